/** The law's today: AAAA-MM-GG in Europe/Rome. */
export const oggi = (): string => GIORNO.format(Date.now())
const GIORNO = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' })

/** This instant, ISO 8601. */
export const adesso = (): string => new Date().toISOString()
