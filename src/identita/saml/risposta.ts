import { type Elemento, FirmaError, figlio, LIMITI, leggi, leggiFirmato, type MotivoFirma } from '../../firma/index.ts'
import type { Identificata } from '../tipi.ts'
import { att, giu, VUOTO } from './albero.ts'
import { type Anomalia, codiceAnomalia, èAnomalia } from './anomalie.ts'
import { type Esame, livelloDi, rifiutata, valore } from './controlli.ts'
import { chiaviDi } from './fornitori.ts'
import { SAML, SAMLP } from './nomi.ts'
import type { Fornitore, Richiesta, Servizio } from './tipi.ts'

/** What became of an answer. `numero` is of the check that refused it. */
export type Esito =
  | { readonly buona: true; readonly identificata: Identificata }
  | {
      readonly buona: false
      readonly numero: string
      readonly anomalia: Anomalia | undefined
      readonly codice?: number
    }

/** An answer that could be read at all, with what we keep of it. */
export interface Lettura {
  readonly motivo: MotivoFirma | undefined
  readonly risposta: Elemento
}

const FIRMABILI = [`{${SAMLP}}Response`, `{${SAML}}Assertion`]
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/

/** The bytes of `SAMLResponse` as it was posted; undefined where it is not base64 or longer than we read. */
export function decodifica(campo: string | undefined): Buffer | undefined {
  if (!campo || campo.length > LIMITI.byte * 1.4 || !BASE64.test(campo)) return undefined
  return Buffer.from(campo, 'base64')
}

/** Reads an answer without believing it: only to find the request that it says it answers. */
export function sfoglia(byte: Uint8Array): Lettura {
  try {
    return { motivo: undefined, risposta: leggi(byte) }
  } catch (e) {
    if (!(e instanceof FirmaError)) throw e
    return { motivo: e.nome, risposta: VUOTO }
  }
}

/** Examines an answer.
 *  @param richiesta the live request that `InResponseTo` names, and the provider that it was sent to; keys are that
 *  provider's alone
 *  @param adesso ms */
export function esamina(
  byte: Uint8Array,
  o: { servizio: Servizio; richiesta: Richiesta | undefined; fornitore: Fornitore | undefined; adesso: number },
  lettura: Lettura = sfoglia(byte),
): Esito {
  const esame: Esame = { ...o, ...lettura, rispostaFirmata: false, asserzione: VUOTO, asserzioneFirmata: false }
  const e = o.fornitore && lettura.motivo === undefined ? conFirme(byte, esame, o.fornitore) : esame
  const c = rifiutata(e)
  if (!c) return { buona: true, identificata: identificata(e) }
  const n = codiceAnomalia(lettura.risposta)
  return {
    buona: false,
    numero: c.numero,
    anomalia: DELLA_PERSONA.has(c.numero) && èAnomalia(n) ? n : undefined,
    codice: n,
  }
}
const DELLA_PERSONA = new Set(['104', '105', '106', '107', '108', '111', 'AN30'])

function conFirme(byte: Uint8Array, esame: Esame, f: Fornitore): Esame {
  try {
    const { firmati } = leggiFirmato(byte, { chiavi: chiaviDi(f), firmabili: FIRMABILI })
    const busta = firmati.find(x => x.nome === 'Response')
    const asserzione = firmati.find(x => x.nome === 'Assertion')
    return {
      ...esame,
      risposta: busta ?? esame.risposta,
      rispostaFirmata: busta !== undefined,
      asserzione: asserzione ?? VUOTO,
      asserzioneFirmata: asserzione !== undefined,
    }
  } catch (err) {
    if (!(err instanceof FirmaError)) throw err
    return { ...esame, motivo: err.nome }
  }
}

/** Who came in, from an assertion that passed every check. */
function identificata(e: Esame): Identificata {
  const a = e.asserzione
  return {
    via: e.servizio.federazione,
    livello: livelloDi(giu(a, 'AuthnStatement', 'AuthnContext', 'AuthnContextClassRef')?.testo.trim())!,
    codiceFiscale: e.richiesta?.eidas ? undefined : valore(a, 'fiscalNumber')?.slice('TINIT-'.length),
    cognome: valore(a, 'familyName') ?? '',
    nome: valore(a, 'name') ?? '',
    nascita: valore(a, 'dateOfBirth'),
    fornitore: e.fornitore!.entityId,
    istante: att(giu(a, 'AuthnStatement'), 'AuthnInstant')!,
  }
}

/** What makes an answer findable later (SPID: identifiers and instants of Response and Assertion, subject). May come
 *  from an unsigned message: kept as said. */
export function segni(risposta: Elemento) {
  const a = figlio(risposta, 'Assertion', SAML) ?? VUOTO
  const nome = giu(a, 'Subject', 'NameID')
  const breve = (v: string | undefined) => v?.slice(0, 512).replaceAll('\0', '')
  return {
    risposta: breve(att(risposta, 'ID')),
    istante: breve(att(risposta, 'IssueInstant')),
    emittente: breve(giu(risposta, 'Issuer')?.testo.trim()),
    asserzione: breve(att(a, 'ID')),
    soggetto: breve(nome?.testo.trim()),
    qualificatore: breve(att(nome, 'NameQualifier')),
  }
}
