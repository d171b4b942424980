import { describe, expect, expectTypeOf, test } from 'vitest'
import { lettore, type Subentro, subentro, type TipoFamiglieSub, type TipoGeneralitaSoggetto } from './index.ts'
import { ERRORI_MASSIMI } from './lettore.ts'
import { lettoreSubentro } from './subentro.ts'

const FORNITURA = `<datiFornitura><versioneFornitura>1</versioneFornitura><totaleInvii>1</totaleInvii>${[
  'SchedeSoggetto',
  'CittadiniItaliani',
  'IscrittiNonItaliani',
  'PersoneSessoFemminile',
  'PersoneSessoMaschile',
  'SchedeFamiglia',
  'SchedeConvivenza',
]
  .map(n => `<numeroTotale${n}>0</numeroTotale${n}>`)
  .join('')}</datiFornitura>`
const ANNA = {
  cognome: '<cognome>Verdi</cognome>',
  nome: '<nome>Anna</nome>',
  sesso: '<sesso>F</sesso>',
  nascita: '<dataNascita>1981-10-12</dataNascita>',
  luogo: '<luogoNascita/>',
  poi: '',
}
const soggetto = (p: Partial<typeof ANNA> = {}, dopo = '') => {
  const a = { ...ANNA, ...p }
  return `<soggetto><generalitaSubIscr>${a.cognome}${a.nome}${a.sesso}${a.nascita}${a.luogo}${a.poi}</generalitaSubIscr>${dopo}</soggetto>`
}
const file = (soggetti: string, dopo = '') =>
  `<a:subentro xmlns:a="http://sogei.it/ANPR/subentro">\n${FORNITURA}\n<generalitaSoggetti>\n${soggetti}\n</generalitaSoggetti>\n${dopo}</a:subentro>`

function leggi(testo: string, passo = testo.length) {
  const soggetti: [TipoGeneralitaSoggetto, number][] = []
  const famiglie: [TipoFamiglieSub, number][] = []
  const convivenze: [TipoFamiglieSub, number][] = []
  const dati: unknown[] = []
  const l = lettoreSubentro({
    datiFornitura: v => dati.push(v),
    datiInvio: v => dati.push(v),
    soggetto: (v, riga) => soggetti.push([v, riga]),
    famiglia: (v, riga) => famiglie.push([v, riga]),
    convivenza: (v, riga) => convivenze.push([v, riga]),
  })
  for (let i = 0; i < testo.length; i += passo) l.scrivi(testo.slice(i, i + passo))
  l.fine()
  return { soggetti, famiglie, convivenze, dati, errori: l.errori }
}
const generalita = (testo: string) => leggi(testo).soggetti[0]?.[0].generalitaSubIscr

