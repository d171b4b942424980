import { Type as T } from 'typebox'
import type { TipoTutoreIntestatario } from '../../contratto/index.ts'
import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import { type Contesto, type Controllo, chiamata, operazione, se } from '../motore/operazione.ts'
import { attivi, esistono, gruppoAperto, gruppoDelComune } from './condivisi.ts'
import { CODICE, GENERALITA_ALTRUI, ID, INDIRIZZO } from './forme.ts'
import { diGruppo, ID_FAMIGLIA } from './idComune.ts'
import { estera, residenzaQui } from './luoghi.ts'

/** Convivenze opened and closed; who answers for a convivenza or is tutore; the data of families and convivenze. */

const RESPONSABILE = {
  /** his scheda, where he is in ANPR */
  responsabile: T.Optional(ID),
  /** else who he is */
  esterno: T.Optional(T.Unsafe<TipoTutoreIntestatario>(T.Object({ generalita: GENERALITA_ALTRUI }))),
}
const decodifiche = decodificheDiBase()
const responsabile = (d: { responsabile?: string }) => (d.responsabile ? [d.responsabile] : [])

const SENZA_NOME = {
  codice: 'EN480',
  gravita: 'W',
  campo: 'denominazioneConvivenza',
  testo: 'La convivenza non ha denominazione',
  rimedio: 'Indicala, ora o con la mutazione dei dati generali (5001/3)',
} as const
const specieNota = <D extends { specie?: number }>(): Controllo<D> => ({
  codice: 'EC005',
  gravita: 'E',
  campo: 'specieConvivenza',
  testo: 'La specie di convivenza @ non è nella tabella',
  rimedio: 'Scegli un codice della tabella 27',
  trova: c => se(c.d.specie !== undefined && !decodifiche.esiste('specieConvivenza', c.d.specie), `${c.d.specie}`),
})
const unoSolo = <D extends { responsabile?: string; esterno?: TipoTutoreIntestatario }>(): Controllo<D> => ({
  codice: 'AN114',
  gravita: 'E',
  campo: 'responsabile',
  testo: 'Sono indicate sia la scheda @ sia altre generalità',
  rimedio: 'Indica la scheda di chi è in ANPR, oppure le generalità di chi non lo è',
  trova: c => se(c.d.responsabile !== undefined && c.d.esterno !== undefined, c.d.responsabile ?? ''),
})

const APERTURA = T.Object({
  specie: CODICE,
  denominazione: T.Optional(T.String({ minLength: 1, maxLength: 100 })),
  residenza: INDIRIZZO,
  ...ID_FAMIGLIA,
  ...RESPONSABILE,
})
/** 1010: an institutional convivenza, still without members; the responsabile is recorded and made no member. */
const apertura = operazione<T.Static<typeof APERTURA>>({
  servizio: '1010',
  nome: 'Iscrizione di una convivenza',
  forma: APERTURA,
  nomina: d => ({ schede: responsabile(d) }),
  nuove: () => ({ gruppi: 1 }),
  idComune: c => diGruppo(c, c.b.fatti('G')[0], c.d.idFamigliaComune),
  competenza: () => [],
  evento: 'convivenza',
  annulla: { con: '1013' },
  controlli: [
    esistono('responsabile', responsabile),
    attivi('responsabile', responsabile),
    unoSolo(),
    specieNota(),
    { ...SENZA_NOME, trova: c => se(!c.d.denominazione) },
    residenzaQui(d => d.residenza),
    {
      codice: 'AN115',
      gravita: 'E',
      campo: 'residenza',
      testo: 'La residenza della convivenza è all’estero',
      rimedio: 'Indica un indirizzo in Italia',
      trova: c => se(estera(c.d.residenza)),
    },
  ],
  effetti({ d, b, comune, decorrenza }) {
    b.nuovoGruppo({
      tipo: 4,
      comune_id: comune,
      origine: decorrenza,
      specie: d.specie,
      denominazione: d.denominazione ?? null,
      responsabile_id: d.responsabile ?? null,
      dati: { ...(d.esterno && { responsabile: d.esterno }), residenza: d.residenza },
    })
  },
})

