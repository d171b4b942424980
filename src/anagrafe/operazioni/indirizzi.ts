import { isDeepStrictEqual as stesso } from 'node:util'
import { Type as T } from 'typebox'
import { type Contesto, type Controllo, chiamata, operazione, se } from '../motore/operazione.ts'
import type { RigaScheda } from '../motore/registro.query.ts'
import type { Valore } from '../motore/sezioni.ts'
import type { Indirizzo } from '../scheda.ts'
import { attivi, esistono, gruppoAperto } from './condivisi.ts'
import { GIORNO, ID, INDIRIZZO } from './forme.ts'
import { residenzaQui } from './luoghi.ts'

/** What operations 5001 and 5005 do to addresses without anybody moving. */

/** Whose address it is, of a family or of one person. */
type Chi<D> = (c: Contesto<D>) => RigaScheda[]

const giaResidenti = <D>(tipo: string, chi: Chi<D>, registri = 'R'): Controllo<D> => ({
  codice: 'EN429',
  gravita: 'E',
  campo: 'soggetto',
  testo: `Il tipo di mutazione ${tipo} è utilizzabile solo se il cittadino è già residente nel comune: @ non lo è`,
  rimedio: 'Se la persona viene ad abitare nel comune, registra il trasferimento di residenza (5001/4, 5005/2)',
  trova: c => chi(c).flatMap(s => se(s.comune_id !== c.comune || !registri.includes(s.registro), chiamata(s, s.id))),
})

const FAMIGLIA = T.Object({ famiglia: ID, residenza: INDIRIZZO })
type Famiglia = T.Static<typeof FAMIGLIA>
const SOGGETTO = T.Object({ soggetto: ID, indirizzo: INDIRIZZO })
type Soggetto = T.Static<typeof SOGGETTO>
const membri: Chi<{ famiglia: string }> = c => c.b.membri(c.d.famiglia)
const lui: Chi<{ soggetto: string }> = c => [c.b.persona(c.d.soggetto)].filter(s => s?.stato === 'A') as RigaScheda[]

/** The address of a whole family is written otherwise from the decorrenza on; since when they live there stays. T25 says
 *  why: 10 the streets were named or numbered anew, 11 what the accertamento found. */
const RISCRITTURE = [
  { tipo: '7', nome: 'Revisione onomastica o numerica dell’indirizzo', tipoIndirizzo: '10' },
  { tipo: '8', nome: 'Rettifica dell’indirizzo dopo accertamenti', tipoIndirizzo: '11' },
].map(r =>
  operazione<Famiglia>({
    servizio: `5001/${r.tipo}`,
    nome: r.nome,
    forma: FAMIGLIA,
    nomina: d => ({ gruppi: [d.famiglia] }),
    competenza: () => [],
    evento: 'indirizzo',
    tempo: 'dalla decorrenza',
    annulla: { con: '5012' },
    controlli: [
      gruppoAperto('famiglia', d => [d.famiglia]),
      giaResidenti(r.tipo, membri),
      residenzaQui(d => d.residenza),
    ],
    effetti(c) {
      for (const s of membri(c)) s.dati.residenza = { ...c.d.residenza, tipoIndirizzo: r.tipoIndirizzo }
    },
  }),
)

const MATERIALE = T.Object({
  famiglia: ID,
  residenza: INDIRIZZO,
  /** what is wrong; left out: the address of the family now */
  errata: T.Optional(INDIRIZZO),
})
type Materiale = T.Static<typeof MATERIALE>
const errata = (c: Pick<Contesto<Materiale>, 'd' | 'b'>): Indirizzo | undefined =>
  c.d.errata ?? (c.b.capo(c.d.famiglia) ?? c.b.membri(c.d.famiglia)[0])?.dati.residenza
const daCorreggere = (c: Contesto<Materiale>) => membri(c).filter(s => stesso(s.dati.residenza, errata(c)))
/** The day from which the address that somebody has counts. */
export const dal = (s: RigaScheda): string =>
  s.teste?.residenza?.[1] ?? s.residenza_dal ?? s.aggiornata_il ?? s.base_dal

/** 5001/9: a material error in an address. The only correction that reaches back: whoever ever lived in the family at that
 *  address has the right one, from the day on which the wrong one began (OPERAZIONI.md 1.3; italia/anpr #2494). */
