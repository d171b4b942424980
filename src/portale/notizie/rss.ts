import { Feed } from 'feed'
import type { Sito } from '../../ui/index.ts'

/** The news whose day is known, as RSS 2.0, newest first. @param base address of the site, without a final slash */
export function rss(sito: Sito, base: string): string {
  const t = sito.testi.notizie
  const conGiorno = t.elenco.filter(n => n.quando.length === 10)
  // The library wants a Date: the morning in UTC is the same day in Rome, summer and winter.
  const istante = (giorno: string) => new Date(`${giorno}T08:00:00Z`)
  const feed = new Feed({
    id: `${base}/notizie`,
    link: `${base}/notizie`,
    title: t.rss.titolo,
    description: t.descrizione,
    language: sito.testi.lingua,
    generator: false,
    updated: istante(conGiorno[0]?.quando ?? t.aggiornata),
    feedLinks: { rss: `${base}/notizie/rss.xml` },
  })
  for (const n of conGiorno) {
    const link = `${base}/notizie/${n.slug}`
    feed.addItem({ id: link, link, title: n.titolo, description: n.sommario, date: istante(n.quando) })
  }
  return feed.rss2()
}
