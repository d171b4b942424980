import { X509Certificate } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Word under which the invented keys lie; nothing depends on it. */
export const PAROLA = 'demo'
export const INVENTATO = 'Certificatore inventato'
/** Whether a certificate is of a demo's authority: no real register may believe it. */
export const èInventata = (x: X509Certificate): boolean => x.subject.split('\n').includes(`O=${INVENTATO}`)

export const anni = (da: Date, n: number) =>
  new Date(Date.UTC(da.getUTCFullYear() + n, da.getUTCMonth(), da.getUTCDate()))
export const giorni = (da: Date, n: number) => new Date(da.getTime() + n * 86_400_000)

/** Writes files into a folder, for their owner alone, and remembers which. */
export function scrittore(cartella: string) {
  const scritti: string[] = []
  const scrivi = async (nome: string, contenuto: string | Buffer) => {
    const file = join(cartella, nome)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, contenuto, { mode: 0o600 })
    await chmod(file, 0o600)
    scritti.push(file)
  }
  return { scrivi, scritti }
}

/** The first certificate of a file, if it is there and good for thirty days more. */
export async function ancoraBuono(file: string, adesso: Date): Promise<X509Certificate | undefined> {
  try {
    const x = new X509Certificate(await readFile(file))
    return Date.parse(x.validTo) > giorni(adesso, 30).getTime() ? x : undefined
  } catch {
    return undefined
  }
}
