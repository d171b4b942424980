import { PUBBLICATA, tabella } from '../tabella.ts'

/** What a certificate may be of and how: OPERAZIONI.md 1.6, CITTADINO.md 7.1. */
export const tipoCertificato = tabella({
  numero: 13,
  titolo: 'Tipo di certificato',
  fonte: `${PUBBLICATA}; 21 and 22: italia/anpr #3693`,
  usi: {
    contestuale: 'may stand with others on one sheet (what OPERAZIONI.md does not list as alone; inferred)',
    daSolo: 'only alone',
    online:
      'citizens get it in their area (CITTADINO.md 7.1; that the official list has 14 kinds for these is not explained there)',
    parziale: 'allowed with certificabilità 1 (italia/anpr, src/controllo-certificati; #518)',
    soloAire: 'only of who is in AIRE',
    storico: 'tells the past',
    elettorale: 'of electoral data, with a certificabilità of its own',
  },
  senzaIndicazione: ['contestuale', 'online'],
  righe: `
    1|Anagrafico di nascita
    2|Anagrafico di morte|daSolo
    3|Anagrafico di matrimonio
    4|di Cancellazione anagrafica|daSolo
    5|di Cittadinanza
    6|storico di Cittadinanza|daSolo,storico
    7|di Esistenza in vita
    8|di Residenza|contestuale,online,parziale
    9|storico di Residenza|daSolo,storico
    10|di Residenza AIRE|contestuale,online,soloAire
    11|di Stato civile
    12|di Stato di famiglia|contestuale,online,parziale
    13|di Stato di famiglia e di stato civile
    14|di Residenza in convivenza|contestuale,online,parziale
    15|di Stato di famiglia AIRE|contestuale,online,soloAire
    16|di Stato di famiglia con rapporti di parentela
    17|di Stato Libero
    18|Anagrafico di Unione Civile
    19|di Contratto di Convivenza
    20|Storico di Residenza alla data|daSolo,storico
    21|di Godimento dei diritti politici|elettorale,online
    22|di Iscrizione nelle liste elettorali|elettorale,online`,
})

export const datiRichiesti = tabella({
  numero: 16,
  titolo: 'Dati richiesti (sezioni della scheda)',
  fonte: PUBBLICATA,
  usi: {},
  righe: `
    1|scheda individuale completa
    2|generalità
    3|statoCivile
    4|attributiSoggetto
    5|attoNascita
    6|cittadinanza
    7|altraCittadinanza
    8|paternità
    9|maternità
    10|residenza
    11|datiTranslitterati
    12|tutoreIntestatario
    13|matrimonio
    14|vedovanza
    15|annullamentoMatrimonio
    16|cartaIdentità
    17|permessoSoggiorno
    18|listaElettorale
    19|listaDiLeva
    20|censimento
    21|legameSoggetto
    22|famigliaConvivenza
    23|altriDati
    24|autoveicoli
    25|domicilioDigitale
    26|datiIscrizione
    27|datiCancellazione
    28|datiDecesso
    29|provenienza
    30|destinazione`,
})

export const innescoProcedimento = tabella({
  numero: 29,
  titolo: 'Innesco procedimento amministrativo',
  fonte: PUBBLICATA,
  usi: {},
  righe: `
    1|1001 - Nascita
    2|1002 - Iscrizione per altri motivi
    3|2001 - Cancellazione per morte accertata o presunta (anche AIRE)
    4|2003 - Cancellazione per altri motivi
    5|5001 - Mutazione famiglia/convivenza
    6|5005 - Mutazione residenza
    7|5008 - Mutazione dati generali/stato civile (anche AIRE)
    8|1A01 - Iscrizione AIRE per nascita
    9|1A02 - Iscrizione AIRE per altri motivi
    10|5A06 - Mutazione altri dati iscrizione AIRE
    11|1010 - Iscrizione convivenza
    12|Altro`,
})

