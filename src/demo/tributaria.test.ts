import { expect, test } from 'vitest'
import { codiceFiscale, omocodia } from '../anagrafe/index.ts'
import { risponde } from './tributaria.ts'

const DATI = { cognome: 'ROSSI', nome: 'ANNA', sesso: 'F', dataNascita: '1980-04-12', luogo: 'H501' } as const
const SUO = codiceFiscale(DATI)
// biome-ignore format: a table
test.each([
  ['no code: the one that follows', {}, 'attribuisci', { esito: 'altro', codiceFiscale: SUO }],
  ['her code', { codiceFiscale: SUO }, 'valida', { esito: 'uguale', codiceFiscale: SUO }],
  ['an omocode of hers', { codiceFiscale: omocodia(SUO, 3) }, 'valida', { esito: 'uguale', codiceFiscale: omocodia(SUO, 3) }],
  ['a provisional code', { codiceFiscale: '12345678903' }, 'valida', { esito: 'altro', codiceFiscale: SUO }],
  ['a code of her former name', { codiceFiscale: codiceFiscale({ ...DATI, cognome: 'VERDI' }) }, 'valida', { esito: 'collegato', codiceFiscale: SUO }],
  ['all changed at once', { codiceFiscale: 'VRDGNN70A01H501X' }, 'valida', { esito: 'troppi campi' }],
  ['an omocode asked for', {}, 'omocodice', { esito: 'altro', codiceFiscale: omocodia(SUO, 1) }],
  ['several of the name', { cognome: 'OMONIMO' }, 'attribuisci', { esito: 'piu soggetti' }],
  ['nobody of the name', { cognome: 'IGNOTO' }, 'attribuisci', { esito: 'assente' }],
  ['born on a day unknown', { dataNascita: '1980-04' }, 'attribuisci', { esito: 'assente' }],
  ['born nowhere', { luogo: undefined }, 'attribuisci', { esito: 'assente' }],
  ['somebody else’s code', { cognome: 'ALTRUI', codiceFiscale: SUO }, 'valida', { esito: 'dati diversi' }],
] as const)('the demo’s Anagrafe tributaria, %s', (_, g, gestione, atteso) => {
  expect(risponde({ scheda: '1', gestione, generalita: { ...DATI, ...g } })).toEqual(atteso)
})
