/** Address of a comune's page: by ISTAT code; one that ceased by cadastral code, since its ISTAT code may have gone to
 *  another (366 did). */
export const percorsoComune = (c: { codice_istat: string | null; codice_catastale: string | null; attivo: boolean }) =>
  `/comuni/${(c.attivo ? (c.codice_istat ?? c.codice_catastale) : (c.codice_catastale ?? c.codice_istat)) ?? ''}`
