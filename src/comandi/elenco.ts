import type { Comando } from './comando.ts'

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
    prendeFile: true,
    carica: () => import('./import.ts'),
  },
  subentro: {
    uso: '[--pre] FILE…',
    spiega: `Porta in ANPR il registro di un comune: tutti i file della sua fornitura, o niente.
I file si chiamano <ISTAT>_SUBAPR_<fornitura>_<progressivo>_<totale>.gz; va bene anche un .xml.`,
    opzioni: { pre: 'pre-subentro: prova tutto e non tiene niente, si ripete quanto si vuole' },
    prendeFile: true,
    carica: () => import('./subentro.ts'),
  },
  synth: {
    uso: '--comune ISTAT --soggetti N [--seed N] [--riassunto | --dir CARTELLA | > FILE.xml] | --storia NOME | --elenco-storie',
    spiega: 'Inventa il registro di un comune e lo scrive come file di subentro: lo stesso seme dà gli stessi byte.',
    opzioni: {
      comune: '=codice ISTAT del comune, sei cifre',
      soggetti: '=quante schede, compresi gli iscritti AIRE',
      aire: '=quante di queste all’estero (una su undici)',
      seed: '=seme (1)',
      versione: '=numero della fornitura (1)',
      data: '=giorno di estrazione AAAA-MM-GG (oggi)',
      riassunto:
        'al posto del file stampa piramide delle età, nomi, famiglie, e quanto distano dalle tavole pubblicate',
      'elenco-storie': 'elenca le persone con un nome e una storia: che cosa mostra ciascuna',
      storia: '=scrive solo la famiglia di una storia; di chi sta in due comuni, nel primo o in quello di --comune',
      dir: '=scrive i file compressi, con i loro nomi, in questa cartella',
    },
    carica: () => import('./synth.ts'),
  },
  vita: {
    uso: '[--giorni N] [--seed N] [--dal AAAA-MM-GG]',
    spiega:
      'Fa vivere le persone della demo: nascite, decessi, matrimoni, traslochi, ai ritmi italiani, come li registrerebbero i comuni.',
    opzioni: {
      giorni: '=quanti giorni, fino a ieri al più (365)',
      seed: '=seme (1): lo stesso, sulla stessa base dati, dà le stesse operazioni',
      dal: '=primo giorno (quello dopo l’ultimo vissuto; se non ce n’è, tanti giorni fa)',
    },
    carica: () => import('./vita.ts'),
  },
  snapshot: {
    uso: '[--giorno AAAA-MM-GG]',
    spiega: 'Conta il registro come stava alla mezzanotte che apre il giorno: le cifre del portale. Si può ripetere.',
    opzioni: { giorno: '=il giorno (oggi)' },
    carica: () => import('./snapshot.ts'),
  },
  segnalazioni: {
    uso: '[--quante N]',
    spiega:
      'Elenca le segnalazioni di accessibilità arrivate dal portale, dalla più recente. Dopo un anno si cancellano.',
    opzioni: { quante: '=quante, al massimo (100)' },
    carica: () => import('./segnalazioni.ts'),
  },
  accessi: {
    uso: 'verifica [--nota FINE=CATENA] | riservate | svincola NUMERO GIORNO --atto ATTO --chi UFFICIO',
    spiega: `verifica: ricalcola i sigilli del registro degli accessi (chi ha letto o cambiato quali schede): una riga aggiunta
dopo, cambiata o tolta si vede. L'ultimo sigillo si può annotare altrove, anche su carta, e ridare con --nota: così si vede
anche chi avesse rifatto tutta la catena. Il programma lo scrive nel suo log ogni ora.

riservate: le consultazioni riservate che la persona non vede ancora, con il giorno da cui le vedrà. Quel giorno le vede
senza che nessuno faccia niente; svincola lo anticipa o lo rimanda, per decisione dell'autorità che le ha chieste.`,
    opzioni: {
      nota: '=un sigillo annotato prima, come lo stampa verifica: 2026-11-25T10:03:00.000Z=9f86d0…',
      atto: '=di svincola: gli estremi della decisione',
      chi: '=di svincola: l’ufficio che ha deciso',
    },
    prendeFile: true,
    carica: () => import('./accessi.ts'),
  },
  certs: {
    uso: '[--da-capo] [--comune ISTAT[,ISTAT…]]',
    spiega:
      'Scrive i certificati di una dimostrazione in DATA_DIR/certs e li abilita: autorità, server, carte CNS inventate, software, postazioni e smart card degli uffici (parola d’ordine: demo). Un registro vero li rifiuta.',
    opzioni: {
      'da-capo': 'anche se ci sono già e valgono ancora',
      comune: '=anche per questi comuni (codici ISTAT), oltre a quelli della sperimentazione',
    },
    carica: () => import('./certs.ts'),
  },
  operatori: {
    uso: 'ministero CODICE_FISCALE COGNOME NOME | postazione FILE NOME | elenco',
    spiega: `ministero: abilita una persona come operatore del Ministero. Serve in un registro nuovo, dove nessuno è abilitato:
da lì quella persona entra con SPID, CIE o CNS, o con postazione e smart card, e abilita nelle pagine del Ministero i sindaci,
le prefetture e i colleghi; ogni sindaco abilita poi chi lavora per il suo comune.

postazione: abilita per il Ministero il certificato (.pem, .crt) di una postazione, la prima da cui si entra; le altre, e
quelle delle prefetture e dei comuni, si abilitano nelle pagine.

elenco: chi è abilitato per il Ministero e le prefetture.`,
    opzioni: {},
    prendeFile: true,
    carica: () => import('./operatori.ts'),
  },
  saml: {
    uso: 'RICHIESTA',
    spiega:
      'Mostra i messaggi conservati di un accesso SPID o CIE, per l’ID della AuthnRequest (è nel log). Solo per chi ne è incaricato: contengono dati personali.',
    opzioni: {},
    prendeFile: true,
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
