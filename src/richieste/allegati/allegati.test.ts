import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { jpeg, pdf, png } from '../../../test/immagini.ts'
import { utenteN } from '../../../test/utente.ts'
import { apriChiavi, type Cifra, type Db } from '../../db/index.ts'
import { type Allegato, allega, allegatiDi, apriRettifica, clamd, iniziaBozza, leggiAllegato } from '../index.ts'
import { nomeSicuro } from './allegati.ts'
import { esamina } from './formato.ts'

const banca = databaseDiProva()
const LIMITI = { byte: 1_000_000, tutti: 1_500_000, quanti: 5 }
let db: Db
let cifra: Cifra
let n = 0
beforeAll(async () => {
  db = banca.apri('anpr_web')
  cifra = await apriChiavi(await mkdtemp(join(tmpdir(), 'chiavi-')), '2026-03-01')
  await db.tx(tx => apriRettifica(tx, { comune: 0, dal: '2026-01-01', chi: 'ministero' }))
})
const ADESSO = '2026-03-02T10:00:00Z'
const bozza = async () =>
  (await db.tx(tx => iniziaBozza(tx, { utente: utenteN(++n), scheda: '1', comune: 1, adesso: ADESSO }))).id
const carica = (richiesta: string, dati: Buffer, o: { nome?: string; dove?: string } = {}) =>
  db.tx(tx =>
    allega(
      tx,
      { cifra, limiti: LIMITI, antivirus: o.dove ? clamd(o.dove) : undefined },
      { richiesta, nome: o.nome ?? 'atto.pdf', dati, mano: 'cittadino', adesso: ADESSO },
    ),
  )
const leggi = async (a: Allegato) => {
  const pezzi = []
  for await (const p of leggiAllegato(db, cifra, a)) pezzi.push(p)
  return Buffer.concat(pezzi)
}

