export { type Carta, type Emittente, giudica, type RifiutoCarta } from './cns/carta.ts'
export { caricaCartella, certificatiIn, emittenti } from './cns/emittenti.ts'
export { type Rigore, rinnovaElenchi, type StatoCarta, statoCarta } from './cns/revoche.ts'
export { caricaTsl } from './cns/tsl.ts'
export {
  type EsitoIngresso,
  entra,
  lasciaEntrare,
  type NonEntra,
  type OpzioniIngresso,
  pulisciIngressi,
} from './ingresso.ts'
export { minorenne } from './minori.ts'
export {
  type Collega,
  type FattoOperatore,
  fattiOperatori,
  type OperatoreDiSede,
  operatoriDelComune,
  operatoriDelMinistero,
} from './operatori/abilita.query.ts'
export {
  abilita,
  bloccaOperatore,
  type ChiAbilita,
  type ChiDispone,
  cambiaProfilo,
  profiliDisposti,
  type RifiutoAbilitazione,
  sbloccaOperatore,
} from './operatori/abilita.ts'
export {
  type Certificato,
  certificatiDi,
  fattiDi,
  type Sede,
  type TipoCertificato,
} from './operatori/certificati.query.ts'
export {
  bloccaCertificato,
  certificatoIn,
  type DiChi,
  improntaDi,
  iscriviCertificato,
  type RifiutoCertificato,
  type RifiutoIscrizione,
  riconosciCertificato,
  sbloccaCertificato,
} from './operatori/certificati.ts'
export { emittentiIn } from './operatori/emittenti.ts'
export { nomiOperatori } from './operatori/nomi.query.ts'
export {
  type Operatore,
  operatore,
  operatoriDiPersona,
  scriviOperatore,
  togliDiOperatore,
  type ViaOperatore,
} from './operatori/operatore.query.ts'
export { lasciaPassare, type Prova, prendiPasso, pulisciPassi } from './operatori/passi.ts'
export { type Facolta, haFacolta, PROFILI, type Profilo, type RuoloOperatore, ruoloDi } from './operatori/profili.ts'
export {
  apriOperatore,
  chiudiOperatore,
  pulisciOperatori,
  type SessioneOperatore,
  trovaOperatore,
} from './operatori/sessione.ts'
export { dimenticaDomicili } from './recapiti/inad.query.ts'
export {
  type Domicilio,
  domicili,
  type EsitoDomicilio,
  type Inad,
  InadIrraggiungibile,
  inadHttp,
} from './recapiti/inad.ts'
export { type Canale, insieme, type Messaggi, type Messaggio, NonSpedito } from './recapiti/messaggi.ts'
export { dimenticaMessaggi, imbuca, type StatoMessaggio, ultimoMessaggio } from './recapiti/posta.query.ts'
export { type EsitoPosta, spedisci, svegliabile, type Tentativo } from './recapiti/posta.ts'
export {
  avvisiDi,
  dimenticaRecapiti,
  perAvvisare,
  type Recapito,
  recapitiDi,
  scegliAvvisi,
} from './recapiti/recapiti.query.ts'
export {
  chiediCodice,
  conferma,
  type EsitoConferma,
  type EsitoRichiesta,
  type Parole,
  togli as togliRecapito,
} from './recapiti/recapiti.ts'
export { smtp } from './recapiti/smtp.ts'
export { email, LEGGI as LEGGI_RECAPITO, type TipoRecapito, telefono } from './recapiti/valori.ts'
export { type Concluso, type OpzioniSaml, type Saml, saml } from './saml/accesso.ts'
export type { Anomalia } from './saml/anomalie.ts'
export { type Credenziali, credenzialiDemo, leggiCredenziali } from './saml/certificati.ts'
export { CONTROLLI } from './saml/controlli.ts'
export { fornitoriDi } from './saml/fornitori.query.ts'
export { siglaDi } from './saml/fornitori.ts'
export { type ComeArrivata, rispondiLogout } from './saml/logout.ts'
export { metadata } from './saml/metadata.ts'
export { aggiornaFornitori, iscrivi } from './saml/registro.ts'
export { violate } from './saml/regole.ts'
export { dimenticaRichieste } from './saml/richieste.query.ts'
export { type Ente, FEDERAZIONI, type Federazione, type Fornitore, type Livello, type Servizio } from './saml/tipi.ts'
export { preparaTracce } from './saml/tracce.query.ts'
export { messaggiDi } from './saml/tracce.ts'
export {
  accessoPrecedente,
  accettaInformativa,
  chiudi,
  chiudiQuesta,
  chiudiTutte,
  type Durate,
  pulisciSessioni,
  type SessioneInElenco,
  sessioniDi,
  trova,
} from './sessione.ts'
export type { Identificata, Sessione, Via } from './tipi.ts'
export { utentiDi } from './utenti.query.ts'
