// The arrows of the house (docs/architecture.md), lowest first. A room may import the rooms listed for it, and of
// them only their index.ts. Checked by `npm run check`.
const PUO = {
  calendario: [],
  db: [],
  contratto: [],
  firma: [],
  accessi: ['db'],
  anagrafe: ['db', 'accessi', 'contratto'],
  richieste: ['db', 'accessi', 'anagrafe', 'contratto'],
  subentro: ['db', 'accessi', 'anagrafe', 'contratto'],
  identita: ['db', 'accessi', 'anagrafe', 'firma'],
  statistiche: ['db', 'accessi', 'anagrafe', 'richieste', 'subentro'],
  ui: [],
  web: ['accessi', 'identita', 'ui'],
  visura: ['anagrafe', 'contratto', 'identita', 'ui'],
  certificati: ['db', 'accessi', 'identita', 'ui', 'web'],
}
const SITI = ['portale', 'cittadino', 'comune', 'prefettura', 'ministero', 'servizi']
for (const sito of SITI)
  PUO[sito] = [
    'db',
    'accessi',
    'anagrafe',
    'richieste',
    'subentro',
    'identita',
    'statistiche',
    'contratto',
    'firma',
    'ui',
    'web',
  ]
// The officer reads in the same words as the citizen.
PUO.cittadino = [...PUO.cittadino, 'visura']
PUO.comune = [...PUO.comune, 'visura', 'certificati']
PUO.ministero = [...PUO.ministero, 'certificati']
PUO.demo = [...Object.keys(PUO)]
// The calendar imports nothing and is everybody's.
for (const [stanza, puo] of Object.entries(PUO))
  if (stanza !== 'calendario' && !puo.includes('calendario')) puo.push('calendario')

const stanze = Object.keys(PUO)
module.exports = {
  forbidden: [
    ...stanze.map(stanza => ({
      name: `arrows-of-${stanza}`,
      severity: 'error',
      from: { path: `^src/${stanza}/` },
      to: { path: '^src/', pathNot: [`^src/${stanza}/`, '^src/radice\\.ts$', ...PUO[stanza].map(s => `^src/${s}/`)] },
    })),
    {
      name: 'only-through-the-index',
      comment: 'another room calls only what its index.ts exports; sql.ts is for *.query.ts files alone (next rule)',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/comandi/' },
      to: { path: '^src/([^/]+)/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/db/sql\\.ts$'] },
    },
    {
      name: 'from-the-top-through-the-index',
      severity: 'error',
      from: { path: ['^src/[^/]+\\.ts$', '^src/comandi/'] },
      to: { path: '^src/[^/]+/', pathNot: ['^src/[^/]+/index\\.ts$', '^src/comandi/'] },
    },
    {
      name: 'sql-only-in-query-files',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.query\\.ts$', '^src/db/', '\\.test\\.tsx?$'] },
      to: { path: '^src/db/sql\\.ts$' },
    },
    {
      name: 'config-only-at-the-top',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: '^src/comandi/' },
      to: { path: '^src/config\\.ts$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
}
