import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import {
  DomainError,
  famigliaAl,
  type Quando,
  type Rilievo,
  type SchedaAl,
  schedeAl,
} from '../../src/anagrafe/index.ts'
import { type Annullamento, annulla } from '../../src/anagrafe/motore/annulla.ts'
import { type Ambito, applica, type Esito } from '../../src/anagrafe/motore/applica.ts'
import { leggiSchede, type RigaScheda } from '../../src/anagrafe/motore/registro.query.ts'
import { OPERAZIONI } from '../../src/anagrafe/operazioni/elenco.ts'
import { transazione } from '../../src/db/db.ts'
import type { Tx } from '../../src/db/index.ts'
import { databaseDiProva } from '../db.ts'
import { TERRITORIO } from '../fornitura.ts'
import { fatta, trovati } from './coperte.ts'
import { leggi, type Mondo } from './mondo.ts'
import { popola } from './paesino.ts'

/** Who asks and when, where a test does not say: the first comune, on the day that the file says. */
interface Quanto {
  comune?: number
  decorrenza?: string
  oggi?: string
}
export interface Prova {
  tx: Tx
  /** the same transaction */
  client: pg.PoolClient
  /** the two comuni of the village */
  qui: number
  altrove: number
  /** the scheda that ANNA, BRUNO, CARLA… of the first comune had in the beginning */
  id(nome: string): string
  /** and what stands on it now */
  riga(nome: string): Promise<RigaScheda>
  /** as things were on a day */
  al(nome: string, giorno: string): Promise<RigaScheda | undefined>
  /** who lives in a comune now, by first name */
  chi(nome: string, comune?: number): Promise<RigaScheda>
  mondo(): Promise<Mondo>
  fa(servizio: string, dati: object, q?: Quanto): Promise<Esito>
  /** what refuses it; nothing is written */
  rifiutata(servizio: string, dati: object, q?: Quanto): Promise<Rilievo[]>
  /** all that is found, carried out or refused; nothing stays written */
  esamina(servizio: string, dati: object, q?: Quanto): Promise<Rilievo[]>
  /** its codes */
  codici(servizio: string, dati: object, q?: Quanto): Promise<string[]>
  annulla(con: string, operazione: string, o?: Partial<Annullamento> & { comune?: number }): Promise<Esito>
  /** annuls, looks, and forgets it */
  annullaProva(con: string, operazione: string, o?: Partial<Annullamento> & { comune?: number }): Promise<Esito>
  annullaRifiutata(con: string, operazione: string, o?: Partial<Annullamento> & { comune?: number }): Promise<Rilievo[]>
  annullaCodici(con: string, operazione: string, o?: Partial<Annullamento> & { comune?: number }): Promise<string[]>
  scheda(id: string, q?: Quando): Promise<SchedaAl | undefined>
  /** first names of who lives in the family */
  famiglia(gruppo: string, q?: Quando): Promise<(string | null)[]>
}

const MOTIVO = { chi: { ruolo: 'sistema', id: 'prova' }, finalita: 'verifica', servizio: 'prova' } as const
export const OGGI = '2026-11-25'

/** Tests on the village of `paesino.ts`, each in a transaction that is rolled back.
 *  @param decorrenza of every registration that does not say its own */
