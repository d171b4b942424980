// The definition language. One definition of an official type gives its static type (`Valore`), the reader
// (`lettore.ts`), the writer (`scrittore.ts`) and the XSD (`xsd.ts`).
//
//   export const tipoConsolato = sequenza({
//     codiceConsolato: tipoCodiceConsolatoRilascio,
//     descrizioneConsolato: alfanumerico120char,
//   })
//   export type TipoConsolato = Valore<typeof tipoConsolato>

export interface Facce {
  readonly length?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly whiteSpace?: 'preserve' | 'replace' | 'collapse'
}
export type Nativo = 'string' | 'date' | 'dateTime' | 'boolean' | 'int' | 'base64Binary'

/** A simple type: one of XML Schema's own (`base` absent) or a restriction of another. Its value is text. */
export interface Semplice {
  readonly genere: 'semplice'
  readonly nativo: Nativo
  readonly base: Semplice | undefined
  readonly facce: Facce
}

/** A complex type whose values have the shape `V`: an object with the elements' names as keys. */
export interface Complesso<V = unknown> {
  readonly genere: 'complesso'
  readonly gruppo: 'sequenza' | 'scelta'
  readonly base: Complesso | undefined
  readonly parti: readonly Parte[]
  /** Never there at run time: carries the static type. */
  readonly valore?: V
}
export type Tipo = Semplice | Complesso

/** An element's type with its cardinality; a bare type stands for exactly one. */
export interface Campo<T extends Tipo = Tipo, Min extends 0 | 1 = 0 | 1, Molti extends boolean = boolean> {
  readonly genere: 'campo'
  readonly tipo: T
  readonly min: Min
  readonly molti: Molti
  /** A global element by reference: qualified by its namespace, while elements declared in place are not. */
  readonly rif?: Radice | undefined
  /** The service has it, the official XSD does not: read, but left out of the XSD. */
  readonly oltre?: true
}
export interface Scelta<E extends Elementi = Elementi> {
  readonly genere: 'scelta'
  readonly fra: E
  readonly min: 0 | 1
}
export type Elementi = { readonly [nome: string]: Tipo | Campo }
export type Parte = Elementi | Scelta

/** The JavaScript value of a type: text for a simple one, an object for a complex one. */
export type Valore<T> = T extends Complesso<infer V> ? V : string

type Contenuto<C> =
  C extends Campo<infer T, 0 | 1, infer M>
    ? M extends true
      ? Valore<T>[]
      : Valore<T>
    : C extends Tipo
      ? Valore<C>
      : never
type Facoltativi<E> = { [K in keyof E]: E[K] extends Campo<Tipo, 0, boolean> ? K : never }[keyof E]
type ValoreElementi<E> = { [K in Exclude<keyof E, Facoltativi<E>>]: Contenuto<E[K]> } & {
  [K in Facoltativi<E>]?: Contenuto<E[K]>
}
type ValoreParte<P> =
  P extends Scelta<infer E> ? { [K in keyof E]?: Contenuto<E[K]> } : P extends Elementi ? ValoreElementi<P> : never
type Insieme<L> = L extends readonly [infer P, ...infer R] ? ValoreParte<P> & Insieme<R> : unknown
type Piatto<V> = { [K in keyof V]: V[K] }

const nativo = (nome: Nativo): Semplice => ({ genere: 'semplice', nativo: nome, base: undefined, facce: {} })
export const xsString = nativo('string')
export const xsDate = nativo('date')
export const xsDateTime = nativo('dateTime')
export const xsBoolean = nativo('boolean')
export const xsInt = nativo('int')
export const xsBase64Binary = nativo('base64Binary')

/** A restriction of a simple type. */
export const restringe = (base: Semplice, facce: Facce = {}): Semplice => ({
  genere: 'semplice',
  nativo: base.nativo,
  base,
  facce,
})
/** Text of `min` to `max` characters, each one of the set (written as in a pattern, without brackets). */
export const caratteri = (insieme: string, min: number, max: number): Semplice =>
  restringe(xsString, { pattern: `([${insieme}])*`, minLength: min, maxLength: max })

