import { expect } from 'vitest'
import { BUONE } from '../../../test/operazioni/buone.ts'
import { benDetti } from '../../../test/operazioni/guasti.ts'
import { nelPaesino, OGGI, VIA } from '../../../test/operazioni/prova.ts'

const prova = nelPaesino(OGGI)
const ALTROVE = { ...VIA, indirizzo: { ...VIA.indirizzo, comune: { nomeComune: 'ROMA', codiceIstat: '058091' } } }

/** One thing of a good request is otherwise: service, what, field, value, code. */
// biome-ignore format: a table
const ALTRIMENTI: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['1001', { luogoNascita: { localita: { codiceStato: '777' } } }, 'EC030'],
  ['1001', { luogoNascita: { comune: { nomeComune: 'MILANO', codiceIstat: '058091', siglaProvinciaIstat: 'MI' } } }, 'EN334'],
  ['1001', { cognome: undefined, nome: undefined }, 'ES057'],
  ['1001', { gestioneCF: '0' }, 'EN147'],
  ['1001', { cittadinanza: { codiceStato: '998' } }, 'EC011'],
  ['1001', { cittadinanza: { codiceStato: '100', dataValidita: '1999-01-01' } }, 'EN349'],
  ['A001', { luogoNascita: { comune: { nomeComune: 'ATLANTIDE', siglaProvinciaIstat: 'XX' } } }, 'EN335'],
  ['A001', { cognome: undefined, nome: undefined }, 'ES057'],
  ['A001', { attribuzione: 6 }, 'EF014'],
  ['A001', { attribuzione: 5, famiglia: undefined }, 'EF030'],
  ['A001', { filiazione: 5 }, 'ES035'],
  ['A001', { origineCognome: 5 }, 'ES039'],
  ['A001', { filiazione: 2, padre: undefined }, 'ES036'],
  ['A001', { filiazione: 3, maternita: undefined }, 'ES037'],
  ['A001', { attribuzione: 2, padre: undefined }, 'ES042'],
  ['A001', { attribuzione: 3, maternita: undefined }, 'ES043'],
  ['A001', { madre: '999999999' }, 'EN143'],
  ['A001', { attoNascita: { anno: '2020' } }, 'ES013'],
  ['A001', { cittadinanza: { codiceStato: '998' } }, 'EC011'],
  ['1002', { luogoNascita: {} }, 'AN150'],
  ['1002', { cittadinanze: [{ codiceStato: '100' }, { codiceStato: '100' }] }, 'AN152'],
  ['1002', { cittadinanze: [{ codiceStato: '998' }] }, 'EC011'],
  ['1002', { altreSezioni: { cartaIdentita: { dataRilascio: '1970-01-01' } } }, 'EN315'],
  ['A002', { luogoNascita: {} }, 'AN150'],
  ['A002', { luogoNascita: { localita: { codiceStato: '777' } } }, 'EC030'],
  ['A002', { luogoNascita: { localita: { codiceStato: '216' } } }, 'EN340'],
  ['A002', { codiceFiscale: 'NREGUO80B29F205E' }, 'EN339'],
  ['A002', { provenienza: { stato: '777' } }, 'EC182'],
  ['A002', { motivoFamiglia: 77 }, 'EC004'],
  ['A002', { gruppo: undefined, legame: 3 }, 'EF021'],
  ['A002', { legame: 1 }, 'EF007'],
  ['A002', { gestioneCF: '1' }, 'EN125'],
  ['A002', { scheda: '999999999' }, 'EN185'],
  ['A002', { cognome: undefined, nome: undefined }, 'ES057'],
  ['A006/2', { motivo: 'C77' }, 'EC060'],
  ['A006/2', { iniziativa: '77' }, 'EC061'],
  ['A006/2', { individuazione: '77' }, 'EC062'],
  ['A006/2', { famiglia: '999999999' }, 'EF017'],
  ['A006/2', { attribuzione: 2 }, 'EN119'],
  ['A006/3', { motivo: 'C77' }, 'EC060'],
  ['A006/3', { iniziativa: '77' }, 'EC061'],
  ['A006/3', { individuazione: '77' }, 'EC062'],
  ['A006/3', { famiglia: '999999999' }, 'EF017'],
  ['A006/3', { attribuzione: 2 }, 'EN119'],
  ['A006/3', { residenza: VIA }, 'ES077'],
  ['A006/4', { iniziativa: '77' }, 'EC061'],
  ['A006/4', { individuazione: '77' }, 'EC062'],
  ['5008/12', { coniuge: undefined }, 'EN380'],
  ['5008/14', { tipo: '77' }, 'EN525'],
  ['5008/14', { sentenza: { tipoTribunale: '0' } }, 'EN242'],
  ['5014/104', { dataOrigineFamiglia: undefined, dataDecorrenzaLegame: undefined }, 'EN474'],
  ['5014/105', { luogoNascita: { localita: { codiceStato: '777' } } }, 'EC030'],
  ['5021/4', { matrimonio: { coniuge: {}, datiMatrimonio: { dataEvento: '2001-06-04', attoEvento: { anno: '2000' } } } }, 'EHR81'],
  ['5008/18r', { unioneCivile: { attoUnione: { dataEvento: '2018-06-04', attoEvento: { anno: '2000' } } } }, 'EHR35'],
  ['5008/20', { censimento: { annoCensimento: '2090', sezioneCensimento: '1', foglioCensimento: '1' } }, 'AN154'],
  ['5008/20', { permessoSoggiorno: { tipoSoggiorno: '1' } }, 'CN368'],
  ['5008/20', { permessoSoggiorno: { tipoSoggiorno: '77' } }, 'EC063'],
  ['5008/20', { permessoSoggiorno: { tipoSoggiorno: '9' } }, 'EC012'],
  ['5008/20', { permessoSoggiorno: { tipoSoggiorno: '1', dataRilascio: '2026-11-26' } }, 'ES029'],
  ['5008/20', { permessoSoggiorno: { tipoSoggiorno: '1', dataRilascio: '2026-11-20', dataScadenza: '2026-11-19' } }, 'ES031'],
  ['5008/20', { altriDati: { posizioneProfessionale: 'Z' } }, 'EC064'],
  ['5008/20', { altriDati: { condizioneNonProfessionale: '88' } }, 'EC065'],
  ['5008/20', { altriDati: { titoloStudio: '?' } }, 'EC066'],
  ['5008/20', { paternita: {} }, 'EN405'],
  ['5008/20', { maternita: {} }, 'EN406'],
  ['5008/20', { attoNascita: {} }, 'EN409'],
  ['5008/20', { cartaIdentita: { numero: '1', dataRilascio: '2026-11-20', interdizioneEspatrio: 'N', dataScadenza: '2026-11-19' } }, 'AN153'],
  ['5008/20', { cartaIdentita: { numero: '1', dataRilascio: '2026-11-20', interdizioneEspatrio: 'N' } }, 'EN330'],
  ['5008/20', { attoNascita: { atto: { anno: '1999', parte: '1', numeroAtto: '1' } } }, 'ES013'],
  ['5008/20', { cittadinanze: [{ codiceStato: '777' }] }, 'EC036'],
  ...['5001/4', '5005/2', '5005/6', '1010'].map(s => [s, { residenza: ALTROVE }, 'EN378'] as const),
  ...['5005/3', '5005/4'].map(s => [s, { indirizzo: ALTROVE }, 'EN378'] as const),
  ['5005/1', { domicilio: ALTROVE }, 'EN378'],
]
for (const [servizio, cambia, codice] of ALTRIMENTI)
  prova(`${servizio} with ${Object.keys(cambia).join(', ')} otherwise: ${codice}`, async p => {
    const { dati, ...q } = await BUONE[servizio]!(p)
    const r = await p.rifiutata(servizio, { ...dati, ...cambia }, q)
    expect(r.map(x => x.codice)).toContain(codice)
    benDetti(r, cambia)
  })
