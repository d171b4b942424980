import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import {
  comuneLibero,
  convivenza,
  famiglia,
  type Invio,
  persona,
  porta,
  scriviFornitura,
  TERRITORIO,
} from '../../test/fornitura.ts'
import type { TipoGeneralitaSoggetto } from '../contratto/index.ts'
import type { Db } from '../db/index.ts'
import { documento, fornituraDemo } from '../demo/index.ts'
import { type FornituraInMemoria, leggiInsieme, luoghiDi, subentroInsieme } from './index.ts'

const insieme = databaseDiProva()
const unoAllaVolta = databaseDiProva()
const aperte = new Map<typeof insieme, Db>()
const db = (banca: typeof insieme) => {
  const aperta = aperte.get(banca) ?? banca.apri('anpr_job')
  aperte.set(banca, aperta)
  return aperta
}

const OGGI = '2026-11-25'
const IL = `${OGGI}T10:00:00+01:00`

/** A fornitura as one plain .xml, for either way. */
function fornitura(
  istat: string,
  invio: Invio,
  muta?: (xml: string) => string,
): { file: string; f: FornituraInMemoria } {
  const [scritto] = scriviFornitura(istat, [invio], { xml: true, ...(muta && { muta }) })
  const nome = `${istat}_SUBAPR_1_1_1.xml`
  const file = join(dirname(scritto!), nome)
  renameSync(scritto!, file)
  const testo = readFileSync(file, 'utf8')
  return { file, f: { comune: TERRITORIO.comuneAttivo(istat)!.comune, oggi: OGGI, registrata: IL, nome, testo } }
}
const entrano = async (forniture: readonly FornituraInMemoria[]) => {
  const qui = db(insieme)
  const lasciate = await subentroInsieme(qui, await leggiInsieme(qui, forniture, luoghiDi(TERRITORIO)), 'prova')
  return lasciate.map(f => f.nome.slice(0, 6))
}

/** The register of a comune, each row named by the comune's own ids instead of ours. */
const REGISTRO = `
  with mie as (select * from id_comune where comune_id = $1),
  s as (select oggetto as id, locale from mie where tipo = 'S'),
  g as (select oggetto as id, locale from mie where tipo = 'G')
  select 'scheda' as cosa, s.locale, to_jsonb(x) - '{id,id_anpr,gruppo_id,padre_id,madre_id,op_base}'::text[] as riga,
         array[g.locale, p.locale, m.locale, o.decorrenza::text] as legami
    from scheda x left join s on s.id = x.id left join g on g.id = x.gruppo_id left join s p on p.id = x.padre_id
    left join s m on m.id = x.madre_id left join operazione o on o.id = x.op_base where x.comune_id = $1
  union all
  select 'gruppo', g.locale, to_jsonb(x) - '{id,responsabile_id,op_base}'::text[], array[s.locale, o.decorrenza::text]
    from gruppo x left join g on g.id = x.id left join s on s.id = x.responsabile_id
    left join operazione o on o.id = x.op_base where x.comune_id = $1
  union all
  select 'unione', a.locale, to_jsonb(x) - '{id,a_id,b_id,op_in}'::text[], array[b.locale, o.decorrenza::text]
    from unione x join s a on a.id = x.a_id left join s b on b.id = x.b_id left join operazione o on o.id = x.op_in
  union all
  select 'id', locale, to_jsonb(mie) - 'oggetto', '{}' from mie
  union all
  select 'operazione', null, to_jsonb(x) - 'id', '{}' from operazione x where comune_id = $1
  union all
  select 'fornitura', i.nome, to_jsonb(x) - '{id,op_id}'::text[] || to_jsonb(i) - 'fornitura_id', array[o.servizio]
    from fornitura x join invio i on i.fornitura_id = x.id left join operazione o on o.id = x.op_id where x.comune_id = $1
  union all
  select 'anomalia', x.locale, to_jsonb(x) - '{id,fornitura_id,scheda_id,gruppo_id}'::text[], '{}'
    from anomalia x join fornitura f on f.id = x.fornitura_id where f.comune_id = $1
  order by 1, 2, 3, 4`
const registro = async (banca: typeof insieme, istat: string) =>
  (await db(banca).pool.query(REGISTRO, [TERRITORIO.comuneAttivo(istat)!.comune])).rows

