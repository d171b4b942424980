import { Type as T } from 'typebox'
import type {
  TipoAltriDati,
  TipoAtto,
  TipoAttoANPR,
  TipoAutoveicoli,
  TipoCartaIdentita,
  TipoCensimento,
  TipoCittadinanza,
  TipoPermessoSoggiorno,
} from '../../contratto/index.ts'
import type { Tabella } from '../decodifiche/base.ts'
import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import { type Contesto, se } from '../motore/operazione.ts'
import type { RigaScheda } from '../motore/registro.query.ts'
import { CITTADINANZE } from './cittadinanza.ts'
import { ANNO, CITTADINANZA, GIORNO, testo } from './forme.ts'
import { genitore } from './genitori.ts'
import { type Regola, riga } from './riga.ts'

/** Operations 5008 that put a datum in the place of the one before: each is a row here, the declarations are made from
 *  them, and the completion (5008/20) fills with them what is missing. */

const ITALIA = '100'
const italiano = (s: RigaScheda) =>
  s.dati.cittadinanza?.codiceStato === ITALIA || (s.dati.altraCittadinanza ?? []).some(x => x.codiceStato === ITALIA)
const nellaTabella = <V>(codice: string, t: Tabella, campo: string, dato: (v: V) => string | undefined): Regola<V> => ({
  codice,
  campo,
  testo: `Il codice @ non è nella tabella di riferimento (${campo})`,
  rimedio: 'Scegli un codice della tabella',
  trova: v => {
    const k = dato(v)
    return se(k !== undefined && !decodificheDiBase().esiste(t, k), k ?? '')
  },
})
const primaDi = <V>(
  codice: string,
  campo: string,
  testo: string,
  due: (v: V) => [string | undefined, string | undefined],
) =>
  ({
    codice,
    campo,
    testo,
    rimedio: 'Controlla le due date',
    trova: v => {
      const [prima, dopo] = due(v)
      return se(prima !== undefined && dopo !== undefined && prima > dopo, prima ?? '', dopo ?? '')
    },
  }) satisfies Regola<V>

const ATTO = T.Object({
  atto: T.Optional(
    T.Unsafe<TipoAtto>(
      T.Object({ anno: ANNO, parte: testo(2), numeroAtto: testo(20), dataFormazioneAtto: T.Optional(GIORNO) }),
    ),
  ),
  attoANPR: T.Optional(T.Unsafe<TipoAttoANPR>(T.Object({}))),
})
type Atto = T.Static<typeof ATTO>
const suoAtto = (v: Atto): { anno?: string; dataFormazioneAtto?: string | undefined } =>
  v.atto ?? v.attoANPR?.atto ?? v.attoANPR?.attoANSC ?? {}

