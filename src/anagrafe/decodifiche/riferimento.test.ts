import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RADICE } from '../../radice.ts'
import { leggiCsv } from '../territorio/csv.ts'
import { NOMI, TABELLE, type Tabella } from './base.ts'
import { voci } from './tabella.ts'

const CARTELLA = join(RADICE, '../shared/reference/tabelle')

/** Each sheet of the reference and our table of it; a list where one sheet is several of ours. */
const FOGLI: Readonly<Record<string, Tabella | Readonly<Record<string, Tabella>>>> = {
  cessazione_unione_civile_convivenze: 'cessazioneUnione',
  condizione_non_professionale: 'condizioneNonProfessionale',
  conversione_codici_aire_al_subentro: {
    'Titolo di studio': 'titoloStudioAire',
    'Condizione non professionale': 'condizioneAire',
    'Posizione nella professione': 'posizioneAire',
  },
  dati_richiesti: 'datiRichiesti',
  esenzione_bollo: 'esenzioneBollo',
  individuazione_del_comune_di_iscrizione_aire: 'individuazioneComuneAire',
  iniziativa_iscrizione_aire: 'iniziativaIscrizioneAire',
  innesco_procedimento_amministraivo: 'innescoProcedimento',
  legame_convivenza: 'legameConvivenza',
  lingue: 'lingua',
  motivi_di_cancellazione_aire: 'motivoCancellazioneAire',
  motivi_di_cancellazione_dall_anagrafe: 'motivoCancellazione',
  motivi_di_iscrizione_in_anagrafe: 'motivoIscrizione',
  motivi_di_non_certificabilit: 'certificabilita',
  motivi_iscrizione_aire: 'motivoIscrizioneAire',
  motivo_costituzione_della_famiglia: 'motivoCostituzione',
  posizione_nella_professione: 'posizioneProfessionale',
  relazione_di_parentela_famiglia: 'legameFamiglia',
  specie_della_convivenza: 'specieConvivenza',
  stati_di_lavorazione: 'statoLavorazione',
  stato_civile: 'statoCivile',
  stato_procedimento_amministrativo: 'statoProcedimento',
  stato_validazione_del_codice_fiscale: 'validitaCf',
  tabella_04_specie_toponimo: 'specieToponimo',
  tipi_cittadinanza: 'tipoCittadinanza',
  tipi_di_mutazione: 'tipoMutazione',
  tipo_cessazione_matrimonio: 'cessazioneMatrimonio',
  tipo_di_certificato: 'tipoCertificato',
  tipo_indirizzo: 'tipoIndirizzo',
  tipo_motivo_revoca: 'motivoRevoca',
  tipo_movimentazione: 'tipoMovimentazione',
  tipo_mutazione_famiglia_convivenza: 'tipoMutazioneFamiglia',
  tipo_mutazione_residenza: 'tipoMutazioneResidenza',
  tipo_revoca: 'tipoRevoca',
  tipo_soggiorno: 'tipoSoggiorno',
  tipo_tribunale: 'tipoTribunale',
  titolo_di_studio: 'titoloStudio',
}

/** Sheets that are no decode table of schede, and why. */
const ESCLUSI: Readonly<Record<string, string>> = {
  aggiornamenti_alla_documentazione_tecnica: 'a log of changes to documents',
  anomalie_subentro: "subentro's checks: docs/tables/checks.md",
  comuni_subentrati: 'a fact about comuni, not a vocabulary',
  elenco_dei_web_services_da_utilizzare_per_aggiornamento_delle_basi_dati_locali: 'a list of services',
  elenco_dei_web_services_disponibili: 'a list of services',
  elenco_errori_anpr: 'result codes of the services: they come with the services',
  elenco_funzionalita_disponibili: 'functions of the official web app',
  errori_agenzia_entrate: 'result codes of the services: they come with the services',
  prospetti_statistici: 'table 17: statistical reports of 4003, no scheda has them; they come with that service',
  righe_dettaglio_prospetti_statistici: 'table 18: lines of those reports',
  stati_esteri: 'table 2: src/anagrafe/territorio/stati.ts',
  stati_territori_consolati: 'table 41: src/anagrafe/territorio/consolati.ts',
  'stati_territori_consolati.2': 'table 41, another state of it: src/anagrafe/territorio/consolati.ts',
  tabella_40_elenco_dei_consolati: 'tables 24 and 40: src/anagrafe/territorio/consolati.ts',
  utilizzo_del_webservice: 'a list of services',
}

