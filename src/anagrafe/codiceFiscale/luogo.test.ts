import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { RADICE } from '../../radice.ts'
import { leggiArchivio } from '../territorio/archivio.ts'
import { territorioDiBase } from '../territorio/base.ts'
import { datiDaArchivio } from '../territorio/importa.ts'
import { indicizza, type Territorio } from '../territorio/territorio.ts'
import { ammette, type LuogoNascita, luoghiAmmessi } from './luogo.ts'

const ARCHIVIO = join(RADICE, '../shared/reference/archivi/ANPR_archivio_comuni.csv')
const diBase = indicizza(territorioDiBase(), false)
const comune = (nome: string, sigla: string, codiceIstat?: string): LuogoNascita => ({
  comune: { nome, sigla, codiceIstat },
})

type Caso = readonly [string, LuogoNascita, string, readonly string[]]
const STATI: readonly Caso[] = [
  ['a state that stands', { stato: '536' }, '1970-01-01', ['Z404']],
  ['the same by the Agenzia’s code', { stato: 'Z404' }, '1970-01-01', ['Z404']],
  ['Ukraine while the USSR stood: either', { stato: '243' }, '1970-01-01', ['Z138', 'Z135']],
  ['Ukraine after it: only its own', { stato: '243' }, '1992-01-01', ['Z138']],
  ['998 with the name of a dead state, whole or short', { stato: '998', nome: "Cecoslovacchia" }, '1970-01-01', ['Z105', 'Z155', 'Z156']], // biome-ignore format: a table
  ['Yugoslavia as software sends it', { stato: '224' }, '1970-01-01', ['Z118', 'Z148', 'Z149', 'Z150', 'Z153', 'Z157', 'Z158', 'Z159', 'Z160']], // biome-ignore format: a table
  ['Slovenia in 1960', { stato: 'Z150' }, '1960-05-05', ['Z150', 'Z118']],
  ['Germany in 1970: also East Germany', { stato: 'Z112' }, '1970-05-05', ['Z112', 'Z111']],
  ['a state before the year with which our table begins', { stato: '536' }, '1895-01-01', ['Z404']],
  ['998 alone', { stato: '998' }, '1970-01-01', []],
  ['998 with a name that no state had', { stato: '998', nome: 'Atlantide' }, '1970-01-01', []],
  ['a territory without a code of the Agenzia (Guernsey)', { stato: '274' }, '1970-01-01', []],
  ['a code that no state has', { stato: '000' }, '1970-01-01', []],
]
const COMUNI: readonly Caso[] = [
  ['as the register holds it', { idComune: 7501 }, '1970-01-01', ['H501']],
  ['by ISTAT code', comune('ROMA', 'RM', '058091'), '1970-01-01', ['H501']],
  ['by name and province', comune('Roma', 'RM'), '1970-01-01', ['H501']],
  ['one that ended: its own, and that of who took it over', comune('MONTECICCARDO', 'PU'), '1970-01-01', ['F474', 'G479']],
  ['one from which another was cut off keeps its births', comune('TRAPANI', 'TP', '081021'), '1970-01-01', ['L331']],
  ['before it was founded: that of the comune as sent', comune('MISILISCEMI', 'TP', '081025'), '1970-01-01', ['M432']],
  ['a day of which only the year is known', comune('ROMA', 'RM', '058091'), '1970', ['H501']],
  ['no day at all', comune('ROMA', 'RM', '058091'), '', ['H501']],
  ['a code that nobody has, but a name', comune('ROMA', 'RM', '999999'), '1970-01-01', ['H501']],
  ['nothing told', { comune: {} }, '1970-01-01', []],
  ['an id that is none', { idComune: -1 }, '1970-01-01', []],
] // biome-ignore format: a table
const STORIA: readonly Caso[] = [
  ['born where the name was another (Abano, since 1924 Abano Terme)', comune('ABANO', 'PD', '028001'), '1920-01-01', ['A001']],
  ['by that name alone', comune('Abano', 'PD'), '1920-01-01', ['A001']],
  ['by the later name too', comune('ABANO TERME', 'PD', '028001'), '1920-01-01', ['A001']],
  ['where the province was another (Lodi in MI)', comune('LODI', 'MI', '015126'), '1960-01-01', ['E648']],
  ['with the province of today', comune('LODI', 'LO', '098031'), '1960-01-01', ['E648']],
  ['a comune that ended in 2011', comune('GRAVEDONA', 'CO', '013112'), '1950-01-01', ['E151']],
  ['sent as the one of today, which was not there yet', comune('GRAVEDONA ED UNITI', 'CO', '013249'), '1950-01-01', ['M315']],
  ['Magliano Romano in 1934, founded in 1958 (italia/anpr #490)', comune('MAGLIANO ROMANO', 'RM', '058052'), '1934-01-01', ['E813']],
  ['Castelsilano in 1930, founded in 1950', comune('CASTELSILANO', 'KR', '101005'), '1930-01-01', ['B968']],
  ['an ISTAT code used twice: who had it that day', comune('ABBASANTA', 'CA', '092001'), '1920-01-01', ['A007']],
  ['the same code, later', comune('ARBUS', 'CA', '092001'), '1980-01-01', ['A359']],
  ['a name that two comuni had: the province tells', comune('CASTRO', 'BG'), '1980-01-01', ['C337']],
  ['now in Croatia (Lussinpiccolo)', comune('LUSSINPICCOLO', 'PL'), '1930-01-01', ['E766']],
] // biome-ignore format: a table

const esigi = (t: Territorio, casi: readonly Caso[]) => {
  for (const [chi, luogo, il, codici] of casi) {
    expect(luoghiAmmessi(t, luogo, il), chi).toEqual(codici)
    for (const c of codici) expect(ammette(t, luogo, il, c), chi).toBe(true)
    expect(ammette(t, luogo, il, 'F999'), chi).toBe(codici.length === 0 ? undefined : false)
  }
}

describe('the code of a birth', () => {
  test.each(STATI)('in %s', (...caso) => esigi(diBase, [caso]))
  test.each(COMUNI)('in a comune: %s', (...caso) => esigi(diBase, [caso]))
})

// Skipped where ../shared/reference is not beside the project: the ministry's archive is not ours to carry.
describe.skipIf(!existsSync(ARCHIVIO))('with the ministry’s archive (needs ../shared/reference)', () => {
  let t: Territorio
  beforeAll(async () => {
    t = indicizza(datiDaArchivio(await leggiArchivio(ARCHIVIO)), true)
  })
  test.each(STORIA)('in %s', (...caso) => esigi(t, [caso]))
  test.each(COMUNI)('in a comune: %s', (...caso) => esigi(t, [caso]))

  test('each of its 19,331 periods that have a cadastral code is admitted with it, sent by ISTAT code or by name', () => {
    const senza: string[] = []
    let trovati = 0
    for (const p of t.dati.periodi) {
      const codice = t.comunePerId(p.comune)?.comune.codice_catastale
      if (!codice) continue
      for (const codiceIstat of [p.codice_istat ?? undefined, undefined]) {
        const luogo = comune(p.nome, p.provincia, codiceIstat)
        if (ammette(t, luogo, p.dal, codice) !== true) senza.push(`${codice} ${p.nome} ${p.dal} ${codiceIstat}`)
        else trovati++
      }
    }
    expect(senza).toEqual([])
    expect(trovati).toBe(2 * 19_331)
  })
})
