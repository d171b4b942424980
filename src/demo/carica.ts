import { rm } from 'node:fs/promises'
import type { Territorio } from '../anagrafe/index.ts'
import type { Db } from '../db/index.ts'
import { aggiornaCammino, luoghiDi, subentro } from '../subentro/index.ts'
import { comuniDemo, fornituraDemo } from './comuni.ts'
import { giaDentro, segnaCompleta } from './demo.query.ts'
import { scriviCartella } from './synth.ts'

export interface OpzioniDemo {
  territorio: Territorio
  /** how many people one invented person stands for */
  scala: number
  oggi: string
  /** where the files are written, each gone once its comune is in */
  cartella: string
  progresso(parte: number, nota: string): void
}

/** Brings the demo's comuni in, by the same files and the same subentro as a real comune, each on its own day and in
 *  the order of days, so that the register's history is true to scale. Goes on where an interrupted start stopped. */
export async function caricaDemo(db: Db, o: OpzioniDemo): Promise<void> {
  const { territorio: t } = o
  const comuni = comuniDemo(o.oggi).flatMap(c => {
    const attivo = t.comuneAttivo(c.istat)
    return attivo ? [{ ...c, id: attivo.comune, nome: attivo.nome }] : []
  })
  await db.tx(tx => aggiornaCammino(tx, comuni.flatMap(piano), 'demo', `${o.oggi}T00:00:00Z`))
  const dentro = await giaDentro(db)
  const entrano = comuni
    .flatMap(c => (c.stato === 'in' && !dentro.has(c.id) ? [c] : []))
    .sort((a, b) => (a.subentrato < b.subentrato ? -1 : 1))
  const luoghi = luoghiDi(t)
  for (const [i, c] of entrano.entries()) {
    o.progresso(i / entrano.length, c.nome)
    const file = await scriviCartella(fornituraDemo(c.istat, o.scala, c.subentrato), o.cartella)
    const esito = await subentro(db, file, {
      prova: false,
      oggi: c.subentrato,
      adesso: () => `${c.subentrato}T12:00:00+01:00`,
      cartella: o.cartella,
      chi: 'demo',
      luoghi,
      comunePerIstat: () => c,
    })
    await rm(o.cartella, { recursive: true })
    if (esito.stato === 'respinta')
      throw new Error(
        `il comune dimostrativo ${c.nome} è stato respinto: ${[...esito.segnalazioni, ...esito.anomalie].map(s => s.codice).join(', ')}`,
      )
  }
  await segnaCompleta(db)
}

const piano = (c: ReturnType<typeof comuniDemo>[number] & { id: number }) =>
  c.stato === 'pianificato' ? [{ comune_id: c.id, prima: c.prima, ultima: c.ultima, preferita: c.preferita }] : []
