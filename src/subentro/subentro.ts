import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { apriIngresso, collega, distributore, riversa } from '../anagrafe/index.ts'
import type { Db, Tx } from '../db/index.ts'
import { type Grado, grado, type Rilievo, spiega } from './controlli.ts'
import { archivia, occupa, type Riepilogo, rilieviDiInsieme, soloPerProva, èSubentrato } from './fornitura.query.ts'
import { type File, type Invio, leggiFile } from './lettura.ts'
import { leggiNome } from './nomeFile.ts'
import type { Luoghi } from './soggetto.ts'
import { controllaFile, controllaTestate } from './testate.ts'
import type { Contatori } from './totali.ts'

export interface OpzioniSubentro {
  /** pre-subentro: everything is done and then taken back, but for the report */
  prova: boolean
  /** the law's today, AAAA-MM-GG, and the instant of the registration (ISO 8601) */
  oggi: string
  adesso: string
  /** who does it: a pseudonym */
  chi: string
  luoghi: Luoghi
  comunePerIstat(istat: string, oggi: string): ComuneDi | undefined
  /** called as reading goes on, with bytes */
  progresso?(letti: number, totale: number): void
}
interface ComuneDi {
  readonly id: number
  readonly nome: string
}

/** A finding ready for whoever must mend it. */
export type Segnalazione = Rilievo & { grado: Grado; testo: string }

export interface EsitoSubentro {
  stato: 'conclusa' | 'respinta'
  comune: ComuneDi | undefined
  schede: number
  gruppi: number
  operazione: string | undefined
  /** found in files and totals, the blocking ones first */
  segnalazioni: Segnalazione[]
  /** found on persons and families, by code */
  anomalie: Riepilogo[]
}

/** Ends the reading: what was read so far goes with the transaction. */
class Respinta extends Error {
  readonly rilievi: readonly Rilievo[]
  constructor(rilievi: readonly Rilievo[]) {
    super('fornitura respinta')
    this.rilievi = rilievi
  }
}

/** Brings a comune's fornitura into the register, all of it or nothing (SUBENTRO.md 1 and 2.11).
 *  Bad files are an answer (`respinta`), not an exception. @throws when a file cannot be opened or the database fails. */
export async function subentro(db: Db, percorsi: readonly string[], o: OpzioniSubentro): Promise<EsitoSubentro> {
  const respinta = (comune: ComuneDi | undefined, rilievi: readonly Rilievo[]): EsitoSubentro => ({
    stato: 'respinta',
    comune,
    schede: 0,
    gruppi: 0,
    operazione: undefined,
    segnalazioni: segnala(rilievi, o.oggi),
    anomalie: [],
  })
  const { file, rilievi } = await apriFile(percorsi)
  const detto = file.find(f => f.detto)?.detto
  const comune = detto && o.comunePerIstat(detto.istat, o.oggi)
  if (detto && !comune) rilievi.push({ codice: 'AN009', valori: [detto.istat] })
  if (rilievi.length > 0) return respinta(comune, rilievi)
  try {
    return await db.tx(tx => entra(db, tx, file, comune, o))
  } catch (e) {
    if (!(e instanceof Respinta)) throw e
    const esito = respinta(comune, e.rilievi)
    if (comune)
      await db.tx(tx => archivia(tx, { ...fine(o, file, []), ...esito, comune: comune.id, rilievi: e.rilievi }, o.oggi))
    return esito
  }
}

async function apriFile(percorsi: readonly string[]): Promise<{ file: File[]; rilievi: Rilievo[] }> {
  const rilievi: Rilievo[] = []
  const file: File[] = []
  for (const percorso of percorsi) {
    const nome = basename(percorso)
    const detto = leggiNome(nome)
    if (detto && 'codice' in detto) rilievi.push(detto)
    else file.push({ percorso, nome, byte: (await stat(percorso)).size, detto })
  }
  file.sort((a, b) => (a.detto?.progressivo ?? 0) - (b.detto?.progressivo ?? 0))
  return { file, rilievi: [...rilievi, ...controllaFile(file)] }
}

