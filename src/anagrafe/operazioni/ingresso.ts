import { Type as T } from 'typebox'
import type { TipoLuogoEvento } from '../../contratto/index.ts'
import { perRicerca } from '../lettere.ts'
import { type Contesto, type Controllo, chiamata, se } from '../motore/operazione.ts'
import type { RigaGruppo, RigaScheda } from '../motore/registro.query.ts'
import type { Identita } from '../motore/ricerca.query.ts'
import { LEGAMI_CESSATI, LEGAMI_CONVIVENZA, LEGAMI_FAMIGLIA } from '../tabelle.ts'
import { ANNO, GIORNO, LUOGO_EVENTO } from './forme.ts'
import { colonneDelLuogo, luogoDiNascita } from './luogoNascita.ts'

/** Who enters the register, and the family that she enters: what iscrizioni and moves have in common. */

/** T15, T28: who died, and a double that was closed, do not come back. */
const PER_SEMPRE: ReadonlySet<number | null> = new Set([1, 2, 10])

const NOME = T.String({ minLength: 1, maxLength: 100 })
/** Who the person is, as the contract's generalità. */
export const CHI = {
  cognome: T.Optional(NOME),
  nome: T.Optional(NOME),
  sesso: T.Union([T.Literal('M'), T.Literal('F')]),
  dataNascita: GIORNO,
  luogoNascita: LUOGO_EVENTO,
  codiceFiscale: T.Optional(T.String({ pattern: '^[0-9A-Z]{11,16}$' })),
}
const CHI_È = T.Object(CHI)
export type Chi = T.Static<typeof CHI_È>

/** A person's columns. */
export const generalitaDi = (c: Contesto<Chi>) => {
  const { d } = c
  return {
    cognome: d.cognome ?? null,
    nome: d.nome ?? null,
    cognome_ricerca: d.cognome === undefined ? null : perRicerca(d.cognome),
    nome_ricerca: d.nome === undefined ? null : perRicerca(d.nome),
    sesso: d.sesso,
    nascita: d.dataNascita,
    nascita_precisa: 'G' as const,
    ...colonneDelLuogo(c.territorio, { luogo: d.luogoNascita, il: d.dataNascita }),
  }
}
/** Where she was born is a place that was there on that day. */
export const natoInUnLuogo = <D extends Chi>(): Controllo<D>[] =>
  luogoDiNascita<D>('luogoNascita', c => ({ luogo: c.d.luogoNascita, il: c.d.dataNascita }))
/** How she is looked for in the whole register. */
export const identita = (d: Chi): Identita => ({
  codiceFiscale: d.codiceFiscale,
  cognome: d.cognome && perRicerca(d.cognome),
  nome: d.nome && perRicerca(d.nome),
  sesso: d.sesso,
  nascita: d.dataNascita,
})

const luogo = (l: TipoLuogoEvento | undefined) =>
  l?.comune?.codiceIstat ?? l?.comune?.nomeComune ?? l?.localita?.codiceStato
/** Two records speak of one person: a place of birth only parts them where both have one. */
const uguale = (s: RigaScheda, d: Chi): boolean => {
  const [a, b] = [luogo(s.dati.luogoNascita), luogo(d.luogoNascita)]
  return (
    (s.cognome_ricerca ?? '') === (d.cognome === undefined ? '' : perRicerca(d.cognome)) &&
    (s.nome_ricerca ?? '') === (d.nome === undefined ? '' : perRicerca(d.nome)) &&
    s.sesso === d.sesso &&
    s.nascita === d.dataNascita &&
    (a === undefined || b === undefined || a === b) &&
    (!s.codice_fiscale || !d.codiceFiscale || s.codice_fiscale === d.codiceFiscale)
  )
}

/** Whoever bears the codice fiscale; of who has the generalità, only those born in the same place and without another one. */
const trovate = (c: Contesto<Chi & { scheda?: string }>) =>
  c.trovate.filter(
    s =>
      s.id !== c.d.scheda &&
      ((c.d.codiceFiscale !== undefined && s.codice_fiscale === c.d.codiceFiscale) || uguale(s, c.d)),
  )
