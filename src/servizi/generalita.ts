// A person and a comune of the register as the contract's messages have them.

import type { Scheda, Territorio } from '../anagrafe/index.ts'
import type { TipoComune, TipoGeneralita } from '../contratto/index.ts'

/** Where only the month, or the year, of birth is known. */
const IMPRECISA = { G: {}, M: { senzaGiorno: '1' }, A: { senzaGiornoMese: '1' } } as const

export function generalitaDi(s: Scheda, territorio: Territorio): TipoGeneralita {
  const luogo = s.dati.luogoNascita
  const comune = s.nascita_comune_id === null ? undefined : comuneDi(s.nascita_comune_id, s.nascita, territorio)
  const luogoNascita = luogo ?? (comune && { comune })
  return {
    ...(s.codice_fiscale && {
      codiceFiscale: {
        codFiscale: s.codice_fiscale,
        ...(s.cf_validita !== null && { validitaCF: String(s.cf_validita) }),
      },
    }),
    ...(s.cognome === null ? { senzaCognome: '1' } : { cognome: s.cognome }),
    ...(s.nome === null ? { senzaNome: '1' } : { nome: s.nome }),
    sesso: s.sesso,
    dataNascita: s.nascita,
    ...IMPRECISA[s.nascita_precisa],
    ...(luogoNascita && { luogoNascita }),
    soggettoAIRE: s.registro === 'E' ? 'S' : 'N',
    idSchedaSoggettoANPR: s.id,
  }
}
/** Who was cancelled from the register altogether is still named in what she asked. */
export const IGNOTO: TipoGeneralita = { senzaCognome: '1', senzaNome: '1' }

/** A comune as it was called on a day (AAAA-MM-GG). */
export function comuneDi(id: number, il: string, territorio: Territorio): TipoComune | undefined {
  const periodi = territorio.comunePerId(id)?.periodi ?? []
  const p = periodi.findLast(x => x.dal <= il && (x.al === null || x.al >= il)) ?? periodi.at(-1)
  if (!p) return undefined
  return {
    nomeComune: p.nome_traslitterato.toUpperCase(),
    ...(p.codice_istat !== null && { codiceIstat: p.codice_istat }),
    siglaProvinciaIstat: p.provincia,
  }
}
