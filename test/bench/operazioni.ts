// Operations of an Italian year through the engine, database included, beside bare SQL that writes the same rows: the same
// requests, each family once, in turns, as many connections each; the register is put back between them. Then what time
// costs: a person as of a date, an annulment, a year of history; and what the index of births costs a subentro.
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import {
  type Ambito,
  annulla,
  applica,
  caricaTerritorio,
  DomainError,
  OPERAZIONI,
  persone,
  schedeAl,
  type Territorio,
} from '../../src/anagrafe/index.ts'
import { type Db, openDb } from '../../src/db/index.ts'
import { type Domanda, OGGI, PER_MILLE, richieste } from './operazioni/anno.ts'
import { lette, type Scritta, scrivi, torna } from './operazioni/nuda.ts'
import { riempi } from './operazioni/registro.ts'

const SCHEDE = (process.env.BANCO_SCHEDE ?? '100000').split(',').map(Number)
const OPERAZIONI_A_GIRO = Number(process.env.BANCO_OPERAZIONI ?? 2000)
const GIRI = Number(process.env.BANCO_GIRI ?? 5)
const CONNESSIONI = Number(process.env.BANCO_CONNESSIONI ?? 4)

export interface Tabella {
  titolo: string
  testa: string[]
  righe: string[][]
}
const mediana = (v: readonly number[]) => v.toSorted((a, b) => a - b)[Math.floor(v.length / 2)]!
const fra = (v: readonly number[], cifre: number) => `${Math.min(...v).toFixed(cifre)}–${Math.max(...v).toFixed(cifre)}`

/** Tables for docs/performance.md. Empties the register, more than once. */
export async function misuraOperazioni(url: string, lavoro: string): Promise<Tabella[]> {
  const admin = new pg.Client({ connectionString: url })
  admin.on('error', () => {}) // else the server's stop hides why
  await admin.connect()
  const db = openDb({ url, ruolo: 'anpr_web', max: CONNESSIONI })
  const territorio = await caricaTerritorio(db)
  const passo: string[][] = []
  const tempo: string[][] = []
  const mesti: number[] = []
  let mescolanza = ''
  for (const quante of SCHEDE) {
    console.error(`a register of ${quante.toLocaleString('en')} schede…`)
    await riempi(admin, url, lavoro, quante)
    const domande = await richieste(url, territorio, OPERAZIONI_A_GIRO)
    const { rows } = await admin.query<{ op: string }>('select max(id)::text as op from operazione')
    const dopo = rows[0]!.op
    // Once to know what they write, and to leave out what is refused.
    const esiti = await nostre(db, territorio, domande)
    const fatte = domande.filter((_, i) => esiti[i] !== undefined)
    const rifiutate = domande.length - fatte.length
    await torna(admin, dopo)
    const ops = await nostre(db, territorio, fatte)
    if (ops.some(o => o === undefined)) throw new Error('refused the second time')
    const scritte = await lette(admin, dopo)
    const byte = await storia(admin)
    mescolanza = descrivi(fatte, rifiutate)
    const giri: { nostra: Giro; nuda: Giro }[] = []
    const connessioni = await Promise.all(Array.from({ length: CONNESSIONI }, () => apri(url)))
    for (let giro = 0; giro <= GIRI; giro++) {
      const uno = async () => {
        await torna(admin, dopo)
        return await cronometra(fatte.length, () => nostre(db, territorio, fatte))
      }
      const altro = async () => {
        await torna(admin, dopo)
        return await cronometra(scritte.length, () => nude(connessioni, scritte))
      }
      const [nostra, nuda] =
        giro % 2 ? [await uno(), await altro()] : await altro().then(async b => [await uno(), b] as const)
      console.error(
        `ours ${nostra.alSecondo.toFixed(0)}/s, bare ${nuda.alSecondo.toFixed(0)}/s, ratio ${(nostra.alSecondo / nuda.alSecondo).toFixed(2)}; program's CPU ${nostra.cpu.toFixed(2)} and ${nuda.cpu.toFixed(2)} ms`,
      )
      if (giro > 0) giri.push({ nostra, nuda })
    }
    await Promise.all(connessioni.map(c => c.end()))
    const nostra = giri.map(g => g.nostra.alSecondo)
    const nuda = giri.map(g => g.nuda.alSecondo)
    const rapporti = giri.map(g => g.nostra.alSecondo / g.nuda.alSecondo)
    mesti.push(mediana(nostra))
    passo.push([
      quante.toLocaleString('en'),
      `${mediana(nostra).toFixed(0)}/s (${fra(nostra, 0)})`,
      `${mediana(nuda).toFixed(0)}/s (${fra(nuda, 0)})`,
      `${mediana(rapporti).toFixed(2)} (${fra(rapporti, 2)})`,
      `${mediana(giri.map(g => g.nostra.cpu)).toFixed(2)} and ${mediana(giri.map(g => g.nuda.cpu)).toFixed(2)} ms`,
      `${(10_000_000 / mediana(nostra) / 3600).toFixed(1)} h`,
    ])
    await torna(admin, dopo)
    const t = await nelTempo(db, admin, territorio, fatte)
    tempo.push([
      quante.toLocaleString('en'),
      `${t.presente.toFixed(2)} ms`,
      `${t.al.toFixed(2)} ms`,
      `${t.rapporto.toFixed(2)} (${t.da.toFixed(2)}–${t.a.toFixed(2)})`,
      `${t.operazione.toFixed(1)} ms`,
      `${t.annullamento.toFixed(1)} ms`,
      `${(byte / fatte.length).toFixed(0)} B`,
      `${((byte / fatte.length) * (PER_MILLE / 1000)).toFixed(0)} B`,
    ])
  }
  const tabelle: Tabella[] = [
    {
      titolo: `Operations of an Italian year (${mescolanza}), ${CONNESSIONI} connections, ${GIRI} pairs in turns, median (spread)${mesti.length > 1 ? `; the largest register beside the smallest: ${(mesti.at(-1)! / mesti[0]!).toFixed(2)} of its pace` : ''}`,
      testa: [
        'schede in the register',
        'ours',
        'bare SQL',
        'ratio, pair by pair (aim ≥ 0.5)',
        "the program's CPU an operation",
        '10 million of them',
      ],
      righe: passo,
    },
    {
      titolo: 'Time, one after another, medians',
      testa: [
        'schede in the register',
        'a scheda now',
        'as of a date',
        'ratio, pair by pair (aim ≤ 2)',
        'an operation',
        'its annulment',
        'history an operation',
        `a scheda a year (${PER_MILLE.toFixed(0)} operations a thousand)`,
      ],
      righe: tempo,
    },
  ]
  await db.close()
  tabelle.push(await indiceDellaNascita(admin, url, lavoro))
  await admin.end()
  return tabelle
}

