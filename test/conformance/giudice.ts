// The second opinion: libxml2 with the official schema.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlParseError,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { RIFERIMENTO } from './confronto.ts'

export interface Giudizio {
  readonly esito: 'valido' | 'malformato' | 'non valido'
  /** Of the first fault; 0 where there is none. */
  readonly riga: number
  readonly messaggio: string
}

export const VALIDO: Giudizio = { esito: 'valido', riga: 0, messaggio: '' }

/** The OASIS and W3C schemas of SAML's messages. */
export const SCHEMI_SAML = join(
  dirname(createRequire(import.meta.url).resolve('@authenio/samlify-xsd-schema-validator/package.json')),
  'schemas',
)
// What those schemas import by address: the copies beside them, and the one attribute of xml.xsd that they use.
const XML_XSD =
  '<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><attribute name="lang" type="string"/></schema>'
const W3C = new XmlBufferInputProvider({
  'http://www.w3.org/2001/xml.xsd': Buffer.from(XML_XSD),
  'http://www.w3.org/TR/2002/REC-xmldsig-core-20020212/xmldsig-core-schema.xsd': readFileSync(
    join(SCHEMI_SAML, 'xmldsig-core-schema.xsd'),
  ),
  'http://www.w3.org/TR/2002/REC-xmlenc-core-20021210/xenc-schema.xsd': readFileSync(
    join(SCHEMI_SAML, 'xenc-schema.xsd'),
  ),
})

// Once in a process, here and nowhere else: libxml2 has room for ten, and does not hear the next.
const INGRESSI = xmlRegisterFsInputProviders() && xmlRegisterInputProvider(W3C)

/** Judges documents by an XSD file: the official one unless told otherwise. */
export function giudice(file = join(RIFERIMENTO, 'subentro.xsd')): (documento: string) => Giudizio {
  if (!INGRESSI) throw new Error('libxml2-wasm takes no more providers of files')
  const schema = XmlDocument.fromBuffer(readFileSync(file), { url: file })
  const validatore = XsdValidator.fromDoc(schema)
  return testo => {
    let documento: XmlDocument | undefined
    try {
      documento = XmlDocument.fromBuffer(Buffer.from(testo, 'utf8'))
      validatore.validate(documento)
      return VALIDO
    } catch (e) {
      if (!(e instanceof XmlParseError || e instanceof XmlValidateError)) throw e
      // Level 1 is a warning: a relative URI, version 1.1.
      const primo = e.details.find(d => d.level > 1)
      const esito = e instanceof XmlParseError ? 'malformato' : 'non valido'
      return { esito, riga: primo?.line ?? 0, messaggio: primo?.message.trim() ?? e.message }
    } finally {
      documento?.dispose()
    }
  }
}
