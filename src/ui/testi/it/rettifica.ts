const quante = (n: number, una: string, molte: string) => (n === 1 ? una : molte)

/** Asking that a datum be corrected: from the first question to the receipt. */
export const rettifica = {
  titolo: 'Chiedi una correzione',
  ufficiale: 'rettifica dei dati anagrafici',
  descrizione: 'Un dato anagrafico è sbagliato o manca: chiedi al tuo comune di correggerlo.',
  sommario: 'Un dato che ti riguarda è scritto male, o manca? Chiedi da qui al tuo comune di correggerlo.',
  inizio: {
    domanda: 'Che cosa è successo?',
    errore: {
      titolo: 'C’è un errore',
      testo:
        'Il dato è stato scritto o copiato male, oppure manca: una lettera sbagliata nel nome, un numero civico che non è il tuo, una data scambiata.',
      link: 'Correggi un errore',
    },
    cambiato: {
      titolo: 'È cambiato qualcosa',
      testo: 'Il dato era giusto ma la vita è andata avanti: un trasloco, un matrimonio, una nascita, una separazione.',
      link: 'Come si dichiara un cambiamento',
    },
    chi: {
      titolo: 'Come funziona',
      passi: [
        'Scegli il dato e scrivi il valore giusto: accanto vedi quello che c’è oggi.',
        'Aggiungi i documenti che lo provano, se ne hai.',
        'Rileggi e invia: ricevi un numero e una ricevuta.',
        'Il comune controlla e ti risponde entro un mese. Segui tutto in «Le mie richieste».',
      ],
    },
    legge: 'Il diritto alla rettifica è nell’articolo 16 del regolamento (UE) 2016/679. È gratuito.',
  },
  cambiamento: {
    titolo: 'È cambiato qualcosa nella tua vita',
    sommario:
      'Un cambiamento non è un errore: si dichiara, e l’anagrafe si aggiorna da lì. Ecco a chi rivolgersi, caso per caso.',
    casi: [
      {
        titolo: 'Hai cambiato casa',
        testo:
          'Dichiara la nuova residenza al comune dove sei andato ad abitare, entro venti giorni dal trasloco. Vale anche se hai cambiato indirizzo nello stesso comune.',
        legge: 'D.P.R. 223/1989, articolo 13',
      },
      {
        titolo: 'Ti sei trasferito all’estero, o sei tornato',
        testo:
          'Chi va a vivere all’estero lo dichiara al consolato entro novanta giorni; chi ha cambiato indirizzo all’estero anche. Chi torna lo dichiara al comune.',
        legge: 'Legge 470/1988, articolo 6',
      },
      {
        titolo: 'Ti sei sposato, o unito civilmente',
        testo:
          'L’ufficiale di stato civile che ha celebrato lo comunica all’anagrafe: di solito non devi fare niente. Se è avvenuto all’estero, porta l’atto al consolato o al comune perché lo trascriva.',
        legge: 'D.P.R. 396/2000, articoli 15, 17 e 63',
      },
      {
        titolo: 'Ti sei separato, o hai divorziato',
        testo:
          'La sentenza o l’accordo arrivano allo stato civile del comune dove ti sei sposato, che li annota e avvisa l’anagrafe. Se dopo qualche settimana non risulta, chiedi lì. La separazione non cambia lo stato civile.',
        legge: 'D.P.R. 396/2000, articolo 69; D.L. 132/2014, articoli 6 e 12',
      },
      {
        titolo: 'È nato un figlio',
        testo:
          'La nascita si dichiara all’ospedale entro tre giorni, o al comune entro dieci: l’iscrizione in anagrafe segue da sola.',
        legge: 'D.P.R. 396/2000, articolo 30',
      },
      {
        titolo: 'È morta una persona della famiglia',
        testo:
          'La morte si dichiara allo stato civile del comune dove è avvenuta; di solito ci pensa l’ospedale o l’impresa funebre. L’anagrafe si aggiorna da lì.',
        legge: 'D.P.R. 396/2000, articoli 72 e 73',
      },
      {
        titolo: 'Qualcuno è entrato in famiglia, o ne è uscito',
        testo: 'Chi viene ad abitare con te, o va via, dichiara il proprio cambio di residenza.',
        legge: 'D.P.R. 223/1989, articoli 4, 6 e 13',
      },
      {
        titolo: 'Vivi una convivenza di fatto, o è finita',
        testo:
          'La convivenza di fatto si dichiara all’anagrafe del comune dove abitate, e allo stesso modo la sua fine.',
        legge: 'Legge 76/2016, articolo 1, commi 36 e 37; D.P.R. 223/1989, articolo 13',
      },
      {
        titolo: 'Hai una nuova cittadinanza',
        testo:
          'Il decreto o il giuramento sono trascritti dallo stato civile del comune, che avvisa l’anagrafe. Porta lì i documenti se non risulta.',
        legge: 'Legge 91/1992',
      },
      {
        titolo: 'Vuoi cambiare nome o cognome',
        testo:
          'Non è un errore dell’anagrafe: si chiede al prefetto. Se invece è sbagliato l’atto di nascita, lo corregge lo stato civile o il tribunale.',
        legge: 'D.P.R. 396/2000, articoli 89, 95 e 98',
      },
      {
        titolo: 'Hai una nuova carta d’identità o un nuovo permesso di soggiorno',
        testo:
          'La carta arriva in anagrafe da chi la rilascia. Se hai rinnovato il permesso, porta la copia al comune entro sessanta giorni dal rinnovo: è la dichiarazione di dimora abituale.',
        legge: 'D.P.R. 223/1989, articolo 7, comma 3',
      },
    ],
    comune: 'Il tuo comune',
    errore: 'Invece è proprio un errore: correggilo',
  },
  chiusa: {
    titolo: 'Da qui non si può ancora chiedere',
    comune: (nome: string) =>
      `Le richieste di correzione si aprono un comune alla volta. Quello a cui sei iscritto, ${nome}, da qui oggi non le riceve.`,
    ora: 'Che cosa puoi fare adesso',
    passi: [
      'Chiedi la correzione all’ufficio anagrafe del tuo comune, di persona o per posta elettronica: il diritto è lo stesso, e anche il termine di un mese per rispondere.',
      'Porta, o allega, una copia del documento che prova il dato giusto e una del tuo documento d’identità.',
      'Per mostrare quale dato è sbagliato può servirti la visura in PDF, da «I miei dati».',
    ],
    visura: { testo: 'I miei dati', href: '/cittadino/visura' },
    bozza:
      'La bozza che avevi cominciato resta qui: la ritrovi quando il comune apre. Se non ti serve più puoi buttarla.',
  },
  passi: {
    nome: 'Passi della richiesta',
    voci: ['I dati', 'I documenti', 'Recapiti e note', 'Rileggi e invia'] as readonly string[],
    fatto: 'fatto',
  },
  /** By section code (decode table 56). */
  sezioni: {
    1: { titolo: 'Chi sei', testo: 'Cognome, nome, codice fiscale, sesso, nascita' },
    2: { titolo: 'Stato civile', testo: 'Celibe o nubile, coniugato, vedovo, divorziato…' },
    3: { titolo: 'Residenza', testo: 'L’indirizzo, parte per parte' },
    4: { titolo: 'Famiglia', testo: 'Il legame, tuo o di chi vive con te, con l’intestatario' },
    5: { titolo: 'Atto di nascita', testo: 'Comune, anno, parte e serie' },
    6: { titolo: 'Matrimonio', testo: 'Il coniuge, la data, il luogo' },
    17: { titolo: 'Altri matrimoni', testo: 'Il numero d’ordine del matrimonio' },
    7: { titolo: 'Unione civile', testo: 'L’altra parte, la data, il luogo' },
    8: { titolo: 'Convivenza di fatto', testo: 'L’altra persona, la data, il luogo' },
    9: { titolo: 'Fine della convivenza di fatto', testo: 'La data, il luogo, il motivo' },
    10: { titolo: 'Vedovanza', testo: 'La data, il luogo, l’atto' },
    11: { titolo: 'Divorzio o annullamento', testo: 'La sentenza e l’atto' },
    12: { titolo: 'Carta d’identità', testo: 'Numero, date, comune che l’ha rilasciata' },
    13: { titolo: 'Permesso di soggiorno', testo: 'Numero, tipo, date, questura' },
  } as Readonly<Record<string, { titolo: string; testo: string }>>,
  /** Where the visura's word would not do here. */
  nomi: { LEGAME: 'Legame con l’intestatario della famiglia' } as Readonly<Record<string, string>>,
  scegli: {
    titolo: 'Quale dato è sbagliato?',
    sommario: 'Scegli la parte della scheda in cui si trova.',
    sezione: 'Scegli il dato da correggere. Accanto c’è quello che l’anagrafe ha oggi.',
    manca: 'manca',
    correggi: 'Correggi',
    aggiungi: 'Aggiungi',
    gia: 'già nella richiesta',
    altre: 'Le altre parti della scheda',
    altro:
      'Cittadinanza, genitori e dati elettorali non si correggono da qui: rivolgiti all’ufficio anagrafe, o allo stato civile.',
    elettorali: 'Il dato che cerchi non c’è?',
  },
  dato: {
    titolo: (nome: string) => `Correggi: ${nome}`,
    oggi: 'Oggi in anagrafe',
    manca: 'Il dato manca.',
    nuovo: 'Il valore giusto',
    aiuti: {
      testo: (massimo: number) => `Al massimo ${massimo} ${quante(massimo, 'carattere', 'caratteri')}.`,
      cifre: (massimo: number) => `Solo cifre, al massimo ${massimo}.`,
      codiceFiscale: 'I 16 caratteri della tessera sanitaria, per esempio RSSMRA80A01H501U.',
      giorno: 'Giorno, mese e anno: per esempio 14/5/1979.',
      parziale: 'Per esempio 14/5/1979. Se il giorno non si conosce scrivi 5/1979, o solo 1979.',
      codice: 'Scegli dall’elenco: sono i valori che l’anagrafe prevede.',
      scelta: 'Scegli uno dei due.',
      comune: 'Il nome del comune, anche di uno che oggi non c’è più.',
      stato: 'Scegli lo Stato dall’elenco.',
      consolato: 'Scegli l’ufficio consolare dall’elenco.',
      localita: 'La città o il paese, se vuoi.',
      dove: 'È in Italia o all’estero?',
    },
    valori: { F: 'Femmina', M: 'Maschio', cartacea: 'Cartacea', elettronica: 'Elettronica' } as Readonly<
      Record<string, string>
    >,
    scegli: 'Scegli…',
    dove: { legenda: 'Dove', italia: 'In Italia', estero: 'All’estero' },
    comune: 'Comune',
    localita: 'Località',
    stato: 'Stato',
    quale: 'Quale di questi?',
    fino: (anno: string) => `fino al ${anno}`,
    luogo: { stato: (localita: string, stato: string) => (localita === '' ? stato : `${localita}, ${stato}`) },
    togli: {
      nome: 'Questo dato non ci deve essere',
      aiuto: 'Segna la casella se l’anagrafe deve toglierlo, senza metterne un altro.',
      valore: 'DA TOGLIERE',
    },
    membro: {
      nome: 'Di chi è il legame?',
      aiuto: 'Tu, o una persona della tua famiglia.',
      tu: (nome: string) => `${nome} (tu)`,
    },
    note: {
      nome: 'Nota su questo dato (facoltativa)',
      aiuto: (massimo: string) => `Che cosa è sbagliato, e da che cosa si vede. Al massimo ${massimo} caratteri.`,
      restano: '# caratteri ancora liberi',
      troppi: '# caratteri di troppo',
    },
    salva: 'Metti nella richiesta',
    indietro: 'Torna ai dati',
    gia: (chiesto: string) =>
      `In questa richiesta hai già chiesto: ${chiesto}. Quello che scrivi ora ne prende il posto.`,
    errori: {
      vuoto: 'Manca il valore giusto: scrivilo.',
      scegli: 'Scegli il valore giusto.',
      uguale: 'È quello che c’è già: se il dato è giusto non serve correggerlo.',
      forma: (perche: string) => `Così non va: ${perche}.`,
      data: 'Non è una data: scrivi giorno, mese e anno, per esempio 14/5/1979.',
      inesistente: 'Questo giorno non esiste: controlla giorno, mese e anno.',
      futuro: 'Questo giorno deve ancora venire: controlla l’anno.',
      incompleto: 'Servono giorno, mese e anno, per esempio 14/5/1979.',
      codiceFiscale: 'Non è un codice fiscale: ha 16 caratteri, lettere e cifre.',
      controllo: 'L’ultima lettera non torna con le altre: c’è un carattere sbagliato.',
      comune: 'Nessun comune si chiama così, né si è mai chiamato: controlla il nome.',
      quale: 'Più comuni rispondono a questo nome: scegli quale.',
      simile: 'Nessun comune si chiama proprio così: scegli quello giusto, o riscrivi il nome.',
      dove: 'Di’ se è in Italia o all’estero.',
      membro: 'Scegli di chi è il legame.',
      lungo: (massimo: string) => `La nota è troppo lunga: al massimo ${massimo} caratteri.`,
    },
  },
  bozza: {
    titolo: 'La tua richiesta',
    sommario: 'Non è ancora inviata: il comune non la vede. La ritrovi qui anche se esci.',
    dati: 'Dati da correggere',
    di: (nome: string) => `di ${nome}`,
    oggi: 'Oggi',
    giusto: 'Giusto',
    nota: 'Nota',
    manca: 'manca',
    cambia: 'Cambia',
    togli: 'Togli',
    altro: 'Aggiungi un altro dato',
    avanti: 'Continua: i documenti',
    butta: 'Butta la bozza',
    cambiato: 'Da quando l’hai scritto questo dato è cambiato in anagrafe.',
    giaCorretto: 'Questo dato in anagrafe è già come lo chiedi: toglilo dalla richiesta.',
    spento: 'Questo dato oggi non si può chiedere da qui: toglilo dalla richiesta.',
    esiti: {
      aggiunto: 'Il dato è nella richiesta.',
      tolto: 'Il dato non è più nella richiesta.',
      buttata: 'La bozza è stata buttata.',
      sparita: 'Questa bozza non c’è più: l’hai già inviata, o buttata da un’altra finestra.',
    } as Readonly<Record<string, string>>,
  },
  butta: {
    titolo: 'Butti la bozza?',
    testo: (dati: number, file: number) =>
      `Si perdono ${dati} ${quante(dati, 'dato', 'dati')}${file > 0 ? ` e ${file} ${quante(file, 'documento', 'documenti')}` : ''}. Non si può tornare indietro.`,
    si: 'Sì, buttala',
    no: 'No, torna alla richiesta',
  },
  documenti: {
    titolo: 'Documenti',
    sommario: 'Se hai un documento che prova il dato giusto, aggiungilo: il comune decide prima. Non è obbligatorio.',
    limiti: (uno: string, quanti: number, tutti: string) =>
      `PDF, JPEG o PNG; al massimo ${uno} ciascuno, ${quanti} documenti, ${tutti} in tutto.`,
    foto: 'Dalle foto togliamo il luogo e l’ora in cui sono state fatte. Tutti i documenti si conservano cifrati.',
    elenco: 'Documenti aggiunti',
    nessuno: 'Non hai aggiunto documenti.',
    file: 'Scegli i documenti',
    tipo: 'Che documento è?',
    tipoAiuto: 'Se sono più di uno e di tipi diversi, caricali uno alla volta.',
    carica: 'Carica',
    apri: (nome: string) => `Scarica ${nome}`,
    togli: 'Togli',
    avanti: 'Continua: recapiti e note',
    esiti: {
      caricato: 'Il documento è stato aggiunto.',
      caricati: 'I documenti sono stati aggiunti.',
      tolto: 'Il documento è stato tolto.',
    } as Readonly<Record<string, string>>,
    errori: {
      nessuno: 'Non hai scelto nessun documento.',
      vuoto: (nome: string) => `«${nome}» è vuoto: controlla il documento e riprova.`,
      formato: (nome: string) => `«${nome}» non è un PDF, un JPEG o un PNG, anche se forse ne porta il nome.`,
      troncato: (nome: string) => `«${nome}» è incompleto: forse la copia si è interrotta. Salvalo di nuovo e riprova.`,
      danneggiato: (nome: string) => `«${nome}» è danneggiato: aprilo, salvalo di nuovo e riprova.`,
      enorme: (nome: string) => `«${nome}» è un’immagine troppo grande: riduci le sue dimensioni in pixel.`,
      protetto: (nome: string) => `«${nome}» è protetto da password: salvane una copia senza protezione.`,
      grande: (nome: string, uno: string) => `«${nome}» supera ${uno}: riducilo, o fanne una scansione più leggera.`,
      troppi: (nome: string, quanti: number, tutti: string) =>
        `«${nome}» non ci sta: una richiesta porta al massimo ${quanti} documenti, ${tutti} in tutto.`,
      virus: (nome: string) => `«${nome}» contiene un virus: non l’abbiamo preso. Controlla il tuo computer.`,
      'non esaminabile': (nome: string) =>
        `In questo momento non possiamo controllare «${nome}»: non dipende dal documento. Riprova tra qualche minuto.`,
      tipo: 'Scegli che documento è.',
    },
  },
  recapiti: {
    titolo: 'Recapiti e note',
    sommario: 'Come ti raggiunge il comune per questa richiesta. Li abbiamo presi dal tuo profilo: cambiali se vuoi.',
    campi: {
      1: { nome: 'E-mail', aiuto: 'Ti scriviamo qui a ogni passo della richiesta.' },
      2: { nome: 'PEC', aiuto: 'Se ne hai una.' },
      3: { nome: 'Cellulare', aiuto: 'Per esempio 333 1234567.' },
      4: { nome: 'Telefono fisso', aiuto: 'Per esempio 06 1234567.' },
    } as Readonly<Record<string, { nome: string; aiuto: string }>>,
    facoltativo: '(facoltativo)',
    domicilio: (indirizzo: string) =>
      `Il tuo domicilio digitale, ${indirizzo}, viene dall’indice nazionale (INAD): le comunicazioni formali arrivano anche lì.`,
    note: {
      nome: 'Nota per tutta la richiesta (facoltativa)',
      aiuto: (massimo: string) => `Quello che può aiutare il comune a capire. Al massimo ${massimo} caratteri.`,
    },
    avanti: 'Continua: rileggi',
    errori: {
      1: 'Questo non è un indirizzo e-mail: scrivine uno solo, per esempio anna.rossi@esempio.it.',
      2: 'Questo non è un indirizzo PEC: scrivine uno solo, per esempio anna.rossi@pec.esempio.it.',
      3: 'Questo non è un numero di telefono: scrivi solo cifre, con il prefisso se non è italiano.',
      4: 'Questo non è un numero di telefono: scrivi solo cifre, con il prefisso se non è italiano.',
    } as Readonly<Record<string, string>>,
  },
  riepilogo: {
    titolo: 'Rileggi e invia',
    sommario: 'Controlla: dopo l’invio la richiesta non si cambia, ma puoi scrivere al comune o ritirarla.',
    a: 'Va al comune di',
    recapiti: 'Recapiti',
    nessunRecapito: 'Nessuno: la risposta la trovi in «Le mie richieste».',
    note: 'Nota',
    cambia: 'Cambia',
    termine:
      'Il comune risponde entro un mese. Può prenderne altri due, ma deve dirti perché entro il primo (regolamento UE 2016/679, articolo 12).',
    vero: 'Chi dichiara il falso a un ufficio pubblico ne risponde (D.P.R. 445/2000, articolo 76).',
    invia: 'Invia la richiesta',
    niente: 'Non hai ancora chiesto nessuna correzione.',
    blocchi: 'Prima di inviare sistema questo',
    oraChiusa: 'Nel frattempo il comune ha smesso di ricevere richieste da qui: la bozza resta, non è andata persa.',
  },
}
