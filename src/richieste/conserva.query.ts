// What is forgotten of requests, and when: src/conservazione.ts says why. Each takes a thousand at a time.
import type { Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'

/** Drafts that nobody touched for ninety days, with their attachments. @returns how many */
export const dimenticaBozze = (tx: Tx, oggi: string): Promise<number> =>
  tx.run(sql`
    delete from richiesta where id in (
      select id from richiesta where stato = 1 and aggiornata < ${oggi}::date - interval '90 days' limit 1000)`)

/** Attachments of requests that ended two years ago, or were withdrawn half a year ago. @returns how many */
export const dimenticaAllegati = (tx: Tx, oggi: string): Promise<number> =>
  tx.run(sql`
    delete from allegato where id in (
      select a.id from allegato a join richiesta r on r.id = a.richiesta_id
       where r.chiusa < ${oggi}::date - interval '24 months'
          or (r.chiusa < ${oggi}::date - interval '6 months'
              and exists (select from richiesta_mossa m where m.richiesta_id = r.id and m.n = r.mosse and m.mossa = 'ritira'))
       limit 1000)`)

/** Requests that ended ten years ago, with their history, messages and notices. @returns how many */
export const dimenticaChiuse = (tx: Tx, oggi: string): Promise<number> =>
  tx.run(sql`
    delete from richiesta where id in (
      select id from richiesta where chiusa < ${oggi}::date - interval '10 years' limit 1000)`)
