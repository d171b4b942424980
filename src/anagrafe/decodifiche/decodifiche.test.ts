import { expect, test } from 'vitest'
import { CERTIFICABILITA, LEGAMI_CONVIVENZA, LEGAMI_FAMIGLIA } from '../tabelle.ts'
import { NOMI, TABELLE, type Tabella, tutteLeVoci } from './base.ts'
import { decodifiche, decodificheDiBase } from './decodifiche.ts'
import { type Definizione, tabella, voci } from './tabella.ts'

const d = decodificheDiBase()
const OGGI = '2026-11-25'
const codici = (t: Tabella, uso?: never) => d.voci(t, uso).map(v => v.codice)

test('a legame ended in 2015 may only enter by subentro', () => {
  for (const codice of ['14', '15', '19', '80']) {
    expect(d.vale('legameFamiglia', codice, 'subentro', OGGI)).toBe(true)
    expect(d.vale('legameFamiglia', codice, 'corrente', OGGI)).toBe(false)
    expect(d.esiste('legameFamiglia', codice, '2015-09-15')).toBe(true)
    expect(d.esiste('legameFamiglia', codice, '2015-09-16')).toBe(false)
  }
})

test('a legame in use may be written today, and subentro may bring it too', () => {
  for (const codice of ['1', '2', '3', '28']) {
    expect(d.vale('legameFamiglia', codice, 'corrente', OGGI)).toBe(true)
    expect(d.vale('legameFamiglia', codice, 'subentro', OGGI)).toBe(true)
  }
})

test('a legame "not defined" exists, and no choice offers it', () => {
  expect(d.voci('legameFamiglia', 'indefinito').map(v => v.codice)).toEqual(['81', '99'])
  const offerti = d.voci('legameFamiglia', 'corrente', OGGI).map(v => v.codice)
  expect(offerti).toHaveLength(24)
  expect(offerti).not.toContain('81')
  expect(offerti[0]).toBe('1')
})

test('a code that the table does not have is refused for every use', () => {
  expect(d.esiste('legameFamiglia', '27')).toBe(false)
  expect(d.vale('legameFamiglia', '27', 'subentro', OGGI)).toBe(false)
  expect(d.esiste('statoCivile', '5')).toBe(false)
  expect(d.esiste('statoCivile', '01')).toBe(false)
  expect(d.esiste('statoCivile', 'constructor')).toBe(false)
  expect(d.descrizione('statoCivile', '5')).toBeUndefined()
})

test('a code is asked for as a message has it or as a column has it', () => {
  expect(d.descrizione('statoCivile', 1)).toBe('Celibe/Nubile')
  expect(d.vale('legameFamiglia', 14, 'subentro', OGGI)).toBe(true)
})

test('a use that the table does not have does not compile', () => {
  // @ts-expect-error a civil status does not come from 1001
  expect(d.vale('statoCivile', '1', 'op1001', OGGI)).toBe(false)
  // @ts-expect-error no such table
  expect(d.esiste('statoCivil', '1')).toBe(false)
})

test('birth is the motive of 1001 and of nothing else; 1002 takes the others, but not the return from AIRE', () => {
  expect(d.voci('motivoIscrizione', 'op1001').map(v => v.codice)).toEqual(['1'])
  expect(d.voci('motivoIscrizione', 'op1002').map(v => v.codice)).toEqual(['2', '3', '4', '5', '7', '8', '9', '10'])
  expect(d.voci('motivoIscrizione', 'subentro').map(v => v.codice)).toEqual(codici('motivoIscrizione'))
  expect(d.vale('motivoIscrizione', '6', 'mutazione', OGGI)).toBe(true)
})

test('a child of AIRE parents enters with C02 by A001, all others by A002', () => {
  expect(d.voci('motivoIscrizioneAire', 'opA001').map(v => v.codice)).toEqual(['C02'])
  expect(d.vale('motivoIscrizioneAire', 'C02', 'opA002', OGGI)).toBe(false)
  expect(d.vale('motivoIscrizioneAire', 'C09', 'conNote', OGGI)).toBe(true)
  expect(d.esiste('motivoIscrizioneAire', 'E01')).toBe(false)
})

test('death is cancelled by 2001, all else by 2003; the old motive 8 stays on who has it and is written no more', () => {
  expect(d.voci('motivoCancellazione', 'op2001').map(v => v.codice)).toEqual(['1', '2'])
  expect(d.vale('motivoCancellazione', '8', 'op2003', OGGI)).toBe(false)
  expect(d.vale('motivoCancellazione', '8', 'storico', OGGI)).toBe(true)
  expect(d.vale('motivoCancellazioneAire', '10', 'op2003', OGGI)).toBe(true)
  expect(d.esiste('motivoCancellazioneAire', '13')).toBe(false)
})

