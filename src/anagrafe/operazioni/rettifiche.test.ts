import { expect } from 'vitest'
import { nelPaesino, OGGI, type Prova, tornaComEra } from '../../../test/operazioni/prova.ts'
import { allineamentiDi } from '../codiceFiscale/allinea.query.ts'

const testOp = nelPaesino(OGGI)
const ROMA = { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } }
const di = (p: Prova, nome: string, dati: object) => ({ soggetto: p.id(nome), ...dati })
const mai = async (p: Prova, operazione: string, codice: string) =>
  expect(p.annulla('5012', operazione)).rejects.toMatchObject({ dati: { rilievi: [{ codice }] } })

testOp('5014/101 gives the residence the date that it lacks', async p => {
  const { operazione } = await p.fa('5014/101', di(p, 'ELIO', { dataDecorrenzaResidenza: '2001-05-03' }))
  expect((await p.riga('ELIO')).residenza_dal).toBe('2001-05-03')
  expect((await p.al('ELIO', '2001-06-01'))?.dati.residenza).toBeDefined()
  await mai(p, operazione, 'AN160')
})
testOp('5014/101 only where it is absent or does not fit, between iscrizione and last update', async p => {
  expect(await p.codici('5014/101', di(p, 'ANNA', { dataDecorrenzaResidenza: '2001-05-03' }))).toContain('EN414')
  expect(await p.codici('5014/101', di(p, 'ELIO', { dataDecorrenzaResidenza: '2001-05-02' }))).toContain('EN415')
  expect(await p.codici('5014/101', di(p, 'ELIO', { dataDecorrenzaResidenza: '2001-05-04' }))).toContain('EN420')
})
testOp('5014/102: motive and provenienza, by the comune of the iscrizione, of the table', async p => {
  await p.fa('5014/102', di(p, 'ANNA', { motivo: 3, provenienza: { comune: p.altrove } }))
  expect(await p.riga('ANNA')).toMatchObject({ motivo_iscrizione: 3, dati: { provenienza: { comune: p.altrove } } })
  expect(await p.codici('5014/102', di(p, 'BRUNO', { motivo: 77 }))).toContain('EC006')
  expect(await p.codici('5014/102', di(p, 'BRUNO', { motivo: 4, provenienza: { stato: '777' } }))).toContain('EC036')
  expect(await p.codici('5014/102', di(p, 'BRUNO', { motivo: 3, provenienza: { comune: 99_999_999 } }))).toContain(
    'AN163',
  )
  const via = { tipoIndirizzo: '1', indirizzo: { toponimo: { denominazioneToponimo: 'X' } } }
  await p.fa('5005/2', { soggetti: [{ soggetto: p.id('CARLA'), legame: 1 }], residenza: via }, { comune: p.altrove })
  expect(await p.codici('5014/102', di(p, 'CARLA', { motivo: 4 }), { comune: p.altrove })).toContain('EN411')
})
testOp('5014/103: three dates, at least one, in order, none in the future, before anything else', async p => {
  await p.fa('5014/103', di(p, 'ANNA', { dataUltimoAggiornamento: '2003-01-01', dataPrimaIscrizione: '2000-01-01' }))
  expect(await p.riga('ANNA')).toMatchObject({ aggiornata_il: '2003-01-01', iscritto_dal: '2000-01-01' })
  expect(await p.codici('5014/103', di(p, 'ANNA', {}))).toContain('EN474')
  expect(await p.codici('5014/103', di(p, 'ANNA', { dataPrimaIscrizione: '2026-11-26' }))).toContain('EN481')
  expect(await p.codici('5014/103', di(p, 'ANNA', { dataPrimaIscrizione: '1979-01-01' }))).toContain('AN162')
  expect(await p.codici('5014/103', di(p, 'ANNA', { dataIngressoFamiglia: '2001-05-02' }))).toContain('AN162')
  await p.fa('5008/8', di(p, 'BRUNO', { autoveicoli: { possessoAutoveicoli: 'S', possessoPatente: 'S' } }))
  expect(await p.codici('5014/103', di(p, 'BRUNO', { dataPrimaIscrizione: '2000-01-01' }))).toContain('EN475')
})
testOp('5014/104: five dates, the origin of the family too; overwritten where they stand', async p => {
  await p.fa(
    '5014/104',
    di(p, 'ANNA', {
      dataOrigineFamiglia: '1999-01-01',
      dataDecorrenzaResidenza: '2004-01-01',
      dataDecorrenzaLegame: '2002-01-01',
    }),
  )
  expect(await p.riga('ANNA')).toMatchObject({ residenza_dal: '2004-01-01', legame_dal: '2002-01-01' })
  expect((await p.al('ANNA', '2003-01-01'))?.dati.residenza).toBeUndefined()
  expect(await p.codici('5014/104', di(p, 'ANNA', { dataOrigineFamiglia: '2001-05-04' }))).toContain('AN162')
  expect(await p.codici('5014/104', di(p, 'ANNA', { dataUltimoAggiornamento: '2001-05-04' }))).toContain('AN101')
})
testOp('5014/105: the place of birth, checked as at a birth; the codice fiscale is asked again', async p => {
  await p.fa('5014/105', di(p, 'ANNA', { luogoNascita: ROMA }))
  expect((await p.riga('ANNA')).dati.luogoNascita).toEqual(ROMA)
  expect((await p.al('ANNA', '2001-05-03'))?.dati.luogoNascita).toEqual(ROMA)
  expect(await allineamentiDi(p.tx, p.id('ANNA'))).toHaveLength(1)
  expect(await p.codici('5014/105', di(p, 'ANNA', { luogoNascita: {} }))).toContain('AN150')
})

