import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XmlDocument } from 'libxml2-wasm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RADICE } from '../../src/radice.ts'
import { costruisciStili } from './portal.ts'

// A project of one page that uses what carries pictures in bootstrap-italia: fields, checks, switches, selects.
const PAGE = `export const page = (
  <p class="form-check-input form-check form-switch form-select form-control is-invalid is-valid was-validated">
    <input type="checkbox" class="used" /><select />
  </p>
)`
let radice: string
let uscita: string

beforeAll(async () => {
  radice = await mkdtemp(join(tmpdir(), 'anpr-stili-'))
  uscita = join(radice, 'dist/statici')
  await mkdir(join(radice, 'src/ui'), { recursive: true })
  await cp(join(RADICE, 'src/ui/stile'), join(radice, 'src/ui/stile'), { recursive: true })
  await writeFile(join(radice, 'src/Page.tsx'), PAGE)
  await writeFile(join(radice, 'package.json'), '{}')
  await symlink(join(RADICE, 'node_modules'), join(radice, 'node_modules'))
  await costruisciStili({ radice, uscita })
})
afterAll(() => rm(radice, { recursive: true, force: true }))

const css = async () => {
  const file = (await readdir(uscita)).find(f => /^stile\..*\.css$/.test(f)) ?? ''
  return readFile(join(uscita, file), 'utf8')
}

test('pictures that bootstrap-italia writes into its styles become files, each a whole SVG', async () => {
  expect(await css()).not.toContain('data:')
  const pictures = (await readdir(uscita)).filter(f => /^icona-.*\.svg$/.test(f))
  expect(pictures.length).toBeGreaterThan(3)
  for (const p of pictures) {
    const text = await readFile(join(uscita, p), 'utf8')
    expect(XmlDocument.fromString(text).root.name, text).toBe('svg')
    expect(await css()).toContain(`url(${p})`)
  }
})

test('rules that no page uses are not sent', async () => {
  expect(await css()).toContain('.form-switch')
  expect(await css()).not.toContain('.breadcrumb')
})

test('a build that fails leaves the last one in place, and nothing else', async () => {
  const before = await readdir(uscita)
  await writeFile(join(radice, 'src/ui/stile/rotto.scss'), 'a { color: $unknown }')
  await expect(costruisciStili({ radice, uscita })).rejects.toThrow('Undefined variable')
  expect(await readdir(uscita)).toEqual(before)
  expect(await readdir(join(radice, 'dist'))).toEqual(['statici'])
})
