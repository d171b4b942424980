const quanti = (n: number, uno: string, molti: string) => (n === 1 ? uno : molti)

/** One's own requests: what has become of them. */
export const richieste = {
  titolo: 'Le mie richieste',
  descrizione: 'Le richieste di correzione che hai fatto, a che punto sono, e che cosa puoi fare.',
  sommario: 'Le correzioni che hai chiesto: a che punto sono, e che cosa manca.',
  nessuna: 'Non hai ancora inviato richieste.',
  chiedi: { testo: 'Chiedi una correzione', href: '/cittadino/rettifica' },
  bozza: {
    titolo: 'Hai una richiesta non ancora inviata',
    testo: (dati: number) => `Ha ${dati} ${quanti(dati, 'dato', 'dati')}. Il comune non la vede finché non la invii.`,
    riprendi: { testo: 'Riprendi la bozza', href: '/cittadino/rettifica' },
  },
  numero: (n: string) => `Richiesta n. ${n}`,
  apri: 'Apri',
  /** By the state's name (src/richieste/stati.ts). */
  stati: {
    bozza: { nome: 'Bozza', frase: 'Non è ancora inviata: il comune non la vede.' },
    aperta: { nome: 'Ricevuta', frase: 'Il comune l’ha ricevuta e non l’ha ancora presa in carico.' },
    'in lavorazione': { nome: 'In lavorazione', frase: 'Il comune la sta esaminando.' },
    sospesa: { nome: 'Aspetta te', frase: 'Il comune ti ha chiesto qualcosa: finché non rispondi non va avanti.' },
    integrata: { nome: 'Hai risposto', frase: 'Hai mandato quello che mancava: ora tocca al comune.' },
    accolta: { nome: 'Accolta', frase: 'Il comune ha corretto i dati.' },
    respinta: { nome: 'Respinta', frase: 'Il comune non ha corretto i dati.' },
    irricevibile: { nome: 'Non ricevibile', frase: 'Il comune non ha potuto esaminarla: qui sotto c’è perché.' },
  } as Readonly<Record<string, { nome: string; frase: string }>>,
  ritirata: { nome: 'Ritirata', frase: 'L’hai ritirata tu: il comune non la esamina più.' },
  inParte: { nome: 'Accolta in parte', frase: 'Il comune ha corretto alcuni dati e altri no: qui sotto quali.' },
  /** By `MOTIVI_PROROGA`, for citizen and officer alike. */
  motiviProroga: {
    complessita: 'la richiesta è complessa',
    numero: 'le richieste arrivate sono molte',
  } as Readonly<Record<string, string>>,
  termine: {
    titolo: 'Quando risponde il comune',
    entro: 'Entro il',
    restano: (giorni: number) =>
      giorni === 0
        ? 'L’ultimo giorno è oggi.'
        : `${quanti(giorni, 'Manca', 'Mancano')} ${giorni} ${quanti(giorni, 'giorno', 'giorni')}.`,
    passato: (giorni: number) =>
      `Il termine è passato da ${giorni} ${quanti(giorni, 'giorno', 'giorni')}. Puoi scrivere al comune qui sotto, o usare i rimedi in fondo alla pagina.`,
    prorogato: 'Il comune ha preso due mesi in più, per questo motivo:',
    legge:
      'È il termine di legge: un mese dal giorno dopo la ricezione, spostato al primo giorno non festivo (regolamento UE 2016/679, articolo 12; regolamento CEE 1182/71).',
    chiusa: 'Chiusa il',
  },
  appena: {
    titolo: 'Richiesta inviata',
    testo: (numero: string) => `Il suo numero è ${numero}. Il comune l’ha ricevuta: la ricevuta in PDF è qui sotto.`,
    email: (indirizzo: string) => `Te la confermiamo anche per e-mail, a ${indirizzo}.`,
  },
  esiti: {
    integrata: 'Quello che hai mandato è arrivato al comune.',
    ritirata: 'La richiesta è stata ritirata.',
    scritto: 'Il messaggio è arrivato al comune.',
    cambiata: 'Nel frattempo la richiesta è cambiata: qui vedi com’è adesso.',
  } as Readonly<Record<string, string>>,
  dati: {
    titolo: 'Dati',
    di: (nome: string) => `di ${nome}`,
    altro: 'di una persona della tua famiglia',
    oggi: 'Com’era',
    giusto: 'Come deve essere',
    manca: 'mancava',
    nota: 'La tua nota',
    esiti: { accolto: 'Corretto', respinto: 'Non corretto' },
    esitoNota: 'Il comune scrive',
    visura: { testo: 'Guardalo nei tuoi dati', href: '/cittadino/visura' },
  },
  documenti: { titolo: 'Documenti', nessuno: 'Nessun documento.', tuo: 'tuo', delComune: 'del comune' },
  integra: {
    titolo: 'Rispondi al comune',
    chiede: 'Il comune ti ha scritto:',
    testo: 'Aggiungi i documenti che servono, poi invia la risposta: la richiesta torna al comune.',
    campo: 'La tua risposta',
    aiuto: (massimo: string) => `Due parole su quello che mandi. Al massimo ${massimo} caratteri.`,
    invia: 'Invia la risposta',
    vuota: 'Scrivi due parole, o aggiungi almeno un documento.',
    lunga: (massimo: string) => `La risposta è troppo lunga: al massimo ${massimo} caratteri.`,
  },
  messaggi: {
    titolo: 'Messaggi con il comune',
    nessuno: 'Nessun messaggio.',
    tu: 'Tu',
    comune: 'Il comune',
    campo: 'Scrivi al comune',
    aiuto: (massimo: string) =>
      `Un messaggio non cambia lo stato della richiesta e non sposta il termine. Al massimo ${massimo} caratteri.`,
    invia: 'Invia il messaggio',
    vuoto: 'Il messaggio è vuoto: scrivilo.',
    lungo: (massimo: string) => `Il messaggio è troppo lungo: al massimo ${massimo} caratteri.`,
    chiusa: 'La richiesta è chiusa: da qui non ci si scrive più.',
  },
  storia: {
    titolo: 'Che cosa è successo',
    /** By move. */
    mosse: {
      invia: 'Hai inviato la richiesta',
      prendi: 'Il comune l’ha presa in carico',
      rimetti: 'Il comune l’ha rimessa tra quelle da prendere',
      irricevibile: 'Il comune non ha potuto riceverla',
      sospendi: 'Il comune ti ha chiesto altro',
      integra: 'Hai risposto',
      accogli: 'Il comune ha deciso: accolta',
      chiudi: 'Il dato è stato corretto, e la richiesta chiusa',
      respingi: 'Il comune ha deciso: respinta',
      ritira: 'Hai ritirato la richiesta',
      correggi: 'Su una parte della richiesta si è deciso',
      annulla: 'Una correzione è stata annullata: il comune la riesamina',
      proroga: 'Il comune ha preso due mesi in più',
    } as Readonly<Record<string, string>>,
    alle: (giorno: string, ora: string) => `${giorno}, alle ${ora}`,
    motivo: 'Motivo',
  },
  ricevuta: {
    scarica: 'Scarica la ricevuta (PDF)',
    file: (numero: string) => `richiesta-${numero}.pdf`,
  },
  ritira: {
    vai: 'Ritira la richiesta',
    titolo: 'Ritiri la richiesta?',
    testo: 'Il comune non la esamina più. Se poi ti serve ne puoi fare un’altra, con un termine nuovo.',
    si: 'Sì, ritirala',
    no: 'No, torna alla richiesta',
  },
  rimedi: {
    titolo: 'Se non sei d’accordo, o la risposta non arriva',
    voci: [
      {
        termine: 'Reclamo al Garante',
        testo:
          'Al Garante per la protezione dei dati personali, gratis e senza avvocato (regolamento UE 2016/679, articolo 77).',
        link: { testo: 'Garante per la protezione dei dati personali', href: 'https://www.garanteprivacy.it/' },
      },
      {
        termine: 'Ricorso al tribunale',
        testo:
          'Al tribunale ordinario del luogo in cui risiedi (regolamento UE 2016/679, articolo 79; D.Lgs. 150/2011, articolo 10).',
      },
      {
        termine: 'Ricorso al prefetto',
        testo:
          'Se il comune rifiuta un certificato, o ne rilascia uno con errori, si può ricorrere al prefetto entro trenta giorni (D.P.R. 223/1989, articolo 36).',
      },
      {
        termine: 'Se è sbagliato un atto di stato civile',
        testo:
          'L’anagrafe copia gli atti: se l’errore è nell’atto, lo corregge l’ufficiale di stato civile, o il tribunale (D.P.R. 396/2000, articoli 95 e 98).',
      },
    ] as readonly { termine: string; testo: string; link?: { testo: string; href: string } }[],
  },
}
