import { expect, test } from 'vitest'
import {
  lettoreSubentro,
  scrittoreSubentro,
  scrivi,
  type TipoGeneralitaSoggetto,
  tipoGeneralitaSoggetto,
} from './index.ts'

const FORNITURA = {
  versioneFornitura: '1',
  totaleInvii: '1',
  numeroTotaleSchedeSoggetto: '1',
  numeroTotaleCittadiniItaliani: '1',
  numeroTotaleIscrittiNonItaliani: '0',
  numeroTotalePersoneSessoFemminile: '1',
  numeroTotalePersoneSessoMaschile: '0',
  numeroTotaleSchedeFamiglia: '1',
  numeroTotaleSchedeConvivenza: '0',
}
const ANNA: TipoGeneralitaSoggetto = {
  generalitaSubIscr: {
    cognome: 'D’Àbaco'.replace('’', "'"),
    nome: ' ',
    sesso: 'F',
    dataNascita: '1981-10-12',
    luogoNascita: {},
  },
  altraCittadinanza: [
    { descrizioneStato: 'FRANCIA', codiceStato: '215' },
    { descrizioneStato: 'MALTA', codiceStato: '227' },
  ],
}

test('elements are written in the order of the contract, whatever the order of the keys', () => {
  const rovescia = Object.fromEntries(Object.entries(ANNA.generalitaSubIscr).reverse())
  const testo = scrivi('soggetto', tipoGeneralitaSoggetto, {
    ...ANNA,
    generalitaSubIscr: rovescia as typeof ANNA.generalitaSubIscr,
  })
  expect(testo).toBe(scrivi('soggetto', tipoGeneralitaSoggetto, ANNA))
})
test('what XML would take for markup is protected', () => {
  const contrattoStipula = { protocollo: 'a<b & "c" ]]> \r\n' }
  expect(scrivi('s', tipoGeneralitaSoggetto, { ...ANNA, convivenzaDiFatto: { contrattoStipula } })).toContain(
    '<protocollo>a&lt;b &amp; "c" ]]&gt; &#13;\n</protocollo>',
  )
})
test('a file written in pieces is read back as it was', () => {
  const w = scrittoreSubentro(FORNITURA)
  const famiglia = { tipoScheda: '3' }
  const testo =
    w.inizio + w.soggetto(ANNA) + w.soggetto(ANNA) + w.famiglia(famiglia) + w.convivenza(famiglia) + w.fine()
  const letti: unknown[] = []
  const nota = (v: unknown) => letti.push(v)
  const l = lettoreSubentro({ datiFornitura: nota, datiInvio: nota, soggetto: nota, famiglia: nota, convivenza: nota })
  l.scrivi(testo)
  l.fine()
  expect(l.errori).toEqual([])
  expect(letti).toEqual([FORNITURA, ANNA, ANNA, famiglia, famiglia])
})
test('sections in another order, or no person at all, are a bug of the caller', () => {
  const w = scrittoreSubentro(FORNITURA)
  expect(() => w.famiglia({ tipoScheda: '3' })).toThrow('almeno un soggetto')
  w.soggetto(ANNA)
  w.famiglia({ tipoScheda: '3' })
  expect(() => w.soggetto(ANNA)).toThrow('generalitaSoggetti dopo famiglie')
  expect(() => scrittoreSubentro(FORNITURA).fine()).toThrow('almeno un soggetto')
})
