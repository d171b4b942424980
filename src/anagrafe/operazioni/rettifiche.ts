import { Type as T, type TSchema } from 'typebox'
import type { TipoLuogoEvento } from '../../contratto/index.ts'
import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import { type Contesto, type Controllo, chiamata, type Operazione, operazione, se } from '../motore/operazione.ts'
import type { RigaScheda } from '../motore/registro.query.ts'
import type { Provenienza } from '../scheda.ts'
import { chiedi } from './codiceFiscale.ts'
import { attivi, esistono } from './condivisi.ts'
import { CODICE, GIORNO, ID, LUOGO_EVENTO } from './forme.ts'
import { LUOGO } from './luoghi.ts'
import { colonneDelLuogo, luogoDiNascita } from './luogoNascita.ts'

/** 5014: a date, the motive or the place of birth is overwritten where it stands. Never annulled (italia/anpr #3554): the
 *  rettifica is sent again. */

interface Soggetto {
  soggetto: string
}
/** The day of the last change of anything of hers. */
const ultimoAggiornamento = (s: RigaScheda): string =>
  Object.values(s.teste ?? {})
    .map(t => t[2])
    .concat(s.aggiornata_il ?? s.base_dal)
    .sort()
    .at(-1)!
/** Nothing registered after subentro. */
const toccata = (s: RigaScheda) =>
  s.teste?.posizione?.[0] === s.op_base || Object.values(s.teste ?? {}).some(t => t[2] > s.base_dal)

/** Birth ≤ origin of the family ≤ ingress ≤ tie; birth ≤ iscrizione ≤ residenza (EF031–EF033, OPERAZIONI.md 2). */
const ORDINE: readonly (readonly [Data | 'nascita', Data])[] = [
  ['nascita', 'aggiornata_il'],
  ['nascita', 'iscritto_dal'],
  ['nascita', 'residenza_dal'],
  ['nascita', 'ingresso_dal'],
  ['ingresso_dal', 'legame_dal'],
]
type Data = 'aggiornata_il' | 'iscritto_dal' | 'ingresso_dal' | 'residenza_dal' | 'legame_dal'
const NOMI: Readonly<Record<Data | 'nascita', string>> = {
  nascita: 'nascita',
  aggiornata_il: 'ultimo aggiornamento',
  iscritto_dal: 'prima iscrizione',
  ingresso_dal: 'ingresso in famiglia',
  residenza_dal: 'decorrenza della residenza',
  legame_dal: 'decorrenza del legame',
}
/** Field of the request → column. */
const CAMPI = {
  dataUltimoAggiornamento: 'aggiornata_il',
  dataPrimaIscrizione: 'iscritto_dal',
  dataIngressoFamiglia: 'ingresso_dal',
  dataDecorrenzaResidenza: 'residenza_dal',
  dataDecorrenzaLegame: 'legame_dal',
} as const satisfies Record<string, Data>
type Campo = keyof typeof CAMPI
type Date = Soggetto & Partial<Record<Campo | 'dataOrigineFamiglia', string>>
const nuove = (d: Date): [Data, string][] =>
  (Object.keys(CAMPI) as Campo[]).flatMap(k => (d[k] === undefined ? [] : [[CAMPI[k], d[k]] as [Data, string]]))

