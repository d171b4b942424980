import type { Read } from '../../db/index.ts'
import {
  comuni,
  type DelComune,
  type DelTerritorio,
  type RegioneRettifiche,
  regioni,
  regioniRettifiche,
} from '../../statistiche/index.ts'
import type { Testi } from '../../ui/index.ts'
import { type Cella, scriviCsv } from '../../web/index.ts'

export type NomeColonna = keyof Testi['esportazioni']['colonne']
export type NomeInsieme = keyof Testi['esportazioni']['insiemi']

/** 2021-04-08 → 08/04/2021, as the old spreadsheet wrote it */
const gg = (giorno: string | null): string | null => giorno?.split('-').reverse().join('/') ?? null

type Colonne<R> = Partial<Record<NomeColonna, (r: R) => Cella>>

const DEL_COMUNE = {
  Comune: c => c.nome,
  'Numero abitanti': c => (c.stato === 'in' ? c.residenti : c.attesi_residenti),
  'Data subentro': c => gg(c.ingresso),
  'Data prevista': c => gg(c.previsto),
  Provincia: c => c.provincia_nome,
  Regione: c => c.regione_nome,
  Prefettura: c => c.prefettura,
  'Codice Istat': c => c.codice_istat,
  'Codice catastale': c => c.codice_catastale,
  'Sigla provincia': c => c.provincia,
  'Codice Istat regione': c => c.regione,
  'Altra denominazione': c => c.altro_nome,
  AIRE: c => (c.stato === 'in' ? c.aire : c.attesi_aire),
  Famiglie: c => c.famiglie,
  Convivenze: c => c.convivenze,
  Ingresso: c => (c.per_variazione ? 'variazione' : 'subentro'),
} satisfies Colonne<DelComune>

const cittadini = {
  in: (r: DelTerritorio) => r.residenti_in + r.aire_in,
  pianificati: (r: DelTerritorio) => r.residenti_pianificati + r.aire_pianificati,
  fuori: (r: DelTerritorio) => r.residenti_fuori + r.aire_fuori,
  tutti: (r: DelTerritorio) => cittadini.in(r) + cittadini.pianificati(r) + cittadini.fuori(r),
}

const DELLA_REGIONE = {
  Regione: r => r.nome,
  'Codice Istat regione': r => r.codice,
  'Altra denominazione': r => r.altro_nome,
  'Cittadini in ANPR': cittadini.in,
  Cittadini: cittadini.tutti,
  Percentuale: r => (cittadini.tutti(r) > 0 ? ((100 * cittadini.in(r)) / cittadini.tutti(r)).toFixed(2) : null),
  'Comuni in ANPR': r => r.comuni_in,
  Comuni: r => r.comuni_in + r.comuni_pianificati + r.comuni_fuori,
  'Residenti in ANPR': r => r.residenti_in,
  'AIRE in ANPR': r => r.aire_in,
  Famiglie: r => r.famiglie_in,
  Convivenze: r => r.convivenze_in,
  'Cittadini pianificati': cittadini.pianificati,
  'Comuni pianificati': r => r.comuni_pianificati,
  'Cittadini non in ANPR': cittadini.fuori,
  'Comuni non in ANPR': r => r.comuni_fuori,
} satisfies Colonne<DelTerritorio>

const DELLE_RETTIFICHE = {
  Regione: r => r.nome,
  'Codice Istat regione': r => r.codice,
  'Richieste di rettifica': r => r.ricevute,
  Accolte: r => r.accolte,
  Respinte: r => r.respinte,
  Irricevibili: r => r.irricevibili,
  Ritirate: r => r.ritirate,
  'Entro un mese': r => r.nel_mese,
} satisfies Colonne<RegioneRettifiche>

type ColonnaComune = keyof typeof DEL_COMUNE
const DOVE = [
  'Provincia',
  'Regione',
  'Prefettura',
  'Codice Istat',
  'Codice catastale',
  'Sigla provincia',
  'Codice Istat regione',
  'Altra denominazione',
  'AIRE',
] as const satisfies readonly ColonnaComune[]

export interface Insieme {
  nome: NomeInsieme
  colonne: readonly NomeColonna[]
  righe: (read: Read, giorno: string) => Promise<Cella[][]>
}

const elenco = (nome: NomeInsieme, stato: DelComune['stato'], colonne: readonly ColonnaComune[]): Insieme => ({
  nome,
  colonne,
  righe: async (read, giorno) => (await comuni(read, { giorno, stato })).map(c => colonne.map(k => DEL_COMUNE[k](c))),
})

/** What can be taken away. Names and first eight columns of the first stay for ever: people's programs read them. */
export const INSIEMI: readonly Insieme[] = [
  elenco('comuni-in-anpr', 'in', [
    'Comune',
    'Numero abitanti',
    'Data subentro',
    ...DOVE,
    'Famiglie',
    'Convivenze',
    'Ingresso',
  ]),
  elenco('comuni-pianificati', 'pianificato', ['Comune', 'Numero abitanti', 'Data prevista', ...DOVE]),
  elenco('comuni-non-in-anpr', 'non_in', ['Comune', 'Numero abitanti', ...DOVE]),
  {
    nome: 'regioni',
    colonne: Object.keys(DELLA_REGIONE) as (keyof typeof DELLA_REGIONE)[],
    righe: async (read, giorno) =>
      (await regioni(read, giorno)).map(r =>
        Object.values(DELLA_REGIONE).map((di: (r: DelTerritorio) => Cella) => di(r)),
      ),
  },
  {
    nome: 'rettifiche',
    colonne: Object.keys(DELLE_RETTIFICHE) as (keyof typeof DELLE_RETTIFICHE)[],
    righe: async (read, giorno) =>
      (await regioniRettifiche(read, giorno)).map(r =>
        Object.values(DELLE_RETTIFICHE).map((di: (r: RegioneRettifiche) => Cella) => di(r)),
      ),
  },
]

/** Where a dataset is, for ever. */
export const indirizzo = (nome: NomeInsieme): string => `/opendata/${nome}.csv`

/** The dataset of a day as CSV, and how many rows it has without the header. */
export async function scriviInsieme(i: Insieme, read: Read, giorno: string): Promise<{ righe: number; testo: string }> {
  const righe = await i.righe(read, giorno)
  return { righe: righe.length, testo: scriviCsv([i.colonne, ...righe]) }
}
