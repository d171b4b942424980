import { stato, terra } from '../persone/luoghi.ts'
import { nomeClasse, piramideDi } from '../tavole/eta.ts'
import { COMPONENTI_ITALIA, componentiDi } from '../tavole/famiglie.ts'
import { quotaStranieri } from '../tavole/stranieri.ts'
import type { Conteggi, Frequenze } from './conta.ts'
import { distanze, statiAttesi, statiVisti } from './distanze.ts'

const intero = (n: number) =>
  Math.round(n)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')
const virgola = (n: number, cifre = 1) => n.toFixed(cifre).replace('.', ',')
const cento = (parte: number, tutto: number, cifre = 1) => virgola(tutto > 0 ? (100 * parte) / tutto : 0, cifre)
const somma = (f: Frequenze) => [...f.values()].reduce((s, v) => s + v, 0)
const primi = (f: Frequenze, quanti = 10) =>
  [...f].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, quanti)

/** Letters a bar may be long at most. */
const BARRA = 30

/** The pyramid, oldest first: men to the left, women to the right; what the region has, where a bar differs, as a dot. */
function piramide(n: Conteggi): string[] {
  const loro = piramideDi(n.regione)
  const massimo = Math.max(...loro.flat(), ...n.eta.flat().map(x => x / n.residenti))
  const lunga = (quota: number) => Math.round((quota / massimo) * BARRA)
  const barra = (nostra: number, sua: number, aSinistra: boolean) => {
    const [l, punto] = [lunga(nostra), lunga(sua)]
    const celle = Array.from({ length: BARRA }, (_, i) => (i < l ? '█' : i + 1 === punto ? '·' : ' '))
    return (aSinistra ? celle.reverse() : celle).join('')
  }
  return [
    `${'uomini'.padStart(BARRA + 14)}       ${'donne'}`,
    ...n.eta
      .map(([m, f], i) => {
        const [suoi, sue] = loro[i]!
        return [
          cento(m, n.residenti, 2).padStart(6),
          `(${virgola(100 * suoi, 2)})`.padStart(7),
          barra(m / n.residenti, suoi, true),
          nomeClasse(i).padStart(6),
          ' ',
          barra(f / n.residenti, sue, false),
          cento(f, n.residenti, 2).padStart(6),
          `(${virgola(100 * sue, 2)})`.padStart(7),
        ].join('')
      })
      .reverse(),
    '  per cento dei residenti; tra parentesi e col punto la regione, ISTAT 1/1/2024',
  ]
}

/** Ten rows of three lists side by side. */
function elenchi(colonne: readonly (readonly [string, Frequenze])[]): string[] {
  const liste = colonne.map(([, f]) => primi(f).map(([t, v]) => [t, cento(v, somma(f), 2)] as const))
  return [
    `    ${colonne.map(([titolo, f]) => `${titolo} (${intero(f.size)} diversi)`.padEnd(30)).join('')}`,
    ...Array.from({ length: 10 }, (_, i) => {
      const celle = liste.map(l => (l[i] ? `${l[i][0].slice(0, 19).padEnd(20)}${l[i][1].padStart(6)}` : '').padEnd(30))
      return `${String(i + 1).padStart(3)} ${celle.join('')}`
    }),
  ]
}

/** A table of shares: ours, theirs. */
const confronto = (righe: readonly (readonly [string, number, number])[]) => [
  `${''.padEnd(28)}${'qui'.padStart(8)}${'ISTAT'.padStart(8)}`,
  ...righe.map(([t, qui, la]) => `  ${t.padEnd(26)}${virgola(qui).padStart(8)}${virgola(la).padStart(8)}`),
]

