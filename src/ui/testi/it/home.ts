/** The home, band by band. */
export const paginaHome = {
  titolo: 'Un’anagrafe sola, per tutta l’Italia',
  descrizione:
    'ANPR è l’anagrafe unica dei residenti in Italia e degli italiani all’estero: quanti cittadini e comuni ne fanno parte, e a che cosa serve.',
  sommario:
    'ANPR riunisce le anagrafi dei comuni: i tuoi dati stanno in un solo posto, aggiornati una volta e validi ovunque.',
  scopri: 'Scopri il progetto',
  aChePunto: 'A che punto è il tuo Comune?',
  cifre: {
    titolo: 'ANPR in cifre',
    // all’8, all’11: the days whose name begins with a vowel.
    datiAl: (giorno: number): string =>
      giorno === 8 || giorno === 11 ? 'Dati aggiornati all’' : 'Dati aggiornati al ',
    mancano: 'Le cifre non ci sono ancora',
    mancanoTesto:
      'Il conteggio si fa ogni notte a mezzanotte. Appena il primo comune entra in ANPR, da qui si vede quanti cittadini e quanti comuni ne fanno parte.',
    cittadini: 'Cittadini in ANPR',
    composizione: (residenti: string, aire: string) =>
      `${residenti} residenti in Italia e ${aire} iscritti all’AIRE, l’anagrafe degli italiani all’estero`,
    comuni: 'Comuni in ANPR',
    suTotale: (totale: string, quota: string | undefined) =>
      quota ? `su ${totale} comuni italiani: il ${quota}` : `su ${totale} comuni italiani`,
    avanzamento: 'Il cammino dei comuni',
    parti: { in: 'In ANPR', pianificati: 'Con data di ingresso', nonIn: 'Non ancora in ANPR' },
    statistiche: 'Tutte le statistiche',
  },
  comuni: {
    titolo: 'Il tuo Comune',
    aChePunto: {
      titolo: 'A che punto è il tuo Comune?',
      testo: 'Scrivi il nome: vedi se è già in ANPR, da quando, o che cosa gli manca per entrare.',
      campo: 'Nome del comune',
      invia: 'Cerca',
    },
    nonIn: {
      titolo: 'Comuni non ancora in ANPR',
      pianificati: (quanti: string) => `Altri ${quanti} hanno già una data di ingresso.`,
      unPianificato: 'Un altro ha già una data di ingresso.',
      nessunPianificato: 'Nessun altro ha per ora una data di ingresso.',
      senzaCifre: 'Quali comuni devono ancora portare la propria anagrafe.',
      link: { testo: 'Quali sono', href: '/comuni/non-in-anpr' },
    },
    contributo: {
      titolo: 'Il contributo ai comuni',
      testo: (meno: string, più: string) =>
        `Da ${meno} a ${più} euro, secondo gli abitanti, dal Dipartimento della Funzione Pubblica al comune che entra in ANPR.`,
      link: { testo: 'A chi spetta e come si chiede', href: '/contributo' },
    },
  },
  servizi: {
    titolo: 'Servizi al cittadino',
    sommario:
      'Con la tua identità digitale leggi e usi i tuoi dati anagrafici, e chiedi di correggere quelli sbagliati.',
    elenco: [
      {
        titolo: 'Leggere i tuoi dati',
        testo: 'Le tue generalità, la tua famiglia, il tuo atto di nascita.',
        perChi: 'Per chi risiede in un comune già in ANPR',
        icona: 'documenti' as 'documenti' | 'firma' | 'correzione',
        href: '/cittadino/visura',
      },
      {
        titolo: 'Autocertificare',
        testo: 'Dichiarazioni sostitutive già compilate con i tuoi dati, da firmare e consegnare.',
        perChi: 'Per chi risiede in un comune già in ANPR',
        icona: 'firma' as const,
        href: '/cittadino/dichiarazioni',
      },
      {
        titolo: 'Chiedere una rettifica',
        testo: 'Se un dato è sbagliato, chiedi al tuo comune di correggerlo.',
        perChi: 'Un comune alla volta',
        icona: 'correzione' as const,
        href: '/cittadino/rettifica',
        rettifica: true,
      },
    ] as {
      titolo: string
      testo: string
      perChi: string
      icona: 'documenti' | 'firma' | 'correzione'
      href: string
      /** for whom follows where it is open */
      rettifica?: boolean
    }[],
    rettifica: {
      ovunque: 'Per chi è iscritto in un comune già in ANPR',
      nessuno: 'Non ancora aperto in nessun comune',
      alcuni: 'Per ora solo per chi è iscritto in uno di questi comuni:',
      molti: (quanti: string) => `Per ora per chi è iscritto in uno dei ${quanti} comuni in cui è aperto`,
    },
    identita: 'Con che cosa si entra',
    perChi: 'Per chi',
    comeSiOttiene: 'Come si ottiene',
  },
  progetto: {
    titolo: 'Il progetto',
    parti: [
      {
        titolo: 'I vantaggi',
        testo:
          'Un dato scritto in un posto solo non va copiato, spedito e confrontato: meno certificati da portare, meno errori da correggere.',
        icona: 'vantaggi' as 'vantaggi' | 'grafico' | 'strumenti',
        link: { testo: 'Che cosa cambia, e per chi', href: '/progetto#vantaggi' },
      },
      {
        titolo: 'Stato di avanzamento',
        testo:
          'Quanti cittadini e quanti comuni sono in ANPR, regione per regione: le cifre si contano di nuovo ogni notte.',
        icona: 'grafico' as const,
        link: { testo: 'Le statistiche', href: '/stato-di-avanzamento/statistiche' },
      },
      {
        titolo: 'Strumenti di lavoro',
        testo:
          'Per chi tiene un’anagrafe e per chi ne scrive il software: norme, tabelle di decodifica, archivio dei comuni, formazione.',
        icona: 'strumenti' as const,
        link: { testo: 'Documenti e tabelle', href: '/strumenti-di-lavoro' },
      },
    ],
  },
  notizie: { titolo: 'Ultime notizie', tutte: 'Tutte le notizie' },
  storia: {
    titolo: 'La storia di ANPR',
    sommario: 'Dal primo comune, nel 2016, a tutta l’Italia.',
    tutta: 'Tutta la storia',
  },
}
