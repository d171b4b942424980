import type { TipoAltraLingua, TipoToponimo } from '../../contratto/index.ts'
import type { Caso } from './caso.ts'
import type { Ambiente, Gruppo, Indirizzo } from './gruppo.ts'
import { stato } from './luoghi.ts'
import { bilingue, capDi, specie, strada } from './vie.ts'

/** Where the comune registers people without a fixed home, unless they name a domicile (law 1228/1954, art. 2). */
const CASA_COMUNALE = { codSpecie: '213', specie: 'VIA', denominazioneToponimo: 'DELLA CASA COMUNALE' }

/** An address with its name in the second language of the place. */
type Bilingue = NonNullable<Gruppo['casa']>

/** Fractions have names like these all over Italy; one in eight who live in a small comune lives in one. */
const FRAZIONI = ['SAN ROCCO', 'BORGO NUOVO', 'SANTA LUCIA', 'VILLANOVA', 'MOLINO', 'CASE NUOVE', 'SAN MARTINO', 'COSTA', 'PIANO', 'MADONNETTA'] // biome-ignore format: one line

/** An address in the comune, for people of that zone (`Persona.zona`). */
export function italiano(
  c: Caso,
  a: Pick<Ambiente, 'istat' | 'qui' | 'oggi'>,
  g: { zona: string; senzaDimora: boolean },
): Bilingue {
  const via = bilingue(c, a.qui.sigla, g.zona) ?? inItaliano(c)
  const numero = String(1 + Math.floor(c.frazione() * c.frazione() * 160))
  const interno = c.capita(0.45) && { interno1: String(c.fra(1, 30)) }
  const scala = interno && c.capita(0.2) && { scala: c.una(['A', 'B', 'C']) }
  const piano = interno && c.capita(0.3) && { piano: String(c.fra(0, 6)) }
  const lettera = c.capita(0.07) && { lettera: c.una(['A', 'B', 'C']) }
  const bis = !lettera && c.capita(0.02) && { esponente1: 'BIS' }
  const frazione = !g.senzaDimora && a.qui.abitanti < 25_000 && c.capita(0.12) && { frazione: c.una(FRAZIONI) }
  return {
    tipoIndirizzo: '1', // decode table 25: residence
    indirizzo: {
      cap: capDi(a.qui.sigla, a.istat),
      comune: a.qui.il(a.oggi)!.comune!,
      ...frazione,
      toponimo: g.senzaDimora ? CASA_COMUNALE : via.toponimo,
      ...(!g.senzaDimora && {
        numeroCivico: {
          numero,
          ...lettera,
          ...bis,
          ...(interno && { civicoInterno: { ...scala, ...interno, ...piano } }),
        },
      }),
    },
    ...(via.lingua && !g.senzaDimora && { lingua: via.lingua }),
  }
}

function inItaliano(c: Caso): { toponimo: TipoToponimo; lingua?: undefined } {
  const { codice, testo } = specie(c)
  return { toponimo: { codSpecie: codice, specie: testo, denominazioneToponimo: strada(c) } }
}

/** The address in the second language. `idLingua` takes digits only and table 14 has letters (SUBENTRO, EC069), so no value is right: we
 *  number the table's rows, 1 Italian, 2 German, 3 French, 4 Slovene. */
export function altraLingua(a: Ambiente, { id, nome }: { id: string; nome: string }): TipoAltraLingua[] {
  return [
    {
      idLingua: id,
      ...(a.qui.altroNome && { descrizioneLocalita: a.qui.altroNome.toUpperCase() }),
      denominazioneToponimo: nome,
    },
  ]
}

/** An address abroad. */
export function allEstero(c: Caso, { dove, citta }: NonNullable<Gruppo['estero']>): Indirizzo {
  return {
    tipoIndirizzo: '4', // residence abroad
    localitaEstera: {
      indirizzoEstero: {
        cap: String(c.fra(1000, 99999)).padStart(5, '0'),
        localita: { descrizioneLocalita: citta, descrizioneStato: stato(dove.stato).nome, codiceStato: dove.stato },
        toponimo: { denominazione: c.una(dove.vie), numeroCivico: String(c.fra(1, 220)) },
      },
      consolato: { codiceConsolato: dove.consolato, descrizioneConsolato: dove.sede },
    },
  }
}

/** The group's address; each member adds the day since which it has been his. */
export const indirizzo = (c: Caso, a: Ambiente, g: Gruppo): Bilingue =>
  g.casa
    ? g.casa
    : g.estero
      ? allEstero(c, g.estero)
      : italiano(c, a, { zona: g.persone[0]!.zona, senzaDimora: g.senzaDimora })
