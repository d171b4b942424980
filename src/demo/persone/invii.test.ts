import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, test } from 'vitest'
import { riferimentoPresente } from '../../../test/conformance/confronto.ts'
import { type Giudizio, giudice, VALIDO } from '../../../test/conformance/giudice.ts'
import { carattereDiControllo, codiceCognome, codiceFiscale } from '../../anagrafe/codiceFiscale/codiceFiscale.ts'
import { senzaOmocodia } from '../../anagrafe/codiceFiscale/omocodia.ts'
import { territorioDiBase } from '../../anagrafe/territorio/base.ts'
import { lettoreSubentro } from '../../contratto/index.ts'
import { COGNOMI, DESINENZE, OVUNQUE, RADICI } from '../tavole/cognomi.ts'
import { type Fornitura, FornituraImpossibile } from './fornitura.ts'
import { invii } from './invii.ts'
import { stato } from './luoghi.ts'
import { TRIPLE_COGNOMI } from './nomi.ts'

const MILANO: Fornitura = { comune: '015146', soggetti: 3000, aire: 250, seme: 1, versione: 1, estratta: '2026-11-25' }
const testi = (f: Fornitura, perInvio?: number) => invii(f, perInvio).map(i => [...i.testo()].join(''))
// Taken apart as text: whether it is good XML is asked elsewhere.
const pezzi = (xml: string, e: string) => [...xml.matchAll(new RegExp(`<${e}>(.*?)</${e}>`, 'gs'))].map(m => m[1]!)
const valore = (xml: string, e: string) => new RegExp(`<${e}>([^<]*)</${e}>`).exec(xml)?.[1]

const [milano] = testi(MILANO)
const soggetti = pezzi(milano!, 'soggetto')
const gruppi = [...pezzi(milano!, 'famiglia'), ...pezzi(milano!, 'convivenza')].filter(g => g.includes('<tipoScheda>'))
const idDi = (s: string) => valore(s.slice(s.indexOf('<idSchedaSoggettoComune>')), 'idSchedaSoggetto')!
const perId = new Map(soggetti.map(s => [idDi(pezzi(s, 'generalitaSubIscr')[0]!), s]))
const conta = (xml: string, testo: string) => xml.split(testo).length - 1

describe('same seed, same bytes', () => {
  test('made twice, and in any order', () => {
    const due = invii(MILANO, 1000)
    const alContrario = due.toReversed().map(i => [...i.testo()].join(''))
    expect(alContrario.toReversed()).toEqual(testi(MILANO, 1000))
  })
  test.each([{ seme: 2 }, { comune: '001272' }])('other bytes with %o', altro => {
    expect(testi({ ...MILANO, ...altro })[0]).not.toBe(milano)
  })
})

describe('the totals that stand before the persons are what is counted', () => {
  test.each([30_000, 700])('in files of at most %i schede', perInvio => {
    const file = testi(MILANO, perInvio)
    expect(invii(MILANO, perInvio).map(i => i.nome)).toEqual(
      file.map((_, i) => `015146_SUBAPR_1_${i + 1}_${file.length}.gz`),
    )
    const somme = [0, 0, 0, 0, 0, 0, 0]
    for (const xml of file) {
      const s = pezzi(xml, 'soggetto').map(x => pezzi(x, 'generalitaSubIscr')[0]! + pezzi(x, 'cittadinanza')[0]!)
      const conteggio = [
        s.length,
        s.filter(x => x.includes('<codiceStato>100<')).length,
        s.filter(x => !x.includes('<codiceStato>100<')).length,
        s.filter(x => x.includes('<sesso>F<')).length,
        s.filter(x => x.includes('<sesso>M<')).length,
        conta(xml, '<tipoScheda>3<') + conta(xml, '<tipoScheda>5<'),
        conta(xml, '<tipoScheda>4<'),
      ]
      const invio = pezzi(xml, 'datiInvio')[0]!
      expect([...invio.matchAll(/<numero\w+>(\d+)/g)].map(m => Number(m[1]))).toEqual(conteggio)
      for (const [i, n] of conteggio.entries()) somme[i]! += n
    }
    for (const xml of file) {
      const fornitura = [...pezzi(xml, 'datiFornitura')[0]!.matchAll(/<numero\w+>(\d+)/g)].map(m => Number(m[1]))
      expect(fornitura).toEqual(somme)
    }
    expect(somme[0]).toBe(3000)
  })
  test.each([1, 2, 3, 7, 59, 60, 61, 400])('for %i soggetti exactly', n => {
    const [xml] = testi({ ...MILANO, soggetti: n, aire: Math.floor(n / 11) })
    expect(pezzi(xml!, 'soggetto')).toHaveLength(n)
    expect(conta(xml!, '<soggettoAIRE>S<')).toBe(Math.floor(n / 11))
  })
})

