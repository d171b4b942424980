import { Type as T } from 'typebox'
import type { TipoCittadinanza } from '../../contratto/index.ts'
import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import { type Contesto, type Controllo, type Operazione, operazione, se } from '../motore/operazione.ts'
import type { DatiIscrizione, DatiScheda } from '../scheda.ts'
import { cittadinanzeBuone } from './cittadinanza.ts'
import { chiedi, codiceSuo, GESTIONE_CF, gestione } from './codiceFiscale.ts'
import { coerenti } from './coerenza.ts'
import { gruppoAperto, gruppoDelComune, nonDopo } from './condivisi.ts'
import { CITTADINANZA, CODICE, ID, INDIRIZZO, SENTENZA_VALIDA } from './forme.ts'
import { diChiEntra, ID_FAMIGLIA, ID_SOGGETTO } from './idComune.ts'
import {
  ANNO_ESPATRIO,
  CHI,
  entra,
  entraIn,
  espatriato,
  generalitaDi,
  identita,
  natoInUnLuogo,
  nonGiaInAnpr,
} from './ingresso.ts'
import { estera, LUOGO, luogoNoto, residenzaEstera, residenzaQui } from './luoghi.ts'

/** Sections that an iscrizione may bring along as they are. Bonds are not among them: they are registered by 5008. */
const ALTRE = ['attoNascita', 'paternita', 'maternita', 'cartaIdentita', 'permessoSoggiorno', 'altriDati'] as const
type Altre = Partial<Pick<DatiScheda, (typeof ALTRE)[number]>>

const ISCRIZIONE = T.Object({
  ...CHI,
  gestioneCF: GESTIONE_CF,
  ...ID_SOGGETTO,
  ...ID_FAMIGLIA,
  /** the cancelled scheda that is opened again */
  scheda: T.Optional(ID),
  /** T7: 2, 4 …; of AIRE T19: C01, C03 … */
  motivo: T.String({ pattern: '^C?\\d{1,2}$' }),
  note: T.Optional(T.String({ maxLength: 1000 })),
  sentenza: T.Optional(SENTENZA_VALIDA),
  provenienza: T.Optional(LUOGO),
  /** AIRE: T20 and T21 */
  iniziativa: T.Optional(T.String({ maxLength: 2 })),
  individuazione: T.Optional(T.String({ maxLength: 2 })),
  ...ANNO_ESPATRIO,
  cittadinanze: T.Array(CITTADINANZA, { minItems: 1, maxItems: 10 }),
  statoCivile: T.Optional(CODICE),
  /** the family or convivenza that she enters; absent: a new family */
  gruppo: T.Optional(ID),
  motivoFamiglia: T.Optional(CODICE),
  legame: CODICE,
  /** absent: the address of the family that she enters */
  residenza: T.Optional(INDIRIZZO),
  altreSezioni: T.Optional(
    T.Unsafe<Altre>(
      T.Object(Object.fromEntries(ALTRE.map(s => [s, T.Optional(T.Object({}))])), { additionalProperties: false }),
    ),
  ),
})
type Iscrizione = T.Static<typeof ISCRIZIONE>
type Registro = 'R' | 'E'

const ITALIA: TipoCittadinanza = { descrizioneStato: 'ITALIA', codiceStato: '100' }
const italiano = (d: Iscrizione) => d.cittadinanze.some(c => c.codiceStato === ITALIA.codiceStato)
/** Of who enters AIRE the Italian citizenship is written even where the comune did not (EN421). */
const cittadinanze = (d: Iscrizione, registro: Registro): TipoCittadinanza[] =>
  registro === 'E' && !italiano(d) ? [ITALIA, ...d.cittadinanze] : d.cittadinanze

/** The address that she will have: her own, else that of the family or convivenza. */
function dimora({ d, b }: Contesto<Iscrizione>) {
  if (d.residenza || !d.gruppo) return { residenza: d.residenza }
  const chi = b.capo(d.gruppo) ?? b.membri(d.gruppo)[0]
  return { residenza: chi?.dati.residenza ?? b.gruppo(d.gruppo)?.dati?.residenza, altraLingua: chi?.dati.altraLingua }
}

