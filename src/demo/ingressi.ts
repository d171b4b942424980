import { caso } from './persone/caso.ts'
import { giornoDi, testoDi } from './persone/giorni.ts'
import type { Terra } from './persone/luoghi.ts'
import { TAPPE } from './tavole/paese.ts'

/** From Monday to Friday (day 0, 1 January 1970, was a Thursday). */
export const feriale = (n: number) => n + [0, 0, 0, 0, 0, 2, 1][(n + 3) % 7]!

/** Modena was the first provincial capital, in December 2017, and Perugia the first regional one: before the hundredth
 *  comune no large one gets an invented day. */
const GRANDE = 30_000
const PRIMI_CENTO = giornoDi('2018-04-05')!

/** A number in [0, 1) of the comune's own, the same for ever: what the demo decides by chance stays decided. */
export const sorte = (istat: string, di: number): number => caso(Number(istat), di, 8, 4).frazione()

/** Invents the days of entry of `altri`, so that with those of the others (`noti`) the country's progress is that of
 *  {@link TAPPE} and goes on up to yesterday, when the last one enters. Nobody enters before it was founded. */
export function giorniDiIngresso(noti: readonly number[], altri: readonly Terra[], ieri: number): Map<string, number> {
  const liberi = posti(noti, altri.length, ieri)
  const giorni = new Map<string, number>()
  const inOrdine = altri
    .map(terra => ({ terra, n: sorte(terra.istat, 1) }))
    .sort((a, b) => a.n - b.n || (a.terra.istat < b.terra.istat ? -1 : 1))
  const vecchi: Terra[] = []
  for (const { terra, n } of inOrdine) {
    const fondato = nascita(terra, ieri)
    if (fondato <= liberi[0]!) vecchi.push(terra)
    else {
      const dopo = liberi.findIndex(g => g >= fondato)
      giorni.set(terra.istat, liberi.splice(dopo + Math.floor(n * (liberi.length - dopo)), 1)[0]!)
    }
  }
  for (const giorno of liberi) {
    const quale = giorno <= PRIMI_CENTO ? vecchi.findIndex(t => t.abitanti < GRANDE) : 0
    const [terra] = vecchi.splice(Math.max(0, quale), 1)
    giorni.set(terra!.istat, giorno)
  }
  return giorni
}

const FESTA = /-(01-01|01-06|04-25|05-01|06-02|08-15|11-01|12-08|12-25|12-26)$/

/** The days on which somebody enters, beside those whose day is known, in order. */
function posti(noti: readonly number[], altri: number, ieri: number): number[] {
  const tutti = noti.length + altri
  // After the last milestone the rest comes slowly, and a little faster of late.
  const tappe: (readonly [number, number])[] = [
    ...TAPPE.map(([g, n]) => [giornoDi(g)!, n] as const),
    [giornoDi('2021-04-08')!, tutti - 74],
    [ieri - 120, tutti - 34],
  ]
  const giorni: number[] = []
  let da = 0
  for (const [a, comuni] of [...tappe.filter(([g, n]) => g < ieri && n < tutti), [ieri, tutti] as const]) {
    const feriali = Array.from({ length: Math.min(a - da, 2000) }, (_, i) => a - i)
      .filter(g => feriale(g) === g && !FESTA.test(testoDi(g)))
      .reverse()
    const quanti = comuni - noti.filter(g => g <= a).length - giorni.length
    for (let k = 0; k < quanti; k++) giorni.push(feriali[Math.ceil(((k + 1) * feriali.length) / quanti) - 1] ?? a)
    da = a
  }
  if (giorni.length > 0) giorni[giorni.length - 1] = ieri // be it a Sunday
  return giorni
}

/** The first day on which it stood, or 0 when it is older than ANPR. */
function nascita(t: Terra, ieri: number): number {
  let [da, a] = [PRIMO, ieri]
  if (t.il(da)) return 0
  while (da < a) {
    const m = (da + a) >> 1
    if (t.il(m)) a = m
    else da = m + 1
  }
  return a
}
const PRIMO = giornoDi(TAPPE[0]![0])!