export const haUnNome = <D extends Chi>(): Controllo<D> => ({
  codice: 'ES057',
  gravita: 'E',
  campo: 'cognome',
  testo: 'Mancano sia il cognome sia il nome',
  rimedio: 'Indica almeno uno dei due',
  trova: c => se(!c.d.cognome && !c.d.nome),
})
/** A newborn is nobody who is in the register already. */
export const nonGiaNato = <D extends Chi>(): Controllo<D> => ({
  codice: 'EN188',
  gravita: 'E',
  campo: 'generalita',
  testo: 'Il soggetto @, nato il @, è già presente in ANPR: scheda @',
  rimedio: 'Controlla se la nascita è già stata registrata; di un gemello indica il suo nome',
  trova: c => trovate(c as Contesto<Chi>).map(s => [chiamata(s, s.id), s.nascita, s.id]),
})

/** She is nobody who is in the register already, or is the cancelled one whose scheda is named (EN185, EN187, EN190). */
export const nonGiaInAnpr = <D extends Chi & { scheda?: string }>(): Controllo<D>[] => {
  const riaperta = (c: Contesto<D>) => (c.d.scheda ? c.b.persona(c.d.scheda) : undefined)
  return [
    haUnNome(),
    {
      codice: 'EN187',
      gravita: 'E',
      campo: 'generalita',
      testo: 'Il soggetto @, nato il @, è già iscritto, deceduto o chiuso per doppia iscrizione: scheda @',
      rimedio:
        'Se è residente altrove chiedi il trasferimento (5001/4, 5005/2; per l’estero A006); se la morte fu un errore annulla la cancellazione (2011)',
      trova: c =>
        [...trovate(c), riaperta(c)].flatMap(s =>
          s && (s.stato === 'A' || (s.stato === 'C' && PER_SEMPRE.has(s.motivo_cancellazione)))
            ? [[chiamata(s, s.id), s.nascita, s.id]]
            : [],
        ),
    },
    {
      codice: 'EN190',
      gravita: 'E',
      campo: 'idSchedaSoggettoANPR',
      testo: 'Il soggetto @, nato il @, risulta cancellato in ANPR: scheda @',
      rimedio: 'Per iscriverlo di nuovo indica nella richiesta quella scheda, con le stesse generalità',
      trova: c =>
        trovate(c).flatMap(s =>
          se(
            s.stato === 'C' && !PER_SEMPRE.has(s.motivo_cancellazione) && !c.d.scheda,
            chiamata(s, s.id),
            s.nascita,
            s.id,
          ),
        ),
    },
    {
      codice: 'EN185',
      gravita: 'E',
      campo: 'idSchedaSoggettoANPR',
      testo: 'La scheda @ non esiste, o le sue generalità non sono quelle indicate',
      rimedio: 'Indica le generalità e il codice fiscale proprio come sono nella scheda cancellata',
      trova: c => {
        if (!c.d.scheda) return []
        const s = riaperta(c)
        return se(!s || s.stato === 'X' || !uguale(s, c.d), c.d.scheda)
      },
    },
  ]
}

