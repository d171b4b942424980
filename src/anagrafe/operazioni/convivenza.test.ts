import { expect } from 'vitest'
import { ESTERO, ITALIA, nelPaesino, ROMA, VIA } from '../../../test/operazioni/prova.ts'
import type { TipoTutoreIntestatario } from '../../contratto/index.ts'

const prova = nelPaesino()
const CASA = { specie: 3, denominazione: 'CASA SERENA', residenza: VIA }
const ESTERNO = { generalita: { cognome: 'BIANCHI', nome: 'ADA' } } as TipoTutoreIntestatario
const UGO = {
  cognome: 'NERI',
  nome: 'UGO',
  sesso: 'M',
  dataNascita: '1980-03-01',
  luogoNascita: ROMA,
  motivo: '7',
  cittadinanze: [ITALIA],
  legame: 2,
}

prova('1010: a convivenza begins empty; who enters takes its address; it closes empty and not before', async p => {
  const elio = await p.chi('ELIO')
  const apre = await p.fa('1010', { ...CASA, responsabile: elio.id })
  const id = apre.gruppi[0]!
  const casa = async () => (await p.mondo()).gruppi.find(g => g.id === id)!
  expect(apre.avvertenze).toEqual([])
  expect(await casa()).toMatchObject({
    tipo: 4,
    aperto: true,
    comune_id: p.qui,
    specie: 3,
    denominazione: 'CASA SERENA',
    responsabile_id: elio.id,
    origine: '2026-03-02',
  })
  expect((await p.chi('ELIO')).gruppo_id).toBe(elio.gruppo_id)
  const entra = await p.fa('1002', { ...UGO, gruppo: id })
  expect((await p.scheda(entra.schede[0]!))!.scheda.dati.residenza).toEqual(VIA)
  const r = await p.rifiutata('2009', { convivenza: id })
  expect(r.map(x => x.codice)).toEqual(['EN126'])
  expect(r[0]!.testo).toContain('NERI UGO')
  expect(await p.annullaCodici('1013', apre.operazione)).toEqual(['EN077'])
  await p.annulla('1013', entra.operazione)
  const chiude = await p.fa('2009', { convivenza: id })
  expect((await casa()).aperto).toBe(false)
  expect(await p.codici('2009', { convivenza: id })).toEqual(['EN135'])
  expect(await p.codici('1002', { ...UGO, gruppo: id, residenza: VIA })).toEqual(['EN119'])
  await p.annulla('2011', chiude.operazione)
  expect((await casa()).aperto).toBe(true)
  await p.annulla('1013', apre.operazione)
  expect((await casa()).aperto).toBe(false)
})

prova('1010: each wrong datum has its code; a convivenza without a name is warned', async p => {
  const elio = await p.chi('ELIO')
  const e = await p.fa('1010', { ...CASA, denominazione: undefined, esterno: ESTERNO })
  expect(e.avvertenze.map(a => a.codice)).toEqual(['EN480'])
  await p.fa('2003', { soggetto: elio.id, motivo: 6 })
  const casi: [object, string[]][] = [
    [{ ...CASA, specie: 77 }, ['EC005']],
    [{ ...CASA, residenza: ESTERO }, ['AN115']],
    [{ ...CASA, responsabile: '123456789012' }, ['EN122']],
    [{ ...CASA, responsabile: elio.id }, ['EN184']],
    [{ ...CASA, responsabile: (await p.chi('ANNA')).id, esterno: ESTERNO }, ['AN114']],
    [{ ...CASA, residenza: undefined }, ['AN101']],
  ]
  for (const [dati, codici] of casi)
    expect([...new Set(await p.codici('1010', dati))], JSON.stringify(dati)).toEqual(codici)
})

prova('2009: only a convivenza, only by its comune', async p => {
  const [anna, ida] = [await p.chi('ANNA'), await p.chi('IDA')]
  expect(await p.codici('2009', { convivenza: anna.gruppo_id })).toEqual(['EN135', 'EN126'])
  expect(await p.codici('2009', { convivenza: ida.gruppo_id }, { comune: p.altrove })).toEqual(['EN135', 'EN126'])
  expect(await p.codici('2009', { convivenza: '123456789012' })).toEqual(['EN135'])
})

prova('a convivenza that closed after its last member left opens with none of her annulments', async p => {
  const e = await p.fa('1010', CASA)
  const entra = await p.fa('1002', { ...UGO, gruppo: e.gruppi[0] })
  const id = entra.schede[0]!
  const esce = await p.fa(
    '5005/2',
    { soggetti: [{ soggetto: id, legame: 1 }], residenza: VIA },
    { decorrenza: '2026-04-02' },
  )
  await p.fa('2009', { convivenza: e.gruppi[0] }, { decorrenza: '2026-05-02' })
  const ra = { modo: 'RA', decorrenza: '2026-04-02' } as const
  expect(await p.annullaCodici('5012', esce.operazione, ra)).toEqual(['EN077'])
  expect(await p.annullaCodici('5012', esce.operazione)).toEqual(['EN077'])
})

