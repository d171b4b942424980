import { expect } from 'vitest'
import { nelPaesino, OGGI, type Prova, tornaComEra } from '../../../test/operazioni/prova.ts'
import type { Indirizzo } from '../scheda.ts'

const testOp = nelPaesino(OGGI)
const via = (nome: string, istat?: string) => ({
  tipoIndirizzo: '1',
  indirizzo: {
    cap: '00100',
    ...(istat && { comune: { nomeComune: 'ROMA', codiceIstat: istat, siglaProvinciaIstat: 'RM' } }),
    toponimo: { specie: 'VIA', denominazioneToponimo: nome },
  },
})
const strada = (i: Indirizzo | undefined) =>
  i && 'indirizzo' in i ? i.indirizzo?.toponimo.denominazioneToponimo : undefined
const casa = async (p: Prova, nome: string) => strada((await p.riga(nome)).dati.residenza)
const famiglia = async (p: Prova, nome: string) => (await p.riga(nome)).gruppo_id!

testOp('a street named anew is no move: since when they live there stays, before it had its old name', async p => {
  const dati = { famiglia: await famiglia(p, 'ANNA'), residenza: via('NUOVA') }
  await tornaComEra(p, 'BRUNO', '5001/7', dati)
  const e = await p.fa('5001/7', dati)
  expect(e.avvisi).toEqual([])
  expect(await p.riga('BRUNO')).toMatchObject({
    residenza_dal: '2001-05-03',
    dati: { residenza: { tipoIndirizzo: '10' } },
  })
  expect(strada((await p.al('BRUNO', '2026-11-24'))?.dati.residenza)).toBe('GARIBALDI')
  expect(strada((await p.al('BRUNO', '2026-11-25'))?.dati.residenza)).toBe('NUOVA')
})
testOp('an address found otherwise by the accertamento is marked so', async p => {
  await p.fa('5001/8', { famiglia: await famiglia(p, 'ANNA'), residenza: via('NUOVA') })
  expect((await p.riga('CARLA')).dati.residenza?.tipoIndirizzo).toBe('11')
})
for (const servizio of ['5001/7', '5001/8', '5001/9', '5001/6'])
  testOp(`${servizio} is for families that are there, of the comune, at an address of the comune`, async p => {
    const dati = {
      famiglia: await famiglia(p, 'ANNA'),
      residenza: via('NUOVA'),
      ...(servizio === '5001/6' && { dataDecorrenzaResidenza: '2005-01-01' }),
    }
    expect(await p.codici(servizio, { ...dati, famiglia: '999999999' })).toContain('EN119')
    expect(await p.codici(servizio, dati, { comune: p.altrove })).toContain('EN429')
    expect(await p.codici(servizio, { ...dati, residenza: via('NUOVA', '058091') })).toContain('EN378')
  })

testOp('a material error is put right in the past too, of whoever ever lived there', async p => {
  const g = await famiglia(p, 'ANNA')
  await p.fa(
    '5005/2',
    { soggetti: [{ soggetto: p.id('CARLA'), legame: 1 }], residenza: via('LONTANA') },
    { decorrenza: '2026-03-01' },
  )
  await tornaComEra(p, 'ANNA', '5001/9', { famiglia: g, residenza: via('GIUSTA') }, { decorrenza: '2001-05-03' })
  const { operazione } = await p.fa('5001/9', { famiglia: g, residenza: via('GIUSTA') }, { decorrenza: '2001-05-03' })
  expect(await casa(p, 'ANNA')).toBe('GIUSTA')
  expect(await casa(p, 'CARLA')).toBe('LONTANA')
  expect(strada((await p.al('CARLA', '2010-01-01'))?.dati.residenza)).toBe('GIUSTA')
  expect(strada((await p.al('CARLA', '2026-03-01'))?.dati.residenza)).toBe('LONTANA')
  await p.annulla('5012', operazione)
  expect(strada((await p.al('CARLA', '2010-01-01'))?.dati.residenza)).toBe('GARIBALDI')
})
testOp('who comes back by annulment of her move comes back to the right address', async p => {
  const g = await famiglia(p, 'ANNA')
  const m = await p.fa(
    '5005/2',
    { soggetti: [{ soggetto: p.id('CARLA'), legame: 1 }], residenza: via('LONTANA') },
    { decorrenza: '2026-03-01' },
  )
  await p.fa('5001/9', { famiglia: g, residenza: via('GIUSTA') }, { decorrenza: '2001-05-03' })
  await p.annulla('5012', m.operazione)
  expect(await casa(p, 'CARLA')).toBe('GIUSTA')
})
testOp('a correction has the decorrenza of the address that it corrects', async p => {
  expect(await p.codici('5001/9', { famiglia: await famiglia(p, 'ANNA'), residenza: via('GIUSTA') })).toContain('EN526')
})
testOp('what lived elsewhere at an address of the same name is left alone', async p => {
  await p.fa('5001/9', { famiglia: await famiglia(p, 'ANNA'), residenza: via('GIUSTA') }, { decorrenza: '2001-05-03' })
  expect(await casa(p, 'FLORA')).toBe('GARIBALDI')
})

