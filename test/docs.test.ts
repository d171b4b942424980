import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { SETTINGS } from '../src/config.ts'
import { RADICE } from '../src/radice.ts'
import { CONTROLLI } from '../src/subentro/index.ts'

const leggi = (nome: string) => readFileSync(join(RADICE, nome), 'utf8')
const documenti = [
  ...readdirSync(RADICE).filter(n => n.endsWith('.md')),
  ...readdirSync(join(RADICE, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(n => n.endsWith('.md'))
    .map(n => join('docs', n)),
].sort()
/** Rows of all tables in a text, cell by cell. */
const righe = (testo: string) =>
  [...testo.matchAll(/^\|(.*)\|$/gm)].map(([, r]) => r!.split('|').map(cella => cella.trim()))
/** Without code: an example is no link and no heading. */
const prosa = (testo: string) => testo.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, 'x')

/** The anchors that GitHub gives to a document's headings. */
const ancore = (testo: string) =>
  [...testo.replace(/```[\s\S]*?```/g, '').matchAll(/^#+ (.+)$/gm)].map(([, t]) =>
    t!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

test.each(documenti)('%s: its links lead somewhere', nome => {
  const rotti: string[] = []
  for (const [, meta] of prosa(leggi(nome)).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(meta!)) continue
    const [percorso, ancora] = meta!.split('#') as [string, string?]
    const file = percorso ? resolve(RADICE, dirname(nome), percorso) : join(RADICE, nome)
    if (!existsSync(file) || (ancora && !ancore(readFileSync(file, 'utf8')).includes(ancora))) rotti.push(meta!)
  }
  expect(rotti).toEqual([])
})

test.each(documenti)('%s names no path of somebody’s machine', nome => {
  expect(leggi(nome)).not.toMatch(/(?<![\w.])\/(work|home|Users|root)\//)
})

test('every check stands in docs/changes-checks.md, with each severity and its first day', () => {
  const scritti = righe(leggi('docs/changes-checks.md'))
  const mancano = CONTROLLI.flatMap(({ codice, gradi }) =>
    gradi
      .map(g => `${g.grado} ${g.dal}`)
      .filter(g => !scritti.some(([c, da]) => c === codice && da?.split(', ').includes(g)))
      .map(g => `${codice} ${g}`),
  )
  expect(mancano).toEqual([])
})

test('the changelogs begin with what is pending', () => {
  for (const nome of ['CHANGELOG.md', 'docs/changes-contract.md', 'docs/changes-checks.md'])
    expect(/^## (.+)$/m.exec(leggi(nome))?.[1], nome).toBe('Pending')
})

test('the table of rooms is what dependency-cruiser holds', () => {
  const { forbidden } = createRequire(import.meta.url)(join(RADICE, '.dependency-cruiser.cjs')) as {
    forbidden: { name: string; to: { pathNot?: string | string[] } }[]
  }
  const tenuti = Object.fromEntries(
    forbidden.flatMap(({ name, to }) => {
      const stanza = /^arrows-of-(.+)$/.exec(name)?.[1]
      if (!stanza) return []
      const altre = [to.pathNot ?? []].flat().flatMap(p => /^\^src\/(\w+)\/$/.exec(p)?.[1] ?? [])
      return [[stanza, altre.filter(a => a !== stanza).sort()]]
    }),
  )
  const elenco = (cella: string | undefined) => (cella ? cella.split(', ') : [])
  const scritti = Object.fromEntries(
    righe(leggi('docs/architecture.md').split('| room | may import |')[1]!.split('\n\n')[0]!).flatMap(
      ([stanze, puo]) => (stanze?.startsWith('---') ? [] : elenco(stanze).map(s => [s, elenco(puo).sort()])),
    ),
  )
  expect(scritti).toEqual(tenuti)
})

test('decisions are numbered in order, listed, and each has its five parts', () => {
  const file = readdirSync(join(RADICE, 'docs/decisions'))
    .filter(n => /^\d/.test(n))
    .sort()
  expect(file.map(n => Number(n.slice(0, 4)))).toEqual(file.map((_, i) => i + 1))
  const indice = leggi('docs/decisions/README.md')
  for (const n of file) {
    expect(indice).toContain(`](${n})`)
    expect(
      [...leggi(join('docs/decisions', n)).matchAll(/^## (.+)$/gm)].map(([, t]) => t),
      n,
    ).toEqual(['Context', 'Decision', 'What we measured', 'What it costs us', 'When to look again'])
  }
})

test('every setting is named in the changelog for operators', () => {
  const testo = leggi('CHANGELOG.md')
  expect(SETTINGS.map(s => s.nome).filter(n => !testo.includes(`\`${n}\``))).toEqual([])
})

test('the README names every folder of src, and none that is not there', () => {
  const testo = leggi('README.md')
  const cartelle = readdirSync(join(RADICE, 'src'), { withFileTypes: true }).filter(v => v.isDirectory())
  expect(cartelle.map(v => v.name).filter(n => !testo.includes(`\`src/${n}/\``))).toEqual([])
  const nominate = [...testo.matchAll(/`(src\/[^`]*)`/g)].map(([, p]) => p!)
  expect(nominate.filter(p => !existsSync(join(RADICE, p)))).toEqual([])
})

test('files that the documents name are there', () => {
  const manca = documenti
    .filter(d => !d.startsWith(join('docs', 'tables')))
    .flatMap(d =>
      [...leggi(d).matchAll(/`((?:src|test|bin|docs)\/[\w./-]+\.\w+)`/g)]
        .map(([, p]) => p!)
        .filter(p => !existsSync(join(RADICE, p)))
        .map(p => `${relative('.', d)}: ${p}`),
    )
  expect(manca).toEqual([])
})
