import { rm } from 'node:fs/promises'
import type { Territorio } from '../anagrafe/index.ts'
import type { Db } from '../db/index.ts'
import {
  aggiornaCammino,
  type FornituraInMemoria,
  type FornituraLetta,
  leggiInsieme,
  luoghiDi,
  type Novita,
  subentro,
  subentroInsieme,
} from '../subentro/index.ts'
import { type ComuneDemo, comuniDemo, fornituraDemo } from './comuni.ts'
import { analizza, giaDentro, giaInCammino, segnaCompleta } from './demo.query.ts'
import { giornoDi, testoDi } from './persone/giorni.ts'
import { chiedono } from './richieste/chiedono.ts'
import { STORIE } from './storie/elenco.ts'
import { ULTIMO_PASSO } from './strada.ts'
import { documento, scriviCartella } from './synth.ts'
import { ultimoVissuto } from './vita/vita.query.ts'
import { vivi } from './vita/vivi.ts'

export interface OpzioniDemo {
  territorio: Territorio
  /** how many people one invented person stands for */
  scala: number
  oggi: string
  /** as the role of the sites: writes what citizens and their comuni would have written */
  sito: Db
  /** where the files are written, each gone once its comune is in */
  cartella: string
  /** how many days up to yesterday its people live before it is ready */
  vita: number
  progresso(parte: number, nota: string): void
}

type Entrante = Extract<ComuneDemo, { stato: 'in' }> & { readonly id: number; readonly nome: string }

/** Brings the demo's comuni in, by the same forniture and the same reader as a real comune, each on its own day and in the
 *  order of days, so that the register's history is true to scale: the large ones, and those whose people have a story, by
 *  files and `subentro`; the others a hundred to a transaction, to the same rows (docs/decisions). Goes on where an
 *  interrupted start stopped. */
export async function caricaDemo(db: Db, o: OpzioniDemo): Promise<void> {
  const comuni = comuniDemo(o.oggi).flatMap(c => {
    const attivo = o.territorio.comuneAttivo(c.istat)
    return attivo ? [{ ...c, id: attivo.comune, nome: attivo.nome }] : []
  })
  if (!(await giaInCammino(db))) await scriviCammini(db, comuni, o)
  const dentro = await giaDentro(db)
  const entrano = comuni
    .flatMap(c => (c.stato === 'in' && !dentro.has(c.id) ? [c] : []))
    .sort((a, b) => (a.subentrato < b.subentrato ? -1 : a.subentrato > b.subentrato ? 1 : a.id - b.id))
  const perId = new Map(entrano.map(c => [c.id, c]))
  const luoghi = luoghiDi(o.territorio)
  const entra = async (lette: readonly FornituraLetta[], grande: Entrante | undefined) => {
    const lasciate = await subentroInsieme(db, lette, CHI)
    for (const { comune } of lasciate) await daSolo(db, perId.get(comune)!, luoghi, o)
    if (grande) await daSolo(db, grande, luoghi, o)
  }
  let fatti = 0
  let scritti = Promise.resolve()
  try {
    for (const { piccoli, grande } of lotti(entrano, o.scala)) {
      o.progresso((fatti / entrano.length) * (o.vita > 0 ? 1 - PARTE_DI_VITA : 1), (piccoli[0] ?? grande)!.nome)
      // The next ones are invented and read while those before are written.
      const lette = await leggiInsieme(db, inMemoria(piccoli, o.scala), luoghi)
      await scritti
      scritti = entra(lette, grande)
      scritti.catch(() => {}) // told to whoever waits next
      fatti += piccoli.length + (grande ? 1 : 0)
    }
    await scritti
  } finally {
    await scritti.catch(() => {})
  }
  await vivono(db, o)
  await chiedono(db, o.sito, o)
  await segnaCompleta(db)
}
const CHI = 'demo'
const PARTE_DI_VITA = 0.15

