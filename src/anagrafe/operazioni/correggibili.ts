import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import type { RigaScheda } from '../motore/registro.query.ts'
import type { NomeSezione } from '../motore/sezioni.ts'
import { dal } from './indirizzi.ts'

/** How each datum that a citizen may ask to have corrected (decode table 57) is corrected: by which operation, in which field
 *  of its request. What stands on the scheda goes into the request again, with those fields changed. */

type Dati = Record<string, unknown>
/** A request that would change nothing, and where its datum stands. */
interface Via {
  servizio: string
  /** of the scheda, that it changes */
  sezione: NomeSezione
  /** one request for each person, or for each family */
  di: 'soggetto' | 'gruppo'
  base(s: RigaScheda): Dati
  /** of several persons, what was gathered by person as the operation wants it */
  insieme?: (d: Dati) => Dati
  /** day that the operation wants as decorrenza; left out: today */
  decorrenza?: (s: RigaScheda) => string
}
const via = (v: Omit<Via, 'di'> & Partial<Via>): Via => ({ di: 'soggetto', ...v })
const GENERALITA = via({
  servizio: '5008/1',
  sezione: 'generalita',
  base: s => ({
    soggetto: s.id,
    generalita: {
      ...(s.cognome === null ? { senzaCognome: '1' } : { cognome: s.cognome }),
      ...(s.nome === null ? { senzaNome: '1' } : { nome: s.nome }),
      sesso: s.sesso,
      dataNascita: s.nascita,
      ...(s.nascita_precisa === 'M' && { senzaGiorno: '1' }),
      ...(s.nascita_precisa === 'A' && { senzaGiornoMese: '1' }),
      luogoNascita: s.dati.luogoNascita,
    },
  }),
})
const CODICE = via({ servizio: '5008/1', sezione: 'codiceFiscale', base: s => ({ soggetto: s.id }) })
const STATO_CIVILE = via({
  servizio: '5008/1',
  sezione: 'statoCivile',
  base: s => ({ soggetto: s.id, statoCivile: { ...s.dati.statoCivile, statoCivile: String(s.stato_civile ?? '') } }),
})
const INDIRIZZO = via({
  servizio: '5001/9',
  sezione: 'residenza',
  di: 'gruppo',
  // The wrong one stays as it is while the right one is written.
  base: s => ({
    famiglia: s.gruppo_id,
    residenza: structuredClone(s.dati.residenza ?? {}),
    errata: s.dati.residenza,
  }),
  decorrenza: dal,
})
const LEGAME = via({
  servizio: '5001/2',
  sezione: 'appartenenza',
  di: 'gruppo',
  base: s => ({ gruppo: s.gruppo_id, legami: { [s.id]: { soggetto: s.id, legame: s.legame } } }),
  insieme: d => ({ ...d, legami: Object.values(d.legami as Dati) }),
})
const sezione = (
  servizio: string,
  campo: keyof RigaScheda['dati'] & string,
  sezione: NomeSezione = campo as NomeSezione,
): Via => via({ servizio, sezione, base: s => ({ soggetto: s.id, [campo]: s.dati[campo] ?? {} }) })
const ATTO = via({
  servizio: '5008/15',
  sezione: 'attoNascita',
  base: s => ({
    soggetto: s.id,
    attoNascita: {
      atto: s.dati.attoNascita ?? {},
      ...(s.dati.attoNascitaANPR && { attoANPR: s.dati.attoNascitaANPR }),
    },
  }),
})
const MATRIMONIO = sezione('5021/4', 'matrimonio')
const UNIONE = sezione('5008/18r', 'unioneCivile')
const CONVIVENZA = sezione('5008/16r', 'convivenzaDiFatto')
const VEDOVANZA = sezione('5021/5', 'vedovanza')
const DIVORZIO = sezione('5021/6', 'separazioneAnnullamentoCessazioneMatrimonio', 'cessazioneMatrimonio')
const CARTA = sezione('5008/3', 'cartaIdentita')
const PERMESSO = sezione('5008/4', 'permessoSoggiorno')

