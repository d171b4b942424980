import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { subentro, xsd } from '../../src/contratto/index.ts'
import { restringe, xsString } from '../../src/contratto/linguaggio.ts'
import { semplice, valoreDi } from '../../src/contratto/semplici.ts'
import { disaccordo, documentoCasuale, errori } from './banco.ts'
import { ASSENTE, confronta, riferimentoPresente, SUBENTRO } from './confronto.ts'
import { sorte } from './generatore.ts'
import { giudice, VALIDO } from './giudice.ts'
import { BASE64, DATE, INTERI, MUTAZIONI, ZONE } from './mutazioni.ts'

/** Documents a kind of mutation. */
const QUANTE = 60
const DENSITÀ = [0.1, 0.25, 0.5]

const perché = riferimentoPresente ? '' : ` (skipped: ${ASSENTE})`
describe.skipIf(!riferimentoPresente)(`against the official schema${perché}`, () => {
  test('our definitions equal every official type that the root element reaches', () => {
    const { uguali, totale, differenze } = confronta(SUBENTRO)
    console.log(`subentro: ${uguali} of ${totale} types equal`)
    expect(differenze).toEqual([])
    expect([uguali, totale]).toEqual([161, 161])
  })

  test.each([
    ['a facet', /<xs:maxLength value="80"\/>/, '<xs:maxLength value="81"/>'],
    ['a pattern by one control character', '&#138;', ''],
    ['a base', 'base="tpdt:charMax20"', 'base="tpdt:charMax2"'],
    ['a cardinality', 'name="sesso" type="tpdt:tipoSesso" minOccurs="0"', 'name="sesso" type="tpdt:tipoSesso"'],
    ['an order', /(<xs:element name="volume".*\/>\s*)(<xs:element name="dataFormazioneAtto".*\/>)/, '$2$1'],
    ['a choice', /<(\/?)xs:choice>/g, '<$1xs:sequence>'],
    ['a name', 'name="tipoCap"', 'name="tipoCAP"'],
    ['the root', 'name="datiInvio" type', 'name="datiInvii" type'],
  ])('the comparison notices a change of %s', (_, cosa, con) => {
    const cambiati = [...xsd(subentro).values()].map(testo => testo.replace(cosa, con))
    expect(confronta(SUBENTRO, cambiati).differenze.length).toBeGreaterThan(0)
  })

  test('generated files are valid by the official schema, by our own, and for our reader', () => {
    const cartella = mkdtempSync(join(tmpdir(), 'contratto-'))
    for (const [nome, testo] of xsd(subentro)) writeFileSync(join(cartella, nome), testo)
    const giudici = [giudice(), giudice(join(cartella, 'subentro.xsd'))]
    rmSync(cartella, { recursive: true })
    const s = sorte(5)
    for (let i = 0; i < 300; i++) {
      const testo = documentoCasuale(s, DENSITÀ[i % 3]!)
      for (const giudica of giudici) expect(giudica(testo)).toEqual(VALIDO)
      expect(errori(testo, s)).toEqual([])
    }
  })

  test('dates with and without zones, integers and base64 are what libxml2 says they are', () => {
    const giudica = giudice()
    const s = sorte(7)
    const documento = (v: { data?: string; intero?: string; base64?: string }) =>
      documentoCasuale(s, 0).replace(
        '</soggetto>',
        `<convivenzaDiFatto><contrattoStipula><data>${v.data ?? '2001-01-01'}</data><documento>${v.base64 ?? ''}</documento></contrattoStipula><contrattoRisoluzione><motivoRisoluzione>${v.intero ?? '1'}</motivoRisoluzione></contrattoRisoluzione></convivenzaDiFatto></soggetto>`,
      )
    const valori = [
      ...DATE.flatMap(d => ['', ...ZONE].map(z => ({ data: d + z }))),
      ...INTERI.map(intero => ({ intero })),
      ...BASE64.map(base64 => ({ base64 })),
    ]
    for (const v of valori) {
      const testo = documento(v)
      expect([v, disaccordo(errori(testo, s), giudica(testo))]).toEqual([v, undefined])
    }
  })

  test('of mutated files our reader refuses what libxml2 refuses, at the same line, and nothing else', () => {
    const giudica = giudice()
    const s = sorte(2026)
    const documenti = Array.from({ length: 60 }, (_, i) => documentoCasuale(s, DENSITÀ[i % 3]!))
    const conti: Record<string, Record<string, number>> = {}
    const diversi: string[] = []
    for (const [genere, muta] of Object.entries(MUTAZIONI)) {
      const conto = { valido: 0, 'non valido': 0, malformato: 0 }
      for (let i = 0; i < QUANTE; i++) {
        const testo = muta(s.scegli(documenti), s)
        const loro = giudica(testo)
        conto[loro.esito]++
        const diverso = disaccordo(errori(testo, s), loro)
        if (diverso !== undefined) diversi.push(`${genere}: ${diverso}`)
      }
      conti[genere] = conto
    }
    console.table(conti)
    const totale = Object.keys(MUTAZIONI).length * QUANTE
    console.log(`${totale} mutations, ${diversi.length} judged otherwise than by libxml2`)
    expect(totale).toBeGreaterThan(2000)
    expect(diversi).toEqual([])
  })
})

test('the digits of a numeric type are those that libxml2 knows', () => {
  const tipo = semplice(restringe(xsString, { pattern: '(\\d)+' }))
  const xs = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
  const semplici = `<xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="(\\d)+"/></xs:restriction></xs:simpleType>`
  const schema = XmlDocument.fromString(`<xs:schema ${xs}><xs:element name="n">${semplici}</xs:element></xs:schema>`)
  const validatore = XsdValidator.fromDoc(schema)
  const loro = (testo: string) => {
    const documento = XmlDocument.fromString(`<n>${testo}</n>`)
    try {
      validatore.validate(documento)
      return true
    } catch {
      return false
    } finally {
      documento.dispose()
    }
  }
  for (let punto = 0x30; punto < 0x20000; punto++) {
    const carattere = String.fromCodePoint(punto)
    if (!/\p{N}/u.test(carattere)) continue
    expect([carattere, valoreDi(tipo, carattere) !== undefined]).toEqual([carattere, loro(carattere)])
  }
})
