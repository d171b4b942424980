// Officers and citizens at the same requests until they are killed: what each came to goes to its parent after the commit.
import { randomUUID } from 'node:crypto'
import { setTimeout as attendi } from 'node:timers/promises'
import { openDb } from '../../src/db/index.ts'
import {
  ammesse,
  chiedi,
  iniziaBozza,
  invia,
  muovi,
  nomeStato,
  proroga,
  RichiestaRifiutata,
  richiesta,
  scrivi,
} from '../../src/richieste/index.ts'
import { Caso } from '../operazioni/mondo.ts'
import type { Detto } from './uccisioni.ts'

const [url, seme, elenco, parte] = process.argv.slice(2) as [string, string, string, string]
const comuni = JSON.parse(elenco) as number[]
/** One of so many processes that share a hundred officers and two hundred citizens. */
const PARTI = Number(parte)
const db = openDb({ url, ruolo: 'anpr_web', max: 8 })
const adesso = () => new Date().toISOString()
process.on('disconnect', () => process.exit())
const di = (d: Detto) => process.send?.(d)

async function prova(servizio: string, fn: () => Promise<string>): Promise<void> {
  try {
    di({ fatta: await fn(), servizio })
  } catch (e) {
    if (!(e instanceof RichiestaRifiutata)) throw e
    di({ rifiutata: servizio })
  }
}
const mossa = (servizio: string, numero: string, chi: string, fn: () => Promise<{ mosse: number }>) =>
  prova(servizio, async () => `mossa ${numero} ${(await fn()).mosse} ${servizio} ${chi}`)

/** Asks, sends with a double click, and now and then answers or takes back; then she is somebody else. */
async function cittadina(c: Caso): Promise<never> {
  for (;;) {
    const utente = randomUUID()
    const { rows } = await db.pool.query<{ id: string; comune_id: number }>(
      `select id, comune_id from scheda where comune_id = $1 and stato = 'A' order by id limit 20`,
      [c.uno(comuni)],
    )
    const { id: scheda, comune_id: comune } = c.uno(rows)!
    const { id } = await db.tx(tx => iniziaBozza(tx, { utente, scheda, comune, adesso: adesso() }))
    await db.tx(tx => chiedi(tx, utente, id, { scheda, dato: 'COGNOME', attuale: 'VERDI', chiesto: 'VERDE' }))
    const manda = () => db.tx(tx => invia(tx, utente, id, { adesso: adesso(), recapiti: [] }))
    await prova('invia', async () => {
      await Promise.all([manda(), manda()])
      return `inviata ${id} ${utente}`
    })
    for (let n = 0; n < 4; n++) {
      await attendi(50 + c.intero(400))
      const r = await richiesta(db, id)
      const m = r && c.uno(ammesse(nomeStato(r), 'cittadino'))?.nome
      const chi = { mano: 'cittadino', id: utente } as const
      if ((m === 'integra' && c.forse(60)) || (m === 'ritira' && c.forse(5)))
        await mossa(m, id, utente, () => db.tx(tx => muovi(tx, chi, id, { mossa: m, adesso: adesso() })))
    }
  }
}

/** Takes whatever is open in her comune: others do too. */
async function ufficiale(c: Caso, n: number): Promise<never> {
  const id = `ufficiale-${n}`
  for (;;) {
    await attendi(c.intero(120))
    const comune = comuni[n % comuni.length]!
    const { rows } = await db.pool.query<{ id: string }>(
      'select id from richiesta where comune_id = $1 and chiusa is null and inviata is not null order by id desc limit 12',
      [comune],
    )
    const r = rows.length > 0 ? await richiesta(db, c.uno(rows)!.id) : undefined
    if (!r) continue
    const chi = { mano: 'comune', id, comune } as const
    const note = 'Perché sì.'
    if (c.forse(10)) {
      await mossa('proroga', r.id, id, () => db.tx(tx => proroga(tx, chi, r.id, { adesso: adesso(), note })))
      continue
    }
    if (c.forse(10)) {
      await prova('scrivi', async () => {
        const testo = randomUUID()
        await db.tx(tx => scrivi(tx, chi, r.id, { adesso: adesso(), testo }))
        return `messaggio ${r.id} ${testo}`
      })
      continue
    }
    const t = c.uno(ammesse(nomeStato(r), 'comune'))
    if (!t || t.nome === 'invia') continue
    const nome = t.nome as Parameters<typeof muovi>[3]['mossa'] & string
    await mossa(nome, r.id, id, () =>
      db.tx(tx => muovi(tx, chi, r.id, { mossa: nome, adesso: adesso(), note, motivo: '1', viste: r.mosse })),
    )
  }
}

try {
  const quanti = (tutti: number) => Array.from({ length: Math.ceil(tutti / PARTI) }, (_, i) => i)
  await Promise.all([
    ...quanti(100).map(i => ufficiale(new Caso(Number(seme) * 1000 + i), i * PARTI + (Number(seme) % PARTI))),
    ...quanti(200).map(i => cittadina(new Caso(Number(seme) * 1000 + 500 + i))),
  ])
} catch (e) {
  di({ guasto: `${(e as { code?: string }).code ?? ''} ${e instanceof Error ? e.stack : String(e)}` })
  setTimeout(() => process.exit(1), 100)
}
