import { FORUM, MINISTERO, voci } from './tipi.ts'

/** The frame of every page: header, help, footer. */
export const cornice = {
  ministero: { nome: 'Ministero dell’Interno', href: MINISTERO },
  salti: { nome: 'Scorciatoie', contenuto: 'Vai al contenuto', piede: 'Vai a piè di pagina' },
  menu: {
    nome: 'Menu principale',
    voci: voci([
      { testo: 'Home', href: '/' },
      { testo: 'Il progetto', href: '/progetto' },
      { testo: 'Accordi di fruizione', href: '/accordi-di-fruizione' },
    ]),
  },
  cercaNelSito: { etichetta: 'Cerca nel sito', invia: 'Cerca' },
  aiuto: {
    titolo: 'Serve una mano?',
    testo: 'L’assistenza risponde a cittadini, comuni ed enti.',
    domande: 'Leggi le domande frequenti',
    contatti: 'Assistenza e contatti',
  },
  piede: {
    assistenza: {
      titolo: 'Assistenza',
      numero: '800 863 116',
      href: 'tel:+39800863116',
      gratuito: 'Numero verde',
      orari: ['Dal lunedì al venerdì: 8–18', 'Sabato: 8–14', 'Chiuso nei giorni di festa nazionale'],
      aperta: (ora: number) => `Risponde ora, fino alle ${ora}`,
      chiusa: (giorno: string, ora: number) => `Ora non risponde: riapre ${giorno} alle ${ora}`,
      oggi: 'oggi',
      domani: 'domani',
    },
    contatti: {
      titolo: 'Contatti e comunità',
      voci: voci([
        { testo: 'Assistenza e contatti', href: '/contatti' },
        { testo: 'Domande frequenti', href: '/domande-frequenti', elemento: 'faq' },
        { testo: 'Ufficio stampa', href: '/contatti#stampa' },
        { testo: 'Newsletter', href: '/contatti#newsletter' },
        { testo: 'Forum', href: FORUM },
      ]),
    },
    esplora: {
      titolo: 'Nel sito',
      voci: voci([
        { testo: 'Notizie', href: '/notizie', elemento: 'news' },
        { testo: 'Notizie in formato RSS', href: '/notizie/rss.xml' },
        { testo: 'La storia di ANPR', href: '/storia' },
        { testo: 'Stato di avanzamento', href: '/stato-di-avanzamento/statistiche' },
        { testo: 'Strumenti di lavoro', href: '/strumenti-di-lavoro' },
        { testo: 'Uso del sito', href: '/uso-del-sito' },
      ]),
    },
    sito: {
      titolo: 'Titolare di ANPR',
      ente: 'Ministero dell’Interno',
      indirizzo: 'Piazza del Viminale 1, 00184 Roma',
    },
    aggiornata: 'Pagina aggiornata:',
    note: {
      nome: 'Informazioni sul sito',
      voci: voci([
        { testo: 'Dichiarazione di accessibilità', href: '/accessibilita', elemento: 'accessibility-link' },
        { testo: 'Segnala un problema', href: '/accessibilita/segnala', elemento: 'report-inefficiency' },
        { testo: 'Privacy', href: '/privacy', elemento: 'privacy-policy-link' },
        { testo: 'Note legali', href: '/note-legali', elemento: 'legal-notes' },
        { testo: 'Media policy', href: '/note-legali#media' },
        { testo: 'Mappa del sito', href: '/mappa-del-sito' },
      ]),
    },
  },
}