const inOrdine: Controllo<Date> = {
  codice: 'AN162',
  gravita: 'E',
  campo: 'date',
  testo: 'La data di @, @, verrebbe prima di quella di @, @',
  rimedio: 'Rettifica insieme le date che non vanno d’accordo',
  trova: c => {
    const s = c.b.persona(c.d.soggetto)
    if (!s) return []
    const g = s.gruppo_id === null ? undefined : c.b.gruppo(s.gruppo_id)
    const poi = { ...s, ...Object.fromEntries(nuove(c.d)) } as RigaScheda
    const toccate = new Set<string>(nuove(c.d).map(([k]) => k))
    const origine = c.d.dataOrigineFamiglia ?? g?.origine
    return [
      ...ORDINE.flatMap(([a, b]) => {
        const [x, y] = [poi[a], poi[b]]
        const male = typeof x === 'string' && typeof y === 'string' && x > y && (toccate.has(a) || toccate.has(b))
        return se(male, NOMI[b], y ?? '', NOMI[a], x ?? '')
      }),
      ...se(
        typeof origine === 'string' &&
          poi.ingresso_dal !== null &&
          origine > poi.ingresso_dal &&
          (c.d.dataOrigineFamiglia !== undefined || toccate.has('ingresso_dal')),
        NOMI.ingresso_dal,
        poi.ingresso_dal ?? '',
        'origine della famiglia',
        origine ?? '',
      ),
    ]
  },
}
const nonNelFuturo: Controllo<Date> = {
  codice: 'EN481',
  gravita: 'E',
  campo: 'date',
  testo: 'La data di @, @, è successiva a oggi',
  rimedio: 'Correggi la data',
  trova: c => [
    ...nuove(c.d).flatMap(([k, v]) => se(v > c.oggi, NOMI[k], v)),
    ...se((c.d.dataOrigineFamiglia ?? '') > c.oggi, 'origine della famiglia', c.d.dataOrigineFamiglia ?? ''),
  ],
}
const almenoUna: Controllo<Date> = {
  codice: 'EN474',
  gravita: 'E',
  campo: 'date',
  testo: 'Non è indicata nessuna delle date da rettificare',
  rimedio: 'Indica almeno una data',
  trova: c => se(nuove(c.d).length === 0 && c.d.dataOrigineFamiglia === undefined),
}
const soloDopoIlSubentro: Controllo<Date> = {
  codice: 'EN475',
  gravita: 'E',
  campo: 'soggetto',
  testo: 'Per @ ci sono modifiche con decorrenza successiva al subentro: le date non si rettificano',
  rimedio: 'Annulla prima le modifiche successive, se sono sbagliate',
  trova: c => {
    const s = c.b.persona(c.d.soggetto)
    return se(s !== undefined && toccata(s), chiamata(s, c.d.soggetto))
  },
}
function scriviDate({ d, b }: Contesto<Date>): void {
  const s = b.persona(d.soggetto)!
  for (const [k, v] of nuove(d)) s[k] = v
  if (d.dataOrigineFamiglia !== undefined && s.gruppo_id !== null)
    b.gruppo(s.gruppo_id)!.origine = d.dataOrigineFamiglia
}
const date = (...campi: readonly (Campo | 'dataOrigineFamiglia')[]) =>
  Object.fromEntries(campi.map(k => [k, T.Optional(GIORNO)]))

interface Riga<D extends Soggetto> {
  tipo: string
  nome: string
  forma: Record<string, TSchema>
  controlli: readonly Controllo<D>[]
  effetti(c: Contesto<D>): void
  chiedeCf?: Operazione<D>['chiedeCf']
}
const rettifica = <D extends Soggetto>(r: Riga<D>) =>
  operazione<D>({
    servizio: `5014/${r.tipo}`,
    nome: r.nome,
    forma: T.Object({ soggetto: ID, ...r.forma }, { additionalProperties: false }),
    nomina: d => ({ schede: [d.soggetto] }),
    competenza: d => [d.soggetto],
    evento: 'rettifica',
    tempo: 'sul posto',
    annulla: { mai: 'AN160' },
    controlli: [esistono('soggetto', d => [d.soggetto]), attivi('soggetto', d => [d.soggetto]), ...r.controlli],
    effetti: r.effetti,
    ...(r.chiedeCf && { chiedeCf: r.chiedeCf }),
  })

interface Residenza extends Soggetto {
  dataDecorrenzaResidenza: string
}
const decorrenzaResidenza = rettifica<Residenza>({
  tipo: '101',
  nome: 'Rettifica della decorrenza della residenza',
  forma: { dataDecorrenzaResidenza: GIORNO },
  controlli: [
    {
      codice: 'EN414',
      gravita: 'E',
      campo: 'dataDecorrenzaResidenza',
      testo: 'Rettifica non permessa: la decorrenza della residenza di @ è presente e congruente (@)',
      rimedio: 'Se è sbagliata l’intera registrazione, annullala (5012); se lo sono più date, usa 5014/104',
      trova: c => {
        const s = c.b.persona(c.d.soggetto)
        const r = s?.residenza_dal
        const congruente =
          s !== undefined &&
          typeof r === 'string' &&
          (s.iscritto_dal === null || r >= s.iscritto_dal) &&
          r <= ultimoAggiornamento(s)
        return se(congruente, chiamata(s, c.d.soggetto), r ?? '')
      },
    },
    {
      codice: 'EN415',
      gravita: 'E',
      campo: 'dataDecorrenzaResidenza',
      testo: 'La decorrenza della residenza @ è anteriore alla prima iscrizione, @',
      rimedio: 'Correggi la data, o rettifica prima quella di iscrizione (5014/103)',
      trova: c => {
        const i = c.b.persona(c.d.soggetto)?.iscritto_dal
        const d = c.d.dataDecorrenzaResidenza
        return se(typeof i === 'string' && d < i, d, i ?? '')
      },
    },
    {
      codice: 'EN420',
      gravita: 'E',
      campo: 'dataDecorrenzaResidenza',
      testo: "La decorrenza della residenza @ è successiva all'ultimo aggiornamento della scheda, @",
      rimedio: 'Correggi la data',
      trova: c => {
        const s = c.b.persona(c.d.soggetto)
        const d = c.d.dataDecorrenzaResidenza
        return se(s !== undefined && d > ultimoAggiornamento(s), d, s ? ultimoAggiornamento(s) : '')
      },
    },
  ],
  effetti: c => {
    c.b.persona(c.d.soggetto)!.residenza_dal = c.d.dataDecorrenzaResidenza
  },
})

