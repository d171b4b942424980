import type { Peso } from './caratteri.ts'

/** A4, in points. */
export const FOGLIO = { larghezza: 595.28, altezza: 841.89, margine: 56, sopra: 84, sotto: 76 } as const
export const COLORI = {
  testo: '#1c2836',
  tenue: '#51606f',
  titolo: '#17324d',
  tratto: '#c8d2dc',
  forte: '#0066cc',
} as const

/** Names for the text of a document: size, weight, colour, space before and after. */
export const STILI = {
  titolo: { corpo: 22, peso: 'forte', colore: COLORI.titolo, prima: 0, dopo: 4 },
  capitolo: { corpo: 14, peso: 'forte', colore: COLORI.titolo, prima: 16, dopo: 5 },
  sottocapitolo: { corpo: 11.5, peso: 'mezzo', colore: COLORI.titolo, prima: 8, dopo: 3 },
  testo: { corpo: 10.5, peso: 'normale', colore: COLORI.testo, prima: 0, dopo: 6 },
  forte: { corpo: 11.5, peso: 'forte', colore: COLORI.testo, prima: 10, dopo: 8 },
  piccolo: { corpo: 9, peso: 'normale', colore: COLORI.tenue, prima: 0, dopo: 4 },
} as const satisfies Record<string, { corpo: number; peso: Peso; colore: string; prima: number; dopo: number }>
export type Stile = keyof typeof STILI
