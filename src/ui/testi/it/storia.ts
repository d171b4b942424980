/** A milestone. */
export interface Tappa {
  id: string
  /** AAAA, AAAA-MM or AAAA-MM-GG: as much as is known. */
  quando: string
  luogo?: string
  titolo: string
  testo: string
  fonte: string
  /** What is not certain about it. */
  dubbio?: string
  /** On the home too, with what its badge shows. */
  distintivo?: string
}

const CS = 'elenco dei comuni subentrati del Ministero dell’Interno (fino al 9 marzo 2019)'
const CIRCOLARE_19 = 'circolare 19/2021 del Ministero dell’Interno e manuale allegato'

/** Only what is certain, or what is said to be uncertain; days not found are left out (2,000, 4,000, 7,000 comuni). */
export const storia = {
  titolo: 'La storia di ANPR',
  descrizione: 'Le tappe di ANPR, dalla legge del 2012 all’ingresso dell’ultimo comune e ai servizi che sono seguiti.',
  sommario: 'Come tante anagrafi sono diventate una: le tappe, con la fonte di ciascuna.',
  aggiornata: '2026-11-25',
  vera: 'Questa è la storia dell’ANPR vera: le cifre della dimostrazione possono raccontarne un altro momento.',
  fonte: 'Fonte:',
  dubbio: 'Non è certo:',
  anni: 'Anni',
  tappe: [
    {
      id: 'legge',
      quando: '2012-10-18',
      titolo: 'La legge',
      testo:
        'L’articolo 2 del decreto-legge 179 del 2012 istituisce ANPR e riscrive l’articolo 62 del Codice dell’amministrazione digitale.',
      fonte: 'D.P.C.M. 194/2014, premesse',
    },
    {
      id: 'regole',
      quando: '2015-01-08',
      titolo: 'Le regole',
      testo:
        'Esce in Gazzetta Ufficiale il D.P.C.M. 10 novembre 2014, n. 194: come funziona ANPR, e il piano del subentro.',
      fonte: 'Gazzetta Ufficiale n. 5 dell’8 gennaio 2015',
    },
    {
      id: 'prova',
      quando: '2015-12',
      luogo: 'Cesena e Bagnacavallo',
      titolo: 'La sperimentazione',
      testo: 'È previsto l’inizio della prova con 26 comuni pilota.',
      fonte: 'ANCI Digitale',
      dubbio: 'la fonte dice quando la prova doveva cominciare, non se è cominciata allora.',
    },
    {
      id: 'primo-comune',
      quando: '2016-10-21',
      luogo: 'Bagnacavallo (Ravenna)',
      titolo: 'Il primo comune',
      testo: 'Bagnacavallo entra in ANPR. Il secondo, Lavagna (Genova), lo segue il 7 marzo 2017.',
      fonte: CS,
    },
    {
      id: 'contributo',
      quando: '2017-12-05',
      titolo: 'Il contributo',
      testo: 'Un avviso mette a disposizione 14 milioni di euro per i comuni che entrano.',
      fonte: 'pmi.it; ANCI Digitale',
    },
    {
      id: 'primo-capoluogo',
      quando: '2017-12-12',
      luogo: 'Modena',
      titolo: 'Il primo capoluogo di provincia',
      testo: 'Entra Modena. Ravenna e Frosinone seguono il 19 gennaio e il 2 febbraio 2018.',
      fonte: CS,
    },
    {
      id: 'primo-capoluogo-di-regione',
      quando: '2018-03-15',
      luogo: 'Perugia',
      titolo: 'Il primo capoluogo di regione',
      testo: 'Entra Perugia.',
      fonte: CS,
    },
    {
      id: 'cento',
      quando: '2018-04-05',
      titolo: '100 comuni',
      testo: 'Entra il centesimo comune.',
      fonte: `${CS}, contando le righe`,
    },
    {
      id: 'torino-milano',
      quando: '2018-07-14',
      luogo: 'Torino e Milano',
      titolo: 'Le prime grandi città',
      testo: 'Torino entra il 13 luglio, Milano il 14: i comuni sono 368, con circa 6,5 milioni di persone.',
      fonte: `${CS}; ANCI Digitale`,
    },
    {
      id: 'cinquecento',
      quando: '2018-09-05',
      titolo: '500 comuni',
      testo: 'Entra il cinquecentesimo comune. Il 28 settembre tocca a Firenze.',
      fonte: `${CS}, contando le righe`,
    },
    {
      id: 'mille',
      quando: '2018-11-15',
      titolo: '1.000 comuni',
      testo: 'Entra il millesimo comune.',
      fonte: `${CS}, contando le righe`,
    },
    {
      id: 'capoluoghi',
      quando: '2019-02-23',
      luogo: 'Bologna',
      titolo: 'Cinque capoluoghi di regione in tre mesi',
      testo:
        'Cagliari entra il 26 novembre 2018, L’Aquila l’11 e Aosta il 14 dicembre, Campobasso il 12 gennaio 2019, Bologna il 23 febbraio.',
      fonte: CS,
    },
    {
      id: 'tremila',
      quando: '2019',
      luogo: 'Verceia (Sondrio)',
      titolo: '3.000 comuni',
      testo: 'Con Verceia i comuni sono tremila. L’11 settembre sono più di 3.100, con 27 milioni di persone.',
      fonte: `${CIRCOLARE_19}; Agenda Digitale`,
      dubbio: 'il giorno esatto non è stato trovato.',
      distintivo: '3K',
    },
    {
      id: 'cinquemila',
      quando: '2019-12-12',
      luogo: 'Premana (Lecco)',
      titolo: '5.000 comuni',
      testo: 'Con Premana i comuni sono cinquemila.',
      fonte: CIRCOLARE_19,
      dubbio: 'il nome si legge male nella fonte: Premana è il solo comune della provincia che gli somiglia.',
      distintivo: '5K',
    },
    {
      id: 'seimila',
      quando: '2020-03-12',
      titolo: '6.000 comuni',
      testo: 'I comuni sono seimila, con più di 49 milioni di persone.',
      fonte: CIRCOLARE_19,
      dubbio: 'la prima cifra delle persone non si legge nella fonte.',
      distintivo: '6K',
    },
    {
      id: 'roma',
      quando: '2020-12-16',
      luogo: 'Roma',
      titolo: 'Roma Capitale',
      testo: 'Entra la città più grande: i comuni sono 6.992, con oltre 54 milioni di persone.',
      fonte: CIRCOLARE_19,
      distintivo: 'ROMA',
    },
    {
      id: 'circolare-1',
      quando: '2021-01-27',
      titolo: 'Ne mancano 715',
      testo:
        'La circolare 1/2021 conta più di 7.200 comuni e 61 milioni di persone, AIRE compresa, e chiede alle prefetture una relazione entro il 22 febbraio.',
      fonte: 'entilocali-online.it; lentepubblica.it',
    },
    {
      id: 'aprile-2021',
      quando: '2021-04-08',
      titolo: '7.383 comuni',
      testo: 'I comuni in ANPR sono 7.383; altri 85 hanno una data e 435 non ancora.',
      fonte: CIRCOLARE_19,
    },
    {
      id: 'portale',
      quando: '2021-04-15',
      luogo: 'Barletta, Bergamo, Firenze, Lecco, Milano, Prato, Torino',
      titolo: 'Il nuovo portale, e la prova della rettifica',
      testo: 'Il Ministero rinnova il portale. In sette comuni si prova per circa un mese la richiesta di rettifica.',
      fonte: `${CIRCOLARE_19}; italia/anpr, segnalazione 2609`,
    },
    {
      id: 'ultima-chiamata',
      quando: '2021-09',
      titolo: 'L’ultima chiamata',
      testo: 'La circolare 68/2021 si rivolge ai 153 comuni che mancano. Il 10 novembre sono 68.',
      fonte: 'modulisticaonline.it; Adnkronos',
    },
    {
      id: 'certificati',
      quando: '2021-11-15',
      titolo: 'I certificati in rete',
      testo: 'I certificati anagrafici si scaricano dal portale, senza imposta di bollo.',
      fonte: 'dati aperti di ANPR; stampa',
    },
    {
      id: 'ultimo-comune',
      quando: '2022-01-18',
      luogo: 'San Teodoro (Messina)',
      titolo: 'L’ultimo comune',
      testo:
        'Con San Teodoro entra l’ultimo di 7.903 comuni: 67.389.897 persone, 61.525.405 residenti e 5.864.492 iscritti all’AIRE.',
      fonte: 'Agenda Digitale; italia/anpr, segnalazione 3265',
      dubbio: 'una fonte dice il 17 gennaio, l’altra il 18.',
    },
    {
      id: 'misiliscemi',
      quando: '2022-04-01',
      luogo: 'Misiliscemi (Trapani)',
      titolo: 'Uno in più',
      testo: 'Entra Misiliscemi, nato il 20 febbraio 2021: i comuni sono 7.904.',
      fonte: 'italia/anpr, segnalazione 3265',
    },
    {
      id: 'cambio-di-residenza',
      quando: '2022-04-27',
      titolo: 'Il cambio di residenza in rete',
      testo: 'Dopo la prova in 30 comuni dal 1º febbraio, la dichiarazione si fa in rete in tutta Italia.',
      fonte: 'Il Sole 24 Ore',
    },
    {
      id: 'liste-elettorali',
      quando: '2023-11-30',
      titolo: 'Le liste elettorali',
      testo:
        'Si chiude il periodo, aperto il 1º dicembre 2022, in cui i comuni portano in ANPR le liste elettorali (decreto 17 ottobre 2022).',
      fonte: 'Gazzetta Ufficiale n. 267 del 15 novembre 2022; Agenda Digitale; DAIT',
    },
  ] as Tappa[],
}
