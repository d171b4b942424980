import { ESTERO, ITALIA, type Prova, ROMA, VIA } from './prova.ts'

/** A request that is carried out, for every operation there is: what tests of refusals begin from. */
export interface Buona {
  dati: Record<string, unknown>
  comune?: number
  decorrenza?: string
}
/** Makes ready what the request needs; day of everything: 25 November 2026 (`OGGI`). */
export type Buone = Readonly<Record<string, (p: Prova) => Promise<Buona>>>

export const IERI = '2026-11-20'
const SUBENTRO = '2026-01-10'
const EVENTO = {
  luogoEvento: ROMA,
  attoEvento: { anno: '2026', parte: '1', numeroAtto: '3', dataFormazioneAtto: IERI },
}
const ATTO = { comuneRegistrazione: ROMA.comune, anno: '2026', parte: '1', numeroAtto: '7', dataFormazioneAtto: IERI }
const SENTENZA = { data: IERI, dataValidita: IERI, numero: '1', tipoTribunale: '1', autorita: 'TRIBUNALE' }
const NATO = {
  cognome: 'ROSSI',
  nome: 'ULLA',
  sesso: 'F',
  dataNascita: IERI,
  luogoNascita: ROMA,
  cittadinanza: ITALIA,
  legame: 3,
}
const UGO = {
  cognome: 'NERI',
  nome: 'UGO',
  sesso: 'M',
  dataNascita: '1980-02-29',
  luogoNascita: ROMA,
  codiceFiscale: 'NREGUO80B29H501O',
  cittadinanze: [{ ...ITALIA, dataValidita: '1980-02-29' }],
  statoCivile: 1,
  legame: 1,
}
const AIRE = { motivo: 'C01', iniziativa: '1', individuazione: '1', annoEspatrio: '2026', residenza: ESTERO }
const DOMICILIO = { tipoIndirizzo: '3', indirizzo: { toponimo: { specie: 'VIA', denominazioneToponimo: 'ALTRA' } } }
const GENERALITA = { cognome: 'BIANCHI', nome: 'ADA', sesso: 'F', dataNascita: '1950-01-02', luogoNascita: ROMA }

const su =
  (nome: string, dati: object = {}, altro: Omit<Buona, 'dati'> = {}) =>
  async (p: Prova): Promise<Buona> => ({ dati: { soggetto: p.id(nome), ...dati }, ...altro })
const gruppo = async (p: Prova, nome: string) => (await p.riga(nome)).gruppo_id
const famiglia =
  (nome: string, dati: object, altro: Omit<Buona, 'dati'> = {}) =>
  async (p: Prova): Promise<Buona> => ({ dati: { famiglia: await gruppo(p, nome), ...dati }, ...altro })
/** A section as it stands, with something changed. */
const sezione =
  (nome: string, campo: 'matrimonio' | 'unioneCivile' | 'convivenzaDiFatto', cambia: object) =>
  async (p: Prova): Promise<Buona> => ({
    dati: { soggetto: p.id(nome), [campo]: { ...(await p.riga(nome)).dati[campo], ...cambia } },
  })

