import { chiaveDelNome, type Territorio } from '../../anagrafe/index.ts'
import type { CampoCorrezione, CorrezionePreparata, Decisione } from '../../richieste/index.ts'
import type { Campi } from '../../web/index.ts'

/** The name of a field of an operation in the form: also the key by which a refusal names it. */
export const chiave = (c: { scheda: string; dato: string }): string => `${c.scheda}.${c.dato}`

/** What the field of a form starts with: a code where one chooses, else words. */
export const iniziale = (c: CampoCorrezione): string => {
  if (!c.proposto || c.proposto.codice === '-') return ''
  const { tipo } = c.ingresso
  return tipo === 'codice' || tipo === 'scelta' ? (c.proposto.codice ?? '') : c.proposto.testo
}

type Valore = NonNullable<Decisione['valori']>[number]

/** A field as the register's correction takes it. Words that were left as they were keep their code: two places may have a name. */
export function valore(c: CampoCorrezione, scritto: string, t: Territorio): Valore {
  const testo = scritto.trim()
  const base = { scheda: c.scheda, dato: c.dato, testo }
  if (testo === '') return base
  if (testo === c.proposto?.testo && c.proposto.codice !== '-') return { ...base, codice: c.proposto.codice }
  const { tipo } = c.ingresso
  if (tipo === 'codice' || tipo === 'scelta' || tipo === 'consolato') return { ...base, codice: testo }
  if (tipo !== 'stato' && tipo !== 'luogo') return base
  // Abroad the state stands last; it is known by its code.
  const nome = chiaveDelNome(testo.slice(testo.lastIndexOf(',') + 1))
  const stato = t.dati.stati.find(s => s.codice_istat !== null && chiaveDelNome(s.nome) === nome)
  return stato ? { ...base, codice: stato.codice_istat! } : base
}

/** What an officer decided, out of the form. */
export function decisione(
  m: Campi,
  preparate: readonly CorrezionePreparata[],
  aperti: readonly number[],
  t: Territorio,
): Decisione {
  const dati = aperti.flatMap(n => {
    const esito = m[`esito-${n}`]
    const note = m[`nota-${n}`]?.trim()
    return esito === 'accolto' || esito === 'respinto' ? [{ n, esito, ...(note && { note }) } as const] : []
  })
  const valori = preparate.flatMap(p =>
    p.campi.flatMap(c => {
      const scritto = m[chiave(c)]
      return scritto === undefined ? [] : [valore(c, scritto, t)]
    }),
  )
  return {
    dati,
    valori,
    chiudi: m.chiudi !== 'no',
    note: m.note?.replace(/\r\n/g, '\n').trim() || undefined,
    protocollo: m.protocollo?.trim().slice(0, 50) || undefined,
    viste: /^\d{1,9}$/.test(m.viste ?? '') ? Number(m.viste) : -1,
  }
}
