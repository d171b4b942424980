import { giornoDi } from '../persone/giorni.ts'
import type { Ambiente, Fisso, Gruppo, Persona } from '../persone/gruppo.ts'
import { cessato, fuori, type Luogo, terra } from '../persone/luoghi.ts'
import { cognome, cognomi, nome, nomi } from '../persone/nomi.ts'
import { ESTERI, NAZIONI, type Nazione } from '../tavole/nazioni.ts'
import { FAMIGLIE } from './famiglie.ts'
import type { FamigliaNarrata, Membro } from './tipi.ts'

/** Nations of the stories that are too rare for the table. */
const ALTRE: readonly Nazione[] = [
  { stato: '466', ue: false, citta: ['ASMARA', 'KEREN'], cognomi: cognomi('TESFAMARIAM, GHEBREMICHAEL, BERHANE'), donne: nomi('ABRHET, LETEKIDAN'), uomini: nomi('TEKLE, BERHANE') },
  { stato: '301', ue: false, citta: ['KABUL', 'HERAT'], cognomi: cognomi('AHMADI, RAHIMI'), donne: nomi('ZAHRA, FARIDA'), uomini: nomi('MOHAMMAD, ABDUL') },
] // biome-ignore format: one nation a line
const nazioneDi = (stato: string): Nazione => {
  const n = NAZIONI.find(([x]) => x.stato === stato)?.[0] ?? ALTRE.find(x => x.stato === stato)
  if (!n) throw new Error(`no nation ${stato} for the stories`)
  return n
}

const giorno = (testo: string): number => {
  const n = giornoDi(testo)
  if (n === undefined) throw new Error(`a story's day ${testo}`)
  return n
}

/** "436 KHOURIBGA", "015146", "D887". */
function luogo(testo: string, il: number): Luogo {
  const [codice, citta] = [testo.slice(0, 3), testo.slice(4)]
  if (citta && testo[3] === ' ') return fuori(codice, citta)
  const qui = /^\d{6}$/.test(testo) ? terra(testo)?.il(il) : cessato(testo)
  if (!qui) throw new Error(`a story's place ${testo}`)
  return qui
}

/** Where nothing is told: born here, here since birth; else here since the family; a child with its parents. */
function iscrizione(m: Membro, f: FamigliaNarrata, comune: string, nascita: number): number {
  if (m.iscrizione) return giorno(m.iscrizione)
  if (m.nato === comune && !f.estero) return nascita
  return Math.max(nascita, giorno(f.origine))
}

function persona(m: Membro, i: number, f: FamigliaNarrata, comune: string): Persona {
  const nascita = giorno(m.nascita)
  const entrato = iscrizione(m, f, comune, nascita)
  const ingresso = m.ingresso ? giorno(m.ingresso) : Math.max(giorno(f.origine), entrato)
  const dove = luogo(m.nato, nascita)
  const fine = m.finita === undefined ? undefined : giorno(m.finita)
  const residenza = Math.max(giorno(f.casaDal ?? f.origine), ingresso)
  return {
    n: i + 1,
    sesso: m.sesso,
    nascita,
    incerta: m.incerta ?? 0,
    cognome: cognome(m.cognome),
    nome: nome(m.nome),
    luogo: dove,
    zona: m.nazione || m.origine ? '' : f.lingua?.id === '2' ? 'BZ' : f.lingua ? 'SL' : dove.zona || '12',
    ...(m.nazione && { nazione: nazioneDi(m.nazione) }),
    ...(m.origine && { origine: nazioneDi(m.origine) }),
    statoCivile: m.statoCivile ?? '1',
    legame: m.legame ?? (f.convivenza ? '2' : i === 0 ? '1' : '3'),
    motivo: f.estero ? '' : entrato === nascita ? '1' : f.senzaDimora ? '8' : m.nazione ? '4' : '3',
    iscrizione: entrato,
    ingresso,
    residenza,
    aggiornata: Math.max(residenza, fine ?? residenza, f.nozze ? giorno(f.nozze.il) : residenza),
    ...(fine !== undefined && { finita: fine }),
    fisso: fisso(m.fisso),
  }
}

const fisso = (f: Membro['fisso']): Fisso => {
  const { ex, ...altro } = f ?? {}
  return { ...altro, ...(ex && { ex: { ...ex, nascita: giorno(ex.nascita), il: giorno(ex.il) } }) }
}

/** What the stories sow with, instead of a comune: the double's two schede then tell the same acts and parents. */
const SEMI = [2_147_483_647, 470] as const

function gruppo(f: FamigliaNarrata, nomeStoria: string, comune: string, a: Ambiente): Gruppo {
  const persone = f.membri.map((m, i) => persona(m, i, f, comune))
  for (const [i, m] of f.membri.entries()) {
    const p = persone[i]!
    for (const chi of ['coniuge', 'convivente', 'padre', 'madre'] as const) {
      const quale = m[chi]
      if (quale !== undefined) p[chi] = persone[quale]!
    }
  }
  const dove = f.estero && ESTERI.find(e => e.consolato === f.estero!.consolato)!
  const nozze = f.nozze && { il: giorno(f.nozze.il), luogo: luogo(f.nozze.a, giorno(f.nozze.il)) }
  return {
    indice: -1,
    seme: Object.keys(FAMIGLIE).indexOf(nomeStoria),
    semi: SEMI,
    genere: f.convivenza ? 'convivenza' : f.estero ? 'estero' : 'famiglia',
    persone,
    origine: giorno(f.origine),
    motivo: f.motivo ?? '2',
    senzaDimora: f.senzaDimora ?? false,
    ...(nozze && { nozze }),
    ...(dove && { estero: { dove, citta: f.estero!.citta } }),
    ...(f.convivenza && { convivenza: f.convivenza }),
    ...(f.casa && {
      casa: {
        tipoIndirizzo: '1',
        indirizzo: { ...f.casa, comune: a.qui.il(a.oggi)!.comune! },
        ...(f.lingua && { lingua: f.lingua }),
      },
    }),
  }
}

/** The last day that a story tells of: before it there is no such family. */
export function raccontataDal(f: FamigliaNarrata): number {
  const giorni = f.membri.flatMap(m => [m.nascita, m.iscrizione, m.ingresso, m.finita])
  return Math.max(...[f.origine, f.casaDal, f.nozze?.il, ...giorni].flatMap(g => (g ? [giorno(g)] : [])))
}

/** The groups of the stories of the comune (only of one: `sola`), which stood on the day of the extraction. */
export function gruppiNarrati(a: Ambiente, sola?: string): Gruppo[] {
  return Object.entries(FAMIGLIE).flatMap(([nomeStoria, comuni]) => {
    const f = comuni[a.istat]
    if (!f || (sola !== undefined && sola !== nomeStoria) || raccontataDal(f) > a.oggi) return []
    return [gruppo(f, nomeStoria, a.istat, a)]
  })
}
