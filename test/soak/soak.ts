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
import { PASSI, SERVIZI, type Vissuta, vivi } from '../operazioni/vite.ts'
import { uccisioni } from './uccisioni.ts'

const numero = (nome: string, altrimenti: number) => Number(process.env[nome] ?? altrimenti)
const VITE = numero('VITE', 1000)
const SEME = numero('SEME', Date.now() % 1_000_000)
const OPERAZIONI = numero('OPERAZIONI', 10_000)

const quale = process.argv[2]
if (quale !== undefined && quale !== 'vite' && quale !== 'uccisioni') {
  console.error('npm run soak [-- vite | uccisioni]')
  process.exit(2)
}
const cartella = mkdtempSync(join(tmpdir(), 'anpr-soak-'))
try {
  if (quale !== 'uccisioni') await inVita()
  if (quale !== 'vite') await uccisioni(join(cartella, 'uccisioni'), { quante: OPERAZIONI, seme: SEME, prepara })
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

async function inVita(): Promise<void> {
  const server = await startEmbedded(join(cartella, 'vite'))
  const comuni = await prepara(server.url, 1)
  const db: Db = openDb({ url: server.url, ruolo: 'anpr_job', max: 2 })
  const vissute: Vissuta[] = []
  console.log(`random lives: ${VITE}, seed ${SEME}`)
  try {
    await fc.assert(
      fc.asyncProperty(PASSI, async passi => {
        vissute.push(await vivi(db.pool, comuni, passi))
        if (vissute.length % 100 === 0) console.log(`${vissute.length} lives`)
      }),
      { numRuns: VITE, seed: SEME, endOnFailure: true, ...(process.env.PERCORSO && { path: process.env.PERCORSO }) },
    )
  } finally {
    console.log(conti(vissute))
    await db.close()
    await server.stop()
  }
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
  const ritorni = vissute.reduce((n, v) => n + v.ritorni, 0)
  return [
    `lives ${vissute.length}; operation | accepted | annulled on the way | refused`,
    ...righe,
    'refused by',
    ...[...perServizio]
      .map(([s, v]) => `${s}: ${v.map(([k, n]) => `${k.split(' ')[1]} ${n.length}`).join(', ')}`)
      .sort(),
    `annulled at the end, in random order: ${ritorni}`,
  ].join('\n')
}
