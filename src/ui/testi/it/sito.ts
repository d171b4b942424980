// What belongs to the site itself: how clear it is, what cannot be used, how it is used, searching it.
interface Voce {
  testo: string
  href: string | undefined
}
const voci = (v: Voce[]) => v
// The names under which the answers are kept, with their words.
const scelte = (s: Record<string, string>) => s

export const sito = {
  modulo: {
    riepilogo: (quanti: number) => (quanti === 1 ? 'C’è una cosa da sistemare' : `Ci sono ${quanti} cose da sistemare`),
  },

  valuta: {
    domanda: 'Quanto sono chiare le informazioni su questa pagina?',
    stelle: ['Per niente', 'Poco', 'Abbastanza', 'Molto', 'Del tutto'],
    quante: (n: number) => (n === 1 ? '1 stella su 5' : `${n} stelle su 5`),
    invia: 'Invia il voto',
    manca: 'Scegli da una a cinque stelle',
    ancora: 'Manca il voto',
    registrato:
      'Il tuo voto è già registrato. Se vuoi, rispondi a una domanda in più: ci aiuta a scrivere meglio. Non sappiamo chi sei.',
    bene: {
      titolo: 'Grazie! Che cosa è andato bene?',
      domanda: 'Che cosa ti è servito di più?',
      riassunto: 'Che cosa è andato bene',
      scelte: scelte({
        chiare: 'Le indicazioni erano chiare',
        complete: 'C’era tutto quello che cercavo',
        passi: 'Ho capito che cosa fare dopo',
        linguaggio: 'Le parole erano semplici',
        altro: 'Altro',
      }),
    },
    male: {
      titolo: 'Grazie! Che cosa è stato difficile?',
      domanda: 'Dove hai incontrato la difficoltà più grande?',
      riassunto: 'Che cosa è stato difficile',
      scelte: scelte({
        confuse: 'Le indicazioni o le parole non erano chiare',
        incomplete: 'Mancava quello che cercavo',
        passi: 'Non ho capito che cosa fare dopo',
        tecnico: 'Qualcosa non funzionava',
        altro: 'Altro',
      }),
    },
    sceltaManca: 'Scegli una risposta',
    testo: 'Vuoi aggiungere qualcosa? (facoltativo)',
    testoAiuto: (massimo: number) =>
      `Al massimo ${massimo} caratteri. Non scrivere dati personali, tuoi o di altri: nessuno ti può rispondere da qui. Il testo si cancella dopo un anno.`,
    lungo: (troppi: number) =>
      troppi === 1
        ? 'Il testo ha un carattere di troppo: accorcialo'
        : `Il testo ha ${troppi} caratteri di troppo: accorcialo`,
    restano: 'Caratteri ancora a disposizione: #',
    troppi: 'Caratteri di troppo: #',
    inviaDettaglio: 'Invia',
    salta: 'Salta e torna alla pagina',
    grazie: {
      titolo: 'Grazie, abbiamo ricevuto la tua opinione',
      sommario: 'Leggiamo le risposte per capire quali pagine vanno riscritte.',
      testo: 'I voti, sommati e senza nomi, si vedono nella pagina sull’uso del sito.',
      torna: 'Torna alla pagina',
      uso: 'Vedi i risultati',
    },
  },

  segnala: {
    titolo: 'Segnala un problema di accessibilità',
    descrizione: 'Il modulo per dire che cosa, in questo sito, non riesci a leggere o a usare.',
    sommario:
      'Se qualcosa in questo sito non si legge, non si sente o non si riesce a usare, raccontalo qui. Bastano due campi.',
    aggiornata: '2026-11-25',
    facoltativo: '(facoltativo)',
    campi: {
      pagina: {
        nome: 'In quale pagina?',
        aiuto: 'Il titolo della pagina o il suo indirizzo, come /stato-di-avanzamento/statistiche.',
      },
      problema: {
        nome: 'Che cosa è successo?',
        aiuto: 'Che cosa volevi fare e che cosa te lo ha impedito. Non scrivere dati anagrafici: qui non servono.',
      },
      tecnologia: {
        nome: 'Che cosa usi per navigare?',
        aiuto: 'Per esempio: lettore di schermo NVDA con Firefox, solo tastiera, ingrandimento al 400%.',
      },
      email: { nome: 'La tua e-mail', aiuto: 'Solo se vuoi una risposta. Esempio: nome@esempio.it' },
    },
    errori: {
      lungo: (campo: string, troppi: number) =>
        `${campo} ${troppi === 1 ? 'C’è un carattere' : `Ci sono ${troppi} caratteri`} di troppo: accorcia il testo`,
      pagina: { manca: 'Scrivi in quale pagina hai trovato il problema', forma: 'Scrivi il nome della pagina' },
      problema: { manca: 'Racconta che cosa è successo', forma: 'Racconta che cosa è successo' },
      tecnologia: { manca: 'Scrivi che cosa usi', forma: 'Scrivi che cosa usi' },
      email: {
        manca: 'Scrivi l’e-mail',
        forma: 'Scrivi l’e-mail per intero, come nome@esempio.it, oppure lascia il campo vuoto',
      },
    },
    conservazione: {
      titolo: 'Che cosa ne facciamo',
      testo:
        'La segnalazione arriva a chi cura il sito. L’e-mail serve solo a risponderti. Dopo un anno cancelliamo tutto. Non annotiamo l’indirizzo da cui ti colleghi.',
    },
    invia: 'Invia la segnalazione',
    ricevuta: {
      titolo: 'Segnalazione ricevuta',
      sommario: 'Grazie. Annota il numero qui sotto: serve se vuoi tornare sull’argomento.',
      riferimento: 'Numero della segnalazione',
      ricevuta: 'Ricevuta il',
      ora: {
        titolo: 'Che cosa succede adesso',
        elenco: [
          'Chi cura il sito legge la segnalazione e prova a ripetere il problema.',
          'Se hai lasciato l’e-mail ricevi una risposta entro trenta giorni.',
          'Se la risposta non arriva o non basta, puoi rivolgerti al Difensore civico per il digitale.',
          'Dopo un anno la segnalazione, con l’e-mail, si cancella.',
        ],
      },
      difensore: 'Il Difensore civico per il digitale',
    },
  },

  uso: {
    titolo: 'Uso del sito',
    descrizione:
      'Quante volte si aprono le pagine di questo sito, mese per mese, e quanto chi le legge le trova chiare.',
    sommario: 'Quali pagine si leggono, e quanto sono chiare per chi le legge. Contato qui, senza sapere da chi.',
    voto: 'Il voto a una pagina',
    interne: (sopra: string) => `${sopra}: pagine interne`,
    viste: {
      titolo: 'Pagine viste',
      nessuna: 'Non c’è ancora nessun conteggio: il primo arriva entro un minuto dalla prima visita.',
      perMese: 'Negli ultimi sei mesi, in tutto',
      piuViste: 'Le pagine più viste',
      tabella: 'Pagine viste, mese per mese',
      pagina: 'Pagina',
      inTutto: 'In tutto',
    },
    chiarezza: {
      titolo: 'Quanto sono chiare le pagine',
      nessuna: 'Negli ultimi sei mesi nessuno ha ancora dato un voto. La domanda sta in fondo a ogni pagina.',
      su: (quanti: number, scritto: string) =>
        quanti === 1
          ? 'stelle su 5, da un solo voto degli ultimi sei mesi'
          : `stelle su 5, in media, da ${scritto} voti degli ultimi sei mesi`,
      perStella: 'Quanti voti per numero di stelle',
      tabella: 'Voti per pagina',
      pagina: 'Pagina',
      voti: 'Voti',
      quota: 'Sul totale',
      media: 'Media',
    },
    come: {
      titolo: 'Come contiamo',
      elenco: (pagina: string, tutte: string) => [
        'Conta il server, quando manda una pagina: nessun cookie, nessun programma nella pagina, nessun servizio esterno.',
        'Di una visita resta solo il tipo di pagina e il giorno. Le pagine dello stesso tipo, come quelle dei singoli comuni, si contano insieme.',
        'Non teniamo l’indirizzo di chi si collega né il suo programma di navigazione: perciò le visite dei motori di ricerca contano come le altre, e due visite della stessa persona sono due.',
        'Le pagine che il browser ripesca dalla propria memoria senza chiederle non si contano.',
        'I conteggi si aggiornano ogni minuto.',
        `I voti sono di chi vuole darli: non sono un sondaggio. Contro gli invii automatici ogni server ne accetta al massimo ${pagina} al giorno per pagina e ${tutte} in tutto; lo stesso voto, dallo stesso posto, alla stessa pagina, entro dieci secondi conta una volta.`,
        'Quello che si scrive accanto al voto lo legge solo chi cura il sito, e si cancella dopo un anno.',
      ],
    },
  },

  cerca: {
    titolo: 'Cerca nel sito',
    descrizione: 'Cerca tra le pagine di questo sito e tra i comuni italiani.',
    sommario: 'Tra le pagine di questo sito e tra i comuni italiani.',
    aggiornata: '2026-11-25',
    campo: 'Che cosa cerchi?',
    bottone: 'Cerca',
    lunga: (massimo: number) => `Scrivi poche parole, al massimo ${massimo} caratteri.`,
    trovate: (pagine: number, comuni: number, q: string): string => {
      const p = pagine === 1 ? 'una pagina' : `${pagine} pagine`
      const c = comuni === 1 ? 'un comune' : `${comuni} comuni`
      if (pagine + comuni === 0) return `Per «${q}» non abbiamo trovato niente.`
      const parti = [...(pagine > 0 ? [p] : []), ...(comuni > 0 ? [c] : [])]
      return `Per «${q}»: ${parti.join(' e ')}.`
    },
    pagine: 'Pagine',
    comuni: 'Comuni',
    tuttiComuni: 'Cerca tra tutti i comuni',
    consigli: {
      titolo: 'Che cosa puoi provare',
      elenco: voci([
        { testo: 'Controlla che le parole siano scritte bene.', href: undefined },
        { testo: 'Usa meno parole, o parole più comuni: «carta d’identità» invece di «CIE 3.0».', href: undefined },
        { testo: 'Scorri la mappa del sito', href: '/mappa-del-sito' },
        { testo: 'Chiedi all’assistenza', href: '/contatti' },
      ]),
    },
    idee: {
      titolo: 'Per cominciare',
      elenco: voci([
        { testo: 'come entra un comune', href: '/cerca?q=come+entra+un+comune' },
        { testo: 'identità digitale', href: '/cerca?q=identit%C3%A0+digitale' },
        { testo: 'orari dell’assistenza', href: '/cerca?q=orari+assistenza' },
        { testo: 'Mappa del sito', href: '/mappa-del-sito' },
      ]),
    },
  },
}
