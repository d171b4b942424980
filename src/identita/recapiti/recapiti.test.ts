import { Type as T } from 'typebox'
import { describe, expect } from 'vitest'
import { testiInTransazione } from '../../../test/db.ts'
import type { Tx } from '../../db/index.ts'
import { row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { avvisiDi, recapitiDi, scegliAvvisi } from './recapiti.query.ts'
import { chiediCodice, conferma, togli } from './recapiti.ts'

const testTx = testiInTransazione('anpr_web')
const ANNA = '5f0c3f6e-6f0e-4c1e-9d55-0a4f1d1c2b3a'
const BRUNO = '00000000-0000-4000-8000-000000000002'
const canali = new Set(['email', 'sms'] as const)
const ora = (minuti: number) => new Date(Date.UTC(2026, 10, 25, 9, 0) + minuti * 60_000).toISOString()
const parole = (codice: string) => ({ oggetto: 'Codice', testo: `codice ${codice}.` })
const avvisa = () => ({ oggetto: 'Cambiato', testo: 'cambiato' })

const MESSAGGIO = row(T.Object({ destinatario: T.String(), oggetto: T.String(), testo: T.String() }))
const posta = (tx: Tx) => tx.rows(MESSAGGIO, sql`select destinatario, oggetto, testo from messaggio order by id`)
const codice = async (tx: Tx) => /codice (\d{6})\./.exec((await posta(tx)).at(-1)!.testo)![1]!
const altro = (c: string) => String((Number(c) + 1) % 1_000_000).padStart(6, '0')
const chiede = (tx: Tx, minuti = 0, valore = 'anna@esempio.it', utente = ANNA) =>
  chiediCodice(tx, { utente, tipo: 'email', valore, adesso: ora(minuti) }, { canali, parole })
const dice = (tx: Tx, c: string, minuti = 1, utente = ANNA) =>
  conferma(tx, { utente, tipo: 'email', codice: c, adesso: ora(minuti) }, { canali, avvisa })
const email = async (tx: Tx, minuti = 1, utente = ANNA) => (await recapitiDi(tx, utente, ora(minuti)))[0]

describe('an e-mail', () => {
  testTx('is hers when the code that went there comes back', async tx => {
    expect(await chiede(tx)).toBe('spedito')
    expect(await email(tx)).toMatchObject({ valore: null, in_attesa: 'anna@esempio.it' })
    expect((await posta(tx)).map(m => m.destinatario)).toEqual(['anna@esempio.it'])
    expect(await dice(tx, await codice(tx))).toEqual({ esito: 'confermato', valore: 'anna@esempio.it' })
    expect(await email(tx)).toMatchObject({ valore: 'anna@esempio.it', in_attesa: null })
  })
  testTx('the code is kept as a digest with a salt only', async tx => {
    await chiede(tx)
    const FORMA = row(T.Object({ tutto: T.String() }))
    const [r] = await tx.rows(FORMA, sql`select row_to_json(c)::text as tutto from recapito_codice c`)
    expect(r!.tutto).not.toContain(await codice(tx))
  })
  testTx('a wrong code counts, the fifth spends it, and the right one is refused then', async tx => {
    await chiede(tx)
    const giusto = await codice(tx)
    for (const restano of [4, 3, 2, 1]) expect(await dice(tx, altro(giusto))).toEqual({ esito: 'sbagliato', restano })
    expect(await dice(tx, altro(giusto))).toEqual({ esito: 'esaurito' })
    expect(await dice(tx, giusto)).toEqual({ esito: 'esaurito' })
    expect(await email(tx)).toMatchObject({ valore: null })
  })
  testTx('after ten minutes a code is of no use', async tx => {
    await chiede(tx)
    expect(await dice(tx, await codice(tx), 10)).toEqual({ esito: 'scaduto' })
    expect(await email(tx, 10)).toBeUndefined()
  })
  testTx('of another person a code is of no use, nor without having asked', async tx => {
    await chiede(tx)
    expect(await dice(tx, await codice(tx), 1, BRUNO)).toEqual({ esito: 'nessuno' })
  })
  testTx('the code confirms the address that it went to, not one written afterwards', async tx => {
    await chiede(tx)
    const primo = await codice(tx)
    await chiede(tx, 1, 'altra@esempio.it')
    if (primo !== (await codice(tx))) expect((await dice(tx, primo)).esito).toBe('sbagliato')
    expect(await dice(tx, await codice(tx))).toEqual({ esito: 'confermato', valore: 'altra@esempio.it' })
  })
  testTx('sent twice, a request sends one code and a confirmation is told the same', async tx => {
    await chiede(tx)
    expect(await chiede(tx)).toBe('in arrivo')
    expect(await posta(tx)).toHaveLength(1)
    const c = await codice(tx)
    await dice(tx, c)
    expect(await dice(tx, c)).toEqual({ esito: 'confermato', valore: 'anna@esempio.it' })
    expect(await chiede(tx, 2)).toBe('gia confermato')
    expect(await posta(tx)).toHaveLength(1)
  })
  testTx('what stood stays until the new one is confirmed; then the old one is told', async tx => {
    await chiede(tx)
    await dice(tx, await codice(tx))
    await chiede(tx, 2, 'nuova@esempio.it')
    expect(await email(tx, 3)).toMatchObject({ valore: 'anna@esempio.it', in_attesa: 'nuova@esempio.it' })
    await dice(tx, await codice(tx), 3)
    expect((await posta(tx)).at(-1)).toMatchObject({ destinatario: 'anna@esempio.it', oggetto: 'Cambiato' })
    await togli(tx, { utente: ANNA, tipo: 'email', adesso: ora(4) }, { canali, avvisa })
    expect((await posta(tx)).at(-1)).toMatchObject({ destinatario: 'nuova@esempio.it', oggetto: 'Cambiato' })
    expect(await email(tx, 4)).toBeUndefined()
    await togli(tx, { utente: ANNA, tipo: 'email', adesso: ora(4) }, { canali, avvisa })
    expect(await posta(tx)).toHaveLength(4)
  })
})

describe('codes asked for', () => {
  testTx('five an hour and ten a day, whatever the address', async tx => {
    const esiti: string[] = []
    for (let n = 0; n < 12; n++) esiti.push(await chiede(tx, n * 2, `a${n}@esempio.it`))
    expect(esiti.filter(e => e === 'spedito')).toHaveLength(5)
    for (let n = 0; n < 12; n++) esiti.push(await chiede(tx, 120 + n * 2, `b${n}@esempio.it`))
    for (let n = 0; n < 12; n++) esiti.push(await chiede(tx, 240 + n * 2, `c${n}@esempio.it`))
    expect(esiti.filter(e => e === 'spedito')).toHaveLength(10)
    expect(await chiede(tx, 60 * 25)).toBe('spedito')
  })
  testTx('nobody’s mailbox gets more than ten a day from all of us', async tx => {
    const esiti: string[] = []
    for (let n = 0; n < 12; n++)
      esiti.push(await chiede(tx, n, 'vittima@esempio.it', `00000000-0000-4000-8000-0000000001${10 + n}`))
    expect(esiti.filter(e => e === 'spedito')).toHaveLength(10)
    expect(esiti.at(-1)).toBe('troppi')
  })
})

testTx('without a gateway a number is kept, not confirmed, and nothing is sent', async tx => {
  const c = { utente: ANNA, tipo: 'telefono', valore: '+393331234567', adesso: ora(0) } as const
  expect(await chiediCodice(tx, c, { canali: new Set(['email']), parole })).toBe('senza canale')
  expect(await recapitiDi(tx, ANNA, ora(1))).toMatchObject([
    { tipo: 'telefono', valore: '+393331234567', confermato: null },
  ])
  expect(await posta(tx)).toEqual([])
})

testTx('notices are wanted until she says no, and again when she says yes', async tx => {
  expect(await avvisiDi(tx, ANNA)).toBe(true)
  for (const vuole of [false, false, true]) {
    await scegliAvvisi(tx, ANNA, vuole, ora(0))
    expect(await avvisiDi(tx, ANNA)).toBe(vuole)
  }
  expect(await avvisiDi(tx, BRUNO)).toBe(true)
})