export const statoProcedimento = tabella({
  numero: 30,
  titolo: 'Stato procedimento amministrativo',
  fonte: PUBBLICATA,
  usi: {},
  righe: `
    1|Apertura procedimento Amministrativo
    2|Chiusura procedimento amministrativo
    3|Apertura Istruttoria
    4|Chiusura istruttoria
    5|Richiesta dati
    6|Conferma avvenuta acquisizione dati
    7|Registrazione del provvedimento collegato`,
})

export const tipoMutazione = tabella({
  numero: 36,
  titolo: 'Tipi di mutazione (5008)',
  fonte: PUBBLICATA,
  usi: {
    corrente: '5008 takes it today',
    storico: 'only of what was registered once: no operation writes it any more',
  },
  senzaIndicazione: ['corrente'],
  nota: '5 went to 5010 when the electoral register came into ANPR; 9 is fed by INAD, the service answers "not yet" (OPERAZIONI.md 1.3).',
  righe: `
    1|Dati anagrafici / Codice fiscale
    2|Cittadinanza
    3|Carta identità
    4|Permesso di soggiorno
    6|Censimento
    7|Altri dati
    8|Autoveicoli
    10|Paternità
    11|Maternità
    12|Matrimonio
    13|Vedovanza
    14|Annullamento matrimonio
    15|Atto nascita
    16|Convivenza di fatto
    17|Risoluzione convivenza
    18|Unione civile
    19|Scioglimento unione
    20|Completamento
    21|Dati integrativi AIRE
    22|Dati decesso
    5|Liste|storico
    9|Domicilio digitale|storico`,
})

export const esenzioneBollo = tabella({
  numero: 39,
  titolo: 'Esenzione bollo',
  fonte: `${PUBBLICATA}; 11: italia/anpr #3693, #5337`,
  usi: {
    ancheDiritti: 'exempts from the diritto di segreteria too',
    elettorale: 'of electoral certificates, and the only one they take',
    conNote: 'the reason is written beside it, at most 256 characters',
  },
  nota: 'D.P.R. 642/1972 is replaced by D.Lgs. 123/2025 since 1 January 2026; the official wording still cites it (italia/anpr #5159).',
  righe: `
    1|ONLUS - art. 27 bis, tabella allegato B) DPR 642/1972
    2|SOCIETA' SPORTIVE - art. 8 bis, tabella allegato B) DPR 642/1972
    3|PROCESSUALE (certificati da produrre nel procedimento) - art. 18 DPR 30.5.2002, n. 115 e Circ. Agenzia delle entrate, 14.8.2002, n. 70/E
    4|C.T.U. nominato dal Tribunale o dal Pubblico ministero; CURATORE FALLIMENTARE - art. 16, tabella allegato B) DPR 642/1972|ancheDiritti
    5|INTERDIZIONE, INABILITAZIONE, AMMINISTRAZIONE DI SOSTEGNO (certificati da produrre nel procedimento) - art. 13, tabella allegato B) DPR 642/72 e Circ. MIN. GIUST. prot. M-DG. DAG del 5 febbraio 2007.14803.U
    6|ADOZIONE, AFFIDAMENTO, TUTELA MINORI - art. 13, tabella allegato B) DPR 642/1972 e art. 82 L. 184/1983|ancheDiritti
    7|SEPARAZIONE/DIVORZIO ai sensi dell'art. 19 della legge 74/1987|ancheDiritti
    8|VARIAZIONE TOPONOMASTICA STRADALE E NUMERAZIONE CIVICA ai sensi dell'art. 16 co. 8, della L. 537/1993
    9|PENSIONE ESTERA - art. 9, tabella allegato B) DPR 642/1972
    10|SCAMBIO DI ATTI E DOCUMENTI FRA PP.AA. - art. 16, tabella allegato B) DPR 642/1972|ancheDiritti
    11|USO ELETTORALE O REFERENDARIO|elettorale
    99|ALTRO MOTIVO DI ESENZIONE|conNote`,
})

