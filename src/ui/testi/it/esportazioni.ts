export const esportazioni = {
  titolo: 'Export dati',
  descrizione:
    'Gli elenchi dei comuni in ANPR, di quelli con una data di ingresso e di quelli che mancano, e le cifre per regione: file CSV con licenza aperta.',
  sommario: 'Elenchi di comuni e cifre per regione, in file CSV da scaricare e riusare liberamente.',
  formato: {
    titolo: 'Come sono fatti i file',
    voci: [
      {
        nome: 'Formato',
        testo:
          'CSV (RFC 4180): la prima riga ha i nomi delle colonne, il separatore è la virgola, le righe finiscono con CR LF.',
      },
      {
        nome: 'Codifica',
        testo: 'UTF-8 senza BOM. Gli zeri iniziali dei codici ci sono sempre.',
      },
      {
        nome: 'In Excel',
        testo:
          'Usa Dati › Da testo/CSV, con origine 65001 (UTF-8) e separatore virgola, e dichiara i codici come testo. Con un doppio clic l’Excel italiano aspetta il punto e virgola, e mette tutto in una colonna.',
      },
      {
        nome: 'Aggiornamento',
        testo: 'Ogni notte a mezzanotte. Gli indirizzi non cambiano; il giorno è nel nome del file che scarichi.',
      },
    ],
  },
  licenza: {
    titolo: 'Licenza',
    prima: 'Puoi copiare, ridistribuire e modificare questi dati, anche per fini commerciali, se ne citi la fonte: ',
    testo: 'Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)',
    href: 'https://creativecommons.org/licenses/by/4.0/deed.it',
    citazione: (giorno: string) => `Da citare così: «ANPR, dati del ${giorno}, CC BY 4.0».`,
  },
  elenchi: 'Gli elenchi',
  insieme: {
    scarica: 'Scarica il CSV',
    di: (titolo: string) => `: ${titolo}`,
    indirizzo: 'Indirizzo fisso',
    righe: 'Righe',
    peso: 'Peso',
    kB: (n: string) => `${n} kB`,
    giorno: 'Dati del',
    licenza: 'Licenza',
    nomeLicenza: 'CC BY 4.0',
    colonne: 'Che cosa c’è in ogni colonna',
    didascalia: (titolo: string) => `Colonne di «${titolo}»`,
    colonna: 'Colonna',
    spiegazione: 'Che cosa contiene',
  },
  insiemi: {
    'comuni-in-anpr': {
      titolo: 'Comuni in ANPR',
      testo:
        'Un comune per riga, con il giorno del suo ingresso e le persone che ha oggi. Le prime otto colonne sono quelle del vecchio elenco dei comuni subentrati.',
    },
    'comuni-pianificati': {
      titolo: 'Comuni con ingresso pianificato',
      testo: 'I comuni che non sono ancora in ANPR ma hanno già una data di ingresso.',
    },
    'comuni-non-in-anpr': {
      titolo: 'Comuni non ancora in ANPR',
      testo:
        'I comuni che non sono in ANPR e non hanno una data di ingresso. Chi ha una data è nell’elenco precedente.',
    },
    regioni: {
      titolo: 'Cifre per regione',
      testo: 'Le venti regioni, con cittadini e comuni in ANPR, con ingresso pianificato e non ancora in ANPR.',
    },
    rettifiche: {
      titolo: 'Richieste di rettifica per regione',
      testo:
        'Le venti regioni, con le correzioni chieste dai cittadini dall’inizio del servizio e le risposte dei comuni.',
    },
  },
  /** What each column holds, by its name in the file. The names are a contract and are not translated. */
  colonne: {
    Comune: 'Nome del comune',
    'Numero abitanti': 'Residenti: quelli in ANPR o, se il comune non è ancora entrato, quelli che porterà',
    'Data subentro': 'Giorno di ingresso in ANPR, gg/mm/aaaa',
    'Data prevista':
      'Giorno di ingresso pianificato, gg/mm/aaaa: quello che il comune preferisce o il primo del periodo concordato',
    Provincia: 'Nome della provincia o della città metropolitana',
    Regione: 'Nome della regione',
    Prefettura: 'Prefettura da cui dipende il comune; vuota dove non ce n’è una',
    'Codice Istat': 'Codice ISTAT del comune, sei cifre: le prime tre indicano la provincia',
    'Codice catastale': 'Codice catastale del comune, quello del codice fiscale',
    'Sigla provincia': 'Due lettere',
    'Codice Istat regione': 'Due cifre, da 01 a 20',
    'Altra denominazione': 'Nome ufficiale in un’altra lingua, se c’è',
    AIRE: 'Iscritti all’anagrafe degli italiani all’estero, contati come gli abitanti',
    Famiglie: 'Famiglie in ANPR',
    Convivenze: 'Convivenze in ANPR: caserme, istituti, case di cura',
    'Richieste di rettifica': 'Richieste di rettifica ricevute, fino alla mezzanotte',
    Accolte: 'Richieste accolte, anche in parte',
    Respinte: 'Richieste respinte dal comune',
    Irricevibili: 'Richieste che il comune ha dichiarato irricevibili',
    Ritirate: 'Richieste ritirate dai cittadini',
    'Entro un mese': 'Risposte date entro un mese dal ricevimento (accolte, respinte, irricevibili)',
    Ingresso: '«subentro», o «variazione» se il comune è nato da comuni già in ANPR',
    'Cittadini in ANPR': 'Residenti e iscritti all’AIRE in ANPR',
    Cittadini: 'Tutti i cittadini: in ANPR, pianificati e non ancora in ANPR',
    Percentuale: 'Cittadini in ANPR su cento cittadini, con il punto decimale',
    'Comuni in ANPR': 'Numero di comuni',
    Comuni: 'Tutti i comuni',
    'Residenti in ANPR': 'Residenti in Italia',
    'AIRE in ANPR': 'Iscritti all’anagrafe degli italiani all’estero',
    'Cittadini pianificati': 'Cittadini dei comuni con una data di ingresso',
    'Comuni pianificati': 'Comuni con una data di ingresso',
    'Cittadini non in ANPR': 'Cittadini dei comuni senza una data di ingresso',
    'Comuni non in ANPR': 'Comuni senza una data di ingresso',
  },
}
