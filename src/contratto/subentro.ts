// A comune's file, read and written as a stream.

import { type Lettore, lettore } from './lettore.ts'
import { apertura, chiusura, scrivi } from './scrittore.ts'
import { subentro } from './spazi.ts'
import {
  type TipoDatiFornitura,
  type TipoDatiInvio,
  type TipoFamiglieSub,
  type TipoGeneralitaSoggetto,
  tipoDatiFornitura,
  tipoDatiInvio,
  tipoFamiglieSub,
  tipoGeneralitaSoggetto,
} from './tipi/subentro.ts'

export interface ParteSubentro {
  datiFornitura(v: TipoDatiFornitura): void
  datiInvio(v: TipoDatiInvio): void
  /** `riga`: the line on which the scheda starts. */
  soggetto(v: TipoGeneralitaSoggetto, riga: number): void
  famiglia(v: TipoFamiglieSub, riga: number): void
  convivenza(v: TipoFamiglieSub, riga: number): void
}

/** Reads a comune's file in bounded memory; see `lettore`. */
export const lettoreSubentro = (suoi: ParteSubentro): Lettore =>
  lettore(subentro, {
    datiFornitura: v => suoi.datiFornitura(v),
    datiInvio: v => suoi.datiInvio(v),
    'generalitaSoggetti/soggetto': (v, riga) => suoi.soggetto(v, riga),
    'famiglie/famiglia': (v, riga) => suoi.famiglia(v, riga),
    'convivenze/convivenza': (v, riga) => suoi.convivenza(v, riga),
  })

export interface ScrittoreSubentro {
  soggetto(v: TipoGeneralitaSoggetto): string
  famiglia(v: TipoFamiglieSub): string
  convivenza(v: TipoFamiglieSub): string
  fine(): string
}
const SEZIONI = ['generalitaSoggetti', 'famiglie', 'convivenze'] as const

/**
 * Writes a comune's file piece by piece: `apri` gives its beginning, then all soggetti (one at least), famiglie and
 * convivenze in this order. Throws where they come in another.
 */
export function scrittoreSubentro(
  fornitura: TipoDatiFornitura,
  invio?: TipoDatiInvio,
): ScrittoreSubentro & { readonly inizio: string } {
  let sezione = -1
  const passa = (a: number): string => {
    if (a < sezione) throw new Error(`subentro: ${SEZIONI[a]} dopo ${SEZIONI[sezione]}`)
    if (a === sezione) return ''
    if (a > 0 && sezione < 0) throw new Error('subentro: almeno un soggetto')
    const testo = `${sezione < 0 ? '' : `</${SEZIONI[sezione]}>\n`}${a < SEZIONI.length ? `<${SEZIONI[a]}>\n` : ''}`
    sezione = a
    return testo
  }
  return {
    inizio: `${apertura(subentro)}\n${scrivi('datiFornitura', tipoDatiFornitura, fornitura)}\n${invio ? `${scrivi('datiInvio', tipoDatiInvio, invio)}\n` : ''}`,
    soggetto: v => `${passa(0)}${scrivi('soggetto', tipoGeneralitaSoggetto, v)}\n`,
    famiglia: v => `${passa(1)}${scrivi('famiglia', tipoFamiglieSub, v)}\n`,
    convivenza: v => `${passa(2)}${scrivi('convivenza', tipoFamiglieSub, v)}\n`,
    fine: () => `${passa(3)}${chiusura(subentro)}\n`,
  }
}
