import type { Comando } from './comando.ts'
import { CODICI_ISTAT, FILE, GIORNO, GIORNO_PASSATO, intero, NUMERO, SIGILLO, testo } from './forme.ts'

const VALORE = testo('…', 'il valore')

/** The commands of `bin/anpr`, in the order in which help tells them. What each does is loaded when it is called. */
export const COMANDI: Readonly<Record<string, Comando>> = {
  start: {
    uso: '',
    spiega: 'Avvia tutto il prodotto: base dati, dati di riferimento, demo al primo avvio, portale. Ctrl-C lo ferma.',
    opzioni: {},
    carica: () => import('./start.ts'),
  },
  import: {
    uso: 'comuni|piano FILE',
    spiega: `Prende un file CSV per intero, o niente. Si può ripetere.
  comuni  l'archivio dei comuni del Ministero, che vince sui dati dei pacchetti
  piano   il cammino dei comuni verso ANPR: una riga per comune, con il suo codice e le date che si conoscono
          (gg/mm/aaaa o aaaa-mm-gg; una cella vuota lascia ciò che si sapeva). Colonne, in qualunque ordine:
          CODISTAT, CODCATASTALE, DENOMINAZIONE_IT, IDPROVINCIA, IDREGIONE, IDPREFETTURA,
          DATASUBENTRO, CENSIMENTO, CARTE_SPEDITE, CARTE_RITIRATE, ABILITATO, PRESUBENTRO, PRIMA,
          ULTIMA, PREFERITA, RESIDENTI, AIRE`,
    opzioni: {},
    parole: { comuni: { forme: [FILE] }, piano: { forme: [FILE] } },
    carica: () => import('./import.ts'),
  },
  subentro: {
    uso: '[--pre] FILE…',
    spiega: `Porta in ANPR il registro di un comune: tutti i file della sua fornitura, o niente.
I file si chiamano <ISTAT>_SUBAPR_<fornitura>_<progressivo>_<totale>.gz; va bene anche un .xml.`,
    opzioni: { pre: { spiega: 'pre-subentro: prova tutto e non tiene niente, si ripete quanto si vuole' } },
    parole: { forme: [FILE], ripete: true },
    carica: () => import('./subentro.ts'),
  },
  synth: {
    uso: '--comune ISTAT --soggetti N [--seed N] [--riassunto | --dir CARTELLA | > FILE.xml] | --storia NOME | --elenco-storie',
    spiega: 'Inventa il registro di un comune e lo scrive come file di subentro: lo stesso seme dà gli stessi byte.',
    opzioni: {
      comune: { spiega: 'codice ISTAT del comune, sei cifre', forma: VALORE },
      soggetti: { spiega: 'quante schede, compresi gli iscritti AIRE', forma: VALORE },
      aire: { spiega: 'quante di queste all’estero (una su undici)', forma: VALORE },
      seed: { spiega: 'seme (1)', forma: VALORE },
      versione: { spiega: 'numero della fornitura (1)', forma: VALORE },
      data: { spiega: 'giorno di estrazione AAAA-MM-GG (oggi)', forma: VALORE },
      riassunto: {
        spiega: 'al posto del file stampa piramide delle età, nomi, famiglie, e quanto distano dalle tavole pubblicate',
      },
      'elenco-storie': { spiega: 'elenca le persone con un nome e una storia: che cosa mostra ciascuna' },
      storia: {
        spiega: 'scrive solo la famiglia di una storia; di chi sta in due comuni, nel primo o in quello di --comune',
        forma: VALORE,
      },
      dir: { spiega: 'scrive i file compressi, con i loro nomi, in questa cartella', forma: VALORE },
    },
    carica: () => import('./synth.ts'),
  },
  vita: {
    uso: '[--giorni N] [--seed N] [--dal AAAA-MM-GG]',
    spiega:
      'Fa vivere le persone della demo: nascite, decessi, matrimoni, traslochi, ai ritmi italiani, come li registrerebbero i comuni.',
    opzioni: {
      giorni: { spiega: 'quanti giorni, fino a ieri al più (365)', forma: intero(1) },
      seed: { spiega: 'seme (1): lo stesso, sulla stessa base dati, dà le stesse operazioni', forma: intero(0) },
      dal: { spiega: 'primo giorno (quello dopo l’ultimo vissuto; se non ce n’è, tanti giorni fa)', forma: GIORNO },
    },
    carica: () => import('./vita.ts'),
  },
  snapshot: {
    uso: '[--giorno AAAA-MM-GG]',
    spiega: 'Conta il registro come stava alla mezzanotte che apre il giorno: le cifre del portale. Si può ripetere.',
    opzioni: { giorno: { spiega: 'il giorno (oggi)', forma: GIORNO_PASSATO } },
    carica: () => import('./snapshot.ts'),
  },
  segnalazioni: {
    uso: '[--quante N]',
    spiega:
      'Elenca le segnalazioni di accessibilità arrivate dal portale, dalla più recente. Dopo un anno si cancellano.',
    opzioni: { quante: { spiega: 'quante, al massimo (100)', forma: intero(1) } },
    carica: () => import('./segnalazioni.ts'),
  },
  accessi: {
    uso: 'verifica [--nota FINE=CATENA] | riservate | svincola NUMERO GIORNO --atto ATTO --chi UFFICIO',
    spiega: `Guarda nel registro degli accessi: chi ha letto o cambiato quali schede.

verifica: ricalcola i sigilli: una riga aggiunta dopo, cambiata o tolta si vede. L'ultimo sigillo si può annotare altrove,
anche su carta, e ridare con --nota: così si vede anche chi avesse rifatto tutta la catena. Il programma lo scrive nel suo log
ogni ora.

riservate: le consultazioni riservate che la persona non vede ancora, con il giorno da cui le vedrà. Quel giorno le vede
senza che nessuno faccia niente; svincola lo anticipa o lo rimanda, per decisione dell'autorità che le ha chieste.`,
    opzioni: {
      nota: {
        spiega: 'un sigillo annotato prima, come lo stampa verifica: 2026-11-25T10:03:00.000Z=9f86d0…',
        forma: SIGILLO,
      },
      atto: { spiega: 'di svincola: gli estremi della decisione', forma: VALORE },
      chi: { spiega: 'di svincola: l’ufficio che ha deciso', forma: VALORE },
    },
    parole: {
      verifica: { forme: [] },
      riservate: { forme: [] },
      svincola: { forme: [NUMERO, GIORNO], con: ['atto', 'chi'] },
    },
    carica: () => import('./accessi.ts'),
  },
  certs: {
    uso: '[--da-capo] [--comune ISTAT[,ISTAT…]]',
    spiega:
      'Scrive i certificati di una dimostrazione in DATA_DIR/certs e li abilita: autorità, server, carte CNS inventate, software, postazioni e smart card degli uffici (parola d’ordine: demo). Un registro vero li rifiuta.',
    opzioni: {
      'da-capo': { spiega: 'anche se ci sono già e valgono ancora' },
      comune: {
        spiega: 'anche per questi comuni (codici ISTAT), oltre a quelli della sperimentazione',
        forma: CODICI_ISTAT,
      },
    },
    carica: () => import('./certs.ts'),
  },
  operatori: {
    uso: 'ministero CODICE_FISCALE COGNOME NOME | postazione FILE NOME | elenco',
    spiega: `Abilita i primi del Ministero, e li elenca.

ministero: abilita una persona come operatore del Ministero. Serve in un registro nuovo, dove nessuno è abilitato:
da lì quella persona entra con SPID, CIE o CNS, o con postazione e smart card, e abilita nelle pagine del Ministero i sindaci,
le prefetture e i colleghi; ogni sindaco abilita poi chi lavora per il suo comune.

postazione: abilita per il Ministero il certificato (.pem, .crt) di una postazione, la prima da cui si entra; le altre, e
quelle delle prefetture e dei comuni, si abilitano nelle pagine.

elenco: chi è abilitato per il Ministero e le prefetture.`,
    opzioni: {},
    parole: {
      ministero: {
        forme: [
          testo('CODICE_FISCALE', 'il CODICE_FISCALE'),
          testo('COGNOME', 'il COGNOME (fra virgolette, se è di più parole)'),
          testo('NOME', 'il NOME (fra virgolette, se è di più parole)'),
        ],
      },
      postazione: { forme: [FILE, testo('NOME', 'il NOME della postazione')] },
      elenco: { forme: [] },
    },
    carica: () => import('./operatori.ts'),
  },
  saml: {
    uso: 'RICHIESTA',
    spiega:
      'Mostra i messaggi conservati di un accesso SPID o CIE, per l’ID della AuthnRequest (è nel log). Solo per chi ne è incaricato: contengono dati personali.',
    opzioni: {},
    parole: { forme: [testo('RICHIESTA', 'un ID di AuthnRequest, per esempio _3f2a…')] },
    carica: () => import('./saml.ts'),
  },
  migrate: {
    uso: '',
    spiega: 'Porta lo schema della base dati alla versione di questo programma e carica i dati di riferimento.',
    opzioni: {},
    carica: () => import('./migrate.ts'),
  },
  tables: {
    uso: '',
    spiega: 'Scrive docs/tables/: rotte e ruoli, impostazioni, controlli, schema della base dati.',
    opzioni: {},
    carica: () => import('./tables.ts'),
  },
}
