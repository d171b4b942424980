// P000: a comune's own software lists, reads and moves citizens' requests (CITTADINO 4).

import { createHash } from 'node:crypto'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import type { Motivo } from '../accessi/index.ts'
import { decodificheDiBase } from '../anagrafe/index.ts'
import {
  P000,
  type RichiestaP001,
  type RichiestaP002,
  type RichiestaP003,
  type RispostaP001,
  type RispostaP002,
  type RispostaP003,
  scriviElemento,
  type TipoDatoTestataRichiesta,
  type TipoDatoTestataRisposta,
  type TipoErroriAnomalia,
} from '../contratto/index.ts'
import {
  type ChiMuove,
  elencoRichieste,
  giorniTra,
  muovi,
  proroga,
  richiesta,
  type VoceElenco,
} from '../richieste/index.ts'
import { type DatiRiepilogo, it, pdfRiepilogo } from '../ui/index.ts'
import { type Bounded, bounded } from '../web/index.ts'
import type { RifiutoSoftware } from './ascolto.ts'
import { nuovoNumero, prendi, tieniRisposta } from './chiamata.query.ts'
import { dettaglio, inMemoria, istante, type OpzioniDettaglio } from './dettaglio.ts'
import { daDire, diSchema, Errore, errore, GENERICO, NIENTE, NON_AMMESSO } from './errori.ts'
import type { Risposta } from './risposta.ts'
import { type ChiamataSoap, type ComuneChiamante, soap } from './soap.ts'
import { stati } from './stati.ts'

export interface OpzioniP000
  extends Omit<OpzioniDettaglio, 'decodifiche' | 'stati'>,
    Partial<Pick<OpzioniDettaglio, 'decodifiche'>> {
  /** AAAA-MM-GG in Rome */
  oggi(): string
  /** ISO 8601 */
  adesso(): string
  /** whether what is asked for is invented: the sheets say so */
  demo: boolean
  comuneDi(req: FastifyRequest): ComuneChiamante | RifiutoSoftware
  /** number of that state in the contract; ours unless said */
  irricevibile?: string
}
type Opzioni = OpzioniP000 & OpzioniDettaglio & { readonly fogli: Bounded<Buffer> }
/** Bytes of sheets that a process keeps. */
const FOGLI = 16 * 2 ** 20

/** The real service's WSDL names the one, its test system answered on the other (italia/anpr #3043). */
export const INDIRIZZI_P000 = ['/P000', '/anpr-wsP000/AnprServiceP000'] as const

/** `/P000`: the service, and its WSDL. */
export const rotteP000: FastifyPluginAsync<OpzioniP000> = async (app, opzioni) => {
  const o: Opzioni = {
    ...opzioni,
    decodifiche: opzioni.decodifiche ?? decodificheDiBase(),
    stati: stati(opzioni.irricevibile),
    fogli: bounded(FOGLI),
  }
  soap(app, { servizio: P000, indirizzi: INDIRIZZI_P000, comuneDi: o.comuneDi, rispondi: c => rispondi(o, c) })
}

type Chiamata = Omit<ChiamataSoap, 'messaggio' | 'testata'> & {
  readonly testata: TipoDatoTestataRichiesta
  /** idOperazioneANPR */
  readonly numero: string
}
const OPERAZIONI: Record<string, (o: Opzioni, c: Chiamata, messaggio: never) => Promise<Risposta>> = {
  P001: elenco,
  P002: dettagli,
  P003: aggiorna,
}

async function rispondi(o: Opzioni, c: ChiamataSoap): Promise<Risposta> {
  const { codice } = c.operazione
  const numero = await nuovoNumero(o.db)
  const testata = c.testata as TipoDatoTestataRichiesta | undefined
  try {
    if (!c.messaggio || !testata) throw diSchema(c.errori)
    esigiTestata(testata, codice, c.chi)
    return await OPERAZIONI[codice]!(o, { ...c, testata, numero }, c.messaggio as never)
  } catch (e) {
    const errori = daDire(e, o.stati)
    if (!errori) throw e
    return ko(o, c, testata, numero, errori)
  }
}

/** Whoever the certificate says it is speaks for itself only. */
function esigiTestata(t: TipoDatoTestataRichiesta, codice: string, chi: ComuneChiamante): void {
  const errori: TipoErroriAnomalia[] = []
  const esigi = (bene: boolean, campo: keyof TipoDatoTestataRichiesta, codice: string, testo: string) => {
    if (!bene) errori.push(errore(codice, testo, `testataRichiesta/${campo}`, t[campo]))
  }
  esigi(
    t.codMittente.trim() === chi.istat,
    'codMittente',
    'EN167',
    `Operazione non effettuabile: codMittente deve essere ${chi.istat}, il comune del certificato con cui chiami`,
  )
  esigi(t.codDestinatario.trim() === ANPR, 'codDestinatario', GENERICO, `codDestinatario deve essere ${ANPR}`)
  esigi(t.operazioneRichiesta === codice, 'operazioneRichiesta', GENERICO, `operazioneRichiesta deve essere ${codice}`)
  if (errori.length > 0) throw new Errore(...errori)
}
const ANPR = '999999'

