/** Why there is nothing to show, and what can be done. */
export const mancata = {
  titolo: 'Non c’è una scheda da mostrarti',
  sommario: 'L’accesso è riuscito, ma non possiamo aprire i tuoi dati. Qui sotto trovi perché, e che cosa fare.',
  cheFare: 'Che cosa puoi fare',
  riferimento: 'Riferimento',
  riferimentoTesto:
    'Dillo al Comune quando lo chiami o ci vai: con questo numero vede la stessa causa che vedi tu, e non deve cercarla.',
  comune: (nome: string) => `Comune di ${nome}`,
  motivo: 'Motivo',
  dal: 'dal',
  entratoCon: 'Accesso con il codice fiscale',
  aChePunto: { testo: 'A che punto è il tuo Comune?', href: '/comuni' },
  contatti: { testo: 'Assistenza e contatti', href: '/contatti' },
  cause: {
    senza_codice: {
      titolo: 'La tua identità non porta un codice fiscale italiano',
      testo:
        'La tua identità è di un altro Stato. L’anagrafe italiana collega la persona alla scheda solo con il codice fiscale, e la tua identità non ne ha uno.',
      passi: [
        'Se hai un codice fiscale italiano, entra con CIE, SPID o CNS.',
        'Se risiedi in Italia e non hai ancora un’identità italiana, puoi chiedere la CIE al tuo Comune.',
      ],
    },
    non_trovata: {
      titolo: 'Nell’anagrafe nazionale non c’è una scheda con il tuo codice fiscale',
      testo:
        'Le cause possibili sono due, e da qui non si distinguono: il tuo Comune non è ancora entrato in ANPR, oppure è entrato ma la tua scheda manca o ha dati diversi dai tuoi.',
      passi: [
        'Cerca il tuo Comune in «A che punto è il tuo Comune?»: se non è ancora in ANPR, i tuoi dati li ha solo il suo ufficio anagrafe, e qui compariranno quando entra.',
        'Se il tuo Comune è già in ANPR, chiedi al suo ufficio anagrafe di cercarti, e digli il riferimento qui sotto.',
        'Se non risiedi in Italia e non stai nell’AIRE, è giusto che la scheda non ci sia.',
      ],
    },
    codice_assente: {
      titolo: 'Nella scheda che sembra tua manca il codice fiscale',
      testo:
        'C’è una scheda con il tuo nome e la tua data di nascita, ma senza codice fiscale. Solo il codice dice con certezza di chi è una scheda, perciò non possiamo mostrartela.',
      passi: [
        'Porta al tuo Comune il tesserino del codice fiscale o la tessera sanitaria, e digli il riferimento qui sotto: il Comune lo scrive nella scheda e lo fa verificare all’Agenzia delle Entrate.',
        'Appena è verificato, i tuoi dati si aprono da soli: basta rientrare.',
      ],
    },
    codice_non_validato: {
      titolo: 'Il tuo codice fiscale non è ancora verificato',
      testo:
        'La tua scheda c’è, ma l’Agenzia delle Entrate non ha confermato che quel codice fiscale e quei dati (nome, nascita, sesso) siano della stessa persona. Finché non lo conferma non possiamo aprirla.',
      passi: [
        'Chiedi al Comune di verificare il codice fiscale, e digli il riferimento qui sotto: confronta i dati con quelli dell’Agenzia e corregge dove serve.',
        'Se i dati sbagliati sono quelli dell’Agenzia delle Entrate, si correggono in un suo ufficio, con un documento.',
      ],
    },
    altro_codice: {
      titolo: 'Nella scheda c’è un altro codice fiscale',
      testo:
        'Il codice fiscale della tua identità digitale non è quello scritto oggi nella scheda. Succede quando l’Agenzia delle Entrate ne ha dato uno nuovo, o quando nella scheda è scritto male.',
      passi: [
        'Chiedi al Comune di confrontare i due codici, e digli il riferimento qui sotto.',
        'Se è la tua identità digitale ad avere il codice vecchio, chiedi al gestore che te l’ha data di aggiornarla.',
      ],
    },
    cancellata: {
      titolo: 'La tua scheda è cancellata',
      testo: 'L’anagrafe aveva una tua scheda, ma oggi non è attiva: qui sotto il motivo che risulta.',
      passi: [
        'Se ti sei trasferito in un Comune che non è ancora in ANPR, i tuoi dati li ha il suo ufficio anagrafe: guarda «A che punto è il tuo Comune?».',
        'Se il motivo non è giusto (per esempio risulti irreperibile, o un decesso registrato per errore), rivolgiti al Comune indicato con un documento e il riferimento qui sotto.',
      ],
    },
    duplicata: {
      titolo: 'Hai due schede attive',
      testo:
        'Con il tuo codice fiscale risultano attive più schede. Quale sia quella giusta lo decidono i Comuni, dopo aver verificato: scegliere da qui sarebbe tirare a indovinare.',
      passi: [
        'Chiama il Comune in cui abiti davvero, e digli il riferimento qui sotto: chiederà all’altro di cancellare la sua scheda.',
        'Appena ne resta una sola, i tuoi dati si aprono da soli.',
      ],
    },
  },
  incerta: 'L’abbiamo trovata dal nome e dalla data di nascita: potrebbe anche essere di un’altra persona.',
  registro: { R: 'residenti', E: 'AIRE' } as Record<string, string>,
}
