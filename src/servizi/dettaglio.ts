// P002: all of a request, with its history and its files.

import type { Motivo } from '../accessi/index.ts'
import { type Decodifiche, persone, type Scheda, type Territorio } from '../anagrafe/index.ts'
import type { RispostaP002 } from '../contratto/index.ts'
import type { Cifra, Db, Tx } from '../db/index.ts'
import {
  type Allegato,
  allegatiDi,
  type Dato,
  datiDi,
  leggiAllegato,
  type MossaFatta,
  mosseDi,
  type Richiesta,
  riepilogo,
} from '../richieste/index.ts'
import type { DatiRiepilogo } from '../ui/index.ts'
import { comuneDi, generalitaDi, IGNOTO } from './generalita.ts'
import { type FileSoap, segno } from './risposta.ts'
import type { Stati } from './stati.ts'

type Dettaglio = NonNullable<NonNullable<RispostaP002['RispostaOKP002']>['dettaglio']>

export interface OpzioniDettaglio {
  readonly db: Db
  readonly cifra: Cifra
  readonly territorio: Territorio
  readonly decodifiche: Decodifiche
  readonly stati: Stati
}

/** The request for the message, its files under the marks that stand for them, and what its sheet says: the sheet itself
 *  (`foglio.segno`) is drawn once the transaction is over. Reading is recorded. */
export async function dettaglio(
  tx: Tx,
  o: OpzioniDettaglio,
  m: Motivo,
  r: Richiesta,
): Promise<{ dettaglio: Dettaglio; file: Map<string, FileSoap>; foglio: { segno: string; dati: DatiRiepilogo } }> {
  const [dati, mosse, allegati] = [await datiDi(tx, r.id), await mosseDi(tx, r.id), await allegatiDi(tx, r.id)]
  const scheda = async (id: string) => (await persone(tx, m, { id }))[0]
  const richiedente = await scheda(r.scheda_id)
  const altra = dati.find(d => d.scheda_id !== r.scheda_id)?.scheda_id
  const interessata = altra === undefined ? richiedente : await scheda(altra)
  const foglio = { segno: segno(), dati: await riepilogo(tx, m, o.decodifiche, r) }

  const file = new Map<string, FileSoap>()
  const posa = (f: FileSoap) => {
    const nome = segno()
    file.set(nome, f)
    return nome
  }
  const chi = (s: Scheda | undefined) => (s ? generalitaDi(s, o.territorio) : IGNOTO)
  const giorno = r.inviata!.slice(0, 10)
  return {
    file,
    foglio,
    dettaglio: {
      codiceRichiesta: r.id,
      idTipologia: String(r.tipo),
      ...(r.note && { note: r.note }),
      dataApertura: istante(r.inviata!),
      ...(r.chiusa && { dataChiusura: istante(r.chiusa) }),
      // The whole of the last day is still good.
      ...(r.scade_comune && { dataScadenza: `${r.scade_comune}T23:59:59` }),
      dataUltimoAggiornamento: istante(r.aggiornata),
      numeroProroghe: String(r.proroghe),
      statoRichiestaCorrente: stato(mosse.at(-1)!, o.stati),
      recapiti: { recapito: r.recapiti.map(x => ({ idTipologiaRecapito: x.tipo, valoreRecapito: x.valore })) },
      ...(interessata && { identificativi: { idANPR: interessata.id_anpr } }),
      soggettoRichiedente: chi(richiedente),
      soggettoInteressato: chi(interessata),
      ...(interessata?.gruppo_id && {
        famigliaConvivenza: {
          idFamigliaConvivenzaANPR: interessata.gruppo_id,
          tipoScheda: String(interessata.gruppo_tipo),
        },
      }),
      comuneInteressato: comuneDi(r.comune_id, giorno, o.territorio)!,
      storicoStati: { statoRichiesta: mosse.map(m => stato(m, o.stati)) },
      riepilogoRichiesta: {
        nomeFile: `richiesta-${r.id}.pdf`,
        idFormatoFile: FORMATO.pdf.codice,
        contenuto: foglio.segno,
      },
      allegati: {
        allegato: allegati.map(a => ({
          idTipologia: a.tipologia,
          nomeFile: a.nome,
          idFormatoFile: FORMATO[a.formato].codice,
          contenuto: posa({
            tipo: FORMATO[a.formato].tipo,
            byte: a.byte,
            pezzi: () => leggiAllegato(o.db, o.cifra, a),
          }),
        })),
      },
      datiRettifica: { rettificheRichieste: { infoRettifica: dati.map(d => rettifica(d, o.decodifiche)) } },
    },
  }
}

/** Decode table 51. */
const FORMATO: Record<Allegato['formato'], { codice: string; tipo: string }> = {
  pdf: { codice: '1', tipo: 'application/pdf' },
  jpeg: { codice: '2', tipo: 'image/jpeg' },
  png: { codice: '3', tipo: 'image/png' },
}
const stato = (m: MossaFatta, stati: Stati) => ({
  idStato: stati.codice(m.stato),
  operatore: m.mano === 'comune' ? m.chi : m.mano,
  dataStato: istante(m.quando),
  ...(m.note && { note: m.note }),
})
/** The text is what a person reads; its code goes into the note (italia/anpr #3159 got one here and the other there). */
const rettifica = (d: Dato, decodifiche: Decodifiche) => {
  const sezione = decodifiche.verso('datoRettifica', d.dato)
  const note = [d.note, d.codice && `codice del valore richiesto: ${d.codice}`].filter(Boolean).join('; ')
  const [nomeSezione, nome] = [
    sezione && decodifiche.descrizione('sezioneRettifica', sezione),
    decodifiche.descrizione('datoRettifica', d.dato),
  ]
  return {
    idSchedaSoggettoANPR: d.scheda_id,
    idSezioneDati: sezione ?? '0',
    ...(nomeSezione && { sezioneDati: nomeSezione }),
    idDatoAnagrafico: d.dato,
    ...(nome && { datoAnagrafico: nome }),
    valoreAttuale: d.attuale,
    valoreRichiesto: d.chiesto,
    ...(note && { note }),
  }
}

/** A file that is in memory. */
export const inMemoria = (tipo: string, dati: Buffer): FileSoap => ({
  tipo,
  byte: dati.length,
  pezzi: () => unPezzo(dati),
})
async function* unPezzo(dati: Buffer): AsyncGenerator<Buffer> {
  yield dati
}

/** An instant of the database (`2026-03-02 11:00:00.5+01`), or ISO 8601, as xs:dateTime. */
export const istante = (t: string): string => t.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
