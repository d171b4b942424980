/** The citizens' area: its frame and its first page. */
export const cittadino = {
  titolo: 'La mia area',
  manuale: 'Chiedere una correzione, passo per passo: il manuale',
  descrizione:
    'L’area riservata: i tuoi dati anagrafici, le dichiarazioni, le richieste di correzione, chi ha visto i tuoi dati, il tuo profilo.',
  menu: {
    nome: 'La mia area',
    voci: [
      {
        testo: 'La mia area',
        href: '/cittadino',
        icona: 'utente' as 'utente' | 'documenti' | 'firma' | 'correzione' | 'orologio' | 'cerca' | 'strumenti',
      },
      { testo: 'I miei dati', href: '/cittadino/visura', icona: 'documenti' as const },
      { testo: 'Dichiarazioni', href: '/cittadino/dichiarazioni', icona: 'firma' as const },
      { testo: 'Chiedi una correzione', href: '/cittadino/rettifica', icona: 'correzione' as const },
      { testo: 'Le mie richieste', href: '/cittadino/richieste', icona: 'orologio' as const },
      { testo: 'Chi ha visto i miei dati', href: '/cittadino/accessi', icona: 'cerca' as const },
      { testo: 'Profilo', href: '/cittadino/profilo', icona: 'strumenti' as const },
    ],
    esci: 'Esci',
  },
  sommario: 'Da qui leggi quello che l’anagrafe nazionale ha di te, e lo usi.',
  chiSei: {
    titolo: 'Chi è entrato',
    nome: 'Nome e cognome',
    codiceFiscale: 'Codice fiscale',
    senzaCodice: 'Nessuno: identità di un altro Stato',
    con: 'Con',
    via: { spid: 'SPID', cie: 'CIE', cns: 'CNS' },
    livello: (n: number) => `livello ${n} di sicurezza`,
    quando: 'Questo accesso',
    prima: 'Accesso precedente',
    alle: (giorno: string, ora: string) => `${giorno}, alle ${ora}`,
    nonTu: 'Se non riconosci un accesso, chiudilo dal profilo e cambia la password della tua identità digitale.',
  },
  cheFare: 'Che cosa vuoi fare',
  riquadri: {
    visura: {
      titolo: 'Leggere i tuoi dati',
      testo: 'Ogni sezione della tua scheda, con parole semplici, e tutto in un PDF.',
      link: 'I miei dati',
    },
    dichiarazioni: {
      titolo: 'Dichiarare invece di certificare',
      testo: 'Un foglio già compilato, da firmare: vale come i certificati che sostituisce, senza bollo.',
      link: 'Prepara una dichiarazione',
    },
    rettifica: {
      titolo: 'Correggere un errore',
      testo: 'Un dato è scritto male, o manca? Chiedi al tuo comune di correggerlo: risponde entro un mese.',
      link: 'Chiedi una correzione',
    },
    richieste: {
      titolo: 'Seguire le tue richieste',
      testo: 'A che punto sono, che cosa ti chiede il comune, che cosa ha deciso.',
      link: 'Le mie richieste',
    },
    accessi: {
      titolo: 'Sapere chi ti ha cercato',
      testo: 'Quale ufficio ha letto o cambiato la tua scheda, quando, e perché.',
      link: 'Chi ha visto i miei dati',
    },
    profilo: {
      titolo: 'Farti raggiungere',
      testo: 'E-mail, telefono, domicilio digitale, avvisi, e le sessioni aperte.',
      link: 'Profilo',
    },
  },
}
