// Does random operations until it is killed: what each came to goes to its parent after the commit.
import { annulla, applica, DomainError, OPERAZIONI } from '../../src/anagrafe/index.ts'
import { openDb } from '../../src/db/index.ts'
import { TERRITORIO } from '../fornitura.ts'
import { GENERATORI } from '../operazioni/generatori.ts'
import { Caso, leggi, type Mondo } from '../operazioni/mondo.ts'
import type { Detto } from './uccisioni.ts'

const [url, seme, elenco] = process.argv.slice(2) as [string, string, string]
const comuni = JSON.parse(elenco) as number[]
const c = new Caso(Number(seme))
const db = openDb({ url, ruolo: 'anpr_web', max: 2 })
const OGGI = '2026-03-01'
/** so many operations on one picture of the register: the later ones meet what others did meanwhile */
const A_MEMORIA = 25
process.on('disconnect', () => process.exit())
const di = (d: Detto) => process.send?.(d)

const ambito = (comune: number) => ({
  chi: { ruolo: 'ufficiale', id: 'soak', comune } as const,
  oggi: OGGI,
  adesso: new Date().toISOString(),
  territorio: TERRITORIO,
})

async function annullamento(): Promise<string | undefined> {
  const { rows } = await db.pool.query<{
    id: string
    servizio: string
    comune_id: number
    decorrenza: string
    chi: string
  }>(
    `select id, servizio, comune_id, decorrenza, (select min(oggetto) from effetto where op_id = o.id and tipo = 'S') as chi
       from operazione o where servizio <> 'subentro' and annulla is null order by id desc limit 40`,
  )
  const o = c.uno(rows)
  const come = o && OPERAZIONI.get(o.servizio)?.annulla
  if (!o || !come || 'mai' in come) return
  const modo =
    come.parziale && c.forse(40)
      ? { modo: 'RP' as const, soggetti: [o.chi] }
      : come.ripristino && c.forse(30)
        ? { modo: 'RA' as const, decorrenza: o.decorrenza }
        : {}
  const r = { servizio: come.con, decorrenza: OGGI, operazione: o.id, ...modo }
  return (await db.tx(tx => annulla(tx, ambito(o.comune_id), r))).operazione
}

async function operazione(m: Mondo, servizio: string): Promise<string | undefined> {
  const g = GENERATORI[servizio]!(m, c)
  if (!g) return
  const { decorrenza = OGGI } = g as { decorrenza?: string }
  return (await db.tx(tx => applica(tx, ambito(g.comune), { servizio, decorrenza, dati: g.dati }))).operazione
}

const servizi = Object.keys(GENERATORI)
try {
  for (;;) {
    const client = await db.pool.connect()
    // Two comuni at a time: workers meet in them, and the picture stays small.
    const i = c.intero(comuni.length / 2) * 2
    const m = await leggi(client, comuni, OGGI).finally(() => client.release())
    const qui = new Set([comuni[i]!, comuni[i + 1]!])
    const parte: Mondo = { ...m, comuni: [...qui], schede: m.schede.filter(s => qui.has(s.comune_id)) }
    parte.gruppi = m.gruppi.filter(g => qui.has(g.comune_id))
    for (let n = 0; n < A_MEMORIA; n++) {
      const servizio = c.forse(12) ? 'annullamento' : c.uno(servizi)!
      try {
        const fatta = servizio === 'annullamento' ? await annullamento() : await operazione(parte, servizio)
        if (fatta) di({ fatta, servizio })
      } catch (e) {
        if (!(e instanceof DomainError)) throw e
        di({ rifiutata: servizio })
      }
    }
  }
} catch (e) {
  di({ guasto: `${(e as { code?: string }).code ?? ''} ${e instanceof Error ? e.stack : String(e)}` })
  setTimeout(() => process.exit(1), 100)
}
