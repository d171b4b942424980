import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CLIENT_AUTH, datiCarta, RADICE } from './certificati.ts'
import { ancoraBuono, anni, giorni, INVENTATO, PAROLA, scrittore } from './file.ts'
import { p12 } from './p12.ts'
import { type Autorità, autorità, chiavi, type DatiCarta, type Nome, pem, perCarta } from './x509.ts'

/** What a demo's offices come in by, and in which folder the authority lies that is believed for it. */
const TIPI = {
  software: { cartella: 'comuni', autorità: 'CA Software Comuni Svil', file: 'comune' },
  postazione: { cartella: 'postazioni', autorità: 'CA Postazioni Svil', file: 'postazione' },
  carta: { cartella: 'carte', autorità: 'CA Smart Card Svil', file: 'carta' },
} as const
type Tipo = keyof typeof TIPI
const ELENCO = Object.keys(TIPI) as Tipo[]

/** An office whose certificates are made. */
export interface UfficioDemo {
  /** as files have it: `015146`, `prefettura-MI`, `ministero` */
  readonly sigla: string
  /** number of its workstation: `015146-CO-0001` */
  readonly postazione: string
  /** whose card it is */
  readonly persona: { readonly codiceFiscale: string; readonly cognome: string; readonly nome: string }
}

const MINISTERO: Nome = [
  ['C', 'IT'],
  ['O', "Ministero dell'Interno"],
  ['OU', 'Anagrafe Nazionale Popolazione Residente'],
]
const nomeDi = (tipo: Tipo, u: UfficioDemo, adesso: Date): Nome =>
  tipo === 'carta'
    ? datiCarta(u.persona, adesso).nome
    : [
        ...MINISTERO,
        ...(tipo === 'postazione'
          ? ([
              ['OU', 'Postazioni di lavoro'],
              ['CN', u.postazione],
            ] as const)
          : ([
              ['OU', 'Software dei comuni'],
              ['CN', u.sigla],
            ] as const)),
      ]

export const fileDi = (cartella: string, tipo: Tipo, sigla: string): string =>
  join(cartella, `${TIPI[tipo].file}-${sigla}.pem`)
/** Of what an office has certificates: only comuni have software of their own. */
export const tipiDi = (sigla: string): readonly Tipo[] => ELENCO.filter(t => t !== 'software' || /^\d{6}$/.test(sigla))

/** The offices that have certificates in a folder, by their sigla. */
export const ufficiIn = async (cartella: string): Promise<string[]> =>
  (await readdir(cartella).catch(() => [])).flatMap(
    n => /^postazione-(\d{6}|prefettura-\w{2,4}|ministero)\.pem$/.exec(n)?.[1] ?? [],
  )

/**
 * Writes what offices come in by, each as `.pem` (certificate, then its authority's), `.key` and `.p12` (password "demo"):
 * `comune-…` for a comune's software, `postazione-…` for a workstation, `carta-…` for an officer's card. In `comuni/`,
 * `postazioni/` and `carte/` lie the authorities that issued them, certified by the development authority of `ca.pem`, where
 * a real register lays the real ones. What still serves is not written over.
 * @returns the files written
 */
export async function certificatiUffici(o: {
  cartella: string
  adesso: Date
  uffici: readonly UfficioDemo[]
}): Promise<string[]> {
  const { cartella, adesso } = o
  const { scrivi, scritti } = scrittore(cartella)
  const radice = await letta(cartella, 'ca', RADICE)
  if (!radice) throw new Error(`In ${cartella} manca ca.pem con la sua chiave: bin/anpr certs --da-capo li rifà`)
  const uno = async (tipo: Tipo, da: Autorità, u: UfficioDemo) => {
    const file = fileDi(cartella, tipo, u.sigla)
    const gia = await ancoraBuono(file, adesso)
    if (gia?.verify(da.chiavi.publicKey)) return
    const nome = `${TIPI[tipo].file}-${u.sigla}`
    const k = await chiavi()
    const certificato = perCarta(da, k.publicKey, datiDi(nomeDi(tipo, u, adesso), adesso))
    const catena = [certificato, da.certificato]
    await scrivi(`${nome}.pem`, catena.map(c => pem(c, 'CERTIFICATE')).join(''))
    await scrivi(`${nome}.key`, k.privateKey.export({ format: 'pem', type: 'pkcs8' }))
    await scrivi(`${nome}.p12`, p12(k.privateKey, catena, nome, PAROLA))
  }
  await Promise.all(
    ELENCO.map(async tipo => {
      const t = TIPI[tipo]
      const suo: Nome = [
        ['O', INVENTATO],
        ['OU', 'ANPR'],
        ['CN', t.autorità],
      ]
      const dove = `${t.cartella}/emittente`
      let da = await letta(cartella, dove, suo, radice)
      if (!da) {
        da = await autorità(suo, { dal: giorni(adesso, -1), al: anni(adesso, 10) }, radice)
        await scrivi(`${dove}.pem`, pem(da.certificato, 'CERTIFICATE'))
        await scrivi(`${dove}.key`, da.chiavi.privateKey.export({ format: 'pem', type: 'pkcs8' }))
      }
      const con = da
      await Promise.all(o.uffici.filter(u => tipiDi(u.sigla).includes(tipo)).map(u => uno(tipo, con, u)))
    }),
  )
  return scritti
}

const datiDi = (nome: Nome, adesso: Date): DatiCarta => ({
  nome,
  dal: giorni(adesso, -1),
  al: giorni(adesso, 800),
  politiche: [],
  usi: [CLIENT_AUTH],
  uso: 0x80,
  elenco: undefined,
})

/** An authority from its files, where the one that should have certified it did. */
async function letta(cartella: string, nome: string, suo: Nome, da?: Autorità): Promise<Autorità | undefined> {
  const [certificato, chiave] = await Promise.all(
    ['pem', 'key'].map(f => readFile(join(cartella, `${nome}.${f}`)).catch(() => undefined)),
  )
  if (!certificato || !chiave) return undefined
  const x = new X509Certificate(certificato)
  if (da && !x.verify(da.chiavi.publicKey)) return undefined
  const privateKey = createPrivateKey(chiave)
  return { nome: suo, certificato: x.raw, chiavi: { privateKey, publicKey: createPublicKey(privateKey) } }
}
