import { expect } from 'vitest'
import { ESTERO, nelPaesino, VIA } from '../../../test/operazioni/prova.ts'

const prova = nelPaesino()
const uno = (soggetto: string, legame = 1) => ({ soggetti: [{ soggetto, legame }], attribuzione: 1, residenza: ESTERO })
const AIRE = { motivo: 'C03', iniziativa: '1', individuazione: '1' }
const ESTERO2 = {
  localitaEstera: { indirizzoEstero: { localita: { codiceStato: '215', descrizioneStato: 'FRANCIA' } } },
}

prova(
  'A006/1: some of a family go abroad: a new AIRE family of the same comune; annulled, all is as before',
  async p => {
    const [carla, anna] = [await p.chi('CARLA'), await p.chi('ANNA')]
    const prima = await p.mondo()
    const e = await p.fa('A006/1', { ...uno(carla.id), motivo: 'C01', iniziativa: '1' })
    expect(e.avvertenze.map(a => a.codice)).toEqual(['EN226'])
    expect(e.avvisi).toEqual([])
    const s = (await p.scheda(carla.id))!.scheda
    expect(s).toMatchObject({
      registro: 'E',
      comune_id: p.qui,
      gruppo_id: e.gruppi[0],
      gruppo_tipo: 5,
      legame: 1,
      motivo_iscrizione: 1,
      iscritto_dal: '2026-03-02',
      residenza_dal: '2026-03-02',
    })
    expect(s.dati).toMatchObject({ residenza: ESTERO, iscrizione: { iniziativa: '1' } })
    expect(await p.famiglia(anna.gruppo_id!)).toEqual(['ANNA', 'BRUNO', 'DINO'])
    expect(await p.famiglia(anna.gruppo_id!, { al: '2026-03-01' })).toContain('CARLA')
    await p.annulla('5012', e.operazione, { modo: 'RA', decorrenza: '2026-03-02' })
    const dopo = await p.mondo()
    expect(dopo.schede).toEqual(prima.schede)
    expect(dopo.gruppi.filter(g => g.id !== e.gruppi[0])).toEqual(prima.gruppi)
  },
)

prova('A006/1: all of a family close it; into an AIRE family that is there', async p => {
  const [elio, mino] = [await p.chi('ELIO'), await p.chi('MINO')]
  await p.fa('A006/1', {
    soggetti: [{ soggetto: elio.id, legame: 13 }],
    attribuzione: 2,
    famiglia: mino.gruppo_id,
    residenza: ESTERO,
  })
  expect(await p.famiglia(mino.gruppo_id!)).toEqual(['MINO', 'ELIO', 'NORA'])
  expect((await p.mondo()).gruppi.find(g => g.id === elio.gruppo_id)!.aperto).toBe(false)
})

