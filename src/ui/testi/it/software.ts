// What a comune's own software, and whoever looks after it, is told of its certificate.

interface Rifiuto {
  /** what is wrong; also the text of the SOAP fault, followed by what to do */
  cosa: string
  ora: string
}
const rifiuti = <C extends string>(r: Record<C, Rifiuto>): Record<C, Rifiuto> => r

export const software = {
  titolo: 'ANPR, servizi per il software dei comuni',
  riconosciuto: (istat: string) => `Il certificato è riconosciuto: il software è quello del comune ${istat}.`,
  dove: 'A questa porta ci sono solo i servizi SOAP:',
  servizi: [{ testo: 'P000, richieste dei cittadini: la definizione (WSDL)', href: '/P000?wsdl' }],
  rifiuti: rifiuti({
    assente: {
      cosa: 'Non è arrivato nessun certificato client: chi chiama si riconosce dal certificato TLS del software del comune.',
      ora: 'Configura nel software certificato e chiave del comune; un proxy in mezzo deve lasciar passare la connessione TLS così com’è.',
    },
    sconosciuto: {
      cosa: 'Il certificato client è arrivato, ma l’autorità che l’ha emesso non è tra quelle riconosciute.',
      ora: 'Usa il certificato rilasciato al comune per ANPR: non quello del sito, della PEC o dell’ambiente di prova.',
    },
    futuro: {
      cosa: 'Il certificato client vale da una data che non è ancora arrivata.',
      ora: 'Controlla la data di inizio del certificato; fino ad allora usa quello precedente.',
    },
    scaduto: {
      cosa: 'Il certificato client è scaduto.',
      ora: 'Chiedi il rinnovo e fai abilitare il nuovo certificato.',
    },
    'non-iscritto': {
      cosa: 'Il certificato client è valido, ma nessun comune lo ha abilitato.',
      ora: 'Il responsabile della sicurezza del comune lo abilita nella web app; dopo un rinnovo si abilita il nuovo.',
    },
    bloccato: {
      cosa: 'Il certificato client è stato bloccato.',
      ora: 'Il responsabile della sicurezza del comune vede perché, e può sbloccarlo.',
    },
    'comune-cessato': {
      cosa: 'Il certificato client è di un comune che non esiste più.',
      ora: 'Usa il certificato del comune che gli è succeduto.',
    },
  }),
}
