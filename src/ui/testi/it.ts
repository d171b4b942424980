// Every word the sites show, in Italian. Another language is a file of the same type (`Testi`) beside this one.
import { accessi } from './it/accessi.ts'
import { accesso } from './it/accesso.ts'
import { accordi } from './it/accordi.ts'
import { andamenti } from './it/andamenti.ts'
import { avvisi } from './it/avvisi.ts'
import { certificati } from './it/certificati.ts'
import { cittadino } from './it/cittadino.ts'
import { com } from './it/com.ts'
import { comuni } from './it/comuni.ts'
import { contributo } from './it/contributo.ts'
import { cornice } from './it/cornice.ts'
import { dichiarazioni } from './it/dichiarazioni.ts'
import { domande } from './it/domande.ts'
import { esportazioni } from './it/esportazioni.ts'
import { governo } from './it/governo.ts'
import { paginaHome } from './it/home.ts'
import { idp } from './it/idp.ts'
import { ingresso } from './it/ingresso.ts'
import { manuali } from './it/manuali.ts'
import { notizie } from './it/notizie.ts'
import { operatori } from './it/operatori.ts'
import { profilo } from './it/profilo.ts'
import { progetto } from './it/progetto.ts'
import { rettifica } from './it/rettifica.ts'
import { rettifiche } from './it/rettifiche.ts'
import { richieste } from './it/richieste.ts'
import { riepilogo } from './it/riepilogo.ts'
import { sito } from './it/sito.ts'
import { software } from './it/software.ts'
import { statistiche } from './it/statistiche.ts'
import { storia } from './it/storia.ts'
import { strumenti } from './it/strumenti.ts'
import { FORUM, MINISTERO, pagina } from './it/tipi.ts'
import { visura } from './it/visura.ts'

interface Errore {
  titolo: string
  testo: string
  ora: string[]
}
// 400, 403, 404 and 500 are always there: other statuses fall back on them.
const errori = (e: Record<400 | 403 | 404 | 500, Errore> & { [stato: number]: Errore | undefined }) => e

