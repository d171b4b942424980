import { join } from 'node:path'
import { certificatiDemo } from '../demo/index.ts'
import { adesso } from '../orologio.ts'
import type { Comando } from './comando.ts'

export const certs: Comando = {
  uso: '[--da-capo]',
  spiega:
    'Scrive i certificati di una dimostrazione in DATA_DIR/certs: autorità, server, carte CNS inventate (parola d’ordine: demo). Un registro vero li rifiuta.',
  opzioni: { 'da-capo': 'anche se ci sono già e valgono ancora' },
  async esegui({ config, si }) {
    const cartella = join(config.dataDir, 'certs')
    const scritti = await certificatiDemo({ cartella, adesso: new Date(adesso()), daCapo: si('da-capo') })
    console.log(
      scritti.length > 0 ? scritti.join('\n') : `In ${cartella} ci sono già e valgono ancora: --da-capo li rifà.`,
    )
    return 0
  },
}