testOp('back to the address before subentro: a family and persons', async p => {
  const indietro = { residenza: via('VECCHIA'), dataDecorrenzaResidenza: '2005-01-01' }
  await tornaComEra(p, 'ANNA', '5001/6', { famiglia: await famiglia(p, 'ANNA'), ...indietro })
  await tornaComEra(p, 'CARLA', '5005/6', { soggetti: [p.id('CARLA')], ...indietro })
  await p.fa('5005/6', { soggetti: [p.id('CARLA')], ...indietro })
  expect((await p.riga('CARLA')).residenza_dal).toBe('2005-01-01')
  expect(await casa(p, 'ANNA')).toBe('GARIBALDI')
})
testOp('only straight after subentro, not later than it, not before the iscrizione', async p => {
  const dati = (da: string) => ({ soggetti: [p.id('CARLA')], residenza: via('VECCHIA'), dataDecorrenzaResidenza: da })
  expect(await p.codici('5005/6', dati('2026-01-11'))).toContain('EN426')
  expect(await p.codici('5005/6', dati('2001-05-02'))).toContain('EN415')
  await p.fa('5001/7', { famiglia: await famiglia(p, 'ANNA'), residenza: via('NUOVA') })
  expect(await p.codici('5005/6', dati('2005-01-01'))).toContain('EN416')
  expect(
    await p.codici('5001/6', { ...dati('2005-01-01'), soggetti: undefined, famiglia: await famiglia(p, 'ANNA') }),
  ).toContain('EN416')
})

testOp('senza fissa dimora, with a domicile', p =>
  tornaComEra(p, 'ELIO', '5005/1', { soggetto: p.id('ELIO'), senzaFissaDimora: true, domicilio: via('COMUNE') }),
)
testOp('dimora abituale and domicilio eletto stand beside the residence', async p => {
  await tornaComEra(p, 'ELIO', '5005/3', { soggetto: p.id('ELIO'), indirizzo: via('ALTROVE') })
  await p.fa('5005/3', { soggetto: p.id('ELIO'), indirizzo: via('ALTROVE') })
  await p.fa('5005/4', { soggetto: p.id('ELIO'), indirizzo: via('STUDIO') })
  expect((await p.riga('ELIO')).dati).toMatchObject({
    dimoraAbituale: { tipoIndirizzo: '2' },
    domicilioEletto: { tipoIndirizzo: '3' },
  })
  expect(await casa(p, 'ELIO')).toBe('GARIBALDI')
})
testOp('they want an address, and a person of the comune', async p => {
  const di = { soggetto: p.id('ELIO') }
  expect(await p.codici('5005/3', { ...di, indirizzo: { tipoIndirizzo: '2' } })).toContain('EF050')
  expect(await p.codici('5005/4', { ...di, indirizzo: { tipoIndirizzo: '3' } })).toContain('EF053')
  for (const [servizio, dati] of [
    ['5005/1', { senzaFissaDimora: true }],
    ['5005/3', { indirizzo: via('X') }],
    ['5005/4', { indirizzo: via('X') }],
  ] as const)
    expect(await p.codici(servizio, { ...di, ...dati }, { comune: p.altrove })).toContain('EN429')
})
