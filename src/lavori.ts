import type { FastifyBaseLogger } from 'fastify'
import { Logger, type Runner, run } from 'graphile-worker'
import { preparaMesi, sigilla } from './accessi/index.ts'
import { conserva } from './conservazione.ts'
import type { Db } from './db/index.ts'
import type { Durate } from './identita/index.ts'
import { adesso, oggi } from './orologio.ts'
import { promemoria } from './richieste/index.ts'
import { scattaMancanti } from './statistiche/index.ts'

/** What each new day wants, where the night could not: its snapshot, the months in which reads are recorded, reminders of terms,
 *  and what is to be forgotten. */
export async function ogniNotte(db: Db, durate: Durate): Promise<void> {
  const giorno = oggi()
  await db.tx(tx => preparaMesi(tx, giorno))
  await conserva(db, { oggi: giorno, adesso: adesso(), durate })
  await promemoria(db, giorno, adesso())
  await scattaMancanti(db, giorno)
}

type Lavoro =
  | 'ogni_notte'
  | 'allinea_cf'
  | 'chiudi_corrette'
  | 'pulisci_accessi'
  | 'leggi_registri'
  | 'rinnova_cns'
  | 'spedisci_messaggi'
const CRON = [
  '1 * * * * ogni_notte ?fill=2h',
  '* * * * * allinea_cf ?max=1',
  '* * * * * chiudi_corrette ?max=1',
  '*/5 * * * * pulisci_accessi ?max=1',
  '* * * * * sigilla_accessi ?max=1',
  '* * * * * rinnova_cns ?max=1',
  '* * * * * spedisci_messaggi ?max=1',
  '23 * * * * leggi_registri ?max=1',
]

/** Jobs; cron fills what downtime missed. Midnight in Rome is another UTC hour in summer: every hour it is asked
 *  whether a new day has begun. */
export const mettiAlLavoro = (
  db: Db,
  log: FastifyBaseLogger,
  lavori: Readonly<Record<Lavoro, () => Promise<void>>>,
): Promise<Runner> =>
  run({
    pgPool: db.pool,
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => (livello, messaggio) => {
      if (livello === 'error') log.error({ lavoro: true }, messaggio)
    }),
    crontab: CRON.join('\n'),
    taskList: { sigilla_accessi: () => sigillaAccessi(db, log), ...lavori },
  })

async function sigillaAccessi(db: Db, log: FastifyBaseLogger): Promise<void> {
  const { ultimo } = await sigilla(db)
  // Once an hour into the log, which is kept elsewhere: who made a whole new chain would not agree with it.
  if (ultimo?.finoA.endsWith(':00:00.000Z'))
    log.info({ sigillo: `${ultimo.finoA}=${ultimo.catena}` }, 'seal of the record of access')
}
