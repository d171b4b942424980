import { type Colonna, ErroreArchivio, type RegolaArchivio, type RigaArchivio } from './archivio-regole.ts'

/** Rows of the real archive that break a rule of this file and are taken all the same, by their ID.
 *  11225: Filago until 1928, which has the cadastral code of the comune (then Marne) that took it in. */
export const ECCEZIONI: ReadonlySet<string> = new Set(['11225'])

/** Checks rows against each other. A fault is told at the later line of the two. */
export function esigiCoerenza(righe: readonly RigaArchivio[]): void {
  unici(righe, r => r.ID, 'ID', 'identificativo ripetuto')
  const attive = righe.filter(r => r.STATO === 'A')
  uniforme(attive, r => r.SIGLAPROVINCIA, 'IDPROVINCIAISTAT', 'provincia con due codici')
  uniforme(attive, r => r.SIGLAPROVINCIA, 'IDREGIONE', 'provincia in due regioni')
  const regolari = righe.filter(r => !ECCEZIONI.has(r.ID))
  separati(regolari, entitàDi, 'DATAISTITUZIONE', 'periodi sovrapposti')
  separati(regolari, r => r.CODISTAT, 'CODISTAT', 'codice ISTAT di due comuni insieme')
}

/** What a row is a period of: its cadastral code, or its name where the archive has none (ND, 28 rows, all ended). */
export const entitàDi = (r: RigaArchivio): string =>
  ECCEZIONI.has(r.ID)
    ? `${r.CODCATASTALE} ${r.DENOMTRASLITTERATA}`
    : r.CODCATASTALE === 'ND'
      ? `ND ${r.DENOMTRASLITTERATA}`
      : r.CODCATASTALE

function unici(righe: readonly RigaArchivio[], di: (r: RigaArchivio) => string, c: Colonna, regola: RegolaArchivio) {
  const visti = new Set<string>()
  for (const r of righe) {
    if (visti.has(di(r))) throw new ErroreArchivio(r.riga, c, regola, r[c])
    visti.add(di(r))
  }
}

function uniforme(righe: readonly RigaArchivio[], di: (r: RigaArchivio) => string, c: Colonna, regola: RegolaArchivio) {
  const valori = new Map<string, string>()
  for (const r of righe) {
    const v = valori.get(di(r)) ?? r[c]
    if (v !== r[c]) throw new ErroreArchivio(r.riga, c, regola, r[c])
    valori.set(di(r), v)
  }
}

function separati(righe: readonly RigaArchivio[], di: (r: RigaArchivio) => string, c: Colonna, regola: RegolaArchivio) {
  const gruppi = Map.groupBy(righe, di)
  for (const gruppo of gruppi.values()) {
    if (gruppo.length === 1) continue
    gruppo.sort((a, b) => (a.DATAISTITUZIONE < b.DATAISTITUZIONE ? -1 : a.DATAISTITUZIONE > b.DATAISTITUZIONE ? 1 : 0))
    for (let i = 1; i < gruppo.length; i++) {
      const [prima, dopo] = [gruppo[i - 1]!, gruppo[i]!]
      if (dopo.DATAISTITUZIONE > prima.DATACESSAZIONE) continue
      const r = prima.riga > dopo.riga ? prima : dopo
      throw new ErroreArchivio(r.riga, c, regola, r[c])
    }
  }
}
