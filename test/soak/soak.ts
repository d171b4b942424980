// `npm run soak`: a thousand random lives (VITE, SEME), and ten thousand operations (OPERAZIONI) by several processes that
// are killed, they or PostgreSQL, at random moments: afterwards journal, effects and rows agree, and every operation that
// somebody was told is done is there. `npm run soak -- vite` or `-- uccisioni`: one of the two alone.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { aggiornaDecodifiche, carica } from '../../src/anagrafe/index.ts'
import { type Db, migrate, openDb, prepareDatabase, startEmbedded } from '../../src/db/index.ts'
import { popola } from '../operazioni/paesino.ts'
import { PASSI, SERVIZI } from '../operazioni/passi.ts'
import { type Vissuta, vivi } from '../operazioni/vite.ts'
import { uccisioni } from './uccisioni.ts'

const numero = (nome: string, altrimenti: number) => Number(process.env[nome] ?? altrimenti)
const VITE = numero('VITE', 1000)
const SEME = numero('SEME', Date.now() % 1_000_000)
const OPERAZIONI = numero('OPERAZIONI', 10_000)
/** which of the seed's lives failed, to live that one alone */
const { PERCORSO } = process.env

const quale = process.argv[2]
if (quale !== undefined && quale !== 'vite' && quale !== 'uccisioni') {
  console.error('npm run soak [-- vite | uccisioni]')
  process.exit(2)
}
const cartella = mkdtempSync(join(tmpdir(), 'anpr-soak-'))
const esiti: string[] = []
try {
  if (quale !== 'uccisioni') esiti.push(await inVita())
  if (quale !== 'vite')
    esiti.push(await uccisioni(join(cartella, 'uccisioni'), { quante: OPERAZIONI, seme: SEME, prepara }))
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
