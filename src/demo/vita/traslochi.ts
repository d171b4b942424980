import type { Caso } from '../persone/caso.ts'
import { libero } from './coppie.ts'
import { CONVIVENTE, casa, type Fatto, inFamiglia, MAGGIORE, type Scena, èCompagno } from './evento.ts'
import { conFigli, figliDi } from './insieme.ts'
import { eta, type Persona } from './mondo.ts'
import { dettagli } from './vita.query.ts'

/** May leave alone and nothing is left undone: neither head nor half of a couple. */
export const soloComponente = ({ m, giorno }: Scena, p: Persona): boolean =>
  p.legame !== 1 && !èCompagno(p) && eta(p, giorno) >= MAGGIORE && m.membri(p.gruppo).length > 1
export const soloInFamiglia = ({ m }: Scena, p: Persona): boolean => m.membri(p.gruppo).length === 1
export const solo = (x: Scena, p: Persona): boolean => soloComponente(x, p) || soloInFamiglia(x, p)

/** A family moves to the comune; or one of it who is grown up, alone or to somebody who lives alone; or one of the couple
 *  with the children. */
async function trasloco(x: Scena, p: Persona, verso: number): Promise<Fatto> {
  const { m, c } = x
  const famiglia = m.membri(p.gruppo)
  const parte = (chi: readonly { soggetto: string; legame: number }[]): Fatto => ({
    comune: verso,
    servizio: '5005/2',
    dati: { soggetti: chi, residenza: casa(x, verso) },
    persone: chi.length,
  })
  if (soloComponente(x, p) && c.capita(0.75))
    return (c.capita(0.2) && (await daChiVive(x, p, verso))) || parte([{ soggetto: p.id, legame: 1 }])
  if (èCompagno(p) && m.capo(p.gruppo) && c.capita(0.12)) return parte(conFigli(p, figliDi(x, p)))
  return {
    comune: verso,
    servizio: '5001/4',
    dati: { famiglia: p.gruppo, residenza: casa(x, verso) },
    persone: famiglia.length,
  }
}

/** Two become a couple: p moves to somebody who lives alone there. */
async function daChiVive(x: Scena, p: Persona, comune: number): Promise<Fatto | undefined> {
  if (!libero(x, p)) return undefined
  const va = (q: Persona) =>
    q.legame === 1 &&
    q.sesso !== p.sesso &&
    soloInFamiglia(x, q) &&
    libero(x, q) &&
    Math.abs(q.nascita - p.nascita) < 3650
  const q = x.m.uno(x.c, va, { comune })
  return q && (await entra(x, p, q, CONVIVENTE))
}

/** Moves into the family or convivenza that somebody lives in, to that address. */
async function entra(x: Scena, p: Persona, dove: Persona, legame: number): Promise<Fatto | undefined> {
  const residenza = (await dettagli(x.db, [dove.id])).get(dove.id)?.residenza
  if (!residenza) return undefined
  return {
    comune: dove.comune,
    servizio: '5005/2',
    dati: { soggetti: [{ soggetto: p.id, legame }], famiglia: dove.gruppo, residenza },
  }
}

/** The young move more: half as likely at each twenty years above thirty. */
const mobile = (c: Caso, anni: number) => c.capita(0.5 ** (Math.max(0, anni - 30) / 20))
const chiTrasloca = (x: Scena) => x.m.uno(x.c, p => inFamiglia(p) && mobile(x.c, eta(p, x.giorno)))

export async function nelComune(x: Scena): Promise<Fatto | undefined> {
  const p = chiTrasloca(x)
  return p && (await trasloco(x, p, p.comune))
}
/** To where somebody else lives: so the large ones are where most go. */
export async function traComuni(x: Scena): Promise<Fatto | undefined> {
  const p = chiTrasloca(x)
  const la = p && x.m.uno(x.c, q => q.comune !== p.comune)
  return p && la && (await trasloco(x, p, la.comune))
}

/** Mostly the old, into a home; friars and prisoners too: whatever convivenza there is. */
export async function inConvivenza(x: Scena): Promise<Fatto | undefined> {
  const { m, c, giorno } = x
  const p = m.uno(c, p => inFamiglia(p) && solo(x, p) && c.capita(Math.min(1, Math.exp((eta(p, giorno) - 88) / 9))))
  const la = p && m.uno(c, q => q.tipo === 4 && q.gruppo !== undefined)
  return la && (await entra(x, p, la, MEMBRO))
}
/** T6 */
const MEMBRO = 2
