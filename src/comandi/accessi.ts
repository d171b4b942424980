import { type Discordanza, riservate, svincola, verifica } from '../accessi/index.ts'
import type { Db } from '../db/index.ts'
import { oggi } from '../orologio.ts'
import type { Argomenti } from './comando.ts'
import { conDatabase } from './conDatabase.ts'
import { barra } from './progresso.ts'

export async function esegui(a: Argomenti): Promise<number> {
  return await conDatabase(a, { ruolo: 'anpr_job' }, db => AZIONI[a.verbo]!(db, a))
}

const AZIONI: Readonly<Record<string, (db: Db, a: Argomenti) => Promise<number>>> = {
  verifica: controlla,
  riservate: elenca,
  async svincola(db, { parole: [accesso = '', dal = ''], valore }) {
    const [atto = '', chi = ''] = [valore('atto')?.trim(), valore('chi')?.trim()]
    if (await db.tx(tx => svincola(tx, { accesso, dal, atto, chi }))) {
      console.log(`La persona vede la consultazione ${accesso} dal ${dal}.`)
      return 0
    }
    console.error(`Non c’è nessuna consultazione riservata ${accesso}.`)
    return 1
  },
}

async function elenca(db: Db): Promise<number> {
  for (const r of await riservate(db, oggi()))
    console.log(
      `${r.id}  ${r.avvenuto}  ${r.ruolo}${r.per_conto === null ? '' : ` ${r.per_conto}`}  ${r.dal === null ? 'senza giorno: mai' : `dal ${r.dal}`}`,
    )
  return 0
}

async function controlla(db: Db, { valore }: Argomenti): Promise<number> {
  const [finoA = '', catena = ''] = valore('nota')?.trim().split('=') ?? []
  const nota = finoA === '' ? undefined : { finoA, catena }
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