prova('5001/1: a new responsabile, of those who live there or from outside', async p => {
  const [ida, lina, elio] = [await p.chi('IDA'), await p.chi('LINA'), await p.chi('ELIO')]
  const gruppo = ida.gruppo_id!
  const prima = await p.mondo()
  const e = await p.fa('5001/1', { gruppo, responsabile: lina.id })
  const casa = async () => (await p.mondo()).gruppi.find(g => g.id === gruppo)!
  expect((await casa()).responsabile_id).toBe(lina.id)
  expect([(await p.chi('IDA')).legame, (await p.chi('LINA')).legame]).toEqual([2, 1])
  expect((await p.scheda(lina.id, { al: '2026-03-01' }))!.scheda.legame).toBe(2)
  expect(await p.codici('5001/1', { gruppo, responsabile: lina.id })).toEqual(['EN392'])
  await p.annulla('5012', e.operazione)
  expect(await p.mondo()).toEqual(prima)
  await p.fa('5001/1', { gruppo, esterno: ESTERNO })
  expect(await casa()).toMatchObject({ responsabile_id: null, dati: { responsabile: ESTERNO } })
  await p.fa('5001/1', { gruppo, responsabile: elio.id })
  expect(await casa()).toMatchObject({ responsabile_id: elio.id })
  expect((await casa()).dati?.responsabile).toBeUndefined()
  await p.fa('5001/1', { gruppo: elio.gruppo_id, esterno: ESTERNO })
})

prova('5001/1: each wrong datum has its code', async p => {
  const [anna, ida, mino] = [await p.chi('ANNA'), await p.chi('IDA'), await p.chi('MINO')]
  const casi: [object, string[]][] = [
    [{ gruppo: ida.gruppo_id }, ['EF037']],
    [{ gruppo: anna.gruppo_id }, ['EF038']],
    [{ gruppo: mino.gruppo_id, responsabile: anna.id }, ['EN387']],
    [{ gruppo: ida.gruppo_id, responsabile: anna.id, esterno: ESTERNO }, ['AN114']],
    [{ gruppo: ida.gruppo_id, responsabile: '123456789012' }, ['EN122']],
    [{ gruppo: '123456789012', responsabile: anna.id }, ['EN119']],
    [{ gruppo: (await p.chi('IDA', p.altrove)).gruppo_id, responsabile: anna.id }, ['EN204']],
  ]
  for (const [dati, codici] of casi) expect(await p.codici('5001/1', dati), JSON.stringify(dati)).toEqual(codici)
})

prova('5001/3: the data of a family and of a convivenza, each its own', async p => {
  const [anna, ida] = [await p.chi('ANNA'), await p.chi('IDA')]
  const prima = await p.mondo()
  const e = await p.fa('5001/3', { gruppo: ida.gruppo_id, denominazione: 'CASA NUOVA', specie: 2, coabitante: true })
  const f = await p.fa('5001/3', { gruppo: anna.gruppo_id, motivo: 6 })
  const dopo = (await p.mondo()).gruppi
  expect(dopo.find(g => g.id === ida.gruppo_id)).toMatchObject({
    denominazione: 'CASA NUOVA',
    specie: 2,
    coabitante: true,
  })
  expect(dopo.find(g => g.id === anna.gruppo_id)).toMatchObject({ motivo: 6 })
  const casi: [object, string[]][] = [
    [{ motivo: 6 }, ['EN367']],
    [{ gruppo: ida.gruppo_id }, ['EF040']],
    [{ gruppo: ida.gruppo_id, specie: 77 }, ['EC005']],
    [{ gruppo: anna.gruppo_id, motivo: 77 }, ['EC004']],
    [{ gruppo: anna.gruppo_id, specie: 2 }, ['AN116']],
    [{ gruppo: ida.gruppo_id, motivo: 2 }, ['EF040', 'AN116']],
    [{ gruppo: anna.gruppo_id, motivo: 6 }, ['AN102']],
    [{ gruppo: '123456789012', motivo: 6 }, ['EN119']],
    [{ gruppo: (await p.chi('ANNA', p.altrove)).gruppo_id, motivo: 6 }, ['EN204']],
  ]
  for (const [dati, codici] of casi) expect(await p.codici('5001/3', dati), JSON.stringify(dati)).toEqual(codici)
  await p.annulla('5012', f.operazione)
  await p.annulla('5012', e.operazione)
  expect(await p.mondo()).toEqual(prima)
})

prova('5001/4 moves the address of a convivenza with its members', async p => {
  const ida = await p.chi('IDA')
  await p.fa('5001/4', { famiglia: ida.gruppo_id, residenza: VIA })
  expect((await p.mondo()).gruppi.find(g => g.id === ida.gruppo_id)!.dati?.residenza).toEqual(VIA)
  expect((await p.chi('LINA')).dati.residenza).toEqual(VIA)
})
