import { existsSync } from 'node:fs'
import { ErroreArchivio, importaComuni } from '../anagrafe/index.ts'
import { apriDatabase } from '../database.ts'
import { openDb } from '../db/index.ts'
import { type Comando, ErroreDiUso } from './comando.ts'

export const importa: Comando = {
  uso: 'comuni FILE',
  spiega:
    "Prende per intero l'archivio dei comuni del Ministero (CSV), che vince sui dati dei pacchetti. Si può ripetere.",
  opzioni: {},
  prendeFile: true,
  async esegui({ config, fermo, posizioni: [cosa, file, altro] }) {
    if (cosa !== 'comuni' || !file || altro) throw new ErroreDiUso('scrivi: import comuni FILE')
    if (!existsSync(file)) throw new ErroreDiUso(`il file ${file} non c'è`)
    const database = await apriDatabase(config, fermo)
    const db = openDb({ url: database.url, ruolo: 'anpr_migra', max: 2 })
    try {
      const e = await db.tx(tx => importaComuni(tx, file))
      console.log(
        e.cambiato
          ? `Letto l'archivio (${e.righe} righe, ${e.attivi} comuni attivi al ${e.aggiornato}): ${e.nuovi} periodi nuovi, ${e.cambiati} cambiati, ${e.tolti} tolti, ${e.uguali} uguali.`
          : `Questo archivio (${e.righe} righe, aggiornato al ${e.aggiornato}) era già nella base dati: niente è cambiato.`,
      )
      return 0
    } catch (e) {
      if (!(e instanceof ErroreArchivio)) throw e
      const { riga, colonna, regola, valore } = e.dati
      console.error(
        `L'archivio non è stato preso: riga ${riga}${colonna ? `, colonna ${colonna}` : ''}, regola «${regola}»${valore ? `, valore «${valore}»` : ''}.
Niente di questo file è rimasto. Correggi la riga, o scarica di nuovo il file dal sito del Ministero, e riprova.`,
      )
      return 1
    } finally {
      await db.close()
      await database.close()
    }
  },
}
