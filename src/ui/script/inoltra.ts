// Sends the form that waits in the page, as its button would.
document.querySelector<HTMLFormElement>('form[data-inoltra]')?.submit()