/** How a datum is read and written where it stands, with what must go along beside it. `v` undefined: it is taken away. */
interface Lente {
  leggi(qui: Dati, campo: string, s: RigaScheda): unknown
  metti(qui: Dati, campo: string, v: unknown, s: RigaScheda): void
}
const scrivi = (qui: Dati, campo: string, v: unknown) => {
  if (v === undefined) delete qui[campo]
  else qui[campo] = v
}
const SOLO: Lente = { leggi: (qui, k) => qui[k], metti: scrivi }
/** A day of which day, or day and month, may not be known: AAAA-MM-GG, AAAA-MM, AAAA; the contract marks what it lacks. */
const PARZIALE: Lente = {
  leggi(qui, k) {
    const v = qui[k]
    return typeof v === 'string' ? v.slice(0, qui.senzaGiornoMese ? 4 : qui.senzaGiorno ? 7 : 10) : undefined
  },
  metti(qui, k, v) {
    const noto = String(v ?? '')
    scrivi(qui, k, v === undefined ? undefined : noto + '-01-01'.slice(noto.length - 4))
    scrivi(qui, 'senzaGiorno', noto.length === 7 ? '1' : undefined)
    scrivi(qui, 'senzaGiornoMese', noto.length === 4 ? '1' : undefined)
  },
}
/** A name, or that there is none. */
const NOME: Lente = {
  leggi: SOLO.leggi,
  metti(qui, k, v) {
    scrivi(qui, k, v)
    scrivi(qui, `senza${k[0]!.toUpperCase()}${k.slice(1)}`, v === undefined ? '1' : undefined)
  },
}
/** Instead of what else may stand in its place. */
const alPostoDi = (altro: string): Lente => ({
  leggi: SOLO.leggi,
  metti(qui, k, v) {
    scrivi(qui, k, v)
    if (v !== undefined) delete qui[altro]
  },
})
const LEGAMI: Lente = {
  leggi: (qui, _, s) => (qui[s.id] as { legame: number | null }).legame?.toString(),
  metti(qui, _, v, s) {
    qui[s.id] = { soggetto: s.id, legame: Number(v) }
  },
}
/** Code and words of a kind of street: either may be missing. */
const SPECIE: Lente = {
  leggi(qui) {
    const detta = typeof qui.specie === 'string' ? qui.specie.trim().toUpperCase() : undefined
    const voce = decodificheDiBase()
      .voci('specieToponimo')
      .find(v => v.descrizione.toUpperCase() === detta)
    return qui.codSpecie ?? voce?.codice ?? detta
  },
  metti(qui, _, v) {
    scrivi(qui, 'codSpecie', v)
    scrivi(qui, 'specie', v === undefined ? undefined : decodificheDiBase().descrizione('specieToponimo', String(v)))
  },
}
/** A state as `{ codiceStato, descrizioneStato }`, among what else is said of the place. */
const STATO: Lente = {
  leggi: qui =>
    qui.codiceStato === undefined
      ? undefined
      : { codiceStato: qui.codiceStato, descrizioneStato: qui.descrizioneStato },
  metti: (qui, _, v) => Object.assign(qui, v),
}
/** Whatever code is wanted: who has one has it validated, who has none is given one, by the Anagrafe tributaria. */
const TRIBUTARIA: Lente = {
  leggi: (_, __, s) => s.codice_fiscale ?? undefined,
  metti(qui, k, _, s) {
    qui[k] = s.codice_fiscale === null ? '1' : '0'
  },
}

type Riga = readonly [dato: string, via: Via, campo: string, lente?: Lente]
/** Where the partner's data stand in a section, under the names that table 57 begins with. */
const partner = (nome: string, via: Via, dove: string): Riga[] => [
  [`${nome}COGNOME`, via, `${dove}.cognome`, NOME],
  [`${nome}NOME`, via, `${dove}.nome`, NOME],
  [`${nome}CODICEFISCALE`, via, `${dove}.codiceFiscale.codFiscale`],
  [`${nome}DATANASCITA`, via, `${dove}.dataNascita`, PARZIALE],
  [`${nome}LUOGONASCITA`, via, `${dove}.luogoNascita`],
]
const civico = 'residenza.indirizzo.numeroCivico'
const estero = 'residenza.localitaEstera.indirizzoEstero'
const decesso = 'vedovanza.datiMorteconiuge'
const cessazione = 'separazioneAnnullamentoCessazioneMatrimonio'
const attoFine = `${cessazione}.attoAnnullamentoMatrimonio`

