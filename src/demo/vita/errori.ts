import { annoDi } from '../persone/giorni.ts'
import { nomeItaliano } from '../persone/nomi.ts'
import { casa, type Fatto, inFamiglia, MAGGIORE, type Scena, type Seguito, straniero } from './evento.ts'
import { eta, type Persona } from './mondo.ts'
import { esce } from './nascite.ts'
import { solo } from './traslochi.ts'
import { type Dettagli, dettagli } from './vita.query.ts'

/** What the register did not know, or knew wrongly, and how it is put right. */

const una = async (x: Scena, id: string): Promise<Dettagli | undefined> => (await dettagli(x.db, [id])).get(id)
/** All the generalità again, as 5008/1 and 1002 want them. */
const generalita = (d: Dettagli) => ({
  ...(d.cognome && { cognome: d.cognome }),
  ...(d.nome && { nome: d.nome }),
  sesso: d.sesso,
  dataNascita: d.nascita,
  luogoNascita: d.luogo,
})

/** Looked for a year and not found (D.P.R. 223/1989 art. 11): seven in ten are foreigners. Some turn up again. */
export function irreperibile(x: Scena): Fatto | undefined {
  const { m, c, giorno } = x
  const va = (p: Persona) => inFamiglia(p) && eta(p, giorno) >= MAGGIORE && solo(x, p)
  const p = m.uno(c, p => (straniero(p) || c.capita(0.04)) && va(p))
  if (!p) return undefined
  return {
    comune: p.comune,
    servizio: '2003',
    dati: { soggetto: p.id, motivo: 6, ...esce(x, p) },
    dopo: c.capita(0.3) ? [ricompare(p, c.fra(10, 150))] : [],
  }
}
/** Where somebody turns up again the scheda is opened again. */
const ricompare = (p: Persona, fra: number): Seguito => ({
  fra,
  async prepara(x) {
    const [d, la] = [await una(x, p.id), x.c.capita(0.5) ? p.comune : x.m.uno(x.c, () => true)?.comune]
    if (p.viva || !d?.luogo || la === undefined || !x.m.terra(la)) return undefined
    return {
      comune: la,
      servizio: '1002',
      dati: {
        ...generalita(d),
        ...(d.codice_fiscale && { codiceFiscale: d.codice_fiscale }),
        scheda: p.id,
        motivo: '5',
        cittadinanze: d.cittadinanze,
        ...(d.stato_civile && { statoCivile: d.stato_civile }),
        legame: 1,
        residenza: casa(x, la),
      },
    }
  },
})

/** Did not say again, within the term, that she lives here (D.P.R. 223/1989 arts. 7, 11): foreigners alone. */
export function dimoraNonRinnovata(x: Scena): Fatto | undefined {
  const { m, c, giorno } = x
  const p = m.uno(c, p => straniero(p) && inFamiglia(p) && eta(p, giorno) >= MAGGIORE && solo(x, p))
  return p && { comune: p.comune, servizio: '2003', dati: { soggetto: p.id, motivo: 7, ...esce(x, p) } }
}

/** The number of a house was miswritten: put right for the whole family, since they have lived there. */
export async function indirizzoSbagliato(x: Scena): Promise<Fatto | undefined> {
  const p = x.m.uno(x.c, p => inFamiglia(p) && p.legame === 1)
  const d = p && (await una(x, p.id))
  const via = d?.residenza?.indirizzo
  if (!p || !d?.residenza || !via?.numeroCivico?.numero) return undefined
  const numeroCivico = { ...via.numeroCivico, numero: String(Number(via.numeroCivico.numero) + 2 * x.c.fra(1, 9)) }
  return {
    comune: p.comune,
    servizio: '5001/9',
    decorrenza: d.residenza_dal,
    dati: { famiglia: p.gruppo, residenza: { ...d.residenza, indirizzo: { ...via, numeroCivico } } },
  }
}

/** A second name that the act of birth has and the register had not (D.P.R. 396/2000 art. 36). */
export async function nomeSbagliato(x: Scena): Promise<Fatto | undefined> {
  const { m, c, giorno } = x
  const p = m.uno(c, p => inFamiglia(p) && !straniero(p) && eta(p, giorno) >= MAGGIORE)
  const d = p && (await una(x, p.id))
  if (!p || !d?.nome || !d.luogo || d.nome.includes(' ')) return undefined
  const altro = nomeItaliano(c, p.sesso === 'F' ? 'F' : 'M', annoDi(p.nascita), m.terra(p.comune)!.regione).testo
  if (altro === d.nome || altro.includes(' ')) return undefined
  const dati = { soggetto: p.id, generalita: { ...generalita(d), nome: `${d.nome} ${altro}` } }
  return { comune: p.comune, servizio: '5008/1', dati }
}

/** A surname as a hurried hand writes it; undefined where it would be the same. */
function scrittoMale(cognome: string): string | undefined {
  const male = cognome.replace(/([A-Z])\1/, '$1')
  if (male !== cognome) return male
  const finale = { I: 'O', A: 'I', O: 'I', E: 'I' }[cognome.at(-1) ?? '']
  return finale && cognome.slice(0, -1) + finale
}

/** Enrolled as new by a comune that did not find her, for her surname was miswritten there; when it is corrected there are
 *  two of her, and the second is closed as a double some days or weeks later. */
export async function doppione(x: Scena): Promise<Fatto | undefined> {
  const { m, c, giorno } = x
  const p = m.uno(c, p => inFamiglia(p) && eta(p, giorno) >= MAGGIORE && scrittoMale(p.cognome) !== undefined)
  const la = p && m.uno(c, q => q.comune !== p.comune)
  const d = p && (await una(x, p.id))
  if (!p || !la || !d?.cognome || !d.luogo || d.cittadinanze.length === 0) return undefined
  return {
    comune: la.comune,
    servizio: '1002',
    dati: {
      ...generalita(d),
      cognome: scrittoMale(d.cognome),
      motivo: '9',
      note: 'PROVENIENZA DICHIARATA NON VERIFICATA',
      cittadinanze: d.cittadinanze,
      ...(d.stato_civile && { statoCivile: d.stato_civile }),
      legame: 1,
      residenza: casa(x, la.comune),
    },
    dopo: [corretto(p, c.fra(2, 12))],
  }
}
const corretto = (p: Persona, fra: number): Seguito => ({
  fra,
  async prepara(x, [id]) {
    const [nuova, d] = [x.m.persona(id ?? ''), await una(x, p.id)]
    if (!nuova?.viva || !d) return undefined
    return {
      comune: nuova.comune,
      servizio: '5008/1',
      dati: { soggetto: nuova.id, generalita: generalita(d) },
      dopo: [chiuso(p, nuova, x.c.fra(3, 40))],
    }
  },
})
const chiuso = (p: Persona, nuova: Persona, fra: number): Seguito => ({
  fra,
  prepara: x =>
    p.viva && nuova.viva && x.m.terra(nuova.comune)
      ? { comune: nuova.comune, servizio: '2003', dati: { soggetto: nuova.id, motivo: 10, doppia: p.id } }
      : undefined,
})
