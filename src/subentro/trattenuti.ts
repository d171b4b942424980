import type { Rilievo } from './controlli.ts'

/** What was noted at one scheda or gruppo while reading. */
export type Trovato = Omit<Rilievo, 'file' | 'riga' | 'colonna'>

const CIFRE = /^[0-9]+$/
/** The register holds years 0001 to 9999; xs:date would admit more. */
const èData = (v: string) => v.length === 10 && v > '0001'

/** Keeps what a column cannot hold: the value goes to `dati.inviato`, the anomaly is noted, the column stays empty. */
export function trattenuti() {
  const rilievi: Trovato[] = []
  const inviato: Record<string, string> = {}
  const trattieni = (codice: Trovato['codice'], campo: string, v: string): undefined => {
    inviato[campo] = v
    rilievi.push({ codice, campo, valori: [v] })
  }
  return {
    rilievi,
    inviato,
    trattieni,
    data: (campo: string, v: string | undefined) => (v === undefined || èData(v) ? v : trattieni('AN008', campo, v)),
    /** The contract's digits are all of Unicode's; a column wants 0 to 9. */
    numero: (campo: string, v: string | undefined) =>
      v === undefined || CIFRE.test(v) ? v : trattieni('AN013', campo, v),
    ammesso: (campo: string, v: string | undefined, fra: ReadonlySet<number>, codice: Trovato['codice']) =>
      v === undefined || (CIFRE.test(v) && fra.has(Number(v))) ? v : trattieni(codice, campo, v),
    inviati: () => (Object.keys(inviato).length > 0 ? inviato : undefined),
    rilieviJson: () => (rilievi.length > 0 ? JSON.stringify(rilievi) : undefined),
  }
}
