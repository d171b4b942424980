import type { TipoFamiglieSub } from '../../contratto/index.ts'
import { estero } from '../tavole/nazioni.ts'
import { caso } from './caso.ts'
import { convivenza } from './convivenza.ts'
import { famiglia } from './famiglia.ts'
import { generalita, type Omocodie } from './generalita.ts'
import { anni, testoDi } from './giorni.ts'
import { type Ambiente, type Gruppo, giornoFra, idGruppo } from './gruppo.ts'
import { altrove } from './luoghi.ts'
import { persona } from './persona.ts'

/** The order of a comune's groups: convivenze, then families, then families abroad. */
export interface Pianta {
  convivenze: number
  /** Members of each convivenza. */
  conviventi: number
  /** Index of the first family abroad. */
  primaEstera: number
  /** Places left where a section ends: the group may not be larger. */
  resto: Map<number, number>
  /** Groups of the stories: first those that are convivenze, from 0; then families, from `convivenze`. */
  storie: ReadonlyMap<number, Gruppo>
  storieInConvivenza: number
  /** How many of them are families, wherever they live. */
  famiglieDiStorie: number
}

/** Makes the group of this index; the same one whenever it is asked for. */
export function gruppo(a: Ambiente, pianta: Pianta, indice: number): Gruppo {
  const narrato = pianta.storie.get(indice)
  if (narrato) return narrato
  const c = caso(a.semi[0], a.semi[1], indice, 1)
  const genere = indice < pianta.convivenze ? 'convivenza' : indice < pianta.primaEstera ? 'famiglia' : 'estero'
  // The first family, and then one in two thousand, has no fixed home.
  const senzaDimora =
    genere === 'famiglia' &&
    pianta.convivenze > 0 &&
    (indice === pianta.convivenze + pianta.famiglieDiStorie || c.capita(0.0005))
  const g: Gruppo = { indice, seme: indice, genere, persone: [], origine: a.oggi, senzaDimora }
  if (genere === 'convivenza') {
    convivenza(c, a, g, pianta.conviventi + c.fra(-1, 1), indice - pianta.storieInConvivenza)
  } else {
    if (genere === 'estero') {
      const dove = estero(c)
      g.estero = { dove, citta: c.una(dove.citta) }
    }
    famiglia(c, a, g, pianta.resto.get(indice) ?? 99)
  }
  for (const [i, p] of g.persone.entries()) p.n = i + 1
  return g
}

/** The head of a convivenza, told in one of the three ways: member and named (SUBENTRO 1.4); member of his own family in
 *  this comune, and named; living in another comune, only named. */
function responsabile(
  a: Ambiente,
  pianta: Pianta,
  g: Gruppo,
  omocodie: Omocodie,
): TipoFamiglieSub['tipoTutoreIntestatario'] {
  const [uno, due] = g.semi ?? a.semi
  const c = caso(uno, due, g.seme, 3)
  const dal = { dataIntestarioConvivenza: testoDi(giornoFra(c, Math.max(g.origine, a.oggi - anni(3)), a.oggi)) }
  const qui = a.qui.il(a.oggi)!.comune!
  if (g.convivenza?.responsabile === 'convive') {
    const lui = g.persone[0]!
    const dove = { istat: a.istat, indice: g.indice, omocodie }
    return { generalita: generalita(lui, dove), comuneResidenza: qui, dataIntestarioConvivenza: testoDi(lui.ingresso) }
  }
  if (g.convivenza?.responsabile === 'nel comune') {
    const sua = gruppo(a, pianta, pianta.convivenze + pianta.famiglieDiStorie + 1 + g.indice)
    const dove = { istat: a.istat, indice: sua.indice, omocodie }
    return { generalita: generalita(sua.persone[0]!, dove), comuneResidenza: qui, ...dal }
  }
  const lui = persona(c, a, c.capita(0.6) ? 'F' : 'M', a.oggi - anni(c.fra(38, 64)) - c.sotto(365), {})
  const { idSchedaSoggettoComune: _, ...altri } = generalita(lui, { istat: a.istat, indice: -1, omocodie: new Map() })
  let suo = altrove(c, a.oggi, a.qui.sigla)
  while (suo.codice === a.codice) suo = altrove(c, a.oggi)
  return { generalita: altri, comuneResidenza: suo.comune!, ...dal }
}

/** The group's own scheda. Decode tables 3 family, 4 convivenza, 5 family abroad; 26 motives; 23 movements. */
export function schedaGruppo(a: Ambiente, pianta: Pianta, g: Gruppo, omocodie: Omocodie): TipoFamiglieSub {
  const chiave = {
    idFamigliaConvivenzaComune: { idFamigliaConvivenzaComuneIstat: a.istat, idFamigliaConvivenza: idGruppo(g) },
  }
  if (g.convivenza) {
    return {
      ...chiave,
      dataOrigineFamigliaConvivenza: testoDi(g.origine),
      denominazioneConvivenza: g.convivenza.nome,
      specieConvivenza: g.convivenza.specie,
      tipoScheda: '4',
      tipoTutoreIntestatario: responsabile(a, pianta, g, omocodie),
    }
  }
  const capo = g.persone[0]!
  const arrivata = capo.iscrizione === g.origine
  return {
    ...chiave,
    famigliaAire: g.estero ? 'S' : 'N',
    dataOrigineFamigliaConvivenza: testoDi(g.origine),
    motivoCostituzione: g.motivo,
    ...(!g.estero && { tipoMovimentazione: arrivata ? '1' : capo.coniuge ? '6' : '5' }),
    tipoScheda: g.estero ? '5' : '3',
  }
}
