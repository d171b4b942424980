import { translittera } from './nomi.ts'
import { PROVINCE, prefetturaDi } from './province.ts'
import type { Periodo } from './tipi.ts'

/** A comune's id: its cadastral code as a number (A001 → 1, M439 → 12439), so that packages, archive and every
 *  database agree on it. After that it is just an id: should the code be corrected one day, the id stays. */
export const idDaCatastale = (codice: string): number =>
  (codice.charCodeAt(0) - 65) * 1000 + Number.parseInt(codice.slice(1), 10)

const REGIONE_DI = new Map(PROVINCE.map(p => [p.sigla, p.regione]))

/** A period's columns that follow from its others. */
export function periodo(p: {
  comune: number
  dal: string
  al: string | null
  codice_istat: string | null
  nome: string
  altro_nome: string | null
  provincia: string
}): Periodo {
  return {
    comune: p.comune,
    dal: p.dal,
    al: p.al,
    codice_istat: p.codice_istat,
    nome: p.nome,
    nome_traslitterato: translittera(p.nome),
    altro_nome: p.altro_nome,
    altro_nome_traslitterato: p.altro_nome === null ? null : translittera(p.altro_nome),
    provincia: p.provincia,
    regione: REGIONE_DI.get(p.provincia) ?? '00',
    prefettura: p.al === null ? prefetturaDi(p.provincia) : null,
    da_istituire: false,
    cod_denom: null,
    id_archivio: null,
  }
}