describe('values', () => {
  test('a person arrives with the line where her scheda starts', () => {
    expect(leggi(file(soggetto())).soggetti).toEqual([
      [
        {
          generalitaSubIscr: {
            cognome: 'Verdi',
            nome: 'Anna',
            sesso: 'F',
            dataNascita: '1981-10-12',
            luogoNascita: {},
          },
        },
        4,
      ],
    ])
  })
  test('pieces may be cut anywhere', () => {
    const testo = file(`${soggetto()}${soggetto({ cognome: '<cognome>D&apos;Àbaco<!-- c --></cognome>' })}`)
    for (const passo of [1, 2, 3, 7, 64]) expect(leggi(testo, passo)).toEqual(leggi(testo))
  })
  test('a date loses its time zone', () => {
    expect(generalita(file(soggetto({ nascita: '<dataNascita>1981-10-12+01:00</dataNascita>' })))?.dataNascita).toBe(
      '1981-10-12',
    )
    expect(generalita(file(soggetto({ nascita: '<dataNascita>1981-10-12Z</dataNascita>' })))?.dataNascita).toBe(
      '1981-10-12',
    )
  })
  test('a name may be one blank, and keeps its blanks', () => {
    expect(generalita(file(soggetto({ cognome: '<cognome> </cognome>', nome: '<nome> A  B </nome>' })))).toMatchObject({
      cognome: ' ',
      nome: ' A  B ',
    })
  })
  test('numbers lose the blanks around them', () => {
    const id = '<idSchedaSoggettoANPR>\n 12\t</idSchedaSoggettoANPR>'
    expect(generalita(file(soggetto({ poi: id })))?.idSchedaSoggettoANPR).toBe('12')
  })
  test('text in pieces is one value: references, CDATA, comments between', () => {
    const cognome = '<cognome>D&#39;<![CDATA[Al]]>ò<!-- x -->e<?x?></cognome>'
    expect(generalita(file(soggetto({ cognome })))?.cognome).toBe("D'Alòe")
  })
  test('an element that may be many is an array, one that is absent has no key', () => {
    const altra =
      '<altraCittadinanza><descrizioneStato>FRANCIA</descrizioneStato><codiceStato>215</codiceStato></altraCittadinanza>'
    const [v] = leggi(file(soggetto({}, altra))).soggetti[0]!
    expect(v.altraCittadinanza).toEqual([{ descrizioneStato: 'FRANCIA', codiceStato: '215' }])
    expect('cittadinanza' in v).toBe(false)
  })
  test('families and convivenze come by their own callbacks', () => {
    const uno = '<tipoScheda>3</tipoScheda>'
    const dopo = `<famiglie><famiglia>${uno}</famiglia></famiglie><convivenze><convivenza>${uno}</convivenza></convivenze>`
    const letto = leggi(file(soggetto(), dopo))
    expect([letto.famiglie, letto.convivenze, letto.errori]).toEqual([
      [[{ tipoScheda: '3' }, 6]],
      [[{ tipoScheda: '3' }, 6]],
      [],
    ])
  })
  test('a whole document is one value where it is asked for', () => {
    let tutto: Subentro | undefined
    const l = lettore(subentro, { '': v => (tutto = v) })
    l.scrivi(file(soggetto()))
    l.fine()
    expect(tutto?.generalitaSoggetti.soggetto).toHaveLength(1)
    expectTypeOf<Subentro['generalitaSoggetti']['soggetto']>().toEqualTypeOf<TipoGeneralitaSoggetto[]>()
  })
  test('the static type knows what is mandatory, optional, and a choice', () => {
    type G = TipoGeneralitaSoggetto['generalitaSubIscr']
    expectTypeOf<G['sesso']>().toEqualTypeOf<string>()
    expectTypeOf<G['cognome']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<G['codiceFiscale']>().toEqualTypeOf<
      { codFiscale: string; validitaCF?: string; dataAttribuzioneValidita?: string } | undefined
    >()
    expectTypeOf<TipoFamiglieSub['tipoScheda']>().toEqualTypeOf<string>()
  })
})

describe('namespaces', () => {
  test('with a default namespace on the root, its children say xmlns=""', () => {
    const testo = file(soggetto()).replace('a:subentro xmlns:a=', 'subentro xmlns=').replace('</a:', '</')
    expect(leggi(testo).errori[0]).toMatchObject({ riga: 2, elemento: 'subentro/datiFornitura' })
    const buono = testo.replace(/<(datiFornitura|generalitaSoggetti)>/g, '<$1 xmlns="">')
    expect(leggi(buono).errori).toEqual([])
  })
  test('a byte order mark and any prefix are fine', () => {
    expect(leggi(`\ufeff${file(soggetto()).replaceAll('a:', 'ns0:').replace('xmlns:a', 'xmlns:ns0')}`).errori).toEqual(
      [],
    )
  })
  test('an older namespace is refused, and the right one named', () => {
    const [errore] = leggi(file(soggetto()).replace('ANPR/subentro', 'ANPR/vecchio')).errori
    expect(errore?.messaggio).toContain('deve essere http://sogei.it/ANPR/subentro')
  })
})

