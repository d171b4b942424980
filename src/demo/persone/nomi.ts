import { codiceCognome, codiceNome } from '../../anagrafe/index.ts'
import { COGNOMI, DESINENZE, OVUNQUE, RADICI } from '../tavole/cognomi.ts'
import { NOMI, NOMI_DEL_LUOGO } from '../tavole/nomi.ts'
import type { Caso } from './caso.ts'
import { perFrequenza } from './caso.ts'

/** A surname or a name with its three letters of the codice fiscale; `k` numbers those letters. */
export interface Nome {
  testo: string
  codice: string
  k: number
}

/** How many different triples of letters surnames, and names, may make: their product keeps `chiaveFiscale` below 2⁵³. */
export const TRIPLE_COGNOMI = 3584
export const TRIPLE_NOMI = 2048

const numerati = (codice: (t: string) => string, al: number) => {
  const numeri = new Map<string, number>()
  const noti = new Map<string, Nome>()
  return (testo: string): Nome => {
    const noto = noti.get(testo)
    if (noto) return noto
    const c = codice(testo)
    const k = numeri.get(c) ?? numeri.size
    numeri.set(c, k)
    if (k >= al) throw new Error(`more than ${al} triples of letters`)
    const nome = { testo, codice: c, k }
    noti.set(testo, nome)
    return nome
  }
}
/** A surname; absent: the empty text. */
export const cognome = numerati(codiceCognome, TRIPLE_COGNOMI)
export const nome = numerati(codiceNome, TRIPLE_NOMI)

const voci = (lista: string) => lista.trim().split(/\s*,\s*/)
export const cognomi = (lista: string): readonly Nome[] => voci(lista).map(cognome)
export const nomi = (lista: string): readonly Nome[] => voci(lista).map(nome)

type Pesca = (c: Caso) => Nome

/** The tail: a stem and an ending of the region. */
function coda(regione: string): Pesca | undefined {
  const desinenze = DESINENZE[regione]
  if (!desinenze) return undefined
  const [radici, fini] = [voci(RADICI), voci(desinenze)]
  return c => cognome(c.una(radici) + c.una(fini))
}

const ovunque = perFrequenza(cognomi(OVUNQUE), 25)
interface Regionali {
  suoi: Pesca
  coda: Pesca | undefined
}
const regionali = new Map<string, Regionali>()
function diRegione(regione: string): Regionali {
  let r = regionali.get(regione)
  if (!r) {
    r = { suoi: perFrequenza(cognomi(COGNOMI[regione] ?? OVUNQUE), 40), coda: coda(regione) }
    regionali.set(regione, r)
  }
  return r
}

/** An Italian surname of the region where somebody was born: half from its own list, a sixth from the whole country's, a
 *  third from the tail. A list of two thousand crowds together what three hundred thousand share in truth: so the commonest
 *  are two to four times too common. */
export function cognomeItaliano(c: Caso, regione: string): Nome {
  const r = diRegione(regione)
  const x = c.frazione()
  if (x < 0.5) return r.suoi(c)
  if (x < 0.66 || !r.coda) return x < 0.66 ? ovunque(c) : r.suoi(c)
  return r.coda(c)
}

const COORTI = NOMI.map(([dal, donne, uomini]) => ({
  dal,
  F: perFrequenza(nomi(donne), 9),
  M: perFrequenza(nomi(uomini), 9),
}))
const delLuogo = new Map(
  Object.entries(NOMI_DEL_LUOGO).map(([r, [donne, uomini]]) => [
    r,
    { F: perFrequenza(nomi(donne), 9), M: perFrequenza(nomi(uomini), 9) },
  ]),
)

/** An Italian name of the person's time and place; the borders of the cohorts are blurred. */
export function nomeItaliano(c: Caso, sesso: 'M' | 'F', anno: number, regione: string): Nome {
  const luogo = delLuogo.get(regione)
  // Names of the place are older than the fashion; in Bolzano and among Slovenes they are the language's own.
  if (luogo && c.capita(regione === 'BZ' || regione === 'SL' ? 0.85 : anno < 1990 ? 0.25 : 0.1)) return luogo[sesso](c)
  const sfumato = anno + c.fra(-6, 6)
  for (let i = COORTI.length - 1; i > 0; i--) if (COORTI[i]!.dal <= sfumato) return COORTI[i]![sesso](c)
  return COORTI[0]![sesso](c)
}