// biome-ignore format: a table
const RIGHE: readonly Riga[] = [
  ['CODICEFISCALE', CODICE, 'gestioneCF', TRIBUTARIA],
  ['COGNOME', GENERALITA, 'generalita.cognome', NOME],
  ['NOME', GENERALITA, 'generalita.nome', NOME],
  ['SESSO', GENERALITA, 'generalita.sesso'],
  ['DATANASCITA', GENERALITA, 'generalita.dataNascita', PARZIALE],
  ['LUOGONASCITA', GENERALITA, 'generalita.luogoNascita'],
  ['STATOCIVILE', STATO_CIVILE, 'statoCivile.statoCivile'],
  ['CAP', INDIRIZZO, 'residenza.indirizzo.cap'],
  ['COMUNERESIDENZA', INDIRIZZO, 'residenza.indirizzo.comune'],
  ['PROVINCIARESIDENZA', INDIRIZZO, 'residenza.indirizzo.comune.siglaProvinciaIstat'],
  ['FRAZIONE', INDIRIZZO, 'residenza.indirizzo.frazione'],
  ['SPECIETOPONIMO', INDIRIZZO, 'residenza.indirizzo.toponimo.codSpecie', SPECIE],
  ['DENOMINAZIONETOPONIMO', INDIRIZZO, 'residenza.indirizzo.toponimo.denominazioneToponimo'],
  ['CIVICO', INDIRIZZO, `${civico}.numero`, alPostoDi('metrico')],
  ['LETTERA', INDIRIZZO, `${civico}.lettera`],
  ['ESPONENTE', INDIRIZZO, `${civico}.esponente1`],
  ['COLORE', INDIRIZZO, `${civico}.colore`],
  ['CORTE', INDIRIZZO, `${civico}.civicoInterno.corte`],
  ['SCALA', INDIRIZZO, `${civico}.civicoInterno.scala`],
  ['SCALAESTERNA', INDIRIZZO, `${civico}.civicoInterno.scalaEsterna`],
  ['INTERNO', INDIRIZZO, `${civico}.civicoInterno.interno1`],
  ['ESPONENTEINTERNO', INDIRIZZO, `${civico}.civicoInterno.espInterno1`],
  ['ISOLATO', INDIRIZZO, `${civico}.civicoInterno.isolato`],
  ['STATOESTERO', INDIRIZZO, `${estero}.localita.codiceStato`, STATO],
  ['LOCALITAESTERA', INDIRIZZO, `${estero}.localita.descrizioneLocalita`],
  ['INDIRIZZOESTERO', INDIRIZZO, `${estero}.toponimo.denominazione`],
  ['CIVICOESTERO', INDIRIZZO, `${estero}.toponimo.numeroCivico`],
  ['CAPESTERO', INDIRIZZO, `${estero}.cap`],
  ['CONTEAESTERA', INDIRIZZO, `${estero}.localita.provinciaContea`],
  ['CONSOLATO', INDIRIZZO, 'residenza.localitaEstera.consolato'],
  ['LEGAME', LEGAME, 'legami.legame', LEGAMI],
  ['ATTONASCITACOMUNE', ATTO, 'attoNascita.atto.comuneRegistrazione'],
  ['ATTONASCITAANNO', ATTO, 'attoNascita.atto.anno'],
  ['ATTONASCITAPARTE', ATTO, 'attoNascita.atto.parte'],
  ['ATTONASCITASERIE', ATTO, 'attoNascita.atto.serie'],
  ...partner('CONIUGE', MATRIMONIO, 'matrimonio.coniuge'),
  ['MATRIMONIODATA', MATRIMONIO, 'matrimonio.datiMatrimonio.dataEvento', PARZIALE],
  ['MATRIMONIOLUOGO', MATRIMONIO, 'matrimonio.datiMatrimonio.luogoEvento'],
  ['ALTROMATRIMONIO', MATRIMONIO, 'matrimonio.ordineMatrimonio'],
  ...partner('UNITO', UNIONE, 'unioneCivile.unitoCivilmente'),
  ['UNIONEDATA', UNIONE, 'unioneCivile.attoUnione.dataEvento', PARZIALE],
  ['UNIONELUOGO', UNIONE, 'unioneCivile.attoUnione.luogoEvento'],
  ...partner('CONVIVENTE', CONVIVENZA, 'convivenzaDiFatto.convivente'),
  ['CONVIVENZADATA', CONVIVENZA, 'convivenzaDiFatto.contrattoStipula.data'],
  ['CONVIVENZALUOGO', CONVIVENZA, 'convivenzaDiFatto.contrattoStipula.luogoEvento'],
  ['RISOLUZIONEDATA', CONVIVENZA, 'convivenzaDiFatto.contrattoRisoluzione.contratto.data'],
  ['RISOLUZIONELUOGO', CONVIVENZA, 'convivenzaDiFatto.contrattoRisoluzione.contratto.luogoEvento'],
  ['RISOLUZIONEMOTIVO', CONVIVENZA, 'convivenzaDiFatto.contrattoRisoluzione.motivoRisoluzione'],
  ['VEDOVANZADATA', VEDOVANZA, `${decesso}.dataEvento`, PARZIALE],
  ['VEDOVANZALUOGO', VEDOVANZA, `${decesso}.luogoEvento`],
  ['VEDOVANZAATTONUMERO', VEDOVANZA, `${decesso}.attoEvento.numeroAtto`],
  ['VEDOVANZAATTOSERIE', VEDOVANZA, `${decesso}.attoEvento.serie`],
  ['VEDOVANZAATTODATA', VEDOVANZA, `${decesso}.attoEvento.dataFormazioneAtto`],
  ['VEDOVANZAATTOCOMUNE', VEDOVANZA, `${decesso}.attoEvento.comuneRegistrazione`],
  ['TIPOCESSAZIONE', DIVORZIO, `${cessazione}.tipoCessazione`],
  ['SENTENZANUMERO', DIVORZIO, `${cessazione}.sentenza.numero`],
  ['SENTENZADATA', DIVORZIO, `${cessazione}.sentenza.data`],
  ['SENTENZAAUTORITA', DIVORZIO, `${cessazione}.sentenza.autorita`],
  ['TIPOTRIBUNALE', DIVORZIO, `${cessazione}.sentenza.tipoTribunale`],
  ['DIVORZIOATTOCOMUNE', DIVORZIO, `${attoFine}.comuneRegistrazione`],
  ['DIVORZIOATTOANNO', DIVORZIO, `${attoFine}.anno`],
  ['DIVORZIOATTONUMERO', DIVORZIO, `${attoFine}.numeroAtto`],
  ['DIVORZIOATTOPARTE', DIVORZIO, `${attoFine}.parte`],
  ['DIVORZIOATTOSERIE', DIVORZIO, `${attoFine}.serie`],
  ['DIVORZIOATTODATA', DIVORZIO, `${attoFine}.dataFormazioneAtto`],
  ['NUMEROCARTAIDENTITA', CARTA, 'cartaIdentita.numero'],
  ['DATARILASCIOCARTAIDENTITA', CARTA, 'cartaIdentita.dataRilascio'],
  ['DATASCADENZACARTAIDENTITA', CARTA, 'cartaIdentita.dataScadenza'],
  ['DATAANNULLAMENTOCARTAIDENTITA', CARTA, 'cartaIdentita.dataAnnullamento'],
  ['TIPOCARTAIDENTITA', CARTA, 'cartaIdentita.cartaceaElettronica'],
  ['COMUNERILASCIOCARTAIDENTITA', CARTA, 'cartaIdentita.comuneRilascio', alPostoDi('consolatoRilascio')],
  ['NUMEROSOGGIORNO', PERMESSO, 'permessoSoggiorno.numeroSoggiorno'],
  ['TIPOSOGGIORNO', PERMESSO, 'permessoSoggiorno.tipoSoggiorno'],
  ['DATARILASCIOSOGGIORNO', PERMESSO, 'permessoSoggiorno.dataRilascio'],
  ['DATASCADENZASOGGIORNO', PERMESSO, 'permessoSoggiorno.dataScadenza'],
  ['QUESTURARILASCIOSOGGIORNO', PERMESSO, 'permessoSoggiorno.questuraRilascioSoggiorno'],
  ['COMUNERILASCIOSOGGIORNO', PERMESSO, 'permessoSoggiorno.comune'],
  ['NUMEROPASSAPORTO', PERMESSO, 'permessoSoggiorno.numeroPassaporto'],
]

