import { type Contesto, type Controllo, GIORNO_DI_CALENDARIO, se } from '../motore/operazione.ts'

/** What holds of whatever sections a request brings along, however deep a datum lies in them. */

type Foglia = readonly [percorso: readonly string[], valore: unknown]
const foglie = (v: unknown, qui: readonly string[]): Foglia[] =>
  typeof v === 'object' && v !== null ? Object.entries(v).flatMap(([k, x]) => foglie(x, [...qui, k])) : [[qui, v]]
/** The named fields of the request, leaf by leaf. */
const dentro = <D>(d: D, campi: readonly string[]): Foglia[] =>
  campi.flatMap(k => foglie((d as Record<string, unknown>)[k], [k]))
const detta = ([percorso]: Foglia) => percorso.join('.')

const GIORNO = new RegExp(GIORNO_DI_CALENDARIO)
/** Nothing of hers happened before she was born; whose birth is told beside it may have been long before. */
const dopoNata = <D>(nascita: (c: Contesto<D>) => string | undefined, campi: readonly string[]): Controllo<D> => ({
  codice: 'EN315',
  gravita: 'E',
  campo: campi[0]!,
  testo: 'La data «@», @, è anteriore alla nascita, @',
  rimedio: 'Correggi la data',
  trova: c => {
    const nata = nascita(c)
    if (nata === undefined) return []
    return dentro(c.d, campi).flatMap(f => {
      const [percorso, v] = f
      const male = typeof v === 'string' && percorso.at(-1) !== 'dataNascita' && GIORNO.test(v) && v < nata
      return se(male, detta(f), String(v), nata)
    })
  },
})

/** Comuni and states are of the tables. Of comuni that are no more only the ministry's archive knows all: without it what the
 *  packages do not know is warned of. */
const noti = <D>(campi: readonly string[]): Controllo<D>[] => {
  const comuni = (c: Contesto<D>) =>
    dentro(c.d, campi).filter(
      ([percorso, v]) =>
        percorso.at(-1) === 'codiceIstat' &&
        typeof v === 'string' &&
        c.territorio.comune({ codiceIstat: v }, c.oggi) === 'mai esistito',
    )
  const riga = {
    codice: 'EN371',
    campo: campi[0]!,
    testo: 'Il valore @ del campo «@» non è nella tabella di riferimento',
    rimedio: 'Controlla il codice ISTAT',
  } as const
  const valori = (f: Foglia) => [String(f[1]), detta(f)]
  return [
    { ...riga, gravita: 'E', trova: c => (c.territorio.storiaCompleta ? comuni(c).map(valori) : []) },
    { ...riga, gravita: 'W', trova: c => (c.territorio.storiaCompleta ? [] : comuni(c).map(valori)) },
    {
      ...riga,
      gravita: 'E',
      trova: c =>
        dentro(c.d, campi)
          .filter(
            ([percorso, v]) =>
              percorso.at(-1) === 'codiceStato' &&
              typeof v === 'string' &&
              c.territorio.stato(v, c.oggi) === 'mai esistito' &&
              v !== '997' &&
              v !== '998',
          )
          .map(valori),
    },
  ]
}

/** The sections of the request that stand in these fields fit the person and the tables of places.
 *  @param nascita left out where no date in them is of her life */
export const coerenti = <D>(
  campi: readonly string[],
  nascita?: (c: Contesto<D>) => string | undefined,
): Controllo<D>[] => [...(nascita ? [dopoNata(nascita, campi)] : []), ...noti<D>(campi)]
export const suaNascita = <D extends { soggetto: string }>(c: Contesto<D>): string | undefined =>
  c.b.persona(c.d.soggetto)?.nascita
