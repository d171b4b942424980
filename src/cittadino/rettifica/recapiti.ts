import type { Sessione } from '../../identita/index.ts'
import { domicili, email, recapitiDi, telefono } from '../../identita/index.ts'
import { NOTE, type Richiesta } from '../../richieste/index.ts'
import { intero, type Testi } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'

/** How she may be reached, by code of decode table 54; the fifth, domicilio digitale, comes from INAD and is not typed. */
export const TIPI = [
  { tipo: '1', tasti: 'email', leggi: email },
  { tipo: '2', tasti: 'email', leggi: email },
  { tipo: '3', tasti: 'tel', leggi: telefono },
  { tipo: '4', tasti: 'tel', leggi: telefono },
] as const
const DOMICILIO = '5'
export interface Recapito {
  readonly tipo: string
  readonly valore: string
}

/** Her domicilio digitale, where it is known. */
export async function domicilioDi(c: Contesto, s: Sessione): Promise<string | undefined> {
  if (s.codiceFiscale === undefined) return undefined
  const d = await domicili(c.db, c.profilo.inad, c)(s.utente, s.codiceFiscale)
  return ('domicilio' in d ? d.domicilio?.indirizzo : undefined) ?? undefined
}

/** What the form shows first: what the draft has; where nothing was said yet, the profile's. */
export async function scrittiPrima(c: Contesto, s: Sessione, bozza: Richiesta): Promise<Campi> {
  if (bozza.note !== null || bozza.recapiti.length > 0)
    return { ...Object.fromEntries(bozza.recapiti.map(r => [`r${r.tipo}`, r.valore])), note: bozza.note ?? '' }
  const suoi = await recapitiDi(c.db, s.utente, c.adesso())
  const di = (tipo: string) => suoi.find(r => r.tipo === tipo)?.valore ?? ''
  return { r1: di('email'), r3: di('telefono'), note: '' }
}

/** Reads the form. */
export function leggiRecapiti(
  m: Campi,
  domicilio: string | undefined,
  testi: Testi,
): { note: string; recapiti: readonly Recapito[] } | { guasti: Readonly<Record<string, string>> } {
  const guasti: Record<string, string> = {}
  const recapiti: Recapito[] = []
  for (const { tipo, leggi } of TIPI) {
    const scritto = (m[`r${tipo}`] ?? '').trim()
    if (scritto === '') continue
    const valore = leggi(scritto)
    if (valore === undefined) guasti[`r${tipo}`] = testi.rettifica.recapiti.errori[tipo] ?? ''
    else recapiti.push({ tipo, valore })
  }
  if (domicilio !== undefined) recapiti.push({ tipo: DOMICILIO, valore: domicilio })
  const note = (m.note ?? '').replaceAll('\r\n', '\n').trim()
  if (note.length > NOTE) guasti.note = testi.rettifica.dato.errori.lungo(intero(NOTE))
  return Object.keys(guasti).length > 0 ? { guasti } : { note, recapiti }
}
