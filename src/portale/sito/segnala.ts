import { type Campi, riferimentoDi } from '../../web/index.ts'
import { lunghezza, riga, testoLibero } from './campi.ts'

/** The form's fields: how long each may be, whether it is needed, how it is read. */
export const CAMPI = [
  { nome: 'pagina', massimo: 200, obbligatorio: true, leggi: riga },
  { nome: 'problema', massimo: 2000, obbligatorio: true, leggi: testoLibero },
  { nome: 'tecnologia', massimo: 200, obbligatorio: false, leggi: riga },
  { nome: 'email', massimo: 254, obbligatorio: false, leggi: riga },
] as const
export type NomeCampo = (typeof CAMPI)[number]['nome']
export type Guasto = { nome: NomeCampo; che: 'manca' | 'forma' } | { nome: NomeCampo; che: 'lungo'; troppi: number }
export type Scritti = Record<NomeCampo, string | undefined>

export interface SegnalazioneNuova {
  riferimento: string
  pagina: string
  problema: string
  tecnologia: string | undefined
  email: string | undefined
}

// An address that mail could reach; whether it does, only mail can tell.
const EMAIL = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\.]+(\.[^\s@<>(),;:"\\.]+)+$/
/** Characters that one form is told apart by. */
const MODULO = /^[0-9a-f-]{36}$/

/** What was typed, cleaned, and what is wrong with it, in the order of the fields. */
export function leggi(c: Campi): { scritti: Scritti; guasti: Guasto[] } {
  const scritti = Object.fromEntries(CAMPI.map(f => [f.nome, f.leggi(c[f.nome])])) as Scritti
  const guasti = CAMPI.flatMap(({ nome, massimo, obbligatorio }): Guasto[] => {
    const v = scritti[nome]
    const troppi = lunghezza(v) - massimo
    if (v === undefined) return obbligatorio ? [{ nome, che: 'manca' }] : []
    if (troppi > 0) return [{ nome, che: 'lungo', troppi }]
    return nome === 'email' && !EMAIL.test(v) ? [{ nome, che: 'forma' }] : []
  })
  return { scritti, guasti }
}

/** A report that has all it needs. Its reference is made from the form's own number and from what was written: sent
 *  twice it is the same, changed and sent again it is another. */
export const completa = (modulo: string | undefined, s: Scritti): SegnalazioneNuova => ({
  pagina: s.pagina ?? '',
  problema: s.problema ?? '',
  tecnologia: s.tecnologia,
  email: s.email,
  riferimento: riferimentoDi(MODULO.test(modulo ?? '') ? (modulo ?? '') : '', ...CAMPI.map(f => s[f.nome] ?? '')),
})
