// Ways to spoil a document, by kind. Each takes one with an element a line and gives another, perhaps still valid.

import type { Sorte } from './generatore.ts'

export type Mutazione = (testo: string, s: Sorte) => string

interface Tratto {
  readonly da: number
  readonly a: number
}
const TAG = /<([A-Za-z][\w:]*)>/g
const FOGLIA = /<([A-Za-z]\w*)>([^<]*)<\/\1>/g
const NOMI = [
  'cognome',
  'sesso',
  'soggetto',
  'comune',
  'boh',
  'dataNascita',
  'tipoScheda',
  'senzaNome',
  'è',
  'x-1',
  'famiglia',
]

const scegliFra = (
  re: RegExp,
  testo: string,
  s: Sorte,
  solo?: (m: RegExpExecArray) => boolean,
): RegExpExecArray | undefined => {
  const tutti = [...testo.matchAll(re)].filter(m => solo?.(m as RegExpExecArray) ?? true)
  return tutti.length === 0 ? undefined : (s.scegli(tutti) as RegExpExecArray)
}
const metti = (testo: string, { da, a }: Tratto, nuovo: string) => testo.slice(0, da) + nuovo + testo.slice(a)

/** A whole element, not the root. */
function elemento(testo: string, s: Sorte): Tratto {
  const m = scegliFra(TAG, testo, s)!
  const re = new RegExp(`<(/?)${m[1]}>`, 'g')
  re.lastIndex = m.index
  let aperti = 0
  for (let t = re.exec(testo); t; t = re.exec(testo)) {
    aperti += t[1] === '' ? 1 : -1
    if (aperti === 0) return { da: m.index, a: re.lastIndex }
  }
  return { da: m.index, a: m.index + m[0].length }
}
/** The text of an element without children. */
function valore(
  testo: string,
  s: Sorte,
  solo?: (valore: string, nome: string) => boolean,
): Tratto & { readonly valore: string } {
  const m = scegliFra(FOGLIA, testo, s, x => solo?.(x[2]!, x[1]!) ?? true) ?? scegliFra(FOGLIA, testo, s)!
  const da = m.index + m[1]!.length + 2
  return { da, a: da + m[2]!.length, valore: m[2]! }
}
const èData = (v: string) => /^\d{4}-\d\d-\d\d$/.test(v)
const èIstante = (v: string) => /^\d{4}-\d\d-\d\dT/.test(v)
const confine = (testo: string, s: Sorte) => scegliFra(/\n/g, testo, s)!.index
/** Just before the `>` of a start tag. */
const inTag = (testo: string, s: Sorte) => {
  const m = scegliFra(/<[A-Za-z][\w:]*(?: [^>]*)?>/g, testo, s)!
  return m.index + m[0].length - 1
}
const inserisci = (testo: string, i: number, nuovo: string) => testo.slice(0, i) + nuovo + testo.slice(i)

