/** Why data are read or changed: codes stored in `accesso.finalita`, each with the words that the person sees. */
export const FINALITA = [
  { codice: 1, nome: 'visura', testo: 'La persona ha letto i propri dati' },
  { codice: 2, nome: 'verifica', testo: "L'ufficio anagrafe ha verificato la scheda" },
  { codice: 3, nome: 'operazione', testo: 'Registrazione di un evento anagrafico' },
  {
    codice: 4,
    nome: 'tentativo',
    testo: "È stata chiesta un'operazione sulla scheda: è stata rifiutata, e niente è cambiato",
  },
] as const
export type Finalita = (typeof FINALITA)[number]['nome']

export const codiceFinalita = (nome: Finalita): number => FINALITA.find(f => f.nome === nome)!.codice
