// The page on which a comune's security administrator enrols workstations, smart cards and software.

export const certificati = {
  titolo: 'Postazioni, smart card e software',
  sommario:
    'Con quali certificati il tuo comune entra in ANPR: da quali postazioni, con quali smart card, con quale gestionale.',
  elenco: 'Certificati abilitati',
  nessuno: 'Non c’è ancora nessun certificato abilitato.',
  intestazioni: { nome: 'Nome', tipo: 'Che cos’è', scade: 'Scade il', stato: 'Stato', azioni: 'Azioni' },
  didascalia: 'Certificati della sede, con quello che si può fare di ognuno',
  tipi: { postazione: 'Postazione', carta: 'Smart card', software: 'Software del comune' },
  diChi: (tipo: string, titolare: string) => `${tipo} di ${titolare}`,
  impronta: (impronta: string) => `impronta ${impronta}`,
  attivo: (giorno: string) => `abilitato il ${giorno}`,
  bloccato: (giorno: string, motivo: string) => `bloccato il ${giorno}: ${motivo}`,
  scaduto: 'scaduto',
  motivo: (nome: string) => `Perché bloccare ${nome}`,
  blocca: (nome: string) => `Blocca ${nome}`,
  sblocca: (nome: string) => `Sblocca ${nome}`,
  abilita: {
    titolo: 'Abilita un certificato',
    testo: 'Vale quello che incolli, e solo quello: un certificato rinnovato va abilitato di nuovo.',
    tipo: {
      nome: 'Che cos’è',
      aiuto: 'Da una postazione e con una smart card entrano le persone; con un software il gestionale.',
    },
    nome: {
      nome: 'Nome',
      aiuto: 'Il numero della postazione, per esempio 015146-CO-0001, o come chiamate il software.',
    },
    operatore: {
      nome: 'Di chi è la smart card',
      aiuto: 'Solo per una smart card: chi è già abilitato nella sede.',
      nessuno: 'Di nessuno: non è una smart card',
    },
    pem: {
      nome: 'Certificato',
      aiuto: 'Il testo del file .pem o .crt, da BEGIN CERTIFICATE a END CERTIFICATE. Mai la chiave privata.',
    },
    invia: 'Abilita',
  },
  errori: {
    tipo: 'Scegli che cos’è.',
    nome: 'Scrivi un nome.',
    operatore: 'Scegli di chi è la smart card.',
    pem: 'Incolla un certificato: comincia con -----BEGIN CERTIFICATE-----.',
    chiave:
      'Hai incollato anche una chiave privata: non va data a nessuno. Togli quella parte; se l’hai già mandata in giro, falla sostituire.',
    scaduto: 'Questo certificato è scaduto: abilita quello nuovo.',
    'altra-persona':
      'Nel certificato c’è il codice fiscale di un’altra persona, o nessuno: una smart card si abilita solo per chi ne è titolare.',
    'gia-iscritto': 'Questo certificato è già abilitato, qui o in un altro ufficio.',
    motivo: 'Scrivi perché lo blocchi.',
    'gia-cosi': 'Intanto qualcuno l’ha già fatto: guarda l’elenco.',
  },
  fatte: {
    abilita: 'Il certificato è abilitato da subito.',
    blocca: 'Il certificato è bloccato da subito, e le sessioni aperte con esso sono chiuse.',
    sblocca: 'Il certificato vale di nuovo.',
  } as Readonly<Record<string, string>>,
}