const nominato = (istat: string, id: string | undefined) => ({
  cognome: 'X',
  nome: 'Y',
  ...(id && { idSchedaSoggettoComune: { idSchedaSoggettoComuneIstat: istat, idSchedaSoggetto: id } }),
})
/** Six people in two families and perhaps a convivenza, who name each other, themselves or nobody as partner and parent. */
const intreccio = fc.record({
  conConvivenza: fc.boolean(),
  /** who heads the convivenza, or the first family as tutore, though perhaps no member of it */
  responsabile: fc.constantFrom('1', '2', '5', 'ALTROVE', 'CF', undefined),
  persone: fc.array(
    fc.record({
      sposa: fc.constantFrom('matrimonio', 'unione', 'convivenza', undefined),
      chi: fc.constantFrom('ACCANTO', 'ACCANTO', '1', '2', '3', '4', '5', '6', 'ALTROVE', undefined),
      padre: fc.constantFrom('1', '2', '3', '4', '5', '6', 'ALTROVE', undefined),
      madre: fc.constantFrom('1', '2', undefined),
    }),
    { minLength: 6, maxLength: 6 },
  ),
})

/** One that nobody else has; the register does not ask whether it is right. */
const codiceDi = (istat: string, n: number) => `RSSNNA${istat}A${n}ZZ`

function invioDi(istat: string, i: typeof intreccio extends fc.Arbitrary<infer V> ? V : never): Invio {
  const soggetti = i.persone.map((p, n) => {
    const altro = nominato(istat, p.chi === 'ACCANTO' ? String((n ^ 1) + 1) : p.chi)
    const sezioni: Partial<TipoGeneralitaSoggetto> = {
      ...(p.sposa === 'matrimonio' && { matrimonio: { coniuge: altro, datiMatrimonio: { dataEvento: '2005-06-18' } } }),
      ...(p.sposa === 'unione' && {
        unioneCivile: { unitoCivilmente: altro, attoUnione: { dataEvento: '2017-06-18' } },
      }),
      ...(p.sposa === 'convivenza' && { convivenzaDiFatto: { convivente: altro } }),
      ...(p.padre && { paternita: { generalita: nominato(istat, p.padre) } }),
      ...(p.madre && { maternita: { generalita: nominato(istat, p.madre) } }),
    }
    const dove =
      n < 2 && i.conConvivenza
        ? { convivenza: '30', legame: n === 0 && !i.responsabile ? '1' : '2' }
        : { famiglia: n < 4 ? '10' : '20', legame: n % 2 === 0 ? '1' : '2' }
    if (!i.conConvivenza && n === 2) dove.legame = '3'
    const codice = { generalita: { codiceFiscale: { codFiscale: codiceDi(istat, n) } } }
    return persona(istat, String(n + 1), dove, { ...sezioni, ...codice })
  })
  const tutore = i.responsabile && {
    tipoTutoreIntestatario: {
      generalita:
        i.responsabile === 'CF'
          ? { ...nominato(istat, undefined), codiceFiscale: { codFiscale: codiceDi(istat, 3).toLowerCase() } }
          : nominato(istat, i.responsabile),
      dataIntestarioConvivenza: '2010-01-01',
    },
  }
  return {
    soggetti,
    famiglie: [famiglia(istat, '10', i.conConvivenza ? {} : tutore), famiglia(istat, '20')],
    ...(i.conConvivenza && { convivenze: [convivenza(istat, '30', tutore)] }),
  }
}

test('comuni brought in together stand in the register row by row as if each had come by itself', async () => {
  let quante = 0
  await fc.assert(
    fc.asyncProperty(fc.array(intreccio, { minLength: 2, maxLength: 4 }), async intrecci => {
      const coppie = intrecci.map(i => {
        const istat = comuneLibero().codice_istat!
        return { istat, ...fornitura(istat, invioDi(istat, i)) }
      })
      expect(await entrano(coppie.map(c => c.f))).toEqual([])
      for (const { istat, file } of coppie) {
        expect((await porta(db(unoAllaVolta), [file], { adesso: () => IL })).stato).toBe('conclusa')
        const suo = await registro(unoAllaVolta, istat)
        expect(await registro(insieme, istat)).toEqual(suo)
        quante += suo.filter(r => r.cosa === 'unione').length
      }
    }),
    { numRuns: 12 },
  )
  expect(quante).toBeGreaterThan(30)
})

