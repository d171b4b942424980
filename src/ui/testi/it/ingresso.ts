// How those who work in the register come in, and what they are told when they do not.
import type { Esito } from './tipi.ts'

const esiti = <C extends string>(e: Record<C, Esito>): Record<C, Esito> => e
const RIAPRI =
  'Chiudi tutte le finestre del browser e riprova: il browser ricorda quale certificato hai scelto, o che hai annullato la scelta.'

export const ingresso = {
  comeTitolo: 'Come si entra',
  vie: {
    carta: {
      titolo: 'Postazione e smart card',
      testo:
        'Da una postazione abilitata: il browser chiede prima il certificato della postazione, poi quello della smart card con il suo PIN.',
      entra: 'Entra con la smart card',
      nonAttiva: 'Su questo sito le porte per i certificati non sono aperte.',
    },
    persona: {
      titolo: 'SPID, CIE o CNS',
      testo:
        'Con la tua identità digitale personale, di livello 2 o più alto, se il tuo ufficio ti ha abilitato come operatore.',
      postazione: 'Subito dopo il browser chiede anche il certificato della postazione.',
      entra: 'Entra con SPID, CIE o CNS',
    },
  },
  demo: 'Per provare con i certificati importa nel browser ca.pem tra le autorità, e postazione-015146.p12 e carta-015146.p12 (parola d’ordine: demo) tra quelli personali. Stanno in',
  torna: 'Torna ai modi per entrare',
  scegli: {
    titolo: 'Per quale ufficio entri?',
    sommario: 'Sei abilitato in più uffici: la sessione si apre per uno solo, e quella di cittadino si chiude.',
    entra: (sede: string, profilo: string) => `${sede}, ${profilo}`,
  },
  esiti: esiti({
    'postazione-assente': {
      titolo: 'Nessun certificato della postazione',
      testo: 'Il browser non ha mandato nessun certificato: non sappiamo da quale postazione ti colleghi.',
      ora: [
        'Se il certificato della postazione non è in questo browser, importalo (file .p12, con la sua parola d’ordine).',
        RIAPRI,
        'Se la tua postazione non ha un certificato, chiedilo all’amministratore della sicurezza del tuo ufficio.',
      ],
    },
    'postazione-sconosciuta': {
      titolo: 'Certificato di un’altra autorità',
      testo: 'Un certificato è arrivato, ma non l’ha emesso l’autorità delle postazioni.',
      ora: ['Scegli il certificato della postazione, non quello della smart card o un altro.', RIAPRI],
    },
    'postazione-futura': {
      titolo: 'Postazione non ancora valida',
      testo: 'Il certificato della postazione vale da una data che non è ancora arrivata.',
      ora: ['Controlla data e ora del computer; se sono giuste, riprova da quel giorno.'],
    },
    'postazione-scaduta': {
      titolo: 'Certificato della postazione scaduto',
      testo: 'Il certificato della postazione non è più valido: è passata la data di scadenza.',
      ora: ['Chiedine uno nuovo all’amministratore della sicurezza, e fai abilitare quello.'],
    },
    'postazione-non-iscritta': {
      titolo: 'Postazione non abilitata',
      testo: 'Il certificato è di una postazione, ma nessun ufficio l’ha abilitata.',
      ora: [
        'L’amministratore della sicurezza del tuo ufficio la abilita con il suo certificato.',
        'Se il certificato è stato rinnovato da poco, va abilitato quello nuovo.',
      ],
    },
    'postazione-bloccata': {
      titolo: 'Postazione bloccata',
      testo: 'Questa postazione è stata bloccata dal suo ufficio.',
      ora: ['L’amministratore della sicurezza vede il motivo, e può sbloccarla.', 'Intanto usa un’altra postazione.'],
    },
    'carta-assente': {
      titolo: 'Nessuna smart card',
      testo: 'La postazione è riconosciuta, ma il browser non ha mandato il certificato di una smart card.',
      ora: [
        'Controlla che la carta sia nel lettore, che il PIN sia giusto e che il programma della carta sia installato.',
        RIAPRI,
      ],
    },
    'carta-sconosciuta': {
      titolo: 'Non è una smart card di ANPR',
      testo: 'Un certificato è arrivato, ma non l’ha emesso l’autorità delle smart card degli operatori.',
      ora: [
        'Scegli il certificato della smart card, non quello della postazione o di una CNS.',
        RIAPRI,
        'Con la CNS puoi entrare dal modo per SPID, CIE e CNS.',
      ],
    },
    'carta-futura': {
      titolo: 'Smart card non ancora valida',
      testo: 'Il certificato della smart card vale da una data che non è ancora arrivata.',
      ora: ['Controlla data e ora del computer; se sono giuste, riprova da quel giorno.'],
    },
    'carta-scaduta': {
      titolo: 'Smart card scaduta',
      testo: 'Il certificato della smart card non è più valido: è passata la data di scadenza.',
      ora: ['Chiedi il rinnovo all’amministratore della sicurezza.', 'Intanto puoi entrare con SPID, CIE o CNS.'],
    },
    'carta-non-iscritta': {
      titolo: 'Smart card non abilitata',
      testo: 'La smart card è di quelle degli operatori, ma nessun ufficio l’ha abilitata.',
      ora: ['L’amministratore della sicurezza del tuo ufficio la abilita con il suo certificato.'],
    },
    'carta-bloccata': {
      titolo: 'Smart card bloccata',
      testo: 'Questa smart card è stata bloccata dal suo ufficio.',
      ora: ['L’amministratore della sicurezza vede il motivo, e può sbloccarla.'],
    },
    'operatore-bloccato': {
      titolo: 'Abilitazione sospesa',
      testo: 'La tua abilitazione come operatore è stata bloccata dal tuo ufficio.',
      ora: ['L’amministratore della sicurezza vede il motivo, e può sbloccarla.'],
    },
    'altra-sede': {
      titolo: 'Operatore e postazione di uffici diversi',
      testo: 'Si entra solo da una postazione dello stesso ufficio per cui si è abilitati.',
      ora: ['Usa una postazione del tuo ufficio.', 'Se lavori anche per questo ufficio, fatti abilitare da esso.'],
    },
    'passo-non-valido': {
      titolo: 'Accesso da ripetere',
      testo:
        'Il passaggio tra un controllo e l’altro vale una volta sola e per un minuto: questo è già stato usato o è scaduto.',
      ora: ['Torna ai modi per entrare e ripeti l’accesso.'],
    },
    'altro-browser': {
      titolo: 'Accesso iniziato altrove',
      testo: 'Questo accesso non è cominciato in questo browser: per la tua sicurezza non lo abbiamo aperto.',
      ora: [
        'Se l’indirizzo ti è stato mandato da qualcuno, non usarlo, e dillo all’amministratore della sicurezza.',
        'Comincia l’accesso da questa pagina, con i cookie permessi, e finiscilo nello stesso browser.',
      ],
    },
    'non-abilitato': {
      titolo: 'Non sei abilitato come operatore',
      testo: 'La tua identità è riconosciuta, ma nessun ufficio ti ha abilitato a lavorare in ANPR.',
      ora: [
        'Se lavori in un comune, in una prefettura o al Ministero, chiedi l’abilitazione all’amministratore della sicurezza.',
        'Per i tuoi dati usa l’area del cittadino: la sessione che hai aperto è ancora lì.',
      ],
    },
    'livello-basso': {
      titolo: 'Serve un livello più alto',
      testo: 'Un operatore entra con un’identità a due fattori (livello 2 o più alto).',
      ora: ['Attiva il livello 2 presso il tuo gestore.', 'Oppure entra con CIE, CNS o con la smart card.'],
    },
    'postazioni-chiuse': {
      titolo: 'Serve una postazione abilitata',
      testo:
        'Qui un operatore entra solo da una postazione abilitata, ma su questo sito la porta delle postazioni non è aperta.',
      ora: ['Segnalalo all’assistenza: manca il certificato del server, o non è stato letto.'],
    },
    'non-riuscito': {
      titolo: 'Accesso non riuscito',
      testo: 'Non siamo riusciti a controllare il certificato. Non dipende da te.',
      ora: ['Riprova tra qualche minuto.', 'Se succede ancora, chiama l’assistenza e indica il riferimento qui sotto.'],
    },
  }),
}

export type EsitoIngressoOperatore = keyof typeof ingresso.esiti
