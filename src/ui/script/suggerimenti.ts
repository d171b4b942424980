// Makes each form with `data-suggerimenti` a combobox (ARIA 1.2, list autocomplete with manual selection). Without it, and
// whenever something fails, the form goes on as a form: Enter without a choice asks for the result page.

interface Suggerimento {
  nome: string
  altro: string | null
  lingua: string | null
  luogo: string
  indirizzo: string
}

const ATTESA = 150 // ms after the last key before asking
const ANNUNCIO = 700 // and before saying how many, so that a screen reader is not interrupted at every letter

function prepara(form: HTMLFormElement) {
  const campo = form.querySelector('input')
  const elenco = form.querySelector<HTMLElement>('[role=listbox]')
  const stato = form.querySelector<HTMLElement>('[role=status]')
  const modello = form.querySelector('template')
  if (!campo || !elenco || !stato || !modello) return
  let attiva = -1
  let chiesto: AbortController | undefined
  let orologio = 0
  let annuncio = 0

  campo.setAttribute('role', 'combobox')
  campo.setAttribute('aria-autocomplete', 'list')
  campo.setAttribute('aria-haspopup', 'listbox')
  campo.setAttribute('aria-controls', elenco.id)
  campo.setAttribute('aria-expanded', 'false')

  const voci = () => Array.from(elenco.children, v => v as HTMLElement)
  const aperto = () => !elenco.hidden

  function scegli(n: number) {
    const tutte = voci()
    tutte[attiva]?.setAttribute('aria-selected', 'false')
    attiva = n
    const voce = tutte[n]
    if (!voce) return campo!.removeAttribute('aria-activedescendant')
    voce.setAttribute('aria-selected', 'true')
    voce.scrollIntoView({ block: 'nearest' })
    campo!.setAttribute('aria-activedescendant', voce.id)
  }

  function chiudi() {
    clearTimeout(orologio)
    clearTimeout(annuncio)
    chiesto?.abort()
    elenco!.hidden = true
    campo!.setAttribute('aria-expanded', 'false')
    scegli(-1)
  }

  function mostra(trovati: Suggerimento[]) {
    elenco!.replaceChildren(
      ...trovati.map((s, n) => {
        const voce = (modello!.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement
        const [nome, altro] = voce.querySelectorAll<HTMLElement>('.cerca-nome > span')
        voce.id = `${elenco!.id}-${n}`
        voce.dataset.indirizzo = s.indirizzo
        nome!.textContent = s.nome
        if (s.altro) altro!.textContent = ` / ${s.altro}`
        if (s.altro && s.lingua) altro!.lang = s.lingua
        voce.querySelector('.cerca-luogo')!.textContent = s.luogo
        return voce
      }),
    )
    attiva = -1
    campo!.removeAttribute('aria-activedescendant')
    elenco!.hidden = trovati.length === 0
    elenco!.scrollTop = 0
    campo!.setAttribute('aria-expanded', String(aperto()))
    const { nessuno = '', uno = '', molti = '' } = stato!.dataset
    const detto =
      trovati.length === 0 ? nessuno : trovati.length === 1 ? uno : molti.replace('#', String(trovati.length))
    clearTimeout(annuncio)
    annuncio = setTimeout(() => {
      stato!.textContent = detto
    }, ANNUNCIO)
  }

  async function chiedi() {
    const q = campo!.value.trim()
    chiesto?.abort()
    chiesto = new AbortController()
    const { signal } = chiesto
    try {
      const r = await fetch(`${form.dataset.suggerimenti}?q=${encodeURIComponent(q)}`, { signal })
      if (!r.ok) return chiudi()
      const trovati = (await r.json()) as Suggerimento[]
      if (!signal.aborted && document.activeElement === campo) mostra(trovati)
    } catch {
      if (!signal.aborted) chiudi()
    }
  }

  campo.addEventListener('input', () => {
    clearTimeout(orologio)
    stato.textContent = ''
    if (campo.value.trim().length < 2) return chiudi()
    orologio = setTimeout(chiedi, ATTESA)
  })
  campo.addEventListener('keydown', e => {
    if (e.isComposing) return
    const ultima = voci().length - 1
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault()
      if (!aperto()) return void (campo.value.trim().length > 1 && chiedi())
      const giu = e.key === 'ArrowDown'
      scegli(giu ? (attiva < ultima ? attiva + 1 : 0) : attiva > 0 ? attiva - 1 : ultima)
    } else if (e.key === 'Escape') {
      if (!aperto()) return
      e.preventDefault()
      chiudi()
    } else if (e.key === 'Enter') {
      const dove = aperto() ? voci()[attiva]?.dataset.indirizzo : undefined
      if (!dove) return chiudi()
      e.preventDefault()
      location.assign(dove)
    } else if (e.key === 'Tab') chiudi()
  })
  campo.addEventListener('blur', chiudi)
  // A press on the list must not take the focus away before the click arrives.
  elenco.addEventListener('mousedown', e => e.preventDefault())
  elenco.addEventListener('click', e => {
    const dove = (e.target as Element).closest<HTMLElement>('[role=option]')?.dataset.indirizzo
    if (dove) location.assign(dove)
  })
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggerimenti]')) prepara(form)
