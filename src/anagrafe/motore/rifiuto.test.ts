import { expect } from 'vitest'
import { TERRITORIO } from '../../../test/fornitura.ts'
import { nelPaesino, VIA } from '../../../test/operazioni/prova.ts'
import { type Ambito, DomainError, registraRifiuto } from '../index.ts'

const prova = nelPaesino()
const errore = async (fatto: Promise<unknown>): Promise<DomainError<'OperazioneRifiutata'>> => {
  const e = await fatto.then(
    () => undefined,
    (x: unknown) => x,
  )
  if (!(e instanceof DomainError)) throw e ?? new Error('it was not refused')
  return e as DomainError<'OperazioneRifiutata'>
}
const chi = (comune: number): Ambito => ({
  chi: { ruolo: 'ufficiale', id: 'curioso', comune },
  oggi: '2026-11-25',
  adesso: '2026-11-25T10:00:00Z',
  territorio: TERRITORIO,
})

prova(
  'of another comune’s person a refusal says whose she is, and nothing else: no name, no day, no other check',
  async p => {
    const anna = await p.chi('ANNA')
    // A death before her birth would say when she was born.
    const e = await errore(p.fa('2001', { soggetto: anna.id, motivo: 1, data: '1900-01-01' }, { comune: p.altrove }))
    expect(e.dati.rilievi.map(r => r.codice)).toEqual(['EN117'])
    expect(JSON.stringify(e.dati.rilievi)).not.toMatch(new RegExp(`${anna.cognome}|${anna.nome}|${anna.nascita}`))
    expect(e.dati.viste).toEqual([anna.id])
  },
)

prova('who is refused and told of persons has read them: the door records it, as an attempt', async p => {
  const [anna, elio] = [await p.chi('ANNA'), await p.chi('ELIO')]
  const e = await errore(p.fa('5008/12', { soggetto: anna.id, coniuge: elio.id, data: '2026-03-01' }))
  expect(e.dati.rilievi.map(r => r.codice)).toContain('EN272')
  expect(e.dati.viste).toContain(anna.id)
  expect(e.dati.viste).toContain(elio.id)
  await registraRifiuto(p.tx, chi(p.qui), '5008/12', e)
  const { rows } = await p.client.query(
    "select scheda_id, finalita, servizio from accesso where chi = 'curioso' order by scheda_id",
  )
  expect(rows).toEqual(
    e.dati.viste
      .toSorted((a, b) => Number(a) - Number(b))
      .map(scheda_id => ({ scheda_id, finalita: 4, servizio: '5008/12' })),
  )
})

prova('an annulment that is refused names operations on persons: they were read', async p => {
  const elio = await p.chi('ELIO')
  const mossa = await p.fa('5001/4', { famiglia: elio.gruppo_id, residenza: VIA })
  await p.fa('5001/4', { famiglia: elio.gruppo_id, residenza: VIA }, { comune: p.altrove, decorrenza: '2026-03-05' })
  const e = await errore(p.annulla('5012', mossa.operazione))
  expect(e.dati.rilievi.map(r => r.codice)).toEqual(['EN077'])
  expect(e.dati.viste).toEqual([elio.id])
})

prova('a refusal that came before anything was read records nothing', async p => {
  for (const dati of [{ soggetto: 'pippo' }, { soggetto: '999999999', motivo: 1, data: '2026-03-01' }]) {
    const e = await errore(p.fa('2001', dati))
    expect(e.dati.viste).toEqual([])
    await registraRifiuto(p.tx, chi(p.qui), '2001', e)
  }
  expect((await p.client.query("select from accesso where chi = 'curioso'")).rowCount).toBe(0)
})