/** What a fornitura looks like, beside what is published, as Italian text. */
export function riassunto(n: Conteggi): string {
  const nome = terra(n.fornitura.comune)!.il(20_000)?.comune?.nomeComune ?? n.fornitura.comune
  const membri = n.residenti - n.inConvivenza
  const quote = componentiDi(n.regione)
  const [attesi, visti] = [statiAttesi(n), statiVisti(n)]
  const cinque = (da: number, a: number) =>
    n.eta
      .slice(da, a)
      .flat()
      .reduce((s, v) => s + v, 0)
  const loro = piramideDi(n.regione)
  const suo = (da: number, a: number) =>
    100 *
    loro
      .slice(da, a)
      .flat()
      .reduce((s, v) => s + v, 0)
  const di = (da: number, a: number) => (100 * cinque(da, a)) / n.residenti
  const stranieri = somma(n.stranieri)
  const vie = [['1', 'celibi e nubili'], ['2', 'coniugati, uniti'], ['3', 'vedovi'], ['4', 'divorziati']] as const // biome-ignore format: a table
  return [
    `${nome} (${n.fornitura.comune}), seme ${n.fornitura.seme}, estrazione del ${n.fornitura.estratta}`,
    `${intero(n.residenti)} residenti in ${intero(n.famiglie)} famiglie e ${intero(n.convivenze)} convivenze (${intero(n.inConvivenza)} persone), ${intero(n.aire)} all'estero in ${intero(n.famiglieEstere)} famiglie`,
    '',
    'ETÀ E SESSO',
    ...piramide(n),
    ...confronto([
      ['0-14 anni', di(0, 3), suo(0, 3)],
      ['15-64 anni', di(3, 13), suo(3, 13)],
      ['65 anni e più', di(13, 99), suo(13, 99)],
      ['80 anni e più', di(16, 99), suo(16, 99)],
    ]),
    `  età media ${virgola(n.sommaEta / n.residenti)} (Italia 46,9 a fine 2024), donne ${cento(
      n.eta.reduce((s, [, f]) => s + f, 0),
      n.residenti,
    )} per cento`,
    '',
    'FAMIGLIE PER COMPONENTI',
    ...confronto(
      n.componenti.map((q, i) => [i < 4 ? String(i + 1) : '5 e più', (100 * q) / n.famiglie, quote[i]!] as const),
    ),
    `  in media ${virgola(membri / n.famiglie, 2)} componenti (Italia 2,2; persone sole ${COMPONENTI_ITALIA[0]} per cento)`,
    '',
    'STATO CIVILE',
    ...confronto(
      vie.map(([, t], i) => [t, (100 * visti[i]!) / n.residenti, (100 * attesi[i]!) / n.residenti] as const),
    ),
    `  di cui uniti civilmente ${intero(n.statoCivile.get('6') ?? 0)}`,
    '',
    'COGNOMI E NOMI DEGLI ITALIANI, I DIECI PIÙ COMUNI (per cento)',
    ...elenchi([['cognomi', n.cognomi], ['donne', n.donne], ['uomini', n.uomini]]), // biome-ignore format: one line
    '',
    'CITTADINANZA',
    `  stranieri ${cento(stranieri, n.residenti)} per cento (attesi ${virgola(100 * quotaStranieri(n.fornitura.comune, n.regione))}), italiani per acquisto ${cento(n.nuoviItaliani, n.residenti)}`,
    ...primi(n.stranieri).map(
      ([s, v]) => `  ${stato(s).nome.padEnd(26)}${cento(v, stranieri).padStart(8)} degli stranieri`,
    ),
    '',
    `NASCITA DEGLI ITALIANI: nel comune ${cento(n.nati[0], n.residenti - stranieri)}, altrove in Italia ${cento(n.nati[1], n.residenti - stranieri)}, all'estero ${cento(n.nati[2], n.residenti - stranieri)} per cento`,
    `SENZA FISSA DIMORA: ${intero(n.senzaDimora)}`,
    '',
    'DISTANZA DALLE TAVOLE (variazione totale, 0 uguali, 1 niente in comune)',
    '  pubblicate, in parte arrotondate o ricostruite: docs/decisions/0015-synthetic-italy.md',
    ...distanze(n).map(d => `  ${d.tavola.padEnd(18)}${virgola(d.valore, 3).padStart(7)}  ${d.rispetto}`),
    '',
  ].join('\n')
}
