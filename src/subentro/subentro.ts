import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Ingresso, numeriIngresso, type Portati, portati, registraIngressi } from '../anagrafe/index.ts'
import type { Db, Tx } from '../db/index.ts'
import { type Grado, grado, type Rilievo, spiega } from './controlli.ts'
import {
  archivia,
  conserva,
  occupa,
  portaFuori,
  type Riepilogo,
  rilieviDiInsieme,
  èSubentrato,
} from './fornitura.query.ts'
import { leggiFornitura } from './fornitura.ts'
import type { File, Invio } from './lettura.ts'
import { leggiNome } from './nomeFile.ts'
import type { Luoghi } from './soggetto.ts'
import { controllaFile, controllaTestate } from './testate.ts'
import type { Contatori } from './totali.ts'

export interface OpzioniSubentro {
  /** pre-subentro: everything is done and then taken back, but for the report */
  prova: boolean
  /** the law's today, AAAA-MM-GG, and the instant when it is asked (ISO 8601) */
  oggi: string
  adesso(): string
  /** who does it: a pseudonym */
  chi: string
  luoghi: Luoghi
  /** a folder on disk where rows may wait, up to two files of them */
  cartella: string
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

/** Takes the entry back: whatever was read or written goes with the transaction, the answer stays. */
class Annulla extends Error {
  readonly esito: EsitoSubentro
  constructor(esito: EsitoSubentro) {
    super('entry taken back')
    this.esito = esito
  }
}

/** Brings a comune's fornitura into the register, all of it or nothing (SUBENTRO.md 1 and 2.11).
 *  Bad files are an answer (`respinta`), not an exception. @throws when a file cannot be opened or the database fails. */
export async function subentro(db: Db, percorsi: readonly string[], o: OpzioniSubentro): Promise<EsitoSubentro> {
  const { file, rilievi } = await apriFile(percorsi)
  const detto = file.find(f => f.detto)?.detto
  const comune = detto && o.comunePerIstat(detto.istat, o.oggi)
  if (detto && !comune) rilievi.push({ codice: 'AN009', valori: [detto.istat] })
  if (rilievi.length > 0) return respinta(o, comune, rilievi)
  try {
    return await db.tx(tx => entra(db, tx, file, comune, o))
  } catch (e) {
    if (e instanceof Annulla) return e.esito
    throw e
  }
}

/** A refusal before anybody was read. */
const respinta = (o: OpzioniSubentro, comune: ComuneDi | undefined, rilievi: readonly Rilievo[]): EsitoSubentro => ({
  stato: 'respinta',
  comune,
  schede: 0,
  gruppi: 0,
  operazione: undefined,
  segnalazioni: segnala(rilievi, o.oggi),
  anomalie: [],
})

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
  const respingi = async (c: ComuneDi | undefined, rilievi: readonly Rilievo[]): Promise<never> => {
    const esito = respinta(o, c, rilievi)
    if (c) await db.tx(fuori => archivia(fuori, { ...fine(o, file, []), ...esito, comune: c.id, rilievi }))
    throw new Annulla(esito)
  }
  const occupato = async (c: ComuneDi): Promise<{ comune: ComuneDi; ingresso: Ingresso }> => {
    if (!(await occupa(tx, c.id))) return await respingi(undefined, [{ codice: 'EN037', valori: [c.nome] }])
    if (await èSubentrato(tx, c.id)) return await respingi(c, [{ codice: 'EN034', valori: [c.nome] }])
    const [operazione] = await numeriIngresso(tx, 1)
    return { comune: c, ingresso: { operazione: operazione!, comune: c.id, decorrenza: o.oggi } }
  }
  /** A plain .xml says whose it is only in the ids of its schede. */
  const dalContenuto = async ({ istat }: Invio) => {
    const [uno, altro] = istat
    const c = uno && !altro ? o.comunePerIstat(uno, o.oggi) : undefined
    if (c) return await occupato(c)
    const quali = [...istat].join(', ') || '?'
    return await respingi(
      undefined,
      uno && !altro ? [{ codice: 'AN009', valori: [quali] }] : [{ codice: 'EN039', valori: [quali, '?'] }],
    )
  }

  let noto = suo && (await occupato(suo))
  const fornitura = await leggiFornitura(tx, db, file, o, async letto => {
    noto ??= await dalContenuto(letto)
    return noto.ingresso
  })
  if (fornitura.errori.length > 0) return await respingi(noto?.comune, fornitura.errori)
  const { invii } = fornitura
  const { comune, ingresso } = noto!
  const rilievi = controllaTestate(invii)
  const anomalie = await rilieviDiInsieme(tx, comune.id, o.oggi)
  const blocca = rilievi.some(r => grado(r.codice, o.oggi) === 'E') || anomalie.some(a => a.grado === 'E')
  const resta = !blocca && !o.prova
  const somma = (k: keyof Contatori) => invii.reduce((n, i) => n + i.contatori[k], 0)
  const esito: EsitoSubentro = {
    stato: blocca ? 'respinta' : 'conclusa',
    comune,
    schede: somma('schede'),
    gruppi: somma('famiglie') + somma('convivenze'),
    operazione: resta ? ingresso.operazione : undefined,
    segnalazioni: segnala(rilievi, o.oggi),
    anomalie,
  }
  const finita = { ...fine(o, file, invii), ...esito, comune: comune.id, rilievi }
  if (resta) {
    await registraIngressi(tx, [{ ...ingresso, registrata: o.adesso(), portati: sommaPortati(invii) }], o.chi)
    await conserva(tx, await archivia(tx, finita))
    return esito
  }
  await db.tx(async fuori => portaFuori(tx, fuori, await archivia(fuori, finita)))
  throw new Annulla(esito)
}

function sommaPortati(invii: readonly Invio[]): Portati {
  const somma = portati()
  for (const i of invii) for (const k of Object.keys(somma) as (keyof Portati)[]) somma[k] += i.portati[k]
  return somma
}

const fine = (o: OpzioniSubentro, file: readonly File[], invii: readonly Invio[]) => ({
  versione: file[0]?.detto?.versione ?? (Number(invii[0]?.fornitura?.versioneFornitura) || 0),
  prova: o.prova,
  registrata: o.adesso(),
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
