import {
  casa,
  type Fatto,
  FIGLIO,
  inFamiglia,
  MAGGIORE,
  type Scena,
  type Seguito,
  successione,
  èCompagno,
} from './evento.ts'
import { eta, type Mondo, type Persona } from './mondo.ts'
import { dettagli } from './vita.query.ts'

/** Minors who are children of the head. */
export const figliDi = ({ m, giorno }: Scena, p: Persona): Persona[] =>
  m.membri(p.gruppo).filter(f => f.legame === FIGLIO && eta(f, giorno) < MAGGIORE)
/** Who moves out as head of a new family, and the children. */
export const conFigli = (p: Persona, figli: readonly Persona[]): { soggetto: string; legame: number }[] => [
  { soggetto: p.id, legame: 1 },
  ...figli.map(f => ({ soggetto: f.id, legame: FIGLIO })),
]

export const legati = (m: Mondo, a: Persona, b: Persona): boolean => m.legato(a.id)?.altro === b.id

/** Two go to live together: where one of them heads a family, else in a new one. */
export const insieme = (a: string, b: string, legame: number, fra: number): Seguito => ({
  fra,
  async prepara(x) {
    const { m, c } = x
    const due = [m.persona(a), m.persona(b)].filter(p => p !== undefined)
    const [uno, altro] = due
    if (!uno || !altro || !legati(m, uno, altro) || !due.every(p => p.viva && inFamiglia(p) && m.terra(p.comune)))
      return undefined
    const ospite = due.find(p => p.legame === 1)
    if (uno.gruppo === altro.gruppo) {
      const lei = due.find(p => p !== ospite)!
      if (ospite) return lei.legame === legame ? undefined : legami(lei, [{ soggetto: lei.id, legame }])
      const soggetti = [
        { soggetto: uno.id, legame: 1 },
        { soggetto: altro.id, legame },
      ]
      return { comune: uno.comune, servizio: '5005/2', dati: { soggetti, residenza: casa(x, uno.comune) } }
    }
    const dopo = [insieme(a, b, legame, 0)]
    if (!ospite) {
      // Both still live with others: one takes a home first.
      const p = c.una(due)
      const dati = { soggetti: [{ soggetto: p.id, legame: 1 }], residenza: casa(x, p.comune) }
      return { comune: p.comune, servizio: '5005/2', dati, dopo }
    }
    const arriva = due.find(p => p !== ospite)!
    const restano = arriva.legame === 1 ? successione(m, arriva.gruppo, [arriva]) : undefined
    if (restano) return { ...legami(arriva, [...restano, { soggetto: arriva.id, legame: 13 }]), dopo }
    const { residenza } = (await dettagli(x.db, [ospite.id])).get(ospite.id) ?? {}
    return {
      comune: ospite.comune,
      servizio: '5005/2',
      dati: {
        soggetti: [{ soggetto: arriva.id, legame }],
        famiglia: ospite.gruppo,
        residenza: residenza ?? casa(x, ospite.comune),
      },
    }
  },
})
const legami = (p: Persona, nuovi: readonly { soggetto: string; legame: number }[]): Fatto => ({
  comune: p.comune,
  servizio: '5001/2',
  dati: { gruppo: p.gruppo, legami: nuovi },
})

/** After a divorce who is not the head takes a home of their own. */
export const lasciaCasa = (a: string, b: string, fra: number): Seguito => ({
  fra,
  prepara(x) {
    const due = [x.m.persona(a), x.m.persona(b)].filter(p => p !== undefined)
    const [uno, altro] = due
    if (!uno?.viva || !altro?.viva || uno.gruppo !== altro.gruppo || !inFamiglia(uno) || !x.m.terra(uno.comune))
      return undefined
    const va = due.find(p => p.legame !== 1)!
    // Half of them take the children along, who are children of the family's head too.
    const figli = èCompagno(va) && x.c.capita(0.5) ? figliDi(x, va) : []
    const dati = { soggetti: conFigli(va, figli), residenza: casa(x, va.comune) }
    return { comune: va.comune, servizio: '5005/2', dati }
  },
})
