import { Type as T } from 'typebox'
import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import { type Contesto, type Controllo, chiamata, type Operazione, operazione, se } from '../motore/operazione.ts'
import type { DatiIscrizione } from '../scheda.ts'
import { attivi, esistono, gruppoAperto, gruppoDelComune, unaFamiglia } from './condivisi.ts'
import { CODICE, ID, INDIRIZZO } from './forme.ts'
import { diChiSiSposta, ID_FAMIGLIA, ID_SOGGETTO } from './idComune.ts'
import { ANNO_ESPATRIO, entra, entraIn, espatriato, restaSenza } from './ingresso.ts'
import { alloggia, estera, residenzaEstera, stessaResidenza } from './luoghi.ts'

const decodifiche = decodificheDiBase()

const MUTAZIONE = T.Object({
  soggetti: T.Array(T.Object({ soggetto: ID, legame: T.Optional(CODICE), ...ID_SOGGETTO }), {
    minItems: 1,
    maxItems: 100,
  }),
  /** 1 a new AIRE family, 2 one that is there; left out: they stay in theirs */
  attribuzione: T.Optional(CODICE),
  famiglia: T.Optional(ID),
  ...ID_FAMIGLIA,
  residenza: INDIRIZZO,
  ...ANNO_ESPATRIO,
  /** T19, T20, T21 */
  motivo: T.Optional(T.String({ maxLength: 3 })),
  iniziativa: T.Optional(T.String({ maxLength: 2 })),
  individuazione: T.Optional(T.String({ maxLength: 2 })),
})
type Mutazione = T.Static<typeof MUTAZIONE>
const ids = (d: Mutazione) => d.soggetti.map(s => s.soggetto)
const legami = (d: Mutazione) => d.soggetti.map(s => s.legame ?? 0)
const famiglia = (d: Mutazione) => (d.famiglia ? [d.famiglia] : [])
const NUOVA = 1
const ESISTENTE = 2

const iscritta = (d: Pick<Mutazione, 'iniziativa' | 'individuazione' | 'annoEspatrio'>): DatiIscrizione => ({
  ...(d.annoEspatrio && { annoEspatrio: d.annoEspatrio }),
  ...(d.iniziativa && { iniziativa: d.iniziativa }),
  ...(d.individuazione && { individuazione: d.individuazione }),
})
const nati = (c: Contesto<unknown>, chi: readonly string[]) => chi.flatMap(id => c.b.persona(id)?.nascita ?? [])
const codiciAire = <D extends { motivo?: string; iniziativa?: string; individuazione?: string }>(): Controllo<D>[] =>
  (
    [
      ['EC060', 'motivo', 'motivoIscrizioneAire', 'Il motivo di iscrizione', 19],
      ['EC061', 'iniziativa', 'iniziativaIscrizioneAire', "L'iniziativa", 20],
      ['EC062', 'individuazione', 'individuazioneComuneAire', "L'individuazione del comune", 21],
    ] as const
  ).map(([codice, campo, tabella, nome, n]) => ({
    codice,
    gravita: 'E',
    campo,
    testo: `${nome} @ non è nella tabella`,
    rimedio: `Scegli un codice della tabella ${n}`,
    trova: c => {
      const v = c.d[campo]
      return se(v !== undefined && !decodifiche.esiste(tabella, v), v ?? '')
    },
  }))
const iscrizioneCompleta = <
  D extends { motivo?: string; iniziativa?: string; individuazione?: string },
>(): Controllo<D> => ({
  codice: 'ES098',
  gravita: 'E',
  campo: 'iscrizioneAIRE',
  testo: "Mancano i dati dell'iscrizione AIRE: @",
  rimedio: 'Indica motivo, iniziativa e individuazione del comune',
  trova: c => {
    const mancano = (['motivo', 'iniziativa', 'individuazione'] as const).filter(k => c.d[k] === undefined)
    return se(mancano.length > 0, mancano.join(', '))
  },
})
const nelRegistro = <D>(registro: 'R' | 'E', chi: (d: D) => readonly string[]): Controllo<D> => ({
  codice: 'EN428',
  gravita: 'E',
  campo: 'soggetti',
  testo: registro === 'R' ? "@ è già iscritto all'AIRE" : "@ non è iscritto all'AIRE",
  rimedio:
    registro === 'R'
      ? "Per l'indirizzo estero usa A006/2, per l'AIRE di un altro comune A006/3"
      : "Per il trasferimento dall'Italia all'estero usa A006/1",
  trova: c =>
    chi(c.d).flatMap(id => {
      const s = c.b.persona(id)
      return se(s !== undefined && s.registro !== registro, chiamata(s, id))
    }),
})

