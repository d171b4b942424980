import { nazioniDi } from '../tavole/nazioni.ts'
import { quotaStranieri } from '../tavole/stranieri.ts'
import { pesata } from './caso.ts'
import { equilibrio } from './equilibrio.ts'
import { giornoDi } from './giorni.ts'
import type { Ambiente } from './gruppo.ts'
import { type Terra, terra } from './luoghi.ts'

/** What to invent: one comune's register. */
export interface Fornitura {
  /** ISTAT code of an active comune. */
  comune: string
  /** All schede, those of people abroad included. */
  soggetti: number
  /** How many of them live abroad; none where absent. */
  aire?: number
  seme: number
  /** Number of the fornitura, 1 to 999. */
  versione: number
  /** Day of the extraction, AAAA-MM-GG. */
  estratta: string
  /** With the families of the comune's stories, on top of `soggetti`: all of them, or the one of this name. */
  storie?: true | string
}

/** Thrown where a fornitura cannot be made as asked; `campo` says which datum is to blame. */
export class FornituraImpossibile extends Error {
  readonly campo: keyof Fornitura
  constructor(campo: keyof Fornitura, motivo: string) {
    super(`${campo}: ${motivo}`)
    this.campo = campo
  }
}

/** Above it the number of files would have four figures, and names of groups eight. */
const MASSIMO = 20_000_000

const intero = (n: number, da: number, a: number) => Number.isInteger(n) && n >= da && n <= a

/** Checks what was asked. Throws {@link FornituraImpossibile}. */
export function esigiFornitura(f: Fornitura): Ambiente {
  const qui = terra(f.comune)
  const oggi = giornoDi(f.estratta)
  const aire = f.aire ?? 0
  if (!qui) throw new FornituraImpossibile('comune', `nessun comune attivo ha il codice ISTAT ${f.comune}`)
  if (!intero(f.soggetti, f.storie ? 0 : 1, MASSIMO))
    throw new FornituraImpossibile('soggetti', `serve un numero intero da 1 a ${MASSIMO}`)
  if (!intero(aire, 0, f.soggetti))
    throw new FornituraImpossibile(
      'aire',
      `serve un numero intero da 0 a ${f.soggetti}, quante sono le schede in tutto`,
    )
  if (!intero(f.seme, 0, 2 ** 32 - 1))
    throw new FornituraImpossibile('seme', 'serve un numero intero da 0 a 4294967295')
  if (!intero(f.versione, 1, 999)) throw new FornituraImpossibile('versione', 'serve un numero intero da 1 a 999')
  if (oggi === undefined || f.estratta < '2000-01-01') {
    throw new FornituraImpossibile('estratta', 'serve un giorno dal 2000 in poi, scritto AAAA-MM-GG')
  }
  const luogo = qui.il(oggi)
  if (!luogo) throw new FornituraImpossibile('estratta', `il comune ${f.comune} il ${f.estratta} non esisteva`)
  return ambiente(f, qui, oggi, luogo.codice)
}

function ambiente(f: Fornitura, qui: Terra, oggi: number, codice: string): Ambiente {
  const { comune, seme } = f
  return {
    istat: comune,
    semi: [seme, Number(comune)],
    qui,
    codice,
    oggi,
    stranieri: quotaStranieri(comune, qui.regione),
    nazione: pesata(nazioniDi(comune, qui.regione)),
    equilibrio: equilibrio(qui.regione),
  }
}
