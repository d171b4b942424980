/** The contribution to comuni for their subentro. Facts: notice of 5 December 2017; amounts and dates come from
 *  `src/portale/contributo/`, as settings. */
export const contributo = {
  titolo: 'Il contributo ai comuni',
  descrizione:
    'Il contributo del Dipartimento della Funzione Pubblica per entrare in ANPR: a chi spetta, quanto, quando.',
  sommario: 'Un comune che entra in ANPR può avere un contributo. Ecco a chi spetta, quanto vale e come si chiede.',
  aggiornata: '2026-11-25',
  stato: {
    futura: (dal: string) => `Le richieste si aprono il ${dal}`,
    aperta: (al: string) => `Le richieste sono aperte fino al ${al}`,
    chiusa: (al: string) => `Le richieste si sono chiuse il ${al}`,
    futuraTesto: 'Prima di quel giorno una richiesta non si può presentare.',
    apertaTesto: 'La presenta il sindaco: più sotto è detto come.',
    chiusaTesto: 'Oggi una richiesta non si può più presentare. La regola resta qui per chi l’ha già presentata.',
  },
  calcola: {
    titolo: 'Quanto spetta al tuo comune',
    testo: 'Scrivi il nome o il codice ISTAT di un comune, oppure il numero dei suoi residenti.',
    comune: 'Comune',
    comuneAiuto: 'Il nome, anche senza accenti, o le sei cifre del codice ISTAT',
    residenti: 'Residenti, se preferisci',
    residentiAiuto: 'Un numero intero, come 4.850',
    invia: 'Calcola',
    nome: 'Calcolo del contributo',
    esito: (euro: string) => `${euro} euro`,
    per: (comune: string, provincia: string) => `${comune} (${provincia})`,
    perResidenti: (n: string) => `Un comune con ${n} residenti`,
    perUnResidente: 'Un comune con un residente',
    conResidenti: (n: string, anno: number) => `${n} residenti al censimento del ${anno}`,
    regola: (fascia: string) => `Fascia: ${fascia}.`,
    censimento:
      'Il conto usa i residenti del censimento indicato. Se l’avviso dice di contarli in un altro giorno, scrivi il loro numero.',
    nessuno: (q: string) => `Nessun comune si chiama «${q}» né ha questo codice`,
    nessunoTesto: 'Controlla come è scritto il nome, oppure scrivi il numero dei residenti.',
    senzaResidenti: (nome: string) => `Di ${nome} non conosciamo i residenti`,
    senzaResidentiTesto: 'È nato dopo il censimento che usiamo: scrivi il numero dei residenti.',
    piùDiUno: (q: string) => `Più comuni si chiamano «${q}»: quale?`,
    numeroSbagliato: 'I residenti non sono un numero intero',
    numeroSbagliatoTesto: (massimo: string) =>
      `Scrivi solo cifre, da 1 a ${massimo}. I punti delle migliaia si possono lasciare.`,
  },
  importi: {
    titolo: 'Quanto vale',
    didascalia: 'Contributo per numero di residenti',
    intestazioni: ['Residenti', 'Contributo in euro'],
    finoA: (fino: string) => `fino a ${fino}`,
    daA: (da: string, fino: string) => `da ${da} a ${fino}`,
    da: (da: string) => `${da} e oltre`,
  },
  sezioni: [
    {
      id: 'che-cosa',
      titolo: 'Che cos’è',
      testo: [
        'L’avviso «ANPR – Supporto ai Comuni per il subentro» è del 5 dicembre 2017. Lo ha pubblicato il Dipartimento della Funzione Pubblica insieme al Commissario straordinario per l’attuazione dell’Agenda digitale: 14 milioni di euro del PON Governance e Capacità Istituzionale 2014–2020.',
      ],
    },
    {
      id: 'chi',
      titolo: 'A chi spetta',
      testo: ['Ai comuni che entrano in ANPR dopo il 5 dicembre 2017.'],
    },
    {
      id: 'quando',
      titolo: 'Quando si chiede',
      testo: [
        'Le prime richieste sono partite il 1º febbraio 2018. Il termine era il 31 dicembre 2018 ed è stato spostato più volte: nel gennaio 2021, al 31 dicembre 2021. L’ultimo avviso che conosciamo è del 23 dicembre 2021.',
      ],
    },
    {
      id: 'come',
      titolo: 'Come si chiede',
      testo: [
        'La richiesta la presenta solo il sindaco, nell’applicazione web di ANPR, con la sua smart card. Su questo sito l’applicazione non c’è ancora: quando ci sarà, mostrerà anche lo stato della richiesta.',
      ],
    },
    {
      id: 'chi-risponde',
      titolo: 'Chi risponde',
      testo: [
        [
          'Per domande su una richiesta o su un pagamento scrivi al Dipartimento della Funzione Pubblica: ',
          {
            testo: 'contributi_comuni_anpr@funzionepubblica.it',
            href: 'mailto:contributi_comuni_anpr@funzionepubblica.it',
          },
          '. L’assistenza di ANPR non vede lo stato dei pagamenti.',
        ],
      ],
    },
    {
      id: 'da-non-confondere',
      titolo: 'Da non confondere con',
      testo: ['Altri due fondi hanno nomi o destinatari simili, e non sono questo contributo:'],
      elenco: [
        'il Fondo innovazione (avviso di PagoPA del 15 dicembre 2020): riguarda SPID, pagoPA e l’app IO, non ANPR;',
        'il contributo del 2023 per le liste elettorali in ANPR: sette fasce, da 1.683,60 a 16.836 euro.',
      ],
    },
  ] as import('../../Testo.tsx').Sezione[],
}
