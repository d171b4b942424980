import { Temporal } from 'temporal-polyfill'
import type { TipoDatiEvento, TipoGeneralita } from '../../contratto/index.ts'
import type { Bozza } from '../motore/bozza.ts'
import { type Contesto, type Controllo, chiamata, se } from '../motore/operazione.ts'
import type { Avviso, RigaScheda, RigaUnione } from '../motore/registro.query.ts'
import { attivi, esistono, nonDopo } from './condivisi.ts'

/** What marriages, civil unions and convivenze di fatto have in common: one row of `unione` for both partners, and the
 *  section on each scheda. */

/** T43: ended by the death of one. */
export const MORTE = 98

/** A person as the partner's scheda names her. */
export const generalita = (s: RigaScheda): TipoGeneralita =>
  ({
    ...(s.codice_fiscale && { codiceFiscale: { codFiscale: s.codice_fiscale } }),
    ...(s.cognome && { cognome: s.cognome }),
    ...(s.nome && { nome: s.nome }),
    sesso: s.sesso,
    dataNascita: s.nascita,
    luogoNascita: s.dati.luogoNascita,
    idSchedaSoggettoANPR: s.id,
  }) as TipoGeneralita

/** Who is on the other side, where ANPR knows. */
export const altroDi = (u: RigaUnione, id: string): string | null => (u.a_id === id ? u.b_id : u.a_id)
export const aperta = (b: Bozza, id: string, tipo: RigaUnione['tipo']): RigaUnione | undefined =>
  b.unioniAperte(id).find(u => u.tipo === tipo)

/** The death of one ends her bonds, and is written on the scheda of the other (OPERAZIONI.md 1.2). */
export function finePerMorte(b: Bozza, id: string, data: string): void {
  for (const u of b.unioniAperte(id)) {
    u.al = data
    u.motivo_fine = MORTE
    const altro = altroDi(u, id)
    const vivo = altro === null ? undefined : b.persona(altro)
    if (vivo?.stato !== 'A') continue
    const evento: TipoDatiEvento = { dataEvento: data }
    if (u.tipo === 1) vivo.dati.vedovanza = { datiMorteconiuge: evento }
    if (u.tipo === 2)
      vivo.dati.unioneCivile = {
        ...vivo.dati.unioneCivile,
        scioglimentoUnione: { motivoScioglimento: String(MORTE), datiEvento: evento },
      }
    if (u.tipo === 3)
      vivo.dati.convivenzaDiFatto = {
        ...vivo.dati.convivenzaDiFatto,
        contrattoRisoluzione: { motivoRisoluzione: String(MORTE), contratto: { data } },
      }
  }
}

const SEZIONI = [
  'matrimonio',
  'vedovanza',
  'separazioneAnnullamentoCessazioneMatrimonio',
  'unioneCivile',
  'convivenzaDiFatto',
] as const

/** The comune of a partner whose scheda was changed is told: it holds what it did not write (OPERAZIONI.md 1.9). */
export function avvisiAlPartner({ b, comune }: Contesto<unknown>, propri: readonly string[]): Avviso[] {
  return b.persone().flatMap(p => {
    const era = b.prima('S', p.id) as RigaScheda | undefined
    if (!era || propri.includes(p.id) || p.comune_id === comune) return []
    const quali = SEZIONI.filter(s => JSON.stringify(era.dati[s]) !== JSON.stringify(p.dati[s]))
    return quali.length > 0
      ? [{ tipo: 'N-VINCOLO', comune_id: p.comune_id, scheda_id: p.id, dati: { sezioni: quali } }]
      : []
  })
}

/** Nobody is bound twice at a time (EN272), and the new bond begins after the last one ended (EN289). */
const liberi = <D extends { data: string }>(chi: (d: D) => readonly string[], codice = 'EN272'): Controllo<D> => ({
  codice,
  gravita: 'E',
  campo: 'soggetto',
  testo: 'Alla data @ il soggetto @ risulta già coniugato, unito civilmente o convivente di fatto',
  rimedio: 'Registra prima la fine del vincolo precedente, o controlla la data',
  trova: c => chi(c.d).flatMap(id => se(c.b.unioniAperte(id).length > 0, c.d.data, chiamata(c.b.persona(id), id))),
})
const dopoLUltimo = <D extends { data: string }>(chi: (d: D) => readonly string[]): Controllo<D> => ({
  codice: 'EN289',
  gravita: 'E',
  campo: 'data',
  testo: "La data @ deve essere successiva alla fine dell'ultimo vincolo di @, @",
  rimedio: "Controlla la data dell'evento",
  trova: c =>
    chi(c.d).flatMap(id =>
      c.b
        .unioniDi(id)
        .flatMap(u => se(u.al !== null && u.al > c.d.data, c.d.data, chiamata(c.b.persona(id), id), u.al ?? '')),
    ),
})

/** Of age on the day, where we know the birth. A court may admit sixteen (Codice civile art. 84): reading of ours. */
const maggiorenni = <D extends { data: string }>(chi: (d: D) => readonly string[], anni: number): Controllo<D> => ({
  codice: 'AN130',
  gravita: 'E',
  campo: 'data',
  testo: 'Il @ @ non ha ancora @ anni',
  rimedio: "Controlla la persona e la data dell'evento",
  trova: c =>
    chi(c.d).flatMap(id => {
      const s = c.b.persona(id)
      if (!s) return []
      const compie = Temporal.PlainDate.from(s.nascita).add({ years: anni }).toString()
      return se(c.d.data < compie, c.d.data, chiamata(s, id), String(anni))
    }),
})