export const RIGHE = [
  riga<TipoCittadinanza[]>({
    tipo: '2',
    nome: 'Variazione della cittadinanza',
    campo: 'cittadinanze',
    forma: T.Array(CITTADINANZA, { minItems: 1, maxItems: 10 }),
    regole: [
      ...CITTADINANZE.map(r => ({
        ...r,
        trova: (v: TipoCittadinanza[], s: RigaScheda, c: Contesto<unknown>) => r.trova(v, s.nascita, c),
      })),
      {
        codice: 'EN421',
        testo: "Chi è iscritto all'AIRE deve conservare la cittadinanza italiana",
        rimedio: 'Aggiungi la cittadinanza italiana (100), o cancella la scheda per perdita della cittadinanza',
        trova: (v, s) => se(s.registro === 'E' && !v.some(x => x.codiceStato === ITALIA)),
      },
    ],
    pieno: s => s.dati.cittadinanza !== undefined,
    metti(s, [prima, ...altre]) {
      s.dati.cittadinanza = prima
      s.dati.altraCittadinanza = altre.length > 0 ? altre : undefined
    },
  }),
  riga<TipoCartaIdentita>({
    tipo: '3',
    nome: "Rilascio o variazione della carta d'identità",
    campo: 'cartaIdentita',
    luoghi: 'suoi',
    forma: T.Unsafe<TipoCartaIdentita>(
      T.Object({
        numero: testo(20),
        dataRilascio: GIORNO,
        interdizioneEspatrio: T.String({ pattern: '^[SN]$' }),
        dataScadenza: T.Optional(GIORNO),
        dataAnnullamento: T.Optional(GIORNO),
      }),
    ),
    regole: [
      {
        codice: 'EN330',
        testo: "La decorrenza @ è anteriore al rilascio della carta d'identità, @",
        rimedio: 'Registra la carta con decorrenza dal giorno del rilascio in poi',
        trova: (v, _, c) => se(v.dataRilascio > c.decorrenza, c.decorrenza, v.dataRilascio),
      },
      primaDi('AN153', 'dataScadenza', 'La carta rilasciata il @ scadrebbe prima, il @', v => [
        v.dataRilascio,
        v.dataScadenza,
      ]),
      primaDi('AN153', 'dataAnnullamento', 'La carta rilasciata il @ sarebbe annullata prima, il @', v => [
        v.dataRilascio,
        v.dataAnnullamento,
      ]),
    ],
    pieno: s => s.dati.cartaIdentita !== undefined,
    metti: (s, v) => {
      s.dati.cartaIdentita = v
    },
  }),
  riga<TipoPermessoSoggiorno>({
    tipo: '4',
    nome: 'Rilascio o rinnovo del permesso di soggiorno',
    campo: 'permessoSoggiorno',
    luoghi: 'suoi',
    forma: T.Unsafe<TipoPermessoSoggiorno>(
      T.Object({
        tipoSoggiorno: testo(2),
        dataRilascio: T.Optional(GIORNO),
        dataScadenza: T.Optional(GIORNO),
        noteSoggiorno: T.Optional(testo(240)),
      }),
    ),
    regole: [
      {
        codice: 'CN368',
        testo: 'Un cittadino italiano non ha permesso di soggiorno',
        rimedio: 'Controlla la persona, o registra prima la cittadinanza (5008/2)',
        trova: (_, s) => se(italiano(s)),
      },
      nellaTabella('EC063', 'tipoSoggiorno', 'tipoSoggiorno', v => v.tipoSoggiorno),
      {
        codice: 'EC012',
        testo: 'Con il tipo 9 la nota è obbligatoria',
        rimedio: 'Scrivi nella nota quale titolo è',
        trova: v => se(v.tipoSoggiorno === '9' && !v.noteSoggiorno),
      },
      {
        codice: 'ES029',
        campo: 'dataRilascio',
        testo: 'La data di rilascio @ è successiva a oggi, @',
        rimedio: 'Correggi la data di rilascio',
        trova: (v, _, c) => se(v.dataRilascio !== undefined && v.dataRilascio > c.oggi, v.dataRilascio ?? '', c.oggi),
      },
      primaDi('ES031', 'dataScadenza', 'Il permesso rilasciato il @ scadrebbe prima, il @', v => [
        v.dataRilascio,
        v.dataScadenza,
      ]),
      {
        codice: 'ES032',
        gravita: 'W',
        campo: 'dataScadenza',
        testo: 'Il permesso è già scaduto, il @',
        rimedio: 'Controlla se è stato rinnovato',
        trova: (v, _, c) => se(v.dataScadenza !== undefined && v.dataScadenza <= c.oggi, v.dataScadenza ?? ''),
      },
    ],
    pieno: s => s.dati.permessoSoggiorno !== undefined,
    metti: (s, v) => {
      s.dati.permessoSoggiorno = v
    },
  }),
  riga<TipoCensimento>({
    tipo: '6',
    nome: 'Dati del censimento',
    campo: 'censimento',
    forma: T.Unsafe<TipoCensimento>(
      T.Object({
        annoCensimento: ANNO,
        sezioneCensimento: testo(30),
        foglioCensimento: testo(30),
        dataRegolarizzazione: T.Optional(GIORNO),
      }),
    ),
    regole: [
      {
        codice: 'AN154',
        campo: 'annoCensimento',
        testo: "L'anno del censimento @ è nel futuro",
        rimedio: "Correggi l'anno del censimento",
        trova: (v, _, c) => se(v.annoCensimento > c.oggi.slice(0, 4), v.annoCensimento),
      },
    ],
    pieno: s => s.dati.censimento !== undefined,
    metti: (s, v) => {
      s.dati.censimento = v
    },
  }),
  riga<TipoAltriDati>({
    tipo: '7',
    nome: 'Professione e titolo di studio',
    campo: 'altriDati',
    forma: T.Unsafe<TipoAltriDati>(
      T.Object(
        {
          posizioneProfessionale: T.Optional(testo(2)),
          condizioneNonProfessionale: T.Optional(testo(2)),
          titoloStudio: T.Optional(testo(2)),
        },
        { minProperties: 1 },
      ),
    ),
    regole: [
      nellaTabella('EC064', 'posizioneProfessionale', 'posizioneProfessionale', v => v.posizioneProfessionale),
      nellaTabella(
        'EC065',
        'condizioneNonProfessionale',
        'condizioneNonProfessionale',
        v => v.condizioneNonProfessionale,
      ),
      nellaTabella('EC066', 'titoloStudio', 'titoloStudio', v => v.titoloStudio),
    ],
    pieno: s => s.dati.altriDati !== undefined,
    metti: (s, v) => {
      s.dati.altriDati = v
    },
  }),
  riga<TipoAutoveicoli>({
    tipo: '8',
    nome: 'Patente e autoveicoli',
    campo: 'autoveicoli',
    forma: T.Unsafe<TipoAutoveicoli>(
      T.Object({
        possessoAutoveicoli: T.String({ pattern: '^[SN]$' }),
        possessoPatente: T.String({ pattern: '^[SN]$' }),
      }),
    ),
    regole: [],
    pieno: s => s.dati.autoveicoli !== undefined,
    metti: (s, v) => {
      s.dati.autoveicoli = v
    },
  }),
  genitore({
    tipo: '10',
    chi: 'padre',
    di: 'del padre',
    manca: 'EN405',
    sesso: 'M',
    colonna: 'padre_id',
    dato: 'paternita',
  }),
  genitore({
    tipo: '11',
    chi: 'madre',
    di: 'della madre',
    manca: 'EN406',
    sesso: 'F',
    colonna: 'madre_id',
    dato: 'maternita',
  }),
  riga<Atto>({
    tipo: '15',
    nome: "Variazione dell'atto di nascita",
    campo: 'attoNascita',
    luoghi: 'suoi',
    forma: ATTO,
    regole: [
      {
        codice: 'EN409',
        testo: "L'atto di nascita non è indicato",
        rimedio: "Indica l'atto, o il suo identificativo ANSC",
        trova: v => se(!v.atto && !v.attoANPR?.atto && !v.attoANPR?.attoANSC),
      },
      {
        codice: 'ES013',
        testo: "L'anno @ dell'atto di nascita deve stare tra quello della nascita, @, e quello in corso, @",
        rimedio: "Correggi l'anno dell'atto",
        trova: (v, s, c) => {
          const { anno } = suoAtto(v)
          const [da, a] = [s.nascita.slice(0, 4), c.oggi.slice(0, 4)]
          return se(anno !== undefined && (anno < da || anno > a), anno ?? '', da, a)
        },
      },
      {
        codice: 'ES013',
        campo: 'dataFormazioneAtto',
        testo: "La data di formazione @ dell'atto deve stare tra la nascita, @, e oggi, @",
        rimedio: "Correggi la data di formazione dell'atto",
        trova: (v, s, c) => {
          const d = suoAtto(v).dataFormazioneAtto
          return se(d !== undefined && (d < s.nascita || d > c.oggi), d ?? '', s.nascita, c.oggi)
        },
      },
    ],
    pieno: s => s.dati.attoNascita !== undefined || s.dati.attoNascitaANPR !== undefined,
    metti(s, v) {
      s.dati.attoNascita = v.atto
      s.dati.attoNascitaANPR = v.attoANPR
    },
  }),
] as const
