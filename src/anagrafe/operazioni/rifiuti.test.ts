import { expect, test } from 'vitest'
import { BUONE, IERI } from '../../../test/operazioni/buone.ts'
import { benDetti, con, type Foglia, foglie } from '../../../test/operazioni/guasti.ts'
import { nelPaesino, OGGI, type Prova, VIA } from '../../../test/operazioni/prova.ts'
import type { Rilievo } from '../errori.ts'
import { OPERAZIONI } from './elenco.ts'
import { TOCCA } from './tocca.ts'

/** Bad input, over every operation: each begins from a request that is carried out and has one thing wrong. */

const prova = nelPaesino(OGGI)
const rifiuta = (r: readonly Rilievo[]) => r.some(x => x.gravita === 'E')

test('every operation has a request that is carried out', () => {
  const tutte = [...OPERAZIONI.keys()].sort()
  expect(Object.keys(BUONE).sort()).toEqual(tutte)
  expect(Object.keys(TOCCA).sort()).toEqual(tutte)
})

const ID = /^(soggetto|coniuge|altro|padre|madre|famiglia|gruppo|responsabile|convivenza|scheda|doppia|id)$/
const èId = ([q]: Foglia) => ID.test(q.at(-1)!) || (q[0] === 'soggetti' && q.length === 2)
const èGiorno = ([, v]: Foglia) => /^\d{4}-\d\d-\d\d$/.test(String(v))
/** Days on which a document ends, and those of others, whom nobody knows better. */
const DOMANI = ['cartaIdentita.dataScadenza', 'permessoSoggiorno.dataScadenza']
const ALTRUI = /^((paternita|maternita)(\.generalita)?\.dataNascita|dataOrigineFamiglia)$/

interface Male {
  che: string
  quali: (f: Foglia) => boolean
  invece: readonly unknown[]
  /** what is accepted all the same */
  salvo?: (percorso: string) => boolean
  /** warned of, where it is not refused: the packages do not know every comuni that ever was */
  avvisa?: boolean
}
const MALI: readonly Male[] = [
  { che: 'an id that does not exist', quali: èId, invece: ['999999999999'] },
  { che: 'an impossible date', quali: èGiorno, invece: ['2026-02-30', '2025-02-29', '2026-13-01', '0000-01-01', ''] },
  { che: 'a date to come', quali: èGiorno, invece: ['2099-12-31'], salvo: q => DOMANI.includes(q) },
  { che: 'a date before she lived', quali: èGiorno, invece: ['1800-01-01'], salvo: q => ALTRUI.test(q) },
  { che: 'an unknown state', quali: ([q]) => q.at(-1) === 'codiceStato', invece: ['777'] },
  { che: 'an unknown comune', quali: ([q]) => q.at(-1) === 'codiceIstat', invece: ['999999'], avvisa: true },
  { che: 'a comune that we do not have', quali: ([q]) => q.at(-1) === 'comune', invece: [99_999_999] },
  { che: 'a code of no table', quali: ([q, v]) => typeof v === 'number' && q.at(-1) !== 'comune', invece: [777] },
]
for (const [servizio, buona] of Object.entries(BUONE)) {
  prova(
    `${servizio} is carried out; each wrong id, date, place, code is refused with code, field and remedy`,
    async p => {
      const { dati, ...q } = await buona(p)
      expect(await p.rifiutata(servizio, dati, q)).toEqual([])
      for (const m of MALI)
        for (const [percorso] of foglie(dati).filter(m.quali))
          for (const invece of m.invece) {
            const dove = percorso.join('.')
            const r = await p.esamina(servizio, con(dati, percorso, invece), q)
            const atteso = m.salvo?.(dove) || (m.avvisa ? r.length > 0 : rifiuta(r))
            expect(atteso, `${m.che}: ${dove} = ${invece} → ${JSON.stringify(r.map(x => x.codice))}`).toBe(true)
            benDetti(r, invece)
          }
    },
  )
  prova(`${servizio}: a decorrenza that is none, or is to come`, async p => {
    const { dati, ...q } = await buona(p)
    for (const [decorrenza, codice] of [
      ['2026-02-30', 'EHR97'],
      ['ieri', 'EHR97'],
      ['2026-11-26', 'EHR18'],
    ] as const)
      expect(await p.codici(servizio, dati, { ...q, decorrenza })).toEqual([codice])
  })
}

