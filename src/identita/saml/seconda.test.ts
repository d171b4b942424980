// node-saml and xml-crypto as second opinions on the same really signed messages.
import { type CacheItem, SAML, ValidateInResponseTo } from '@node-saml/node-saml'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SignedXml } from 'xml-crypto'
import { ADESSO, fornitore, IDP, richiesta, risposta, servizio, TIMBRI } from '../../../test/saml.ts'
import { CASI } from '../../demo/idp/casi.ts'
import { LIMITI, leggiFirmato } from '../../firma/index.ts'
import { chiaviDi } from './fornitori.ts'
import { esamina } from './risposta.ts'

beforeAll(() => {
  vi.useFakeTimers({ now: new Date(ADESSO), toFake: ['Date'] })
})
afterAll(() => {
  vi.useRealTimers()
})

/** What node-saml 5.1.0 makes of an answer to the same request, set up as strictly as it can be. */
async function nodeSaml(xml: string): Promise<{ preso: boolean; codice?: unknown }> {
  const r = richiesta('spid')
  const note = new Map<string, CacheItem>([[r.id, { value: r.chiesta, createdAt: Date.parse(r.chiesta) }]])
  const s = new SAML({
    callbackUrl: servizio('spid').acs,
    issuer: servizio('spid').entityId,
    audience: servizio('spid').entityId,
    idpCert: TIMBRI.propria.certificato.toString(),
    idpIssuer: IDP,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false, // optional by the rules
    validateInResponseTo: ValidateInResponseTo.always,
    cacheProvider: {
      saveAsync: async (k, value) => {
        note.set(k, { value, createdAt: Date.now() })
        return note.get(k)!
      },
      getAsync: async k => note.get(k ?? '')?.value ?? null,
      removeAsync: async k => (note.delete(k ?? '') ? k : null),
    },
  })
  try {
    const { profile } = await s.validatePostResponseAsync({ SAMLResponse: Buffer.from(xml).toString('base64') })
    return { preso: profile !== null, codice: profile?.fiscalNumber }
  } catch {
    return { preso: false }
  }
}

function nostro(xml: string): { preso: boolean; codice?: string } {
  const r = richiesta('spid')
  const o = { servizio: servizio('spid'), richiesta: r, fornitore: fornitore('spid'), adesso: Date.parse(ADESSO) }
  const e = esamina(Buffer.from(xml), o)
  return e.buona ? { preso: true, codice: `TINIT-${e.identificata.codiceFiscale}` } : { preso: false }
}

/** Whether xml-crypto finds every signature of a message right by the provider's key; undefined: there is none. */
function xmlCrypto(xml: string): boolean | undefined {
  const firme = xml.match(/<ds:Signature .*?<\/ds:Signature>/gs) ?? []
  if (firme.length === 0) return undefined
  return firme.every(f => {
    try {
      const s = new SignedXml({ publicCert: TIMBRI.propria.certificato.toString(), getCertFromKeyInfo: () => null })
      s.loadSignature(f)
      return s.checkSignature(xml)
    } catch {
      return false
    }
  })
}

/** What our reader makes of the signatures alone. */
function lettore(xml: string): boolean | undefined {
  const opzioni = {
    chiavi: chiaviDi(fornitore('spid')),
    firmabili: FIRMABILI,
    limiti: { ...LIMITI, byte: 2_000_000 },
  }
  try {
    return leggiFirmato(Buffer.from(xml), opzioni).firmati.length > 0 || undefined
  } catch {
    return false
  }
}
const FIRMABILI = ['{urn:oasis:names:tc:SAML:2.0:protocol}Response', '{urn:oasis:names:tc:SAML:2.0:assertion}Assertion']

/** Signatures that are right as signatures, in messages that our reader refuses whole, and why. */
const GIUSTE_PER_XML_CRYPTO: Readonly<Record<string, readonly string[]>> = {
  'the provider signed another thing, which stands where no signature may': ['112', 'AN07'],
  'what was signed is still there, but not where the message says it': ['xsw1', 'xsw2', 'xsw4', 'xsw5', 'xsw6', 'xsw8'],
  'a DOCTYPE or a comment, which canonicalisation drops': ['AN01', 'AN03'],
  'one transform more, which changes nothing': ['trasformi'],
}

/** What node-saml 5.1.0 lets in and we refuse, and why it does. */
const PRESE_DA_NODE_SAML: Readonly<Record<string, readonly string[]>> = {
  'nothing of the envelope is read but InResponseTo':
    '8 9 10 11 12 13 14 15 AN08 19 20 21 22 23 24 25 26 27 28 29 30'.split(' '),
  'ID, Version and instant of the assertion are not read': '34 35 AN11 38 39 40'.split(' '),
  'a subject is not needed, nor that it says who, how and where':
    '41 42 43 44 45 46 47 48 49 52 53 54 55 57 58 59'.split(' '),
  'InResponseTo of the confirmation may be missing': ['60', '61'],
  'the issuer of the assertion is not compared': '67 68 69 70 71 72'.split(' '),
  'NotBefore may be missing or unreadable': ['75', '76', '77'],
  'levels, their classes and the statement that has them are not read': '88 89 90 91 92 93 94 97 AN12'.split(' '),
  'attributes are what they are: missing, empty, twice, of another form': '98 99 103 AN13 AN14 AN15'.split(' '),
  'wrapped, but it reads the true assertion': ['xsw7', 'xsw8'],
  'one of several audiences is enough': ['audience'],
  'DOCTYPE, instruction, comment, 1 MB': ['AN01', 'AN02', 'AN03', 'AN04'],
}
const tutte = (gruppi: Readonly<Record<string, readonly string[]>>) => Object.values(gruppi).flat().toSorted()

test('xml-crypto finds right every signature that we do; where it alone does, we know why', () => {
  const muto = vi.spyOn(console, 'error').mockImplementation(() => {})
  const zitto = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const diversi = CASI.flatMap(c => {
    const xml = risposta(c.numero, richiesta('spid'))
    const [lui, noi] = [xmlCrypto(xml), lettore(xml)]
    return lui === noi ? [] : [[c.numero, lui, noi] as const]
  })
  muto.mockRestore()
  zitto.mockRestore()
  expect(diversi.map(d => d[0]).toSorted()).toEqual(tutte(GIUSTE_PER_XML_CRYPTO))
  expect(diversi.every(([, lui, noi]) => lui === true && noi === false)).toBe(true)
})

test('node-saml takes every answer that we take, with the same codice fiscale; what it takes besides, we know why', async () => {
  const prese: string[] = []
  let rifiutateDaTutti = 0
  for (const c of CASI) {
    const xml = risposta(c.numero, richiesta('spid'))
    const [lui, noi] = [await nodeSaml(xml), nostro(xml)]
    if (noi.preso) expect([c.numero, lui]).toEqual([c.numero, noi])
    else if (lui.preso) prese.push(c.numero)
    else rifiutateDaTutti++
  }
  expect(prese.toSorted()).toEqual(tutte(PRESE_DA_NODE_SAML))
  const buone = CASI.length - prese.length - rifiutateDaTutti
  expect({ casi: CASI.length, buone, prese: prese.length, rifiutateDaTutti }).toEqual({
    casi: 142,
    buone: 7,
    prese: 76,
    rifiutateDaTutti: 59,
  })
})
