import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lettore, P000, type Radice, scriviDocumento, xsdDi } from '../../src/contratto/index.ts'
import { disaccordo, documentoCasuale, errori } from './banco.ts'
import { ASSENTE, confronta, RIFERIMENTO, riferimentoPresente, SERVIZIO_P000 } from './confronto.ts'
import { sorte } from './generatore.ts'
import { giudice, VALIDO } from './giudice.ts'
import { BOOLEANI, ISTANTI, MUTAZIONI } from './mutazioni.ts'

const RADICI: readonly Radice[] = [...P000.operazioni.flatMap(o => [o.richiesta, o.risposta]), ...P000.altri]
/** Documents a kind of mutation. */
const QUANTE = 45
const DENSITÀ = [0.1, 0.25, 0.5]
const UFFICIALE = join(RIFERIMENTO, 'P000sc.xsd')

const perché = riferimentoPresente ? '' : ` (skipped: ${ASSENTE})`
describe.skipIf(!riferimentoPresente)(`P000 against the official schema${perché}`, () => {
  test('our definitions equal every official type that its messages reach', () => {
    const { uguali, totale, differenze } = confronta(SERVIZIO_P000)
    console.log(`P000: ${uguali} of ${totale} types equal`)
    expect(differenze).toEqual([])
    expect([uguali, totale]).toEqual([127, 127])
  })

  test.each([
    ['an optional choice', '<xs:choice minOccurs="0">', '<xs:choice>'],
    ['a reference', 'ref="anpr:RispostaOKP001"', 'ref="anpr:RispostaOKP002"'],
    ['an anonymous type', '<xs:maxLength value="2000"/>', '<xs:maxLength value="2001"/>'],
    ['an extension', 'base="tpdt:tipoDatoTestataRichiesta"', 'base="tpdt:tipoDatoTestataRisposta"'],
    ['a native type', 'type="xs:dateTime"', 'type="xs:date"'],
    ['a root', 'name="rispostaKO"', 'name="rispostaK0"'],
  ])('the comparison notices a change of %s', (_, cosa, con) => {
    const cambiati = [...xsdDi(P000).values()].map(testo => testo.replace(cosa, con))
    expect(confronta(SERVIZIO_P000, cambiati).differenze.length).toBeGreaterThan(0)
  })

  test('generated messages are valid by the official schema, by our own, and for our reader', () => {
    const cartella = mkdtempSync(join(tmpdir(), 'contratto-'))
    for (const [nome, testo] of xsdDi(P000)) writeFileSync(join(cartella, nome), testo)
    const giudici = [giudice(UFFICIALE), giudice(join(cartella, 'P000sc.xsd'))]
    rmSync(cartella, { recursive: true })
    const s = sorte(5)
    for (const radice of RADICI)
      for (let i = 0; i < 20; i++) {
        const testo = documentoCasuale(s, DENSITÀ[i % 3]!, radice)
        for (const giudica of giudici) expect(giudica(testo)).toEqual(VALIDO)
        expect(errori(testo, s, radice)).toEqual([])
      }
  })

  test('dates with an hour and booleans are what libxml2 says they are', () => {
    const giudica = giudice(UFFICIALE)
    const s = sorte(7)
    const { richiesta } = P000.operazioni[0]
    const documento = (istante: string, vero: string) =>
      documentoCasuale(s, 0, richiesta)
        .replace(/(?<=<dataOraRichiesta>)[^<]*/, istante)
        .replace('</criteriRicerca>', `<flagProrogate>${vero}</flagProrogate></criteriRicerca>`)
    for (const testo of [
      ...ISTANTI.map(i => documento(i, 'true')),
      ...BOOLEANI.map(b => documento('2026-03-01T10:00:00', b)),
    ])
      expect([testo, disaccordo(errori(testo, s, richiesta), giudica(testo))]).toEqual([testo, undefined])
  })

  test('of mutated messages our reader refuses what libxml2 refuses, at the same line, and nothing else', () => {
    const giudica = giudice(UFFICIALE)
    const s = sorte(2026)
    const documenti = RADICI.flatMap(radice =>
      DENSITÀ.map(d => ({ radice, testo: documentoCasuale(s, d, radice) })),
    ).filter(({ testo }) => /<[a-z]\w*>[^<]/.test(testo))
    const diversi: string[] = []
    const conto = { valido: 0, 'non valido': 0, malformato: 0 }
    for (const [genere, muta] of Object.entries(MUTAZIONI))
      for (let i = 0; i < QUANTE; i++) {
        const { radice, testo } = s.scegli(documenti)
        const mutato = muta(testo, s)
        const loro = giudica(mutato)
        conto[loro.esito]++
        const diverso = disaccordo(errori(mutato, s, radice), loro)
        if (diverso !== undefined) diversi.push(`${genere}: ${diverso}`)
      }
    const totale = Object.keys(MUTAZIONI).length * QUANTE
    console.log(`P000: ${totale} mutations`, conto)
    expect(totale).toBeGreaterThan(2000)
    expect(diversi).toEqual([])
  })
})

test('fields that the service has and the official schema lacks are read, and never written', () => {
  const { richiesta } = P000.operazioni[2]
  const v = {
    testataRichiesta: {
      idOperazioneComune: '1',
      codMittente: '015146',
      codDestinatario: '999999',
      operazioneRichiesta: 'P003',
      dataOraRichiesta: '2026-03-01T10:00:00',
      tipoOperazione: 'C',
      tipoInvio: 'TEST',
    },
    criteriAggiornamento: { codiceRichiesta: '20000001', idStatoRichiesta: '4', idMotivoRifiuto: '3', operatore: 'x' },
  }
  const scritto = scriviDocumento(richiesta, v)
  expect(scritto).not.toContain('idMotivoRifiuto')
  let letto: unknown
  const l = lettore(richiesta, { criteriAggiornamento: c => (letto = c) })
  l.scrivi(scritto.replace('<operatore>', '<idMotivoRifiuto>3</idMotivoRifiuto><operatore>'))
  l.fine()
  expect(l.errori).toEqual([])
  expect(letto).toEqual(v.criteriAggiornamento)
  for (const testo of xsdDi(P000).values()) expect(testo).not.toMatch(/idMotivoRifiuto|prognazacc|tipoIscrizione/)
})
