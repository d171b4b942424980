import { testoDi } from '../persone/giorni.ts'
import { terra } from '../persone/luoghi.ts'
import { FAMIGLIE } from '../storie/famiglie.ts'
import { FIGLIO, type Passo, type Scena } from './evento.ts'
import type { Persona } from './mondo.ts'
import { ultimaPosizione } from './vita.query.ts'

/** An operation of a person's, taken back. */
export interface Annullato {
  comune: number
  annulla: '1013' | '2011' | '5012'
  operazione: string
}
/** What happens to the people of a story in the weeks before the demo opens: those stories are told by the register's
 *  operations, not by subentro. */
export interface Narrato {
  readonly storia: string
  /** so many days before the demo's today */
  readonly fa: number
  accade(x: Scena, chi: readonly Persona[]): readonly Passo[] | Promise<readonly Annullato[]>
}

const muore = (p: Persona, x: Scena, legami: { soggetto: string; legame: number }[]): Passo => ({
  comune: p.comune,
  servizio: '2001',
  dati: { soggetto: p.id, motivo: 1, data: testoDi(x.giorno - 1), ruolo: 1, legami },
})
async function torna(x: Scena, p: Persona | undefined, annulla: Annullato['annulla']): Promise<Annullato[]> {
  const operazione = p && (await ultimaPosizione(x.db, p.id))
  return operazione ? [{ comune: p.comune, annulla, operazione }] : []
}
const natoDi = (x: Scena, madre: Persona) => x.m.membri(madre.gruppo).filter(f => f.legame === FIGLIO)

export const NARRATE: readonly Narrato[] = [
  {
    storia: 'vedova-recente',
    fa: 24,
    accade: (x, [marito, lei, ...figli]) => [
      muore(marito!, x, [{ soggetto: lei!.id, legame: 1 }, ...figli.map(f => ({ soggetto: f.id, legame: FIGLIO }))]),
    ],
  },
  {
    storia: 'vedova-recente',
    fa: 17,
    accade: (_, [, lei]) => [
      { comune: lei!.comune, servizio: '5008/1', dati: { soggetto: lei!.id, statoCivile: { statoCivile: '3' } } },
    ],
  },
  {
    storia: 'dato-per-morto',
    fa: 21,
    accade: (x, [lui, moglie]) => [muore(lui!, x, [{ soggetto: moglie!.id, legame: 1 }])],
  },
  { storia: 'dato-per-morto', fa: 16, accade: (x, [lui]) => torna(x, lui, '2011') },
  {
    storia: 'nato-due-volte',
    fa: 12,
    accade(x, [madre, padre]) {
      const ieri = x.giorno - 1
      const { comune } = terra('034027')!.il(ieri)!
      const nascita: Passo = {
        comune: madre!.comune,
        servizio: '1001',
        dati: {
          cognome: 'BERTOLI',
          nome: 'TOMMASO',
          sesso: 'M',
          dataNascita: testoDi(ieri),
          luogoNascita: { comune },
          cittadinanza: { descrizioneStato: 'ITALIA', codiceStato: '100', dataValidita: testoDi(ieri) },
          madre: madre!.id,
          padre: padre!.id,
          famiglia: madre!.gruppo,
          legame: FIGLIO,
        },
      }
      // Under the very same name the second would be refused (EN188).
      return [nascita, { ...nascita, dati: { ...nascita.dati, nome: 'TOMASO' } }]
    },
  },
  { storia: 'nato-due-volte', fa: 9, accade: (x, [madre]) => torna(x, natoDi(x, madre!)[1], '1013') },
]

/** The people of a story as its families name them; undefined where not all are in the register. */
export function chiNarra({ m }: Scena, storia: string): Persona[] | undefined {
  const tutti = Object.values(FAMIGLIE[storia]!).flatMap(f => f.membri.map(p => m.narrata(p)))
  return tutti.every(p => p !== undefined && m.terra(p.comune) !== undefined) ? (tutti as Persona[]) : undefined
}
