import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { alMeglio } from '../../../test/tempo.ts'
import { RADICE } from '../../radice.ts'
import { leggiArchivio } from './archivio.ts'
import { territorioDiBase } from './base.ts'
import { datiDaArchivio } from './importa.ts'
import { indicizza, nomeCompleto, nomeItaliano, type Territorio } from './territorio.ts'
import type { Periodo } from './tipi.ts'

const ARCHIVIO = join(RADICE, '../shared/reference/archivi/ANPR_archivio_comuni.csv')
const daiPacchetti = indicizza(territorioDiBase(), false)
const dallArchivio = existsSync(ARCHIVIO) ? indicizza(datiDaArchivio(await leggiArchivio(ARCHIVIO)), true) : undefined
const fonti: [string, Territorio][] = [['packages', daiPacchetti]]
if (dallArchivio) fonti.push(['archive', dallArchivio])

const nome = (p: Periodo | string) => (typeof p === 'string' ? p : `${p.nome} (${p.provincia})`)

describe.each(fonti)('from the %s', (_, t) => {
  test('San Teodoro alone is two places, with its province one', () => {
    expect(t.comune({ nome: 'San Teodoro' }, '1970-01-01')).toBe('ambiguo')
    expect(t.comune({ nome: 'SAN TEODORO', sigla: 'ME' }, '1970-01-01')).toMatchObject({ codice_istat: '083090' })
    expect(t.comune({ nome: 'San Teodoro', sigla: 'SS' }, '2020-01-01')).toMatchObject({ codice_istat: '090092' })
  })

  test('Castro, Livo, Peglio and Samone are told apart by their provinces', () => {
    const coppie = [
      ['Castro', 'BG', 'LE'],
      ['Livo', 'CO', 'TN'],
      ['Peglio', 'CO', 'PU'],
      ['Samone', 'TO', 'TN'],
    ] as const
    for (const [n, ...sigle] of coppie) {
      expect(t.comune({ nome: n }, '2020-06-01')).toBe('ambiguo')
      for (const sigla of sigle) expect(nome(t.comune({ nome: n, sigla }, '2020-06-01'))).toBe(`${n} (${sigla})`)
    }
  })

  test.each([
    ["SORGA'", 'VR'],
    ['Sorgà', 'VR'],
    ['SORGA’', 'vr'],
    ['sorga', 'VR'],
  ])('Sorgà is found typed %s', (scritto, sigla) => {
    expect(nome(t.comune({ nome: scritto, sigla }, '1960-05-05'))).toBe('Sorgà (VR)')
  })

  test.each(["FORLI'", 'Forlì', 'FORLÌ'])('Forlì is found typed %s', scritto => {
    expect(t.comune({ nome: scritto, sigla: 'FC' }, '2000-01-01')).toMatchObject({ codice_istat: '040012' })
  })

  test('a comune answers to its second name, to both, and to the Italian half of a double one', () => {
    for (const scritto of ['Bolzano', 'BOZEN', 'Bolzano/Bozen', 'BOLZANO-BOZEN'])
      expect(t.comune({ nome: scritto }, '2020-01-01')).toMatchObject({ codice_istat: '021008' })
    for (const scritto of ['Doberdò del Lago', 'DOBERDOB', "DOBERDO' DEL LAGO-DOBERDOB", 'Doberdò del Lago/Doberdob'])
      expect(t.comune({ nome: scritto }, '2020-01-01')).toMatchObject({ codice_istat: '031003' })
    for (const scritto of ['DUINO AURISINA', 'Devin Nabrežina', 'DEVIN NABREZINA', 'Duino Aurisina-Devin Nabrežina'])
      expect(t.comune({ nome: scritto }, '2020-01-01')).toMatchObject({ codice_istat: '032001' })
    for (const scritto of ['San Giovanni di Fassa', 'SEN JAN', 'SÈN JAN', 'San Giovanni di Fassa-Sèn Jan'])
      expect(t.comune({ nome: scritto }, '2020-01-01')).toMatchObject({ codice_istat: '022250' })
    for (const scritto of ['Funes', 'VILLNÖß', 'VILLNOESS', 'Villnoss'])
      expect(t.comune({ nome: scritto }, '2020-01-01')).toMatchObject({ codice_istat: '021033' })
  })

  test('a page shows both names once', () => {
    const mostrato = (istat: string) => nomeCompleto(t.comuneAttivo(istat)!)
    expect(mostrato('021008')).toBe('Bolzano/Bozen')
    expect(mostrato('021118')).toBe('Senale-San Felice/Unsere Liebe Frau im Walde-St. Felix')
    expect(mostrato('022118')).toBe('Moena')
    expect(['Sgonico/Zgonik', 'Sgonico-Zgonik']).toContain(mostrato('032005'))
    expect(mostrato('030117')).toBe('Tarvisio/Trbiž')
    expect(t.comuniAttivi().filter(p => /COMUNE DI|OBCINA/i.test(`${p.nome} ${p.altro_nome}`))).toEqual([])
  })

  test('the code and the name sent together must be of one comune', () => {
    expect(nome(t.comune({ codiceIstat: '015146', nome: 'Milano', sigla: 'MI' }, '1980-01-01'))).toBe('Milano (MI)')
    expect(t.comune({ codiceIstat: '015146', nome: 'Torino' }, '1980-01-01')).toBe('mai esistito')
    expect(t.comune({ codiceIstat: '999999' }, '1980-01-01')).toBe('mai esistito')
    expect(t.comune({ nome: 'Atlantide' }, '1980-01-01')).toBe('mai esistito')
    expect(t.comune({}, '1980-01-01')).toBe('mai esistito')
  })

  test('nobody was born in a comune before it was founded, or after it was merged', () => {
    expect(t.comune({ nome: 'Misiliscemi', sigla: 'TP' }, '2021-02-19')).toBe('non a quella data')
    expect(nome(t.comune({ nome: 'Misiliscemi', sigla: 'TP' }, '2021-02-20'))).toBe('Misiliscemi (TP)')
    expect(nome(t.comune({ nome: 'Nanto', sigla: 'VI' }, '2026-02-20'))).toBe('Nanto (VI)')
    expect(t.comune({ nome: 'Nanto', sigla: 'VI' }, '2026-02-21')).toBe('non a quella data')
  })

  test('where only the year or the month of birth is known, any day of it will do', () => {
    expect(nome(t.comune({ nome: 'Misiliscemi' }, '2021'))).toBe('Misiliscemi (TP)')
    expect(nome(t.comune({ nome: 'Misiliscemi' }, '2021-02'))).toBe('Misiliscemi (TP)')
    expect(t.comune({ nome: 'Misiliscemi' }, '2021-01')).toBe('non a quella data')
    expect(t.comune({ nome: 'Misiliscemi' }, '2020')).toBe('non a quella data')
  })

  test('Montecopiolo went from Pesaro to Rimini, with another code, on 17 June 2021', () => {
    expect(t.comune({ nome: 'Montecopiolo' }, '2021-06-16')).toMatchObject({
      provincia: 'PU',
      codice_istat: '041033',
      regione: '11',
    })
    expect(t.comune({ nome: 'Montecopiolo' }, '2021-06-17')).toMatchObject({
      provincia: 'RN',
      codice_istat: '099030',
      regione: '08',
    })
  })

  test('Darfo is 017065; 017515 is the code of its former name, not of a comune', () => {
    expect(t.comuneAttivo('017065')?.nome).toBe('Darfo Boario Terme')
    expect(t.comune({ codiceIstat: '017515' }, '1950-01-01')).toBe('mai esistito')
    expect(t.èCodiceDiDenominazione('017515')).toBe(true)
    expect(t.èCodiceDiDenominazione('017065')).toBe(false)
  })

  test('a comune is found by its cadastral code', () => {
    expect(nome(t.comunePerCatastale('F205', '1980-01-01'))).toBe('Milano (MI)')
    expect(t.comunePerCatastale('M439', '2020-01-01')).toBe('non a quella data')
    expect(t.comunePerCatastale('A000', '2020-01-01')).toBe('mai esistito')
  })

  test('births in the Soviet Union and Yugoslavia: before the end, not after', () => {
    expect(t.statoPerNome('URSS', '1975-05-05')).toMatchObject({
      codice_at: 'Z135',
      nascita: true,
      in_tabella_2: false,
    })
    expect(t.statoPerNome('Unione Sovietica', '1991-12-31')).toMatchObject({ codice_at: 'Z135' })
    expect(t.statoPerNome('U.R.S.S.', '1992-01-01')).toBe('non a quella data')
    expect(t.stato('224', '1960')).toMatchObject({ codice_at: 'Z118', al: '2003-12-31', cittadinanza: false })
    expect(t.statoPerNome('jugoslavia', '2010-01-01')).toBe('non a quella data')
    expect(t.statoPerNome('Cecoslovacchia', '1992-12-31')).toMatchObject({ codice_at: 'Z105' })
    expect(t.statoPerNome('Paperopoli', '1992-12-31')).toBe('mai esistito')
  })

  test('a state is found by both its codes; a territory serves for residence only', () => {
    expect(t.stato('301', '1980-01-01')).toBe(t.stato('Z200', '1980-01-01'))
    expect(t.stato('218', '2020-01-01')).toMatchObject({
      codice_at: 'Z113',
      nascita: false,
      cittadinanza: false,
      residenza: true,
    })
    expect(t.stato('999', '2020-01-01')).toMatchObject({
      nome: 'Apolide',
      cittadinanza: true,
      nascita: false,
      residenza: false,
    })
    expect(t.stato('998', '2020-01-01')).toMatchObject({ cittadinanza: true, nascita: true, residenza: false })
    expect(t.stato('123', '2020-01-01')).toBe('mai esistito')
    expect(t.dati.stati.filter(s => s.residenza && !s.nascita && !s.cittadinanza)).toHaveLength(37)
  })

  test('a consulate is found by its code, and those that serve a state by its', () => {
    expect(t.consolato('2230203')).toMatchObject({ sede: 'Charleroi', tipo: "Consolato generale d'Italia" })
    expect(t.consolato('9999999')).toBeUndefined()
    expect(t.consolatiPer('202').map(c => c.sede)).toEqual(['Barcellona'])
    for (const c of t.dati.competenze) expect(typeof t.stato(c.codice_istat, '2020-01-01')).toBe('object')
  })

  test('twice the 50,000 places of birth a second that the checks need, at the least', async () => {
    const periodi = t.dati.periodi
    const durata = await alMeglio(1000, () => {
      for (let i = 0; i < 100_000; i++) {
        const p = periodi[(i * 7919) % periodi.length]!
        t.comune({ nome: p.nome_traslitterato, sigla: p.provincia }, p.dal)
      }
    })
    expect(durata).toBeLessThan(1000)
  })
})

