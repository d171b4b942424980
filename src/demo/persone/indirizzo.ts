import type { TipoResidenza } from '../../contratto/index.ts'
import type { Caso } from './caso.ts'
import type { Ambiente, Gruppo } from './gruppo.ts'
import { stato } from './luoghi.ts'
import { capDi, specie, strada } from './vie.ts'

/** Where the comune registers people without a fixed home, unless they name a domicile (law 1228/1954, art. 2). */
const CASA_COMUNALE = { codSpecie: '213', specie: 'VIA', denominazioneToponimo: 'DELLA CASA COMUNALE' }

type Indirizzo = Omit<TipoResidenza, 'dataDecorrenzaResidenza'>

function italiano(c: Caso, a: Ambiente, g: Gruppo): Indirizzo {
  const { codice, testo } = specie(c)
  const numero = String(1 + Math.floor(c.frazione() * c.frazione() * 160))
  const interno = c.capita(0.45) && { interno1: String(c.fra(1, 30)) }
  const scala = interno && c.capita(0.2) && { scala: c.una(['A', 'B', 'C']) }
  const lettera = c.capita(0.07) && { lettera: c.una(['A', 'B', 'C']) }
  return {
    tipoIndirizzo: '1', // decode table 25: residence
    indirizzo: {
      cap: capDi(a.qui.sigla, a.istat),
      comune: a.qui.il(a.oggi)!.comune!,
      toponimo: g.senzaDimora ? CASA_COMUNALE : { codSpecie: codice, specie: testo, denominazioneToponimo: strada(c) },
      ...(!g.senzaDimora && {
        numeroCivico: { numero, ...lettera, ...(interno && { civicoInterno: { ...scala, ...interno } }) },
      }),
    },
  }
}

function allEstero(c: Caso, { dove, citta }: NonNullable<Gruppo['estero']>): Indirizzo {
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
export const indirizzo = (c: Caso, a: Ambiente, g: Gruppo): Indirizzo =>
  g.estero ? allEstero(c, g.estero) : italiano(c, a, g)
