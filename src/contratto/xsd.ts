// The definitions as XML Schema: one file a namespace, as the official contract has them.

import {
  type Campo,
  type Complesso,
  campo,
  type Elementi,
  fileDi,
  type Radice,
  type Semplice,
  type Spazio,
  type Tipo,
  èScelta,
  èSemplice,
} from './linguaggio.ts'

type Nomi = ReadonlyMap<Tipo, { readonly spazio: Spazio; readonly nome: string }>

/** The schema of a root element, or of several of one namespace: file name → text. The files import one another by name. */
export function xsd(radice: Radice, ...altre: readonly Radice[]): ReadonlyMap<string, string> {
  const proprio: Spazio = { uri: radice.uri, prefisso: 'anpr', file: fileDi(radice.uri), tipi: new Map() }
  const nomi: Nomi = new Map(
    radice.spazi.flatMap(spazio => [...spazio.tipi].map(([nome, tipo]) => [tipo, { spazio, nome }] as const)),
  )
  const riferimento = (tipo: Tipo): string => {
    const n = nomi.get(tipo)
    if (n) return `${n.spazio.prefisso}:${n.nome}`
    if (èSemplice(tipo) && tipo.base === undefined) return `xs:${tipo.nativo}`
    throw new Error('xsd: a type that no namespace names')
  }
  const elemento = ([nome, di]: readonly [string, Tipo | Campo], rientro: string): string => {
    const { tipo, min, molti, rif, oltre } = campo(di)
    if (oltre) return ''
    const quante = `${min === 0 ? ' minOccurs="0"' : ''}${molti ? ' maxOccurs="unbounded"' : ''}`
    if (rif) return `${rientro}<xs:element ref="${proprio.prefisso}:${rif.nome}"${quante}/>\n`
    if (èSemplice(tipo) && tipo.base && !nomi.has(tipo))
      return `${rientro}<xs:element name="${nome}"${quante}>\n${semplice(tipo, '', `${rientro}  `)}${rientro}</xs:element>\n`
    return `${rientro}<xs:element name="${nome}" type="${riferimento(tipo)}"${quante}/>\n`
  }
  const elementi = (e: Elementi, rientro: string) =>
    Object.entries(e)
      .map(v => elemento(v, rientro))
      .join('')
  const gruppo = (tipo: Complesso, rientro: string): string => {
    const dentro = `${rientro}  `
    const parti = tipo.parti.map(parte => {
      if (!èScelta(parte)) return elementi(parte, dentro)
      if (tipo.gruppo === 'scelta') return elementi(parte.fra, dentro)
      return `${dentro}<xs:choice${parte.min === 0 ? ' minOccurs="0"' : ''}>\n${elementi(parte.fra, `${dentro}  `)}${dentro}</xs:choice>\n`
    })
    const nome = tipo.gruppo === 'scelta' ? 'xs:choice' : 'xs:sequence'
    return `${rientro}<${nome}>\n${parti.join('')}${rientro}</${nome}>\n`
  }
  const complesso = (tipo: Complesso, nome: string, rientro: string): string => {
    const apre = `${rientro}<xs:complexType${nome && ` name="${nome}"`}>\n`
    if (!tipo.base) return `${apre}${gruppo(tipo, `${rientro}  `)}${rientro}</xs:complexType>\n`
    const sue = tipo.parti.length > 0 ? gruppo(tipo, `${rientro}      `) : ''
    const estende = `<xs:extension base="${riferimento(tipo.base)}">\n${sue}`
    return `${apre}${rientro}  <xs:complexContent>\n${rientro}    ${estende}${rientro}    </xs:extension>\n${rientro}  </xs:complexContent>\n${rientro}</xs:complexType>\n`
  }
  const semplice = (tipo: Semplice, nome: string, rientro: string): string => {
    if (!tipo.base) throw new Error(`xsd: ${nome} restricts nothing`)
    const facce = Object.entries(tipo.facce).map(
      ([f, v]) => `${rientro}    <xs:${f} value="${attributo(String(v))}"/>\n`,
    )
    return `${rientro}<xs:simpleType${nome && ` name="${nome}"`}>\n${rientro}  <xs:restriction base="${riferimento(tipo.base)}">\n${facce.join('')}${rientro}  </xs:restriction>\n${rientro}</xs:simpleType>\n`
  }
  const schema = (uri: string, importa: readonly Spazio[], corpo: string): string => {
    const prefissi = [...radice.spazi, proprio].map(s => `\n  xmlns:${s.prefisso}="${s.uri}"`).join('')
    const altri = importa.map(s => `  <xs:import namespace="${s.uri}" schemaLocation="${s.file}"/>\n`).join('')
    return `<?xml version="1.0" encoding="UTF-8"?>\n<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"${prefissi}\n  targetNamespace="${uri}" elementFormDefault="unqualified" attributeFormDefault="unqualified">\n${altri}${corpo}</xs:schema>\n`
  }

  const file = new Map<string, string>()
  radice.spazi.forEach((spazio, i) => {
    const tipi = [...spazio.tipi].map(([nome, tipo]) =>
      èSemplice(tipo) ? semplice(tipo, nome, '  ') : complesso(tipo, nome, '  '),
    )
    // A namespace may use those listed before it.
    file.set(spazio.file, schema(spazio.uri, radice.spazi.slice(0, i), tipi.join('')))
  })
  const cima = [radice, ...altre].map(
    r => `  <xs:element name="${r.nome}">\n${complesso(r.tipo, '', '    ')}  </xs:element>\n`,
  )
  return file.set(proprio.file, schema(radice.uri, radice.spazi, cima.join('')))
}

/** A value inside quotes; beyond ASCII as character references, so that control characters stay visible. */
const attributo = (testo: string): string => testo.replace(/[&<"]|[^ -~]/gu, c => `&#${c.codePointAt(0)};`)