interface Motivo extends Soggetto {
  motivo: number
  provenienza?: Provenienza
}
const motivoIscrizione = rettifica<Motivo>({
  tipo: '102',
  nome: 'Rettifica del motivo di iscrizione',
  forma: {
    motivo: CODICE,
    provenienza: T.Optional(LUOGO),
  },
  controlli: [
    {
      codice: 'EN411',
      gravita: 'E',
      campo: 'soggetto',
      testo: 'Il motivo di iscrizione di @ può essere rettificato soltanto dal comune di prima iscrizione',
      rimedio: 'Chiedilo al comune che iscrisse la persona',
      trova: c => {
        const s = c.b.persona(c.d.soggetto)
        const spostata = s?.teste?.posizione !== undefined && s.teste.posizione[0] !== s.op_base
        return se(s !== undefined && (spostata || s.comune_id !== c.comune), chiamata(s, c.d.soggetto))
      },
    },
    {
      codice: 'EC006',
      gravita: 'E',
      campo: 'motivo',
      testo: 'Il motivo di iscrizione @ non è nella tabella di riferimento',
      rimedio: 'Scegli un codice della tabella 7',
      trova: c => se(!decodificheDiBase().esiste('motivoIscrizione', c.d.motivo), String(c.d.motivo)),
    },
    {
      codice: 'EC036',
      gravita: 'E',
      campo: 'provenienza.stato',
      testo: 'Lo stato di provenienza @ non è nella tabella degli stati',
      rimedio: 'Controlla il codice dello stato (tabella 2)',
      trova: c => {
        const k = c.d.provenienza?.stato
        return se(k !== undefined && c.territorio.stato(k, c.oggi) === 'mai esistito', k ?? '')
      },
    },
    {
      codice: 'AN163',
      gravita: 'E',
      campo: 'provenienza.comune',
      testo: 'Il comune di provenienza @ non esiste',
      rimedio: 'Controlla il comune',
      trova: c => {
        const k = c.d.provenienza?.comune
        return se(k !== undefined && !c.territorio.comunePerId(k), String(k))
      },
    },
  ],
  effetti({ d, b }) {
    const s = b.persona(d.soggetto)!
    s.motivo_iscrizione = d.motivo
    if (d.provenienza) s.dati.provenienza = d.provenienza
  },
})

const treDate = rettifica<Date>({
  tipo: '103',
  nome: 'Rettifica di ultimo aggiornamento, prima iscrizione, ingresso in famiglia',
  forma: date('dataUltimoAggiornamento', 'dataPrimaIscrizione', 'dataIngressoFamiglia'),
  controlli: [almenoUna, soloDopoIlSubentro, nonNelFuturo, inOrdine],
  effetti: scriviDate,
})
const cinqueDate = rettifica<Date>({
  tipo: '104',
  nome: 'Rettifica delle date della scheda e della famiglia',
  forma: date(
    'dataPrimaIscrizione',
    'dataIngressoFamiglia',
    'dataDecorrenzaResidenza',
    'dataDecorrenzaLegame',
    'dataOrigineFamiglia',
  ),
  controlli: [almenoUna, nonNelFuturo, inOrdine],
  effetti: scriviDate,
})

interface Luogo extends Soggetto {
  luogoNascita: TipoLuogoEvento
}
const luogoNascita = rettifica<Luogo>({
  tipo: '105',
  nome: 'Rettifica del luogo di nascita',
  forma: { luogoNascita: LUOGO_EVENTO },
  controlli: luogoDiNascita<Luogo>('luogoNascita', c => {
    const s = c.b.persona(c.d.soggetto)
    return s && { luogo: c.d.luogoNascita, il: noto(s) }
  }),
  effetti({ d, b, territorio }) {
    const s = b.persona(d.soggetto)!
    s.dati.luogoNascita = d.luogoNascita
    Object.assign(s, colonneDelLuogo(territorio, { luogo: d.luogoNascita, il: noto(s) }))
  },
  chiedeCf: c => chiedi(c.b.persona(c.d.soggetto)!),
})
const noto = (s: RigaScheda) => s.nascita.slice(0, { G: 10, M: 7, A: 4 }[s.nascita_precisa])

export const RETTIFICHE = [decorrenzaResidenza, motivoIscrizione, treDate, cinqueDate, luogoNascita]
