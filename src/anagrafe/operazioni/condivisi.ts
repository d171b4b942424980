import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import { type Contesto, type Controllo, chiamata, se } from '../motore/operazione.ts'

/** Whom or what a request names; some only with what stands in the register. */
type Nominati<D> = (d: D, c: Contesto<D>) => readonly string[]

/** Checks that many operations share. Codes and texts as in the official list of errors; readings of ours in
 *  docs/changes-checks.md. */

/** The persons named are in the register. */
export const esistono = <D>(campo: string, ids: Nominati<D>): Controllo<D> => ({
  codice: 'EN122',
  gravita: 'E',
  campo,
  testo: 'La scheda @ non esiste in ANPR',
  rimedio: "Controlla l'identificativo, o cerca la persona per codice fiscale o generalità",
  trova: c => ids(c.d, c).flatMap(id => se((c.b.persona(id)?.stato ?? 'X') === 'X', id)),
})

/** The persons named are active. */
export const attivi = <D>(campo: string, ids: Nominati<D>): Controllo<D> => ({
  codice: 'EN184',
  gravita: 'E',
  campo,
  testo: 'Il soggetto @ risulta già cancellato (dal @)',
  rimedio: 'Una persona cancellata si iscrive di nuovo (1002) con la stessa scheda',
  trova: c =>
    ids(c.d, c).flatMap(id => {
      const s = c.b.persona(id)
      return se(s?.stato === 'C', chiamata(s, id), s?.cancellata_dal ?? '')
    }),
})

/** No event may be later than the registration. */
export const nonDopo = <D>(campo: string, giorno: (d: D) => string | undefined, codice = 'AN104'): Controllo<D> => ({
  codice,
  gravita: 'E',
  campo,
  testo: "La data dell'evento @ è successiva alla decorrenza @",
  rimedio: "Correggi la data dell'evento o la decorrenza della registrazione",
  trova: c => {
    const g = giorno(c.d)
    return se(g !== undefined && g > c.decorrenza, g ?? '', c.decorrenza)
  },
})

/** The families or convivenze named are there and open. */
export const gruppoAperto = <D>(campo: string, ids: Nominati<D>): Controllo<D> => ({
  codice: 'EN119',
  gravita: 'E',
  campo,
  testo: 'La famiglia o convivenza @ non esiste, o è chiusa',
  rimedio: "Controlla l'identificativo della famiglia o convivenza",
  trova: c => ids(c.d, c).flatMap(id => se(!c.b.gruppo(id)?.aperto, id)),
})

/** They are of the comune that registers. */
export const gruppoDelComune = <D>(campo: string, ids: Nominati<D>): Controllo<D> => ({
  codice: 'EN204',
  gravita: 'E',
  campo,
  testo: 'La famiglia o convivenza @ è di un altro comune',
  rimedio: 'Può modificarla solo il comune competente',
  trova: c =>
    ids(c.d, c).flatMap(id => {
      const g = c.b.gruppo(id)
      return se(g !== undefined && g.comune_id !== c.comune, id)
    }),
})

/** They live in one family or convivenza. */
export const unaFamiglia = <D>(campo: string, ids: Nominati<D>): Controllo<D> => ({
  codice: 'EF054',
  gravita: 'E',
  campo,
  testo: 'I soggetti indicati appartengono a famiglie diverse',
  rimedio: 'Registra una mutazione per ciascuna famiglia di provenienza',
  trova: c => se(new Set(ids(c.d, c).map(id => c.b.persona(id)?.gruppo_id)).size > 1),
})

/** T42. */
export const certificabile = <D>(codice: (d: D) => number | string | undefined): Controllo<D> => ({
  codice: 'EC023',
  gravita: 'E',
  campo: 'soggettoCertificabile',
  testo: 'Il codice di certificabilità @ non è nella tabella di riferimento',
  rimedio: 'Scegli un codice della tabella 42',
  trova: c => {
    const k = codice(c.d)
    return se(k !== undefined && !decodificheDiBase().esiste('certificabilita', k), String(k))
  },
})
