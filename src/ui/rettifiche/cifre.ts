import { intero, percento } from '../numeri.ts'
import type { Testi } from '../testi/it.ts'

/** Requests of correction of a territory, as `statistiche` counts them. */
export interface CifreRettifiche {
  readonly chiave: string | null
  readonly nome: string | null
  readonly altro: string | null
  readonly ricevute: number
  readonly aperte: number
  readonly in_lavorazione: number
  readonly sospese: number
  readonly integrate: number
  readonly accolte: number
  readonly respinte: number
  readonly irricevibili: number
  readonly ritirate: number
  readonly prorogate: number
  readonly scadute: number
  readonly eta_7: number
  readonly eta_15: number
  readonly eta_30: number
  readonly eta_90: number
  readonly eta_oltre: number
  readonly risposte: number
  readonly nel_mese: number
  readonly mediana: number | null
  readonly massima: number | null
  readonly ferma: number | null
}
export type LivelloRettifiche = 'regione' | 'prefettura' | 'comune'

export const inCorso = (r: CifreRettifiche): number => r.aperte + r.in_lavorazione + r.sospese + r.integrate
const quota = (parte: number, di: number) => (di === 0 ? null : parte / di)

/** The columns by which territories are compared. `quota`: a share, which the table writes in per cent; null: nothing to
 *  compute it of. */
export const COLONNE = [
  { id: 'ricevute', valore: r => r.ricevute },
  { id: 'inCorso', valore: inCorso },
  { id: 'scadute', valore: r => r.scadute },
  { id: 'ferma', valore: r => r.ferma },
  { id: 'risposte', valore: r => r.risposte },
  { id: 'nelMese', valore: r => quota(r.nel_mese, r.risposte), quota: true },
  { id: 'mediana', valore: r => r.mediana },
  { id: 'massima', valore: r => r.massima },
  { id: 'prorogate', valore: r => quota(r.prorogate, r.ricevute), quota: true },
  { id: 'irricevibili', valore: r => quota(r.irricevibili, r.risposte), quota: true },
  { id: 'respinte', valore: r => quota(r.respinte, r.risposte), quota: true },
] as const satisfies readonly {
  id: Exclude<keyof Testi['rettifiche']['colonne'], 'nome'>
  valore: (r: CifreRettifiche) => number | null
  quota?: true
}[]
type Colonna = (typeof COLONNE)[number]
export type OrdineRettifiche = 'nome' | Colonna['id']

/** As the table sorts: whoever is most behind comes first. */
export interface OrdineTerritori {
  per: OrdineRettifiche
  alContrario: boolean
}
export const PRIMA_GLI_SCADUTI: OrdineTerritori = { per: 'scadute', alContrario: true }

/** Reads `?ordina=-scadute`; what is no column sorts as if nothing had been asked. */
export function leggiOrdineRettifiche(v: unknown): OrdineTerritori {
  if (typeof v !== 'string') return PRIMA_GLI_SCADUTI
  const alContrario = v.startsWith('-')
  const per = alContrario ? v.slice(1) : v
  if (per !== 'nome' && !COLONNE.some(c => c.id === per)) return PRIMA_GLI_SCADUTI
  return { per: per as OrdineRettifiche, alContrario }
}

/** By a column; equals by name, and who has no value last. */
export function ordinaRettifiche<R extends CifreRettifiche>(righe: readonly R[], o: OrdineTerritori): R[] {
  const perNome = (a: R, b: R) => (a.nome ?? '').localeCompare(b.nome ?? '', 'it')
  const verso = o.alContrario ? -1 : 1
  const colonna = COLONNE.find(c => c.id === o.per)
  if (!colonna) return righe.toSorted((a, b) => verso * perNome(a, b))
  return righe.toSorted((a, b) => {
    const [x, y] = [colonna.valore(a), colonna.valore(b)]
    if (x === null || y === null) return x === y ? perNome(a, b) : x === null ? 1 : -1
    return verso * (x - y) || perNome(a, b)
  })
}

/** A cell as it is read: a dash where there is nothing to say. */
export const scritta = (c: Colonna, r: CifreRettifiche): string => {
  const v = c.valore(r)
  if (v === null) return '–'
  return 'quota' in c ? (percento(v, 1) ?? '–') : intero(v)
}

/** Rows for a CSV: words at the head, shares in per cent with two decimals and a point, as a program reads them.
 *  @param luogo columns that say which territory a row is */
export function foglioRettifiche<R extends CifreRettifiche>(
  righe: readonly R[],
  t: Testi['rettifiche'],
  luogo: readonly { testo: string; valore: (r: R) => string | null }[],
): (string | number | null)[][] {
  return [
    [
      ...luogo.map(l => l.testo),
      ...COLONNE.map(c => ('quota' in c ? `${t.colonne[c.id]} (%)` : t.colonne[c.id])),
      ...GREZZE,
    ],
    ...righe.map(r => [
      ...luogo.map(l => l.valore(r)),
      ...COLONNE.map(c => {
        const v: number | null = c.valore(r)
        return v !== null && 'quota' in c ? (100 * v).toFixed(2) : v
      }),
      ...GREZZE.map(g => r[g]),
    ]),
  ]
}
/** Counts that a share alone does not give back. */
const GREZZE = [
  'aperte',
  'in_lavorazione',
  'sospese',
  'integrate',
  'accolte',
  'respinte',
  'irricevibili',
  'ritirate',
  'prorogate',
  'nel_mese',
  'eta_7',
  'eta_15',
  'eta_30',
  'eta_90',
  'eta_oltre',
] as const