const decodifiche = decodificheDiBase()
/** What the two registers ask each in its own way. */
interface Modo {
  servizio: string
  nome: string
  registro: Registro
  evento: string
  /** codes of a motive that is not in the table, and of a note that is missing */
  inesistente: string
  senzaNote: string
  ammesso(motivo: string, il: string): boolean
  conNote: string
  propri: readonly Controllo<Iscrizione>[]
  tipi: readonly (3 | 4 | 5)[]
  altrove: string
}

const iscrizione = (m: Modo): Operazione =>
  operazione<Iscrizione>({
    servizio: m.servizio,
    nome: m.nome,
    forma: ISCRIZIONE,
    nomina: d => ({ schede: d.scheda ? [d.scheda] : [], gruppi: d.gruppo ? [d.gruppo] : [] }),
    nuove: d => ({ schede: d.scheda ? 0 : 1, gruppi: d.gruppo ? 0 : 1 }),
    cerca: d => ({ persona: identita(d), comuni: d.provenienza?.comune === undefined ? [] : [d.provenienza.comune] }),
    idComune: diChiEntra,
    competenza: () => [],
    evento: m.evento,
    annulla: { con: '1013' },
    // Of somebody enrolled again whose code is validated there is nothing to ask.
    chiedeCf: c =>
      c.b
        .persone()
        .filter(s => !c.b.prima('S', s.id) || s.id === c.d.scheda)
        .flatMap(s => (s.cf_validita === 1 && c.d.gestioneCF === undefined ? [] : chiedi(s, c.d.gestioneCF))),
    controlli: [
      ...nonGiaInAnpr<Iscrizione>(),
      ...natoInUnLuogo<Iscrizione>(),
      ...codiceSuo<Iscrizione>(),
      ...cittadinanzeBuone<Iscrizione>('cittadinanze', d => ({ cittadinanze: d.cittadinanze, nascita: d.dataNascita })),
      ...coerenti<Iscrizione>(['altreSezioni', 'sentenza', 'residenza'], c => c.d.dataNascita),
      ...gestione<Iscrizione>(c => {
        const era = c.d.scheda ? c.b.persona(c.d.scheda) : undefined
        return {
          chi: [c.d.cognome, c.d.nome].filter(Boolean).join(' '),
          codice: c.d.codiceFiscale ?? era?.codice_fiscale,
          validato: era?.cf_validita === 1,
        }
      }, 'EN147'),
      nonDopo('dataNascita', d => d.dataNascita),
      gruppoAperto('gruppo', d => (d.gruppo ? [d.gruppo] : [])),
      gruppoDelComune('gruppo', d => (d.gruppo ? [d.gruppo] : [])),
      ...entraIn<Iscrizione>(d => ({ gruppo: d.gruppo, legami: [d.legame] }), m.tipi, m.altrove),
      {
        codice: m.inesistente,
        gravita: 'E',
        campo: 'motivoIscrizione',
        testo: `Il motivo di iscrizione @ non è ammesso nel servizio ${m.servizio}`,
        rimedio: 'Scegli un motivo della tabella ammesso da questo servizio',
        trova: c => se(!m.ammesso(c.d.motivo, c.decorrenza), c.d.motivo),
      },
      {
        codice: m.senzaNote,
        gravita: 'E',
        campo: 'note',
        testo: 'Con il motivo @ la descrizione è obbligatoria',
        rimedio: 'Descrivi il motivo nelle note',
        trova: c => se(c.d.motivo === m.conNote && !c.d.note, c.d.motivo),
      },
      {
        codice: 'EF023',
        gravita: 'E',
        campo: 'residenza',
        testo: 'Manca la residenza, e la famiglia o convivenza non ne ha una',
        rimedio: "Indica l'indirizzo",
        trova: c => se(dimora(c).residenza === undefined),
      },
      {
        codice: 'EC001',
        gravita: 'E',
        campo: 'statoCivile',
        testo: 'Lo stato civile @ non è nella tabella',
        rimedio: 'Scegli un codice della tabella 1',
        trova: c =>
          se(
            c.d.statoCivile !== undefined && !decodifiche.esiste('statoCivile', c.d.statoCivile),
            `${c.d.statoCivile}`,
          ),
      },
      {
        codice: 'EC004',
        gravita: 'E',
        campo: 'motivoCostituzione',
        testo: 'Il motivo di costituzione della famiglia @ non è nella tabella',
        rimedio: 'Scegli un codice della tabella 26',
        trova: c =>
          se(
            c.d.motivoFamiglia !== undefined && !decodifiche.esiste('motivoCostituzione', c.d.motivoFamiglia),
            `${c.d.motivoFamiglia}`,
          ),
      },
      ...luogoNoto<Iscrizione>('provenienza', d => d.provenienza),
      ...m.propri,
    ],
    effetti(c) {
      const { d, b, comune, decorrenza } = c
      const g = d.gruppo
        ? b.gruppo(d.gruppo)!
        : b.nuovoGruppo({
            tipo: m.registro === 'E' ? 5 : 3,
            comune_id: comune,
            origine: decorrenza,
            motivo: d.motivoFamiglia ?? null,
          })
      const [cittadinanza, ...altre] = cittadinanze(d, m.registro)
      const { residenza, altraLingua } = dimora(c)
      const iscritta: DatiIscrizione = {
        ...(d.note && { note: d.note }),
        ...(d.sentenza && { sentenza: d.sentenza }),
        ...(d.iniziativa && { iniziativa: d.iniziativa }),
        ...(d.individuazione && { individuazione: d.individuazione }),
        ...(d.annoEspatrio && { annoEspatrio: d.annoEspatrio }),
      }
      const s =
        (d.scheda ? b.persona(d.scheda) : undefined) ??
        b.nuovaScheda({
          ...generalitaDi(c),
          registro: m.registro,
          comune_id: comune,
          codice_fiscale: d.codiceFiscale ?? null,
          aggiornata_il: decorrenza,
          stato_civile: d.statoCivile ?? null,
          senza_fissa_dimora: false,
          dati: { luogoNascita: d.luogoNascita },
        })
      s.stato = 'A'
      s.registro = m.registro
      s.comune_id = comune
      s.iscritto_dal = decorrenza
      s.motivo_iscrizione = Number(d.motivo.replace('C', ''))
      s.cancellata_dal = null
      s.motivo_cancellazione = null
      // Until the comune has seen to it that she lives there, only residence and family are certified.
      s.certificabile = 1
      s.codice_fiscale ??= d.codiceFiscale ?? null
      if (d.statoCivile !== undefined) s.stato_civile = d.statoCivile
      entra(s, g, d.legame, decorrenza)
      s.residenza_dal = decorrenza
      for (const via of ['cancellazione', 'provenienza', 'iscrizione', 'altraLingua', 'altraCittadinanza'] as const)
        delete s.dati[via]
      Object.assign(s.dati, d.altreSezioni, {
        ...(Object.keys(iscritta).length > 0 && { iscrizione: iscritta }),
        ...(d.provenienza && { provenienza: d.provenienza }),
        ...(altre.length > 0 && { altraCittadinanza: altre }),
        ...(altraLingua && { altraLingua }),
        cittadinanza,
        residenza,
      })
    },
  })

