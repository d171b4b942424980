export const statistiche = {}
