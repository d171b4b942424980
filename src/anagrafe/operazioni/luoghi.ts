import { Type as T } from 'typebox'
import type { TipoLuogoEvento } from '../../contratto/index.ts'
import { type Contesto, type Controllo, se } from '../motore/operazione.ts'
import type { RigaScheda } from '../motore/registro.query.ts'
import type { DatiScheda, Provenienza } from '../scheda.ts'
import type { Territorio } from '../territorio/territorio.ts'

/** Addresses and places in requests, and what makes them wrong. */
export const RESIDENZA = T.Unsafe<NonNullable<DatiScheda['residenza']>>(T.Object({}))
/** Our id of a comune, or ISTAT's code of a state. */
export const LUOGO = T.Object({ comune: T.Optional(T.Integer()), stato: T.Optional(T.String()) })

export type Residenza = DatiScheda['residenza']
export const estera = (r: Residenza): boolean => r?.localitaEstera !== undefined
export const stessaResidenza = (a: Residenza, b: Residenza): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Puts a person at an address; where that changes the comune or the register that has her, begins a new stay. */
export function alloggia(
  s: RigaScheda,
  dove: { residenza: Residenza; comune: number; registro: RigaScheda['registro']; motivo?: number | null },
  dal: string,
): void {
  if (s.comune_id !== dove.comune || s.registro !== dove.registro) {
    const stato = s.dati.residenza?.localitaEstera?.indirizzoEstero?.localita.codiceStato
    s.dati.provenienza = s.registro === 'E' && dove.registro === 'R' && stato ? { stato } : { comune: s.comune_id }
    delete s.dati.iscrizione
    s.comune_id = dove.comune
    s.registro = dove.registro
    s.iscritto_dal = dal
    // Table 7 has no motive for who comes from a comune that is in ANPR: provenienza says it.
    s.motivo_iscrizione = dove.motivo ?? null
  }
  s.dati.residenza = dove.residenza
  delete s.dati.altraLingua
  s.residenza_dal = dal
}

/** An Italian address: in the comune that registers. */
export const residenzaQui = <D>(residenza: (d: D) => Residenza): Controllo<D> => ({
  codice: 'EN378',
  gravita: 'E',
  campo: 'residenza',
  testo: 'Il comune di residenza indicato, @, non è quello che registra, o non esiste più',
  rimedio: 'Indica un indirizzo del tuo comune: la residenza la registra il comune in cui la persona va ad abitare',
  trova: c => {
    const dove = residenza(c.d)?.indirizzo?.comune
    return se(
      dove?.codiceIstat !== undefined && c.territorio.comuneAttivo(dove.codiceIstat)?.comune !== c.comune,
      [dove?.nomeComune, dove?.codiceIstat].filter(Boolean).join(' '),
    )
  },
})

/** An address abroad: a state that is there and is not Italy, a consulate that is in the list. */
export const residenzaEstera = <D>(residenza: (d: D) => Residenza): Controllo<D>[] => [
  {
    codice: 'EC053',
    gravita: 'E',
    campo: 'residenza',
    testo: 'Lo stato estero di residenza @ non esiste, o non più, o è l’Italia',
    rimedio: 'Indica il codice ISTAT di uno stato di oggi',
    trova: c => {
      const r = residenza(c.d)
      const stato = r?.localitaEstera?.indirizzoEstero?.localita.codiceStato
      return se(estera(r) && (stato === undefined || !statoEstero(c, stato)), stato ?? 'non indicato')
    },
  },
  {
    codice: 'EC032',
    gravita: 'E',
    campo: 'residenza',
    testo: 'Il consolato @ non è nella tabella dei consolati',
    rimedio: 'Indica il consolato competente per il luogo di residenza',
    trova: c => {
      const consolato = residenza(c.d)?.localitaEstera?.consolato?.codiceConsolato
      return se(consolato !== undefined && c.territorio.consolato(consolato) === undefined, consolato ?? '')
    },
  },
]
const statoEstero = (c: Contesto<unknown>, codice: string) => {
  const s = c.territorio.stato(codice, c.decorrenza)
  return codice !== '100' && typeof s === 'object' && s.residenza
}

const SCONOSCIUTI = {
  provenienza: ['EC179', 'EC182', 'di provenienza'],
  destinazione: ['EC172', 'EC175', 'di destinazione'],
} as const
/** Where somebody came from or goes to is a place that exists on that day. */
export const luogoNoto = <D>(
  campo: keyof typeof SCONOSCIUTI,
  luogo: (d: D) => Provenienza | undefined,
): Controllo<D>[] => {
  const [comune, stato, nome] = SCONOSCIUTI[campo]
  const rimedio = 'Indica un comune o uno stato che esiste alla data della registrazione'
  return [
    {
      codice: comune,
      gravita: 'E',
      campo,
      testo: `Il comune ${nome} @ non esiste, o non più, alla data @`,
      rimedio,
      trova: c => {
        const id = luogo(c.d)?.comune
        return se(id !== undefined && !esiste(c, id), String(id), c.decorrenza)
      },
    },
    {
      codice: stato,
      gravita: 'E',
      campo,
      testo: `Lo stato estero ${nome} @ non esiste, o non più, alla data @`,
      rimedio,
      trova: c => {
        const codice = luogo(c.d)?.stato
        return se(codice !== undefined && !statoEstero(c, codice), codice ?? '', c.decorrenza)
      },
    },
  ]
}
const esiste = (c: Contesto<unknown>, id: number) =>
  c.territorio.comunePerId(id)?.periodi.some(p => p.dal <= c.decorrenza && (p.al === null || c.decorrenza <= p.al)) ===
  true

/** Where a person was born, as columns; `sbagliato` where no such place was there on that day. */
export function luogoNascita(
  t: Territorio,
  l: TipoLuogoEvento,
  il: string,
): { nascita_comune_id?: number; nascita_stato?: string; sbagliato?: { codice: 'EC007' | 'EC030'; luogo: string } } {
  if (l.comune) {
    const { codiceIstat, nomeComune: nome, siglaProvinciaIstat: sigla } = l.comune
    const p = [{ codiceIstat }, { nome, sigla }]
      .filter(q => Object.values(q).every(v => v !== undefined))
      .map(q => t.comune(q, il))
      .find(trovato => typeof trovato === 'object')
    return typeof p === 'object'
      ? { nascita_comune_id: p.comune }
      : { sbagliato: { codice: 'EC007', luogo: `${nome} (${sigla})` } }
  }
  const codice = l.localita?.codiceStato
  if (codice === undefined) return {}
  const s = t.stato(codice, il)
  return typeof s === 'object' && s.nascita
    ? { nascita_stato: codice }
    : { sbagliato: { codice: 'EC030', luogo: codice } }
}
export const natoInUnLuogo = <D>(
  nato: (d: D) => { dataNascita: string; luogoNascita: TipoLuogoEvento },
): Controllo<D>[] =>
  (
    [
      ['EC007', 'Il comune'],
      ['EC030', 'Lo stato estero'],
    ] as const
  ).map(([codice, cosa]) => ({
    codice,
    gravita: 'E',
    campo: 'luogoNascita',
    testo: `${cosa} di nascita @ non esisteva alla data di nascita @`,
    rimedio: 'Indica il comune o lo stato con il nome e il codice che aveva quel giorno',
    trova: c => {
      const { dataNascita, luogoNascita: l } = nato(c.d)
      const { sbagliato } = luogoNascita(c.territorio, l, dataNascita)
      return se(sbagliato?.codice === codice, sbagliato?.luogo ?? '', dataNascita)
    },
  }))
