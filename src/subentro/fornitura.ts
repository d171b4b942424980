import {
  type Attesa,
  apriIngresso,
  attesa,
  concludiIngresso,
  distributore,
  type Ingresso,
  riversaFile,
} from '../anagrafe/index.ts'
import type { Db, Tx } from '../db/index.ts'
import { coda } from './coda.ts'
import type { Rilievo } from './controlli.ts'
import { type File, type Invio, type Lettura, leggiFile } from './lettura.ts'
import type { OpzioniSubentro } from './subentro.ts'

/** Reads all the files and writes their persons into the register, inside the transaction: while a file is read, the
 *  families of the one before are put together. Stops at the first file that breaks the schema.
 *  @param di asked after each file whose entry this is: a plain .xml says so only in its content */
export async function leggiFornitura(
  tx: Tx,
  db: Db,
  file: readonly File[],
  o: OpzioniSubentro,
  di: (letto: Invio) => Promise<Ingresso>,
): Promise<{ invii: Invio[]; errori: Rilievo[] }> {
  await apriIngresso(tx)
  const aperte: Attesa[] = []
  const apri = async () => {
    aperte.push(await attesa(o.cartella))
    return aperte.at(-1)!
  }
  const versate = coda()
  const invii: Invio[] = []
  let prima = 0
  const totale = file.reduce((n, f) => n + f.byte, 0)
  const lettura: Lettura = {
    tx,
    coda: versate,
    ids: { scheda: distributore(db, 'scheda'), gruppo: distributore(db, 'gruppo') },
    luoghi: o.luoghi,
    avanza: byte => o.progresso?.(prima + byte, totale),
  }
  try {
    const sospesi = await apri()
    let quello: Promise<void> | undefined
    let ingresso: Ingresso | undefined
    for (const f of file) {
      const corpi = await apri()
      const { letto, errori } = await leggiFile(lettura, f, invii.length + 1, corpi)
      if (errori.length > 0 || !ingresso) await versate.finita()
      if (errori.length > 0) return { invii, errori }
      invii.push(letto)
      prima += f.byte
      ingresso ??= await di(letto)
      const suo = ingresso
      await quello // so that no more than two files wait on disk
      await versate.metti(() => riversaFile(tx, suo, corpi, sospesi))
      quello = versate.finita().finally(corpi.chiudi)
      quello.catch(() => {}) // told to whoever waits next
    }
    await versate.finita()
    if (ingresso) await concludiIngresso(tx, ingresso, sospesi)
    return { invii, errori: [] }
  } finally {
    await versate.finita().catch(() => {})
    for (const a of aperte) await a.chiudi()
  }
}