/** The one transaction of a fornitura. */
async function entra(
  db: Db,
  tx: Tx,
  file: readonly File[],
  suo: ComuneDi | undefined,
  o: OpzioniSubentro,
): Promise<EsitoSubentro> {
  if (suo) await esigiLibero(tx, suo)
  await apriIngresso(tx)
  const invii: Invio[] = []
  const totale = file.reduce((n, f) => n + f.byte, 0)
  const ids = { scheda: distributore(db, 'scheda'), gruppo: distributore(db, 'gruppo') }
  let prima = 0
  for (const f of file) {
    const { letto, errori } = await leggiFile(tx, f, invii.length + 1, ids, o.luoghi, n =>
      o.progresso?.(prima + n, totale),
    )
    if (errori.length > 0) throw new Respinta(errori)
    invii.push(letto)
    prima += f.byte
  }
  const rilievi = controllaTestate(invii)
  const comune = suo ?? (await comuneDelContenuto(tx, invii, o))
  const codici = new Set(invii.flatMap(i => [...i.istat]))
  const detto = file[0]?.detto?.istat
  if (detto && codici.size > 0 && !codici.has(detto))
    rilievi.push({ codice: 'EN039', valori: [[...codici].join(', '), detto] })

  await collega(tx)
  const anomalie = await rilieviDiInsieme(tx, comune.id, o.oggi)
  const blocca = rilievi.some(r => grado(r.codice, o.oggi) === 'E') || anomalie.some(a => a.grado === 'E')
  const ingresso = () => riversa(tx, { comune: comune.id, chi: o.chi, decorrenza: o.oggi, registrata: o.adesso })
  if (o.prova && !blocca) await soloPerProva(tx, ingresso)
  const somma = (k: keyof Contatori) => invii.reduce((n, i) => n + i.contatori[k], 0)
  const esito: EsitoSubentro = {
    stato: blocca ? 'respinta' : 'conclusa',
    comune,
    schede: somma('schede'),
    gruppi: somma('famiglie') + somma('convivenze'),
    operazione: o.prova || blocca ? undefined : await ingresso(),
    segnalazioni: segnala(rilievi, o.oggi),
    anomalie,
  }
  await archivia(tx, { ...fine(o, file, invii), ...esito, comune: comune.id, rilievi, conAnomalie: true }, o.oggi)
  return esito
}

/** A plain .xml says whose it is only in the ids of its schede. */
async function comuneDelContenuto(tx: Tx, invii: readonly Invio[], o: OpzioniSubentro): Promise<ComuneDi> {
  const codici = [...new Set(invii.flatMap(i => [...i.istat]))]
  const [istat] = codici
  if (!istat || codici.length > 1) throw new Respinta([{ codice: 'EN039', valori: [codici.join(', ') || '?', '?'] }])
  const comune = o.comunePerIstat(istat, o.oggi)
  if (!comune) throw new Respinta([{ codice: 'AN009', valori: [istat] }])
  await esigiLibero(tx, comune)
  return comune
}

async function esigiLibero(tx: Tx, comune: ComuneDi): Promise<void> {
  if (!(await occupa(tx, comune.id))) throw new Respinta([{ codice: 'EN037', valori: [comune.nome] }])
  if (await èSubentrato(tx, comune.id)) throw new Respinta([{ codice: 'EN034', valori: [comune.nome] }])
}

const fine = (o: OpzioniSubentro, file: readonly File[], invii: readonly Invio[]) => ({
  versione: file[0]?.detto?.versione ?? Number(invii[0]?.fornitura?.versioneFornitura ?? 0),
  prova: o.prova,
  registrata: o.adesso,
  invii: invii.map((i, n) => ({
    progressivo: n + 1,
    nome: i.file.nome,
    byte: i.file.byte,
    schede: i.contatori.schede,
  })),
})

const ORDINE: Record<Grado, number> = { E: 0, B: 1, W: 2 }
const segnala = (rilievi: readonly Rilievo[], oggi: string): Segnalazione[] =>
  rilievi
    .map(r => ({ ...r, grado: grado(r.codice, oggi), testo: spiega(r.codice, r.valori) }))
    .sort((a, b) => ORDINE[a.grado] - ORDINE[b.grado])
