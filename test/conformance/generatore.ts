// Random valid values of any type of the contract, the same for the same seed. Not believable: every corner of the schema.

import { type Complesso, posti, type Tipo, type Valore, èSemplice } from '../../src/contratto/linguaggio.ts'
import { type SempliceCompilato, semplice } from '../../src/contratto/semplici.ts'

export interface Sorte {
  /** From 0 to 1, 1 excluded. */
  numero(): number
  /** From 0 to n, n excluded. */
  intero(n: number): number
  scegli<T>(fra: readonly T[]): T
}
/** mulberry32 */
export function sorte(seme: number): Sorte {
  let a = seme >>> 0
  const numero = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const intero = (n: number) => Math.floor(numero() * n)
  return { numero, intero, scegli: fra => fra[intero(fra.length)]! }
}

/** A valid value; `densità` is the chance that an optional element is there. */
export const valoreCasuale = <V>(tipo: Complesso<V>, s: Sorte, densità = 0.4): V => oggetto(tipo, s, densità) as V

function oggetto(tipo: Complesso, s: Sorte, densità: number): Record<string, unknown> {
  const v: Record<string, unknown> = {}
  for (const { campi, min } of posti(tipo)) {
    if (campi.some(([, c]) => c.oltre)) continue
    if (min === 0 && s.numero() > densità) continue
    const [nome, { tipo, molti }] = s.scegli(campi)
    const uno = () => contenuto(tipo, s, densità)
    v[nome] = molti ? Array.from({ length: 1 + s.intero(3) }, uno) : uno()
  }
  return v
}
const contenuto = (tipo: Tipo, s: Sorte, densità: number): Valore<Tipo> =>
  (èSemplice(tipo) ? testo(semplice(tipo), s) : oggetto(tipo, s, densità)) as Valore<Tipo>

const CARATTERI = new Map<Uint8Array, readonly number[]>()
function testo(c: SempliceCompilato, s: Sorte): string {
  if (c.nativo === 'date') return data(s)
  if (c.nativo === 'dateTime') return istante(s)
  if (c.nativo === 'boolean') return s.scegli(['true', 'false', '1', '0'])
  if (c.nativo === 'int') return String(s.intero(20) - 10)
  if (c.nativo === 'base64Binary')
    return Buffer.from(Array.from({ length: s.intero(40) }, () => s.intero(256))).toString('base64')
  if (c.elenco) return s.scegli([...c.elenco])
  const min = Math.max(c.min, 1)
  const lunghezza = s.numero() < 0.1 && c.max < 1000 ? c.max : min + s.intero(Math.min(c.max, 20) - min + 1)
  const fra = c.insieme
    ? ammessi(c.insieme)
    : [...(c.modelli.length > 0 ? 'aZ09' : 'aZ09 &<>\'"é€-')].map(x => x.codePointAt(0)!)
  // Mostly ASCII, now and then anything the set holds: Thai digits are digits too.
  return Array.from({ length: lunghezza }, () => {
    const vicini = s.numero() < 0.9 ? fra.filter(x => x < 0x80) : fra
    return String.fromCodePoint(s.scegli(vicini.length > 0 ? vicini : fra))
  }).join('')
}
function ammessi(insieme: Uint8Array): readonly number[] {
  const noti = CARATTERI.get(insieme) ?? Array.from(insieme.keys()).filter(i => insieme[i] === 1)
  CARATTERI.set(insieme, noti)
  return noti
}
function istante(s: Sorte): string {
  const due = (n: number) => String(s.intero(n)).padStart(2, '0')
  return `${data(s)}T${due(24)}:${due(60)}:${due(60)}${s.scegli(['', '.5', '.123456'])}${s.scegli(['', 'Z', '+01:00', '-14:00'])}`
}
function data(s: Sorte): string {
  const anno = String(1860 + s.intero(180))
  const due = (n: number) => String(n).padStart(2, '0')
  return `${anno}-${due(1 + s.intero(12))}-${due(1 + s.intero(28))}`
}