type Campo = 'codice' | 'descrizione' | 'periodo' | 'ordine' | 'verso'
/** Where we differ from the sheet on purpose. `*` as code: the table as a whole. */
const DIFFERENZE: readonly { tabella: Tabella; codice: string; campo: Campo; perché: string }[] = [
  {
    tabella: 'statoCivile',
    codice: '*',
    campo: 'ordine',
    perché: 'the sheet puts "unknown" before the civil unions: last here',
  },
  { tabella: 'legameFamiglia', codice: '*', campo: 'ordine', perché: 'the sheet begins with Tutore: the head first' },
  { tabella: 'tipoSoggiorno', codice: '*', campo: 'ordine', perché: 'the sheet has 9, 8, 7: "unknown" last' },
  { tabella: 'titoloStudio', codice: '*', campo: 'ordine', perché: 'by degree, not by the day a code was added' },
  { tabella: 'tipoMutazione', codice: '*', campo: 'ordine', perché: 'what 5008 no longer takes stands last' },
  { tabella: 'certificabilita', codice: '1', campo: 'descrizione', perché: 'the accent of CERTIFICABILITÀ' },
  { tabella: 'certificabilita', codice: '2', campo: 'descrizione', perché: 'the accent of CERTIFICABILITÀ' },
  { tabella: 'motivoCancellazione', codice: '6', campo: 'descrizione', perché: 'the accent of Irreperibilità' },
  {
    tabella: 'individuazioneComuneAire',
    codice: '6',
    campo: 'descrizione',
    perché: 'a blank was missing after "(RM)"',
  },
  ...['21', '22'].map(codice => ({
    tabella: 'tipoCertificato' as const,
    codice,
    campo: 'codice' as const,
    perché: 'electoral certificates, in use, never published: italia/anpr #3693',
  })),
  {
    tabella: 'esenzioneBollo',
    codice: '11',
    campo: 'codice',
    perché: 'in use, never published: italia/anpr #3693, #5337',
  },
  {
    tabella: 'tipoMutazioneFamiglia',
    codice: '9',
    campo: 'codice',
    perché: 'in use since 2019, never published: changelog 5.2.1 of italia/anpr, #1649',
  },
  ...['10', '11', '12'].map(codice => ({
    tabella: 'tipoRevoca' as const,
    codice,
    campo: 'codice' as const,
    perché: 'in use, never published: italia/anpr #1546, changelog 5.1.0 and 5.9.1',
  })),
]

const assente = existsSync(CARTELLA) ? false : `${CARTELLA} is not here: nothing to compare with`
if (assente) console.warn(`decode tables: ${assente}`)

describe.skipIf(assente)('against the published sheets', () => {
  test('each sheet is a decode table here, or it is said why it is none', () => {
    const fogli = readdirSync(CARTELLA)
      .filter(f => f.endsWith('.csv'))
      .map(f => f.slice(0, -4))
      .toSorted()
    expect(fogli).toEqual([...Object.keys(FOGLI), ...Object.keys(ESCLUSI)].toSorted())
  })

  test('each published table is compared with its sheet; what has none is marked provisional', () => {
    const conFoglio = new Set(Object.values(FOGLI).flatMap(t => (typeof t === 'string' ? [t] : Object.values(t))))
    expect(NOMI.filter(n => !conFoglio.has(n))).toEqual(NOMI.filter(n => TABELLE[n].provvisoria))
  })

  test('our tables say what the sheets say, but for the differences whose reason is known', async () => {
    const trovate = (
      await Promise.all(
        Object.entries(FOGLI).map(async ([foglio, t]) => {
          const righe = await leggi(foglio)
          return typeof t === 'string'
            ? confronta(t, righe)
            : Object.entries(t).flatMap(([parte, nome]) =>
                confronta(
                  nome,
                  righe.filter(r => r.parte === parte),
                ),
              )
        }),
      )
    ).flat()
    const chiave = (d: { tabella: string; codice: string; campo: string }) => `${d.tabella} ${d.codice} ${d.campo}`
    const note = new Map(DIFFERENZE.map(d => [chiave(d), d.perché]))
    console.info(
      [
        'decode tables against the published sheets:',
        ...trovate.map(d => `  ${chiave(d)}: ${d.cosa} – ${note.get(chiave(d)) ?? 'NOT EXPLAINED'}`),
      ].join('\n'),
    )
    expect(trovate.map(chiave).toSorted()).toEqual([...note.keys()].toSorted())
  })

  test('the notes of the sheets are our uses', async () => {
    const dalFoglio = async (foglio: string, nota: (r: Riga) => boolean) =>
      (await leggi(foglio)).filter(nota).map(r => r.codice)
    const con = (t: Tabella, fn: (usi: readonly string[]) => boolean) =>
      voci(t, TABELLE[t])
        .filter(v => fn(v.usi))
        .map(v => v.codice)
    const solo = (u: string) => (usi: readonly string[]) => usi.length === 1 && usi[0] === u
    expect(con('legameFamiglia', solo('subentro'))).toEqual(
      await dalFoglio('relazione_di_parentela_famiglia', r => r.altre.includes('Utilizzabile solo al subentro')),
    )
    expect(con('posizioneProfessionale', solo('subentroAire'))).toEqual(
      await dalFoglio('posizione_nella_professione', r => r.altre.includes('Solo per conversione AIRE/ANPR')),
    )
    expect(con('esenzioneBollo', u => u.includes('ancheDiritti'))).toEqual(
      await dalFoglio('esenzione_bollo', r => r.altre.includes('SI')),
    )
    const cessazioni = (await leggiTutte('cessazione_unione_civile_convivenze')).map(r => r.descrizione)
    expect(cessazioni).toContain(
      `${con('cessazioneUnione', solo('unioneCivile')).join(',')} utilizzati per unioni civili`,
    )
    expect(cessazioni).toContain(
      `${con('cessazioneUnione', solo('convivenzaDiFatto')).join(',')} utilizzati per convivenze di fatto`,
    )
    expect(cessazioni).toContain(
      `${con('cessazioneUnione', u => u.length === 2).join(',')} utilizzato in entrambi i casi`,
    )
  })
})

