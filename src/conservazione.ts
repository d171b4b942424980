// How long what is kept, why, and what takes it away. One table: the nightly job goes through it, docs/tables/retention.md is
// printed from it, and a test holds it against the catalog: a new table must say here how long its rows stay.
import { dimenticaAccessi } from './accessi/index.ts'
import { dimenticaMancate } from './anagrafe/index.ts'
import { dimenticaConsultazioni } from './comune/index.ts'
import type { Db, Tx } from './db/index.ts'
import {
  type Durate,
  dimenticaDomicili,
  dimenticaMessaggi,
  dimenticaRecapiti,
  dimenticaRichieste,
  preparaTracce,
  pulisciIngressi,
  pulisciOperatori,
  pulisciPassi,
  pulisciSessioni,
} from './identita/index.ts'
import { dimentica as dimenticaSito } from './portale/index.ts'
import { dimenticaAllegati, dimenticaBozze, dimenticaChiuse } from './richieste/index.ts'
import { dimenticaChiamate } from './servizi/index.ts'

export interface Quando {
  /** AAAA-MM-GG in Rome */
  readonly oggi: string
  /** ISO 8601 */
  readonly adesso: string
  /** of sessions */
  readonly durate: Durate
}

export interface Conservazione {
  readonly dati: string
  readonly tabelle: readonly string[]
  readonly quanto: string
  /** `legge`: a rule says it; `nostra`: our judgement, until who answers for the data says otherwise */
  readonly fonte: 'legge' | 'nostra'
  readonly perché: string
  readonly come: 'rows' | 'text only' | 'whole months' | 'with what it hangs on' | 'replaced' | 'never'
  /** @returns how many went; a thousand: there may be more of them */
  readonly toglie?: (tx: Tx, q: Quando) => Promise<unknown>
  /** not by the night, but every five minutes */
  readonly spesso?: true
}

/** Months for which the record of access is kept. */
const ACCESSI = 120

