const GRUPPI = { in: 'In ANPR', pianificati: 'Con ingresso pianificato', fuori: 'Non presenti' }

/** Stato di avanzamento: statistiche. */
export const statistiche = {
  area: 'Stato di avanzamento',
  sottoMenu: {
    nome: 'Pagine dello stato di avanzamento',
    voci: [
      { testo: 'Statistiche', href: '/stato-di-avanzamento/statistiche' },
      { testo: 'Andamenti', href: '/stato-di-avanzamento/andamenti' },
      { testo: 'Rettifiche', href: '/stato-di-avanzamento/rettifiche' },
      { testo: 'Export dati', href: '/stato-di-avanzamento/export-dati' },
    ],
  },
  titolo: 'Statistiche',
  descrizione: 'Quanti cittadini e quanti comuni sono in ANPR, in Italia e regione per regione.',
  sommario: 'Quanti cittadini e quanti comuni sono in ANPR, quanti stanno per entrare e quanti mancano.',
  datiAl: 'Dati aggiornati al ',
  datiComeContati:
    '. Sono contati alla mezzanotte con cui comincia quel giorno; i cittadini sono i residenti e gli iscritti AIRE.',
  mancano: 'Le statistiche non ci sono ancora',
  mancanoTesto: 'Si contano ogni notte. Il primo conteggio non è ancora stato fatto: torna domani.',
  cercaIntanto: 'Intanto puoi leggere che cos’è ANPR',

  gruppi: {
    cittadini: 'Cittadini',
    comuni: 'Comuni',
    nomi: GRUPPI,
    didascaliaCittadini: (dove: string) => `Cittadini ${dove}, in tre gruppi che non si sovrappongono`,
    didascaliaComuni: (dove: string) => `Comuni ${dove}, in tre gruppi che non si sovrappongono`,
    gruppo: 'Gruppo',
    numero: 'Numero',
    quota: 'Quota',
    totale: 'Totale',
    inItalia: 'in Italia',
    diRegione: (nome: string) => `della regione ${nome}`,
    composizione: (residenti: string, aire: string) =>
      `In ANPR ci sono ${residenti} residenti e ${aire} iscritti AIRE.`,
    famiglie: (famiglie: string, convivenze: string) =>
      `In ANPR ci sono ${famiglie} famiglie e ${convivenze} convivenze.`,
  },

  mappa: {
    titolo: 'Distribuzione in Italia',
    testo:
      'La tinta di una regione dice quanti dei suoi cittadini sono in ANPR: le classi sono nella legenda. Scegli una regione per vedere le sue province e i suoi comuni; le stesse cifre sono nella tabella.',
    nome: 'Mappa delle regioni d’Italia',
    descrizione: 'Venti regioni, ognuna un collegamento alla sua pagina, con la quota dei cittadini in ANPR.',
    etichetta: (nome: string, quota: string, dentro: string, cittadini: string, comuniIn: string, comuni: string) =>
      `${nome}:\n${quota} dei cittadini\n(${dentro} su ${cittadini}),\n${comuniIn} comuni su ${comuni}`,
    legenda: 'Cittadini in ANPR, quota',
    nessuno: 'Nessuno',
    sotto: (n: number) => `Sotto ${n}%`,
    tra: (da: number, a: number) => `Da ${da} a ${a}%`,
    daInSu: (n: number) => `Da ${n}% in su`,
    quante: (n: number) => (n === 1 ? '1 regione' : `${n} regioni`),
    scegli: 'Punta una regione, o raggiungila con il tasto Tab, per leggere le sue cifre.',
    credito: 'Mappa: MapSVG, dal pacchetto',
    creditoLicenza: ', con licenza',
    creditoModifiche: ', semplificata.',
    pacchetto: { testo: '@svg-maps/italy', href: 'https://github.com/VictorCazanave/svg-maps' },
    licenza: { testo: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/deed.it' },
  },

  regioni: {
    titolo: 'Per regione',
    didascalia: (giorno: string) => `Le venti regioni, dati al ${giorno}. Le intestazioni ordinano la tabella.`,
    colonne: {
      regione: 'Regione',
      in: 'Cittadini in ANPR',
      cittadini: 'Cittadini',
      quota: '%',
      'comuni-in': 'Comuni in ANPR',
      comuni: 'Comuni',
    },
    totale: 'Italia',
  },

  capoluoghi: {
    titolo: 'Capoluoghi di regione',
    testo:
      'I capoluoghi che non sono ancora in ANPR non hanno giorno di ingresso; i loro cittadini sono quelli attesi.',
    tuttiDentro: 'Tutti i capoluoghi di regione sono in ANPR.',
    didascalia: (giorno: string) => `I venti capoluoghi di regione, dati al ${giorno}`,
    capoluogo: 'Capoluogo',
    cittadini: 'Cittadini',
    ingresso: 'Ingresso',
  },

  cerca: {
    titolo: 'Per comune',
    testo: 'Cerca un comune: si trova anche scritto senza accenti, come SORGA’ per Sorgà.',
    etichetta: 'Nome del comune',
    etichettaRegione: (nome: string) => `Nome di un comune: ${nome}`,
    invia: 'Cerca',
    tutti: 'Tutti i comuni',
  },

  comuni: {
    titolo: 'Statistiche per comune',
    titoloPagina: (n: number) => `Statistiche per comune, pagina ${n}`,
    descrizione: 'Ogni comune d’Italia: se è in ANPR e da quando, il giorno previsto, quanti cittadini.',
    descrizionePagina: (n: number) => `Ogni comune d’Italia: se è in ANPR e da quando, quanti cittadini. Pagina ${n}.`,
    sommario: 'Ogni comune d’Italia: se è in ANPR e da quando, il giorno previsto, quanti cittadini.',
    filtri: 'Filtri',
    elenco: 'Elenco',
    regione: 'Regione',
    provincia: 'Provincia',
    stato: 'Stato',
    tutte: 'Tutte',
    tutti: 'Tutti',
    filtra: 'Mostra',
    togli: 'Togli i filtri',
    stati: {
      in: 'In ANPR',
      pianificato: 'Ingresso pianificato',
      non_in: 'Non presente',
      cessato: 'Cessato',
    },
    colonne: {
      comune: 'Comune',
      provincia: 'Provincia',
      regione: 'Regione',
      stato: 'Stato',
      ingresso: 'Ingresso',
      cittadini: 'Cittadini',
    },
    nessunGiorno: '–',
    nessunGiornoEsteso: 'nessun giorno',
    previsto: 'previsto il ',
    perVariazione: 'per variazione territoriale',
    trovati: (n: number, quanti: string) => (n === 1 ? '1 comune' : `${quanti} comuni`),
    didascalia: (trovati: string, giorno: string) =>
      `${trovati}, dati al ${giorno}. Di chi non è in ANPR si contano i cittadini attesi. Le intestazioni ordinano la tabella.`,
    pagine: 'Pagine dell’elenco dei comuni',
    nessuno: 'Nessun comune risponde a questa ricerca',
    nessunoOra: [
      'Controlla come è scritto il nome: bastano le prime lettere.',
      'Togli un filtro: regione, provincia e stato valgono insieme.',
      'Se il comune è cessato, cerca il nome di quello in cui è confluito.',
    ],
  },

  regione: {
    descrizione: (nome: string) => `${nome}: cittadini e comuni in ANPR, provincia per provincia e comune per comune.`,
    altroNome: 'Altro nome ufficiale: ',
    cifre: 'Le cifre della regione',
    dellaRegione: (quota: string, nome: string, comuniIn: string, comuni: string) =>
      `${nome}: ${quota} dei cittadini in ANPR, ${comuniIn} comuni su ${comuni}.`,
    province: 'Per provincia',
    provinceDidascalia: (giorno: string) =>
      `Le province, dati al ${giorno}. La barra è la quota dei cittadini in ANPR.`,
    colonneProvince: {
      provincia: 'Provincia',
      quota: '%',
      barra: 'Quota',
      cittadini: 'Cittadini in ANPR',
      comuni: 'Comuni in ANPR',
    },
    su: (parte: string, totale: string) => `${parte} su ${totale}`,
    comuni: 'I comuni',
    altre: 'Altre regioni',
    precedente: 'Regione precedente: ',
    seguente: 'Regione seguente: ',
    allaMappa: 'Torna alla mappa d’Italia',
    ignota: 'Questa regione non c’è',
    ignotaTesto: 'Le regioni si indicano con il codice ISTAT, da 01 a 20. Scegline una:',
  },

  paginazione: {
    precedente: 'Pagina precedente',
    seguente: 'Pagina seguente',
    non: (testo: string) => `${testo} (non c’è)`,
    qui: (n: string, di: string) => `Pagina ${n} di ${di}`,
    pagina: (n: string) => `Pagina ${n}`,
  },

  rifiuti: {
    titolo: 'Non abbiamo capito la richiesta',
    testo: {
      pagina: 'Il numero di pagina si scrive in cifre, a partire da 1.',
      oltre: 'L’elenco finisce prima di questa pagina.',
      ordina: 'La tabella non si può ordinare così.',
      stato: 'Lo stato può essere «in», «pianificato» o «non_in».',
      regione: 'La regione si indica con il suo codice ISTAT, da 01 a 20.',
      provincia: 'La provincia si indica con la sua sigla, per esempio LC.',
      q: 'Si può cercare un nome solo per volta.',
    },
    oltreTitolo: 'Questa pagina dell’elenco non c’è',
    ora: 'Che cosa puoi fare',
    dallInizio: 'Riparti dall’inizio',
    statistiche: 'Vai alle statistiche',
  },
}
