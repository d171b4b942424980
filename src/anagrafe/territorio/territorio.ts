import { chiaveDelNome } from './nomi.ts'
import { ALTRI_NOMI } from './stati.ts'
import type { Comune, Consolato, DatiTerritorio, Periodo, Stato } from './tipi.ts'

/** Why there is no answer: nothing of that name or code ever was; it was, but not then; two places answer to it. */
export type Motivo = 'mai esistito' | 'non a quella data' | 'ambiguo'

export interface DomandaComune {
  codiceIstat?: string | undefined
  /** As typed: capitals, accents, apostrophes of any kind; Italian, second or double name. */
  nome?: string | undefined
  sigla?: string | undefined
}

/** The reference data in memory. A day is AAAA-MM-GG; where only the month or the year is known, AAAA-MM or AAAA: then
 *  any day of it will do. */
export interface Territorio {
  /** True with the ministry's archive: earlier names, codes and provinces are known. Without it, "mai esistito" only
   *  means that the packages do not know it, and a sigla from before a province was born is let pass. */
  readonly storiaCompleta: boolean
  /** The one period that matches all that is asked, on that day. */
  comune(q: DomandaComune, il: string): Periodo | Motivo
  /** Everything that matches whatever the day: whose cadastral code may stand in a codice fiscale. */
  comuneQuandoCheSia(q: DomandaComune): Periodo[]
  /** By cadastral code, on a day. */
  comunePerCatastale(codice: string, il: string): Periodo | Motivo
  /** By our own id, on a day; with its whole history as `periodi`. */
  comunePerId(id: number): { comune: Comune; periodi: readonly Periodo[] } | undefined
  /** The comune that bears this ISTAT code now. */
  comuneAttivo(codiceIstat: string): Periodo | undefined
  comuniAttivi(): Periodo[]
  /** ISTAT's code of a former name (province + 500–620), not of a comune: EN347. The archive lists them; without it,
   *  any code of that range is taken for one. */
  èCodiceDiDenominazione(codiceIstat: string): boolean
  /** By ISTAT code (301) or the Agenzia delle Entrate's (Z200). */
  stato(codice: string, il: string): Stato | Motivo
  /** For births sent as 998 with the name of a state that is no more. */
  statoPerNome(nome: string, il: string): Stato | Motivo
  consolato(codice: string): Consolato | undefined
  /** The offices that serve who lives in a state or territory (ISTAT code). */
  consolatiPer(codiceIstat: string): readonly Consolato[]
  readonly dati: DatiTerritorio
}

/** Did it exist on that day, or on any day of that month or year? */
export const esisteva = (p: { dal: string; al: string | null }, il: string): boolean =>
  p.dal <= (il.length === 10 ? il : `${il}-99`) && (p.al === null || p.al >= il)

