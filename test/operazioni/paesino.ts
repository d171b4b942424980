import type { Db } from '../../src/db/index.ts'
import { comuneLibero, convivenza, famiglia, persona, porta, scriviFornitura } from '../fornitura.ts'

/** Two comuni of sixteen people, brought in by the real subentro on 10 January 2026: a couple with children, a civil union, a
 *  convivenza di fatto, somebody alone, a convivenza and an empty one, a foreigner, a couple abroad. @returns their ids */
export async function popola(db: Db): Promise<number[]> {
  const comuni: number[] = []
  for (let n = 0; n < 2; n++) {
    const c = comuneLibero()
    const i = c.codice_istat!
    const chi = (id: string) => ({
      cognome: 'VERDI',
      nome: 'X',
      idSchedaSoggettoComune: { idSchedaSoggettoComuneIstat: i, idSchedaSoggetto: id },
    })
    const coniuge = (id: string) => ({
      matrimonio: {
        coniuge: chi(id),
        datiMatrimonio: {
          dataEvento: '2001-05-03',
          luogoEvento: { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } },
        },
      },
      statoCivile: { statoCivile: '2' },
    })
    const unito = (id: string) => ({
      unioneCivile: { unitoCivilmente: chi(id), attoUnione: { dataEvento: '2018-05-03' } },
      statoCivile: { statoCivile: '6' },
    })
    const convive = (id: string) => ({
      convivenzaDiFatto: { convivente: chi(id), contrattoStipula: { data: '2019-05-03' } },
    })
    const uomo = (nome: string, dataNascita = '1978-01-01') => ({ nome, sesso: 'M', dataNascita })
    const allEstero = {
      residenza: {
        tipoIndirizzo: '4',
        localitaEstera: {
          indirizzoEstero: { localita: { descrizioneStato: 'FRANCIA', codiceStato: '215' } },
          consolato: { codiceConsolato: '2290103', descrizioneConsolato: 'PARIGI' },
        },
        dataDecorrenzaResidenza: '2001-05-03',
      },
    }
    const e = await porta(
      db,
      scriviFornitura(i, [
        {
          soggetti: [
            persona(i, '1', { famiglia: '1' }, { generalita: { nome: 'ANNA' }, ...coniuge('2') }),
            persona(i, '2', { famiglia: '1', legame: '2' }, { generalita: uomo('BRUNO'), ...coniuge('1') }),
            persona(
              i,
              '3',
              { famiglia: '1', legame: '3' },
              { generalita: { nome: 'CARLA', dataNascita: '2004-02-03' } },
            ),
            persona(i, '4', { famiglia: '1', legame: '3' }, { generalita: uomo('DINO', '2015-06-07') }),
            persona(
              i,
              '5',
              { famiglia: '2' },
              {
                generalita: uomo('ELIO', '1950-01-01'),
                // Since when he lives there the comune does not know.
                residenza: {
                  tipoIndirizzo: '1',
                  indirizzo: {
                    cap: '00100',
                    comune: { nomeComune: c.nome.toUpperCase(), codiceIstat: i, siglaProvinciaIstat: c.provincia },
                    toponimo: { specie: 'VIA', denominazioneToponimo: 'GARIBALDI' },
                  },
                },
                paternita: { generalita: { cognome: 'ROSSI', nome: 'UGO' } },
              },
            ),
            persona(i, '6', { famiglia: '3' }, { generalita: { nome: 'FLORA', dataNascita: '1990-01-01' } }),
            persona(i, '7', { famiglia: '3', legame: '3' }, { generalita: uomo('GINO', '2020-01-01') }),
            persona(
              i,
              '8',
              { famiglia: '4' },
              {
                generalita: uomo('HANS', '1985-01-01'),
                cittadinanza: { descrizioneStato: 'GERMANIA', codiceStato: '216' },
                permessoSoggiorno: { tipoSoggiorno: '4', dataRilascio: '2020-01-01' },
                censimento: { annoCensimento: '2021', sezioneCensimento: '1', foglioCensimento: '1' },
              },
            ),
            persona(
              i,
              '9',
              { convivenza: '5', legame: '1' },
              { generalita: { nome: 'IDA', dataNascita: '1960-01-01' } },
            ),
            persona(
              i,
              '10',
              { convivenza: '5', legame: '2' },
              { generalita: { nome: 'LINA', dataNascita: '1962-01-01' } },
            ),
            persona(i, '11', { famiglia: '6' }, { generalita: uomo('MINO', '1970-01-01'), ...allEstero }),
            persona(
              i,
              '12',
              { famiglia: '6', legame: '13' },
              { generalita: { nome: 'NORA', dataNascita: '1972-01-01' }, ...allEstero },
            ),
            persona(i, '13', { famiglia: '8' }, { generalita: { nome: 'OLGA' }, ...unito('14') }),
            persona(i, '14', { famiglia: '8', legame: '28' }, { generalita: { nome: 'PIA' }, ...unito('13') }),
            persona(i, '15', { famiglia: '9' }, { generalita: uomo('QUINTO'), ...convive('16') }),
            persona(i, '16', { famiglia: '9', legame: '23' }, { generalita: { nome: 'RITA' }, ...convive('15') }),
          ],
          famiglie: [...['1', '2', '3', '4', '8', '9'].map(f => famiglia(i, f)), famiglia(i, '6', { tipoScheda: '5' })],
          convivenze: [convivenza(i, '5'), convivenza(i, '7')],
        },
      ]),
      { oggi: '2026-01-10', adesso: () => '2026-01-10T10:00:00+01:00' },
    )
    if (e.stato !== 'conclusa') throw new Error(JSON.stringify(e))
    comuni.push(c.comune)
  }
  return comuni
}
