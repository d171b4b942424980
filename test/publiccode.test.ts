import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type as T } from 'typebox'
import { Errors } from 'typebox/value'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { RADICE } from '../src/radice.ts'

// publiccode.yml 0.7, as far as this file uses it. The official validator is a program in Go; this schema is written
// from the standard's list of keys. An unknown key is refused: it is a slip, or a key that belongs in here first. So
// are the `it` keys, which 0.7 has deprecated.
const chiuso = <P extends Record<string, T.TSchema>>(p: P) => T.Object(p, { additionalProperties: false })
const testo = (o: { minLength?: number; maxLength?: number } = {}) => T.String({ minLength: 1, pattern: '\\S', ...o })
const indirizzo = T.String({ pattern: '^https?://[^\\s/]+' })
const fra = <S extends string>(valori: readonly S[]) => T.Union(valori.map(v => T.Literal(v)))
const elenco = <S extends T.TSchema>(di: S) => T.Array(di, { minItems: 1, uniqueItems: true })
const LINGUA = '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'

const descrizione = chiuso({
  shortDescription: testo({ maxLength: 150 }),
  longDescription: testo({ minLength: 150, maxLength: 10_000 }),
  features: elenco(testo({ maxLength: 100 })),
  localisedName: T.Optional(testo()),
  documentation: T.Optional(indirizzo),
})
const persona = chiuso({
  name: testo(),
  email: T.Optional(T.String({ pattern: '^[^@\\s]+@[^@\\s]+$' })),
  phone: T.Optional(testo()),
  affiliation: T.Optional(testo()),
})
const ditta = chiuso({ name: testo(), until: T.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }) })
// Who maintains it inside, or as a community, names whom to write to; under a contract, the contractor.
const manutenzione = T.Union([
  chiuso({ type: fra(['internal', 'community']), contacts: elenco(persona) }),
  chiuso({ type: T.Literal('contract'), contractors: elenco(ditta), contacts: T.Optional(elenco(persona)) }),
  chiuso({ type: T.Literal('none') }),
])
const dipendenza = chiuso({
  name: testo(),
  version: T.Optional(testo()),
  versionMin: T.Optional(testo()),
  versionMax: T.Optional(testo()),
  optional: T.Optional(T.Boolean()),
})

const PUBLICCODE = chiuso({
  publiccodeYmlVersion: T.String({ pattern: '^0\\.7(\\.\\d+)?$' }),
  name: testo(),
  url: indirizzo,
  landingURL: T.Optional(indirizzo),
  softwareVersion: T.Optional(testo()),
  releaseDate: T.Optional(T.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  platforms: elenco(testo()),
  categories: T.Optional(elenco(testo())),
  usedBy: T.Optional(elenco(testo())),
  developmentStatus: fra(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: fra([
    'standalone/mobile',
    'standalone/iot',
    'standalone/desktop',
    'standalone/web',
    'standalone/backend',
    'standalone/other',
    'addon',
    'library',
    'configurationFiles',
  ]),
  organisation: chiuso({
    uri: T.String({ pattern: '^(https?://[^\\s/]+|urn:[a-z0-9-]+:)' }),
    name: T.Optional(testo()),
  }),
  description: T.Record(T.String({ pattern: LINGUA }), descrizione, { minProperties: 1, additionalProperties: false }),
  legal: chiuso({ license: testo(), mainCopyrightOwner: T.Optional(testo()) }),
  maintenance: manutenzione,
  localisation: chiuso({
    localisationReady: T.Boolean(),
    availableLanguages: elenco(T.String({ pattern: LINGUA })),
  }),
  dependsOn: T.Optional(
    chiuso({
      open: T.Optional(elenco(dipendenza)),
      proprietary: T.Optional(elenco(dipendenza)),
      hardware: T.Optional(elenco(dipendenza)),
    }),
  ),
})

const leggi = () => parse(readFileSync(join(RADICE, 'publiccode.yml'), 'utf8'))
/** What is wrong, as `where what`. */
const errori = (v: unknown): string[] => [...Errors(PUBLICCODE, v)].map(e => `${e.instancePath || '/'} ${e.message}`)

/** The same file with one place changed; `undefined` takes the key away. */
function con(percorso: string, valore?: unknown) {
  const tutto = leggi()
  const chiavi = percorso.split('.')
  const ultima = chiavi.pop()!
  const dove = chiavi.reduce((o, k) => o[k], tutto)
  if (valore === undefined) delete dove[ultima]
  else dove[ultima] = valore
  return tutto
}

test('publiccode.yml is whole', () => {
  expect(errori(leggi())).toEqual([])
})

test('it says the licence and the version of package.json, and that licence is in LICENSE', () => {
  const pacchetto = JSON.parse(readFileSync(join(RADICE, 'package.json'), 'utf8'))
  const p = leggi()
  expect([p.legal.license, p.softwareVersion]).toEqual([pacchetto.license, pacchetto.version])
  const licenza = readFileSync(join(RADICE, 'LICENSE'), 'utf8')
  expect(licenza).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/)
  expect(licenza).toMatch(/\n *Appendix\n[\s\S]*LiLiQ-R\+\)/)
})

test.each([
  'publiccodeYmlVersion',
  'name',
  'url',
  'platforms',
  'developmentStatus',
  'softwareType',
  'organisation',
  'organisation.uri',
  'description',
  'description.it.shortDescription',
  'description.it.longDescription',
  'description.it.features',
  'legal',
  'legal.license',
  'maintenance',
  'maintenance.type',
  'maintenance.contacts',
  'localisation',
  'localisation.localisationReady',
  'localisation.availableLanguages',
])('without %s it is refused', campo => {
  expect(errori(con(campo))).not.toEqual([])
})

test.each([
  ['publiccodeYmlVersion', '0.4', 'an older version'],
  ['url', 'open-anpr.git', 'an address that is none'],
  ['platforms', [], 'no platform'],
  ['developmentStatus', 'ready', 'a state outside the list'],
  ['softwareType', 'website', 'a type outside the list'],
  ['description', {}, 'no language'],
  ['description.it.shortDescription', 'x'.repeat(151), 'a short description that is long'],
  ['description.it.longDescription', 'x'.repeat(149), 'a long description that is short'],
  ['description.it.features', [], 'no feature'],
  ['description.italiano', leggi().description.it, 'a language that is no code'],
  ['maintenance.type', 'contract', 'a contract without contractor'],
  ['localisation.availableLanguages', ['Italiano'], 'a language in words'],
  ['it', { countryExtensionVersion: '0.2' }, 'the deprecated Italian keys'],
  ['licence', 'EUPL-1.2', 'a key that does not exist'],
])('%s: %j is refused: %s', (campo, valore) => {
  expect(errori(con(campo, valore))).not.toEqual([])
})