const MOTIVO = { gravita: 'E', campo: 'motivoIscrizione' } as const
const altriMotivi = iscrizione({
  servizio: '1002',
  nome: 'Iscrizione per altri motivi',
  registro: 'R',
  evento: 'iscrizione',
  inesistente: 'EC006',
  senzaNote: 'EC014',
  ammesso: (motivo, il) => decodifiche.vale('motivoIscrizione', motivo, 'op1002', il),
  conNote: '9',
  tipi: [3, 4],
  altrove: "Per l'AIRE usa il servizio A002",
  propri: [
    residenzaQui(d => d.residenza),
    {
      codice: 'AN122',
      gravita: 'E',
      campo: 'annoEspatrio',
      testo: "L'anno di espatrio @ è di chi è iscritto all'AIRE",
      rimedio: 'Toglilo, o usa il servizio A002',
      trova: c => se(c.d.annoEspatrio !== undefined, c.d.annoEspatrio ?? ''),
    },
    {
      codice: 'ES077',
      gravita: 'E',
      campo: 'residenza',
      testo: 'La residenza indicata è all’estero',
      rimedio: "Per chi risiede all'estero usa il servizio A002",
      trova: c => se(estera(dimora(c).residenza)),
    },
    {
      ...MOTIVO,
      codice: 'EN250',
      testo: 'Con il motivo 2 mancano i dati della sentenza',
      rimedio: "Indica la sentenza che riconobbe l'esistenza",
      trova: c => se(c.d.motivo === '2' && !c.d.sentenza),
    },
    {
      ...MOTIVO,
      codice: 'ES086',
      campo: 'provenienza',
      testo: 'Con il motivo @ manca il luogo di provenienza',
      rimedio: 'Indica il comune o lo stato estero di provenienza',
      trova: c =>
        se(
          (c.d.motivo === '3' && c.d.provenienza?.comune === undefined) ||
            (c.d.motivo === '4' && c.d.provenienza?.stato === undefined),
          c.d.motivo,
        ),
    },
    {
      ...MOTIVO,
      codice: 'ES064',
      campo: 'provenienza',
      testo: 'Sono indicati sia un comune sia uno stato di provenienza',
      rimedio: 'Indica il comune oppure lo stato estero',
      trova: c => se(c.d.provenienza?.comune !== undefined && c.d.provenienza.stato !== undefined),
    },
    {
      ...MOTIVO,
      codice: 'AN110',
      campo: 'provenienza',
      testo: 'Con il motivo @ la persona viene da un comune non subentrato, ma il comune indicato (@) è in ANPR',
      rimedio: 'Chiedi il trasferimento (5001/4, 5005/2): la scheda resta la stessa',
      trova: c => {
        const da = c.d.provenienza?.comune
        return se(['3', '8'].includes(c.d.motivo) && da !== undefined && c.subentrati.has(da), c.d.motivo, String(da))
      },
    },
  ],
})

