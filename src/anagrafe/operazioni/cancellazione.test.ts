import { expect } from 'vitest'
import { ITALIA, nelPaesino, VIA } from '../../../test/operazioni/prova.ts'

const prova = nelPaesino()
const SENTENZA = { data: '2026-01-10', dataValidita: '2026-02-10', tipoTribunale: '1', autorita: 'TRIBUNALE DI ROMA' }

prova(
  '2003: the scheda stays, cancelled, and its family closes when nobody is left; annulled, all is as before',
  async p => {
    const elio = await p.chi('ELIO')
    const prima = await p.mondo()
    const e = await p.fa('2003', { soggetto: elio.id, motivo: 6, note: 'NON TROVATO' })
    expect((await p.scheda(elio.id))!.scheda).toMatchObject({
      stato: 'C',
      cancellata_dal: '2026-03-02',
      motivo_cancellazione: 6,
      dati: { cancellazione: { note: 'NON TROVATO' } },
    })
    expect((await p.mondo()).gruppi.find(g => g.id === elio.gruppo_id)!.aperto).toBe(false)
    expect((await p.scheda(elio.id, { al: '2026-03-01' }))!.scheda.stato).toBe('A')
    expect(await p.codici('2003', { soggetto: elio.id, motivo: 6 })).toEqual(['EN184'])
    await p.annulla('2011', e.operazione)
    expect(await p.mondo()).toEqual(prima)
  },
)

prova('2003: each motive must fit the register and the destination', async p => {
  const [elio, hans, mino] = [await p.chi('ELIO'), await p.chi('HANS'), await p.chi('MINO')]
  const verso = { comune: p.altrove }
  const casi: [object, string[]][] = [
    [{ soggetto: elio.id, motivo: 1 }, ['EN373']],
    [{ soggetto: elio.id, motivo: 2 }, ['EN373']],
    [{ soggetto: elio.id, motivo: 8 }, ['EN370']],
    [{ soggetto: elio.id, motivo: 77 }, ['EN370']],
    [{ soggetto: mino.id, motivo: 12 }, ['EN370']],
    [{ soggetto: mino.id, motivo: 9 }, ['EN370']],
    [{ soggetto: elio.id, motivo: 3 }, ['AN112']],
    [{ soggetto: elio.id, motivo: 3, destinazione: verso }, ['EN436']],
    [{ soggetto: elio.id, motivo: 4, destinazione: verso }, ['EN436']],
    [{ soggetto: mino.id, motivo: 7, ruolo: 1, legami: [], destinazione: verso }, ['EN483', 'EN436']],
    [{ soggetto: mino.id, motivo: 3, destinazione: { ...verso, stato: '216' } }, ['EN436', 'EN374']],
    [{ soggetto: elio.id, motivo: 3, destinazione: { ...verso, stato: '216' } }, ['EN436', 'EN376']],
    [{ soggetto: hans.id, motivo: 5 }, ['AN112']],
    [{ soggetto: hans.id, motivo: 5, destinazione: verso }, ['AN112', 'EN377']],
    [{ soggetto: hans.id, motivo: 5, destinazione: { stato: '999' } }, ['EC175']],
    [{ soggetto: hans.id, motivo: 13, destinazione: { comune: 99999999 } }, ['EC172']],
    [{ soggetto: elio.id, motivo: 5, destinazione: { stato: '216' } }, ['AN113']],
    [{ soggetto: elio.id, motivo: 10 }, ['EN509']],
    [{ soggetto: elio.id, motivo: 10, doppia: elio.id }, ['EN509']],
    [{ soggetto: elio.id, motivo: 10, doppia: hans.id }, ['EN509']],
    [{ soggetto: elio.id, motivo: 12 }, ['EN343']],
    [{ soggetto: '123456789012', motivo: 6 }, ['EN122']],
    [{ soggetto: (await p.chi('ELIO', p.altrove)).id, motivo: 6 }, ['EN117']],
    [{ soggetto: 'x', motivo: 6 }, ['AN101']],
  ]
  for (const [dati, codici] of casi) expect(await p.codici('2003', dati), JSON.stringify(dati)).toEqual(codici)
  await p.fa('2003', { soggetto: hans.id, motivo: 5, destinazione: { stato: '216' } })
  await p.fa('2003', { soggetto: mino.id, motivo: 6 })
})

