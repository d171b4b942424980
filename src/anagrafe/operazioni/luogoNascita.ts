import type { TipoLuogoEvento } from '../../contratto/index.ts'
import type { Contesto, Controllo } from '../motore/operazione.ts'
import { se } from '../motore/operazione.ts'
import type { Motivo, Territorio } from '../territorio/territorio.ts'
import type { Periodo } from '../territorio/tipi.ts'

/** A place as a message tells it, and the day on which it must have been there. */
export interface Dove {
  luogo: TipoLuogoEvento
  il: string
}
/** What the territory says of the comune: by ISTAT code where there is one, else by name and province. */
export function comuneDi(t: Territorio, { luogo, il }: Dove): Periodo | Motivo | undefined {
  const c = luogo.comune
  if (!c) return undefined
  return c.codiceIstat
    ? t.comune({ codiceIstat: c.codiceIstat }, il)
    : t.comune({ nome: c.nomeComune, sigla: c.siglaProvinciaIstat }, il)
}
const nome = ({ luogo }: Dove) => [luogo.comune?.nomeComune ?? '', luogo.comune?.siglaProvinciaIstat ?? '']

interface Regola {
  codice: string
  gravita: 'E' | 'W'
  testo: string
  rimedio: string
  trova(t: Territorio, d: Dove): string[][]
}
/** Which comuni there were: of the last years the packages know them all, of older ones only the ministry's archive. */
const sappiamo = (t: Territorio, { il }: Dove) => t.storiaCompleta || il >= '2010'
/** The checks on a comune or state of birth (EC007, EC030, EN333–EN338). Of old days, without the ministry's archive, "never
 *  was" only means that the packages do not know it: then it warns. */
const REGOLE: readonly Regola[] = [
  {
    codice: 'EN335',
    gravita: 'E',
    testo: 'Il comune di nascita @ (@) non è mai esistito',
    rimedio: 'Controlla nome, provincia e codice ISTAT del comune',
    trova: (t, d) => se(sappiamo(t, d) && comuneDi(t, d) === 'mai esistito', ...nome(d)),
  },
  {
    codice: 'EN336',
    gravita: 'W',
    testo: 'Il comune di nascita @ (@) non è tra quelli noti: non si può verificare',
    rimedio: 'Controlla nome, provincia e codice ISTAT del comune',
    trova: (t, d) => se(!sappiamo(t, d) && comuneDi(t, d) === 'mai esistito', ...nome(d)),
  },
  {
    codice: 'EC007',
    gravita: 'E',
    testo: 'Il comune di nascita @ (@) non esisteva il @',
    rimedio: 'Indica il comune che esisteva il giorno della nascita',
    trova: (t, d) => se(comuneDi(t, d) === 'non a quella data', ...nome(d), d.il),
  },
  {
    codice: 'EN333',
    gravita: 'W',
    testo: 'Più comuni rispondono a @ (@): non si può verificare quello di nascita',
    rimedio: 'Indica il codice ISTAT del comune',
    trova: (t, d) => se(comuneDi(t, d) === 'ambiguo', ...nome(d)),
  },
  {
    codice: 'EN334',
    gravita: 'E',
    testo: 'Il codice ISTAT @ del comune di nascita non è di @',
    rimedio: 'Correggi il codice o il nome del comune',
    trova: (t, { luogo, il }) => {
      const { codiceIstat, nomeComune } = luogo.comune ?? {}
      const male =
        codiceIstat !== undefined &&
        typeof t.comune({ codiceIstat }, il) === 'object' &&
        typeof t.comune({ codiceIstat, nome: nomeComune }, il) !== 'object'
      return se(male, codiceIstat ?? '', nomeComune ?? '')
    },
  },
  {
    codice: 'EC030',
    gravita: 'E',
    testo: 'Lo stato estero di nascita @ non è nella tabella degli stati, o non esisteva il @',
    rimedio: 'Indica il codice dello stato che esisteva il giorno della nascita (tabella 2)',
    trova: (t, { luogo, il }) => {
      const codice = luogo.localita?.codiceStato
      const s = codice === undefined || senzaCodice(codice) ? undefined : t.stato(codice, il)
      return se(s !== undefined && !(typeof s === 'object' && s.nascita), codice ?? '', il)
    },
  },
  {
    codice: 'AN150',
    gravita: 'E',
    testo: 'Del luogo di nascita non è indicato né il comune né la località estera',
    rimedio: 'Indica il comune, o la località estera con lo stato',
    trova: (_, { luogo }) => se(!luogo.comune && !luogo.localita && !luogo.luogoEccezionale),
  },
]
/** 998 and 997 stand for states that are no more, by name. */
const senzaCodice = (codice: string) => codice === '998' || codice === '997'
export const statoIgnoto = (t: Territorio, codice: string | undefined, il: string): boolean =>
  codice !== undefined && !senzaCodice(codice) && t.stato(codice, il) === 'mai esistito'

/** The checks of a place of birth, for an operation that says it. */
export const luogoDiNascita = <D>(campo: string, dove: (c: Contesto<D>) => Dove | undefined): Controllo<D>[] =>
  REGOLE.map(r => ({
    ...r,
    campo,
    trova: c => {
      const d = dove(c)
      return d ? r.trova(c.territorio, d) : []
    },
  }))

/** What the columns of a scheda hold of a place of birth: our comune, or the state's code. */
export function colonneDelLuogo(
  t: Territorio,
  d: Dove,
): { nascita_comune_id: number | null; nascita_stato: string | null } {
  const p = comuneDi(t, d)
  return {
    nascita_comune_id: typeof p === 'object' ? p.comune : null,
    nascita_stato: d.luogo.localita?.codiceStato ?? null,
  }
}
