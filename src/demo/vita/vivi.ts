import {
  type Ambito,
  annulla,
  applica,
  DomainError,
  type Esito,
  OPERAZIONI,
  type Rilievo,
  type Territorio,
} from '../../anagrafe/index.ts'
import type { Db } from '../../db/index.ts'
import { giorni as contati, scattaConteggio } from '../../statistiche/index.ts'
import { demoDi } from '../demo.query.ts'
import { type Caso, caso } from '../persone/caso.ts'
import { giornoDi, testoDi } from '../persone/giorni.ts'
import { EVENTI } from './eventi.ts'
import type { Fatto, Passo, Scena, Seguito } from './evento.ts'
import { type Mondo, mondo } from './mondo.ts'
import { type Annullato, chiNarra, NARRATE, type Narrato } from './narrate.ts'
import { CHI, ultimoVissuto } from './vita.query.ts'

export interface OpzioniVita {
  territorio: Territorio
  /** how many days */
  giorni: number
  /** sows chance: the same on the same database lives the same */
  seme: number
  /** the first day, AAAA-MM-GG; absent: the day after the last one lived, or, where nobody has lived yet, as many days ago as are asked for */
  dal?: string | undefined
  /** the law's today: life goes up to yesterday */
  oggi: string
  /** the days up to today are those in which the stories happen that life tells (`narrate.ts`) */
  storie?: boolean
  progresso?(parte: number, nota: string): void
}

/** What happened: how often, by the names of the rows of life. */
export interface Vissuta {
  dal: string
  al: string
  giorni: number
  /** residents of the comuni that are in, each day, summed: what rates are of */
  residentiGiorno: number
  accaduti: Record<string, number>
  seguiti: number
  doppi: number
  annullati: number
  /** what comuni sent that had to be refused: wrong at first, or sent twice */
  sviste: number
  /** registrations that went through, annulments and doubles included */
  registrate: number
  /** refused though nobody meant it, by service and code of the first finding: what this generator does not know */
  rifiutati: Record<string, number>
}

/** There is nothing to live, or it must not be: the message says what to do. */
export class VitaImpossibile extends Error {}

/** One in so many registrations is annulled some days later; sent twice; sent wrongly at first. */
const ANNULLATA = 1 / 60
const DOPPIA = 1 / 60
const SVISTA = 1 / 50
/** Nobody but the comune that has the person may send these. */
const DEL_COMUNE: ReadonlySet<string> = new Set(['1001', '2001', '5008/12', '5008/14'])

/** Makes the demo's people live, through `applica` like any comune, day by day; then the snapshots of those days are taken
 *  again. A day that is broken off is not taken up again: the next call begins on the day after.
 *  @throws {VitaImpossibile} where the database is no demo, or the days are not there */
export async function vivi(db: Db, o: OpzioniVita): Promise<Vissuta> {
  if (!(await demoDi(db)))
    throw new VitaImpossibile(
      'Questa base dati non è una demo: qui vivono persone vere. Togli DATABASE_URL per usare la demo.',
    )
  const { primo, ultimo } = await quali(db, o)
  const v: Vissuta = {
    dal: testoDi(primo),
    al: testoDi(ultimo),
    giorni: ultimo - primo + 1,
    residentiGiorno: 0,
    accaduti: Object.fromEntries(EVENTI.map(e => [e.nome, 0])),
    seguiti: 0,
    doppi: 0,
    annullati: 0,
    sviste: 0,
    registrate: 0,
    rifiutati: {},
  }
  const m = await mondo(db, o.territorio)
  const vita = viva(db, o, m, v)
  for (let giorno = primo; giorno <= ultimo; giorno++) {
    o.progresso?.((giorno - primo) / v.giorni, testoDi(giorno))
    await vita(giorno)
  }
  // Whoever counted these days already counts them again.
  for (const { giorno } of (await contati(db)).reverse())
    if (giorno > v.dal && giorno <= o.oggi) await db.tx(tx => scattaConteggio(tx, giorno))
  return v
}

async function quali(db: Db, o: OpzioniVita): Promise<{ primo: number; ultimo: number }> {
  const ieri = giornoDi(o.oggi)! - 1
  const vissuto = await ultimoVissuto(db)
  const dal = o.dal === undefined ? undefined : giornoDi(o.dal)
  const primo = dal ?? (vissuto === undefined ? ieri - o.giorni + 1 : giornoDi(vissuto)! + 1)
  if (primo > ieri)
    throw new VitaImpossibile(
      o.dal === undefined
        ? `La demo ha già vissuto fino al ${vissuto}: per giorni più indietro scrivi --dal AAAA-MM-GG`
        : `Il ${o.dal} non è ancora passato: la vita arriva fino a ieri, ${testoDi(ieri)}`,
    )
  return { primo, ultimo: Math.min(ieri, primo + o.giorni - 1) }
}

/** What is on the calendar: who comes to the counter on a later day. */
type Impegno = { seguito: Seguito; nate: readonly string[] } | Annullato

