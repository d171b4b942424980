import type { Testi } from './testi/it.ts'

/**
 * `2026-11-25` → `25 novembre 2026`, in the site's language. Text all the way: a `Date` has a time zone
 * and a calendar date has none. The first of a month is written as Italian writes it, `1º`.
 */
export function inLettere(giorno: string, testi: Testi): string {
  const [, anno, mese, g] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(giorno) ?? []
  const nome = testi.mesi[Number(mese) - 1]
  if (!anno || !nome || !g) throw new RangeError('a day is written AAAA-MM-GG')
  return `${g === '01' ? '1º' : Number(g)} ${nome} ${anno}`
}

/** A calendar day, for people and for machines. */
export function Giorno({ il, testi }: { il: string; testi: Testi }) {
  return (
    <time datetime={il} safe>
      {inLettere(il, testi)}
    </time>
  )
}

/** A day, a month or a year (`2026-11-25`, `2026-11`, `2026`): as much as is known. */
export function Quando({ il, testi }: { il: string; testi: Testi }) {
  const [, anno, mese] = /^(\d{4})(?:-(\d{2}))?$/.exec(il) ?? []
  const scritto = anno === undefined ? inLettere(il, testi) : mese ? `${testi.mesi[Number(mese) - 1]} ${anno}` : anno
  return (
    <time datetime={il} safe>
      {scritto}
    </time>
  )
}