prova('A006: each wrong datum has its code', async p => {
  const [anna, carla, elio, hans, mino, flora] = [
    await p.chi('ANNA'),
    await p.chi('CARLA'),
    await p.chi('ELIO'),
    await p.chi('HANS'),
    await p.chi('MINO'),
    await p.chi('FLORA'),
  ]
  const lontano = await p.chi('MINO', p.altrove)
  const in2 = (famiglia?: string | null) => ({ ...uno(carla.id, 13), attribuzione: 2, famiglia })
  const casi: [string, object, string[]][] = [
    ['A006/1', { ...uno(elio.id), attribuzione: 3 }, ['EF015']],
    ['A006/1', { ...uno(elio.id), attribuzione: undefined }, ['EF015']],
    ['A006/1', { ...uno(elio.id), famiglia: mino.gruppo_id }, ['EF017', 'EF007']],
    ['A006/1', in2(undefined), ['EN119', 'EF021']],
    ['A006/1', in2('123456789012'), ['EN119']],
    ['A006/1', in2(lontano.gruppo_id), ['EN204']],
    ['A006/1', in2(flora.gruppo_id), ['ES077']],
    ['A006/1', uno(elio.id, 3), ['EF021']],
    ['A006/1', { ...uno(elio.id), residenza: VIA }, ['ES077']],
    [
      'A006/1',
      { ...uno(elio.id), residenza: { localitaEstera: { indirizzoEstero: { localita: { codiceStato: '998' } } } } },
      ['EC053'],
    ],
    ['A006/1', { ...uno(elio.id), motivo: 'C77', iniziativa: '8', individuazione: '8' }, ['EC060', 'EC061', 'EC062']],
    ['A006/1', uno(hans.id), ['EN421']],
    ['A006/1', uno(mino.id), ['EN428']],
    ['A006/1', uno('123456789012'), ['EN122']],
    [
      'A006/1',
      {
        ...uno(elio.id),
        soggetti: [
          { soggetto: elio.id, legame: 1 },
          { soggetto: carla.id, legame: 13 },
        ],
      },
      ['EF054'],
    ],
    ['A006/1', uno((await p.chi('ELIO', p.altrove)).id), ['EN117']],
    ['A006/2', uno(anna.id), ['EN428']],
    ['A006/2', { soggetti: [{ soggetto: mino.id }], residenza: mino.dati.residenza }, ['EN388']],
    ['A006/2', { soggetti: [{ soggetto: lontano.id }], residenza: ESTERO }, ['EN117']],
    ['A006/3', { ...uno(mino.id), ...AIRE }, ['EN118']],
    ['A006/3', uno(lontano.id), ['ES098']],
    ['A006/4', { soggetto: mino.id, motivo: 'C01' }, ['ES098']],
    ['A006/4', { soggetto: mino.id, ...AIRE, attribuzione: 1 }, ['EN233']],
    ['A006/4', { soggetto: mino.id, ...AIRE, attribuzione: 2, famiglia: mino.gruppo_id }, ['EN235']],
    ['A006/4', { soggetto: anna.id, ...AIRE }, ['EN428']],
  ]
  for (const [servizio, dati, codici] of casi)
    expect(await p.codici(servizio, dati), `${servizio} ${JSON.stringify(dati)}`).toEqual(codici)
})

prova('A006/2: another address abroad, with or without another AIRE family', async p => {
  const [mino, nora] = [await p.chi('MINO'), await p.chi('NORA')]
  await p.fa('A006/2', { soggetti: [{ soggetto: mino.id }], residenza: ESTERO })
  expect((await p.scheda(mino.id))!.scheda).toMatchObject({
    gruppo_id: mino.gruppo_id,
    iscritto_dal: mino.iscritto_dal,
  })
  const e = await p.fa('A006/2', uno(nora.id))
  expect(await p.famiglia(e.gruppi[0]!)).toEqual(['NORA'])
  expect(await p.famiglia(mino.gruppo_id!)).toEqual(['MINO'])
  await p.annulla('5012', e.operazione)
  expect(await p.famiglia(mino.gruppo_id!)).toEqual(['MINO', 'NORA'])
})

prova('A006/3: the AIRE of another comune takes them, and the first is told of each (N010, then N015)', async p => {
  const [mino, nora] = [await p.chi('MINO'), await p.chi('NORA')]
  const dati = { ...uno(mino.id), ...AIRE }
  dati.soggetti.push({ soggetto: nora.id, legame: 13 })
  const e = await p.fa('A006/3', dati, { comune: p.altrove })
  expect(e.avvisi.map(a => [a.tipo, a.comune_id, a.scheda_id])).toEqual([
    ['N010', p.qui, mino.id],
    ['N010', p.qui, nora.id],
  ])
  expect((await p.scheda(mino.id))!.scheda).toMatchObject({ comune_id: p.altrove, registro: 'E', motivo_iscrizione: 3 })
  const a = await p.annulla('5012', e.operazione, { comune: p.altrove })
  expect(a.avvisi.map(x => [x.tipo, x.comune_id, x.scheda_id])).toEqual([
    ['N015', p.qui, mino.id],
    ['N015', p.qui, nora.id],
  ])
  expect(await p.chi('MINO')).toEqual(mino)
})

