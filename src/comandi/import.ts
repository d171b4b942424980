import { ErroreArchivio, importaComuni } from '../anagrafe/index.ts'
import { adesso, oggi } from '../orologio.ts'
import { ErrorePiano, importaPiano, type NotaPiano, type RegolaPiano } from '../subentro/index.ts'
import type { Argomenti } from './comando.ts'
import { conDatabase } from './conDatabase.ts'

type Importa = (a: Argomenti, file: string) => Promise<number>
const COSE: Readonly<Record<string, Importa>> = { comuni, piano }

export async function esegui(a: Argomenti): Promise<number> {
  const [file = ''] = a.parole
  return await COSE[a.verbo]!(a, file)
}

async function comuni(a: Argomenti, file: string): Promise<number> {
  try {
    const e = await conDatabase(a, { ruolo: 'anpr_migra' }, db => db.tx(tx => importaComuni(tx, file)))
    console.log(
      e.cambiato
        ? `Letto l'archivio (${e.righe} righe, ${e.attivi} comuni attivi al ${e.aggiornato}): ${e.nuovi} periodi nuovi, ${e.cambiati} cambiati, ${e.tolti} tolti, ${e.uguali} uguali.`
        : `Questo archivio (${e.righe} righe, aggiornato al ${e.aggiornato}) era già nella base dati: niente è cambiato.`,
    )
    return 0
  } catch (e) {
    if (!(e instanceof ErroreArchivio)) throw e
    const { riga, colonna, regola, valore } = e.dati
    console.error(
      `L'archivio non è stato preso: riga ${riga}${colonna ? `, colonna ${colonna}` : ''}, regola «${regola}»${valore ? `, valore «${valore}»` : ''}.
Niente di questo file è rimasto. Correggi la riga, o scarica di nuovo il file dal sito del Ministero, e riprova.`,
    )
    return 1
  }
}

/** What to do about each fault of a plan file. */
const RIMEDI: Readonly<Record<RegolaPiano, string>> = {
  utf8: 'salva il file in UTF-8',
  virgolette: 'metti le virgolette attorno a tutto il campo, e raddoppia quelle dentro',
  'fine riga': 'salva il file con righe che finiscono in LF o CRLF',
  'file vuoto': 'il file vuole una riga di intestazione e almeno un comune',
  'colonna sconosciuta': 'togli la colonna, o chiamala come dice bin/anpr help import',
  'colonna ripetuta': 'lascia una sola colonna con questo nome',
  'colonne mancanti': 'serve CODISTAT o CODCATASTALE, e almeno una colonna di date o di persone',
  'numero di campi': 'scrivi tanti campi quante sono le colonne',
  'codice ISTAT': 'scrivi le sei cifre, con lo zero davanti',
  'codice catastale': 'scrivi una lettera e tre cifre',
  data: 'scrivi un giorno che esiste, gg/mm/aaaa o aaaa-mm-gg',
  anno: 'controlla l’anno: ANPR c’è dal 2014, e non si pianifica oltre dieci anni',
  'ingresso futuro': 'chi non è ancora entrato ha una finestra (PRIMA, ULTIMA), non un DATASUBENTRO',
  numero: 'scrivi un numero intero, senza punti',
  'finestra al contrario': 'ULTIMA non può venire prima di PRIMA',
  'giorno fuori dalla finestra': 'PREFERITA sta tra PRIMA e ULTIMA, anche quelle già note',
  'codice mancante': 'scrivi CODISTAT o CODCATASTALE',
  'codice sconosciuto':
    'nessun comune ha questo codice: controllalo, o prendi prima l’archivio con bin/anpr import comuni',
  'codice di più comuni': 'lo hanno avuto più comuni: aggiungi CODCATASTALE',
  'comune ripetuto': 'lascia una sola riga per comune',
}

const NOTE: Readonly<Record<NotaPiano['che'], string>> = {
  nome: 'il codice è di un altro comune: riga lasciata fuori',
  codici: 'i due codici sono di due comuni: riga lasciata fuori',
  'non esisteva': 'quel giorno questo comune non c’era: riga lasciata fuori',
  'cessato dopo': 'oggi questo comune non c’è più: riga tenuta, vale per chi ne ha preso il posto',
  'senza fornitura': 'il registro non ha i suoi dati: riga tenuta, ma il portale lo dirà in ANPR solo dopo il subentro',
}
/** Beyond so many notices of one kind only their lines are listed. */
const PER_ESTESO = 20

async function piano(a: Argomenti, file: string): Promise<number> {
  try {
    const e = await conDatabase(a, { ruolo: 'anpr_job' }, async (db, database) => {
      const territorio = await database.territorio()
      return await db.tx(tx => importaPiano(tx, file, { territorio, oggi: oggi(), adesso: adesso() }))
    })
    for (const [che, note] of Map.groupBy(e.note, n => n.che)) {
      console.error(`${NOTE[che]} (${note.length}):`)
      if (note.length > PER_ESTESO) console.error(`  righe ${intervalli(note.map(n => n.riga))}`)
      else for (const n of note) console.error(`  riga ${n.riga}: ${n.nome} (${n.codice})`)
    }
    const fuori = e.note.filter(n => !n.tenuta).length
    console.log(
      `Lette ${e.righe} righe: ${e.cambiati} comuni con novità, ${e.uguali} come prima, ${fuori} righe lasciate fuori. Le cifre del portale ne tengono conto dal prossimo conteggio notturno; con «bin/anpr snapshot» subito, per i giorni di ingresso.`,
    )
    return 0
  } catch (e) {
    if (!(e instanceof ErrorePiano)) throw e
    for (const { riga, colonna, regola, valore } of e.guasti)
      console.error(
        `riga ${riga}${colonna ? `, colonna ${colonna}` : ''}: ${regola}${valore ? ` «${valore}»` : ''}. Rimedio: ${RIMEDI[regola]}.`,
      )
    console.error(
      `Il piano non è stato preso: ${e.guasti.length === 1 ? 'un errore' : `${e.guasti.length} errori`}. Niente di questo file è rimasto.`,
    )
    return 1
  }
}

/** 2, 3, 4, 7 → "2–4, 7" */
function intervalli(righe: readonly number[]): string {
  const tratti: [da: number, a: number][] = []
  for (const r of righe) {
    const ultimo = tratti.at(-1)
    if (ultimo && ultimo[1] === r - 1) ultimo[1] = r
    else tratti.push([r, r])
  }
  return tratti.map(([da, a]) => (da === a ? `${da}` : `${da}–${a}`)).join(', ')
}