// biome-ignore format: a table
const REVOCHE = [
  ['5013/1', 'ELIO', 'paternita'], ['5013/3', 'HANS', 'permessoSoggiorno'], ['5013/4', 'HANS', 'censimento'], ['5013/6', 'ANNA', 'matrimonio'],
  ['5013/7', 'OLGA', 'unioneCivile'], ['5013/8', 'QUINTO', 'convivenzaDiFatto'],
] as const
for (const [servizio, nome, campo] of REVOCHE)
  testOp(`${servizio} takes the datum away, is not annulled, and wants something to take`, async p => {
    const { operazione } = await p.fa(servizio, di(p, nome, { motivo: '1' }))
    expect((await p.riga(nome)).dati[campo]).toBeUndefined()
    await mai(p, operazione, 'AN160')
    expect(await p.codici(servizio, di(p, nome, { motivo: '1' }))).toContain('AN161')
    expect(await p.codici(servizio, di(p, nome, { motivo: '4' }))).toContain('AN101')
    expect(await p.codici(servizio, di(p, 'LINA', { motivo: '1' }))).toContain('AN161')
  })
testOp('paternità ends, a permit never was', async p => {
  await p.fa('5013/1', di(p, 'ELIO', { motivo: '2' }))
  await p.fa('5013/3', di(p, 'HANS', { motivo: '1' }))
  expect((await p.al('ELIO', '2026-11-24'))?.dati.paternita).toBeDefined()
  expect((await p.al('HANS', '2026-11-24'))?.dati.permessoSoggiorno).toBeUndefined()
})
testOp('only what came with subentro, untouched; a bond goes from both', async p => {
  await p.fa(
    '5008/6',
    di(p, 'HANS', { censimento: { annoCensimento: '2021', sezioneCensimento: '2', foglioCensimento: '1' } }),
  )
  expect(await p.codici('5013/4', di(p, 'HANS', { motivo: '1' }))).toContain('EN505')
  await p.fa('5013/6', di(p, 'ANNA', { motivo: '1' }))
  expect((await p.riga('BRUNO')).dati.matrimonio).toBeUndefined()
  await p.fa('5008/12', di(p, 'ANNA', { coniuge: p.id('BRUNO'), data: '2026-11-20' }))
  expect(await p.codici('5013/6', di(p, 'ANNA', { motivo: '1' }))).toContain('EN505')
})
testOp('a validated codice fiscale is not revoked, one that is not is', async p => {
  const cf = (validita: number) => p.fa('AE', di(p, 'ANNA', { codiceFiscale: 'RSSNNA80D52H501W', validita }))
  await cf(1)
  expect(await p.codici('5013/12', di(p, 'ANNA', { motivo: '1' }))).toContain('AN161')
  await cf(9)
  await p.fa('5013/12', di(p, 'ANNA', { motivo: '1' }))
  expect((await p.riga('ANNA')).codice_fiscale).toBeNull()
})
testOp('5013/9 names the convivenza', async p => {
  expect(await p.codici('5013/9', { motivo: '1' })).toContain('EN394')
  const gruppo = (await p.riga('ELIO')).gruppo_id!
  expect(await p.codici('5013/9', { gruppo, motivo: '1' })).toContain('AN161')
  expect(await p.codici('5013/9', { gruppo, motivo: '1' }, { comune: p.altrove })).toContain('EN204')
})

