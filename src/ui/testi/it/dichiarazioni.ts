type Sesso = 'M' | 'F' | 'N'
const g = (s: Sesso, m: string, f: string, n: string) => ({ M: m, F: f, N: n })[s]

/** Declarations that stand in the place of certificates (D.P.R. 445/2000, art. 46). */
export const dichiarazioni = {
  titolo: 'Dichiarazioni',
  descrizione: 'Prepara una dichiarazione sostitutiva di certificazione con i dati dell’anagrafe.',
  sommario:
    'Scegli che cosa vuoi dichiarare: prepariamo un foglio con i dati che l’anagrafe ha di te. Lo firmi tu, e vale come i certificati che sostituisce.',
  scegli: 'Che cosa vuoi dichiarare',
  aiuto: 'Metti nel foglio solo quello che ti chiedono.',
  prepara: 'Prepara il PDF',
  manca: 'Scegli almeno una cosa da dichiarare',
  nonDisponibile: 'Non risulta dalla tua scheda',
  nota: 'Il foglio si prepara al momento e non si conserva: se lo perdi, lo rifai.',
  prima: {
    titolo: 'Prima di firmare',
    voci: [
      'Leggi i dati: con la firma ne rispondi tu. Se uno è sbagliato, non firmare e chiedi al Comune di correggerlo.',
      'Un ufficio pubblico e chi gestisce un servizio pubblico devono accettarla, e non possono chiederti il certificato al suo posto. Ai privati puoi proporla.',
      'Non serve la copia del documento, se non la mandi insieme a una domanda.',
      'È esente dal bollo.',
    ],
  },
  figli: {
    titolo: 'Per un figlio minorenne?',
    testo:
      'Da qui no. Per un minorenne firma chi ha la responsabilità genitoriale, e l’anagrafe non sa chi ce l’ha: sa solo chi vive con chi. Puoi scrivere la dichiarazione a mano, o chiedere al Comune il modulo.',
  },
  gruppi: {
    persona: 'Chi sei',
    famiglia: 'Stato civile e famiglia',
    altro: 'Altro',
  },
  voci: {
    nascita: { nome: 'Data e luogo di nascita' },
    residenza: { nome: 'Residenza' },
    cittadinanza: { nome: 'Cittadinanza' },
    codice_fiscale: { nome: 'Codice fiscale' },
    esistenza: { nome: 'Esistenza in vita' },
    stato_civile: { nome: 'Stato civile' },
    stato_libero: { nome: 'Stato libero' },
    famiglia: { nome: 'Stato di famiglia' },
    legami: { nome: 'Stato di famiglia, con i legami di parentela' },
    atto_nascita: { nome: 'Estremi dell’atto di nascita' },
    atto_matrimonio: { nome: 'Estremi dell’atto di matrimonio' },
    atto_unione: { nome: 'Estremi dell’atto di unione civile' },
    atto_morte: { nome: 'Estremi dell’atto di morte del coniuge' },
    carta: { nome: 'Dati della carta d’identità' },
    diritti: { nome: 'Godimento dei diritti civili e politici' },
  },
  residenzaAire: 'Residenza all’estero (AIRE)',
  diritti: {
    elettore: 'L’anagrafe sa solo che sei elettore. Il resto lo sai tu: spuntala se è vero.',
    ignoto: 'L’anagrafe non lo sa. Spuntala solo se è vero.',
  },
  foglio: {
    titolo: 'Dichiarazione sostitutiva di certificazione',
    articolo: '(articolo 46 del D.P.R. 28 dicembre 2000, n. 445)',
    file: (giorno: string) => `dichiarazione-sostitutiva-${giorno}.pdf`,
    testata: 'Dichiarazione sostitutiva di certificazione',
    piede: 'Esente da imposta di bollo (articolo 37 del D.P.R. 445/2000)',
    pagina: (n: number, di: number) => `Pagina ${n} di ${di}`,
    chi: (o: {
      sesso: Sesso
      nome: string
      nascita: string
      luogo: string
      residenza: string
      codiceFiscale: string
    }) =>
      `${g(o.sesso, 'Il sottoscritto', 'La sottoscritta', 'Il/La sottoscritto/a')} ${o.nome}, ${g(o.sesso, 'nato', 'nata', 'nato/a')} ${o.nascita} a ${o.luogo}, residente in ${o.residenza}, codice fiscale ${o.codiceFiscale},`,
    nascitaDi: {
      G: (d: string) => `il ${d}`,
      M: (d: string) => `nel ${d}`,
      A: (d: string) => `nel ${d}`,
    },
    avvertenza:
      'consapevole che chi rilascia dichiarazioni mendaci, forma atti falsi o ne fa uso è punito ai sensi del codice penale e delle leggi speciali in materia, con la pena aumentata da un terzo alla metà (articolo 76 del D.P.R. 445/2000), e che decade dai benefici ottenuti con la dichiarazione non veritiera (articolo 75),',
    dichiara: 'DICHIARA SOTTO LA PROPRIA RESPONSABILITÀ',
    voci: {
      nascita: (s: Sesso, quando: string, dove: string) =>
        `di essere ${g(s, 'nato', 'nata', 'nato/a')} ${quando} a ${dove};`,
      residenza: (indirizzo: string, dal: string | undefined) =>
        `di risiedere in ${indirizzo}${dal ? `, dal ${dal}` : ''};`,
      aire: (s: Sesso, comune: string, indirizzo: string) =>
        `di essere ${g(s, 'iscritto', 'iscritta', 'iscritto/a')} all’Anagrafe degli italiani residenti all’estero (AIRE) del Comune di ${comune} e di risiedere in ${indirizzo};`,
      senzaDimora: (s: Sesso, comune: string) =>
        `di essere ${g(s, 'iscritto', 'iscritta', 'iscritto/a')} nell’anagrafe del Comune di ${comune} come persona senza fissa dimora;`,
      cittadinanza: (stati: readonly string[]) =>
        stati.length === 1
          ? `di avere la cittadinanza dello Stato: ${stati[0]};`
          : `di avere la cittadinanza degli Stati: ${stati.join(', ')};`,
      codiceFiscale: (cf: string) => `di avere il codice fiscale ${cf};`,
      esistenza: 'di essere in vita;',
      statoCivile: (stato: string) => `di essere ${stato};`,
      statoLibero: 'di essere di stato libero;',
      famiglia: 'che la propria famiglia anagrafica è composta dalle persone elencate qui sotto;',
      convivenza: (nome: string) => `di far parte della convivenza anagrafica: ${nome};`,
      atto: (che: string, estremi: string) => `che l’atto di ${che} è registrato con questi estremi: ${estremi};`,
      carta: (f: { numero: string; da: string; il: string; scade: string | undefined }) =>
        `di avere la carta d’identità numero ${f.numero}, rilasciata il ${f.il} (${f.da})${f.scade ? `, con scadenza il ${f.scade}` : ''};`,
      diritti: 'di godere dei diritti civili e politici;',
    },
    /** codes of decode table 1 */
    statoCivile: {
      1: (s: Sesso) => g(s, 'celibe', 'nubile', 'celibe/nubile'),
      2: (s: Sesso) => g(s, 'coniugato', 'coniugata', 'coniugato/a'),
      3: (s: Sesso) => g(s, 'vedovo', 'vedova', 'vedovo/a'),
      4: (s: Sesso) => g(s, 'divorziato', 'divorziata', 'divorziato/a'),
      6: (s: Sesso) => g(s, 'unito civilmente', 'unita civilmente', 'unito/a civilmente'),
      7: () => 'di stato libero, a seguito del decesso dell’altra parte dell’unione civile',
      8: () => 'di stato libero, a seguito dello scioglimento dell’unione civile',
    } as Readonly<Record<number, (s: Sesso) => string>>,
    comuneDi: (nome: string) => `Comune di ${nome}`,
    atti: { nascita: 'nascita', matrimonio: 'matrimonio', unione: 'unione civile', morte: 'morte del coniuge' },
    estremi: {
      anno: (v: string) => `anno ${v}`,
      parte: (v: string) => `parte ${v}`,
      serie: (v: string) => `serie ${v}`,
      numero: (v: string) => `numero ${v}`,
    },
    membro: (nome: string, nascita: string, luogo: string | undefined) =>
      `${nome}, ${nascita}${luogo ? `, ${luogo}` : ''}`,
    didascalia: 'Componenti della famiglia anagrafica',
    colonne: { nome: 'Nome e cognome', nascita: 'Data e luogo di nascita', legame: 'Legame con l’intestatario' },
    privacyTitolo: 'Trattamento dei dati personali',
    privacy:
      'L’amministrazione o il gestore che riceve questa dichiarazione tratta i dati, anche con strumenti informatici, solo per il procedimento per cui è resa (articolo 48, comma 2, del D.P.R. 445/2000; articolo 13 del regolamento UE 2016/679), e dà a chi la presenta l’informativa su come li tratta e sui suoi diritti.',
    luogo: 'Luogo',
    data: 'Data',
    firma: 'Firma per esteso di chi dichiara',
    nonAutenticata: 'La firma non va autenticata (articolo 46 del D.P.R. 445/2000).',
    origine: (giorno: string) =>
      `Foglio preparato con i dati che risultano nell’anagrafe nazionale il ${giorno}. Non è un certificato: diventa una dichiarazione quando chi dichiara lo firma.`,
  },
}
