import { pagina } from './tipi.ts'

/** Which bodies may read ANPR, what, and how. */
export const accordi = pagina({
  titolo: 'Accordi di fruizione',
  descrizione: 'Chi può consultare i dati di ANPR, per quali compiti e per quali strade.',
  sommario:
    'Un ente pubblico può leggere in ANPR i dati che gli servono per un compito di legge. Ecco a quali condizioni.',
  aggiornata: '2026-11-25',
  sezioni: [
    {
      id: 'chi',
      titolo: 'Chi può chiedere',
      testo: [
        'Le pubbliche amministrazioni e chi eroga servizi pubblici, quando la legge affida loro un compito per cui servono dati anagrafici. Il diritto viene dal Codice dell’amministrazione digitale, articoli 50 e 62, e dall’articolo 5 del D.P.C.M. 194 del 2014.',
        'Un’impresa o un professionista che agisce per sé non può consultare ANPR: può chiedere al cittadino un’autocertificazione.',
      ],
    },
    {
      id: 'che-cosa',
      titolo: 'Che cosa si può leggere',
      testo: ['Solo i dati necessari al compito indicato. I servizi si distinguono per quanto dicono:'],
      elenco: [
        'verifica: l’ente manda un dato e riceve sì o no, senza vedere altro;',
        'accertamento: l’ente riceve i dati del suo accordo, anche come erano a una certa data;',
        'notifica: l’ente riceve l’indirizzo a cui recapitare un atto;',
        'identificativo: l’ente riceve l’identificativo unico della persona in ANPR.',
      ],
      dopo: ['Ogni lettura è registrata: chi ha letto, che cosa, quando e per quale finalità.'],
    },
    {
      id: 'strade',
      titolo: 'Per quali strade',
      testo: ['Le strade sono tre, e non si escludono:'],
      tabella: {
        didascalia: 'Come un ente arriva ai dati anagrafici',
        intestazioni: ['Strada', 'Per chi', 'Che cosa serve'],
        righe: [
          [
            'Servizi di verifica sulla Piattaforma Digitale Nazionale Dati',
            'Tutte le pubbliche amministrazioni',
            'L’adesione alla piattaforma: l’approvazione è automatica',
          ],
          [
            'Accordo di fruizione',
            'Enti che devono leggere i dati, non solo verificarli',
            'L’indicazione del compito di legge e dei dati necessari; il consenso del Ministero',
          ],
          [
            'Richiesta al comune di residenza',
            'Enti che hanno bisogno di pochi dati o di elenchi',
            'Una richiesta motivata, secondo l’articolo 34 del D.P.R. 223 del 1989',
          ],
        ],
      },
    },
    {
      id: 'qui',
      titolo: 'Su questo sito',
      testo: [
        'La richiesta di accordo e i servizi per gli enti non sono ancora attivi qui. Quando lo saranno, questa pagina dirà come si chiede, chi risponde ed entro quanto tempo.',
        [
          'Nel frattempo puoi rivolgerti all’assistenza: i recapiti sono in ',
          { testo: 'Assistenza e contatti', href: '/contatti' },
          '.',
        ],
      ],
    },
  ],
})
