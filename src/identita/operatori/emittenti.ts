import type { X509Certificate } from 'node:crypto'
import { cartellaCns } from '../cns/emittenti.ts'

/** The authorities that lie in a folder, for the certificates of one kind. No folder: none.
 *  @param vietato one that may not be believed here @throws naming what cannot be read, or is forbidden */
export async function emittentiIn(
  cartella: string,
  vietato: (x: X509Certificate) => boolean = () => false,
): Promise<X509Certificate[]> {
  const { certificati } = await cartellaCns(cartella)
  const male = certificati.find(vietato)
  if (male)
    throw new Error(
      `${cartella}: «${male.subject.replaceAll('\n', ', ')}» è di un emittente inventato, toglilo: questo registro è vero`,
    )
  return certificati.filter(x => x.ca)
}
