import type { X509Certificate } from 'node:crypto'
import type { Db } from '../../db/index.ts'
import {
  type Carta,
  type Emittente,
  giudica,
  lasciaEntrare,
  type RifiutoCarta,
  type Rigore,
  statoCarta,
} from '../../identita/index.ts'
import { type Ascolto, ascolto, type OpzioniAscolto } from './ascolto.ts'

export interface OpzioniCns extends Pick<OpzioniAscolto, 'chiave' | 'certificato' | 'indirizzo' | 'porta' | 'log'> {
  db: Db
  /** authorities whose cards are believed; read again by {@link Ascolto.rinnova} */
  emittenti(): Promise<readonly Emittente[]>
  rigore: Rigore
  adesso: () => string
}

/** The listener for cards of citizens: `GET /?da=<digest of the browser's nonce>` and nothing else. */
export async function ascoltoCns(o: OpzioniCns): Promise<Ascolto> {
  let creduti: readonly Emittente[] = []
  const entra = async (x: X509Certificate | undefined, browser: string): Promise<string> => {
    const ora = o.adesso()
    const esito = giudica(x, creduti, ora)
    if ('rifiuto' in esito) return rifiutata(esito.rifiuto)
    return o.db.tx(async tx => {
      const stato = await statoCarta(tx, esito, ora, o.rigore)
      if (stato === 'revocata') return rifiutata('cns-revocata')
      if (stato === 'ignota' && o.rigore.rifiuta) return rifiutata('cns-revoche-ignote')
      if (stato === 'ignota') o.log.warn({ cns: true, emittente: esito.emittente.nome }, 'no list of revoked cards')
      return lasciaEntrare(tx, provata(esito, ora), browser, ora)
    })
  }
  const rifiutata = (codice: RifiutoCarta) => {
    o.log.info({ cns: codice }, `a card was refused: ${codice}`)
    return `/accesso/esito?codice=${codice}`
  }
  return ascolto({
    ...o,
    carte: true,
    async creduti() {
      creduti = await o.emittenti()
      return creduti.map(e => e.certificato.toString())
    },
    legge(url) {
      const browser = /^\/\?da=([\w-]{43})$/.exec(url)?.[1]
      return browser === undefined ? undefined : x => entra(x, browser)
    },
    inciampa: { dove: '/accesso/esito?codice=non-riuscito', log: 'a card could not be judged' },
  })
}

const provata = (c: Carta, ora: string) => ({
  via: 'cns' as const,
  livello: 3 as const,
  codiceFiscale: c.codiceFiscale,
  cognome: c.cognome,
  nome: c.nome,
  nascita: undefined,
  fornitore: c.emittente.nome,
  istante: ora,
})
