import {
  CERTIFICABILITA,
  type DatiGruppo,
  type DatiScheda,
  type GruppoInIngresso,
  idAnpr,
  LEGAMI_CESSATI,
  LEGAMI_CONVIVENZA,
  LEGAMI_FAMIGLIA,
  perRicerca,
  type SchedaInIngresso,
} from '../anagrafe/index.ts'
import type { TipoDatiEvento, TipoFamiglieSub, TipoGeneralita, TipoGeneralitaSoggetto } from '../contratto/index.ts'
import { trattenuti } from './trattenuti.ts'

/** Where the places of the file are looked up, each on its own date. */
export interface Luoghi {
  /** our id of the comune on that day (AAAA-MM-GG, or only AAAA-MM, AAAA), and whether the file is wrong about it */
  comune(
    c: { codiceIstat?: string; nomeComune: string; siglaProvinciaIstat: string },
    il: string,
    catastaleNelCf: string | undefined,
  ): { id?: number; sbagliato?: true }
  stato(codice: string, il: string): boolean
}

/** How much of AAAA-MM-GG is known: the day, the month, the year. */
const CIFRE = { G: 10, M: 7, A: 4 } as const

/** From a `soggetto` of the file to its row. What a column cannot hold is left out of it and kept in `dati.inviato`;
 *  a datum is a column or in `dati`, never both. */
export function scheda(s: TipoGeneralitaSoggetto, id: number, invio: number, luoghi: Luoghi): SchedaInIngresso {
  const { rilievi, inviato, data, numero, ammesso, inviati, rilieviJson } = trattenuti()
  const { generalitaSubIscr: g, famiglia, convivenza, residenza, attributiSoggetto: attributi, statoCivile } = s
  const appartenenza = famiglia ?? convivenza
  const genere = famiglia ? 'F' : convivenza ? 'C' : undefined
  const legame = ammesso(
    'codiceLegame',
    appartenenza?.legameSoggetto.codiceLegame,
    genere === 'C' ? LEGAMI_CONVIVENZA : LEGAMI_FAMIGLIA,
    genere === 'C' ? 'EC003' : 'EC002',
  )
  if (genere === 'F' && legame && LEGAMI_CESSATI.has(Number(legame)))
    rilievi.push({ codice: 'EN064', campo: 'codiceLegame', valori: [legame] })
  if (famiglia && convivenza) inviato.convivenza = convivenza.idFamConvComune

  const nascita = data('dataNascita', g.dataNascita) ?? '0001-01-01'
  const nato = g.luogoNascita
  const precisa = g.senzaGiornoMese ? 'A' : g.senzaGiorno ? 'M' : 'G'
  const comuneNascita =
    nato.comune &&
    luoghi.comune(nato.comune, nascita.slice(0, CIFRE[precisa]), g.codiceFiscale?.codFiscale.slice(11, 15))
  if (nato.comune && comuneNascita?.sbagliato)
    rilievi.push({ codice: 'EC007', campo: 'luogoNascita', valori: [nato.comune.nomeComune, nascita] })
  if (nato.localita && !luoghi.stato(nato.localita.codiceStato, nascita))
    rilievi.push({ codice: 'EC030', campo: 'luogoNascita', valori: [nato.localita.codiceStato] })

  const { coniuge, unito, convivente } = unioni(s)
  return {
    id,
    id_anpr: idAnpr(id),
    registro: g.soggettoAIRE?.toUpperCase() === 'S' || residenza?.localitaEstera ? 'E' : 'R',
    codice_fiscale: g.codiceFiscale?.codFiscale.toUpperCase(),
    cf_validita: numero('validitaCF', g.codiceFiscale?.validitaCF),
    cognome: g.cognome,
    nome: g.nome,
    cognome_ricerca: g.cognome && perRicerca(g.cognome),
    nome_ricerca: g.nome && perRicerca(g.nome),
    sesso: g.sesso.toUpperCase(),
    nascita,
    nascita_precisa: precisa,
    nascita_comune_id: comuneNascita?.id,
    nascita_stato: nato.localita?.codiceStato,
    invio,
    locale: g.idSchedaSoggettoComune?.idSchedaSoggetto,
    gruppo_genere: genere,
    gruppo_locale: appartenenza?.idFamConvComune,
    legame,
    progressivo: numero('progressivoComponente', appartenenza?.legameSoggetto.progressivoComponente),
    ingresso_dal: data('dataDecorrenza', appartenenza?.legameSoggetto.dataDecorrenza),
    legame_dal: data('dataDecorrenzaLegame', appartenenza?.dataDecorrenzaLegame),
    residenza_dal: data('dataDecorrenzaResidenza', residenza?.dataDecorrenzaResidenza),
    iscritto_dal: data('dataPrimaIscrizioneComune', g.dataPrimaIscrizioneComune),
    motivo_iscrizione: numero('motivoIscrizioneAPR', s.motivoIscrizioneAPR),
    aggiornata_il: data('dataUltimoAggiornamento', s.dataUltimoAggiornamento),
    stato_civile: numero('statoCivile', statoCivile?.statoCivile),
    certificabile: ammesso('soggettoCertificabile', attributi?.soggettoCertificabile, CERTIFICABILITA, 'AN003'),
    senza_fissa_dimora: siNo(attributi?.senzaFissaDimora),
    padre_locale: s.paternita && idLocale(s.paternita.generalita),
    madre_locale: s.maternita && idLocale(s.maternita.generalita),
    coniuge: coniuge !== undefined,
    coniuge_locale: coniuge?.locale,
    coniuge_dal: data('dataMatrimonio', coniuge?.dal),
    coniuge_al: data('fineMatrimonio', coniuge?.al),
    coniuge_ordine: numero('ordineMatrimonio', s.matrimonio?.ordineMatrimonio),
    unito: unito !== undefined,
    unito_locale: unito?.locale,
    unito_dal: data('dataUnione', unito?.dal),
    unito_al: data('fineUnione', unito?.al),
    convivente: convivente !== undefined,
    convivente_locale: convivente?.locale,
    convivente_dal: data('dataConvivenza', convivente?.dal),
    convivente_al: data('fineConvivenza', convivente?.al),
    // Last, when every column has had its say.
    rilievi: rilieviJson(),
    dati: JSON.stringify(documento(s, inviati())),
  }
}

