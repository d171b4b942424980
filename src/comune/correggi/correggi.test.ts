import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { CON_STORIE } from '../../../test/storie.ts'
import { municipio } from '../../../test/ufficio.ts'
import { persone } from '../../anagrafe/index.ts'
import { datiDi, mosseDi, richiesta } from '../../richieste/index.ts'

const banca = databaseDiProva(CON_STORIE)
const risorse = { indirizzo: (n: string) => `/statico/${n}`, file: new Map<string, Buffer>() }
let m: Awaited<ReturnType<typeof municipio>>
beforeAll(async () => {
  m = await municipio(banca, risorse)
})
afterAll(() => m?.server.app.close())

const MOTIVO = { chi: { ruolo: 'sistema', id: 'prova' }, finalita: 'verifica', servizio: 'prova' } as const
const scheda = async () => (await m.db.tx(tx => persone(tx, MOTIVO, { id: m.giulia })))[0]!
async function presa(dati: NonNullable<Parameters<typeof m.chiesta>[0]>['dati']) {
  const { numero } = await m.chiesta({ dati: dati! })
  await m.invia('Carla', `/com/richieste/${numero}/prendi`, { viste: '1' })
  return { numero, url: `/com/richieste/${numero}/correggi` }
}

test('the operation is there already, filled in with what is asked; it is registered and the request closed in one step', async () => {
  const { numero, url } = await presa([{ dato: 'COGNOME', chiesto: 'FUMAGALLI RE' }])
  const { body } = await m.apre('Carla', url)
  expect(body).toContain(`name="${m.giulia}.COGNOME"`)
  expect(body).toContain('value="FUMAGALLI RE"')
  const campi = { viste: '2', 'esito-1': 'accolto', chiudi: 'si', [`${m.giulia}.COGNOME`]: 'FUMAGALLI REA' }
  const due = await Promise.all([1, 2].map(() => m.invia('Carla', url, campi)))
  expect(due.map(r => [r.statusCode, r.headers.location])).toEqual(
    Array(2).fill([303, `/com/richieste/${numero}?fatta=correggi`]),
  )
  expect((await scheda()).cognome).toBe('FUMAGALLI REA')
  expect(await richiesta(m.db, numero)).toMatchObject({ stato: 5 })
  expect((await datiDi(m.db, numero))[0]).toMatchObject({ esito: 'accolto', op_id: expect.any(String) })
  expect((await mosseDi(m.db, numero)).map(x => x.mossa)).toEqual(['invia', 'prendi', 'accogli'])
})

test('what is no value is told beside its field, and the register’s own checks with code, rule and remedy', async () => {
  const { numero, url } = await presa([
    { dato: 'DATANASCITA', attuale: '14/05/1979', chiesto: '15/05/1979', codice: '1979-05-15' },
  ])
  const prima = await scheda()
  const male = await m.invia('Carla', url, {
    viste: '2',
    'esito-1': 'accolto',
    [`${m.giulia}.DATANASCITA`]: '31/02/1979',
  })
  expect(male.statusCode).toBe(422)
  expect(male.body).toContain(`id="${m.giulia}.DATANASCITA-errore"`)
  expect(male.body).toContain('value="31/02/1979"')
  const futura = await m.invia('Carla', url, {
    viste: '2',
    'esito-1': 'accolto',
    [`${m.giulia}.DATANASCITA`]: '01/01/2030',
  })
  expect(futura.statusCode).toBe(422)
  expect(await scheda()).toEqual(prima)
  expect(await richiesta(m.db, numero)).toMatchObject({ stato: 3 })
})

test('who had not seen what a colleague did corrects nothing; another comune, and who consults, do not come here', async () => {
  const { numero, url } = await presa([{ dato: 'NOME', attuale: 'GIULIA', chiesto: 'GIULIANA' }])
  await m.invia('Davide', `/com/richieste/${numero}/sospendi`, { viste: '2', note: 'Manca l’atto.' })
  const r = await m.invia('Carla', url, { viste: '2', 'esito-1': 'accolto' })
  expect(r.statusCode).toBe(409)
  expect((await scheda()).nome).toBe('GIULIA')
  expect((await m.apre('Remo', url)).statusCode).toBe(404)
  expect((await m.invia('Remo', url, { viste: '3', 'esito-1': 'accolto' })).statusCode).toBe(404)
  expect((await m.apre('Elena', url)).statusCode).toBe(403)
})

test('one datum may be decided now and the rest later; a refusal says why', async () => {
  const { numero, url } = await presa([
    { dato: 'NOME', attuale: 'GIULIA', chiesto: 'GIULIANA' },
    { dato: 'SESSO', attuale: 'F', chiesto: 'M', codice: 'M' },
  ])
  expect(
    (await m.invia('Carla', url, { viste: '2', 'esito-1': 'accolto', 'esito-2': 'dopo', chiudi: 'si' })).statusCode,
  ).toBe(422)
  const parte = await m.invia('Carla', url, { viste: '2', 'esito-1': 'accolto', 'esito-2': 'dopo', chiudi: 'no' })
  expect(parte.statusCode).toBe(303)
  expect((await scheda()).nome).toBe('GIULIANA')
  expect(await richiesta(m.db, numero)).toMatchObject({ stato: 3 })
  const senza = await m.invia('Carla', url, { viste: '3', 'esito-2': 'respinto', chiudi: 'si' })
  expect(senza.statusCode).toBe(422)
  const resto = { viste: '3', 'esito-2': 'respinto', 'nota-2': 'Nell’atto è F.', chiudi: 'si' }
  expect((await m.invia('Carla', url, resto)).statusCode).toBe(303)
  expect(await richiesta(m.db, numero)).toMatchObject({ stato: 5 })
})

test('of an address in Italy no field of one abroad is asked, nor the other way round', async () => {
  const { url } = await presa([{ dato: 'INTERNO', attuale: '', chiesto: '77' }])
  const { body } = await m.apre('Carla', url)
  expect(body).toContain(`name="${m.giulia}.CIVICO"`)
  expect(body).not.toMatch(/name="\d+\.(STATOESTERO|CONSOLATO|INDIRIZZOESTERO)"/)
  const tutto = { viste: '2', 'esito-1': 'accolto', chiudi: 'si', ...campiIn(body) }
  expect((await m.invia('Carla', url, tutto)).statusCode).toBe(303)
})
/** What a browser would send of the fields as they stand in the page. */
const campiIn = (pagina: string) => ({
  ...Object.fromEntries(
    [...pagina.matchAll(/<input type="text"[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)].map(x => [x[1]!, x[2]!]),
  ),
  ...Object.fromEntries(
    [...pagina.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(x => [
      x[1]!,
      /value="([^"]*)" selected/.exec(x[2]!)?.[1] ?? '',
    ]),
  ),
})
