import { escapeHtml } from '@kitajs/html'
import type { Sito, Testi } from '../ui/index.ts'
import { mappa } from './mappa.ts'

/** Search engines must not take a demo's invented figures for the country's. */
export const robots = (sito: Sito, richiesto: string): string =>
  sito.demo
    ? 'User-agent: *\nDisallow: /\n'
    : `User-agent: *\nAllow: /\nSitemap: ${sito.indirizzo ?? richiesto}/sitemap.xml\n`

/** Pages whose content is the snapshot's; of the others their text says when it was last revised. */
const CON_LE_CIFRE = /^\/($|stato-di-avanzamento\/|comuni\/)/

/** The day on which each text was last revised, by its title, which no other page has. */
const rivisti = (t: Testi): ReadonlyMap<unknown, unknown> =>
  new Map(Object.values<unknown>(t).flatMap(p => (haGiorno(p) ? [[p.titolo, p.aggiornata]] : [])))

const haGiorno = (p: unknown): p is { titolo: unknown; aggiornata: string } =>
  typeof p === 'object' && p !== null && 'titolo' in p && 'aggiornata' in p && typeof p.aggiornata === 'string'

/** Public pages with absolute addresses: the configured one, else the one that was asked.
 *  @param giorno of the newest snapshot, AAAA-MM-GG */
export function sitemap(sito: Sito, richiesto: string, giorno: string | undefined): string {
  const delTesto = rivisti(sito.testi)
  const righe = mappa(sito.testi).flatMap(g =>
    g.voci.map(({ percorso, titolo }) => {
      const loc = escapeHtml((sito.indirizzo ?? richiesto) + percorso)
      const lastmod = CON_LE_CIFRE.test(percorso) ? giorno : delTesto.get(titolo)
      return `<url><loc>${loc}</loc>${lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`
    }),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...righe,
    '</urlset>',
    '',
  ].join('\n')
}
