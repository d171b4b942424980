import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { certificatiIn } from '../../identita/cns/emittenti.ts'
import { certificatiDemo } from './certificati.ts'
import { PAROLA } from './file.ts'

const adesso = new Date('2026-11-25T11:00:00Z')
let cartella = ''
beforeAll(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'anpr-certs-'))
  await certificatiDemo({ cartella, adesso })
})
afterAll(() => rm(cartella, { recursive: true }))
const uno = async (nome: string) => certificatiIn(await readFile(join(cartella, nome)))[0]!

test('the server’s certificate is for this machine and of our authority', async () => {
  const [ca, server] = [await uno('ca.pem'), await uno('server.pem')]
  expect(server.checkIssued(ca) && server.verify(ca.publicKey)).toBe(true)
  expect([server.checkHost('localhost'), server.checkIP('127.0.0.1'), server.checkIP('::1')]).toEqual([
    'localhost',
    '127.0.0.1',
    '::1',
  ])
  expect(server.checkHost('altrove.example')).toBeUndefined()
})

test('each card is a PKCS#12 that opens with its word only', async () => {
  const carte = (await readdir(cartella)).filter(n => n.endsWith('.p12'))
  expect(carte.length).toBeGreaterThan(5)
  for (const nome of carte) {
    const pfx = await readFile(join(cartella, nome))
    expect(() => createSecureContext({ pfx, passphrase: PAROLA })).not.toThrow()
    expect(() => createSecureContext({ pfx, passphrase: 'altra' })).toThrow()
  }
})

const openssl = (() => {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8' })
  } catch {
    return undefined
  }
})()
test.skipIf(openssl === undefined)('openssl reads a card, the list of revoked ones and both signatures', () => {
  const dire = (...a: string[]) =>
    execFileSync('openssl', a, { cwd: cartella, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const p12 = 'carta-FMGGLI79E54F205A.p12'
  expect(dire('pkcs12', '-in', p12, '-passin', `pass:${PAROLA}`, '-nokeys')).toContain('FMGGLI79E54F205A/')
  expect(dire('crl', '-inform', 'DER', '-in', 'cns/revocate.crl', '-noout', '-text')).toContain('Serial Number:')
  expect(dire('verify', '-CAfile', 'cns/emittente.pem', 'carta-FMGGLI79E54F205A.pem')).toContain('OK')
})

test('keys are for their owner’s eyes only', async () => {
  for (const nome of ['server.key', 'carta-FMGGLI79E54F205A.p12', 'carta-FMGGLI79E54F205A.pem'])
    expect((await stat(join(cartella, nome))).mode & 0o077, nome).toBe(0)
})

test('what still serves is not written over; what ends within a month is', async () => {
  const prima = new X509Certificate(await readFile(join(cartella, 'server.pem'))).fingerprint256
  expect(await certificatiDemo({ cartella, adesso })).toEqual([])
  const dopo = await certificatiDemo({ cartella, adesso: new Date('2029-01-20T00:00:00Z') })
  expect(dopo.length).toBeGreaterThan(0)
  expect(new X509Certificate(await readFile(join(cartella, 'server.pem'))).fingerprint256).not.toBe(prima)
})
