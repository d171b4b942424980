import { readFileSync } from 'node:fs'
import { codiciDiOperazione } from '../../src/anagrafe/index.ts'

/** Which (operation, code) pairs of docs/tables/operations.md no test provoked:
 *  COPERTURA=/tmp/c npx vitest run src/anagrafe test/operazioni; node test/operazioni/copertura.ts /tmp/c */
const visti = new Set(readFileSync(process.argv[2]!, 'utf8').split('\n'))
const tutte = [...codiciDiOperazione()].flatMap(([s, c]) => [...c.E, ...c.W].map(k => ({ s, k })))
const scoperte = tutte.filter(({ s, k }) => !visti.has(`${s} codice ${k}`))
console.log(`${tutte.length} pairs, ${tutte.length - scoperte.length} provoked, ${scoperte.length} not:`)
for (const [s, di] of Map.groupBy(scoperte, x => x.s)) console.log(`${s}: ${di.map(x => x.k).join(' ')}`)
