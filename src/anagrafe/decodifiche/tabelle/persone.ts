import { PUBBLICATA, tabella } from '../tabella.ts'

/** The use of codes that say that nothing is known: stored, shown, of no help to a certificate. */
const INDEFINITO = 'says that nothing is known; no choice offers it'

export const statoCivile = tabella({
  numero: 1,
  titolo: 'Stato civile',
  fonte: PUBBLICATA,
  usi: {
    statoLibero: 'the person is free to marry: "stato libero" of a declaration (CITTADINO.md 2.2, inferred)',
    matrimonio: 'goes with a marriage that has not ended',
    unioneCivile: 'goes with a civil union that has not ended (law 76/2016)',
    indefinito: INDEFINITO,
  },
  righe: `
    1|Celibe/Nubile|statoLibero
    2|Coniugato/a|matrimonio
    3|Vedovo/a|statoLibero
    4|Divorziato/a|statoLibero
    6|Unito civilmente|unioneCivile
    7|Stato libero a seguito di decesso della parte unita civilmente|statoLibero
    8|Stato libero a seguito di scioglimento dell'unione|statoLibero
    9|Non classificabile/ignoto/n.c|indefinito`,
})

/** Which titles are whose follows D.Lgs. 30/2007 (attestazioni of EU citizens); inferred, it refuses nothing. */
export const tipoSoggiorno = tabella({
  numero: 8,
  titolo: 'Tipo soggiorno',
  fonte: PUBBLICATA,
  usi: {
    cittadinoUe: 'title of an EU citizen (D.Lgs. 30/2007, inferred)',
    cittadinoNonUe: 'title of a citizen of another state (inferred)',
    indefinito: INDEFINITO,
  },
  righe: `
    1|Permesso|cittadinoNonUe
    2|Carta di soggiorno / Permesso di soggiorno CE|cittadinoNonUe
    3|Attestazione a carattere permanente|cittadinoUe
    4|Attestazione di regolarità|cittadinoUe
    5|Ricevuta|cittadinoNonUe
    6|Rinnovo in corso|cittadinoNonUe
    7|Senza permesso
    8|Altro titolo di soggiorno
    9|Non conosciuto/non fornito|indefinito`,
})

const AIRE_E_SUBENTRO = {
  corrente: 'an operation may write it',
  subentroAire: "subentro may bring it, converted from AnagAire's code (table 33)",
  indefinito: INDEFINITO,
} as const

export const posizioneProfessionale = tabella({
  numero: 9,
  titolo: 'Posizione nella professione',
  fonte: `Istat; ${PUBBLICATA}`,
  usi: AIRE_E_SUBENTRO,
  senzaIndicazione: ['corrente', 'subentroAire'],
  nota: 'A and B are for the conversion from AIRE only (SUBENTRO.md 2.10, EC064).',
  righe: `
    0|Non applicabile (es: condizione non professionale)
    1|Dirigente
    2|Quadro/impiegato
    3|Operaio o assimilato
    4|Imprenditore, libero professionista
    5|Lavoratore in proprio
    6|Coadiuvante familiare/socio coop.
    7|Collaborazione coord-continuativa /Prestazione opera occasionale
    9|Non conosciuta/non fornita|corrente,subentroAire,indefinito
    A|Dirigente o impiegato|subentroAire|/2015-12-31
    B|Lavoratore dipendente|subentroAire|/2015-12-31`,
})

export const condizioneNonProfessionale = tabella({
  numero: 10,
  titolo: 'Condizione non professionale',
  fonte: `Istat; ${PUBBLICATA}`,
  usi: { indefinito: INDEFINITO },
  righe: `
    0|Non applicabile (es: età pre-scolare)
    1|Casalinga
    2|Studente
    3|Disoccupato/ in cerca di prima occupazione
    4|Pensionato/ ritirato dal lavoro
    5|Altra condizione non professionale
    6|Non conosciuta / non fornita|indefinito`,
})

