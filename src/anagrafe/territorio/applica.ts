import { Temporal } from 'temporal-polyfill'
import { idDaCatastale, periodo } from './periodo.ts'
import { SECONDE_DENOMINAZIONI } from './seconde-denominazioni.ts'
import type { Comune, Periodo, Successione } from './tipi.ts'
import type { Variazione } from './variazioni.ts'

/** Comuni by `chiave`, each with its periods in order of time. */
export type Registro = Map<string, { comune: Comune; periodi: Periodo[] }>

/** Applies to the register what happened, to each comune from the day on that its source does not tell itself
 *  (`daQuando`). What was applied before, or does not fit what a source says, is left as it is: safe to repeat.
 *  @returns who succeeded whom. */
export function applica(
  registro: Registro,
  variazioni: readonly Variazione[],
  daQuando: (chiave: string) => string,
): Successione[] {
  const successioni: Successione[] = []
  for (const v of variazioni) {
    const precedenti = v.da ?? []
    const nuovo = v.tipo === 'fusione' || v.tipo === 'distacco'
    if (nuovo) {
      const accade = precedenti.some(c => registro.has(c) && v.il >= daQuando(c))
      if (accade && !registro.get(v.catastale)?.periodi.length) registro.set(v.catastale, nato(registro, v))
    } else if (apertoPrima(registro, v.catastale, v.il) && v.il >= daQuando(v.catastale)) cambia(registro, v)
    for (const c of precedenti) {
      if (!registro.has(c) || !registro.has(v.catastale)) continue
      if (v.tipo !== 'distacco' && apertoPrima(registro, c, v.il) && v.il >= daQuando(c)) chiudi(registro, c, v.il)
      successioni.push({
        prima: registro.get(c)!.comune.id,
        dopo: registro.get(v.catastale)!.comune.id,
        il: v.il,
        fonte: v.fonte,
      })
    }
  }
  return successioni
}

const vigilia = (giorno: string) => Temporal.PlainDate.from(giorno).subtract({ days: 1 }).toString()

function apertoPrima(registro: Registro, chiave: string, il: string): boolean {
  const ultimo = registro.get(chiave)?.periodi.at(-1)
  return ultimo !== undefined && ultimo.al === null && ultimo.dal < il
}

function chiudi(registro: Registro, chiave: string, il: string) {
  const voce = registro.get(chiave)!
  const ultimo = voce.periodi.at(-1)!
  voce.periodi[voce.periodi.length - 1] = { ...ultimo, al: vigilia(il), prefettura: null }
}

/** A merged comune starts with the residents of those it joins; one that split off does not know its own. */
function nato(registro: Registro, v: Variazione) {
  const comune: Comune = {
    id: idDaCatastale(v.catastale),
    chiave: v.catastale,
    codice_catastale: v.catastale,
    ...(v.tipo === 'fusione' ? somma(registro, v.da ?? []) : { residenti: null, residenti_anno: null }),
  }
  const p = periodo({
    comune: comune.id,
    dal: v.il,
    al: null,
    codice_istat: v.istat ?? null,
    nome: v.nome!,
    altro_nome: SECONDE_DENOMINAZIONI.get(v.catastale) ?? null,
    provincia: v.provincia!,
  })
  return { comune, periodi: [p] }
}

/** A change of name, code or province starts a new period; taking in a neighbour under the same name does not. */
function cambia(registro: Registro, v: Variazione) {
  const voce = registro.get(v.catastale)!
  const ultimo = voce.periodi.at(-1)!
  if (v.da?.every(c => apertoPrima(registro, c, v.il)))
    voce.comune = { ...voce.comune, ...somma(registro, [v.catastale, ...v.da]) }
  if (!v.nome && !v.istat && !v.provincia) return
  chiudi(registro, v.catastale, v.il)
  voce.periodi.push(
    periodo({
      comune: ultimo.comune,
      dal: v.il,
      al: null,
      codice_istat: v.istat ?? ultimo.codice_istat,
      nome: v.nome ?? ultimo.nome,
      altro_nome: ultimo.altro_nome,
      provincia: v.provincia ?? ultimo.provincia,
    }),
  )
}

function somma(registro: Registro, chiavi: readonly string[]) {
  const comuni = chiavi.map(c => registro.get(c)?.comune)
  if (!comuni.every(c => c?.residenti != null)) return { residenti: null, residenti_anno: null }
  return {
    residenti: comuni.reduce((n, c) => n + (c?.residenti ?? 0), 0),
    residenti_anno: Math.min(...comuni.map(c => c?.residenti_anno ?? 0)),
  }
}