/** The three ways to an address abroad. */
interface Modo {
  servizio: string
  nome: string
  evento: string
  /** the register that they are in before */
  da: 'R' | 'E'
  /** the comune that has them asks, or the one that will */
  chiede: 'competente' | 'destinazione'
  /** they may stay in their family */
  restano?: true
  ripristino: boolean
  propri: readonly Controllo<Mutazione>[]
}
const mutazione = (m: Modo): Operazione => {
  const passano = (c: Contesto<Mutazione>) => c.d.attribuzione !== undefined || !m.restano
  return operazione<Mutazione>({
    servizio: m.servizio,
    nome: m.nome,
    forma: MUTAZIONE,
    nomina: d => ({ schede: ids(d), gruppi: famiglia(d) }),
    nuove: d => ({ gruppi: d.attribuzione === NUOVA ? 1 : 0 }),
    idComune: diChiSiSposta,
    competenza: d => (m.chiede === 'competente' ? ids(d) : []),
    evento: m.evento,
    annulla: { con: '5012', ripristino: m.ripristino },
    controlli: [
      esistono('soggetti', ids),
      attivi('soggetti', ids),
      unaFamiglia('soggetti', ids),
      nelRegistro(m.da, ids),
      {
        codice: 'EF015',
        gravita: 'E',
        campo: 'attribuzioneFamiglia',
        testo: "L'attribuzione della famiglia @ non è ammessa",
        rimedio: 'Indica 1 per una nuova famiglia AIRE, 2 per una che esiste già',
        trova: c =>
          se(
            passano(c) && c.d.attribuzione !== NUOVA && c.d.attribuzione !== ESISTENTE,
            String(c.d.attribuzione ?? 'che manca'),
          ),
      },
      {
        codice: 'EF017',
        gravita: 'E',
        campo: 'famiglia',
        testo: 'Per la famiglia nuova (attribuzione 1) non va indicata la famiglia @',
        rimedio: 'Togli la famiglia, o indica attribuzione 2',
        trova: c => se(c.d.attribuzione === NUOVA && c.d.famiglia !== undefined, c.d.famiglia ?? ''),
      },
      {
        codice: 'EN119',
        gravita: 'E',
        campo: 'famiglia',
        testo: 'Con attribuzione 2 manca la famiglia AIRE',
        rimedio: "Indica l'identificativo della famiglia in cui entrano, o attribuzione 1",
        trova: c => se(c.d.attribuzione === ESISTENTE && c.d.famiglia === undefined),
      },
      gruppoAperto('famiglia', famiglia),
      gruppoDelComune('famiglia', famiglia),
      ...entraIn<Mutazione>(
        d => ({ gruppo: d.famiglia, legami: legami(d) }),
        [5],
        "Indica una famiglia iscritta all'AIRE",
      ).map(k => ({ ...k, trova: (c: Contesto<Mutazione>) => (passano(c) ? k.trova(c) : []) })),
      {
        codice: 'ES077',
        gravita: 'E',
        campo: 'residenza',
        testo: 'La residenza indicata è in Italia',
        rimedio: "Indica un indirizzo estero; per il ritorno dall'AIRE usa 5001/4 o 5005/2",
        trova: c => se(!estera(c.d.residenza)),
      },
      ...residenzaEstera<Mutazione>(d => d.residenza),
      ...codiciAire<Mutazione>(),
      espatriato(c => nati(c, ids(c.d))),
      ...m.propri,
    ],
    effetti(c) {
      const { d, b, comune, decorrenza } = c
      const g =
        d.attribuzione === NUOVA
          ? b.nuovoGruppo({ tipo: 5, comune_id: comune, origine: decorrenza })
          : d.famiglia
            ? b.gruppo(d.famiglia)!
            : undefined
      const motivo = Number((d.motivo ?? 'C01').replace('C', ''))
      for (const { soggetto, legame } of d.soggetti) {
        const s = b.persona(soggetto)!
        const dati = iscritta(m.da === 'R' ? { annoEspatrio: decorrenza.slice(0, 4), ...d } : d)
        alloggia(s, { residenza: d.residenza, comune, registro: 'E', motivo }, decorrenza)
        if (m.da === 'R' || m.chiede === 'destinazione') if (Object.keys(dati).length > 0) s.dati.iscrizione = dati
        if (g) entra(s, g, legame!, decorrenza)
      }
    },
  })
}

