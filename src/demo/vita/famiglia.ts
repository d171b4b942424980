import type { Caso } from '../persone/caso.ts'
import { annoDi } from '../persone/giorni.ts'
import { altrove } from '../persone/luoghi.ts'
import { nomeItaliano } from '../persone/nomi.ts'
import { NAZIONI } from '../tavole/nazioni.ts'
import {
  CONIUGE,
  CONVIVENTE,
  type Fatto,
  inFamiglia,
  type Scena,
  statoCivile,
  successione,
  UNITO,
  èCompagno,
} from './evento.ts'
import { eta, type Persona } from './mondo.ts'
import { insieme, lasciaCasa, legati } from './traslochi.ts'
import { dettagli } from './vita.query.ts'

/** As likely as a bell says, 1 at its top. */
const campana = (c: Caso, n: number, cima: number, larga: number) => c.capita(Math.exp(-(((n - cima) / larga) ** 2)))

const GESTAZIONE = 300
const ITALIA = { descrizioneStato: 'ITALIA', codiceStato: '100' }

/** The father where the register shows one: her husband or who lives with her. */
function padreDi({ m }: Scena, madre: Persona, famiglia: readonly Persona[]): Persona | undefined {
  const marito = m.persona(m.legato(madre.id)?.altro ?? '')
  if (marito?.viva && marito.sesso === 'M') return marito
  const [capo, altro] = [famiglia.find(p => p.legame === 1), famiglia.find(èCompagno)]
  const lui = madre === capo ? altro : madre === altro ? capo : undefined
  return lui?.sesso === 'M' ? lui : undefined
}

export async function nascita(x: Scena): Promise<Fatto | undefined> {
  const { m, c, giorno, oggi } = x
  const nataDaPoco = (p: Persona) => m.membri(p.gruppo).some(f => giorno - f.nascita < GESTAZIONE)
  const madre = m.uno(
    c,
    p => p.sesso === 'F' && inFamiglia(p) && eta(p, giorno) > 15 && campana(c, eta(p, giorno), 32, 7) && !nataDaPoco(p),
  )
  if (!madre) return undefined
  const famiglia = m.membri(madre.gruppo)
  const padre = padreDi(x, madre, famiglia)
  const sesso = c.capita(0.514) ? 'M' : 'F'
  const letti = await dettagli(x.db, [madre.id, ...(padre ? [padre.id] : [])])
  const cittadinanze = [padre, madre].flatMap(p => (p && letti.get(p.id)?.cittadinanza) ?? [])
  const italiana = cittadinanze.length === 0 || cittadinanze.some(k => k.codiceStato === ITALIA.codiceStato)
  const { descrizioneStato, codiceStato } = italiana ? ITALIA : cittadinanze[0]!
  const nazione = NAZIONI.find(([n]) => n.stato === codiceStato)?.[0]
  const terra = m.terra(madre.comune)!
  const zona = terra.il(giorno)?.zona ?? terra.regione
  const nome = nazione
    ? c.una(sesso === 'F' ? nazione.donne : nazione.uomini)
    : nomeItaliano(c, sesso, annoDi(giorno), zona)
  const figlio = [madre, padre].some(p => p && p.gruppo === madre.gruppo && (p.legame === 1 || èCompagno(p)))
  return {
    comune: madre.comune,
    servizio: '1001',
    dati: {
      cognome: padre?.cognome || madre.cognome || 'ESPOSITO',
      nome: nome.testo,
      sesso,
      dataNascita: oggi,
      luogoNascita: altrove(c, giorno, terra.sigla).evento,
      cittadinanza: { descrizioneStato, codiceStato, dataValidita: oggi },
      madre: madre.id,
      ...(padre && { padre: padre.id }),
      famiglia: madre.gruppo,
      legame: figlio ? 3 : madre.legame === 3 ? 4 : 13,
    },
  }
}

/** Gompertz: at 97 everybody whom chance picks dies, ten years younger one in three. */
const muore = (c: Caso, anni: number) => c.capita(Math.min(1, Math.exp((anni - 97) / 9.3)) + 0.0001)
const VEDOVO = { 1: 3, 2: 7, 3: undefined } as const

export function decesso({ m, c, giorno, oggi }: Scena): Fatto | undefined {
  const p = m.uno(c, x => muore(c, eta(x, giorno)))
  if (!p) return undefined
  const legami = p.legame === 1 && inFamiglia(p) ? successione(m, p.gruppo, [p]) : undefined
  const vincolo = m.legato(p.id)
  const stato = vincolo && VEDOVO[vincolo.tipo]
  return {
    comune: p.comune,
    servizio: '2001',
    dati: { soggetto: p.id, motivo: 1, data: oggi, ...(legami && { ruolo: 1, legami }) },
    dopo: vincolo?.altro && stato ? [statoCivile(vincolo.altro, stato, c.fra(2, 12), () => !p.viva)] : [],
  }
}

