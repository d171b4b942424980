import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { leggiConfig, SETTINGS, SettingError } from './config.ts'
import { RADICE } from './radice.ts'

describe('ports', () => {
  test('unset: 8080 and 8443 to 8446', () => {
    expect(leggiConfig({}).porte).toEqual({ http: 8080, https: 8443, cns: 8444, postazione: 8445, carta: 8446 })
  })
  test('where PORT is set, those left unset are PORT + 1, 2, 3, 4 in this order, and those set stay', () => {
    const porte = { http: 9000, https: 9001, cns: 9002, postazione: 9003, carta: 9004 }
    expect(leggiConfig({ PORT: '9000' }).porte).toEqual(porte)
    expect(leggiConfig({ PORT: '9000', CNS_PORT: '7000' }).porte).toEqual({ ...porte, cns: 7000 })
    expect(leggiConfig({ CNS_PORT: '7000' }).porte).toMatchObject({ http: 8080, https: 8443, cns: 7000, carta: 8446 })
  })
  test('the last PORT is the one that leaves room for its four', () => {
    expect(leggiConfig({ PORT: '65531' }).porte.carta).toBe(65_535)
    expect(() => leggiConfig({ PORT: '65532' })).toThrow('PORT=65532: scrivi un numero intero da 1 a 65531')
  })
})

test('an empty setting is an unset one', () => {
  const vuote = Object.fromEntries(SETTINGS.map(s => [s.nome, '']))
  expect(leggiConfig(vuote)).toEqual(leggiConfig({}))
})

test('DATA_DIR is data/ in the clone, wherever the program is called from; a relative one is the caller’s', () => {
  expect(leggiConfig({}).dataDir).toBe(resolve(RADICE, 'data'))
  expect(leggiConfig({ DATA_DIR: 'qui' }).dataDir).toBe(resolve('qui'))
})

test.each(['0', '-1', '1.5', '80 ', '0x50', '1e3', 'abc'])('PORT=%s is refused, saying what to write', PORT => {
  expect(() => leggiConfig({ PORT })).toThrow(SettingError)
  expect(() => leggiConfig({ PORT })).toThrow(`PORT=${PORT}: scrivi un numero intero da 1 a 65531`)
})

