import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { ADESSO, NOSTRO, TIMBRI, timbro } from '../../../test/saml.ts'
import { certificato, firma, OID } from '../../firma/index.ts'
import { fornitoriDi } from './fornitori.query.ts'
import { aggiornaFornitori, leggiRegistro } from './registro.ts'

const B = 'urn:oasis:names:tc:SAML:2.0:bindings'
const der = (t: { certificato: { raw: Buffer } }) => t.certificato.raw.toString('base64')
const chiave = (c: string, uso = ' use="signing"') =>
  `<md:KeyDescriptor${uso}><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\n${c}\n</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
const idp = (entityId: string, nome: string, chiavi: string, sso = `${entityId}/sso`) =>
  `<md:EntityDescriptor entityID="${entityId}"><md:IDPSSODescriptor protocolSupportEnumeration="x">${chiavi}` +
  `<md:SingleLogoutService Binding="${B}:HTTP-Redirect" Location="${entityId}/slo" ResponseLocation="${entityId}/slo-r"/>` +
  `<md:SingleSignOnService Binding="${B}:HTTP-POST" Location="${entityId}/post"/>` +
  `<md:SingleSignOnService Binding="${B}:HTTP-Redirect" Location="${sso}"/></md:IDPSSODescriptor>` +
  `<md:Organization><md:OrganizationDisplayName xml:lang="en">${nome} EN</md:OrganizationDisplayName><md:OrganizationDisplayName xml:lang="it">${nome}</md:OrganizationDisplayName></md:Organization></md:EntityDescriptor>`
const insieme = (...e: string[]) =>
  `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" ID="_r">${e.join('')}</md:EntitiesDescriptor>`

const UNO = 'https://id.uno.example/idp'
const DUE = 'https://due.example'
const BUONO = insieme(
  idp(UNO, 'Uno', chiave(der(TIMBRI.propria)) + chiave(der(TIMBRI.altro)) + chiave(der(NOSTRO), ' use="encryption"')),
  idp(DUE, 'Due', chiave(der(TIMBRI.altro), '')),
)
const leggi = (xml: string) => leggiRegistro(Buffer.from(xml), 'spid')

describe('a registry', () => {
  test('gives providers with their Italian name, addresses and all signing certificates', () => {
    expect(leggi(BUONO)).toEqual({
      scartati: [],
      fornitori: [
        {
          federazione: 'spid',
          entityId: UNO,
          sigla: 'id-uno-example-idp',
          nome: 'Uno',
          sso: `${UNO}/sso`,
          slo: `${UNO}/slo-r`,
          certificati: [der(TIMBRI.propria), der(TIMBRI.altro)],
          eidas: false,
        },
        expect.objectContaining({ entityId: DUE, certificati: [der(TIMBRI.altro)] }),
      ],
    })
  })

  test('may be one provider alone, as CIE publishes it', () => {
    const solo = idp(UNO, 'Uno', chiave(der(NOSTRO))).replace(
      '<md:EntityDescriptor',
      '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"',
    )
    expect(leggi(solo).fornitori).toHaveLength(1)
  })

  test('names those that cannot be used, and leaves services out', () => {
    const { fornitori, scartati } = leggi(
      insieme(
        idp('https://senza.example', 'A', chiave('AAAA')),
        idp('https://http.example', 'B', chiave(der(NOSTRO)), 'http://http.example/sso'),
        '<md:EntityDescriptor entityID="https://sp.example"><md:SPSSODescriptor/></md:EntityDescriptor>',
      ),
    )
    expect([fornitori, scartati]).toEqual([[], ['https://senza.example', 'https://http.example']])
  })

  test('knows the eIDAS node', () => {
    const nodo = 'https://sp-proxy.eid.gov.it/spproxy/idpit'
    expect(leggi(insieme(idp(nodo, 'eIDAS', chiave(der(NOSTRO))))).fornitori[0]!.eidas).toBe(true)
  })

  test('that must be signed is taken only as it was signed', () => {
    const chiavi = [NOSTRO.certificato.publicKey]
    const firmato = firma(BUONO, '_r', NOSTRO.chiave, NOSTRO.certificato)
    expect(leggiRegistro(Buffer.from(firmato), 'spid', chiavi).fornitori).toHaveLength(2)
    for (const cattivo of [
      BUONO,
      firmato.replace('Uno', 'Una'),
      firma(BUONO, '_r', TIMBRI.altro.chiave, NOSTRO.certificato),
    ])
      expect(() => leggiRegistro(Buffer.from(cattivo), 'spid', chiavi)).toThrow()
  })
})

describe('the job', () => {
  const banca = databaseDiProva()
  const cartella = mkdtempSync(join(tmpdir(), 'anpr-registro-'))
  const file = join(cartella, 'idp.xml')
  let risposta: { stato: number; corpo: string } = { stato: 200, corpo: BUONO }
  const server = createServer((_req, res) => res.writeHead(risposta.stato).end(risposta.corpo))
  let url = ''
  beforeAll(async () => {
    await new Promise<void>(si => server.listen(0, '127.0.0.1', si))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(() => {
    server.close()
    rmSync(cartella, { recursive: true, force: true })
  })
  const aggiorna = (fonte: string) =>
    aggiornaFornitori(banca.apri('anpr_job'), { federazione: 'spid', fonte, adesso: ADESSO })
  const chi = async () => (await fornitoriDi(banca.apri('anpr_web'), 'spid')).map(f => f.nome)

  test('keeps what it read, from an address or from a file, and forgets who left', async () => {
    await aggiorna(url)
    expect(await chi()).toEqual(['Due', 'Uno'])
    writeFileSync(file, insieme(idp(UNO, 'Uno nuovo', chiave(der(TIMBRI.ignota)))))
    await aggiorna(file)
    expect(await chi()).toEqual(['Uno nuovo'])
    expect((await fornitoriDi(banca.apri('anpr_web'), 'spid'))[0]!.certificati).toEqual([der(TIMBRI.ignota)])
  })

  test.each([
    ['an error', { stato: 503, corpo: BUONO }],
    ['a page', { stato: 200, corpo: '<html><p>manutenzione</html>' }],
    ['nobody', { stato: 200, corpo: insieme() }],
  ])('keeps the last good copy where it gets %s', async (_che, r) => {
    risposta = { stato: 200, corpo: BUONO }
    await aggiorna(url)
    risposta = r
    await expect(aggiorna(url)).rejects.toThrow()
    expect(await chi()).toEqual(['Due', 'Uno'])
  })

  test('keeps it where nobody answers', async () => {
    await expect(aggiorna('http://127.0.0.1:9/')).rejects.toThrow()
    await expect(aggiorna(join(cartella, 'non-c-è.xml'))).rejects.toThrow()
    expect(await chi()).toEqual(['Due', 'Uno'])
  })

  test('warns of providers whose last certificate ends within 60 days', async () => {
    const corto = (al: string) => {
      const t = timbro('corto')
      return certificato(t.chiave, { soggetto: [[OID.commonName, 'c']], dal: '2026-01-01T00:00:00Z', al }).raw.toString(
        'base64',
      )
    }
    risposta = {
      stato: 200,
      corpo: insieme(
        idp(UNO, 'Uno', chiave(corto('2027-01-10T00:00:00Z'))),
        idp(DUE, 'Due', chiave(corto('2027-01-10T00:00:00Z')) + chiave(corto('2028-01-10T00:00:00Z'))),
      ),
    }
    expect((await aggiorna(url)).scadono).toEqual([{ fornitore: UNO, il: '2027-01-10' }])
  })
})
