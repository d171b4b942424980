import { Type as T } from 'typebox'
import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import { perRicerca } from '../lettere.ts'
import { type Contesto, type Controllo, chiamata, operazione, se } from '../motore/operazione.ts'
import type { RigaScheda } from '../motore/registro.query.ts'
import { valore } from '../motore/sezioni.ts'
import type { Territorio } from '../territorio/territorio.ts'
import { chiedi, GESTIONE_CF, gestione } from './codiceFiscale.ts'
import { attivi, certificabile, esistono } from './condivisi.ts'
import { GIORNO, ID, LUOGO_EVENTO } from './forme.ts'
import { colonneDelLuogo, luogoDiNascita } from './luogoNascita.ts'

const SENZA = T.Optional(T.Literal('1'))
const NOME = T.Optional(T.String({ minLength: 1, maxLength: 100 }))
const GENERALITA = T.Object({
  cognome: NOME,
  senzaCognome: SENZA,
  nome: NOME,
  senzaNome: SENZA,
  sesso: T.Optional(T.Union([T.Literal('M'), T.Literal('F'), T.Literal('N')])),
  dataNascita: T.Optional(GIORNO),
  senzaGiorno: SENZA,
  senzaGiornoMese: SENZA,
  luogoNascita: T.Optional(LUOGO_EVENTO),
})
type Generalita = T.Static<typeof GENERALITA>
const ANAGRAFICI = T.Object({
  soggetto: ID,
  generalita: T.Optional(GENERALITA),
  statoCivile: T.Optional(
    T.Object({ statoCivile: T.String(), noteStatoCivile: T.Optional(T.String({ minLength: 1, maxLength: 240 })) }),
  ),
  attributi: T.Optional(
    T.Object(
      {
        senzaFissaDimora: T.Optional(T.Union([T.Literal('S'), T.Literal('N')])),
        soggettoCertificabile: T.Optional(T.String()),
      },
      { minProperties: 1 },
    ),
  ),
  /** 0 validate, 1 attribute, 2 omocode; left out: validate the code there is, or ask for one */
  gestioneCF: GESTIONE_CF,
})
type Anagrafici = T.Static<typeof ANAGRAFICI>

/** What all the generalità are, and whether each is there: a change says them all, also those that stay (EN139). */
const OBBLIGATORI: readonly { campo: string; manca(g: Generalita): boolean }[] = [
  { campo: 'cognome', manca: g => !g.cognome && !g.senzaCognome },
  { campo: 'nome', manca: g => !g.nome && !g.senzaNome },
  { campo: 'sesso', manca: g => !g.sesso },
  { campo: 'dataNascita', manca: g => !g.dataNascita },
  { campo: 'luogoNascita', manca: g => !g.luogoNascita },
]
const precisione = (g: Generalita) => (g.senzaGiornoMese ? 'A' : g.senzaGiorno ? 'M' : 'G')
const CIFRE = { G: 10, M: 7, A: 4 }
/** As much of the day of birth as is known. */
const giornoNoto = (g: Generalita) => (g.dataNascita ?? '').slice(0, CIFRE[precisione(g)])

const statoCivileDi = (d: Anagrafici) => d.statoCivile?.statoCivile
/** Which kind of open bond goes with a stato civile (T1). */
const VINCOLO: Readonly<Record<string, 1 | 2>> = { 2: 1, 6: 2 }