/** Who asks for what is another comune's. Iscrizioni of hers and moves are for the one that asks. */
const DI_CHI_CHIEDE = ['A006/3', '1010', '5001/4']
const ALTRO_COMUNE = /^(EN117|EN119|EN135|EN204|EN411|EN429|EF042|EN122)$/
for (const [servizio, buona] of Object.entries(BUONE))
  if (!DI_CHI_CHIEDE.includes(servizio))
    prova(`${servizio} is not for another comune`, async p => {
      const { dati, ...q } = await buona(p)
      expect((await p.codici(servizio, dati, { ...q, comune: p.altrove })).join()).toMatch(
        new RegExp(ALTRO_COMUNE.source.slice(1, -1)),
      )
    })

/** The persons that a request names die first. Of a death the data may still be put right; a dead parent is a parent. */
const ANCHE_MORTI: readonly string[] = [
  '5008/22',
  'AE',
  '5008/10',
  '5013/1',
  '5013/2',
  '5013/3',
  '5013/4',
  '5013/6',
  '5013/7',
  '5013/8',
  '5013/12',
  '5021/5',
]
for (const [servizio, buona] of Object.entries(BUONE)) {
  if (ANCHE_MORTI.includes(servizio)) continue
  prova(`${servizio}: the dead do nothing any more`, async p => {
    const { dati, ...q } = await buona(p)
    const chi = (dati.soggetto ??
      (dati.soggetti as { soggetto: string }[] | undefined)?.[0]?.soggetto ??
      dati.coniuge) as string | undefined
    if (typeof chi !== 'string' || !/^\d+$/.test(chi)) return
    const comune = (await p.mondo()).schede.find(s => s.id === chi)!.comune_id
    await p.fa('2001', { soggetto: chi, motivo: 1, data: '2026-11-24' }, { comune })
    expect(await p.codici(servizio, dati, q)).toContain('EN184')
  })
}

