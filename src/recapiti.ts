import type { Config } from './config.ts'
import type { Db } from './db/index.ts'
import { type Cassetta, cassetta, type Demo, inadDemo } from './demo/index.ts'
import { type Inad, inadHttp, insieme, type Messaggi, smtp, spedisci, svegliabile } from './identita/index.ts'
import { adesso } from './orologio.ts'
import { segnaInvio } from './richieste/index.ts'

/** How people are reached. */
export interface Recapiti {
  messaggi: Messaggi
  /** wakes the job that sends: a person waits for her code */
  sveglia: () => void
  inad: Inad | undefined
  /** where the messages of a demo arrive */
  cassetta: Cassetta | undefined
}

/** How the outbox is emptied: what a mail server says of a notice stands with the request. */
export const CONSEGNA = { adesso, dopo: segnaInvio }

/** Nobody is reached. */
export const SENZA_RECAPITI: Recapiti = { messaggi: insieme(), sveglia() {}, inad: undefined, cassetta: undefined }

/** How the settings say; a demo has a mailbox and an INAD of its own. */
export function recapitiDi(config: Config, db: Db, demo: Demo | undefined): Recapiti {
  const posta = demo && cassetta({ adesso })
  const messaggi = insieme(
    ...(config.posta ? [smtp(config.posta)] : []),
    ...(config.pec ? [smtp({ ...config.pec, canale: 'pec' })] : []),
    ...(posta ? [posta] : []),
  )
  return {
    messaggi,
    sveglia: svegliabile(() => spedisci(db, messaggi, CONSEGNA)),
    inad: config.inadUrl ? inadHttp({ url: config.inadUrl }) : demo && inadDemo(),
    cassetta: posta,
  }
}
