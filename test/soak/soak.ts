// `npm run soak`: a thousand random lives (VITE, SEME), and ten thousand operations (OPERAZIONI) by several processes that
// are killed, they or PostgreSQL, at random moments: afterwards journal, effects and rows agree, and every operation that
// somebody was told is done is there; and ten thousand acts (RICHIESTE) of a hundred officers and two hundred citizens at the
// same requests, killed likewise. `npm run soak -- vite`, `-- uccisioni` or `-- richieste`: one of them alone.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { aggiornaDecodifiche, carica } from '../../src/anagrafe/index.ts'
import { type Db, migrate, openDb, prepareDatabase, startEmbedded } from '../../src/db/index.ts'
import { apriRettifica } from '../../src/richieste/index.ts'
import { popola } from '../operazioni/paesino.ts'
import { PASSI, SERVIZI } from '../operazioni/passi.ts'
import { type Vissuta, vivi } from '../operazioni/vite.ts'
import { concordano, persi } from './sportelli.ts'
import { OPERAZIONI, uccisioni } from './uccisioni.ts'

const numero = (nome: string, altrimenti: number) => Number(process.env[nome] ?? altrimenti)
const VITE = numero('VITE', 1000)
const SEME = numero('SEME', Date.now() % 1_000_000)
const QUANTE = { uccisioni: numero('OPERAZIONI', 10_000), richieste: numero('RICHIESTE', 10_000) }
/** which of the seed's lives failed, to live that one alone */
const { PERCORSO } = process.env

const quale = process.argv[2]
if (quale !== undefined && !['vite', 'uccisioni', 'richieste'].includes(quale)) {
  console.error('npm run soak [-- vite | uccisioni | richieste]')
  process.exit(2)
}
const cartella = mkdtempSync(join(tmpdir(), 'anpr-soak-'))
const esiti: string[] = []
try {
  const tocca = (nome: string) => quale === undefined || quale === nome
  if (tocca('vite')) esiti.push(await inVita())
  for (const [nome, lavoro] of [
    ['uccisioni', { ...OPERAZIONI, prepara }],
    ['richieste', { lavorante: 'sportello.ts', prepara: preparaSportelli, perse: persi, concorda: concordano }],
  ] as const)
    if (tocca(nome)) esiti.push(await uccisioni(join(cartella, nome), { ...lavoro, quante: QUANTE[nome], seme: SEME }))
  console.log(`soak passed: ${esiti.join('; ')}`)
} catch (e) {
  console.error(e)
  console.error(`soak FAILED, seed ${SEME}: ${e instanceof Error ? e.message.split('\n')[0] : String(e)}`)
  process.exitCode = 1
} finally {
  rmSync(cartella, { recursive: true, force: true })
}
process.exit()

async function prepara(url: string, paesi: number): Promise<number[]> {
  await prepareDatabase(url)
  const migra = openDb({ url, ruolo: 'anpr_migra', max: 2 })
  await migrate(migra)
  await migra.tx(carica)
  await migra.tx(aggiornaDecodifiche)
  await migra.close()
  const job = openDb({ url, ruolo: 'anpr_job', max: 2 })
  const comuni: number[] = []
  for (let i = 0; i < paesi; i++) comuni.push(...(await popola(job)))
  await job.close()
  return comuni
}

/** A few comuni, so that officers meet, where citizens may ask. */
async function preparaSportelli(url: string): Promise<number[]> {
  const comuni = await prepara(url, 2)
  const db = openDb({ url, ruolo: 'anpr_web', max: 1 })
  await db.tx(tx => apriRettifica(tx, { comune: 0, dal: '2026-01-01', chi: 'soak' }))
  await db.close()
  return comuni
}

async function inVita(): Promise<string> {
  const server = await startEmbedded(join(cartella, 'vite'))
  const comuni = await prepara(server.url, 1)
  const db: Db = openDb({ url: server.url, ruolo: 'anpr_job', max: 2 })
  const vissute: Vissuta[] = []
  console.log(`random lives: ${VITE}, seed ${SEME}`)
  try {
    const r = await fc.check(
      fc.asyncProperty(PASSI, async passi => {
        vissute.push(await vivi(db.pool, comuni, passi))
        if (vissute.length % 100 === 0) console.log(`${vissute.length} lives`)
      }),
      { numRuns: VITE, seed: SEME, endOnFailure: true, ...(PERCORSO && { path: PERCORSO }) },
    )
    if (r.failed)
      throw new Error(
        `life ${r.counterexamplePath}, to be lived again with: SEME=${SEME} PERCORSO=${r.counterexamplePath} npm run soak -- vite`,
        { cause: r.errorInstance },
      )
    return somma(vissute)
  } finally {
    console.log(conti(vissute))
    await db.close()
    await server.stop()
  }
}

function somma(vissute: readonly Vissuta[]): string {
  const quante = (k: 'accettate' | 'rifiutate' | 'annullate' | 'codici') => vissute.reduce((n, v) => n + v[k].length, 0)
  const codici = new Set(vissute.flatMap(v => v.codici)).size
  const ritorni = vissute.reduce((n, v) => n + v.ritorni, 0)
  return `${vissute.length} lives, seed ${SEME}: ${quante('accettate')} operations accepted, ${quante('rifiutate')} refused by ${codici} checks, ${quante('annullate')} annulled on the way, ${ritorni} at the end`
}

function conti(vissute: readonly Vissuta[]): string {
  const conta = (k: 'accettate' | 'rifiutate' | 'annullate') =>
    Map.groupBy(
      vissute.flatMap(v => v[k]),
      s => s,
    )
  const [accettate, rifiutate, annullate] = [conta('accettate'), conta('rifiutate'), conta('annullate')]
  const righe = SERVIZI.filter((s, i) => s !== 'annulla' && SERVIZI.indexOf(s) === i).map(s =>
    [s, accettate, annullate, rifiutate].map(x => (typeof x === 'string' ? x : (x.get(s)?.length ?? 0))).join(' | '),
  )
  const codici = Map.groupBy(
    vissute.flatMap(v => v.codici),
    s => s,
  )
  const perServizio = Map.groupBy([...codici], ([k]) => k.split(' ')[0])
  return [
    'operation | accepted | annulled on the way | refused',
    ...righe,
    'refused by',
    ...[...perServizio]
      .map(([s, v]) => `${s}: ${v.map(([k, n]) => `${k.split(' ')[1]} ${n.length}`).join(', ')}`)
      .sort(),
  ].join('\n')
}
