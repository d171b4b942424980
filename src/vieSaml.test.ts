import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { databaseDiProva } from '../test/db.ts'
import { ADESSO, ENTE, fornitore, NOSTRO, TIMBRI } from '../test/saml.ts'
import { leggiConfig, SettingError } from './config.ts'
import { apriChiavi } from './db/index.ts'
import { fornitoriDi, iscrivi } from './identita/index.ts'
import { certificatoPubblico } from './identita/saml/certificati.ts'
import { gestoriSpid, leggiRegistri, vieSaml } from './vieSaml.ts'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'anpr-vie-'))
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }))

const cifra = await apriChiavi(join(DATA_DIR, 'chiavi'), ADESSO.slice(0, 10))
const righe: { msg: string; regole?: string[]; federazione?: string }[] = []
const log = pino({ level: 'info' }, { write: (r: string) => void righe.push(JSON.parse(r)) })
const INDIRIZZO = 'https://anpr.example'
const file = (nome: string, testo: string) => {
  const f = join(DATA_DIR, nome)
  writeFileSync(f, testo)
  return f
}
const SPID_CHIAVE = file('spid.key', NOSTRO.chiave.export({ type: 'pkcs8', format: 'pem' }).toString())
const config = (altro: Record<string, string>) => leggiConfig({ DATA_DIR, INDIRIZZO, ...altro })
const apri = (altro: Record<string, string>, demo = false) => {
  righe.length = 0
  return vieSaml(config(altro), { demo, cifra, adesso: ADESSO, log })
}
const certificato = (nome: string) =>
  file(nome, certificatoPubblico(NOSTRO.chiave, `${INDIRIZZO}/spid/metadata`, { ...ENTE, nome }, ADESSO).toString())

describe('the ways in by SAML', () => {
  test('are closed where no key is set and it is no demo', async () => {
    const vie = apri({})
    expect(vie.servizi).toEqual({ spid: undefined, cie: undefined })
  })

  test('in a demo have keys of their own, made once and for us alone', () => {
    const prima = apri({}, true).servizi.spid!
    const dopo = apri({}, true).servizi.spid!
    expect(dopo.certificati[0]!.raw.equals(prima.certificati[0]!.raw)).toBe(true)
    expect(statSync(join(DATA_DIR, 'certs/spid.key')).mode & 0o777).toBe(0o600)
  })

  test('take key and certificate from files; a rule of the federation that is broken is in the log', () => {
    const buono = apri({ SPID_CHIAVE, SPID_CERTIFICATO: certificato('Ministero dell’Interno') })
    expect(buono.servizi.spid!.acs).toBe(`${INDIRIZZO}/accesso/spid/acs`)
    expect(righe).toEqual([])
    apri({ SPID_CHIAVE, SPID_CERTIFICATO: certificato('Altro ente') })
    expect(righe.map(r => r.regole)).toEqual([['11.1']])
  })

  test.each([
    [
      'a certificate of another key',
      { SPID_CHIAVE, SPID_CERTIFICATO: file('altro.pem', TIMBRI.altro.certificato.toString()) },
    ],
    ['no such file', { SPID_CHIAVE, SPID_CERTIFICATO: '/non/c/è.pem' }],
    ['no PEM', { SPID_CHIAVE: file('vuoto', 'x'), SPID_CERTIFICATO: '/non/c/è.pem' }],
  ])('do not open with %s, and say which setting', (_che, env) => {
    expect(() => apri(env)).toThrow(SettingError)
    expect(() => apri(env)).toThrow('SPID_CHIAVE')
  })
})

describe('registries', () => {
  const banca = databaseDiProva()
  test('that cannot be read are an error in the log; whom we knew we go on showing', async () => {
    const job = banca.apri('anpr_job')
    await job.tx(tx => iscrivi(tx, 'spid', [fornitore('spid')], ADESSO))
    const env = { SPID_CHIAVE, SPID_CERTIFICATO: certificato('Ministero dell’Interno'), SPID_REGISTRO: '/non/c/è.xml' }
    const vie = apri(env)
    await leggiRegistri(job, config(env), vie, ADESSO, log)
    expect(righe.map(r => [r.federazione, r.msg])).toEqual([['spid', 'registry not read: the last copy stays']])
    expect(await fornitoriDi(banca.apri('anpr_web'), 'spid')).toHaveLength(1)
    expect(await gestoriSpid(banca.apri('anpr_web'), vie)).toEqual([
      { nome: 'https://idp.example', href: '/accesso/spid/idp-example' },
    ])
    expect(await gestoriSpid(banca.apri('anpr_web'), apri({}))).toEqual([])
  })
})
