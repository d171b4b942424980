import { Temporal } from 'temporal-polyfill'
import { chiaveDelNome, decodificheDiBase, type Territorio } from '../../anagrafe/index.ts'
import { type TipoComune, type TipoLuogoEvento, violato } from '../../contratto/index.ts'
import { type Ingresso, TOGLI } from '../correggibili.ts'
import type { Scritto } from './tipi.ts'

/** Between what a person writes (`Scritto`, in the form that `Ingresso` says) and what the register holds (`datoCheSta`). */

/** Why a text is no value of its kind: a name, for the door to put into words. */
export type DifettoValore = 'vuoto' | 'obbligatorio' | 'lungo' | 'forma' | 'giorno' | 'codice' | 'luogo'
type Letto = { readonly valore: unknown } | { readonly difetto: DifettoValore }
const valore = (v: unknown): Letto => ({ valore: v })
const difetto = (d: DifettoValore): Letto => ({ difetto: d })
const se = (v: unknown, altrimenti: DifettoValore): Letto => (v === undefined ? difetto(altrimenti) : valore(v))

/** What of an identity card is electronic and what on paper: the contract has a digit for it, of which nobody has published
 *  the meaning. Ours follows the order of the element's name, `cartaceaElettronica`. */
const CARTA: Readonly<Record<string, string>> = { cartacea: '1', elettronica: '2' }
const daCarta = (v: unknown) => Object.keys(CARTA).find(k => CARTA[k] === v)

/** The value that a person wrote, as the register takes it; undefined where it is to be taken away. */
export function leggiScritto(
  s: Scritto,
  c: { ingresso: Ingresso; facoltativo: boolean },
  territorio: Territorio,
): Letto {
  const testo = s.testo.trim().replace(/\s+/g, ' ')
  if (s.codice === TOGLI || (testo === '' && !s.codice))
    return c.facoltativo ? valore(undefined) : difetto('obbligatorio')
  const codice = s.codice?.trim() || undefined
  const { ingresso: i } = c
  switch (i.tipo) {
    case 'testo': {
      const maiuscolo = testo.toUpperCase()
      return violato(i.campo, maiuscolo) === undefined ? valore(maiuscolo) : difetto('forma')
    }
    case 'codiceFiscale':
      return /^([A-Z0-9]{16}|\d{11})$/.test(testo.toUpperCase()) ? valore(testo.toUpperCase()) : difetto('forma')
    case 'giorno':
      return se(giorno(codice ?? testo, i.parziale === true), 'giorno')
    case 'codice':
      return se(
        [codice, testo].find(k => k !== undefined && decodificheDiBase().esiste(i.tabella, k)),
        'codice',
      )
    case 'scelta': {
      const scelto = i.valori.find(v => v === (codice ?? testo))
      return se(scelto === undefined ? undefined : (CARTA[scelto] ?? scelto), 'codice')
    }
    case 'comune':
      return se(comune(codice, testo, territorio), 'luogo')
    case 'luogo':
      return se(luogo(codice, testo, territorio), 'luogo')
    case 'stato':
      return se(stato(codice, territorio), 'luogo')
    case 'consolato': {
      const k = codice === undefined ? undefined : territorio.consolato(codice)
      return se(k && { codiceConsolato: k.codice, descrizioneConsolato: k.sede.toUpperCase() }, 'luogo')
    }
  }
}

/** AAAA-MM-GG, or as people write it; where it may be partial, AAAA-MM or AAAA. */
function giorno(v: string, parziale: boolean): string | undefined {
  const iso = v.replace(/^(?:(?:(\d\d?)\/)?(\d\d?)\/)?(\d{4})$/, (_, g, m, a) =>
    [a, m, g]
      .filter(x => x !== undefined)
      .map(x => x.padStart(2, '0'))
      .join('-'),
  )
  if (!/^\d{4}(-\d\d){0,2}$/.test(iso) || (iso.length < 10 && !parziale)) return undefined
  try {
    Temporal.PlainDate.from(iso + '-01-01'.slice(iso.length - 4), { overflow: 'reject' })
    return iso
  } catch {
    return undefined
  }
}

