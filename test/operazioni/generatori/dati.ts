import type { RigaScheda } from '../../../src/anagrafe/motore/registro.query.ts'
import { type Caso, famiglie, type Mondo, membri, vivi } from '../mondo.ts'
import { type Generatore, indirizzo, LUOGO } from './generatore.ts'

/** An operation on one person's data, sent by her comune, now and then by another. */
const su =
  (
    dati: (s: RigaScheda, m: Mondo, c: Caso) => object | undefined,
    di: (m: Mondo) => RigaScheda[] = vivi,
    decorrenza?: (s: RigaScheda) => string,
  ): Generatore =>
  (m, c) => {
    const s = c.uno(di(m))
    const suoi = s && dati(s, m, c)
    if (!s || !suoi) return
    return {
      comune: c.forse(92) ? s.comune_id : c.uno(m.comuni)!,
      dati: { soggetto: s.id, ...suoi },
      ...(decorrenza && { decorrenza: decorrenza(s) }),
    }
  }
const dellaFamiglia =
  (dati: (m: Mondo, c: Caso, capo: RigaScheda) => object, decorrenza?: (s: RigaScheda) => string): Generatore =>
  (m, c) => {
    const g = c.uno(famiglie(m).filter(x => membri(m, x.id).length > 0))
    if (!g) return
    const capo = membri(m, g.id).find(s => s.legame === 1) ?? membri(m, g.id)[0]!
    return {
      comune: c.forse(92) ? g.comune_id : c.uno(m.comuni)!,
      dati: { famiglia: g.id, ...dati(m, c, capo) },
      ...(decorrenza && { decorrenza: decorrenza(capo) }),
    }
  }
const atto = (anno: string, c: Caso) => ({
  comuneRegistrazione: LUOGO.comune,
  anno,
  parte: '1',
  serie: 'A',
  numeroAtto: String(c.intero(500)),
})
const carta = (m: Mondo, c: Caso) => ({
  numero: `CA${c.intero(100000)}`,
  dataRilascio: c.forse(90) ? m.giorno : '2027-01-01',
  interdizioneEspatrio: 'N',
  comuneRilascio: LUOGO.comune,
})
const dal = (s: RigaScheda) => s.teste?.residenza?.[1] ?? s.residenza_dal ?? s.aggiornata_il ?? s.base_dal
const genitore = (sesso: string) => (s: RigaScheda, m: Mondo, c: Caso) => {
  const g = c.uno(vivi(m).filter(x => x.sesso === sesso && (x.nascita < s.nascita || c.forse(10))))
  return c.forse(60) && g
    ? { id: g.id }
    : { generalita: { cognome: 'ANTICHI', nome: 'PRIMO', dataNascita: '1940-02-03' } }
}
const con = (k: string) => (m: Mondo) =>
  vivi(m).filter(s => (s.dati as unknown as Record<string, unknown>)[k] !== undefined)
const revoca = (k: string) =>
  su(
    (_s, _m, c) => ({ motivo: c.uno(['1', '2', '3']) }),
    m => (con(k)(m).length > 0 ? con(k)(m) : vivi(m)),
  )

