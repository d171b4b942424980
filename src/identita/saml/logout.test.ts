import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { ADESSO, fornitore, IDP, NOSTRO, servizio, TIMBRI } from '../../../test/saml.ts'
import { firma, firmaQuery, leggiQuery } from '../../firma/index.ts'
import { rispondiLogout } from './logout.ts'
import { iscrivi } from './registro.ts'

const banca = databaseDiProva()
const s = servizio('spid')
const chiedi = (cambia: (xml: string) => string = x => x) =>
  cambia(
    `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_l" Version="2.0" IssueInstant="${ADESSO}" Destination="${s.slo}"><saml:Issuer>${IDP}</saml:Issuer><saml:NameID>_n</saml:NameID></samlp:LogoutRequest>`,
  )
const inQuery = (xml: string, chiave = TIMBRI.propria.chiave) => ({
  query: firmaQuery({ SAMLRequest: deflateRawSync(xml).toString('base64'), RelayState: 'r' }, chiave),
})
const inForm = (xml: string, chiave = TIMBRI.propria.chiave) => ({
  campo: Buffer.from(firma(xml, '_l', chiave, TIMBRI.propria.certificato)).toString('base64'),
  stato: 'r',
})
async function risponde(come: Parameters<typeof rispondiLogout>[2]) {
  await banca.apri('anpr_job').tx(tx => iscrivi(tx, 'spid', [fornitore('spid')], ADESSO))
  return rispondiLogout(banca.apri('anpr_web'), s, come, ADESSO)
}

test.each([
  ['by redirect', inQuery(chiedi())],
  ['by form', inForm(chiedi())],
])('a provider’s signed LogoutRequest %s is answered with Success, signed', async (_come, come) => {
  const dove = await risponde(come)
  expect(dove).toMatch(new RegExp(`^${IDP}/slo\\?SAMLResponse=`))
  const valori = leggiQuery(dove!.slice(dove!.indexOf('?') + 1), [NOSTRO.certificato.publicKey])!
  expect(valori.get('RelayState')).toBe('r')
  const xml = inflateRawSync(Buffer.from(valori.get('SAMLResponse')!, 'base64')).toString()
  for (const parte of [
    'InResponseTo="_l"',
    'status:Success',
    `NameQualifier="${s.entityId}"`,
    `Destination="${IDP}/slo"`,
  ])
    expect(xml).toContain(parte)
})

describe('is not answered:', () => {
  const altra = TIMBRI.ignota.chiave
  test.each([
    ['unsigned', { query: `SAMLRequest=${encodeURIComponent(deflateRawSync(chiedi()).toString('base64'))}` }],
    ['unsigned form', { campo: Buffer.from(chiedi()).toString('base64') }],
    ['signed by another key', inQuery(chiedi(), altra)],
    ['form signed by another key', inForm(chiedi(), altra)],
    ['for another', inQuery(chiedi(x => x.replace(s.slo, 'https://altri.example/slo')))],
    ['an hour old', inQuery(chiedi(x => x.replace(ADESSO, '2026-11-25T09:00:00Z')))],
    ['from the future', inQuery(chiedi(x => x.replace(ADESSO, '2026-11-25T11:00:00Z')))],
    ['from an unknown provider', inQuery(chiedi(x => x.replace(IDP, 'https://altri.example')))],
    ['about nobody', inQuery(chiedi(x => x.replace(/<saml:NameID>.*<\/saml:NameID>/, '')))],
    ['another message', inQuery(chiedi(x => x.replaceAll('LogoutRequest', 'AuthnRequest')))],
    ['not XML', inQuery('ciao')],
    ['a bomb', inQuery('<a>'.repeat(1_000_000))],
    ['nothing', { query: '' }],
  ])('%s', async (_che, come) => expect(await risponde(come)).toBeUndefined())
})
