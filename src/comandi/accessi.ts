import { type Discordanza, riservate, svincola, verifica } from '../accessi/index.ts'
import type { Db } from '../db/index.ts'
import { oggi } from '../orologio.ts'
import { type Argomenti, ErroreDiUso } from './comando.ts'
import { conDatabase } from './conDatabase.ts'
import { barra } from './progresso.ts'

export async function esegui(a: Argomenti): Promise<number> {
  const {
    posizioni: [cosa = '', ...resto],
    valore,
  } = a
  const azione = Object.hasOwn(AZIONI, cosa) ? AZIONI[cosa as keyof typeof AZIONI](resto, valore) : undefined
  if (!azione) throw new ErroreDiUso('scrivi che cosa fare, con tutto quello che serve')
  return await conDatabase(a, { ruolo: 'anpr_job' }, azione)
}

type Azione = (db: Db) => Promise<number>
/** What each does with its words; undefined: they are not the right ones. */
const AZIONI = {
  verifica: (resto: readonly string[], valore: Argomenti['valore']): Azione | undefined => {
    const nota = leggiNota(valore('nota'))
    return resto.length > 0 ? undefined : db => controlla(db, nota)
  },
  riservate: (resto: readonly string[]): Azione | undefined => (resto.length > 0 ? undefined : elenca),
  svincola: (resto: readonly string[], valore: Argomenti['valore']): Azione | undefined => {
    const [accesso = '', dal = '', ...altro] = resto
    const [atto, chi] = [valore('atto')?.trim(), valore('chi')?.trim()]
    if (!/^\d{1,18}$/.test(accesso) || !èGiorno(dal) || altro.length > 0 || !atto || !chi) return undefined
    return async db => {
      if (await db.tx(tx => svincola(tx, { accesso, dal, atto, chi }))) {
        console.log(`La persona vede la consultazione ${accesso} dal ${dal}.`)
        return 0
      }
      console.error(`Non c’è nessuna consultazione riservata ${accesso}.`)
      return 1
    }
  },
}

const èGiorno = (testo: string) => {
  const d = new Date(`${testo}T00:00:00Z`)
  return !Number.isNaN(d.getTime()) && d.toISOString().slice(0, 10) === testo
}

async function elenca(db: Db): Promise<number> {
  for (const r of await riservate(db, oggi()))
    console.log(
      `${r.id}  ${r.avvenuto}  ${r.ruolo}${r.per_conto === null ? '' : ` ${r.per_conto}`}  ${r.dal === null ? 'senza giorno: mai' : `dal ${r.dal}`}`,
    )
  return 0
}

async function controlla(db: Db, nota: ReturnType<typeof leggiNota>): Promise<number> {
  const b = barra('Verifico')
  const e = await verifica(db, { nota, progresso: giorno => b.a(0.5, giorno) }).finally(() => b.fine())
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
}

const CHE: Readonly<Record<Discordanza['che'], (d: Discordanza) => string>> = {
  catena: () => 'il sigillo è stato cambiato, o ne manca uno prima',
  righe: d => `le righe erano ${d.attese}, sono ${d.trovate}`,
  contenuto: () => 'una riga è stata cambiata',
  nota: () => 'il sigillo annotato non è più nella catena',
  svincolo: () => 'una consultazione riservata è stata svincolata senza la riga che lo dice',
}

function leggiNota(testo: string | undefined) {
  if (testo === undefined) return undefined
  const [, finoA, catena] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)=([0-9a-f]{64})$/.exec(testo.trim()) ?? []
  if (!finoA || !catena) throw new ErroreDiUso(`--nota ${testo}: scrivilo come lo ha stampato questo comando`)
  return { finoA, catena }
}
