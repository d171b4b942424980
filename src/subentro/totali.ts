import type { TipoDatiFornitura, TipoDatiInvio, TipoGeneralitaSoggetto } from '../contratto/index.ts'
import type { Rilievo } from './controlli.ts'

/** What is counted while reading, and declared in the header of file and fornitura. */
export const contatori = () => ({
  schede: 0,
  italiani: 0,
  nonItaliani: 0,
  femmine: 0,
  maschi: 0,
  famiglie: 0,
  convivenze: 0,
})
export type Contatori = ReturnType<typeof contatori>

const ITALIA = '100'

export function conta(c: Contatori, s: TipoGeneralitaSoggetto): void {
  c.schede++
  const italiano =
    s.cittadinanza?.codiceStato === ITALIA || (s.altraCittadinanza?.some(a => a.codiceStato === ITALIA) ?? false)
  if (italiano) c.italiani++
  else c.nonItaliani++
  const sesso = s.generalitaSubIscr.sesso
  if (sesso === 'F' || sesso === 'f') c.femmine++
  else if (sesso === 'M' || sesso === 'm') c.maschi++
}

/** What is compared with what, and the code when they differ: official but for citizens, which have none. */
// biome-ignore format: a table
const QUADRATURE = [
  { conta: 'schede', invio: 'numeroSchedeSoggettoInvio', fornitura: 'numeroTotaleSchedeSoggetto', codici: ['EN011', 'EN012'] },
  { conta: 'italiani', invio: 'numeroCittadiniItalianiInvio', fornitura: 'numeroTotaleCittadiniItaliani', codici: ['AN004', 'AN005'] },
  { conta: 'nonItaliani', invio: 'numeroIscrittiNonItalianiInvio', fornitura: 'numeroTotaleIscrittiNonItaliani', codici: ['AN011', 'AN012'] },
  { conta: 'femmine', invio: 'numeroPersoneSessoFemminileInvio', fornitura: 'numeroTotalePersoneSessoFemminile', codici: ['EN017', 'EN018'] },
  { conta: 'maschi', invio: 'numeroPersoneSessoMaschileInvio', fornitura: 'numeroTotalePersoneSessoMaschile', codici: ['EN019', 'EN020'] },
  { conta: 'famiglie', invio: 'numeroTotaleSchedeFamigliaInvio', fornitura: 'numeroTotaleSchedeFamiglia', codici: ['EN021', 'EN022'] },
  { conta: 'convivenze', invio: 'numeroTotaleSchedeConvivenzaInvio', fornitura: 'numeroTotaleSchedeConvivenza', codici: ['EN023', 'EN024'] },
] as const satisfies readonly {
  conta: keyof Contatori
  invio: keyof TipoDatiInvio
  fornitura: keyof TipoDatiFornitura
  codici: readonly [Rilievo['codice'], Rilievo['codice']]
}[]

/** Compares one file with its header. */
export const quadraInvio = (dichiarati: TipoDatiInvio, contati: Contatori, file: string): Rilievo[] =>
  QUADRATURE.filter(q => Number(dichiarati[q.invio]) !== contati[q.conta]).map(q => ({
    codice: q.codici[0],
    file,
    campo: q.invio,
    valori: [dichiarati[q.invio], String(contati[q.conta])],
  }))

/** Compares the whole fornitura with its header; only when all its files are there. */
export function quadraFornitura(dichiarati: TipoDatiFornitura, invii: readonly Contatori[]): Rilievo[] {
  const somma = (k: keyof Contatori) => invii.reduce((n, c) => n + c[k], 0)
  return QUADRATURE.filter(q => Number(dichiarati[q.fornitura]) !== somma(q.conta)).map(q => ({
    codice: q.codici[1],
    campo: q.fornitura,
    valori: [dichiarati[q.fornitura], String(somma(q.conta))],
  }))
}