const erroreMateriale = operazione<Materiale>({
  servizio: '5001/9',
  nome: 'Correzione di un errore materiale nell’indirizzo',
  forma: MATERIALE,
  nomina: d => ({ gruppi: [d.famiglia] }),
  competenza: () => [],
  evento: 'indirizzo',
  tempo: 'sul posto',
  annulla: { con: '5012' },
  controlli: [
    gruppoAperto('famiglia', d => [d.famiglia]),
    // An address abroad may be miswritten too.
    giaResidenti('9', membri, 'RE'),
    residenzaQui(d => d.residenza),
    {
      codice: 'EN526',
      gravita: 'E',
      campo: 'dataDecorrenza',
      testo: "La decorrenza @ della correzione deve essere quella dell'indirizzo registrato, @",
      rimedio: "Indica la decorrenza dell'indirizzo da correggere",
      trova: c => {
        const [primo] = daCorreggere(c)
        const date = daCorreggere(c).map(dal)
        return se(primo !== undefined && !date.includes(c.decorrenza), c.decorrenza, date[0] ?? '')
      },
    },
  ],
  passati: {
    sezione: 'residenza',
    gruppo: d => d.famiglia,
    giusto: (c, v: Valore) => (stesso(v.residenza, errata(c)) ? { ...v, residenza: c.d.residenza } : undefined),
  },
  effetti(c) {
    for (const s of daCorreggere(c)) s.dati.residenza = c.d.residenza
  },
})

/** Back to the address before subentro, which ANPR never knew: only while nothing has touched the one that came with it. */
const primaDelSubentro = <D>(chi: Chi<D>, da: (d: D) => string): Controllo<D>[] => [
  {
    codice: 'EN416',
    gravita: 'E',
    campo: 'residenza',
    testo:
      'Il ripristino della residenza è consentito soltanto a valle del subentro: quella di @ è già cambiata, o non viene dal subentro',
    rimedio: 'Annulla le mutazioni successive (5012), o registra un trasferimento',
    trova: c =>
      chi(c).flatMap(s =>
        se(s.teste?.residenza !== undefined || s.teste?.posizione?.[0] === s.op_base, chiamata(s, s.id)),
      ),
  },
  {
    codice: 'EN426',
    gravita: 'E',
    campo: 'dataDecorrenzaResidenza',
    testo: 'La data di decorrenza della residenza @ è successiva al subentro, @',
    rimedio: 'Indica da quando la persona abitava al vecchio indirizzo',
    trova: c =>
      chi(c)
        .slice(0, 1)
        .flatMap(s => se(da(c.d) > s.base_dal, da(c.d), s.base_dal)),
  },
  {
    codice: 'EN415',
    gravita: 'E',
    campo: 'dataDecorrenzaResidenza',
    testo: 'La data di decorrenza della residenza @ è anteriore alla prima iscrizione di @, @',
    rimedio: 'Correggi la data, o rettifica prima quella di iscrizione (5014/103)',
    trova: c =>
      chi(c).flatMap(s =>
        se(s.iscritto_dal !== null && da(c.d) < s.iscritto_dal, da(c.d), chiamata(s, s.id), s.iscritto_dal ?? ''),
      ),
  },
]
const RIPRISTINO_FAMIGLIA = T.Object({ famiglia: ID, residenza: INDIRIZZO, dataDecorrenzaResidenza: GIORNO })
type RipristinoFamiglia = T.Static<typeof RIPRISTINO_FAMIGLIA>
const ripristinoFamiglia = operazione<RipristinoFamiglia>({
  servizio: '5001/6',
  nome: 'Ripristino della residenza anteriore al subentro',
  forma: RIPRISTINO_FAMIGLIA,
  nomina: d => ({ gruppi: [d.famiglia] }),
  competenza: () => [],
  evento: 'indirizzo',
  annulla: { con: '5012' },
  controlli: [
    gruppoAperto('famiglia', d => [d.famiglia]),
    giaResidenti('6', membri),
    residenzaQui(d => d.residenza),
    ...primaDelSubentro<RipristinoFamiglia>(membri, d => d.dataDecorrenzaResidenza),
  ],
  effetti(c) {
    for (const s of membri(c)) riporta(s, c.d.residenza, c.d.dataDecorrenzaResidenza)
  },
})
function riporta(s: RigaScheda, residenza: Indirizzo, da: string): void {
  s.dati.residenza = residenza
  s.residenza_dal = da
}
const RIPRISTINO = T.Object({
  soggetti: T.Array(ID, { minItems: 1, maxItems: 100 }),
  residenza: INDIRIZZO,
  dataDecorrenzaResidenza: GIORNO,
})
type Ripristino = T.Static<typeof RIPRISTINO>
const loro: Chi<Ripristino> = c => c.d.soggetti.flatMap(id => c.b.persona(id) ?? []).filter(s => s.stato === 'A')
const ripristinoPersone = operazione<Ripristino>({
  servizio: '5005/6',
  nome: 'Ripristino della residenza anteriore al subentro, di persone',
  forma: RIPRISTINO,
  nomina: d => ({ schede: d.soggetti }),
  competenza: () => [],
  evento: 'indirizzo',
  annulla: { con: '5012' },
  controlli: [
    esistono('soggetti', d => d.soggetti),
    attivi('soggetti', d => d.soggetti),
    giaResidenti('6', loro),
    residenzaQui(d => d.residenza),
    ...primaDelSubentro<Ripristino>(loro, d => d.dataDecorrenzaResidenza),
  ],
  effetti(c) {
    for (const s of loro(c)) riporta(s, c.d.residenza, c.d.dataDecorrenzaResidenza)
  },
})

