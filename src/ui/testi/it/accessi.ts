/** «Chi ha visto i miei dati». */
export const accessi = {
  titolo: 'Chi ha visto i miei dati',
  descrizione: 'Gli uffici che hanno letto o cambiato la tua scheda anagrafica: quando, perché, che cosa.',
  sommario:
    'Ogni volta che qualcuno legge o cambia la tua scheda anagrafica, ANPR lo annota. Qui vedi chi, quando e perché.',
  elenchi: { nome: 'Quali letture', altri: 'Uffici e servizi', mie: 'Le mie letture' },
  periodo: {
    titolo: 'Periodo',
    dal: 'Dal giorno',
    al: 'Al giorno',
    aiuto: 'Per esempio 25/11/2026',
    mostra: 'Mostra',
    errori: {
      dal: '«Dal giorno»: scrivi un giorno che esiste, per esempio 25/11/2026.',
      al: '«Al giorno»: scrivi un giorno che esiste, per esempio 25/11/2026.',
      ordine: '«Al giorno» viene prima di «Dal giorno»: scambiali.',
      futuro: '«Dal giorno» non è ancora arrivato: scrivi oggi o un giorno passato.',
      elenco: 'Questo elenco non c’è: scegli tra «Uffici e servizi» e «Le mie letture».',
      dopo: 'Questa pagina dell’elenco non c’è: riparti dalla più recente.',
    },
  },
  riepilogo: {
    titolo: 'In breve',
    didascalia: (dal: string, al: string) => `Quante volte, ufficio per ufficio, dal ${dal} al ${al}`,
    intestazioni: { ufficio: 'Ufficio', letture: 'Letture', modifiche: 'Modifiche' },
  },
  elenco: {
    titolo: 'Una per una',
    didascalia: {
      altri: (dal: string, al: string) => `Letture e modifiche della tua scheda dal ${dal} al ${al}, dalla più recente`,
      mie: (dal: string, al: string) => `Le volte che tu hai letto i tuoi dati, dal ${dal} al ${al}, dalla più recente`,
    },
    intestazioni: {
      quando: 'Quando',
      giorno: 'Giorno',
      ora: 'Ora',
      chi: 'Chi',
      perche: 'Perché',
      mezzo: 'Con che cosa',
      parti: 'Quali dati',
      operazione: 'Numero dell’operazione',
    },
    quando: (giorno: string, ora: string) => `${giorno}, ore ${ora.slice(0, 5)}`,
    tutta: 'Tutta la scheda',
    lette: (parti: string) => `Letti: ${parti}`,
    cambiate: (parti: string) => `Cambiati: ${parti}`,
    vuoto: {
      altri: 'In questo periodo nessuno ha letto o cambiato la tua scheda.',
      mie: 'In questo periodo non hai letto i tuoi dati.',
      ora: 'Prova con un periodo più lungo.',
    },
    passi: 'Pagine dell’elenco',
    piuVecchie: 'Più vecchie',
    dallInizio: 'Dalla più recente',
    csv: 'Scarica l’elenco (CSV)',
    csvNota: 'Tutto il periodo, in un file che si apre con un foglio di calcolo.',
  },
  senzaScheda: {
    titolo: 'Non troviamo la tua scheda',
    testo:
      'L’elenco si può mostrare solo quando il tuo codice fiscale porta a una scheda sola. In «I miei dati» c’è scritto perché manca e che cosa fare.',
    vai: { testo: 'Vai a «I miei dati»', href: '/cittadino/visura' },
  },
  /** Who: by role. `comune` is the office's own, where it has one. */
  uffici: {
    ufficiale: (comune: string | undefined) => `Ufficio anagrafe${comune ? ` del comune di ${comune}` : ''}`,
    software: (comune: string | undefined) => `Programma${comune ? ` del comune di ${comune}` : ' di un comune'}`,
    prefettura: (comune: string | undefined) => `Prefettura${comune ? `, per il comune di ${comune}` : ''}`,
    ministero: () => 'Ministero dell’Interno',
    ente: () => 'Un’altra amministrazione che consulta ANPR',
    cittadino: () => 'Un’altra persona, dalla propria area (per esempio un componente della tua famiglia)',
    sistema: () => 'ANPR, in automatico',
    anonimo: () => 'Non identificato',
  } satisfies Record<string, (comune: string | undefined) => string>,
  io: 'Tu',
  /** Why: by the purpose's name (src/accessi/finalita.ts). */
  finalita: {
    visura: 'La persona ha letto i propri dati',
    verifica: 'L’ufficio ha controllato la scheda',
    operazione: 'Registrazione di un evento anagrafico',
    tentativo: 'È stata chiesta un’operazione sulla scheda: è stata rifiutata, e niente è cambiato',
    sicurezza: 'Pubblica sicurezza: consultazione riservata, ora visibile',
  },
  finalitaIgnota: (codice: number) => `Motivo n. ${codice}`,
  /** Through what: by the service's name; `visura/` stands for all that begin so. An operation has its own name in the
   *  register. */
  servizi: {
    AE: 'Confronto del codice fiscale con l’Agenzia delle Entrate',
    giornale: 'Pagina con la storia della tua scheda',
    accessi: 'Questa pagina',
    'accessi.csv': 'Il file di questo elenco',
    visura: 'Pagina «I miei dati»',
    'visura/': 'Pagina «I miei dati», una sezione',
    'visura/pdf': '«I miei dati» in PDF',
    dichiarazioni: 'Pagina «Dichiarazioni»',
    'dichiarazioni/': 'Pagina «Dichiarazioni»',
    'com/': 'Programma ANPR per i comuni',
    'com/richieste': 'Elenco delle richieste di rettifica, nel programma per i comuni',
    'com/richieste.csv': 'File delle richieste di rettifica, nel programma per i comuni',
    'com/richiesta': 'Una richiesta di rettifica, nel programma per i comuni',
    'com/allegato': 'Un documento allegato a una richiesta, nel programma per i comuni',
    'com/visure': 'Causa di una visura non riuscita, nel programma per i comuni',
    'com/schede': 'Ricerca di una scheda, nel programma per i comuni',
    'com/schede/sportello': 'La tua scheda nel programma per i comuni: allo sportello',
    'com/schede/certificato': 'La tua scheda nel programma per i comuni: per un certificato',
    'com/schede/pratica': 'La tua scheda nel programma per i comuni: per una pratica di anagrafe',
    'com/schede/stato-civile': 'La tua scheda nel programma per i comuni: per lo stato civile',
    'com/schede/elettorale': 'La tua scheda nel programma per i comuni: per le liste elettorali',
    'com/schede/controllo': 'La tua scheda nel programma per i comuni: per il controllo di una dichiarazione',
    'com/schede/rettifica': 'La tua scheda nel programma per i comuni: per una richiesta di rettifica',
    rettifica: 'Pagina «Chiedi una correzione»',
    'rettifica/': 'Pagina «Chiedi una correzione»',
    richieste: 'Pagina «Le mie richieste»',
    'richieste/': 'Pagina «Le mie richieste», una richiesta',
    'richieste/pdf': 'La ricevuta di una richiesta in PDF',
    'dichiarazioni/pdf': 'Una dichiarazione sostitutiva in PDF',
  } as Readonly<Record<string, string>>,
  servizioIgnoto: (nome: string) => `Servizio ${nome}`,
  spiegazioni: {
    titolo: 'Come leggere questo elenco',
    voci: [
      {
        termine: 'Perché non c’è il nome dell’impiegato',
        testo:
          'Hai diritto di sapere quale ufficio ha visto i tuoi dati, quando e perché (regolamento UE 2016/679, art. 15). Il nome di chi ci lavora non ti viene mostrato: se una consultazione non ti torna, chiedi spiegazioni all’ufficio, con il giorno e l’ora che leggi qui.',
      },
      {
        termine: 'Quando un ufficio legge senza cambiare niente',
        testo:
          'Prima di registrare un evento, per esempio un matrimonio, ANPR controlla anche le schede della famiglia. Per questo puoi trovare una lettura per un fatto che riguarda un tuo familiare.',
      },
      {
        termine: 'Consultazioni riservate',
        testo: 'Le consultazioni per ragioni di pubblica sicurezza compaiono solo da quando cessa il segreto.',
      },
      {
        termine: 'L’ingresso del tuo comune in ANPR',
        testo:
          'Quando il comune ha portato il suo registro in ANPR le schede sono state caricate tutte insieme: quel giorno non è in questo elenco, è nella storia della tua scheda.',
      },
      {
        termine: 'Anche questa pagina viene annotata',
        testo:
          'Ogni volta che apri questo elenco la trovi tra «Le mie letture»: se non l’hai aperto tu, chiudi le sessioni aperte nel tuo profilo.',
      },
    ],
  },
}