const espatrio = mutazione({
  servizio: 'A006/1',
  nome: "Trasferimento dall'Italia all'estero (AIRE)",
  evento: 'espatrio',
  da: 'R',
  chiede: 'competente',
  ripristino: true,
  propri: [
    {
      codice: 'EN421',
      gravita: 'E',
      campo: 'soggetti',
      testo: "@ non ha la cittadinanza italiana: non si iscrive all'AIRE",
      rimedio: "Lo straniero che va all'estero si cancella (2003, motivo 5)",
      trova: c =>
        ids(c.d).flatMap(id => {
          const s = c.b.persona(id)
          const sue = [s?.dati.cittadinanza, ...(s?.dati.altraCittadinanza ?? [])]
          return se(s !== undefined && !sue.some(x => x?.codiceStato === '100'), chiamata(s, id))
        }),
    },
    restaSenza(ids),
  ],
})
const indirizzoEstero = mutazione({
  servizio: 'A006/2',
  nome: "Nuovo indirizzo all'estero",
  evento: 'indirizzo estero',
  da: 'E',
  chiede: 'competente',
  restano: true,
  ripristino: false,
  propri: [
    {
      codice: 'EN388',
      gravita: 'E',
      campo: 'residenza',
      testo: 'La residenza inserita è uguale a quella attuale',
      rimedio: "Indica l'indirizzo nuovo",
      trova: c =>
        se(
          c.d.attribuzione === undefined &&
            ids(c.d).every(id => stessaResidenza(c.b.persona(id)?.dati.residenza, c.d.residenza)),
        ),
    },
  ],
})
const altraAire = mutazione({
  servizio: 'A006/3',
  nome: "Trasferimento all'AIRE di un altro comune",
  evento: 'trasferimento AIRE',
  da: 'E',
  chiede: 'destinazione',
  ripristino: true,
  propri: [
    iscrizioneCompleta(),
    {
      codice: 'EN118',
      gravita: 'E',
      campo: 'soggetti',
      testo: "@ è già iscritto all'AIRE di questo comune",
      rimedio: "Per l'indirizzo estero usa A006/2",
      trova: c =>
        ids(c.d).flatMap(id => {
          const s = c.b.persona(id)
          return se(s?.comune_id === c.comune && s.registro === 'E', chiamata(s, id))
        }),
    },
  ],
})

const DATI = T.Object({
  soggetto: ID,
  attribuzione: T.Optional(CODICE),
  famiglia: T.Optional(ID),
  ...ANNO_ESPATRIO,
  motivo: T.Optional(T.String({ maxLength: 3 })),
  iniziativa: T.Optional(T.String({ maxLength: 2 })),
  individuazione: T.Optional(T.String({ maxLength: 2 })),
})
type Dati = T.Static<typeof DATI>
/** A006/4: why and by whom she was enrolled in AIRE. */
const datiIscrizione = operazione<Dati>({
  servizio: 'A006/4',
  nome: "Dati dell'iscrizione AIRE",
  forma: DATI,
  nomina: d => ({ schede: [d.soggetto] }),
  competenza: d => [d.soggetto],
  evento: 'dati iscrizione AIRE',
  annulla: { con: '5012' },
  controlli: [
    esistono('soggetto', d => [d.soggetto]),
    attivi('soggetto', d => [d.soggetto]),
    nelRegistro('E', d => [d.soggetto]),
    iscrizioneCompleta(),
    ...codiciAire<Dati>(),
    espatriato(c => nati(c, [c.d.soggetto])),
    {
      codice: 'EN233',
      gravita: 'E',
      campo: 'attribuzioneFamiglia',
      testo: 'La mutazione dei dati di iscrizione non crea una nuova famiglia (attribuzione @)',
      rimedio: 'Togli l’attribuzione; per un’altra famiglia usa A006/2',
      trova: c => se(c.d.attribuzione === NUOVA, String(NUOVA)),
    },
    {
      codice: 'EN235',
      gravita: 'E',
      campo: 'famiglia',
      testo: 'La mutazione dei dati di iscrizione non cambia la famiglia (@)',
      rimedio: 'Togli la famiglia; per un’altra famiglia usa A006/2',
      trova: c =>
        se(c.d.famiglia !== undefined || c.d.attribuzione === ESISTENTE, c.d.famiglia ?? String(c.d.attribuzione)),
    },
  ],
  effetti({ d, b }) {
    const s = b.persona(d.soggetto)!
    s.motivo_iscrizione = Number(d.motivo!.replace('C', ''))
    s.dati.iscrizione = { ...s.dati.iscrizione, ...iscritta(d) }
  },
})

export const AIRE = [espatrio, indirizzoEstero, altraAire, datiIscrizione]
