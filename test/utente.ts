/** The pseudonym of a person who has come in, as identita makes them; another for each number. */
export const utenteN = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
