import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { TERRITORIO } from '../../test/fornitura.ts'
import { annulla, applica } from '../anagrafe/index.ts'
import type { Db, Tx } from '../db/index.ts'
import { ingressi, previsti } from './andamenti.query.ts'
import { comuni } from './comuni.query.ts'
import { scattaConteggio } from './istantanea.query.ts'
import { nazione, regioni } from './territori.query.ts'

let nati = 0
/** Two born on a day under one name would be one child registered twice (EN188). */
const nomeNuovo = () => [...String(nati++)].map(c => String.fromCharCode(65 + Number(c))).join('')

// Random histories of a small country against a naive model: comuni enter, plan, merge, take in, split off, people are
// born, die and move, on days that need not be in order with what is known; then each midnight is counted.

const GIORNI = 9
const giorno = (n: number) => `2026-03-${String(10 + n).padStart(2, '0')}`
const REGIONE = ['03', '05']
const PROVINCIA = ['MI', 'VI']
const dove = (c: number) => c % 2
const CENSIMENTO = [100, 200, 300, 400, 500, 600, 700, 800]

type Fatto =
  | { tipo: 'entra'; comune: number; residenti: number; aire: number }
  | { tipo: 'pianifica'; comune: number; fra: number; residenti: number | null }
  | { tipo: 'fusione'; parti: [number, number] }
  | { tipo: 'incorporazione'; parti: [number, number] }
  | { tipo: 'distacco'; comune: number }
  | { tipo: 'nasce'; comune: number }
  | { tipo: 'muore'; persona: number; annullata: boolean }
  | { tipo: 'trasloca'; persona: number; verso: number }
const numero = fc.nat(30)
const FATTO: fc.Arbitrary<Fatto> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      tipo: fc.constant('entra' as const),
      comune: numero,
      residenti: fc.integer({ min: 1, max: 5 }),
      aire: fc.nat(2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      tipo: fc.constant('pianifica' as const),
      comune: numero,
      fra: fc.integer({ min: -1, max: 4 }),
      residenti: fc.option(fc.integer({ min: 100, max: 999 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ tipo: fc.constant('fusione' as const), parti: fc.tuple(numero, numero) }) },
  {
    weight: 2,
    arbitrary: fc.record({ tipo: fc.constant('incorporazione' as const), parti: fc.tuple(numero, numero) }),
  },
  { weight: 1, arbitrary: fc.record({ tipo: fc.constant('distacco' as const), comune: numero }) },
  { weight: 2, arbitrary: fc.record({ tipo: fc.constant('nasce' as const), comune: numero }) },
  {
    weight: 2,
    arbitrary: fc.record({ tipo: fc.constant('muore' as const), persona: numero, annullata: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ tipo: fc.constant('trasloca' as const), persona: numero, verso: numero }) },
)
/** What happens on each day, noon; territory changes from that day on. */
const STORIA = fc.array(fc.array(FATTO, { maxLength: 4 }), { minLength: GIORNI, maxLength: GIORNI })

/** A comune of the model. `meno`: people still outside it, the way a registrar would keep them on a slate. */
interface Comune {
  id: number
  attivo: boolean
  in: boolean
  variato: boolean
  persone: [residenti: number, aire: number]
  fuori: number
  fine: number | undefined
  /** how many it last said that it will bring */
  detto: number | undefined
  /** when its people came: of the last part where it is whole, of the first where it is not */
  dal: { primo: number; ultimo: number } | undefined
  /** those of whose register it said how many it will bring, all told: one more there is one less still to come */
  coperti: Set<number>
}
/** A change of the database, in its turn. */
type Passo = (tx: Tx) => Promise<unknown>
/** Somebody that a comune brought in: `iscritta` is the comune that her scheda names, which stays when it ceases. */
interface Persona {
  id: string
  registro: 0 | 1
  iscritta: number
  /** the family that she made for herself when she moved */
  sola?: string | undefined
}

const registra = (tx: Tx, comune: number, d: number, r: { servizio: string; dati: object }) =>
  applica(tx, ambito(comune, d), { ...r, decorrenza: giorno(d) })
const ambito = (comune: number, d: number) => ({
  chi: { ruolo: 'ufficiale' as const, id: 'prova', comune },
  oggi: giorno(d),
  adesso: `${giorno(d)}T12:00:00+01:00`,
  territorio: TERRITORIO,
})