interface Giro {
  alSecondo: number
  /** milliseconds of the program's own CPU, one operation */
  cpu: number
}
async function cronometra(quante: number, fa: () => Promise<unknown>): Promise<Giro> {
  const cpu = process.cpuUsage()
  const inizio = performance.now()
  await fa()
  const secondi = (performance.now() - inizio) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return { alSecondo: quante / secondi, cpu: (user + system) / 1000 / quante }
}

const ambito = (territorio: Territorio, comune: number, n: number): Ambito => ({
  chi: { ruolo: 'ufficiale', id: `banco-${String(n).padStart(6, '0')}`, comune },
  oggi: OGGI,
  adesso: `${OGGI}T10:00:00+01:00`,
  territorio,
})

/** All of them, as many at a time as there are connections; undefined where one was refused. */
async function nostre(db: Db, territorio: Territorio, domande: readonly Domanda[]): Promise<(string | undefined)[]> {
  const esiti: (string | undefined)[] = []
  let prossima = 0
  const lavora = async () => {
    for (let i = prossima++; i < domande.length; i = prossima++) {
      const d = domande[i]!
      try {
        esiti[i] = (await db.tx(tx => applica(tx, ambito(territorio, d.comune, i), d))).operazione
      } catch (e) {
        if (!(e instanceof DomainError)) throw e
        esiti[i] = undefined
      }
    }
  }
  await Promise.all(Array.from({ length: CONNESSIONI }, lavora))
  return esiti
}
async function nude(connessioni: readonly pg.Client[], scritte: readonly Scritta[]): Promise<void> {
  let prossima = 0
  await Promise.all(
    connessioni.map(async c => {
      for (let i = prossima++; i < scritte.length; i = prossima++) await scrivi(c, scritte[i]!)
    }),
  )
}
async function apri(url: string): Promise<pg.Client> {
  const c = new pg.Client({ connectionString: url, options: '-c timezone=Europe/Rome' })
  await c.connect()
  return c
}

function descrivi(fatte: readonly Domanda[], rifiutate: number): string {
  const n = [...Map.groupBy(fatte, d => d.servizio)].map(([s, v]) => [s, v.length] as const).sort((a, b) => b[1] - a[1])
  const nomi = n.slice(0, 6).map(([s, q]) => `${OPERAZIONI.get(s)!.nome} ${((100 * q) / fatte.length).toFixed(0)} %`)
  console.error(n.map(([s, q]) => `${s}: ${q}`).join(', '))
  return `${fatte.length} of ${n.length} kinds: ${nomi.join(', ')}…; ${rifiutate} drawn were refused and left out`
}

