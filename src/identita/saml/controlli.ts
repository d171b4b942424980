import type { Elemento, MotivoFirma } from '../../firma/index.ts'
import { att, attributi, benFatto, giu, quanteAsserzioni, vuoto } from './albero.ts'
import { codiceAnomalia } from './anomalie.ts'
import { BEARER, ENTITY, leggiIstante, SAML, SAMLP, SUCCESSO, TRANSIENT } from './nomi.ts'
import {
  ATTRIBUTI,
  ATTRIBUTI_EIDAS,
  CLASSI,
  type Federazione,
  type Fornitore,
  type Livello,
  type Richiesta,
  type Servizio,
} from './tipi.ts'

/** An answer under examination. */
export interface Esame {
  readonly servizio: Servizio
  /** The live request that it answers; undefined: none of ours. */
  readonly richiesta: Richiesta | undefined
  /** Who was asked; undefined with the request. */
  readonly fornitore: Fornitore | undefined
  /** ms */
  readonly adesso: number
  /** Why the strict reader did not take it. */
  readonly motivo: MotivoFirma | undefined
  /** The whole message: may only refuse. */
  readonly risposta: Elemento
  readonly rispostaFirmata: boolean
  /** From the signed bytes; an empty element where no assertion is signed. */
  readonly asserzione: Elemento
  readonly asserzioneFirmata: boolean
}

export interface Controllo {
  /** AgID's number of the case (spid-saml-check, spid-sp-test); AN… are ours. */
  readonly numero: string
  readonly cosa: string
  /** Only in this federation; absent: in both. */
  readonly solo?: Federazione
  readonly male: (e: Esame) => boolean
}

/** Clocks differ: by how much an instant may lie on the wrong side, ms. Ends of validity have no such grace. */
const SCARTO = 60_000

const no = (v: string | undefined) => v === undefined
const bianco = (v: string | undefined) => v !== undefined && v.trim() === ''
const testo = (e: Elemento | undefined) => e?.testo.trim()
const malScritto = (v: string | undefined) => leggiIstante(v) === undefined
const prima = (v: string | undefined, di: string | undefined) =>
  di !== undefined && (leggiIstante(v) ?? 0) < Date.parse(di) - SCARTO
const futuro = (v: string | undefined, e: Esame) => (leggiIstante(v) ?? 0) > e.adesso + SCARTO
const passato = (v: string | undefined, e: Esame) => (leggiIstante(v) ?? 0) <= e.adesso
const NCNAME = /^[A-Za-z_][\w.-]{0,255}$/

const R = (e: Esame, nome: string) => att(e.risposta, nome)
const emittente = (e: Esame) => giu(e.risposta, 'Issuer')
const stato = (e: Esame) => giu(e.risposta, 'Status')
const codice = (e: Esame) => giu(e.risposta, 'Status', 'StatusCode')
const fallita = (e: Esame) => att(codice(e), 'Value') !== SUCCESSO
const anomalia = (e: Esame) => (fallita(e) ? codiceAnomalia(e.risposta) : undefined)

const A = (e: Esame, nome: string) => att(e.asserzione, nome)
const soggetto = (e: Esame) => giu(e.asserzione, 'Subject')
const nome = (e: Esame) => giu(e.asserzione, 'Subject', 'NameID')
const conferma = (e: Esame) => giu(e.asserzione, 'Subject', 'SubjectConfirmation')
const dati = (e: Esame) => giu(e.asserzione, 'Subject', 'SubjectConfirmation', 'SubjectConfirmationData')
const garante = (e: Esame) => giu(e.asserzione, 'Issuer')
const condizioni = (e: Esame) => giu(e.asserzione, 'Conditions')
const pubblico = (e: Esame) => giu(e.asserzione, 'Conditions', 'AudienceRestriction')
const destinatario = (e: Esame) => giu(e.asserzione, 'Conditions', 'AudienceRestriction', 'Audience')
const autenticata = (e: Esame) => giu(e.asserzione, 'AuthnStatement')
const contesto = (e: Esame) => giu(e.asserzione, 'AuthnStatement', 'AuthnContext')
const classe = (e: Esame) => giu(e.asserzione, 'AuthnStatement', 'AuthnContext', 'AuthnContextClassRef')

