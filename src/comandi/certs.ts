import { join } from 'node:path'
import { certificatiDemo, demoDi, preparaUffici } from '../demo/index.ts'
import { adesso } from '../orologio.ts'
import type { Argomenti } from './comando.ts'
import { conDatabase } from './conDatabase.ts'

export async function esegui(a: Argomenti): Promise<number> {
  const { config, si, valore } = a
  const comuni = (valore('comune') ?? '').split(',').flatMap(c => c.trim() || [])
  const cartella = join(config.dataDir, 'certs')
  return await conDatabase(a, { ruolo: 'anpr_web' }, async (db, database) => {
    if (!(await demoDi(db))) throw new Error('Questo registro è vero: qui certificati inventati non si fanno.')
    const primi = await certificatiDemo({ cartella, adesso: new Date(adesso()), daCapo: si('da-capo') })
    const territorio = await database.territorio()
    const { scritti, ignoti } = await preparaUffici(db, { cartella, territorio, adesso: adesso(), comuni })
    const tutti = [...primi, ...scritti]
    console.log(tutti.length > 0 ? tutti.join('\n') : `In ${cartella} ci sono già e valgono ancora: --da-capo li rifà.`)
    if (primi.length > 0) console.log('Un programma già avviato va riavviato: ha ancora le autorità di prima.')
    for (const c of ignoti) console.error(`Nessun comune ha oggi il codice ${c}.`)
    return ignoti.length > 0 ? 1 : 0
  })
}
