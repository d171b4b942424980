import { Temporal } from 'temporal-polyfill'
import type { TipoDatiEvento, TipoGeneralita } from '../../contratto/index.ts'
import type { Bozza } from '../motore/bozza.ts'
import { type Contesto, type Controllo, chiamata, se } from '../motore/operazione.ts'
import type { Avviso, RigaScheda, RigaUnione } from '../motore/registro.query.ts'

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
export const liberi = <D>(
  campo: string,
  chi: (d: D) => readonly string[],
  giorno: (d: D) => string,
  codice = 'EN272',
): Controllo<D> => ({
  codice,
  gravita: 'E',
  campo,
  testo: 'Alla data @ il soggetto @ risulta già coniugato, unito civilmente o convivente di fatto',
  rimedio: 'Registra prima la fine del vincolo precedente, o controlla la data',
  trova: c => chi(c.d).flatMap(id => se(c.b.unioniAperte(id).length > 0, giorno(c.d), chiamata(c.b.persona(id), id))),
})
export const dopoLUltimo = <D>(
  campo: string,
  chi: (d: D) => readonly string[],
  giorno: (d: D) => string,
): Controllo<D> => ({
  codice: 'EN289',
  gravita: 'E',
  campo,
  testo: "La data @ deve essere successiva alla fine dell'ultimo vincolo di @, @",
  rimedio: "Controlla la data dell'evento",
  trova: c =>
    chi(c.d).flatMap(id =>
      c.b
        .unioniDi(id)
        .flatMap(u => se(u.al !== null && u.al > giorno(c.d), giorno(c.d), chiamata(c.b.persona(id), id), u.al ?? '')),
    ),
})

/** Of age on the day, where we know the birth. A court may admit sixteen (Codice civile art. 84): reading of ours. */
export const maggiorenni = <D>(
  campo: string,
  chi: (d: D) => readonly string[],
  giorno: (d: D) => string,
  anni = 16,
): Controllo<D> => ({
  codice: 'AN130',
  gravita: 'E',
  campo,
  testo: 'Il @ @ non ha ancora @ anni',
  rimedio: "Controlla la persona e la data dell'evento",
  trova: c =>
    chi(c.d).flatMap(id => {
      const s = c.b.persona(id)
      if (!s) return []
      const compie = Temporal.PlainDate.from(s.nascita).add({ years: anni }).toString()
      return se(giorno(c.d) < compie, giorno(c.d), chiamata(s, id), String(anni))
    }),
})

/** The two are not one. */
export const distinti = <D>(campo: string, due: (d: D) => readonly [string, string | undefined]): Controllo<D> => ({
  codice: 'AN131',
  gravita: 'E',
  campo,
  testo: 'La scheda @ è indicata per entrambi',
  rimedio: "Indica la scheda dell'altra persona",
  trova: c => {
    const [a, b] = due(c.d)
    return se(a === b, a)
  },
})

/** There is a bond to end. */
export const vincolato = <D>(
  campo: string,
  chi: (d: D) => string,
  tipo: RigaUnione['tipo'],
  codice: string,
  nome: string,
): Controllo<D> => ({
  codice,
  gravita: 'E',
  campo,
  testo: `Per il soggetto @ non risulta ${nome}`,
  rimedio: 'Controlla la scheda: il vincolo può mancare, o essere già cessato',
  trova: c => se(aperta(c.b, chi(c.d), tipo) === undefined, chiamata(c.b.persona(chi(c.d)), chi(c.d))),
})

/** It does not end before it began. */
export const finisceDopo = <D>(
  campo: string,
  chi: (d: D) => string,
  tipo: RigaUnione['tipo'],
  giorno: (d: D) => string,
): Controllo<D> => ({
  codice: 'AN132',
  gravita: 'E',
  campo,
  testo: "La fine @ è anteriore all'inizio @",
  rimedio: 'Correggi la data',
  trova: c => {
    const dal = aperta(c.b, chi(c.d), tipo)?.dal
    return se(typeof dal === 'string' && giorno(c.d) < dal, giorno(c.d), dal ?? '')
  },
})
