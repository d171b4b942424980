import { beforeAll, expect, test } from 'vitest'
import { presa, ufficiale } from '../../test/correzione.ts'
import { databaseDiProva } from '../../test/db.ts'
import { TERRITORIO } from '../../test/fornitura.ts'
import { popola } from '../../test/operazioni/paesino.ts'
import { OGGI } from '../../test/operazioni/prova.ts'
import { applica } from '../anagrafe/index.ts'
import type { Db, Tx } from '../db/index.ts'
import {
  ammesse,
  CorrezioneRifiutata,
  chiudiCorrette,
  correggi,
  datiDi,
  mosseDi,
  muovi,
  type NomeStato,
  nomeStato,
  proroga,
  RichiestaRifiutata,
  richiesta,
  STATI,
  TRANSIZIONI,
} from './index.ts'

const banca = databaseDiProva()
let [db, job]: Db[] = []
let qui = 0
const schede = new Map<string, string>()
beforeAll(async () => {
  job = banca.apri('anpr_job')
  db = banca.apri('anpr_web')
  ;[qui] = (await popola(job)) as [number]
  const { rows } = await job.pool.query('select id, nome from scheda where comune_id = $1', [qui])
  for (const r of rows) schede.set(r.nome, r.id)
})

/** Same seed, same order of moves; how they interleave is the database's. */
const dado = (seme: number) => () => {
  seme = (Math.imul(seme, 1664525) + 1013904223) >>> 0
  return seme / 2 ** 32
}
let istante = 0
const adesso = () => new Date(Date.parse(`${OGGI}T09:00:00Z`) + istante++).toISOString()
const come = (chi: string) => ({ ...ufficiale(qui, chi), adesso: adesso() })
/** Refused, or done. What is neither is a bug. */
async function prova(fn: (tx: Tx) => Promise<unknown>): Promise<string> {
  try {
    await db!.tx(fn)
    return 'fatto'
  } catch (e) {
    if (e instanceof RichiestaRifiutata) return e.nome
    if (e instanceof CorrezioneRifiutata) return e.rilievi.map(r => r.codice).join()
    throw e
  }
}

const PERSONE = ['ANNA', 'BRUNO', 'FLORA', 'HANS']
/** What two officers, the citizen, the comune's software and the program itself may do to a request at any time. */
function atto(r: { numero: string; utente: string; scheda: string }, caso: () => number): () => Promise<string> {
  const chi = caso() < 0.5 ? 'rossi' : 'bianchi'
  const comune = { mano: 'comune', id: chi, comune: qui } as const
  const cittadina = { mano: 'cittadino', id: r.utente } as const
  const fra = <V>(v: readonly V[]): V => v[Math.floor(caso() * v.length)]!
  const atti: readonly (() => Promise<string>)[] = [
    () => {
      const mossa = fra(['prendi', 'rimetti', 'sospendi', 'accogli', 'respingi', 'irricevibile'] as const)
      return prova(tx => muovi(tx, comune, r.numero, { mossa, adesso: adesso(), note: 'perché sì', motivo: '1' }))
    },
    () => prova(tx => muovi(tx, cittadina, r.numero, { mossa: fra(['integra', 'ritira'] as const), adesso: adesso() })),
    () => prova(tx => proroga(tx, comune, r.numero, { adesso: adesso(), note: 'molte richieste' })),
    () => {
      const dati = ([1, 2] as const).flatMap(n =>
        caso() < 0.7 ? [{ n, esito: caso() < 0.8 ? ('accolto' as const) : ('respinto' as const), note: 'così' }] : [],
      )
      return prova(tx => correggi(tx, come(chi), r.numero, { dati, chiudi: caso() < 0.6, note: 'ecco' }))
    },
    () =>
      prova(tx =>
        applica(tx, come('gestionale'), {
          servizio: '5008/1',
          decorrenza: OGGI,
          dati: { soggetto: r.scheda, statoCivile: { statoCivile: String(1 + Math.floor(caso() * 4)) } },
        }).catch(() => undefined),
      ),
    async () => {
      await chiudiCorrette(job!, { territorio: TERRITORIO, adesso })
      return 'letto'
    },
  ]
  return fra(atti)
}

