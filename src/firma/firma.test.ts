import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { diag, XmlDocument, type XmlElement } from 'libxml2-wasm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SignedXml } from 'xml-crypto'
import { certificato, FirmaError, firma, firmaQuery, leggi, leggiFirmato, leggiQuery, OID } from './index.ts'

const coppia = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const c = certificato(privateKey, {
    soggetto: [[OID.commonName, 'prova']],
    dal: '2026-01-01T00:00:00Z',
    al: '2036-01-01T00:00:00Z',
  })
  return { chiave: privateKey, certificato: c, pubblica: createPublicKey(privateKey) }
}
const NOI = coppia()
const ALTRI = coppia()
const NS = 'urn:prova'
const DOC = `<p:busta xmlns:p="${NS}" ID="_b" v="1"><p:Issuer>noi</p:Issuer><p:corpo ID="_c" xmlns:q="urn:q" q:a="2">città &amp; <q:x>y</q:x></p:corpo></p:busta>`
const FIRMABILI = [`{${NS}}busta`, `{${NS}}corpo`]
const leggiNostro = (xml: string, chiavi = [NOI.pubblica]) =>
  leggiFirmato(Buffer.from(xml), { chiavi, firmabili: FIRMABILI })
const firmato = (id = '_b', xml = DOC) => firma(xml, id, NOI.chiave, NOI.certificato)
const motivo = (fn: () => unknown) => {
  try {
    fn()
    return 'taken'
  } catch (e) {
    if (e instanceof FirmaError) return e.nome
    throw e
  }
}
const rifiuta = (xml: string) => motivo(() => leggiNostro(xml))

/** Second opinion: what xml-crypto finds signed; undefined: it refuses. */
function secondoXmlCrypto(xml: string): string[] | undefined {
  const firme = xml.match(/<(\w+:)?Signature .*?<\/(\w+:)?Signature>/gs) ?? []
  try {
    return firme.flatMap(f => {
      const s = new SignedXml({ publicCert: NOI.certificato.toString(), getCertFromKeyInfo: () => null })
      s.loadSignature(f)
      if (!s.checkSignature(xml)) throw new Error('invalid')
      return s.getSignedReferences()
    })
  } catch {
    return undefined
  }
}

