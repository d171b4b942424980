import { X509Certificate } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emittentiIn } from '../../identita/index.ts'
import { RADICE } from './certificati.ts'
import { PAROLA, scrittore, èInventata } from './file.ts'
import { certificatiUffici } from './uffici.ts'
import { autorità, pem } from './x509.ts'

const adesso = new Date('2026-11-25T11:00:00Z')
const persona = { codiceFiscale: 'FMGGLI79E54F205A', cognome: 'Fumagalli', nome: 'Giulia' }
const MILANO = { sigla: '015146', postazione: '015146-CO-0001', persona }
const MINISTERO = { sigla: 'ministero', postazione: 'MI-0001', persona }
let cartella = ''
let scritti: string[] = []
const nella = (nome: string) => join(cartella, nome)
const uno = async (nome: string) => new X509Certificate(await readFile(nella(nome)))

beforeAll(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'anpr-uffici-'))
  const radice = await autorità(RADICE, { dal: adesso, al: new Date('2036-01-01T00:00:00Z') })
  const { scrivi } = scrittore(cartella)
  await scrivi('ca.pem', pem(radice.certificato, 'CERTIFICATE'))
  await scrivi('ca.key', radice.chiavi.privateKey.export({ format: 'pem', type: 'pkcs8' }))
  scritti = await certificatiUffici({ cartella, adesso, uffici: [MILANO, MINISTERO] })
})
afterAll(() => rm(cartella, { recursive: true }))

test('a comune gets software, workstation and card, the ministry no software; each of its own authority, under one root', async () => {
  const nomi = (await readdir(cartella)).filter(n => n.endsWith('.p12')).sort()
  expect(nomi).toEqual(
    ['carta-015146', 'carta-ministero', 'comune-015146', 'postazione-015146', 'postazione-ministero'].map(
      n => `${n}.p12`,
    ),
  )
  const radice = await uno('ca.pem')
  for (const [file, dove] of [
    ['comune-015146.pem', 'comuni'],
    ['postazione-015146.pem', 'postazioni'],
    ['carta-015146.pem', 'carte'],
  ] as const) {
    const [x, da] = [await uno(file), await uno(`${dove}/emittente.pem`)]
    expect([
      x.checkIssued(da) && x.verify(da.publicKey),
      da.checkIssued(radice) && da.verify(radice.publicKey),
    ]).toEqual([true, true])
  }
})
test('a workstation is named as the ministry names them, a card by its holder', async () => {
  expect((await uno('postazione-015146.pem')).subject.split('\n').reverse().join(', ')).toBe(
    "CN=015146-CO-0001, OU=Postazioni di lavoro, OU=Anagrafe Nazionale Popolazione Residente, O=Ministero dell'Interno, C=IT",
  )
  expect((await uno('carta-015146.pem')).subject).toMatch(/^CN=FMGGLI79E54F205A\//m)
})
test('each is a PKCS#12 that opens with its word only, for its owner’s eyes only', async () => {
  for (const file of scritti.filter(f => f.endsWith('.p12'))) {
    const pfx = await readFile(file)
    expect(() => createSecureContext({ pfx, passphrase: PAROLA })).not.toThrow()
    expect(() => createSecureContext({ pfx, passphrase: 'altra' })).toThrow()
  }
  for (const file of scritti) expect((await stat(file)).mode & 0o077, file).toBe(0)
})
test('what still serves is not written over; another comune is added', async () => {
  const prima = (await uno('comune-015146.pem')).fingerprint256
  expect(await certificatiUffici({ cartella, adesso, uffici: [MILANO, MINISTERO] })).toEqual([])
  const altra = { ...MILANO, sigla: '083090', postazione: '083090-CO-0001' }
  const nuovi = await certificatiUffici({ cartella, adesso, uffici: [MILANO, altra] })
  expect(nuovi.every(f => f.includes('083090'))).toBe(true)
  expect((await uno('comune-015146.pem')).fingerprint256).toBe(prima)
})
test('a real register does not start with a demo’s authority in its folders, be it the root', async () => {
  for (const dove of ['comuni', 'postazioni', 'carte']) {
    expect(await emittentiIn(nella(dove))).toHaveLength(1)
    await expect(emittentiIn(nella(dove), èInventata)).rejects.toThrow(/inventato, toglilo: questo registro è vero/)
  }
  await rm(nella('cns'), { recursive: true, force: true })
  const { scrivi } = scrittore(cartella)
  await scrivi('soli/ca.pem', await readFile(nella('ca.pem')))
  await expect(emittentiIn(nella('soli'), èInventata)).rejects.toThrow(/questo registro è vero/)
})
