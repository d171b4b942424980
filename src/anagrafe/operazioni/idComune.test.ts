import { Type as T } from 'typebox'
import { expect } from 'vitest'
import { nelPaesino, type Prova, VIA } from '../../../test/operazioni/prova.ts'
import { row } from '../../db/index.ts'

const prova = nelPaesino()
const RIGA = row(T.Object({ comune_id: T.Integer(), locale: T.String(), al: T.Union([T.String(), T.Null()]) }))
const di = (p: Prova, oggetto: string, tipo = 'S') =>
  p.tx.rows(RIGA, {
    nome: '',
    testo:
      'select comune_id, locale, al::text from id_comune where oggetto = $1 and tipo::text = $2 order by dal, comune_id, locale',
    valori: [oggetto, tipo],
  })

prova('a move closes the ids of the comune left and gives new ones; annulled, they are as before', async p => {
  const anna = await p.chi('ANNA')
  const [prima, famiglia] = [await di(p, anna.id), await di(p, anna.gruppo_id!, 'G')]
  expect(prima).toEqual([{ comune_id: p.qui, locale: '1', al: null }])
  const dati = {
    famiglia: anna.gruppo_id,
    residenza: VIA,
    idFamigliaComune: 'F1',
    identificativi: [{ soggetto: anna.id, idSoggettoComune: 'A1' }],
  }
  const { operazione } = await p.fa('5001/4', dati, { comune: p.altrove })
  expect(await di(p, anna.id)).toEqual([
    { comune_id: p.qui, locale: '1', al: '2026-03-02' },
    { comune_id: p.altrove, locale: 'A1', al: null },
  ])
  expect((await di(p, anna.gruppo_id!, 'G')).at(-1)).toEqual({ comune_id: p.altrove, locale: 'F1', al: null })
  // Its other members have no id there yet.
  expect((await di(p, p.id('BRUNO'))).map(i => i.al)).toEqual(['2026-03-02'])
  await p.annulla('5012', operazione, { comune: p.altrove })
  expect((await di(p, anna.id)).filter(i => i.al === null)).toEqual(prima)
  expect((await di(p, anna.gruppo_id!, 'G')).filter(i => i.al === null)).toEqual(famiglia)
})

prova('an id that another scheda of the comune has is refused; within the comune it may be given anew', async p => {
  const anna = await p.chi('ANNA')
  const mossa = (idSoggettoComune: string) => ({
    famiglia: anna.gruppo_id,
    residenza: VIA,
    identificativi: [{ soggetto: anna.id, idSoggettoComune }],
  })
  expect(await p.codici('5001/4', mossa('1'), { comune: p.altrove })).toEqual(['AN121'])
  expect(await p.codici('5001/4', mossa('2'))).toEqual(['AN121'])
  expect(
    await p.codici('5001/4', { ...mossa('Z'), identificativi: [{ soggetto: p.id('FLORA'), idSoggettoComune: 'Z' }] }),
  ).toEqual(['EF044'])
  await p.fa('5001/4', mossa('1N'))
  expect((await di(p, anna.id)).map(i => [i.locale, i.al])).toEqual([
    ['1', '2026-03-02'],
    ['1N', null],
  ])
})