test('so do the people of the demo, those abroad, foreigners, minorities and convivenze among them', async () => {
  const comuni = ['007003', '021011', '022006', '031007', '069057', '090049', '058047', '093009']
  const scritte = comuni.map(istat => {
    const f = fornituraDemo(istat, 250, OGGI)
    const nome = `${istat}_SUBAPR_1_1_1.xml`
    const file = join(mkdtempSync(join(tmpdir(), 'insieme-')), nome)
    const testo = [...documento(f)].join('')
    writeFileSync(file, testo)
    return { file, f: { comune: TERRITORIO.comuneAttivo(istat)!.comune, oggi: OGGI, registrata: IL, nome, testo } }
  })
  const lasciate = await entrano(scritte.map(s => s.f))
  const insiemeEntrate = comuni.filter(istat => !lasciate.includes(istat))
  expect(insiemeEntrate.length).toBeGreaterThan(4)
  for (const [n, istat] of comuni.entries()) {
    await porta(db(unoAllaVolta), [scritte[n]!.file], { adesso: () => IL })
    rmSync(dirname(scritte[n]!.file), { recursive: true })
    if (lasciate.includes(istat)) continue
    const suo = await registro(unoAllaVolta, istat)
    expect(await registro(insieme, istat)).toEqual(suo)
    expect(suo.length).toBeGreaterThan(20)
  }
})

test('one that is in already, or has a finding, a head outside or an unreadable file is left to subentro; the others come in', async () => {
  const unaSola = (istat: string, altro: Partial<Invio> = {}): Invio => ({
    soggetti: [persona(istat, '1', { famiglia: '10' })],
    famiglie: [famiglia(istat, '10')],
    ...altro,
  })
  const conCf = { generalita: { codiceFiscale: { codFiscale: 'RSSNNA80D52H501W', validitaCf: '1' } } }
  const dentro = comuneLibero().codice_istat!
  const casi: Record<string, (istat: string) => { f: FornituraInMemoria }> = {
    'without family': i => fornitura(i, unaSola(i, { soggetti: [persona(i, '1', { famiglia: '99' })] })),
    'without head': i => fornitura(i, unaSola(i, { soggetti: [persona(i, '1', { famiglia: '10', legame: '2' })] })),
    'two heads': i => fornitura(i, unaSola(i, { soggetti: [persona(i, '1', { famiglia: '10' }), persona(i, '2', { famiglia: '10' })] })),
    'an id twice': i => fornitura(i, unaSola(i, { soggetti: [persona(i, '1', { famiglia: '10' }), persona(i, '1', { famiglia: '10', legame: '2' })] })),
    'nobody in the family': i => fornitura(i, unaSola(i, { famiglie: [famiglia(i, '10'), famiglia(i, '20')] })),
    'a value that no column takes': i => fornitura(i, unaSola(i, { famiglie: [famiglia(i, '10', { tipoScheda: '4' })] })),
    'a head beside the one of its convivenza': i => fornitura(i, { soggetti: [persona(i, '1', { convivenza: '10' })], convivenze: [convivenza(i, '10', { tipoTutoreIntestatario: { generalita: nominato(i, '1'), dataIntestarioConvivenza: '2010-01-01' } })] }),
    'wrong totals': i => fornitura(i, unaSola(i), x => x.replace(/<numeroTotaleSchedeSoggetto>1</, '<numeroTotaleSchedeSoggetto>2<')),
    'no XML': i => fornitura(i, unaSola(i), x => x.slice(0, -20)),
  } // biome-ignore format: a table
  const prima = fornitura(dentro, unaSola(dentro, { soggetti: [persona(dentro, '1', { famiglia: '10' }, conCf)] }))
  expect(await entrano([prima.f])).toEqual([])
  const codici = Object.keys(casi).map(() => comuneLibero().codice_istat!)
  const doppio = comuneLibero().codice_istat!
  const buono = comuneLibero().codice_istat!
  const lasciati = await entrano([
    prima.f,
    ...Object.values(casi).map((caso, n) => caso(codici[n]!).f),
    fornitura(doppio, unaSola(doppio, { soggetti: [persona(doppio, '1', { famiglia: '10' }, conCf)] })).f,
    fornitura(buono, unaSola(buono)).f,
  ])
  expect(lasciati).toEqual([dentro, ...codici, doppio])
  for (const istat of [...codici, doppio]) expect(await registro(insieme, istat)).toEqual([])
  expect(await registro(insieme, buono)).not.toEqual([])
})

test('a comune that another subentro holds is left alone', async () => {
  const istat = comuneLibero().codice_istat!
  const { f } = fornitura(istat, {
    soggetti: [persona(istat, '1', { famiglia: '10' })],
    famiglie: [famiglia(istat, '10')],
  })
  const altro = await db(insieme).pool.connect()
  await altro.query(`begin; select pg_advisory_xact_lock(7, ${f.comune})`)
  expect(await entrano([f])).toEqual([istat])
  await altro.query('rollback')
  altro.release()
  expect(await entrano([f])).toEqual([])
})