/** ISTAT code, or the cadastral one of a comune that never had another; the name says which of those that had the code. */
function comune(codice: string | undefined, testo: string, t: Territorio): TipoComune | undefined {
  const [, nome, sigla] = /^(.*?)(?: \(([A-Z]{2})\))?$/.exec(testo.toUpperCase())!
  const periodi =
    codice === undefined
      ? t.comuneQuandoCheSia({ nome, sigla })
      : /^\d{6}$/.test(codice)
        ? t.comuneQuandoCheSia({ codiceIstat: codice })
        : (t.comunePerId(t.dati.comuni.find(c => c.codice_catastale === codice)?.id ?? -1)?.periodi ?? [])
  const suo =
    periodi.filter(p => nome !== '' && chiaveDelNome(p.nome) === chiaveDelNome(nome!)).at(-1) ?? periodi.at(-1)
  if (!suo || (codice === undefined && new Set(periodi.map(p => p.comune)).size > 1)) return undefined
  return {
    nomeComune: suo.nome.toUpperCase(),
    ...(suo.codice_istat !== null && { codiceIstat: suo.codice_istat }),
    siglaProvinciaIstat: suo.provincia,
  }
}

const stato = (codice: string | undefined, t: Territorio) => {
  const s = codice === undefined ? undefined : t.dati.stati.find(x => x.codice_istat === codice)
  return s && { codiceStato: s.codice_istat!, descrizioneStato: s.nome.toUpperCase() }
}

function luogo(codice: string | undefined, testo: string, t: Territorio): TipoLuogoEvento | undefined {
  if (codice === undefined || !/^\d{3}$/.test(codice)) {
    const c = comune(codice, testo, t)
    return c && { comune: c }
  }
  const s = stato(codice, t)
  const localita = testo.includes(',') ? testo.slice(0, testo.lastIndexOf(',')).trim().toUpperCase() : ''
  return s && { localita: { ...(localita && { descrizioneLocalita: localita }), ...s } }
}

/** A value of the register as a form shows it and sends it back. */
export function scritto(v: unknown, i: Ingresso): Scritto | undefined {
  if (v === undefined) return undefined
  if (typeof v === 'string') {
    if (i.tipo === 'giorno') return { testo: v.split('-').reverse().join('/'), codice: v }
    if (i.tipo === 'codice') return { testo: decodificheDiBase().descrizione(i.tabella, v) ?? v, codice: v }
    if (i.tipo === 'scelta') return { testo: daCarta(v) ?? v, codice: daCarta(v) ?? v }
    return { testo: v }
  }
  if (i.tipo === 'comune') return comeComune(v as TipoComune)
  if (i.tipo === 'luogo') return comeLuogo(v as TipoLuogoEvento)
  if (i.tipo === 'stato') {
    const s = v as { codiceStato: string; descrizioneStato?: string }
    return { testo: s.descrizioneStato ?? s.codiceStato, codice: s.codiceStato }
  }
  const k = v as { codiceConsolato: string; descrizioneConsolato: string }
  return { testo: k.descrizioneConsolato, codice: k.codiceConsolato }
}
const comeComune = (c: TipoComune): Scritto => ({
  testo: `${c.nomeComune} (${c.siglaProvinciaIstat})`,
  ...(c.codiceIstat && { codice: c.codiceIstat }),
})
function comeLuogo(l: TipoLuogoEvento): Scritto {
  if (l.comune) return comeComune(l.comune)
  const { descrizioneLocalita, descrizioneStato, codiceStato } = l.localita ?? {}
  const testo = [descrizioneLocalita ?? l.luogoEccezionale, descrizioneStato].filter(x => x).join(', ')
  return { testo, ...(codiceStato && { codice: codiceStato }) }
}

/** Do two values say the same? Letters large or small, a comune by its name, a place abroad by its state too. */
export function stesso(a: unknown, b: unknown, i: Ingresso): boolean {
  const [x, y] = [chiave(a, i), chiave(b, i)]
  return x === y
}
function chiave(v: unknown, i: Ingresso): string {
  if (v === undefined || v === null) return ''
  if (typeof v === 'string') return v.normalize('NFC').trim().replace(/\s+/g, ' ').toUpperCase()
  if (i.tipo === 'luogo') {
    const { comune, localita, luogoEccezionale } = v as TipoLuogoEvento
    if (comune) return chiaveComune(comune)
    return [localita?.codiceStato, localita?.descrizioneLocalita ?? luogoEccezionale].map(x => chiave(x, TESTO)).join()
  }
  if (i.tipo === 'comune') return chiaveComune(v as TipoComune)
  const { codiceStato, codiceConsolato } = v as { codiceStato?: string; codiceConsolato?: string }
  return codiceStato ?? codiceConsolato ?? ''
}
const TESTO: Ingresso = { tipo: 'testo', campo: 'nome' }
const chiaveComune = (c: TipoComune) =>
  [chiaveDelNome(c.nomeComune), c.siglaProvinciaIstat.trim().toUpperCase(), chiave(c.descrizioneLocalita, TESTO)].join()