export const titoloStudio = tabella({
  numero: 11,
  titolo: 'Titolo di studio',
  fonte: `Istat; ${PUBBLICATA}`,
  usi: { indefinito: INDEFINITO },
  nota: 'Two series stand side by side, 0–9 and A–Z; no source says that the first ended (EC066 accepts both).',
  righe: `
    0|Non applicabile
    1|Nessun titolo/ licenza elementare
    7|Nessun titolo
    8|Licenza elementare
    2|Licenza media
    9|Licenza media /avviamento professionale
    3|Diploma scuola superiore
    4|Laurea triennale
    5|Laurea
    6|Dottorato/specializz. Post-laurea
    A|Diploma di qualifica professionale e qualifiche regionali di 2-3 anni
    B|Attestato IFP di qualifica professionale triennale (operatore) / Diploma professionale quadriennale IFP di tecnico
    C|Diploma di maturità
    D|Certificato di specializzazione tecnica superiore (IFTS)
    E|Diploma di tecnico superiore (ITS)
    F|Laurea di primo livello (3 anni), Diploma universitario (2-3 anni), Diploma accademico di primo livello
    G|Laurea magistrale/specialistica o Diploma di laurea vecchio ordinamento (4-6 anni); Diploma accademico di secondo livello o Diploma accademico del vecchio ordinamento
    H|Dottorato
    Z|Non conosciuto / non fornito|indefinito`,
})

export const lingua = tabella({
  numero: 14,
  titolo: 'Lingue',
  fonte: PUBBLICATA,
  usi: {},
  nota: 'The field that refers to it takes digits only: no value satisfies both (SUBENTRO.md 2.8, EC069).',
  righe: `
    IT|Italiana
    DE|Tedesca
    FR|Francese
    SL|Slovena`,
})

export const validitaCf = tabella({
  numero: 22,
  titolo: 'Stato validazione del codice fiscale',
  fonte: PUBBLICATA,
  usi: { validato: "the Agenzia delle Entrate knows the same person: opens the citizens' area (CITTADINO.md 1.1)" },
  righe: `
    1|Dati anagrafici validati ( soggetto presente in Agenzia Entrate. con CF e dati anagrafici uguali a quelli indicati dal Comune)|validato
    9|Dati anagrafici non validati ( soggetto non presente in Agenzia Entrate o iscritto senza validazione )`,
})

/** Table 33 is one sheet over three tables; each part is a table here, its `verso` the code of ANPR. */
const CONVERSIONE = {
  numero: 33,
  fonte: PUBBLICATA,
  usi: {},
} as const

export const titoloStudioAire = tabella({
  ...CONVERSIONE,
  titolo: 'Conversione codici AIRE al subentro: titolo di studio',
  verso: 'titoloStudio',
  righe: `
    0|Nessun titolo di studio|||7
    1|Licenza elementare|||8
    2|Licenza media inferiore|||2
    3|Diploma di scuola media superiore|||3
    4|Diploma di laurea|||5`,
})

export const condizioneAire = tabella({
  ...CONVERSIONE,
  titolo: 'Conversione codici AIRE al subentro: condizione non professionale',
  verso: 'condizioneNonProfessionale',
  righe: `
    1|Attualmente disoccupato|||3
    0|Attualmente occupato o condizione non professionale|||5`,
})

export const posizioneAire = tabella({
  ...CONVERSIONE,
  titolo: 'Conversione codici AIRE al subentro: posizione nella professione',
  verso: 'posizioneProfessionale',
  righe: `
    0|Cond. Non professionale o attualmente disoccupato|||0
    1|Imprenditore o libero professionista|||4
    2|Dirigente o impiegato|||A
    3|Lavoratore in proprio|||5
    4|Coadiuvante familiare|||6
    5|Lavoratore dipendente|||B`,
})

export const tipoCittadinanza = tabella({
  numero: 38,
  titolo: 'Tipi cittadinanza',
  fonte: PUBBLICATA,
  usi: { criterio: 'only a criterion of a search or an extraction (4001); no person has it' },
  nota: 'The citizenship itself is a code of table 2 (stati): it stands in `stato`.',
  righe: `
    1|Italiana
    2|Straniera|criterio
    3|Straniera paesi U.E.
    4|Straniera paesi dello Spazio Economico Europeo e paesi con accordi di associazione
    5|Straniera paesi non U.E.
    9|Tutte|criterio`,
})

/** What a code lets be certified: OPERAZIONI.md 1.6. */
export const certificabilita = tabella({
  numero: 42,
  titolo: 'Motivi di non certificabilità',
  fonte: PUBBLICATA,
  usi: {
    tutti: 'every certificate',
    residenza: 'residenza, residenza in convivenza, stato di famiglia',
    forzabile: 'the officer may force the other certificates',
  },
  righe: `
    0|NON CERTIFICABILE
    1|CERTIFICABILITÀ PARZIALE (SOLO RESIDENZA E STATO DI FAMIGLIA)|residenza,forzabile
    2|CERTIFICABILITÀ COMPLETA|tutti,residenza
    3|SOGGETTO NON ISCRIVIBILE|forzabile
    4|INTERDETTO SOTTOPOSTO A TUTELA|forzabile`,
})
