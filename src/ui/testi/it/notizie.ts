import type { Capoverso } from '../../Testo.tsx'

export interface Notizia {
  /** Its address: /notizie/SLUG. */
  slug: string
  /** AAAA-MM-GG; AAAA-MM where the day is not known. */
  quando: string
  titolo: string
  sommario: string
  testo: Capoverso[]
  /** Where it is known from, of what others said. */
  fonte?: string
}

const CIRCOLARE = 'manuale del portale allegato alla circolare 19/2021 del Ministero dell’Interno'

export const notizie = {
  titolo: 'Notizie',
  descrizione: 'Le notizie di ANPR e di questo sito, dalla più recente.',
  sommario: 'Che cosa cambia in ANPR e su questo sito, dalla notizia più recente.',
  /** Day on which the texts were last revised; what happened is older. */
  aggiornata: '2026-11-25',
  fonte: 'Fonte:',
  tutte: 'Tutte le notizie',
  rss: {
    invito: 'Per riceverle nel tuo lettore di notizie:',
    testo: 'Notizie in formato RSS',
    titolo: 'ANPR – Notizie',
  },
  /** Newest first; two of one day as they stand. */
  elenco: [
    {
      slug: 'apre-questo-portale',
      quando: '2026-11-25',
      titolo: 'Apre questo portale',
      sommario: 'Il cammino di ogni comune, le cifre di tutto il Paese e le pagine che spiegano il progetto.',
      testo: [
        'Da oggi chiunque può vedere a che punto è il suo comune, quanti cittadini e quanti comuni sono in ANPR, regione per regione, e come si è arrivati fin qui.',
        'Le pagine si leggono senza dire chi si è, con qualsiasi schermo, con la sola tastiera e anche senza JavaScript.',
        [
          'I servizi con accesso, come leggere i propri dati, non sono ancora attivi: che cosa arriverà è detto in ',
          { testo: 'Servizi al cittadino', href: '/#servizi' },
          '.',
        ],
      ],
    },
    {
      slug: 'le-cifre-ogni-notte',
      quando: '2026-11-25',
      titolo: 'Le cifre si contano di nuovo ogni notte',
      sommario: 'Cittadini e comuni sono contati a mezzanotte, sul registro: nessuna cifra è scritta a mano.',
      testo: [
        'A mezzanotte il programma conta i residenti, gli iscritti all’AIRE e i comuni: quelli in ANPR, quelli con una data di ingresso e quelli che mancano. Il totale dei comuni è quello del giorno: un comune che oggi nasce o si unisce a un altro, domani è contato così.',
        [
          'Accanto a ogni cifra c’è il giorno a cui si riferisce. Le trovi nelle ',
          { testo: 'statistiche', href: '/stato-di-avanzamento/statistiche' },
          '.',
        ],
      ],
    },
    {
      slug: 'rettifica-in-sette-comuni',
      quando: '2021-04-15',
      titolo: 'Il portale si rinnova: la rettifica parte da sette comuni',
      sommario: 'La richiesta di rettifica si prova a Barletta, Bergamo, Firenze, Lecco, Milano, Prato e Torino.',
      testo: [
        'Il 15 aprile 2021 il Ministero dell’Interno ha aperto il suo nuovo portale. Insieme è partita, per circa un mese, la prova della richiesta di rettifica: chi risiede in uno dei sette comuni può chiedere di correggere un dato sbagliato.',
      ],
      fonte: CIRCOLARE,
    },
    {
      slug: 'comuni-senza-censimento',
      quando: '2021-04-01',
      titolo: 'I comuni che non hanno fatto il censimento',
      sommario: 'Il censimento degli utenti e delle postazioni è il primo passo: senza, un comune non può entrare.',
      testo: [
        'Il 1º aprile 2021 il portale del Ministero ha richiamato i comuni che non avevano ancora fatto il censimento: il comune sceglie il software con cui lavorerà e registra gli utenti e le postazioni.',
        [
          'I passi che vengono dopo sono in ',
          { testo: 'Come entra un comune', href: '/progetto#ingresso' },
          '. Il testo di allora non è ripubblicato qui.',
        ],
      ],
      fonte: CIRCOLARE,
    },
    {
      slug: 'prossimi-corsi-2021',
      quando: '2021-04',
      titolo: 'I prossimi corsi di formazione del 2021',
      sommario: 'Nell’aprile 2021 il Ministero annuncia nuovi corsi per gli operatori dei comuni.',
      testo: [
        'Nell’aprile 2021 il portale del Ministero ha annunciato i corsi successivi per chi lavora con ANPR. Le date di allora non ci sono note.',
        [
          'Il calendario di questo sito è negli ',
          { testo: 'Strumenti di lavoro', href: '/strumenti-di-lavoro#formazione' },
          '.',
        ],
      ],
      fonte: CIRCOLARE,
    },
    {
      slug: 'enti-pubblici-e-anpr',
      quando: '2021-02-15',
      titolo: 'Come gli enti pubblici accedono ad ANPR',
      sommario: 'In attesa dello schema di accordo, un ente può rivolgersi al comune di residenza.',
      testo: [
        'Il 15 febbraio 2021 il Ministero ha spiegato agli enti pubblici come avere dati anagrafici: rivolgersi al comune, secondo l’articolo 34 del D.P.R. 223 del 1989, o attendere lo schema di accordo di fruizione.',
        [
          'Quali strade ci sono oggi è detto in ',
          { testo: 'Accordi di fruizione', href: '/accordi-di-fruizione' },
          '.',
        ],
      ],
      fonte: `${CIRCOLARE}; italia/anpr, segnalazione 2496`,
    },
    {
      slug: 'corsi-2021',
      quando: '2021-02',
      titolo: 'Corsi di formazione 2021',
      sommario: 'Nel febbraio 2021 il Ministero pubblica il calendario dei corsi dell’anno.',
      testo: [
        'Nel febbraio 2021 il portale del Ministero ha dato notizia dei corsi dell’anno per gli operatori dei comuni. Le date di allora non ci sono note.',
      ],
      fonte: CIRCOLARE,
    },
  ] as Notizia[],
}
