// The second opinion: libxml2 with the official schema.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, XmlParseError, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { RIFERIMENTO } from './confronto.ts'

export interface Giudizio {
  readonly esito: 'valido' | 'malformato' | 'non valido'
  /** Of the first fault; 0 where there is none. */
  readonly riga: number
  readonly messaggio: string
}

const INGRESSI = xmlRegisterFsInputProviders()

/** Judges documents by an XSD file: the official one unless told otherwise. */
export function giudice(file = join(RIFERIMENTO, 'subentro.xsd')): (documento: string) => Giudizio {
  if (!INGRESSI) throw new Error('libxml2-wasm cannot read files')
  const schema = XmlDocument.fromBuffer(readFileSync(file), { url: file })
  const validatore = XsdValidator.fromDoc(schema)
  return testo => {
    let documento: XmlDocument | undefined
    try {
      documento = XmlDocument.fromBuffer(Buffer.from(testo, 'utf8'))
      validatore.validate(documento)
      return { esito: 'valido', riga: 0, messaggio: '' }
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
