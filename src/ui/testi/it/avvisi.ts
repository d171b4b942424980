/** What a notice to a citizen says besides the number: what happened, and what to do now. */
interface Passo {
  /** after "Richiesta n. …: " */
  oggetto: string
  cosa: string
  fare: string
}
interface Dati {
  numero: string
  /** last lawful day, in words; of a closed request it says nothing */
  entro: string
  /** some of the data were accepted, some not */
  inParte: boolean
}
const risponde = (entro: string) => `Il comune deve risponderti entro il ${entro}.`
const RICORSI = 'Lì trovi anche a chi puoi rivolgerti se non sei d’accordo.'

/** Notices of requests: to the citizen, to offices, and how the delivery log calls them. Nothing personal but the number. */
export const avvisi = {
  cittadino: {
    invia: d => ({
      oggetto: 'l’abbiamo ricevuta',
      cosa: `Abbiamo ricevuto la tua richiesta di rettifica n. ${d.numero} e l’abbiamo consegnata al tuo comune. ${risponde(d.entro)}`,
      fare: 'Non devi fare altro. Conserva il numero: serve a ritrovare la richiesta.',
    }),
    prendi: d => ({
      oggetto: 'il comune la sta esaminando',
      cosa: `Il tuo comune ha preso in carico la richiesta di rettifica n. ${d.numero}. ${risponde(d.entro)}`,
      fare: 'Non devi fare niente.',
    }),
    rimetti: d => ({
      oggetto: 'torna tra quelle da esaminare',
      cosa: `La richiesta di rettifica n. ${d.numero} era stata presa in carico per errore: torna tra quelle da esaminare. Il termine non cambia. ${risponde(d.entro)}`,
      fare: 'Non devi fare niente.',
    }),
    irricevibile: d => ({
      oggetto: 'il comune non può esaminarla',
      cosa: `Il comune ha dichiarato irricevibile la richiesta di rettifica n. ${d.numero}: con questa procedura non può correggere quello che hai chiesto. La richiesta è chiusa.`,
      fare: `Leggi il motivo nella pagina della richiesta: spesso c’è un’altra strada. ${RICORSI}`,
    }),
    sospendi: d => ({
      oggetto: 'il comune ti chiede qualcosa',
      cosa: `Il comune ha sospeso la richiesta di rettifica n. ${d.numero}: per decidere gli servono altre informazioni o altri documenti.`,
      fare: `Leggi che cosa ti chiede e rispondi dalla pagina della richiesta, appena puoi: il termine del comune resta il ${d.entro}.`,
    }),
    integra: d => ({
      oggetto: 'abbiamo ricevuto la tua risposta',
      cosa: `Abbiamo consegnato al comune quello che hai aggiunto alla richiesta di rettifica n. ${d.numero}. ${risponde(d.entro)}`,
      fare: 'Non devi fare altro.',
    }),
    accogli: d =>
      d.inParte
        ? {
            oggetto: 'accolta in parte',
            cosa: `Il comune ha accolto in parte la richiesta di rettifica n. ${d.numero}: alcuni dati sono stati corretti, altri no. La richiesta è chiusa.`,
            fare: `Leggi nella pagina della richiesta che cosa è stato deciso per ogni dato, e perché. ${RICORSI}`,
          }
        : {
            oggetto: 'accolta',
            cosa: `Il comune ha accolto la richiesta di rettifica n. ${d.numero}. La richiesta è chiusa.`,
            fare: 'Controlla nella visura che i dati siano come li avevi chiesti.',
          },
    chiudi: d => ({
      oggetto: 'i dati sono stati corretti',
      cosa: `Il comune ha corretto quello che avevi chiesto con la richiesta di rettifica n. ${d.numero}. La richiesta è chiusa.`,
      fare: 'Controlla nella visura che i dati siano come li avevi chiesti.',
    }),
    respingi: d => ({
      oggetto: 'respinta',
      cosa: `Il comune ha respinto la richiesta di rettifica n. ${d.numero}: i dati restano come sono. La richiesta è chiusa.`,
      fare: `Leggi il perché nella pagina della richiesta. ${RICORSI}`,
    }),
    ritira: d => ({
      oggetto: 'l’hai ritirata',
      cosa: `Hai ritirato la richiesta di rettifica n. ${d.numero}: è chiusa, e i dati restano come sono.`,
      fare: 'Se ti serve ancora, fanne un’altra. Se non l’hai ritirata tu, entra nella tua area e chiudi le sessioni che non riconosci.',
    }),
    proroga: d => ({
      oggetto: 'il comune ha bisogno di più tempo',
      cosa: `Il comune ha prorogato il termine della richiesta di rettifica n. ${d.numero}: deve risponderti entro il ${d.entro}. Le ragioni sono scritte nella pagina della richiesta.`,
      fare: `Non devi fare niente. Se le ragioni non ti convincono, nella pagina della richiesta trovi a chi puoi rivolgerti.`,
    }),
    'messaggio del comune': d => ({
      oggetto: 'il comune ti ha scritto',
      cosa: `C’è un messaggio del comune sulla richiesta di rettifica n. ${d.numero}.`,
      fare: 'Leggilo nella pagina della richiesta; se serve, rispondi da lì.',
    }),
  } satisfies Record<string, (d: Dati) => Passo>,
  oggettoCittadino: (numero: string, oggetto: string) => `ANPR, richiesta n. ${numero}: ${oggetto}`,
  testoCittadino: (p: Passo, link: string, coda: string) =>
    `${p.cosa}\n\nChe cosa fare adesso\n${p.fare}\n\nLe tue richieste (entri con SPID, CIE o CNS):\n${link}\n\n${coda}`,
  /** by channel: how it came to her */
  code: {
    email:
      'Questo messaggio parte da solo: non rispondere a questo indirizzo. Non ti chiediamo mai password o codici per e-mail. Gli avvisi per e-mail si spengono nel tuo profilo.',
    pec: 'Questo messaggio parte da solo: non rispondere a questo indirizzo. Arriva alla PEC che hai indicato nella richiesta.',
    domicilio:
      'Questo messaggio parte da solo: non rispondere a questo indirizzo. Arriva al tuo domicilio digitale, come sta in INAD.',
  },
  ufficio: {
    invia: d => `n. ${d.numero}: nuova richiesta, da trattare entro il ${d.entro}`,
    integra: d => `n. ${d.numero}: il cittadino ha risposto alla sospensione; da trattare entro il ${d.entro}`,
    ritira: d => `n. ${d.numero}: il cittadino l’ha ritirata`,
    chiudi: d => `n. ${d.numero}: chiusa da sola, perché quello che chiedeva è stato corretto`,
    'messaggio del cittadino': d => `n. ${d.numero}: un messaggio del cittadino`,
    'scade tra 7 giorni': d => `n. ${d.numero}: da trattare entro il ${d.entro}`,
    'scade tra 2 giorni': d => `n. ${d.numero}: da trattare entro il ${d.entro}, mancano al più due giorni`,
    scaduta: d => `n. ${d.numero}: il termine di legge è passato il ${d.legge}`,
  } satisfies Record<string, (d: { numero: string; entro: string; legge: string }) => string>,
  diComune: (comune: string, riga: string) => `${comune}, ${riga}`,
  oggettoUfficio: (righe: readonly string[]) =>
    righe.length === 1 ? `ANPR, richiesta ${righe[0]}` : `ANPR, richieste di rettifica: ${righe.length} novità`,
  testoUfficio: (righe: readonly string[], link: string) =>
    `Richieste di rettifica\n\n${righe.map(r => `- ${r}`).join('\n')}\n\nTrovi tutto nell’applicazione:\n${link}\n\nQuesto messaggio parte da solo: non rispondere a questo indirizzo. A chi scriviamo, e se una volta per richiesta o al giorno, lo sceglie l’ufficio nell’applicazione.`,
  /** the delivery log */
  registro: {
    titolo: 'Avvisi spediti',
    vuoto: 'Nessun avviso ancora.',
    eventi: {
      invia: 'Richiesta inviata',
      prendi: 'Presa in carico',
      rimetti: 'Rimessa tra quelle da esaminare',
      irricevibile: 'Dichiarata irricevibile',
      sospendi: 'Sospesa',
      integra: 'Risposta alla sospensione',
      accogli: 'Accolta',
      chiudi: 'Chiusa dopo la correzione',
      respingi: 'Respinta',
      ritira: 'Ritirata',
      proroga: 'Termine prorogato',
      correggi: 'Dati corretti',
      annulla: 'Correzione annullata',
      'messaggio del comune': 'Messaggio del comune',
      'messaggio del cittadino': 'Messaggio del cittadino',
      'scade tra 7 giorni': 'In scadenza tra sette giorni',
      'scade tra 2 giorni': 'In scadenza tra due giorni',
      scaduta: 'Termine di legge passato',
    },
    a: { cittadino: 'al cittadino', comune: 'al comune', prefettura: 'alla prefettura' },
    canali: { email: 'e-mail', pec: 'PEC', domicilio: 'domicilio digitale' },
    fonti: {
      richiesta: 'indirizzo dato con la richiesta',
      profilo: 'indirizzo del profilo',
      INAD: 'indirizzo letto da INAD',
      ufficio: 'indirizzo scelto dall’ufficio',
    },
    /** what became of it; `attesa`: the address is being looked for, or its hour has not come; `viaggio`: in the outbox */
    esiti: {
      attesa: 'in attesa di partire',
      viaggio: 'in partenza',
      consegnato: 'preso in carico dal server di posta',
      rifiutato: 'rifiutato dal server di posta: l’indirizzo è sbagliato, o non esiste più',
      scaduto: 'non partito in cinque giorni di tentativi',
      spento: 'non spedito: il cittadino ha spento gli avvisi per e-mail',
      'senza indirizzo': 'non spedito: non c’è un indirizzo',
      'senza canale': 'non spedito: da qui questo canale non è attivo',
      superato: 'non spedito: non serviva più',
    },
    tentativi: (quanti: number) => (quanti === 1 ? 'un tentativo' : `${quanti} tentativi`),
  },
}
