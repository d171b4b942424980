import { PUBBLICATA, tabella } from '../tabella.ts'

export const cessazioneMatrimonio = tabella({
  numero: 31,
  titolo: 'Tipo cessazione matrimonio',
  fonte: PUBBLICATA,
  usi: {
    scioglie: 'the marriage has ended',
    separa: 'the spouses live apart; the marriage has not ended (OPERAZIONI.md 1.3)',
  },
  senzaIndicazione: ['scioglie'],
  righe: `
    1|Cessazione effetti civili
    2|Annullamento
    3|Scioglimento
    4|Nullità
    5|Separazione|separa
    6|Cessazione effetti civili - D.L. 12 settembre 2014
    7|Scioglimento D.L. 12 settembre 2014, n. 132
    8|Separazione - D.L. 12 settembre 2014, n. 132|separa
    9|Delibazione (estero)
    10|Notaio (estero)
    22|Altro tipo di cessazione / scioglimento`,
})

export const tipoTribunale = tabella({
  numero: 32,
  titolo: 'Tipo tribunale',
  fonte: PUBBLICATA,
  usi: { indefinito: 'says that nothing is known; no choice offers it' },
  righe: `
    1|Tribunale civile Italiano
    2|Sacra Rota
    3|Tribunale Estero
    4|Avvocato/Notaio/Uff.St.Civile
    9|Non conosciuto|indefinito`,
})

export const cessazioneUnione = tabella({
  numero: 43,
  titolo: 'Cessazione unione civile, convivenze',
  fonte: PUBBLICATA,
  usi: {
    unioneCivile: 'ends a civil union',
    convivenzaDiFatto: 'ends a convivenza di fatto',
  },
  righe: `
    1|Accordo di scioglimento (anche unilaterale)|unioneCivile
    2|Convenzione di negoziazione assistita|unioneCivile
    3|Sentenza|unioneCivile
    31|Accordo tra le parti|convivenzaDiFatto
    32|Recesso unilaterale|convivenzaDiFatto
    34|Matrimonio/unione civile|convivenzaDiFatto
    98|Decesso del convivente/unito civilmente|unioneCivile,convivenzaDiFatto`,
})