const testataRisposta = (
  t: TipoDatoTestataRichiesta,
  chi: ComuneChiamante,
  numero: string,
  esito: '2' | '3',
): TipoDatoTestataRisposta => ({
  idOperazioneComune: t.idOperazioneComune,
  codMittente: ANPR,
  codDestinatario: chi.istat,
  operazioneRichiesta: t.operazioneRichiesta,
  dataOraRichiesta: t.dataOraRichiesta,
  ...(t.protocolloComune !== undefined && { protocolloComune: t.protocolloComune }),
  ...(t.dataProtocolloComune !== undefined && { dataProtocolloComune: t.dataProtocolloComune }),
  idOperazioneANPR: numero,
  esitoOperazione: esito,
})
const fatto = (c: Chiamata) => testataRisposta(c.testata, c.chi, c.numero, '2')

function ko(
  o: Opzioni,
  c: ChiamataSoap,
  testata: TipoDatoTestataRichiesta | undefined,
  numero: string,
  errori: readonly TipoErroriAnomalia[],
): Risposta {
  // Of a header that could not be read nothing can be given back.
  const sua = testata ?? {
    idOperazioneComune: '0',
    codMittente: c.chi.istat,
    codDestinatario: ANPR,
    operazioneRichiesta: c.operazione.codice,
    dataOraRichiesta: o.adesso(),
    tipoOperazione: 'C',
    tipoInvio: 'PROD',
  }
  const rispostaKO = {
    testataRisposta: testataRisposta(sua, c.chi, numero, '3'),
    listaErrori: { errore: [...errori] },
  }
  return { xml: scriviElemento(c.operazione.risposta, { rispostaKO }) }
}
const motivo = (c: Chiamata): Motivo => ({
  chi: { ruolo: 'software', id: c.chi.id, comune: c.chi.comune },
  finalita: 'verifica',
  servizio: c.operazione.codice,
})

/** Longest span of a list, in days (italia/anpr #3302). */
const GIORNI = 30
/** A request is "in scadenza" so many days before its term; the real service's number is not known. */
const IN_SCADENZA = 7

/** P001. By day of opening, as the contract has it; with `?per=aggiornamento` on the address by that of the last change, so
 *  that a poll does not miss what moves late (italia/anpr #3363). */
async function elenco(o: Opzioni, c: Chiamata, { criteriRicerca: cr }: RichiestaP001): Promise<Risposta> {
  const [dal, al] = [giorno(cr.dataIniziale, 'dataIniziale'), giorno(cr.dataFinale, 'dataFinale')]
  if (dal > o.oggi())
    throw new Errore(
      errore(
        'EHR15',
        `Data iniziale della richiesta ${dal} maggiore della data di sistema ${o.oggi()}`,
        'dataIniziale',
        dal,
      ),
    )
  if (al < dal)
    throw new Errore(
      errore('EHR16', `Data finale della richiesta ${al} minore della data iniziale ${dal}`, 'dataFinale', al),
    )
  if (giorniTra(dal, al) > GIORNI)
    throw new Errore(
      errore(
        'EN467',
        `Il periodo di riferimento non può superare i ${GIORNI} giorni: dividi la ricerca`,
        'dataFinale',
        al,
      ),
    )
  const stato = cr.idStatoRichiesta === '' ? undefined : (o.stati.stato(cr.idStatoRichiesta)?.numero ?? NESSUNO)
  const trovate = await o.db.tx(tx =>
    elencoRichieste(tx, motivo(c), {
      comune: c.chi.comune,
      tipo: Number(cifre(cr.idTipologia)),
      stato,
      dal,
      al,
      per: c.query.per === 'aggiornamento' ? 'aggiornamento' : 'apertura',
      prorogate: cr.flagProrogate === 'true',
      inScadenzaEntro: cr.flagInScadenza === 'true' ? tra(o.oggi(), IN_SCADENZA) : undefined,
    }),
  )
  if (trovate.length === 0) throw new Errore(errore(NIENTE, 'La richiesta effettuata non produce alcun risultato'))
  const RispostaOKP001 = {
    testataRisposta: fatto(c),
    criteriRicerca: cr,
    elenco: { richiesta: trovate.map(v => voce(v, o)) },
  }
  return { xml: scriviElemento<RispostaP001>(P000.operazioni[0].risposta, { RispostaOKP001 }) }
}
/** A state in which no request is. */
const NESSUNO = 0
const voce = (v: VoceElenco, o: Opzioni) => ({
  codiceRichiesta: v.id,
  idSchedaSoggettoRichiedente: v.scheda_id,
  ...(v.interessata !== null && { idSchedaSoggettoInteressato: v.interessata }),
  ...(v.gruppo_id !== null && { idFamigliaConvivenzaANPR: v.gruppo_id }),
  idStatoRichiesta: o.stati.codice(v.stato),
  idTipologia: String(v.tipo),
  dataApertura: istante(v.inviata),
  ...(v.chiusa !== null && { dataChiusura: istante(v.chiusa) }),
  ...(v.assegnata !== null && { operatore: v.assegnata }),
  ...(v.codice_fiscale !== null && {
    codiceFiscaleSoggettoRichiedente: {
      codFiscale: v.codice_fiscale,
      ...(v.cf_validita !== null && { validitaCF: String(v.cf_validita) }),
    },
  }),
})
const tra = (oggi: string, giorni: number) => Temporal.PlainDate.from(oggi).add({ days: giorni }).toString()
function giorno(data: string, campo: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(data)) return data
  throw new Errore(errore(GENERICO, `${campo} non è una data di questi secoli: scrivila come AAAA-MM-GG`, campo, data))
}
/** The schema lets digits of other scripts pass: no code of ours has them, so nothing is found. */
function cifre(codice: string): string {
  if (/^[0-9]+$/.test(codice)) return codice
  throw new Errore(errore(NIENTE, 'La richiesta effettuata non produce alcun risultato'))
}

