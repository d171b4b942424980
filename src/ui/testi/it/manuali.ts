// Operating manuals, in plain Italian: what to do, in the order in which it is done.
import type { Figura, Sezione } from '../../Testo.tsx'

const sezioni = (s: readonly Sezione[]): readonly Sezione[] => s

/** All pictures are made by `npm run screenshots -- manuali ADDRESS`, and so of one size. */
export const figura = (nome: string, didascalia: string, alt: string): Figura => ({
  nome: `${nome}.webp`,
  didascalia,
  alt,
  larghezza: 960,
  altezza: 640,
})

export const manuali = {
  aggiornata: '2026-11-30',
  cittadini: {
    titolo: 'Manuale per i cittadini',
    descrizione: 'Come chiedere al comune di correggere un tuo dato sbagliato, e come seguire la richiesta.',
    sezioni: sezioni([
      {
        id: 'prima',
        titolo: 'Prima di cominciare',
        testo: [
          'La rettifica serve a correggere un errore: un nome scritto male, un numero civico sbagliato, uno stato civile non aggiornato. Se invece qualcosa è cambiato (hai traslocato, ti sei sposato, è nato un figlio) la strada è un’altra: la prima pagina ti dice quale.',
          'Tieni a portata di mano un documento in cui il dato è scritto giusto: un atto, una carta d’identità, un permesso di soggiorno. Può essere un PDF o una fotografia.',
        ],
      },
      {
        id: 'chiedi',
        titolo: 'Fai la richiesta',
        figure: [
          figura(
            'manuale-cittadini-chiedi',
            'Il valore di oggi e quello che chiedi.',
            'La pagina di un dato: in alto il valore che risulta oggi, sotto il campo in cui si scrive il valore giusto e quello per una nota.',
          ),
        ],
        passi: true,
        testo: [
          [
            { testo: 'Entra nell’area del cittadino', href: '/accesso' },
            ' con SPID, CIE o CNS e scegli «Chiedi una correzione».',
          ],
        ],
        elenco: [
          'Scegli la sezione e il dato: vedi il valore che risulta oggi.',
          'Scrivi il valore giusto e, se serve, una nota che lo spiega. Puoi chiedere più correzioni insieme.',
          'Allega i documenti che lo provano: PDF o fotografie.',
          'Controlla i recapiti a cui vuoi essere avvisato e rileggi il riepilogo.',
          'Invia una volta sola: se premi due volte, la richiesta resta una.',
        ],
        dopo: [
          'Finché non la invii, la richiesta resta in bozza e il comune non la vede. Dopo l’invio hai una ricevuta con il numero.',
        ],
      },
      {
        id: 'segui',
        titolo: 'Segui la richiesta',
        figure: [
          figura(
            'manuale-cittadini-segui',
            'Una richiesta inviata, con il suo termine.',
            'La pagina di una richiesta: lo stato in parole, il giorno entro cui il comune risponde, i dati chiesti e che cosa è successo finora.',
          ),
        ],
        testo: [
          'In «Le tue richieste» leggi a che punto è la richiesta, che cosa è successo finora e l’ultimo giorno che il comune ha per rispondere: un mese dal ricevimento. Il comune può prorogare una volta, di due mesi, e deve dirti perché.',
          'Se il comune ti chiede altro, la richiesta è sospesa: rispondi e allega i documenti che mancano. Puoi anche ritirarla, finché non è chiusa.',
        ],
      },
      {
        id: 'esito',
        titolo: 'Quando arriva la risposta',
        testo: [
          'Se la richiesta è accolta, trovi il dato corretto nella visura. Se è accolta in parte, leggi la risposta dato per dato.',
          'Se è respinta o irricevibile, il comune scrive il motivo. Puoi rivolgerti al Garante per la protezione dei dati personali o al giudice; la pagina della richiesta ti dice come.',
        ],
      },
    ]),
  },
  comuni: {
    titolo: 'Manuale per i comuni',
    descrizione: 'Come trattare le richieste di rettifica dei cittadini, dalla presa in carico alla risposta.',
    sezioni: sezioni([
      {
        id: 'entra',
        titolo: 'Entra',
        testo: [
          [
            'Gli operatori abilitati entrano dalla ',
            { testo: 'porta degli operatori', href: '/accesso/operatori' },
            ', con la smart card da una postazione certificata o con SPID, CIE o CNS. Chi abilita gli operatori è il sindaco o l’amministratore della sicurezza che ha nominato.',
          ],
        ],
      },
      {
        id: 'elenco',
        titolo: 'L’elenco di lavoro',
        figure: [
          figura(
            'manuale-comuni-elenco',
            'Le richieste del comune, prima quelle che scadono prima.',
            'L’elenco di lavoro: i filtri in alto e, sotto, le richieste con lo stato, il termine e i giorni che restano.',
          ),
        ],
        testo: [
          'La prima pagina ha le richieste del tuo comune, quelle che scadono prima in cima. Puoi filtrarle per stato, cercarne una per numero e scaricarle in un file CSV.',
          'Accanto a ogni richiesta c’è il giorno entro cui rispondere: il primo tra il trentesimo giorno e il termine di legge.',
        ],
      },
      {
        id: 'tratta',
        titolo: 'Tratta una richiesta',
        figure: [
          figura(
            'manuale-comuni-tratta',
            'Una richiesta: che cosa è chiesto, accanto a che cosa risulta.',
            'La pagina di una richiesta: per ogni dato il valore di oggi accanto a quello chiesto, con le differenze in evidenza.',
          ),
        ],
        passi: true,
        testo: ['La richiesta si apre accanto alla scheda: le differenze sono evidenziate.'],
        elenco: [
          'Prendila in carico. Se hai sbagliato, puoi rimetterla tra le aperte entro mezz’ora.',
          'Se non si può trattare, dichiarala irricevibile: servono un motivo e una spiegazione per il cittadino.',
          'Se ti manca qualcosa, sospendila e scrivi che cosa serve.',
          'Se ti serve più tempo, prorogala una volta sola entro il primo mese, e spiega perché.',
          'Correggi il dato con l’operazione proposta: la richiesta si può chiudere nello stesso passo.',
          'Accogli, accogli in parte o respingi. Chi respinge spiega sempre perché.',
        ],
      },
      {
        id: 'software',
        titolo: 'Dal software del comune',
        testo: [
          'Le stesse richieste si leggono e si muovono anche dal tuo gestionale, con i servizi P001, P002 e P003: le regole e gli stati sono gli stessi.',
        ],
      },
    ]),
  },
  prefetture: {
    titolo: 'Manuale per le prefetture',
    descrizione: 'Come seguire i tempi con cui i comuni della provincia rispondono alle richieste di rettifica.',
    sezioni: sezioni([
      {
        id: 'che-cosa',
        titolo: 'Che cosa si vede',
        figure: [
          figura(
            'manuale-prefetture-cifre',
            'Le cifre della prefettura; sotto, i comuni: prima quelli in ritardo.',
            'La pagina della prefettura: quante richieste sono arrivate, quante sono in ritardo, in quanto tempo si risponde; sotto, la tabella dei comuni.',
          ),
        ],
        testo: [
          'La pagina della prefettura mostra soltanto numeri: quante richieste, in quale stato, da quanto tempo. Nomi, numeri di richiesta e testi non ci sono, perché per vigilare sui tempi non servono.',
          'Si vedono soltanto i comuni della propria prefettura.',
        ],
      },
      {
        id: 'ritardi',
        titolo: 'Chi è in ritardo',
        testo: [
          'La tabella dei comuni comincia da quelli con più richieste oltre il termine di legge. Un’intestazione ordina la tabella per quella colonna; una seconda volta, al contrario.',
          'Il termine è un mese dal ricevimento, tre se il comune ha prorogato; se cade di sabato, di domenica o in un giorno festivo, passa al primo giorno lavorativo.',
        ],
      },
      {
        id: 'leggere',
        titolo: 'Come leggere le cifre',
        testo: [
          'La risposta tipica è la mediana: metà delle risposte è arrivata prima, metà dopo. Le richieste ritirate dai cittadini non contano come risposte.',
          'Un comune che dichiara irricevibili molte richieste può avere un problema di informazione ai cittadini: la quota si legge accanto a quella delle respinte.',
          'Dove le richieste sono una o due, le percentuali dicono poco: guarda i numeri.',
        ],
      },
      {
        id: 'portare',
        titolo: 'Portare con sé le cifre',
        figure: [
          figura(
            'manuale-prefetture-andamento',
            'L’andamento, mese per mese.',
            'Il grafico delle richieste ricevute in ogni mese e, sotto, la tabella con gli stessi numeri e quelli delle risposte.',
          ),
        ],
        testo: [
          'In fondo alla pagina ci sono la tabella in CSV, con tutte le colonne, e un prospetto in PDF da stampare. L’andamento mese per mese si conta ogni notte; il resto è di adesso.',
        ],
      },
    ]),
  },
}
