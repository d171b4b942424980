/** Foreigners in a hundred residents, by region: ISTAT, Popolazione straniera residente, 1 January 2024, rounded (9.1 % of the country at
 *  the census of 31 December 2024). */
const REGIONI: Readonly<Record<string, number>> = {
  '01': 10.1,
  '02': 6.9,
  '03': 12.0,
  '04': 9.4,
  '05': 10.5,
  '06': 10.1,
  '07': 10.3,
  '08': 12.8,
  '09': 11.8,
  10: 10.7,
  11: 8.9,
  12: 11.2,
  13: 7.1,
  14: 4.6,
  15: 4.7,
  16: 3.9,
  17: 4.9,
  18: 5.7,
  19: 4.1,
  20: 3.4,
}
/** Large comuni that differ from their region (same source, general knowledge, rounded). */
const COMUNI: Readonly<Record<string, number>> = {
  '015146': 19.5, // Milano
  '001272': 14.8, // Torino
  '010025': 11.2, // Genova
  '027042': 16.0, // Venezia
  '028060': 16.6, // Padova
  '037006': 15.6, // Bologna
  '048017': 15.6, // Firenze
  '100005': 24.5, // Prato
  '058091': 12.8, // Roma
  '063049': 6.4, // Napoli
  '082053': 3.9, // Palermo
  '087015': 4.6, // Catania
  '034027': 17.2, // Parma
  '021008': 14.9, // Bolzano
  '017029': 18.9, // Brescia
}

/** Share of foreigners among the residents of a comune. */
export const quotaStranieri = (comune: string, regione: string): number =>
  (COMUNI[comune] ?? REGIONI[regione] ?? 9) / 100

/** How much likelier than the average a family is foreign, by the class of age of who it is counted by (20–24, 25–29 …): foreigners are
 *  36.8 years old on average, residents 46.9; 19.6 % of them are under age (ISTAT, census of 2023). */
export const SPINTA_ETA: readonly number[] = [
  1, 1, 1, 1, 2.1, 2.3, 2.2, 2, 1.7, 1.3, 1.05, 0.85, 0.65, 0.45, 0.28, 0.17, 0.1, 0.06, 0.04, 0.03, 0.02,
]

/** Where a nationality is met more often than its share in the country tells, by region or comune (ISTAT, Cittadini non comunitari, 2024). */
export const SPINTA_LUOGO: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '100005': { 314: 6 },
  '015146': { 419: 3.5, 323: 3.5, 615: 2, 609: 2, 311: 2, 314: 1.6 },
  '03': { 419: 2, 609: 1.6, 615: 1.5, 323: 1.3 },
  '05': { 311: 1.5, 305: 1.6, 254: 1.7 },
  '09': { 314: 2.4, 201: 1.6 },
  '07': { 609: 4, 201: 1.8 },
  '08': { 254: 1.8, 436: 1.5, 344: 1.4 },
  12: { 235: 1.5, 323: 1.7, 305: 1.6 },
  15: { 243: 2.6, 311: 2, 305: 1.3 },
  16: { 201: 1.6 },
  19: { 460: 4, 311: 1.8, 305: 1.6, 235: 1.3 },
  20: { 450: 2, 243: 1.4 },
  '04': { 201: 1.4, 216: 3.5, 344: 1.4 },
  '06': { 235: 1.2, 305: 1.4 },
}