const STRANI = [
  '@',
  '€',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '&#13;',
  '&#10;',
  'Ș',
  'Ȋ',
  '\u0085',
  '\u008a',
  '\u009e',
  '\u007f',
  '٣',
  '𝟘',
  '😀',
  '_',
  '"',
  '&quot;',
  '&apos;',
  '&lt;',
  '\u00a0',
  'ƉǞ',
  '\u2028',
  '(',
  '#',
  'ß',
  '×',
  ']',
  '>',
  ']]&gt;',
]
const ILLECITI = [
  '\u0001',
  '\ufffe',
  '\uffff',
  '\u000b',
  '\u001f',
  '&#0;',
  '&#1;',
  '&#xFFFE;',
  '&#xD800;',
  '&#x110000;',
  '&#99999999999;',
  ']]>',
]
export const DATE = [
  '2000-02-29',
  '1900-02-29',
  '2001-02-29',
  '2001-13-01',
  '2001-00-10',
  '2001-04-31',
  '2001-1-1',
  '01/02/2001',
  '20010101',
  '0000-01-01',
  '-0001-01-01',
  '0001-01-01',
  '12001-01-01',
  '02001-01-01',
  '99999-12-31',
  '2147483647-01-01',
  '2147483648-01-01',
  '9999999999-01-01',
  '21474836470-01-01',
  '+2001-01-01',
  '2001-01-01T00:00:00',
  ' 2001-01-01',
  '2001-01-01 ',
  '\n2001-01-01',
  '',
  ' ',
  '2001-01-32',
  '-2000-02-29',
  '-1900-02-29',
  '8999-12-31',
  '2001–01–01',
  '２００１-01-01',
]
export const ZONE = [
  'Z',
  '+01:00',
  '+02:00',
  '-05:30',
  '+14:00',
  '-14:00',
  '+14:01',
  '+13:59',
  '+15:00',
  '+1:00',
  '+0100',
  'z',
  ' Z',
  '+00:00',
  '-00:00',
  '+24:00',
  '+01:60',
  '+01',
  'T00:00:00Z',
  'GMT',
]
const SPAZI = ['', ' ', '  ', '\t', '\n', '\r\n', '\n  \n', '&#32;', '&#9;', '&#13;', '&#160;', '\u00a0', '\u2003']
export const BASE64 = [
  '',
  ' ',
  'QQ==',
  'QQ=',
  'QQ',
  'QUI=',
  'QUJD',
  'Q U J D',
  'QU\nJD',
  ' QUJD ',
  'QUJD=',
  'QR==',
  'QUJ=',
  'QUK=',
  'à',
  '=',
  '====',
  'Q=Q=',
  'QQ= =',
  'QQ = =',
  'QUJDQQ==QUJD',
  'QUJ-',
  '\tQQ==\n',
  '  QUJD  QUJD',
]
export const ISTANTI = [
  '2026-03-01T10:00:00',
  '2026-03-01T10:00:00.5',
  '2026-03-01T10:00:00.',
  '2026-03-01T10:00:00.123456789012',
  '2026-03-01T10:00',
  '2026-03-01 10:00:00',
  '2026-03-01t10:00:00',
  '2026-03-01',
  '2026-03-01T',
  '2026-03-01T24:00:00',
  '2026-03-01T24:00:01',
  '2026-03-01T24:00:00.0',
  '2026-03-01T24:00:00.1',
  '2026-03-01T25:00:00',
  '2026-03-01T23:60:00',
  '2026-03-01T23:59:60',
  '2026-03-01T23:59:59.999',
  '2026-02-30T10:00:00',
  '2026-3-1T10:00:00',
  '2026-03-01T1:00:00',
  '0000-03-01T10:00:00',
  '-0001-03-01T10:00:00',
  '12026-03-01T10:00:00',
  '02026-03-01T10:00:00',
  ' 2026-03-01T10:00:00',
  '2026-03-01T10:00:00 ',
  '\n2026-03-01T10:00:00\n',
  '2026-03-01T10:00:00Z',
  '2026-03-01T10:00:00ZZ',
  '2026-03-01T10:00:00z',
  '2026-03-01T10:00:00+01:00',
  '2026-03-01T10:00:00+14:00',
  '2026-03-01T10:00:00-14:01',
  '2026-03-01T10:00:00+1:00',
  '2026-03-01T10:00:00+0100',
  '2026-03-01Z10:00:00',
  '2026-03-01ZT10:00:00',
  '2026-03-01T24:00:00Z',
  '20260301T100000',
  '',
  ' ',
]
export const BOOLEANI = [
  'true',
  'false',
  '1',
  '0',
  'TRUE',
  'True',
  'yes',
  'si',
  '01',
  ' true ',
  '\ntrue',
  '0 ',
  ' ',
  '',
  'true false',
  '2',
  '-1',
  'tru',
  't',
]
export const INTERI = [
  '0',
  '-1',
  '+1',
  '1',
  '007',
  '2147483647',
  '2147483648',
  '-2147483648',
  '-2147483649',
  '1.0',
  '',
  ' ',
  ' 1 ',
  '\n1\t',
  '1 2',
  '1e3',
  '٣',
  '99999999999999999999999999',
  '-0',
  '+',
  '-',
  '0x1',
  '00000000000000000000000000001',
  '--1',
]
const NUMERI = [
  ' 1 ',
  '\n1',
  '1 ',
  ' 12',
  '1 2',
  '+1',
  '-1',
  '٣',
  '१२',
  '𝟘',
  '1.',
  '１',
  '',
  ' ',
  '012345678901234567890',
  '1\u00a0',
  '²',
  'Ⅷ',
  '\t123456\t',
  '1&#32;',
  '&#x31;',
]
const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
const V = 'http://sogei.it/ANPR/vocabolarioSubentro'
const T = 'http://sogei.it/ANPR/tipoDato'
const ATTRIBUTI = [
  'a="1"',
  "a='1'",
  'a="1" a="2"',
  'xml:lang="it"',
  'xml:space="preserve"',
  'id=""',
  'a = "x&amp;y"',
  'a="<"',
  'a="&boh;"',
  'a',
  'a=1',
  'a="1"b="2"',
  'a="x',
  'à="1"',
  '1a="1"',
  'a="x\ny"',
  'a="&#10;"',
  '\n',
  ' \n ',
  '/',
  'a="]]>"',
  'a=">"',
  '=',
  '"',
  'a="1"/',
  'a:b:c="1"',
  ':a="1"',
  'a:="1"',
  `xmlns:i="${XSI}" i:schemaLocation="http://sogei.it/ANPR/subentro subentro.xsd"`,
  `xmlns:i="${XSI}" i:noNamespaceSchemaLocation="x.xsd"`,
  `xmlns:i="${XSI}" i:nil="true"`,
  `xmlns:i="${XSI}" i:nil="false"`,
  `xmlns:i="${XSI}" i:nil="1"`,
  `xmlns:i="${XSI}" i:boh="1"`,
  'i:nil="true"',
  `xmlns:i="${XSI}" xmlns:v="${V}" i:type="v:tipoFamiglieSub"`,
  `xmlns:i="${XSI}" xmlns:v="${V}" i:type=" v:tipoGeneralitaSoggetto "`,
  `xmlns:i="${XSI}" xmlns:t="${T}" i:type="t:tipoComune"`,
  `xmlns:i="${XSI}" xmlns:t="${T}" i:type="t:tipoSN1"`,
  `xmlns:i="${XSI}" xmlns:t="${T}" i:type="t:tipoSenza"`,
  `xmlns:i="${XSI}" xmlns:t="${T}" i:type="t:alfabeticoNomiCognomi"`,
  `xmlns:i="${XSI}" xmlns:t="${T}" i:type="t:tipoDataAnagrafica"`,
  `xmlns:i="${XSI}" xmlns:t="${T}" i:type="t:numerico1"`,
  `xmlns:i="${XSI}" i:type="boh"`,
  `xmlns:i="${XSI}" i:type="z:boh"`,
  `xmlns:i="${XSI}" xmlns:x="http://www.w3.org/2001/XMLSchema" i:type="x:string"`,
]
const XMLNS = [
  'xmlns=""',
  'xmlns="http://sogei.it/ANPR/subentro"',
  'xmlns="http://x"',
  "xmlns=''",
  'xmlns:p="http://x"',
  'xmlns:p=""',
  'xmlns:xml="http://x"',
  'xmlns:xml="http://www.w3.org/XML/1998/namespace"',
  'xmlns:p="http://www.w3.org/XML/1998/namespace"',
  'xmlns="http://www.w3.org/XML/1998/namespace"',
  'xmlns:p="http://www.w3.org/2000/xmlns/"',
  'xmlns:xmlns="http://x"',
  'xmlns:p="a" xmlns:p="b"',
  'xmlns="a" xmlns="a"',
  'xmlns:p="u" xmlns:q="u" p:a="1" q:a="2"',
  'xmlns:p="u" xmlns:q="u"',
  'xmlns:p="::"',
  'xmlns:p="a b"',
  'xmlns:p="rel"',
  'xmlns=" "',
  'p:a="1"',
  'xmlns:="a"',
  'xmlns:1="a"',
  'xmlns:p:q="a"',
  'xmlns="urn:è"',
  'xmlns:xsi="x"',
]
const ISTRUZIONI = [
  '<?pi?>',
  '<?pi ?>',
  '<?pi a="1"?>',
  '<?xml version="1.0"?>',
  '<?XML x?>',
  '<?xml-stylesheet href="x"?>',
  '<?a:b x?>',
  '<?pi',
  '<?pi ? >',
  '<? pi?>',
  '<?1?>',
  '<?pi\n\n?>',
  '<?pi \u0001?>',
  '<?piè?>',
  '<?pi??>',
  '<?pi/x?>',
]
const COMMENTI = [
  '<!---->',
  '<!-- -->',
  '<!-- a\nb -->',
  '<!-- a -- b -->',
  '<!-- --->',
  '<!-- a',
  '<!-- a\n\n--b\n-->',
  '<!-->',
  '<!--->',
  '<!- a -->',
  '<!-- \u0001 -->',
  '<!-- & < ]]> -->',
  '<!-- è 😀 -->',
  '<!-- - -->',
]
const CDATA = [
  '<![CDATA[]]>',
  '<![CDATA[ ]]>',
  '<![CDATA[A]]>',
  '<![CDATA[1]]>',
  '<![CDATA[<]]>',
  '<![CDATA[\n]]>',
  '<![CDATA[a]]',
  '<![cdata[a]]>',
  '<![CDATA[A]]]>',
  '<![CDATA[A]]><![CDATA[B]]>',
  '<![CDATA[\u0001]]>',
  '<![CDATA [a]]>',
  '<![CDATA[a\r\nb]]>',
]
const ENTITÀ = [
  '&boh;',
  '&amp',
  '& ',
  '&;',
  '&&',
  '&#;',
  '&#x;',
  '&#xZ;',
  '&#65',
  '&#65;',
  '&#x41;',
  '&amp;',
  '&apos;',
  '&lt;',
  '&gt;',
  '&quot;',
  '&AMP;',
  '&nbsp;',
  '&#160;',
  '&#-1;',
  '& amp;',
  '&è;',
  '&#x1F600;',
  '&#32;',
  '&#X41;',
  '&\n',
]
const TAG_STRANI = [
  '<',
  '>',
  '</',
  '/>',
  '< a>',
  '<a',
  '<a>',
  '</a>',
  '<a/>',
  '<a/ >',
  '<a b>',
  '<1/>',
  '<è/>',
  '<-/>',
  '<a:b/>',
  '<:a/>',
  '<a:/>',
  '<a:b:c/>',
  '<!a>',
  '<!DOC>',
  '<!',
  '<a\n/>',
  '<a\n>',
  '</a\n>',
  '<a></a ></ a>',
  '<a></b>',
  '<>',
  '</>',
  '<a></a/>',
  '<a></a b="1">',
  '<.a/>',
  '<a.b/>',
  '<·/>',
]
const TESTE = [
  '\ufeff',
  '\ufeff\ufeff',
  ' ',
  '\n',
  'x',
  '\ufeff ',
  '<!-- c -->',
  '<?xml version="1.0"?>',
  '<?xml version="1.0" encoding="UTF-8"?>\n',
  '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n',
  "<?xml version='1.0'  encoding = 'UTF-8'\n?>",
  '<?xml encoding="UTF-8"?>',
  '<?xml version="2.0"?>',
  '<?xml version="1.1"?>',
  '<?xml version=1.0?>',
  '<?xml version="1.0"encoding="UTF-8"?>',
  '<?xml version="1.0" encoding="boh"?>',
  '<?xml version="1.0" encoding="UTF-16"?>',
  '<?xml version="1.0" standalone="forse"?>',
  '<?xml version="1.0" ?>',
  '<?xml?>',
  '<?xml version="1.0">',
  '<?xml version="1.0" encoding=""?>',
  '<?xml version="1.0" boh="1"?>',
  '\ufeff<?xml version="1.0" encoding="UTF-8"?>\ufeff',
  '<?xml version="1.0"?><?xml version="1.0"?>',
  '<?XML version="1.0"?>',
  '<?xml\tversion="1.0"\t?>',
]
const CODE = [
  'x',
  '<a/>',
  '\n',
  ' \n<!-- c -->\n<?pi?>\n',
  '&#32;',
  '&amp;',
  '<![CDATA[]]>',
  '</anpr:subentro>',
  '<anpr:subentro/>',
  '\u0000',
  '<',
  '<!--',
  '\ufeff',
]

