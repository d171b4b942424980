import type { Sezione } from '../../Testo.tsx'

const sezioni = (s: Sezione[]) => s

/** What who keeps a register, or writes its software, works with. */
export const strumenti = {
  titolo: 'Strumenti di lavoro',
  descrizione:
    'Documenti per le software house, formazione, guida, normativa, archivio dei comuni e tabelle di decodifica di ANPR.',
  sommario: 'Per chi tiene un’anagrafe e per chi ne scrive il software: che cosa c’è, e che cosa non c’è ancora.',
  aggiornata: '2026-11-25',
  /** Before and after the training calendar. */
  prima: sezioni([
    {
      id: 'documenti',
      titolo: 'Documenti per le software house',
      testo: ['Si trovano nella cartella del programma, che è software libero:'],
      elenco: [
        'docs/architecture.md: com’è fatto il programma e come procede un subentro;',
        'docs/changes-contract.md: ciò che cambia nei messaggi e nei codici, dal più recente;',
        'docs/changes-checks.md: ciò che cambia nei controlli, e da quale giorno;',
        'docs/tables/checks.md: tutti i controlli del subentro, con codice, gravità, significato e rimedio.',
      ],
      dopo: [
        'Il pre-subentro si prova con il comando bin/anpr subentro --pre e il file del comune: dice le anomalie e non cambia nulla. I servizi per il software dei comuni non sono ancora attivi.',
      ],
    },
  ]),
  formazione: {
    demo: {
      id: 'formazione',
      titolo: 'Formazione',
      testo: [
        'Calendario dimostrativo: questi corsi non esistono, le date sono inventate e non ci si può iscrivere. Servono a mostrare come apparirà il calendario.',
      ],
      tabella: {
        didascalia: 'Corsi (dimostrazione)',
        intestazioni: ['Corso', 'Per chi', 'Quando', 'Come'],
        righe: [
          ['Prima del subentro: leggere le anomalie', 'Ufficiali d’anagrafe', '14 gennaio 2027, 10–12', 'In rete'],
          ['Dopo il subentro: il lavoro di ogni giorno', 'Ufficiali d’anagrafe', '28 gennaio 2027, 10–12', 'In rete'],
          ['I servizi per il software dei comuni', 'Software house', '11 febbraio 2027, 15–17', 'In rete'],
        ],
      },
    },
    vera: {
      id: 'formazione',
      titolo: 'Formazione',
      testo: [
        'Al momento non ci sono corsi in calendario. Quando ci saranno, le date si troveranno qui e nelle notizie.',
      ],
    },
  } as { demo: Sezione; vera: Sezione },
  dopo: sezioni([
    {
      id: 'guida',
      titolo: 'Guida all’ANPR',
      testo: [
        [
          'I passi di un comune sono in ',
          { testo: 'Come entra un comune', href: '/progetto#ingresso' },
          ', le risposte brevi nelle ',
          { testo: 'Domande frequenti', href: '/domande-frequenti' },
          '. Una guida completa per l’operatore non c’è ancora.',
        ],
      ],
    },
    {
      id: 'normativa',
      titolo: 'Normativa',
      testo: ['Le norme e le circolari che riguardano ANPR, con la materia di ciascuna.'],
      tabella: {
        didascalia: 'Norme e circolari',
        intestazioni: ['Norma', 'Materia', 'Pubblicazione'],
        righe: [
          [
            'Legge 1228/1954; D.P.R. 223/1989, modificato dal D.P.R. 126/2015',
            'Anagrafe della popolazione residente e suo regolamento',
            'G.U. 188 del 14 agosto 2015, per la modifica',
          ],
          ['D.P.R. 223/1967', 'Liste elettorali', '–'],
          ['Legge 470/1988; D.P.R. 323/1989', 'Anagrafe degli italiani residenti all’estero', '–'],
          ['D.P.R. 445/2000, articoli 40, 43 e 46', 'Autocertificazioni', '–'],
          [
            'D.Lgs. 82/2005 (Codice dell’amministrazione digitale), articoli 50, 50-ter, 60, 62 e 64',
            'Accesso ai dati, piattaforma nazionale, basi di interesse nazionale, ANPR, identità digitali',
            '–',
          ],
          ['D.L. 179/2012, articolo 2; legge 221/2012', 'Istituzione di ANPR', '–'],
          ['D.P.C.M. 23 agosto 2013, n. 109', 'Prima attuazione (numero non ricontrollato)', '–'],
          [
            'D.P.C.M. 10 novembre 2014, n. 194, con gli allegati A–D',
            'Funzionamento e piano del subentro; articolo 5: accesso',
            'G.U. 5 dell’8 gennaio 2015',
          ],
          ['D.L. 78/2015; legge 125/2015', 'Estensione a stato civile e liste', '–'],
          [
            'Regolamento (UE) 2016/679, articoli 12, 15 e 16',
            'Risposta alle richieste, lettura dei propri dati, rettifica',
            '–',
          ],
          [
            'D.L. 77/2021, articolo 39; legge 108/2021; D.M. 3 novembre 2021',
            'Certificati e dichiarazioni in rete',
            'G.U. 280 del 24 novembre 2021',
          ],
          ['D.M. 17 ottobre 2022', 'Liste elettorali in ANPR', 'G.U. 267 del 15 novembre 2022'],
          [
            'Circolari 6/2016, 1/2021, 19/2021, 68/2021 e 73/2023',
            'Subentro, nuovo portale, piattaforma nazionale per i comuni',
            'Ministero dell’Interno',
          ],
        ],
      },
    },
    {
      id: 'archivio-comuni',
      titolo: 'Archivio storico dei comuni',
      testo: [
        [
          'Il Ministero pubblica tutti i comuni d’Italia, anche quelli cessati e i nomi di un tempo, in un ',
          {
            testo: 'file CSV',
            href: 'https://www.anagrafenazionale.interno.it/wp-content/uploads/ANPR_archivio_comuni.csv',
          },
          ' con licenza CC BY 4.0.',
        ],
        [
          'Su questo sito ogni comune ha la sua pagina: si trova ',
          { testo: 'dal nome', href: '/comuni' },
          ', anche quello che non porta più.',
        ],
      ],
    },
    {
      id: 'decodifica',
      titolo: 'Tabelle di decodifica',
      testo: [
        [
          'I codici di schede, famiglie e operazioni, con il loro significato, sono nelle ',
          { testo: 'Tabelle di decodifica', href: '/strumenti-di-lavoro/tabelle-di-decodifica' },
          ': le stesse che il programma usa.',
        ],
      ],
    },
    {
      id: 'dati',
      titolo: 'Cifre e file',
      testo: [
        [
          'Le cifre sono nelle ',
          { testo: 'statistiche', href: '/stato-di-avanzamento/statistiche' },
          ' e negli ',
          { testo: 'andamenti', href: '/stato-di-avanzamento/andamenti' },
          '; i file, in ',
          { testo: 'Export dati', href: '/stato-di-avanzamento/export-dati' },
          '.',
        ],
      ],
    },
  ]),
  decodifica: {
    titolo: 'Tabelle di decodifica',
    descrizione: 'I codici che ANPR usa per schede, famiglie e operazioni, con il significato di ciascuno.',
    sommario: 'I codici dei messaggi e del registro, con il loro significato: sono quelli che il programma usa ora.',
    aggiornata: '2026-11-25',
    nome: (numero: number, titolo: string) => `${numero}. ${titolo}`,
    quanti: (n: string) => (n === '1' ? '1 codice' : `${n} codici`),
    codice: 'Codice',
    significato: 'Significato',
    validita: 'Validità',
    sempre: 'sempre',
    dal: (giorno: string) => `dal ${giorno}`,
    al: (giorno: string) => `fino al ${giorno}`,
    provvisorio: 'provvisorio',
    territorio:
      'Le tabelle di stati, comuni e consolati (2, 3, 24, 40 e 41) non sono qui: sono l’archivio del territorio.',
    provvisori:
      'Dove è scritto «provvisorio», il codice o le parole sono nostri: la tabella ufficiale non si è potuta leggere.',
  },
}
