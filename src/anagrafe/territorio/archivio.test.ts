import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { RADICE } from '../../radice.ts'
import { aggiornatoAl, leggiArchivio } from './archivio.ts'
import { COLONNE, type Colonna, ErroreArchivio, type RigaArchivio } from './archivio-regole.ts'
import { datiDaArchivio } from './importa.ts'
import { nomePerEsteso, translittera } from './nomi.ts'

const ARCHIVIO = join(RADICE, '../shared/reference/archivi/ANPR_archivio_comuni.csv')

/** A comune with nothing wrong: Abano, which became Abano Terme. */
const ABANO: Record<Colonna, string> = {
  ID: '12560',
  DATAISTITUZIONE: '1866-11-19',
  DATACESSAZIONE: '1924-11-13',
  CODISTAT: '028001',
  CODCATASTALE: 'A001',
  DENOMINAZIONE_IT: 'ABANO',
  DENOMTRASLITTERATA: 'ABANO',
  ALTRADENOMINAZIONE: '',
  ALTRADENOMTRASLITTERATA: '',
  ID_PROVINCIA: '28',
  IDPROVINCIAISTAT: '028',
  IDREGIONE: '05',
  IDPREFETTURA: '',
  STATO: 'C',
  SIGLAPROVINCIA: 'PD',
  FONTE: '',
  DATAULTIMOAGG: '2016-06-17',
  COD_DENOM: '028500',
}
const TERME: Record<Colonna, string> = {
  ...ABANO,
  ID: '1',
  DATAISTITUZIONE: '1924-11-14',
  DATACESSAZIONE: '9999-12-31',
  DENOMINAZIONE_IT: 'ABANO TERME',
  DENOMTRASLITTERATA: 'ABANO TERME',
  IDPREFETTURA: 'PD',
  STATO: 'A',
  COD_DENOM: '',
}
const riga = (r: Record<Colonna, string>) => COLONNE.map(c => `"${r[c].replaceAll('"', '""')}"`).join(',')
const INTESTAZIONE = COLONNE.map(c => `"${c}"`).join(',')
const file = (...righe: string[]) => [`\uFEFF${[INTESTAZIONE, ...righe].join('\n')}\n`]

test('two periods of one comune are read', async () => {
  const righe = await leggiArchivio(file(riga(ABANO), riga(TERME)))
  expect(righe.map(r => [r.riga, r.DENOMINAZIONE_IT])).toEqual([
    [2, 'ABANO'],
    [3, 'ABANO TERME'],
  ])
  expect(aggiornatoAl(righe)).toBe('2016-06-17')
})

const altra = (cambi: Partial<Record<Colonna, string>>) =>
  riga({ ...TERME, ID: '2', CODISTAT: '028002', CODCATASTALE: 'A002', ...cambi })

test.each<[string, string[], number, Colonna | null, string]>([
  ['an empty file', [''], 1, null, 'file vuoto'],
  ['a header alone', file(), 2, null, 'file vuoto'],
  ['another header', [`${INTESTAZIONE.replace('CODISTAT', 'COD_ISTAT')}\n`], 1, 'CODISTAT', 'intestazione'],
  ['a column too many in the header', [`${INTESTAZIONE},"X"\n`], 1, null, 'intestazione'],
  ['a row cut short', file(riga(TERME), '1,2,3'), 3, null, 'numero di colonne'],
  ['an empty line between rows', file(riga(ABANO), '', riga(TERME)), 3, null, 'numero di colonne'],
  ['a quote left open', file(riga(TERME), '"1'), 3, null, 'virgolette'],
  ['a day that is not in the calendar', file(altra({ DATAISTITUZIONE: '1927-02-29' })), 2, 'DATAISTITUZIONE', 'data'],
  ['a date of the legend, gg/mm/aaaa', file(altra({ DATAULTIMOAGG: '17/06/2016' })), 2, 'DATAULTIMOAGG', 'data'],
  ['a beginning before Italy', file(altra({ DATAISTITUZIONE: '1860-01-01' })), 2, 'DATAISTITUZIONE', 'data'],
  [
    'an end before the beginning',
    file(riga({ ...ABANO, DATACESSAZIONE: '1866-11-18' })),
    2,
    'DATACESSAZIONE',
    'data di fine prima dell’inizio',
  ],
  ['an ISTAT code of five digits', file(altra({ CODISTAT: '28002' })), 2, 'CODISTAT', 'codice ISTAT'],
  [
    'the cadastral code of a foreign state',
    file(altra({ CODCATASTALE: 'Z100' })),
    2,
    'CODCATASTALE',
    'codice catastale',
  ],
  ['a name in small letters', file(altra({ DENOMINAZIONE_IT: 'Abano Terme' })), 2, 'DENOMINAZIONE_IT', 'nome'],
  ['no name', file(altra({ DENOMINAZIONE_IT: '' })), 2, 'DENOMINAZIONE_IT', 'nome'],
  ['a name with a blank at its end', file(altra({ DENOMINAZIONE_IT: 'ABANO ' })), 2, 'DENOMINAZIONE_IT', 'nome'],
  [
    'an accent in the transliterated name',
    file(altra({ DENOMTRASLITTERATA: 'SORGÈ' })),
    2,
    'DENOMTRASLITTERATA',
    'nome traslitterato',
  ],
  [
    'a second name without its transliteration',
    file(altra({ ALTRADENOMINAZIONE: 'X' })),
    2,
    'ALTRADENOMTRASLITTERATA',
    'seconda denominazione',
  ],
  ['a region that is none', file(altra({ IDREGIONE: '21' })), 2, 'IDREGIONE', 'regione'],
  ['a state other than A, C, D', file(altra({ STATO: 'X' })), 2, 'STATO', 'stato'],
  [
    'an active comune that ended',
    file(altra({ DATACESSAZIONE: '2020-01-01' })),
    2,
    'DATACESSAZIONE',
    'attivo con data di fine',
  ],
  ['an ended comune that did not', file(altra({ STATO: 'C' })), 2, 'DATACESSAZIONE', 'cessato senza data di fine'],
  ['an active comune without prefettura', file(altra({ IDPREFETTURA: '' })), 2, 'IDPREFETTURA', 'prefettura'],
  ['a sigla of three letters', file(altra({ SIGLAPROVINCIA: 'PAD' })), 2, 'SIGLAPROVINCIA', 'sigla'],
  ['an unknown source', file(altra({ FONTE: 'X' })), 2, 'FONTE', 'fonte'],
  [
    'a code of a former name out of its range',
    file(altra({ COD_DENOM: '028001' })),
    2,
    'COD_DENOM',
    'codice di denominazione',
  ],
  ['the same ID twice', file(riga(TERME), altra({ ID: '1' })), 3, 'ID', 'identificativo ripetuto'],
  [
    'two periods of one comune that overlap',
    file(riga({ ...ABANO, DATACESSAZIONE: '1924-11-14' }), riga(TERME)),
    3,
    'DATAISTITUZIONE',
    'periodi sovrapposti',
  ],
  [
    'two comuni with one ISTAT code at once',
    file(riga(TERME), altra({ CODISTAT: '028001' })),
    3,
    'CODISTAT',
    'codice ISTAT di due comuni insieme',
  ],
  [
    'a province with two codes today',
    file(riga(TERME), altra({ IDPROVINCIAISTAT: '029' })),
    3,
    'IDPROVINCIAISTAT',
    'provincia con due codici',
  ],
  [
    'a province in two regions today',
    file(riga(TERME), altra({ IDREGIONE: '06' })),
    3,
    'IDREGIONE',
    'provincia in due regioni',
  ],
])('%s is refused with its line, column and rule', async (_, testo, n, colonna, regola) => {
  const errore = await leggiArchivio(testo).catch((e: unknown) => e)
  expect(errore).toBeInstanceOf(ErroreArchivio)
  expect(errore).toMatchObject({ nome: 'ArchivioNonValido', dati: { riga: n, colonna, regola } })
})