/** Bytes of journal and effects with their indexes. */
async function storia(admin: pg.Client): Promise<number> {
  await admin.query('vacuum full effetto, operazione')
  const { rows } = await admin.query<{ n: string }>(
    `select pg_total_relation_size('effetto') + pg_total_relation_size('operazione') as n`,
  )
  return Number(rows[0]!.n)
}

const MOTIVO = { chi: { ruolo: 'ufficiale', id: 'banco-lettura' }, finalita: 'verifica', servizio: 'banco' } as const
async function nelTempo(db: Db, admin: pg.Client, territorio: Territorio, fatte: readonly Domanda[]) {
  const quante = fatte.slice(0, 600)
  const [operazioni, annullamenti]: [number[], number[]] = [[], []]
  const in_ms = async (v: number[], fa: () => Promise<unknown>) => {
    const inizio = performance.now()
    await fa()
    v.push(performance.now() - inizio)
  }
  for (const [i, d] of quante.entries()) {
    const come = OPERAZIONI.get(d.servizio)!.annulla
    let op = ''
    const a = ambito(territorio, d.comune, i)
    await in_ms(operazioni, async () => {
      op = (await db.tx(tx => applica(tx, a, d))).operazione
    })
    if (!('con' in come)) {
      operazioni.pop()
      continue
    }
    await in_ms(annullamenti, () =>
      db.tx(tx => annulla(tx, a, { servizio: come.con, decorrenza: OGGI, operazione: op })),
    )
  }
  await nostre(db, territorio, fatte.slice(600))
  const { rows } = await admin.query<{ id: string }>(
    `select distinct oggetto as id from effetto where tipo = 'S' and oggetto in (select id from banco.prima_scheda) limit 1500`,
  )
  const [ora, allora]: [number[], number[]] = [[], []]
  const gruppi: number[] = []
  for (const [i, { id }] of rows.entries()) {
    await in_ms(ora, () => db.tx(tx => persone(tx, MOTIVO, { id })))
    await in_ms(allora, () => db.tx(tx => schedeAl(tx, MOTIVO, [id], { al: '2026-06-30' })))
    if (i % 300 === 299) {
      gruppi.push(mediana(allora.slice(-300)) / mediana(ora.slice(-300)))
    }
  }
  return {
    presente: mediana(ora),
    al: mediana(allora),
    rapporto: mediana(gruppi),
    da: Math.min(...gruppi),
    a: Math.max(...gruppi),
    operazione: mediana(operazioni),
    annullamento: mediana(annullamenti),
  }
}

/** COPY of 100,000 schede into the table with all its indexes, and without that of births, in turns. */
async function indiceDellaNascita(admin: pg.Client, url: string, lavoro: string): Promise<Tabella> {
  console.error('COPY with and without scheda_nascita…')
  await riempi(admin, url, lavoro, 100_000)
  const file = join(lavoro, 'scheda')
  await pipeline(admin.query(copyTo('copy scheda to stdout')), createWriteStream(file))
  const { rows } = await admin.query<{ def: string }>(`select pg_get_indexdef('scheda_nascita'::regclass) as def`)
  const copia = async (con: boolean) => {
    await admin.query('truncate scheda')
    await admin.query('drop index if exists scheda_nascita')
    if (con) await admin.query(rows[0]!.def)
    await admin.query('checkpoint')
    const inizio = performance.now()
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), admin.query(copyFrom('copy scheda from stdin')))
    return (performance.now() - inizio) / 1000
  }
  const coppie: { con: number; senza: number }[] = []
  for (let giro = 0; giro <= GIRI; giro++) {
    const [con, senza] =
      giro % 2
        ? [await copia(true), await copia(false)]
        : await copia(false).then(async s => [await copia(true), s] as const)
    if (giro > 0) coppie.push({ con, senza })
  }
  const rapporti = coppie.map(c => c.con / c.senza)
  await admin.query('drop index if exists scheda_nascita')
  await admin.query(rows[0]!.def)
  return {
    titolo: 'COPY of 100,000 schede with and without the index of births, pairs in turns',
    testa: ['with it', 'without', 'ratio (aim ≤ 1.05)'],
    righe: [
      [
        `${mediana(coppie.map(c => c.con)).toFixed(2)} s`,
        `${mediana(coppie.map(c => c.senza)).toFixed(2)} s`,
        `${mediana(rapporti).toFixed(3)} (${fra(rapporti, 3)})`,
      ],
    ],
  }
}
