import { NOMI, TABELLE } from './base.ts'
import { type Definizione, type Voce, voci } from './tabella.ts'

const celle = (...c: string[]) => `| ${c.map(t => t.replaceAll('|', '\\|')).join(' | ')} |`

/** The decode tables as Markdown, for `docs/tables/`: one section a table. */
export function decodificheComeTesto(): string {
  const sezioni = NOMI.map(nome => ({ nome, t: TABELLE[nome] as Definizione, v: voci(nome, TABELLE[nome]) }))
  return [
    'Codes of the contract that schede, families, requests and the operations on them use, as this program loads them into `decodifica`.',
    'Tables 2, 3, 24, 40 and 41 (states, comuni, consulates) are reference data of the territory and stand in `stato`, `comune_periodo`, `consolato`, `consolato_competenza`.',
    'A `*` after a code: code or wording are ours, **provisional**, because the official table could not be read.\n',
    celle('no.', 'name', 'title', 'codes', 'of these provisional'),
    celle('---', '---', '---', '---', '---'),
    ...sezioni.map(({ nome, t, v }) =>
      celle(
        String(t.numero),
        `\`${nome}\``,
        t.titolo,
        String(v.length),
        t.provvisoria ? `**${v.filter(x => x.provvisoria).length}, table provisional**` : '–',
      ),
    ),
    '',
    ...sezioni.map(({ nome, t, v }) => sezione(nome, t, v)),
  ].join('\n')
}

function sezione(nome: string, t: Definizione, v: readonly Voce[]): string {
  const usi = Object.entries(t.usi)
  const colonne = [
    { titolo: 'code', di: (x: Voce) => x.codice + (x.provvisoria ? ' *' : '') },
    { titolo: 'description', di: (x: Voce) => x.descrizione },
    ...(usi.length > 0 ? [{ titolo: 'uses', di: (x: Voce) => x.usi.join(', ') }] : []),
    ...(v.some(x => x.dal ?? x.al) ? [{ titolo: 'valid', di: periodo }] : []),
    ...(t.verso ? [{ titolo: `code of \`${t.verso}\``, di: (x: Voce) => x.verso ?? '' }] : []),
  ]
  return [
    `## ${t.numero} ${t.titolo} (\`${nome}\`)\n`,
    ...(t.provvisoria ? ['**Provisional.**'] : []),
    `Source: ${t.fonte}.`,
    ...(t.nota ? [t.nota] : []),
    ...(usi.length > 0 ? ['', ...usi.map(([uso, spiega]) => `- \`${uso}\`: ${spiega}`)] : []),
    '',
    ...(v.length > MOLTE
      ? [v.map(x => `${x.codice} ${x.descrizione}${x.usi.length > 0 ? ` (${x.usi.join(', ')})` : ''}`).join(' · ')]
      : [
          celle(...colonne.map(c => c.titolo)),
          celle(...colonne.map(() => '---')),
          ...v.map(x => celle(...colonne.map(c => c.di(x)))),
        ]),
    '',
  ].join('\n')
}
/** Above this a table is one paragraph (the 259 species of streets). */
const MOLTE = 200

const periodo = (x: Voce) => [x.dal && `from ${x.dal}`, x.al && `to ${x.al}`].filter(Boolean).join(' ') || 'always'
