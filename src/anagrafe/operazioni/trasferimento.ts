import { Type as T } from 'typebox'
import { operazione, se } from '../motore/operazione.ts'
import type { RigaScheda } from '../motore/registro.query.ts'
import type { DatiScheda } from '../scheda.ts'
import { attivi, esistono, gruppoAperto } from './condivisi.ts'

const RESIDENZA = T.Unsafe<NonNullable<DatiScheda['residenza']>>(T.Object({}))
const FAMIGLIA = T.Object({ famiglia: T.String(), residenza: RESIDENZA })
type Famiglia = T.Static<typeof FAMIGLIA>

const stesso = (a: DatiScheda['residenza'], b: DatiScheda['residenza']) => JSON.stringify(a) === JSON.stringify(b)

function alloggia(s: RigaScheda, residenza: DatiScheda['residenza'], comune: number, dal: string): void {
  if (s.comune_id !== comune) {
    s.comune_id = comune
    s.iscritto_dal = dal
  }
  s.dati.residenza = residenza
  s.residenza_dal = dal
}

/** 5001/4: a whole family moves, within the comune or from another one: same family, same members, same ties; asked by the
 *  comune of destination. */
const trasferimentoFamiglia = operazione<Famiglia>({
  servizio: '5001/4',
  nome: 'Trasferimento di residenza di una famiglia',
  forma: FAMIGLIA,
  nomina: d => ({ gruppi: [d.famiglia] }),
  competenza: () => [],
  evento: 'trasferimento',
  annulla: { con: '5012', ripristino: true },
  controlli: [
    gruppoAperto('famiglia', d => [d.famiglia]),
    {
      codice: 'EN388',
      gravita: 'E',
      campo: 'residenza',
      testo: 'La residenza inserita è uguale a quella attuale',
      rimedio: "Indica l'indirizzo nuovo; per un errore nell'indirizzo usa la rettifica (5001/9)",
      trova: c => {
        const m = c.b.membri(c.d.famiglia)
        return se(m.length > 0 && m.every(s => s.comune_id === c.comune && stesso(s.dati.residenza, c.d.residenza)))
      },
    },
  ],
  effetti({ d, b, comune, decorrenza }) {
    const g = b.gruppo(d.famiglia)!
    g.comune_id = comune
    for (const s of b.membri(g.id)) alloggia(s, d.residenza, comune, decorrenza)
  },
})

const PARTE = T.Object({
  soggetti: T.Array(T.Object({ soggetto: T.String(), legame: T.Integer() }), { minItems: 1 }),
  /** the family or convivenza that they enter; absent: a new family */
  famiglia: T.Optional(T.String()),
  residenza: RESIDENZA,
})
type Parte = T.Static<typeof PARTE>
const ids = (d: Parte) => d.soggetti.map(s => s.soggetto)

/** 5005/2: some of a family move, into a new family or into one that is there; asked by the comune of destination. */
const trasferimentoParte = operazione<Parte>({
  servizio: '5005/2',
  nome: 'Trasferimento di residenza di una parte della famiglia',
  forma: PARTE,
  nomina: d => ({ schede: ids(d), gruppi: d.famiglia ? [d.famiglia] : [] }),
  nuove: d => ({ gruppi: d.famiglia ? 0 : 1 }),
  competenza: () => [],
  evento: 'trasferimento',
  annulla: { con: '5012', ripristino: true, parziale: true },
  controlli: [
    esistono('soggetti', ids),
    attivi('soggetti', ids),
    {
      codice: 'EF054',
      gravita: 'E',
      campo: 'soggetti',
      testo: 'I soggetti indicati appartengono a famiglie diverse',
      rimedio: 'Registra una mutazione per ciascuna famiglia di provenienza',
      trova: c => se(new Set(ids(c.d).map(id => c.b.persona(id)?.gruppo_id)).size > 1),
    },
    {
      codice: 'EN220',
      gravita: 'E',
      campo: 'soggetti',
      testo: 'I soggetti indicati sono tutti i componenti della famiglia @',
      rimedio: "Per trasferire un'intera famiglia usa la mutazione di residenza della famiglia (5001/4)",
      trova: c => {
        const g = c.b.persona(c.d.soggetti[0]!.soggetto)?.gruppo_id
        const tutti = g ? c.b.membri(g) : []
        return se(!c.d.famiglia && tutti.length > 0 && tutti.every(m => ids(c.d).includes(m.id)), g ?? '')
      },
    },
    gruppoAperto('famiglia', d => (d.famiglia ? [d.famiglia] : [])),
    {
      codice: 'EF042',
      gravita: 'E',
      campo: 'famiglia',
      testo: 'La famiglia @ è di un altro comune: la residenza può essere modificata solo dal comune di destinazione',
      rimedio: 'Chiede il trasferimento il comune in cui la persona va ad abitare',
      trova: c => {
        const g = c.d.famiglia ? c.b.gruppo(c.d.famiglia) : undefined
        return se(g !== undefined && g.comune_id !== c.comune, c.d.famiglia ?? '')
      },
    },
  ],
  effetti({ d, b, comune, decorrenza }) {
    const g = d.famiglia
      ? b.gruppo(d.famiglia)!
      : b.nuovoGruppo({ tipo: 3, comune_id: comune, origine: decorrenza, motivo: 2 })
    for (const { soggetto, legame } of d.soggetti) {
      const s = b.persona(soggetto)!
      s.gruppo_id = g.id
      s.gruppo_tipo = g.tipo
      s.legame = legame
      s.progressivo = null
      s.ingresso_dal = decorrenza
      s.legame_dal = decorrenza
      alloggia(s, d.residenza, comune, decorrenza)
    }
  },
})

export const TRASFERIMENTI = [trasferimentoFamiglia, trasferimentoParte]