export function nelPaesino(decorrenza = '2026-03-02'): (nome: string, fn: (p: Prova) => Promise<void>) => void {
  const banca = databaseDiProva()
  let comuni: number[]
  let pool: ReturnType<typeof banca.apri>['pool']
  beforeAll(async () => {
    const db = banca.apri('anpr_job')
    comuni = await popola(db)
    pool = db.pool
  })
  return (nome, fn) =>
    test(nome, async () => {
      const client = await pool.connect()
      const { tx } = transazione(client)
      const [qui, altrove] = comuni as [number, number]
      let minuto = 0
      const ambito = (comune = qui, oggi = OGGI): Ambito => ({
        chi: { ruolo: 'ufficiale', id: 'u', comune },
        oggi,
        adesso: `${oggi}T10:${String(minuto++ % 60).padStart(2, '0')}:00Z`,
        territorio: TERRITORIO,
      })
      const { rows } = await client.query('select id, nome from scheda where comune_id = $1', [qui])
      const id = (nome: string) => rows.find(r => r.nome === nome)!.id as string
      const rilievi = async (fn: () => Promise<unknown>): Promise<Rilievo[]> => {
        await client.query('savepoint prova')
        try {
          await fn()
        } catch (e) {
          if (!(e instanceof DomainError) || e.nome !== 'OperazioneRifiutata') throw e
          return [...(e.dati as { rilievi: readonly Rilievo[] }).rilievi]
        } finally {
          await client.query('rollback to savepoint prova')
        }
        return []
      }
      const p: Prova = {
        tx,
        client,
        qui,
        altrove,
        mondo: () => leggi(client, comuni, OGGI),
        id,
        riga: async nome => (await leggiSchede(tx, [id(nome)], MOTIVO))[0]!,
        al: async (nome, giorno) => (await schedeAl(tx, MOTIVO, [id(nome)], { al: giorno })).get(id(nome))?.scheda,
        chi: async (nome, comune = qui) =>
          (await p.mondo()).schede.find(s => s.nome === nome && s.comune_id === comune)!,
        fa: async (servizio, dati, q = {}) =>
          fatta(
            servizio,
            await applica(tx, ambito(q.comune, q.oggi), { servizio, decorrenza: q.decorrenza ?? decorrenza, dati }),
          ),
        rifiutata: async (servizio, dati, q) => {
          const r = await rilievi(() => p.fa(servizio, dati, q))
          trovati(servizio, r)
          return r
        },
        esamina: async (servizio, dati, q) => {
          let avvertenze: readonly Rilievo[] = []
          const male = await rilievi(async () => {
            avvertenze = (await p.fa(servizio, dati, q)).avvertenze
          })
          trovati(servizio, male)
          return [...male, ...avvertenze]
        },
        codici: async (servizio, dati, q) => errori(await p.rifiutata(servizio, dati, q)),
        annulla: (servizio, operazione, { comune, ...o } = {}) =>
          annulla(tx, ambito(comune), { servizio, operazione, decorrenza: OGGI, ...o }),
        annullaProva: async (con, operazione, o) => {
          await client.query('savepoint annulla')
          const e = await p.annulla(con, operazione, o)
          await client.query('rollback to savepoint annulla')
          return e
        },
        annullaRifiutata: (con, operazione, o) => rilievi(() => p.annulla(con, operazione, o)),
        annullaCodici: async (con, operazione, o) => errori(await p.annullaRifiutata(con, operazione, o)),
        scheda: async (id, q = {}) => (await schedeAl(tx, MOTIVO, [id], q)).get(id),
        famiglia: async (gruppo, q = {}) => (await famigliaAl(tx, MOTIVO, gruppo, q)).membri.map(s => s.scheda.nome),
      }
      try {
        await client.query('begin')
        await fn(p)
      } finally {
        await client.query('rollback')
        client.release()
      }
    })
}
const errori = (r: readonly Rilievo[]) => r.filter(x => x.gravita === 'E').map(x => x.codice)

/** Annulled, the row is again what it was. */
export async function tornaComEra(p: Prova, nome: string, servizio: string, dati: object, q?: Quanto) {
  const prima = await p.riga(nome)
  const { operazione } = await p.fa(servizio, dati, q)
  expect(await p.riga(nome)).not.toEqual(prima)
  const a = OPERAZIONI.get(servizio)!.annulla
  await p.annulla('mai' in a ? '5012' : a.con, operazione)
  expect(await p.riga(nome)).toEqual(prima)
}

export const VIA = { tipoIndirizzo: '1', indirizzo: { toponimo: { specie: 'VIA', denominazioneToponimo: 'NUOVA' } } }
export const ESTERO = {
  tipoIndirizzo: '4',
  localitaEstera: {
    indirizzoEstero: {
      localita: { codiceStato: '216', descrizioneStato: 'GERMANIA' },
      toponimo: { denominazione: 'LINDENSTRASSE' },
    },
  },
}
export const ROMA = { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } }
export const ITALIA = { codiceStato: '100', descrizioneStato: 'ITALIA' }
