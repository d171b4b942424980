import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RADICE } from '../radice.ts'
import { tabelle } from '../tabelle.ts'
import type { Comando } from './comando.ts'

export const tables: Comando = {
  uso: '',
  spiega: 'Scrive docs/tables/: rotte e ruoli, impostazioni, controlli, schema della base dati.',
  opzioni: {},
  async esegui({ config, fermo }) {
    const cartella = join(RADICE, 'docs/tables')
    mkdirSync(cartella, { recursive: true })
    for (const [nome, testo] of Object.entries(await tabelle(config, fermo))) writeFileSync(join(cartella, nome), testo)
    console.log(`Scritte in ${cartella}.`)
    return 0
  },
}