describe('signing and reading', () => {
  test('what was signed is read again, with nothing of the signature in it', () => {
    const { firmati } = leggiNostro(firmato())
    expect(firmati).toHaveLength(1)
    expect(firmati[0]!.attributi.get('v')).toBe('1')
    expect(firmati[0]!.figli.map(f => f.nome)).toEqual(['Issuer', 'corpo'])
    expect(firmati[0]!.figli[1]!.attributi.get('{urn:q}a')).toBe('2')
    expect(firmati[0]!.figli[1]!.testo).toBe('città & ')
  })

  test('only what is signed is given as signed: the envelope around it is not', () => {
    const { firmati, nonFirmato } = leggiNostro(firmato('_c'))
    expect(firmati.map(f => f.nome)).toEqual(['corpo'])
    expect(nonFirmato.nome).toBe('busta')
  })

  test('nothing signed gives nothing signed', () => {
    expect(leggiNostro(DOC).firmati).toEqual([])
  })

  test('inner and outer signature together, the outer first', () => {
    const due = firmato('_b', firmato('_c'))
    expect(leggiNostro(due).firmati.map(f => f.nome)).toEqual(['busta', 'corpo'])
    expect(secondoXmlCrypto(due)).toHaveLength(2)
  })

  test('the signature stands after Issuer, or first', () => {
    expect(firmato()).toMatch(/<\/p:Issuer><ds:Signature /)
    expect(firmato('_c')).toMatch(/<p:corpo[^>]*><ds:Signature /)
  })

  test.each([
    ['sha384', 'sha384'],
    ['sha512', 'sha512'],
  ])('signs and reads with %s too', n => {
    const algoritmi = {
      firma: `http://www.w3.org/2001/04/xmldsig-more#rsa-${n}`,
      impronta: `http://www.w3.org/2001/04/${n === 'sha384' ? 'xmldsig-more' : 'xmlenc'}#${n}`,
    }
    expect(leggiNostro(firma(DOC, '_b', NOI.chiave, NOI.certificato, algoritmi)).firmati).toHaveLength(1)
  })

  test('xml-crypto takes what we sign, and we what it signs', () => {
    expect(secondoXmlCrypto(firmato())).toHaveLength(1)
    const s = new SignedXml({ privateKey: NOI.chiave.export({ type: 'pkcs8', format: 'pem' }).toString() })
    s.signatureAlgorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
    s.canonicalizationAlgorithm = 'http://www.w3.org/2001/10/xml-exc-c14n#'
    s.addReference({
      xpath: "//*[@ID='_c']",
      transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    })
    s.computeSignature(DOC, { location: { reference: "//*[@ID='_c']", action: 'append' } })
    expect(leggiNostro(s.getSignedXml()).firmati.map(f => f.nome)).toEqual(['corpo'])
  })

  test('namespaces that are to be kept (PrefixList) are kept, as xml-crypto keeps them', () => {
    const d = XmlDocument.fromString(DOC)
    const corpo = d.root.lastChild as XmlElement
    const canonica = corpo.canonicalizeToString({ mode: 1, inclusiveNamespacePrefixes: ['p', 'q'] })
    d.dispose()
    const modello = firmato('_c')
    const lista =
      '<ec:InclusiveNamespaces xmlns:ec="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="p q"></ec:InclusiveNamespaces>'
    const info = /<ds:SignedInfo>.*<\/ds:SignedInfo>/s
      .exec(modello)![0]
      .replace(/(<ds:Transform Algorithm="[^"]*exc-c14n#">)/, (t: string) => t + lista)
      .replace(/<ds:DigestValue>[^<]*/, `<ds:DigestValue>${createHash('sha256').update(canonica).digest('base64')}`)
    const daFirmare = info.replace('<ds:SignedInfo>', '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">')
    const xml = modello
      .replace(/<ds:SignedInfo>.*<\/ds:SignedInfo>/s, () => info)
      .replace(
        /<ds:SignatureValue>[^<]*/,
        `<ds:SignatureValue>${sign('sha256', Buffer.from(daFirmare), NOI.chiave).toString('base64')}`,
      )
    expect(leggiNostro(xml).firmati.map(f => f.nome)).toEqual(['corpo'])
    expect(secondoXmlCrypto(xml)).toHaveLength(1)
  })

  const testo = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map(t => t.replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]|[\u0085\u2028]/g, ''))
  const fuga = (t: string) => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  test('whatever text and attributes: both canonicalise alike, and what comes out is what went in', () => {
    fc.assert(
      fc.property(testo, testo, fc.boolean(), (t, a, cdata) => {
        const dentro = cdata && !t.includes(']]>') ? `<![CDATA[${t}]]>` : fuga(t).replaceAll('>', '&gt;')
        const xml = firmato(
          '_b',
          `<b xmlns="${NS}" xmlns:z="urn:z" ID="_b" a="${fuga(a)}"><c z:d="e">${dentro}</c></b>`,
        )
        const letto = leggiFirmato(Buffer.from(xml), { chiavi: [NOI.pubblica], firmabili: [`{${NS}}b`] }).firmati[0]!
        expect(letto.figli[0]!.testo).toBe(leggi(Buffer.from(xml)).figli.find(f => f.nome === 'c')!.testo)
        expect(letto.figli[0]!.testo.replaceAll('\r', '\n')).toBe(t.replaceAll('\r\n', '\n').replaceAll('\r', '\n'))
        expect(secondoXmlCrypto(xml)).toHaveLength(1)
      }),
      { numRuns: 60 },
    )
  })

  // xmldom, xml-crypto's parser, takes the line ends of XML 1.1 for those of XML 1.0 and so digests another text.
  test.each(['\u0085', '\u2028'])(
    '%j is a character like others in XML 1.0, not a line end as for xml-crypto',
    segno => {
      const xml = firmato('_b', `<b xmlns="${NS}" ID="_b"><c>uno${segno}due</c></b>`)
      const letto = leggiFirmato(Buffer.from(xml), { chiavi: [NOI.pubblica], firmabili: [`{${NS}}b`] }).firmati[0]!
      expect(letto.figli[0]!.testo).toBe(`uno${segno}due`)
      expect(secondoXmlCrypto(xml)).toBeUndefined()
    },
  )
})