const alfabeto = '<>&"\'/= \n!?-[];:#xaà0'
const riscriviTesta = (testo: string, nuova: string) => testo.replace(/^<\?xml[^>]*>\n/, nuova)
const suRadice = (testo: string, apre: string, chiude: string, figlio = '') =>
  testo
    .replace(/<anpr:\w+ [^>]*>/, apre)
    .replace(/<\/anpr:\w+>$/, chiude)
    .replace(
      /\n<(datiFornitura|datiInvio|generalitaSoggetti|famiglie|convivenze|testata\w+|criteri\w+)>/g,
      `\n<$1${figlio}>`,
    )

export const MUTAZIONI: Readonly<Record<string, Mutazione>> = {
  'element removed': (t, s) => metti(t, elemento(t, s), ''),
  'element doubled': (t, s) => {
    const e = elemento(t, s)
    return inserisci(t, e.a, `\n${t.slice(e.da, e.a)}`)
  },
  'element moved': (t, s) => {
    const e = elemento(t, s)
    const senza = metti(t, e, '')
    return inserisci(senza, confine(senza, s) + 1, `${t.slice(e.da, e.a)}\n`)
  },
  'element renamed': (t, s) => {
    const e = elemento(t, s)
    const nome = s.scegli(NOMI)
    return metti(t, e, t.slice(e.da, e.a).replace(/^<\w+/, `<${nome}`).replace(/\w+>$/, `${nome}>`))
  },
  'element from elsewhere': (t, s) => {
    const e = elemento(t, s)
    return inserisci(t, confine(t, s) + 1, `${t.slice(e.da, e.a)}\n`)
  },
  'element replaced by another': (t, s) => {
    const e = elemento(t, s)
    const f = elemento(t, s)
    return metti(t, e, t.slice(f.da, f.a))
  },
  'unknown element': (t, s) =>
    inserisci(t, confine(t, s), s.scegli(['\n<boh>\n<a>1</a>\n</boh>', '\n<boh/>', '<b>x</b>', '\n<sesso>M</sesso>'])),
  'element in a value': (t, s) => {
    const v = valore(t, s)
    return inserisci(t, v.da + s.intero(v.valore.length + 1), s.scegli(['<b/>', '<b>x</b>', '\n<b\n/>']))
  },
  'value too long': (t, s) => {
    const v = valore(t, s)
    return metti(t, v, (v.valore || '1').repeat(1 + s.intero(250)).slice(0, 1 + s.intero(260)))
  },
  'value cut': (t, s) => {
    const v = valore(t, s)
    return metti(t, v, v.valore.slice(0, s.intero(v.valore.length + 1)).replace(/&[^;]*$/, ''))
  },
  'wrong character': (t, s) => {
    const v = valore(t, s)
    return inserisci(t, s.scegli([v.da, v.a]), s.scegli(STRANI))
  },
  'character that XML forbids': (t, s) => inserisci(t, s.scegli([valore(t, s).da, confine(t, s)]), s.scegli(ILLECITI)),
  'value empty': (t, s) => {
    const v = valore(t, s)
    return s.numero() < 0.5 ? metti(t, v, '') : `${t.slice(0, v.da - 1)}/>${t.slice(v.a).replace(/^<[^>]*>/, '')}`
  },
  'container empty': (t, s) => {
    const e = elemento(t, s)
    const nome = /<(\w+)/.exec(t.slice(e.da))![1]
    return metti(t, e, s.scegli([`<${nome}/>`, `<${nome}></${nome}>`, `<${nome}\n>\n</${nome}>`]))
  },
  'value of blanks': (t, s) => metti(t, valore(t, s), s.scegli(SPAZI)),
  'blanks around a value': (t, s) => {
    const v = valore(t, s)
    return metti(t, v, s.scegli(SPAZI) + v.valore + s.scegli(SPAZI))
  },
  'value of another element': (t, s) => metti(t, valore(t, s), valore(t, s).valore),
  'strange date': (t, s) => metti(t, valore(t, s, èData), s.scegli(DATE)),
  'date with a zone': (t, s) => {
    const v = valore(t, s, èData)
    return metti(t, v, v.valore + s.scegli(ZONE))
  },
  'strange date with an hour': (t, s) => metti(t, valore(t, s, èIstante), s.scegli(ISTANTI)),
  'strange boolean': (t, s) =>
    metti(
      t,
      valore(t, s, v => /^(true|false)$/.test(v)),
      s.scegli(BOOLEANI),
    ),
  'strange number': (t, s) =>
    metti(
      t,
      valore(t, s, v => /^\d+$/.test(v)),
      s.scegli(NUMERI),
    ),
  'strange base64': (t, s) =>
    metti(
      t,
      valore(t, s, (_, n) => n === 'documento' || n === 'contenuto'),
      s.scegli(BASE64),
    ),
  'strange int': (t, s) =>
    metti(
      t,
      valore(t, s, (_, n) => n === 'motivoRisoluzione' || n === 'numeroProroghe'),
      s.scegli(INTERI),
    ),
  'text between elements': (t, s) =>
    inserisci(t, confine(t, s) + s.intero(2), s.scegli(['x', 'testo\n', '&amp;', '\u00a0', '0', '.\n\n', 'à'])),
  'blanks between elements': (t, s) => inserisci(t, confine(t, s) + s.intero(2), s.scegli(SPAZI)),
  'end tag missing': (t, s) => {
    const m = scegliFra(/<\/[\w:]+>/g, t, s)!
    return metti(t, { da: m.index, a: m.index + m[0].length }, '')
  },
  'start tag missing': (t, s) => {
    const m = scegliFra(TAG, t, s)!
    return metti(t, { da: m.index, a: m.index + m[0].length }, '')
  },
  'end tag of another': (t, s) => {
    const m = scegliFra(/<\/[\w:]+>/g, t, s)!
    return metti(
      t,
      { da: m.index, a: m.index + m[0].length },
      s.scegli(['</boh>', '</soggetto>', '</Comune>', '</anpr:subentro>', '</è>']),
    )
  },
  truncated: (t, s) => t.slice(0, s.intero(t.length)),
  entity: (t, s) => inserisci(t, s.scegli([valore(t, s).da, valore(t, s).a, confine(t, s)]), s.scegli(ENTITÀ)),
  CDATA: (t, s) => inserisci(t, s.scegli([valore(t, s).da, valore(t, s).a, confine(t, s)]), s.scegli(CDATA)),
  comment: (t, s) => inserisci(t, s.scegli([valore(t, s).da, valore(t, s).a, confine(t, s)]), s.scegli(COMMENTI)),
  'processing instruction': (t, s) =>
    inserisci(t, s.scegli([valore(t, s).da, valore(t, s).a, confine(t, s)]), s.scegli(ISTRUZIONI)),
  'namespace on an element': (t, s) => inserisci(t, inTag(t, s), ` ${s.scegli(XMLNS)}`),
  'namespace of the root': (t, s) => {
    const [, nome, uri] = /<anpr:(\w+) xmlns:anpr="([^"]*)"/.exec(t)!
    const u = s.scegli([uri!, uri!, 'http://sogei.it/ANPR/altro', '', `${uri}/`])
    const figlio = s.scegli(['', ' xmlns=""', " xmlns=''", ' xmlns="http://x"'])
    return s.scegli([
      suRadice(t, `<${nome} xmlns="${u}">`, `</${nome}>`, figlio),
      suRadice(t, `<p:${nome} xmlns:p="${u}">`, `</p:${nome}>`, figlio),
      suRadice(t, `<è:${nome}\nxmlns:è="${u}" xmlns="x"\n>`, `</è:${nome}>`, figlio),
      suRadice(t, `<${nome}>`, `</${nome}>`),
    ])
  },
  'another root': (t, s) =>
    s.scegli([
      suRadice(t, '<boh>', '</boh>'),
      `<soggetto>\n${t.slice(Math.max(t.search(/\n<(?:datiF|testata)/), 0), t.lastIndexOf('</'))}</soggetto>`,
      suRadice(t, '<anpr:boh xmlns:anpr="http://sogei.it/ANPR/subentro">', '</anpr:boh>'),
      '<a/>',
      ' ',
      '<!-- -->',
    ]),
  attribute: (t, s) => inserisci(t, inTag(t, s), ` ${s.scegli(ATTRIBUTI)}`),
  'attribute on the root': (t, s) =>
    t.replace(/<anpr:\w+ [^>]*(?=>)/, m => `${m} ${s.scegli([...ATTRIBUTI, ...XMLNS])}`),
  'strange tag': (t, s) => inserisci(t, s.scegli([valore(t, s).da, confine(t, s)]), s.scegli(TAG_STRANI)),
  'blanks in tags': (t, s) =>
    t.replace(s.scegli([/(<\w+)(>)/g, /(<\/\w+)(>)/g, /(<\w+)(>)\n/g]), (m, a: string, b: string) =>
      s.numero() < 0.1 ? `${a}${s.scegli([' ', '\n', '\t', '\r\n'])}${b}` : m,
    ),
  'beginning of the file': (t, s) => riscriviTesta(t, s.scegli(TESTE)),
  'after the root': (t, s) => t + s.scegli(CODE),
  'line ends CRLF or CR': (t, s) => t.replace(/\n/g, s.scegli(['\r\n', '\r', '\n\r', '\r\n', '\n\n'])),
  'character deleted': (t, s) => {
    const i = s.intero(t.length)
    return metti(t, { da: i, a: i + 1 }, '')
  },
  'character inserted': (t, s) => inserisci(t, s.intero(t.length), alfabeto[s.intero(alfabeto.length)]!),
  'character replaced': (t, s) => {
    const i = s.intero(t.length)
    return metti(t, { da: i, a: i + 1 }, alfabeto[s.intero(alfabeto.length)]!)
  },
  'piece swapped': (t, s) => {
    const [a, b, c] = [s.intero(t.length), s.intero(t.length), s.intero(t.length)].sort((x, y) => x - y) as [
      number,
      number,
      number,
    ]
    return t.slice(0, a) + t.slice(b, c) + t.slice(a, b) + t.slice(c)
  },
}
