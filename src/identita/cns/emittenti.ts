import { createHash, X509Certificate } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db, Read, Tx } from '../../db/index.ts'
import type { Emittente } from './carta.ts'
import { emittentiInVigore, sostituisciEmittenti } from './cns.query.ts'
import { caricaElencoDaFile } from './revoche.ts'

/** The authorities whose cards are believed, as they stand in the table. */
export const emittenti = async (read: Read): Promise<Emittente[]> =>
  (await emittentiInVigore(read)).map(e => ({
    impronta: e.impronta,
    nome: e.nome,
    certificato: new X509Certificate(Buffer.from(e.certificato, 'base64')),
  }))

/** Makes these certificates the authorities of the folder, or of the state's trust list; one that is no authority's is left
 *  out. @param tsl number of that list @returns how many */
export async function caricaEmittenti(
  tx: Tx,
  certificati: readonly X509Certificate[],
  ora: string,
  tsl?: number,
): Promise<number> {
  const lista = certificati
    .filter(x => x.ca)
    .map(x => ({
      impronta: createHash('sha256').update(x.raw).digest('hex'),
      nome: nomeDi(x),
      certificato: x.raw,
    }))
  await sostituisciEmittenti(tx, lista, ora, tsl)
  return lista.length
}

const nomeDi = (x: X509Certificate) => /^CN=(.+)$/m.exec(x.subject)?.[1] ?? x.fingerprint256

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g
/** Certificates of a file, DER or PEM (several). @throws where one cannot be read */
export const certificatiIn = (file: Buffer): X509Certificate[] =>
  file[0] === 0x30
    ? [new X509Certificate(file)]
    : (file.toString('latin1').match(PEM) ?? []).map(p => new X509Certificate(p))

/** What lies in a folder: certificates of authorities and lists of revoked cards, by their endings. No folder: nothing.
 *  @throws naming the file that cannot be read */
export async function cartellaCns(
  cartella: string,
): Promise<{ certificati: X509Certificate[]; elenchi: { nome: string; file: Buffer }[] }> {
  const nomi = await readdir(cartella).catch(() => [])
  const certificati: X509Certificate[] = []
  const elenchi: { nome: string; file: Buffer }[] = []
  for (const nome of nomi.sort()) {
    const file = /\.(pem|crt|cer|der|crl)$/i.test(nome) && (await readFile(join(cartella, nome)))
    if (!file) continue
    if (/\.crl$/i.test(nome)) elenchi.push({ nome, file })
    else
      try {
        certificati.push(...certificatiIn(file))
      } catch (cause) {
        throw new Error(`${join(cartella, nome)}: non è un certificato`, { cause })
      }
  }
  return { certificati, elenchi }
}

/** Makes the folder's certificates authorities, and loads the revocation lists beside them.
 *  @param vietato an authority that may not be believed here
 *  @returns how many authorities, and the files that are no list of one of them
 *  @throws where one is forbidden */
export async function caricaCartella(
  db: Db,
  cartella: string,
  ora: string,
  vietato: (x: X509Certificate) => boolean = () => false,
): Promise<{ emittenti: number; scartati: string[] }> {
  const { certificati, elenchi } = await cartellaCns(cartella)
  const male = certificati.find(vietato)
  if (male) throw new Error(`${cartella}: «${nomeDi(male)}» è un emittente inventato, toglilo: questo registro è vero`)
  const quanti = await db.tx(tx => caricaEmittenti(tx, certificati, ora))
  const scartati: string[] = []
  const loro = await emittenti(db)
  for (const e of elenchi) if (!(await caricaElencoDaFile(db, loro, e, ora))) scartati.push(e.nome)
  return { emittenti: quanti, scartati }
}
