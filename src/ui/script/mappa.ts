// The map of Italy, handier: the figures of the region under the pointer or the focus stand beside it, stay when they
// are pointed at, go with Esc (WCAG 1.4.13), and are written below the map. Without it the links work all the same.
for (const mappa of document.querySelectorAll<HTMLElement>('[data-mappa]')) {
  const svg = mappa.querySelector('svg')
  const fumetto = mappa.querySelector<HTMLElement>('[data-fumetto]')
  const detto = mappa.querySelector('[data-detto]')
  const [alone, contorno] = mappa.querySelectorAll('.in-cima path')
  if (svg && fumetto && detto && alone && contorno) ravviva(mappa, svg, fumetto, detto, [alone, contorno])
}

function ravviva(
  mappa: HTMLElement,
  svg: SVGSVGElement,
  fumetto: HTMLElement,
  detto: Element,
  cima: readonly [Element, Element],
): void {
  let via: ReturnType<typeof setTimeout> | undefined
  let mostrata: Element | undefined

  const nascondi = () => {
    clearTimeout(via)
    fumetto.hidden = true
    mostrata = undefined
    for (const p of cima) p.setAttribute('d', '')
  }
  /** Not at once: the pointer may be on its way to the text. */
  const nascondiTraPoco = () => {
    clearTimeout(via)
    via = setTimeout(nascondi, 300)
  }
  const mostra = (regione: Element) => {
    clearTimeout(via)
    const path = regione.querySelector('path')
    const testo = regione.getAttribute('aria-label') ?? ''
    if (!path || mostrata === regione) return
    mostrata = regione
    // Drawn again above its neighbours, with a ring: moving the link itself would lose the focus.
    for (const p of cima) p.setAttribute('d', path.getAttribute('d') ?? '')
    cima[0].setAttribute('class', `alone ${path.getAttribute('class')}`)
    cima[0].setAttribute('fill', path.getAttribute('fill') ?? '')
    detto.textContent = testo
    for (const [n, riga] of testo.split('\n').entries()) {
      const posto = fumetto.children[n]
      if (posto) posto.textContent = riga
    }
    fumetto.hidden = false
    const quadro = mappa.getBoundingClientRect()
    const sua = path.getBoundingClientRect()
    const spazio = quadro.width - fumetto.offsetWidth
    const centro = sua.left - quadro.left + sua.width / 2 - fumetto.offsetWidth / 2
    const sopra = sua.top - quadro.top - fumetto.offsetHeight - 6
    fumetto.style.left = `${Math.max(0, Math.min(spazio, centro))}px`
    fumetto.style.top = `${sopra >= -24 ? sopra : sua.bottom - quadro.top + 6}px`
  }

  for (const regione of svg.querySelectorAll('[data-regione]')) {
    // The browser's own hint would say the same a second time.
    regione.querySelector('title')?.remove()
    regione.addEventListener('pointerenter', () => mostra(regione))
    regione.addEventListener('pointerleave', nascondiTraPoco)
    regione.addEventListener('focus', () => mostra(regione))
    regione.addEventListener('blur', nascondiTraPoco)
  }
  addEventListener('resize', nascondi) // its place is another now
  fumetto.addEventListener('pointerenter', () => clearTimeout(via))
  fumetto.addEventListener('pointerleave', nascondiTraPoco)
  document.addEventListener('keydown', e => {
    if (e.key === 'Escape') nascondi()
  })
}
