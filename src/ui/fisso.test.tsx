import { expect, test } from 'vitest'
import { Aiuto } from './Aiuto.tsx'
import { fisso } from './fisso.ts'
import { PiePagina } from './PiePagina.tsx'
import type { Sito } from './sito.ts'
import { Testata } from './Testata.tsx'
import { it } from './testi/it.ts'

const sito: Sito & { ora: string } = {
  testi: it,
  demo: undefined,
  ora: '2026-11-25T10:00:00Z',
  adesso: () => sito.ora,
  risorsa: n => n,
}
const qui = (html: string) => [...html.matchAll(/<a[^>]*aria-current/g)].map(m => / href="([^"]*)"/.exec(m[0])?.[1])

test('the header marks the page that it stands on, whichever was drawn before', async () => {
  const voce = it.menu.voci[1]!.href
  for (const percorso of [voce, '/altrove', '/cittadino', '/cittadino/visura', '/accesso', '/accesso/esci', voce]) {
    const marcati = qui(await Testata({ sito, percorso }))
    expect(marcati, percorso).toEqual([voce, '/cittadino', '/accesso'].includes(percorso) ? [percorso] : [])
  }
  expect(await Testata({ sito, percorso: '/cittadino/visura' })).toContain('href="/cittadino"')
  expect(await Testata({ sito, percorso: '/altrove' })).not.toContain('href="/cittadino"')
})

test('help and foot say whether the helpdesk answers now, and the foot the day of each page', async () => {
  sito.ora = '2026-11-25T10:00:00Z'
  const aperto = [await Aiuto({ sito }), await PiePagina({ sito, aggiornata: '2026-11-20' })]
  for (const html of aperto) expect(html).toContain('risponde-ora')
  expect(await PiePagina({ sito, aggiornata: '2026-11-21' })).toContain('2026-11-21')
  sito.ora = '2026-11-25T20:00:00Z'
  for (const html of [await Aiuto({ sito }), await PiePagina({ sito, aggiornata: '2026-11-20' })])
    expect(html).not.toContain('risponde-ora')
})

test('a part is drawn once for a key, for each site its own, and does not grow for ever', () => {
  let quante = 0
  const Parte = fisso(
    (p: { sito: Sito; n: number }) => String(p.n),
    p => `<b>${p.sito.risorsa('')}${p.n}</b>${++quante > 0 ? '' : '-'}`,
  )
  expect([Parte({ sito, n: 1 }), Parte({ sito, n: 1 }), quante]).toEqual(['<b>1</b>', '<b>1</b>', 1])
  expect(Parte({ sito: { ...sito, risorsa: () => 'altro' }, n: 1 })).toBe('<b>altro1</b>')
  for (let n = 0; n < 1000; n++) Parte({ sito, n })
  expect(Parte({ sito, n: 1 })).toBe('<b>1</b>')
  expect(quante).toBeGreaterThan(1000)
})
