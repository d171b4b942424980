import type { Testi } from '../ui/index.ts'

export interface VoceMappa {
  percorso: string
  titolo: string
}
export interface GruppoMappa {
  titolo: string
  voci: VoceMappa[]
}

/** Every page of the portal, once: the site map, `sitemap.xml` and the tests read it here. */
export const mappa = (t: Testi): GruppoMappa[] => [
  {
    titolo: t.mappa.gruppi.principali,
    voci: [
      { percorso: '/', titolo: t.home },
      { percorso: '/progetto', titolo: t.progetto.titolo },
      { percorso: '/accordi-di-fruizione', titolo: t.accordi.titolo },
      { percorso: '/stato-di-avanzamento/statistiche', titolo: t.statistiche.titolo },
      { percorso: '/stato-di-avanzamento/statistiche/comuni', titolo: t.statistiche.comuni.titolo },
    ],
  },
  {
    titolo: t.mappa.gruppi.servizi,
    voci: [
      { percorso: '/accesso', titolo: t.accesso.titolo },
      { percorso: '/contatti', titolo: t.contatti.titolo },
    ],
  },
  {
    titolo: t.mappa.gruppi.sito,
    voci: [
      { percorso: '/accessibilita', titolo: t.accessibilita.titolo },
      { percorso: '/privacy', titolo: t.privacy.titolo },
      { percorso: '/note-legali', titolo: t.noteLegali.titolo },
      { percorso: '/mappa-del-sito', titolo: t.mappa.titolo },
    ],
  },
]

export const pagine = (t: Testi): string[] => mappa(t).flatMap(g => g.voci.map(v => v.percorso))
