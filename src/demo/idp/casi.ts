// The bad answers of AgID's lists (spid-saml-check, spid-sp-test) and ours beside them: what is wrong in each.
import { type Domanda, type Nodo, nodo, tra, trova } from './messaggio.ts'

type Guasto = (radice: Nodo, d: Domanda) => void
/** Which of the two signatures are made, by whom. `altra`: a key that is not the provider's. */
export interface Firme {
  readonly risposta?: 'propria' | 'altra'
  readonly asserzione?: 'propria' | 'altra'
}

export interface Caso {
  readonly numero: string
  /** In SAML's own words, for developers. */
  readonly etichetta: string
  readonly guasti: readonly Guasto[]
  /** Both its own unless said. */
  readonly firme?: Firme
  /** What is done to the signed text, by name (`dopo.ts`). */
  readonly dopo?: string
}

const ENTRAMBE: Firme = { risposta: 'propria', asserzione: 'propria' }
const SOLO_ASSERZIONE: Firme = { asserzione: 'propria' }
const SOLO_RISPOSTA: Firme = { risposta: 'propria' }

const attributo =
  (percorso: string, nome: string, valore: string | undefined): Guasto =>
  radice => {
    trova(radice, percorso).qui.attributi[nome] = valore
  }
const via =
  (percorso: string): Guasto =>
  radice => {
    const { padre, qui } = trova(radice, percorso)
    padre!.figli = padre!.figli.filter(f => f !== qui)
  }
const svuota =
  (percorso: string): Guasto =>
  radice => {
    Object.assign(trova(radice, percorso).qui, { attributi: {}, figli: [], testo: '' })
  }
const testo =
  (percorso: string, valore: string): Guasto =>
  radice => {
    trova(radice, percorso).qui.testo = valore
  }
const doppio =
  (percorso: string, cambia: (n: Nodo) => void = () => {}): Guasto =>
  radice => {
    const { padre, qui } = trova(radice, percorso)
    const altro = structuredClone(qui)
    cambia(altro)
    padre!.figli.splice(padre!.figli.indexOf(qui) + 1, 0, altro)
  }
const minuti =
  (percorso: string, nome: string, n: number): Guasto =>
  (radice, d) => {
    trova(radice, percorso).qui.attributi[nome] = tra(d.adesso, n)
  }

const S = 'urn:oasis:names:tc:SAML:2.0:status:'
/** An error answer: no assertion, the number in the message. */
const errore = (n: number, sotto = 'AuthnFailed'): readonly Guasto[] => [
  via('Assertion'),
  radice => {
    trova(radice, 'Status').qui.figli = [
      nodo('samlp:StatusCode', { Value: `${S}Responder` }, [nodo('samlp:StatusCode', { Value: S + sotto })]),
      nodo('samlp:StatusMessage', {}, `ErrorCode nr${n}`),
    ]
  },
]

const SOG = 'Assertion/Subject'
const NID = `${SOG}/NameID`
const CON = `${SOG}/SubjectConfirmation`
const DAT = `${CON}/SubjectConfirmationData`
const COND = 'Assertion/Conditions'
const AUD = `${COND}/AudienceRestriction`
const AUT = 'Assertion/AuthnStatement'
const CTX = `${AUT}/AuthnContext`
const CLA = `${CTX}/AuthnContextClassRef`
const ATT = 'Assertion/AttributeStatement'
const CF = `${ATT}/Attribute[fiscalNumber]`
const ALTROVE = 'https://altrove.example/acs'
const ALTRO_IDP = 'https://altro.example'
const X509 = 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName'
const PASSATO = '2018-01-01T00:00:00Z'
const FUTURO = '2099-01-01T00:00:00Z'

const c = (
  numero: string,
  etichetta: string,
  guasti: Guasto | readonly Guasto[],
  firme?: Firme,
  dopo?: string,
): Caso => ({
  numero,
  etichetta,
  guasti: [guasti].flat(),
  firme,
  dopo,
})

