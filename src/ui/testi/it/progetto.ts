import { FORUM, pagina } from './tipi.ts'

/** The project: what, for whom, how one gets in, who works on it. */
export const progetto = pagina({
  titolo: 'Il progetto',
  descrizione:
    'Che cos’è l’Anagrafe Nazionale della Popolazione Residente, quali vantaggi porta e come vi entra un comune.',
  sommario: 'Da migliaia di anagrafi separate a una sola: che cosa cambia, per chi, e come ci si arriva.',
  aggiornata: '2026-11-25',
  sezioni: [
    {
      id: 'anpr',
      titolo: 'Che cos’è ANPR',
      testo: [
        'ANPR è l’anagrafe nazionale delle persone che risiedono in Italia e dei cittadini italiani che vivono all’estero. L’ha istituita l’articolo 2 del decreto-legge 179 del 2012, che ha riscritto l’articolo 62 del Codice dell’amministrazione digitale; il decreto del Presidente del Consiglio dei ministri 194 del 2014 dice come funziona.',
        'Ogni comune vi porta la propria anagrafe una sola volta, con un’operazione che si chiama subentro. Da quel momento nascite, decessi, trasferimenti e cambiamenti della famiglia si registrano direttamente lì. L’ufficiale d’anagrafe resta responsabile dei dati dei suoi residenti: cambia il posto in cui sono scritti, non chi li cura.',
      ],
    },
    {
      id: 'vantaggi',
      titolo: 'I vantaggi',
      testo: ['Un dato scritto in un posto solo non va copiato, spedito e confrontato. Per questo, dopo il subentro:'],
      elenco: [
        'il cittadino può chiedere un certificato in qualsiasi comune, e non deve ripetere a ogni ufficio dove abita;',
        'i comuni già in ANPR non si scambiano più i modelli dei cambi di residenza, né trasmettono a parte le variazioni a INA-SAIA, ANAG-AIRE e INPS;',
        'gli enti pubblici leggono un dato aggiornato invece di una copia, e ogni lettura resta registrata.',
      ],
    },
    {
      id: 'per-chi',
      titolo: 'Per chi',
      testo: ['Il vantaggio è di tutti, ma non è lo stesso per tutti:'],
      elenco: [
        'cittadini: un dato corretto una volta è corretto ovunque; si potrà leggerlo, e chiedere di rettificarlo, da casa;',
        'imprese: un cliente o un dipendente può autocertificare dati aggiornati, senza passare da uno sportello;',
        'pubbliche amministrazioni: si verifica un dato alla fonte, per il compito che la legge affida, invece di tenerne una copia.',
      ],
    },
    {
      id: 'ingresso',
      titolo: 'Come entra un comune',
      testo: ['Tra la decisione e l’ingresso passano in media due mesi. I passi sono sempre gli stessi:'],
      passi: true,
      elenco: [
        'Sceglie il software con cui lavorerà e registra gli utenti e le postazioni: è il censimento.',
        'Riceve dalla prefettura le smart card degli operatori e nomina i responsabili locali della sicurezza.',
        'È abilitato e fa il pre-subentro: invia la propria anagrafe in prova, quante volte vuole, e riceve l’elenco delle anomalie.',
        'Corregge quello che conviene correggere. Una sola anomalia dei dati personali ferma l’ingresso: una persona che non sta in nessuna famiglia e in nessuna convivenza.',
        'Sceglie il periodo e la data preferita, che sono due cose diverse.',
        'Fa il subentro: da quel giorno la sua anagrafe è ANPR.',
      ],
    },
    {
      id: 'cifre',
      titolo: 'A che punto siamo',
      testo: [
        [
          'Quanti cittadini e quanti comuni sono in ANPR si conta ogni notte: le cifre sono nello ',
          { testo: 'Stato di avanzamento', href: '/stato-di-avanzamento/statistiche' },
          ', il cammino fatto fin qui nella ',
          { testo: 'storia di ANPR', href: '/storia' },
          '.',
        ],
      ],
    },
    {
      id: 'chi-ci-lavora',
      titolo: 'Chi ci lavora',
      testo: [
        'Titolare di ANPR è il Ministero dell’Interno. Il Dipartimento per la trasformazione digitale ha seguito il progetto e accompagnato i comuni e chi ne scrive il software. I comuni curano i dati dei loro residenti, le prefetture consegnano le smart card e seguono i comuni della provincia.',
      ],
    },
    {
      id: 'restare-informati',
      titolo: 'Restare informati',
      testo: [
        [
          'Le novità sono tra le ',
          { testo: 'notizie', href: '/notizie' },
          ', anche in ',
          { testo: 'formato RSS', href: '/notizie/rss.xml' },
          '. Comuni e software house discutono sul ',
          { testo: 'forum di Italia', href: FORUM },
          '. Per i giornalisti c’è l’',
          { testo: 'ufficio stampa', href: '/contatti#stampa' },
          '; la ',
          { testo: 'newsletter', href: '/contatti#newsletter' },
          ' non è ancora attiva.',
        ],
      ],
    },
    {
      id: 'norme',
      titolo: 'Le norme',
      testo: ['Le principali, in ordine di materia:'],
      elenco: [
        'Codice dell’amministrazione digitale (decreto legislativo 82 del 2005), articolo 62: istituisce ANPR.',
        'D.P.C.M. 10 novembre 2014, n. 194: modalità di attuazione, di funzionamento e piano del subentro.',
        'Legge 1228 del 1954 e D.P.R. 223 del 1989: l’anagrafe della popolazione residente e il suo regolamento.',
        'Legge 470 del 1988 e D.P.R. 323 del 1989: l’anagrafe degli italiani residenti all’estero.',
        'Regolamento (UE) 2016/679, articoli 15 e 16: il diritto di leggere i propri dati e di farli correggere.',
      ],
    },
  ],
})
