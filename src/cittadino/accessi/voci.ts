import { type DiUfficio, finalitaDi, type Lettura } from '../../accessi/index.ts'
import { nomeSezione, OPERAZIONI, sezioniDi } from '../../anagrafe/index.ts'
import type { Testi } from '../../ui/index.ts'

/** A reading in words. */
export interface Voce {
  /** AAAA-MM-GG */
  giorno: string
  /** HH:MM:SS, in Rome */
  ora: string
  chi: string
  perche: string
  mezzo: string
  parti: string
  operazione: string
}
type Nomi = ReadonlyMap<number, string>
const SEZIONI: ReadonlySet<string> = new Set(sezioniDi('S'))

/** The office, never the person who works there. */
export function ufficio(u: Pick<DiUfficio, 'ruolo' | 'per_conto'>, nomi: Nomi, t: Testi['accessi']): string {
  const parole = Object.hasOwn(t.uffici, u.ruolo) ? t.uffici[u.ruolo as keyof typeof t.uffici] : t.uffici.anonimo
  return parole(u.per_conto === null ? undefined : nomi.get(u.per_conto))
}

/** Counts by what an office is called: the program works for every comune, and is one. */
export function perNome(uffici: readonly DiUfficio[], nomi: Nomi, t: Testi['accessi']) {
  const gruppi = Map.groupBy(uffici, u => ufficio(u, nomi, t))
  const somma = (righe: readonly DiUfficio[], quale: 'letture' | 'modifiche') => righe.reduce((n, r) => n + r[quale], 0)
  return [...gruppi]
    .map(([nome, righe]) => ({ nome, letture: somma(righe, 'letture'), modifiche: somma(righe, 'modifiche') }))
    .sort((a, b) => b.letture + b.modifiche - a.letture - a.modifiche)
}

/** A page or an operation as people call it. */
export function mezzo(servizio: string, t: Testi['accessi']): string {
  const parole = (s: string) => (Object.hasOwn(t.servizi, s) ? t.servizi[s] : undefined)
  return (
    parole(servizio) ??
    OPERAZIONI.get(servizio)?.nome ??
    parole(`${servizio.split('/', 1)[0]}/`) ??
    t.servizioIgnoto(servizio)
  )
}

function perche(codice: number, t: Testi['accessi']): string {
  const nome = finalitaDi(codice)
  return nome ? t.finalita[nome] : t.finalitaIgnota(codice)
}

function parti(l: Lettura, t: Testi['accessi']): string {
  const nomi = l.sezioni?.map(s => (SEZIONI.has(s) ? nomeSezione('S', s) : s)).join(', ')
  if (!nomi) return t.elenco.tutta
  return l.operazione === null ? t.elenco.lette(nomi) : t.elenco.cambiate(nomi)
}

/** Each reading in words. Those of one service within one second are one consultation: who opens her visura reads her
 *  scheda and her family's. */
export function inParole(letture: readonly Lettura[], nomi: Nomi, testi: Testi): Voce[] {
  const t = testi.accessi
  const voci: Voce[] = letture.map(l => ({
    giorno: l.giorno,
    ora: l.ora,
    chi: l.mia ? t.io : ufficio(l, nomi, t),
    perche: perche(l.finalita, t),
    mezzo: mezzo(l.servizio, t),
    parti: parti(l, t),
    operazione: l.operazione ?? '',
  }))
  return voci.filter((v, n) => n === 0 || Object.entries(v).some(([k, x]) => voci[n - 1]![k as keyof Voce] !== x))
}

/** Ids of the comuni to be named. */
export const comuniDa = (righe: readonly { per_conto: number | null }[]): number[] => [
  ...new Set(righe.flatMap(r => r.per_conto ?? [])),
]