/** What the end of each kind of bond is refused with: none to end, an end before its beginning, a partner said to be dead
 *  who is alive in ANPR. */
const FINE = {
  1: { manca: 'EN369', prima: 'EN315', vivo: 'EN300', che: 'alcun matrimonio in corso' },
  2: { manca: 'EN274', prima: 'EN290', vivo: 'EN325', che: "un'unione civile in corso" },
  3: { manca: 'EN323', prima: 'EN263', vivo: 'EN322', che: 'una convivenza di fatto in corso' },
} as const
interface Fine {
  soggetto: string
  data: string
}
/** There is a bond to end, and it does not end before it began, nor after its registration. */
export const finisce = <D extends Fine>(tipo: RigaUnione['tipo']): Controllo<D>[] => [
  esistono('soggetto', d => [d.soggetto]),
  attivi('soggetto', d => [d.soggetto]),
  nonDopo('data', d => d.data),
  {
    codice: FINE[tipo].manca,
    gravita: 'E',
    campo: 'soggetto',
    testo: `Per il soggetto @ non risulta ${FINE[tipo].che}`,
    rimedio: 'Controlla la scheda: il vincolo può mancare, o essere già cessato',
    trova: c => se(aperta(c.b, c.d.soggetto, tipo) === undefined, chiamata(c.b.persona(c.d.soggetto), c.d.soggetto)),
  },
  {
    codice: FINE[tipo].prima,
    gravita: 'E',
    campo: 'data',
    testo: "La fine @ è anteriore all'inizio @",
    rimedio: 'Correggi la data',
    trova: c => {
      const dal = aperta(c.b, c.d.soggetto, tipo)?.dal
      return se(typeof dal === 'string' && c.d.data < dal, c.d.data, dal ?? '')
    },
  },
]
/** Who ends by the death of the partner is not alive in ANPR. */
export const altroMorto = <D extends Fine>(
  tipo: RigaUnione['tipo'],
  quando: (d: D) => boolean = () => true,
): Controllo<D> => ({
  codice: FINE[tipo].vivo,
  gravita: 'E',
  campo: 'soggetto',
  testo: '@, con cui il vincolo fu contratto, risulta in vita in ANPR',
  rimedio: 'Il decesso (2001) lo registra il suo comune: la fine del vincolo si scrive con quello',
  trova: c => {
    const u = aperta(c.b, c.d.soggetto, tipo)
    const altro = u && c.b.persona(altroDi(u, c.d.soggetto) ?? '')
    return se(quando(c.d) && altro?.stato === 'A', chiamata(altro, ''))
  },
})

/** Who binds herself is in the register, of age and free on that day. */
export const siVincolano = <D extends { soggetto: string; data: string }>(
  chi: (d: D) => readonly string[],
  o: { altro: 'coniuge' | 'altro'; anni: number; giorno?: string; vincolato?: string },
): Controllo<D>[] => [
  esistono('soggetto', chi),
  attivi('soggetto', chi),
  {
    codice: 'AN131',
    gravita: 'E',
    campo: o.altro,
    testo: 'La scheda @ è indicata per entrambi',
    rimedio: "Indica la scheda dell'altra persona",
    trova: c => {
      const [a, b] = chi(c.d)
      return se(a === b, a ?? '')
    },
  },
  nonDopo('data', d => d.data, o.giorno),
  maggiorenni(chi, o.anni),
  liberi(chi, o.vincolato),
  dopoLUltimo(chi),
]

/** Each one's stato civile is its own 5008/1, by her comune: where it does not yet fit the bond, she is named. */
export const statoCivileDa = <D extends { soggetto: string }>(
  codice: string,
  atteso: (d: D) => number | undefined,
  chi: (c: Contesto<D>) => readonly (string | null | undefined)[],
): Controllo<D> => ({
  codice,
  gravita: 'W',
  campo: 'statoCivile',
  testo: 'Lo stato civile di @ va aggiornato: ora è @, sarebbe @',
  rimedio: 'Lo aggiorna il comune competente, con la variazione dei dati anagrafici (5008/1)',
  trova: c => {
    const vuole = atteso(c.d)
    return [...new Set(chi(c))].flatMap(id => {
      const s = id ? c.b.persona(id) : undefined
      const male = s?.stato === 'A' && vuole !== undefined && s.stato_civile !== vuole
      return se(male, chiamata(s, id ?? ''), String(s?.stato_civile ?? 'assente'), String(vuole))
    })
  },
})
/** Who is bound to her by an open bond of that kind, and herself. */
export const entrambiDi =
  (tipo: RigaUnione['tipo']) =>
  (c: Contesto<{ soggetto: string }>): (string | null)[] => {
    const u = aperta(c.b, c.d.soggetto, tipo)
    return u ? [u.a_id, u.b_id] : [c.d.soggetto]
  }
/** The comune of a partner who lives elsewhere is told. */
export const altroveAvvisato = <D extends { soggetto: string }>(
  altri: (c: Contesto<D>) => readonly (string | null | undefined)[],
): Controllo<D> => ({
  codice: 'EN195',
  gravita: 'W',
  campo: 'coniuge',
  testo: 'Di @ viene avvisato il comune competente',
  rimedio: 'Lo stato civile lo aggiorna quel comune',
  trova: c =>
    altri(c).flatMap(id => {
      const s = id && id !== c.d.soggetto ? c.b.persona(id) : undefined
      return se(s?.stato === 'A' && s.comune_id !== c.comune, chiamata(s, id ?? ''))
    }),
})