test('everybody is in a family or convivenza of the same file, and a number is used once', () => {
  for (const xml of testi(MILANO, 700)) {
    const id = pezzi(xml, 'idFamigliaConvivenza').map(String)
    const diMembri = pezzi(xml, 'idFamConvComune')
    expect(new Set(id).size).toBe(id.length)
    expect(new Set(diMembri)).toEqual(new Set(id))
    expect(diMembri).toHaveLength(pezzi(xml, 'soggetto').length)
  }
  expect(perId.size).toBe(soggetti.length)
})

test('a family has one head, a convivenza none among its members but one that is named', () => {
  const capi = new Map<string, number>()
  for (const s of soggetti) {
    const id = valore(s, 'idFamConvComune')!
    capi.set(id, (capi.get(id) ?? 0) + (valore(s, 'codiceLegame') === '1' ? 1 : 0))
  }
  for (const g of gruppi) {
    const convivenza = g.includes('<tipoScheda>4<')
    expect(capi.get(valore(g, 'idFamigliaConvivenza')!)).toBe(convivenza ? 0 : 1)
    expect(g.includes('<tipoTutoreIntestatario>')).toBe(convivenza)
  }
})

test('the heads of convivenze are told in three ways: member, of a family here, of another comune', () => {
  const modi = gruppi
    .filter(g => g.includes('<tipoScheda>4<'))
    .map(g => {
      const capo = pezzi(g, 'tipoTutoreIntestatario')[0]!
      const qui = capo.slice(capo.indexOf('<comuneResidenza>')).includes('<codiceIstat>015146<')
      if (!capo.includes('<idSchedaSoggetto>')) return qui ? 'sbagliato' : 'altrove'
      const sua = valore(perId.get(idDi(capo))!, 'idFamConvComune')
      return sua === valore(g, 'idFamigliaConvivenza') ? 'convive' : 'nel comune'
    })
  expect(new Set(modi)).toEqual(new Set(['convive', 'nel comune', 'altrove']))
})

const coniuge = (s: string) => pezzi(s, 'coniuge')[0] ?? ''
test('spouses point at each other, with the same day of marriage', () => {
  const sposati = soggetti.filter(s => coniuge(s).includes('<idSchedaSoggetto>'))
  expect(sposati.length).toBeGreaterThan(500)
  for (const s of sposati) {
    const altro = perId.get(idDi(coniuge(s)))!
    expect(idDi(coniuge(altro))).toBe(idDi(s))
    expect(valore(pezzi(altro, 'matrimonio')[0]!, 'dataEvento')).toBe(valore(pezzi(s, 'matrimonio')[0]!, 'dataEvento'))
    expect(valore(coniuge(s), 'codFiscale')).toBe(valore(altro, 'codFiscale'))
    expect(pezzi(s, 'statoCivile').join()).toContain('2')
  }
})

test('a marriage that ended tells the spouse, the wedding before the end, and how it ended', () => {
  const finiti = soggetti.filter(s => coniuge(s) && !coniuge(s).includes('<idSchedaSoggetto>'))
  expect(finiti.length).toBeGreaterThan(200)
  for (const s of finiti) {
    const vedova = pezzi(s, 'vedovanza')[0]
    const sciolta = pezzi(s, 'separazioneAnnullamentoCessazioneMatrimonio')[0]
    const fine = vedova ? valore(vedova, 'dataEvento')! : valore(pezzi(sciolta!, 'sentenza')[0]!, 'data')!
    const nozze = valore(pezzi(s, 'matrimonio')[0]!, 'dataEvento')!
    expect(valore(s, 'dataNascita')! < nozze && nozze < fine && fine <= MILANO.estratta, s).toBe(true)
    expect(pezzi(s, 'statoCivile').join()).toMatch(vedova ? /3/ : /2|4/)
  }
})

