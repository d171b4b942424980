import type { Tabella } from '../anagrafe/index.ts'
import type { CampoDelContratto } from '../contratto/index.ts'

/** How the value wanted of a datum is asked for and, in `richiesta_dato`, kept. `chiesto` is always the words that a person
 *  reads, as a visura writes them; `codice` is what a program takes:
 *
 *  | input | `codice` |
 *  | --- | --- |
 *  | testo, codiceFiscale | none: `chiesto` is the value, in capitals |
 *  | giorno | AAAA-MM-GG; where day, or day and month, are not known AAAA-MM, AAAA |
 *  | codice | that of the decode table |
 *  | scelta | one of `valori` |
 *  | comune | ISTAT code (six digits), or the cadastral one of a comune that never had another |
 *  | luogo | as comune; abroad the state's ISTAT code (three digits), `chiesto` being `LOCALITÀ, STATO` or `STATO` |
 *  | stato | the state's ISTAT code |
 *  | consolato | the consulate's code |
 *
 *  Where the datum should not be there at all `codice` is {@link TOGLI}. */
export type Ingresso =
  | { readonly tipo: 'testo'; readonly campo: CampoDelContratto }
  | { readonly tipo: 'codiceFiscale' }
  /** `parziale`: day, or day and month, may be unknown; `futuro`: it may lie ahead */
  | { readonly tipo: 'giorno'; readonly parziale?: true; readonly futuro?: true }
  | { readonly tipo: 'codice'; readonly tabella: Tabella; readonly uso?: string }
  | { readonly tipo: 'scelta'; readonly valori: readonly string[] }
  | { readonly tipo: 'comune' | 'luogo' | 'stato' | 'consolato' }

/** Of `richiesta_dato.codice`: the datum is to be taken away. */
export const TOGLI = '-'

/** A datum that a citizen may ask to have corrected. */
export interface Correggibile {
  /** decode table 57; also the id of the visura's field that shows its present value */
  readonly dato: string
  /** decode table 56 */
  readonly sezione: string
  readonly ingresso: Ingresso
  /** the register can be without it: one may ask that it be taken away */
  readonly facoltativo: boolean
}

/** The sections (decode table 56) in the order in which they are offered, each with the visura's that shows its data. */
// biome-ignore format: a table
export const SEZIONI_CORREGGIBILI = [
  { codice: '1', visura: 'generalita' },
  { codice: '2', visura: 'stato-civile' },
  { codice: '3', visura: 'residenza' },
  { codice: '4', visura: 'famiglia' },
  { codice: '5', visura: 'atto-di-nascita' },
  { codice: '6', visura: 'matrimonio' },
  { codice: '17', visura: 'matrimonio' },
  { codice: '7', visura: 'unione-civile' },
  { codice: '8', visura: 'convivenza-di-fatto' },
  { codice: '9', visura: 'convivenza-di-fatto' },
  { codice: '10', visura: 'vedovanza' },
  { codice: '11', visura: 'divorzio' },
  { codice: '12', visura: 'carta-identita' },
  { codice: '13', visura: 'permesso-soggiorno' },
] as const

const testo = (campo: CampoDelContratto): Ingresso => ({ tipo: 'testo', campo })
const codice = (tabella: Tabella, uso?: string): Ingresso => ({ tipo: 'codice', tabella, ...(uso && { uso }) })
const GIORNO: Ingresso = { tipo: 'giorno' }
const PARZIALE: Ingresso = { tipo: 'giorno', parziale: true }
const SCADENZA: Ingresso = { tipo: 'giorno', futuro: true }
const COMUNE: Ingresso = { tipo: 'comune' }
const LUOGO: Ingresso = { tipo: 'luogo' }
const CF: Ingresso = { tipo: 'codiceFiscale' }
const F = 'facoltativo'

type Riga = readonly [dato: string, ingresso: Ingresso, facoltativo?: typeof F]
/** The other of a couple, under the names that table 57 begins with. */
const altro = (nome: string): Riga[] => [
  [`${nome}COGNOME`, testo('nome')],
  [`${nome}NOME`, testo('nome')],
  [`${nome}CODICEFISCALE`, CF, F],
  [`${nome}DATANASCITA`, PARZIALE],
  [`${nome}LUOGONASCITA`, LUOGO],
]

