import { beforeAll, describe, expect, test } from 'vitest'
import { riferimentoPresente } from '../../../test/conformance/confronto.ts'
import { type Giudizio, giudice, VALIDO } from '../../../test/conformance/giudice.ts'
import { lettoreSubentro, type TipoFamiglieSub, type TipoGeneralitaSoggetto } from '../../contratto/index.ts'
import { comuniDemo, fornituraDemo } from '../comuni.ts'
import { FornituraImpossibile } from '../persone/fornitura.ts'
import { invii } from '../persone/invii.ts'
import { terra } from '../persone/luoghi.ts'
import { documento, elencoStorie, fornituraDellaStoria } from '../synth.ts'
import { STORIE } from './elenco.ts'
import { FAMIGLIE } from './famiglie.ts'

const OGGI = '2026-11-25'

interface Letto {
  soggetti: TipoGeneralitaSoggetto[]
  gruppi: TipoFamiglieSub[]
  errori: readonly unknown[]
}
function leggi(pezzi: Iterable<string>): Letto {
  const letto: Letto = { soggetti: [], gruppi: [], errori: [] }
  const lettore = lettoreSubentro({
    datiFornitura: () => {},
    datiInvio: () => {},
    soggetto: s => letto.soggetti.push(s),
    famiglia: f => letto.gruppi.push(f),
    convivenza: f => letto.gruppi.push(f),
  })
  for (const pezzo of pezzi) lettore.scrivi(pezzo)
  lettore.fine()
  return { ...letto, errori: lettore.errori }
}
const cf = (s: TipoGeneralitaSoggetto) => s.generalitaSubIscr.codiceFiscale!.codFiscale
const della = (storia: string, comune?: string) =>
  leggi(documento(fornituraDellaStoria({ storia, ...(comune && { comune }) }, OGGI)))
/** The person that a story is about, as her comune sends her. */
const lei = (storia: string) => {
  const { codiceFiscale } = STORIE.find(s => s.nome === storia)!
  return della(storia).soggetti.find(s => cf(s) === codiceFiscale)!
}

describe('the stories', () => {
  test('each has a name of its own and a family in each of its comuni', () => {
    expect(new Set(STORIE.map(s => s.nome)).size).toBe(STORIE.length)
    for (const s of STORIE) expect(Object.keys(FAMIGLIE[s.nome]!).sort()).toEqual([s.comune, ...(s.altri ?? [])].sort())
    expect(Object.keys(FAMIGLIE)).toEqual(STORIE.map(s => s.nome))
  })
  test('no two people of different stories share a codice fiscale', () => {
    expect(new Set(STORIE.map(s => s.codiceFiscale)).size).toBe(STORIE.length)
  })
  test.each(STORIE.map(s => [s.nome, s] as const))(
    '%s: name, birth and codice fiscale of the table are the scheda’s',
    (_, s) => {
      const g = lei(s.nome).generalitaSubIscr
      expect(g.dataNascita).toBe(s.nascita)
      const suoi = [...('nome' in g ? [g.nome] : []), ...('cognome' in g ? [g.cognome] : [])]
      expect(s.persona.toLocaleUpperCase('it')).toBe(suoi.join(' '))
      expect(terra(s.comune)!.il(20_000)!.comune!.nomeComune).toContain(s.nomeComune.toUpperCase())
    },
  )
  test('the list tells name, comune and what each shows, a line each', () => {
    const righe = elencoStorie().trimEnd().split('\n')
    expect(righe).toHaveLength(STORIE.length)
    for (const [i, s] of STORIE.entries()) expect(righe[i]).toMatch(new RegExp(`^${s.nome} +${s.nomeComune} `))
  })
})

