import { expect } from 'vitest'
import { nelPaesino, VIA } from '../../../test/operazioni/prova.ts'
import { famigliaAl } from '../index.ts'

const prova = nelPaesino()
const MOTIVO = { chi: { ruolo: 'sistema', id: 'prova' }, finalita: 'verifica', servizio: 'prova' } as const

prova(
  'a day before the baseline: ANPR names what it does not know, and since when it does, never today’s value',
  async p => {
    const elio = await p.chi('ELIO')
    // What subentro brought counts since its comune last touched the scheda.
    expect(elio.aggiornata_il).toBe('2001-05-03')
    const { nonNote, scheda } = (await p.scheda(elio.id, { al: '2001-05-02' }))!
    for (const sezione of ['residenza', 'generalita', 'statoCivile', 'paternita'])
      expect([sezione, nonNote[sezione]]).toEqual([sezione, '2001-05-03'])
    expect([scheda.cognome, scheda.dati.residenza, scheda.dati.paternita]).toEqual([null, undefined, undefined])
    expect((await p.scheda(elio.id, { al: '2001-05-03' }))!.nonNote).toEqual({})
  },
)

prova('what the scheda itself dates is known since that day, whatever else is not', async p => {
  const anna = await p.chi('ANNA')
  const { nonNote, scheda } = (await p.scheda(anna.id, { al: '2010-01-01' }))!
  expect(nonNote).not.toHaveProperty('matrimonio')
  expect(scheda.dati.matrimonio?.datiMatrimonio?.dataEvento).toBe('2001-05-03')
  expect((await p.scheda(anna.id, { al: '2000-01-01' }))!.nonNote.matrimonio).toBe('2001-05-03')
})

prova('a later move does not make known what was before the baseline', async p => {
  const elio = await p.chi('ELIO')
  await p.fa('5001/4', { famiglia: elio.gruppo_id, residenza: VIA })
  const { nonNote, scheda } = (await p.scheda(elio.id, { al: '2001-05-02' }))!
  expect([nonNote.residenza, scheda.dati.residenza]).toEqual(['2001-05-03', undefined])
  expect((await p.scheda(elio.id, { al: '2026-02-01' }))!.scheda.dati.residenza).toEqual(elio.dati.residenza)
})

prova(
  'of a family on a day before the subentro the answer says that it is not whole, and since when it is',
  async p => {
    const anna = await p.chi('ANNA')
    const al = (giorno: string) => famigliaAl(p.tx, MOTIVO, anna.gruppo_id!, { al: giorno })
    expect((await al('2026-01-09')).nonNotaPrimaDel).toBe('2026-01-10')
    expect(await al('2026-01-10')).not.toHaveProperty('nonNotaPrimaDel')
    expect((await al('2026-01-10')).membri.map(m => m.scheda.nome)).toEqual(['ANNA', 'BRUNO', 'CARLA', 'DINO'])
  },
)

prova('a family made in ANPR is known from its first day: before that there was none', async p => {
  const carla = await p.chi('CARLA')
  const { gruppi } = await p.fa('5005/2', { soggetti: [{ soggetto: carla.id, legame: 1 }], residenza: VIA })
  const prima = await famigliaAl(p.tx, MOTIVO, gruppi[0]!, { al: '2026-03-01' })
  expect(prima).toEqual({ membri: [] })
  expect((await famigliaAl(p.tx, MOTIVO, gruppi[0]!, { al: '2026-03-02' })).membri.map(m => m.scheda.nome)).toEqual([
    'CARLA',
  ])
})
