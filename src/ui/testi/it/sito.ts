export const sito = {}
