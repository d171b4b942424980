import { randomBytes } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import type { Read } from '../../db/index.ts'
import { type Elemento, FirmaError, figlio, leggi, leggiQuery } from '../../firma/index.ts'
import {
  credenzialiDemo,
  type Ente,
  type Federazione,
  type Fornitore,
  type Servizio,
  siglaDi,
} from '../../identita/index.ts'
import { STORIE } from '../storie/elenco.ts'
import { CASI } from './casi.ts'
import { dellIdentita, dellOperatore } from './idp.query.ts'
import { type PersonaIdp, SAML } from './messaggio.ts'
import { rispondi, type Timbri, type Timbro } from './risposta.ts'

/** The demo's providers, by the last part of their address. */
export const QUALI = ['spid', 'altro', 'eidas', 'cie'] as const
export type Quale = (typeof QUALI)[number]
export const federazioneDi = (q: Quale): Federazione => (q === 'cie' ? 'cie' : 'spid')

export interface OpzioniIdp {
  /** our public address, without final slash */
  readonly indirizzo: string
  /** where keys and certificates are kept: `DATA_DIR/certs` */
  readonly cartella: string
  readonly adesso: () => string
}

const ENTE = (nome: string): Ente => ({
  nome,
  mostrato: nome,
  sito: 'https://example.it',
  ipa: 'demo',
  belfiore: 'H501',
  localita: 'Roma',
  email: 'demo@example.it',
  telefono: undefined,
})

/** The demo's identity providers: keys, what the registry says of them, answers. */
export function idpDemo(o: OpzioniIdp) {
  const percorso = (q: Quale) => (q === 'spid' ? '/demo-idp' : `/demo-idp/${q}`)
  const entityId = (q: Quale) => o.indirizzo + percorso(q)
  const noti = new Map<string, Timbro>()
  /** Made when first asked for, and kept in files. */
  const timbro = (q: Quale | 'ignota'): Timbro => {
    const gia = noti.get(q)
    if (gia) return gia
    const { chiave, certificati } = credenzialiDemo(
      `${o.cartella}/idp-${q}`,
      q === 'ignota' ? `${o.indirizzo}/nessuno` : entityId(q),
      ENTE(`Gestore di prova ${q}`),
      o.adesso(),
    )
    const nuovo = { chiave, certificato: certificati[0]! }
    noti.set(q, nuovo)
    return nuovo
  }
  const timbri = (q: Quale): Timbri => ({
    propria: timbro(q),
    ignota: timbro('ignota'),
    altro: timbro(q === 'altro' ? 'spid' : 'altro'),
  })

  return {
    percorso,
    /** What the registry of a federation says of them. */
    fornitori: (federazione: Federazione, nomi: Readonly<Record<Quale, string>>): Fornitore[] =>
      QUALI.filter(q => federazioneDi(q) === federazione).map(q => ({
        federazione,
        entityId: entityId(q),
        sigla: siglaDi(`https://${q === 'spid' ? 'prova' : `prova-${q}`}`),
        nome: nomi[q],
        sso: entityId(q),
        slo: undefined,
        certificati: [timbro(q).certificato.raw.toString('base64')],
        eidas: q === 'eidas',
      })),
    rispondi: (q: Quale, servizio: Servizio, id: string, scelta: Scelta): string =>
      rispondi(
        {
          federazione: federazioneDi(q),
          id,
          servizio: servizio.entityId,
          acs: servizio.acs,
          idp: entityId(q),
          livello: scelta.livello,
          persona: scelta.persona,
          adesso: o.adesso(),
          eidas: q === 'eidas',
        },
        CASI.find(c => c.numero === scelta.caso) ?? CASI[0]!,
        timbri(q),
        () => `_${randomBytes(16).toString('hex')}`,
      ),
  }
}
export type Idp = ReturnType<typeof idpDemo>

export interface Scelta {
  readonly persona: PersonaIdp
  readonly livello: 1 | 2 | 3
  /** number of the case; good unless one of the list */
  readonly caso: string
}

/** An AuthnRequest that came to a provider. */
export interface DomandaRicevuta {
  readonly id: string
  readonly servizio: Servizio
  readonly livello: 1 | 2 | 3
}

/** The request in a query string, if one of the services signed it. */
export function domandaIn(query: string, servizi: readonly Servizio[]): DomandaRicevuta | undefined {
  for (const servizio of servizi) {
    const campo = leggiQuery(
      query,
      servizio.certificati.map(c => c.publicKey),
    )?.get('SAMLRequest')
    if (!campo) continue
    try {
      const e = leggi(inflateRawSync(Buffer.from(campo, 'base64'), { maxOutputLength: 100_000 }))
      const id = e.attributi.get('ID')
      if (e.nome !== 'AuthnRequest' || !id || figlio(e, 'Issuer', SAML)?.testo !== servizio.entityId) continue
      return { id, servizio, livello: livelloIn(e) }
    } catch (err) {
      if (!(err instanceof FirmaError || err instanceof RangeError || (err as { code?: string }).code)) throw err
    }
  }
  return undefined
}

function livelloIn(e: Elemento): 1 | 2 | 3 {
  const n = Number(figlio(e, 'RequestedAuthnContext')?.figli[0]?.testo.at(-1))
  return n === 1 || n === 3 ? n : 2
}

/** Somebody whom no register has: her comune is not in yet, or she has no scheda. */
export const SENZA_SCHEDA = {
  nome: 'senza-scheda',
  persona: 'Carla Benassi',
  nascita: '1970-03-21',
  codiceFiscale: 'BNSCRL70C61H223R',
} as const
const PERSONE = [...STORIE, SENZA_SCHEDA]

/** The codice fiscale of a person of the list. */
export const codiceDiStoria = (nome: string | undefined): string | undefined =>
  PERSONE.find(p => p.nome === nome)?.codiceFiscale

const CF = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/
/** A codice fiscale as somebody typed it; undefined: it is none. */
export const codiceScritto = (testo: string): string | undefined => {
  const cf = testo.trim().toUpperCase()
  return CF.test(cf) ? cf : undefined
}

/** Of who is in no invented register. */
const NASCITA = '1980-01-01'
/** What the provider knows of somebody: from the invented register, from the stories, or made up. */
export async function personaDi(read: Read, codiceFiscale: string): Promise<PersonaIdp> {
  const p = await dellIdentita(read, codiceFiscale)
  // An identity has both names: who has none of one gets what the offices write.
  if (p) return { nome: p.nome || 'XXX', cognome: p.cognome || 'XXX', nascita: p.nascita, codiceFiscale }
  const o = await dellOperatore(read, codiceFiscale)
  if (o) return { nome: o.nome, cognome: o.cognome, nascita: NASCITA, codiceFiscale }
  const s = PERSONE.find(x => x.codiceFiscale === codiceFiscale)
  const [nome = 'Prova', ...cognome] = s?.persona.split(' ') ?? []
  return { nome, cognome: cognome.join(' ') || 'XXX', nascita: s?.nascita ?? NASCITA, codiceFiscale }
}
