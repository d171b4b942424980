import { Type as T } from 'typebox'
import { type Contesto, type Controllo, operazione, se } from '../motore/operazione.ts'
import { attivi, esistono, gruppoAperto, unaFamiglia } from './condivisi.ts'
import { CODICE, ID, INDIRIZZO } from './forme.ts'
import { diChiSiSposta, diGruppo, diScheda, ID_FAMIGLIA, ID_SOGGETTO } from './idComune.ts'
import { entra, entraIn, restaSenza } from './ingresso.ts'
import { alloggia, estera, type Residenza, residenzaQui, stessaResidenza } from './luoghi.ts'

const FAMIGLIA = T.Object({
  famiglia: ID,
  residenza: INDIRIZZO,
  ...ID_FAMIGLIA,
  /** the comune's own ids of the members, where it gives them new ones */
  identificativi: T.Optional(T.Array(T.Object({ soggetto: ID, ...ID_SOGGETTO }), { maxItems: 100 })),
})
type Famiglia = T.Static<typeof FAMIGLIA>

/** T7: back from AIRE. */
const RIMPATRIO = 6

/** Nobody goes abroad by these: that is A006. */
const nonAllEstero = <D extends { residenza: Residenza }>(aire: (c: Contesto<D>) => boolean): Controllo<D>[] => [
  {
    codice: 'EN346',
    gravita: 'E',
    campo: 'residenza',
    testo: "La residenza indicata è all'estero",
    rimedio: "Per il trasferimento dall'Italia all'estero usa A006/1",
    trova: c => se(estera(c.d.residenza) && !aire(c)),
  },
  {
    codice: 'AN117',
    gravita: 'E',
    campo: 'residenza',
    testo: "La residenza indicata è all'estero, e i soggetti sono iscritti all'AIRE",
    rimedio: "Per l'indirizzo estero usa A006/2, per l'AIRE di un altro comune A006/3",
    trova: c => se(estera(c.d.residenza) && aire(c)),
  },
]

/** 5001/4: a whole family moves, within the comune, from another one, or back from AIRE, where it becomes a family of
 *  residents: same id, same members, same ties; asked by the comune of destination. */
const trasferimentoFamiglia = operazione<Famiglia>({
  servizio: '5001/4',
  nome: 'Trasferimento di residenza di una famiglia',
  forma: FAMIGLIA,
  nomina: d => ({ gruppi: [d.famiglia] }),
  idComune: c => [
    ...(c.d.identificativi ?? []).flatMap(s => diScheda(s.soggetto, s.idSoggettoComune)),
    ...diGruppo(c, c.d.famiglia, c.d.idFamigliaComune),
  ],
  competenza: () => [],
  evento: 'trasferimento',
  annulla: { con: '5012', ripristino: true },
  controlli: [
    gruppoAperto('famiglia', d => [d.famiglia]),
    {
      codice: 'EF044',
      gravita: 'E',
      campo: 'identificativi',
      testo: 'La scheda @ non fa parte di questa famiglia o convivenza',
      rimedio: 'Indica gli identificativi dei soli componenti',
      trova: c =>
        (c.d.identificativi ?? []).flatMap(({ soggetto }) =>
          se(!c.b.membri(c.d.famiglia).some(s => s.id === soggetto), soggetto),
        ),
    },
    residenzaQui(d => d.residenza),
    ...nonAllEstero<Famiglia>(c => c.b.gruppo(c.d.famiglia)?.tipo === 5),
    {
      codice: 'EN388',
      gravita: 'E',
      campo: 'residenza',
      testo: 'La residenza inserita è uguale a quella attuale',
      rimedio: "Indica l'indirizzo nuovo; per un errore nell'indirizzo usa la rettifica (5001/9)",
      trova: c => {
        const m = c.b.membri(c.d.famiglia)
        return se(
          m.length > 0 && m.every(s => s.comune_id === c.comune && stessaResidenza(s.dati.residenza, c.d.residenza)),
        )
      },
    },
  ],
  effetti({ d, b, comune, decorrenza }) {
    const g = b.gruppo(d.famiglia)!
    const rimpatrio = g.tipo === 5
    g.comune_id = comune
    if (rimpatrio) g.tipo = 3
    if (g.tipo === 4) g.dati = { ...g.dati, residenza: d.residenza }
    for (const s of b.membri(g.id)) {
      alloggia(s, { residenza: d.residenza, comune, registro: 'R', motivo: rimpatrio ? RIMPATRIO : null }, decorrenza)
      s.gruppo_tipo = g.tipo
    }
  },
})

const PARTE = T.Object({
  soggetti: T.Array(T.Object({ soggetto: ID, legame: CODICE, ...ID_SOGGETTO }), { minItems: 1, maxItems: 100 }),
  /** the family or convivenza that they enter; absent: a new family */
  famiglia: T.Optional(ID),
  residenza: INDIRIZZO,
  ...ID_FAMIGLIA,
})
type Parte = T.Static<typeof PARTE>
const ids = (d: Parte) => d.soggetti.map(s => s.soggetto)

/** 5005/2: some of a family move, into a new family or into one that is there, also back from AIRE; asked by the comune of
 *  destination. */
const trasferimentoParte = operazione<Parte>({
  servizio: '5005/2',
  nome: 'Trasferimento di residenza di una parte della famiglia',
  forma: PARTE,
  nomina: d => ({ schede: ids(d), gruppi: d.famiglia ? [d.famiglia] : [] }),
  nuove: d => ({ gruppi: d.famiglia ? 0 : 1 }),
  idComune: diChiSiSposta,
  competenza: () => [],
  evento: 'trasferimento',
  annulla: { con: '5012', ripristino: true, parziale: true },
  controlli: [
    esistono('soggetti', ids),
    attivi('soggetti', ids),
    unaFamiglia('soggetti', ids),
    {
      codice: 'EN220',
      gravita: 'E',
      campo: 'soggetti',
      testo: 'I soggetti indicati sono tutti i componenti della famiglia @',
      rimedio: "Per trasferire un'intera famiglia usa la mutazione di residenza della famiglia (5001/4)",
      trova: c => {
        const g = c.b.persona(c.d.soggetti[0]!.soggetto)?.gruppo_id
        // A convivenza does not move with its people: they may all leave it.
        const tutti = g && c.b.gruppo(g)?.tipo !== 4 ? c.b.membri(g) : []
        return se(!c.d.famiglia && tutti.length > 0 && tutti.every(m => ids(c.d).includes(m.id)), g ?? '')
      },
    },
    gruppoAperto('famiglia', d => (d.famiglia ? [d.famiglia] : [])),
    ...entraIn<Parte>(
      d => ({ gruppo: d.famiglia, legami: d.soggetti.map(s => s.legame) }),
      [3, 4],
      "In una famiglia dell'AIRE si entra con la mutazione A006",
    ),
    restaSenza(ids),
    residenzaQui(d => d.residenza),
    ...nonAllEstero<Parte>(c => ids(c.d).every(id => c.b.persona(id)?.registro === 'E')),
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
      const motivo = s.registro === 'E' ? RIMPATRIO : null
      alloggia(s, { residenza: d.residenza, comune, registro: 'R', motivo }, decorrenza)
      entra(s, g, legame, decorrenza)
    }
  },
})

export const TRASFERIMENTI = [trasferimentoFamiglia, trasferimentoParte]