describe('what a story shows is in the file', () => {
  test('a minor’s parents are in the file', () => {
    expect(lei('minore').maternita!.generalita.codiceFiscale).toBeDefined()
  })
  test('who lives abroad has a consulate and two citizenships', () => {
    const s = lei('aire')
    expect(s.generalitaSubIscr.soggettoAIRE).toBe('S')
    expect(s.residenza).toMatchObject({ localitaEstera: { consolato: { codiceConsolato: '2600103' } } })
    expect(s.altraCittadinanza).toHaveLength(1)
  })
  test('an Italian born abroad has a transcribed act of birth', () => {
    expect(lei('oriundo').attoNascita).toMatchObject({ trascritto: '1', serie: 'B' })
  })
  test('a widow’s husband is named, with wedding and act of death, and is her children’s father', () => {
    const s = lei('vedova')
    expect(s.matrimonio).toMatchObject({
      coniuge: { cognome: 'IOVINE', nome: 'GENNARO' },
      datiMatrimonio: { dataEvento: '2001-07-14' },
    })
    expect(s.vedovanza!.datiMorteconiuge).toMatchObject({ dataEvento: '2016-01-19', attoEvento: { anno: '2016' } })
    const figli = della('vedova').soggetti.slice(1)
    expect(figli.map(f => f.paternita!.generalita)).toMatchObject(
      figli.map(() => ({ cognome: 'IOVINE', nome: 'GENNARO' })),
    )
  })
  test.each(['cf-non-validato', 'oriundo'])('the codice fiscale of %s is not validated, all others are', nome => {
    expect(lei(nome).generalitaSubIscr.codiceFiscale!.validitaCF).toBe('9')
    expect(lei('famiglia').generalitaSubIscr.codiceFiscale!.validitaCF).toBe('1')
  })
  test('the double is the same person in both comuni, down to her act of birth and her parents', () => {
    const [qui, la] = ['097042', '100005'].map(c => della('doppione', c).soggetti[0]!)
    for (const parte of ['attoNascita', 'paternita', 'maternita', 'cittadinanza'] as const)
      expect(qui![parte]).toEqual(la![parte])
    expect(cf(qui!)).toBe(cf(la!))
    expect(qui!.residenza).not.toEqual(la!.residenza)
  })
  test('the centenarian’s place of birth is the comune of then', () => {
    expect(lei('centenaria').generalitaSubIscr.luogoNascita.comune).toMatchObject({
      nomeComune: 'GALLUZZO',
      siglaProvinciaIstat: 'FI',
    })
    expect(cf(lei('centenaria')).slice(11, 15)).toBe('D887')
  })
  test('a foreigner has a permit of the questura, a citizen of the Union an attestation of the comune', () => {
    expect(lei('straniero').permessoSoggiorno!.questuraRilascioSoggiorno).toBe('QUESTURA DI MODENA')
    expect(lei('comunitaria').permessoSoggiorno!.tipoSoggiorno).toMatch(/3|4/)
    expect(lei('comunitaria').permessoSoggiorno!.comune).toBeDefined()
  })
  test('a civil union stands in both schede, after 5 June 2016', () => {
    const due = della('unione-civile').soggetti
    for (const s of due) {
      expect(s.statoCivile!.statoCivile).toBe('6')
      expect(s.unioneCivile).toMatchObject({ attoUnione: { dataEvento: '2017-09-16' } })
    }
    expect(due[1]!.famiglia!.legameSoggetto.codiceLegame).toBe('28')
  })
  test('a divorced man’s scheda has the sentence, the first wife and the new partner', () => {
    const s = lei('divorziato')
    expect(s.separazioneAnnullamentoCessazioneMatrimonio!.sentenza!.data).toBe('2011-05-24')
    expect(s.matrimonio!.coniuge).toMatchObject({ cognome: 'FABRIZI' })
    expect(s.convivenzaDiFatto).toMatchObject({ convivente: { cognome: 'DE ANGELIS' } })
  })
  test('a friar and a guest live in a convivenza whose head is told', () => {
    for (const nome of ['frate', 'casa-di-riposo']) {
      expect(lei(nome).convivenza!.legameSoggetto.codiceLegame).toBe('2')
      expect(della(nome).gruppi[0]).toMatchObject({ tipoScheda: '4', tipoTutoreIntestatario: {} })
    }
  })
  test('no fixed home, only the year, no surname, omocodia, certifiable in part', () => {
    expect(lei('senza-dimora').attributiSoggetto!.senzaFissaDimora).toBe('S')
    expect(lei('solo-anno').generalitaSubIscr).toMatchObject({ senzaGiornoMese: '1', dataNascita: '1979-01-01' })
    expect(lei('senza-cognome').generalitaSubIscr).toMatchObject({ senzaCognome: '1', nome: 'AMANULLAH' })
    expect(cf(lei('omocodia')).slice(12, 15)).toMatch(/[L-V]$/)
    expect(lei('certificabilita-parziale').attributiSoggetto!.soggettoCertificabile).toBe('1')
  })
  test('addresses in German and Slovene stand beside the Italian ones; rare letters are kept', () => {
    expect(lei('bolzano').altraLingua).toMatchObject([
      { descrizioneLocalita: 'BOZEN', denominazioneToponimo: 'WALTHERPLATZ' },
    ])
    expect(lei('slovena').altraLingua).toMatchObject([{ denominazioneToponimo: 'VAŠKA ULICA' }])
    expect(lei('lettere').generalitaSubIscr).toMatchObject({ cognome: 'ŚWIĄTEK-DĄBROWSKA', nome: 'ŁUCJA' })
  })
})