describe('from the packages alone', () => {
  test('a sigla from before the province was born is let pass, since its history is not known', () => {
    expect(nome(daiPacchetti.comune({ nome: 'Lodi', sigla: 'MI' }, '1970-01-01'))).toBe('Lodi (LO)')
    expect(daiPacchetti.comune({ nome: 'Lodi', sigla: 'RM' }, '1970-01-01')).toBe('mai esistito')
  })
})

// Skipped where ../shared/reference is not beside the project: the ministry's archive is not ours to carry.
describe.skipIf(!dallArchivio)('from the archive alone (needs ../shared/reference)', () => {
  const t = dallArchivio!
  const base = territorioDiBase()

  test('on 16 May 2023 there were 7,901 comuni, and 7,894 today, when our table has spoken', () => {
    const vivi = (il: string) =>
      new Set(t.dati.periodi.filter(p => p.dal <= il && (p.al === null || p.al >= il)).map(p => p.comune))
    expect(vivi('2023-05-16').size).toBe(7901)
    expect(t.comuniAttivi()).toHaveLength(7894)
  })

  test('packages and archive know the same comuni today: codes, provinces, regions, prefetture and ids', () => {
    const chi = (x: Territorio) =>
      x
        .comuniAttivi()
        .map(p => [p.comune, p.codice_istat, p.provincia, p.regione, p.prefettura, nomeItaliano(p)].join(' '))
        .sort()
    expect(chi(t)).toEqual(chi(daiPacchetti).map(r => (r.endsWith(' Pont-Canavese') ? r.replace('-', ' ') : r)))
  })

  test('twenty-three ended comuni are in the archive only; whoever is in both has one id', () => {
    const nostri = new Map(base.comuni.map(c => [c.chiave, c.id]))
    const soli = t.dati.comuni.filter(c => !nostri.has(c.chiave))
    expect(soli.filter(c => c.codice_catastale !== null)).toHaveLength(22)
    expect(soli.filter(c => c.codice_catastale === null).map(c => c.chiave)).toContain('D588 FILAGO')
    for (const c of t.dati.comuni) if (nostri.has(c.chiave)) expect(c.id).toBe(nostri.get(c.chiave))
    expect(new Set(t.dati.comuni.map(c => c.id)).size).toBe(t.dati.comuni.length)
  })

  test('nobody was born in Castelsilano in 1930: it was Casino; but its cadastral code is the one of the codice fiscale', () => {
    expect(t.comune({ nome: 'Castelsilano', sigla: 'CZ' }, '1930-06-01')).toBe('non a quella data')
    expect(nome(t.comune({ nome: 'Casino', sigla: 'CZ' }, '1930-06-01'))).toBe('Casino (CZ)')
    const comuni = new Set(
      t.comuneQuandoCheSia({ nome: 'Castelsilano' }).map(p => t.comunePerId(p.comune)?.comune.codice_catastale),
    )
    expect([...comuni]).toEqual(['B968'])
  })

  test('Magliano Romano has existed since 29 March 1958', () => {
    expect(t.comune({ nome: 'Magliano Romano', sigla: 'RM' }, '1934-01-01')).toBe('non a quella data')
    expect(nome(t.comune({ nome: 'Magliano Romano', sigla: 'RM' }, '1958-03-29'))).toBe('Magliano Romano (RM)')
  })

  test('Forlì was of FO until 15 April 1992, then of FC; Lodi of MI, then of LO', () => {
    expect(nome(t.comune({ nome: "FORLI'", sigla: 'FO' }, '1992-04-15'))).toBe('Forlì (FO)')
    expect(t.comune({ nome: "FORLI'", sigla: 'FC' }, '1992-04-15')).toBe('non a quella data')
    expect(nome(t.comune({ nome: 'Lodi', sigla: 'MI' }, '1970-01-01'))).toBe('Lodi (MI)')
    expect(t.comune({ nome: 'Lodi', sigla: 'LO' }, '1970-01-01')).toBe('non a quella data')
    // 1992 alone: both will do
    expect(nome(t.comune({ nome: 'Forlì', sigla: 'FO' }, '1992'))).toBe('Forlì (FO)')
    expect(nome(t.comune({ nome: 'Forlì', sigla: 'FC' }, '1992'))).toBe('Forlì (FC)')
  })

  test('an ISTAT code that was given twice means whom it meant on that day', () => {
    expect(nome(t.comune({ codiceIstat: '070002' }, '1950-01-01'))).toBe("Acquaviva d'Isernia (CB)")
    expect(nome(t.comune({ codiceIstat: '070002' }, '1980-01-01'))).toBe('Baranello (CB)')
    expect(t.comune({ codiceIstat: '070002' }, '1935-01-01')).toBe('non a quella data')
    expect(nome(t.comune({ codiceIstat: '092001' }, '1970-01-01'))).toBe('Abbasanta (CA)')
    expect(nome(t.comune({ codiceIstat: '092001' }, '1980-01-01'))).toBe('Arbus (CA)')
    const dueVolte = [...Map.groupBy(t.dati.periodi, p => p.codice_istat)].filter(
      ([, v]) => new Set(v.map(p => p.comune)).size > 1,
    )
    expect(dueVolte).toHaveLength(367) // 366 of the archive by cadastral code, and Filago of 1928
  })

  test('three Castelli of Trento in 1921 and their like are ambiguous, and told so', () => {
    expect(t.comune({ nome: 'Castello', sigla: 'TN' }, '1921-01-01')).toBe('ambiguo')
    expect(
      nome(
        t.comune(
          { codiceIstat: t.dati.periodi.find(p => p.comune === 2183)!.codice_istat!, nome: 'Castello' },
          '1921-01-01',
        ),
      ),
    ).toBe('Castello (TN)')
  })

  test('each row stands in a province and a region that exist, an active one in those of its code', () => {
    const province = new Map(t.dati.province.map(p => [p.sigla, p]))
    for (const p of t.dati.periodi) {
      const provincia = province.get(p.provincia)!
      expect(p.dal >= provincia.dal && (provincia.al === null || (p.al !== null && p.al <= provincia.al))).toBe(true)
      if (p.al === null)
        expect([p.regione, p.codice_istat!.slice(0, 3)]).toEqual([provincia.regione, provincia.codice_istat])
      else if (p.regione !== provincia.regione)
        expect(['EX', '00', '06', '05', '08', '10', '11', '12', '13', '14', '15']).toContain(p.regione)
    }
  })

  test('our table of provinces is what the archive says of them', () => {
    expect(t.dati.province).toEqual(base.province)
    expect(new Set(t.dati.prefetture.map(p => p.nome))).toEqual(new Set(base.prefetture.map(p => p.nome)))
  })
})