/** Motives that are an espatrio. */
const ESPATRI = ['C01', 'C06']
const aire = iscrizione({
  servizio: 'A002',
  nome: "Iscrizione all'AIRE per altri motivi",
  registro: 'E',
  evento: 'iscrizione AIRE',
  inesistente: 'EC060',
  senzaNote: 'EC013',
  ammesso: (motivo, il) => motivo === 'C02' || decodifiche.vale('motivoIscrizioneAire', motivo, 'opA002', il),
  conNote: 'C09',
  tipi: [5],
  altrove: 'Per chi risiede in Italia usa il servizio 1002',
  propri: [
    ...residenzaEstera<Iscrizione>(d => d.residenza),
    {
      ...MOTIVO,
      codice: 'ES072',
      testo: 'Il motivo C02, nascita, non è di questo servizio',
      rimedio: 'Usa il servizio A001',
      trova: c => se(c.d.motivo === 'C02'),
    },
    {
      codice: 'ES077',
      gravita: 'E',
      campo: 'residenza',
      testo: 'La residenza indicata è in Italia',
      rimedio: 'Per chi risiede in Italia usa il servizio 1002',
      trova: c => {
        const { residenza } = dimora(c)
        return se(residenza !== undefined && !estera(residenza))
      },
    },
    {
      codice: 'EN421',
      gravita: 'W',
      campo: 'cittadinanza',
      testo: 'Mancava la cittadinanza italiana: è stata aggiunta',
      rimedio: "Nell'AIRE sono iscritti i cittadini italiani: controlla la cittadinanza",
      trova: c => se(!italiano(c.d)),
    },
    {
      codice: 'EN231',
      gravita: 'E',
      campo: 'codiceFiscale',
      testo: 'Con il motivo @, espatrio, il codice fiscale è obbligatorio',
      rimedio: 'Indica il codice fiscale',
      trova: c => se(ESPATRI.includes(c.d.motivo) && !c.d.codiceFiscale, c.d.motivo),
    },
    espatriato(c => [c.d.dataNascita]),
    {
      codice: 'EN232',
      gravita: 'E',
      campo: 'gestioneCF',
      testo: 'Con il motivo @, espatrio, va chiesta la validazione del codice fiscale',
      rimedio: 'Chiedi la validazione (0)',
      trova: c => se(ESPATRI.includes(c.d.motivo) && c.d.gestioneCF === '3', c.d.motivo),
    },
    {
      codice: 'ES078',
      gravita: 'E',
      campo: 'dataDecorrenza',
      testo: "La decorrenza @ è anteriore al 1° luglio 1990, quando l'AIRE non c'era",
      rimedio: 'Correggi la decorrenza',
      trova: c => se(c.decorrenza < '1990-07-01', c.decorrenza),
    },
  ],
})

export const ISCRIZIONI = [altriMotivi, aire]
