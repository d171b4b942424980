import { PUBBLICATA, tabella } from '../tabella.ts'

/** Which service writes which motive: OPERAZIONI.md 1.1, 1.2, 1.4. */
const NOTE = 'the note beside it is obligatory'

export const motivoIscrizione = tabella({
  numero: 7,
  titolo: 'Motivi di iscrizione in Anagrafe',
  fonte: PUBBLICATA,
  usi: {
    op1001: 'iscrizione per nascita',
    op1002: 'iscrizione per altri motivi',
    mutazione: 'the return of a family or person from AIRE (5001, 5005; inferred: 1002 refuses who is in ANPR, EN187)',
    subentro: 'subentro may bring it',
    conNote: `${NOTE} in services (EC014)`,
  },
  senzaIndicazione: ['op1002', 'subentro'],
  righe: `
    1|Nascita|op1001,subentro
    2|Esistenza (giudizialmente riconosciuta)
    3|Immigrazione (da comune non subentrato)
    4|Immigrazione dall’estero
    5|Ricomparsa (da irreperibilità)
    6|Rimpatrio (da AIRE)|mutazione,subentro
    7|Rettifiche post censuarie
    8|Trasferimento di domicilio di un senza fissa dimora (da comune non subentrato o nato da genitori senza fissa dimora)
    9|Altri motivi (descrizione da fornire a cura del comune)|op1002,subentro,conNote
    10|Ripristino posizione precedente`,
})

export const motivoCancellazione = tabella({
  numero: 15,
  titolo: "Motivi di cancellazione dall'Anagrafe",
  fonte: PUBBLICATA,
  usi: {
    op2001: 'decesso',
    op2003: 'cancellazione per altri motivi',
    storico: 'only of what was registered once: no operation writes it any more',
  },
  senzaIndicazione: ['op2003'],
  nota: '8 is obsolete since 2020: the move abroad is a mutazione, A006 (italia/anpr #2326, #498).',
  righe: `
    1|Morte accertata|op2001
    2|Morte presunta giudizialmente dichiarata|op2001
    3|Trasferimento di residenza in comune non subentrato
    4|Trasferimento di domicilio (senza fissa dimora)
    5|Trasferimento di residenza all’estero di uno straniero
    6|Irreperibilità
    7|Mancato rinnovo dimora abituale/permesso di soggiorno
    8|Trasferimento di residenza (iscrizione AIRE)|storico
    9|Rettifiche post censuarie
    10|Doppia iscrizione
    11|Perdita della cittadinanza italiana
    12|Ripristino posizione precedente
    13|Altro`,
})

export const motivoIscrizioneAire = tabella({
  numero: 19,
  titolo: 'Motivi iscrizione AIRE',
  fonte: PUBBLICATA,
  usi: {
    opA001: 'iscrizione AIRE per nascita',
    opA002: 'iscrizione AIRE per altri motivi',
    subentro: 'subentro may bring it',
    conNote: `${NOTE} in services (EC013)`,
  },
  senzaIndicazione: ['opA002', 'subentro'],
  righe: `
    C01|Espatrio e/o residenza all' estero
    C02|Nascita (stato civile), se figlio di iscritto all'A.I.R.E.|opA001,subentro
    C03|Trasferimento dall' A.I.R.E. di un altro comune
    C04|Reiscrizione da irreperibilita', se residente all' estero
    C05|Acquisizione della cittadinanza italiana, se residente all'estero
    C06|Espatrio
    C07|Legge n. 15 del 16/01/1992, Art. 11
    C09|Altro|opA002,subentro,conNote`,
})

export const iniziativaIscrizioneAire = tabella({
  numero: 20,
  titolo: 'Iniziativa iscrizione AIRE',
  fonte: PUBBLICATA,
  usi: { conNote: `${NOTE} in services (EC016)` },
  righe: `
    1|In base a richiesta legittimata
    2|D' ufficio
    3|Su comunicazione di un Uff. di Stato Civile
    4|Su comunicazione di un Uff. Consolare
    5|Su richiesta di un uff. di Anagrafe
    9|altro|conNote`,
})

export const individuazioneComuneAire = tabella({
  numero: 21,
  titolo: 'Individuazione del comune di iscrizione AIRE',
  fonte: PUBBLICATA,
  usi: { conNote: `${NOTE} in services (EC017)` },
  righe: `
    1|Ultimo Comune di residenza di un componente della famiglia anagrafica A.I.R.E.
    2|Comune di reg. o di trasc. dell'atto di nascita di un componente della famiglia anagrafica A.I.R.E.
    3|Comune di reg. o di trasc. dell'atto di nascita di un ascendente di un componente della famiglia anagrafica A.I.R.E.
    4|Comune di res. o di iscr. all' A.I.R.E. di un familiare vivente o di un ascendente vivente di un componente della famiglia anagrafica A.I.R.E.
    5|Comune gia' di residenza di un ascendente di un componente della famiglia anagrafica A.I.R.E.
    6|Comune di Roma (RM) quale Anagrafe Centrale Residuale (A.C.R.)
    9|Altro|conNote`,
})

export const motivoCancellazioneAire = tabella({
  numero: 28,
  titolo: 'Motivi di cancellazione AIRE',
  fonte: PUBBLICATA,
  usi: {
    op2001: 'decesso',
    op2003: 'cancellazione per altri motivi',
  },
  senzaIndicazione: ['op2003'],
  righe: `
    1|Morte accertata|op2001
    2|Morte presunta giudizialmente dichiarata|op2001
    3|Iscrizione nell’APR di un comune non subentrato per trasferimento dall’estero
    4|Iscrizione nell’APR di un comune non subentrato per immigrazione dall’estero (art. 14 D.P.R 31/01/1958, n. 136)
    5|Irreperibilità presunta
    6|Perdita della cittadinanza
    7|Trasferimento nell’AIRE di altro comune non subentrato.
    8|Altro
    10|Doppia iscrizione`,
})
