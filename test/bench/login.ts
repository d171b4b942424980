// A login on our side, request and answer, beside node-saml with the same really signed messages; and the whole of it
// with the tables. `npm run bench login`.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { SAML, ValidateInResponseTo } from '@node-saml/node-saml'
import { apriChiavi, migrate, openDb, prepareDatabase, startEmbedded } from '../../src/db/index.ts'
import { iscrivi, saml } from '../../src/identita/index.ts'
import { authnRequest, versoFornitore } from '../../src/identita/saml/richiesta.ts'
import { decodifica, esamina } from '../../src/identita/saml/risposta.ts'
import { fornitore, IDP, richiesta, risposta, servizio, TIMBRI } from '../saml.ts'

const QUANTI = 300
const GIRI = 5

const adesso = () => new Date().toISOString()
const fra = (v: number[], q: number) => v.toSorted((a, b) => a - b)[Math.floor((v.length - 1) * q)]!
const ms = (n: number) => `${n.toFixed(2)} ms`

async function tempi(fn: (i: number) => Promise<void> | void, quanti = QUANTI): Promise<number[]> {
  const t: number[] = []
  for (let i = 0; i < quanti; i++) {
    const da = performance.now()
    await fn(i)
    t.push(performance.now() - da)
  }
  return t
}

/** Messages of CHECK's good case, both signatures, each to a request of its own. */
function messaggi() {
  return Array.from({ length: QUANTI }, () => {
    const r = richiesta('spid', { id: `_${randomBytes(20).toString('hex')}`, chiesta: adesso() })
    return { r, campo: Buffer.from(risposta('1', r, { adesso: adesso() })).toString('base64') }
  })
}

function nodeSaml(m: ReturnType<typeof messaggi>) {
  const note = new Map(m.map(x => [x.r.id, x.r.chiesta]))
  return new SAML({
    entryPoint: `${IDP}/sso`,
    callbackUrl: servizio('spid').acs,
    issuer: servizio('spid').entityId,
    audience: servizio('spid').entityId,
    privateKey: TIMBRI.propria.chiave.export({ type: 'pkcs8', format: 'pem' }).toString(),
    signatureAlgorithm: 'sha256',
    idpCert: TIMBRI.propria.certificato.toString(),
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: true,
    validateInResponseTo: ValidateInResponseTo.always,
    cacheProvider: {
      saveAsync: async (_k, value) => ({ value, createdAt: Date.now() }),
      getAsync: async k => note.get(k ?? '') ?? null,
      removeAsync: async k => k,
    },
  })
}

export async function misuraLogin(): Promise<{ testa: string[]; righe: string[][] }> {
  const s = servizio('spid')
  const f = fornitore('spid')
  const t: Record<string, number[]> = { q: [], qLoro: [], r: [], rLoro: [], tutto: [] }
  for (let giro = 0; giro <= GIRI; giro++) {
    const m = messaggi()
    const loro = nodeSaml(m)
    const giro1 = {
      q: await tempi(() => void versoFornitore(s, f, authnRequest(s, f, 2, adesso()).xml)),
      qLoro: await tempi(async () => void (await loro.getAuthorizeUrlAsync('x', undefined, {}))),
      r: await tempi(i => {
        const { r, campo } = m[i]!
        const e = esamina(decodifica(campo)!, { servizio: s, richiesta: r, fornitore: f, adesso: Date.now() })
        if (!e.buona) throw new Error(`refused by check ${e.numero}`)
      }),
      rLoro: await tempi(async i => void (await loro.validatePostResponseAsync({ SAMLResponse: m[i]!.campo }))),
    }
    if (giro > 0) for (const [k, v] of Object.entries(giro1)) t[k]!.push(...v) // the first warms up
  }
  const { t: tutto, sbagliate } = await conTabelle()
  t.tutto = tutto
  const riga = (nome: string, nostri: number[], loro?: number[]) => [
    nome,
    ms(fra(nostri, 0.5)),
    ms(fra(nostri, 0.99)),
    loro ? ms(fra(loro, 0.5)) : '',
    loro ? ms(fra(loro, 0.99)) : '',
    loro ? (fra(loro, 0.5) / fra(nostri, 0.5)).toFixed(1) : '',
  ]
  const somma = (a: number[], b: number[]) => a.map((x, i) => x + b[i]!)
  return {
    testa: ['what', 'ours', 'p99', 'node-saml', 'p99', 'times'],
    righe: [
      riga('AuthnRequest, signed redirect', t.q!, t.qLoro),
      riga('Response, two signatures and every check', t.r!, t.rLoro),
      riga('round trip', somma(t.q!, t.r!), somma(t.qLoro!, t.rLoro!)),
      riga('round trip with the tables: request, encrypted pair, used once', t.tutto!),
      riga(`a wrong answer, of 10,000; all together ${Math.round(sbagliate.byte / 1024)} kB on disk`, sbagliate.t),
    ],
  }
}

