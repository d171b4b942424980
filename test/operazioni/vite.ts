import type pg from 'pg'
import { DomainError, type Rilievo } from '../../src/anagrafe/index.ts'
import { annulla } from '../../src/anagrafe/motore/annulla.ts'
import { type Ambito, applica } from '../../src/anagrafe/motore/applica.ts'
import { OPERAZIONI } from '../../src/anagrafe/operazioni/elenco.ts'
import { transazione } from '../../src/db/db.ts'
import type { Tx } from '../../src/db/index.ts'
import { TERRITORIO } from '../fornitura.ts'
import { fatta, trovati } from './coperte.ts'
import { GENERATORI } from './generatori.ts'
import { Caso, leggi, type Mondo } from './mondo.ts'
import { ANNULLA, type Passo } from './passi.ts'
import {
  comeAl,
  comeDetto,
  conteggi,
  diari,
  esigi,
  famiglieComeDetto,
  giorno,
  invarianti,
  istante,
  rigioca,
  senzaTesta,
  uguali,
  ultima,
} from './promesse.ts'
import { annullaTutto } from './ritorno.ts'
import { Storie } from './storie.ts'
import { Tempi } from './tempi.ts'

interface Fatta {
  operazione: string
  comune: number
  decorrenza: string
  servizio: string
  /** of some persons it was taken back */
  parziale?: boolean
}
/** What a life did, for messages and counts. */
export interface Vissuta {
  accettate: string[]
  rifiutate: string[]
  annullate: string[]
  /** which check refused which: `5001/2 EN117` */
  codici: string[]
  /** annulled at the end, in random order */
  ritorni: number
}

/** Lives a life in a transaction that is rolled back, and holds every promise against a model that keeps full copies.
 *  @throws an Error that names the broken promise, and what happened in that life */
