import { type Cercata, perRicerca } from '../../anagrafe/index.ts'
import type { Testi } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'

type Errori = Testi['com']['schede']['errori']
/** What is wrong with a search, by field. */
export type GuastoRicerca = { readonly [campo: string]: string | undefined }

/** A day as people write it, or as a calendar field sends it: AAAA-MM-GG; undefined where it is none. */
export function giorno(testo: string): string | undefined {
  const [, g, m, a] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(testo.trim()) ?? []
  const iso = a ? `${a}-${m!.padStart(2, '0')}-${g!.padStart(2, '0')}` : testo.trim()
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(Date.parse(iso))) return undefined
  return new Date(iso).toISOString().startsWith(iso) ? iso : undefined
}

/** What a form looks for: the codice fiscale before the idANPR before the name. */
export function leggiRicerca(m: Campi, t: Errori): { cercata: Cercata } | { guasti: GuastoRicerca } {
  const detto = (campo: string) => (m[campo] ?? '').trim().slice(0, 100)
  const codiceFiscale = detto('codiceFiscale').toUpperCase().replace(/\s/g, '')
  if (codiceFiscale !== '') return { cercata: { codiceFiscale } }
  const idAnpr = detto('idAnpr').toUpperCase().replace(/\s/g, '')
  if (idAnpr !== '') return { cercata: { idAnpr } }
  const [cognome, nome, nascita] = [perRicerca(detto('cognome')), perRicerca(detto('nome')), detto('nascita')]
  if (cognome === '' && nome === '') return { guasti: { codiceFiscale: t.vuoto } }
  const il = nascita === '' ? null : giorno(nascita)
  if (il === undefined) return { guasti: { nascita: t.nascita } }
  return { cercata: { cognome, nome, nascita: il } }
}