test('whoever moves a request at once, in whatever order: it goes from state to state as the table says, ends once, and register, outcomes and journal agree', async () => {
  const caso = dado(20261130)
  const nuova = async (n: number) => {
    const scheda = schede.get(PERSONE[n % PERSONE.length]!)!
    const dati = [
      { dato: 'STATOCIVILE', testo: 'vedova', codice: '4' },
      { dato: 'CIVICO', testo: String(100 + n) },
    ]
    return {
      scheda,
      ...(await db!.tx(tx => presa(tx, { comune: qui, scheda, dati, ...(n % 2 === 0 && { aperta: true }) }))),
    }
  }
  const richieste = await Promise.all(Array.from({ length: 12 }, (_, n) => nuova(n)))
  const visti = new Map<string, number>()
  for (let giro = 0; giro < 10; giro++)
    for (const esito of await Promise.all(richieste.flatMap(r => [atto(r, caso), atto(r, caso)]).map(fa => fa())))
      visti.set(esito, (visti.get(esito) ?? 0) + 1)
  for (const r of richieste) await coerente(r.numero)
  expect(visti.get('fatto')).toBeGreaterThan(20)
  expect(visti.get('MossaNonAmmessa')).toBeGreaterThan(20)
}, 30_000)

const operazioni = async (scheda: string) =>
  (await job!.pool.query('select count(*)::int as n from effetto where oggetto = $1', [scheda])).rows[0].n as number
const IDA = () => schede.get('IDA')!
const chiesta = (testo: string) =>
  db!.tx(tx => presa(tx, { comune: qui, scheda: IDA(), dati: [{ dato: 'NOME', testo }] }))
const corregge = (chi: string, numero: string) =>
  prova(tx => correggi(tx, come(chi), numero, { dati: [{ n: 1, esito: 'accolto' }], chiudi: true }))

test('two officers correct at once: the register is corrected once, the second sees that it is closed', async () => {
  for (const nome of ['ADA', 'IDA']) {
    const { numero } = await chiesta(nome)
    const prima = await operazioni(IDA())
    const esiti = await Promise.all(['rossi', 'bianchi'].map(chi => corregge(chi, numero)))
    expect(esiti.sort()).toEqual(['MossaNonAmmessa', 'fatto'])
    expect(await operazioni(IDA())).toBe(prima + 1)
    await coerente(numero)
  }
})
test('the citizen withdraws while the comune corrects: one of the two happens, whole', async () => {
  for (const [n, nome] of ['ADA', 'LEDA', 'EVA', 'LIA', 'MIA', 'PIA'].entries()) {
    const { numero, utente } = await chiesta(nome)
    const prima = await operazioni(IDA())
    const ritira = () =>
      prova(tx => muovi(tx, { mano: 'cittadino', id: utente }, numero, { mossa: 'ritira', adesso: adesso() }))
    const due = [() => corregge('rossi', numero), ritira]
    const esiti = await Promise.all((n % 3 === 0 ? due : due.toReversed()).map(fa => fa()))
    expect(esiti.sort()).toEqual(['MossaNonAmmessa', 'fatto'])
    const accolta = nomeStato((await richiesta(db!, numero))!) === 'accolta'
    expect(await operazioni(IDA())).toBe(prima + (accolta ? 1 : 0))
    await coerente(numero)
    if (!accolta) expect(await datiDi(db!, numero)).toMatchObject([{ esito: 'respinto', op_id: null }])
  }
})

const SEZIONE: Readonly<Record<string, string>> = {
  CIVICO: 'residenza',
  STATOCIVILE: 'statoCivile',
  NOME: 'generalita',
}

/** A request's history is a walk in the table, it ended at most once, and what it says of its data is true. */
async function coerente(numero: string): Promise<void> {
  const r = (await richiesta(db!, numero))!
  const mosse = await mosseDi(db!, numero)
  expect(mosse.map(m => m.n)).toEqual(mosse.map((_, i) => i + 1))
  expect(mosse.length).toBe(r.mosse)
  const nome = (stato: number) => STATI.find(s => Number(s.codice) === stato)!.nome as NomeStato
  let stato: NomeStato = 'bozza'
  for (const m of mosse) {
    const ferma = !TRANSIZIONI.some(t => t.nome === m.mossa)
    const ammessa = ammesse(stato, m.mano).some(t => t.nome === m.mossa && t.a === nome(m.stato))
    expect(ferma ? nome(m.stato) === stato : ammessa, `${numero}: ${stato} ${m.mossa} ${m.mano}`).toBe(true)
    expect(STATI.find(s => s.nome === stato)!.finale).toBe(false)
    stato = nome(m.stato)
  }
  expect(nomeStato(r)).toBe(stato)
  const finale = STATI.find(s => s.nome === stato)!.finale
  expect(r.chiusa !== null).toBe(finale)
  const dati = await datiDi(db!, numero)
  if (finale) expect(dati.every(d => d.esito !== null)).toBe(true)
  if (stato === 'accolta') expect(dati.some(d => d.esito === 'accolto')).toBe(true)
  for (const d of dati.filter(d => d.op_id !== null)) {
    expect(d.esito).toBe('accolto')
    const { rows } = await job!.pool.query('select sezione from effetto where op_id = $1 and oggetto = $2', [
      d.op_id,
      d.scheda_id,
    ])
    expect(rows.map(x => x.sezione)).toContain(SEZIONE[d.dato])
  }
}
