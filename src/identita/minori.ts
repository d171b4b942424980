import { Temporal } from 'temporal-polyfill'
import { dateDiNascita, decodifica } from '../anagrafe/index.ts'
import type { Identificata } from './tipi.ts'

/** Nobody younger has a digital identity (AgID, determination 51/2022: SPID from five years on). */
const PRIMA_IDENTITA = 5
const MAGGIORE = 18

const compiuti = (nascita: string, oggi: string) =>
  Temporal.PlainDate.from(nascita).until(oggi, { largestUnit: 'years' }).years

/** Whether she is under eighteen. A CNS does not say when she was born, her codice fiscale says it but for the century: of
 *  two days the later one counts, unless a child of that age has no card to come in with. */
export function minorenne(chi: Pick<Identificata, 'nascita' | 'codiceFiscale'>, oggi: string): boolean {
  const nascita = chi.nascita ?? dalCodice(chi.codiceFiscale, oggi)
  return nascita !== undefined && nascita <= oggi && compiuti(nascita, oggi) < MAGGIORE
}

function dalCodice(codice: string | undefined, oggi: string): string | undefined {
  const d = codice === undefined ? undefined : decodifica(codice)
  if (d?.tipo !== 'definitivo') return undefined
  return dateDiNascita(d, oggi).find(data => compiuti(data, oggi) >= PRIMA_IDENTITA)
}