/** What the columns do not hold, section by section as the contract types it. */
function documento(s: TipoGeneralitaSoggetto, inviato: Record<string, string> | undefined): DatiScheda {
  const { generalitaSubIscr: g, statoCivile, residenza } = s
  return {
    luogoNascita: g.luogoNascita,
    attribuzioneCF: g.codiceFiscale?.dataAttribuzioneValidita,
    statoCivile: statoCivile && senza(statoCivile, 'statoCivile'),
    attoNascita: s.attoNascita,
    cittadinanza: s.cittadinanza,
    altraCittadinanza: s.altraCittadinanza,
    paternita: s.paternita,
    maternita: s.maternita,
    residenza: residenza && senza(residenza, 'dataDecorrenzaResidenza'),
    altraLingua: s.altraLingua,
    matrimonio: s.matrimonio,
    vedovanza: s.vedovanza,
    separazioneAnnullamentoCessazioneMatrimonio: s.separazioneAnnullamentoCessazioneMatrimonio,
    unioneCivile: s.unioneCivile,
    convivenzaDiFatto: s.convivenzaDiFatto,
    cartaIdentita: s.cartaIdentita,
    permessoSoggiorno: s.permessoSoggiorno,
    listaElettorale: s.listaElettorale,
    listaLeva: s.listaLeva,
    censimento: s.censimento,
    autoveicoli: s.autoveicoli,
    altriDati: s.altriDati,
    inviato,
  }
}

