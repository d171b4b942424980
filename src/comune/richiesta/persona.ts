import { leggibile } from '../../visura/index.ts'

export const nomePersona = (s: { nome: string | null; cognome: string | null }): string =>
  leggibile([s.nome, s.cognome].filter(p => p).join(' '))