const CHIUSURA = T.Object({ convivenza: ID })
/** 2009: a convivenza in which nobody lives any more is closed; its scheda stays. */
const chiusura = operazione<T.Static<typeof CHIUSURA>>({
  servizio: '2009',
  nome: 'Archiviazione di una convivenza',
  forma: CHIUSURA,
  nomina: d => ({ gruppi: [d.convivenza] }),
  competenza: () => [],
  evento: 'convivenza',
  annulla: { con: '2011' },
  controlli: [
    {
      codice: 'EN135',
      gravita: 'E',
      campo: 'convivenza',
      testo: 'La convivenza @ non esiste, è chiusa o è di un altro comune',
      rimedio: "Controlla l'identificativo della convivenza",
      trova: c => {
        const g = c.b.gruppo(c.d.convivenza)
        return se(!g?.aperto || g.tipo !== 4 || g.comune_id !== c.comune, c.d.convivenza)
      },
    },
    {
      codice: 'EN126',
      gravita: 'E',
      campo: 'convivenza',
      testo: 'Nella convivenza vivono ancora @ persone: la prima è @',
      rimedio: 'Trasferisci o cancella prima i suoi componenti',
      trova: c => {
        const m = c.b.membri(c.d.convivenza)
        return se(m.length > 0, String(m.length), chiamata(m[0], ''))
      },
    },
  ],
  effetti({ d, b }) {
    b.gruppo(d.convivenza)!.aperto = false
  },
})

const NOMINA = T.Object({ gruppo: ID, ...RESPONSABILE })
type Nomina = T.Static<typeof NOMINA>
const tipo = (c: Contesto<{ gruppo: string }>) => c.b.gruppo(c.d.gruppo)?.tipo
const mancano = (codice: string, quale: 3 | 4, chi: string): Controllo<Nomina> => ({
  codice,
  gravita: 'E',
  campo: 'responsabile',
  testo: `Mancano i dati del nuovo ${chi}`,
  rimedio: 'Indica la sua scheda, o le generalità se non è in ANPR',
  trova: c => se(tipo(c) === quale && !c.d.responsabile && !c.d.esterno),
})
/** 5001/1: a new responsabile of a convivenza, or the tutore of a family; resident or not. Who lives in the convivenza
 *  takes its first tie, and who had it becomes a member. */
const nomina = operazione<Nomina>({
  servizio: '5001/1',
  nome: 'Nuovo responsabile della convivenza, o tutore',
  forma: NOMINA,
  nomina: d => ({ gruppi: [d.gruppo], schede: responsabile(d) }),
  competenza: () => [],
  evento: 'responsabile',
  annulla: { con: '5012' },
  controlli: [
    gruppoAperto('gruppo', d => [d.gruppo]),
    gruppoDelComune('gruppo', d => [d.gruppo]),
    esistono('responsabile', responsabile),
    attivi('responsabile', responsabile),
    unoSolo(),
    mancano('EF037', 4, 'responsabile'),
    mancano('EF038', 3, 'tutore'),
    {
      codice: 'EN387',
      gravita: 'E',
      campo: 'gruppo',
      testo: "La famiglia @ è iscritta all'AIRE: non ha tutore né responsabile",
      rimedio: 'Questa mutazione vale per le convivenze e per le famiglie residenti in Italia',
      trova: c => se(tipo(c) === 5, c.d.gruppo),
    },
    {
      codice: 'EN392',
      gravita: 'E',
      campo: 'responsabile',
      testo: '@ è già responsabile, o tutore',
      rimedio: 'Indica un altro soggetto',
      trova: c => {
        const { responsabile: id } = c.d
        return se(
          id !== undefined && c.b.gruppo(c.d.gruppo)?.responsabile_id === id,
          chiamata(c.b.persona(id ?? ''), id ?? ''),
        )
      },
    },
  ],
  effetti({ d, b, decorrenza }) {
    const g = b.gruppo(d.gruppo)!
    g.responsabile_id = d.responsabile ?? null
    const { responsabile: _, ...altri } = g.dati ?? {}
    g.dati = { ...altri, ...(d.esterno && { responsabile: d.esterno }) }
    if (Object.keys(g.dati).length === 0) g.dati = null
    if (g.tipo !== 4) return
    for (const s of b.membri(g.id)) {
      const legame = s.id === d.responsabile ? 1 : s.legame === 1 ? 2 : s.legame
      if (legame === s.legame) continue
      s.legame = legame
      s.legame_dal = decorrenza
    }
  },
})

