// Builds what the pages need beside HTML: styles, fonts, pictures and our few scripts, under names that carry a
// hash of the content, so that browsers may keep them for ever. Plain JavaScript: it runs before anything is built.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** bootstrap-italia still uses @import and global functions; its warnings are not ours to mend. */
const SILENT = ['import', 'global-builtin', 'color-functions', 'if-function']
/** The weights the styles use. Each is 17-21 kB and already holds latin-ext, which names such as Žiga need. */
const FONTS = { 400: 'regular', 600: '600', 700: '700' }
const COMPRESSED = new Set(['.css', '.js', '.svg'])

const hashed = (name, body) => {
  const ext = extname(name)
  return `${basename(name, ext)}.${createHash('sha256').update(body).digest('hex').slice(0, 10)}${ext}`
}

/** Files of a folder with one of the given endings, deep, in a fixed order. */
async function filesOf(folder, endings) {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(e => e.isFile() && endings.some(end => e.name.endsWith(end)))
    .map(e => join(e.parentPath, e.name))
    .sort()
}

async function write(folder, manifest, name, body) {
  const bytes = Buffer.from(body)
  const file = hashed(name, bytes)
  await writeFile(join(folder, file), bytes)
  if (COMPRESSED.has(extname(file))) {
    const br = await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
    await writeFile(join(folder, `${file}.br`), br)
    await writeFile(join(folder, `${file}.gz`), await promisify(gzip)(bytes, { level: 9 }))
  }
  manifest[name] = file
  return file
}

/** Some of bootstrap-italia's are percent-encoded only where they must, with a bare `width="100%"` elsewhere. */
const decoded = (kind, body) =>
  kind.endsWith(';base64')
    ? Buffer.from(body, 'base64').toString()
    : body.replace(/(?:%[0-9a-f]{2})+/gi, code => decodeURIComponent(code))

/** Pictures written into the CSS as `data:` become files, so that the CSP needs no exception for them. */
async function extractPictures(css, keep) {
  const uri =
    /url\((?:"data:(image\/svg[^,]*),([^"]*)"|'data:(image\/svg[^,]*),([^']*)'|data:(image\/svg[^,]*),([^)]*))\)/gi
  const found = new Map()
  for (const [whole, ...parts] of css.matchAll(uri)) {
    const [kind, body] = parts.filter(p => p !== undefined)
    if (!found.has(whole)) found.set(whole, await keep(`icona-${found.size + 1}.svg`, decoded(kind, body)))
  }
  return [...found].reduce((out, [whole, file]) => out.replaceAll(whole, `url(${file})`), css)
}

async function buildStyles(radice, folder, manifest) {
  const sass = await import('sass')
  const { PurgeCSS } = await import('purgecss')
  const pages = (await filesOf(join(radice, 'src'), ['.tsx'])).filter(f => !f.endsWith('.test.tsx'))
  const sheets = (await filesOf(join(radice, 'src/ui/stile'), ['.scss'])).filter(f => !basename(f).startsWith('_'))
  // Where npm put the package, also when the clone is a workspace of something larger.
  const modules = dirname(dirname(createRequire(join(radice, 'package.json')).resolve('bootstrap-italia/package.json')))
  const fonts = join(modules, 'bootstrap-italia/dist/fonts/Titillium_Web')
  for (const weight of Object.keys(FONTS)) {
    const source = join(fonts, `titillium-web-v10-latin-ext_latin-${FONTS[weight]}.woff2`)
    await write(folder, manifest, `titillium-${weight}.woff2`, await readFile(source))
  }
  for (const sheet of sheets) {
    const { css } = sass.compile(sheet, {
      style: 'compressed',
      loadPaths: [modules],
      quietDeps: true,
      silenceDeprecations: SILENT,
      logger: sass.Logger.silent,
    })
    const [purged] = await new PurgeCSS().purge({
      content: pages,
      css: [{ raw: css }],
      keyframes: true,
      variables: true,
    })
    let out = await extractPictures(purged.css, (name, body) => write(folder, manifest, name, body))
    out = out.replace(/url\((titillium-\d+\.woff2)\)/g, (_, font) => `url(${manifest[font]})`)
    await write(folder, manifest, `${basename(sheet, '.scss')}.css`, out)
  }
}

async function buildScripts(radice, folder, manifest) {
  const scripts = await filesOf(join(radice, 'src/ui/script'), ['.ts', '.js'])
  if (scripts.length === 0) return
  const { transform } = await import('esbuild')
  for (const script of scripts) {
    const source = await readFile(script, 'utf8')
    const { code } = await transform(source, { loader: extname(script) === '.ts' ? 'ts' : 'js', minify: true })
    await write(folder, manifest, `${basename(script, extname(script))}.js`, code)
  }
}

/**
 * Compiles `src/ui/stile`, keeps the rules that pages use, and writes everything with `manifest.json`
 * (logical name → file name) into `uscita`. The folder is replaced whole: a build that fails leaves the old one.
 * @param {{ radice: string, uscita: string }} cartelle the project's folder, and the folder to write
 * @returns {Promise<Record<string, string>>} the manifest
 */
export async function costruisciStili({ radice, uscita }) {
  await mkdir(dirname(uscita), { recursive: true })
  const folder = await mkdtemp(`${uscita}-`)
  try {
    const manifest = {}
    for (const picture of await filesOf(join(radice, 'src/ui/immagini'), ['.svg', '.webp'])) {
      await write(folder, manifest, basename(picture), await readFile(picture))
    }
    await buildStyles(radice, folder, manifest)
    await buildScripts(radice, folder, manifest)
    await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await rm(uscita, { recursive: true, force: true })
    await rename(folder, uscita)
    return manifest
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
