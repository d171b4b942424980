import { expect } from 'vitest'
import { nelPaesino, OGGI, type Prova, tornaComEra } from '../../../test/operazioni/prova.ts'

const testOp = nelPaesino(OGGI)
const ROMA = { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' }
const CARTA = { numero: 'CA1', dataRilascio: '2026-11-20', interdizioneEspatrio: 'N', comuneRilascio: ROMA }
const PERMESSO = { tipoSoggiorno: '1', dataRilascio: '2026-11-20', dataScadenza: '2030-01-01' }
const CENSIMENTO = { annoCensimento: '2021', sezioneCensimento: '1', foglioCensimento: '2' }
const ITALIA = { descrizioneStato: 'ITALIA', codiceStato: '100' }
const ATTO = { comuneRegistrazione: ROMA, anno: '1980', parte: '1', numeroAtto: '12' }

/** What a good request is, and each wrong one with its code. */
interface Caso {
  servizio: string
  di: string
  campo: string
  buono: (p: Prova) => object
  sbagliati: readonly (readonly [string, (p: Prova) => object, { decorrenza?: string }?])[]
}
// biome-ignore format: a table
const CASI: readonly Caso[] = [
  { servizio: '5008/2', di: 'HANS', campo: 'cittadinanze', buono: () => [{ ...ITALIA, dataValidita: '2026-11-20' }, { descrizioneStato: 'GERMANIA', codiceStato: '216' }], sbagliati: [
    ['EN349', () => [{ ...ITALIA, dataValidita: '1984-12-31' }]],
    ['EN349', () => [{ ...ITALIA, dataValidita: '2026-11-26' }]],
    ['EC036', () => [{ descrizioneStato: 'X', codiceStato: '777' }]],
    ['EC011', () => [{ descrizioneStato: 'X', codiceStato: '998' }]],
    ['AN152', () => [ITALIA, ITALIA]],
    ['AN101', () => []],
  ] },
  { servizio: '5008/3', di: 'ANNA', campo: 'cartaIdentita', buono: () => CARTA, sbagliati: [
    ['EN330', () => ({ ...CARTA, dataRilascio: '2026-11-26' })],
    ['AN153', () => ({ ...CARTA, dataScadenza: '2026-11-19' })],
    ['AN153', () => ({ ...CARTA, dataAnnullamento: '2026-11-19' })],
    ['AN101', () => ({ ...CARTA, dataRilascio: '2026-02-30' })],
  ] },
  { servizio: '5008/4', di: 'HANS', campo: 'permessoSoggiorno', buono: () => PERMESSO, sbagliati: [
    ['EC063', () => ({ ...PERMESSO, tipoSoggiorno: '77' })],
    ['EC012', () => ({ ...PERMESSO, tipoSoggiorno: '9' })],
    ['ES029', () => ({ ...PERMESSO, dataRilascio: '2026-11-26' })],
    ['ES031', () => ({ ...PERMESSO, dataScadenza: '2026-11-19' })],
  ] },
  { servizio: '5008/6', di: 'ANNA', campo: 'censimento', buono: () => CENSIMENTO, sbagliati: [
    ['AN154', () => ({ ...CENSIMENTO, annoCensimento: '2027' })],
  ] },
  { servizio: '5008/7', di: 'ANNA', campo: 'altriDati', buono: () => ({ posizioneProfessionale: '1', titoloStudio: 'C' }), sbagliati: [
    ['EC064', () => ({ posizioneProfessionale: 'Z' })],
    ['EC065', () => ({ condizioneNonProfessionale: '88' })],
    ['EC066', () => ({ titoloStudio: '?' })],
    ['AN101', () => ({})],
  ] },
  { servizio: '5008/8', di: 'ANNA', campo: 'autoveicoli', buono: () => ({ possessoAutoveicoli: 'S', possessoPatente: 'S' }), sbagliati: [
    ['AN101', () => ({ possessoAutoveicoli: 'X', possessoPatente: 'S' })],
  ] },
  { servizio: '5008/10', di: 'CARLA', campo: 'paternita', buono: p => ({ id: p.id('BRUNO') }), sbagliati: [
    ['EN405', () => ({})],
    ['EN122', () => ({ id: '999999999' })],
    ['AN105', p => ({ id: p.id('GINO') })],
    ['AN105', p => ({ id: p.id('CARLA') })],
    ['AN105', () => ({ generalita: { cognome: 'X', dataNascita: '2004-02-03' } })],
  ] },
  { servizio: '5008/11', di: 'CARLA', campo: 'maternita', buono: () => ({ generalita: { cognome: 'BIANCHI', nome: 'EVA' } }), sbagliati: [
    ['EN406', () => ({})],
    ['EN406', () => ({ generalita: { sesso: 'F' } })],
  ] },
  { servizio: '5008/15', di: 'ANNA', campo: 'attoNascita', buono: () => ({ atto: ATTO }), sbagliati: [
    ['EN409', () => ({})],
    ['ES013', () => ({ atto: { ...ATTO, anno: '1979' } })],
    ['ES013', () => ({ atto: { ...ATTO, anno: '2027' } })],
    ['ES013', () => ({ atto: { ...ATTO, dataFormazioneAtto: '1980-04-11' } })],
  ] },
]
for (const c of CASI) {
  const dati = (p: Prova, v: object) => ({ soggetto: p.id(c.di), [c.campo]: v })
  testOp(`${c.servizio} is written, and annulled as if it had never been`, p =>
    tornaComEra(p, c.di, c.servizio, dati(p, c.buono(p))),
  )
  testOp(`${c.servizio} refuses what is wrong, each with its code`, async p => {
    for (const [codice, v, o] of c.sbagliati) expect(await p.codici(c.servizio, dati(p, v(p)), o)).toContain(codice)
  })
  testOp(`${c.servizio} is for the competent comune, on somebody who is in the register and not cancelled`, async p => {
    const buono = dati(p, c.buono(p))
    expect(await p.codici(c.servizio, buono, { comune: p.altrove })).toContain('EN117')
    expect(await p.codici(c.servizio, { ...buono, soggetto: '999999999' })).toContain('EN122')
    expect(await p.codici(c.servizio, buono, { decorrenza: '2026-11-26' })).toEqual(['EHR18'])
    expect(await p.codici(c.servizio, buono, { decorrenza: '2026-02-30' })).toEqual(['EHR97'])
    await p.fa('2001', { soggetto: p.id(c.di), motivo: 1, data: '2026-11-24' })
    expect(await p.codici(c.servizio, buono)).toContain('EN184')
  })
}

testOp('who lives abroad stays Italian', async p => {
  await p.tx.run({ nome: '', testo: `update scheda set registro = 'E' where id = ${p.id('HANS')}`, valori: [] })
  expect(
    await p.codici('5008/2', {
      soggetto: p.id('HANS'),
      cittadinanze: [{ descrizioneStato: 'GERMANIA', codiceStato: '216' }],
    }),
  ).toContain('EN421')
})
testOp('an Italian has no permit', async p => {
  expect(await p.codici('5008/4', { soggetto: p.id('ANNA'), permessoSoggiorno: PERMESSO })).toContain('CN368')
})
testOp('the card before is still read as of its days', async p => {
  const carta = (numero: string, dataRilascio: string) => ({
    soggetto: p.id('ANNA'),
    cartaIdentita: { ...CARTA, numero, dataRilascio },
  })
  await p.fa('5008/3', carta('VECCHIA', '2026-02-01'), { decorrenza: '2026-02-01' })
  await p.fa('5008/3', carta('NUOVA', '2026-10-01'), { decorrenza: '2026-10-01' })
  expect((await p.riga('ANNA')).dati.cartaIdentita?.numero).toBe('NUOVA')
  expect((await p.al('ANNA', '2026-05-05'))?.dati.cartaIdentita?.numero).toBe('VECCHIA')
})
testOp('a parent by id is linked, and named on the scheda as the register names her', async p => {
  await p.fa('5008/10', { soggetto: p.id('CARLA'), paternita: { id: p.id('BRUNO') } })
  const r = await p.riga('CARLA')
  expect(r.padre_id).toBe(p.id('BRUNO'))
  expect(r.dati.paternita?.generalita).toMatchObject({ nome: 'BRUNO', dataNascita: '1978-01-01' })
})

const COMPLETA = {
  attoNascita: { atto: ATTO },
  paternita: { generalita: { cognome: 'ROSSI', nome: 'UGO' } },
  soggettoCertificabile: 1,
}
testOp('a completion adds to what the iscrizione said, as if it had come with it', async p => {
  const dati = { soggetto: p.id('ANNA'), ...COMPLETA }
  await tornaComEra(p, 'ANNA', '5008/20', dati, { decorrenza: '2026-01-10' })
  await p.fa('5008/20', dati, { decorrenza: '2026-01-10' })
  expect((await p.al('ANNA', '2005-01-01'))?.dati.attoNascita?.numeroAtto).toBe('12')
})
testOp('a completion changes nothing, counts from the iscrizione, and comes before anything else', async p => {
  const dati = { soggetto: p.id('ANNA'), ...COMPLETA }
  const o = { decorrenza: '2026-01-10' }
  expect(await p.codici('5008/20', dati)).toEqual(['EN358'])
  expect(await p.codici('5008/20', { soggetto: p.id('HANS'), censimento: CENSIMENTO }, o)).toEqual(['AN155'])
  await p.fa('5008/8', { soggetto: p.id('ANNA'), autoveicoli: { possessoAutoveicoli: 'S', possessoPatente: 'S' } })
  expect(await p.codici('5008/20', dati, o)).toEqual(['EN357'])
})