const GENERALI = T.Object({
  gruppo: T.Optional(ID),
  motivo: T.Optional(CODICE),
  coabitante: T.Optional(T.Boolean()),
  specie: T.Optional(CODICE),
  denominazione: T.Optional(T.String({ minLength: 1, maxLength: 100 })),
})
type Generali = T.Static<typeof GENERALI>
/** Which data are whose. */
const DI = { 3: ['motivo', 'coabitante'], 4: ['specie', 'denominazione', 'coabitante'] } as const
const diChi = (t: number) => DI[t === 4 ? 4 : 3] as readonly (keyof Generali)[]
const gruppi = (d: Generali) => (d.gruppo ? [d.gruppo] : [])
/** 5001/3: motive, denominazione, specie, coabitante. The day of origin is not changed by operations. */
const generali = operazione<Generali>({
  servizio: '5001/3',
  nome: 'Dati generali della famiglia o convivenza',
  forma: GENERALI,
  nomina: d => ({ gruppi: gruppi(d) }),
  competenza: () => [],
  evento: 'dati generali',
  annulla: { con: '5012' },
  controlli: [
    {
      codice: 'EN367',
      gravita: 'E',
      campo: 'gruppo',
      testo: "Manca l'identificativo ANPR della famiglia o convivenza",
      rimedio: 'Indicalo: questa mutazione non si può chiedere con il solo identificativo del comune',
      trova: c => se(c.d.gruppo === undefined),
    },
    gruppoAperto('gruppo', gruppi),
    gruppoDelComune('gruppo', gruppi),
    specieNota(),
    {
      codice: 'EC004',
      gravita: 'E',
      campo: 'motivoCostituzione',
      testo: 'Il motivo di costituzione della famiglia @ non è nella tabella',
      rimedio: 'Scegli un codice della tabella 26',
      trova: c =>
        se(c.d.motivo !== undefined && !decodifiche.esiste('motivoCostituzione', c.d.motivo), `${c.d.motivo}`),
    },
    {
      codice: 'EF040',
      gravita: 'E',
      campo: 'specieConvivenza',
      testo: 'Non è indicato nessun dato della convivenza',
      rimedio: 'Indica la specie, la denominazione o la presenza di una famiglia coabitante',
      trova: c => {
        const t = c.d.gruppo && c.b.gruppo(c.d.gruppo)?.tipo
        return se(t === 4 && diChi(4).every(k => c.d[k] === undefined))
      },
    },
    {
      codice: 'AN116',
      gravita: 'E',
      campo: 'dati',
      testo: 'Il dato «@» non è di una @',
      rimedio: 'Motivo della costituzione per le famiglie, specie e denominazione per le convivenze',
      trova: c => {
        const t = c.d.gruppo && c.b.gruppo(c.d.gruppo)?.tipo
        return t
          ? (['motivo', 'specie', 'denominazione'] as const).flatMap(k =>
              se(c.d[k] !== undefined && !diChi(t).includes(k), k, t === 4 ? 'convivenza' : 'famiglia'),
            )
          : []
      },
    },
  ],
  effetti({ d, b }) {
    const g = b.gruppo(d.gruppo!)!
    g.motivo = d.motivo ?? g.motivo
    g.coabitante = d.coabitante ?? g.coabitante
    g.specie = d.specie ?? g.specie
    g.denominazione = d.denominazione ?? g.denominazione
  },
})

export const CONVIVENZE = [apertura, chiusura, nomina, generali]