// biome-ignore format: a table
export const CONSERVAZIONE: readonly Conservazione[] = [
  // the register
  { dati: 'the register: schede, families, unions, their history and its journal', tabelle: ['scheda', 'gruppo', 'unione', 'operazione', 'effetto', 'id_comune', 'duplicato', 'movimento', 'notifica', 'blocco_sciolto'],
    quanto: 'for ever', fonte: 'legge', come: 'never', perché: 'law 1228/1954, D.P.R. 223/1989: who died or left stays in the register, cancelled; statistics and certificates as of a past day are made of it' },
  { dati: 'what the Anagrafe tributaria was asked and answered', tabelle: ['allineamento_ae'],
    quanto: 'for ever', fonte: 'nostra', come: 'never', perché: 'why a codice fiscale is what it is: part of the history of the scheda' },
  { dati: 'what comuni brought in, and what was found in it', tabelle: ['fornitura', 'invio', 'anomalia'],
    quanto: 'for ever', fonte: 'nostra', come: 'never', perché: 'proof of the state in which a comune entered; findings are mended years later (italia/anpr)' },
  { dati: 'why a citizen found no data of hers', tabelle: ['visura_mancata'],
    quanto: '1 year after the last time', fonte: 'nostra', come: 'rows', perché: 'she takes the number to her comune within weeks', toglie: (tx, q) => dimenticaMancate(tx, q.oggi) },
  // access
  { dati: 'who read or changed whose data', tabelle: ['accesso'],
    quanto: '10 years', fonte: 'nostra', come: 'whole months', perché: 'as long as who was wronged by a reading may sue (art. 2946 c.c.); GDPR art. 15 as read in C-579/21. No row is ever deleted by itself', toglie: (tx, q) => dimenticaAccessi(tx, q.oggi, ACCESSI) },
  { dati: 'seals of the record of access, and by which act a reading was no longer reserved', tabelle: ['accesso_sigillo', 'accesso_svincolo'],
    quanto: 'for ever', fonte: 'nostra', come: 'never', perché: 'digests, numbers of rows and of acts: nothing of a person; the chain must not break' },
  // who comes in
  { dati: 'people who came in: pseudonym and codice fiscale', tabelle: ['utente'],
    quanto: 'as long as the record of access names them', fonte: 'nostra', come: 'never', perché: 'without it the record of access could not be read' },
  { dati: 'officers and their seats', tabelle: ['operatore', 'operatore_fatto', 'certificato', 'certificato_fatto'],
    quanto: 'as long as the record of access names them', fonte: 'nostra', come: 'never', perché: 'as above; who left is blocked' },
  { dati: 'open sessions of citizens', tabelle: ['sessione'], spesso: true,
    quanto: 'until they end', fonte: 'nostra', come: 'rows', perché: 'of no use afterwards', toglie: (tx, q) => pulisciSessioni(tx, q.adesso, q.durate) },
  { dati: 'open sessions of officers', tabelle: ['sessione_operatore'], spesso: true,
    quanto: 'until they end', fonte: 'nostra', come: 'rows', perché: 'of no use afterwards', toglie: (tx, q) => pulisciOperatori(tx, q.adesso, q.durate) },
  { dati: 'outcome of a login on its way to the browser', tabelle: ['ingresso'], spesso: true,
    quanto: '1 minute', fonte: 'nostra', come: 'rows', perché: 'fetched at once, or never', toglie: (tx, q) => pulisciIngressi(tx, q.adesso) },
  { dati: 'the way of an operator from workstation to card', tabelle: ['passo'], spesso: true,
    quanto: '1 minute', fonte: 'nostra', come: 'rows', perché: 'a one-time code: fetched at once, or never', toglie: (tx, q) => pulisciPassi(tx, q.adesso) },
  { dati: 'a scheda that an officer has open, and why', tabelle: ['consultazione'], spesso: true,
    quanto: 'half an hour', fonte: 'nostra', come: 'rows', perché: 'that she read stays in the record of access', toglie: (tx, q) => dimenticaConsultazioni(tx, q.adesso) },
  { dati: 'logins begun with SPID or CIE', tabelle: ['saml_richiesta'],
    quanto: '1 day', fonte: 'nostra', come: 'rows', perché: 'an answer comes within minutes', toglie: (tx, q) => dimenticaRichieste(tx, q.oggi) },
  { dati: 'messages of SPID and CIE, encrypted', tabelle: ['saml_traccia'],
    quanto: '24 months', fonte: 'legge', come: 'whole months', perché: 'D.P.C.M. 24/10/2014 art. 13', toglie: (tx, q) => preparaTracce(tx, q.oggi) },
  { dati: 'serial numbers of revoked cards', tabelle: ['cns_revoca'],
    quanto: 'until the next list of the authority', fonte: 'nostra', come: 'replaced', perché: 'the list that counts is the last one' },
  // reaching people
  { dati: 'e-mail and telephone that a person gave', tabelle: ['recapito'],
    quanto: 'until she takes them away; 24 months after she last came in', fonte: 'nostra', come: 'rows', perché: 'addresses are given away and get another owner', toglie: (tx, q) => dimenticaRecapiti(tx, q.oggi) },
  { dati: 'whether she wants notices', tabelle: ['preferenza'],
    quanto: 'as long as we know her', fonte: 'nostra', come: 'never', perché: 'a no must not be forgotten' },
  { dati: 'domicilio digitale as INAD said it', tabelle: ['domicilio_digitale'],
    quanto: '30 days', fonte: 'nostra', come: 'rows', perché: 'INAD is asked again', toglie: (tx, q) => dimenticaDomicili(tx, q.oggi) },
  { dati: 'outbox, with what the mail server said; codes on their way', tabelle: ['messaggio', 'messaggio_tentativo', 'recapito_codice', 'recapito_richiesta'],
    quanto: '30 days, the text until it is delivered; codes 1 day', fonte: 'nostra', come: 'rows', perché: 'to find out why a message did not arrive', toglie: (tx, q) => dimenticaMessaggi(tx, q.oggi) },
  // requests
  { dati: 'drafts of requests, with their attachments', tabelle: ['richiesta', 'richiesta_dato', 'allegato', 'allegato_pezzo'],
    quanto: '90 days', fonte: 'nostra', come: 'rows', perché: 'not sent in three months: she has thought better of it, or begins anew', toglie: (tx, q) => dimenticaBozze(tx, q.oggi) },
  { dati: 'attachments of requests that ended', tabelle: ['allegato', 'allegato_pezzo'],
    quanto: '24 months after the end; 6 months where she withdrew', fonte: 'nostra', come: 'rows', perché: 'GDPR art. 5(1)(e): copies of documents are the most that we hold of a person. They are wanted as long as the decision can be attacked: prefetto 30 days, TAR 60, Capo dello Stato 120 (D.P.R. 1199/1971 art. 9), a complaint to the Garante, which may take a year (D.Lgs. 196/2003 art. 143). Nothing was decided on what was withdrawn. What a correction rests on is in the comune’s own file', toglie: (tx, q) => dimenticaAllegati(tx, q.oggi) },
  { dati: 'requests that ended: data, history, messages, notices', tabelle: ['richiesta', 'richiesta_dato', 'richiesta_mossa', 'richiesta_messaggio', 'avviso', 'avviso_tentativo'],
    quanto: '10 years after the end', fonte: 'nostra', come: 'rows', perché: 'as long as who was damaged may sue (art. 2946 c.c.; GDPR art. 17(3)(e))', toglie: (tx, q) => dimenticaChiuse(tx, q.oggi) },
  { dati: 'addresses of offices, and who set them', tabelle: ['ufficio_avvisi'],
    quanto: 'until they are changed', fonte: 'nostra', come: 'replaced', perché: 'of offices, not of people' },
  { dati: 'who changed a decode table, opened rettifica in a comune, or said what may be corrected', tabelle: ['voce_richieste', 'rettifica_aperta', 'rettifica_apertura', 'dato_correggibile'],
    quanto: 'for ever', fonte: 'nostra', come: 'never', perché: 'what held on the day of a decision' },
  { dati: 'calls of comuni’s software, with the answers given', tabelle: ['chiamata'],
    quanto: '24 months', fonte: 'nostra', come: 'rows', perché: 'a call is repeated within days; disputes on what was answered, as with SPID’s messages', toglie: (tx, q) => dimenticaChiamate(tx, q.oggi) },
  // the site
  { dati: 'what people wrote about a page, and reports of accessibility', tabelle: ['valutazione_dettaglio', 'segnalazione_accessibilita'],
    quanto: '1 year', fonte: 'nostra', come: 'text only', perché: 'the pages say so; the answers stay counted, the reports go whole', toglie: (tx, q) => dimenticaSito(tx, q.oggi) },
]