describe('errors of the schema', () => {
  test('a missing element is told where the next one stands, or at its parent where none follows', () => {
    expect(leggi(file(soggetto({ sesso: '' }))).errori).toEqual([
      {
        riga: 4,
        colonna: expect.any(Number),
        elemento: 'subentro/generalitaSoggetti/soggetto/generalitaSubIscr/dataNascita',
        regola: 'element expected: sesso',
        messaggio: 'dataNascita: in generalitaSubIscr prima manca sesso: aggiungi l’elemento o correggi l’ordine',
      },
    ])
  })
  test('the missing one is the mandatory one, not all that might come', () => {
    const [errore] = leggi(file(soggetto({ luogo: '' }))).errori
    expect(errore).toMatchObject({
      elemento: 'subentro/generalitaSoggetti/soggetto/generalitaSubIscr',
      regola: 'element expected: luogoNascita',
    })
  })
  test('too long, wrong character, wrong code, no date: each names field, rule and remedy', () => {
    const male = soggetto({
      cognome: `<cognome>${'A'.repeat(81)}</cognome>`,
      nome: '<nome>An@a</nome>',
      sesso: '<sesso>X</sesso>',
      nascita: '<dataNascita>1981-02-30</dataNascita>',
    })
    expect(leggi(file(male)).errori.map(e => [e.regola.replace(/ \(.*/, ''), e.messaggio])).toEqual([
      ['maxLength 80', 'cognome: il valore ha 81 caratteri e deve averne al massimo 80: correggilo'],
      ['pattern', 'nome: il carattere «@» (posizione 3) non è ammesso in questo campo: toglilo o sostituiscilo'],
      ['pattern M|F|N|m|f|n', 'sesso: il valore deve essere uno di M, F, N, m, f, n: correggilo'],
      ['date', 'dataNascita: non è una data del calendario: scrivila come AAAA-MM-GG, senza spazi'],
    ])
  })
  test('a scheda with an error is not handed over, the next one is', () => {
    const { soggetti, errori } = leggi(file(`${soggetto({ luogo: '' })}\n${soggetto()}`))
    expect(errori).toHaveLength(1)
    expect(soggetti.map(([, riga]) => riga)).toEqual([5])
  })
  test('nor is one in the wrong place, or whose tag is wrong', () => {
    const doppio = file(soggetto()).replace(FORNITURA, FORNITURA + FORNITURA)
    expect(leggi(doppio)).toMatchObject({ dati: [expect.anything()], errori: [{ elemento: 'subentro/datiFornitura' }] })
    expect(leggi(file(soggetto()).replace('<soggetto>', '<soggetto id="1">')).soggetti).toEqual([])
  })
  test('one element out of place does not hide what is wrong elsewhere in the scheda', () => {
    const { errori } = leggi(file(soggetto({ sesso: '', nascita: '<dataNascita>ieri</dataNascita>' })))
    expect(errori.map(e => e.regola)).toEqual(['element expected: sesso', 'date'])
  })
  test('an unknown element is passed over with all it holds', () => {
    const { errori, soggetti } = leggi(file(`${soggetto({}, '<boh><sesso>X</sesso></boh>')}${soggetto()}`))
    expect(errori.map(e => e.elemento)).toEqual(['subentro/generalitaSoggetti/soggetto/boh'])
    expect(soggetti).toHaveLength(1)
  })
  test(`reading stops after ${ERRORI_MASSIMI} errors`, () => {
    const { errori } = leggi(file(soggetto({ sesso: '<sesso>X</sesso>' }).repeat(300)))
    expect(errori).toHaveLength(ERRORI_MASSIMI)
  })
  test('an attribute other than xsi: ones is refused', () => {
    expect(leggi(file(soggetto()).replace('<soggetto>', '<soggetto id="1">')).errori[0]?.regola).toBe('attribute id')
  })
  test('xsi:type may name the declared type or one derived from it, xsi:nil nothing', () => {
    const xsi = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:t="http://sogei.it/ANPR/tipoDato"'
    const con = (a: string) =>
      leggi(file(soggetto({ poi: `<soggettoAIRE ${xsi} ${a}>S</soggettoAIRE>` }))).errori.map(e => e.regola)
    expect(con('i:type="t:tipoSN1"')).toEqual([])
    expect(con('i:type="t:tipoSesso"')).toEqual(['xsi:type'])
    expect(con('i:type="z:tipoSN1"')).toEqual(['xsi:type'])
    expect(con('i:nil="false"')).toEqual(['not nillable'])
  })
  test('no value appears in an error, save one character', () => {
    const { errori } = leggi(file(soggetto({ cognome: '<cognome>Segretissimo_</cognome>' })))
    expect(JSON.stringify(errori)).not.toContain('Segret')
  })
})

describe('refused for safety', () => {
  const regole = (testo: string) => leggi(testo).errori.map(e => e.regola)
  test('a DOCTYPE, so that no entity can be declared', () => {
    const bomba = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">]>'
    expect(regole(bomba + file(soggetto()))).toEqual(['xml: DOCTYPE'])
    expect(regole(`<!DOCTYPE a SYSTEM "file:///etc/passwd">${file(soggetto())}`)).toEqual(['xml: DOCTYPE'])
  })
  test('an entity that XML does not know', () => {
    expect(regole(file(soggetto({ cognome: '<cognome>&xxe;</cognome>' })))).toEqual(['xml: entità'])
  })
  test('elements nested without end, also where they are passed over', () => {
    expect(regole(file(soggetto({}, '<x>'.repeat(200)))).at(-1)).toBe('xml: profondità massima 100')
  })
  test('a value, comment or tag without end', () => {
    const niente = () => {}
    const letti = (coda: string, pezzi = 40) => {
      const l = lettore(subentro, { '': niente }, { profondità: 20, testo: 10_000, attributi: 4, tag: 2_000 })
      l.scrivi(file(soggetto()).split('</soggetto>')[0]! + coda)
      for (let i = 0; i < pezzi; i++) l.scrivi('x'.repeat(1000))
      return l.errori.map(e => e.regola)
    }
    expect(letti('<note>')).toEqual([expect.any(String), 'xml: testo massimo 10000'])
    expect(letti('<!--')).toEqual(['xml: commento massimo 10000'])
    expect(letti('<a b="')).toEqual(['xml: tag massimo 2000'])
  })
  test('a value put together from many pieces', () => {
    const l = lettore(subentro, { '': () => {} }, { profondità: 20, testo: 1_000, attributi: 4, tag: 2_000 })
    l.scrivi(file(soggetto({ cognome: `<cognome>${`${'x'.repeat(100)}<!---->`.repeat(20)}</cognome>` })))
    expect(l.errori.map(e => e.regola)).toEqual(['testo massimo 1000'])
  })
  test('more than 32 attributes', () => {
    const molti = Array.from({ length: 33 }, (_, i) => `a${i}="1"`).join(' ')
    expect(regole(file(soggetto()).replace('<soggetto>', `<soggetto ${molti}>`))).toEqual(['xml: attributi massimi 32'])
  })
  test('a file cut short, with the line where it ends', () => {
    const { errori } = leggi(file(soggetto()).slice(0, -30))
    expect(errori[0]).toMatchObject({ riga: 5, regola: 'xml: fine di generalitaSoggetti' })
    expect(errori[0]?.messaggio).toContain('troncato')
  })
  test('a file that is not XML at all', () => {
    expect(regole('ISTAT;COGNOME;NOME\n')).toEqual(['xml: contenuto'])
    expect(regole('')).toEqual(['xml: contenuto'])
  })
})