/** What an operation asks beyond the request's own data. */
const ESEMPI: readonly [string, string, (p: Prova) => Promise<[object, string]>][] = [
  [
    'a head who leaves without successor, by his role',
    '2001',
    async p => [{ soggetto: p.id('ANNA'), ruolo: 1, motivo: 1, data: IERI }, 'EN483'],
  ],
  ['a head who is said to be none', '2003', async p => [{ soggetto: p.id('FLORA'), ruolo: 2, motivo: 6 }, 'EN484']],
  [
    'a member who is said to be head',
    '2001',
    async p => [{ soggetto: p.id('BRUNO'), ruolo: 1, motivo: 1, data: IERI }, 'EN483'],
  ],
  [
    'two marriages at once',
    '5008/12',
    async p => [{ soggetto: p.id('ANNA'), coniuge: p.id('ELIO'), data: IERI }, 'EN272'],
  ],
  [
    'a marriage beside a civil union',
    '5008/12',
    async p => [{ soggetto: p.id('ELIO'), coniuge: p.id('OLGA'), data: IERI }, 'EN272'],
  ],
  [
    'a civil union beside a marriage',
    '5008/18',
    async p => [{ soggetto: p.id('FLORA'), altro: p.id('ANNA'), data: IERI }, 'EN272'],
  ],
  [
    'a convivenza di fatto beside a marriage',
    '5008/16',
    async p => [{ soggetto: p.id('ANNA'), altro: p.id('CARLA'), data: IERI }, 'EN257'],
  ],
  [
    'a marriage with oneself',
    '5008/12',
    async p => [{ soggetto: p.id('FLORA'), coniuge: p.id('FLORA'), data: IERI }, 'AN131'],
  ],
  [
    'a child who marries',
    '5008/12',
    async p => [{ soggetto: p.id('FLORA'), coniuge: p.id('GINO'), data: IERI }, 'AN130'],
  ],
  ['an end of what never was', '5008/14', async p => [{ soggetto: p.id('FLORA'), tipo: '1', data: IERI }, 'EN369']],
  ['an end of no civil union', '5008/19', async p => [{ soggetto: p.id('FLORA'), motivo: 1, data: IERI }, 'EN274']],
  [
    'an end of no convivenza di fatto',
    '5008/17',
    async p => [{ soggetto: p.id('FLORA'), motivo: 31, data: IERI }, 'EN323'],
  ],
  [
    'an end before its beginning',
    '5008/14',
    async p => [{ soggetto: p.id('ANNA'), tipo: '1', data: '2000-01-01' }, 'EN315'],
  ],
  [
    'an end of a civil union before its beginning',
    '5008/19',
    async p => [{ soggetto: p.id('OLGA'), motivo: 1, data: '2018-01-01' }, 'EN290'],
  ],
  [
    'an end of a convivenza before its beginning',
    '5008/17',
    async p => [{ soggetto: p.id('QUINTO'), motivo: 31, data: '2019-01-01' }, 'EN263'],
  ],
  ['a widow of the living', '5008/13', async p => [{ soggetto: p.id('ANNA'), data: IERI }, 'EN300']],
  [
    'a civil union ended by the death of the living',
    '5008/19',
    async p => [{ soggetto: p.id('OLGA'), motivo: 98, data: IERI }, 'EN325'],
  ],
  [
    'a convivenza ended by the death of the living',
    '5008/17',
    async p => [{ soggetto: p.id('QUINTO'), motivo: 98, data: IERI }, 'EN322'],
  ],
  [
    'a family that moves to where it lives',
    '5001/4',
    async p => [
      { famiglia: (await p.riga('ANNA')).gruppo_id, residenza: (await p.riga('ANNA')).dati.residenza },
      'EN388',
    ],
  ],
  [
    'all of a family as if they were a part',
    '5005/2',
    async p => [{ soggetti: [{ soggetto: p.id('ELIO'), legame: 1 }], residenza: VIA }, 'EN220'],
  ],
  [
    'persons of two families in one move',
    '5005/2',
    async p => [
      {
        soggetti: [
          { soggetto: p.id('CARLA'), legame: 1 },
          { soggetto: p.id('GINO'), legame: 3 },
        ],
        residenza: VIA,
      },
      'EF054',
    ],
  ],
  [
    'a birth registered twice',
    '1001',
    async p => {
      const { dati } = await BUONE['1001']!(p)
      await p.fa('1001', dati)
      return [dati, 'EN188']
    },
  ],
  [
    'an id of the comune given twice',
    '1002',
    async p => {
      const { dati } = await BUONE['1001']!(p)
      await p.fa('1001', dati)
      return [{ ...(await BUONE['1002']!(p)).dati, idSoggettoComune: 'N1' }, 'AN121']
    },
  ],
  [
    'a newborn whose parents are of two families',
    '1001',
    async p => [{ ...(await BUONE['1001']!(p)).dati, famiglia: undefined, padre: p.id('ELIO') }, 'EF030'],
  ],
  ['a newborn of no father', '1001', async p => [{ ...(await BUONE['1001']!(p)).dati, padre: undefined }, 'ES036']],
  ['a newborn of no mother', '1001', async p => [{ ...(await BUONE['1001']!(p)).dati, madre: undefined }, 'ES037']],
  [
    'a newborn into the family of no father',
    '1001',
    async p => [{ ...(await BUONE['1001']!(p)).dati, filiazione: undefined, padre: undefined }, 'ES042'],
  ],
  [
    'a newborn into the family of no mother',
    '1001',
    async p => [{ ...(await BUONE['1001']!(p)).dati, filiazione: undefined, madre: undefined }, 'ES043'],
  ],
  ['a nameless parent', 'A001', async p => [{ ...(await BUONE.A001!(p)).dati, maternita: { sesso: 'F' } }, 'ES044']],
  [
    'a codice fiscale to be given to who has one',
    '1002',
    async p => [{ ...(await BUONE['1002']!(p)).dati, gestioneCF: '1' }, 'EN125'],
  ],
  [
    'a codice fiscale to be confirmed that is not there',
    '1002',
    async p => [{ ...(await BUONE['1002']!(p)).dati, codiceFiscale: undefined }, 'EN147'],
  ],
  [
    'a codice fiscale of another comune of birth',
    '1002',
    async p => [{ ...(await BUONE['1002']!(p)).dati, codiceFiscale: 'NREGUO80B29F205E' }, 'EN339'],
  ],
  [
    'a codice fiscale of another state of birth',
    '1002',
    async p => [
      {
        ...(await BUONE['1002']!(p)).dati,
        luogoNascita: { localita: { codiceStato: '216', descrizioneStato: 'GERMANIA' } },
      },
      'EN340',
    ],
  ],
  ['an espatrio without validation', 'A002', async p => [{ ...(await BUONE.A002!(p)).dati, gestioneCF: '3' }, 'EN232']],
  [
    'a year of espatrio of who lives in Italy',
    '1002',
    async p => [{ ...(await BUONE['1002']!(p)).dati, annoEspatrio: '2001' }, 'AN122'],
  ],
  [
    'a year of espatrio before birth',
    'A006/4',
    async p => [{ ...(await BUONE['A006/4']!(p)).dati, annoEspatrio: '1969' }, 'ES079'],
  ],
]
for (const [che, servizio, male] of ESEMPI)
  prova(`${servizio} refuses ${che}`, async p => {
    const [dati, codice] = await male(p)
    const r = await p.rifiutata(servizio, dati)
    expect(r.map(x => x.codice)).toContain(codice)
    benDetti(r, dati)
  })

