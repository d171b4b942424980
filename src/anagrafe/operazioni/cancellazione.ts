import { Type as T } from 'typebox'
import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import { type Contesto, type Controllo, chiamata, operazione, se } from '../motore/operazione.ts'
import type { RigaScheda } from '../motore/registro.query.ts'
import { attivi, esistono } from './condivisi.ts'
import { CODICE, ID } from './forme.ts'
import { LUOGO, luogoNoto } from './luoghi.ts'
import { chiEsce, controlliUscita, nuoviLegami, USCITA } from './uscita.ts'

const CANCELLAZIONE = T.Object({
  ...USCITA,
  /** T15, or T28 for who is in AIRE */
  motivo: CODICE,
  destinazione: T.Optional(LUOGO),
  /** doppia iscrizione: the scheda that stays */
  doppia: T.Optional(ID),
  note: T.Optional(T.String({ maxLength: 1000 })),
})
type Cancellazione = T.Static<typeof CANCELLAZIONE>

const decodifiche = decodificheDiBase()
const AMMESSI = {
  R: (motivo: number, il: string) => decodifiche.vale('motivoCancellazione', motivo, 'op2003', il),
  E: (motivo: number, il: string) => decodifiche.vale('motivoCancellazioneAire', motivo, 'op2003', il),
}
const MORTE = [1, 2]
/** Motives that stand for a place: what each register asks of the destination. */
const VERSO_COMUNE = { R: [3, 4], E: [3, 4, 7] } as const
const ESTERO = 5
const DOPPIA = 10
const RIPRISTINO = 12

const chi = (c: Contesto<Cancellazione>) => c.b.persona(c.d.soggetto)
const versoComune = (s: RigaScheda | undefined, motivo: number) =>
  s !== undefined && (VERSO_COMUNE[s.registro] as readonly number[]).includes(motivo)
const stessaPersona = (a: RigaScheda, b: RigaScheda) =>
  (a.codice_fiscale !== null && a.codice_fiscale === b.codice_fiscale) ||
  (a.cognome_ricerca === b.cognome_ricerca &&
    a.nome_ricerca === b.nome_ricerca &&
    a.sesso === b.sesso &&
    a.nascita === b.nascita)