export const statoLavorazione = tabella({
  numero: 44,
  titolo: 'Stati di lavorazione',
  fonte: PUBBLICATA,
  usi: {
    operazione: 'state of an operation (3003, EC021)',
    notifica: 'state of a notice (3003)',
  },
  righe: `
    1|In elaborazione|operazione
    2|Completata con esito positivo|operazione
    3|Completata con esito negativo|operazione
    4|Annullata
    5|Richieste di estrazione da elaborare
    6|Completata con esito positivo e warning|operazione
    7|Notifiche da prendere in carico|notifica
    8|Notifiche fruite|notifica
    9|Tutte le notifiche|notifica`,
})

const DOPO_SUBENTRO = 'only right after subentro, before any later operation'

export const tipoMutazioneFamiglia = tabella({
  numero: 46,
  titolo: 'Tipo mutazione famiglia convivenza (5001)',
  fonte: `${PUBBLICATA}; 9: changelog 5.2.1 of italia/anpr, #1649, #2494`,
  usi: {
    corrente: '5001 takes it at any time',
    dopoSubentro: `${DOPO_SUBENTRO} (EN416, EN426)`,
  },
  senzaIndicazione: ['corrente'],
  righe: `
    1|Intestatario tutore responsabile
    2|Composizione scheda
    3|Dati generali famiglia convivenza
    4|Residenza scheda
    5|Residenza scheda con patente e autoveicoli
    6|Ripristino residenza ante subentro|dopoSubentro
    7|Revisione onomastica stradale e dei numeri civici
    8|Rettifica indirizzo post accertamento
    9|Rettifica indirizzo per errore materiale`,
})

export const tipoMutazioneResidenza = tabella({
  numero: 47,
  titolo: 'Tipo mutazione residenza (5005)',
  fonte: PUBBLICATA,
  usi: {
    corrente: '5005 takes it at any time',
    dopoSubentro: `${DOPO_SUBENTRO} (EN416)`,
  },
  senzaIndicazione: ['corrente'],
  righe: `
    1|Senza fissa dimora
    2|Residenza
    3|Dimora abituale
    4|Domicilio eletto
    6|Ripristino residenza ante subentro|dopoSubentro`,
})

export const tipoRevoca = tabella({
  numero: 48,
  titolo: 'Tipo revoca (5013)',
  fonte: `${PUBBLICATA}; 10–12: italia/anpr #1546, changelog 5.1.0 and 5.9.1`,
  usi: {
    sempre: '5013 takes it at any time',
    dopoSubentro: `${DOPO_SUBENTRO} (EN505)`,
  },
  senzaIndicazione: ['dopoSubentro'],
  righe: `
    1|paternità|sempre
    2|maternità|sempre
    3|permesso di soggiorno
    4|censimento
    5|domicilio digitale
    6|matrimonio
    7|unione civile
    8|convivenza di fatto
    9|tutore o responsabile convivenza|sempre
    10|carta di identità
    11|atto di nascita
    12|codice fiscale non validato|sempre`,
})

export const motivoRevoca = tabella({
  numero: 49,
  titolo: 'Tipo motivo revoca (5013)',
  fonte: PUBBLICATA,
  usi: {},
  righe: `
    1|errore materiale
    2|revoca
    3|altro`,
})

export const tipoMutazioneAire = tabella({
  numero: 50,
  titolo: 'Tipo mutazione AIRE (A006)',
  fonte:
    'changelog 5.11.0 of italia/anpr names it; 1 from #1997, 2–4 inferred from ES094 and ES098 (OPERAZIONI.md 1.4)',
  provvisoria: true,
  usi: { conDatiIscrizione: 'motive, initiative and choice of the comune are obligatory (ES098)' },
  righe: `
    1|Modifica della residenza dall'Italia all'estero
    ?2|Modifica dell'indirizzo all'estero
    ?3|Trasferimento nell'AIRE di altro comune|conDatiIscrizione
    ?4|Modifica dei dati di iscrizione AIRE|conDatiIscrizione`,
})
