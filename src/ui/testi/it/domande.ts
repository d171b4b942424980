import type { Capoverso } from '../../Testo.tsx'

export interface Domanda {
  id: string
  domanda: string
  risposta: Capoverso[]
}

/** Frequent questions. What people asked in italia/anpr and on the ministry's portal; every answer is true of this site. */
export const domande = {
  titolo: 'Domande frequenti',
  descrizione: 'Le domande che cittadini, comuni ed enti fanno più spesso su ANPR, con le risposte.',
  sommario: 'Le risposte alle domande che arrivano più spesso. Tocca una domanda per leggerla.',
  aggiornata: '2026-11-25',
  gruppi: [
    {
      id: 'cittadini',
      titolo: 'Cittadini',
      domande: [
        {
          id: 'che-cosa',
          domanda: 'Che cos’è ANPR, e che cosa cambia per me?',
          risposta: [
            'È l’anagrafe unica di chi risiede in Italia e dei cittadini italiani che vivono all’estero. I tuoi dati restano affidati al tuo comune, ma sono scritti in un solo posto: puoi chiedere un certificato in qualsiasi comune, e gli uffici pubblici leggono un dato aggiornato.',
          ],
        },
        {
          id: 'mio-comune',
          domanda: 'Come so se il mio comune è in ANPR?',
          risposta: [
            [
              'Scrivi il suo nome in ',
              { testo: '«A che punto è il tuo Comune?»', href: '/#a-che-punto' },
              ': la pagina del comune dice se è entrato, quando, o che cosa gli manca. Accenti e apostrofi non contano: Sorgà si trova anche scrivendo sorga.',
            ],
          ],
        },
        {
          id: 'quali-identita',
          domanda: 'Con che cosa si entra nei servizi?',
          risposta: [
            [
              'Con la Carta d’Identità Elettronica, con SPID o con la Carta Nazionale dei Servizi. L’accesso non è ancora attivo su questo sito: intanto puoi vedere ',
              { testo: 'come si ottiene ciascuna', href: '/accesso' },
              '.',
            ],
          ],
        },
        {
          id: 'dato-sbagliato',
          domanda: 'Un mio dato è sbagliato: a chi lo dico?',
          risposta: [
            'All’ufficio anagrafe del tuo comune, che cura i dati dei suoi residenti. Hai diritto di farlo correggere: lo dice l’articolo 16 del regolamento europeo sulla protezione dei dati. La richiesta di rettifica da questo sito arriverà più avanti.',
          ],
        },
        {
          id: 'aire',
          domanda: 'Vivo all’estero: sono in ANPR anch’io?',
          risposta: [
            'Sì, se sei iscritto all’AIRE, l’anagrafe degli italiani residenti all’estero: il comune la porta in ANPR insieme a quella dei residenti. Per questo le cifre dei cittadini comprendono residenti e iscritti all’AIRE.',
          ],
        },
        {
          id: 'chi-vede',
          domanda: 'Chi può vedere i miei dati?',
          risposta: [
            [
              'Le pagine pubbliche mostrano solo conteggi. I tuoi dati li leggono il tuo comune e gli enti che ne hanno bisogno per un compito di legge, e ogni lettura resta registrata. Di più in ',
              { testo: 'Privacy', href: '/privacy' },
              '.',
            ],
          ],
        },
      ],
    },
    {
      id: 'comuni',
      titolo: 'Comuni',
      domande: [
        {
          id: 'quanto-dura',
          domanda: 'Quanto dura il subentro?',
          risposta: [
            [
              'Dalla decisione all’ingresso passano in media due mesi. I passi sono in ',
              { testo: 'Come entra un comune', href: '/progetto#ingresso' },
              '.',
            ],
          ],
        },
        {
          id: 'anomalie',
          domanda: 'Le anomalie dei dati fermano l’ingresso?',
          risposta: [
            'Una sola dei dati personali lo ferma: una persona che non sta in nessuna famiglia e in nessuna convivenza (ES092). Le altre si possono correggere prima o dopo. Su 7.617.298 schede provate fino al 16 dicembre 2017 quelle bloccanti erano lo 0,01%.',
          ],
        },
        {
          id: 'finestra-e-data',
          domanda: 'Il periodo e la data preferita sono la stessa cosa?',
          risposta: [
            'No. Il periodo dice da quando a quando il comune può entrare; la data preferita è il giorno che ha scelto dentro quel periodo. La pagina del comune li mostra separati.',
          ],
        },
        {
          id: 'senza-subentro',
          domanda: 'Un comune può essere in ANPR senza aver fatto il subentro?',
          risposta: [
            'Sì: un comune nato dalla fusione di comuni già in ANPR lo è dal primo giorno. La sua pagina dice che è entrato per variazione del territorio.',
          ],
        },
        {
          id: 'dopo',
          domanda: 'Che cosa non si deve più fare dopo il subentro?',
          risposta: [
            'Tra comuni in ANPR non si spediscono più i modelli APR/4. Cessano gli invii a INA-SAIA, ANAG-AIRE e INPS; quelli a ISTAT cessano dopo una verifica di tre mesi.',
          ],
        },
        {
          id: 'contributo',
          domanda: 'C’è ancora un contributo per chi entra?',
          risposta: [
            [
              'La pagina ',
              { testo: 'Il contributo ai comuni', href: '/contributo' },
              ' dice se le richieste sono aperte, quanto spetta e chi risponde.',
            ],
          ],
        },
      ],
    },
    {
      id: 'enti',
      titolo: 'Enti, sviluppatori, giornalisti',
      domande: [
        {
          id: 'enti-lettura',
          domanda: 'Il mio ente può leggere ANPR?',
          risposta: [
            [
              'Se ha un compito di legge per cui servono dati anagrafici, sì. Chi, che cosa e per quali strade è detto in ',
              { testo: 'Accordi di fruizione', href: '/accordi-di-fruizione' },
              '.',
            ],
          ],
        },
        {
          id: 'totale-comuni',
          domanda: 'Quanti sono i comuni italiani, 7.903 o 7.904?',
          risposta: [
            'Dipende dal giorno. Misiliscemi, in provincia di Trapani, è nato il 20 febbraio 2021 ed è entrato in ANPR il 1º aprile 2022: chi contava 7.903 non lo vedeva. Qui il totale è quello dell’archivio dei comuni nel giorno indicato accanto alla cifra.',
          ],
        },
        {
          id: 'riuso',
          domanda: 'Posso riusare le cifre?',
          risposta: [
            [
              'Sì, con licenza CC BY 4.0: basta citare la fonte e il giorno dei dati. I file sono in ',
              { testo: 'Export dati', href: '/stato-di-avanzamento/export-dati' },
              '.',
            ],
          ],
        },
      ],
    },
  ] as { id: string; titolo: string; domande: Domanda[] }[],
}
