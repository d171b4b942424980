// Says, in the element behind it, how many characters are left in a field that has a limit. Counts as the server does; never cuts what is typed.
for (const campo of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-conta]')) {
  const { conta, restano = '', troppi = '' } = campo.dataset
  const massimo = Number(conta)
  const detto = campo.nextElementSibling
  let attesa: ReturnType<typeof setTimeout> | undefined
  const dì = () => {
    const n = massimo - [...campo.value.trim()].length
    if (detto) detto.textContent = (n < 0 ? troppi : restano).replace('#', String(Math.abs(n)))
  }
  dì()
  // A screen reader would read every key's number: it waits until the typing pauses.
  campo.addEventListener('input', () => {
    clearTimeout(attesa)
    attesa = setTimeout(dì, 400)
  })
}
