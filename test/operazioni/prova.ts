import type pg from 'pg'
import { beforeAll, test } from 'vitest'
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
import type { RigaScheda } from '../../src/anagrafe/motore/registro.query.ts'
import { transazione } from '../../src/db/db.ts'
import type { Tx } from '../../src/db/index.ts'
import { databaseDiProva } from '../db.ts'
import { TERRITORIO } from '../fornitura.ts'
import { leggi, type Mondo } from './mondo.ts'
import { popola } from './paesino.ts'

/** Who asks and when, where a test does not say: the first comune, on 2 March 2026. */
interface Quanto {
  comune?: number
  decorrenza?: string
}
export interface Prova {
  tx: Tx
  /** the same transaction */
  client: pg.PoolClient
  /** the two comuni of the village */
  qui: number
  altrove: number
  /** a person of the village by her first name */
  chi(nome: string, comune?: number): Promise<RigaScheda>
  mondo(): Promise<Mondo>
  fa(servizio: string, dati: object, q?: Quanto): Promise<Esito>
  /** what refuses it; nothing is written */
  rifiutata(servizio: string, dati: object, q?: Quanto): Promise<Rilievo[]>
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
const OGGI = '2026-11-25'

/** Tests on the village of `paesino.ts`, each in a transaction that is rolled back. */
export function nelPaesino(): (nome: string, fn: (p: Prova) => Promise<void>) => void {
  const banca = databaseDiProva()
  let comuni: number[]
  beforeAll(async () => {
    comuni = await popola(banca.apri('anpr_job'))
  })
  return (nome, fn) =>
    test(nome, async () => {
      const client = await banca.apri('anpr_job').pool.connect()
      const { tx } = transazione(client)
      const [qui, altrove] = comuni as [number, number]
      const ambito = (comune = qui): Ambito => ({
        chi: { ruolo: 'ufficiale', id: 'u', comune },
        oggi: OGGI,
        adesso: `${OGGI}T10:00:00Z`,
        territorio: TERRITORIO,
      })
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
        chi: async (nome, comune = qui) =>
          (await p.mondo()).schede.find(s => s.nome === nome && s.comune_id === comune)!,
        fa: (servizio, dati, q = {}) =>
          applica(tx, ambito(q.comune), { servizio, decorrenza: q.decorrenza ?? '2026-03-02', dati }),
        rifiutata: (servizio, dati, q) => rilievi(() => p.fa(servizio, dati, q)),
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
