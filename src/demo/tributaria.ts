import {
  type AnagrafeTributaria,
  codiceFiscale,
  type DomandaTributaria,
  omocodia,
  type RispostaTributaria,
  senzaOmocodia,
} from '../anagrafe/index.ts'

/** The Anagrafe tributaria of the demo: computes what the real one keeps. Which outcome comes follows from the question alone,
 *  so that every one of them can be shown:
 *
 *  - no place or no whole day of birth, or a sex that is not M or F: `assente`
 *  - a name that begins with OMONIMO (or a request for an omocode of one): `piu soggetti`
 *  - a name that begins with IGNOTO: `assente`
 *  - a name that begins with ALTRUI, with a code given: `dati diversi`
 *  - the code given is of another surname, name and birth, all three: `troppi campi` (EAM93)
 *  - an omocode asked for: `altro`, with the first omocode of her code
 *  - no code given: `altro`, with the code that follows from the data
 *  - the code given, or an omocode of it, follows from the data: `uguale`
 *  - else the code changed with the data: `collegato`, with the new one */
export const tributariaDemo = (): AnagrafeTributaria => ({ chiedi: async d => risponde(d) })

export function risponde({ generalita: g, gestione }: DomandaTributaria): RispostaTributaria {
  const comincia = (con: string) => g.cognome.startsWith(con) || g.nome.startsWith(con)
  if (comincia('OMONIMO')) return { esito: 'piu soggetti' }
  if (comincia('IGNOTO') || !g.luogo || g.dataNascita.length < 10 || (g.sesso !== 'M' && g.sesso !== 'F'))
    return { esito: 'assente' }
  if (comincia('ALTRUI') && g.codiceFiscale) return { esito: 'dati diversi' }
  const suo = codiceFiscale({ ...g, sesso: g.sesso, luogo: g.luogo })
  if (gestione === 'omocodice') return { esito: 'altro', codiceFiscale: omocodia(suo, 1) }
  const dato = g.codiceFiscale
  if (dato === undefined || dato.length !== 16) return { esito: 'altro', codiceFiscale: suo }
  const base = senzaOmocodia(dato)
  if (base === suo) return { esito: 'uguale', codiceFiscale: dato }
  const cambiate = [
    [0, 3],
    [3, 6],
    [6, 11],
  ].filter(([da, a]) => base.slice(da, a) !== suo.slice(da, a))
  return cambiate.length === 3 ? { esito: 'troppi campi' } : { esito: 'collegato', codiceFiscale: suo }
}