/** Builds the lookup: 40 ms for the archive's 19,000 periods; an answer takes 0.3 µs (Node 24, 2 shared cores). */
export function indicizza(dati: DatiTerritorio, storiaCompleta: boolean): Territorio {
  const perIstat = new Map<string, Periodo[]>()
  const perNome = new Map<string, Periodo[]>()
  const perCatastale = new Map<string, Periodo[]>()
  const perId = new Map<number, { comune: Comune; periodi: Periodo[] }>()
  const denominazioni = new Set<string>()
  const nateDa = new Map(dati.province.map(p => [p.sigla, p.nata_da]))
  const nomi = new Map<Periodo, ReadonlySet<string>>()
  for (const c of dati.comuni) {
    const periodi: Periodo[] = []
    perId.set(c.id, { comune: c, periodi })
    if (c.codice_catastale) perCatastale.set(c.codice_catastale, periodi)
  }
  for (const p of dati.periodi) {
    perId.get(p.comune)?.periodi.push(p)
    if (p.codice_istat) aggiungi(perIstat, p.codice_istat, p)
    if (p.cod_denom) denominazioni.add(p.cod_denom)
    const suoi = new Set(nomiDi(p).map(chiaveDelNome))
    nomi.set(p, suoi)
    for (const n of suoi) aggiungi(perNome, n, p)
  }

  const chiavi = new Map<string, string>()
  /** Names repeat: a file of 50,000 people has some thousand different ones. */
  const chiave = (nome: string) => {
    let k = chiavi.get(nome)
    if (k === undefined) {
      if (chiavi.size > 20_000) chiavi.clear()
      k = chiaveDelNome(nome)
      chiavi.set(nome, k)
    }
    return k
  }
  const nellaProvincia = (p: Periodo, sigla: string) =>
    p.provincia === sigla || (!storiaCompleta && nateDa.get(p.provincia)?.includes(sigla) === true)

  const adatti = (q: DomandaComune): { lista: readonly Periodo[]; vale: (p: Periodo) => boolean } => {
    const k = q.nome === undefined ? undefined : chiave(q.nome)
    const sigla = q.sigla?.trim().toUpperCase() || undefined
    const lista = (q.codiceIstat !== undefined ? perIstat.get(q.codiceIstat) : perNome.get(k ?? '')) ?? []
    const controllaNome = q.codiceIstat !== undefined && k !== undefined
    return {
      lista,
      vale: p => (!controllaNome || nomi.get(p)!.has(k!)) && (sigla === undefined || nellaProvincia(p, sigla)),
    }
  }

  const scegli = (lista: readonly Periodo[], il: string, vale?: (p: Periodo) => boolean): Periodo | Motivo => {
    let trovato: Periodo | undefined
    let mai = true
    for (const p of lista) {
      if (vale && !vale(p)) continue
      mai = false
      if (!esisteva(p, il)) continue
      if (trovato && trovato.comune !== p.comune) return 'ambiguo'
      trovato = p // in a year of which only the number is known, the later name
    }
    return trovato ?? (mai ? 'mai esistito' : 'non a quella data')
  }

  const statiPerCodice = new Map<string, Stato>()
  const statiPerNome = new Map<string, Stato>()
  for (const s of dati.stati) {
    if (s.codice_istat) statiPerCodice.set(s.codice_istat, s)
    if (s.codice_at) statiPerCodice.set(s.codice_at, s)
    for (const n of [s.nome, ...(ALTRI_NOMI[s.codice_at ?? ''] ?? [])]) statiPerNome.set(chiaveDelNome(n), s)
  }
  const vigente = (s: Stato | undefined, il: string): Stato | Motivo =>
    s ? (esisteva(s, il) ? s : 'non a quella data') : 'mai esistito'
  const consolati = new Map(dati.consolati.map(c => [c.codice, c]))
  const competenti = new Map<string, Consolato[]>()
  for (const c of dati.competenze) aggiungi(competenti, c.codice_istat, consolati.get(c.consolato)!)

  return {
    storiaCompleta,
    dati,
    comune(q, il) {
      const { lista, vale } = adatti(q)
      return scegli(lista, il, vale)
    },
    comuneQuandoCheSia(q) {
      const { lista, vale } = adatti(q)
      return lista.filter(vale)
    },
    comunePerCatastale: (codice, il) => scegli(perCatastale.get(codice) ?? [], il),
    comunePerId: id => perId.get(id),
    comuneAttivo: codice => perIstat.get(codice)?.find(p => p.al === null && !p.da_istituire),
    comuniAttivi: () => dati.periodi.filter(p => p.al === null && !p.da_istituire),
    èCodiceDiDenominazione: codice =>
      storiaCompleta ? denominazioni.has(codice) : /^\d{3}(5\d\d|6[01]\d|620)$/.test(codice) && !perIstat.has(codice),
    stato: (codice, il) => vigente(statiPerCodice.get(codice), il),
    statoPerNome: (nome, il) => vigente(statiPerNome.get(chiaveDelNome(nome)), il),
    consolato: codice => consolati.get(codice),
    consolatiPer: codice => competenti.get(codice) ?? [],
  }
}

function aggiungi<K, V>(m: Map<K, V[]>, k: K, v: V) {
  const lista = m.get(k)
  if (lista) lista.push(v)
  else m.set(k, [v])
}

/** All the names that a period answers to: official, as transliterated, second, both together, and the Italian half of
 *  a double one. */
function nomiDi(p: Periodo): string[] {
  if (p.altro_nome === null) return [p.nome, p.nome_traslitterato]
  const altro = p.altro_nome_traslitterato ?? p.altro_nome
  return [
    p.nome,
    p.nome_traslitterato,
    p.altro_nome,
    altro,
    p.nome + p.altro_nome,
    p.nome_traslitterato + altro,
    nomeItaliano(p),
  ]
}

/** The Italian name alone, where the official one already holds the second after a hyphen
 *  (Doberdò del Lago-Doberdob, San Giovanni di Fassa-Sèn Jan). */
export function nomeItaliano(p: Pick<Periodo, 'nome' | 'altro_nome'>): string {
  const coda = p.altro_nome === null ? '' : `-${p.altro_nome}`
  return coda !== '' && p.nome.endsWith(coda) ? p.nome.slice(0, -coda.length) : p.nome
}

/** As a page shows it: Bolzano/Bozen, but Sgonico-Zgonik once. */
export const nomeCompleto = (p: Pick<Periodo, 'nome' | 'altro_nome'>): string =>
  p.altro_nome === null || p.altro_nome === p.nome || nomeItaliano(p) !== p.nome ? p.nome : `${p.nome}/${p.altro_nome}`