test('bytes that are not UTF-8 are refused', async () => {
  const byte = new TextEncoder().encode(file(riga(TERME))[0])
  byte[byte.length - 20] = 0xe0
  await expect(leggiArchivio([byte])).rejects.toMatchObject({ dati: { riga: 2, regola: 'utf8' } })
})

test('a comune to be founded is not active yet, and one of a province that we have no name for is taken', async () => {
  const d = datiDaArchivio(
    await leggiArchivio(
      file(
        riga(TERME),
        altra({ STATO: 'D', DATAISTITUZIONE: '2030-01-01' }),
        altra({
          ID: '3',
          CODCATASTALE: 'A003',
          CODISTAT: '120001',
          SIGLAPROVINCIA: 'XY',
          IDPROVINCIAISTAT: '120',
          IDPREFETTURA: 'XY',
        }),
      ),
    ),
  )
  expect(d.periodi.find(p => p.comune === 2)).toMatchObject({ da_istituire: true, dal: '2030-01-01' })
  expect(d.province.find(p => p.sigla === 'XY')).toMatchObject({
    nome: 'XY',
    codice_istat: '120',
    regione: '05',
    al: null,
  })
  expect(d.prefetture.find(p => p.codice === 'XY')?.nome).toBe('Prefettura – UTG (XY)')
})

// Skipped where ../shared/reference is not beside the project: the ministry's archive is not ours to carry.
describe.skipIf(!existsSync(ARCHIVIO))('the ministry’s archive of 16 May 2023 (needs ../shared/reference)', () => {
  let letto: readonly RigaArchivio[]
  beforeAll(async () => {
    letto = await leggiArchivio(ARCHIVIO)
  })

  test('all its 19,352 rows pass, 7,901 of them active', async () => {
    const righe = letto
    expect(righe).toHaveLength(19352)
    expect(righe.filter(r => r.STATO === 'A')).toHaveLength(7901)
    expect(aggiornatoAl(righe)).toBe('2023-05-16')
  })

  test('we transliterate as it does, all but a few second names', async () => {
    const righe = letto
    expect(righe.filter(r => translittera(r.DENOMINAZIONE_IT) !== r.DENOMTRASLITTERATA)).toEqual([])
    const seconde = righe.filter(
      r => r.ALTRADENOMINAZIONE !== '' && translittera(r.ALTRADENOMINAZIONE) !== r.ALTRADENOMTRASLITTERATA,
    )
    expect(new Set(seconde.map(r => r.ALTRADENOMTRASLITTERATA))).toEqual(new Set(['PLÀUS'])) // its own slip
  })

  test('no name is printed in capitals, none begins small', async () => {
    for (const n of new Set(letto.map(r => nomePerEsteso(r.DENOMINAZIONE_IT)))) {
      expect(n.replace(' XXIII', '')).not.toMatch(/\p{Lu}{3}/u)
      expect(n).toMatch(/^\p{Lu}/u)
    }
  })
})
