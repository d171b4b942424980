// The contract's namespaces and its root elements. A type's official name is the name it is exported under.

import { opz, type Radice, sequenza, spazio, type Valore } from './linguaggio.ts'
import * as atti from './tipi/atti.ts'
import * as documenti from './tipi/documenti.ts'
import * as famiglie from './tipi/famiglie.ts'
import * as indirizzi from './tipi/indirizzi.ts'
import * as luoghi from './tipi/luoghi.ts'
import * as vocabolarioP000 from './tipi/p000.ts'
import * as persone from './tipi/persone.ts'
import * as vocabolario from './tipi/subentro.ts'
import * as testate from './tipi/testate.ts'
import * as testi from './tipi/testi.ts'
import * as unioni from './tipi/unioni.ts'

const ANPR = 'http://sogei.it/ANPR'

/** `tipoDato`: what all official services share. */
export const tipoDato = spazio(`${ANPR}/tipoDato`, 'tpdt', {
  ...testi,
  ...testate,
  ...luoghi,
  ...indirizzi,
  ...atti,
  ...persone,
  ...unioni,
  ...documenti,
  ...famiglie,
})
export const vocabolarioSubentro = spazio(`${ANPR}/vocabolarioSubentro`, 'anprSub', vocabolario)

const tipoSubentro = sequenza({
  datiFornitura: vocabolario.tipoDatiFornitura,
  datiInvio: opz(vocabolario.tipoDatiInvio),
  generalitaSoggetti: vocabolario.tipoSoggetti,
  famiglie: opz(vocabolario.tipoFamiglie),
  convivenze: opz(vocabolario.tipoConvivenze),
})
export type Subentro = Valore<typeof tipoSubentro>

/** The file with which a comune brings its register in. */
export const subentro: Radice<Subentro> = {
  nome: 'subentro',
  uri: `${ANPR}/subentro`,
  tipo: tipoSubentro,
  spazi: [tipoDato, vocabolarioSubentro],
}

/** The vocabulary of P000. */
export const vocabolarioP000sc = spazio(`${ANPR}/vocabolarioP000sc`, 'anprP000', vocabolarioP000)