/** What those operations want besides, and nobody asks to have corrected; named as the visura names it. */
// biome-ignore format: a table
const INOLTRE: readonly Riga[] = [
  ['stato-civile.note', STATO_CIVILE, 'statoCivile.noteStatoCivile'],
  ['atto-di-nascita.atto.numero', ATTO, 'attoNascita.atto.numeroAtto'],
  ['atto-di-nascita.atto.data', ATTO, 'attoNascita.atto.dataFormazioneAtto'],
  ['divorzio.sentenza.dal', DIVORZIO, `${cessazione}.sentenza.dataValidita`],
  ['carta-identita.espatrio', CARTA, 'cartaIdentita.interdizioneEspatrio'],
  ['permesso-soggiorno.note', PERMESSO, 'permessoSoggiorno.noteSoggiorno'],
]
const TUTTE: ReadonlyMap<string, Riga> = new Map([...RIGHE, ...INOLTRE].map(r => [r[0], r]))

/** Code of table 57 → the operation that corrects the datum, the field of its request (names joined by dots). */
export const CORREGGIBILI: ReadonlyMap<string, { readonly servizio: string; readonly campo: string }> = new Map(
  RIGHE.map(([dato, via, campo]) => [dato, { servizio: via.servizio, campo }]),
)

/** The data that go together in one section of an operation's request with this one, itself and what the operation wants
 *  besides included; none where there is no such datum. */
