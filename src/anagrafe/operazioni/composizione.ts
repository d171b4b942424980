import { Type as T } from 'typebox'
import { chiamata, operazione, se } from '../motore/operazione.ts'
import { LEGAMI_CESSATI, LEGAMI_CONVIVENZA, LEGAMI_FAMIGLIA } from '../tabelle.ts'
import { gruppoAperto, gruppoDelComune } from './condivisi.ts'
import { CODICE, ID } from './forme.ts'

const COMPOSIZIONE = T.Object({
  gruppo: ID,
  legami: T.Array(T.Object({ soggetto: ID, legame: CODICE }), { minItems: 1 }),
})
type Composizione = T.Static<typeof COMPOSIZIONE>

/** 5001/2: ties within a family or convivenza, and who heads it. Nobody enters or leaves (that is 5005 and A006). */
const composizione = operazione<Composizione>({
  servizio: '5001/2',
  nome: 'Variazione dei legami nella famiglia o convivenza',
  forma: COMPOSIZIONE,
  nomina: d => ({ gruppi: [d.gruppo], schede: d.legami.map(l => l.soggetto) }),
  competenza: () => [],
  evento: 'legami',
  annulla: { con: '5012' },
  controlli: [
    gruppoAperto('gruppo', d => [d.gruppo]),
    gruppoDelComune('gruppo', d => [d.gruppo]),
    {
      codice: 'EF044',
      gravita: 'E',
      campo: 'legami',
      testo: 'La scheda @ non fa parte di questa famiglia o convivenza',
      rimedio: 'Indica solo i componenti; per far entrare qualcuno usa la mutazione di residenza (5005/2)',
      trova: c =>
        c.d.legami.flatMap(l => {
          const s = c.b.persona(l.soggetto)
          return se(s?.gruppo_id !== c.d.gruppo || s.stato !== 'A', chiamata(s, l.soggetto))
        }),
    },
    {
      codice: 'EN246',
      gravita: 'E',
      campo: 'codiceLegame',
      testo: 'Il legame @ non è ammesso in questa scheda',
      rimedio: 'Scegli un codice vigente della tabella dei legami di famiglia, o di quella delle convivenze',
      trova: c => {
        const ammessi = c.b.gruppo(c.d.gruppo)?.tipo === 4 ? LEGAMI_CONVIVENZA : LEGAMI_FAMIGLIA
        return c.d.legami.flatMap(l => se(!ammessi.has(l.legame) || LEGAMI_CESSATI.has(l.legame), String(l.legame)))
      },
    },
    {
      codice: 'EN166',
      gravita: 'E',
      campo: 'codiceLegame',
      testo: 'La richiesta indica @ intestatari',
      rimedio: 'La famiglia ha un solo intestatario: correggi i legami',
      trova: c => {
        const n = c.d.legami.filter(l => l.legame === 1).length
        return se(c.b.gruppo(c.d.gruppo)?.tipo !== 4 && n > 1, String(n))
      },
    },
    {
      codice: 'EN482',
      gravita: 'E',
      campo: 'legami',
      testo: "Cambia l'intestatario, ma manca il nuovo legame di chi lo era (@)",
      rimedio: 'Aggiungi il precedente intestatario con la sua nuova relazione di parentela',
      trova: c => {
        const era = c.b.capo(c.d.gruppo)
        const nuovo = c.d.legami.find(l => l.legame === 1)
        return se(
          c.b.gruppo(c.d.gruppo)?.tipo !== 4 &&
            era !== undefined &&
            nuovo !== undefined &&
            nuovo.soggetto !== era.id &&
            !c.d.legami.some(l => l.soggetto === era.id),
          chiamata(era, ''),
        )
      },
    },
  ],
  effetti({ d, b, decorrenza }) {
    for (const l of d.legami) {
      const s = b.persona(l.soggetto)!
      if (s.legame === l.legame) continue
      s.legame = l.legame
      s.legame_dal = decorrenza
    }
  },
})

export const COMPOSIZIONI = [composizione]
