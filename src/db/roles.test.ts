import { describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { type Db, prepareDatabase, type Ruolo, type Tx } from './index.ts'
import { sqlDaFile } from './sql.ts'

const banca = databaseDiProva()
const aperte = new Map<Ruolo, Db>()
const da = (r: Ruolo) => aperte.get(r) ?? aperte.set(r, banca.apri(r)).get(r)!
/** Tries a statement as a role and takes it back: refused is PostgreSQL's code for a missing right. */
const prova = (r: Ruolo, testo: string) =>
  da(r)
    .tx(async (tx: Tx) => {
      await tx.run(sqlDaFile(testo))
      throw new Error('allowed')
    })
    .catch((e: Error & { code?: string }) => (e.code === '42501' ? 'refused' : (e.code ?? e.message)))

const RIFERIMENTO = [
  'regione',
  'provincia',
  'prefettura',
  'comune',
  'comune_periodo',
  'successione',
  'stato',
  'consolato',
  'consolato_competenza',
  'territorio_caricato',
]

describe.each<Ruolo>(['anpr_web', 'anpr_job'])('%s', ruolo => {
  test.each(['accesso', 'accesso_altro', 'accesso_svincolo', 'accesso_sigillo'])(
    'may not update, delete or empty %s: who looked stays written',
    async tabella => {
      const colonna = tabella === 'accesso_sigillo' ? 'catena' : 'chi'
      for (const testo of [`update ${tabella} set ${colonna} = 'x'`, `delete from ${tabella}`, `truncate ${tabella}`])
        expect([testo, await prova(ruolo, testo)]).toEqual([testo, 'refused'])
    },
  )
  test('appends to accesso only through accesso_registra, which a reading query calls; and may read it', async () => {
    const riga = "insert into accesso (ruolo, chi, finalita, servizio, scheda_id) values ('x', 'x', 1, 'x', 1)"
    expect(await prova(ruolo, riga)).toBe('refused')
    const motivo = '{"ruolo": "x", "chi": "x", "finalita": 1, "servizio": "x"}'
    expect(await prova(ruolo, `select accesso_registra('${motivo}', 1)`)).toBe('allowed')
    expect(await prova(ruolo, `select accesso_registra('${motivo}', '{1}', 7, '{"1": ["residenza"]}')`)).toBe('allowed')
    expect(await prova(ruolo, 'select from accesso')).toBe('allowed')
  })
  test.each(RIFERIMENTO)('reads the reference table %s and may not write it', async tabella => {
    expect(await prova(ruolo, `select from ${tabella}`)).toBe('allowed')
    for (const testo of [`delete from ${tabella}`, `truncate ${tabella}`, `insert into ${tabella} default values`])
      expect([testo, await prova(ruolo, testo)]).toEqual([testo, 'refused'])
  })
  test('may not make a database a demo, nor touch the list of migrations, nor create tables', async () => {
    for (const testo of [
      'insert into demo (scala) values (1000)',
      'update demo set scala = 1',
      'delete from demo',
      'delete from migrazione',
      'create table public.mia ()',
      'drop table scheda',
    ])
      expect([testo, await prova(ruolo, testo)]).toEqual([testo, 'refused'])
  })
  test('may not become another role', async () => {
    const altro = ruolo === 'anpr_web' ? 'anpr_job' : 'anpr_web'
    const db = da(ruolo)
    const { rows } = await db.pool.query(
      `select pg_has_role('${ruolo}', '${altro}', 'member') or pg_has_role('${ruolo}', 'anpr_migra', 'member') as puo`,
    )
    expect(rows).toEqual([{ puo: false }])
  })
})

test('anpr_web adds to the register only what operations add: what subentro and the nightly count write is closed', async () => {
  for (const tabella of ['duplicato', 'fornitura', 'invio', 'anomalia', 'conteggio', 'comune_cammino'])
    for (const testo of [`insert into ${tabella} default values`, `delete from ${tabella}`])
      expect([testo, await prova('anpr_web', testo)]).toEqual([testo, 'refused'])
})

test.each<Ruolo>(['anpr_web', 'anpr_job'])('%s appends to the history and never rewrites it', async ruolo => {
  for (const tabella of ['effetto', 'notifica', 'movimento', 'operazione'])
    for (const testo of [`update ${tabella} set comune_id = 1`, `delete from ${tabella}`, `truncate ${tabella}`]) {
      const detto = testo.replace('effetto set comune_id', 'effetto set op_id')
      expect([detto, await prova(ruolo, detto)]).toEqual([detto, 'refused'])
    }
  expect(await prova(ruolo, 'update operazione set definita = null where false')).toBe('allowed')
})

test.each<Ruolo>(['anpr_web', 'anpr_job'])(
  '%s may not read what identity providers sent, nor change it',
  async ruolo => {
    for (const tabella of ['saml_traccia', 'saml_traccia_altro'])
      for (const testo of [
        `select from ${tabella}`,
        `insert into ${tabella} default values`,
        `update ${tabella} set chiave = ''`,
        `delete from ${tabella}`,
        `truncate ${tabella}`,
      ])
        expect([testo, await prova(ruolo, testo)]).toEqual([testo, 'refused'])
  },
)

test('anpr_web may not say who vouches for people, nor make a used login live again', async () => {
  for (const testo of [
    'insert into saml_fornitore default values',
    "update saml_fornitore set certificati = '{}'",
    'delete from saml_fornitore',
    'delete from saml_richiesta',
    "update saml_richiesta set browser = ''",
    'update saml_richiesta set scade = now()',
    "select saml_traccia_mesi('2030-01-01')",
  ])
    expect([testo, await prova('anpr_web', testo)]).toEqual([testo, 'refused'])
  expect(
    await prova('anpr_job', "select saml_traccia_scrivi(now(), '', 'Q', '', '', '', '', '', '', '', '', '', '', '')"),
  ).toBe('refused')
})

test('nobody but the migrations deletes from the register', async () => {
  for (const tabella of ['scheda', 'gruppo', 'unione', 'operazione', 'id_comune', 'fornitura', 'anomalia'])
    for (const ruolo of ['anpr_web', 'anpr_job'] as const)
      expect([tabella, await prova(ruolo, `delete from ${tabella}`)]).toEqual([tabella, 'refused'])
})

test('who has come in is changed by sites only, and nobody rewrites who a session is of', async () => {
  for (const ruolo of ['anpr_web', 'anpr_job'] as const) {
    for (const testo of [
      'update sessione set utente = gen_random_uuid() where false',
      "update sessione set token = '' where false",
      "update utente set codice_fiscale = '' where false",
      'delete from utente where false',
      'update ingresso set browser = browser where false',
    ])
      expect([ruolo, testo, await prova(ruolo, testo)]).toEqual([ruolo, testo, 'refused'])
  }
  for (const tabella of ['utente', 'sessione', 'ingresso'])
    expect(await prova('anpr_job', `insert into ${tabella} default values`)).toBe('refused')
})

test('which cards are believed, and which were revoked, no site may say', async () => {
  for (const testo of [
    'insert into cns_emittente default values',
    'update cns_emittente set tolto = null where false',
    'delete from cns_revoca where false',
    'insert into cns_revoca default values',
    'update cns_elenco set prossimo = null where false',
    "insert into cns_elenco (emittente, indirizzo, chiesto, emesso) values ('', '', now(), now())",
  ])
    expect([testo, await prova('anpr_web', testo)]).toEqual([testo, 'refused'])
})

test('preparing a database can be repeated, also by several at once', async () => {
  await prepareDatabase(banca.url())
  // Several processes start at once behind a balancer.
  await Promise.all(Array.from({ length: 5 }, () => prepareDatabase(banca.url())))
})

test('only the jobs seal accesso, and only they send what people are told', async () => {
  const sigillo = "insert into accesso_sigillo values (now(), 0, sha256(''), sha256(''))"
  expect([await prova('anpr_web', sigillo), await prova('anpr_job', sigillo)]).toEqual(['refused', 'allowed'])
  const spedito = 'update messaggio set tentativi = 1'
  expect([await prova('anpr_web', spedito), await prova('anpr_job', spedito)]).toEqual(['refused', 'allowed'])
})
