import type { Cifra, Db, Tx } from '../../db/index.ts'
import type { Identificata } from '../tipi.ts'
import { att } from './albero.ts'
import type { Anomalia } from './anomalie.ts'
import { contaRisposte } from './conta.ts'
import { perEntityId, perSigla } from './fornitori.query.ts'
import { authnRequest, versoFornitore } from './richiesta.ts'
import { altraRisposta, apriRichiesta, consuma, richiestaViva } from './richieste.query.ts'
import { decodifica, type Esito, esamina, type Lettura, segni, sfoglia } from './risposta.ts'
import type { Federazione, Fornitore, Richiesta, Servizio } from './tipi.ts'
import { scriviTraccia } from './tracce.query.ts'
import { conserva } from './tracce.ts'

export interface OpzioniSaml {
  readonly db: Db
  /** undefined: this way in is not set up */
  readonly servizi: Readonly<Record<Federazione, Servizio | undefined>>
  readonly cifra: Cifra
  /** Ends a way in: gives the path to send the browser to. */
  readonly lasciaEntrare: (tx: Tx, i: Identificata, browser: string, ora: string) => Promise<string>
  readonly adesso: () => string
  readonly oggi: () => string
}

/** What the person sees of an answer. */
export type Concluso =
  | { readonly vai: string }
  | {
      /** of the check that refused it */
      readonly numero: string
      readonly anomalia: Anomalia | undefined
      /** the code that the provider gave, if it is an error answer */
      readonly codice: number | undefined
      /** ID of the live request, for the log */
      readonly richiesta: string | undefined
    }

/** For how long a login may be answered, ms. */
const VALE = 20 * 60_000
/** Of how many answers to a login the text is kept. */
const CONSERVATE = 3
const NIENTE = { anomalia: undefined, codice: undefined, richiesta: undefined }
const MIO = /^_[0-9a-f]{40}$/

/** SPID and CIE, from the choice of a provider to who came in. */
export function saml(o: OpzioniSaml) {
  const { db, cifra } = o
  const conteggio = contaRisposte(db, o.oggi)

  const traccia = (tx: Tx, tipo: 'Q' | 'R', r: Richiesta, messaggio: Uint8Array, altro: object = {}) =>
    scriviTraccia(tx, {
      avvenuta: o.adesso(),
      federazione: r.federazione,
      tipo,
      richiesta: r.id,
      fornitore: r.fornitore,
      ...altro,
      dati: conserva(cifra, tipo, r.id, messaggio),
    })

  /** The live request that an answer names, with the provider that was asked. */
  async function chiesta(federazione: Federazione, lettura: Lettura) {
    const id = att(lettura.risposta, 'InResponseTo')
    if (!id || !MIO.test(id)) return undefined
    const r = await richiestaViva(db, federazione, id, o.adesso())
    const f = r && (await perEntityId(db, federazione, r.fornitore))
    return r && f && { richiesta: { ...r, eidas: f.eidas }, fornitore: f }
  }

  return {
    servizi: o.servizi,

    /** Begins a login. @param browser what binds it to this browser, to be compared when it comes back
     *  @returns the address to send it to; undefined: no such provider, or this way in is not set up */
    async avvia(federazione: Federazione, sigla: string, browser: string): Promise<string | undefined> {
      const s = o.servizi[federazione]
      const f: Fornitore | undefined = s && (await perSigla(db, federazione, sigla))
      if (!s || !f) return undefined
      const ora = o.adesso()
      const q = authnRequest(s, f, s.livello, ora)
      const r: Richiesta = {
        id: q.id,
        federazione,
        fornitore: f.entityId,
        chiesta: q.istante,
        livello: s.livello,
        eidas: f.eidas,
        nonce: browser,
      }
      await db.tx(async tx => {
        await apriRichiesta(tx, r, new Date(Date.parse(ora) + VALE).toISOString())
        await traccia(tx, 'Q', r, Buffer.from(q.xml))
      })
      return versoFornitore(s, f, q.xml)
    },

    /** Takes what was posted to the ACS. Whoever is let in, her request is used up in the same transaction.
     *  @param campo `SAMLResponse` as it came */
    async concludi(federazione: Federazione, campo: string | undefined): Promise<Concluso> {
      const s = o.servizi[federazione]
      const byte = s && decodifica(campo)
      if (!s || !byte) {
        conteggio.conta(federazione, 'AN06')
        return { ...NIENTE, numero: 'AN06' }
      }
      const lettura = sfoglia(byte)
      const c = await chiesta(federazione, lettura)
      const esito = esamina(
        byte,
        { servizio: s, richiesta: c?.richiesta, fornitore: c?.fornitore, adesso: Date.parse(o.adesso()) },
        lettura,
      )
      const finito = c ? await concludiViva(c.richiesta, byte, lettura, esito) : esito
      conteggio.conta(federazione, 'vai' in finito ? 'taken' : finito.buona ? '18' : finito.numero)
      if ('vai' in finito) return finito
      if (finito.buona) return { ...NIENTE, numero: '18' } // good for a request that is not ours: cannot be
      return { numero: finito.numero, anomalia: finito.anomalia, codice: finito.codice, richiesta: c?.richiesta.id }
    },

    ferma: conteggio.ferma,
    versaConteggi: conteggio.versa,
  }

  async function concludiViva(r: Richiesta, byte: Buffer, lettura: Lettura, esito: Esito) {
    const ora = o.adesso()
    const resta = { ...segni(lettura.risposta), esito: esito.buona ? 'taken' : esito.numero }
    return db.tx(async tx => {
      if (!esito.buona) {
        const quante = await altraRisposta(tx, r.id, ora)
        if (quante !== undefined && quante <= CONSERVATE) await traccia(tx, 'R', r, byte, resta)
        return esito
      }
      if (!(await consuma(tx, r.id, ora))) return { buona: false, numero: '18', anomalia: undefined } as const
      await traccia(tx, 'R', r, byte, resta)
      return { vai: await o.lasciaEntrare(tx, esito.identificata, r.nonce, ora) }
    })
  }
}
export type Saml = ReturnType<typeof saml>