/** Plays the history: what the model says each midnight, and the rows that it leaves in the database. */
function racconta(storia: readonly Fatto[][]) {
  const tutti: Comune[] = []
  const nasce = (fuori: number): Comune => {
    const c = {
      id: tutti.length + 1,
      attivo: true,
      in: false,
      variato: false,
      persone: [0, 0] as [number, number],
      fuori,
      fine: undefined,
      detto: undefined,
      dal: undefined,
      coperti: new Set<number>(),
    }
    tutti.push(c)
    return c
  }
  const censito = new Map<number, number>()
  const passi: Passo[] = []
  const scrivi = (testo: string, ...valori: unknown[]) => passi.push(tx => tx.run({ nome: '', testo, valori }))
  const persone: Persona[] = []
  /** where those inscribed in a comune count now, and a family of it */
  const conta = new Map<number, { in: Comune; famiglia: string }>()
  const varia = (iscritta: number, registro: 0 | 1, di: 1 | -1) => {
    const { in: c } = conta.get(iscritta)!
    c.persone[registro] += di
    if (registro === 0 && c.coperti.has(iscritta)) c.fuori -= di
  }
  /** nobody is the last of a comune: whether it still has people is not what this model is about */
  const puoLasciare = (p: Persona) => persone.filter(x => x.iscritta === p.iscritta).length > 1
  for (const n of CENSIMENTO) censito.set(nasce(n).id, n)
  const cessa = (c: Comune, d: number) => {
    c.attivo = false
    scrivi('update comune_periodo set al = $2 where comune = $1', c.id, giorno(d - 1))
  }
  const unisci = (a: Comune, b: Comune) => {
    a.persone = [a.persone[0] + b.persone[0], a.persone[1] + b.persone[1]]
    for (const c of conta.values()) if (c.in === b) c.in = a
    for (const c of b.coperti) a.coperti.add(c)
    if (b.dal)
      a.dal = a.dal
        ? { primo: Math.min(a.dal.primo, b.dal.primo), ultimo: Math.max(a.dal.ultimo, b.dal.ultimo) }
        : { ...b.dal }
  }
  let operazione = 900_000 // far from the numbers that operations are given
  const notti = storia.map((fatti, d) => {
    // The territory of the day holds from its first minute; who enters or plans, does it at noon.
    const oggiToccati = new Set<number>()
    const territoriale = (f: Fatto) => ['fusione', 'incorporazione', 'distacco'].includes(f.tipo)
    const accade = (f: Fatto) => {
      const vivi = tutti.filter(c => c.attivo && !oggiToccati.has(c.id))
      const scelto = (n: number) => vivi[n % Math.max(1, vivi.length)]
      if (f.tipo === 'fusione' || f.tipo === 'incorporazione') {
        const [a, b] = [scelto(f.parti[0]), scelto(f.parti[1])]
        if (!a || !b || a === b || d === 0) return
        oggiToccati.add(a.id).add(b.id)
        if (f.tipo === 'fusione') {
          const m = nasce(a.fuori + b.fuori)
          oggiToccati.add(m.id)
          censito.set(m.id, censito.get(a.id)! + censito.get(b.id)!)
          m.in = a.in && b.in
          m.variato = m.in
          unisci(m, a)
          unisci(m, b)
          for (const p of [a, b]) cessa(p, d)
          scrivi('insert into comune (id, chiave, residenti) values ($1, $2, $3)', m.id, `K${m.id}`, censito.get(m.id))
          scrivi(
            `insert into comune_periodo (comune, dal, nome, nome_traslitterato, provincia, regione) values ($1, $2, $3, $3, $4, $5)`,
            m.id,
            giorno(d),
            `C${m.id}`,
            PROVINCIA[dove(m.id)],
            REGIONE[dove(m.id)],
          )
          for (const p of [a, b]) scrivi(`insert into successione values ($1, $2, $3, 'prova')`, p.id, m.id, giorno(d))
        } else {
          const entro = a.in ? a.dal!.ultimo : undefined
          if (!a.in) a.fuori += b.fuori
          unisci(a, b)
          if (entro !== undefined) a.dal!.ultimo = entro
          censito.set(a.id, censito.get(a.id)! + censito.get(b.id)!)
          cessa(b, d)
          scrivi('update comune set residenti = $2 where id = $1', a.id, censito.get(a.id))
          scrivi(`insert into successione values ($1, $2, $3, 'prova')`, b.id, a.id, giorno(d))
        }
      } else if (f.tipo === 'distacco') {
        const a = scelto(f.comune)
        if (!a || d === 0) return
        const m = nasce(0)
        oggiToccati.add(a.id).add(m.id)
        censito.set(m.id, 0)
        scrivi('insert into comune (id, chiave) values ($1, $2)', m.id, `K${m.id}`)
        scrivi(
          `insert into comune_periodo (comune, dal, nome, nome_traslitterato, provincia, regione) values ($1, $2, $3, $3, $4, $5)`,
          m.id,
          giorno(d),
          `C${m.id}`,
          PROVINCIA[dove(m.id)],
          REGIONE[dove(m.id)],
        )
        scrivi(`insert into successione values ($1, $2, $3, 'prova')`, a.id, m.id, giorno(d))
      } else if (f.tipo === 'entra') {
        const a = scelto(f.comune)
        if (!a || a.in) return
        oggiToccati.add(a.id)
        operazione++
        a.in = true
        a.persone = [a.persone[0] + f.residenti, a.persone[1] + f.aire]
        a.fuori = 0
        a.coperti.clear()
        a.dal = { primo: a.dal?.primo ?? d, ultimo: d }
        scrivi(
          `insert into operazione (id, servizio, comune_id, chi, decorrenza, registrata) overriding system value values ($1, 'subentro', $2, 'prova', $3, $4)`,
          operazione,
          a.id,
          giorno(d),
          `${giorno(d)}T12:00:00+01:00`,
        )
        scrivi(
          `insert into fornitura (comune_id, versione, prova, stato, registrata, op_id, schede, gruppi) values ($1, 1, false, 'conclusa', now(), $2, 0, 0)`,
          a.id,
          operazione,
        )
        scrivi(
          `insert into scheda (id, id_anpr, registro, comune_id, sesso, nascita, nascita_precisa, op_base, dati)
           select $2::bigint * 100 + n, $2 || '/' || n, case when n <= $3::int then 'R' else 'E' end::"char", $1::int, 'F', '1980-01-01', 'G', $2, '{}'
             from generate_series(1, $3::int + $4::int) n`,
          a.id,
          operazione,
          f.residenti,
          f.aire,
        )
        scrivi(`insert into gruppo (id, tipo, comune_id, op_base) values ($2, 3, $1, $2)`, a.id, operazione)
        scrivi(
          `insert into movimento (op_id, comune_id, giorno, registro, evento, persone, famiglie)
           values ($2, $1, $3, 'R', 'subentro', $4, 1), ($2, $1, $3, 'E', 'subentro', $5, 0)`,
          a.id,
          operazione,
          giorno(d),
          f.residenti,
          f.aire,
        )
        conta.set(a.id, { in: a, famiglia: String(operazione) })
        for (let n = 1; n <= f.residenti + f.aire; n++)
          persone.push({ id: String(operazione * 100 + n), registro: n <= f.residenti ? 0 : 1, iscritta: a.id })
      } else if (f.tipo === 'nasce') {
        const entrati = [...conta]
        const [comune, dove] = entrati[f.comune % entrati.length] ?? []
        if (comune === undefined || !dove) return
        varia(comune, 0, 1)
        const dati = {
          cognome: 'NUOVO',
          nome: nomeNuovo(),
          sesso: 'F',
          dataNascita: giorno(d),
          luogoNascita: { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } },
          cittadinanza: { codiceStato: '100', descrizioneStato: 'ITALIA' },
          famiglia: dove.famiglia,
          legame: 3,
        }
        passi.push(tx => registra(tx, comune, d, { servizio: '1001', dati }))
      } else if (f.tipo === 'muore') {
        const p = persone[f.persona % persone.length]
        if (!p || !puoLasciare(p)) return
        const { iscritta } = p
        if (!f.annullata) {
          varia(iscritta, p.registro, -1)
          persone.splice(persone.indexOf(p), 1)
        }
        passi.push(async tx => {
          const dati = { soggetto: p.id, motivo: 1, data: giorno(d) }
          const e = await registra(tx, iscritta, d, { servizio: '2001', dati })
          const a = { servizio: '2011', decorrenza: giorno(d), operazione: e.operazione }
          if (f.annullata) await annulla(tx, ambito(iscritta, d), a)
        })
      } else if (f.tipo === 'trasloca') {
        const residenti = persone.filter(p => p.registro === 0 && puoLasciare(p))
        const p = residenti[f.persona % residenti.length]
        const entrati = [...conta.keys()]
        const verso = entrati[f.verso % entrati.length]
        if (!p || verso === undefined || verso === p.iscritta) return
        varia(p.iscritta, 0, -1)
        varia(verso, 0, 1)
        p.iscritta = verso
        const residenza = { tipoIndirizzo: String(d) }
        passi.push(async tx => {
          const r = p.sola
            ? { servizio: '5001/4', dati: { famiglia: p.sola, residenza } }
            : { servizio: '5005/2', dati: { soggetti: [{ soggetto: p.id, legame: 1 }], residenza } }
          const { gruppi } = await registra(tx, verso, d, r)
          p.sola ??= gruppi[0]
        })
      } else {
        const a = scelto(f.comune)
        if (!a || a.in) return
        oggiToccati.add(a.id)
        a.fine = d + f.fra
        const parla = f.residenti !== null && f.residenti !== a.detto
        if (parla) {
          a.detto = f.residenti!
          a.fuori = a.detto - a.persone[0]
          for (const [c, dove] of conta) if (dove.in === a) a.coperti.add(c)
        }
        scrivi(
          `insert into comune_cammino (comune_id, scritto, chi, ultima, residenti)
           select $1, $2, 'prova', $3, coalesce($4, (select residenti from comune_cammino where comune_id = $1 order by id desc limit 1))`,
          a.id,
          `${giorno(d)}T12:00:00+01:00`,
          giorno(d + f.fra),
          parla ? f.residenti : null,
        )
      }
    }
    for (const f of fatti.filter(territoriale)) accade(f)
    const visto = tutti
      .filter(c => c.attivo)
      .map(c => {
        const stato = c.in ? 'in' : c.fine !== undefined && c.fine >= d ? 'pianificato' : 'non_in'
        return {
          comune_id: c.id,
          stato,
          per_variazione: c.in && c.variato,
          previsto: stato === 'pianificato' ? giorno(c.fine!) : null,
          residenti: c.persone[0],
          aire: c.persone[1],
          attesi_residenti: c.in ? 0 : c.fuori,
          dal: c.dal && (c.in ? c.dal.ultimo : c.dal.primo),
        }
      })
    oggiToccati.clear()
    for (const f of fatti.filter(f => !territoriale(f))) accade(f)
    return visto
  })
  return { passi, notti }
}

