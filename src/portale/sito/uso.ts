import type { Read } from '../../db/index.ts'
import type { Testi } from '../../ui/index.ts'
import { nomeDi } from './pagine.ts'
import { scelteDal, stelleDal } from './valuta.query.ts'
import { type Esito, SCELTE } from './valuta.ts'
import { visteDal } from './visite.query.ts'

/** How many months are shown, this one among them. */
export const MESI = 6

export interface Uso {
  /** `AAAA-MM`, oldest first */
  mesi: readonly string[]
  totali: readonly number[]
  /** most seen first; one number a month */
  pagine: readonly { nome: string; viste: readonly number[]; inTutto: number }[]
  /** how many gave one star, two, … five */
  stelle: readonly number[]
  /** undefined: nobody yet */
  media: number | undefined
  giudizi: readonly { nome: string; quanti: number; media: number }[]
  scelte: Record<Esito, readonly { scelta: string; quante: number }[]>
}

/** The month `indietro` months before a day's. */
const mese = (oggi: string, indietro: number): string => {
  const n = Number(oggi.slice(0, 4)) * 12 + Number(oggi.slice(5, 7)) - 1 - indietro
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`
}
const somma = (n: readonly number[]) => n.reduce((a, b) => a + b, 0)
const media = (stelle: readonly number[]) => somma(stelle.map((n, i) => n * (i + 1))) / somma(stelle)

/** What is published of the site's use: views by page and month, and the answers on how clear it is, of the same months. */
export async function uso(read: Read, oggi: string, testi: Testi): Promise<Uso> {
  const mesi = Array.from({ length: MESI }, (_, n) => mese(oggi, MESI - 1 - n))
  const dal = `${mesi[0]}-01`
  const [viste, stelle, scelte] = await Promise.all([visteDal(read, dal), stelleDal(read, dal), scelteDal(read, dal)])
  const pagine = [...Map.groupBy(viste, v => nomeDi(v.rotta, testi))].map(([nome, sue]) => {
    const perMese = mesi.map(m => somma(sue.filter(v => v.mese === m).map(v => v.quante)))
    return { nome, viste: perMese, inTutto: somma(perMese) }
  })
  const perStella = (delle: typeof stelle) =>
    [1, 2, 3, 4, 5].map(n => somma(delle.filter(s => s.stelle === n).map(s => s.quante)))
  const tutte = perStella(stelle)
  return {
    mesi,
    totali: mesi.map((_, n) => somma(pagine.map(p => p.viste[n] ?? 0))),
    pagine: pagine.sort((a, b) => b.inTutto - a.inTutto || a.nome.localeCompare(b.nome, 'it')),
    stelle: tutte,
    media: somma(tutte) > 0 ? media(tutte) : undefined,
    giudizi: [...Map.groupBy(stelle, s => nomeDi(s.rotta, testi))]
      .map(([nome, sue]) => ({ nome, n: perStella(sue) }))
      .map(({ nome, n }) => ({ nome, quanti: somma(n), media: media(n) }))
      .sort((a, b) => b.quanti - a.quanti || a.nome.localeCompare(b.nome, 'it')),
    scelte: {
      bene: contate('bene', scelte),
      male: contate('male', scelte),
    },
  }
}

const contate = (esito: Esito, scelte: Awaited<ReturnType<typeof scelteDal>>) =>
  SCELTE[esito].map(scelta => ({
    scelta,
    quante: somma(scelte.filter(s => s.esito === esito && s.scelta === scelta).map(s => s.quante)),
  }))
