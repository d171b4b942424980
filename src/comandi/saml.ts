import { join } from 'node:path'
import { apriDatabase } from '../database.ts'
import { apriChiavi, openDb } from '../db/index.ts'
import { messaggiDi } from '../identita/index.ts'
import { oggi } from '../orologio.ts'
import { type Comando, ErroreDiUso } from './comando.ts'

export const saml: Comando = {
  uso: 'RICHIESTA',
  spiega:
    'Mostra i messaggi conservati di un accesso SPID o CIE, per l’ID della AuthnRequest (è nel log). Solo per chi ne è incaricato: contengono dati personali.',
  opzioni: {},
  prendeFile: true,
  async esegui({ config, fermo, posizioni }) {
    const [richiesta, ...altri] = posizioni
    if (!richiesta || altri.length > 0) throw new ErroreDiUso('scrivi un ID di AuthnRequest, per esempio _3f2a…')
    const database = await apriDatabase(config, fermo)
    // Neither the web's role nor the jobs' may read them.
    const db = openDb({ url: database.url, ruolo: 'anpr_migra', max: 1 })
    try {
      const messaggi = await messaggiDi(db, await apriChiavi(join(config.dataDir, 'chiavi'), oggi()), richiesta)
      for (const m of messaggi) console.log(`${m.avvenuta} ${m.che}\n${m.testo}\n`)
      if (messaggi.length === 0) console.error('Di questa richiesta non c’è niente.')
      return messaggi.length > 0 ? 0 : 1
    } finally {
      await db.close()
      await database.close()
    }
  },
}