prova('5001/4: a whole AIRE family comes back, under the same id, as a family of residents', async p => {
  const mino = await p.chi('MINO')
  const prima = await p.mondo()
  const e = await p.fa('5001/4', { famiglia: mino.gruppo_id, residenza: VIA }, { comune: p.altrove })
  expect(e.avvisi.map(a => a.tipo)).toEqual(['N010', 'N010'])
  const s = (await p.scheda(mino.id))!.scheda
  expect(s).toMatchObject({
    registro: 'R',
    comune_id: p.altrove,
    gruppo_id: mino.gruppo_id,
    gruppo_tipo: 3,
    motivo_iscrizione: 6,
    ingresso_dal: mino.ingresso_dal,
    legame: 1,
  })
  expect(s.dati.provenienza).toEqual({ stato: '215' })
  expect((await p.scheda(mino.id, { al: '2026-03-01' }))!.scheda.registro).toBe('E')
  // A child is born: the family cannot go back to AIRE under its feet.
  const nato = await p.fa(
    '1001',
    {
      cognome: 'ROSSI',
      nome: 'PIA',
      sesso: 'F',
      dataNascita: '2026-04-01',
      luogoNascita: { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } },
      cittadinanza: { codiceStato: '100' },
      padre: mino.id,
      famiglia: mino.gruppo_id,
      legame: 3,
    },
    { comune: p.altrove, decorrenza: '2026-04-02' },
  )
  const ra = { comune: p.altrove, modo: 'RA', decorrenza: '2026-03-02' } as const
  expect(await p.annullaCodici('5012', e.operazione, ra)).toEqual(['EN077'])
  expect(await p.annullaCodici('5012', e.operazione, { ...ra, decorrenza: '2026-03-03' })).toEqual(['EN360'])
  await p.annulla('1013', nato.operazione, { comune: p.altrove })
  const a = await p.annulla('5012', e.operazione, ra)
  expect(a.avvisi.map(x => [x.tipo, x.comune_id])).toEqual([
    ['N015', p.qui],
    ['N015', p.qui],
  ])
  const dopo = await p.mondo()
  expect(dopo.schede.filter(x => x.id !== nato.schede[0])).toEqual(prima.schede)
  expect(dopo.gruppi).toEqual(prima.gruppi)
})

prova('5005/2: some of an AIRE family come back, alone or to a family of residents', async p => {
  const [mino, nora, flora] = [await p.chi('MINO'), await p.chi('NORA'), await p.chi('FLORA')]
  const e = await p.fa('5005/2', {
    soggetti: [{ soggetto: nora.id, legame: 13 }],
    famiglia: flora.gruppo_id,
    residenza: flora.dati.residenza,
  })
  expect((await p.scheda(nora.id))!.scheda).toMatchObject({ registro: 'R', gruppo_tipo: 3, motivo_iscrizione: 6 })
  expect(await p.famiglia(flora.gruppo_id!)).toEqual(['FLORA', 'GINO', 'NORA'])
  expect(await p.famiglia(mino.gruppo_id!)).toEqual(['MINO'])
  await p.annulla('5012', e.operazione)
  expect(await p.chi('NORA')).toEqual(nora)
})

prova('5001/4 and 5005/2 send nobody abroad', async p => {
  const [anna, carla, mino, nora] = [
    await p.chi('ANNA'),
    await p.chi('CARLA'),
    await p.chi('MINO'),
    await p.chi('NORA'),
  ]
  const parte = (soggetto: string, famiglia: string | null, residenza: object) => ({
    soggetti: [{ soggetto, legame: famiglia ? 13 : 1 }],
    ...(famiglia && { famiglia }),
    residenza,
  })
  const casi: [string, object, string[]][] = [
    ['5001/4', { famiglia: anna.gruppo_id, residenza: ESTERO }, ['EN346']],
    ['5001/4', { famiglia: mino.gruppo_id, residenza: ESTERO2 }, ['AN117']],
    ['5005/2', parte(carla.id, null, ESTERO), ['EN346']],
    ['5005/2', parte(nora.id, null, ESTERO), ['AN117']],
    ['5005/2', parte(carla.id, mino.gruppo_id, VIA), ['ES077']],
    ['5005/2', parte(nora.id, (await p.chi('MINO', p.altrove)).gruppo_id, VIA), ['ES077', 'EF042']],
  ]
  for (const [servizio, dati, codici] of casi)
    expect(await p.codici(servizio, dati), `${servizio} ${JSON.stringify(dati)}`).toEqual(codici)
})

