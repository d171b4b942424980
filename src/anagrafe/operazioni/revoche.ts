import { Type as T } from 'typebox'
import { type Controllo, chiamata, operazione, se } from '../motore/operazione.ts'
import type { RigaScheda, RigaUnione } from '../motore/registro.query.ts'
import type { NomeSezione } from '../motore/sezioni.ts'
import type { DatiScheda } from '../scheda.ts'
import { esistono, gruppoAperto, gruppoDelComune } from './condivisi.ts'
import { ID } from './forme.ts'
import { altroDi, avvisiAlPartner } from './vincoli.ts'

/** 5013: a datum is taken away. Of paternità and maternità it ends with the decorrenza; of the others it is as if it had
 *  never been, in the past too (OPERAZIONI.md 1.3). None of them is annulled: the datum is registered again. */

const MOTIVO = T.Union([T.Literal('1'), T.Literal('2'), T.Literal('3')])
const REVOCA = T.Object({ soggetto: ID, motivo: MOTIVO })
type Revoca = T.Static<typeof REVOCA>

interface Riga {
  tipo: string
  che: string
  sezione: NomeSezione
  /** true: also what an operation registered may be revoked; else only what came with subentro, untouched (EN505) */
  sempre?: boolean
  /** ends with the decorrenza, instead of never having been */
  finisce?: boolean
  dati: readonly (keyof DatiScheda)[]
  colonne?: readonly ('padre_id' | 'madre_id' | 'codice_fiscale' | 'cf_validita')[]
  /** the bond that goes with it, on both schede */
  unione?: RigaUnione['tipo']
  manca?: (s: RigaScheda) => boolean
}
// biome-ignore format: a table
const RIGHE: readonly Riga[] = [
  { tipo: '1', che: 'paternità', sezione: 'paternita', sempre: true, finisce: true, dati: ['paternita'], colonne: ['padre_id'] },
  { tipo: '2', che: 'maternità', sezione: 'maternita', sempre: true, finisce: true, dati: ['maternita'], colonne: ['madre_id'] },
  { tipo: '3', che: 'permesso di soggiorno', sezione: 'permessoSoggiorno', dati: ['permessoSoggiorno'] },
  { tipo: '4', che: 'censimento', sezione: 'censimento', dati: ['censimento'] },
  { tipo: '6', che: 'matrimonio', sezione: 'matrimonio', dati: ['matrimonio'], unione: 1 },
  { tipo: '7', che: 'unione civile', sezione: 'unioneCivile', dati: ['unioneCivile'], unione: 2 },
  { tipo: '8', che: 'convivenza di fatto', sezione: 'convivenzaDiFatto', dati: ['convivenzaDiFatto'], unione: 3 },
  { tipo: '12', che: 'codice fiscale non validato', sezione: 'codiceFiscale', sempre: true, dati: ['attribuzioneCF'],
    colonne: ['codice_fiscale', 'cf_validita'], manca: s => s.cf_validita === 1 },
]
const daSubentro = (s: RigaScheda) => s.teste?.posizione?.[0] !== s.op_base
const vuota = (r: Riga, s: RigaScheda) =>
  r.manca?.(s) === true || (r.dati.every(k => s.dati[k] === undefined) && (r.colonne ?? []).every(k => s[k] === null))

const soloDalSubentro = (r: Riga): Controllo<Revoca> => ({
  codice: 'EN505',
  gravita: 'E',
  campo: 'soggetto',
  testo: `La revoca (${r.che}) è possibile solo per i dati venuti con il subentro e non più toccati: quelli di @ non lo sono`,
  rimedio: "Annulla l'operazione che li registrò (5012), o registra la fine del vincolo",
  trova: c => {
    const s = c.b.persona(c.d.soggetto)
    const toccata = s?.teste?.[r.sezione] !== undefined
    const vincoli = r.unione ? c.b.unioniDi(c.d.soggetto).filter(u => u.tipo === r.unione) : []
    const male = !r.sempre && s !== undefined && (toccata || !daSubentro(s) || vincoli.some(u => u.teste !== null))
    return se(male && s !== undefined && !vuota(r, s), chiamata(s, c.d.soggetto))
  },
})