export async function vivi(pool: pg.Pool, comuni: readonly number[], passi: readonly Passo[]): Promise<Vissuta> {
  const client = await pool.connect()
  const diario: string[] = []
  try {
    await client.query('begin')
    return await vita(client, transazione(client).tx, comuni, passi, diario)
  } catch (e) {
    throw new Error(`${(e as Error).message}\n  after\n    ${diario.join('\n    ')}`, { cause: e })
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function vita(
  client: pg.PoolClient,
  tx: Tx,
  comuni: readonly number[],
  passi: readonly Passo[],
  diario: string[],
): Promise<Vissuta> {
  const esito: Vissuta = { accettate: [], rifiutate: [], annullate: [], codici: [], ritorni: 0 }
  const fatte: Fatta[] = []
  const storie = new Storie()
  const copie: { quando: string; mondo: Mondo }[] = []
  const base = await leggi(client, comuni, giorno(0))
  copie.push({ quando: istante(0), mondo: base })
  const tempi = new Tempi(['2010-01-01', giorno(0), giorno(Math.floor(passi.length / 3)), giorno(passi.length + 1)])
  const daOsservare = new Set([0, Math.floor(passi.length / 3), Math.floor((2 * passi.length) / 3)])
  const vicini = attorno(base, new Caso(passi[0]!.seme))
  for (const [i, passo] of passi.entries()) {
    const n = i + 1
    const prima = await leggi(client, comuni, giorno(n))
    const c = new Caso(passo.seme)
    const ambito = (comune: number): Ambito => ({
      chi: { ruolo: 'ufficiale', id: 'u', comune },
      oggi: giorno(n),
      adesso: istante(n),
      territorio: TERRITORIO,
    })
    const prova = async <T>(fn: () => Promise<T>): Promise<T | undefined> => {
      await client.query('savepoint passo')
      try {
        const r = await fn()
        await client.query('release savepoint passo')
        return r
      } catch (e) {
        await client.query('rollback to savepoint passo')
        if (!(e instanceof DomainError)) throw e
        if (e.nome === 'OperazioneRifiutata') {
          const { rilievi } = e.dati as {
            rilievi: readonly { codice: string; testo: string; rimedio: string; campo: string }[]
          }
          trovati(passo.servizio, rilievi as readonly Rilievo[])
          esigi(
            rilievi.length > 0 &&
              rilievi.every(r => r.codice && r.testo && r.rimedio && r.campo && !r.testo.includes('@')),
            'a refusal says code, field, rule and remedy',
            rilievi,
          )
          for (const r of rilievi) esito.codici.push(`${passo.servizio} ${r.codice}`)
        }
        return undefined
      }
    }
    if (passo.servizio === ANNULLA) {
      const f = c.uno(fatte)
      if (!f) continue
      const o = OPERAZIONI.get(f.servizio)!
      const con = 'mai' in o.annulla ? '5012' : o.annulla.con
      const modo = c.forse(60) ? undefined : c.uno(['RA', 'RP'] as const)
      const uno = modo === 'RP' ? c.uno(await mossi(client, f.operazione)) : undefined
      const r = await prova(() =>
        annulla(tx, ambito(f.comune), {
          servizio: con,
          decorrenza: modo === 'RA' ? f.decorrenza : giorno(n),
          operazione: f.operazione,
          ...(modo && { modo }),
          ...(uno && { soggetti: [uno] }),
        }),
      )
      if (r) {
        await ultima(client, f.operazione)
        if (modo === 'RP') f.parziale = true
        else fatte.splice(fatte.indexOf(f), 1)
        esito.annullate.push([f.servizio, modo].filter(Boolean).join(' '))
        storie.togli(f.operazione, uno)
        diario.push(
          `${r.operazione} on ${giorno(n)}: takes back ${[f.operazione, modo, uno].filter(Boolean).join(' ')}`,
        )
      } else {
        esito.rifiutate.push(`${f.servizio} annullata`)
        uguali(
          senzaTesta(await leggi(client, comuni, giorno(n))),
          senzaTesta(prima),
          'a refused annulment changes nothing',
        )
      }
    } else {
      const g = GENERATORI[passo.servizio]!(vicini(prima), c)
      if (!g) continue
      // Registered late, now and then: what was registered meanwhile may stand in the way.
      const decorrenza = g.decorrenza ?? giorno(c.forse(12) ? n - 1 - c.intero(6) : n)
      const fai = () => applica(tx, ambito(g.comune), { servizio: passo.servizio, decorrenza, dati: g.dati })
      const r = await prova(fai)
      if (!r) {
        esito.rifiutate.push(passo.servizio)
        uguali(
          senzaTesta(await leggi(client, comuni, giorno(n))),
          senzaTesta(prima),
          'a refused operation changes nothing',
        )
        continue
      }
      fatta(passo.servizio, r)
      esito.accettate.push(passo.servizio)
      diario.push(
        `${r.operazione} on ${giorno(n)} from ${decorrenza}: ${passo.servizio} by ${g.comune} ${JSON.stringify(g.dati)}`,
      )
      const o = OPERAZIONI.get(passo.servizio)!
      if (!('mai' in o.annulla)) {
        await client.query('savepoint identita')
        await annulla(tx, ambito(g.comune), {
          servizio: o.annulla.con,
          decorrenza: giorno(n),
          operazione: r.operazione,
        })
        const tornato = await leggi(client, comuni, giorno(n))
        const c0 = new Set(prima.schede.map(s => s.id))
        const g0 = new Set(prima.gruppi.map(x => x.id))
        const u0 = new Set(prima.unioni.map(x => x.id))
        uguali(
          {
            s: tornato.schede.filter(s => c0.has(s.id)),
            g: tornato.gruppi.filter(x => g0.has(x.id)),
            u: tornato.unioni.filter(u => u0.has(u.id)),
          },
          { s: prima.schede, g: prima.gruppi, u: prima.unioni },
          `annulment takes ${passo.servizio} back exactly`,
        )
        esigi(
          tornato.schede.every(s => c0.has(s.id) || s.stato === 'X'),
          'a scheda made by an annulled operation leaves the register',
        )
        esigi(
          tornato.gruppi.every(x => g0.has(x.id) || !x.aperto),
          'a family made by an annulled operation is closed',
        )
        esigi(
          tornato.unioni.every(x => u0.has(x.id) || !x.valida),
          'a bond made by an annulled operation is not valid',
        )
        await client.query('rollback to savepoint identita')
      }
      storie.aggiungi(
        { id: r.operazione, decorrenza, o, dati: g.dati },
        base,
        prima.schede,
        (await leggi(client, comuni, giorno(n))).schede,
      )
      fatte.push({ operazione: r.operazione, comune: g.comune, decorrenza, servizio: passo.servizio })
    }
    const dopo = await leggi(client, comuni, giorno(n))
    copie.push({ quando: istante(n), mondo: dopo })
    invarianti(dopo)
    if (daOsservare.has(i)) await tempi.osserva(tx, dopo, istante(n))
  }
  await comeDetto(tx, copie)
  await rigioca(client, base, comuni)
  await diari(client, tx, copie.at(-1)!.mondo)
  await conteggi(client, base)
  await famiglieComeDetto(tx, copie)
  await comeAl(tx, base, copie.at(-1)!.mondo.schede, storie, passi.length)
  await tempi.verifica(tx, copie.at(-1)!.mondo)
  esito.ritorni = await ritorno(client, tx, comuni, base, fatte, passi, diario)
  return esito
}

/** In most lives everything happens to the same few families, and to who came since: operations meet. */
function attorno(base: Mondo, c: Caso): (m: Mondo) => Mondo {
  if (c.forse(25)) return m => m
  const cosi = new Set(base.gruppi.map(g => g.id))
  const loro = new Set([c.uno(base.gruppi)!.id, c.uno(base.gruppi)!.id, c.uno(base.gruppi)!.id])
  const gente = new Set(base.schede.filter(s => loro.has(s.gruppo_id ?? '')).map(s => s.id))
  const altri = new Set(base.schede.map(s => s.id).filter(id => !gente.has(id)))
  return m => {
    const schede = m.schede.filter(s => !altri.has(s.id))
    const dove = new Set(schede.map(s => s.gruppo_id))
    return { ...m, schede, gruppi: m.gruppi.filter(g => dove.has(g.id) || loro.has(g.id) || !cosi.has(g.id)) }
  }
}

async function ritorno(
  client: pg.PoolClient,
  tx: Tx,
  comuni: readonly number[],
  base: Mondo,
  fatte: readonly Fatta[],
  passi: readonly Passo[],
  diario: string[],
): Promise<number> {
  const n = passi.length + 1
  const mondo = () => leggi(client, comuni, giorno(0))
  const soggetti = async (operazione: string) =>
    (
      await client.query(
        `select distinct oggetto from effetto e where op_id = $1 and tipo = 'S'
            and not exists (select from effetto t where t.oggetto = e.oggetto and t.tipo = 'S' and t.sezione = e.sezione and t.annulla = $1)
          order by 1`,
        [operazione],
      )
    ).rows.map(r => r.oggetto)
  return annullaTutto(
    fatte,
    new Caso(passi.reduce((s, p) => s + p.seme, 0)),
    base,
    giorno(n),
    async (comune, r) => {
      await client.query('savepoint ritorno')
      try {
        await annulla(
          tx,
          {
            chi: { ruolo: 'ufficiale', id: 'u', comune },
            oggi: giorno(n),
            adesso: istante(n),
            territorio: TERRITORIO,
          },
          r,
        )
        invarianti(await mondo())
        await ultima(client, r.operazione)
        diario.push(`at the end takes back ${[r.operazione, r.modo].filter(Boolean).join(' ')}`)
        return true
      } catch (e) {
        await client.query('rollback to savepoint ritorno')
        if (!(e instanceof DomainError)) throw e
        const { rilievi } = e.dati as { rilievi: readonly { codice: string; testo: string }[] }
        diario.push(`at the end ${r.operazione}: ${rilievi.map(x => `${x.codice} ${x.testo}`).join('; ')}`)
        return false
      }
    },
    mondo,
    soggetti,
  )
}

/** Whom an operation touched. */
const mossi = async (client: pg.PoolClient, operazione: string): Promise<string[]> =>
  (
    await client.query(`select distinct oggetto from effetto where op_id = $1 and tipo = 'S' order by 1`, [operazione])
  ).rows.map(r => r.oggetto)
