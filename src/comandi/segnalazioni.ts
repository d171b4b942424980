import { apriDatabase } from '../database.ts'
import { openDb } from '../db/index.ts'
import { segnalazioni as elenco, type Segnalazione } from '../portale/index.ts'
import type { Comando } from './comando.ts'

export const segnalazioni: Comando = {
  uso: '[--quante N]',
  spiega:
    'Elenca le segnalazioni di accessibilità arrivate dal portale, dalla più recente. Dopo un anno si cancellano.',
  opzioni: { quante: '=quante, al massimo (100)' },
  async esegui({ config, fermo, intero }) {
    const quante = intero('quante', { solito: 100, min: 1 })
    const database = await apriDatabase(config, fermo)
    const db = openDb({ url: database.url, ruolo: 'anpr_job', max: 1 })
    try {
      const trovate = await elenco(db, { quante })
      console.log(trovate.length === 0 ? 'Nessuna segnalazione di accessibilità.' : trovate.map(testo).join('\n\n'))
      return 0
    } finally {
      await db.close()
      await database.close()
    }
  },
}

// What people wrote comes without control characters (portale/sito/campi.ts): a terminal may show it.
const testo = (s: Segnalazione): string =>
  [
    `${s.riferimento}  ${s.ricevuta}  ${s.pagina}`,
    ...s.problema.split('\n').map(riga => `  ${riga}`.trimEnd()),
    ...(s.tecnologia ? [`  Usa: ${s.tecnologia}`] : []),
    s.email ? `  Risposta a: ${s.email}` : '  Non chiede risposta',
  ].join('\n')