const banca = databaseDiProva()
let db: Db
beforeAll(async () => {
  db = banca.apri('anpr_migra')
  await db.pool.query(
    `delete from comune_nome; delete from successione; delete from comune_periodo; delete from comune`,
  )
  for (const [i, n] of CENSIMENTO.entries()) {
    const id = i + 1
    await db.pool.query('insert into comune (id, chiave, residenti) values ($1, $2, $3)', [id, `K${id}`, n])
    await db.pool.query(
      `insert into comune_periodo (comune, dal, nome, nome_traslitterato, provincia, regione) values ($1, '1861-03-17', $2, $2, $3, $4)`,
      [id, `C${id}`, PROVINCIA[dove(id)], REGIONE[dove(id)]],
    )
  }
})
const somma = <T>(righe: readonly T[], quanto: (r: T) => number) => righe.reduce((n, r) => n + quanto(r), 0)
class Basta extends Error {}

test('whatever enters, plans, merges and splits, and whoever is born, dies and moves: each midnight is as a naive model says, and every sum agrees', async () => {
  const prova = fc.asyncProperty(STORIA, async storia => {
    const { passi: accadono, notti } = racconta(storia)
    await db
      .tx(async tx => {
        for (const accade of accadono) await accade(tx)
        // All of it is known already when the past nights are counted: every second one in turn, each from the sums of the
        // one before; then the others, the last one first.
        const [pari, dispari] = [0, 1].map(r => [...notti.entries()].filter(([d]) => d % 2 === r))
        for (const [d, attesa] of [...pari!, ...dispari!.reverse()]) {
          const g = giorno(d)
          await scattaConteggio(tx, g)
          const visti = await comuni(tx, { giorno: g })
          expect(visti.map(v => v.comune_id).sort((a, b) => a - b)).toEqual(attesa.map(a => a.comune_id))
          for (const { dal: _, ...a } of attesa) expect(visti.find(v => v.comune_id === a.comune_id)).toMatchObject(a)
          const n = (await nazione(tx, g))!
          const r = await regioni(tx, g)
          for (const k of Object.keys(n) as (keyof typeof n)[]) expect([k, somma(r, x => x[k])]).toEqual([k, n[k]])
          expect(n.residenti_in + n.aire_in).toBe(somma(attesa, a => a.residenti + a.aire))
          expect(n.famiglie_in).toBe(somma(visti, v => v.famiglie))
          const passi = await ingressi(tx, g)
          expect(passi.map(p => [p.giorno, p.cittadini])).toEqual(
            [
              ...Map.groupBy(
                attesa.filter(a => a.dal !== undefined),
                a => giorno(a.dal!),
              ),
            ]
              .sort()
              .map(([il, c]) => [il, somma(c, a => a.residenti + a.aire)]),
          )
          expect(somma(passi, p => p.comuni)).toBe(n.comuni_in)
          const piani = await previsti(tx, g)
          expect(somma(piani, p => p.comuni)).toBe(n.comuni_pianificati)
          expect(somma(piani, p => p.cittadini)).toBe(n.residenti_pianificati + n.aire_pianificati)
        }
        throw new Basta()
      })
      .catch(e => {
        if (!(e instanceof Basta)) throw e
      })
  })
  // A failure prints its seed and path: `fc.assert(prova, { seed, path })` plays it again.
  await fc.assert(prova, { numRuns: 25, interruptAfterTimeLimit: 2500, endOnFailure: false })
})