describe('what is refused', () => {
  const buono = firmato()
  const info = /<ds:SignedInfo>.*<\/ds:SignedInfo>/s
  test.each([
    ['another key', 'FirmaNonValida', firma(DOC, '_b', ALTRI.chiave, ALTRI.certificato)],
    ['another key, ours in KeyInfo', 'FirmaNonValida', firma(DOC, '_b', ALTRI.chiave, NOI.certificato)],
    ['a changed value', 'ImprontaDiversa', buono.replace('>y<', '>z<')],
    ['an attribute more', 'ImprontaDiversa', buono.replace(' v="1"', ' v="1" w="2"')],
    ['a changed SignedInfo', 'FirmaNonValida', buono.replace('<ds:DigestValue>', '<ds:DigestValue>A')],
    ['a DOCTYPE', 'Doctype', `<!DOCTYPE a [<!ENTITY e "x">]>${buono}`],
    ['an instruction', 'Istruzione', buono.replace('<p:corpo', '<?a b?><p:corpo')],
    ['an instruction after the root', 'Istruzione', `${buono}<?a b?>`],
    ['a comment in a value', 'Commento', buono.replace('>noi<', '>no<!-- -->i<')],
    ['a comment in the digest', 'Commento', buono.replace('<ds:DigestValue>', '<ds:DigestValue><!--x-->')],
    ['two roots', 'NonXml', buono + buono],
    ['an ID twice', 'IdRipetuto', buono.replace('ID="_c"', 'ID="_b"')],
    ['an ID twice under another name', 'IdRipetuto', buono.replace('ID="_c"', 'xml:id="_b"')],
    ['two SignedInfo', 'FirmaMalformata', buono.replace(info, m => m + m)],
    ['an Object in the signature', 'FirmaMalformata', buono.replace('</ds:Signature>', '<ds:Object/></ds:Signature>')],
    [
      'a signature deep inside',
      'FirmaFuoriPosto',
      buono.replace(/(<ds:Signature.*<\/ds:Signature>)(.*)(<q:x>)/s, '$2$3$1'),
    ],
    ['two signatures of one element', 'FirmaFuoriPosto', buono.replace(/<ds:Signature.*<\/ds:Signature>/s, m => m + m)],
    ['a signature of another namespace', 'FirmaFuoriPosto', buono.replace('<p:corpo', '<Signature/><p:corpo')],
    ['a declaration of another encoding', 'Istruzione', `<?xml version="1.0" encoding="latin1"?>${buono}`],
    ['nothing', 'NonXml', ''],
  ])('%s: %s', (_che, nome, xml) => {
    expect(rifiuta(xml)).toBe(nome)
  })

  test('bytes that are no UTF-8, and more of them than the limit', () => {
    const chiavi = [NOI.pubblica]
    expect(motivo(() => leggi(Buffer.from([0x3c, 0x61, 0xff, 0x2f, 0x3e])))).toBe('NonXml')
    expect(motivo(() => leggi(Buffer.alloc(100_001, 32)))).toBe('TroppoGrande')
    const profondo = '<a>'.repeat(40) + '</a>'.repeat(40)
    expect(motivo(() => leggiFirmato(Buffer.from(profondo), { chiavi, firmabili: [] }))).toBe('TroppoProfondo')
    expect(motivo(() => leggi(Buffer.from('<a>'.repeat(3000))))).toBe('NonXml')
    expect(motivo(() => leggi(Buffer.from(`<a>${'<b/>'.repeat(4000)}</a>`)))).toBe('TroppoGrande')
  })

  test('a short key is no key', () => {
    const corta = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const xml = firma(DOC, '_b', corta.privateKey, NOI.certificato)
    expect(motivo(() => leggiNostro(xml, [corta.publicKey]))).toBe('FirmaNonValida')
  })

  test('a byte changed anywhere: refused, or the same content', () => {
    const atteso = leggiNostro(buono).firmati
    const byte = Buffer.from(buono)
    let prese = 0
    fc.assert(
      fc.property(fc.nat(byte.length - 1), fc.integer({ min: 1, max: 255 }), (i, x) => {
        const altro = Buffer.from(byte)
        altro[i] = altro[i]! ^ x
        try {
          const { firmati } = leggiFirmato(altro, { chiavi: [NOI.pubblica], firmabili: FIRMABILI })
          if (firmati.length > 0) {
            expect(firmati).toEqual(atteso)
            prese++
          }
        } catch (e) {
          if (!(e instanceof FirmaError)) throw e
        }
      }),
      { numRuns: 3000 },
    )
    expect(prese).toBeLessThan(1500) // KeyInfo is a third of the message, and not read
  })
})

