import { type Elemento, figli } from '../../firma/index.ts'
import { DS, SAML, SAMLP } from './nomi.ts'

export const VUOTO: Elemento = { nome: '', spazio: '', attributi: new Map(), figli: [], testo: '' }

/** Down a path of element names of SAML's two namespaces; undefined where it breaks. */
export function giu(e: Elemento, ...percorso: readonly string[]): Elemento | undefined {
  let qui: Elemento | undefined = e
  for (const nome of percorso) qui = qui?.figli.find(f => f.nome === nome && (f.spazio === SAML || f.spazio === SAMLP))
  return qui
}

/** An attribute of an element that may be missing. */
export const att = (e: Elemento | undefined, nome: string): string | undefined => e?.attributi.get(nome)

/** Nothing in it at all. */
export const vuoto = (e: Elemento | undefined): boolean =>
  e !== undefined && e.attributi.size === 0 && e.figli.length === 0 && e.testo.trim() === ''

const P = (nome: string) => `{${SAMLP}}${nome}`
const A = (nome: string) => `{${SAML}}${nome}`
const FIRMA = `{${DS}}Signature`
const MOLTI = Number.POSITIVE_INFINITY

/** Which children an element of an answer may have, and how many. What stands in no row has none.
 *  Narrower than the schema: several audiences, confirmations or statements would be several answers to one question. */
const FORMA: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  [P('Response')]: { [A('Issuer')]: 1, [FIRMA]: 1, [P('Status')]: 1, [A('Assertion')]: 1 },
  [P('Status')]: { [P('StatusCode')]: 1, [P('StatusMessage')]: 1, [P('StatusDetail')]: 1 },
  [P('StatusCode')]: { [P('StatusCode')]: 1 },
  [A('Assertion')]: {
    [A('Issuer')]: 1,
    [FIRMA]: 1,
    [A('Subject')]: 1,
    [A('Conditions')]: 1,
    [A('Advice')]: 1,
    [A('AuthnStatement')]: 1,
    [A('AttributeStatement')]: 1,
  },
  [A('Subject')]: { [A('NameID')]: 1, [A('SubjectConfirmation')]: 1 },
  [A('SubjectConfirmation')]: { [A('SubjectConfirmationData')]: 1 },
  [A('Conditions')]: { [A('AudienceRestriction')]: 1, [A('OneTimeUse')]: 1 },
  [A('AudienceRestriction')]: { [A('Audience')]: 1 },
  [A('AuthnStatement')]: { [A('SubjectLocality')]: 1, [A('AuthnContext')]: 1 },
  [A('AuthnContext')]: { [A('AuthnContextClassRef')]: 1, [A('AuthenticatingAuthority')]: MOLTI },
  [A('AttributeStatement')]: { [A('Attribute')]: MOLTI },
  [A('Attribute')]: { [A('AttributeValue')]: 1 },
}
/** Their inside is nobody's business, and is not read. */
const OPACHI = new Set([FIRMA, P('StatusDetail'), A('Advice')])

const nomeDi = (e: Elemento) => `{${e.spazio}}${e.nome}`

/** Whether an element has only children that it may have, down to the last; `fino` are not entered. */
export function benFatto(e: Elemento, fino: readonly string[] = []): boolean {
  const puo = FORMA[nomeDi(e)] ?? {}
  const conta = new Map<string, number>()
  return e.figli.every(f => {
    const nome = nomeDi(f)
    const n = (conta.get(nome) ?? 0) + 1
    conta.set(nome, n)
    if (n > (puo[nome] ?? 0)) return false
    return OPACHI.has(nome) || fino.includes(nome) || benFatto(f, fino)
  })
}

/** How many assertions there are, wherever they hide. */
export const quanteAsserzioni = (e: Elemento): number =>
  (e.nome === 'Assertion' || e.nome === 'EncryptedAssertion' ? 1 : 0) +
  e.figli.reduce((n, f) => n + quanteAsserzioni(f), 0)

/** The attributes of an assertion: name → text of each value. */
export const attributi = (asserzione: Elemento): readonly { nome: string | undefined; valori: readonly string[] }[] =>
  figli(giu(asserzione, 'AttributeStatement') ?? VUOTO, 'Attribute', SAML).map(a => ({
    nome: att(a, 'Name'),
    valori: figli(a, 'AttributeValue', SAML).map(v => v.testo.trim()),
  }))
