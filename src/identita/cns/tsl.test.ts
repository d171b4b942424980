import { createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SignedXml } from 'xml-crypto'
import { databaseDiProva } from '../../../test/db.ts'
import { autoritàCns } from '../../demo/certificati/certificati.ts'
import { caricaCartella, emittenti } from './emittenti.ts'
import { caricaTsl, leggiTsl } from './tsl.ts'

const ORA = '2026-11-25T11:00:00Z'
const coppia = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const [AGID, ALTRI] = [coppia(), coppia()]
const CHIAVI = [createPublicKey(AGID.privateKey)]
const banca = databaseDiProva()
const job = banca.apri('anpr_job')
const cartella = mkdtempSync(join(tmpdir(), 'tsl-'))
const fonte = join(cartella, 'TSL-IT.xml')
afterAll(() => rmSync(cartella, { recursive: true, force: true }))

let [lombarda, altrove, vecchia]: X509Certificate[] = []
beforeAll(async () => {
  const una = async (nome: string) =>
    new X509Certificate((await autoritàCns(new Date('2026-11-01T00:00:00Z'), nome)).certificato)
  ;[lombarda, altrove, vecchia] = await Promise.all([una('CA Lombarda'), una('CA Altrove'), una('CA Vecchia')])
})

const TIPO = 'http://uri.etsi.org/TrstSvc/Svctype/'
const STATO = 'http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/'
interface Servizio {
  di: X509Certificate | string
  tipo?: string
  stato?: string
}
const servizio = ({ di, tipo = 'IdV', stato = 'recognisedatnationallevel' }: Servizio) => `
      <TSPService><ServiceInformation>
        <ServiceTypeIdentifier>${TIPO}${tipo}</ServiceTypeIdentifier>
        <ServiceName><Name xml:lang="it">CN=una</Name></ServiceName>
        <ServiceDigitalIdentity><DigitalId><X509Certificate>${typeof di === 'string' ? di : di.raw.toString('base64')}</X509Certificate></DigitalId></ServiceDigitalIdentity>
        <ServiceStatus>${STATO}${stato}</ServiceStatus>
        <StatusStartingTime>2016-06-30T22:00:00Z</StatusStartingTime>
      </ServiceInformation>
      <ServiceHistory><ServiceHistoryInstance><ServiceTypeIdentifier>${TIPO}IdV</ServiceTypeIdentifier>
        <ServiceDigitalIdentity><DigitalId><X509Certificate>${vecchia!.raw.toString('base64')}</X509Certificate></DigitalId></ServiceDigitalIdentity>
        <ServiceStatus>${STATO}recognisedatnationallevel</ServiceStatus></ServiceHistoryInstance></ServiceHistory></TSPService>`