test('parents in the file are 16 to 62 years older and tell the same names', () => {
  const anno = (s: string) => Number(valore(s, 'dataNascita')!.slice(0, 4))
  let visti = 0
  for (const s of soggetti) {
    for (const genitore of [...pezzi(s, 'paternita'), ...pezzi(s, 'maternita')]) {
      if (!genitore.includes('<idSchedaSoggetto>')) continue
      const lui = perId.get(idDi(genitore))!
      expect(valore(lui, 'nome')).toBe(valore(genitore, 'nome'))
      expect(anno(s) - anno(lui)).toBeGreaterThanOrEqual(16)
      expect(anno(s) - anno(lui)).toBeLessThanOrEqual(62)
      visti++
    }
  }
  expect(visti).toBeGreaterThan(500)
})

test('dates are in order: birth, entry into the comune, then family, residence, last update, none after the extraction', () => {
  const origine = new Map(
    gruppi.map(g => [valore(g, 'idFamigliaConvivenza'), valore(g, 'dataOrigineFamigliaConvivenza')!]),
  )
  for (const s of soggetti) {
    const nascita = valore(s, 'dataNascita')!
    const iscrizione = valore(s, 'dataPrimaIscrizioneComune')!
    expect(nascita <= iscrizione).toBe(true)
    for (const dopo of ['dataDecorrenza', 'dataDecorrenzaResidenza', 'dataUltimoAggiornamento']) {
      expect(iscrizione <= valore(s, dopo)! && valore(s, dopo)! <= MILANO.estratta, `${dopo} ${s}`).toBe(true)
    }
    expect(origine.get(valore(s, 'idFamConvComune')!)! <= valore(s, 'dataDecorrenza')!).toBe(true)
    const nozze = pezzi(s, 'matrimonio')[0]
    if (nozze)
      expect(nascita < valore(nozze, 'dataEvento')! && valore(nozze, 'dataEvento')! <= MILANO.estratta).toBe(true)
  }
})

test('every codice fiscale is the one of its generalità, and nobody has another person’s', () => {
  const { comuni, periodi } = territorioDiBase()
  const codici = new Map(comuni.map(c => [c.id, c.codice_catastale]))
  const perIstat = new Map(periodi.map(p => [p.codice_istat, codici.get(p.comune)!]))
  const catastale = (s: string) => {
    const luogo = pezzi(s, 'luogoNascita')[0]!
    const istat = valore(luogo, 'codiceIstat')
    return istat ? perIstat.get(istat)! : stato(valore(luogo, 'codiceStato')!).codice
  }
  for (const s of soggetti) {
    const codice = valore(s, 'codFiscale')!
    const [cognome, nome] = [valore(s, 'cognome')!, valore(s, 'nome')!]
    const sesso = valore(s, 'sesso') as 'M' | 'F'
    expect(codice[15]).toBe(carattereDiControllo(codice))
    const suo = codiceFiscale({ cognome, nome, sesso, dataNascita: valore(s, 'dataNascita')!, luogo: catastale(s) })
    expect(senzaOmocodia(codice)).toBe(suo)
  }
  expect(new Set(soggetti.map(s => valore(s, 'codFiscale'))).size).toBe(soggetti.length)
})

test('the second person with a base code gets one of omocodia', () => {
  const codici: string[] = []
  for (const invio of invii({ ...MILANO, soggetti: 60_000 })) {
    for (const t of invio.testo())
      for (const [, c] of t.matchAll(/Iscr><codiceFiscale><codFiscale>(\w+)/g)) codici.push(c!)
  }
  const omocodi = codici.filter(c => senzaOmocodia(c) !== c)
  expect(omocodi.length).toBeGreaterThan(0)
  expect(new Set(codici).size).toBe(codici.length)
  for (const c of omocodi) expect(codici).toContain(senzaOmocodia(c))
})

