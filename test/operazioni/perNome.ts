import { beforeAll, expect, test } from 'vitest'
import { DomainError, type Esito, type Rilievo } from '../../src/anagrafe/index.ts'
import { annulla } from '../../src/anagrafe/motore/annulla.ts'
import { type Ambito, applica } from '../../src/anagrafe/motore/applica.ts'
import { leggiSchede, type RigaScheda } from '../../src/anagrafe/motore/registro.query.ts'
import { schedeAl } from '../../src/anagrafe/motore/storia.ts'
import { OPERAZIONI } from '../../src/anagrafe/operazioni/elenco.ts'
import { transazione } from '../../src/db/db.ts'
import type { Tx } from '../../src/db/index.ts'
import { databaseDiProva } from '../db.ts'
import { TERRITORIO } from '../fornitura.ts'
import { popola } from './paesino.ts'

/** The small comuni of `paesino.ts`, and operations on their people by name; each test is rolled back. */

export const OGGI = '2026-11-25'
const MOTIVO = { chi: { ruolo: 'sistema', id: 'prova' }, finalita: 'verifica', servizio: 'prova' } as const

export interface Prova {
  tx: Tx
  /** the comune whose officer asks, and another */
  comune: number
  altro: number
  /** the scheda of ANNA, BRUNO, CARLA… of the comune */
  id(nome: string): string
  riga(nome: string): Promise<RigaScheda>
  /** as things were on a day */
  al(nome: string, giorno: string): Promise<RigaScheda | undefined>
  fai(servizio: string, dati: object, o?: { decorrenza?: string; comune?: number; oggi?: string }): Promise<Esito>
  /** the codes of the findings with which it is refused; warnings too */
  no(servizio: string, dati: object, o?: { decorrenza?: string; comune?: number; oggi?: string }): Promise<string[]>
  rilievi(servizio: string, dati: object, o?: { decorrenza?: string; comune?: number }): Promise<readonly Rilievo[]>
  annulla(servizio: string, operazione: string): Promise<Esito>
}

export function paesinoDiProva() {
  const banca = databaseDiProva()
  let comuni: number[]
  let pool: ReturnType<typeof banca.apri>['pool']
  beforeAll(async () => {
    const db = banca.apri('anpr_job')
    comuni = await popola(db)
    pool = db.pool
  })
  return (titolo: string, fn: (p: Prova) => Promise<void>) =>
    test(titolo, async () => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const { tx } = transazione(client)
        const [comune, altro] = comuni as [number, number]
        const { rows } = await client.query('select id, nome from scheda where comune_id = $1', [comune])
        const id = (nome: string) => rows.find(r => r.nome === nome)!.id as string
        let minuto = 0
        const ambito = (c: number, oggi = OGGI): Ambito => ({
          chi: { ruolo: 'ufficiale', id: 'u', comune: c },
          oggi,
          adesso: `${oggi}T10:${String(minuto++).padStart(2, '0')}:00Z`,
          territorio: TERRITORIO,
        })
        const fai: Prova['fai'] = (servizio, dati, o = {}) =>
          applica(tx, ambito(o.comune ?? comune, o.oggi), { servizio, decorrenza: o.decorrenza ?? OGGI, dati })
        const rilievi: Prova['rilievi'] = async (servizio, dati, o) => {
          await client.query('savepoint r')
          const e = await fai(servizio, dati, o).then(
            () => undefined,
            (x: unknown) => x,
          )
          await client.query('rollback to savepoint r')
          if (!(e instanceof DomainError)) throw e ?? new Error(`${servizio} was not refused`)
          return (e.dati as { rilievi: readonly Rilievo[] }).rilievi
        }
        await fn({
          tx,
          comune,
          altro,
          id,
          riga: async nome => (await leggiSchede(tx, [id(nome)], MOTIVO))[0]!,
          al: async (nome, giorno) => (await schedeAl(tx, MOTIVO, [id(nome)], { al: giorno })).get(id(nome))?.scheda,
          fai,
          rilievi,
          no: async (servizio, dati, o) => (await rilievi(servizio, dati, o)).map(r => r.codice),
          annulla: (servizio, operazione) => annulla(tx, ambito(comune), { servizio, decorrenza: OGGI, operazione }),
        })
      } finally {
        await client.query('rollback')
        client.release()
      }
    })
}

/** Annulled, the row is again what it was. */
export async function tornaComEra(p: Prova, nome: string, servizio: string, dati: object, o?: { decorrenza?: string }) {
  const prima = await p.riga(nome)
  const { operazione } = await p.fai(servizio, dati, o)
  expect(await p.riga(nome)).not.toEqual(prima)
  const a = OPERAZIONI.get(servizio)!.annulla
  await p.annulla('mai' in a ? '5012' : a.con, operazione)
  expect(await p.riga(nome)).toEqual(prima)
}