function toglieDa(r: Riga, s: RigaScheda): void {
  for (const k of r.dati) delete (s.dati as Partial<DatiScheda>)[k]
  for (const k of r.colonne ?? []) s[k] = null
}

const revoca = (r: Riga) =>
  operazione<Revoca>({
    servizio: `5013/${r.tipo}`,
    nome: `Revoca di un dato: ${r.che}`,
    forma: REVOCA,
    nomina: d => ({ schede: [d.soggetto] }),
    competenza: d => [d.soggetto],
    evento: 'revoca',
    ...(!r.finisce && { tempo: 'sul posto' as const }),
    annulla: { mai: 'AN160' },
    controlli: [
      esistono('soggetto', d => [d.soggetto]),
      {
        codice: 'AN161',
        gravita: 'E',
        campo: 'soggetto',
        testo: `Per @ non risulta il dato da revocare: ${r.che}`,
        rimedio: 'Controlla la scheda',
        trova: c => {
          const s = c.b.persona(c.d.soggetto)
          return se(s !== undefined && s.stato !== 'X' && vuota(r, s), chiamata(s, c.d.soggetto))
        },
      },
      ...(r.sempre ? [] : [soloDalSubentro(r)]),
    ],
    effetti({ d, b }) {
      const s = b.persona(d.soggetto)!
      toglieDa(r, s)
      for (const u of b.unioniDi(s.id).filter(u => u.tipo === r.unione)) {
        u.valida = false
        const altro = b.persona(altroDi(u, s.id) ?? '')
        if (altro && altro.teste?.[r.sezione] === undefined) toglieDa(r, altro)
      }
    },
    avvisi: c => (r.unione ? avvisiAlPartner(c, [c.d.soggetto]) : []),
  })

const RESPONSABILE = T.Object({ gruppo: T.Optional(ID), motivo: MOTIVO })
type Responsabile = T.Static<typeof RESPONSABILE>
const suo = (d: Responsabile) => (d.gruppo === undefined ? [] : [d.gruppo])
/** 5013/9: who answers for a convivenza, or the tutore of a head of family. */
const responsabile = operazione<Responsabile>({
  servizio: '5013/9',
  nome: 'Revoca di un dato: tutore o responsabile della convivenza',
  forma: RESPONSABILE,
  nomina: d => ({ gruppi: suo(d) }),
  competenza: () => [],
  evento: 'revoca',
  tempo: 'sul posto',
  annulla: { mai: 'AN160' },
  controlli: [
    {
      codice: 'EN394',
      gravita: 'E',
      campo: 'gruppo',
      testo: 'Per il tipo revoca 9 è obbligatorio specificare la famiglia o convivenza',
      rimedio: 'Indica la famiglia o convivenza di cui si revoca il tutore o responsabile',
      trova: c => se(c.d.gruppo === undefined),
    },
    gruppoAperto('gruppo', suo),
    gruppoDelComune('gruppo', suo),
    {
      codice: 'AN161',
      gravita: 'E',
      campo: 'gruppo',
      testo: 'Per la famiglia o convivenza @ non risulta il dato da revocare: tutore o responsabile',
      rimedio: 'Controlla la famiglia o convivenza',
      trova: c => {
        const g = c.b.gruppo(c.d.gruppo ?? '')
        return se(g !== undefined && g.responsabile_id === null && !g.dati?.responsabile, c.d.gruppo ?? '')
      },
    },
  ],
  effetti({ d, b }) {
    const g = b.gruppo(d.gruppo!)!
    g.responsabile_id = null
    if (g.dati) {
      const { responsabile: _, ...altri } = g.dati
      g.dati = Object.keys(altri).length > 0 ? altri : null
    }
  },
})

export const REVOCHE = [...RIGHE.map(revoca), responsabile]
