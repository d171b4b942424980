import type { Decodifiche, MiaScheda, tabelleDecodifica } from '../anagrafe/index.ts'
import type { TipoComune, TipoLuogoEvento, TipoResidenza } from '../contratto/index.ts'
import type { Recapito } from '../identita/index.ts'
import { inLettere, type Testi } from '../ui/index.ts'

/** A datum as a person reads it. */
export interface Valore {
  testo: string
  /** the day, the month or the year that it is: AAAA-MM-GG, AAAA-MM, AAAA */
  il?: string
  /** BCP 47, where it is not the page's */
  lingua?: string
}
/** What it takes to put a datum into words. */
export interface Lettura {
  testi: Testi
  codici: Decodifiche
  /** hers, where they were asked for */
  recapiti?: readonly Recapito[]
}
export type Tabella = ReturnType<typeof tabelleDecodifica>[number]['nome']
export type Precisione = MiaScheda['nascita_precisa']

/** What Windows-1252 leaves behind where it is taken for Latin-1: the contract lets it in (LETTERE), no screen shows it. */
const RIMASTE: Readonly<Record<string, string>> = {
  '\u008a': 'Š', '\u008c': 'Œ', '\u008e': 'Ž', '\u009a': 'š', '\u009c': 'œ', '\u009e': 'ž', '\u009f': 'Ÿ',
} // biome-ignore format: a table
export const leggibile = (v: string): string => v.replace(/[\u0080-\u009f]/g, c => RIMASTE[c] ?? '')

export const testoDi = (v: string | number | null | undefined): Valore | undefined => {
  const testo = leggibile(String(v ?? '')).trim()
  return testo === '' ? undefined : { testo }
}

/** A day, as much of it as is known; never a day that nobody knows. */
export function giornoDi(l: Lettura, il: string | null | undefined, precisa: Precisione = 'G'): Valore | undefined {
  if (!il) return undefined
  const t = l.testi.visura.valori
  const [, anno = '', mese = ''] = /^(\d{4})-(\d{2})-\d{2}$/.exec(il) ?? []
  const nomeMese = l.testi.mesi[Number(mese) - 1]
  if (anno === '0001') return { testo: t.nonNota } // a scheda came without one
  if (!nomeMese) return { testo: leggibile(il) }
  if (precisa === 'A') return { testo: t.soloAnno(anno), il: anno }
  if (precisa === 'M') return { testo: t.soloMese(`${nomeMese} ${anno}`), il: `${anno}-${mese}` }
  return { testo: inLettere(il, l.testi), il }
}
/** How much of a date is known, by the contract's two marks. */
export const precisione = (v: { senzaGiorno?: unknown; senzaGiornoMese?: unknown } | undefined): Precisione =>
  v?.senzaGiornoMese ? 'A' : v?.senzaGiorno ? 'M' : 'G'

const insieme = (parti: readonly (string | undefined)[], tra = ', ') =>
  testoDi(parti.filter(p => p !== undefined && p !== '').join(tra))

export const comuneDi = (l: Lettura, c: TipoComune | undefined): Valore | undefined =>
  c && insieme([l.testi.visura.valori.comune(c.nomeComune.trim(), c.siglaProvinciaIstat.trim()), c.descrizioneLocalita])

export const luogoDi = (l: Lettura, p: TipoLuogoEvento | null | undefined): Valore | undefined =>
  p ? insieme([p.luogoEccezionale, comuneDi(l, p.comune)?.testo, p.localita && stato(p.localita)]) : undefined
const stato = (e: NonNullable<TipoLuogoEvento['localita']>) =>
  insieme([e.descrizioneLocalita, e.provinciaContea, e.descrizioneStato])?.testo

/** A code in the words of its table; one that the table does not have, as it stands. */
export function codiceDi(l: Lettura, tabella: Tabella, codice: string | number | null | undefined): Valore | undefined {
  if (codice === null || codice === undefined || codice === '') return undefined
  const detto = l.codici.descrizione(tabella, codice) ?? l.codici.descrizione(tabella, Number(codice))
  return { testo: detto ?? l.testi.visura.valori.codice(String(codice)) }
}

/** An address in one line, as on an envelope: as it stands in a declaration. */
export function inRiga(l: Lettura, r: Omit<TipoResidenza, 'dataDecorrenzaResidenza'> | null): Valore | undefined {
  if (!r) return undefined
  const t = l.testi.visura.valori
  const presso = r.presso && t.presso(r.presso)
  const estero = r.localitaEstera?.indirizzoEstero
  if (estero) {
    const via = insieme([estero.toponimo?.denominazione, estero.toponimo?.numeroCivico], ' ')?.testo
    const { localita } = estero
    const citta = insieme([estero.cap, localita.descrizioneLocalita], ' ')?.testo
    return insieme([via, presso, citta, localita.provinciaContea, localita.descrizioneStato])
  }
  const i = r.indirizzo
  if (!i) return undefined
  const n = i.numeroCivico
  const numero = insieme([n?.numero ?? n?.metrico, n?.lettera, n?.esponente1], ' ')?.testo
  const dentro = n?.civicoInterno
  const specie = i.toponimo.specie ?? codiceDi(l, 'specieToponimo', i.toponimo.codSpecie)?.testo
  return insieme([
    insieme([specie, i.toponimo.denominazioneToponimo, numero], ' ')?.testo,
    dentro?.scala && t.scala(dentro.scala),
    dentro?.interno1 && t.interno(dentro.interno1),
    presso,
    i.frazione,
    insieme([i.cap, comuneDi(l, i.comune)?.testo], ' ')?.testo,
  ])
}
