import { createHash, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { STORIE } from '../storie/elenco.ts'
import { ancoraBuono, anni, giorni, INVENTATO, PAROLA, scrittore } from './file.ts'
import { p12 } from './p12.ts'
import {
  type Autorità,
  autorità,
  chiavi,
  type DatiCarta,
  elencoRevocati,
  type Nome,
  pem,
  perCarta,
  perServer,
} from './x509.ts'

/** Whose invented cards there are. */
const CON_CARTA = ['famiglia', 'aire', 'vedova', 'doppione', 'centenaria', 'cf-non-validato', 'minore']
/** One who also has an expired and a revoked one. */
const CON_CARTE_GUASTE = 'famiglia'

const CNS = '1.3.76.16.2.1'
export const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'

/** The certificate of a card of the person, as cards of regions are made; `altro` to make it wrong somewhere. */
export function datiCarta(
  p: { codiceFiscale: string; cognome: string; nome: string },
  adesso: Date,
  altro: Partial<DatiCarta> = {},
): DatiCarta {
  const impronta = createHash('sha1').update(p.codiceFiscale).digest('base64')
  return {
    nome: [
      ['C', 'IT'],
      ['O', 'Certificatore inventato'],
      ['OU', 'Regione Dimostrativa'],
      ['SN', p.cognome],
      ['G', p.nome],
      ['CN', `${p.codiceFiscale}/6040000000000001.${impronta}`],
    ],
    dal: giorni(adesso, -365),
    al: anni(adesso, 5),
    politiche: [CNS],
    usi: [CLIENT_AUTH],
    uso: 0x80,
    elenco: undefined,
    ...altro,
  }
}

/** An authority for cards, as they are named. */
export const autoritàCns = (adesso: Date, nome = 'Regione Dimostrativa - CA Cittadini'): Promise<Autorità> =>
  autorità(
    [
      ['C', 'IT'],
      ['O', INVENTATO],
      ['OU', 'Servizi di Certificazione'],
      ['CN', nome],
    ],
    { dal: giorni(adesso, -730), al: anni(adesso, 20) },
  )

/** Name of the development authority. */
export const RADICE: Nome = [
  ['O', INVENTATO],
  ['CN', 'CA di prova di ANPR'],
]

/** Name and surname of a story's person, taken apart at the first blank. */
const nomeECognome = (persona: string) => {
  const taglio = persona.indexOf(' ')
  return { nome: persona.slice(0, taglio), cognome: persona.slice(taglio + 1) }
}

/** Whether what lies in the folder serves for thirty days more. */
const buoni = async (cartella: string, adesso: Date): Promise<boolean> =>
  (await ancoraBuono(join(cartella, 'server.pem'), adesso)) !== undefined &&
  (await Promise.all(['ca.key', 'server.key', 'cns/emittente.pem'].map(n => readFile(join(cartella, n))))
    .then(() => true)
    .catch(() => false))

/**
 * Writes what a demo wants to be tried out by card: `ca.pem` (to be imported as an authority; `ca.key` is its key), `server.pem` and
 * `server.key` for this machine, and for some persons of the stories a card, `carta-<codice fiscale>.p12` (password
 * "demo") and `.pem` (certificate and key); one of them also in an expired and a revoked one. In `cns/` lie the authority
 * that issued them and its list of revoked cards, where a real register lays the real ones. Nothing is written over while
 * it still serves, unless asked.
 * @returns the files written
 */
export async function certificatiDemo(o: { cartella: string; adesso: Date; daCapo?: boolean }): Promise<string[]> {
  const { cartella, adesso } = o
  if (!o.daCapo && (await buoni(cartella, adesso))) return []
  const { scrivi, scritti } = scrittore(cartella)
  const [radice, cns, server] = await Promise.all([
    autorità(RADICE, { dal: giorni(adesso, -1), al: anni(adesso, 10) }),
    autoritàCns(adesso),
    chiavi(),
  ])
  const periodo = { dal: giorni(adesso, -1), al: giorni(adesso, 800) } // browsers take no longer one
  const suo = [['CN', 'localhost']] as const
  const ip = [Buffer.from([127, 0, 0, 1]), Buffer.concat([Buffer.alloc(15), Buffer.from([1])])]
  await scrivi('ca.pem', pem(radice.certificato, 'CERTIFICATE'))
  await scrivi('ca.key', radice.chiavi.privateKey.export({ format: 'pem', type: 'pkcs8' }))
  await scrivi('server.pem', pem(perServer(radice, suo, server.publicKey, periodo, ['localhost'], ip), 'CERTIFICATE'))
  await scrivi('server.key', server.privateKey.export({ format: 'pem', type: 'pkcs8' }))
  await scrivi('cns/emittente.pem', pem(cns.certificato, 'CERTIFICATE'))
  const carta = async (nome: string, dati: DatiCarta) => {
    const k = await chiavi()
    const certificato = perCarta(cns, k.publicKey, dati)
    const chiave = k.privateKey.export({ format: 'pem', type: 'pkcs8' })
    await scrivi(`${nome}.p12`, p12(k.privateKey, [certificato, cns.certificato], nome, PAROLA))
    await scrivi(`${nome}.pem`, pem(certificato, 'CERTIFICATE') + chiave)
    return new X509Certificate(certificato)
  }
  const revocate: string[] = []
  await Promise.all(
    STORIE.filter(s => CON_CARTA.includes(s.nome)).map(async s => {
      const chi = { codiceFiscale: s.codiceFiscale, ...nomeECognome(s.persona) }
      const nome = `carta-${s.codiceFiscale}`
      await carta(nome, datiCarta(chi, adesso))
      if (s.nome !== CON_CARTE_GUASTE) return
      await carta(`${nome}-scaduta`, datiCarta(chi, adesso, { dal: anni(adesso, -7), al: giorni(adesso, -10) }))
      revocate.push((await carta(`${nome}-revocata`, datiCarta(chi, adesso))).serialNumber)
    }),
  )
  await scrivi(
    'cns/revocate.crl',
    elencoRevocati(cns, revocate, { emesso: giorni(adesso, -1), prossimo: anni(adesso, 10) }),
  )
  return scritti
}