interface Riga {
  parte: string
  codice: string
  descrizione: string
  dal: string | null
  al: string | null
  verso: string | null
  altre: readonly string[]
}

/** Columns by the names that the sheets give them; an unnamed first one is the spreadsheet's own index. */
const COLONNE = {
  parte: ['Tabella'],
  codice: ['ID', 'Codice', 'AIRE attuale codice'],
  descrizione: ['DESCRIZIONE', 'Descrizione', 'AIRE attuale descrizione'],
  dal: ['DATAINIZIOVALIDITA'],
  al: ['DATAFINEVALIDITA'],
  verso: ['Codice corrispondente ANPR'],
} as const

/** Blanks as a reader sees them: several are one, none at the ends. */
const pulito = (t: string) => t.replaceAll(/\s+/g, ' ').trim()
/** A code that a spreadsheet took for a number. */
const codice = (t: string) => pulito(t).replace(/^(\d+)\.0$/, '$1')
/** `2015-12-31 00:00:00` is a day; the first and last day of the calendar say that there is none. */
const giorno = (t: string) => {
  const iso = pulito(t)
    .slice(0, 10)
    .replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1')
  return ['', '1900-01-01', '9999-12-31'].includes(iso) ? null : iso
}

async function leggiTutte(foglio: string): Promise<Riga[]> {
  const righe: string[][] = []
  const file = createReadStream(join(CARTELLA, `${foglio}.csv`))
  const rifiuta = (riga: number, regola: string): never => {
    throw new Error(`${foglio}.csv, line ${riga}: ${regola}`)
  }
  for await (const r of leggiCsv(file, rifiuta)) righe.push(r.campi)
  const [testa = [], ...corpo] = righe
  const colonna = (nomi: readonly string[]) => testa.findIndex(c => nomi.includes(c.trim()))
  const posti = Object.fromEntries(Object.entries(COLONNE).map(([k, nomi]) => [k, colonna(nomi)]))
  return corpo.map(r => {
    const cella = (k: keyof typeof COLONNE) => r[posti[k] ?? -1] ?? ''
    return {
      parte: pulito(cella('parte')),
      codice: codice(cella('codice')),
      descrizione: pulito(cella('descrizione')),
      dal: giorno(cella('dal')),
      al: giorno(cella('al')),
      verso: codice(cella('verso').replace('(*)', '')) || null,
      altre: r.map(pulito),
    }
  })
}
/** Without the remarks that some sheets have below their rows. */
const leggi = async (foglio: string) => (await leggiTutte(foglio)).filter(r => r.codice !== '' && r.descrizione !== '')

interface Differenza {
  tabella: Tabella
  codice: string
  campo: Campo
  cosa: string
}

function confronta(tabella: Tabella, foglio: readonly Riga[]): Differenza[] {
  const nostre = voci(tabella, TABELLE[tabella])
  const loro = new Map(foglio.map(r => [r.codice, r]))
  const trovate: Differenza[] = []
  const dice = (cod: string, campo: Campo, cosa: string) => trovate.push({ tabella, codice: cod, campo, cosa })
  if (foglio.length === 0 || loro.size !== foglio.length) dice('*', 'codice', 'the sheet is empty or has a code twice')
  for (const r of foglio) if (!nostre.some(v => v.codice === r.codice)) dice(r.codice, 'codice', 'only in the sheet')
  for (const v of nostre) {
    const r = loro.get(v.codice)
    if (!r) {
      dice(v.codice, 'codice', 'only here')
      continue
    }
    if (v.descrizione !== r.descrizione) dice(v.codice, 'descrizione', `"${v.descrizione}", sheet "${r.descrizione}"`)
    if (v.dal !== r.dal || v.al !== r.al) dice(v.codice, 'periodo', `${v.dal}/${v.al}, sheet ${r.dal}/${r.al}`)
    if (v.verso !== r.verso) dice(v.codice, 'verso', `${v.verso}, sheet ${r.verso}`)
  }
  const comuni = foglio.map(r => r.codice).filter(c => nostre.some(v => v.codice === c))
  const nostri = nostre.map(v => v.codice).filter(c => loro.has(c))
  if (comuni.join() !== nostri.join()) dice('*', 'ordine', `${nostri.join(' ')}; sheet ${comuni.join(' ')}`)
  return trovate
}
