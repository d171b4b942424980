import { setImmediate } from 'node:timers/promises'
import {
  codiciNoti,
  distributore,
  type GruppoInIngresso,
  type Ingresso,
  type Legati,
  legaInMemoria,
  numeriIngresso,
  registraIngressi,
  type SchedaInIngresso,
  versaLegati,
} from '../anagrafe/index.ts'
import type { Db, Read } from '../db/index.ts'
import { archiviaInsieme, occupaLiberi } from './fornitura.query.ts'
import { daLeggere, type Invio, lettoreDi } from './lettura.ts'
import { leggiNome } from './nomeFile.ts'
import type { Luoghi } from './soggetto.ts'
import { controllaFile, controllaTestate } from './testate.ts'

/** A comune's fornitura of one file that stands in no folder yet. */
export interface FornituraInMemoria {
  /** our id of it */
  readonly comune: number
  /** day of the entry, AAAA-MM-GG */
  readonly oggi: string
  /** instant at which it is registered, ISO 8601 */
  readonly registrata: string
  /** name of the file, a plain `.xml` as {@link leggiNome} wants it, and its text */
  readonly nome: string
  readonly testo: string
}

/** A fornitura that was read; not `integra` where its file has a fault, be it of form or of its totals. */
export interface FornituraLetta {
  readonly fornitura: FornituraInMemoria
  readonly invio: Invio
  readonly schede: readonly SchedaInIngresso[]
  readonly gruppi: readonly GruppoInIngresso[]
  readonly integra: boolean
}

/** Reads small forniture with the reader of every subentro. Nothing is written but ids taken. */
export async function leggiInsieme(
  db: Read,
  forniture: Iterable<FornituraInMemoria>,
  luoghi: Luoghi,
): Promise<FornituraLetta[]> {
  const ids = { scheda: distributore(db, 'scheda'), gruppo: distributore(db, 'gruppo') }
  const lette: FornituraLetta[] = []
  for (const fornitura of forniture) {
    const { nome, testo } = fornitura
    // The smallest scheda takes over 150 bytes, the smallest family over 40.
    await ids.scheda.rifornisci(testo.length / 150 + 2)
    await ids.gruppo.rifornisci(testo.length / 40 + 2)
    await setImmediate() // what is being written meanwhile goes on
    const detto = leggiNome(nome)
    if (!detto || 'codice' in detto) throw new Error(`${nome} is no name of a fornitura's file`)
    const invio = daLeggere({ percorso: nome, nome, byte: Buffer.byteLength(testo), detto })
    const schede: SchedaInIngresso[] = []
    const gruppi: GruppoInIngresso[] = []
    const lettore = lettoreDi({ ids, luoghi }, invio, 1, {
      scheda: s => schede.push(s),
      gruppo: g => gruppi.push(g),
    })
    lettore.scrivi(testo)
    lettore.fine()
    const integra =
      lettore.errori.length === 0 && controllaFile([invio.file]).length === 0 && controllaTestate([invio]).length === 0
    lette.push({ fornitura, invio, schede, gruppi, integra })
  }
  return lette
}

interface Entrata {
  readonly legati: Legati
  readonly ingresso: Ingresso & { registrata: string }
  readonly letta: FornituraLetta
}

/** Brings small comuni in, all of them in one transaction, where `subentro` takes one of thirty statements for each: to the
 *  same rows, and only where there is nothing to find.
 *  @param lette in the order in which their operations are numbered
 *  @returns those that it left alone since a check may find something: `subentro` will say what, or bring them in */
export const subentroInsieme = (db: Db, lette: readonly FornituraLetta[], chi: string): Promise<FornituraInMemoria[]> =>
  db.tx(async tx => {
    const liberi = await occupaLiberi(
      tx,
      lette.map(l => l.fornitura.comune),
    )
    const codici = lette.flatMap(l => l.schede.flatMap(s => s.codice_fiscale ?? []))
    const noti = await codiciNoti(tx, codici)
    const numeri = await numeriIngresso(tx, lette.length)
    const entrate: Entrata[] = []
    const lasciate: FornituraInMemoria[] = []
    for (const letta of lette) {
      const { fornitura: f, schede, gruppi } = letta
      const suoi = schede.flatMap(s => s.codice_fiscale ?? [])
      const ingresso = { operazione: numeri.shift()!, comune: f.comune, decorrenza: f.oggi, registrata: f.registrata }
      const legati =
        letta.integra && liberi.has(f.comune) && !suoi.some(cf => noti.has(cf))
          ? legaInMemoria(schede, gruppi, ingresso)
          : undefined
      if (legati) {
        for (const cf of suoi) noti.add(cf)
        entrate.push({ legati, ingresso, letta })
      } else lasciate.push(f)
    }
    await versaLegati(
      tx,
      entrate.map(e => e.legati),
    )
    await registraIngressi(
      tx,
      entrate.map(e => ({ ...e.ingresso, portati: e.letta.invio.portati })),
      chi,
    )
    await archiviaInsieme(tx, entrate.map(finita))
    return lasciate
  })

const finita = ({ ingresso, letta: { invio, schede, gruppi } }: Entrata) => ({
  comune: ingresso.comune,
  versione: invio.file.detto!.versione,
  prova: false,
  stato: 'conclusa' as const,
  registrata: ingresso.registrata,
  operazione: ingresso.operazione,
  schede: schede.length,
  gruppi: gruppi.length,
  invii: [{ progressivo: 1, nome: invio.file.nome, byte: invio.file.byte, schede: schede.length }],
  rilievi: [],
})
