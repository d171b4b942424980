import type { Caso, Mondo } from '../mondo.ts'

/** A request that makes sense in this world, and the comune that sends it; nothing where there is none. It may still be
 *  refused: then nothing may have changed. */
export type Generatore = (m: Mondo, c: Caso) => { comune: number; dati: object } | undefined

export const indirizzo = (c: Caso) => ({
  tipoIndirizzo: '1',
  indirizzo: { toponimo: { specie: 'VIA', denominazioneToponimo: `PROVA ${c.intero(50)}` } },
})
export const indirizzoEstero = (c: Caso) => ({
  tipoIndirizzo: '4',
  localitaEstera: {
    indirizzoEstero: {
      localita: { codiceStato: '215', descrizioneStato: 'FRANCIA' },
      toponimo: { denominazione: `RUE ${c.intero(50)}` },
    },
  },
})
export const LUOGO = { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } }
export const ITALIA = { codiceStato: '100', descrizioneStato: 'ITALIA' }