export const DATI: Readonly<Record<string, Generatore>> = {
  '5008/1': su((s, _m, c) => ({
    ...(c.forse(20) && { gestioneCF: s.codice_fiscale ? '0' : '1' }),
    ...(c.forse(70) && {
      generalita: {
        cognome: c.forse(50) ? s.cognome! : `NUOVO`,
        nome: c.forse(50) ? s.nome! : 'DIVERSO',
        sesso: s.sesso,
        dataNascita: c.forse(80) ? s.nascita : '1979-08-09',
        ...(c.forse(95) && { luogoNascita: c.forse(50) ? s.dati.luogoNascita : LUOGO }),
      },
    }),
    ...(c.forse(40) && { statoCivile: { statoCivile: c.uno(['1', '2', '3', '4', '9'])!, noteStatoCivile: 'ATTI' } }),
    ...(c.forse(40) && {
      attributi: { senzaFissaDimora: c.uno(['S', 'N']), soggettoCertificabile: c.uno(['0', '1', '2']) },
    }),
  })),
  '5008/2': su((_s, m, c) => ({
    cittadinanze: [
      { descrizioneStato: 'ITALIA', codiceStato: '100', ...(c.forse(50) && { dataValidita: m.giorno }) },
      ...(c.forse(40) ? [{ descrizioneStato: 'FRANCIA', codiceStato: '215' }] : []),
    ].slice(c.forse(20) ? 1 : 0),
  })),
  '5008/3': su((_s, m, c) => ({ cartaIdentita: carta(m, c) })),
  '5008/4': su(
    (_s, m, c) => ({
      permessoSoggiorno: {
        tipoSoggiorno: c.uno(['1', '2', '5', '77']),
        dataRilascio: m.giorno,
        dataScadenza: '2030-01-01',
      },
    }),
    m => vivi(m).filter(s => s.dati.cittadinanza?.codiceStato !== '100'),
  ),
  '5008/6': su((_s, _m, c) => ({
    censimento: {
      annoCensimento: c.uno(['2011', '2021', '2090']),
      sezioneCensimento: String(c.intero(9)),
      foglioCensimento: '1',
    },
  })),
  '5008/7': su((_s, _m, c) => ({
    altriDati: { posizioneProfessionale: c.uno(['1', '2', '3', 'Z']), titoloStudio: c.uno(['3', 'C']) },
  })),
  '5008/8': su((_s, _m, c) => ({
    autoveicoli: { possessoAutoveicoli: c.uno(['S', 'N']), possessoPatente: c.uno(['S', 'N']) },
  })),
  '5008/10': su((s, m, c) => ({ paternita: genitore('M')(s, m, c) })),
  '5008/11': su((s, m, c) => ({ maternita: genitore('F')(s, m, c) })),
  '5008/15': su((s, _m, c) => ({ attoNascita: { atto: atto(c.forse(90) ? s.nascita.slice(0, 4) : '1900', c) } })),
  '5008/20': su(
    (s, m, c) => ({
      ...(c.forse(60) && { attoNascita: { atto: atto(s.nascita.slice(0, 4), c) } }),
      ...(c.forse(60) && { paternita: genitore('M')(s, m, c) }),
      soggettoCertificabile: c.intero(3),
    }),
    vivi,
    s => s.base_dal,
  ),
  '5008/22': su(
    (_s, m, c) => ({ data: c.forse(50) ? m.giorno : '2026-01-20', luogo: 'CASA' }),
    m => m.schede.filter(s => s.dati.cancellazione?.decesso !== undefined),
  ),
  '5001/6': dellaFamiglia((_m, c) => ({
    residenza: indirizzo(c),
    dataDecorrenzaResidenza: c.uno(['2001-06-01', '2010-01-01', '1990-01-01']),
  })),
  '5001/7': dellaFamiglia((_m, c) => ({ residenza: indirizzo(c) })),
  '5001/8': dellaFamiglia((_m, c) => ({ residenza: indirizzo(c) })),
  '5001/9': (m, c) =>
    dellaFamiglia(
      (_m, d) => ({ residenza: indirizzo(d) }),
      s => (c.forse(90) ? dal(s) : m.giorno),
    )(m, c),
  '5005/6': (m, c) => {
    const s = c.uno(vivi(m))
    return (
      s && {
        comune: s.comune_id,
        dati: { soggetti: [s.id], residenza: indirizzo(c), dataDecorrenzaResidenza: '2005-01-01' },
      }
    )
  },
  '5005/1': su((s, _m, c) => ({
    senzaFissaDimora: !s.senza_fissa_dimora,
    ...(c.forse(50) && { domicilio: indirizzo(c) }),
  })),
  '5005/3': su((_s, _m, c) => ({ indirizzo: indirizzo(c) })),
  '5005/4': su((_s, _m, c) => ({ indirizzo: c.forse(90) ? indirizzo(c) : { tipoIndirizzo: '3' } })),
  '5013/1': revoca('paternita'),
  '5013/2': revoca('maternita'),
  '5013/3': revoca('permessoSoggiorno'),
  '5013/4': revoca('censimento'),
  '5013/6': revoca('matrimonio'),
  '5013/7': revoca('unioneCivile'),
  '5013/8': revoca('convivenzaDiFatto'),
  '5013/9': (m, c) => {
    const g = c.uno(
      m.gruppi.filter(
        x => x.aperto && (x.responsabile_id !== null || x.dati?.responsabile !== undefined || c.forse(10)),
      ),
    )
    return g && { comune: g.comune_id, dati: { ...(c.forse(90) && { gruppo: g.id }), motivo: '1' } }
  },
  '5013/12': su(
    () => ({ motivo: '1' }),
    m => vivi(m).filter(s => s.codice_fiscale !== null),
  ),
  '5014/101': su(
    () => ({ dataDecorrenzaResidenza: '2001-05-03' }),
    m => vivi(m).filter(s => s.residenza_dal === null || s.residenza_dal > '2026'),
  ),
  '5014/102': su((_s, m, c) => ({ motivo: c.uno([3, 4, 7, 99]), provenienza: { comune: c.uno(m.comuni) } })),
  '5014/103': su((_s, _m, c) => ({
    ...(c.forse(50) && { dataPrimaIscrizione: '2001-05-02' }),
    ...(c.forse(50) && { dataIngressoFamiglia: c.uno(['2001-05-03', '2001-05-02', '2002-01-01']) }),
    ...(c.forse(50) && { dataUltimoAggiornamento: '2003-01-01' }),
  })),
  '5014/104': su((_s, _m, c) => ({
    ...(c.forse(50) && { dataDecorrenzaLegame: c.uno(['2003-01-01', '2010-01-01']) }),
    ...(c.forse(50) && { dataDecorrenzaResidenza: c.uno(['2003-01-01', '2010-01-01', '2090-01-01']) }),
    ...(c.forse(50) && { dataOrigineFamiglia: '1999-01-01' }),
  })),
  '5014/105': su((s, _m, c) => ({ luogoNascita: c.forse(80) ? LUOGO : s.dati.luogoNascita })),
  '5021/4': su(
    (s, m, c) => ({
      matrimonio: {
        ...s.dati.matrimonio,
        datiMatrimonio: { dataEvento: c.forse(80) ? '2001-06-04' : m.giorno, luogoEvento: LUOGO },
      },
    }),
    con('matrimonio'),
  ),
  '5021/5': su(
    (_s, m, c) => ({ vedovanza: { datiMorteconiuge: { dataEvento: c.forse(50) ? m.giorno : '2026-01-15' } } }),
    con('vedovanza'),
  ),
  '5021/6': su(
    (_s, _m, c) => ({ separazioneAnnullamentoCessazioneMatrimonio: { tipoCessazione: c.uno(['1', '3']) } }),
    con('separazioneAnnullamentoCessazioneMatrimonio'),
  ),
  '5008/18r': su(
    (s, m) => ({ unioneCivile: { ...s.dati.unioneCivile, attoUnione: { dataEvento: m.giorno } } }),
    con('unioneCivile'),
  ),
  '5008/16r': su(
    (s, m) => ({ convivenzaDiFatto: { ...s.dati.convivenzaDiFatto, contrattoStipula: { data: m.giorno } } }),
    con('convivenzaDiFatto'),
  ),
  AE: su((_s, _m, c) => ({ codiceFiscale: `RSSNNA80D52H${100 + c.intero(900)}X`, validita: c.uno([1, 9]) })),
}