test('a comune has foreigners with permits, people abroad with consulates, without a home, widowed, of unknown birth day', () => {
  const con = (...testi: string[]) => soggetti.filter(s => testi.every(t => s.includes(t))).length
  expect(con('<permessoSoggiorno>', '<questuraRilascioSoggiorno>')).toBeGreaterThan(50)
  const italiani = soggetti.filter(s => valore(pezzi(s, 'cittadinanza')[0]!, 'codiceStato') === '100')
  expect(italiani.filter(s => s.includes('<permessoSoggiorno>'))).toEqual([])
  expect(con('<soggettoAIRE>S<', '<consolato>', '<tipoIndirizzo>4<')).toBe(250)
  expect(con('<senzaFissaDimora>S<')).toBeGreaterThan(0)
  expect(con('<vedovanza>')).toBeGreaterThan(50)
  expect(con('<separazioneAnnullamentoCessazioneMatrimonio>')).toBeGreaterThan(30)
  expect(con('<cartaIdentita>')).toBeGreaterThan(1500)
  expect(con('<codiceLegame>23<')).toBeGreaterThan(30)
  for (const s of soggetti.filter(x => /<senzaGiornoMese>1</.test(pezzi(x, 'generalitaSubIscr')[0]!))) {
    expect(valore(s, 'dataNascita')).toMatch(/-01-01$/)
  }
  const incerte = testi({ ...MILANO, soggetti: 12_000 }).join()
  expect(incerte).toContain('<senzaGiorno>1<')
  expect(incerte).toContain('<senzaGiornoMese>1<')
})

test('every section that a visura shows is in the file of a town; the German address in Bolzano’s', () => {
  const xml = testi({ ...MILANO, soggetti: 12_000 }).join()
  for (const sezione of [
    'attoNascita', 'cittadinanza', 'altraCittadinanza', 'paternita', 'maternita', 'residenza', 'famiglia', 'convivenza',
    'matrimonio', 'vedovanza', 'separazioneAnnullamentoCessazioneMatrimonio', 'unioneCivile', 'convivenzaDiFatto',
    'cartaIdentita', 'permessoSoggiorno', 'listaElettorale', 'listaLeva', 'censimento', 'altriDati',
  ]) expect(xml, sezione).toContain(`<${sezione}>`) // biome-ignore format: the list
  expect(testi({ ...MILANO, comune: '021008', soggetti: 300 })[0]).toMatch(/<altraLingua>.*BOZEN.*STRASSE/s)
})

test('acts are formed on their event’s day or soon after, none after the extraction', () => {
  const formati = milano!.matchAll(/<anno>(\d{4})<\/anno>.*?<dataFormazioneAtto>([\d-]+)</gs)
  let visti = 0
  for (const [, anno, il] of formati) {
    expect(il!.slice(0, 4)).toBe(anno)
    expect(il! <= MILANO.estratta).toBe(true)
    visti++
  }
  expect(visti).toBeGreaterThan(3000)
  for (const s of soggetti) {
    const atto = pezzi(s, 'attoNascita')[0]
    if (atto) expect(valore(atto, 'dataFormazioneAtto')! >= valore(s, 'dataNascita')!).toBe(true)
  }
})

test('triples of letters stay far below what keys can hold', () => {
  const radici = RADICI.trim().split(/\s*,\s*/)
  const code = Object.values(DESINENZE).flatMap(d => d.split(', ').flatMap(fine => radici.map(r => r + fine)))
  const cognomi = Object.values(COGNOMI)
    .concat(OVUNQUE)
    .flatMap(l => l.trim().split(/\s*,\s*/))
  const triple = new Set([...code, ...cognomi].map(codiceCognome))
  expect(triple.size).toBeLessThan(TRIPLE_COGNOMI / 2)
})

test('electors are Italians of age, men are called to the leva at seventeen, foreigners to neither', () => {
  for (const s of soggetti) {
    const nato = valore(s, 'dataNascita')!
    const italiano = valore(pezzi(s, 'cittadinanza')[0]!, 'codiceStato') === '100'
    const maggiorenne = nato <= '2008-11-25'
    expect(s.includes('<elettore>S<')).toBe(italiano && maggiorenne)
    expect(s.includes('<iscritto>S<')).toBe(italiano && valore(s, 'sesso') === 'M' && nato < '2010')
  }
})

