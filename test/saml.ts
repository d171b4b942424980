// A service, its providers and their really signed answers, for tests and benches.
import { generateKeyPairSync, type KeyObject, type X509Certificate } from 'node:crypto'
import { CASI } from '../src/demo/idp/casi.ts'
import type { Domanda } from '../src/demo/idp/messaggio.ts'
import { rispondi, type Timbro } from '../src/demo/idp/risposta.ts'
import { certificato, OID } from '../src/firma/index.ts'
import type { Ente, Federazione, Fornitore, Livello, Richiesta, Servizio } from '../src/identita/saml/tipi.ts'

export const ADESSO = '2026-11-25T10:00:00Z'
export const BASE = 'https://anpr.example'
export const IDP = 'https://idp.example'

export function timbro(nome: string): Timbro & { chiave: KeyObject; certificato: X509Certificate } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    chiave: privateKey,
    certificato: certificato(privateKey, {
      soggetto: [[OID.commonName, nome]],
      dal: '2026-01-01T00:00:00Z',
      al: '2036-01-01T00:00:00Z',
    }),
  }
}

export const NOSTRO = timbro('ANPR')
export const TIMBRI = { propria: timbro('idp'), ignota: timbro('nobody'), altro: timbro('another idp') }

export const ENTE: Ente = {
  nome: "Ministero dell'Interno",
  mostrato: 'ANPR',
  sito: BASE,
  ipa: 'm_it',
  belfiore: 'H501',
  localita: 'Roma',
  email: 'anpr@example.it',
  telefono: '+390612345678',
}

export const servizio = (federazione: Federazione, livello: Livello = 2): Servizio => ({
  federazione,
  entityId: `${BASE}/${federazione}/metadata`,
  acs: `${BASE}/accesso/${federazione}/acs`,
  slo: `${BASE}/${federazione}/slo`,
  chiave: NOSTRO.chiave,
  certificati: [NOSTRO.certificato],
  ente: ENTE,
  livello,
})

export const fornitore = (federazione: Federazione, entityId = IDP, t: Timbro = TIMBRI.propria): Fornitore => ({
  federazione,
  entityId,
  sigla: entityId.replace('https://', '').replaceAll('.', '-'),
  nome: entityId,
  sso: `${entityId}/sso`,
  slo: `${entityId}/slo`,
  certificati: [t.certificato.raw.toString('base64')],
  eidas: false,
})

export const richiesta = (federazione: Federazione, altro: Partial<Richiesta> = {}): Richiesta => ({
  id: '_richiesta',
  federazione,
  fornitore: IDP,
  chiesta: '2026-11-25T09:58:00Z',
  livello: 2,
  eidas: false,
  nonce: 'nonce',
  ...altro,
})

export const GIULIA = { nome: 'Giulia', cognome: 'Fumagalli', nascita: '1979-05-14', codiceFiscale: 'FMGGLI79E54F205A' }

export const domanda = (r: Richiesta, altro: Partial<Domanda> = {}): Domanda => ({
  federazione: r.federazione,
  id: r.id,
  servizio: servizio(r.federazione).entityId,
  acs: servizio(r.federazione).acs,
  idp: r.fornitore,
  livello: 2,
  persona: GIULIA,
  adesso: ADESSO,
  ...altro,
})

let serie = 0
export const id = () => `_id${++serie}`

/** The answer of a case of the list, as text. */
export const risposta = (numero: string, r: Richiesta, altro: Partial<Domanda> = {}): string =>
  rispondi(domanda(r, altro), CASI.find(c => c.numero === numero)!, TIMBRI, id)
