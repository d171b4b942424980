// A SOAP service: its operations and their messages, and the WSDL that says so.

import type { Radice } from './linguaggio.ts'
import { xsd } from './xsd.ts'

export interface OperazioneSoap {
  readonly nome: string
  /** The code that `operazioneRichiesta` of the header must bear. */
  readonly codice: string
  readonly richiesta: Radice
  readonly risposta: Radice
}
export interface Servizio {
  /** After which port, binding and service are called: `AnprServiceP000`. */
  readonly nome: string
  /** Namespace of the WSDL itself. */
  readonly uri: string
  readonly operazioni: readonly OperazioneSoap[]
  /** The other root elements of the messages' namespace, which they refer to. */
  readonly altri: readonly Radice[]
}

const radici = (s: Servizio): readonly Radice[] => [...s.operazioni.flatMap(o => [o.richiesta, o.risposta]), ...s.altri]
/** The schemas of a service: file name → text. */
export function xsdDi(servizio: Servizio): ReadonlyMap<string, string> {
  const [prima, ...altre] = radici(servizio)
  return xsd(prima!, ...altre)
}

/** The WSDL of a service at an address, in one file: its schemas stand inside, so that nothing else need be fetched. */
export function wsdl(s: Servizio, indirizzo: string): string {
  const uri = s.operazioni[0]!.richiesta.uri
  const schemi = [...xsdDi(s).values()].map(t =>
    t.replace(/^<\?xml[^>]*\?>\n/, '').replace(/ schemaLocation="[^"]*"/g, ''),
  )
  const messaggio = (nome: string, parte: string) =>
    `  <wsdl:message name="${nome}">\n    <wsdl:part name="${parte}" element="msg:${nome}"/>\n  </wsdl:message>\n`
  const messaggi = s.operazioni.map(
    o => messaggio(o.richiesta.nome, 'request') + messaggio(o.risposta.nome, 'response'),
  )
  const porta = s.operazioni.map(
    o =>
      `    <wsdl:operation name="${o.nome}">\n      <wsdl:input message="tns:${o.richiesta.nome}"/>\n      <wsdl:output message="tns:${o.risposta.nome}"/>\n    </wsdl:operation>\n`,
  )
  const corpo = '<soap:body use="literal"/>'
  const legate = s.operazioni.map(
    o =>
      `    <wsdl:operation name="${o.nome}">\n      <soap:operation soapAction=""/>\n      <wsdl:input>${corpo}</wsdl:input>\n      <wsdl:output>${corpo}</wsdl:output>\n    </wsdl:operation>\n`,
  )
  const dove = indirizzo.replace(/[&<"]/g, c => `&#${c.codePointAt(0)};`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions targetNamespace="${s.uri}"
  xmlns:tns="${s.uri}"
  xmlns:msg="${uri}"
  xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
  xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/">
  <wsdl:types>
${schemi.join('')}  </wsdl:types>
${messaggi.join('')}  <wsdl:portType name="AnprPortType${s.nome}">
${porta.join('')}  </wsdl:portType>
  <wsdl:binding name="AnprBinding${s.nome}" type="tns:AnprPortType${s.nome}">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
${legate.join('')}  </wsdl:binding>
  <wsdl:service name="AnprService${s.nome}">
    <wsdl:port binding="tns:AnprBinding${s.nome}" name="AnprServicePort${s.nome}">
      <soap:address location="${dove}"/>
    </wsdl:port>
  </wsdl:service>
</wsdl:definitions>
`
}
