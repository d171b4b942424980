import { escapeHtml } from '@kitajs/html'
import type { Sito } from '../ui/index.ts'
import { pagine } from './mappa.ts'

/** Search engines must not take a demo's invented figures for the country's. */
export const robots = (sito: Sito, richiesto: string): string =>
  sito.demo
    ? 'User-agent: *\nDisallow: /\n'
    : `User-agent: *\nAllow: /\nSitemap: ${sito.indirizzo ?? richiesto}/sitemap.xml\n`

/** Public pages with absolute addresses: the configured one, else the one that was asked. */
export const sitemap = (sito: Sito, richiesto: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pagine(sito.testi).map(p => `<url><loc>${escapeHtml((sito.indirizzo ?? richiesto) + p)}</loc></url>`),
    '</urlset>',
    '',
  ].join('\n')
