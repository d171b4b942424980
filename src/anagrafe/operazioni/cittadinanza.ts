import type { TipoCittadinanza } from '../../contratto/index.ts'
import { type Contesto, type Controllo, se } from '../motore/operazione.ts'
import { statoIgnoto } from './luogoNascita.ts'

interface Regola {
  codice: string
  testo: string
  rimedio: string
  trova(v: readonly TipoCittadinanza[], nascita: string, c: Contesto<unknown>): string[][]
}
/** What citizenships must be like, whoever writes them. */
export const CITTADINANZE: readonly Regola[] = [
  {
    codice: 'EN349',
    testo: 'La data di validità @ della cittadinanza deve stare tra la nascita, @, e oggi, @',
    rimedio: 'Correggi la data da cui la cittadinanza vale',
    trova: (v, nascita, c) =>
      v.flatMap(({ dataValidita: d }) => se(d !== undefined && (d < nascita || d > c.oggi), d ?? '', nascita, c.oggi)),
  },
  {
    codice: 'EC036',
    testo: 'Lo stato estero @ della cittadinanza non è nella tabella degli stati',
    rimedio: 'Controlla il codice dello stato (tabella 2)',
    trova: (v, _nascita, c) => v.flatMap(x => se(statoIgnoto(c.territorio, x.codiceStato, c.oggi), x.codiceStato)),
  },
  {
    codice: 'EC011',
    testo: 'Con il codice stato 998 (non attribuibile) la nota è obbligatoria',
    rimedio: 'Scrivi nella nota lo stato, come lo dice il documento',
    trova: v => v.flatMap(x => se(x.codiceStato === '998' && !x.noteStato)),
  },
  {
    codice: 'AN152',
    testo: 'La cittadinanza @ è indicata due volte',
    rimedio: 'Indica ogni cittadinanza una volta sola',
    trova: v => {
      const codici = v.map(x => x.codiceStato).filter(x => x !== '998')
      return [...new Set(codici.filter((x, i) => codici.indexOf(x) !== i))].map(x => [x])
    },
  },
]
/** The checks on citizenships, for an operation that says them. */
export const cittadinanzeBuone = <D>(
  campo: string,
  di: (d: D) => { cittadinanze: readonly TipoCittadinanza[]; nascita: string },
): Controllo<D>[] =>
  CITTADINANZE.map(r => ({
    ...r,
    gravita: 'E',
    campo,
    trova: c => {
      const { cittadinanze, nascita } = di(c.d)
      return r.trova(cittadinanze, nascita, c as Contesto<unknown>)
    },
  }))