/** P002. */
async function dettagli(o: Opzioni, c: Chiamata, { criteriRicerca }: RichiestaP002): Promise<Risposta> {
  const { codiceRichiesta } = criteriRicerca
  const {
    dettaglio: d,
    file,
    foglio,
  } = await o.db.tx(async tx => {
    const r = /^[0-9]{1,18}$/.test(codiceRichiesta) ? await richiesta(tx, codiceRichiesta) : undefined
    // Another comune's is not told apart from none, nor is a draft.
    if (!r || r.comune_id !== c.chi.comune || r.inviata === null)
      throw new Errore(
        errore(NIENTE, 'La richiesta effettuata non produce alcun risultato', 'codiceRichiesta', codiceRichiesta),
      )
    return dettaglio(tx, o, motivo(c), r)
  })
  file.set(foglio.segno, inMemoria('application/pdf', await foglioDi(o, foglio.dati)))
  const RispostaOKP002 = { testataRisposta: fatto(c), criteriRicerca, dettaglio: d }
  return { xml: scriviElemento<RispostaP002>(P000.operazioni[1].risposta, { RispostaOKP002 }), file }
}

/** The sheet of a request, drawn once for what it says: drawing takes four times as long as all the rest of an answer, and
 *  comuni's software asks for the same request again until it is closed. */
async function foglioDi(o: Opzioni, dati: DatiRiepilogo): Promise<Buffer> {
  const chiave = createHash('sha256').update(JSON.stringify(dati)).digest('base64url')
  const noto = o.fogli.get(chiave)
  if (noto) return noto
  const pdf = await pdfRiepilogo(dati, { testi: it, adesso: o.adesso(), demo: o.demo })
  o.fogli.set(chiave, pdf, pdf.length)
  return pdf
}

/** P003. The same `idOperazioneComune` again gets the answer given then: nothing is done twice. */
async function aggiorna(o: Opzioni, c: Chiamata, { criteriAggiornamento: ca }: RichiestaP003): Promise<Risposta> {
  const { idOperazioneComune } = c.testata
  const impronta = createHash('sha256').update(JSON.stringify(ca)).digest('hex')
  return o.db.tx(async tx => {
    const adesso = o.adesso()
    const prima = await prendi(tx, {
      comune: c.chi.comune,
      idComune: idOperazioneComune,
      id: c.numero,
      servizio: c.operazione.codice,
      impronta,
      chi: c.chi.id,
      operatore: ca.operatore,
      quando: adesso,
    })
    if (prima && prima.impronta !== impronta)
      throw new Errore(
        errore(
          GENERICO,
          'Questo idOperazioneComune è già stato usato per un’altra richiesta: usane uno nuovo',
          'testataRichiesta/idOperazioneComune',
          idOperazioneComune,
        ),
      )
    if (prima?.risposta) return { xml: prima.risposta }
    const chi: ChiMuove = { mano: 'comune', id: c.chi.id, comune: c.chi.comune }
    if (ca.idStatoRichiesta !== undefined)
      await muovi(tx, chi, ca.codiceRichiesta, {
        mossa: { stato: statoChiesto(o, ca.idStatoRichiesta) },
        adesso,
        note: ca.note,
        motivo: ca.idMotivoIrricevibile,
      })
    else if (ca.richiestaProroga === 'true') await proroga(tx, chi, ca.codiceRichiesta, { adesso, note: ca.note ?? '' })
    else
      throw new Errore(
        errore(
          NON_AMMESSO,
          'richiestaProroga è false e non c’è uno stato: non c’è nulla da fare',
          'richiestaProroga',
          'false',
        ),
      )
    const RispostaOKP003 = { testataRisposta: fatto(c), criteriRicerca: ca, esito: { codiceEsito: '0' } }
    const xml = scriviElemento<RispostaP003>(P000.operazioni[2].risposta, { RispostaOKP003 })
    await tieniRisposta(tx, c.chi.comune, idOperazioneComune, xml)
    return { xml }
  })
}
function statoChiesto(o: Opzioni, codice: string) {
  const stato = o.stati.stato(codice)
  if (stato) return stato.nome
  throw new Errore(
    errore(NON_AMMESSO, `Lo stato ${codice} non esiste. Stati: ${o.stati.elenco()}`, 'idStatoRichiesta', codice),
  )
}
