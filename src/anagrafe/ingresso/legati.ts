import { campo } from '../../db/index.ts'
import type { Ingresso } from './ingresso.query.ts'
import { type GruppoInIngresso, riga, rigaCorpo, type SchedaInIngresso } from './righe.ts'

/** A comune's entry tied in memory: lines of COPY, as `versaLegati` writes them. */
export interface Legati {
  readonly schede: string
  readonly gruppi: string
  readonly unioni: string
  readonly idComune: string
}

/** The columns of `gruppo` that are known when it is read. */
const COLONNE = ['id', 'tipo', 'origine', 'motivo', 'specie', 'denominazione', 'coabitante', 'dati'] as const

/** Ties the persons, families and couples of a small entry without the database's help: to the same rows as `lega.sql`,
 *  `riversa_unioni.sql` and `responsabili.sql`, where nothing is to be found. @returns undefined where a check of the
 *  whole (`rilievi.sql`) may find something: then the long way knows what to do */
export function legaInMemoria(
  schede: readonly SchedaInIngresso[],
  gruppi: readonly GruppoInIngresso[],
  i: Ingresso,
): Legati | undefined {
  const persone = perLocale(schede)
  const famiglie = perLocale(gruppi)
  if (!persone || !famiglie) return
  const codici = schede.flatMap(s => (s.codice_fiscale === undefined ? [] : [[s.codice_fiscale, s.id] as const]))
  const perCodice = new Map(codici)
  if (perCodice.size < codici.length) return
  const membri = Map.groupBy(schede, s => (s.gruppo_locale === undefined ? undefined : famiglie.get(s.gruppo_locale)))
  if (membri.has(undefined)) return
  const id = (locale: string | undefined) => (locale === undefined ? undefined : persone.get(locale)?.id)
  const responsabili = new Map<GruppoInIngresso, number | undefined>()
  for (const g of gruppi) {
    const suoi = membri.get(g) ?? []
    const [capo, altro] = suoi.filter(s => Number(s.legame) === 1)
    const progressivi = suoi.flatMap(s => s.progressivo ?? [])
    if (altro || (g.genere === 'F' && suoi.length === 0) || suoi.some(s => s.gruppo_genere !== g.genere)) return
    if (g.responsabile ? capo && g.genere === 'C' : !capo) return
    if (new Set(progressivi.map(Number)).size < progressivi.length) return
    if (g.responsabile) responsabili.set(g, id(g.responsabile_locale) ?? perCodice.get(g.responsabile_cf ?? ''))
    else if (g.genere === 'C') responsabili.set(g, capo?.id)
  }
  const di = `\t${i.comune}\t${i.operazione}`
  return {
    schede: schede
      .map(s => {
        const g = famiglie.get(s.gruppo_locale!)!
        const coda = [g.id, g.tipo, s.legame, id(s.padre_locale), id(s.madre_locale)].map(campo).join('\t')
        return `${rigaCorpo(s).slice(0, -1)}${di}\t${coda}\n`
      })
      .join(''),
    gruppi: gruppi.map(g => `${riga(COLONNE, g)}${di}\t${campo(responsabili.get(g))}\n`).join(''),
    unioni: unioni(schede, id)
      .map(u => `${[u.tipo, u.id, u.altro, u.ordine, u.dal, u.al].map(campo).join('\t')}\t${i.operazione}\n`)
      .join(''),
    idComune: [...schede.map(s => ({ ...s, tipo: 'S' })), ...gruppi.map(g => ({ ...g, tipo: 'G' }))]
      .map(o => `${i.comune}\t${o.tipo}\t${campo(o.locale)}\t${o.id}\t${i.decorrenza}\n`)
      .join(''),
  }
}

/** By the comune's id; undefined where one is missing, is there twice, or was read with a finding. */
function perLocale<O extends { locale?: string | undefined; rilievi?: string | undefined }>(tutti: readonly O[]) {
  const mappa = new Map<string, O>()
  for (const o of tutti) {
    if (o.locale === undefined || o.rilievi !== undefined || mappa.has(o.locale)) return
    mappa.set(o.locale, o)
  }
  return mappa
}

interface Nominata {
  tipo: number
  id: number
  nomina: boolean
  altro: number | undefined
  ordine?: string | undefined
  dal: string | undefined
  al: string | undefined
}

/** One row for both partners: as `riversa_unioni.sql` says. */
function unioni(schede: readonly SchedaInIngresso[], id: (locale: string | undefined) => number | undefined) {
  const righe: Nominata[] = []
  const nomina = (
    tipo: number,
    s: SchedaInIngresso,
    locale: string | undefined,
    resto: Pick<Nominata, 'ordine' | 'dal' | 'al'>,
  ) => {
    const altro = id(locale)
    righe.push({ tipo, id: s.id, nomina: locale !== undefined, altro: altro === s.id ? undefined : altro, ...resto })
  }
  for (const s of schede) {
    if (s.coniuge) nomina(1, s, s.coniuge_locale, { ordine: s.coniuge_ordine, dal: s.coniuge_dal, al: s.coniuge_al })
    if (s.unito) nomina(2, s, s.unito_locale, { dal: s.unito_dal, al: s.unito_al })
    if (s.convivente) nomina(3, s, s.convivente_locale, { dal: s.convivente_dal, al: s.convivente_al })
  }
  const chiave = (tipo: number, di: number) => `${tipo} ${di}`
  const nominati = new Map(righe.map(n => [chiave(n.tipo, n.id), n]))
  /** of each, who names him first: schede come in the order of their ids */
  const primo = new Map<string, number>()
  for (const n of righe)
    if (n.altro !== undefined && !primo.has(chiave(n.tipo, n.altro))) primo.set(chiave(n.tipo, n.altro), n.id)
  return righe.flatMap(n => {
    const altro = n.altro === undefined ? undefined : nominati.get(chiave(n.tipo, n.altro))
    const aVicenda = altro?.altro === n.id
    if (aVicenda && altro.id < n.id) return []
    if (!n.nomina && primo.has(chiave(n.tipo, n.id))) return []
    const solo = altro?.nomina !== true && n.altro !== undefined && primo.get(chiave(n.tipo, n.altro)) === n.id
    return [{ ...n, altro: aVicenda || solo ? n.altro : undefined }]
  })
}
