// A comune with 100,000 requests: its list of work and the detail for its software beside a bare route with the same statements
// and bytes; and sending a request with five megabytes of documents.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { carica } from '../../src/anagrafe/index.ts'
import { P000, scriviElemento } from '../../src/contratto/index.ts'
import { migrate, openDb, prepareDatabase, startEmbedded } from '../../src/db/index.ts'
import { quadroRettifiche } from '../../src/statistiche/index.ts'
import { TERRITORIO } from '../fornitura.ts'
import { storieDiProva } from '../storie.ts'
import { confronta, mediana } from './confronto.ts'
import type { Chiesta } from './nuda.ts'

const ISTAT = '015146'
const QUANTE = Number(process.env.BANCO_RICHIESTE ?? 100_000)
const LISTE = ['/com', '/com?vista=nuove', '/com?vista=scadute', '/com?vista=prorogate', '/com?vista=chiuse']

/** Requests of half a year to a comune ($1), or to all in turn (null): two thirds of them closed, each with a datum and its history. */
const RICHIESTE = `
  with p as (select array_agg(id) as ids, count(*) as tutte from scheda where stato = 'A' and ($1::int is null or comune_id = $1)),
  c as (select array_agg(distinct comune) as ids, count(distinct comune) as tutti from comune_periodo
         where al is null and not da_istituire and ($1::int is null or comune = $1)),
  r as (
    insert into richiesta (utente, scheda_id, comune_id, stato, creata, inviata, aggiornata, chiusa, scade_legge, scade_comune, proroghe, recapiti, mosse)
    select gen_random_uuid(), p.ids[1 + g % p.tutte], c.ids[1 + g % c.tutti], case when g % 3 > 0 then 4 + g % 2 else (array[2, 2, 3, 3, 6, 7])[1 + g % 6] end,
           t, t, t + interval '3 days', case when g % 3 > 0 then t + interval '20 days' end,
           (t + interval '1 month')::date, (t + interval '30 days')::date, (g % 11 = 0)::int, '[]', 2
      from p, c, generate_series(1, $2::bigint) g,
           lateral (select timestamptz '2026-11-24 12:00Z' - (g % 3) * interval '60 days' - (g * 7919 % 60000) * interval '1 minute' as t) q
    returning id, scheda_id, stato, inviata),
  d as (insert into richiesta_dato (richiesta_id, n, scheda_id, dato, attuale, chiesto)
        select id, 1, scheda_id, 'COGNOME', 'A', 'B' from r)
  insert into richiesta_mossa (richiesta_id, n, mossa, stato, mano, chi, quando)
  select id, n, case n when 1 then 'invia' else 'prendi' end, case n when 1 then 2 else stato end, 'cittadino', 'x', inviata
    from r cross join generate_series(1, 2) n`

interface Detto {
  cookie: string
  id: string
  tempi: number[]
  memoria: number[]
  csv: { secondi: number; righe: number; prima: number; massima: number }
}

/** @returns rows of the comparison, of what sending costs, of the file of all requests, and of the figures of the country */
export async function misuraRichieste(): Promise<Record<'pagine' | 'invio' | 'csv' | 'paese', string[][]>> {
  const lavoro = mkdtempSync(join(tmpdir(), 'anpr-bench-richieste-'))
  const server = await startEmbedded(join(lavoro, 'pg'))
  try {
    await popola(server.url)
    const { righe, altro } = await confronta<Detto, { invio: string[][]; csv: string[][] }>(
      { file: 'richiesteServente', url: server.url, diario: join(lavoro, 'diario') },
      ({ cookie, id }) => [
        ...LISTE.map((percorso): Chiesta => ({ metodo: 'GET', percorso, headers: { cookie } })),
        dettaglio(id),
      ],
      async ({ tempi, memoria, csv }) => ({
        invio: [
          [
            `${mediana(tempi).toFixed(0)} ms`,
            `${Math.max(...tempi).toFixed(0)} ms`,
            `${memoria[9]} MB`,
            `${memoria.at(-1)} MB`,
          ],
        ],
        csv: [[`${csv.righe}`, `${csv.secondi.toFixed(1)} s`, `${csv.prima} MB`, `${csv.massima} MB`]],
      }),
    )
    return { pagine: righe, ...altro, paese: await misuraPaese(server.url) }
  } finally {
    await server.stop()
    rmSync(lavoro, { recursive: true, force: true })
  }
}

/** What the ministry and a prefettura open first, with as many requests again twice over in all other comuni. */
async function misuraPaese(url: string): Promise<string[][]> {
  const migra = openDb({ url, ruolo: 'anpr_migra', max: 1 })
  await migra.pool.query(RICHIESTE, [null, 2 * QUANTE])
  await migra.pool.query('vacuum analyze')
  await migra.close()
  const db = openDb({ url, ruolo: 'anpr_web', max: 1 })
  const righe: string[][] = []
  for (const [nome, livello, dove] of QUADRI) {
    const tempi: number[] = []
    for (let giro = 0; giro < 9; giro++) {
      const inizio = performance.now()
      await quadroRettifiche(db, livello, dove, '2026-11-25')
      tempi.push(performance.now() - inizio)
    }
    righe.push([nome, `${mediana(tempi).toFixed(0)} ms`, `${Math.max(...tempi).toFixed(0)} ms`])
  }
  await db.close()
  return righe
}
const QUADRI = [
  ['the country, by region', 'regione', {}],
  ['Lombardia, by prefettura', 'prefettura', { regione: '03' }],
  ['Lecco’s prefettura, by comune', 'comune', { prefettura: 'LC' }],
] as const

async function popola(url: string): Promise<void> {
  await prepareDatabase(url)
  const migra = openDb({ url, ruolo: 'anpr_migra', max: 1 })
  await migrate(migra)
  await migra.tx(carica)
  const job = openDb({ url, ruolo: 'anpr_job' })
  console.error('bringing the stories’ comuni in…')
  await storieDiProva(job, 1000)
  await job.close()
  await migra.pool.query(RICHIESTE, [TERRITORIO.comuneAttivo(ISTAT)!.comune, QUANTE])
  await migra.pool.query('vacuum analyze')
  await migra.close()
}

/** P002 of a request, as a comune's software asks. */
function dettaglio(codiceRichiesta: string): Chiesta {
  const corpo = scriviElemento(P000.operazioni[1].richiesta, {
    testataRichiesta: {
      idOperazioneComune: '1',
      codMittente: ISTAT,
      codDestinatario: '999999',
      operazioneRichiesta: 'P002',
      dataOraRichiesta: '2026-11-25T09:59:00',
      tipoOperazione: 'C',
      tipoInvio: 'TEST',
    },
    criteriRicerca: { codiceRichiesta },
  } as never)
  return {
    metodo: 'POST',
    percorso: '/P000',
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    corpo: `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/><s:Body>${corpo}</s:Body></s:Envelope>`,
  }
}