describe('redirects', () => {
  const query = firmaQuery({ SAMLRequest: 'a+b/c==', RelayState: 'è un stato' }, NOI.chiave)
  test('are read as they were signed', () => {
    expect(leggiQuery(query, [ALTRI.pubblica, NOI.pubblica])?.get('RelayState')).toBe('è un stato')
  })
  test.each([
    ['by another key', query, [ALTRI.pubblica]],
    ['changed', query.replace('RelayState=', 'RelayState=x'), [NOI.pubblica]],
    ['without signature', query.replace(/&Signature=.*/, ''), [NOI.pubblica]],
    ['with a parameter twice', `${query}&RelayState=x`, [NOI.pubblica]],
    ['with one more', `${query}&x=y`, [NOI.pubblica]],
    ['SHA-1', query.replace('rsa-sha256', 'rsa-sha1'), [NOI.pubblica]],
    ['badly encoded', `${query}%`, [NOI.pubblica]],
  ])('%s are refused', (_che, q, chiavi) => expect(leggiQuery(q, chiavi)).toBeUndefined())
})

test('a certificate says what was asked, and is by its own key', () => {
  const c = certificato(NOI.chiave, {
    soggetto: [
      [OID.commonName, 'Città'],
      [OID.countryName, 'IT'],
    ],
    dal: '2026-01-01T00:00:00Z',
    al: '2051-01-01T00:00:00Z',
    politiche: ['1.3.76.16.4.2.1'],
  })
  expect(c.subject).toBe('CN=Città\nC=IT')
  expect(c.verify(c.publicKey)).toBe(true)
  expect([c.validFromDate.toISOString(), c.validToDate.toISOString()]).toEqual([
    '2026-01-01T00:00:00.000Z',
    '2051-01-01T00:00:00.000Z',
  ])
  expect(createHash('sha256').update(c.raw).digest('hex')).toBe(c.fingerprint256.replaceAll(':', '').toLowerCase())
})

describe('memory', () => {
  beforeAll(() => diag.configure({ enabled: true }))
  afterAll(() => diag.configure({ enabled: false }))
  test('whatever comes of a message, nothing of libxml2 stays behind', () => {
    const messaggi = [firmato(), firmato('_c'), DOC, firmato().replace('>y<', '>z<'), '<a', firmato() + DOC]
    for (let i = 0; i < 50; i++) for (const m of messaggi) rifiuta(m)
    expect(JSON.stringify(diag.report())).toBe('{}')
  })
})
