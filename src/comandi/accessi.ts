import { type Discordanza, verifica } from '../accessi/index.ts'
import { apriDatabase } from '../database.ts'
import { openDb } from '../db/index.ts'
import { type Comando, ErroreDiUso } from './comando.ts'
import { barra } from './progresso.ts'

export const accessi: Comando = {
  uso: 'verifica [--nota FINE=CATENA]',
  spiega: `Ricalcola i sigilli del registro degli accessi (chi ha letto o cambiato quali schede): una riga aggiunta dopo,
cambiata o tolta si vede. L'ultimo sigillo si può annotare altrove, anche su carta, e ridare con --nota: così si vede
anche chi avesse rifatto tutta la catena. Il programma lo scrive nel suo log ogni ora.`,
  opzioni: { nota: '=un sigillo annotato prima, come lo stampa questo comando: 2026-11-25T10:03:00.000Z=9f86d0…' },
  prendeFile: true,
  async esegui({ config, fermo, posizioni: [cosa, altro], valore }) {
    if (cosa !== 'verifica' || altro) throw new ErroreDiUso('scrivi: accessi verifica')
    const nota = leggiNota(valore('nota'))
    const database = await apriDatabase(config, fermo)
    const db = openDb({ url: database.url, ruolo: 'anpr_job', max: 1 })
    const b = barra('Verifico')
    try {
      const e = await verifica(db, { nota, progresso: giorno => b.a(0.5, giorno) })
      b.fine()
      for (const d of e.discordanze) console.error(`Fino a ${d.finoA}: ${CHE[d.che](d)}.`)
      if (e.mesiTolti.length > 0)
        console.log(`Mesi senza più righe (tolti dalla conservazione?): ${e.mesiTolti.join(', ')}.`)
      console.log(
        e.ultimo
          ? `Controllati ${e.sigilli} sigilli e ${e.righe} righe. Ultimo sigillo, da annotare: ${e.ultimo.finoA}=${e.ultimo.catena}`
          : 'Non c’è ancora nessun sigillo: il programma ne fa uno al minuto, mentre è avviato.',
      )
      if (e.discordanze.length === 0) return 0
      console.error(
        `Il registro degli accessi non è quello sigillato: ${e.discordanze.length === 1 ? 'una discordanza' : `${e.discordanze.length} discordanze`}. Confrontalo con una copia di sicurezza.`,
      )
      return 1
    } finally {
      b.fine()
      await db.close()
      await database.close()
    }
  },
}

const CHE: Readonly<Record<Discordanza['che'], (d: Discordanza) => string>> = {
  catena: () => 'il sigillo è stato cambiato, o ne manca uno prima',
  righe: d => `le righe erano ${d.attese}, sono ${d.trovate}`,
  contenuto: () => 'una riga è stata cambiata',
  nota: () => 'il sigillo annotato non è più nella catena',
}

function leggiNota(testo: string | undefined) {
  if (testo === undefined) return undefined
  const [, finoA, catena] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)=([0-9a-f]{64})$/.exec(testo.trim()) ?? []
  if (!finoA || !catena) throw new ErroreDiUso(`--nota ${testo}: scrivilo come lo ha stampato questo comando`)
  return { finoA, catena }
}
