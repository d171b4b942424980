import { cercaComuni, comuniConNome, statiEsteri, uffici } from '../../anagrafe/index.ts'
import type { Read } from '../../db/index.ts'
import {
  type CorreggibileOra,
  type Ingresso,
  leggiCodiceFiscale,
  leggiGiorno,
  leggiTesto,
  NOTE,
  TOGLI,
  type ValoreScritto,
} from '../../richieste/index.ts'
import { intero } from '../../ui/index.ts'
import { codiceDi, giornoDi, type Lettura } from '../../visura/index.ts'
import type { Campi } from '../../web/index.ts'

/** A choice of the form. */
export interface Scelta {
  readonly codice: string
  readonly nome: string
}
/** The value wanted, in words and as a program takes it; or what is wrong, by the form's field, with what to choose from. */
export type Letto =
  | { readonly chiesto: string; readonly codice?: string; readonly note: string }
  | { readonly guasti: Readonly<Record<string, string>>; readonly tra?: readonly Scelta[] }

type Valore = { chiesto: string; codice?: string } | { errore: string; campo?: string; tra?: readonly Scelta[] }

/** What one may choose from: the codes of a table, states, consulates; none where one writes. */
export async function scelteDi(i: Ingresso, l: Lettura, db: Read, oggi: string): Promise<readonly Scelta[]> {
  switch (i.tipo) {
    case 'codice':
      return l.codici
        .voci(i.tabella)
        .filter(v => !v.usi.includes('indefinito') && (v.al === null || v.al >= oggi))
        .filter(v => i.uso === undefined || v.usi.includes(i.uso))
        .map(v => ({ codice: v.codice, nome: v.descrizione }))
    case 'scelta':
      return i.valori.map(v => ({ codice: v, nome: l.testi.rettifica.dato.valori[v] ?? v }))
    case 'stato':
    case 'luogo':
      return statiEsteri(db)
    case 'consolato':
      return uffici(db)
    default:
      return []
  }
}

/** Reads what the form says of a datum, with the register's checks. */
export async function leggiModulo(
  c: CorreggibileOra,
  m: Campi,
  o: { attuale: string; lettura: Lettura; db: Read; oggi: string },
): Promise<Letto> {
  const t = o.lettura.testi.rettifica.dato
  const guasti: Record<string, string> = {}
  const note = (m.note ?? '').replaceAll('\r\n', '\n').trim()
  if (note.length > NOTE) guasti.note = t.errori.lungo(intero(NOTE))
  const v: Valore =
    m.togli === '1' && c.facoltativo && o.attuale !== ''
      ? { chiesto: t.togli.valore, codice: TOGLI }
      : await valore(c.ingresso, m, o)
  if ('errore' in v) guasti[v.campo ?? 'valore'] = v.errore
  else if (v.chiesto === o.attuale) guasti.valore = t.errori.uguale
  if ('errore' in v || Object.keys(guasti).length > 0) return { guasti, ...('errore' in v && v.tra && { tra: v.tra }) }
  return { ...v, note }
}

async function valore(
  i: Ingresso,
  m: Campi,
  { lettura, db, oggi }: { lettura: Lettura; db: Read; oggi: string },
): Promise<Valore> {
  const t = lettura.testi.rettifica.dato
  const scritto = m.valore ?? ''
  switch (i.tipo) {
    case 'testo':
      return detto(leggiTesto(i.campo, scritto), t.errori)
    case 'codiceFiscale': {
      const s = leggiCodiceFiscale(scritto)
      return 'guasto' in s && s.guasto === 'forma' ? { errore: t.errori.codiceFiscale } : detto(s, t.errori)
    }
    case 'giorno': {
      const s = leggiGiorno(scritto, { ...i, oggi })
      if ('guasto' in s) return s.guasto === 'forma' ? { errore: t.errori.data } : detto(s, t.errori)
      const precisa = ({ 10: 'G', 7: 'M' } as const)[s.valore.length] ?? 'A'
      return { chiesto: giornoDi(lettura, `${s.valore}-01-01`.slice(0, 10), precisa)!.testo, codice: s.valore }
    }
    case 'luogo':
      if (m.dove === 'italia') return comune(m, lettura, db, oggi)
      if (m.dove === 'estero') return estero(m, i, lettura, db, oggi)
      return { errore: t.errori.dove, campo: 'dove' }
    case 'comune':
      return comune(m, lettura, db, oggi)
    default: {
      const s = (await scelteDi(i, lettura, db, oggi)).find(x => x.codice === scritto)
      if (!s) return { errore: t.errori.scegli }
      const parole =
        i.tipo === 'codice'
          ? codiceDi(lettura, i.tabella, s.codice)!.testo
          : i.tipo === 'scelta'
            ? (lettura.testi.visura.valori.sesso[s.codice] ?? s.nome)
            : s.nome
      return { chiesto: parole, codice: s.codice }
    }
  }
}

function detto(s: ValoreScritto, errori: Lettura['testi']['rettifica']['dato']['errori']): Valore {
  if (!('guasto' in s)) return { chiesto: s.valore }
  return { errore: s.guasto === 'forma' ? errori.forma(s.perche ?? '') : errori[s.guasto] }
}

/** A comune by the name that it has, or had; of several one is to be chosen, and where none has it those that are alike. */
async function comune(m: Campi, l: Lettura, db: Read, oggi: string): Promise<Valore> {
  const t = l.testi.rettifica.dato
  const nome = (m.comune ?? '').trim()
  if (nome === '') return { errore: t.errori.vuoto, campo: 'comune' }
  const parole = (n: string, provincia: string) => l.testi.visura.valori.comune(n.toUpperCase(), provincia)
  const omonimi = (await comuniConNome(db, nome)).map(c => ({
    codice: c.codice,
    chiesto: parole(c.nome, c.provincia),
    nome: `${parole(c.nome, c.provincia)}${c.al === null ? '' : `, ${t.fino(c.al.slice(0, 4))}`}`,
  }))
  const simili =
    omonimi.length > 0
      ? []
      : (await cercaComuni(db, nome, { il: oggi, limite: 8 })).flatMap(c =>
          c.codice_istat === null
            ? []
            : [{ codice: c.codice_istat, chiesto: parole(c.nome, c.provincia), nome: parole(c.nome, c.provincia) }],
        )
  const tra = [...omonimi, ...simili]
  const uno = omonimi.length === 1 ? omonimi[0] : tra.find(c => c.codice === m.quale)
  if (uno) return { chiesto: uno.chiesto, codice: uno.codice }
  if (tra.length === 0) return { errore: t.errori.comune, campo: 'comune' }
  return { errore: omonimi.length > 0 ? t.errori.quale : t.errori.simile, campo: 'comune', tra }
}

async function estero(m: Campi, i: Ingresso, l: Lettura, db: Read, oggi: string): Promise<Valore> {
  const t = l.testi.rettifica.dato
  const stato = (await scelteDi(i, l, db, oggi)).find(s => s.codice === m.stato)
  if (!stato) return { errore: t.errori.scegli, campo: 'stato' }
  const localita = (m.localita ?? '').trim() === '' ? { valore: '' } : leggiTesto('localita', m.localita!)
  if ('guasto' in localita) return { errore: t.errori.forma(localita.perche ?? ''), campo: 'localita' }
  return { chiesto: t.luogo.stato(localita.valore, stato.nome), codice: stato.codice }
}
