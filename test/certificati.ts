// Authorities and client certificates for tests, and a browser that shows one.
import { X509Certificate } from 'node:crypto'
import { request } from 'node:https'
import {
  type Autorità,
  autorità,
  chiavi,
  type DatiCarta,
  pem,
  perCarta,
  perServer,
} from '../src/demo/certificati/x509.ts'

export const giorno = (g: string) => new Date(`${g}T00:00:00Z`)
const PERIODO = { dal: giorno('2026-01-01'), al: giorno('2028-12-31') }

export interface DiProva {
  /** PEM */
  readonly cert: string
  readonly key: string
  readonly x: X509Certificate
}

/** One key for all of a test's certificates: to make them takes time, and what is enrolled is the certificate. */
let una: ReturnType<typeof chiavi> | undefined
const chiave = () => (una ??= chiavi())
const inPem = async () => String((await chiave()).privateKey.export({ format: 'pem', type: 'pkcs8' }))

export const autoritàDiProva = (cn: string): Promise<Autorità> =>
  autorità(
    [
      ['O', 'Autorità di prova'],
      ['CN', cn],
    ],
    PERIODO,
  )

/** A client certificate, good for 2026 to 2028 unless said otherwise. */
export async function certificato(da: Autorità, cn: string, altro: Partial<DatiCarta> = {}): Promise<DiProva> {
  const der = perCarta(da, (await chiave()).publicKey, {
    nome: [
      ['C', 'IT'],
      ['CN', cn],
    ],
    ...PERIODO,
    politiche: [],
    usi: ['1.3.6.1.5.5.7.3.2'],
    uso: 0x80,
    elenco: undefined,
    ...altro,
  })
  return { cert: pem(der, 'CERTIFICATE'), key: await inPem(), x: new X509Certificate(der) }
}

/** Certificate and key of a server on this machine. */
export async function perQuestaMacchina(da: Autorità): Promise<{ certificato: Buffer; chiave: Buffer }> {
  const der = perServer(da, [['CN', 'localhost']], (await chiave()).publicKey, PERIODO, ['localhost'], [])
  return { certificato: Buffer.from(pem(der, 'CERTIFICATE')), chiave: Buffer.from(await inPem()) }
}

export interface RispostaTls {
  readonly stato: number
  readonly dove: string
  readonly corpo: string
  readonly intestazioni: Record<string, string | string[] | undefined>
}
/** A browser, or a program, that shows a certificate, or none. */
export const conCertificato = (
  porta: number,
  percorso: string,
  c: Pick<DiProva, 'cert' | 'key'> | undefined,
  o: { method?: string; headers?: Record<string, string>; corpo?: string } = {},
): Promise<RispostaTls> =>
  new Promise((si, no) => {
    const r = request(
      {
        host: '127.0.0.1',
        port: porta,
        servername: 'localhost',
        path: percorso,
        method: o.method ?? 'GET',
        rejectUnauthorized: false,
        agent: false,
        headers: { host: `localhost:${porta}`, ...o.headers },
        ...(c && { cert: c.cert, key: c.key }),
      },
      res => {
        let corpo = ''
        res.setEncoding('utf8').on('data', d => {
          corpo += d
        })
        res.on('end', () =>
          si({ stato: res.statusCode ?? 0, dove: String(res.headers.location), corpo, intestazioni: res.headers }),
        )
      },
    )
    r.on('error', no)
    r.end(o.corpo)
  })