/** The level that a class says; undefined: a class we do not know. */
export const livelloDi = (c: string | undefined): Livello | undefined => ([1, 2, 3] as const).find(l => CLASSI[l] === c)

/** Codice fiscale of a person, as SPID and CIE write it; omocodia puts letters for digits. */
export const TINIT = /^TINIT-[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/
const GIORNO = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const chiesti = (e: Esame) => (e.richiesta?.eidas ? ATTRIBUTI_EIDAS : ATTRIBUTI)
/** The value of an attribute; undefined where it is missing or blank. */
export const valore = (asserzione: Elemento, n: string): string | undefined =>
  attributi(asserzione).find(a => a.nome === n)?.valori[0] || undefined

// What the strict reader found, by the words of the list.
const motivo =
  (...m: readonly MotivoFirma[]) =>
  (e: Esame) =>
    e.motivo !== undefined && m.includes(e.motivo)

/**
 * The checks of an answer, in the order in which they are made; the first that says so refuses it. Envelope first, which
 * nobody needs to have signed and which can therefore only refuse; then the signatures; then the assertion, read from
 * its signed bytes.
 */
// biome-ignore format: a table
export const CONTROLLI: readonly Controllo[] = [
  { numero: 'AN01', cosa: 'a DOCTYPE or an entity', male: motivo('Doctype') },
  { numero: 'AN02', cosa: 'a processing instruction', male: motivo('Istruzione') },
  { numero: 'AN03', cosa: 'a comment inside a value', male: motivo('Commento') },
  { numero: 'AN04', cosa: 'more than 100 kB, 4,000 tags or 32 levels', male: motivo('TroppoGrande', 'TroppoProfondo') },
  { numero: 'AN05', cosa: 'an ID twice', male: motivo('IdRipetuto') },
  { numero: 'AN06', cosa: 'not XML in UTF-8 with one root', male: motivo('NonXml') },
  { numero: 'AN07', cosa: 'the root is not a Response of SAML 2.0', male: e => e.risposta.nome !== 'Response' || e.risposta.spazio !== SAMLP },

  { numero: '8', cosa: 'Response: ID empty', male: e => bianco(R(e, 'ID')) },
  { numero: '9', cosa: 'Response: ID missing', male: e => no(R(e, 'ID')) },
  { numero: 'AN08', cosa: 'Response: ID not a name', male: e => !NCNAME.test(R(e, 'ID') ?? '') },
  { numero: '10', cosa: 'Response: Version not 2.0', male: e => R(e, 'Version') !== '2.0' },
  { numero: '11', cosa: 'Response: IssueInstant empty', male: e => bianco(R(e, 'IssueInstant')) },
  { numero: '12', cosa: 'Response: IssueInstant missing', male: e => no(R(e, 'IssueInstant')) },
  { numero: '13', cosa: 'Response: IssueInstant badly written', male: e => malScritto(R(e, 'IssueInstant')) },
  { numero: '16', cosa: 'InResponseTo empty', male: e => bianco(R(e, 'InResponseTo')) },
  { numero: '17', cosa: 'Response: InResponseTo missing', male: e => no(R(e, 'InResponseTo')) },
  { numero: '18', cosa: 'Response: InResponseTo not a live request of ours', male: e => e.richiesta === undefined || R(e, 'InResponseTo') !== e.richiesta.id },
  { numero: '14', cosa: 'Response: IssueInstant before the request', male: e => prima(R(e, 'IssueInstant'), e.richiesta?.chiesta) },
  { numero: '15', cosa: 'Response: IssueInstant in the future', male: e => futuro(R(e, 'IssueInstant'), e) },
  { numero: '19', cosa: 'Response: Destination empty', male: e => bianco(R(e, 'Destination')) },
  { numero: '20', cosa: 'Response: Destination missing', male: e => no(R(e, 'Destination')) },
  { numero: '21', cosa: 'Response: Destination not our ACS', male: e => R(e, 'Destination') !== e.servizio.acs },
  { numero: '27', cosa: 'Response: Issuer empty', male: e => emittente(e) !== undefined && testo(emittente(e)) === '' },
  { numero: '28', cosa: 'Response: Issuer missing', male: e => emittente(e) === undefined },
  { numero: '29', cosa: 'Response: Issuer not the provider that was asked', male: e => testo(emittente(e)) !== e.fornitore?.entityId },
  { numero: '30', cosa: 'Response: Issuer Format other than entity (missing: fine, case 31)', male: e => ![undefined, ENTITY].includes(att(emittente(e), 'Format')) },
  { numero: '22', cosa: 'Status empty', male: e => vuoto(stato(e)) },
  { numero: '23', cosa: 'Status missing', male: e => stato(e) === undefined },
  { numero: '25', cosa: 'StatusCode missing', male: e => codice(e) === undefined },
  { numero: '24', cosa: 'StatusCode empty', male: e => !att(codice(e), 'Value')?.trim() },
  { numero: '104', cosa: 'anomaly 19: too many wrong credentials', male: e => anomalia(e) === 19 },
  { numero: '105', cosa: 'anomaly 20: no credentials of the level', male: e => anomalia(e) === 20 },
  { numero: '106', cosa: 'anomaly 21: time ran out', male: e => anomalia(e) === 21 },
  { numero: '107', cosa: 'anomaly 22: consent denied', male: e => anomalia(e) === 22 },
  { numero: '108', cosa: 'anomaly 23: identity suspended or revoked', male: e => anomalia(e) === 23 },
  { numero: '111', cosa: 'anomaly 25: the person cancelled', male: e => anomalia(e) === 25 },
  { numero: 'AN30', cosa: 'anomaly 30: not the kind of identity that was asked', male: e => anomalia(e) === 30 },
  { numero: '26', cosa: 'StatusCode not Success', male: fallita },
  { numero: '112', cosa: 'Response: an element that has no place there (113 too)', male: e => !benFatto(e.risposta, [`{${SAML}}Assertion`]) && quanteAsserzioni(e.risposta) < 2 && !giu(e.risposta, 'EncryptedAssertion') },
  { numero: 'AN09', cosa: 'an encrypted assertion', male: e => giu(e.risposta, 'EncryptedAssertion') !== undefined },
  { numero: '32', cosa: 'Success without Assertion', male: e => quanteAsserzioni(e.risposta) === 0 },
  { numero: 'xsw', cosa: 'signature wrapping: more than one assertion, or not where it belongs (xsw1–8)', male: e => quanteAsserzioni(e.risposta) !== 1 || giu(e.risposta, 'Assertion') === undefined },
  { numero: '33', cosa: 'Assertion: ID empty', male: e => bianco(att(giu(e.risposta, 'Assertion'), 'ID')) },

  { numero: 'xslt', cosa: 'an algorithm or a transform that we do not allow', male: motivo('AlgoritmoVietato') },
  { numero: 'AN10', cosa: 'a signature that is misplaced, malformed, or refers to another element', male: motivo('FirmaFuoriPosto', 'FirmaMalformata', 'RiferimentoAltrove') },
  { numero: '4', cosa: 'signed with a key that is not the provider’s (5, 100 too), or not what was signed', male: e => e.motivo !== undefined },
  { numero: '2', cosa: 'nothing signed', male: e => !e.rispostaFirmata && !e.asserzioneFirmata },
  { numero: '3', cosa: 'Response signed, Assertion not', male: e => !e.asserzioneFirmata },

  { numero: '34', cosa: 'Assertion: ID missing', male: e => no(A(e, 'ID')) },
  { numero: 'AN11', cosa: 'Assertion: ID not a name', male: e => !NCNAME.test(A(e, 'ID') ?? '') },
  { numero: '35', cosa: 'Assertion: Version not 2.0', male: e => A(e, 'Version') !== '2.0' },
  { numero: '36', cosa: 'Assertion: IssueInstant empty', male: e => bianco(A(e, 'IssueInstant')) },
  { numero: '37', cosa: 'Assertion: IssueInstant missing', male: e => no(A(e, 'IssueInstant')) },
  { numero: '38', cosa: 'Assertion: IssueInstant badly written', male: e => malScritto(A(e, 'IssueInstant')) },
  { numero: '39', cosa: 'Assertion: IssueInstant before the request', male: e => prima(A(e, 'IssueInstant'), e.richiesta?.chiesta) },
  { numero: '40', cosa: 'Assertion: IssueInstant in the future', male: e => futuro(A(e, 'IssueInstant'), e) },
  { numero: '41', cosa: 'Subject empty', male: e => vuoto(soggetto(e)) },
  { numero: '42', cosa: 'Subject missing', male: e => soggetto(e) === undefined },
  { numero: '43', cosa: 'NameID empty', male: e => testo(nome(e)) === '' },
  { numero: '44', cosa: 'NameID missing', male: e => nome(e) === undefined },
  { numero: '45', cosa: 'NameID: Format empty', male: e => bianco(att(nome(e), 'Format')) },
  { numero: '46', cosa: 'NameID: Format missing', male: e => no(att(nome(e), 'Format')) },
  { numero: '47', cosa: 'NameID: Format not transient', male: e => att(nome(e), 'Format') !== TRANSIENT },
  { numero: '48', cosa: 'NameID: NameQualifier empty', male: e => bianco(att(nome(e), 'NameQualifier')) },
  { numero: '49', cosa: 'NameID: NameQualifier missing', male: e => no(att(nome(e), 'NameQualifier')) },
  { numero: '51', cosa: 'SubjectConfirmation empty', male: e => vuoto(conferma(e)) },
  { numero: '52', cosa: 'SubjectConfirmation missing', male: e => conferma(e) === undefined },
  { numero: '53', cosa: 'SubjectConfirmation: Method empty', male: e => bianco(att(conferma(e), 'Method')) },
  { numero: '54', cosa: 'SubjectConfirmation: Method missing', male: e => no(att(conferma(e), 'Method')) },
  { numero: '55', cosa: 'SubjectConfirmation: Method not bearer', male: e => att(conferma(e), 'Method') !== BEARER },
  { numero: '56', cosa: 'SubjectConfirmationData missing', male: e => dati(e) === undefined },
  { numero: '57', cosa: 'confirmation: Recipient empty', male: e => bianco(att(dati(e), 'Recipient')) },
  { numero: '58', cosa: 'confirmation: Recipient missing', male: e => no(att(dati(e), 'Recipient')) },
  { numero: '59', cosa: 'confirmation: Recipient not our ACS', male: e => att(dati(e), 'Recipient') !== e.servizio.acs },
  { numero: '60', cosa: 'confirmation: InResponseTo empty', male: e => bianco(att(dati(e), 'InResponseTo')) },
  { numero: '61', cosa: 'confirmation: InResponseTo missing', male: e => no(att(dati(e), 'InResponseTo')) },
  { numero: '62', cosa: 'confirmation: InResponseTo not the request', male: e => att(dati(e), 'InResponseTo') !== e.richiesta?.id },
  { numero: '63', cosa: 'confirmation: NotOnOrAfter empty', male: e => bianco(att(dati(e), 'NotOnOrAfter')) },
  { numero: '64', cosa: 'confirmation: NotOnOrAfter missing', male: e => no(att(dati(e), 'NotOnOrAfter')) },
  { numero: '65', cosa: 'confirmation: NotOnOrAfter badly written', male: e => malScritto(att(dati(e), 'NotOnOrAfter')) },
  { numero: '66', cosa: 'confirmation: NotOnOrAfter past', male: e => passato(att(dati(e), 'NotOnOrAfter'), e) },
  { numero: '67', cosa: 'Assertion: Issuer empty', male: e => testo(garante(e)) === '' },
  { numero: '68', cosa: 'Assertion: Issuer missing', male: e => garante(e) === undefined },
  { numero: '69', cosa: 'Assertion: Issuer not the provider that was asked', male: e => testo(garante(e)) !== e.fornitore?.entityId },
  { numero: '70', cosa: 'Assertion: Issuer Format empty', solo: 'spid', male: e => bianco(att(garante(e), 'Format')) },
  { numero: '71', cosa: 'Assertion: Issuer Format missing', solo: 'spid', male: e => no(att(garante(e), 'Format')) },
  { numero: '72', cosa: 'Assertion: Issuer Format not entity', male: e => ![undefined, '', ENTITY].includes(att(garante(e), 'Format')) },
  { numero: '73', cosa: 'Conditions empty', male: e => vuoto(condizioni(e)) },
  { numero: '74', cosa: 'Conditions missing', male: e => condizioni(e) === undefined },
  { numero: '75', cosa: 'Conditions: NotBefore empty', male: e => bianco(att(condizioni(e), 'NotBefore')) },
  { numero: '76', cosa: 'Conditions: NotBefore missing', male: e => no(att(condizioni(e), 'NotBefore')) },
  { numero: '77', cosa: 'Conditions: NotBefore badly written', male: e => malScritto(att(condizioni(e), 'NotBefore')) },
  { numero: '78', cosa: 'Conditions: NotBefore in the future', male: e => futuro(att(condizioni(e), 'NotBefore'), e) },
  { numero: '79', cosa: 'Conditions: NotOnOrAfter empty', male: e => bianco(att(condizioni(e), 'NotOnOrAfter')) },
  { numero: '80', cosa: 'Conditions: NotOnOrAfter missing', male: e => no(att(condizioni(e), 'NotOnOrAfter')) },
  { numero: '81', cosa: 'Conditions: NotOnOrAfter badly written', male: e => malScritto(att(condizioni(e), 'NotOnOrAfter')) },
  { numero: '82', cosa: 'Conditions: NotOnOrAfter past', male: e => passato(att(condizioni(e), 'NotOnOrAfter'), e) },
  { numero: '83', cosa: 'AudienceRestriction empty', male: e => vuoto(pubblico(e)) },
  { numero: '84', cosa: 'AudienceRestriction missing', male: e => pubblico(e) === undefined },
  { numero: '85', cosa: 'Audience empty', male: e => testo(destinatario(e)) === '' },
  { numero: '86', cosa: 'Audience missing', male: e => destinatario(e) === undefined },
  { numero: '87', cosa: 'Audience not our entityID', male: e => testo(destinatario(e)) !== e.servizio.entityId },
  { numero: '88', cosa: 'AuthnStatement empty', male: e => autenticata(e) !== undefined && autenticata(e)!.figli.length === 0 && autenticata(e)!.attributi.size === 0 },
  { numero: '89', cosa: 'AuthnStatement missing', male: e => autenticata(e) === undefined },
  { numero: '91', cosa: 'AuthnContext missing', male: e => contesto(e) === undefined },
  { numero: '90', cosa: 'AuthnContext empty', male: e => vuoto(contesto(e)) },
  { numero: '93', cosa: 'AuthnContextClassRef missing', male: e => classe(e) === undefined },
  { numero: '92', cosa: 'AuthnContextClassRef empty', male: e => testo(classe(e)) === '' },
  { numero: '97', cosa: 'class that is not one of the three levels', male: e => livelloDi(testo(classe(e))) === undefined },
  { numero: '94', cosa: 'class below the level that was asked (95, 96: the same judgement)', male: e => (livelloDi(testo(classe(e))) ?? 0) < (e.richiesta?.livello ?? 3) },
  { numero: 'AN12', cosa: 'AuthnInstant missing or badly written', male: e => malScritto(att(autenticata(e), 'AuthnInstant')) },
  { numero: '98', cosa: 'AttributeStatement missing or without Attribute', male: e => attributi(e.asserzione).length === 0 },
  { numero: '99', cosa: 'Attribute without a value', male: e => attributi(e.asserzione).some(a => !a.valori[0]) },
  { numero: '103', cosa: 'not all the attributes that were asked', male: e => chiesti(e).some(n => valore(e.asserzione, n) === undefined) },
  { numero: 'AN13', cosa: 'an attribute twice', male: e => new Set(attributi(e.asserzione).map(a => a.nome)).size < attributi(e.asserzione).length },
  { numero: 'AN14', cosa: 'fiscalNumber that is not TINIT- and a codice fiscale', male: e => !e.richiesta?.eidas && !TINIT.test(valore(e.asserzione, 'fiscalNumber') ?? '') },
  { numero: 'AN15', cosa: 'dateOfBirth that is not a day', male: e => !GIORNO.test(valore(e.asserzione, 'dateOfBirth') ?? '') },
  { numero: 'AN16', cosa: 'Assertion: an element that has no place there, or one too many (two Conditions, several Audiences)', male: e => !benFatto(e.asserzione) },
]

/** The first check that refuses an answer; undefined: it is good. */
export const rifiutata = (e: Esame, controlli: readonly Controllo[] = CONTROLLI): Controllo | undefined =>
  controlli.find(c => (c.solo === undefined || c.solo === e.servizio.federazione) && c.male(e))