const STATI_LIBERI: ReadonlySet<number | undefined> = new Set([1, 3, 4, 7, 8])
const libero = (x: Scena, p: Persona) =>
  p.viva && !p.estero && inFamiglia(p) && eta(p, x.giorno) >= 18 && STATI_LIBERI.has(p.statoCivile) && !x.m.legato(p.id)

/** Two who may bind themselves: who lives together already, else of one comune and about the same age, else of anywhere. */
function coppia(x: Scena, sessi: 'diversi' | 'uguali'): [Persona, Persona] | undefined {
  const { m, c, giorno } = x
  const a = m.uno(c, p => libero(x, p) && campana(c, eta(p, giorno), 35, 10))
  if (!a) return undefined
  const va = (p: Persona) => p !== a && libero(x, p) && (p.sesso === a.sesso) === (sessi === 'uguali')
  const conviventi = m.membri(a.gruppo).filter(p => p === a || va(p))
  const inCasa = conviventi.find(
    p => p !== a && [p.legame, a.legame].includes(CONVIVENTE) && [p.legame, a.legame].includes(1),
  )
  if (inCasa) return [a, inCasa]
  const adatto = (p: Persona) => va(p) && p.gruppo !== a.gruppo && Math.abs(p.nascita - a.nascita) < 12 * 365
  const b = (c.capita(0.7) ? m.uno(c, adatto, a.comune) : undefined) ?? m.uno(c, adatto)
  return b && [a, b]
}

export function matrimonio(x: Scena): Fatto | undefined {
  const due = coppia(x, 'diversi')
  if (!due) return undefined
  const [a, b] = due
  const comune = x.m.terra(a.comune)!.il(x.giorno)?.comune
  return {
    comune: a.comune,
    servizio: '5008/12',
    dati: { soggetto: a.id, coniuge: b.id, data: x.oggi, ...(comune && { evento: { luogoEvento: { comune } } }) },
    dopo: [
      ...due.map(p => statoCivile(p.id, 2, x.c.fra(1, 6), m => legati(m, a, b))),
      insieme(a.id, b.id, CONIUGE, x.c.fra(0, 14)),
    ],
  }
}

export function unioneCivile(x: Scena): Fatto | undefined {
  const due = coppia(x, 'uguali')
  if (!due) return undefined
  const [a, b] = due
  return {
    comune: a.comune,
    servizio: '5008/18',
    dati: { soggetto: a.id, altro: b.id, data: x.oggi },
    dopo: [
      ...due.map(p => statoCivile(p.id, 6, x.c.fra(1, 6), m => legati(m, a, b))),
      insieme(a.id, b.id, UNITO, x.c.fra(0, 14)),
    ],
  }
}

/** Who lives as a couple with the head (tie 23) says so before the comune. */
export function convivenza(x: Scena): Fatto | undefined {
  const { m, c, oggi } = x
  const lei = m.uno(c, p => p.legame === CONVIVENTE && libero(x, p))
  const capo = lei && m.capo(lei.gruppo)
  if (!lei || !capo || capo === lei || !libero(x, capo)) return undefined
  return { comune: lei.comune, servizio: '5008/16', dati: { soggetto: capo.id, altro: lei.id, data: oggi } }
}

/** T31: by a court (1, 3), or before the registrar (6, 7: D.L. 132/2014). */
const MODI = ['1', '1', '3', '6', '7'] as const

export function divorzio(x: Scena): Fatto | undefined {
  const { m, c, giorno, oggi } = x
  const p = m.uno(c, p => m.legato(p.id)?.tipo === 1 && campana(c, eta(p, giorno), 49, 14))
  if (!p) return undefined
  const altro = m.persona(m.legato(p.id)?.altro ?? '')
  const sciolto = () => m.legato(p.id) === undefined
  return {
    comune: p.comune,
    servizio: '5008/14',
    dati: { soggetto: p.id, tipo: c.una(MODI), data: oggi },
    dopo: [
      statoCivile(p.id, 4, c.fra(1, 6), sciolto),
      ...(altro ? [statoCivile(altro.id, 4, c.fra(1, 6), sciolto), lasciaCasa(p.id, altro.id, c.fra(3, 40))] : []),
    ],
  }
}
