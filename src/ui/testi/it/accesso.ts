/** The three identities, until login exists. */
export const accesso = {
  titolo: 'Accesso',
  descrizione: 'Con quali identità digitali si entrerà nei servizi di ANPR: CIE, SPID e CNS.',
  sommario: 'Nei servizi al cittadino si entrerà con un’identità digitale. Le identità ammesse sono tre.',
  aggiornata: '2026-11-25',
  presto: {
    titolo: 'L’accesso non è ancora attivo',
    testo:
      'Stiamo costruendo l’area riservata. Intanto puoi procurarti una delle tre identità: valgono anche per gli altri servizi pubblici.',
  },
  identitaTitolo: 'Le tre identità',
  perChi: 'Per chi',
  comeSiOttiene: 'Come si ottiene',
  identita: [
    {
      icona: 'tessera' as 'tessera' | 'utente' | 'chiave',
      sigla: 'CIE',
      nome: 'CIE, Carta d’Identità Elettronica',
      perChi: 'Chi ha la carta d’identità elettronica e i suoi codici.',
      come: 'Si chiede al comune di residenza o di dimora; chi vive all’estero la chiede al consolato.',
      entra: 'Entra con CIE',
      link: { testo: 'Il sito della CIE', href: 'https://www.cartaidentita.interno.gov.it/' },
    },
    {
      icona: 'chiave' as const,
      sigla: 'CNS',
      nome: 'CNS, Carta Nazionale dei Servizi',
      perChi: 'Chi ha una smart card con certificato, anche la Tessera Sanitaria abilitata, e un lettore.',
      come: 'Si chiede all’ente che la rilascia; per la Tessera Sanitaria, all’azienda sanitaria.',
      entra: 'Entra con CNS',
      link: {
        testo: 'La CNS sul sito di AgID',
        href: 'https://www.agid.gov.it/it/piattaforme/carta-nazionale-servizi',
      },
    },
    {
      icona: 'utente' as const,
      sigla: 'SPID',
      nome: 'SPID, Sistema Pubblico di Identità Digitale',
      perChi: 'Chi ha compiuto diciotto anni e ha un documento italiano e il codice fiscale.',
      come: 'Si chiede a uno dei gestori riconosciuti, di persona o a distanza.',
      entra: 'Entra con SPID',
      link: { testo: 'Richiedi SPID', href: 'https://www.spid.gov.it/cos-e-spid/come-attivare-spid/' },
    },
  ],
}