/** The family or convivenza that somebody enters: legame and kind fit it, a new one has a head. */
export const entraIn = <D>(
  quale: (d: D, c: Contesto<D>) => { gruppo?: string | undefined; legami: readonly number[] },
  tipi: readonly RigaGruppo['tipo'][],
  altrove: string,
): Controllo<D>[] => {
  const gruppo = (c: Contesto<D>) => {
    const { gruppo: id } = quale(c.d, c)
    return id ? c.b.gruppo(id) : undefined
  }
  const unResponsabile: Controllo<D> = {
    codice: 'EN392',
    gravita: 'E',
    campo: 'codiceLegame',
    testo: 'La convivenza @ ha già un responsabile',
    rimedio: 'Indica un altro legame; il nuovo responsabile si nomina con la mutazione 5001/1',
    trova: c => {
      const g = gruppo(c)
      const ne_ha = g?.responsabile_id !== null || c.b.membri(g.id).some(s => s.legame === 1)
      return se(g?.tipo === 4 && ne_ha && quale(c.d, c).legami.includes(1), g?.id ?? '')
    },
  }
  return [
    {
      codice: 'ES077',
      gravita: 'E',
      campo: 'gruppo',
      testo: 'La scheda famiglia @ è @',
      rimedio: altrove,
      trova: c => {
        const g = gruppo(c)
        return se(
          g !== undefined && !tipi.includes(g.tipo),
          g?.id ?? '',
          g?.tipo === 5 ? "di una famiglia iscritta all'AIRE" : 'di residenti in Italia',
        )
      },
    },
    {
      codice: 'EF021',
      gravita: 'E',
      campo: 'codiceLegame',
      testo: 'Nella famiglia nuova nessuno è intestatario (legame 1)',
      rimedio: 'Indica il legame 1 per chi ne sarà intestatario',
      trova: c => {
        const { gruppo: id, legami } = quale(c.d, c)
        return se(!id && legami.filter(l => l === 1).length === 0)
      },
    },
    {
      codice: 'EF007',
      gravita: 'E',
      campo: 'codiceLegame',
      testo: 'La famiglia avrebbe più di un intestatario (@)',
      rimedio: 'Indica un solo intestatario; per cambiarlo usa prima la variazione dei legami (5001/2)',
      trova: c => {
        const { gruppo: id, legami } = quale(c.d, c)
        const capo = id ? c.b.capo(id) : undefined
        const capi = legami.filter(l => l === 1).length
        return se(
          gruppo(c)?.tipo !== 4 && capi + Number(capo !== undefined && capi > 0) > 1,
          chiamata(capo, String(capi)),
        )
      },
    },
    {
      codice: 'EN246',
      gravita: 'E',
      campo: 'codiceLegame',
      testo: 'Il legame @ non è ammesso in questa scheda',
      rimedio: 'Scegli un codice vigente della tabella dei legami di famiglia, o di quella delle convivenze',
      trova: c => {
        const ammessi = gruppo(c)?.tipo === 4 ? LEGAMI_CONVIVENZA : LEGAMI_FAMIGLIA
        return quale(c.d, c).legami.flatMap(l =>
          se(!ammessi.has(l) || (ammessi === LEGAMI_FAMIGLIA && LEGAMI_CESSATI.has(l)), String(l)),
        )
      },
    },
    ...(tipi.includes(4) ? [unResponsabile] : []),
  ]
}

/** Of who stays behind the ties may need to change. */
export const restaSenza = <D>(ids: (d: D) => readonly string[]): Controllo<D> => ({
  codice: 'EN226',
  gravita: 'W',
  campo: 'soggetti',
  testo: 'Nella famiglia di provenienza restano @ persone',
  rimedio: "Controlla l'intestatario e i legami di chi resta (5001/2)",
  trova: c => {
    const g = c.b.persona(ids(c.d)[0] ?? '')?.gruppo_id
    const restano = g && c.b.gruppo(g)?.tipo !== 4 ? c.b.membri(g).filter(s => !ids(c.d).includes(s.id)).length : 0
    return se(restano > 0, String(restano))
  },
})

export const ANNO_ESPATRIO = { annoEspatrio: T.Optional(ANNO) }
/** The year in which somebody went abroad lies within her life. */
export const espatriato = <D extends { annoEspatrio?: string }>(
  nascite: (c: Contesto<D>) => readonly string[],
): Controllo<D> => ({
  codice: 'ES079',
  gravita: 'E',
  campo: 'annoEspatrio',
  testo: 'L’anno di espatrio @ deve stare tra quello della nascita, @, e quello in corso, @',
  rimedio: 'Correggi l’anno di espatrio',
  trova: c => {
    const [anno, oggi] = [c.d.annoEspatrio, c.oggi.slice(0, 4)]
    if (anno === undefined) return []
    return nascite(c).flatMap(n => se(anno < n.slice(0, 4) || anno > oggi, anno, n.slice(0, 4), oggi))
  },
})

/** Puts a person into a family or convivenza. */
export function entra(s: RigaScheda, g: RigaGruppo, legame: number, dal: string): void {
  s.gruppo_id = g.id
  s.gruppo_tipo = g.tipo
  s.legame = legame
  s.progressivo = null
  s.ingresso_dal = dal
  s.legame_dal = dal
}