// biome-ignore format: a table
const DATI: Readonly<Record<string, readonly Riga[]>> = {
  1: [
    ['COGNOME', testo('nome'), F], ['NOME', testo('nome'), F], ['CODICEFISCALE', CF], ['SESSO', { tipo: 'scelta', valori: ['F', 'M'] }],
    ['DATANASCITA', PARZIALE], ['LUOGONASCITA', LUOGO],
  ],
  2: [['STATOCIVILE', codice('statoCivile')]],
  3: [
    ['SPECIETOPONIMO', codice('specieToponimo')], ['DENOMINAZIONETOPONIMO', testo('toponimo')], ['CIVICO', testo('civico'), F],
    ['LETTERA', testo('lettera'), F], ['ESPONENTE', testo('esponente'), F], ['COLORE', testo('colore'), F], ['CORTE', testo('interno'), F],
    ['SCALA', testo('interno'), F], ['SCALAESTERNA', testo('scalaEsterna'), F], ['INTERNO', testo('interno'), F],
    ['ESPONENTEINTERNO', testo('esponenteInterno'), F], ['ISOLATO', testo('isolato'), F], ['FRAZIONE', testo('frazione'), F], ['CAP', testo('cap')],
    ['COMUNERESIDENZA', COMUNE], ['PROVINCIARESIDENZA', testo('provincia')],
    ['STATOESTERO', { tipo: 'stato' }], ['LOCALITAESTERA', testo('localita'), F], ['INDIRIZZOESTERO', testo('indirizzoEstero'), F],
    ['CIVICOESTERO', testo('civicoEstero'), F], ['CAPESTERO', testo('capEstero'), F], ['CONTEAESTERA', testo('contea'), F],
    ['CONSOLATO', { tipo: 'consolato' }],
  ],
  4: [['LEGAME', codice('legameFamiglia', 'corrente')]],
  5: [['ATTONASCITACOMUNE', COMUNE], ['ATTONASCITAANNO', testo('anno')], ['ATTONASCITAPARTE', testo('parte')], ['ATTONASCITASERIE', testo('serie'), F]],
  6: [...altro('CONIUGE'), ['MATRIMONIODATA', PARZIALE], ['MATRIMONIOLUOGO', LUOGO, F]],
  17: [['ALTROMATRIMONIO', testo('ordine'), F]],
  7: [...altro('UNITO'), ['UNIONEDATA', PARZIALE], ['UNIONELUOGO', LUOGO, F]],
  8: [...altro('CONVIVENTE'), ['CONVIVENZADATA', GIORNO, F], ['CONVIVENZALUOGO', LUOGO, F]],
  9: [['RISOLUZIONEDATA', GIORNO, F], ['RISOLUZIONELUOGO', LUOGO, F], ['RISOLUZIONEMOTIVO', codice('cessazioneUnione', 'convivenzaDiFatto'), F]],
  10: [
    ['VEDOVANZADATA', PARZIALE], ['VEDOVANZALUOGO', LUOGO, F], ['VEDOVANZAATTONUMERO', testo('numeroAtto')], ['VEDOVANZAATTOSERIE', testo('serie'), F],
    ['VEDOVANZAATTODATA', GIORNO, F], ['VEDOVANZAATTOCOMUNE', COMUNE],
  ],
  11: [
    ['TIPOCESSAZIONE', codice('cessazioneMatrimonio')], ['SENTENZANUMERO', testo('sentenza'), F], ['SENTENZADATA', GIORNO],
    ['SENTENZAAUTORITA', testo('autorita')], ['TIPOTRIBUNALE', codice('tipoTribunale')], ['DIVORZIOATTOCOMUNE', COMUNE],
    ['DIVORZIOATTOANNO', testo('anno')], ['DIVORZIOATTONUMERO', testo('numeroAtto')], ['DIVORZIOATTOPARTE', testo('parte')],
    ['DIVORZIOATTOSERIE', testo('serie'), F], ['DIVORZIOATTODATA', GIORNO, F],
  ],
  12: [
    ['NUMEROCARTAIDENTITA', testo('carta')], ['DATARILASCIOCARTAIDENTITA', GIORNO], ['DATASCADENZACARTAIDENTITA', SCADENZA, F],
    ['DATAANNULLAMENTOCARTAIDENTITA', GIORNO, F], ['TIPOCARTAIDENTITA', { tipo: 'scelta', valori: ['cartacea', 'elettronica'] }, F],
    ['COMUNERILASCIOCARTAIDENTITA', COMUNE],
  ],
  13: [
    ['NUMEROSOGGIORNO', testo('soggiorno'), F], ['TIPOSOGGIORNO', codice('tipoSoggiorno')], ['DATARILASCIOSOGGIORNO', GIORNO, F],
    ['DATASCADENZASOGGIORNO', SCADENZA, F], ['QUESTURARILASCIOSOGGIORNO', testo('questura'), F], ['COMUNERILASCIOSOGGIORNO', COMUNE, F],
    ['NUMEROPASSAPORTO', testo('passaporto'), F],
  ],
}

/** Every datum that may be corrected, by its code (CITTADINO 3.1, 1.2), in the order in which it is offered. What the
 *  ministry has switched off, or explains otherwise, stands in the database: see `correggibili`. */
export const CORREGGIBILI: ReadonlyMap<string, Correggibile> = new Map(
  SEZIONI_CORREGGIBILI.flatMap(({ codice: sezione }) =>
    DATI[sezione]!.map(([dato, ingresso, facoltativo]) => [
      dato,
      { dato, sezione, ingresso, facoltativo: facoltativo === F },
    ]),
  ),
)
