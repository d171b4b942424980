/** How the journal tells a person of an operation. */
export interface Frase {
  /** whole, without names; of who is enrolled or cancelled, where there is also `altrui` */
  sua: string
  /** of the others whom that touched; left out: it is about everybody whom it touches */
  altrui?: string
  /** the motive of the enrolment or cancellation says more */
  motivo?: true
}

/** A sentence for each operation of `elenco.ts`: a test compares. */
export const FRASI: Readonly<Record<string, Frase>> = {
  '1001': { sua: 'Iscrizione in anagrafe alla nascita' },
  A001: { sua: 'Iscrizione all’AIRE alla nascita' },
  '1002': { sua: 'Iscrizione tra i residenti', motivo: true },
  A002: { sua: 'Iscrizione all’AIRE, tra i residenti all’estero', motivo: true },
  '2001': {
    sua: 'Il decesso è stato registrato',
    altrui: 'È morta una persona della famiglia',
    motivo: true,
  },
  '2003': {
    sua: 'Cancellazione dall’anagrafe',
    altrui: 'Una persona della famiglia è stata cancellata dall’anagrafe',
    motivo: true,
  },
  '5001/4': { sua: 'Tutta la famiglia ha cambiato residenza' },
  '5005/2': { sua: 'La residenza è cambiata, per una parte della famiglia' },
  'A006/1': { sua: 'Trasferimento all’estero, con iscrizione all’AIRE' },
  'A006/2': { sua: 'L’indirizzo all’estero è cambiato' },
  'A006/3': { sua: 'L’iscrizione all’AIRE è passata a un altro comune' },
  'A006/4': { sua: 'Sono cambiati i dati dell’iscrizione all’AIRE' },
  '1010': { sua: 'È stata iscritta la convivenza' },
  '2009': { sua: 'La convivenza è stata chiusa' },
  '5001/1': { sua: 'È cambiato il responsabile della convivenza, o il tutore' },
  '5001/2': { sua: 'Sono cambiati i legami tra chi vive insieme' },
  '5001/3': { sua: 'Sono cambiati i dati generali della famiglia o convivenza' },
  '5001/6': { sua: 'È stata ripristinata la residenza che la famiglia aveva prima dell’ingresso del comune in ANPR' },
  '5001/7': { sua: 'La via o il numero civico ha cambiato nome: la casa è la stessa' },
  '5001/8': { sua: 'L’indirizzo della famiglia è stato rettificato dopo un accertamento' },
  '5001/9': { sua: 'È stato corretto un errore nell’indirizzo della famiglia' },
  '5005/1': { sua: 'È cambiata la condizione di senza fissa dimora' },
  '5005/3': { sua: 'È cambiata la dimora abituale' },
  '5005/4': { sua: 'È cambiato il domicilio eletto' },
  '5005/6': { sua: 'È stata ripristinata la residenza anteriore all’ingresso del comune in ANPR' },
  '5008/1': { sua: 'Sono cambiati i dati anagrafici: generalità, stato civile o attributi' },
  '5008/2': { sua: 'È cambiata la cittadinanza' },
  '5008/3': { sua: 'La carta d’identità è stata rilasciata o è cambiata' },
  '5008/4': { sua: 'Il permesso di soggiorno è stato rilasciato o rinnovato' },
  '5008/6': { sua: 'Sono cambiati i dati del censimento' },
  '5008/7': { sua: 'Sono cambiati la professione o il titolo di studio' },
  '5008/8': { sua: 'Sono cambiati i dati di patente e autoveicoli' },
  '5008/10': { sua: 'È cambiata la paternità' },
  '5008/11': { sua: 'È cambiata la maternità' },
  '5008/12': { sua: 'Il matrimonio è stato registrato' },
  '5008/13': { sua: 'La morte del coniuge è stata registrata' },
  '5008/14': { sua: 'La separazione, o la fine del matrimonio, è stata registrata' },
  '5008/15': { sua: 'È cambiato l’atto di nascita' },
  '5008/16': { sua: 'La convivenza di fatto è stata registrata' },
  '5008/17': { sua: 'La fine della convivenza di fatto è stata registrata' },
  '5008/18': { sua: 'L’unione civile è stata registrata' },
  '5008/19': { sua: 'La fine dell’unione civile è stata registrata' },
  '5008/20': { sua: 'I dati dell’iscrizione sono stati completati' },
  '5013/1': { sua: 'La paternità registrata è stata revocata' },
  '5013/2': { sua: 'La maternità registrata è stata revocata' },
  '5013/3': { sua: 'Il permesso di soggiorno registrato è stato revocato' },
  '5013/4': { sua: 'I dati del censimento sono stati revocati' },
  '5013/6': { sua: 'Il matrimonio registrato è stato revocato' },
  '5013/7': { sua: 'L’unione civile registrata è stata revocata' },
  '5013/8': { sua: 'La convivenza di fatto registrata è stata revocata' },
  '5013/9': { sua: 'Il tutore, o il responsabile della convivenza, è stato revocato' },
  '5013/12': { sua: 'Il codice fiscale, mai validato, è stato revocato' },
  '5014/101': { sua: 'La data da cui decorre la residenza è stata rettificata' },
  '5014/102': { sua: 'Il motivo dell’iscrizione è stato rettificato' },
  '5014/103': { sua: 'Sono state rettificate le date di iscrizione, aggiornamento o ingresso in famiglia' },
  '5014/104': { sua: 'Sono state rettificate le date della scheda o della famiglia' },
  '5014/105': { sua: 'Il luogo di nascita è stato rettificato' },
  '5021/4': { sua: 'I dati del matrimonio sono stati rettificati' },
  '5021/5': { sua: 'I dati della morte del coniuge sono stati rettificati' },
  '5021/6': { sua: 'I dati della fine del matrimonio sono stati rettificati' },
  '5008/16r': { sua: 'I dati della convivenza di fatto sono stati rettificati' },
  '5008/18r': { sua: 'I dati dell’unione civile sono stati rettificati' },
  '5008/22': { sua: 'I dati del decesso sono stati rettificati' },
  AE: { sua: 'L’Anagrafe tributaria ha comunicato il codice fiscale' },
}

/** What a death is to who survives, by the section of her scheda that it changed. */
export const LUTTO: Readonly<Record<string, string>> = {
  vedovanza: 'È morto il coniuge',
  unioneCivile: 'È morta la persona unita civilmente',
  convivenzaDiFatto: 'È morta la persona convivente di fatto',
}
