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
      { percorso: '/comuni', titolo: t.comuni.titolo },
      { percorso: '/comuni/non-in-anpr', titolo: t.comuni.nonIn.titolo },
    ],
  },
  {
    titolo: t.andamenti.sopra.testo,
    voci: [
      { percorso: '/stato-di-avanzamento/statistiche', titolo: t.statistiche.titolo },
      { percorso: '/stato-di-avanzamento/statistiche/comuni', titolo: t.statistiche.comuni.titolo },
      { percorso: '/stato-di-avanzamento/andamenti', titolo: t.andamenti.titolo },
      { percorso: '/stato-di-avanzamento/rettifiche', titolo: t.rettifiche.pubbliche.titolo },
      { percorso: '/stato-di-avanzamento/export-dati', titolo: t.esportazioni.titolo },
    ],
  },
  {
    titolo: t.mappa.gruppi.servizi,
    voci: [
      { percorso: '/accesso', titolo: t.accesso.titolo },
      { percorso: '/contatti', titolo: t.contatti.titolo },
      { percorso: '/domande-frequenti', titolo: t.domande.titolo },
      { percorso: '/manuali/cittadini', titolo: t.manuali.cittadini.titolo },
      { percorso: '/manuali/comuni', titolo: t.manuali.comuni.titolo },
      { percorso: '/manuali/prefetture', titolo: t.manuali.prefetture.titolo },
    ],
  },
  {
    titolo: t.mappa.gruppi.strumenti,
    voci: [
      { percorso: '/strumenti-di-lavoro', titolo: t.strumenti.titolo },
      { percorso: '/strumenti-di-lavoro/tabelle-di-decodifica', titolo: t.strumenti.decodifica.titolo },
      { percorso: '/contributo', titolo: t.contributo.titolo },
    ],
  },
  {
    titolo: t.mappa.gruppi.notizie,
    voci: [
      { percorso: '/storia', titolo: t.storia.titolo },
      { percorso: '/notizie', titolo: t.notizie.titolo },
      ...t.notizie.elenco.map(n => ({ percorso: `/notizie/${n.slug}`, titolo: n.titolo })),
    ],
  },
  {
    titolo: t.mappa.gruppi.sito,
    voci: [
      { percorso: '/cerca', titolo: t.sito.cerca.titolo },
      { percorso: '/accessibilita', titolo: t.accessibilita.titolo },
      { percorso: '/accessibilita/segnala', titolo: t.sito.segnala.titolo },
      { percorso: '/privacy', titolo: t.privacy.titolo },
      { percorso: '/note-legali', titolo: t.noteLegali.titolo },
      { percorso: '/uso-del-sito', titolo: t.sito.uso.titolo },
      { percorso: '/mappa-del-sito', titolo: t.mappa.titolo },
    ],
  },
]

export const pagine = (t: Testi): string[] => mappa(t).flatMap(g => g.voci.map(v => v.percorso))
