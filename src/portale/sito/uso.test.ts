import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { it } from '../../ui/index.ts'
import { contaVisite } from '../index.ts'
import { uso } from './uso.ts'

const banca = databaseDiProva()
const db = banca.apri('anpr_web')
const { pool } = banca.apri('anpr_migra')
const OGGI = '2026-11-25'
const viste = async () => (await pool.query('select giorno, rotta, quante from visita order by 1, 2')).rows
const risorse = { indirizzo: (nome: string) => `/statico/${nome}`, file: new Map() }

describe('counting', () => {
  beforeAll(() => pool.query('delete from visita'))

  test('several processes add up, and a view belongs to its day', async () => {
    let giorno = '2026-11-24'
    const [a, b] = [contaVisite(db, () => giorno), contaVisite(db, () => giorno)]
    for (const c of [a, b, a]) c.conta('/')
    giorno = OGGI
    b.conta('/')
    b.conta('/privacy')
    await Promise.all([a.versa(), b.versa()])
    a.conta('/')
    await Promise.all([a.ferma(), b.ferma(), a.ferma()])
    expect(await viste()).toEqual([
      { giorno: '2026-11-24', rotta: '/', quante: 3 },
      { giorno: OGGI, rotta: '/', quante: 2 },
      { giorno: OGGI, rotta: '/privacy', quante: 1 },
    ])
  })

  test('what cannot be written is kept for the next time', async () => {
    const prima = (await viste()).length
    let rotta = true
    const c = contaVisite({ ...db, tx: fn => (rotta ? Promise.reject(new Error('down')) : db.tx(fn)) }, () => OGGI)
    c.conta('/contatti')
    await c.versa()
    c.conta('/contatti')
    expect(await viste()).toHaveLength(prima)
    rotta = false
    await c.ferma()
    expect((await viste()).find(v => v.rotta === '/contatti')).toMatchObject({ quante: 2 })
  })

  test('the server writes what it counted when it closes: routes, not addresses', async () => {
    await pool.query('delete from visita')
    const { app } = await portal({ risorse, db })
    for (const url of ['/progetto?nome=Rossi', '/progetto', '/non-esiste', '/robots.txt', '/valuta/x/bene'])
      await app.inject(url)
    await app.close()
    expect(await viste()).toEqual([{ giorno: OGGI, rotta: '/progetto', quante: 2 }])
  })
})

describe('what is published', () => {
  beforeAll(async () => {
    await pool.query('delete from visita')
    await pool.query(`insert into visita values ('2026-05-31', '/', 1000), ('2026-06-01', '/', 7), ('2026-11-02', '/', 5),
      ('2026-11-03', '/progetto', 20), ('2026-11-03', '/valuta/:id/bene', 1), ('2026-11-03', '/valuta/grazie', 2)`)
    await pool.query(`insert into valutazione (id, giorno, rotta, stelle) select gen_random_uuid(), d::date, r, s from (values
      ('2026-05-31', '/', 1), ('2026-11-01', '/', 5), ('2026-11-01', '/', 4), ('2026-11-02', '/progetto', 2)) v (d, r, s)`)
    await pool.query(`insert into valutazione_dettaglio (valutazione, esito, giorno, scelta, testo)
      select id, esito, giorno, 'confuse', 'un testo che resta qui' from valutazione where stelle = 2`)
  })
  afterAll(() => pool.query('delete from valutazione_dettaglio'))

  test('six months with this one; pages most seen first; stars with their average; what was hard', async () => {
    const u = await uso(db, OGGI, it)
    expect(u.mesi).toEqual(['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'])
    expect(u.totali).toEqual([7, 0, 0, 0, 0, 28])
    expect(u.pagine.map(p => [p.nome, p.inTutto])).toEqual([
      [it.progetto.titolo, 20],
      [it.home, 12],
      [it.sito.uso.voto, 3],
    ])
    expect(u.stelle).toEqual([0, 1, 0, 1, 1])
    expect(u.media).toBeCloseTo(11 / 3)
    expect(u.giudizi).toEqual([
      { nome: it.home, quanti: 2, media: 4.5 },
      { nome: it.progetto.titolo, quanti: 1, media: 2 },
    ])
    expect(u.scelte.male.find(s => s.scelta === 'confuse')).toEqual({ scelta: 'confuse', quante: 1 })
  })

  test('January looks back into the year before', async () => {
    expect((await uso(db, '2027-01-01', it)).mesi[0]).toBe('2026-08')
  })

  test('the page says how it counts, and shows no word that somebody wrote', async () => {
    const { app } = await portal({ risorse, db })
    const { body, statusCode } = await app.inject('/uso-del-sito')
    await app.close()
    expect(statusCode).toBe(200)
    expect(body).toContain(it.sito.uso.come.elenco('500', '5.000')[0])
    expect(body).toContain('3,7')
    expect(body).not.toContain('un testo che resta')
  })

  test('a day without anything says so', async () => {
    const u = await uso(db, '2030-01-01', it)
    expect([u.media, u.pagine, u.giudizi]).toEqual([undefined, [], []])
  })
})
