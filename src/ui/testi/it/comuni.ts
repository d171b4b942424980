const quanti = (n: number, scritto: string, uno: string, molti: string) => (n === 1 ? uno : `${scritto} ${molti}`)

interface Passo {
  nome: string
  spiega: string
  /** What happens next while this is the first step not taken. */
  poi: string
}
const passi = <N extends string>(p: Record<N, Passo>) => p

export const comuni = {
  titolo: 'A che punto è il tuo Comune?',
  descrizione: 'Cerca un comune per nome e guarda a che punto è il suo cammino verso ANPR.',
  sommario: 'Scrivi il nome di un comune: ti diciamo se è in ANPR, o che cosa gli manca per entrarci.',

  cerca: {
    etichetta: 'Nome del comune',
    aiuto: 'Accenti e apostrofi non contano. Se due comuni hanno lo stesso nome, aggiungi la provincia: Castro BG.',
    bottone: 'Cerca',
    elenco: 'Comuni suggeriti',
    /** # is the number. */
    annuncio: {
      nessuno: 'Nessun comune trovato. Premi Invio per i consigli.',
      uno: 'Un comune trovato. Scegli con le frecce, apri con Invio.',
      molti: '# comuni trovati. Scegli con le frecce, apri con Invio.',
    },
  },

  trovati: {
    titolo: (q: string) => `Comuni per «${q}»`,
    quanti: (n: number) => (n === 1 ? 'Un comune trovato' : `${n} comuni trovati`),
    primi: (n: number) => `I primi ${n} comuni`,
    restringi: 'Ce ne possono essere altri: scrivi più lettere del nome, o aggiungi la provincia.',
    simili: 'Nessun comune si chiama proprio così. Questi nomi si somigliano:',
    nessuno: 'Nessun comune trovato',
    consigli: [
      'Controlla come è scritto il nome: accenti, apostrofi e trattini non contano.',
      'Prova con le prime lettere soltanto, per esempio «castel».',
      'Una frazione non è un comune: cerca il comune di cui fa parte.',
      'Vale anche un nome di una volta, o in tedesco, sloveno e ladino.',
    ],
    nonIn: 'Vedi tutti i comuni non ancora in ANPR',
    esempi: 'Puoi scrivere anche così',
    esempiElenco: [
      { q: 'sorga', spiega: 'senza accento: Sorgà' },
      { q: 'Bozen', spiega: 'in tedesco: Bolzano' },
      { q: 'Castro BG', spiega: 'con la provincia: Castro in provincia di Bergamo' },
      { q: 'Nanto', spiega: 'un comune che ora fa parte di un altro' },
    ],
    passato: (nome: string) => `Una volta «${nome}»`,
    confluito: (nome: string, anno: string) => `${nome} ne fa parte dal ${anno}`,
    cessato: (giorno: string) => `Cessato: ultimo giorno ${giorno}`,
  },

  luogo: (provincia: string, sigla: string, regione: string) => `${provincia} (${sigla}), ${regione}`,
  stati: {
    in: 'In ANPR',
    pianificato: 'Con una data',
    non_in: 'Non ancora in ANPR',
    cessato: 'Comune cessato',
    ignoto: 'Non ancora contato',
  },

  comune: {
    descrizione: (nome: string, provincia: string) =>
      `Il cammino di ${nome} (${provincia}) verso l’Anagrafe Nazionale della Popolazione Residente, passo per passo.`,
    sommario: (provincia: string, regione: string) => `Provincia: ${provincia}. Regione: ${regione}.`,
    altroNome: 'Altro nome ufficiale:',
    stato: {
      in: (giorno: string) => `È in ANPR dal ${giorno}`,
      pianificato: (giorno: string) => `Entrerà in ANPR: data indicata ${giorno}`,
      non_in: 'Non è ancora in ANPR',
      ignoto: 'Non è ancora nel conteggio',
    },
    spiegaStato: {
      in: 'L’anagrafe di questo comune è quella nazionale.',
      variazione:
        'È entrato per variazione territoriale, senza un subentro suo: i comuni da cui è nato erano già in ANPR.',
      pianificato: 'Il subentro è pianificato. La data può cambiare: finché non è entrato vale l’anagrafe del comune.',
      non_in: 'Non ha ancora una data per il subentro. Fino ad allora vale l’anagrafe del comune.',
      ignoto: 'Le cifre si contano ogni notte: questo comune comparirà dal prossimo conteggio.',
    },

    cammino: 'Il cammino, passo per passo',
    camminoNota:
      'Finestra e giorno preferito sono due cose diverse: la finestra è il periodo concordato, il giorno preferito è quello che il comune ha chiesto.',
    fatto: 'Fatto',
    previsto: 'Previsto',
    passato: 'Passato senza subentro',
    nonAncora: 'Non ancora',
    nonIndicata: 'Data non indicata',
    passi: passi({
      censimento: {
        nome: 'Censimento',
        spiega: 'Il comune registra gli utenti e le postazioni che useranno ANPR.',
        poi: 'Il comune, con la sua software house, registra gli utenti e le postazioni.',
      },
      carte_spedite: {
        nome: 'Smart card spedite',
        spiega: 'Le carte per accedere arrivano alla prefettura.',
        poi: 'Il Ministero spedisce le smart card alla prefettura.',
      },
      carte_ritirate: {
        nome: 'Smart card ritirate',
        spiega: 'Il comune le ritira in prefettura e nomina i responsabili della sicurezza.',
        poi: 'Il comune ritira le smart card in prefettura.',
      },
      abilitato: {
        nome: 'Abilitazione',
        spiega: 'Il comune può collegarsi ai servizi di ANPR.',
        poi: 'Il Ministero abilita il comune a collegarsi.',
      },
      presubentro: {
        nome: 'Pre-subentro',
        spiega: 'Una prova con i dati veri: ANPR li controlla e dice che cosa correggere.',
        poi: 'Il comune, con la sua software house, fa la prova con i dati veri e corregge gli errori.',
      },
      finestra: {
        nome: 'Finestra prevista',
        spiega: 'Il periodo concordato per il subentro.',
        poi: 'Il comune concorda con il Ministero il periodo del subentro.',
      },
      preferita: {
        nome: 'Giorno preferito',
        spiega: 'Il giorno che il comune ha chiesto dentro la finestra.',
        poi: 'Il comune sceglie il giorno che preferisce.',
      },
      ingresso: {
        nome: 'Subentro',
        spiega: 'I dati passano in ANPR, che da quel momento è l’anagrafe del comune.',
        poi: 'Il comune porta i suoi dati in ANPR.',
      },
    }),
    variazione: {
      nome: 'Ingresso per variazione territoriale',
      spiega: 'Il comune è nato da altri che erano già in ANPR: non serve un subentro.',
    },
    dalAl: ['dal', 'al'] as const,
    dal: 'dal',
    entro: 'entro il',

    persone: 'Le persone',
    cifreDel: 'Cifre del',
    attese: 'Quante persone porterà, secondo il comune o il censimento.',
    voci: {
      residenti: 'Residenti',
      aire: 'Iscritti all’AIRE',
      famiglie: 'Famiglie',
      convivenze: 'Convivenze',
      cittadini: 'Cittadini in tutto',
    },
    aireSpiega: 'AIRE: cittadini italiani residenti all’estero',
    senzaCifre: 'Le cifre arrivano con il prossimo conteggio notturno.',

    dove: 'Dove',
    regione: 'Regione',
    provincia: 'Provincia',
    prefettura: 'Prefettura',
    istat: 'Codice ISTAT',
    catastale: 'Codice catastale',
    nonIndicato: 'non indicato',

    adesso: 'Che cosa succede adesso',
    dopoIn:
      'Il comune aggiorna ANPR a ogni nascita, cambio di residenza o altro evento. Non c’è un altro passo da fare.',
    citta: 'Se vivi qui',
    cittadino: {
      in: [
        'I tuoi dati anagrafici sono in ANPR: gli uffici autorizzati possono leggerli lì, senza chiederteli di nuovo.',
        'Per un dato sbagliato rivolgiti all’ufficio anagrafe del comune, che cura i dati dei suoi residenti.',
      ],
      pianificato: [
        'Non devi fare niente: i tuoi dati li porta il comune.',
        'Fino al subentro certificati e cambi di residenza si chiedono al comune, come sempre. I servizi in rete di ANPR varranno per te dopo.',
      ],
      non_in: [
        'Non devi fare niente: i tuoi dati li porterà il comune.',
        'Intanto certificati e cambi di residenza si chiedono al comune. I servizi in rete di ANPR non vedono ancora i tuoi dati: se ti rispondono che non ci sei, non è un errore.',
      ],
    },
    chi: 'Chi risponde',
    chiElenco: {
      comune: ['Ufficio anagrafe del comune', 'per i tuoi dati, i certificati e i giorni di chiusura.'],
      prefettura: ['per le smart card e l’assistenza al comune.'],
      assistenza: ['Numero verde', 'per il sito e i servizi in rete.'],
    },

    storia: 'La sua storia',
    fatti: {
      e: 'e',
      nome: (il: string, prima: string, provincia: string) => `Fino al ${il} era ${prima} (${provincia}).`,
      nato: (il: string) => `È nato il ${il} da`,
      unito: (il: string) => `Dal ${il} comprende anche`,
      distaccato: (il: string) => `Il ${il} se ne è distaccato`,
    },
  },

  cessato: {
    stato: (giorno: string) => `Questo comune non c’è più: il suo ultimo giorno è stato il ${giorno}`,
    sommario: (provincia: string, regione: string) => `Era in provincia di ${provincia}, ${regione}.`,
    descrizione: (nome: string) => `Che cosa ne è stato del comune di ${nome}, che non c’è più.`,
    titolo: 'Che cosa ne è stato',
    in: (il: string) => `Dal ${il} ne ha preso il posto`,
    forse: (il: string) =>
      `Non sappiamo con certezza chi ne ha preso il posto. È probabile che sia uno di questi, nati nella stessa provincia il giorno dopo, il ${il}:`,
    probabile: 'probabile',
    nessuno: 'Il nostro archivio non dice chi ne ha preso il posto.',
    vivi: 'Se vivi lì, i tuoi dati li cura il comune di oggi: cercalo per nome, o chiedi all’assistenza.',
    cercane: 'Cerca un altro comune',
  },

  nonTrovato: {
    titolo: 'Comune non trovato',
    descrizione: 'Nessun comune ha questo codice.',
    sommario: 'Nessun comune di oggi o di ieri ha questo codice.',
    testo:
      'L’indirizzo di un comune finisce con il suo codice ISTAT di sei cifre, per esempio 015146 per Milano. Se non lo conosci, cercalo per nome.',
  },

  nonIn: {
    titolo: 'Comuni non ancora in ANPR',
    descrizione:
      'Tutti i comuni che non sono ancora in ANPR, regione per regione, con la data di chi l’ha pianificata.',
    sommario: 'Tutti i comuni che non sono ancora entrati, regione per regione, con il giorno previsto per chi lo ha.',
    totale: (n: number, scritto: string) =>
      quanti(n, scritto, 'Un comune non è ancora in ANPR', 'comuni non sono ancora in ANPR'),
    conData: (n: number, scritto: string) => quanti(n, scritto, 'uno ha una data', 'hanno una data'),
    senzaData: (n: number, scritto: string) => quanti(n, scritto, 'uno non ce l’ha ancora', 'non ce l’hanno ancora'),
    conFiltro: { pianificato: 'con una data', non_in: 'senza una data' },
    al: 'Dati al',
    filtro: 'Filtra l’elenco',
    regione: 'Regione',
    tutte: 'Tutte le regioni',
    stato: 'Stato',
    tutti: 'Tutti gli stati',
    stati: { pianificato: 'Con una data', non_in: 'Senza una data' },
    mostra: 'Mostra',
    vai: 'Vai alla regione',
    quanti: (n: number, scritto: string) => quanti(n, scritto, 'un comune', 'comuni'),
    previsto: 'previsto il',
    nessuno: 'Nessun comune risponde a questo filtro',
    tuttiDentro: 'Tutti i comuni sono in ANPR',
    mancano: 'Non c’è ancora un conteggio: torna domani.',
    filtroSbagliato: 'Il filtro chiesto non esiste',
    filtroSbagliatoTesto: 'La regione è un codice da 01 a 20, lo stato uno dei due dell’elenco. Ecco tutti i comuni.',
  },
}