prova(
  'RP takes persons of a move back one by one, and the families follow: reopened with the first, closed with the last',
  async p => {
    const [flora, gino] = [await p.chi('FLORA'), await p.chi('GINO')]
    const elio = await p.chi('ELIO', p.altrove)
    const prima = await p.mondo()
    const e = await p.fa(
      '5005/2',
      {
        soggetti: [
          { soggetto: flora.id, legame: 13 },
          { soggetto: gino.id, legame: 13 },
        ],
        famiglia: elio.gruppo_id,
        residenza: VIA,
      },
      { comune: p.altrove },
    )
    const aperta = async (id: string | null) => (await p.mondo()).gruppi.find(g => g.id === id)!.aperto
    expect(await aperta(flora.gruppo_id)).toBe(false)
    const rp = (id: string) => ({ comune: p.altrove, modo: 'RP' as const, soggetti: [id] })
    const a = await p.annulla('5012', e.operazione, rp(gino.id))
    expect(a.avvisi).toEqual([{ tipo: 'N015', comune_id: p.qui, scheda_id: gino.id }])
    expect(await aperta(flora.gruppo_id)).toBe(true)
    expect(await p.famiglia(flora.gruppo_id!)).toEqual(['GINO'])
    expect(await p.annullaCodici('5012', e.operazione, rp(gino.id))).toEqual(['EN078'])
    expect(await p.annullaCodici('5012', e.operazione, rp(elio.id))).toEqual(['EN314'])
    expect(await p.annullaCodici('5012', e.operazione, { comune: p.altrove, modo: 'RP' })).toEqual(['EN314'])
    const b = await p.annulla('5012', e.operazione, rp(flora.id))
    expect(b.avvisi).toEqual([{ tipo: 'N015', comune_id: p.qui, scheda_id: flora.id }])
    expect(await p.mondo()).toEqual(prima)
  },
)

prova('RP to the last closes the family that the move had made', async p => {
  const [anna, carla, bruno] = [await p.chi('ANNA'), await p.chi('CARLA'), await p.chi('BRUNO')]
  const e = await p.fa('5005/2', {
    soggetti: [
      { soggetto: bruno.id, legame: 1 },
      { soggetto: carla.id, legame: 3 },
    ],
    residenza: VIA,
  })
  for (const [id, aperta] of [
    [bruno.id, true],
    [carla.id, false],
  ] as const) {
    await p.annulla('5012', e.operazione, { modo: 'RP', soggetti: [id] })
    expect((await p.mondo()).gruppi.find(g => g.id === e.gruppi[0])!.aperto).toBe(aperta)
  }
  expect(await p.famiglia(anna.gruppo_id!)).toEqual(['ANNA', 'BRUNO', 'CARLA', 'DINO'])
})

prova('annulments go from the newest back; the refusal names what stands on top', async p => {
  const elio = await p.chi('ELIO')
  const prima = await p.fa('5001/4', { famiglia: elio.gruppo_id, residenza: VIA }, { comune: p.altrove })
  const due = await p.fa('A006/1', uno(elio.id), { comune: p.altrove, decorrenza: '2026-04-02' })
  const r = await p.annullaRifiutata('5012', prima.operazione, { comune: p.altrove })
  expect(r.map(x => x.codice)).toEqual(['EN077'])
  expect(r[0]!.operazioni).toEqual([
    { id: due.operazione, servizio: 'A006/1', comune: p.altrove, decorrenza: '2026-04-02' },
  ])
  await p.annulla('5012', due.operazione, { comune: p.altrove })
  await p.annulla('5012', prima.operazione, { comune: p.altrove })
  expect(await p.chi('ELIO')).toEqual(elio)
})