interface Sbagliate {
  t: number[]
  byte: number
}
/** Ten thousand wrong answers: a third to one live request, a third to none of ours, a third no XML at all. */
async function diecimila(url: string, via: ReturnType<typeof saml>): Promise<Sbagliate> {
  const admin = openDb({ url, ruolo: 'anpr_migra' })
  const dimensione = async () => {
    const { rows } = await admin.pool.query<{ n: string }>(
      "select sum(pg_total_relation_size(oid)) as n from pg_class where relname like 'saml_%' and relkind = 'r'",
    )
    return Number(rows[0]!.n)
  }
  const dove = new URL((await via.avvia('spid', fornitore('spid').sigla, 'b'))!)
  const q = inflateRawSync(Buffer.from(dove.searchParams.get('SAMLRequest')!, 'base64')).toString()
  const viva = richiesta('spid', { id: / ID="([^"]*)"/.exec(q)![1]! })
  const morta = richiesta('spid', { id: `_${'0'.repeat(40)}` })
  const campi = [
    risposta('100', viva, { adesso: adesso() }),
    risposta('1', morta, { adesso: adesso() }),
    randomBytes(6000).toString('latin1'),
  ].map(x => Buffer.from(x).toString('base64'))
  const prima = await dimensione()
  const t = await tempi(async i => {
    const e = await via.concludi('spid', campi[i % 3])
    if ('vai' in e) throw new Error('a wrong answer came in')
  }, 10_000)
  await via.versaConteggi()
  const byte = (await dimensione()) - prima
  await admin.close()
  return { t, byte }
}

/** The same through `saml()`: rows of the request and of what is kept, encrypted. */
async function conTabelle(): Promise<{ t: number[]; sbagliate: Sbagliate }> {
  const cartella = mkdtempSync(join(tmpdir(), 'anpr-bench-saml-'))
  const server = await startEmbedded(join(cartella, 'pg'))
  try {
    await prepareDatabase(server.url)
    const migra = openDb({ url: server.url, ruolo: 'anpr_migra' })
    await migrate(migra)
    await migra.close()
    const job = openDb({ url: server.url, ruolo: 'anpr_job' })
    await job.tx(tx => iscrivi(tx, 'spid', [fornitore('spid')], adesso()))
    await job.close()
    const db = openDb({ url: server.url, ruolo: 'anpr_web' })
    const via = saml({
      db,
      servizi: { spid: servizio('spid'), cie: undefined },
      cifra: await apriChiavi(join(cartella, 'chiavi'), adesso().slice(0, 10)),
      lasciaEntrare: async () => '/accesso/entra',
      adesso,
      oggi: () => adesso().slice(0, 10),
    })
    const t: number[] = []
    for (let i = 0; i < QUANTI * 2; i++) {
      const a = performance.now()
      const dove = new URL((await via.avvia('spid', fornitore('spid').sigla, 'b'))!)
      const b = performance.now()
      const q = inflateRawSync(Buffer.from(dove.searchParams.get('SAMLRequest')!, 'base64')).toString()
      const r = richiesta('spid', { id: / ID="([^"]*)"/.exec(q)![1]! })
      const campo = Buffer.from(risposta('1', r, { adesso: adesso() })).toString('base64')
      const c = performance.now()
      const e = await via.concludi('spid', campo)
      const d = performance.now()
      if (!('vai' in e)) throw new Error(`refused by check ${e.numero}`)
      if (i >= QUANTI) t.push(b - a + (d - c))
    }
    const sbagliate = await diecimila(server.url, via)
    await via.ferma()
    await db.close()
    return { t, sbagliate }
  } finally {
    await server.stop()
    rmSync(cartella, { recursive: true, force: true })
  }
}