// biome-ignore format: a table
export const CASI: readonly Caso[] = [
  c('1', 'good', []),
  c('1-NS', 'good, no SessionIndex', attributo(AUT, 'SessionIndex', undefined)),
  c('2', 'not signed', [], {}),
  c('3', 'Response signed, Assertion not', [], SOLO_RISPOSTA),
  c('4', 'signed by another key', [], { risposta: 'altra', asserzione: 'altra' }),
  c('5', 'signed by another key, its certificate in KeyInfo', [], { risposta: 'altra', asserzione: 'altra' }),
  c('8', 'Response/@ID = ""', attributo('', 'ID', ''), SOLO_ASSERZIONE),
  c('9', 'Response/@ID –', attributo('', 'ID', undefined), SOLO_ASSERZIONE),
  c('10', 'Response/@Version', attributo('', 'Version', '2.1')),
  c('11', 'Response/@IssueInstant = ""', attributo('', 'IssueInstant', '')),
  c('12', 'Response/@IssueInstant –', attributo('', 'IssueInstant', undefined)),
  c('13', 'Response/@IssueInstant ≠ dateTime', attributo('', 'IssueInstant', '2026-11-25')),
  c('14', 'Response/@IssueInstant 2018', attributo('', 'IssueInstant', PASSATO)),
  c('15', 'Response/@IssueInstant 2099', attributo('', 'IssueInstant', FUTURO)),
  c('16', '@InResponseTo = ""', [attributo('', 'InResponseTo', ''), attributo(DAT, 'InResponseTo', '')]),
  c('17', 'Response/@InResponseTo –', attributo('', 'InResponseTo', undefined)),
  c('18', 'Response/@InResponseTo ≠', attributo('', 'InResponseTo', '_sconosciuta')),
  c('19', 'Response/@Destination = ""', attributo('', 'Destination', '')),
  c('20', 'Response/@Destination –', attributo('', 'Destination', undefined)),
  c('21', 'Response/@Destination ≠', attributo('', 'Destination', ALTROVE)),
  c('22', 'Status = ""', svuota('Status')),
  c('23', 'Status –', via('Status')),
  c('24', 'StatusCode/@Value = ""', attributo('Status/StatusCode', 'Value', '')),
  c('25', 'StatusCode –', r => { trova(r, 'Status').qui.figli = [nodo('samlp:StatusMessage', {}, '-')] }),
  c('26', 'StatusCode/@Value ≠ Success', attributo('Status/StatusCode', 'Value', `${S}VersionMismatch`)),
  c('27', 'Response/Issuer = ""', testo('Issuer', '')),
  c('28', 'Response/Issuer –', [via('Issuer'), testo('Assertion/Issuer', '')], SOLO_ASSERZIONE),
  c('29', 'Response/Issuer ≠', testo('Issuer', ALTRO_IDP)),
  c('30', 'Response/Issuer/@Format ≠', attributo('Issuer', 'Format', X509)),
  c('31', 'Response/Issuer/@Format – (good)', attributo('Issuer', 'Format', undefined)),
  c('32', 'Assertion –', via('Assertion'), SOLO_RISPOSTA),
  c('33', 'Assertion/@ID = ""', attributo('Assertion', 'ID', '')),
  c('34', 'Assertion/@ID –', [attributo('Assertion', 'ID', undefined), attributo('Assertion', 'Id', '_0')]),
  c('35', 'Assertion/@Version', attributo('Assertion', 'Version', '2.1')),
  c('36', 'Assertion/@IssueInstant = ""', attributo('Assertion', 'IssueInstant', '')),
  c('37', 'Assertion/@IssueInstant –', attributo('Assertion', 'IssueInstant', undefined)),
  c('38', 'Assertion/@IssueInstant ≠ dateTime', attributo('Assertion', 'IssueInstant', '2026-11-25')),
  c('39', 'Assertion/@IssueInstant 2000', attributo('Assertion', 'IssueInstant', '2000-01-01T00:00:00Z')),
  c('40', 'Assertion/@IssueInstant 2099', attributo('Assertion', 'IssueInstant', FUTURO)),
  c('41', 'Subject = ""', svuota(SOG)),
  c('42', 'Subject –', via(SOG)),
  c('43', 'NameID = ""', testo(NID, '')),
  c('44', 'NameID –', via(NID)),
  c('45', 'NameID/@Format = ""', attributo(NID, 'Format', '')),
  c('46', 'NameID/@Format –', attributo(NID, 'Format', undefined)),
  c('47', 'NameID/@Format ≠', attributo(NID, 'Format', 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress')),
  c('48', 'NameID/@NameQualifier = ""', attributo(NID, 'NameQualifier', '')),
  c('49', 'NameID/@NameQualifier –', attributo(NID, 'NameQualifier', undefined)),
  c('51', 'SubjectConfirmation = ""', svuota(CON)),
  c('52', 'SubjectConfirmation –', via(CON)),
  c('53', 'SubjectConfirmation/@Method = ""', attributo(CON, 'Method', '')),
  c('54', 'SubjectConfirmation/@Method –', attributo(CON, 'Method', undefined)),
  c('55', 'SubjectConfirmation/@Method ≠', attributo(CON, 'Method', 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key')),
  c('56', 'SubjectConfirmationData –', via(DAT)),
  c('57', 'SubjectConfirmationData/@Recipient = ""', attributo(DAT, 'Recipient', '')),
  c('58', 'SubjectConfirmationData/@Recipient –', attributo(DAT, 'Recipient', undefined)),
  c('59', 'SubjectConfirmationData/@Recipient ≠', attributo(DAT, 'Recipient', ALTROVE)),
  c('60', 'SubjectConfirmationData/@InResponseTo = ""', attributo(DAT, 'InResponseTo', '')),
  c('61', 'SubjectConfirmationData/@InResponseTo –', attributo(DAT, 'InResponseTo', undefined)),
  c('62', 'SubjectConfirmationData/@InResponseTo ≠', attributo(DAT, 'InResponseTo', '_sconosciuta')),
  c('63', 'SubjectConfirmationData/@NotOnOrAfter = ""', attributo(DAT, 'NotOnOrAfter', '')),
  c('64', 'SubjectConfirmationData/@NotOnOrAfter –', attributo(DAT, 'NotOnOrAfter', undefined)),
  c('65', 'SubjectConfirmationData/@NotOnOrAfter ≠ dateTime', attributo(DAT, 'NotOnOrAfter', 'domani')),
  c('66', 'SubjectConfirmationData/@NotOnOrAfter 2018', attributo(DAT, 'NotOnOrAfter', PASSATO)),
  c('67', 'Assertion/Issuer = ""', testo('Assertion/Issuer', '')),
  c('68', 'Assertion/Issuer –', via('Assertion/Issuer')),
  c('69', 'Assertion/Issuer ≠', testo('Assertion/Issuer', ALTRO_IDP)),
  c('70', 'Assertion/Issuer/@Format = "" (CIE: good)', attributo('Assertion/Issuer', 'Format', '')),
  c('71', 'Assertion/Issuer/@Format – (CIE: good)', attributo('Assertion/Issuer', 'Format', undefined)),
  c('72', 'Assertion/Issuer/@Format ≠', attributo('Assertion/Issuer', 'Format', X509)),
  c('73', 'Conditions = ""', svuota(COND)),
  c('74', 'Conditions –', via(COND)),
  c('75', 'Conditions/@NotBefore = ""', attributo(COND, 'NotBefore', '')),
  c('76', 'Conditions/@NotBefore –', attributo(COND, 'NotBefore', undefined)),
  c('77', 'Conditions/@NotBefore ≠ dateTime', attributo(COND, 'NotBefore', '2026-11-25')),
  c('78', 'Conditions/@NotBefore 2099', attributo(COND, 'NotBefore', FUTURO)),
  c('79', 'Conditions/@NotOnOrAfter = ""', attributo(COND, 'NotOnOrAfter', '')),
  c('80', 'Conditions/@NotOnOrAfter –', attributo(COND, 'NotOnOrAfter', undefined)),
  c('81', 'Conditions/@NotOnOrAfter ≠ dateTime', attributo(COND, 'NotOnOrAfter', 'domani')),
  c('82', 'Conditions/@NotOnOrAfter 2018', attributo(COND, 'NotOnOrAfter', PASSATO)),
  c('83', 'AudienceRestriction = ""', svuota(AUD)),
  c('84', 'AudienceRestriction –', via(AUD)),
  c('85', 'Audience = ""', testo(`${AUD}/Audience`, '')),
  c('86', 'Audience –', [via(`${AUD}/Audience`), testo(AUD, ' '), attributo(AUD, 'xsi:type', 'saml:AudienceRestrictionType')]),
  c('87', 'Audience ≠', testo(`${AUD}/Audience`, 'https://altro.example')),
  c('88', 'AuthnStatement = ""', svuota(AUT)),
  c('89', 'AuthnStatement –', via(AUT)),
  c('90', 'AuthnContext = ""', svuota(CTX)),
  c('91', 'AuthnContext –', via(CTX)),
  c('92', 'AuthnContextClassRef = ""', testo(CLA, '')),
  c('93', 'AuthnContextClassRef –', [via(CLA), attributo(CTX, 'xsi:type', 'saml:AuthnContextType')]),
  c('94', 'AuthnContextClassRef SpidL1', testo(CLA, 'https://www.spid.gov.it/SpidL1')),
  c('95', 'AuthnContextClassRef SpidL2', testo(CLA, 'https://www.spid.gov.it/SpidL2')),
  c('96', 'AuthnContextClassRef SpidL3', testo(CLA, 'https://www.spid.gov.it/SpidL3')),
  c('97', 'AuthnContextClassRef urn', testo(CLA, 'urn:oasis:names:tc:SAML:2.0:ac:classes:SpidL1')),
  c('98', 'AttributeStatement = ""', svuota(ATT)),
  c('99', 'AttributeValue = ""', testo(`${CF}/AttributeValue`, '')),
  c('100', 'Assertion signed by another key', [], { risposta: 'propria', asserzione: 'altra' }),
  c('103', 'fiscalNumber –', via(CF)),
  c('104', 'ErrorCode nr19', errore(19), SOLO_RISPOSTA),
  c('105', 'ErrorCode nr20', errore(20), SOLO_RISPOSTA),
  c('106', 'ErrorCode nr21', errore(21), SOLO_RISPOSTA),
  c('107', 'ErrorCode nr22', errore(22), SOLO_RISPOSTA),
  c('108', 'ErrorCode nr23', errore(23), SOLO_RISPOSTA),
  c('109', 'Attribute/@NameFormat – (good)', ['name', 'familyName', 'dateOfBirth', 'fiscalNumber'].map(n => attributo(`${ATT}/Attribute[${n}]`, 'NameFormat', undefined))),
  c('110', '@IssueInstant .123Z (good)', ['', 'Assertion'].map(p => (radice: Nodo) => { const a = trova(radice, p).qui.attributi; a.IssueInstant = a.IssueInstant!.replace('Z', '.123Z') })),
  c('111', 'ErrorCode nr25', errore(25, 'RequestUnsupported'), SOLO_RISPOSTA),
  c('112', 'EntityDescriptor signed, Assertion not', [], {}, 'metadataDavanti'),
  c('113', 'EntityDescriptor signed, Assertion by another key', [], { asserzione: 'altra' }, 'metadataDavanti'),
  ...['1', '2'].map(n => c(`xsw${n}`, `signature wrapping ${n}`, [], SOLO_RISPOSTA, `xsw${n}`)),
  ...['3', '4', '5', '6', '7', '8'].map(n => c(`xsw${n}`, `signature wrapping ${n}`, [], SOLO_ASSERZIONE, `xsw${n}`)),
  c('xslt', 'Transform XSLT', [], SOLO_ASSERZIONE, 'xslt'),
  c('AN01', 'DOCTYPE', [], ENTRAMBE, 'doctype'),
  c('AN02', 'processing instruction', [], ENTRAMBE, 'istruzione'),
  c('AN03', 'comment in fiscalNumber', [], ENTRAMBE, 'commento'),
  c('AN04', '1 MB', [], ENTRAMBE, 'enorme'),
  c('AN05', 'an ID twice', (r) => { const a = trova(r, 'Assertion').qui.attributi; a.ID = r.attributi.ID }, SOLO_ASSERZIONE),
  c('AN06', 'cut in the middle', [], ENTRAMBE, 'tagliata'),
  c('AN07', 'LogoutResponse', r => { r.nome = 'samlp:LogoutResponse' }),
  c('AN08', 'Response/@ID = "1 2"', attributo('', 'ID', '1 2'), SOLO_ASSERZIONE),
  c('AN11', 'Assertion/@ID = "1 2"', attributo('Assertion', 'ID', '1 2'), SOLO_ASSERZIONE),
  c('AN12', 'AuthnStatement/@AuthnInstant –', attributo(AUT, 'AuthnInstant', undefined)),
  c('AN15', 'dateOfBirth 1979', testo(`${ATT}/Attribute[dateOfBirth]/AttributeValue`, '1979')),
  c('AN09', 'EncryptedAssertion', [], ENTRAMBE, 'cifrata'),
  c('hmac', 'HMAC', [], SOLO_ASSERZIONE, 'hmac'),
  c('AN10', 'Reference/@URI ≠', [], SOLO_ASSERZIONE, 'altroRiferimento'),
  c('trasformi', 'three transforms', [], SOLO_ASSERZIONE, 'treTrasformi'),
  c('due', 'two assertions', [], SOLO_ASSERZIONE, 'dueAsserzioni'),
  c('altro-idp', 'signed by another registered provider', [], { risposta: 'altra', asserzione: 'altra' }, 'altroFornitore'),
  c('scaduta', 'expired', [minuti('', 'IssueInstant', 0), minuti(COND, 'NotOnOrAfter', -1), minuti(DAT, 'NotOnOrAfter', -1)]),
  c('presto', 'not yet valid', [minuti(COND, 'NotBefore', 10), minuti(COND, 'NotOnOrAfter', 15), minuti(DAT, 'NotOnOrAfter', 15)]),
  c('AN14', 'fiscalNumber without TINIT-', (r) => { const n = trova(r, `${CF}/AttributeValue`).qui; n.testo = n.testo.slice(6) }),
  c('AN13', 'fiscalNumber twice', doppio(CF)),
  c('audience', 'two Audiences', doppio(`${AUD}/Audience`, n => { n.testo = 'https://altro.example' })),
  c('AN16', 'two Conditions', doppio(COND)),
  c('AN30', 'ErrorCode nr30', errore(30), SOLO_RISPOSTA),
]
