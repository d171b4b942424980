import { Type as T } from 'typebox'
import type { TipoDatiEvento, TipoGeneralita } from '../../contratto/index.ts'
import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import { chiamata, operazione, se } from '../motore/operazione.ts'
import { attoTra, sentenzaPrima } from './atti.ts'
import { coerenti, suaNascita } from './coerenza.ts'
import { ATTO, EVENTO, GENERALITA_ALTRUI, GIORNO, ID, SENTENZA } from './forme.ts'
import {
  altroDi,
  altroMorto,
  altroveAvvisato,
  aperta,
  avvisiAlPartner,
  entrambiDi,
  finisce,
  generalita,
  MORTE,
  siVincolano,
  statoCivileDa,
} from './vincoli.ts'

const MATRIMONIO = T.Object({
  soggetto: ID,
  /** the spouse's scheda, where ANPR has one */
  coniuge: T.Optional(ID),
  /** else who the spouse is */
  generalita: T.Optional(GENERALITA_ALTRUI),
  data: GIORNO,
  evento: T.Optional(EVENTO),
})
type Matrimonio = T.Static<typeof MATRIMONIO>
const entrambi = (d: Matrimonio) => [d.soggetto, d.coniuge].filter(id => id !== undefined)

/** 5008/12: a marriage, written on both schede where both are in ANPR. Each one's stato civile is its own 5008/1. */
const matrimonio = operazione<Matrimonio>({
  servizio: '5008/12',
  nome: 'Matrimonio',
  forma: MATRIMONIO,
  nomina: d => ({ schede: entrambi(d) }),
  nuove: () => ({ unioni: 1 }),
  competenza: d => [d.soggetto],
  evento: 'matrimonio',
  annulla: { con: '5012' },
  controlli: [
    // A court may admit who is sixteen (Codice civile art. 84): reading of ours.
    ...siVincolano<Matrimonio>(entrambi, { altro: 'coniuge', anni: 16, giorno: 'EN348' }),
    ...coerenti<Matrimonio>(['evento', 'generalita'], suaNascita),
    ...attoTra<Matrimonio>('EHR81', 'evento.attoEvento', d => ({ atto: d.evento?.attoEvento, evento: d.data })),
    statoCivileDa(
      'EN310',
      () => 2,
      c => entrambi(c.d),
    ),
    altroveAvvisato(c => [c.d.coniuge]),
    {
      codice: 'EN380',
      gravita: 'E',
      campo: 'coniuge',
      testo: 'Manca il coniuge di @',
      rimedio: 'Indica la scheda del coniuge o almeno le sue generalità',
      trova: c => se(!c.d.coniuge && !c.d.generalita?.cognome, chiamata(c.b.persona(c.d.soggetto), c.d.soggetto)),
    },
    {
      codice: 'EN216',
      gravita: 'E',
      campo: 'coniuge',
      testo: 'In Italia il matrimonio tra persone dello stesso sesso non è ammesso (@)',
      rimedio: "Registra l'unione civile (5008/18); se è avvenuto all'estero indica il luogo",
      trova: c => {
        const [a, b] = [c.b.persona(c.d.soggetto), c.b.persona(c.d.coniuge ?? '')]
        return se(
          a !== undefined && b !== undefined && a.sesso === b.sesso && !c.d.evento?.luogoEvento?.localita,
          a?.sesso ?? '',
        )
      },
    },
  ],
  effetti({ d, b }) {
    b.nuovaUnione({ tipo: 1, a_id: d.soggetto, b_id: d.coniuge ?? null, dal: d.data })
    const [s, altro] = [b.persona(d.soggetto)!, d.coniuge ? b.persona(d.coniuge) : undefined]
    const datiMatrimonio: TipoDatiEvento = { dataEvento: d.data, ...d.evento }
    const scrivi = (chi: typeof s, coniuge: TipoGeneralita) => {
      chi.dati.matrimonio = { coniuge, datiMatrimonio }
      delete chi.dati.vedovanza
      delete chi.dati.separazioneAnnullamentoCessazioneMatrimonio
    }
    scrivi(s, altro ? generalita(altro) : d.generalita!)
    if (altro) scrivi(altro, generalita(s))
  },
  avvisi: c => avvisiAlPartner(c, [c.d.soggetto]),
})

