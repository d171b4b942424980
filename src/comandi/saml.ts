import { join } from 'node:path'
import { apriChiavi } from '../db/index.ts'
import { messaggiDi } from '../identita/index.ts'
import { oggi } from '../orologio.ts'
import type { Argomenti } from './comando.ts'
import { conDatabase } from './conDatabase.ts'

export async function esegui(a: Argomenti): Promise<number> {
  const { config, parole } = a
  const [richiesta = ''] = parole
  // Neither the web's role nor the jobs' may read them.
  return await conDatabase(a, { ruolo: 'anpr_migra' }, async db => {
    const messaggi = await messaggiDi(db, await apriChiavi(join(config.dataDir, 'chiavi'), oggi()), richiesta)
    for (const m of messaggi) console.log(`${m.avvenuta} ${m.che}\n${m.testo}\n`)
    if (messaggi.length === 0) console.error('Di questa richiesta non c’è niente.')
    return messaggi.length > 0 ? 0 : 1
  })
}