/** At most once. `opz(molti(tipo))`: any number of times. */
export function opz<T extends Tipo>(tipo: T): Campo<T, 0, false>
export function opz<T extends Tipo, M extends boolean>(campo: Campo<T, 1, M>): Campo<T, 0, M>
export function opz<E extends Elementi>(scelta: Scelta<E>): Scelta<E>
export function opz(di: Tipo | Campo | Scelta): Campo | Scelta {
  if (di.genere === 'scelta') return { ...di, min: 0 }
  return di.genere === 'campo' ? { ...di, min: 0 } : { genere: 'campo', tipo: di, min: 0, molti: false }
}
/** At least once. */
export const molti = <T extends Tipo>(tipo: T): Campo<T, 1, true> => ({ genere: 'campo', tipo, min: 1, molti: true })

/** A global element, by reference: it stands under its own name. */
export const rif = <V>(radice: Radice<V>): Campo<Complesso<V>, 1, false> => ({
  genere: 'campo',
  tipo: radice.tipo,
  min: 1,
  molti: false,
  rif: radice,
})
/** An optional element that the service has and the official XSD lacks. */
export const oltreXsd = <T extends Tipo>(tipo: T): Campo<T, 0, false> => ({
  genere: 'campo',
  tipo,
  min: 0,
  molti: false,
  oltre: true,
})

/** Exactly one of these elements, inside a `sequenza`. In the value each is an optional key. */
export const scelta = <const E extends Elementi>(fra: E): Scelta<E> => ({ genere: 'scelta', fra, min: 1 })

/** A complex type: these elements in this order. */
export const sequenza = <const P extends readonly Parte[]>(...parti: P): Complesso<Piatto<Insieme<P>>> => ({
  genere: 'complesso',
  gruppo: 'sequenza',
  base: undefined,
  parti,
})
/** A complex type whose whole content is a choice. */
export const alternativa = <const E extends Elementi>(fra: E): Complesso<Piatto<ValoreParte<Scelta<E>>>> => ({
  genere: 'complesso',
  gruppo: 'scelta',
  base: undefined,
  parti: [scelta(fra)],
})
/** A complex type that adds elements after those of another. */
export const estende = <B, const P extends readonly Parte[]>(
  base: Complesso<B>,
  ...parti: P
): Complesso<Piatto<B & Insieme<P>>> => ({ genere: 'complesso', gruppo: 'sequenza', base, parti })

/** A namespace of the contract: the types' names are the keys. */
export interface Spazio {
  readonly uri: string
  readonly prefisso: string
  readonly file: string
  readonly tipi: ReadonlyMap<string, Tipo>
}
export const spazio = (uri: string, prefisso: string, tipi: { readonly [nome: string]: Tipo }): Spazio => ({
  uri,
  prefisso,
  file: fileDi(uri),
  tipi: new Map(Object.entries(tipi)),
})

/** The schema file of a namespace. */
export const fileDi = (uri: string): string => `${uri.slice(uri.lastIndexOf('/') + 1)}.xsd`

/** A root element: qualified by its own namespace, while all below it are unqualified. */
export interface Radice<V = unknown> {
  readonly nome: string
  readonly uri: string
  readonly tipo: Complesso<V>
  /** The namespaces whose types it reaches: for `xsi:type` and for the XSD. */
  readonly spazi: readonly Spazio[]
}

export const èSemplice = (tipo: Tipo): tipo is Semplice => tipo.genere === 'semplice'
export const èScelta = (parte: Parte): parte is Scelta => (parte as Scelta).genere === 'scelta'
export const campo = (di: Tipo | Campo): Campo =>
  di.genere === 'campo' ? di : { genere: 'campo', tipo: di, min: 1, molti: false }

/** The content of a complex type with what it inherits, as alternatives in order: one element, or a choice of several. */
export function posti(
  tipo: Complesso,
): readonly { readonly campi: readonly (readonly [string, Campo])[]; readonly min: 0 | 1 }[] {
  const ereditati = tipo.base ? posti(tipo.base) : []
  return [
    ...ereditati,
    ...tipo.parti.flatMap(parte => {
      const elenco = Object.entries(èScelta(parte) ? parte.fra : parte).map(([nome, c]) => [nome, campo(c)] as const)
      if (!èScelta(parte)) return elenco.map(c => ({ campi: [c], min: c[1].min }))
      return [
        { campi: elenco, min: parte.min === 0 || elenco.some(([, c]) => c.min === 0) ? (0 as const) : (1 as const) },
      ]
    }),
  ]
}
