import { Type as T } from 'typebox'
import { type Contesto, type Controllo, se } from '../motore/operazione.ts'
import type { RigaScheda } from '../motore/registro.query.ts'
import type { DatiScheda, Provenienza } from '../scheda.ts'
import { COMUNE, testo } from './forme.ts'

/** Addresses and places in requests, and what makes them wrong. */
/** Our id of a comune, or ISTAT's code of a state. */
export const LUOGO = T.Object({ comune: T.Optional(COMUNE), stato: T.Optional(testo(3)) })

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
export const residenzaQui = <D>(residenza: (d: D) => Residenza, campo = 'residenza'): Controllo<D> => ({
  codice: 'EN378',
  gravita: 'E',
  campo,
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