test('a union ends by agreement, negotiation or sentence, a convivenza by recesso or marriage, both by death', () => {
  expect(d.voci('cessazioneUnione', 'unioneCivile').map(v => v.codice)).toEqual(['1', '2', '3', '98'])
  expect(d.voci('cessazioneUnione', 'convivenzaDiFatto').map(v => v.codice)).toEqual(['31', '32', '34', '98'])
  expect(d.vale('cessazioneUnione', '31', 'unioneCivile', OGGI)).toBe(false)
})

test('a separation does not end a marriage', () => {
  expect(d.voci('cessazioneMatrimonio', 'separa').map(v => v.codice)).toEqual(['5', '8'])
  expect(d.vale('cessazioneMatrimonio', '5', 'scioglie', OGGI)).toBe(false)
})

test('an AIRE position converted at subentro gets A or B, which no operation may write', () => {
  expect(d.verso('posizioneAire', '2')).toBe('A')
  expect(d.vale('posizioneProfessionale', 'A', 'subentroAire', OGGI)).toBe(true)
  expect(d.vale('posizioneProfessionale', 'A', 'corrente', '2014-01-01')).toBe(false)
  expect(d.descrizione('titoloStudio', d.verso('titoloStudioAire', '4') ?? '')).toBe('Laurea')
})

test('who has partial certificabilità gets certificates of residence and family only', () => {
  expect(d.vale('certificabilita', '1', 'residenza', OGGI)).toBe(true)
  expect(d.vale('certificabilita', '1', 'tutti', OGGI)).toBe(false)
  expect(d.voci('certificabilita', 'tutti').map(v => v.codice)).toEqual(['2'])
  expect(d.voci('tipoCertificato', 'parziale').map(v => v.codice)).toEqual(['8', '12', '14'])
})

test('a code is refused before its first day and after its last', () => {
  const voce = { tabella: 'lingua', descrizione: 'Prova', ordine: 1, usi: [], verso: null, provvisoria: false }
  const prova = decodifiche([{ ...voce, codice: 'X', dal: '2020-01-01', al: '2020-12-31' }])
  const giorni = ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01']
  expect(giorni.map(g => prova.esiste('lingua', 'X', g))).toEqual([false, true, true, false])
  expect(giorni.map(g => prova.voci('lingua', undefined, g).length)).toEqual([0, 1, 1, 0])
  expect(prova.esiste('lingua', 'X')).toBe(true)
})

test('a code that stands for another stands for one that exists', () => {
  for (const nome of NOMI) {
    const t: Definizione = TABELLE[nome]
    if (t.verso === undefined) continue
    expect(NOMI).toContain(t.verso)
    for (const v of voci(nome, t)) expect(d.esiste(t.verso as Tabella, v.verso ?? ''), `${nome} ${v.codice}`).toBe(true)
  }
})

test('what is ours and not official is marked provisional, and only in tables that say so', () => {
  const provvisorie = new Set(tutteLeVoci().flatMap(v => (v.provvisoria ? [v.tabella] : [])))
  for (const nome of provvisorie) expect(TABELLE[nome as Tabella].provvisoria, nome).toBe(true)
  const numeri = NOMI.filter(n => TABELLE[n].provvisoria).map(n => TABELLE[n].numero)
  expect(numeri).toEqual([50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 65])
})

test('a final state of a request has no way on, and a refusal needs words', () => {
  for (const t of ['statoRettifica', 'statoCambioResidenza'] as const)
    for (const v of d.voci(t)) {
      expect(v.usi.includes('finale') && v.usi.includes('inCorso'), `${t} ${v.codice}`).toBe(false)
      if (v.usi.includes('conMotivo')) expect(v.usi).toContain('conNote')
    }
})

test('the sets that subentro asks are the tables', () => {
  expect([...LEGAMI_FAMIGLIA].map(String)).toEqual(codici('legameFamiglia'))
  expect(LEGAMI_FAMIGLIA.has(27)).toBe(false)
  expect([...LEGAMI_CONVIVENZA]).toEqual([1, 2, 3, 9])
  expect([...CERTIFICABILITA]).toEqual([0, 1, 2, 3, 4])
})

test.each([
  ['a code twice', '1|a\n1|b', 'the code stands twice'],
  ['a code without words', '1|', 'not codice|descrizione'],
  ['a use that the table does not declare', '1|a|altro', 'the use altro is not declared'],
  ['a day that is none', '1|a||2015', 'the period is not dal/al'],
  ['a code of another table that was not named', '1|a|||7', 'verso is missing or not declared'],
])('a table with %s stops the start', (_, righe, motivo) => {
  const t = tabella({ numero: 0, titolo: 'Prova', fonte: 'prova', usi: {}, righe })
  expect(() => voci('prova', t)).toThrow(motivo)
})
