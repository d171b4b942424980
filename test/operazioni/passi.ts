import fc from 'fast-check'
import { GENERATORI } from './generatori.ts'

/** A step of a random life: which operation, which draws; or an annulment of one of those before. */
export interface Passo {
  servizio: string
  seme: number
}
export const ANNULLA = 'annulla'
/** All of them; or, to look closely at some, those that `SOLO` names (SOLO=5001/9,5005/2). */
const SOLO = process.env.SOLO?.split(',')
export const SERVIZI = [...(SOLO ?? Object.keys(GENERATORI)), ...Array<string>(6).fill(ANNULLA)]
const passi = (servizi: readonly string[]) =>
  // `max`: left to itself fast-check keeps lists short, and what goes wrong goes wrong late.
  fc.array(fc.record({ servizio: fc.constantFrom(...servizi), seme: fc.nat() }), {
    minLength: 5,
    maxLength: 30,
    size: 'max',
  })
/** Operations that need one another. */
const TEMI = [
  ['5001/2', '5008/16', '5008/17', '5008/16r', '5013/8', '2001', '5005/2'],
  ['5008/18', '5008/19', '5008/18r', '5013/7', '2003', '2001'],
  ['5008/12', '5008/13', '5008/14', '5021/4', '5021/5', '5021/6', '5013/6', '2001'],
  ['1001', '5008/10', '5008/11', '5013/1', '5013/2', '5008/20'],
  ['5001/4', '5005/2', 'A006/1', 'A006/3', '1002', '2003', '5001/9', '5014/104'],
].filter(t => t.every(s => SERVIZI.includes(s)))
/** The steps of a random life: any operations, or again and again the same few, which then meet. */
export const PASSI = fc.oneof({ weight: 5, arbitrary: passi(SERVIZI) }, ...TEMI.map(t => passi([...t, ANNULLA])), {
  weight: 5,
  arbitrary: fc
    .subarray([...new Set(SERVIZI)], { minLength: 4, maxLength: 12 })
    .chain(alcuni => passi([...alcuni, ANNULLA])),
})