prova('2003: a head leaves by his role, with new ties for who stays; without them the family is warned', async p => {
  const [anna, bruno, carla, elio] = [
    await p.chi('ANNA'),
    await p.chi('BRUNO'),
    await p.chi('CARLA'),
    await p.chi('ELIO'),
  ]
  const nuovi = [
    { soggetto: bruno.id, legame: 1 },
    { soggetto: carla.id, legame: 3 },
  ]
  const via = (soggetto: string, o: object) => ({ soggetto, motivo: 6, ...o })
  const casi: [object, string[]][] = [
    [via(anna.id, { ruolo: 1 }), ['EN483']],
    [via(bruno.id, { ruolo: 1, legami: nuovi.slice(1) }), ['EN483']],
    [via(anna.id, { ruolo: 2 }), ['EN484']],
    [via(bruno.id, { ruolo: 2, legami: nuovi.slice(1) }), ['EN484']],
    [via(anna.id, { ruolo: 1, legami: [...nuovi, { soggetto: anna.id, legame: 2 }] }), ['EN485']],
    [via(anna.id, { ruolo: 1, legami: [...nuovi, { soggetto: elio.id, legame: 13 }] }), ['EF044']],
    [via(anna.id, { ruolo: 1, legami: [{ soggetto: bruno.id, legame: 14 }] }), ['EN246']],
    [via(anna.id, { legami: [...nuovi.slice(0, 1), { soggetto: carla.id, legame: 1 }] }), ['EF007']],
  ]
  for (const servizio of ['2003', '2001'])
    for (const [dati, codici] of casi) {
      const d = servizio === '2001' ? { ...dati, motivo: 1, data: '2026-03-01' } : dati
      expect(await p.codici(servizio, d), JSON.stringify(d)).toEqual(codici)
    }
  expect(await p.codici('2003', via(elio.id, { ruolo: 1 }))).toEqual([])
  const senza = await p.fa('2003', via(anna.id, {}))
  expect(senza.avvertenze.map(a => a.codice)).toEqual(['EN225'])
  await p.annulla('2011', senza.operazione)
  const con = await p.fa('2003', via(anna.id, { ruolo: 1, legami: nuovi }))
  expect(con.avvertenze).toEqual([])
  expect((await p.scheda(bruno.id))!.scheda).toMatchObject({ legame: 1, legame_dal: '2026-03-02' })
  expect(await p.famiglia(anna.gruppo_id!)).toEqual(['BRUNO', 'CARLA', 'DINO'])
})

prova('2003 motivo 12 takes the enrolment back from its day, and tells once who had her before (N014)', async p => {
  const elio = await p.chi('ELIO')
  const giorno = { comune: p.altrove, decorrenza: '2026-02-10' }
  await p.fa('5001/4', { famiglia: elio.gruppo_id, residenza: VIA }, giorno)
  expect(await p.codici('2003', { soggetto: elio.id, motivo: 12 }, { ...giorno, decorrenza: '2026-02-20' })).toEqual([
    'EN343',
  ])
  const legame = await p.fa('5001/3', { gruppo: elio.gruppo_id, motivo: 2 }, { ...giorno, decorrenza: '2026-02-11' })
  await p.annulla('5012', legame.operazione, { comune: p.altrove })
  const nozze = await p.fa(
    '5008/12',
    { soggetto: elio.id, generalita: { cognome: 'X', nome: 'Y' }, data: '2026-02-12' },
    { ...giorno, decorrenza: '2026-02-12' },
  )
  expect(await p.codici('2003', { soggetto: elio.id, motivo: 12 }, giorno)).toEqual(['EN344'])
  await p.annulla('5012', nozze.operazione, { comune: p.altrove })
  const e = await p.fa('2003', { soggetto: elio.id, motivo: 12 }, giorno)
  expect(e.avvisi).toEqual([{ tipo: 'N014', comune_id: p.qui, scheda_id: elio.id }])
  expect((await p.scheda(elio.id, { al: '2026-02-15' }))!.scheda.stato).toBe('C')
  const annullata = await p.annullaProva('2011', e.operazione, { comune: p.altrove })
  expect(annullata.avvisi).toEqual([
    { tipo: 'N-RITIRO', comune_id: p.qui, scheda_id: elio.id, dati: { avviso: 'N014' } },
  ])
  const torna = {
    cognome: elio.cognome,
    nome: elio.nome,
    sesso: 'M',
    dataNascita: elio.nascita,
    luogoNascita: elio.dati.luogoNascita,
    scheda: elio.id,
    motivo: '10',
    cittadinanze: [ITALIA],
    legame: 1,
    residenza: VIA,
  }
  await p.fa('1002', torna, { decorrenza: '2026-02-10' })
  expect((await p.scheda(elio.id))!.scheda).toMatchObject({ stato: 'A', comune_id: p.qui, motivo_iscrizione: 10 })
  // The other comune's cancellation has ours on top of it.
  expect(await p.annullaCodici('2011', e.operazione, { comune: p.altrove })).toEqual(['EN077'])
})

