import { cercaComuni } from '../../anagrafe/index.ts'
import type { Read } from '../../db/index.ts'
import {
  capoluoghi,
  comuni,
  type Domanda,
  elencoProvince,
  nazione,
  province,
  quantiComuni,
  regioni,
} from '../../statistiche/index.ts'
import { contorni } from '../../ui/index.ts'
import { type Elenco, ORDINE_COMUNI, type OrdineComuni, RIGHE } from './ElencoComuni.tsx'
import type { Scelte } from './PaginaComuni.tsx'
import type { DatiRegione } from './PaginaRegione.tsx'
import type { DatiStatistiche } from './PaginaStatistiche.tsx'
import { type ConCifre, cifre, conCifre, type OrdineRegioni, ordinate, scala, tinta } from './quote.ts'
import type { Ordinamento, RichiestaComuni, Rifiuto } from './richiesta.ts'

/** What was asked for has a right form and is not there. */
export class NonCe extends Error {
  readonly rifiuto: Rifiuto | 'ignota'
  constructor(rifiuto: Rifiuto | 'ignota') {
    super(rifiuto)
    this.rifiuto = rifiuto
  }
}

/** Enough for any name that somebody would go on reading the results of. */
const TROVATI = 500

/** The page of the list that a request asks for.
 *  @throws {NonCe} `oltre`, where the list ends before */
async function elenco(db: Read, giorno: string, r: RichiestaComuni<OrdineComuni>): Promise<Elenco> {
  const soli =
    r.q === '' ? undefined : (await cercaComuni(db, r.q, { il: giorno, limite: TROVATI })).map(c => c.comune_id)
  const domanda: Domanda = { giorno, regione: r.regione, provincia: r.provincia, stato: r.stato, soli }
  const quanti = await quantiComuni(db, domanda)
  const pagine = Math.max(1, Math.ceil(quanti / RIGHE))
  if (r.pagina > pagine) throw new NonCe('oltre')
  const salta = (r.pagina - 1) * RIGHE
  const ordine = r.ordine ?? (soli ? undefined : ORDINE_COMUNI)
  const righe = ordine
    ? await comuni(db, { ...domanda, ...ordine, salta, quanti: RIGHE })
    : perSomiglianza(await comuni(db, domanda), soli ?? []).slice(salta, salta + RIGHE)
  const filtri = { q: r.q || undefined, regione: r.regione, provincia: r.provincia, stato: r.stato }
  return { righe, quanti, pagina: r.pagina, pagine, ordine, filtri }
}

/** In the order of the search: the best first. */
function perSomiglianza<T extends { comune_id: number }>(righe: readonly T[], trovati: readonly number[]): T[] {
  const posto = new Map(trovati.map((id, n) => [id, n]))
  return righe.toSorted((a, b) => (posto.get(a.comune_id) ?? 0) - (posto.get(b.comune_id) ?? 0))
}

const NOMI: Ordinamento<OrdineRegioni> = { ordina: 'regione', alContrario: false }
const perNome = async (db: Read, giorno: string): Promise<ConCifre[]> =>
  ordinate((await regioni(db, giorno)).map(conCifre), NOMI.ordina, NOMI.alContrario)

/** Regions by name, for lists of links. */
export const elencoRegioni = async (db: Read, giorno: string) => (await perNome(db, giorno)).map(r => r.t)

export async function datiStatistiche(
  db: Read,
  giorno: string,
  ordine: Ordinamento<OrdineRegioni> = NOMI,
): Promise<DatiStatistiche | undefined> {
  const [n, nomi, capi, mappa] = await Promise.all([
    nazione(db, giorno),
    perNome(db, giorno),
    capoluoghi(db, giorno),
    contorni(),
  ])
  return (
    n && {
      giorno,
      italia: cifre(n),
      residenti: n.residenti_in,
      aire: n.aire_in,
      famiglie: n.famiglie_in,
      convivenze: n.convivenze_in,
      regioni: ordinate(nomi, ordine.ordina, ordine.alContrario),
      perNome: nomi,
      ordine,
      capoluoghi: capi,
      contorni: mappa,
    }
  )
}

/** @throws {NonCe} `regione` or `provincia` that has no comuni that day; `oltre` */
export async function datiComuni(
  db: Read,
  giorno: string,
  r: RichiestaComuni<OrdineComuni>,
): Promise<{ elenco: Elenco; scelte: Scelte }> {
  const [scelte, sigle] = await Promise.all([elencoRegioni(db, giorno), elencoProvince(db, giorno)])
  if (r.regione !== undefined && !scelte.some(s => s.codice === r.regione)) throw new NonCe('regione')
  if (r.provincia !== undefined && !sigle.some(p => p.sigla === r.provincia)) throw new NonCe('provincia')
  return { elenco: await elenco(db, giorno, r), scelte: { regioni: scelte, province: sigle } }
}

/** @throws {NonCe} `ignota`, where there is no such region; `oltre` */
export async function datiRegione(
  db: Read,
  giorno: string,
  codice: string,
  r: RichiestaComuni<OrdineComuni>,
): Promise<DatiRegione> {
  const [nomi, prov, mappa] = await Promise.all([perNome(db, giorno), province(db, giorno, codice), contorni()])
  const qui = nomi.findIndex(n => n.t.codice === codice)
  const regione = nomi[qui]
  if (!regione) throw new NonCe('ignota')
  const vicina = (passo: number) => (nomi.at((qui + passo) % nomi.length) ?? regione).t
  const suoi = await elenco(db, giorno, { ...r, regione: codice, provincia: undefined, stato: undefined })
  return {
    regione,
    province: prov.map(conCifre),
    elenco: { ...suoi, filtri: { q: suoi.filtri.q } },
    contorno: mappa.get(codice),
    tinta: tinta(regione.c, scala(nomi.map(n => n.c))),
    precedente: vicina(-1),
    seguente: vicina(1),
  }
}