/** Tables with nothing of a person, and why. */
// biome-ignore format: a table
export const SENZA_PERSONE: Readonly<Record<string, readonly string[]>> = {
  'territory and codes, public': ['comune', 'comune_nome', 'comune_periodo', 'consolato', 'consolato_competenza', 'decodifica', 'decodifica_caricata', 'decodifica_tabella', 'prefettura', 'provincia', 'regione', 'stato', 'successione', 'territorio_caricato'],
  'counts': ['conteggio', 'istantanea', 'rettifica_mese', 'saml_conteggio', 'somma', 'valutazione', 'visita'],
  'roads of comuni': ['comune_cammino'],
  'authorities and providers': ['cns_elenco', 'cns_emittente', 'saml_fornitore'],
  'the program’s own': ['demo', 'migrazione', 'richiesta_lettura'],
}

/** A thousand at a time, each in a transaction of its own: nobody waits long for what is being forgotten. */
const LOTTO = 1000
async function passa(db: Db, righe: readonly Conservazione[], q: Quando): Promise<void> {
  for (const { toglie } of righe)
    if (toglie) for (let tolti: unknown = LOTTO; tolti === LOTTO; ) tolti = await db.tx(tx => toglie(tx, q))
}

/** The nightly job: takes away what is over. Run again it finds nothing. */
export const conserva = (db: Db, q: Quando): Promise<void> => passa(db, CONSERVAZIONE, q)
/** The same of what lives for minutes. */
export const conservaSpesso = (db: Db, q: Quando): Promise<void> =>
  passa(
    db,
    CONSERVAZIONE.filter(c => c.spesso),
    q,
  )

/** For `docs/tables/retention.md`. */
export function conservazioneComeTesto(): string {
  const riga = (...celle: string[]) => `| ${celle.join(' | ')} |`
  return [
    'Run every night by `src/conservazione.ts`. *Inferred*: our judgement, no rule was found; who answers for the data may say otherwise.',
    '',
    riga('what', 'tables', 'how long', 'why', 'removed'),
    riga('---', '---', '---', '---', '---'),
    ...CONSERVAZIONE.map(c =>
      riga(
        c.dati,
        c.tabelle.map(t => `\`${t}\``).join(', '),
        c.quanto,
        `${c.perché}${c.fonte === 'nostra' ? ' (*inferred*)' : ''}`,
        c.come,
      ),
    ),
    '',
    'Nothing of a person, kept:',
    '',
    ...Object.entries(SENZA_PERSONE).map(([perché, t]) => `- ${perché}: ${t.map(x => `\`${x}\``).join(', ')}`),
    '',
    'Jobs (`graphile_worker.jobs`) carry no data; one that succeeded is gone, one that failed for good stays until somebody looks.',
    'Logs name nobody; their term is the machine’s.',
    '',
  ].join('\n')
}
