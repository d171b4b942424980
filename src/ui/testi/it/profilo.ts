const quante = (n: number, una: string, molte: string) => (n === 1 ? una : molte)

/** The citizen's profile, and what is written to her. */
export const profilo = {
  titolo: 'Profilo',
  descrizione: 'I tuoi recapiti, gli avvisi, il domicilio digitale e le sessioni aperte.',
  sommario: 'Come possiamo raggiungerti, e quali sessioni hai aperte.',
  indice: 'In questa pagina',
  recapiti: {
    titolo: 'Recapiti',
    testo:
      'Li usiamo solo per scriverti di quello che succede in quest’area. Non fanno parte della tua scheda anagrafica e i comuni non li vedono.',
    email: {
      titolo: 'E-mail',
      campo: 'Indirizzo e-mail',
      aiuto: 'Per esempio anna.rossi@esempio.it. Ti mandiamo un codice per essere sicuri che sia tua.',
      errore: 'Questo non è un indirizzo e-mail: scrivine uno solo, per esempio anna.rossi@esempio.it.',
      nessuno: 'Non hai ancora dato un’e-mail.',
      toglie: 'Togli l’e-mail',
    },
    telefono: {
      titolo: 'Telefono',
      campo: 'Numero di telefono',
      aiuto: 'Per esempio 333 1234567. Un numero straniero comincia con il prefisso: +41 …',
      errore: 'Questo non è un numero di telefono: scrivi solo cifre, con il prefisso se non è italiano.',
      nessuno: 'Non hai ancora dato un telefono.',
      toglie: 'Togli il telefono',
    },
    confermato: (il: string) => `Confermato il ${il}`,
    nonConfermato: 'Non confermato',
    perche: {
      email: 'Da qui non si spediscono e-mail: l’indirizzo resta scritto così come l’hai dato, e non lo usiamo.',
      telefono: 'Da qui non si spediscono SMS: il numero resta scritto così come l’hai dato, e non lo usiamo.',
    },
    salva: { email: 'Salva e manda il codice', telefono: 'Salva e manda il codice' },
    salvaSenza: 'Salva',
    mandaCodice: 'Manda il codice per confermarlo',
    cambia: 'Cambia',
    codice: {
      titolo: (valore: string) => `Conferma ${valore}`,
      testo: (minuti: number) => `Scrivi il codice di 6 cifre che ti abbiamo mandato. Vale ${minuti} minuti.`,
      campo: 'Codice',
      conferma: 'Conferma',
      annulla: 'Lascia perdere',
      ancora: 'Non è arrivato? Aspetta un minuto, guarda tra la posta indesiderata, poi chiedine un altro.',
      rimanda: 'Mandane un altro',
    },
    viaggio: {
      inPartenza: 'Il messaggio sta partendo.',
      consegnato: 'Il messaggio è partito: il server di posta lo ha preso in carico.',
      fallito:
        'Il server che spedisce non risponde. Riproviamo da soli: non serve rifare niente. Se il codice scade, chiedine un altro.',
      rifiutato: 'Il messaggio è stato rifiutato: controlla di avere scritto bene l’indirizzo.',
      scaduto: 'Il messaggio non è partito in tempo e il codice è scaduto: chiedine un altro.',
    },
    errori: {
      formato: 'Il codice ha 6 cifre: riscrivilo come lo leggi nel messaggio.',
      sbagliato: (restano: number) =>
        `Il codice non è questo. ${quante(restano, 'Puoi provare ancora una volta', `Puoi provare ancora ${restano} volte`)}.`,
      esaurito: 'Hai sbagliato troppe volte: questo codice non vale più. Chiedine un altro.',
      scaduto: 'Il codice è scaduto: chiedine un altro.',
      nessuno: 'Nessun codice è in attesa: scrivi di nuovo il recapito e te ne mandiamo uno.',
      troppi: 'Hai chiesto troppi codici. Riprova più tardi: se ne possono chiedere 5 all’ora e 10 al giorno.',
    },
  },
  domicilio: {
    titolo: 'Domicilio digitale',
    testo:
      'È la PEC che hai scelto per ricevere le comunicazioni delle amministrazioni. Si sceglie e si cambia in INAD, l’indice nazionale dei domicili digitali: qui si legge soltanto.',
    indirizzo: 'Indirizzo',
    letto: (giorno: string, ora: string) => `Come risultava in INAD il ${giorno} alle ${ora}.`,
    nessuno: 'In INAD non risulta un tuo domicilio digitale.',
    nonRisponde: 'In questo momento INAD non risponde. Riprova tra qualche minuto: non serve fare altro.',
    prima: 'Quello che sapevamo prima:',
    nonCollegato: 'Questa installazione non è collegata a INAD.',
    vai: { testo: 'Vai a INAD', href: 'https://domiciliodigitale.gov.it' },
  },
  avvisi: {
    titolo: 'Avvisi',
    testo:
      'Ti scriviamo alla tua e-mail confermata quando c’è una novità su ciò che hai chiesto qui. Dei cambi di e-mail e di telefono ti avvisiamo sempre, per sicurezza.',
    senzaEmail: 'Per riceverli serve un’e-mail confermata.',
    scelta: 'Vuoi gli avvisi per e-mail?',
    si: 'Sì',
    no: 'No',
    salva: 'Salva la scelta',
  },
  lingua: {
    titolo: 'Lingua',
    testo: 'Quest’area è in italiano. Quando ci saranno altre lingue, si sceglieranno qui.',
  },
  sessioni: {
    titolo: 'Sessioni aperte',
    testo: 'Una sessione è aperta da quando fai l’accesso a quando premi «Esci». Se non ne riconosci una, chiudila.',
    didascalia: 'Le tue sessioni aperte, da quella usata per ultima',
    intestazioni: {
      dove: 'Da dove',
      come: 'Con che cosa',
      aperta: 'Aperta',
      vista: 'Usata per ultimo',
      fine: 'Chiudi',
    },
    ignoto: 'Dispositivo sconosciuto',
    questa: 'Quella che stai usando',
    via: { spid: 'SPID', cie: 'CIE', cns: 'CNS' },
    chiudi: 'Chiudi',
    chiudiQuale: (dove: string, quando: string) => `la sessione ${dove}, aperta il ${quando}`,
  },
  quando: (giorno: string, ora: string) => `${giorno}, ore ${ora}`,
  guasti: { titolo: 'C’è qualcosa da correggere' },
  esiti: {
    'email-codice': 'Ti abbiamo mandato un codice per e-mail: scrivilo qui sotto.',
    'telefono-codice': 'Ti abbiamo mandato un codice per SMS: scrivilo qui sotto.',
    'email-confermato': 'L’e-mail è confermata.',
    'telefono-confermato': 'Il telefono è confermato.',
    'email-salvato': 'L’e-mail è salvata, non confermata.',
    'telefono-salvato': 'Il telefono è salvato, non confermato.',
    'email-tolto': 'L’e-mail è tolta.',
    'telefono-tolto': 'Il telefono è tolto.',
    'avvisi-si': 'D’ora in poi ti mandiamo gli avvisi.',
    'avvisi-no': 'Non ti mandiamo più avvisi.',
    'sessione-chiusa': 'Quella sessione è chiusa.',
  },
  messaggi: {
    codice: {
      email: (codice: string) => ({
        oggetto: 'Il tuo codice di conferma per ANPR',
        testo: `Il codice per confermare questo indirizzo e-mail in ANPR è:\n\n${codice}\n\nVale 10 minuti. Non dirlo a nessuno: nessun ufficio te lo chiederà mai.\nSe non l’hai chiesto tu, non fare niente: senza il codice non succede nulla.`,
      }),
      telefono: (codice: string) => ({
        oggetto: 'Codice di conferma',
        testo: `ANPR: il tuo codice è ${codice}. Vale 10 minuti. Non dirlo a nessuno.`,
      }),
    },
    cambiato: {
      email: () => ({
        oggetto: 'La tua e-mail in ANPR è cambiata',
        testo:
          'Questo indirizzo non è più quello del tuo profilo in ANPR: è stato cambiato o tolto adesso.\n\nSe l’hai fatto tu, non serve altro. Se non l’hai fatto tu, entra nella tua area, guarda in «Profilo» quali sessioni sono aperte e chiudi quelle che non riconosci.',
      }),
      telefono: () => ({
        oggetto: 'Telefono cambiato',
        testo:
          'ANPR: questo numero non è più nel tuo profilo. Se non l’hai tolto tu, entra e controlla le sessioni aperte.',
      }),
    },
  },
  demoPosta: {
    titolo: 'La posta della demo',
    descrizione: 'I messaggi che la dimostrazione avrebbe spedito.',
    sommario:
      'E-mail e SMS che la dimostrazione avrebbe mandato arrivano tutti qui. Da questa macchina non esce niente.',
    elenco: 'Messaggi',
    vuota: 'Non c’è ancora nessun messaggio.',
    vuotaTesto:
      'Entra nell’area di una persona, apri il suo profilo e scrivi un’e-mail: il codice di conferma arriva in questa pagina. Chi riavvia il programma la trova vuota.',
    come: 'Con che cosa',
    a: 'A',
    quando: 'Quando',
    canali: { email: 'E-mail', sms: 'SMS', pec: 'PEC' },
  },
}