export const it = {
  accessi,
  andamenti,
  certificati,
  avvisi,
  cittadino,
  com,
  comuni,
  dichiarazioni,
  esportazioni,
  governo,
  manuali,
  rettifiche,
  ingresso,
  statistiche,
  sito,
  software,
  visura,
  ...cornice,
  operatori,
  paginaHome,
  profilo,
  rettifica,
  richieste,
  riepilogo,
  progetto,
  accordi,
  accesso,
  idp,
  notizie,
  storia,
  strumenti,
  contributo,
  domande,
  lingua: 'it',
  sigla: 'ANPR',
  nome: 'Anagrafe Nazionale della Popolazione Residente',
  home: 'Home',
  accedi: 'Accedi',
  percorso: 'Percorso di navigazione',
  sitoEsterno: 'sito esterno',
  inQuestaPagina: 'In questa pagina',
  inArrivo: 'In arrivo',
  mesi: [
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
    'novembre',
    'dicembre',
  ],
  giorniSettimana: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
  demo: {
    nome: 'Ambiente dimostrativo',
    etichetta: 'Dimostrazione',
    storie: { testo: 'Chi si può provare', href: '/demo' },
    testo: (scala: number, scritta: string) =>
      `Persone inventate, ${scala === 1 ? 'tante quanti i residenti' : `in scala 1:${scritta} (una ogni ${scritta} residenti)`}. Nessun dato riguarda persone vere, e questo non è il sito del Ministero.`,
  },
  storie: {
    titolo: 'Le storie della demo',
    descrizione: 'Le persone inventate della dimostrazione, ciascuna per far vedere una cosa, con che cosa provare.',
    sommario: 'Persone inventate, ciascuna per far vedere una cosa. I loro codici fiscali non appartengono a nessuno.',
    elenco: 'Chi c’è',
    comune: 'Comune',
    codiceFiscale: 'Codice fiscale',
    persona: 'Persona',
    daProvare: 'Da provare',
    uffici: { titolo: 'Gli uffici', testo: 'Dall’altra parte dello sportello:', link: 'Entra come operatore di prova' },
    comandiTitolo: 'Dalla riga di comando',
    comandiTesto: 'Le stesse persone come file di subentro, e un comune intero a piacere:',
    comandi: [
      'bin/anpr synth --elenco-storie',
      'bin/anpr synth --storia NOME > storia.xml',
      'bin/anpr synth --comune 083090 --soggetti 1200 --dir .',
      'bin/anpr subentro --pre 083090_SUBAPR_1_1_1.gz',
    ],
  },
  erroreOra: 'Che cosa puoi fare',
  erroreRiferimento: 'Se chiami l’assistenza, indica questo riferimento:',
  tornaHome: 'Torna alla home',
  vediMappa: 'Mappa del sito',
  errori: errori({
    400: {
      titolo: 'Richiesta non valida',
      testo: 'Il sito non ha potuto leggere la richiesta così come è arrivata.',
      ora: [
        'Controlla l’indirizzo o i dati che hai inserito e riprova.',
        'Se segui un vecchio collegamento, parti dalla home.',
      ],
    },
    403: {
      titolo: 'Accesso non consentito',
      testo: 'Questa pagina esiste, ma il tuo profilo non può aprirla.',
      ora: [
        'Se non hai ancora effettuato l’accesso, entra con la tua identità digitale e riprova.',
        'Se lavori per un comune o un ente, chiedi al tuo responsabile quali servizi sono abilitati.',
      ],
    },
    404: {
      titolo: 'Pagina non trovata',
      testo: 'A questo indirizzo non c’è nessuna pagina: può essere stata spostata, o l’indirizzo contiene un errore.',
      ora: ['Controlla che l’indirizzo sia scritto bene.', 'Cerca la pagina nella mappa del sito o parti dalla home.'],
    },
    413: {
      titolo: 'Invio troppo grande',
      testo: 'Quello che hai inviato supera la dimensione ammessa.',
      ora: ['Riduci la dimensione del file o del testo e riprova.'],
    },
    415: {
      titolo: 'Invio non riconosciuto',
      testo: 'Questo indirizzo accetta solo i moduli del sito.',
      ora: ['Torna alla pagina da cui sei partito e invia di nuovo il modulo.'],
    },
    429: {
      titolo: 'Troppe richieste',
      testo: 'Abbiamo ricevuto troppe richieste in poco tempo da questo collegamento.',
      ora: ['Aspetta un minuto e riprova.'],
    },
    500: {
      titolo: 'Qualcosa non ha funzionato',
      testo: 'C’è stato un problema nostro: non dipende da quello che hai fatto.',
      ora: [
        'Riprova tra qualche minuto.',
        'Se il problema resta, chiama l’assistenza e indica il riferimento qui sotto.',
      ],
    },
    503: {
      titolo: 'Servizio momentaneamente non disponibile',
      testo: 'Il sito si sta avviando o è in manutenzione.',
      ora: ['Riprova tra qualche minuto.'],
    },
  }),

  contatti: pagina({
    titolo: 'Assistenza e contatti',
    descrizione: 'Il numero verde di ANPR con i suoi orari, l’ufficio stampa, il forum e la newsletter.',
    sommario: 'A chi rivolgersi, e quando.',
    aggiornata: '2026-11-25',
    sezioni: [
      {
        id: 'assistenza',
        titolo: 'Assistenza',
        testo: [
          [
            'Il numero verde ',
            { testo: '800 863 116', href: 'tel:+39800863116' },
            ' è gratuito. Risponde dal lunedì al venerdì dalle 8 alle 18 e il sabato dalle 8 alle 14, tranne nei giorni di festa nazionale.',
          ],
          'Se hai visto una pagina di errore, tieni pronto il riferimento che mostrava: permette di ritrovare che cosa è successo.',
        ],
      },
      {
        id: 'dati',
        titolo: 'I tuoi dati anagrafici',
        testo: [
          'Per un dato sbagliato, un cambio di residenza o un certificato rivolgiti all’ufficio anagrafe del tuo comune: è il comune che cura i dati dei suoi residenti.',
        ],
      },
      {
        id: 'stampa',
        titolo: 'Ufficio stampa',
        testo: [
          [
            'I giornalisti possono rivolgersi all’ufficio stampa del ',
            { testo: 'Ministero dell’Interno', href: MINISTERO },
            '.',
          ],
        ],
      },
      {
        id: 'forum',
        titolo: 'Forum',
        testo: [
          [
            'Comuni e software house discutono di ANPR sul ',
            { testo: 'forum di Italia', href: FORUM },
            '. È pubblico: non scrivervi dati personali.',
          ],
        ],
      },
      {
        id: 'newsletter',
        titolo: 'Newsletter',
        testo: ['La newsletter non è ancora attiva su questo sito. Quando lo sarà, ci si iscriverà da questa pagina.'],
      },
    ],
  }),

  accessibilita: pagina({
    titolo: 'Dichiarazione di accessibilità',
    descrizione: 'Quanto è accessibile questo sito, che cosa manca, come segnalare un problema e a chi ricorrere.',
    sommario: 'Questo sito vuole essere usato da tutti. Qui diciamo a che punto siamo.',
    aggiornata: '2026-11-25',
    sezioni: [
      {
        id: 'stato',
        titolo: 'Stato di conformità',
        testo: [
          'Il sito è costruito secondo le WCAG 2.1, livello AA, a cui rimanda la norma UNI CEI EN 301549. Ogni pagina è controllata da uno strumento automatico, su schermo largo e stretto, con colori chiari e scuri, e si usa con la sola tastiera e senza JavaScript.',
          'I controlli automatici trovano solo una parte dei problemi. Una verifica con persone che usano tecnologie assistive non è ancora stata fatta: per questo non dichiariamo una conformità piena.',
        ],
      },
      {
        id: 'non-accessibile',
        titolo: 'Contenuti non accessibili',
        testo: [
          'Al momento non conosciamo contenuti di questo sito che non siano accessibili. Quando ne troveremo, li elencheremo qui con il motivo e la data in cui contiamo di correggerli.',
        ],
      },
      {
        id: 'segnala',
        titolo: 'Segnala un problema',
        testo: [
          [
            'Se qualcosa ti impedisce di usare il sito, ',
            { testo: 'segnala il problema', href: '/accessibilita/segnala' },
            ': bastano la pagina e due parole su che cosa è successo. Ricevi un numero di riferimento e, se lasci l’e-mail, una risposta entro trenta giorni.',
          ],
          [
            'Puoi anche dirlo a voce: i recapiti e gli orari sono in ',
            { testo: 'Assistenza e contatti', href: '/contatti' },
            '.',
          ],
        ],
      },
      {
        id: 'difensore',
        titolo: 'Se la risposta non arriva',
        testo: [
          [
            'Se entro trenta giorni non ricevi risposta, o la risposta non ti soddisfa, puoi rivolgerti al ',
            {
              testo: 'Difensore civico per il digitale',
              href: 'https://www.agid.gov.it/it/agenzia/difensore-civico-il-digitale',
            },
            ' presso AgID.',
          ],
        ],
      },
      {
        id: 'forma',
        titolo: 'Forma di questa dichiarazione',
        testo: [
          'La pagina segue le parti previste dalla decisione di esecuzione (UE) 2018/1523, ma non è la dichiarazione che le amministrazioni compilano con il modulo di AgID: chi pubblica questo sito come amministrazione la compila lì e mette qui il collegamento.',
        ],
      },
    ],
  }),

  privacy: pagina({
    titolo: 'Privacy',
    descrizione:
      'Quali dati tratta questo sito quando lo visiti, perché, per quanto tempo e quali sono i tuoi diritti.',
    sommario: 'Le pagine pubbliche si leggono senza dire chi si è. Ecco che cosa il sito registra, e che cosa no.',
    aggiornata: '2026-11-25',
    sezioni: [
      {
        id: 'visita',
        titolo: 'Quando visiti il sito',
        testo: [
          'Le pagine pubbliche, fuori dall’accesso, non usano cookie, non contengono contenuti di altri siti e non seguono chi legge da una pagina all’altra. Per questo non ti chiediamo nessun consenso.',
          'Il programma annota, per ogni richiesta, il tipo di pagina, l’esito e la durata: serve a tenere il sito in funzione. Non annota chi sei, l’indirizzo da cui ti colleghi, né le parole che cerchi.',
          'L’accesso all’area del cittadino usa solo cookie tecnici, che durano finché non esci o chiudi il browser: uno lega l’accesso al tuo browser, uno tiene aperta la sessione, uno ricorda la pagina da cui vieni.',
          [
            'Conta quante volte al giorno si apre ogni pagina, senza sapere da chi: i conteggi sono pubblici, in ',
            { testo: 'Uso del sito', href: '/uso-del-sito' },
            '.',
          ],
        ],
      },
      {
        id: 'scrivi',
        titolo: 'Quando dai un voto o ci scrivi',
        testo: [
          'Il voto a una pagina non dice chi sei. Il testo che aggiungi si cancella dopo un anno.',
          'La segnalazione di un problema di accessibilità, con l’e-mail se la lasci, serve a risolverlo e a risponderti, e si cancella dopo un anno.',
          'Per fermare gli invii automatici e i doppi invii il programma tiene in memoria, senza scriverla, un’impronta dell’indirizzo da cui arriva il modulo: secondi per un voto, un’ora al massimo per una segnalazione. Dall’impronta non si risale all’indirizzo.',
        ],
      },
      {
        id: 'anagrafe',
        titolo: 'I dati dell’anagrafe',
        testo: [
          'Le cifre pubblicate sono conteggi: da nessuna si risale a una persona. I dati anagrafici si leggeranno solo dopo l’accesso, ciascuno i propri, e ogni lettura sarà registrata.',
          'Titolare del trattamento dei dati di ANPR è il Ministero dell’Interno; ogni comune lo è per i dati dei propri residenti.',
        ],
      },
      {
        id: 'diritti',
        titolo: 'I tuoi diritti',
        testo: [
          'Puoi chiedere di leggere i dati che ti riguardano e di correggere quelli sbagliati (regolamento UE 2016/679, articoli 15 e 16). Per i dati anagrafici rivolgiti al tuo comune.',
          [
            'Se ritieni che i tuoi diritti non siano rispettati puoi presentare un reclamo al ',
            { testo: 'Garante per la protezione dei dati personali', href: 'https://www.garanteprivacy.it/' },
            '.',
          ],
        ],
      },
    ],
  }),

  noteLegali: pagina({
    titolo: 'Note legali',
    descrizione: 'Condizioni d’uso dei contenuti e del codice di questo sito, e limiti delle informazioni pubblicate.',
    sommario: 'Come si possono usare i contenuti, i dati e il programma.',
    aggiornata: '2026-11-25',
    sezioni: [
      {
        id: 'contenuti',
        titolo: 'Contenuti e dati',
        testo: [
          'I testi e i dati statistici di questo sito si possono riusare con licenza Creative Commons Attribuzione 4.0 (CC BY 4.0): basta citare la fonte e la data dei dati.',
        ],
      },
      {
        id: 'codice',
        titolo: 'Codice',
        testo: [
          'Il programma è software libero, con licenza europea EUPL 1.2. L’aspetto usa Bootstrap Italia, del progetto Designers Italia (licenza BSD a tre clausole), e il carattere Titillium Web (SIL Open Font License).',
        ],
      },
      {
        id: 'media',
        titolo: 'Media policy',
        testo: [
          'Questo sito non ha profili sui social network e non pubblica commenti dei lettori. Non mostra contenuti di altri siti: chi lo visita non è seguito da nessuno.',
          'I disegni sono nostri; le icone sono di Bootstrap Italia. Chi lavora per un giornale trova i recapiti dell’ufficio stampa tra i contatti.',
        ],
      },
      {
        id: 'valore',
        titolo: 'Valore delle informazioni',
        testo: [
          'Le pagine spiegano le norme con parole semplici e non le sostituiscono: in caso di differenza vale il testo pubblicato in Gazzetta Ufficiale. Le cifre sono quelle dell’ultimo conteggio notturno, con la data indicata accanto.',
        ],
      },
      {
        id: 'dimostrazione',
        titolo: 'Ambienti dimostrativi',
        testo: [
          'Dove una pagina porta l’avviso «Dimostrazione», le persone e le cifre sono inventate e la pagina non proviene dal Ministero dell’Interno.',
        ],
      },
    ],
  }),

  mappa: {
    titolo: 'Mappa del sito',
    descrizione: 'Tutte le pagine di questo sito.',
    sommario: 'Tutte le pagine, in ordine.',
    aggiornata: '2026-11-25',
    gruppi: {
      principali: 'Pagine principali',
      servizi: 'Servizi e assistenza',
      strumenti: 'Per chi lavora con ANPR',
      notizie: 'Notizie e storia',
      sito: 'Informazioni sul sito',
    },
  },
}

export type Testi = typeof it