prova('2001: presumed death needs the sentence, an ascertained one its day', async p => {
  const [bruno, anna] = [await p.chi('BRUNO'), await p.chi('ANNA')]
  const presunta = { soggetto: bruno.id, motivo: 2, data: '2026-01-20', sentenza: SENTENZA }
  const casi: [object, string[]][] = [
    [{ soggetto: bruno.id, motivo: 1 }, ['EN249']],
    [{ ...presunta, sentenza: undefined }, ['EN250']],
    [{ ...presunta, data: undefined }, ['EHR93']],
    [{ soggetto: bruno.id, motivo: 2 }, ['EN250', 'EHR93']],
    [{ ...presunta, sentenza: { ...SENTENZA, data: '2026-03-05' } }, ['EHR90']],
    [{ ...presunta, sentenza: { ...SENTENZA, dataValidita: '2026-03-05' } }, ['EHR91']],
    [{ ...presunta, sentenza: { ...SENTENZA, dataValidita: '2026-01-19' } }, ['EHR98']],
    [{ ...presunta, data: '1900-01-01' }, ['EN315']],
    [{ ...presunta, data: '2026-02-30' }, ['AN101']],
    [{ soggetto: bruno.id, motivo: 3, data: '2026-01-20' }, ['EN280']],
  ]
  for (const [dati, codici] of casi) {
    const trovati = await p.codici('2001', dati)
    expect([...new Set(trovati)], JSON.stringify(dati)).toEqual(codici)
  }
  const prima = await p.mondo()
  const e = await p.fa('2001', presunta)
  expect((await p.scheda(bruno.id))!.scheda).toMatchObject({
    stato: 'C',
    motivo_cancellazione: 2,
    dati: { cancellazione: { decesso: { data: '2026-01-20', sentenza: SENTENZA } } },
  })
  expect((await p.scheda(anna.id))!.scheda.dati.vedovanza).toBeDefined()
  expect(await p.codici('5001/4', { famiglia: bruno.gruppo_id, residenza: VIA })).toEqual([])
  const moto = { soggetti: [{ soggetto: bruno.id, legame: 1 }], residenza: VIA }
  expect(await p.codici('5005/2', moto)).toEqual(['EN184'])
  await p.annulla('2011', e.operazione)
  expect(await p.mondo()).toEqual(prima)
  expect(await p.annullaCodici('2011', e.operazione)).toEqual(['EN078'])
})

prova(
  '2011 waits for what happened meanwhile to the family: who comes back must find it where she left it',
  async p => {
    const [bruno, carla] = [await p.chi('BRUNO'), await p.chi('CARLA')]
    const [flora, gino] = [await p.chi('FLORA'), await p.chi('GINO')]
    const morte = await p.fa('2001', { soggetto: bruno.id, motivo: 1, data: '2026-03-01' })
    const va = await p.fa('5001/4', { famiglia: bruno.gruppo_id, residenza: VIA }, { comune: p.altrove })
    expect(await p.annullaCodici('2011', morte.operazione)).toEqual(['EN077'])
    await p.annulla('5012', va.operazione, { comune: p.altrove })
    await p.annulla('2011', morte.operazione)
    expect(await p.famiglia(carla.gruppo_id!)).toEqual(['ANNA', 'BRUNO', 'CARLA', 'DINO'])
    // Two enter a new family and one is cancelled there: the other does not go back before him, or he would find it closed.
    const soggetti = [flora, gino].map((s, i) => ({ soggetto: s.id, legame: i === 0 ? 1 : 3 }))
    await p.fa('1001', {
      cognome: 'ROSSI',
      nome: 'RITA',
      sesso: 'F',
      dataNascita: '2026-02-20',
      luogoNascita: { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } },
      cittadinanza: ITALIA,
      famiglia: flora.gruppo_id,
      legame: 3,
    })
    const escono = await p.fa('5005/2', { soggetti, residenza: VIA })
    const via = await p.fa('2003', { soggetto: gino.id, motivo: 6 })
    const parte = { modo: 'RP', soggetti: [flora.id] } as const
    expect(await p.annullaCodici('5012', escono.operazione, parte)).toEqual(['EN077'])
    await p.annulla('2011', via.operazione)
    await p.annulla('5012', escono.operazione, parte)
    expect(await p.famiglia(escono.gruppi[0]!)).toEqual(['GINO'])
  },
)