const MOTIVO = { gravita: 'E', campo: 'tipoMotivoCancellazione' } as const
const DESTINAZIONE = { gravita: 'E', campo: 'destinazione' } as const
const controlli: Controllo<Cancellazione>[] = [
  {
    ...MOTIVO,
    codice: 'EN373',
    testo: 'Il motivo @ è un decesso',
    rimedio: 'Registra il decesso con il servizio 2001',
    trova: c => se(MORTE.includes(c.d.motivo), String(c.d.motivo)),
  },
  {
    ...MOTIVO,
    codice: 'EN370',
    testo: 'Il motivo @ non è ammesso per chi è @',
    rimedio: "Scegli un motivo della tabella 15 per i residenti, della 28 per gli iscritti all'AIRE",
    trova: c => {
      const s = chi(c)
      return se(
        s !== undefined && !MORTE.includes(c.d.motivo) && !AMMESSI[s.registro](c.d.motivo, c.decorrenza),
        String(c.d.motivo),
        s?.registro === 'E' ? "iscritto all'AIRE" : 'residente in Italia',
      )
    },
  },
  {
    ...DESTINAZIONE,
    codice: 'EN436',
    testo: 'Il comune di destinazione @ è in ANPR: non serve una cancellazione',
    rimedio: 'La persona passa al nuovo comune con il trasferimento che questo registra (5001/4, 5005/2, A006/3)',
    trova: c => {
      const a = c.d.destinazione?.comune
      return se(versoComune(chi(c), c.d.motivo) && a !== undefined && c.subentrati.has(a), String(a))
    },
  },
  {
    ...DESTINAZIONE,
    codice: 'AN112',
    testo: 'Con il motivo @ manca @ di destinazione',
    rimedio: 'Indica dove la persona si è trasferita',
    trova: c => {
      const [s, a] = [chi(c), c.d.destinazione]
      return [
        ...se(versoComune(s, c.d.motivo) && a?.comune === undefined, String(c.d.motivo), 'il comune'),
        ...se(
          s?.registro === 'R' && c.d.motivo === ESTERO && a?.stato === undefined,
          String(ESTERO),
          'lo stato estero',
        ),
      ]
    },
  },
  {
    ...DESTINAZIONE,
    codice: 'EN374',
    testo: "Con il motivo @ di chi è iscritto all'AIRE lo stato estero di destinazione (@) non va indicato",
    rimedio: 'Indica il comune',
    trova: c =>
      se(
        chi(c)?.registro === 'E' && [3, 4].includes(c.d.motivo) && c.d.destinazione?.stato !== undefined,
        String(c.d.motivo),
        c.d.destinazione?.stato ?? '',
      ),
  },
  {
    ...DESTINAZIONE,
    codice: 'EN376',
    testo: 'Con il motivo 3 lo stato estero di destinazione (@) non va indicato',
    rimedio: 'Indica il comune',
    trova: c =>
      se(
        chi(c)?.registro === 'R' && c.d.motivo === 3 && c.d.destinazione?.stato !== undefined,
        c.d.destinazione?.stato ?? '',
      ),
  },
  {
    ...DESTINAZIONE,
    codice: 'EN377',
    testo: "Con il motivo 5, trasferimento all'estero, il comune di destinazione (@) non va indicato",
    rimedio: 'Indica lo stato estero',
    trova: c =>
      se(
        chi(c)?.registro === 'R' && c.d.motivo === ESTERO && c.d.destinazione?.comune !== undefined,
        String(c.d.destinazione?.comune),
      ),
  },
  {
    ...MOTIVO,
    codice: 'AN113',
    testo: 'Il motivo 5 è degli stranieri, ma @ è cittadino italiano',
    rimedio: "Registra il trasferimento all'AIRE (A006/1)",
    trova: c => {
      const s = chi(c)
      return se(
        s?.registro === 'R' && c.d.motivo === ESTERO && s.dati.cittadinanza?.codiceStato === '100',
        chiamata(s, c.d.soggetto),
      )
    },
  },
  {
    ...MOTIVO,
    codice: 'EN509',
    campo: 'doppia',
    testo: 'Di @ non risulta una seconda posizione attiva (@)',
    rimedio: 'Indica la scheda che resta: attiva, con lo stesso codice fiscale o le stesse generalità',
    trova: c => {
      const [s, altra] = [chi(c), c.d.doppia ? c.b.persona(c.d.doppia) : undefined]
      return se(
        s !== undefined &&
          c.d.motivo === DOPPIA &&
          !(altra !== undefined && altra.id !== s.id && altra.stato === 'A' && stessaPersona(s, altra)),
        chiamata(s, c.d.soggetto),
        c.d.doppia ?? 'nessuna indicata',
      )
    },
  },
  {
    ...MOTIVO,
    codice: 'EN343',
    campo: 'dataDecorrenza',
    testo: 'Nel ripristino della posizione precedente la decorrenza deve essere la data di iscrizione, @',
    rimedio: 'Indica quella decorrenza',
    trova: c => {
      const s = chi(c)
      return se(èRipristino(c) && s?.iscritto_dal !== c.decorrenza, s?.iscritto_dal ?? 'che qui non è nota')
    },
  },
  {
    ...MOTIVO,
    codice: 'EN344',
    testo: "Dopo l'iscrizione sono state registrate altre mutazioni del soggetto, l'ultima con decorrenza @",
    rimedio: 'Annullale prima (5012), dalla più recente',
    trova: c => {
      const s = chi(c)
      const ultima = Object.values(s?.teste ?? {})
        .map(t => t[2])
        .sort()
        .at(-1)
      return se(èRipristino(c) && !!s?.iscritto_dal && ultima !== undefined && ultima > s.iscritto_dal, ultima ?? '')
    },
  },
]
const èRipristino = (c: Contesto<Cancellazione>) => c.d.motivo === RIPRISTINO && chi(c)?.registro === 'R'

/** 2003: cancellation for any motive but death. The scheda stays, and opens again under its id (1002, A002). */
const cancellazione = operazione<Cancellazione>({
  servizio: '2003',
  nome: 'Cancellazione per altri motivi',
  forma: CANCELLAZIONE,
  nomina: d => ({ schede: [...chiEsce(d).schede, ...(d.doppia ? [d.doppia] : [])] }),
  cerca: d => ({ comuni: d.destinazione?.comune === undefined ? [] : [d.destinazione.comune] }),
  competenza: d => [d.soggetto],
  evento: 'cancellazione',
  annulla: { con: '2011' },
  controlli: [
    esistono('soggetto', d => [d.soggetto]),
    attivi('soggetto', d => [d.soggetto]),
    ...luogoNoto<Cancellazione>('destinazione', d => d.destinazione),
    ...(controlliUscita as readonly Controllo<Cancellazione>[]),
    ...controlli,
  ],
  effetti({ d, b, decorrenza }) {
    const s = b.persona(d.soggetto)!
    s.stato = 'C'
    s.cancellata_dal = decorrenza
    s.motivo_cancellazione = d.motivo
    s.dati.cancellazione = {
      ...(d.destinazione && { destinazione: d.destinazione }),
      ...(d.doppia && { doppia: d.doppia }),
      ...(d.note && { note: d.note }),
    }
    nuoviLegami(b, d, decorrenza)
  },
  avvisi(c) {
    // Enrolled here by mistake: who had him before must have him again.
    const s = chi(c)
    const da = s?.dati.provenienza?.comune
    return èRipristino(c) && da !== undefined && da !== c.comune
      ? [{ tipo: 'N014', comune_id: da, scheda_id: c.d.soggetto }]
      : []
  },
})

export const CANCELLAZIONI = [cancellazione]
