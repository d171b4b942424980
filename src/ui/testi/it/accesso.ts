// The door of the citizens' area: ways in, privacy notice, and what is said when somebody does not come in.
import type { Sezione } from '../../Testo.tsx'
import type { Esito } from './tipi.ts'

const esiti = <C extends string>(e: Record<C, Esito>): Record<C, Esito> => e

export const accesso = {
  titolo: 'Accesso',
  descrizione:
    'Entra nei servizi di ANPR con SPID, con la Carta d’Identità Elettronica o con la Carta Nazionale dei Servizi.',
  sommario: 'Leggi i tuoi dati, stampa le dichiarazioni sostitutive, vedi chi ha consultato la tua scheda.',
  aggiornata: '2026-11-25',
  comeTitolo: 'Scegli come entrare',
  comeTesto:
    'Il codice fiscale che la tua identità porta con sé è la chiave con cui ti troviamo nell’anagrafe. Nient’altro ti sarà chiesto.',
  perChi: 'Per chi',
  comeSiOttiene: 'Come si ottiene',
  nonAttivo: 'Su questo sito non è ancora attivo.',
  identita: [
    {
      via: 'spid' as 'spid' | 'cie' | 'cns',
      icona: 'utente' as 'tessera' | 'utente' | 'chiave',
      sigla: 'SPID',
      nome: 'SPID, Sistema Pubblico di Identità Digitale',
      perChi: 'Chi ha compiuto cinque anni e ha un documento italiano e il codice fiscale.',
      come: 'Si chiede a uno dei gestori riconosciuti, di persona o a distanza.',
      entra: 'Entra con SPID',
      link: { testo: 'Richiedi SPID', href: 'https://www.spid.gov.it/cos-e-spid/come-attivare-spid/' },
    },
    {
      via: 'cie' as const,
      icona: 'tessera' as const,
      sigla: 'CIE',
      nome: 'CIE, Carta d’Identità Elettronica',
      perChi: 'Chi ha la carta d’identità elettronica e i suoi codici.',
      come: 'Si chiede al comune di residenza o di dimora; chi vive all’estero la chiede al consolato.',
      entra: 'Entra con CIE',
      link: { testo: 'Il sito della CIE', href: 'https://www.cartaidentita.interno.gov.it/' },
    },
    {
      via: 'cns' as const,
      icona: 'chiave' as const,
      sigla: 'CNS',
      nome: 'CNS, Carta Nazionale dei Servizi',
      perChi: 'Chi ha una smart card con certificato, anche la Tessera Sanitaria attivata, e un lettore.',
      come: 'Si chiede all’ente che la rilascia; per la Tessera Sanitaria, all’azienda sanitaria.',
      entra: 'Entra con CNS',
      link: {
        testo: 'La CNS sul sito di AgID',
        href: 'https://www.agid.gov.it/it/piattaforme/carta-nazionale-servizi',
      },
    },
  ],
  gestori: {
    scegli: 'Scegli il tuo gestore di identità. L’ordine è casuale.',
    nome: 'Gestori di identità SPID',
    nessuno:
      'L’elenco dei gestori non è disponibile in questo momento. Riprova tra qualche minuto, o entra con un’altra identità.',
    link: [
      { testo: 'Maggiori informazioni', href: 'https://www.spid.gov.it' },
      { testo: 'Non hai SPID?', href: 'https://www.spid.gov.it/richiedi-spid' },
      { testo: 'Serve aiuto?', href: 'https://www.spid.gov.it/serve-aiuto' },
    ],
  },
  primaCns: 'Prima inserisci la carta nel lettore: il browser chiederà il certificato e poi il PIN.',
  operatori: {
    titolo: 'Lavori in un comune, in una prefettura o al Ministero?',
    link: { testo: 'Accesso degli operatori', href: '/accesso/operatori' },
  },
  eidas: {
    titolo: 'Vieni da un altro Stato dell’Unione europea?',
    testo:
      'Tra i gestori di SPID c’è il nodo eIDAS: con l’identità del tuo Stato puoi farti riconoscere. Nell’anagrafe però ti troviamo solo con il codice fiscale italiano, e la tua identità non lo porta con sé: finché è così, qui non si aprono i tuoi dati. Puoi rivolgerti al comune dove abiti.',
  },
  demo: {
    titolo: 'È una dimostrazione: come si prova',
    testo: 'Nessuna identità vera apre questa porta. Si entra come una delle persone inventate.',
    link: { testo: 'Chi si può provare', href: '/demo' },
    cns: 'Per la CNS ci sono carte finte: importa nel browser ca.pem tra le autorità e una carta .p12 (parola d’ordine: demo) tra i certificati personali. Stanno in',
  },
  sicurezza: {
    titolo: 'La tua sessione',
    testo: (inattiva: number, massima: number) =>
      `Si chiude dopo ${inattiva} minuti senza attività e comunque dopo ${massima === 60 ? 'un’ora' : `${massima / 60} ore`}. Usa un solo cookie, che dura finché non esci. Se il computer non è tuo, esci quando hai finito.`,
  },
  informativa: {
    versione: '2026-11-25',
    titolo: 'Informativa sul trattamento dei dati',
    descrizione: 'L’informativa da leggere prima di entrare nell’area del cittadino.',
    sommario: 'Prima di entrare leggi come sono trattati i tuoi dati in quest’area.',
    nome: 'Informativa',
    di: (versione: string) => `Versione del ${versione}`,
    accetto: 'Ho letto, continua',
    rifiuto: 'Non continuo, esci',
    spiega: 'Se non continui, la sessione si chiude e nessun dato anagrafico viene letto.',
    sezioni: [
      {
        id: 'titolare',
        titolo: 'Chi tratta i dati',
        testo: [
          'Titolare del trattamento dei dati di ANPR è il Ministero dell’Interno; ogni comune lo è per la tenuta dell’anagrafe dei propri residenti.',
        ],
      },
      {
        id: 'quali',
        titolo: 'Quali dati, e perché',
        testo: [
          'Dalla tua identità digitale riceviamo nome, cognome, codice fiscale e, se c’è, data di nascita: servono a riconoscerti e a trovare la tua scheda.',
          'In quest’area leggi i dati anagrafici che ti riguardano e quelli della tua famiglia anagrafica, e prepari dichiarazioni sostitutive. E-mail e telefono si usano solo se li inserisci tu, per avvisarti.',
          'La base giuridica è il compito di interesse pubblico affidato all’anagrafe dalla legge (regolamento UE 2016/679, articolo 6, paragrafo 1, lettera e).',
        ],
      },
      {
        id: 'registro',
        titolo: 'Che cosa si registra',
        testo: [
          'Ogni lettura di una scheda è registrata, anche la tua: puoi vedere chi ha consultato i tuoi dati.',
          'I messaggi con cui il gestore della tua identità conferma chi sei si conservano per ventiquattro mesi, cifrati, come chiedono le regole di SPID. Della sessione si tengono l’inizio, l’ultima attività e il tipo di browser, finché è aperta.',
        ],
      },
      {
        id: 'diritti',
        titolo: 'I tuoi diritti',
        testo: [
          'Puoi chiedere di accedere ai tuoi dati, di correggere quelli sbagliati, di limitarne il trattamento o di opporti nei casi previsti. Per i dati anagrafici rivolgiti al tuo comune.',
          [
            'Se ritieni che i tuoi diritti non siano rispettati puoi presentare un reclamo al ',
            { testo: 'Garante per la protezione dei dati personali', href: 'https://www.garanteprivacy.it/' },
            '.',
          ],
        ],
      },
    ] satisfies Sezione[],
  },
  torna: 'Torna ai modi per entrare',
  avvisi: {
    'sessione-finita': {
      titolo: 'La sessione è finita',
      testo:
        'È rimasta a lungo senza attività, ha raggiunto la durata massima o è stata chiusa da un altro dispositivo. Quello che stavi inviando non è stato registrato. Entra di nuovo per continuare.',
    },
    uscita: { titolo: 'Sei uscito', testo: 'La sessione è chiusa. Se il computer non è tuo, chiudi anche il browser.' },
    'uscita-ovunque': { titolo: 'Sei uscito da tutti i dispositivi', testo: 'Tutte le tue sessioni sono chiuse.' },
    'informativa-rifiutata': {
      titolo: 'Non hai continuato',
      testo: 'La sessione è chiusa. Nessun dato anagrafico è stato letto.',
    },
  },
  esiti: esiti({
    'ingresso-non-valido': {
      titolo: 'Accesso da ripetere',
      testo:
        'Il passaggio dalla tua identità a questo sito vale una volta sola e per un minuto: questo è già stato usato o è scaduto.',
      ora: ['Torna ai modi per entrare e ripeti l’accesso.'],
    },
    'altro-browser': {
      titolo: 'Accesso iniziato altrove',
      testo: 'Questo accesso non è cominciato in questo browser: per la tua sicurezza non lo abbiamo aperto.',
      ora: [
        'Se l’indirizzo ti è stato mandato da qualcuno, non usarlo: potrebbe volerti far entrare con l’identità di un altro.',
        'Comincia l’accesso da questa pagina, con i cookie permessi, e finiscilo nello stesso browser.',
      ],
    },
    'senza-codice-fiscale': {
      titolo: 'Manca il codice fiscale',
      testo:
        'La tua identità è valida, ma non porta con sé un codice fiscale italiano: senza, non possiamo trovare la tua scheda nell’anagrafe.',
      ora: [
        'Puoi leggere le pagine pubbliche e sapere a che punto è il tuo comune.',
        'Non puoi leggere i tuoi dati anagrafici né stampare dichiarazioni da qui.',
        'Se abiti in Italia, o stai per trasferirti, rivolgiti all’ufficio anagrafe del comune con il tuo documento.',
        'Se hai un codice fiscale italiano, procurati la CIE o SPID: con quelli potrai entrare.',
      ],
    },
    minorenne: {
      titolo: 'Non si entra prima dei diciotto anni',
      testo: 'Su questo sito chi non ha compiuto diciotto anni non può leggere i propri dati da solo.',
      ora: [
        'Un genitore vede i tuoi dati tra quelli della famiglia.',
        'Per un certificato rivolgetevi all’ufficio anagrafe del comune.',
      ],
    },
    'solo-la-propria-visura': {
      titolo: 'Dai diciotto anni in poi',
      testo: 'Prima dei diciotto anni qui si leggono solo i propri dati.',
      ora: ['Torna alla tua area e apri la visura.', 'Per il resto può entrare un genitore, con la sua identità.'],
    },
    'modulo-di-altra-sessione': {
      titolo: 'Modulo non più valido',
      testo: 'Il modulo che hai inviato non appartiene alla sessione aperta adesso: non abbiamo cambiato nulla.',
      ora: [
        'Torna alla pagina del modulo, ricaricala e inviala di nuovo.',
        'Succede se nel frattempo sei uscito e rientrato, anche in un’altra finestra.',
      ],
    },
    'non-riuscito': {
      titolo: 'Accesso non riuscito',
      testo: 'La risposta che abbiamo ricevuto non ci permette di riconoscerti.',
      ora: [
        'Torna ai modi per entrare e ripeti l’accesso.',
        'Se succede ancora, chiama l’assistenza e indica il riferimento qui sotto.',
      ],
    },
    'troppi-tentativi': {
      titolo: 'Troppi tentativi',
      testo: 'Le credenziali sono state sbagliate troppe volte: il gestore della tua identità ha fermato l’accesso.',
      ora: ['Controlla le credenziali con il tuo gestore e riprova più tardi.'],
    },
    'livello-basso': {
      titolo: 'Serve un livello più alto',
      testo: 'Per questi dati serve un’identità con due fattori (livello 2): quella che hai usato non lo ha.',
      ora: ['Attiva il livello 2 presso il tuo gestore.', 'Oppure entra con un’altra identità: CIE o CNS.'],
    },
    'tempo-scaduto': {
      titolo: 'Tempo scaduto',
      testo: 'È passato troppo tempo prima che l’accesso fosse completato.',
      ora: ['Torna ai modi per entrare e riprova.'],
    },
    'consenso-negato': {
      titolo: 'Consenso non dato',
      testo: 'Non hai acconsentito a inviarci i dati della tua identità: senza, non sappiamo chi sei.',
      ora: ['Riprova e consenti l’invio: chiediamo solo nome, cognome, data di nascita e codice fiscale.'],
    },
    'identita-sospesa': {
      titolo: 'Identità sospesa o revocata',
      testo: 'L’identità che hai usato è sospesa, revocata, bloccata o scaduta.',
      ora: [
        'Rivolgiti al gestore della tua identità; per la CIE, al suo servizio di assistenza.',
        'Oppure entra con un’altra identità.',
      ],
    },
    annullato: {
      titolo: 'Accesso annullato',
      testo: 'Hai interrotto l’accesso presso il gestore della tua identità.',
      ora: ['Quando vuoi, torna ai modi per entrare.'],
    },
    'tipo-identita': {
      titolo: 'Serve un’identità personale',
      testo: 'Hai usato un’identità professionale o di una persona giuridica. Qui si entra come persona.',
      ora: ['Riprova con la tua identità personale.'],
    },
    'gestore-irraggiungibile': {
      titolo: 'Gestore non raggiungibile',
      testo: 'Il gestore di identità che hai scelto non è disponibile in questo momento.',
      ora: ['Riprova tra qualche minuto.', 'Oppure entra con un’altra identità.'],
    },
    'cns-assente': {
      titolo: 'Nessuna carta',
      testo: 'Il browser non ha mandato nessun certificato.',
      ora: [
        'Controlla che la carta sia nel lettore e che il programma della carta sia installato.',
        'Chiudi tutte le finestre del browser e riprova: se hai annullato la scelta del certificato, il browser se ne ricorda.',
      ],
    },
    'cns-sconosciuta': {
      titolo: 'Carta di un emittente non riconosciuto',
      testo: 'Il certificato è arrivato, ma chi lo ha rilasciato non è nell’elenco nazionale degli emittenti di CNS.',
      ora: ['Se hai più certificati, scegli quello di autenticazione della CNS.', 'Chiudi il browser e riprova.'],
    },
    'cns-scaduta': {
      titolo: 'Carta scaduta',
      testo: 'Il certificato della carta non è più valido: è passata la data di scadenza.',
      ora: ['Chiedi il rinnovo all’ente che ha rilasciato la carta.', 'Intanto puoi entrare con SPID o CIE.'],
    },
    'cns-futura': {
      titolo: 'Carta non ancora valida',
      testo: 'Il certificato della carta vale da una data che non è ancora arrivata.',
      ora: ['Riprova da quel giorno, o rivolgiti all’ente che ha rilasciato la carta.'],
    },
    'cns-revocata': {
      titolo: 'Carta revocata',
      testo: 'L’ente che ha rilasciato la carta l’ha revocata o sospesa.',
      ora: ['Rivolgiti a quell’ente per sapere perché e per averne una nuova.', 'Intanto puoi entrare con SPID o CIE.'],
    },
    'cns-altro-certificato': {
      titolo: 'Non è una CNS',
      testo: 'Il certificato è di un emittente riconosciuto, ma non è quello di una Carta Nazionale dei Servizi.',
      ora: ['Se hai più certificati, scegli quello di autenticazione della CNS.', 'Chiudi il browser e riprova.'],
    },
    'cns-senza-codice-fiscale': {
      titolo: 'Carta senza codice fiscale',
      testo: 'Nel certificato della carta non c’è un codice fiscale valido.',
      ora: ['Rivolgiti all’ente che ha rilasciato la carta.'],
    },
    'cns-non-autenticazione': {
      titolo: 'Certificato per altri usi',
      testo: 'Il certificato che hai scelto non serve a farsi riconoscere: forse è quello della firma.',
      ora: ['Scegli il certificato di autenticazione.', 'Chiudi il browser e riprova.'],
    },
    'cns-revoche-ignote': {
      titolo: 'Carta non controllabile adesso',
      testo: 'Non abbiamo ancora, o non abbiamo più, un elenco valido delle carte revocate da questo emittente.',
      ora: ['Riprova tra qualche minuto.', 'Intanto puoi entrare con SPID o CIE.'],
    },
  }),
}

export type EsitoAccesso = keyof typeof accesso.esiti
