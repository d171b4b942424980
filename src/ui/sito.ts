import type { Testi } from './testi/it.ts'

/** What every page needs to know about the site it stands in. Made once at the start, handed on as data. */
export interface Sito {
  testi: Testi
  /** Scale of the demo (1000: one invented person stands for a thousand); undefined on a real register. */
  demo: { scala: number } | undefined
  /** Address under which the public sees the site, without a final slash; undefined: no canonical links. */
  indirizzo?: string
  /** This instant, ISO 8601: whether the helpdesk answers now. */
  adesso: () => string
  /** From a logical name (`stile.css`) to the address of the built file; throws where it was not built. */
  risorsa: (nome: string) => string
}
