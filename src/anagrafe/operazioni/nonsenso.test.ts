import { BUONE } from '../../../test/operazioni/buone.ts'
import { benDetti, con } from '../../../test/operazioni/guasti.ts'
import { Caso } from '../../../test/operazioni/mondo.ts'
import { nelPaesino, OGGI } from '../../../test/operazioni/prova.ts'

/** Whatever a request holds, the answer is findings: never another error, never a byte written. */

const prova = nelPaesino(OGGI)

const BRUTTI: readonly ((c: Caso) => unknown)[] = [
  () => 'x\0y',
  () => '\ud800',
  () => 'è'.repeat(10_000),
  () => '',
  () => "'; drop table scheda --",
  () => null,
  () => true,
  c => c.intero(1_000_000) - 500_000,
  () => -1,
  () => 1e308,
  () => 1.5,
  () => Number.MAX_SAFE_INTEGER,
  () => Number.NaN,
  () => [],
  () => ({}),
  () => [null],
  () => ({ id: 'x', constructor: 1, toString: 2 }),
  () => JSON.parse('{"__proto__":{"a":1}}'),
  () => profondo(3_000),
  c => '9'.repeat(1 + c.intero(40)),
  () => '2026-02-29',
  () => new Array(200).fill({ soggetto: '1', legame: 1 }),
  c => aCaso(c, 3),
]
const profondo = (n: number): unknown => {
  let v: unknown = 1
  for (let i = 0; i < n; i++) v = [v]
  return v
}
const NOMI = [
  'soggetto',
  'soggetti',
  'famiglia',
  'residenza',
  'data',
  'motivo',
  'legami',
  'generalita',
  'x',
  '\0',
  '__proto__',
]
function aCaso(c: Caso, fondo: number): unknown {
  const n = c.intero(fondo > 0 ? 8 : 5)
  if (n === 5) return Array.from({ length: c.intero(4) }, () => aCaso(c, fondo - 1))
  if (n > 5) return Object.fromEntries(Array.from({ length: c.intero(5) }, () => [c.uno(NOMI)!, aCaso(c, fondo - 1)]))
  return [null, c.forse(50), c.intero(1000), '12', String.fromCharCode(c.intero(0xffff))][n]
}
/** A branch of the request, not only a leaf. */
const rami = (v: unknown, qui: readonly string[] = []): (readonly string[])[] =>
  typeof v === 'object' && v !== null
    ? Object.entries(v).flatMap(([k, x]) => [[...qui, k], ...rami(x, [...qui, k])])
    : []
const GIRI = Number(process.env.GIRI ?? 25)
for (const [n, [servizio, buona]] of Object.entries(BUONE).entries())
  prova(`${servizio} answers nonsense with findings, never otherwise`, async p => {
    const { dati, ...q } = await buona(p)
    const c = new Caso(20_141_110 + n)
    const guasta = (): unknown => {
      const ramo = c.uno(rami(dati))!
      switch (c.intero(8)) {
        case 0:
          return aCaso(c, 4)
        case 1:
          return { ...dati, [c.uno(NOMI)!]: c.uno(BRUTTI)!(c) }
        case 2:
          return con(dati, ramo, undefined)
        default:
          return con(dati, ramo, c.uno(BRUTTI)!(c))
      }
    }
    for (let i = 0; i < GIRI; i++) {
      const male = guasta()
      benDetti(await p.esamina(servizio, male as object, q), male)
    }
  })