/** The last days before the demo opens, so that schede have histories; an interrupted life goes on on the day after. */
async function vivono(db: Db, o: OpzioniDemo): Promise<void> {
  const vissuto = await ultimoVissuto(db)
  if (o.vita === 0 || (vissuto !== undefined && giornoDi(vissuto)! >= giornoDi(o.oggi)! - 1)) return
  await analizza(db)
  await vivi(db, {
    territorio: o.territorio,
    giorni: o.vita,
    seme: 1,
    oggi: o.oggi,
    storie: true,
    progresso: (parte, giorno) => o.progresso(1 - PARTE_DI_VITA * (1 - parte), giorno),
  })
}

/** How many small comuni to a transaction, and how many schede make a large one. */
const INSIEME = 100
const GRANDE = 500
const CON_STORIA = new Set(STORIE.flatMap(s => [s.comune, ...(s.altri ?? [])]))

function* lotti(
  entrano: readonly Entrante[],
  scala: number,
): Iterable<{ piccoli: Entrante[]; grande: Entrante | undefined }> {
  let piccoli: Entrante[] = []
  for (const c of entrano) {
    const grande = CON_STORIA.has(c.istat) || fornituraDemo(c.istat, scala, c.subentrato).soggetti > GRANDE
    if (!grande) piccoli.push(c)
    if (!grande && piccoli.length < INSIEME) continue
    yield { piccoli, grande: grande ? c : undefined }
    piccoli = []
  }
  // None are left where only the life of a demo was broken off.
  if (piccoli.length > 0) yield { piccoli, grande: undefined }
}

function* inMemoria(comuni: readonly Entrante[], scala: number): Iterable<FornituraInMemoria> {
  for (const c of comuni) {
    const testo = [...documento(fornituraDemo(c.istat, scala, c.subentrato))].join('')
    const nome = `${c.istat}_SUBAPR_1_1_1.xml`
    yield { comune: c.id, oggi: c.subentrato, registrata: mezzogiorno(c.subentrato), nome, testo }
  }
}

async function daSolo(db: Db, c: Entrante, luoghi: ReturnType<typeof luoghiDi>, o: OpzioniDemo): Promise<void> {
  const file = await scriviCartella(fornituraDemo(c.istat, o.scala, c.subentrato), o.cartella)
  const esito = await subentro(db, file, {
    prova: false,
    oggi: c.subentrato,
    adesso: () => mezzogiorno(c.subentrato),
    cartella: o.cartella,
    chi: CHI,
    luoghi,
    comunePerIstat: () => c,
  })
  await rm(o.cartella, { recursive: true })
  if (esito.stato === 'respinta')
    throw new Error(
      `il comune dimostrativo ${c.nome} è stato respinto: ${[...esito.segnalazioni, ...esito.anomalie].map(s => s.codice).join(', ')}`,
    )
}

const mezzogiorno = (giorno: string) => `${giorno}T12:00:00+01:00`

/** Tells the road of those that are not in: as it was known two months ago where the planned day has moved since, and as it is. */
async function scriviCammini(
  db: Db,
  comuni: readonly (ComuneDemo & { readonly id: number })[],
  o: OpzioniDemo,
): Promise<void> {
  const fa = (giorni: number) => testoDi(giornoDi(o.oggi)! - giorni)
  const allora = fa(60)
  const prima: Novita[] = []
  const ora: Novita[] = []
  for (const c of comuni) {
    if (c.stato === 'in') continue
    const { soggetti, aire = 0 } = fornituraDemo(c.istat, o.scala, o.oggi)
    const attesi = { comune_id: c.id, residenti: soggetti - aire, aire }
    if (c.stato === 'fuori') ora.push({ ...attesi, ...c.strada })
    else {
      ora.push({ ...attesi, ...c.strada, ...c.piano })
      const passi = Object.entries(c.strada).filter(([, giorno]) => giorno <= allora)
      if (c.pianoDiPrima) prima.push({ ...attesi, ...Object.fromEntries(passi), ...c.pianoDiPrima })
    }
  }
  await db.tx(async tx => {
    await aggiornaCammino(tx, prima, CHI, mezzogiorno(allora))
    await aggiornaCammino(tx, ora, CHI, mezzogiorno(fa(ULTIMO_PASSO - 1)))
  })
}