export const BUONE: Buone = {
  '1001': async p => ({
    dati: {
      ...NATO,
      madre: p.id('ANNA'),
      padre: p.id('BRUNO'),
      filiazione: 1,
      origineCognome: 1,
      attribuzione: 1,
      famiglia: await gruppo(p, 'ANNA'),
      attoNascita: ATTO,
      idSoggettoComune: 'N1',
    },
  }),
  A001: async p => ({
    dati: {
      ...NATO,
      luogoNascita: { localita: { codiceStato: '216', descrizioneStato: 'GERMANIA' } },
      padre: p.id('MINO'),
      maternita: GENERALITA,
      motivo: 'C02',
      famiglia: await gruppo(p, 'MINO'),
    },
  }),
  '1002': async p => ({
    dati: {
      ...UGO,
      gestioneCF: '0',
      motivo: '4',
      provenienza: { stato: '216' },
      residenza: VIA,
      idFamigliaComune: 'F1',
      gruppo: await gruppo(p, 'FLORA'),
      legame: 13,
      altreSezioni: { attoNascita: { anno: '1980' } },
    },
  }),
  A002: async p => ({
    dati: { ...UGO, ...AIRE, provenienza: { comune: p.altrove }, gruppo: await gruppo(p, 'MINO'), legame: 13 },
  }),
  '1010': async p => ({
    dati: { specie: 3, denominazione: 'CASA', residenza: VIA, responsabile: p.id('ELIO'), idFamigliaComune: 'C1' },
  }),
  '2001': async p => ({
    dati: {
      soggetto: p.id('ANNA'),
      ruolo: 1,
      motivo: 2,
      data: '2026-11-19',
      atto: ATTO,
      sentenza: SENTENZA,
      legami: [{ soggetto: p.id('BRUNO'), legame: 1 }],
    },
  }),
  '2003': async p => ({
    dati: {
      soggetto: p.id('FLORA'),
      ruolo: 1,
      motivo: 6,
      legami: [{ soggetto: p.id('GINO'), legame: 1 }],
      destinazione: { stato: '216' },
      note: 'IRREPERIBILE',
    },
  }),
  '2009': async p => {
    const abitata = await gruppo(p, 'IDA')
    const { gruppi } = await p.mondo()
    return { dati: { convivenza: gruppi.find(g => g.tipo === 4 && g.comune_id === p.qui && g.id !== abitata)!.id } }
  },
  '5001/1': async p => ({ dati: { gruppo: await gruppo(p, 'IDA'), responsabile: p.id('LINA') } }),
  '5001/2': async p => ({
    dati: {
      gruppo: await gruppo(p, 'ANNA'),
      legami: [
        { soggetto: p.id('BRUNO'), legame: 1 },
        { soggetto: p.id('ANNA'), legame: 2 },
      ],
    },
  }),
  '5001/3': async p => ({
    dati: { gruppo: await gruppo(p, 'IDA'), specie: 2, denominazione: 'CASA NUOVA', coabitante: true },
  }),
  '5001/4': async p => ({
    dati: {
      famiglia: await gruppo(p, 'ANNA'),
      residenza: VIA,
      idFamigliaComune: 'F9',
      identificativi: [{ soggetto: p.id('ANNA'), idSoggettoComune: 'S9' }],
    },
  }),
  '5001/6': famiglia('ANNA', { residenza: VIA, dataDecorrenzaResidenza: '2005-01-01' }),
  '5001/7': famiglia('ANNA', { residenza: VIA }),
  '5001/8': famiglia('ANNA', { residenza: VIA }),
  '5001/9': famiglia('ANNA', { residenza: VIA }, { decorrenza: '2001-05-03' }),
  '5005/1': su('ANNA', { senzaFissaDimora: true, domicilio: DOMICILIO }),
  '5005/2': async p => ({
    dati: {
      soggetti: [{ soggetto: p.id('CARLA'), legame: 13, idSoggettoComune: 'S8' }],
      famiglia: await gruppo(p, 'FLORA'),
      residenza: VIA,
    },
  }),
  '5005/3': su('ANNA', { indirizzo: DOMICILIO }),
  '5005/4': su('ANNA', { indirizzo: DOMICILIO }),
  '5005/6': async p => ({
    dati: { soggetti: [p.id('ANNA')], residenza: VIA, dataDecorrenzaResidenza: '2005-01-01' },
  }),
  '5008/1': su('ANNA', {
    generalita: { cognome: 'ROSSI', nome: 'ANNA MARIA', sesso: 'F', dataNascita: '1980-04-12', luogoNascita: ROMA },
    statoCivile: { statoCivile: '2' },
    attributi: { senzaFissaDimora: 'N', soggettoCertificabile: '2' },
  }),
  '5008/2': su('HANS', { cittadinanze: [{ ...ITALIA, dataValidita: IERI }] }),
  '5008/3': su('ANNA', {
    cartaIdentita: {
      numero: 'CA1',
      dataRilascio: IERI,
      dataScadenza: '2036-11-20',
      interdizioneEspatrio: 'N',
      comuneRilascio: ROMA.comune,
    },
  }),
  '5008/4': su('HANS', { permessoSoggiorno: { tipoSoggiorno: '1', dataRilascio: IERI, dataScadenza: '2030-01-01' } }),
  '5008/6': su('ANNA', { censimento: { annoCensimento: '2021', sezioneCensimento: '1', foglioCensimento: '2' } }),
  '5008/7': su('ANNA', { altriDati: { posizioneProfessionale: '1', titoloStudio: '3' } }),
  '5008/8': su('ANNA', { autoveicoli: { possessoAutoveicoli: 'S', possessoPatente: 'S' } }),
  '5008/10': async p => ({ dati: { soggetto: p.id('CARLA'), paternita: { id: p.id('BRUNO') } } }),
  '5008/11': su('CARLA', { maternita: { generalita: GENERALITA } }),
  '5008/12': async p => ({
    dati: { soggetto: p.id('FLORA'), coniuge: p.id('ELIO'), data: IERI, evento: EVENTO },
  }),
  '5008/13': async p => {
    await p.fa('5008/12', { soggetto: p.id('FLORA'), generalita: GENERALITA, data: '2026-03-01' })
    return { dati: { soggetto: p.id('FLORA'), data: IERI, evento: EVENTO } }
  },
  '5008/14': su('ANNA', { tipo: '1', data: IERI, sentenza: SENTENZA, atto: ATTO }),
  '5008/15': su('CARLA', { attoNascita: { atto: { ...ATTO, anno: '2004', dataFormazioneAtto: '2004-02-05' } } }),
  '5008/16': async p => {
    await p.fa('5008/17', { soggetto: p.id('QUINTO'), motivo: 31, data: '2026-03-01' }, { decorrenza: '2026-03-02' })
    return {
      dati: { soggetto: p.id('QUINTO'), altro: p.id('RITA'), data: IERI, contratto: { data: IERI, luogoEvento: ROMA } },
    }
  },
  '5008/16r': sezione('QUINTO', 'convivenzaDiFatto', { contrattoStipula: { data: '2019-06-07' } }),
  '5008/17': su('QUINTO', { motivo: 31, data: IERI }),
  '5008/18': async p => ({
    dati: { soggetto: p.id('FLORA'), altro: p.id('IDA'), data: IERI, evento: EVENTO },
  }),
  '5008/18r': sezione('OLGA', 'unioneCivile', { attoUnione: { dataEvento: '2018-06-07', luogoEvento: ROMA } }),
  '5008/19': su('OLGA', { motivo: 1, data: IERI, sentenza: SENTENZA }),
  '5008/20': su('CARLA', { paternita: { generalita: GENERALITA }, soggettoCertificabile: 1 }, { decorrenza: SUBENTRO }),
  '5008/22': async p => {
    await p.fa('2001', { soggetto: p.id('BRUNO'), motivo: 1, data: '2026-05-01' }, { decorrenza: '2026-05-02' })
    return { dati: { soggetto: p.id('BRUNO'), data: IERI, luogo: 'CASA', atto: ATTO } }
  },
  '5013/1': su('ELIO', { motivo: '1' }),
  '5013/2': async p => {
    await p.fa('5008/11', { soggetto: p.id('CARLA'), maternita: { id: p.id('ANNA') } })
    return { dati: { soggetto: p.id('CARLA'), motivo: '2' } }
  },
  '5013/3': su('HANS', { motivo: '1' }),
  '5013/4': su('HANS', { motivo: '1' }),
  '5013/6': su('ANNA', { motivo: '1' }),
  '5013/7': su('OLGA', { motivo: '1' }),
  '5013/8': su('QUINTO', { motivo: '1' }),
  '5013/9': async p => {
    await p.fa('5001/1', { gruppo: await gruppo(p, 'IDA'), responsabile: p.id('LINA') })
    return { dati: { gruppo: await gruppo(p, 'IDA'), motivo: '3' } }
  },
  '5013/12': async p => {
    await p.fa('AE', { soggetto: p.id('ANNA'), codiceFiscale: 'RSSNNA80D52H501W', validita: 9 })
    return { dati: { soggetto: p.id('ANNA'), motivo: '1' } }
  },
  '5014/101': su('ELIO', { dataDecorrenzaResidenza: '2001-05-03' }),
  '5014/102': async p => ({ dati: { soggetto: p.id('ANNA'), motivo: 3, provenienza: { comune: p.altrove } } }),
  '5014/103': su('ANNA', { dataUltimoAggiornamento: '2003-01-01', dataPrimaIscrizione: '2000-01-01' }),
  '5014/104': su('ANNA', { dataOrigineFamiglia: '1999-01-01', dataDecorrenzaLegame: '2002-01-01' }),
  '5014/105': su('ANNA', { luogoNascita: ROMA }),
  '5021/4': sezione('ANNA', 'matrimonio', { datiMatrimonio: { dataEvento: '2001-06-04', luogoEvento: ROMA } }),
  '5021/5': async p => {
    await p.fa('2001', { soggetto: p.id('BRUNO'), motivo: 1, data: '2026-05-01' }, { decorrenza: '2026-05-02' })
    return { dati: { soggetto: p.id('ANNA'), vedovanza: { datiMorteconiuge: { dataEvento: IERI, ...EVENTO } } } }
  },
  '5021/6': async p => {
    await p.fa('5008/14', { soggetto: p.id('ANNA'), tipo: '1', data: '2026-03-01' }, { decorrenza: '2026-03-02' })
    return {
      dati: {
        soggetto: p.id('ANNA'),
        separazioneAnnullamentoCessazioneMatrimonio: { tipoCessazione: '3', attoAnnullamentoMatrimonio: ATTO },
      },
    }
  },
  'A006/1': async p => ({
    dati: {
      ...AIRE,
      soggetti: [{ soggetto: p.id('CARLA'), legame: 13 }],
      attribuzione: 2,
      famiglia: await gruppo(p, 'MINO'),
    },
  }),
  'A006/2': async p => ({
    dati: { ...AIRE, annoEspatrio: undefined, soggetti: [{ soggetto: p.id('NORA'), legame: 1 }], attribuzione: 1 },
  }),
  'A006/3': async p => ({
    dati: { ...AIRE, soggetti: [{ soggetto: p.id('NORA'), legame: 1 }], attribuzione: 1 },
    comune: p.altrove,
  }),
  'A006/4': async p => ({
    dati: { soggetto: p.id('MINO'), motivo: 'C05', iniziativa: '1', individuazione: '1', annoEspatrio: '2001' },
  }),
  AE: su('ANNA', { codiceFiscale: 'RSSNNA80D52H501W', validita: 1 }),
}