for (const [servizio, buona] of Object.entries(BUONE))
  prova(`${servizio} is annulled once, by its comune and its service, or never`, async p => {
    const { dati, ...q } = await buona(p)
    const { operazione } = await p.fa(servizio, dati, q)
    const { annulla } = OPERAZIONI.get(servizio)!
    if ('mai' in annulla) {
      expect(await p.annullaCodici('5012', operazione, q)).toEqual([annulla.mai])
      return
    }
    const altro = annulla.con === '5012' ? '1013' : '5012'
    expect(await p.annullaCodici(altro, operazione, q)).toContain('EN314')
    const straniero = q.comune === p.altrove ? p.qui : p.altrove
    expect(await p.annullaCodici(annulla.con, operazione, { comune: straniero })).toContain('EN145')
    if (!annulla.ripristino)
      expect(await p.annullaCodici(annulla.con, operazione, { ...q, modo: 'RA' })).toContain('EN352')
    if (!annulla.parziale)
      expect(await p.annullaCodici(annulla.con, operazione, { ...q, modo: 'RP' })).toContain('EN351')
    expect(await p.annullaCodici(annulla.con, operazione, { ...q, decorrenza: '2026-11-26' })).toContain('EHR18')
    await p.annulla(annulla.con, operazione, { ...(q.comune && { comune: q.comune }) })
    expect(await p.annullaCodici(annulla.con, operazione, { ...(q.comune && { comune: q.comune }) })).toEqual(['EN078'])
  })
prova('an operation that does not exist is not annulled', async p => {
  for (const operazione of ['999999999', 'pippo', '', '-1', '9'.repeat(40), '1\0', '1; drop table scheda'])
    for (const servizio of ['1013', '2011', '5012', 'niente'])
      expect(await p.annullaCodici(servizio, operazione)).toEqual(['EN078'])
})
prova('a service that does not exist is an error of its own', async p => {
  for (const servizio of ['', '9999', '5008', '__proto__', '1001\0'])
    await expect(p.fa(servizio, {})).rejects.toMatchObject({ nome: 'OperazioneSconosciuta' })
})