test.each([
  'postgres://anpr@db/anpr',
  'postgresql://anpr:p%40ss@10.0.0.1:5433/anpr?sslmode=verify-full',
  'postgres://anpr:x@/anpr?host=/run/postgresql',
])('DATABASE_URL=%s is taken', DATABASE_URL => {
  expect(leggiConfig({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL)
})

test.each(['mysql://a:segreta@b/c', 'anpr:segreta@db', 'postgres://a:segreta@b:porta/c'])(
  'an unusable DATABASE_URL is refused without showing it',
  DATABASE_URL => {
    expect(() => leggiConfig({ DATABASE_URL })).toThrow(/^DATABASE_URL: scrivi postgres:\/\/(?!.*segreta)/)
  },
)

test.each(['https://www.anpr.example', 'http://localhost:8080', 'https://anpr.example/'])(
  'INDIRIZZO=%s is taken, without a final slash',
  INDIRIZZO => {
    expect(leggiConfig({ INDIRIZZO }).indirizzo).toBe(INDIRIZZO.replace(/\/$/, ''))
  },
)

test.each([
  'www.anpr.example',
  'ftp://anpr.example',
  'https://anpr.example/portale',
  'https://a:b@anpr.example',
  'https://anpr.example?x',
  'https://',
])('INDIRIZZO=%s is refused, saying what to write', INDIRIZZO => {
  expect(() => leggiConfig({ INDIRIZZO })).toThrow(/^INDIRIZZO=.*: scrivi solo protocollo e nome/)
})

test('nobody is believed about who is calling, unless PROXY says so', () => {
  expect(leggiConfig({}).proxy).toEqual([])
  expect(leggiConfig({ PROXY: '127.0.0.1, 10.0.0.0/8 ,fd00::/8' }).proxy).toEqual([
    '127.0.0.1',
    '10.0.0.0/8',
    'fd00::/8',
  ])
})

test.each(['true', '10.0.0.0/33', '10.0.0/8', 'fd00::/129', 'proxy.example', '10.0.0.0/8/1', '10.0.0.0/'])(
  'PROXY=%s is refused',
  PROXY => {
    expect(() => leggiConfig({ PROXY })).toThrow(`PROXY=${PROXY}: scrivi indirizzi o reti`)
  },
)

test('every setting that the program reads is in the list', () => {
  const letti = new Set<string>()
  leggiConfig(
    new Proxy({} as Record<string, string | undefined>, {
      get: (_, nome) => {
        letti.add(String(nome))
        return undefined
      },
    }),
  )
  expect([...letti].sort()).toEqual(SETTINGS.map(s => s.nome).sort())
})

describe('the days in which comuni may ask for the contribution', () => {
  test('unset: those of the notice of 2017 as last extended', () => {
    expect(leggiConfig({}).contributo).toEqual({ dal: '2018-02-01', al: '2021-12-31' })
  })
  test.each(['2027-02-29', '1-2-2027', '2027-2-1', '20270201', 'domani'])('%s is no day', CONTRIBUTO_DAL => {
    expect(() => leggiConfig({ CONTRIBUTO_DAL })).toThrow(`CONTRIBUTO_DAL=${CONTRIBUTO_DAL}: scrivi un giorno`)
  })
  test('they do not end before they begin', () => {
    expect(leggiConfig({ CONTRIBUTO_DAL: '2027-01-01', CONTRIBUTO_AL: '2027-01-01' }).contributo.al).toBe('2027-01-01')
    expect(() => leggiConfig({ CONTRIBUTO_DAL: '2027-01-01' })).toThrow('CONTRIBUTO_AL=2021-12-31')
  })
})

describe('SPID and CIE', () => {
  test('unset: level 2, nothing signed, the ministry', () => {
    expect(leggiConfig({}).saml).toMatchObject({
      livello: 2,
      spid: { chiave: undefined, certificati: [] },
      cie: { chiave: undefined },
      ente: { ipa: 'm_it', belfiore: 'H501' },
    })
  })
  test('a key comes with its certificates and a public address', () => {
    const { spid } = leggiConfig({
      SPID_CHIAVE: 'k',
      SPID_CERTIFICATO: 'a, b',
      INDIRIZZO: 'https://anpr.example',
    }).saml
    expect(spid).toMatchObject({ chiave: 'k', certificati: ['a', 'b'] })
  })
  test.each([
    [{ SPID_LIVELLO: '4' }, 'SPID_LIVELLO'],
    [{ SPID_CHIAVE: 'k' }, 'SPID_CERTIFICATO'],
    [{ CIE_CERTIFICATO: 'c' }, 'CIE_CHIAVE'],
    [{ CIE_CHIAVE: 'k', CIE_CERTIFICATO: 'c', INDIRIZZO: 'http://anpr.example' }, 'INDIRIZZO'],
    [{ ENTE_BELFIORE: 'Roma' }, 'ENTE_BELFIORE'],
    [{ ENTE_TELEFONO: '06 123' }, 'ENTE_TELEFONO'],
    [{ ENTE_EMAIL: 'anpr' }, 'ENTE_EMAIL'],
  ])('%j is refused, naming %s', (env, nome) => {
    expect(() => leggiConfig(env)).toThrow(SettingError)
    expect(() => leggiConfig(env)).toThrow(nome)
  })
})
describe('mail', () => {
  test('a server wants a sender; both are taken as they are', () => {
    const posta = { url: 'smtps://io:segreta@posta.esempio.it', mittente: 'ANPR <anpr@esempio.it>' }
    expect(leggiConfig({ SMTP_URL: posta.url, MITTENTE: posta.mittente }).posta).toEqual(posta)
    expect(leggiConfig({ MITTENTE: 'anpr@esempio.it' }).posta).toBeUndefined()
    expect(() => leggiConfig({ SMTP_URL: posta.url })).toThrow(/^MITTENTE: .*serve anche/)
  })
  test.each(['http://io:segreta@posta', 'posta:25', 'smtp://io:segreta@posta:porta'])(
    'an unusable SMTP_URL is refused without showing it',
    SMTP_URL => {
      expect(() => leggiConfig({ SMTP_URL, MITTENTE: 'a@b.it' })).toThrow(/^SMTP_URL: scrivi (?!.*segreta)/)
    },
  )
  test.each(['ANPR', 'a@b, c@d', 'ANPR <a@b>\r\nBcc: c@d', '<a@b>'])('MITTENTE=%j is no sender', MITTENTE => {
    expect(() => leggiConfig({ MITTENTE })).toThrow(SettingError)
  })
})

test.each(['TRIBUTARIA_URL', 'INAD_URL'])('%s wants http', nome => {
  expect(() => leggiConfig({ [nome]: 'ftp://x' })).toThrow(`${nome}=ftp://x: scrivi un indirizzo http://`)
})

test('a trust list for cards wants the certificates of who signs it, and comes by TLS or as a file', () => {
  expect(leggiConfig({}).cns.tsl).toBeUndefined()
  const due = { CNS_TSL: 'https://tsl.example/TSL-IT.xml', CNS_TSL_CERTIFICATO: 'a.pem, b.pem' }
  expect(leggiConfig(due).cns.tsl).toEqual({ fonte: due.CNS_TSL, certificati: ['a.pem', 'b.pem'] })
  expect(() => leggiConfig({ CNS_TSL: 'TSL-IT.xml' })).toThrow('vanno insieme')
  expect(() => leggiConfig({ CNS_TSL_CERTIFICATO: 'a.pem' })).toThrow('vanno insieme')
  expect(() => leggiConfig({ ...due, CNS_TSL: 'http://tsl.example' })).toThrow('https://')
})
