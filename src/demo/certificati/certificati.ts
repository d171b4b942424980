import { createHash, X509Certificate } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { STORIE } from '../storie/elenco.ts'
import { p12 } from './p12.ts'
import { type Autorità, autorità, chiavi, type DatiCarta, elencoRevocati, pem, perCarta, perServer } from './x509.ts'

/** Whose invented cards there are. */
const CON_CARTA = ['famiglia', 'aire', 'vedova', 'doppione', 'centenaria', 'cf-non-validato', 'minore']
/** One who also has an expired and a revoked one. */
const CON_CARTE_GUASTE = 'famiglia'
/** Word under which the invented cards' keys lie; nothing depends on it. */
export const PAROLA = 'demo'

const CNS = '1.3.76.16.2.1'
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'
const anni = (da: Date, n: number) => new Date(Date.UTC(da.getUTCFullYear() + n, da.getUTCMonth(), da.getUTCDate()))
const giorni = (da: Date, n: number) => new Date(da.getTime() + n * 86_400_000)

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

const INVENTATO = 'Certificatore inventato'
/** Whether a certificate is of a demo's authority: no real register may believe it. */
export const èInventata = (x: X509Certificate): boolean => x.subject.split('\n').includes(`O=${INVENTATO}`)

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

/** Name and surname of a story's person, taken apart at the first blank. */
const nomeECognome = (persona: string) => {
  const taglio = persona.indexOf(' ')
  return { nome: persona.slice(0, taglio), cognome: persona.slice(taglio + 1) }
}

/** Whether what lies in the folder serves for thirty days more. */
async function buoni(cartella: string, adesso: Date): Promise<boolean> {
  try {
    const server = new X509Certificate(await readFile(join(cartella, 'server.pem')))
    await readFile(join(cartella, 'server.key'))
    await readFile(join(cartella, 'cns/emittente.pem'))
    return Date.parse(server.validTo) > giorni(adesso, 30).getTime()
  } catch {
    return false
  }
}

/**
 * Writes what a demo wants to be tried out by card: `ca.pem` (to be imported as an authority), `server.pem` and
 * `server.key` for this machine, and for some persons of the stories a card, `carta-<codice fiscale>.p12` (password
 * "demo") and `.pem` (certificate and key); one of them also in an expired and a revoked one. In `cns/` lie the authority
 * that issued them and its list of revoked cards, where a real register lays the real ones. Nothing is written over while
 * it still serves, unless asked.
 * @returns the files written
 */
export async function certificatiDemo(o: { cartella: string; adesso: Date; daCapo?: boolean }): Promise<string[]> {
  const { cartella, adesso } = o
  if (!o.daCapo && (await buoni(cartella, adesso))) return []
  await mkdir(join(cartella, 'cns'), { recursive: true })
  const scritti: string[] = []
  const scrivi = async (nome: string, contenuto: string | Buffer) => {
    const file = join(cartella, nome)
    await writeFile(file, contenuto, { mode: 0o600 })
    await chmod(file, 0o600)
    scritti.push(file)
  }
  const [radice, cns, server] = await Promise.all([
    autorità(
      [
        ['O', 'ANPR, dimostrazione'],
        ['CN', 'CA di prova di ANPR'],
      ],
      { dal: giorni(adesso, -1), al: anni(adesso, 10) },
    ),
    autoritàCns(adesso),
    chiavi(),
  ])
  const periodo = { dal: giorni(adesso, -1), al: giorni(adesso, 800) } // browsers take no longer one
  const suo = [['CN', 'localhost']] as const
  const ip = [Buffer.from([127, 0, 0, 1]), Buffer.concat([Buffer.alloc(15), Buffer.from([1])])]
  await scrivi('ca.pem', pem(radice.certificato, 'CERTIFICATE'))
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