describe('a story is asked for', () => {
  test.each([
    [{ storia: 'nessuna' }, /"nessuna" non c'è/],
    [{ storia: 'vedova', comune: '015146' }, /vedova sta in 063049/],
    [{ storia: 'vedova', data: '2010-01-01' }, /arriva al 2016-01-19/],
  ])('%o is refused with %s', (arg, messaggio) => {
    expect(() => fornituraDellaStoria(arg, OGGI)).toThrow(messaggio)
    expect(() => fornituraDellaStoria(arg, OGGI)).toThrow(FornituraImpossibile)
  })
})

describe('the demo', () => {
  const comuni = comuniDemo(OGGI)
  test.each([1000, 100_000])('at 1:%i every story’s comune is in and has her, read without an error', scala => {
    for (const s of STORIE) {
      for (const istat of [s.comune, ...(s.altri ?? [])]) {
        const c = comuni.find(x => x.istat === istat)
        if (c?.stato !== 'in') throw new Error(`${istat} is not in`)
        const f = fornituraDemo(istat, scala, c.subentrato)
        const { soggetti, errori } = leggi(invii(f).flatMap(i => [...i.testo()]))
        expect(errori).toEqual([])
        expect(soggetti.map(cf)).toContain(s.codiceFiscale)
        const narrati = Object.values(FAMIGLIE).reduce((n, x) => n + (x[istat]?.membri.length ?? 0), 0)
        expect(soggetti).toHaveLength(f.soggetti + narrati)
      }
    }
  })
  test('without being asked a register has no stories', () => {
    const { soggetti } = leggi(
      invii({ ...fornituraDemo('063049', 1000, OGGI), storie: undefined }).flatMap(i => [...i.testo()]),
    )
    expect(soggetti.map(cf)).not.toContain(STORIE.find(s => s.nome === 'vedova')!.codiceFiscale)
  })
})

describe.skipIf(!riferimentoPresente)(
  'the official XSD accepts (skipped where ../shared/reference is not there)',
  () => {
    let giudica: (xml: string) => Giudizio
    beforeAll(() => {
      giudica = giudice()
    })
    test.each(STORIE.flatMap(s => [s.comune, ...(s.altri ?? [])].map(c => [s.nome, c] as const)))(
      '%s of %s',
      (storia, comune) => {
        expect(giudica([...documento(fornituraDellaStoria({ storia, comune }, OGGI))].join(''))).toEqual(VALIDO)
      },
    )
  },
)
