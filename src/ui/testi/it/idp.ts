/** The demo's invented identity provider. */
export const idp = {
  titolo: 'Gestore di identità di prova',
  descrizione: 'Gestore di identità finto della dimostrazione: si sceglie con chi entrare.',
  sommario:
    'Fa le veci di SPID e della CIE nella dimostrazione. Le persone sono inventate, i messaggi sono firmati davvero.',
  nomi: {
    spid: 'Gestore di prova',
    altro: 'Secondo gestore di prova',
    eidas: 'Nodo eIDAS di prova',
    cie: 'CIE di prova',
  },
  senzaDomanda: {
    titolo: 'Comincia da ANPR',
    testo: 'A questa pagina si arriva scegliendo un gestore di prova tra i modi per entrare.',
    link: 'Vai ai modi per entrare',
  },
  domandaCattiva: {
    titolo: 'Richiesta non valida',
    testo:
      'La richiesta di accesso non è firmata dal servizio, o è rovinata. Un gestore vero mostrerebbe qui il suo errore.',
  },
  chiede: (servizio: string) => `Il servizio ${servizio} chiede chi sei.`,
  livelloChiesto: (n: number) => `Livello richiesto: ${n} o più alto.`,
  chi: 'Con chi vuoi entrare?',
  operatori: 'Oppure con un operatore inventato, abilitato nel suo ufficio',
  senzaScheda: 'Comune non ancora in ANPR, o nessuna scheda',
  codiceFiscale: 'Codice fiscale',
  aiutoCodice: 'Se lo scrivi, vale al posto della scelta qui sopra. Il nome si prende dall’anagrafe di prova.',
  codiceSbagliato: 'Scrivi un codice fiscale di 16 caratteri, per esempio FMGGLI79E54F205A.',
  nessuno: 'Scegli una persona, o scrivi un codice fiscale.',
  livello: 'Livello dell’identità',
  livelli: { 1: '1: password', 2: '2: password e secondo fattore', 3: '3: carta e PIN' },
  sviluppatori: 'Per chi sviluppa: risposte sbagliate',
  sviluppatoriTesto:
    'Ogni risposta ha un solo difetto, con il numero della lista di AgID o il nostro. ANPR deve rifiutarle tutte, tranne quelle segnate good.',
  caso: 'Risposta',
  entra: 'Entra',
  annulla: 'Annulla',
  pronta: {
    titolo: 'Risposta pronta',
    testo: 'La risposta firmata torna ad ANPR. Se non succede da solo, premi il bottone.',
    torna: 'Torna ad ANPR',
  },
}
