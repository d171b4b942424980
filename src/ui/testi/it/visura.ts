// One's own data: the sections, their fields, and why there may be nothing to show.

interface Etichetta {
  nome: string
  /** as law and contract call it, where people say something else */
  ufficiale?: string
}
interface TestiSezione {
  titolo: string
  ufficiale?: string
  /** what stands here, in one sentence */
  sommario: string
  /** said where the register has nothing of it */
  assente: string
  /** titles of its parts, where it has several */
  parti?: Record<string, string>
}
// Every field of every section has its words here: a test compares.
const campi = <T extends Record<string, Etichetta>>(c: T) => c
const sezioni = <T extends Record<string, TestiSezione>>(s: T) => s as { [K in keyof T]: TestiSezione }

export const visura = {
  titolo: 'I miei dati',
  descrizione: 'I dati che l’Anagrafe nazionale ha di te, una sezione alla volta o tutti in un PDF.',
  sommario: 'Quello che l’anagrafe ha di te. È una visura: serve a te per leggere e controllare, non certifica niente.',
  menu: 'Sezioni dei miei dati',
  indice: 'Tutte le sezioni',
  sezione: (titolo: string) => `I miei dati: ${titolo}`,
  ufficiale: (termine: string) => `In anagrafe: «${termine}»`,
  prima: 'Precedente',
  dopo: 'Successiva',
  vuota: 'nessun dato',
  inScheda: 'Dalla tua scheda',
  chiSei: 'Chi sei per l’anagrafe',
  letta: 'Dati letti il',
  nonCertifica:
    'Questa pagina non è un certificato. Se un ufficio pubblico ti chiede questi dati, puoi dichiararli tu.',
  nonCertificaLink: { testo: 'Prepara una dichiarazione', href: '/cittadino/dichiarazioni' },
  sbagliato: {
    titolo: 'Qualcosa non torna?',
    testo:
      'Se un dato è sbagliato per un errore di scrittura, lo corregge il Comune che ti ha iscritto. Se invece è cambiato qualcosa nella tua vita (un matrimonio, un trasloco), serve una dichiarazione al Comune.',
    comune: (nome: string) => `Il tuo Comune: ${nome}`,
  },
  pdf: {
    scarica: 'Scarica tutti i dati in un PDF',
    titolo: 'Visura dei dati anagrafici',
    soggetto: 'Dati dell’Anagrafe nazionale della popolazione residente',
    file: (giorno: string) => `visura-anpr-${giorno}.pdf`,
    testata: 'ANPR, Anagrafe nazionale della popolazione residente',
    piede: (giorno: string) => `Visura del ${giorno}. Non certifica niente.`,
    pagina: (n: number, di: number) => `Pagina ${n} di ${di}`,
    per: 'Dati di',
    letti: (giorno: string, ora: string) => `Letti dall’anagrafe il ${giorno} alle ${ora}.`,
    avviso:
      'Questa visura non è un certificato e non ne tiene il posto: serve a chi è intestatario dei dati per conoscerli (regolamento UE 2016/679, articolo 15; D.P.R. 223/1989, articolo 35, comma 5).',
    demo: 'Ambiente dimostrativo: persona inventata, nessun dato è vero.',
    famiglia: 'Componenti della famiglia',
  },
  valori: {
    si: 'Sì',
    no: 'No',
    nonRisulta: 'non risulta',
    senzaCognome: 'non risulta un cognome',
    senzaNome: 'non risulta un nome',
    nonNota: 'non nota',
    soloMese: (mese: string) => `${mese}, giorno non noto`,
    soloAnno: (anno: string) => `${anno}, giorno e mese non noti`,
    sesso: { M: 'Maschio', F: 'Femmina', N: 'Non definito' } as Record<string, string>,
    espatrio: { N: 'Valida', S: 'Non valida' } as Record<string, string>,
    elettore: { S: 'Sì', N: 'No' } as Record<string, string>,
    registro: {
      R: 'Residenti in Italia (APR)',
      E: 'Italiani residenti all’estero (AIRE)',
    } as Record<string, string>,
    trascritto: 'Sì, atto formato altrove e trascritto qui',
    codice: (c: string) => `codice ${c}`,
    comune: (nome: string, provincia: string) => `${nome} (${provincia})`,
    dal: (giorno: string) => `dal ${giorno}`,
    presso: (chi: string) => `presso ${chi}`,
    scala: (v: string) => `scala ${v}`,
    interno: (v: string) => `interno ${v}`,
    piano: (v: string) => `piano ${v}`,
  },
  famiglia: {
    didascalia: 'Chi compone la famiglia, come risulta dal foglio di famiglia',
    nome: 'Nome e cognome',
    nascita: 'Nascita',
    legame: 'Legame con l’intestatario',
    dal: 'In famiglia dal',
    tu: '(tu)',
    nota: 'Degli altri vedi solo quello che sta nel foglio di famiglia. Gli altri loro dati li vedono loro.',
    manca:
      'Se manca qualcuno che vive con te, o c’è qualcuno che non vive più con te, dillo al Comune. Per chi vive all’estero il consolato può già saperlo e il Comune non ancora.',
    convivenza:
      'Chi altro vive nella convivenza non si mostra: non è la tua famiglia. Un Comune che lo chiede per il suo ufficio lo vede.',
  },
  recapiti: {
    testo:
      'E-mail e telefono li scrivi tu nel profilo. Il domicilio digitale, se ne hai eletto uno, arriva dall’indice nazionale (INAD) e si legge lì.',
    link: { testo: 'Vai al profilo', href: '/cittadino/profilo' },
  },

  sezioni: sezioni({
    generalita: {
      titolo: 'Chi sei',
      ufficiale: 'generalità',
      sommario: 'Nome, nascita, codice fiscale e numeri della tua scheda.',
      assente: 'Non risultano generalità.',
    },
    'stato-civile': {
      titolo: 'Stato civile',
      sommario: 'Celibe o nubile, matrimonio, unione civile, vedovanza, divorzio: che cosa dice oggi l’anagrafe.',
      assente: 'Lo stato civile non risulta.',
    },
    matrimonio: {
      titolo: 'Matrimonio',
      sommario: 'Chi hai sposato, quando e dove, e l’atto.',
      assente: 'Nella tua scheda non c’è un matrimonio.',
      parti: { coniuge: 'La persona che hai sposato', evento: 'Il matrimonio', atto: 'L’atto di matrimonio' },
    },
    'unione-civile': {
      titolo: 'Unione civile',
      sommario: 'L’altra parte, quando e dove, l’atto, e se è finita.',
      assente: 'Nella tua scheda non c’è un’unione civile.',
      parti: {
        unito: 'L’altra parte',
        evento: 'L’unione',
        atto: 'L’atto di unione civile',
        scioglimento: 'Lo scioglimento',
      },
    },
    'convivenza-di-fatto': {
      titolo: 'Convivenza di fatto',
      sommario: 'Con chi l’hai dichiarata, il contratto, e se è finita.',
      assente: 'Nella tua scheda non c’è una convivenza di fatto dichiarata.',
      parti: { convivente: 'La persona con cui convivi', contratto: 'La convivenza', risoluzione: 'La risoluzione' },
    },
    vedovanza: {
      titolo: 'Vedovanza',
      sommario: 'Quando e dove è morta la persona che avevi sposato, e l’atto.',
      assente: 'Nella tua scheda non c’è una vedovanza.',
      parti: { evento: 'La morte del coniuge', atto: 'L’atto di morte' },
    },
    divorzio: {
      titolo: 'Separazione e divorzio',
      ufficiale: 'separazione, annullamento, scioglimento o cessazione degli effetti civili del matrimonio',
      sommario: 'Come è finito il matrimonio, la sentenza o l’accordo, e l’atto.',
      assente: 'Nella tua scheda non ci sono separazioni né divorzi.',
      parti: { fine: 'Che cosa è successo', sentenza: 'La sentenza o l’accordo', atto: 'L’atto' },
    },
    cittadinanza: {
      titolo: 'Cittadinanza',
      sommario: 'Di quali Stati hai la cittadinanza per l’anagrafe, e da quando.',
      assente: 'La cittadinanza non risulta.',
    },
    'atto-di-nascita': {
      titolo: 'Atto di nascita',
      sommario: 'Dove e con che numero è registrata la tua nascita.',
      assente: 'Nella tua scheda non ci sono gli estremi dell’atto di nascita.',
    },
    genitori: {
      titolo: 'Genitori',
      ufficiale: 'paternità e maternità',
      sommario: 'I genitori che risultano nella tua scheda.',
      assente: 'Nella tua scheda non risultano i genitori.',
      parti: { padre: 'Padre', madre: 'Madre' },
    },
    residenza: {
      titolo: 'Residenza',
      sommario: 'L’indirizzo che l’anagrafe ha di te, pezzo per pezzo, e da quando.',
      assente: 'Nella tua scheda non c’è un indirizzo.',
      parti: {
        italia: 'Indirizzo',
        estero: 'Indirizzo all’estero',
        altraLingua: 'Indirizzo nell’altra lingua',
        dimora: 'Dove abiti di solito',
        domicilio: 'Domicilio che hai eletto',
      },
    },
    famiglia: {
      titolo: 'Famiglia',
      ufficiale: 'famiglia anagrafica o convivenza',
      sommario: 'Con chi vivi per l’anagrafe, e che legame c’è.',
      assente: 'Nella tua scheda non c’è una famiglia né una convivenza.',
      parti: { famiglia: 'La tua famiglia', convivenza: 'La tua convivenza', responsabile: 'Responsabile' },
    },
    'carta-identita': {
      titolo: 'Carta d’identità',
      sommario: 'Numero, rilascio e scadenza della carta che l’anagrafe conosce.',
      assente:
        'Nella tua scheda non ci sono carte d’identità. Può mancare la più recente, se il Comune non l’ha ancora registrata.',
    },
    'permesso-soggiorno': {
      titolo: 'Permesso di soggiorno',
      ufficiale: 'titolo di soggiorno',
      sommario: 'Il titolo con cui soggiorni in Italia, chi l’ha rilasciato e quando scade.',
      assente: 'Nella tua scheda non c’è un titolo di soggiorno.',
    },
    elettorale: {
      titolo: 'Voto',
      ufficiale: 'posizione elettorale',
      sommario: 'Se risulti nelle liste elettorali, e di quale Comune.',
      assente: 'Nella tua scheda non ci sono dati elettorali.',
    },
    recapiti: {
      titolo: 'Recapiti',
      ufficiale: 'recapiti e domicilio digitale',
      sommario: 'Come ti si può raggiungere: li tieni tu, nel profilo.',
      assente: 'I recapiti non stanno nella scheda anagrafica.',
    },
    aire: {
      titolo: 'Iscrizione AIRE',
      ufficiale: 'Anagrafe degli italiani residenti all’estero',
      sommario: 'Perché e da quando stai nel registro degli italiani all’estero, e il tuo consolato.',
      assente: 'Nessuna iscrizione all’AIRE: per l’anagrafe risiedi in Italia.',
    },
    iscrizione: {
      titolo: 'Iscrizione in anagrafe',
      sommario: 'In quale Comune, da quando e per quale motivo, e che cosa si può certificare.',
      assente: 'I dati dell’iscrizione non risultano.',
    },
    'altri-dati': {
      titolo: 'Altri dati',
      sommario: 'Studio, lavoro, leva, censimento: l’anagrafe li tiene, ma non si certificano.',
      assente: 'Nella tua scheda non ci sono altri dati.',
      parti: { lavoro: 'Studio e lavoro', leva: 'Lista di leva', censimento: 'Censimento', veicoli: 'Veicoli' },
    },
  }),

  campi: campi({
    cognome: { nome: 'Cognome' },
    nome: { nome: 'Nome' },
    codiceFiscale: { nome: 'Codice fiscale' },
    validazione: { nome: 'Verifica del codice fiscale', ufficiale: 'stato di validazione con l’Agenzia delle Entrate' },
    sesso: { nome: 'Sesso' },
    dataNascita: { nome: 'Data di nascita' },
    luogoNascita: { nome: 'Luogo di nascita' },
    idAnpr: { nome: 'Numero che ti identifica in tutta Italia', ufficiale: 'identificativo unico nazionale, ID ANPR' },
    scheda: { nome: 'Numero della scheda in ANPR' },
    statoCivile: { nome: 'Stato civile' },
    note: { nome: 'Note' },
    ordineMatrimonio: { nome: 'Quale matrimonio', ufficiale: 'ordine del matrimonio' },
    ordineUnione: { nome: 'Quale unione', ufficiale: 'ordine dell’unione' },
    ordineConvivenza: { nome: 'Quale convivenza', ufficiale: 'ordine della convivenza' },
    data: { nome: 'Quando', ufficiale: 'data dell’evento' },
    luogo: { nome: 'Dove', ufficiale: 'luogo dell’evento' },
    dataContratto: { nome: 'Data', ufficiale: 'data del contratto o della dichiarazione' },
    protocollo: { nome: 'Protocollo' },
    professionista: { nome: 'Notaio o avvocato', ufficiale: 'professionista' },
    motivo: { nome: 'Motivo' },
    tipoCessazione: { nome: 'Che cosa', ufficiale: 'tipo di cessazione' },
    sentenzaNumero: { nome: 'Numero', ufficiale: 'numero della sentenza' },
    sentenzaData: { nome: 'Data', ufficiale: 'data della sentenza' },
    autorita: { nome: 'Chi l’ha pronunciata', ufficiale: 'autorità' },
    tipoTribunale: { nome: 'Tipo di tribunale' },
    validaDal: { nome: 'Vale dal', ufficiale: 'data di validità' },
    attoComune: { nome: 'Comune dell’atto', ufficiale: 'comune di registrazione' },
    attoUfficio: { nome: 'Ufficio' },
    attoAnno: { nome: 'Anno' },
    attoParte: { nome: 'Parte' },
    attoSerie: { nome: 'Serie' },
    attoNumero: { nome: 'Numero', ufficiale: 'numero dell’atto' },
    attoVolume: { nome: 'Volume' },
    attoData: { nome: 'Scritto il', ufficiale: 'data di formazione dell’atto' },
    attoTrascritto: { nome: 'Trascritto' },
    attoAnsc: { nome: 'Numero nell’archivio nazionale', ufficiale: 'identificativo ANSC' },
    stato: { nome: 'Stato', ufficiale: 'cittadinanza' },
    altroStato: { nome: 'E anche', ufficiale: 'altra cittadinanza' },
    dal: { nome: 'Dal', ufficiale: 'data di validità' },
    indirizzo: { nome: 'In una riga' },
    cap: { nome: 'CAP' },
    comune: { nome: 'Comune' },
    provincia: { nome: 'Provincia' },
    frazione: { nome: 'Frazione o località', ufficiale: 'frazione' },
    specie: { nome: 'Via, piazza, corso…', ufficiale: 'specie del toponimo' },
    toponimo: { nome: 'Nome della via', ufficiale: 'denominazione del toponimo' },
    civico: { nome: 'Numero civico' },
    metrico: { nome: 'Civico a metri', ufficiale: 'numero metrico' },
    lettera: { nome: 'Lettera' },
    esponente: { nome: 'Bis, ter…', ufficiale: 'esponente' },
    colore: { nome: 'Colore del civico', ufficiale: 'colore' },
    corte: { nome: 'Corte' },
    scala: { nome: 'Scala' },
    scalaEsterna: { nome: 'Scala esterna' },
    interno: { nome: 'Interno' },
    esponenteInterno: { nome: 'Esponente dell’interno' },
    interno2: { nome: 'Secondo interno' },
    isolato: { nome: 'Isolato' },
    piano: { nome: 'Piano' },
    presso: { nome: 'Presso' },
    residenteDal: { nome: 'A questo indirizzo dal', ufficiale: 'decorrenza della residenza' },
    senzaFissaDimora: { nome: 'Senza fissa dimora' },
    statoEstero: { nome: 'Stato' },
    localita: { nome: 'Città', ufficiale: 'località' },
    contea: { nome: 'Provincia o contea' },
    via: { nome: 'Indirizzo' },
    capEstero: { nome: 'Codice postale' },
    consolato: { nome: 'Consolato' },
    idFamiglia: { nome: 'Numero della famiglia in ANPR', ufficiale: 'identificativo della famiglia' },
    idConvivenza: { nome: 'Numero della convivenza in ANPR', ufficiale: 'identificativo della convivenza' },
    origine: { nome: 'Costituita il', ufficiale: 'data di origine' },
    costituzione: { nome: 'Perché si è costituita', ufficiale: 'motivo di costituzione' },
    legame: { nome: 'Il tuo posto', ufficiale: 'legame con l’intestatario' },
    inFamigliaDal: { nome: 'Ne fai parte dal', ufficiale: 'decorrenza' },
    denominazione: { nome: 'Nome della convivenza', ufficiale: 'denominazione' },
    specieConvivenza: { nome: 'Che convivenza è', ufficiale: 'specie' },
    numero: { nome: 'Numero' },
    rilascio: { nome: 'Rilasciata il', ufficiale: 'data di rilascio' },
    scadenza: { nome: 'Scade il', ufficiale: 'data di scadenza' },
    annullamento: { nome: 'Annullata il', ufficiale: 'data di annullamento' },
    tipoCarta: { nome: 'Di carta o elettronica', ufficiale: 'cartacea o elettronica' },
    rilascioComune: { nome: 'Rilasciata dal Comune di' },
    rilascioConsolato: { nome: 'Rilasciata dal consolato' },
    espatrio: { nome: 'Per andare all’estero', ufficiale: 'validità per l’espatrio' },
    tipoSoggiorno: { nome: 'Tipo' },
    rilasciato: { nome: 'Rilasciato il', ufficiale: 'data di rilascio' },
    questura: { nome: 'Questura' },
    soggiornoComune: { nome: 'Comune' },
    passaporto: { nome: 'Numero del passaporto' },
    elettore: { nome: 'Elettore' },
    listeDi: { nome: 'Liste elettorali di', ufficiale: 'comune di iscrizione elettorale' },
    registro: { nome: 'Registro', ufficiale: 'APR o AIRE' },
    iscrittoComune: { nome: 'Comune di iscrizione' },
    iscrittoDal: { nome: 'Dal', ufficiale: 'data di iscrizione' },
    motivoIscrizione: { nome: 'Perché', ufficiale: 'motivo di iscrizione' },
    certificabile: { nome: 'Che cosa si può certificare', ufficiale: 'certificabilità' },
    aggiornata: { nome: 'Ultimo aggiornamento prima di ANPR' },
    iniziativa: { nome: 'Su richiesta di chi', ufficiale: 'iniziativa dell’iscrizione' },
    individuazione: { nome: 'Perché questo Comune', ufficiale: 'individuazione del comune di iscrizione' },
    titoloStudio: { nome: 'Titolo di studio' },
    professione: { nome: 'Lavoro', ufficiale: 'posizione nella professione' },
    condizione: { nome: 'Se non lavori', ufficiale: 'condizione non professionale' },
    leva: { nome: 'Nella lista di leva' },
    levaComune: { nome: 'Comune della lista' },
    censimentoAnno: { nome: 'Anno' },
    censimentoSezione: { nome: 'Sezione' },
    censimentoFoglio: { nome: 'Foglio' },
    patente: { nome: 'Patente' },
    autoveicoli: { nome: 'Autoveicoli' },
  }),

  mancata: {
    titolo: 'Non c’è una scheda da mostrarti',
    sommario: 'L’accesso è riuscito, ma non possiamo aprire i tuoi dati. Qui sotto trovi perché, e che cosa fare.',
    cheFare: 'Che cosa puoi fare',
    riferimento: 'Riferimento',
    riferimentoTesto:
      'Dillo al Comune quando lo chiami o ci vai: con questo numero vede la stessa causa che vedi tu, e non deve cercarla.',
    comune: (nome: string) => `Comune di ${nome}`,
    motivo: 'Motivo',
    dal: 'dal',
    entratoCon: 'Accesso con il codice fiscale',
    aChePunto: { testo: 'A che punto è il tuo Comune?', href: '/comuni' },
    contatti: { testo: 'Assistenza e contatti', href: '/contatti' },
    cause: {
      senza_codice: {
        titolo: 'La tua identità non porta un codice fiscale italiano',
        testo:
          'La tua identità è di un altro Stato. L’anagrafe italiana collega la persona alla scheda solo con il codice fiscale, e la tua identità non ne ha uno.',
        passi: [
          'Se hai un codice fiscale italiano, entra con CIE, SPID o CNS.',
          'Se risiedi in Italia e non hai ancora un’identità italiana, puoi chiedere la CIE al tuo Comune.',
        ],
      },
      non_trovata: {
        titolo: 'Nell’anagrafe nazionale non c’è una scheda con il tuo codice fiscale',
        testo:
          'Le cause possibili sono due, e da qui non si distinguono: il tuo Comune non è ancora entrato in ANPR, oppure è entrato ma la tua scheda manca o ha dati diversi dai tuoi.',
        passi: [
          'Cerca il tuo Comune in «A che punto è il tuo Comune?»: se non è ancora in ANPR, i tuoi dati li ha solo il suo ufficio anagrafe, e qui compariranno quando entra.',
          'Se il tuo Comune è già in ANPR, chiedi al suo ufficio anagrafe di cercarti, e digli il riferimento qui sotto.',
          'Se non risiedi in Italia e non stai nell’AIRE, è giusto che la scheda non ci sia.',
        ],
      },
      codice_assente: {
        titolo: 'Nella scheda che sembra tua manca il codice fiscale',
        testo:
          'C’è una scheda con il tuo nome e la tua data di nascita, ma senza codice fiscale. Solo il codice dice con certezza di chi è una scheda, perciò non possiamo mostrartela.',
        passi: [
          'Porta al tuo Comune il tesserino del codice fiscale o la tessera sanitaria, e digli il riferimento qui sotto: il Comune lo scrive nella scheda e lo fa verificare all’Agenzia delle Entrate.',
          'Appena è verificato, i tuoi dati si aprono da soli: basta rientrare.',
        ],
      },
      codice_non_validato: {
        titolo: 'Il tuo codice fiscale non è ancora verificato',
        testo:
          'La tua scheda c’è, ma l’Agenzia delle Entrate non ha confermato che quel codice fiscale e quei dati (nome, nascita, sesso) siano della stessa persona. Finché non lo conferma non possiamo aprirla.',
        passi: [
          'Chiedi al Comune di verificare il codice fiscale, e digli il riferimento qui sotto: confronta i dati con quelli dell’Agenzia e corregge dove serve.',
          'Se i dati sbagliati sono quelli dell’Agenzia delle Entrate, si correggono in un suo ufficio, con un documento.',
        ],
      },
      altro_codice: {
        titolo: 'Nella scheda c’è un altro codice fiscale',
        testo:
          'Il codice fiscale della tua identità digitale non è quello scritto oggi nella scheda. Succede quando l’Agenzia delle Entrate ne ha dato uno nuovo, o quando nella scheda è scritto male.',
        passi: [
          'Chiedi al Comune di confrontare i due codici, e digli il riferimento qui sotto.',
          'Se è la tua identità digitale ad avere il codice vecchio, chiedi al gestore che te l’ha data di aggiornarla.',
        ],
      },
      cancellata: {
        titolo: 'La tua scheda è cancellata',
        testo: 'L’anagrafe aveva una tua scheda, ma oggi non è attiva: qui sotto il motivo che risulta.',
        passi: [
          'Se ti sei trasferito in un Comune che non è ancora in ANPR, i tuoi dati li ha il suo ufficio anagrafe: guarda «A che punto è il tuo Comune?».',
          'Se il motivo non è giusto (per esempio risulti irreperibile, o un decesso registrato per errore), rivolgiti al Comune indicato con un documento e il riferimento qui sotto.',
        ],
      },
      duplicata: {
        titolo: 'Hai due schede attive',
        testo:
          'Con il tuo codice fiscale risultano attive più schede. Quale sia quella giusta lo decidono i Comuni, dopo aver verificato: scegliere da qui sarebbe tirare a indovinare.',
        passi: [
          'Chiama il Comune in cui abiti davvero, e digli il riferimento qui sotto: chiederà all’altro di cancellare la sua scheda.',
          'Appena ne resta una sola, i tuoi dati si aprono da soli.',
        ],
      },
    },
    incerta: 'L’abbiamo trovata dal nome e dalla data di nascita: potrebbe anche essere di un’altra persona.',
    registro: { R: 'residenti', E: 'AIRE' } as Record<string, string>,
  },
}
