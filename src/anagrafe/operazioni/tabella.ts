import type { Operazione } from '../motore/operazione.ts'
import { OPERAZIONI } from './elenco.ts'
import { TOCCA } from './tocca.ts'

/** The engine's own checks: of every registration, and of what each kind of operation may run into. */
const DI_TUTTE = ['AN101', 'AN102', 'EF007', 'EHR18', 'EHR84', 'EHR97', 'EN389']
const codici = (o: Operazione, gravita: 'E' | 'W'): string[] => {
  const suoi = o.controlli.filter(k => k.gravita === gravita).map(k => k.codice)
  if (gravita === 'E') {
    if (competente(o)) suoi.push('EN117')
    if (o.idComune) suoi.push('AN121')
  }
  return [...new Set(suoi)].sort()
}
/** Whether the persons named must be the registering comune's: asked of the declaration with an invented person. */
const competente = (o: Operazione): boolean => {
  const soggetto = '1'
  return o.competenza({ soggetto, soggetti: [{ soggetto }] }).length > 0
}
const DEL_COMUNE = /^(EN204|EN135|EN429)$/
function chi(o: Operazione): string {
  if (competente(o)) return 'comune of the person'
  if (o.controlli.some(k => DEL_COMUNE.test(k.codice))) return 'comune of the family'
  return o.annulla && 'ripristino' in o.annulla ? 'comune of destination' : 'any comune'
}
function annullata(o: Operazione): string {
  if ('mai' in o.annulla) return `never (${o.annulla.mai})`
  const { con, ripristino, parziale } = o.annulla
  return [con, ripristino && 'RA', parziale && 'RP'].filter(Boolean).join(' ')
}

/** Which codes each operation may answer with: service → refusals and warnings, those of every operation left out. */
export const codiciDiOperazione = (): Map<string, { E: string[]; W: string[] }> =>
  new Map([...OPERAZIONI].map(([s, o]) => [s, { E: codici(o, 'E'), W: codici(o, 'W') }]))

/** The operations as reviewers see them: Markdown. */
export function operazioniComeTesto(): string {
  const riga = (...celle: string[]) => `| ${celle.join(' | ')} |`
  const tutte = codiciDiOperazione()
  const coppie = [...tutte.values()].reduce((n, c) => n + c.E.length + c.W.length, 0)
  return [
    `${tutte.size} operations, ${coppie} pairs of operation and code. Beside those of the table every operation may be refused`,
    `with ${DI_TUTTE.join(', ')}, or warned of a family left without a head (EN225); every annulment with EN077, EN078, EN145, EN314, EN351, EN352, EN360, AN119. Codes that`,
    'begin with AN are ours. Whoever annuls tells: N015 where a person comes back, N014 where she should be enrolled again,',
    'N-RITIRO whoever was told before, N-ANNULLAMENTO the comune that has her by now.',
    '',
    riga('service', 'name', 'who may', 'changes', 'annulled by', 'tells', 'refuses with', 'warns with'),
    riga(...Array.from({ length: 8 }, () => '---')),
    ...[...OPERAZIONI].map(([servizio, o]) => {
      const { sezioni, avvisi = [] } = TOCCA[servizio]!
      const c = tutte.get(servizio)!
      return riga(
        servizio,
        o.nome,
        chi(o),
        sezioni.join(', '),
        annullata(o),
        avvisi.join(', '),
        c.E.join(' '),
        c.W.join(' '),
      )
    }),
    '',
  ].join('\n')
}
