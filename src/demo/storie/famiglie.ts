import type { TipoCittadinanza } from '../../contratto/index.ts'
import type { FamigliaNarrata } from './tipi.ts'

const via = (
  cap: string,
  specie: 'VIA' | 'PIAZZA' | 'CORSO' | 'STRADA',
  denominazioneToponimo: string,
  numero: string,
  altro: { interno1?: string; piano?: string; scala?: string } = {},
): FamigliaNarrata['casa'] => ({
  // biome-ignore format: one line
  cap,
  toponimo: {
    codSpecie: { VIA: '213', PIAZZA: '125', CORSO: '42', STRADA: '180' }[specie],
    specie,
    denominazioneToponimo,
  },
  numeroCivico: { numero, ...(Object.keys(altro).length > 0 && { civicoInterno: altro }) },
})
const cittadina = (codiceStato: string, descrizioneStato: string, dataValidita: string): TipoCittadinanza => ({
  descrizioneStato,
  codiceStato,
  dataValidita,
})

/** The families of the stories, by comune and story. All of them invented. */
export const FAMIGLIE: Readonly<Record<string, Readonly<Record<string, FamigliaNarrata>>>> = {
  famiglia: {
    '015146': {
      origine: '2006-09-16', motivo: '1', nozze: { il: '2006-09-16', a: '015146' }, casaDal: '2011-04-01',
      casa: via('20131', 'VIA', 'GIOVANNI PASCOLI', '41', { scala: 'B', piano: '3', interno1: '12' }),
      membri: [
        { cognome: 'FUMAGALLI', nome: 'GIULIA', sesso: 'F', nascita: '1979-05-14', nato: '015146', coniuge: 1, statoCivile: '2' },
        { cognome: 'BESTETTI', nome: 'ANDREA', sesso: 'M', nascita: '1976-10-02', nato: '108033', legame: '2', coniuge: 0, statoCivile: '2' },
        { cognome: 'BESTETTI', nome: 'MATTEO', sesso: 'M', nascita: '2009-02-20', nato: '015146', padre: 1, madre: 0 },
        { cognome: 'BESTETTI', nome: 'SOFIA', sesso: 'F', nascita: '2013-11-06', nato: '015146', padre: 1, madre: 0 },
      ],
    },
  },
  minore: {
    '016024': {
      origine: '2008-06-21', motivo: '1', nozze: { il: '2008-06-21', a: '016024' }, casa: via('24121', 'VIA', 'GAETANO DONIZETTI', '8', { piano: '1' }),
      membri: [
        { cognome: 'ROTA', nome: 'STEFANO', sesso: 'M', nascita: '1977-03-27', nato: '016024', coniuge: 1, statoCivile: '2' },
        { cognome: 'LOCATELLI', nome: 'CHIARA', sesso: 'F', nascita: '1980-08-15', nato: '016024', legame: '2', coniuge: 0, statoCivile: '2' },
        { cognome: 'ROTA', nome: 'DAVIDE', sesso: 'M', nascita: '2012-04-03', nato: '016024', padre: 0, madre: 1 },
      ],
    },
  },
  aire: {
    '010028': {
      origine: '1990-07-01', motivo: '1', nozze: { il: '1979-11-10', a: '602 BUENOS AIRES' }, estero: { consolato: '2600103', citta: 'BUENOS AIRES' },
      membri: [
        { cognome: 'SANGUINETI', nome: 'AGOSTINO', sesso: 'M', nascita: '1952-09-21', nato: '010028', coniuge: 1, statoCivile: '2', fisso: { sezioni: { altraCittadinanza: [cittadina('602', 'ARGENTINA', '1985-05-25')] } } },
        { cognome: 'LAGOMARSINO', nome: 'ELVIRA', sesso: 'F', nascita: '1956-02-14', nato: '602 BUENOS AIRES', legame: '2', coniuge: 0, statoCivile: '2', fisso: { sezioni: { altraCittadinanza: [cittadina('602', 'ARGENTINA', '1956-02-14')] } } },
      ],
    },
  },
  oriundo: {
    '025006': {
      origine: '2013-05-20', estero: { consolato: '2630303', citta: 'CURITIBA' },
      membri: [
        { cognome: 'DE BIASI', nome: 'LUCAS', sesso: 'M', nascita: '1994-11-30', nato: '605 CURITIBA', fisso: { nonValidato: true, sezioni: { altraCittadinanza: [cittadina('605', 'BRASILE', '1994-11-30')] } } },
      ],
    },
  },
  vedova: {
    '063049': {
      origine: '2001-07-14', motivo: '1', casa: via('80141', 'VIA', 'CARLO PISACANE', '27', { piano: '2', interno1: '5' }),
      membri: [
        { cognome: 'CAPASSO', nome: 'IMMACOLATA', sesso: 'F', nascita: '1975-12-08', nato: '063049', statoCivile: '3', finita: '2016-01-19', fisso: { ex: { cognome: 'IOVINE', nome: 'GENNARO', nascita: '1971-04-30', il: '2001-07-14' } } },
        { cognome: 'IOVINE', nome: 'ANTONIO', sesso: 'M', nascita: '2003-03-13', nato: '063049', madre: 0 },
        { cognome: 'IOVINE', nome: 'CARMELA', sesso: 'F', nascita: '2009-07-16', nato: '063049', madre: 0 },
        { cognome: 'IOVINE', nome: 'CIRO', sesso: 'M', nascita: '2014-09-19', nato: '063049', madre: 0 },
      ],
    },
  },
  'cf-non-validato': {
    '001272': {
      origine: '1992-10-01', casa: via('10138', 'CORSO', 'FRANCESCO FERRUCCI', '112', { scala: 'A', interno1: '9' }),
      membri: [{ cognome: 'GIRAUDO', nome: 'PIERO', sesso: 'M', nascita: '1961-02-17', nato: '004078', iscrizione: '1992-10-01', fisso: { nonValidato: true } }],
    },
  },
  doppione: {
    '097042': {
      origine: '2010-02-22', casa: via('23900', 'VIA', 'ALESSANDRO MANZONI', '15', { interno1: '3' }),
      membri: [{ cognome: 'INVERNIZZI', nome: 'MARTA', sesso: 'F', nascita: '1984-07-09', nato: '097042' }],
    },
    '100005': {
      origine: '2017-09-11', casa: via('59100', 'VIA', 'DELLA FONTANA', '60', { interno1: '2' }),
      membri: [{ cognome: 'INVERNIZZI', nome: 'MARTA', sesso: 'F', nascita: '1984-07-09', nato: '097042', iscrizione: '2017-09-11' }],
    },
  },
  centenaria: {
    '048017': {
      origine: '1949-05-01', casaDal: '1968-03-01', casa: via('50124', 'VIA', 'DEL MULINO', '6'),
      membri: [{ cognome: 'MAGHERINI', nome: 'ARGENTINA', sesso: 'F', nascita: '1924-03-19', nato: 'D887', iscrizione: '1928-12-17', statoCivile: '3', finita: '1998-10-27', fisso: { ex: { cognome: 'BAGNOLI', nome: 'NELLO', nascita: '1920-06-13', il: '1949-05-01' } } }],
    },
  },
  straniero: {
    '036023': {
      origine: '2010-10-18', motivo: '1', nozze: { il: '2009-07-04', a: '436 KHOURIBGA' }, casa: via('41122', 'VIA', 'EMILIA EST', '320', { interno1: '7' }),
      membri: [
        { cognome: 'EL AMRANI', nome: 'RACHID', sesso: 'M', nascita: '1983-08-25', nato: '436 KHOURIBGA', nazione: '436', iscrizione: '2006-02-09', coniuge: 1, statoCivile: '2' },
        { cognome: 'ZAHIRI', nome: 'HANANE', sesso: 'F', nascita: '1988-03-03', nato: '436 SETTAT', nazione: '436', legame: '2', coniuge: 0, statoCivile: '2' },
        { cognome: 'EL AMRANI', nome: 'YOUSSEF', sesso: 'M', nascita: '2010-04-22', nato: '436 KHOURIBGA', nazione: '436', padre: 0, madre: 1 },
        { cognome: 'EL AMRANI', nome: 'AMINA', sesso: 'F', nascita: '2014-12-01', nato: '036023', nazione: '436', padre: 0, madre: 1 },
      ],
    },
  },
  comunitaria: {
    '058091': {
      origine: '2008-03-17', casa: via('00182', 'VIA', 'TARANTO', '95', { scala: 'C', interno1: '14' }),
      membri: [{ cognome: 'MUNTEANU', nome: 'MIHAELA', sesso: 'F', nascita: '1977-01-22', nato: '235 BACAU', nazione: '235', statoCivile: '4', finita: '2006-05-12', fisso: { ex: { cognome: 'ROTARU', nome: 'FLORIN', nascita: '1973-09-08', il: '1998-08-01' } } }],
    },
  },
  'nuova-italiana': {
    '001272': {
      origine: '2016-11-03', casa: via('10154', 'VIA', 'ANTONIO BANFO', '30', { interno1: '6' }),
      membri: [{ cognome: 'BENNANI', nome: 'SALMA', sesso: 'F', nascita: '1990-06-02', nato: '436 CASABLANCA', origine: '436', iscrizione: '1998-09-14', fisso: { sezioni: { cittadinanza: cittadina('100', 'ITALIA', '2012-03-29'), altraCittadinanza: [cittadina('436', 'MAROCCO', '1990-06-02')] } } }],
    },
  },
  'unione-civile': {
    '037006': {
      origine: '2017-09-16', motivo: '6', nozze: { il: '2017-09-16', a: '037006' }, casa: via('40124', 'VIA', 'SAN MAMOLO', '77', { piano: '2', interno1: '4' }),
      membri: [
        { cognome: 'MONTANARI', nome: 'SILVIA', sesso: 'F', nascita: '1978-03-11', nato: '037006', coniuge: 1, statoCivile: '6' },
        { cognome: 'BELLETTINI', nome: 'ELEONORA', sesso: 'F', nascita: '1982-12-23', nato: '038008', legame: '28', coniuge: 0, statoCivile: '6', iscrizione: '2014-01-10' },
      ],
    },
  },
  divorziato: {
    '058091': {
      origine: '2013-02-01', motivo: '6', nozze: { il: '2013-02-01', a: '058091' }, casa: via('00141', 'VIA', 'MONTE BIANCO', '18', { scala: 'A', interno1: '11' }),
      membri: [
        { cognome: 'PROIETTI', nome: 'MASSIMO', sesso: 'M', nascita: '1969-10-05', nato: '058091', statoCivile: '4', finita: '2011-05-24', convivente: 1, fisso: { ex: { cognome: 'FABRIZI', nome: 'CINZIA', nascita: '1970-07-18', il: '1996-06-29' } } },
        { cognome: 'DE ANGELIS', nome: 'FEDERICA', sesso: 'F', nascita: '1981-04-26', nato: '058091', legame: '23', convivente: 0 },
        { cognome: 'PROIETTI', nome: 'LEONARDO', sesso: 'M', nascita: '2014-08-30', nato: '058091', padre: 0, madre: 1 },
      ],
    },
  },
  frate: {
    '054024': {
      origine: '1951-10-04', convivenza: { specie: '1', nome: 'CONVENTO DI SAN FRANCESCO DELLE ROSE', responsabile: 'convive' }, casa: via('06024', 'PIAZZA', 'DEI QUARANTA FRATI', '3'),
      membri: [
        { cognome: 'FIORUCCI', nome: 'BERNARDINO', sesso: 'M', nascita: '1958-05-20', nato: '054018', iscrizione: '1984-09-30' },
        { cognome: 'MENCARELLI', nome: 'EGIDIO', sesso: 'M', nascita: '1941-12-06', nato: '054024', ingresso: '1966-10-04' },
        { cognome: 'OSEI', nome: 'SAMUEL', sesso: 'M', nascita: '1987-03-15', nato: '423 KUMASI', nazione: '423', iscrizione: '2015-01-12' },
      ],
    },
  },
  'casa-di-riposo': {
    '010025': {
      origine: '1974-03-01', convivenza: { specie: '3', nome: 'CASA DI RIPOSO VILLA DEI LIMONI', responsabile: 'altrove' }, casa: via('16148', 'VIA', 'DEGLI ULIVI', '2'),
      membri: [
        { cognome: 'PARODI', nome: 'CATERINA', sesso: 'F', nascita: '1936-11-02', nato: '010025', ingresso: '2017-10-09', statoCivile: '3', finita: '2012-02-03', fisso: { ex: { cognome: 'BRUZZONE', nome: 'ALDO', nascita: '1931-01-17', il: '1959-04-25' } } },
        { cognome: 'REPETTO', nome: 'GINO', sesso: 'M', nascita: '1939-08-19', nato: '010046', iscrizione: '2018-06-05' },
      ],
    },
  },
  'senza-dimora': {
    '072006': { origine: '2015-11-16', senzaDimora: true, membri: [{ cognome: 'LORUSSO', nome: 'VITO', sesso: 'M', nascita: '1966-06-15', nato: '072006', ingresso: '2015-11-16' }] },
  },
  'solo-anno': {
    '087015': {
      origine: '2016-04-18', motivo: '2', casa: via('95131', 'VIA', 'DEI PINI', '21', { piano: '1' }),
      membri: [
        { cognome: 'TESFAMARIAM', nome: 'LETEBRHAN', sesso: 'F', nascita: '1979-01-01', incerta: 2, nato: '466 ASMARA', nazione: '466', statoCivile: '1' },
        { cognome: 'BERHANE', nome: 'SENAIT', sesso: 'F', nascita: '2008-05-01', incerta: 1, nato: '466 KEREN', nazione: '466', madre: 0 },
      ],
    },
  },
  'senza-cognome': {
    '034027': { origine: '2017-02-27', casa: via('43121', 'VIA', 'DELLA REPUBBLICA', '101', { interno1: '1' }), membri: [{ cognome: '', nome: 'AMANULLAH', sesso: 'M', nascita: '1995-09-13', nato: '301 HERAT', nazione: '301' }] },
  },
  bolzano: {
    '021008': {
      origine: '2012-06-30', motivo: '1', nozze: { il: '2012-06-30', a: '021008' }, casa: via('39100', 'PIAZZA', 'WALTHER', '14', { piano: '2' }), lingua: { id: '2', nome: 'WALTHERPLATZ' },
      membri: [
        { cognome: 'UNTERHOLZNER', nome: 'KATHARINA', sesso: 'F', nascita: '1986-02-28', nato: '021008', coniuge: 1, statoCivile: '2' },
        { cognome: 'ZÖSCHG', nome: 'GÜNTHER', sesso: 'M', nascita: '1983-09-01', nato: '021051', legame: '2', coniuge: 0, statoCivile: '2' },
        { cognome: 'ZÖSCHG', nome: 'JONAS', sesso: 'M', nascita: '2016-01-23', nato: '021008', padre: 1, madre: 0 },
      ],
    },
  },
  slovena: {
    '032006': {
      origine: '1998-05-09', casa: { ...via('34151', 'VIA', 'DEL PAESE', '52')!, frazione: 'OPICINA' }, lingua: { id: '4', nome: 'VAŠKA ULICA' },
      membri: [{ cognome: 'ŽERJAL', nome: 'MAJDA', sesso: 'F', nascita: '1971-12-19', nato: '032006' }],
    },
  },
  lettere: {
    '054039': {
      origine: '2015-05-30', motivo: '1', nozze: { il: '2015-05-30', a: '054039' }, casa: via('06123', 'CORSO', 'GIUSEPPE GARIBALDI', '88'),
      membri: [
        { cognome: 'ŚWIĄTEK-DĄBROWSKA', nome: 'ŁUCJA', sesso: 'F', nascita: '1988-04-07', nato: '233 CRACOVIA', nazione: '233', iscrizione: '2011-09-19', coniuge: 1, statoCivile: '2' },
        { cognome: "D'ÀVILA", nome: 'NICOLÒ', sesso: 'M', nascita: '1985-01-06', nato: '054039', legame: '2', coniuge: 0, statoCivile: '2' },
      ],
    },
  },
  omocodia: {
    '082053': {
      origine: '1990-09-08', motivo: '1', nozze: { il: '1990-09-08', a: '082053' }, casa: via('90139', 'VIA', 'DEI MILLE', '44', { piano: '5', interno1: '18' }),
      membri: [
        { cognome: 'MESSINA', nome: 'SALVATORE', sesso: 'M', nascita: '1963-08-12', nato: '082053', coniuge: 1, statoCivile: '2', fisso: { livello: 1 } },
        { cognome: 'PULVIRENTI', nome: 'ROSALIA', sesso: 'F', nascita: '1966-09-04', nato: '082053', legame: '2', coniuge: 0, statoCivile: '2' },
      ],
    },
  },
  'certificabilita-parziale': {
    '023091': {
      origine: '1985-04-13', casa: via('37126', 'VIA', 'ADIGE', '19', { interno1: '2' }),
      membri: [{ cognome: 'ZAMBON', nome: 'NICOLA', sesso: 'M', nascita: '1957-01-30', nato: '023091', fisso: { sezioni: { attributiSoggetto: { senzaFissaDimora: 'N', soggettoCertificabile: '1' } } } }],
    },
  },
  'vedova-recente': {
    '072006': {
      origine: '2010-06-12', motivo: '1', nozze: { il: '2010-06-12', a: '072006' }, casa: via('70124', 'VIA', 'GIULIO PETRONI', '61', { piano: '4', interno1: '16' }),
      membri: [
        { cognome: 'DE TULLIO', nome: 'NICOLA', sesso: 'M', nascita: '1978-11-23', nato: '072006', coniuge: 1, statoCivile: '2' },
        { cognome: 'CASSANO', nome: 'ANGELA', sesso: 'F', nascita: '1982-03-09', nato: '072006', legame: '2', coniuge: 0, statoCivile: '2' },
        { cognome: 'DE TULLIO', nome: 'GAIA', sesso: 'F', nascita: '2012-02-17', nato: '072006', padre: 0, madre: 1 },
        { cognome: 'DE TULLIO', nome: 'PIETRO', sesso: 'M', nascita: '2015-10-05', nato: '072006', padre: 0, madre: 1 },
      ],
    },
  },
  'dato-per-morto': {
    '023091': {
      origine: '1974-09-07', motivo: '1', nozze: { il: '1974-09-07', a: '023091' }, casa: via('37129', 'VIA', 'CARLO CIPOLLA', '30', { piano: '1' }),
      membri: [
        { cognome: 'RINALDI', nome: 'OTTAVIO', sesso: 'M', nascita: '1948-07-30', nato: '023091', coniuge: 1, statoCivile: '2' },
        { cognome: 'FERRARESE', nome: 'LUIGINA', sesso: 'F', nascita: '1951-01-12', nato: '023091', legame: '2', coniuge: 0, statoCivile: '2' },
      ],
    },
  },
  'nato-due-volte': {
    '034027': {
      origine: '2013-05-18', motivo: '1', nozze: { il: '2013-05-18', a: '034027' }, casa: via('43125', 'STRADA', 'DEL QUARTIERE', '12', { piano: '2', interno1: '5' }),
      membri: [
        { cognome: 'MANTOVANI', nome: 'SARA', sesso: 'F', nascita: '1989-04-21', nato: '034027', coniuge: 1, statoCivile: '2' },
        { cognome: 'BERTOLI', nome: 'FILIPPO', sesso: 'M', nascita: '1987-08-02', nato: '034027', legame: '2', coniuge: 0, statoCivile: '2' },
      ],
    },
  },
} // biome-ignore format: a member a line
