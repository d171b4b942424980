import { giornoDi } from '../../calendario/index.ts'
import type { Tx } from '../../db/index.ts'
import {
  ammesse,
  MOTIVI_PROROGA,
  type MossaFatta,
  muovi,
  nomeStato,
  proroga,
  prorogabileFinoAl,
  type Richiesta,
  RichiestaRifiutata,
} from '../../richieste/index.ts'
import type { Campi } from '../../web/index.ts'
import { muove, type Ufficiale } from '../contesto.ts'

/** What an officer can do with a request, in the order in which the page offers it; `note`: there is a field for them, which
 *  must be filled, or may. */
// biome-ignore format: a table
export const MOSSE = [
  { nome: 'prendi' },
  { nome: 'rimetti' },
  { nome: 'accogli',      note: 'facoltative', esiti: true },
  { nome: 'respingi',     note: 'richieste' },
  { nome: 'sospendi',     note: 'richieste' },
  { nome: 'irricevibile', note: 'richieste', motivo: 'irricevibile' },
  { nome: 'proroga',      note: 'richieste', motivo: 'proroga' },
] as const satisfies readonly {
  nome: string
  note?: 'richieste' | 'facoltative'
  esiti?: true
  motivo?: 'irricevibile' | 'proroga'
}[]
export type NomeMossa = (typeof MOSSE)[number]['nome']
export interface MossaOfferta {
  readonly nome: NomeMossa
  readonly note?: 'richieste' | 'facoltative'
  readonly esiti?: true
  /** which reasons there are to choose from, one of which must be */
  readonly motivo?: 'irricevibile' | 'proroga'
}

/** The moves that would be taken now. */
export function offerte(
  r: Richiesta & { inviata: string },
  mosse: readonly MossaFatta[],
  ora: { oggi: string; adesso: string },
): MossaOfferta[] {
  const possibili = ammesse(nomeStato(r), 'comune')
  const ultima = mosse.at(-1)
  return MOSSE.filter(m => {
    if (m.nome === 'proroga')
      return r.chiusa === null && r.proroghe === 0 && ora.oggi <= prorogabileFinoAl(giornoDi(r.inviata))
    const t = possibili.find(p => p.nome === m.nome)
    if (!t) return false
    const fino = t.entro === undefined ? undefined : Date.parse(ultima?.quando ?? r.inviata) + t.entro * 60_000
    return fino === undefined || Date.parse(ora.adesso) <= fino
  })
}

/** Moves a request as a form says. @throws RichiestaRifiutata */
export async function fai(
  tx: Tx,
  chi: Ufficiale,
  numero: string,
  m: { mossa: NomeMossa; campi: Campi; dati: readonly number[]; adesso: string },
): Promise<void> {
  const { mossa, campi, adesso } = m
  const note = campi.note?.replace(/\r\n/g, '\n').trim() || undefined
  if (mossa === 'proroga') {
    // The law's reason must be told here; P003 has no place for it, so the operation itself does without.
    const motivo = MOTIVI_PROROGA.find(v => v === campi.motivo)
    if (!motivo) throw new RichiestaRifiutata('MotivoMancante', { chiesta: 'proroga' })
    return void (await proroga(tx, muove(chi), numero, { adesso, note: note ?? '', motivo }))
  }
  const esiti = m.dati.map(n => {
    const detta = campi[`nota-${n}`]?.trim()
    return { n, esito: esitoDi(campi[`esito-${n}`]), ...(detta && { note: detta }) }
  })
  await muovi(tx, muove(chi), numero, {
    mossa,
    adesso,
    note,
    motivo: campi.motivo || undefined,
    ...(mossa === 'accogli' && { esiti }),
    viste: Number(campi.viste),
  })
}
const esitoDi = (v: string | undefined): 'accolto' | 'respinto' => (v === 'respinto' ? 'respinto' : 'accolto')

/** Was a form that is refused now carried out before? A second click, or the page sent again: the last move is this one, the
 *  same officer's, and the only one since the page was opened. */
export const giaFatta = (mosse: readonly MossaFatta[], chi: Ufficiale, mossa: string, viste: number): boolean => {
  const ultima = mosse.at(-1)
  return ultima?.mossa === mossa && ultima.chi === chi.operatore && ultima.n === viste + 1
}
