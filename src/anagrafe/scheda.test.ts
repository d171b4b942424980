import { Type as T } from 'typebox'
import { describe, expect } from 'vitest'
import { testiInTransazione } from '../../test/db.ts'
import type { Tx } from '../db/index.ts'
import { row } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import { apriIngresso } from './ingresso/ingresso.query.ts'
import { COLONNE_CHIAVE, COLONNE_GRUPPO } from './ingresso/righe.ts'
import { famiglia, persone } from './scheda.query.ts'

const testTx = testiInTransazione('anpr_job')
const MOTIVO = { chi: { ruolo: 'ufficiale', id: 'u1', comune: 5205 }, finalita: 'verifica', servizio: 'prova' } as const
const ACCESSO = row(T.Object({ chi: T.String(), scheda_id: T.String(), finalita: T.Integer(), per_conto: T.Integer() }))
const accessi = (tx: Tx) => tx.rows(ACCESSO, sql`select chi, scheda_id, finalita, per_conto from accesso order by id`)

const scheda = (tx: Tx, id: number, altro: Record<string, unknown> = {}) => {
  const v = { id, id_anpr: `AA0000${id}`, registro: 'R', comune_id: 5205, sesso: 'F', nascita: '1980-01-01', nascita_precisa: 'G', gruppo_id: 1, gruppo_tipo: 3, legame: 3, op_base: 1, dati: { luogoNascita: {} }, stato: 'A', ...altro } // biome-ignore format: a row
  return tx.run(sql`
    insert into scheda (id, id_anpr, registro, comune_id, codice_fiscale, sesso, nascita, nascita_precisa, gruppo_id,
                        gruppo_tipo, legame, certificabile, op_base, dati, stato)
    select id, id_anpr, registro, comune_id, codice_fiscale, sesso, nascita, nascita_precisa, gruppo_id, gruppo_tipo,
           legame, certificabile, op_base, dati, stato
      from json_populate_record(null::scheda, ${JSON.stringify(v)})`)
}
const gruppo = (tx: Tx) => tx.run(sql`insert into gruppo (id, tipo, comune_id, op_base) values (1, 3, 5205, 1)`)

describe('reading', () => {
  testTx('whoever reads a person is recorded in the same transaction, with why and on whose behalf', async tx => {
    await scheda(tx, 7, { codice_fiscale: 'RSSNNA80A41H501Z' })
    const [letta] = await persone(tx, MOTIVO, { codiceFiscale: 'rssnna80a41h501z' })
    expect(letta).toMatchObject({ id: '7', nascita: '1980-01-01' })
    expect(await accessi(tx)).toEqual([{ chi: 'u1', scheda_id: '7', finalita: 2, per_conto: 5205 }])
  })

  testTx('reading a family records every member, head first', async tx => {
    await gruppo(tx)
    await scheda(tx, 7)
    await scheda(tx, 8, { legame: 1, dati: { luogoNascita: {}, residenza: { tipoIndirizzo: '1' } } })
    await scheda(tx, 9, { stato: 'C', gruppo_id: 1 })
    const f = await famiglia(tx, MOTIVO, '1')
    expect(f?.membri.map(m => m.id)).toEqual(['8', '7'])
    expect(f?.indirizzo).toEqual({ tipoIndirizzo: '1' })
    expect((await accessi(tx)).map(a => a.scheda_id)).toEqual(['8', '7'])
  })

  testTx('of two schede under one codice fiscale both answer, the active one first', async tx => {
    await scheda(tx, 7, { codice_fiscale: 'X', stato: 'C' })
    await scheda(tx, 8, { codice_fiscale: 'X' })
    expect((await persone(tx, MOTIVO, { codiceFiscale: 'X' })).map(s => s.id)).toEqual(['8', '7'])
  })

  testTx('nobody found, nothing recorded', async tx => {
    expect(await persone(tx, MOTIVO, { idAnpr: 'ZZ99999ZZ' })).toEqual([])
    expect(await famiglia(tx, MOTIVO, '99')).toBeUndefined()
    expect(await accessi(tx)).toEqual([])
  })
})

describe('what the register never holds', () => {
  testTx('a second head of a family', async tx => {
    await scheda(tx, 7, { legame: 1 })
    await expect(scheda(tx, 8, { legame: 1 })).rejects.toThrow('scheda_un_intestatario')
  })
  testTx('but a convivenza may have several members of tie 1, and a cancelled head counts no more', async tx => {
    await scheda(tx, 7, { legame: 1, gruppo_tipo: 4 })
    await scheda(tx, 8, { legame: 1, gruppo_tipo: 4 })
    await scheda(tx, 9, { legame: 1, stato: 'C' })
    await scheda(tx, 10, { legame: 1 })
  })
  testTx('a tie of a family in a convivenza', async tx => {
    await expect(scheda(tx, 7, { legame: 25, gruppo_tipo: 4 })).rejects.toThrow('scheda_legame_ammesso')
  })
  testTx('a certificabilità outside 0 to 4', async tx => {
    await expect(scheda(tx, 7, { certificabile: 7 })).rejects.toThrow('certificabile')
  })
  testTx('two schede of one idANPR; two of one codice fiscale are doubles and may be', async tx => {
    await scheda(tx, 7, { id_anpr: 'AA00007AB', codice_fiscale: 'X' })
    await scheda(tx, 8, { codice_fiscale: 'X' })
    await expect(scheda(tx, 9, { id_anpr: 'AA00007AB' })).rejects.toThrow('scheda_id_anpr')
  })
  testTx('a headless family, a person without family and a missing tie are storable', async tx => {
    await scheda(tx, 7, { gruppo_id: null, gruppo_tipo: null, legame: null })
    await scheda(tx, 8, { legame: null })
  })
})

const COLONNE = row(T.Object({ tabella: T.String(), colonne: T.Array(T.String()) }))
testTx('COPY writes the columns of the waiting tables in their order', async tx => {
  await apriIngresso(tx)
  const lette = await tx.rows(
    COLONNE,
    sql`select attrelid::regclass::text as tabella, array_agg(attname::text order by attnum) as colonne from pg_attribute
         where attrelid in ('chiave_qui'::regclass, 'gruppo_qui'::regclass) and attnum > 0 group by attrelid`,
  )
  const per = Object.fromEntries(lette.map(t => [t.tabella, t.colonne]))
  expect(per.chiave_qui).toEqual([...COLONNE_CHIAVE])
  expect(per.gruppo_qui).toEqual([...COLONNE_GRUPPO])
})
