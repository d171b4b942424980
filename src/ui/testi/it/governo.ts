// The ministry's pages: where rettifica is open, the tables of data, who works for it and for the prefetture.

export const governo = {
  apertura: {
    titolo: 'Dove si può chiedere la rettifica',
    sommario: 'In quali comuni e da quando i cittadini possono chiedere di correggere i propri dati.',
    ora: 'Come stanno le cose',
    nessuna: 'In nessun comune si può chiedere la rettifica.',
    ovunque: 'Tutti i comuni',
    dal: 'dal',
    al: 'al',
    senzaFine: 'senza una fine',
    stati: { aperta: 'aperta', futura: 'non ancora', finita: 'finita' },
    fine: (dove: string) =>
      `Ultimo giorno per ${dove.toLowerCase() === 'tutti i comuni' ? 'tutti i comuni' : dove}; vuoto: senza una fine`,
    cambia: 'Cambia',
    apriTitolo: 'Apri la rettifica',
    apri: 'Apri la rettifica',
    campi: {
      dove: 'Dove',
      unComune: 'In un comune',
      tutti: 'In tutti i comuni',
      comune: { nome: 'Comune', aiuto: 'Nome per intero o codice ISTAT di sei cifre; non serve per tutti i comuni.' },
      dal: { nome: 'Primo giorno', aiuto: 'Da oggi in poi.' },
      al: { nome: 'Ultimo giorno', aiuto: 'Lascialo vuoto se non c’è una fine.' },
    },
    guasti: {
      ignoto: 'Nessun comune attivo si chiama così: scrivi il nome per intero, o il codice ISTAT di sei cifre.',
      vuoto: 'Questo campo serve: compilalo.',
      giorno: 'Scrivi un giorno del calendario.',
      passato: 'Questo giorno è passato: nessuno potrebbe più fare una richiesta. Scegli oggi o un giorno dopo.',
      prima: 'L’ultimo giorno viene prima del primo.',
    },
    storia: 'Chi ha cambiato che cosa',
    senzaStoria: 'Nessuno ha ancora cambiato nulla.',
    storiaDidascalia: 'Cambiamenti, dal più recente',
    storiaColonne: ['Giorno', 'Dove', 'Che cosa', 'Chi'],
    programma: 'il programma',
  },
}