function viva(db: Db, o: OpzioniVita, m: Mondo, v: Vissuta): (giorno: number) => Promise<void> {
  const calendario = new Map<number, Impegno[]>()
  const debiti = EVENTI.map(() => 0)
  const metti = (giorno: number, i: Impegno) => {
    const suoi = calendario.get(giorno)
    if (suoi) suoi.push(i)
    else calendario.set(giorno, [i])
  }

  return async giorno => {
    m.apri(giorno)
    const oggi = testoDi(giorno)
    let fatte = 0
    const ambito = (comune: number): Ambito => ({
      chi: { ruolo: 'ufficiale', id: CHI, comune },
      oggi,
      // Offices open at eight; at two thousand registrations an hour the country is larger than the demo.
      adesso: `${oggi}T${orario(fatte++)}+01:00`,
      territorio: o.territorio,
    })
    const tenta = async (servizio: string, fn: () => Promise<Esito>, apposta = false): Promise<Esito | undefined> => {
      try {
        const e = await fn()
        v.registrate++
        await m.aggiorna([...new Set([...e.effetti.flatMap(x => (x.tipo === 'S' ? [x.oggetto] : [])), ...e.schede])])
        return e
      } catch (e) {
        if (!(e instanceof DomainError) || e.nome !== 'OperazioneRifiutata') throw e
        const { rilievi } = e.dati as { rilievi: readonly Rilievo[] }
        const come = `${servizio} ${rilievi.find(r => r.gravita === 'E')?.codice ?? '?'}`
        if (apposta) v.sviste++
        else v.rifiutati[come] = (v.rifiutati[come] ?? 0) + 1
        return undefined
      }
    }
    const manda = ({ comune, servizio, dati, decorrenza = oggi }: Passo, apposta = false) =>
      tenta(servizio, () => db.tx(tx => applica(tx, ambito(comune), { servizio, decorrenza, dati })), apposta)
    const disfa = async ({ comune, annulla: servizio, operazione }: Annullato) => {
      const via = () => db.tx(tx => annulla(tx, ambito(comune), { servizio, decorrenza: oggi, operazione }))
      if (await tenta(servizio, via)) v.annullati++
    }
    const annullaFra = (giorni: number, p: Passo, e: Esito) => {
      const come = OPERAZIONI.get(p.servizio)!.annulla
      if ('con' in come) metti(giorno + giorni, { comune: p.comune, annulla: come.con, operazione: e.operazione })
    }
    /** Sends it, and sees to what follows. */
    const registra = async (c: Caso, f: Fatto): Promise<boolean> => {
      if (c.capita(SVISTA)) await svista(c, f)
      const e = await manda(f)
      if (!e) return false
      for (const seguito of f.dopo ?? []) metti(giorno + seguito.fra, { seguito, nate: e.schede })
      if (c.capita(ANNULLATA)) annullaFra(c.fra(2, 8), f, e)
      if (c.capita(DOPPIA)) {
        const ancora = await manda(f, true)
        if (ancora) {
          v.doppi++
          annullaFra(c.fra(3, 9), f, ancora)
        }
      }
      return true
    }
    const svista = async (c: Caso, f: Fatto) => {
      const altrove = c.capita(0.5) ? m.uno(c, p => p.comune !== f.comune) : undefined
      if (altrove && DEL_COMUNE.has(f.servizio)) await manda({ ...f, comune: altrove.comune }, true)
      else await manda({ ...f, decorrenza: testoDi(giorno + 1) }, true)
    }
    const scena = (i: number): Scena => ({ m, c: caso(o.seme, giorno, i, SEMINA), db, giorno, oggi })

    if (o.storie) for (const n of NARRATE) if (giorno === giornoDi(o.oggi)! - n.fa) await narra(n)
    await impegni()
    v.residentiGiorno += m.residenti()
    for (const [i, evento] of EVENTI.entries()) {
      const x = scena(i)
      debiti[i]! += poisson(x.c, (m.residenti() * evento.perMille) / 1000 / 365)
      // A family that moves may overdraw: then fewer move on the next days.
      for (let volte = 0; debiti[i]! > 0 && volte < 10_000; volte++) {
        const f = await evento.accade(x)
        if (!f) {
          if (volte > 20) debiti[i] = 0
          continue
        }
        const quanti = f.persone ?? 1
        debiti[i]! -= quanti
        if (await registra(x.c, f)) v.accaduti[evento.nome]! += quanti
      }
      await impegni()
    }

    async function narra(n: Narrato) {
      const x = scena(200)
      const chi = chiNarra(x, n.storia)
      for (const p of chi ? await n.accade(x, chi) : []) await ('annulla' in p ? disfa(p) : manda(p))
    }

    async function impegni() {
      const x = scena(100 + fatte)
      for (let oggiStesso = calendario.get(giorno)?.shift(); oggiStesso; oggiStesso = calendario.get(giorno)?.shift()) {
        if ('annulla' in oggiStesso) {
          await disfa(oggiStesso)
        } else {
          const f = await oggiStesso.seguito.prepara(x, oggiStesso.nate)
          if (f && (await registra(x.c, f))) v.seguiti++
        }
      }
      calendario.delete(giorno)
    }
  }
}
const SEMINA = 0x56495441

/** The n-th registration of the day, half a second after the one before. */
function orario(n: number): string {
  const secondi = Math.min(8 * 3600 + n / 2, 22 * 3600)
  const due = (x: number) => String(Math.floor(x)).padStart(2, '0')
  return `${due(secondi / 3600)}:${due((secondi / 60) % 60)}:${due(secondi % 60)}.${n % 2 ? '500' : '000'}`
}

/** How many happen of what happens `media` times on average (Knuth; for large means in pieces). */
function poisson(c: Caso, media: number): number {
  if (media > 30) return poisson(c, 30) + poisson(c, media - 30)
  const soglia = Math.exp(-media)
  let n = 0
  for (let p = c.frazione(); p > soglia; p *= c.frazione()) n++
  return n
}
