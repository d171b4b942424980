import { join } from 'node:path'
import { apriDatabase } from '../database.ts'
import { openDb } from '../db/index.ts'
import { certificatiDemo, demoDi, preparaUffici } from '../demo/index.ts'
import { adesso } from '../orologio.ts'
import { type Comando, ErroreDiUso } from './comando.ts'

export const certs: Comando = {
  uso: '[--da-capo] [--comune ISTAT[,ISTAT…]]',
  spiega:
    'Scrive i certificati di una dimostrazione in DATA_DIR/certs e li abilita: autorità, server, carte CNS inventate, software, postazioni e smart card degli uffici (parola d’ordine: demo). Un registro vero li rifiuta.',
  opzioni: {
    'da-capo': 'anche se ci sono già e valgono ancora',
    comune: '=anche per questi comuni (codici ISTAT), oltre a quelli della sperimentazione',
  },
  async esegui({ config, fermo, si, valore }) {
    const comuni = (valore('comune') ?? '').split(',').flatMap(c => c.trim() || [])
    const storto = comuni.find(c => !/^\d{6}$/.test(c))
    if (storto !== undefined) throw new ErroreDiUso(`--comune ${storto}: scrivi i sei numeri del codice ISTAT`)
    const cartella = join(config.dataDir, 'certs')
    const database = await apriDatabase(config, fermo)
    const db = openDb({ url: database.url, ruolo: 'anpr_web', max: 1 })
    try {
      if (!(await demoDi(db))) throw new Error('Questo registro è vero: qui certificati inventati non si fanno.')
      const primi = await certificatiDemo({ cartella, adesso: new Date(adesso()), daCapo: si('da-capo') })
      const territorio = await database.territorio()
      const { scritti, ignoti } = await preparaUffici(db, { cartella, territorio, adesso: adesso(), comuni })
      const tutti = [...primi, ...scritti]
      console.log(
        tutti.length > 0 ? tutti.join('\n') : `In ${cartella} ci sono già e valgono ancora: --da-capo li rifà.`,
      )
      if (primi.length > 0) console.log('Un programma già avviato va riavviato: ha ancora le autorità di prima.')
      for (const c of ignoti) console.error(`Nessun comune ha oggi il codice ${c}.`)
      return ignoti.length > 0 ? 1 : 0
    } finally {
      await db.close()
      await database.close()
    }
  },
}