/** A list as AgID writes it, without signature. */
const lista = (servizi: Servizio[], o: { numero?: number; scade?: string; paese?: string; radice?: string } = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?><${o.radice ?? 'TrustServiceStatusList'} xmlns="http://uri.etsi.org/02231/v2#" xmlns:ns2="http://www.w3.org/2000/09/xmldsig#" Id="ID100001" TSLTag="http://uri.etsi.org/19612/TSLTag">
    <SchemeInformation>
      <TSLVersionIdentifier>5</TSLVersionIdentifier><TSLSequenceNumber>${o.numero ?? 141}</TSLSequenceNumber>
      <TSLType>http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUgeneric</TSLType>
      <SchemeTerritory>${o.paese ?? 'IT'}</SchemeTerritory>
      <ListIssueDateTime>2026-09-04T08:00:00Z</ListIssueDateTime>
      <NextUpdate><dateTime>${o.scade ?? '2027-02-27T00:00:00Z'}</dateTime></NextUpdate>
    </SchemeInformation>
    <TrustServiceProviderList><TrustServiceProvider><TSPServices>${servizi.map(servizio).join('')}</TSPServices></TrustServiceProvider></TrustServiceProviderList>
</${o.radice ?? 'TrustServiceStatusList'}>`

const C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256'
const PROPRIETA = `<xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Target="#id-1"><xades:SignedProperties Id="xades-1"><xades:SignedSignatureProperties><xades:SigningTime>2026-09-04T09:30:37Z</xades:SigningTime></xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties>`

/** Signed by xml-crypto, an independent hand, in the shape of AgID's list of 2019 (XAdES, two references). */
function firmata(xml: string, chiave: KeyObject = AGID.privateKey, o: { oggetto?: string; soloDocumento?: true } = {}) {
  const s = new SignedXml({
    privateKey: chiave.export({ type: 'pkcs8', format: 'pem' }).toString(),
    canonicalizationAlgorithm: C14N,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    objects: [{ content: o.oggetto ?? PROPRIETA }],
  })
  s.addReference({
    xpath: '/*',
    isEmptyUri: true,
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', C14N],
    digestAlgorithm: SHA256,
  })
  if (!o.soloDocumento)
    s.addReference({
      xpath: "//*[@Id='xades-1']",
      transforms: [C14N],
      digestAlgorithm: SHA256,
      type: 'http://uri.etsi.org/01903#SignedProperties',
    })
  s.computeSignature(xml, { prefix: 'ds', location: { reference: '/*', action: 'append' } })
  return s.getSignedXml()
}
const leggi = (xml: string, chiavi = CHIAVI, ora = ORA) => leggiTsl(Buffer.from(xml), chiavi, ora)
const buona = () => firmata(lista([{ di: lombarda! }, { di: altrove! }]))
const rifiuto = (xml: string, chiavi = CHIAVI) => {
  try {
    leggi(xml, chiavi)
    return 'taken'
  } catch (e) {
    return (e as Error).message
  }
}

test('the authorities for cards are the services of identity verification that are recognised today', () => {
  const xml = firmata(
    lista([
      { di: lombarda! },
      { di: altrove!, stato: 'deprecatedatnationallevel' },
      { di: altrove!, tipo: 'CA/QC', stato: 'granted' },
      { di: altrove!, tipo: 'TSA/QTST' },
      { di: altrove!, tipo: 'IdV/Altro' },
      { di: 'bm9uIHVuIGNlcnRpZmljYXRv' },
    ]),
  )
  const tsl = leggi(xml)
  expect(tsl.emittenti.map(e => e.fingerprint256)).toEqual([lombarda!.fingerprint256])
  expect([tsl.numero, tsl.scade]).toEqual([141, '2027-02-27T00:00:00.000Z'])
})

test('any of the certificates that may sign will do, no other', () => {
  expect(leggi(buona(), [createPublicKey(ALTRI.privateKey), ...CHIAVI]).emittenti).toHaveLength(2)
  expect(rifiuto(buona(), [createPublicKey(ALTRI.privateKey)])).toBe('FirmaNonValida')
  expect(rifiuto(buona(), [])).toBe('FirmaNonValida')
  expect(rifiuto(firmata(lista([{ di: lombarda! }]), ALTRI.privateKey))).toBe('FirmaNonValida')
})

test('a list that was changed is refused, wherever', () => {
  const xml = buona()
  const rotte: [string, string][] = [
    ['a service', xml.replace('recognisedatnationallevel', 'granted')],
    ['its term', xml.replace('2027-02-27', '2037-02-27')],
    ['its number', xml.replace('>141<', '>142<')],
    ['when it was signed', xml.replace('09:30:37', '09:30:38')],
    ['a service more', xml.replace('</TSPServices>', `${servizio({ di: vecchia! })}</TSPServices>`)],
  ]
  for (const [che, rotta] of rotte) {
    expect(rotta, che).not.toBe(xml)
    expect(rifiuto(rotta), che).toBe('ImprontaDiversa')
  }
  expect(rifiuto(xml.replace('<ds:DigestValue>', '<ds:DigestValue>A'))).toBe('FirmaNonValida')
})

test('a signature that is moved, wrapped, doubled, or that covers something else is refused', () => {
  const xml = buona()
  const firma = /<ds:Signature .*<\/ds:Signature>/s.exec(xml)![0]
  const senza = xml.replace(firma, '')
  const falsa = lista([{ di: vecchia! }])
  const dentro = xml.replace(/^<\?xml[^>]*\?>/, '')
  const casi: [string, string, string][] = [
    ['none', senza, 'FirmaFuoriPosto'],
    ['twice', xml.replace(firma, firma + firma.replaceAll('xades-1', 'xades-2')), 'FirmaFuoriPosto'],
    ['deep inside', senza.replace('<TSPServices>', () => `<TSPServices>${firma}`), 'FirmaFuoriPosto'],
    ['of another list', falsa.replace(/<\/TrustServiceStatusList>$/, () => `${firma}</TrustServiceStatusList>`), 'ImprontaDiversa'],
    ['the true list inside a false one', falsa.replace('ID100001', 'ID2').replace('</TrustServiceStatusList>', () => `<x>${dentro}</x></TrustServiceStatusList>`), 'FirmaFuoriPosto'],
    ['the true list inside the signature', falsa.replace('ID100001', 'ID2').replace(/<\/TrustServiceStatusList>$/, () => `${firma.replace('</ds:Object>', () => `${senza.replace(/^<\?xml[^>]*\?>/, '')}</ds:Object>`)}</TrustServiceStatusList>`), 'FirmaMalformata'],
    ['the document alone', firmata(lista([{ di: lombarda! }]), AGID.privateKey, { soloDocumento: true }), 'RiferimentoAltrove'],
    ['other properties than its own', xml.replace(/(<ds:Object>)(.*)(<\/ds:Object>)/s, (_t, a, b, c) => a + b.replace('xades-1', 'xades-2').replace('</xades:QualifyingProperties>', '') + b.replace(/<xades:QualifyingProperties[^>]*>/, '') + c), 'FirmaMalformata'],
    ['properties of no known kind', firmata(lista([{ di: lombarda! }]), AGID.privateKey, { oggetto: '<altro Id="xades-1"></altro>' }), 'FirmaMalformata'],
    ['a DOCTYPE', xml.replace('?>', '?><!DOCTYPE x>'), 'Doctype'],
  ] // biome-ignore format: a table
  for (const [che, caso, motivo] of casi) expect(rifiuto(caso), che).toBe(motivo)
})

test('a list beyond its term, of another country, of another kind or without authorities is refused', () => {
  expect(rifiuto(firmata(lista([{ di: lombarda! }], { scade: '2026-11-25T10:59:59Z' })))).toMatch('its term is over')
  expect(rifiuto(firmata(lista([{ di: lombarda! }], { scade: '' })))).toMatch('its term is over')
  expect(rifiuto(firmata(lista([{ di: lombarda! }], { paese: 'XX' })))).toMatch('not the trust list of Italy')
  expect(rifiuto(firmata(lista([{ di: lombarda! }], { radice: 'Altro' })))).toMatch('is no trust list')
  expect(rifiuto(firmata(lista([{ di: lombarda!, tipo: 'CA/QC' }])))).toMatch('names no authority')
})

test('its authorities are believed beside those of the folder, until a newer list leaves them out', async () => {
  const chi = async () => (await emittenti(job)).map(e => e.certificato.fingerprint256).toSorted()
  const attesi = (...x: X509Certificate[]) => x.map(e => e.fingerprint256).toSorted()
  const carica = (xml: string, ora = ORA) => {
    writeFileSync(fonte, xml)
    return caricaTsl(job, { fonte, chiavi: CHIAVI, ora })
  }
  const locale = join(cartella, 'cns.d')
  mkdirSync(locale)
  writeFileSync(join(locale, 'nostra.pem'), vecchia!.toString())
  await caricaCartella(job, locale, ORA)
  await carica(firmata(lista([{ di: lombarda! }, { di: altrove! }])))
  expect(await chi()).toEqual(attesi(vecchia!, lombarda!, altrove!))
  // The folder does not touch the list, nor the list the folder.
  await caricaCartella(job, locale, ORA)
  await carica(firmata(lista([{ di: lombarda! }], { numero: 142 })))
  expect(await chi()).toEqual(attesi(vecchia!, lombarda!))
  // What cannot be taken leaves everything as it was: changed, earlier, expired.
  await expect(carica(buona().replace('>141<', '>143<'))).rejects.toThrow('ImprontaDiversa')
  await expect(carica(buona())).rejects.toThrow('an earlier edition')
  await expect(carica(firmata(lista([{ di: lombarda! }], { numero: 143 })), '2028-01-01T00:00:00Z')).rejects.toThrow(
    'term',
  )
  expect(await chi()).toEqual(attesi(vecchia!, lombarda!))
  // One that is in both is believed until neither has it.
  writeFileSync(join(locale, 'anche.pem'), lombarda!.toString())
  await caricaCartella(job, locale, ORA)
  rmSync(join(locale, 'anche.pem'))
  rmSync(join(locale, 'nostra.pem'))
  await caricaCartella(job, locale, ORA)
  expect(await chi()).toEqual(attesi(lombarda!))
  await carica(firmata(lista([{ di: altrove! }], { numero: 143 })))
  expect(await chi()).toEqual(attesi(altrove!))
})
