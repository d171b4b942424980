import { Value } from 'typebox/value'
import type { Rilievo } from '../errori.ts'
import { GIORNO_DI_CALENDARIO, type Operazione, type Richiesta } from './operazione.ts'

/** What a request must be like before anything is read: whatever it holds, it is answered by findings. */

const malfatto = (campo: string, testo: string): Rilievo => ({
  codice: 'AN101',
  gravita: 'E',
  campo,
  testo,
  rimedio: 'Correggi il campo secondo il contratto',
})
/** An id is a number that a column can hold; whether it exists is for the checks. */
export const èId = (id: string): boolean => /^\d{1,18}$/.test(id)

/** The contract's longest text has 1,000 characters; only a document protocollato carries its bytes. */
const LUNGO = 1000
const LUNGO_DOCUMENTO = 4_000_000
const PROFONDO = 16
/** What neither JSON nor PostgreSQL can hold, or the contract does not know: NUL, half a character, endless texts. */
function illeggibili(v: unknown, campo: string, profondita = 0): Rilievo[] {
  if (typeof v === 'string') {
    const lungo = campo.endsWith('.documento') ? LUNGO_DOCUMENTO : LUNGO
    if (v.length > lungo) return [malfatto(campo, `Il testo è lungo ${v.length} caratteri, al più ${lungo}`)]
    if (v.includes('\0')) return [malfatto(campo, 'Il testo contiene il carattere NUL')]
    return v.isWellFormed() ? [] : [malfatto(campo, 'Il testo contiene mezzo carattere (un surrogato da solo)')]
  }
  if (v === null || typeof v === 'number' || typeof v === 'boolean' || v === undefined) return []
  if (typeof v !== 'object') return [malfatto(campo, `Il valore non è di quelli che una richiesta può contenere`)]
  if (profondita === PROFONDO) return [malfatto(campo, 'I dati sono annidati troppo in profondità')]
  return Object.entries(v).flatMap(([k, x]) => {
    const dentro = profondita === 0 ? k : `${campo}.${k}`
    if (k.length > 100 || k.includes('\0') || !k.isWellFormed())
      return [malfatto(campo, 'Il nome di un campo non è leggibile')]
    return illeggibili(x, dentro, profondita + 1)
  })
}

/** @returns what is wrong with the shape of the request's data, twenty findings at most */
export function forma(o: Operazione, r: Richiesta): Rilievo[] {
  const illeggibile = illeggibili(r.dati, 'dati').slice(0, 20)
  if (illeggibile.length > 0) return illeggibile
  const storti = [...Value.Errors(o.forma, r.dati)].slice(0, 20).flatMap(e => {
    const qui = e.instancePath.slice(1).replaceAll('/', '.')
    if (e.keyword === 'required')
      return e.params.requiredProperties.map(k =>
        malfatto([qui, k].filter(x => x).join('.'), 'Manca un dato obbligatorio'),
      )
    return [malfatto(qui || 'dati', `Il dato non ha la forma attesa: ${e.message}`)]
  })
  if (storti.length > 0) return storti
  // A datum that the operation does not know would be dropped in silence (italia/anpr #3588, #3605).
  const noti = (o.forma as { properties?: object }).properties ?? {}
  const dati = r.dati as Record<string, unknown>
  const ignoti = Object.keys(dati).filter(k => dati[k] !== undefined && !Object.hasOwn(noti, k))
  if (ignoti.length > 0) return ignoti.map(k => malfatto(k, 'Questa operazione non ha un dato con questo nome'))
  const { schede = [], gruppi = [] } = o.nomina(r.dati)
  return [...schede, ...gruppi].filter(id => !èId(id)).map(id => malfatto('dati', `«${id}» non è un identificativo`))
}

const GIORNO = new RegExp(GIORNO_DI_CALENDARIO)
const rilievo = (codice: string, campo: string, testo: string, rimedio: string): Rilievo => ({
  codice,
  gravita: 'E',
  campo,
  testo,
  rimedio,
})
/** Checks of what every registration says beside its data. */
export function testata(a: { oggi: string }, r: Pick<Richiesta, 'decorrenza' | 'definita' | 'protocollo'>): Rilievo[] {
  const { decorrenza, definita, protocollo } = r
  if (!GIORNO.test(decorrenza))
    return [
      rilievo(
        'EHR97',
        'dataDecorrenza',
        'La data di decorrenza manca o non è una data',
        'Indica la data di decorrenza, AAAA-MM-GG',
      ),
    ]
  const trovati: Rilievo[] = []
  if (decorrenza > a.oggi)
    trovati.push(
      rilievo(
        'EHR18',
        'dataDecorrenza',
        `La data di decorrenza ${decorrenza} è successiva a oggi, ${a.oggi}`,
        'Registra la mutazione il giorno da cui decorre, o dopo',
      ),
    )
  if (definita !== undefined && !GIORNO.test(definita))
    trovati.push(malfatto('dataDefinizionePratica', `«${String(definita).slice(0, 40)}» non è una data`))
  else if (definita !== undefined && definita < decorrenza)
    trovati.push(
      rilievo(
        'EHR84',
        'dataDefinizionePratica',
        `La data di definizione della pratica ${definita} è anteriore alla decorrenza ${decorrenza}`,
        'Correggi la data di definizione, o toglila finché la pratica è aperta',
      ),
    )
  if (protocollo !== undefined) trovati.push(...illeggibili(protocollo, 'protocolloComune', 1))
  return trovati
}
