// Operations of an Italian year through the engine, database included, beside bare SQL that writes the same rows: the same
// requests, each family once, in turns, as many connections each; the register is put back between them. Then what time
// costs: a person as of a date, an annulment, a year of history; and what the index of names costs a subentro.
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs'
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
import { lette, scrivi, torna } from './operazioni/nuda.ts'
import { riempi, VUOTA } from './operazioni/registro.ts'

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

/** Tables for docs/performance.md. Empties the register, more than once. Sizes of the register, operations a round and
 *  rounds by environment: BANCO_SCHEDE=100000,3000000 BANCO_OPERAZIONI=1000 BANCO_GIRI=4. */
export async function misuraOperazioni(url: string, lavoro: string): Promise<Tabella[]> {
  const admin = new pg.Client({ connectionString: url })
  admin.on('error', () => {}) // else the server's stop hides why
  await admin.connect()
  const db = openDb({ url, ruolo: 'anpr_web', max: CONNESSIONI })
  const territorio = await caricaTerritorio(db)
  const passo: string[][] = []
  const tempo: string[][] = []
  const passi: { alSecondo: number; cpu: number }[] = []
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
    const connessioni = await Promise.all(Array.from({ length: CONNESSIONI }, () => apri(url)))
    const fa = {
      nostra: (i: number) => nostra(db, territorio, fatte[i]!, i),
      nuda: (i: number, c: number) => scrivi(connessioni[c]!, scritte[i]!),
    }
    const giri: Record<Chi, Giro>[] = []
    for (let giro = 0; giro <= GIRI; giro++) {
      await torna(admin, dopo)
      const g = await aTurno(admin, fatte.length, giro, fa)
      console.error(
        `ours ${inBreve(g.nostra)}; bare ${inBreve(g.nuda)}; ratio ${(alSecondo(g.nostra) / alSecondo(g.nuda)).toFixed(2)}`,
      )
      if (giro > 0) giri.push(g) // the first warms up
    }
    await Promise.all(connessioni.map(c => c.end()))
    const di = (chi: Chi, che: (g: Giro) => number) => giri.map(g => che(g[chi]))
    const rapporti = giri.map(g => alSecondo(g.nostra) / alSecondo(g.nuda))
    const cpu = (chi: Chi) =>
      `${mediana(di(chi, g => g.programma / g.quante)).toFixed(2)} + ${mediana(di(chi, g => g.banca / g.quante)).toFixed(2)} ms`
    const [nostre_, nude_] = [di('nostra', alSecondo), di('nuda', alSecondo)]
    passi.push({ alSecondo: mediana(nostre_), cpu: mediana(di('nostra', g => (g.programma + g.banca) / g.quante)) })
    passo.push([
      quante.toLocaleString('en'),
      `${mediana(nostre_).toFixed(0)}/s (${fra(nostre_, 0)})`,
      `${mediana(nude_).toFixed(0)}/s (${fra(nude_, 0)})`,
      `${mediana(rapporti).toFixed(2)} (${fra(rapporti, 2)})`,
      cpu('nostra'),
      cpu('nuda'),
      `${(10_000_000 / mediana(nostre_) / 3600).toFixed(1)} h`,
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
      titolo: `Operations of an Italian year (${mescolanza}), ${CONNESSIONI} connections, ${GIRI} rounds in turns of ${TURNO}, median (spread)${passi.length > 1 ? `; the largest register beside the smallest: ${(passi.at(-1)!.alSecondo / passi[0]!.alSecondo).toFixed(2)} of its pace, ${(passi.at(-1)!.cpu / passi[0]!.cpu).toFixed(2)} of its CPU` : ''}`,
      testa: [
        'schede in the register',
        'ours',
        'bare SQL',
        'ratio, round by round (aim ≥ 0.5)',
        'CPU an operation, program + database',
        'CPU, bare',
        '10 million of ours',
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
  tabelle.push(await indiceDeiNomi(admin, url, lavoro))
  await admin.query(VUOTA)
  await admin.end()
  return tabelle
}

type Chi = 'nostra' | 'nuda'
interface Giro {
  quante: number
  secondi: number
  /** milliseconds of CPU: of this process; of the connections' processes (Linux only) */
  programma: number
  banca: number
}
const alSecondo = (g: Giro) => g.quante / g.secondi
const inBreve = (g: Giro) =>
  `${alSecondo(g).toFixed(0)}/s, CPU ${(g.programma / g.quante).toFixed(2)} + ${(g.banca / g.quante).toFixed(2)} ms`
/** So many operations before the other's turn: what else the machine does then hits both. */
const TURNO = 60

/** Every operation once, turn and turn about; in the next round each is the other's. */
async function aTurno(
  admin: pg.Client,
  quante: number,
  giro: number,
  fa: Record<Chi, (i: number, connessione: number) => Promise<unknown>>,
): Promise<Record<Chi, Giro>> {
  const vuoto = () => ({ quante: 0, secondi: 0, programma: 0, banca: 0 })
  const g = { nostra: vuoto(), nuda: vuoto() }
  const prima = await cpuDellaBanca(admin)
  for (let da = 0, turno = giro; da < quante; da += TURNO, turno++) {
    const a = Math.min(da + TURNO, quante)
    const chi = turno % 2 ? 'nostra' : 'nuda'
    const cpu = process.cpuUsage()
    const inizio = performance.now()
    await insieme(da, a, fa[chi])
    g[chi].secondi += (performance.now() - inizio) / 1000
    const { user, system } = process.cpuUsage(cpu)
    g[chi].programma += (user + system) / 1000
    g[chi].quante += a - da
  }
  const dopo = await cpuDellaBanca(admin)
  for (const chi of ['nostra', 'nuda'] as const) g[chi].banca = dopo[chi] - prima[chi]
  return g
}

/** Milliseconds that the processes of the connections have used so far. */
async function cpuDellaBanca(admin: pg.Client): Promise<Record<Chi, number>> {
  const { rows } = await admin.query<{ pid: number; chi: Chi }>(
    `select pid, case application_name when 'nuda' then 'nuda' else 'nostra' end as chi
       from pg_stat_activity where application_name in ('nuda', 'anpr_web')`,
  )
  const somma = { nostra: 0, nuda: 0 }
  for (const { pid, chi } of rows) {
    const file = `/proc/${pid}/stat`
    const campi = existsSync(file) ? readFileSync(file, 'utf8').split(') ')[1]!.split(' ') : []
    somma[chi] += (Number(campi[11] ?? 0) + Number(campi[12] ?? 0)) * 10
  }
  return somma
}

/** As many at a time as there are connections. */
async function insieme(da: number, a: number, fa: (i: number, connessione: number) => Promise<unknown>): Promise<void> {
  let prossima = da
  await Promise.all(
    Array.from({ length: CONNESSIONI }, async (_, c) => {
      for (let i = prossima++; i < a; i = prossima++) await fa(i, c)
    }),
  )
}

const ambito = (territorio: Territorio, comune: number, n: number): Ambito => ({
  chi: { ruolo: 'ufficiale', id: `banco-${String(n).padStart(6, '0')}`, comune },
  oggi: OGGI,
  adesso: `${OGGI}T10:00:00+01:00`,
  territorio,
})

/** Its number; undefined where it was refused. */
async function nostra(db: Db, territorio: Territorio, d: Domanda, i: number): Promise<string | undefined> {
  try {
    return (await db.tx(tx => applica(tx, ambito(territorio, d.comune, i), d))).operazione
  } catch (e) {
    if (!(e instanceof DomainError)) throw e
    return undefined
  }
}
async function nostre(db: Db, territorio: Territorio, domande: readonly Domanda[]): Promise<(string | undefined)[]> {
  const esiti: (string | undefined)[] = []
  await insieme(0, domande.length, async i => {
    esiti[i] = await nostra(db, territorio, domande[i]!, i)
  })
  return esiti
}
async function apri(url: string): Promise<pg.Client> {
  const c = new pg.Client({ connectionString: url, application_name: 'nuda', options: '-c timezone=Europe/Rome' })
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

/** COPY of 50,000 schede into the table with the index that finds persons by name and birth, and with the one by comune and
 *  name alone that it replaced, and with neither: in turns, by the CPU of the process that copies. */
async function indiceDeiNomi(admin: pg.Client, url: string, lavoro: string): Promise<Tabella> {
  console.error('COPY with and without scheda_generalita…')
  await riempi(admin, url, lavoro, 40_000)
  const file = join(lavoro, 'scheda')
  await pipeline(admin.query(copyTo('copy scheda to stdout')), createWriteStream(file))
  const indici = {
    ora: 'create index scheda_generalita on scheda (cognome_ricerca, nome_ricerca, nascita, comune_id)',
    prima: 'create index scheda_generalita on scheda (comune_id, cognome_ricerca, nome_ricerca)',
    nessuno: undefined,
  }
  await admin.query(`set application_name = 'nuda'`)
  const cpu = async () => (await cpuDellaBanca(admin)).nuda
  const giri: Record<keyof typeof indici, number>[] = []
  for (let giro = 0; giro <= GIRI; giro++) {
    const g = { ora: 0, prima: 0, nessuno: 0 }
    for (const [nome, indice] of Object.entries(indici)) {
      await admin.query('truncate scheda')
      await admin.query('drop index if exists scheda_generalita')
      if (indice) await admin.query(indice)
      const inizio = await cpu()
      await pipeline(
        createReadStream(file, { highWaterMark: 1 << 20 }),
        admin.query(copyFrom('copy scheda from stdin')),
      )
      g[nome as keyof typeof g] = (await cpu()) - inizio
    }
    if (giro > 0) giri.push(g)
  }
  await admin.query('drop index if exists scheda_generalita')
  await admin.query(indici.ora)
  const ms = (k: keyof typeof indici) => `${mediana(giri.map(g => g[k])).toFixed(0)} ms`
  const rapporto = (a: keyof typeof indici, b: keyof typeof indici) => {
    const r = giri.map(g => g[a] / g[b])
    return `${mediana(r).toFixed(3)} (${fra(r, 3)})`
  }
  return {
    titolo: 'COPY of 40,000 schede, CPU of PostgreSQL, in turns',
    testa: [
      'names and birth',
      'comune and names, as before',
      'neither',
      'now beside before (aim ≤ 1.05)',
      'now beside neither',
    ],
    righe: [[ms('ora'), ms('prima'), ms('nessuno'), rapporto('ora', 'prima'), rapporto('ora', 'nessuno')]],
  }
}
