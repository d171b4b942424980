import { expect } from 'vitest'
import { nelPaesino, OGGI, type Prova } from '../../../test/operazioni/prova.ts'
import { allineamentiDi } from '../codiceFiscale/allinea.query.ts'

const testOp = nelPaesino(OGGI)
const ROMA = { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } }
const BUONE = { cognome: "D'ANGELO", nome: 'ANNA', sesso: 'F', dataNascita: '1980-04-12', luogoNascita: ROMA }
const con = (p: Prova, g: object) => ({ soggetto: p.id('ANNA'), generalita: { ...BUONE, ...g } })
const stato = (p: Prova, nome: string, statoCivile: string) => ({ soggetto: p.id(nome), statoCivile: { statoCivile } })

testOp('generalità are written, searched by, read as of before; and the codice fiscale is asked for', async p => {
  await p.fa('5008/1', con(p, {}), { decorrenza: '2026-06-01' })
  const r = await p.riga('ANNA')
  expect(r).toMatchObject({ cognome: "D'ANGELO", cognome_ricerca: "D'ANGELO", nascita_precisa: 'G' })
  expect(r.nascita_comune_id).not.toBeNull()
  expect((await p.al('ANNA', '2026-05-31'))?.cognome).toBe('ROSSI')
  expect(await allineamentiDi(p.tx, p.id('ANNA'))).toMatchObject([{ stato: 'attesa', tentativi: 0 }])
})
testOp('a stato civile or an attribute alone asks nothing of the Anagrafe tributaria', async p => {
  await p.fa('5008/1', { ...stato(p, 'ANNA', '2'), attributi: { senzaFissaDimora: 'S', soggettoCertificabile: '1' } })
  expect(await p.riga('ANNA')).toMatchObject({ stato_civile: 2, senza_fissa_dimora: true, certificabile: 1 })
  expect(await allineamentiDi(p.tx, p.id('ANNA'))).toEqual([])
})
testOp('all generalità are repeated, also those that stay', async p => {
  const r = await p.rifiutata('5008/1', { soggetto: p.id('ANNA'), generalita: { cognome: 'VERDI' } })
  expect(r.map(x => x.codice)).toEqual(['EN139', 'EN139', 'EN139', 'EN139'])
  expect(r.map(x => x.testo).join()).toMatch(/«nome».*«sesso».*«dataNascita».*«luogoNascita»/)
})
// biome-ignore format: a table
const SBAGLIATE: readonly (readonly [string, object])[] = [
  ['ES057', { cognome: undefined, nome: undefined, senzaCognome: '1', senzaNome: '1' }],
  ['ES057', { senzaNome: '1' }],
  ['AN156', { cognome: 'R0SSI' }],
  ['ES008', { dataNascita: '2026-11-26' }],
  ['AN101', { dataNascita: '1981-02-29' }],
  ['EC007', { luogoNascita: { comune: { nomeComune: 'PRESICCE-ACQUARICA', codiceIstat: '075098', siglaProvinciaIstat: 'LE' } } }],
  ['EN334', { luogoNascita: { comune: { nomeComune: 'MILANO', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } } }],
  ['EC030', { luogoNascita: { localita: { descrizioneStato: 'ATLANTIDE', codiceStato: '777' } } }],
  ['AN150', { luogoNascita: {} }],
]
testOp('wrong generalità are refused, each with its code', async p => {
  for (const [codice, g] of SBAGLIATE) expect(await p.codici('5008/1', con(p, g)), JSON.stringify(g)).toContain(codice)
})
testOp('a comune that nobody knows, and a birth after the iscrizione, are warned of', async p => {
  const e = await p.fa(
    '5008/1',
    con(p, {
      dataNascita: '2002-01-01',
      luogoNascita: { comune: { nomeComune: 'ATLANTIDE', siglaProvinciaIstat: 'RM' } },
    }),
  )
  expect(e.avvertenze.map(r => r.codice).sort()).toEqual(['AN157', 'EN336'])
})
testOp('something is asked; codes of the tables; a note for stato civile 9', async p => {
  expect(await p.codici('5008/1', { soggetto: p.id('ANNA') })).toContain('ES068')
  expect(await p.codici('5008/1', stato(p, 'ANNA', '5'))).toContain('EC001')
  expect(await p.codici('5008/1', stato(p, 'ANNA', '9'))).toContain('EC010')
  expect(await p.codici('5008/1', { soggetto: p.id('ANNA'), attributi: { soggettoCertificabile: '7' } })).toContain(
    'EC023',
  )
})
testOp('a stato civile that does not go with the open bonds is warned of', async p => {
  const codici = async (nome: string, k: string) =>
    (await p.fa('5008/1', stato(p, nome, k))).avvertenze.map(r => r.codice)
  expect(await codici('ANNA', '1')).toEqual(['AN158'])
  expect(await codici('ANNA', '2')).toEqual([])
  expect(await codici('CARLA', '2')).toEqual(['AN158'])
})
testOp('a code that is there is validated, one that is not is asked for', async p => {
  const gestione = (g: string) => ({ ...con(p, {}), gestioneCF: g })
  expect(await p.codici('5008/1', gestione('0'))).toContain('EN146')
  await p.fa('AE', { soggetto: p.id('ANNA'), codiceFiscale: 'RSSNNA80D52H501W', validita: 1 })
  expect(await p.codici('5008/1', gestione('1'))).toContain('EN125')
  expect(await p.codici('5008/1', gestione('2'))).toContain('EN125')
  expect(await p.codici('5008/1', gestione('3'))).toContain('EN230')
})
testOp('it is not annulled: the opposite is sent; another comune may not', async p => {
  const { operazione } = await p.fa('5008/1', con(p, {}))
  await expect(p.annulla('5012', operazione)).rejects.toMatchObject({ dati: { rilievi: [{ codice: 'EN234' }] } })
  expect(await p.codici('5008/1', con(p, { nome: 'EVA' }), { comune: p.altrove })).toContain('EN117')
  await p.fa('5008/1', con(p, { cognome: 'ROSSI' }))
  expect((await p.riga('ANNA')).cognome).toBe('ROSSI')
})
testOp('a newborn has a codice fiscale asked for', async p => {
  const { schede } = await p.fa('1001', {
    cognome: 'ROSSI',
    nome: 'PIA',
    sesso: 'F',
    dataNascita: '2026-11-20',
    luogoNascita: ROMA,
    cittadinanza: { descrizioneStato: 'ITALIA', codiceStato: '100' },
    madre: p.id('ANNA'),
    famiglia: (await p.riga('ANNA')).gruppo_id,
    legame: 3,
  })
  expect(await allineamentiDi(p.tx, schede[0]!)).toHaveLength(1)
})
