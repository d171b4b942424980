import { Type as T } from 'typebox'
import type { IdComune } from '../motore/identificativi.query.ts'
import type { Contesto } from '../motore/operazione.ts'
import { testo } from './forme.ts'

/** Ids of the registering comune's own, in requests: it may give them to who enters it, and to the family. */

const LOCALE = T.Optional(testo(20))
export const ID_SOGGETTO = { idSoggettoComune: LOCALE }
export const ID_FAMIGLIA = { idFamigliaComune: LOCALE }

export const diScheda = (oggetto: string | undefined, locale: string | undefined): IdComune[] =>
  oggetto === undefined || locale === undefined ? [] : [{ tipo: 'S', oggetto, locale, unico: true }]
export function diGruppo(
  { b }: Contesto<unknown>,
  oggetto: string | null | undefined,
  locale: string | undefined,
): IdComune[] {
  if (!oggetto || locale === undefined) return []
  return [{ tipo: 'G', oggetto, locale, unico: b.gruppo(oggetto)?.tipo === 4 }]
}
/** Of those who move, each by herself, and the family that they are in afterwards. */
export const diChiSiSposta = (
  c: Contesto<{ idFamigliaComune?: string; soggetti: readonly { soggetto: string; idSoggettoComune?: string }[] }>,
): IdComune[] => [
  ...c.d.soggetti.flatMap(s => diScheda(s.soggetto, s.idSoggettoComune)),
  ...diGruppo(c, c.b.persona(c.d.soggetti[0]!.soggetto)?.gruppo_id, c.d.idFamigliaComune),
]
/** Of who is made or opened again by an iscrizione. */
export const diChiEntra = (
  c: Contesto<{ scheda?: string; idSoggettoComune?: string; idFamigliaComune?: string }>,
): IdComune[] => {
  const id = c.d.scheda ?? c.b.fatti('S')[0]
  return [...diScheda(id, c.d.idSoggettoComune), ...diGruppo(c, id && c.b.persona(id)?.gruppo_id, c.d.idFamigliaComune)]
}