test('what goes in comes out, and what lies in the database shows nothing of it', async () => {
  const r = await bozza()
  const dati = pdf(700_000)
  const a = (await carica(r, dati)) as Allegato
  expect(await leggi(a)).toEqual(dati)
  const { rows } = await db.pool.query('select dati from allegato_pezzo where allegato_id = $1 order by n', [a.id])
  expect(rows.length).toBe(3)
  // Long enough that no random bytes spell them: three letters in 700 kB are one run in twenty-four.
  for (const chiaro of ['%PDF-', 'xxxxxxxx']) {
    expect(dati.includes(chiaro)).toBe(true)
    for (const { dati: d } of rows) expect(d.includes(chiaro)).toBe(false)
  }
})
test('a piece that was lost, or put in another’s place, does not open', async () => {
  const r = await bozza()
  const a = (await carica(r, pdf(700_000))) as Allegato
  await db.pool.query('delete from allegato_pezzo where allegato_id = $1 and n = 1', [a.id])
  await expect(leggi(a)).rejects.toThrow('missing')
  await db.pool.query(
    'insert into allegato_pezzo select allegato_id, 1, dati from allegato_pezzo where allegato_id = $1 and n = 0',
    [a.id],
  )
  await expect(leggi(a)).rejects.toThrow()
})
test('the same document twice is one; too many, or too much, are refused', async () => {
  const r = await bozza()
  const uno = (await carica(r, png(4))) as Allegato
  expect(((await carica(r, png(4), { nome: 'altro.png' })) as Allegato).id).toBe(uno.id)
  expect(await carica(r, pdf(1_000_001))).toEqual({ difetto: 'grande' })
  await carica(r, pdf(900_000))
  expect(await carica(r, pdf(800_000))).toEqual({ difetto: 'troppi' })
  for (let i = 0; i < 3; i++) await carica(r, pdf(i))
  expect(await carica(r, pdf(9))).toEqual({ difetto: 'troppi' })
  expect((await allegatiDi(db, r)).length).toBe(5)
})
test('a file is what its content is, whatever it is called', async () => {
  const r = await bozza()
  expect(await carica(r, png(4), { nome: '../../etc/passwd.exe' })).toMatchObject({
    formato: 'png',
    nome: 'passwd.png',
  })
  for (const dati of [
    Buffer.from('<html><script>alert(1)</script>'),
    Buffer.from('PK\x03\x04'),
    Buffer.from('MZ'),
    Buffer.from('GIF89a'),
  ])
    expect(await carica(r, dati, { nome: 'foto.png' })).toEqual({ difetto: 'formato' })
  expect(await carica(r, Buffer.alloc(0))).toEqual({ difetto: 'vuoto' })
})
test('names keep their letters and mean nothing to a path, a header or a spreadsheet', () => {
  for (const [nome, sicuro] of [
    ['C:\\Users\\anna\\Atto di nascita (copia).PDF', 'Atto di nascita _copia_.pdf'],
    ['perché"; filename=x.html', 'perché__ filename_x.pdf'],
    ['a\r\nSet-Cookie: x', 'a__Set-Cookie_ x.pdf'],
    ['...', 'documento.pdf'],
    ['x'.repeat(500), `${'x'.repeat(80)}.pdf`],
  ])
    expect(nomeSicuro(nome!, 'pdf')).toBe(sicuro)
})
test('cut anywhere, a file is refused', () => {
  for (const intero of [png(8), jpeg(), pdf(3000)])
    for (let k = 9; k < intero.length - 8; k += 7)
      expect([k, esamina(intero.subarray(0, k))]).toEqual([
        k,
        { difetto: expect.stringMatching(/troncato|danneggiato/) },
      ])
})
test('pictures that would open into gigapixels, and PDFs with a password, are refused before anybody opens them', () => {
  const bomba = png(8)
  bomba.writeUInt32BE(60_000, 16)
  expect(esamina(bomba)).toEqual({ difetto: 'danneggiato' })
  expect(esamina(jpeg({ larghezza: 60_000, altezza: 60_000 }))).toEqual({ difetto: 'enorme' })
  expect(esamina(Buffer.from(pdf().toString().replace('/Root', '/Encrypt 3 0 R/Root')))).toEqual({
    difetto: 'protetto',
  })
})
test('where and when a photograph was taken does not get through; how it is turned does', () => {
  for (const foto of [png(8), jpeg({ verso: 6 })]) {
    const v = esamina(foto) as { pulito: Buffer }
    expect(v.pulito.includes('GPS') || v.pulito.includes('fatta da me')).toBe(false)
    expect(esamina(v.pulito)).toEqual(v)
  }
  const v = esamina(jpeg({ verso: 6 })) as { pulito: Buffer }
  expect(v.pulito.includes('Exif')).toBe(true)
  expect((esamina(jpeg({ verso: 1 })) as { pulito: Buffer }).pulito.includes('Exif')).toBe(false)
})

/** Answers as clamd does, by its protocol; the real one is tried in `.ci/run` where Debian's is installed. */
const finto = async (risposta: (dati: Buffer) => string) => {
  const server = createServer(s => {
    let tutto = Buffer.alloc(0)
    s.on('error', () => {})
    s.on('data', (d: Buffer) => {
      tutto = Buffer.concat([tutto, d])
      const pezzi = []
      for (let i = 'zINSTREAM\0'.length; i + 4 <= tutto.length; ) {
        const l = tutto.readUInt32BE(i)
        if (l === 0) return s.end(risposta(Buffer.concat(pezzi)))
        pezzi.push(tutto.subarray(i + 4, i + 4 + l))
        i += 4 + l
      }
    })
  })
  await new Promise<void>(si => server.listen(0, '127.0.0.1', si))
  return { dove: `127.0.0.1:${(server.address() as { port: number }).port}`, chiudi: () => server.close() }
}
test('a virus is refused; a scanner that does not answer lets nothing through', async () => {
  const r = await bozza()
  const s = await finto(d => (d.includes('cattivo') ? 'stream: Anpr.Prova FOUND\0' : 'stream: OK\0'))
  expect(await carica(r, Buffer.concat([pdf(), Buffer.from('cattivo\n%%EOF')]), s)).toEqual({ difetto: 'virus' })
  expect(await carica(r, pdf(200_000), s)).toMatchObject({ formato: 'pdf' })
  s.chiudi()
  expect(await carica(r, pdf(5), s)).toEqual({ difetto: 'non esaminabile' })
  const rotto = await finto(() => 'INSTREAM size limit exceeded. ERROR\0')
  expect(await carica(r, pdf(6), rotto)).toEqual({ difetto: 'non esaminabile' })
  rotto.chiudi()
})