test('identity cards are electronic since 2018, paper before 2016', () => {
  const carte = soggetti.flatMap(s => pezzi(s, 'cartaIdentita'))
  expect(carte.length).toBeGreaterThan(2000)
  for (const c of carte) {
    const [numero, rilascio] = [valore(c, 'numero')!, valore(c, 'dataRilascio')!]
    expect(numero).toMatch(
      rilascio > '2018-09-01' ? /^C[A-Z]\d{5}[A-Z]{2}$/ : rilascio < '2016-07-04' ? /^A[A-Z]\d{7}$/ : /^[AC]/,
    )
    expect(valore(c, 'dataScadenza')! >= MILANO.estratta).toBe(true)
  }
})

test('the consulate of who lives abroad is one that serves that state', () => {
  const { competenze } = territorioDiBase()
  const serve = new Set(competenze.map(c => `${c.codice_istat} ${c.consolato}`))
  for (const s of soggetti.filter(x => x.includes('<localitaEstera>'))) {
    const estera = pezzi(s, 'localitaEstera')[0]!
    expect(serve).toContain(`${valore(estera, 'codiceStato')} ${valore(estera, 'codiceConsolato')}`)
  }
})

describe('a fornitura cannot be made', () => {
  test.each([
    ['of a comune that is not', { comune: '999999' }, 'comune'],
    ['of nobody', { soggetti: 0 }, 'soggetti'],
    ['of half a person', { soggetti: 1.5 }, 'soggetti'],
    ['with more abroad than there are', { aire: 3001 }, 'aire'],
    ['with a seed below zero', { seme: -1 }, 'seme'],
    ['of version 0', { versione: 0 }, 'versione'],
    ['on a day that no calendar has', { estratta: '2026-02-30' }, 'estratta'],
  ])('%s', (_, errato, campo) => {
    const prova = () => invii({ ...MILANO, ...errato })
    expect(prova).toThrow(FornituraImpossibile)
    expect(prova).toThrow(expect.objectContaining({ campo }))
  })
})

describe.skipIf(!riferimentoPresente)(
  'the official XSD accepts (skipped where ../shared/reference is not there)',
  () => {
    let giudica: (xml: string) => Giudizio
    beforeAll(() => {
      giudica = giudice()
    })
    test.each(['015146', '021008', '110002', '007003', '032006', '083090'])('the file of %s', comune => {
      for (const xml of testi({ ...MILANO, comune }, 2000)) expect(giudica(xml)).toEqual(VALIDO)
    })
  },
)

test('the contract’s own reader takes every file without an error', () => {
  const letti = { soggetto: 0, famiglia: 0, convivenza: 0 }
  const lettore = lettoreSubentro({
    datiFornitura: () => {},
    datiInvio: () => {},
    soggetto: () => letti.soggetto++,
    famiglia: () => letti.famiglia++,
    convivenza: () => letti.convivenza++,
  })
  for (const invio of invii(MILANO)) for (const pezzo of invio.testo()) lettore.scrivi(pezzo)
  lettore.fine()
  expect(lettore.errori).toEqual([])
  expect(letti.soggetto).toBe(3000)
  expect(letti.famiglia).toBeGreaterThan(1000)
  expect(letti.convivenza).toBe(3)
})

test('memory stays flat however many soggetti', () => {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  const alPiu = (soggetti: number) => {
    let massimo = 0
    let n = 0
    for (const invio of invii({ ...MILANO, soggetti }, Number.POSITIVE_INFINITY)) {
      for (const _ of invio.testo()) {
        if (n++ % 400 !== 399) continue
        gc()
        massimo = Math.max(massimo, process.memoryUsage().heapUsed)
      }
    }
    return massimo / 1e6
  }
  const [pochi, molti] = [alPiu(15_000), alPiu(75_000)]
  expect(molti - pochi).toBeLessThan(8)
})

test('speed, both passes counted (printed, not judged)', () => {
  const inizio = performance.now()
  let byte = 0
  for (const invio of invii({ ...MILANO, soggetti: 30_000 })) for (const pezzo of invio.testo()) byte += pezzo.length
  const secondi = (performance.now() - inizio) / 1000
  console.log(`${Math.round(30_000 / secondi)} schede/s, ${Math.round(byte / 1e6 / secondi)} MB/s`)
  expect(byte).toBeGreaterThan(30_000 * 2000)
})
