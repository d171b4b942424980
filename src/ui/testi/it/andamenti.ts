/** `8 aprile 2021` → `dall’8 aprile 2021`: the days whose name begins with a vowel. */
const dal = (g: string) => (/^(8|11) /.test(g) ? `dall’${g}` : `dal ${g}`)
const al = (g: string) => (/^(8|11) /.test(g) ? `all’${g}` : `al ${g}`)
const il = (g: string) => (/^(8|11) /.test(g) ? `l’${g}` : `il ${g}`)
/** `aprile 2027` → `ad aprile 2027` */
const a = (mese: string) => (mese.startsWith('a') ? `ad ${mese}` : `a ${mese}`)
const comuni = (n: number, scritti: string) => (n === 1 ? '1 comune' : `${scritti} comuni`)
const cittadini = (n: number, scritti: string) => (n === 1 ? '1 cittadino' : `${scritti} cittadini`)

/** Days and months come written in full, numbers written and plain. */
interface Tutto {
  luogo: string
  primo: string
  ultimo: string
  n: number
  scritto: string
}
interface Periodi extends Tutto {
  massimo: number
  massimoScritto: string
  /** the richest period; undefined where there is only one */
  quando: string | undefined
}

export const andamenti = {
  titolo: 'Andamenti',
  descrizione:
    'Come crescono i cittadini e i comuni in ANPR, per anno e nel complesso, e quanti hanno già una data di ingresso: per l’Italia e per regione.',
  sommario: 'Come crescono i cittadini e i comuni in ANPR, e quanti arriveranno.',
  sopra: { testo: 'Stato di avanzamento', href: '/stato-di-avanzamento/statistiche' },
  italia: 'Italia',
  grafico: {
    mesi: ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'],
    milioni: (n: string) => `${n} mln`,
  },

  scelta: {
    titolo: 'Che cosa mostrare',
    regione: 'Territorio',
    tuttaItalia: 'Tutta l’Italia',
    ingressi: 'Già in ANPR',
    pianificati: 'Con ingresso pianificato',
    tutto: 'Complessivo',
    anno: 'Per anno',
    mese: 'Per mese',
    mostra: 'Mostra',
  },

  serie: {
    'cittadini-in': 'Cittadini in ANPR',
    'comuni-in': 'Comuni in ANPR',
    'cittadini-pianificati': 'Cittadini con ingresso pianificato',
    'comuni-pianificati': 'Comuni con ingresso pianificato',
  },
  per: { tutto: 'complessivo', anno: 'per anno', mese: 'per mese' },

  messaggi: {
    cittadini: {
      in: {
        tutto: (m: Tutto) =>
          `${m.luogo}: ${dal(m.primo)}, giorno del primo ingresso, ${al(m.ultimo)} i cittadini in ANPR sono saliti da zero a ${m.scritto}.`,
        periodi: (m: Periodi) =>
          m.quando === undefined
            ? `${m.luogo}: ${cittadini(m.n, m.scritto)} in ANPR, con comuni entrati tutti nel ${m.primo}.`
            : `${m.luogo}, dal ${m.primo} al ${m.ultimo}: ${cittadini(m.n, m.scritto)} in ANPR, di cui ${m.massimoScritto} con i comuni entrati nel ${m.quando}, l’anno che ne ha portati di più.`,
      },
      pianificati: {
        tutto: (m: Tutto) =>
          m.primo === m.ultimo
            ? `${m.luogo}: ${il(m.primo)} è previsto l’ingresso di ${cittadini(m.n, m.scritto)}.`
            : `${m.luogo}: ${dal(m.primo)} ${al(m.ultimo)} è previsto l’ingresso di ${cittadini(m.n, m.scritto)}.`,
        periodi: (m: Periodi) =>
          m.quando === undefined
            ? `${m.luogo}: ${a(m.primo)} è previsto l’ingresso di ${cittadini(m.n, m.scritto)}.`
            : `${m.luogo}, da ${m.primo} ${a(m.ultimo)}: è previsto l’ingresso di ${cittadini(m.n, m.scritto)}, di cui ${m.massimoScritto} ${a(m.quando)}.`,
      },
    },
    comuni: {
      in: {
        tutto: (m: Tutto) =>
          `${m.luogo}: ${dal(m.primo)} ${al(m.ultimo)} ${m.n === 1 ? 'è entrato' : 'sono entrati'} in ANPR ${comuni(m.n, m.scritto)}.`,
        periodi: (m: Periodi) =>
          m.quando === undefined
            ? `${m.luogo}: ${comuni(m.n, m.scritto)} in ANPR, ${m.n === 1 ? 'entrato' : 'tutti entrati'} nel ${m.primo}.`
            : `${m.luogo}, dal ${m.primo} al ${m.ultimo}: ${comuni(m.n, m.scritto)} in ANPR, di cui ${m.massimoScritto} nel ${m.quando}, l’anno con più ingressi.`,
      },
      pianificati: {
        tutto: (m: Tutto) =>
          m.primo === m.ultimo
            ? `${m.luogo}: ${il(m.primo)} è previsto l’ingresso di ${comuni(m.n, m.scritto)}.`
            : `${m.luogo}: ${dal(m.primo)} ${al(m.ultimo)} è previsto l’ingresso di ${comuni(m.n, m.scritto)}.`,
        periodi: (m: Periodi) =>
          m.quando === undefined
            ? `${m.luogo}: ${a(m.primo)} è previsto l’ingresso di ${comuni(m.n, m.scritto)}.`
            : `${m.luogo}, da ${m.primo} ${a(m.ultimo)}: è previsto l’ingresso di ${comuni(m.n, m.scritto)}, di cui ${m.massimoScritto} ${a(m.quando)}, il mese con più ingressi.`,
      },
    },
    /** A plan so long that months become years. */
    pianoPerAnni: (luogo: string, primo: string, ultimo: string, scritto: string) =>
      `${luogo}, dal ${primo} al ${ultimo}: in tutto ${scritto}. I mesi sarebbero troppi: il grafico va per anno.`,
    nessuno: {
      in: (luogo: string) => `${luogo}: nessun comune è ancora in ANPR.`,
      pianificati: (luogo: string) => `${luogo}: nessun comune ha oggi una data di ingresso pianificata.`,
    },
  },

  tabella: {
    apri: 'Vedi i numeri in una tabella',
    periodo: { anno: 'Anno', mese: 'Mese' },
    misura: { cittadini: 'Cittadini', comuni: 'Comuni' },
    totale: { anno: 'Totale a fine anno', mese: 'Totale a fine mese' },
    inCorso: (periodo: string) => `${periodo} (in corso)`,
    didascalia: (serie: string, luogo: string, per: string, giorno: string) =>
      `${serie} ${per}. Territorio: ${luogo}. Dati aggiornati ${al(giorno)}.`,
  },
  scarica: {
    csv: 'Scarica i dati',
    svg: 'Scarica il grafico',
    formato: { csv: 'CSV', svg: 'SVG' },
    di: (serie: string) => ` (${serie})`,
  },
  fonte: (giorno: string) => `Fonte: ANPR, dati aggiornati ${al(giorno)}. Licenza CC BY 4.0.`,
  fonteDemo: (giorno: string) => `Ambiente dimostrativo: dati inventati, aggiornati ${al(giorno)}. Licenza CC BY 4.0.`,

  comeSiContano: {
    titolo: 'Come si contano',
    testo: [
      'I cittadini sono i residenti più gli iscritti all’AIRE, l’anagrafe degli italiani all’estero. A ogni comune entrato si contano i cittadini che ha oggi, nel giorno in cui è entrato: così il totale è quello delle statistiche.',
      'Un ingresso è pianificato nel giorno che il comune preferisce o, se non ne ha scelto uno, nel primo del periodo concordato. Un periodo senza ingressi vale zero.',
      'I dati sono quelli di mezzanotte. Il CSV del grafico complessivo ha una riga per ogni giorno con almeno un ingresso.',
    ],
    altri: { testo: 'Scarica gli elenchi dei comuni', href: '/stato-di-avanzamento/export-dati' },
  },

  mancano: {
    titolo: 'I dati non ci sono ancora',
    testo: 'Il conteggio si fa ogni notte a mezzanotte: torna domani.',
  },
  rifiuti: {
    regione: {
      titolo: 'Regione sconosciuta',
      testo: 'Nessuna regione ha questo codice. I codici ISTAT delle regioni vanno da 01 (Piemonte) a 20 (Sardegna).',
    },
    per: {
      titolo: 'Suddivisione sconosciuta',
      testo:
        'Chi è già in ANPR si può vedere nel complesso o per anno, chi ha un ingresso pianificato nel complesso o per mese.',
    },
    serie: {
      titolo: 'Grafico sconosciuto',
      testo: 'A questo indirizzo non c’è un grafico. Quelli che ci sono si scaricano in CSV e in SVG:',
    },
    insieme: {
      titolo: 'Elenco sconosciuto',
      testo: 'A questo indirizzo non c’è un elenco. Quelli che ci sono:',
    },
    mancano: {
      titolo: 'I dati non ci sono ancora',
      testo: 'Il conteggio si fa ogni notte a mezzanotte: il file ci sarà da domani.',
    },
  },
}