testOp('the day of a marriage is put right on both schede, in the past too, and back', async p => {
  const m = (await p.riga('ANNA')).dati.matrimonio!
  const dati = di(p, 'ANNA', {
    matrimonio: { ...m, datiMatrimonio: { ...m.datiMatrimonio, dataEvento: '2001-06-04' } },
  })
  await tornaComEra(p, 'BRUNO', '5021/4', dati)
  await p.fa('5021/4', dati)
  expect((await p.al('BRUNO', '2010-01-01'))?.dati.matrimonio?.datiMatrimonio?.dataEvento).toBe('2001-06-04')
  expect(await p.codici('5021/4', di(p, 'CARLA', { matrimonio: m }))).toContain('EN369')
  expect(
    await p.codici('5021/4', di(p, 'ANNA', { matrimonio: { ...m, datiMatrimonio: { dataEvento: '2026-11-26' } } })),
  ).toContain('AN104')
})
testOp(
  'the day of a death is put right, with the widowhood; only of the dead, within life and registration',
  async p => {
    expect(await p.codici('5008/22', di(p, 'BRUNO', { data: '2026-05-01' }))).toContain('EN486')
    await p.fa('2001', di(p, 'BRUNO', { motivo: 1, data: '2026-05-01' }), { decorrenza: '2026-05-02' })
    const dati = di(p, 'BRUNO', { data: '2026-04-30', luogo: 'OSPEDALE' })
    await tornaComEra(p, 'ANNA', '5008/22', dati)
    await p.fa('5008/22', dati)
    expect((await p.riga('BRUNO')).dati.cancellazione?.decesso).toEqual({ data: '2026-04-30', luogo: 'OSPEDALE' })
    expect((await p.riga('ANNA')).dati.vedovanza?.datiMorteconiuge.dataEvento).toBe('2026-04-30')
    expect((await p.al('BRUNO', '2026-04-30'))?.stato).toBe('C')
    expect(await p.codici('5008/22', di(p, 'BRUNO', { data: '2026-11-26' }))).toContain('ES007')
    expect(await p.codici('5008/22', di(p, 'BRUNO', { data: '1977-12-31' }))).toContain('EN315')
    expect(await p.codici('5008/22', di(p, 'BRUNO', { data: '2001-05-02' }))).toContain('EN488')
  },
)
testOp('the day of a widowhood is put right by the widow’s comune', async p => {
  await p.fa('2001', di(p, 'BRUNO', { motivo: 1, data: '2026-05-01' }), { decorrenza: '2026-05-02' })
  await tornaComEra(
    p,
    'ANNA',
    '5021/5',
    di(p, 'ANNA', { vedovanza: { datiMorteconiuge: { dataEvento: '2026-04-29' } } }),
  )
  expect(
    await p.codici('5021/5', di(p, 'ANNA', { vedovanza: { datiMorteconiuge: { dataEvento: '2001-05-02' } } })),
  ).toContain('EN315')
})