const DIMORA = T.Object({ soggetto: ID, senzaFissaDimora: T.Boolean(), domicilio: T.Optional(INDIRIZZO) })
/** 5005/1: who has no fixed abode is resident where she has her domicile (law 1228/1954 art. 2). */
const senzaFissaDimora = operazione<T.Static<typeof DIMORA>>({
  servizio: '5005/1',
  nome: 'Variazione di senza fissa dimora',
  forma: DIMORA,
  nomina: d => ({ schede: [d.soggetto] }),
  competenza: () => [],
  evento: 'indirizzo',
  annulla: { con: '5012' },
  controlli: [
    esistono('soggetto', d => [d.soggetto]),
    attivi('soggetto', d => [d.soggetto]),
    giaResidenti('1', lui),
    residenzaQui(d => d.domicilio, 'domicilio'),
  ],
  effetti({ d, b }) {
    const s = b.persona(d.soggetto)!
    s.senza_fissa_dimora = d.senzaFissaDimora
    if (d.domicilio) s.dati.domicilioEletto = d.domicilio
  },
})

/** A second address beside the residence, inside the comune; T25 says of which kind. */
const SECONDI = [
  {
    tipo: '3',
    nome: 'Variazione della dimora abituale',
    campo: 'dimoraAbituale',
    tipoIndirizzo: '2',
    manca: 'EF050',
    che: 'la dimora abituale',
  },
  {
    tipo: '4',
    nome: 'Variazione del domicilio eletto',
    campo: 'domicilioEletto',
    tipoIndirizzo: '3',
    manca: 'EF053',
    che: 'il domicilio eletto',
  },
] as const
const secondiIndirizzi = SECONDI.map(r =>
  operazione<Soggetto>({
    servizio: `5005/${r.tipo}`,
    nome: r.nome,
    forma: SOGGETTO,
    nomina: d => ({ schede: [d.soggetto] }),
    competenza: () => [],
    evento: 'indirizzo',
    annulla: { con: '5012' },
    controlli: [
      esistono('soggetto', d => [d.soggetto]),
      attivi('soggetto', d => [d.soggetto]),
      giaResidenti(r.tipo, lui),
      {
        codice: r.manca,
        gravita: 'E',
        campo: 'indirizzo',
        testo: `Non è indicato l'indirizzo: ${r.che}`,
        rimedio: `Indica ${r.che}`,
        trova: c => se(!('indirizzo' in c.d.indirizzo) || !c.d.indirizzo.indirizzo),
      },
      residenzaQui(d => d.indirizzo, 'indirizzo'),
    ],
    effetti({ d, b }) {
      b.persona(d.soggetto)!.dati[r.campo] = { ...d.indirizzo, tipoIndirizzo: r.tipoIndirizzo }
    },
  }),
)

export const INDIRIZZI = [
  ...RISCRITTURE,
  erroreMateriale,
  ripristinoFamiglia,
  ripristinoPersone,
  senzaFissaDimora,
  ...secondiIndirizzi,
]
