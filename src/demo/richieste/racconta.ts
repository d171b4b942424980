import { primoFeriale } from '../../calendario/index.ts'
import {
  ammesse,
  type Mano,
  type Mossa,
  type NomeStato,
  prorogabileFinoAl,
  type RichiestaVissuta,
  STATI,
  scadenze,
} from '../../richieste/index.ts'
import type { Caso } from '../persone/caso.ts'
import { giornoDi, testoDi } from '../persone/giorni.ts'
import type { Voluto } from './dati.ts'

export interface Vicenda {
  utente: string
  ufficio: string
  /** day of sending, AAAA-MM-GG */
  giorno: string
  /** how slow the comune is: 1 as most */
  lentezza: number
  dati: readonly Voluto[]
  /** nothing later than this instant has happened, ISO 8601 */
  adesso: string
}

const DUE = (n: number) => String(n).padStart(2, '0')
/** An instant of a day in Rome; winter's offset all the year round, which moves nothing over midnight here. */
const alle = (giorno: string, c: Caso, dalle: number, fino: number) =>
  `${giorno}T${DUE(c.fra(dalle, fino))}:${DUE(c.sotto(60))}:${DUE(c.sotto(60))}+01:00`

/** About how many days, half of the times more: a long tail to the right. */
const circa = (mediana: number, c: Caso) =>
  Math.max(1, Math.round(mediana * Math.exp((c.frazione() + c.frazione() + c.frazione() - 1.5) * 1.5)))

const NOTE = {
  irricevibile: ['La correzione dipende da un atto di stato civile: rivolgiti all’ufficio che lo ha formato.', 'Non è un errore: il cambiamento va dichiarato allo sportello.'],
  sospendi: ['Serve una copia dell’atto a cui fai riferimento.', 'Allega un documento in cui il dato è scritto come lo chiedi.'],
  respingi: ['L’atto in nostro possesso conferma il dato registrato.'],
  proroga: ['Abbiamo chiesto l’atto a un altro comune: risponderemo appena arriva.', 'Le richieste di questo periodo sono molte: ci serve più tempo.'],
  accogli: ['Il dato è stato corretto.'],
  inParte: ['È stato corretto uno solo dei due dati: per l’altro l’atto conferma quello registrato.'],
} // biome-ignore format: a text a line

/** What became of a request, as the table of moves allows: up to now, since the demo is born in the middle of it. */
export function racconta(v: Vicenda, c: Caso): Omit<RichiestaVissuta, 'utente' | 'scheda' | 'comune'> {
  const mosse: RichiestaVissuta['mosse'][number][] = []
  const messaggi: RichiestaVissuta['messaggi'][number][] = []
  let stato: NomeStato = 'bozza'
  let giorno = v.giorno
  const inviata = alle(giorno, c, 7, 22)
  const limite = Date.parse(v.adesso)
  const scrive = (mossa: string, mano: Mano, quando: string, altro: { note?: string; motivo?: string } = {}) =>
    mosse.push({ mossa, stato: codice(stato), mano, chi: mano === 'comune' ? v.ufficio : v.utente, quando, ...altro })
  /** Some days later; false where that is yet to come. */
  const dopo = (
    giorni: number,
    mossa: Mossa | 'proroga',
    mano: Mano,
    altro: { note?: string; motivo?: string } = {},
  ) => {
    const poi = testoDi(giornoDi(giorno)! + giorni)
    const ilGiorno = mano === 'comune' ? primoFeriale(poi) : poi
    const quando = mano === 'comune' ? alle(ilGiorno, c, 8, 17) : alle(ilGiorno, c, 7, 22)
    if (Date.parse(quando) >= limite) return false
    if (mossa !== 'proroga') {
      const t = ammesse(stato, mano).find(x => x.nome === mossa)
      if (!t) throw new Error(`${mossa} does not leave ${stato}`)
      stato = t.a
    }
    giorno = ilGiorno
    scrive(mossa, mano, quando, altro)
    return true
  }
  stato = 'aperta'
  scrive('invia', 'cittadino', inviata)

  const fine = () => {
    const lunga = circa(12 * v.lentezza, c)
    const termine = prorogabileFinoAl(v.giorno)
    if (giornoDi(giorno)! + lunga > giornoDi(termine)! - 3 && c.capita(0.45)) {
      const giorni = giornoDi(termine)! - giornoDi(giorno)! - c.fra(4, 9)
      const motivo = c.capita(0.6) ? 'complessita' : 'numero'
      if (giorni > 0) dopo(giorni, 'proroga', 'comune', { note: NOTE.proroga[motivo === 'numero' ? 1 : 0]!, motivo })
    }
    if (c.capita(0.14)) return // still looked into
    if (c.capita(0.04)) dopo(lunga, 'respingi', 'comune', { note: c.una(NOTE.respingi) })
    else {
      const note = v.dati.length > 1 && c.capita(0.3) ? NOTE.inParte : NOTE.accogli
      dopo(lunga, 'accogli', 'comune', { note: c.una(note) })
    }
  }
  const tratta = () => {
    if (!dopo(circa(5 * v.lentezza, c), 'prendi', 'comune')) return
    if (c.capita(0.08)) {
      messaggi.push({
        mano: 'comune',
        chi: v.ufficio,
        quando: mosse.at(-1)!.quando,
        testo: 'Puoi dirci in quale comune è stato formato l’atto?',
      })
    }
    if (!c.capita(0.13)) return fine()
    if (!dopo(c.fra(1, 6), 'sospendi', 'comune', { note: c.una(NOTE.sospendi) })) return
    if (!c.capita(0.75) || !dopo(c.fra(1, 15), 'integra', 'cittadino') || c.capita(0.2)) return
    if (dopo(circa(5 * v.lentezza, c), 'prendi', 'comune')) fine()
  }
  const sorte = c.frazione()
  if (sorte < 0.03) dopo(c.fra(1, 20), 'ritira', 'cittadino')
  else if (sorte < 0.28)
    dopo(circa(6 * v.lentezza, c), 'irricevibile', 'comune', {
      note: c.una(NOTE.irricevibile),
      motivo: String(c.fra(1, 5)),
    })
  else if (sorte < 0.93) tratta() // the others are forgotten

  const finale = STATI.find(s => s.nome === stato)!.finale
  const prorogata = mosse.some(m => m.mossa === 'proroga')
  const t = scadenze(v.giorno, prorogata)
  const inParte = mosse.at(-1)!.note === NOTE.inParte[0]
  return {
    stato: codice(stato),
    inviata,
    chiusa: finale ? mosse.at(-1)!.quando : null,
    scadeLegge: t.legge,
    scadeComune: t.comune,
    proroghe: prorogata ? 1 : 0,
    assegnata: mosse.some(m => m.mossa === 'prendi') ? v.ufficio : null,
    note: c.capita(0.6) ? 'Il dato non corrisponde ai miei documenti.' : null,
    dati: v.dati.map((d, n) => ({
      ...d,
      ...(finale && { esito: stato === 'accolta' && !(inParte && n > 0) ? 'accolto' : 'respinto' }),
    })),
    mosse,
    messaggi,
  }
}
const codice = (nome: NomeStato) => Number(STATI.find(s => s.nome === nome)!.codice)
