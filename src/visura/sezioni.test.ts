import { describe, expect, test } from 'vitest'
import { CORREGGIBILI, decodificheDiBase, type MiaScheda } from '../anagrafe/index.ts'
import { it } from '../ui/index.ts'
import { correggibile } from './campo.ts'
import { leggi, presente, SEZIONI, sezione } from './sezioni.ts'
import { codiceDi, giornoDi, inRiga, leggibile, luogoDi } from './valori.ts'

const L = { testi: it, codici: decodificheDiBase() }
const CAMPI = SEZIONI.flatMap(z => z.parti.flatMap(p => p.campi))
const ROMA = { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' }
/** A scheda with nothing but what none can lack. */
const VUOTA: MiaScheda = {
  id: '1',
  id_anpr: 'AA00000AA',
  stato: 'A',
  registro: 'R',
  comune_id: 1,
  codice_fiscale: null,
  cf_validita: null,
  cognome: null,
  nome: 'ANNA',
  sesso: 'F',
  nascita: '1950-01-01',
  nascita_precisa: 'A',
  gruppo_id: null,
  gruppo_tipo: null,
  legame: null,
  ingresso_dal: null,
  legame_dal: null,
  residenza_dal: null,
  iscritto_dal: null,
  motivo_iscrizione: null,
  cancellata_dal: null,
  motivo_cancellazione: null,
  aggiornata_il: null,
  stato_civile: null,
  certificabile: null,
  senza_fissa_dimora: null,
  dati: { luogoNascita: {} },
  comune: 'Roma',
  provincia: 'RM',
  comune_istat: '058091',
  provenienza: null,
  origine: null,
  motivo_costituzione: null,
  specie: null,
  denominazione: null,
  responsabile: null,
  indirizzo: null,
}
const letta = (s: MiaScheda, id: string) =>
  leggi(sezione(id)!, s, L).flatMap(p => p.campi.map(c => [c.campo.etichetta, c.valori.map(v => v.testo).join('; ')]))

describe('the table', () => {
  test('has each datum that a citizen may ask to have corrected once, under the code of table 57', () => {
    const codici = CAMPI.filter(correggibile).map(c => c.id)
    expect(codici.toSorted()).toEqual([...CORREGGIBILI.keys()].toSorted())
  })
  test('names its other fields in small letters after their section, so that no new code is taken for one of ours', () => {
    for (const z of SEZIONI)
      for (const c of z.parti.flatMap(p => p.campi).filter(c => !correggibile(c)))
        expect(c.id).toMatch(new RegExp(`^${z.id}\\.[a-z0-9.-]+$`))
  })
  test('names each field once', () => {
    expect(CAMPI.map(c => c.id).toSorted()).toEqual([...new Set(CAMPI.map(c => c.id))].toSorted())
  })
  test('has words for each section and part, and no words without a field', () => {
    expect(SEZIONI.map(z => z.id).toSorted()).toEqual(Object.keys(it.visura.sezioni).toSorted())
    for (const z of SEZIONI) {
      const parti = z.parti.flatMap(p => p.id ?? [])
      expect(parti.toSorted(), z.id).toEqual(Object.keys(it.visura.sezioni[z.id].parti ?? {}).toSorted())
      expect(z.parti.length - parti.length, z.id).toBeLessThanOrEqual(1)
    }
    expect([...new Set(CAMPI.map(c => c.etichetta))].toSorted()).toEqual(Object.keys(it.visura.campi).toSorted())
  })
  test('decodes by tables that exist', () => {
    for (const c of CAMPI) if (c.tabella) expect(L.codici.voci(c.tabella).length, c.id).toBeGreaterThan(0)
  })
})

test('an empty scheda reads everywhere; what is not there is said, not guessed', () => {
  for (const z of SEZIONI) expect(() => leggi(z, VUOTA, L)).not.toThrow()
  expect(letta(VUOTA, 'generalita')).toEqual([
    ['cognome', it.visura.valori.senzaCognome],
    ['nome', 'ANNA'],
    ['codiceFiscale', it.visura.valori.nonRisulta],
    ['sesso', 'Femmina'],
    ['dataNascita', '1950, giorno e mese non noti'],
    ['luogoNascita', it.visura.valori.nonRisulta],
    ['idAnpr', 'AA00000AA'],
    ['scheda', '1'],
  ])
  for (const id of ['matrimonio', 'residenza', 'famiglia', 'carta-identita', 'aire'])
    expect(presente(sezione(id)!, VUOTA, L), id).toBe(false)
})
test('a day is said as far as it is known', () => {
  expect(giornoDi(L, '1950-03-01', 'G')).toEqual({ testo: '1º marzo 1950', il: '1950-03-01' })
  expect(giornoDi(L, '1950-03-01', 'M')).toEqual({ testo: 'marzo 1950, giorno non noto', il: '1950-03' })
  expect(giornoDi(L, '1950-01-01', 'A')).toEqual({ testo: '1950, giorno e mese non noti', il: '1950' })
  expect(giornoDi(L, '0001-01-01')).toEqual({ testo: it.visura.valori.nonNota })
  expect(giornoDi(L, 'nonsense')).toEqual({ testo: 'nonsense' })
  expect(giornoDi(L, undefined)).toBeUndefined()
})
test('a spouse’s day of birth and a marriage’s follow the contract’s marks', () => {
  const s = {
    ...VUOTA,
    dati: {
      luogoNascita: {},
      matrimonio: {
        coniuge: { cognome: 'VERDI', nome: 'UGO', dataNascita: '1950-01-01', senzaGiornoMese: '1' },
        datiMatrimonio: { dataEvento: '1975-06-01', senzaGiorno: '1', luogoEvento: { comune: ROMA } },
      },
    },
  }
  expect(letta(s, 'matrimonio')).toEqual([
    ['cognome', 'VERDI'],
    ['nome', 'UGO'],
    ['dataNascita', '1950, giorno e mese non noti'],
    ['data', 'giugno 1975, giorno non noto'],
    ['luogo', 'ROMA (RM)'],
  ])
})
test('a code without words is shown as a code; with another spelling of the number it is found', () => {
  expect(codiceDi(L, 'statoCivile', 3)).toEqual({ testo: 'Vedovo/a' })
  expect(codiceDi(L, 'statoCivile', '03')).toEqual({ testo: 'Vedovo/a' })
  expect(codiceDi(L, 'statoCivile', 77)).toEqual({ testo: 'codice 77' })
  expect(codiceDi(L, 'statoCivile', null)).toBeUndefined()
})
test('AIRE’s motives, which have a letter, are read off the column’s number', () => {
  expect(letta({ ...VUOTA, registro: 'E', motivo_iscrizione: 5 }, 'aire')).toContainEqual([
    'motivoIscrizione',
    "Acquisizione della cittadinanza italiana, se residente all'estero",
  ])
})
test('an address reads as on an envelope, here and abroad', () => {
  const toponimo = { specie: 'VIA', denominazioneToponimo: 'GARIBALDI' }
  const numeroCivico = { numero: '4', esponente1: 'BIS', civicoInterno: { scala: 'A', interno1: '7' } }
  expect(
    inRiga(L, {
      tipoIndirizzo: '1',
      indirizzo: { cap: '00100', comune: ROMA, toponimo, numeroCivico },
      presso: 'BIANCHI',
    }),
  ).toEqual({ testo: 'VIA GARIBALDI 4 BIS, scala A, interno 7, presso BIANCHI, 00100 ROMA (RM)' })
  expect(
    inRiga(L, {
      tipoIndirizzo: '4',
      localitaEstera: {
        indirizzoEstero: {
          cap: '75001',
          localita: { codiceStato: '215', descrizioneStato: 'FRANCIA', descrizioneLocalita: 'PARIGI' },
          toponimo: { denominazione: 'RUE DE RIVOLI', numeroCivico: '3' },
        },
        consolato: { codiceConsolato: '1', descrizioneConsolato: 'PARIGI' },
      },
    }),
  ).toEqual({ testo: 'RUE DE RIVOLI 3, 75001 PARIGI, FRANCIA' })
  expect(luogoDi(L, { luogoEccezionale: 'SUL PIROSCAFO REX' })).toEqual({ testo: 'SUL PIROSCAFO REX' })
})
test('letters that came as Windows-1252 are the letters that were meant', () => {
  expect(leggibile('\u008aIMUNI\u0106')).toBe('ŠIMUNIĆ')
})