const controlliDiGeneralita: readonly Controllo<Anagrafici>[] = [
  {
    codice: 'EN139',
    gravita: 'E',
    campo: 'generalita',
    testo: 'Manca il dato «@»: vanno inseriti tutti i dati anagrafici, anche quelli non modificati',
    rimedio: 'Ripeti tutte le generalità, comprese quelle che non cambiano',
    trova: c => OBBLIGATORI.flatMap(o => se(c.d.generalita !== undefined && o.manca(c.d.generalita), o.campo)),
  },
  {
    codice: 'ES057',
    gravita: 'E',
    campo: 'generalita',
    testo: 'Il soggetto non può essere insieme senza cognome e senza nome, né avere il dato che dice di non avere',
    rimedio: 'Indica il cognome o «senza cognome», il nome o «senza nome», non entrambi senza',
    trova: c => {
      const g = c.d.generalita
      return se(!!g && !!((g.senzaCognome && g.senzaNome) || (g.senzaCognome && g.cognome) || (g.senzaNome && g.nome)))
    },
  },
  {
    codice: 'AN156',
    gravita: 'E',
    campo: 'generalita',
    testo: '«@» contiene caratteri che un nome non ha',
    rimedio: 'Usa lettere, spazi, apostrofi, punti, virgole e trattini',
    trova: c =>
      [c.d.generalita?.cognome, c.d.generalita?.nome].flatMap(n =>
        se(n !== undefined && !/^[\p{L}\p{M}' .,-]+$/u.test(n), n ?? ''),
      ),
  },
  {
    codice: 'ES008',
    gravita: 'E',
    campo: 'generalita.dataNascita',
    testo: 'La data di nascita @ è successiva alla decorrenza @',
    rimedio: 'Correggi la data di nascita',
    trova: c => {
      const n = c.d.generalita?.dataNascita
      return se(n !== undefined && n > c.decorrenza, n ?? '', c.decorrenza)
    },
  },
  {
    codice: 'AN157',
    gravita: 'W',
    campo: 'generalita.dataNascita',
    testo: 'La data di nascita @ è successiva alla prima iscrizione nel comune, @',
    rimedio: 'Controlla le due date; quella di iscrizione si rettifica con 5014/103',
    trova: c => {
      const [n, s] = [c.d.generalita?.dataNascita, c.b.persona(c.d.soggetto)]
      const i = s?.iscritto_dal
      return se(n !== undefined && typeof i === 'string' && n > i, n ?? '', i ?? '')
    },
  },
  ...luogoDiNascita<Anagrafici>('generalita.luogoNascita', c => {
    const g = c.d.generalita
    return g?.luogoNascita && g.dataNascita ? { luogo: g.luogoNascita, il: giornoNoto(g) } : undefined
  }),
]

const controlliDiStatoCivile: readonly Controllo<Anagrafici>[] = [
  {
    codice: 'EC001',
    gravita: 'E',
    campo: 'statoCivile',
    testo: 'Il codice di stato civile @ non è nella tabella di riferimento',
    rimedio: 'Scegli un codice della tabella 1',
    trova: c => {
      const k = statoCivileDi(c.d)
      return se(k !== undefined && !decodificheDiBase().esiste('statoCivile', k), k ?? '')
    },
  },
  {
    codice: 'EC010',
    gravita: 'E',
    campo: 'noteStatoCivile',
    testo: 'Con lo stato civile 9 (ignoto, non classificabile) la nota è obbligatoria',
    rimedio: 'Scrivi nella nota perché lo stato civile non si conosce',
    trova: c => se(statoCivileDi(c.d) === '9' && !c.d.statoCivile?.noteStatoCivile),
  },
  {
    codice: 'AN158',
    gravita: 'W',
    campo: 'statoCivile',
    testo: 'Lo stato civile @ non va d’accordo con i vincoli di @ che risultano aperti',
    rimedio: 'Registra il vincolo o la sua fine (5008/12–14, 5008/18, 5008/19), o correggi lo stato civile',
    trova: c => {
      const k = statoCivileDi(c.d)
      if (k === undefined || k === '9') return []
      // A convivenza di fatto (3) leaves the stato civile as it is.
      const aperti = c.b.unioniAperte(c.d.soggetto).filter(u => u.tipo !== 3)
      const atteso = VINCOLO[k]
      const male = atteso ? !aperti.some(u => u.tipo === atteso) : aperti.length > 0
      return se(male, k, chiamata(c.b.persona(c.d.soggetto), c.d.soggetto))
    },
  },
]

function metti(s: RigaScheda, g: Generalita, t: Territorio): void {
  s.cognome = g.cognome ?? null
  s.nome = g.nome ?? null
  s.cognome_ricerca = g.cognome ? perRicerca(g.cognome) : null
  s.nome_ricerca = g.nome ? perRicerca(g.nome) : null
  s.sesso = g.sesso!
  s.nascita = g.dataNascita!
  s.nascita_precisa = precisione(g)
  s.dati.luogoNascita = g.luogoNascita!
  Object.assign(s, colonneDelLuogo(t, { luogo: g.luogoNascita!, il: giornoNoto(g) }))
}

/** 5008/1: generalità (all of them again), stato civile, attributi. It is not annulled: the opposite is sent (EN234). The
 *  Anagrafe tributaria is asked afterwards whether a new codice fiscale follows; the register does not wait. */
const datiAnagrafici = operazione<Anagrafici>({
  servizio: '5008/1',
  nome: 'Variazione dei dati anagrafici',
  forma: ANAGRAFICI,
  nomina: d => ({ schede: [d.soggetto] }),
  competenza: d => [d.soggetto],
  evento: 'generalita',
  annulla: { mai: 'EN234' },
  controlli: [
    esistono('soggetto', d => [d.soggetto]),
    attivi('soggetto', d => [d.soggetto]),
    {
      codice: 'ES068',
      gravita: 'E',
      campo: 'dati',
      testo: 'Non è indicato nessun dato anagrafico da modificare',
      rimedio: 'Indica le generalità, lo stato civile, gli attributi, o che cosa chiedere del codice fiscale',
      trova: c => se(!c.d.generalita && !c.d.statoCivile && !c.d.attributi && c.d.gestioneCF === undefined),
    },
    ...controlliDiGeneralita,
    ...controlliDiStatoCivile,
    certificabile(d => d.attributi?.soggettoCertificabile),
    ...gestione<Anagrafici>(c => {
      const s = c.b.persona(c.d.soggetto)
      return s && { chi: chiamata(s, s.id), codice: s.codice_fiscale, validato: s.cf_validita === 1 }
    }, 'EN146'),
  ],
  effetti({ d, b, territorio }) {
    const s = b.persona(d.soggetto)!
    if (d.generalita) metti(s, d.generalita, territorio)
    if (d.statoCivile) {
      const { statoCivile, ...note } = d.statoCivile
      s.stato_civile = Number(statoCivile)
      s.dati.statoCivile = Object.keys(note).length > 0 ? note : undefined
    }
    if (d.attributi?.senzaFissaDimora) s.senza_fissa_dimora = d.attributi.senzaFissaDimora === 'S'
    if (d.attributi?.soggettoCertificabile) s.certificabile = Number(d.attributi.soggettoCertificabile)
  },
  // Asked also when nothing changes: so a code not yet validated becomes so (italia/anpr #2571).
  chiedeCf: ({ d, b }: Contesto<Anagrafici>) => {
    const s = b.persona(d.soggetto)!
    const era = b.prima('S', s.id) as RigaScheda
    const cambiate = JSON.stringify(valore('S', era, 'generalita')) !== JSON.stringify(valore('S', s, 'generalita'))
    return cambiate || d.gestioneCF !== undefined ? chiedi(s, d.gestioneCF) : []
  },
})

export const GENERALITA_E_STATO = [datiAnagrafici]
