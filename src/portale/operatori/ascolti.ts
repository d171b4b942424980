import type { X509Certificate } from 'node:crypto'
import type { Db } from '../../db/index.ts'
import { lasciaPassare, prendiPasso, type RifiutoCertificato, riconosciCertificato } from '../../identita/index.ts'
import type { EsitoIngressoOperatore } from '../../ui/index.ts'
import { type Ascolto, ascolto, type OpzioniAscolto } from '../accesso/ascolto.ts'

/** How what is wrong with a workstation's or a card's certificate is called in the texts (`ingresso.esiti`). */
const DETTO = {
  assente: 'assente',
  sconosciuto: 'sconosciuta',
  futuro: 'futura',
  scaduto: 'scaduta',
  'non-iscritto': 'non-iscritta',
  bloccato: 'bloccata',
} as const satisfies Record<RifiutoCertificato, string>

export interface OpzioniAscoltoOperatori
  extends Pick<OpzioniAscolto, 'chiave' | 'certificato' | 'indirizzo' | 'porta' | 'log'> {
  db: Db
  /** authorities that are believed here */
  emittenti(): readonly X509Certificate[]
  adesso: () => string
}

const ESITO = '/accesso/operatori/esito?codice='
const INCIAMPA = { dove: `${ESITO}non-riuscito`, log: 'a certificate of an office could not be judged' }

const rifiutata = (o: OpzioniAscoltoOperatori, codice: EsitoIngressoOperatore) => {
  o.log.info({ operatori: codice }, `who works in the register was refused: ${codice}`)
  return ESITO + codice
}
const creduti = (o: OpzioniAscoltoOperatori) => o.emittenti().map(e => e.toString())

/**
 * The listener for workstations: `GET /?da=<digest of the browser's nonce>`. Who comes with an enrolled one is sent on with a
 * one-time key: to the listener for smart cards, or (`&per=persona`) back to the portal, where a person has come in by SPID,
 * CIE or CNS.
 * @param o.carte address of the listener for smart cards, for the host by which the browser came
 */
export const ascoltoPostazioni = (
  o: OpzioniAscoltoOperatori & { carte: (host: string) => string },
): Promise<Ascolto> => {
  const entra = async (x: X509Certificate | undefined, host: string, browser: string, persona: boolean) => {
    const ora = o.adesso()
    const p = await riconosciCertificato(o.db, 'postazione', x, o.emittenti(), ora)
    if ('rifiuto' in p) return rifiutata(o, `postazione-${DETTO[p.rifiuto]}`)
    const { nome: postazione, comune_id: comune, prefettura } = p
    const prova = { passo: 'postazione', postazione, comune, prefettura } as const
    const chiave = await o.db.tx(tx => lasciaPassare(tx, prova, browser, ora))
    return `${persona ? '/accesso/operatori/persona' : `${o.carte(host)}/`}?chiave=${chiave}`
  }
  return ascolto({
    ...o,
    carte: false,
    creduti: () => creduti(o),
    legge(url) {
      const [, browser, persona] = /^\/\?da=([\w-]{43})(&per=persona)?$/.exec(url) ?? []
      return browser === undefined ? undefined : (x, host) => entra(x, host, browser, persona !== undefined)
    },
    inciampa: INCIAMPA,
  })
}

/** The listener for officers' smart cards: `GET /?chiave=<key from the workstation's listener>`. */
export const ascoltoCarte = (o: OpzioniAscoltoOperatori): Promise<Ascolto> => {
  const entra = async (x: X509Certificate | undefined, chiave: string) => {
    const ora = o.adesso()
    // The key is used up by the try, whatever card comes.
    const p = await o.db.tx(tx => prendiPasso(tx, 'postazione', chiave, ora))
    if (!p) return rifiutata(o, 'passo-non-valido')
    const c = await riconosciCertificato(o.db, 'carta', x, o.emittenti(), ora)
    if ('rifiuto' in c) return rifiutata(o, `carta-${DETTO[c.rifiuto]}`)
    if (c.operatore_bloccato || c.operatore === null) return rifiutata(o, 'operatore-bloccato')
    if (c.comune_id !== p.prova.comune || c.prefettura !== p.prova.prefettura) return rifiutata(o, 'altra-sede')
    const prova = { passo: 'carta', postazione: p.prova.postazione, operatore: c.operatore } as const
    return `/accesso/operatori/entra?chiave=${await o.db.tx(tx => lasciaPassare(tx, prova, p.browser, ora))}`
  }
  return ascolto({
    ...o,
    carte: true,
    creduti: () => creduti(o),
    legge(url) {
      const chiave = /^\/\?chiave=([\w-]{43})$/.exec(url)?.[1]
      return chiave === undefined ? undefined : x => entra(x, chiave)
    },
    inciampa: INCIAMPA,
  })
}
