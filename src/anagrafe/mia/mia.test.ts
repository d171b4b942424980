import { Type as T } from 'typebox'
import { expect, test } from 'vitest'
import { nelPaesino, type Prova } from '../../../test/operazioni/prova.ts'
import { row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { membri } from './mia.query.ts'
import { type ChiEntra, type Mancata, miaScheda, trovata } from './mia.ts'

const OGGI = '2026-11-25'
const testOp = nelPaesino(OGGI)
const CF = ['RSSNNA80D52H501W', 'VRDNNA80D52H501B', 'NRENNA80D52H501K'] as const
const ANNA: ChiEntra = { codiceFiscale: CF[0], cognome: 'Rossi', nome: 'Anna', nascita: '1980-04-12' }
const NESSUNO: ChiEntra = { codiceFiscale: CF[0], cognome: 'Verdi', nome: 'Zoe', nascita: '1980-04-12' }
const MOTIVO = { chi: { ruolo: 'cittadino', id: '7' }, finalita: 'visura', servizio: 'visura/famiglia' } as const

const cerca = (p: Prova, chi: ChiEntra) => miaScheda(p.tx, MOTIVO, chi, OGGI)
const perche = async (p: Prova, chi: ChiEntra): Promise<Mancata> => {
  const e = await cerca(p, chi)
  if (trovata(e)) throw new Error('a scheda was found')
  return e
}
const codice = (p: Prova, nome: string, codiceFiscale: string | null, validita: 1 | 9 = 1) =>
  p.fa('AE', { soggetto: p.id(nome), codiceFiscale, validita })
const ACCESSO = row(T.Object({ scheda_id: T.String(), chi: T.String(), servizio: T.String(), finalita: T.Integer() }))
const accessi = (p: Prova) =>
  p.tx.rows(
    ACCESSO,
    sql`select scheda_id, chi, servizio, finalita from accesso where ruolo = 'cittadino' order by scheda_id, servizio`,
  )
const id = (e: Mancata) => e.schede.map(s => s.id)

testOp('the only active scheda with the validated code is one’s own, and reading it is recorded once', async p => {
  await codice(p, 'ANNA', CF[0])
  const e = await cerca(p, { ...ANNA, codiceFiscale: CF[0].toLowerCase() })
  expect(e).toMatchObject({ id: p.id('ANNA'), cognome: 'ROSSI', comune_id: p.qui, gruppo_tipo: 3 })
  expect(e).toMatchObject({ indirizzo: { indirizzo: { toponimo: { denominazioneToponimo: 'GARIBALDI' } } } })
  expect(await accessi(p)).toEqual([{ scheda_id: p.id('ANNA'), chi: '7', servizio: 'visura/famiglia', finalita: 1 }])
})
testOp('name and birth play no part where the code is there: only the code says whose a scheda is', async p => {
  await codice(p, 'ANNA', CF[0])
  expect(await cerca(p, NESSUNO)).toMatchObject({ id: p.id('ANNA') })
})
testOp('who has no address of her own has her family’s', async p => {
  await codice(p, 'CARLA', CF[0])
  await p.tx.run(sql`update scheda set dati = (dati::jsonb - 'residenza')::json where id = ${p.id('CARLA')}`)
  expect(await cerca(p, ANNA)).toMatchObject({
    indirizzo: { indirizzo: { toponimo: { denominazioneToponimo: 'GARIBALDI' } } },
  })
})
testOp('the family sheet: head first, everybody else recorded once, oneself not again', async p => {
  await codice(p, 'BRUNO', CF[0])
  const e = await cerca(p, ANNA)
  if (!trovata(e)) throw new Error('not found')
  expect((await membri(p.tx, MOTIVO, e)).map(m => [m.nome, m.legame])).toEqual([
    ['ANNA', 1],
    ['BRUNO', 2],
    ['CARLA', 3],
    ['DINO', 3],
  ])
  expect((await accessi(p)).map(a => a.scheda_id).sort()).toEqual(
    ['ANNA', 'BRUNO', 'CARLA', 'DINO'].map(n => p.id(n)).sort(),
  )
})

testOp('code not validated: said, with the comune that can see to it', async p => {
  await codice(p, 'ANNA', CF[0], 9)
  expect(await perche(p, ANNA)).toMatchObject({ causa: 'codice_non_validato', certa: true })
  expect((await perche(p, ANNA)).schede).toMatchObject([{ id: p.id('ANNA'), comune_id: p.qui }])
})
testOp('no code on the scheda: found by name and birth, so it may be somebody else’s', async p => {
  const e = await perche(p, ANNA)
  expect(e).toMatchObject({ causa: 'codice_assente', certa: false })
  expect(id(e)).toHaveLength(1)
  expect(await perche(p, { ...ANNA, nome: 'ÀNNA', nascita: undefined })).toMatchObject({ causa: 'codice_assente' })
  expect(await perche(p, { ...ANNA, nascita: '1980-04-13' })).toMatchObject({ causa: 'non_trovata' })
})
testOp('a code that she had once: her scheda, by the chain of effects', async p => {
  await codice(p, 'FLORA', CF[0])
  await codice(p, 'FLORA', CF[1])
  const e = await perche(p, NESSUNO)
  expect(e).toMatchObject({ causa: 'altro_codice', certa: true })
  expect(id(e)).toEqual([p.id('FLORA')])
})
testOp('her name and birth under another code: perhaps hers', async p => {
  await p.tx.run(sql`update scheda set codice_fiscale = ${CF[2]}, cf_validita = 1 where nome = 'ANNA'`)
  expect(await perche(p, ANNA)).toMatchObject({ causa: 'altro_codice', certa: false })
})
testOp('cancelled: said with the motive and the day', async p => {
  await codice(p, 'ELIO', CF[0])
  await p.fa('2003', { soggetto: p.id('ELIO'), motivo: 6, note: 'NON TROVATO' })
  expect(await perche(p, ANNA)).toMatchObject({
    causa: 'cancellata',
    certa: true,
    schede: [{ id: p.id('ELIO'), motivo: 6, dal: OGGI }],
  })
})
testOp('two active schede: neither is chosen', async p => {
  await p.tx.run(sql`update scheda set codice_fiscale = ${CF[0]}, cf_validita = 1 where nome = 'ANNA'`)
  const e = await perche(p, ANNA)
  expect(e).toMatchObject({ causa: 'duplicata', certa: true })
  expect(new Set(e.schede.map(s => s.comune_id))).toEqual(new Set([p.qui, p.altrove]))
  await p.tx.run(sql`update scheda set stato = 'C' where nome = 'ANNA' and comune_id = ${p.altrove}`)
  expect(await cerca(p, ANNA)).toMatchObject({ id: p.id('ANNA') })
})
testOp('an annulled scheda never was', async p => {
  await codice(p, 'HANS', CF[0])
  await p.tx.run(sql`update scheda set stato = 'X' where id = ${p.id('HANS')}`)
  expect(await perche(p, NESSUNO)).toEqual({ causa: 'non_trovata', schede: [], certa: true })
})
testOp('nobody; and somebody whose identity has no code', async p => {
  expect(await perche(p, NESSUNO)).toEqual({ causa: 'non_trovata', schede: [], certa: true })
  expect(await perche(p, { ...ANNA, codiceFiscale: undefined })).toMatchObject({ causa: 'senza_codice', schede: [] })
  expect(await perche(p, { ...NESSUNO, codiceFiscale: '12345678901', nascita: undefined })).toMatchObject({
    causa: 'non_trovata',
  })
})
testOp('whatever the cause, the schede looked at are recorded', async p => {
  await codice(p, 'ANNA', CF[0], 9)
  await perche(p, ANNA)
  expect((await accessi(p)).map(a => a.scheda_id)).toEqual([p.id('ANNA')])
  await perche(p, { ...NESSUNO, codiceFiscale: CF[1] })
  expect(await accessi(p)).toHaveLength(1)
})

test('every cause has words', async () => {
  const [{ CAUSE }, { it }] = await Promise.all([import('./mia.ts'), import('../../ui/testi/it.ts')])
  expect(Object.keys(it.visura.mancata.cause).sort()).toEqual([...CAUSE].sort())
})
