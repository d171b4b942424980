import { annoDi, testoDi } from '../persone/giorni.ts'
import { altrove, fuori } from '../persone/luoghi.ts'
import { nomeItaliano } from '../persone/nomi.ts'
import { NAZIONI } from '../tavole/nazioni.ts'
import {
  campana,
  type Fatto,
  FIGLIO,
  ITALIA,
  inAire,
  inFamiglia,
  type Scena,
  statoCivile,
  successione,
  èCompagno,
} from './evento.ts'
import { eta, type Persona } from './mondo.ts'
import { dettagli } from './vita.query.ts'

const GESTAZIONE = 300
const ITALIANA = { descrizioneStato: 'ITALIA', codiceStato: ITALIA }

/** The father where the register shows one: her husband or who lives with her. */
function padreDi({ m }: Scena, madre: Persona, famiglia: readonly Persona[]): Persona | undefined {
  const marito = m.persona(m.legato(madre.id)?.altro ?? '')
  if (marito?.viva && marito.sesso === 'M') return marito
  const [capo, altro] = [famiglia.find(p => p.legame === 1), famiglia.find(èCompagno)]
  const lui = madre === capo ? altro : madre === altro ? capo : undefined
  return lui?.sesso === 'M' ? lui : undefined
}
const nataDaPoco = ({ m, giorno }: Scena, p: Persona) => m.membri(p.gruppo).some(f => giorno - f.nascita < GESTAZIONE)
const daMadre = (x: Scena, p: Persona) => {
  const anni = eta(p, x.giorno)
  return p.sesso === 'F' && anni > 15 && campana(x.c, anni, 32, 7) && !nataDaPoco(x, p)
}

/** Where nobody at home can be the father, somebody who lives elsewhere often recognises the child: how often is a guess. */
const RICONOSCIUTO = 0.6
function padreAltrove(x: Scena, madre: Persona): Persona | undefined {
  if (!x.c.capita(RICONOSCIUTO)) return undefined
  const va = (p: Persona) =>
    p.sesso === 'M' && inFamiglia(p) && p.gruppo !== madre.gruppo && !x.m.legato(p.id) && vicini(p, madre)
  return x.m.uno(x.c, va, { comune: madre.comune })
}
const vicini = (a: Persona, b: Persona) => Math.abs(a.nascita - b.nascita) < 10 * 365

export async function nascita(x: Scena): Promise<Fatto | undefined> {
  const { m, c, giorno, oggi } = x
  const madre = m.uno(c, p => inFamiglia(p) && daMadre(x, p))
  if (!madre) return undefined
  const famiglia = m.membri(madre.gruppo)
  const inCoppia = madre.legame === 1 || èCompagno(madre)
  const padre = padreDi(x, madre, famiglia) ?? (inCoppia ? undefined : padreAltrove(x, madre))
  const sesso = c.capita(0.514) ? 'M' : 'F'
  const letti = await dettagli(x.db, [madre.id, ...(padre ? [padre.id] : [])])
  const cittadinanze = [padre, madre].flatMap(p => (p && letti.get(p.id)?.cittadinanze.slice(0, 1)) ?? [])
  const italiana = cittadinanze.length === 0 || cittadinanze.some(k => k.codiceStato === ITALIA)
  const { descrizioneStato, codiceStato } = italiana ? ITALIANA : cittadinanze[0]!
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
      legame: figlio ? FIGLIO : madre.legame === FIGLIO ? 4 : 13,
    },
  }
}

/** Born abroad of a mother in AIRE; the consulate sends the act to her comune weeks later. */
export async function nascitaAire(x: Scena): Promise<Fatto | undefined> {
  const { m, c, giorno } = x
  const madre = m.uno(c, p => inAire(p) && daMadre(x, p), { aire: true })
  const sua = madre && (await dettagli(x.db, [madre.id])).get(madre.id)
  const dove = sua?.residenza?.localitaEstera?.indirizzoEstero?.localita
  if (!madre || !dove?.codiceStato || !dove.descrizioneLocalita) return undefined
  const padre = padreDi(x, madre, m.membri(madre.gruppo))
  const sesso = c.capita(0.514) ? 'M' : 'F'
  const nato = giorno - c.fra(15, 60)
  const dataNascita = testoDi(nato)
  return {
    comune: madre.comune,
    servizio: 'A001',
    dati: {
      cognome: padre?.cognome || madre.cognome || 'ESPOSITO',
      nome: nomeItaliano(c, sesso, annoDi(nato), m.terra(madre.comune)!.regione).testo,
      sesso,
      dataNascita,
      luogoNascita: fuori(dove.codiceStato, dove.descrizioneLocalita).evento,
      cittadinanza: { ...ITALIANA, dataValidita: dataNascita },
      madre: madre.id,
      ...(padre && { padre: padre.id }),
      famiglia: madre.gruppo,
      legame: madre.legame === 1 || èCompagno(madre) ? FIGLIO : 13,
      motivo: 'C02',
    },
  }
}

/** Stato civile (T1) of whom a marriage, a civil union, a convivenza di fatto leaves behind. */
const VEDOVO = { 1: 3, 2: 7, 3: undefined } as const
/** Gompertz: at 97 everybody whom chance picks dies, ten years younger one in three. */
const muore = ({ c, giorno }: Scena, p: Persona) =>
  c.capita(Math.min(1, Math.exp((eta(p, giorno) - 97) / 9.3)) + 0.0001)

function muoreUno(x: Scena, aire?: true): Fatto | undefined {
  const { m, c, oggi } = x
  const p = m.uno(c, p => muore(x, p), aire && { aire })
  if (!p) return undefined
  const vincolo = m.legato(p.id)
  const stato = vincolo && VEDOVO[vincolo.tipo]
  return {
    comune: p.comune,
    servizio: '2001',
    dati: { soggetto: p.id, motivo: 1, data: oggi, ...esce(x, p) },
    dopo: vincolo?.altro && stato ? [statoCivile(vincolo.altro, stato, c.fra(2, 12), () => !p.viva)] : [],
  }
}
/** What is said of those who stay where somebody leaves the register. */
export function esce({ m }: Scena, p: Persona): object | undefined {
  const legami = p.legame === 1 && p.tipo !== 4 ? successione(m, p.gruppo, [p]) : undefined
  return legami && { ruolo: 1, legami }
}
export const decesso = (x: Scena): Fatto | undefined => muoreUno(x)
export const decessoAire = (x: Scena): Fatto | undefined => muoreUno(x, true)