export const campiCon = (dato: string): readonly string[] => {
  const riga = TUTTE.get(dato)
  return [...TUTTE.values()].filter(r => r[1] === riga?.[1] && allEstero(r) === allEstero(riga)).map(r => r[0])
}

/** An address is in Italy or abroad: the fields of the one are not the other's. */
const allEstero = ([, , dove]: Riga) => dove.startsWith('residenza.localitaEstera')

/** Where the datum's field stands in the request. */
function luogo(dati: Dati, campo: string): { qui: Dati; ultimo: string } {
  const nomi = campo.split('.')
  const ultimo = nomi.pop()!
  let qui = dati
  for (const n of nomi) {
    qui[n] ??= {}
    qui = qui[n] as Dati
  }
  return { qui, ultimo }
}

/** A datum as it stands on a scheda, undefined where it does not: text, a place, a comune, a consulate or a state as the
 *  contract has them; of a day as much as is known. */
export function datoCheSta(s: RigaScheda, dato: string): unknown {
  const riga = TUTTE.get(dato)
  if (!riga) return undefined
  const { qui, ultimo } = luogo(structuredClone(riga[1].base(s)), riga[2])
  const v = (riga[3] ?? SOLO).leggi(qui, ultimo, s)
  return v === null || v === '' ? undefined : v
}

/** The operation that wrote the section in which the datum stands; undefined: it came with the scheda. */
export const scrittoDa = (s: RigaScheda, dato: string): string | undefined =>
  s.teste?.[TUTTE.get(dato)?.[1].sezione ?? '']?.[0]

/** A value wanted, as {@link datoCheSta} would read it; undefined: it should not be there. */
export interface DatoVoluto {
  readonly scheda: string
  readonly dato: string
  readonly valore: unknown
}
/** A request to the register that corrects data; all else on the schede as it stands. */
export interface RichiestaCorrezione {
  readonly servizio: string
  readonly dati: object
  readonly decorrenza?: string
  readonly voluti: readonly DatoVoluto[]
  /** fields of its sections (names joined by dots) → the datum that each holds */
  readonly campi: ReadonlyMap<string, string>
}

/** The requests that correct data: one for all those of a person that an operation takes together; of ties, and of an
 *  address, one for all the family. Data that table 57 does not have, and schede that are not given, are left out. */
export function correzioni(
  schede: ReadonlyMap<string, RigaScheda>,
  voluti: readonly DatoVoluto[],
): RichiestaCorrezione[] {
  const noti = voluti.flatMap(voluto => {
    const [s, riga] = [schede.get(voluto.scheda), TUTTE.get(voluto.dato)]
    return s && riga ? [{ voluto, s, riga }] : []
  })
  const insiemi = Map.groupBy(noti, ({ s, riga: [, v] }) => `${v.servizio} ${v.di === 'gruppo' ? s.gruppo_id : s.id}`)
  return [...insiemi.values()].map(voci => {
    const { s: prima, riga } = voci[0]!
    let dati: Dati = {}
    for (const { s, riga, voluto } of voci) {
      const [, via, campo, lente = SOLO] = riga
      dati = unite(structuredClone(via.base(s)), dati)
      const { qui, ultimo } = luogo(dati, campo)
      lente.metti(qui, ultimo, voluto.valore, s)
    }
    const [, { servizio, insieme, decorrenza }] = riga
    return {
      servizio,
      dati: insieme ? insieme(potati(dati)) : potati(dati),
      ...(decorrenza && { decorrenza: decorrenza(prima) }),
      voluti: voci.map(v => v.voluto),
      campi: campiDi(new Set(voci.map(v => v.riga[1]))),
    }
  })
}

const campiDi = (vie: ReadonlySet<Via>): ReadonlyMap<string, string> =>
  new Map([...TUTTE.values()].filter(([, via]) => vie.has(via)).map(([dato, , campo]) => [campo, dato]))

/** Sections of several data in one request: what was written already wins, whole. Ties are gathered by person. */
const unite = (base: Dati, scritti: Dati): Dati => ({
  ...base,
  ...scritti,
  ...('legami' in base && { legami: { ...(base.legami as Dati), ...(scritti.legami as Dati) } }),
})

/** Without what emptied when a datum was taken away. */
function potati(d: Dati): Dati {
  for (const [k, v] of Object.entries(d)) {
    // What is wrong is named as the register has it.
    if (k === 'errata' || typeof v !== 'object' || v === null || Array.isArray(v)) continue
    if (Object.keys(potati(v as Dati)).length === 0) delete d[k]
  }
  return d
}