/** From a `famiglia` or `convivenza` of the file to its row. It carries no address: that comes from its members. */
export function gruppo(f: TipoFamiglieSub, genere: 'F' | 'C', id: number, invio: number): GruppoInIngresso {
  const { data, numero, trattieni, inviati, rilieviJson } = trattenuti()
  const tutore = f.tipoTutoreIntestatario
  const tipo = tipoGruppo(f, genere) ?? trattieni('AN010', 'tipoScheda', f.tipoScheda)
  const origine = data('dataOrigineFamigliaConvivenza', f.dataOrigineFamigliaConvivenza)
  const motivo = numero('motivoCostituzione', f.motivoCostituzione)
  const specie = numero('specieConvivenza', f.specieConvivenza)
  const dati: DatiGruppo = { tipoMovimentazione: f.tipoMovimentazione, responsabile: tutore, inviato: inviati() }
  return {
    id,
    invio,
    genere,
    locale: f.idFamigliaConvivenzaComune?.idFamigliaConvivenza,
    tipo: tipo ?? (genere === 'C' ? 4 : 3),
    origine,
    motivo,
    specie,
    denominazione: f.denominazioneConvivenza,
    coabitante: siNo(f.presenzaFamigliaCoabitante),
    responsabile: tutore !== undefined,
    responsabile_locale: tutore && idLocale(tutore.generalita),
    responsabile_cf: tutore?.generalita.codiceFiscale?.codFiscale.toUpperCase(),
    rilievi: rilieviJson(),
    dati: chiavi(dati) ? JSON.stringify(dati) : undefined,
  }
}

/** 3 family, 4 convivenza, 5 family abroad; undefined when the sent code contradicts the section it stands in. */
function tipoGruppo(f: TipoFamiglieSub, genere: 'F' | 'C'): 3 | 4 | 5 | undefined {
  if (genere === 'C') return f.tipoScheda === '4' ? 4 : undefined
  if (f.tipoScheda === '5' || (f.tipoScheda === '3' && siNo(f.famigliaAire))) return 5
  return f.tipoScheda === '3' ? 3 : undefined
}

interface Unione {
  locale: string | undefined
  dal: string | undefined
  al: string | undefined
}

/** The three bonds that a scheda may hold, each with the comune's id of the partner, its day and its end. */
function unioni(s: TipoGeneralitaSoggetto): Record<'coniuge' | 'unito' | 'convivente', Unione | undefined> {
  const { matrimonio: m, unioneCivile: u, convivenzaDiFatto: c } = s
  const fine = s.separazioneAnnullamentoCessazioneMatrimonio
  return {
    coniuge: m && {
      locale: idLocale(m.coniuge),
      dal: m.datiMatrimonio?.dataEvento,
      // 5 is separation, which ends nothing (OPERAZIONI 1.3).
      al: s.vedovanza?.datiMorteconiuge.dataEvento ?? (fine?.tipoCessazione !== '5' ? fine?.sentenza?.data : undefined),
    },
    unito: u?.unitoCivilmente && {
      locale: idLocale(u.unitoCivilmente),
      dal: u.attoUnione?.dataEvento,
      al: fineEvento(u.scioglimentoUnione?.datiEvento) ?? u.scioglimentoUnione?.sentenza?.data,
    },
    convivente: c?.convivente && {
      locale: idLocale(c.convivente),
      dal: c.contrattoStipula?.data,
      al: c.contrattoRisoluzione?.contratto?.data,
    },
  }
}

const fineEvento = (e: TipoDatiEvento | undefined) => e?.dataEvento
const idLocale = (g: TipoGeneralita) => g.idSchedaSoggettoComune?.idSchedaSoggetto
const siNo = (v: string | undefined) => (v === undefined ? undefined : v === 'S' || v === 's')
const chiavi = (o: object) => Object.values(o).some(v => v !== undefined)
/** The object without a key that has its own column; undefined when nothing else is in it. */
function senza<O extends object, K extends keyof O>(o: O, chiave: K): Omit<O, K> | undefined {
  const { [chiave]: _, ...resto } = o
  return chiavi(resto) ? resto : undefined
}
