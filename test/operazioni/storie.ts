import type { Operazione } from '../../src/anagrafe/motore/operazione.ts'
import type { RigaScheda } from '../../src/anagrafe/motore/registro.query.ts'
import { propria, sezioniDi, valore } from '../../src/anagrafe/motore/sezioni.ts'
import type { Mondo } from './mondo.ts'

interface Versione {
  operazione: string | null
  dal: string
  sezione: string
  valore: object
}
interface Cambio extends Versione {
  /** the version whose place it takes; undefined: it comes after the last */
  posto?: string | null
}
/** The versions of each section by a model of its own: two copies compared, annulled ones dropped, corrections put in the
 *  place of what they correct. */
export class Storie {
  private readonly di = new Map<string, Cambio[]>()
  versioni(s: RigaScheda, ora: RigaScheda, sezione: string): Versione[] {
    const base = { operazione: null, sezione, valore: valore('S', s, sezione) }
    const v: Versione[] = [{ ...base, dal: propria('S', s, sezione, ora.aggiornata_il ?? s.base_dal) }]
    for (const c of this.di.get(s.id) ?? []) {
      if (c.sezione !== sezione) continue
      if (c.posto === undefined) v.push(c)
      else v[v.findLastIndex(x => x.operazione === c.posto)] = c
    }
    return v
  }
  aggiungi(
    f: { id: string; decorrenza: string; o: Operazione; dati: object },
    base: Mondo,
    prima: readonly RigaScheda[],
    dopo: readonly RigaScheda[],
  ) {
    for (const s of dopo) {
      const era = prima.find(p => p.id === s.id)
      const nata = base.schede.find(p => p.id === s.id)
      if (!era || !nata) continue // a new scheda begins with its baseline
      const lista = this.di.get(s.id) ?? []
      const nuovi: Cambio[] = []
      for (const x of sezioniDi('S')) {
        const suoi = this.versioni(nata, era, x)
        const ultima = suoi.at(-1)!
        const cambio = { operazione: f.id, sezione: x, valore: valore('S', s, x) }
        if (JSON.stringify(valore('S', era, x)) !== JSON.stringify(cambio.valore)) {
          const [sua, suaEra] = [s, era].map(r => propria('S', r, x, era.aggiornata_il ?? era.base_dal))
          if (f.o.tempo === 'sul posto')
            nuovi.push({ ...cambio, dal: sua === suaEra ? ultima.dal : sua!, posto: ultima.operazione })
          else nuovi.push({ ...cambio, dal: f.o.tempo ? f.decorrenza : propria('S', s, x, f.decorrenza) })
        } else if (f.o.passati?.sezione === x && s.stato !== 'X') {
          const famiglie = this.versioni(nata, era, 'appartenenza')
          for (const v of suoi.slice(0, -1).reverse()) {
            const f0 = (famiglie.findLast(y => y.dal <= v.dal) ?? famiglie[0]!).valore as { gruppo_id?: string }
            const giusto =
              f0.gruppo_id === f.o.passati.gruppo(f.dati) &&
              f.o.passati.giusto({ d: f.dati, b: bozzaDi(prima) } as never, v.valore as never)
            if (!giusto || JSON.stringify(giusto) === JSON.stringify(v.valore)) continue
            nuovi.push({ ...cambio, dal: v.dal, valore: giusto, posto: v.operazione })
            break
          }
        }
      }
      this.di.set(s.id, [...lista, ...nuovi])
    }
  }
  togli(operazione: string, soggetto?: string) {
    for (const [id, lista] of this.di) {
      if (soggetto !== undefined && id !== soggetto) continue
      this.di.set(
        id,
        lista.filter(v => v.operazione !== operazione),
      )
    }
  }
}
/** As much of a draft as corrections of the past look at. */
const bozzaDi = (prima: readonly RigaScheda[]) => ({
  membri: (g: string) => prima.filter(s => s.gruppo_id === g && s.stato === 'A'),
  capo: (g: string) => prima.find(s => s.gruppo_id === g && s.stato === 'A' && s.legame === 1),
})