const VEDOVANZA = T.Object({
  soggetto: ID,
  /** of the spouse's death */
  data: GIORNO,
  evento: T.Optional(EVENTO),
})
type Vedovanza = T.Static<typeof VEDOVANZA>
/** 5008/13: widowhood of who was married to somebody whose death ANPR does not write by itself (2001 does). */
const vedovanza = operazione<Vedovanza>({
  servizio: '5008/13',
  nome: 'Vedovanza',
  forma: VEDOVANZA,
  nomina: d => ({ schede: [d.soggetto] }),
  competenza: d => [d.soggetto],
  evento: 'vedovanza',
  annulla: { con: '5012' },
  controlli: [
    ...finisce<Vedovanza>(1),
    altroMorto(1),
    ...coerenti<Vedovanza>(['evento'], suaNascita),
    ...attoTra<Vedovanza>('EHR82', 'evento.attoEvento', d => ({ atto: d.evento?.attoEvento, evento: d.data })),
    statoCivileDa(
      'EN310',
      () => 3,
      c => [c.d.soggetto],
    ),
  ],
  effetti({ d, b }) {
    const u = aperta(b, d.soggetto, 1)!
    u.al = d.data
    u.motivo_fine = MORTE
    b.persona(d.soggetto)!.dati.vedovanza = { datiMorteconiuge: { dataEvento: d.data, ...d.evento } }
  },
})

const SEPARAZIONI: ReadonlySet<string> = new Set(
  decodificheDiBase()
    .voci('cessazioneMatrimonio', 'separa')
    .map(v => v.codice),
)
const CESSAZIONI: ReadonlySet<string> = new Set(
  decodificheDiBase()
    .voci('cessazioneMatrimonio')
    .map(v => v.codice),
)
const CESSAZIONE = T.Object({
  soggetto: ID,
  /** T31; separation ends nothing */
  tipo: T.String(),
  data: GIORNO,
  sentenza: T.Optional(SENTENZA),
  atto: T.Optional(ATTO),
})
type Cessazione = T.Static<typeof CESSAZIONE>
/** 5008/14: annulment, dissolution, end of the civil effects of a marriage; or separation, which ends nothing. */
const cessazione = operazione<Cessazione>({
  servizio: '5008/14',
  nome: 'Scioglimento, cessazione o annullamento del matrimonio',
  forma: CESSAZIONE,
  nomina: d => ({ schede: [d.soggetto] }),
  competenza: d => [d.soggetto],
  evento: 'fine matrimonio',
  annulla: { con: '5012' },
  controlli: [
    ...finisce<Cessazione>(1),
    ...coerenti<Cessazione>(['sentenza', 'atto'], suaNascita),
    ...sentenzaPrima<Cessazione>(),
    ...attoTra<Cessazione>('EHR83', 'atto', d => ({ atto: d.atto, evento: undefined })),
    statoCivileDa<Cessazione>('EN310', d => (SEPARAZIONI.has(d.tipo) ? undefined : 4), entrambiDi(1)),
    altroveAvvisato(entrambiDi(1)),
    {
      codice: 'EN242',
      gravita: 'E',
      campo: 'sentenza.tipoTribunale',
      testo: 'Il tipo di tribunale @ non è nella tabella',
      rimedio: 'Scegli un codice della tabella 32',
      trova: c => {
        const k = c.d.sentenza?.tipoTribunale
        return se(k !== undefined && !decodificheDiBase().esiste('tipoTribunale', k), String(k))
      },
    },
    {
      codice: 'EN525',
      gravita: 'E',
      campo: 'tipo',
      testo: 'Il tipo di cessazione @ non esiste',
      rimedio: 'Scegli un codice della tabella 31',
      trova: c => se(!CESSAZIONI.has(c.d.tipo), c.d.tipo),
    },
  ],
  effetti({ d, b }) {
    const u = aperta(b, d.soggetto, 1)!
    const separa = SEPARAZIONI.has(d.tipo)
    if (!separa) {
      u.al = d.data
      u.motivo_fine = Number(d.tipo)
    }
    for (const id of [d.soggetto, altroDi(u, d.soggetto)]) {
      const s = id === null ? undefined : b.persona(id)
      if (s?.stato === 'A')
        s.dati.separazioneAnnullamentoCessazioneMatrimonio = {
          tipoCessazione: d.tipo,
          ...(d.sentenza && { sentenza: d.sentenza }),
          ...(d.atto && { attoAnnullamentoMatrimonio: d.atto }),
        }
    }
  },
  avvisi: c => avvisiAlPartner(c, [c.d.soggetto]),
})

export const MATRIMONI = [matrimonio, vedovanza, cessazione]
