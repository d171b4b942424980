import { PUBBLICATA, tabella } from '../tabella.ts'

export const legameFamiglia = tabella({
  numero: 5,
  titolo: 'Relazione di parentela (scheda famiglia)',
  fonte: PUBBLICATA,
  usi: {
    corrente: 'an operation may write it, a choice offers it',
    subentro: 'subentro may bring it, even when its validity has ended',
    indefinito: 'the tie is not known exactly; it is accepted, no choice offers it (italia/anpr #377, #5363)',
  },
  senzaIndicazione: ['corrente', 'subentro'],
  nota: '14, 15, 19 and 80 may no longer stand on certificates and enter only by subentro (EN064, italia/anpr #29, #2340). 27 does not exist (EC002).',
  righe: `
    1|Intestatario Scheda
    2|Marito / Moglie
    28|Unito civilmente
    3|Figlio / Figlia
    4|Nipote (discendente)
    5|Pronipote (discendente)
    6|Padre / Madre
    7|Nonno / Nonna
    8|Bisnonno / Bisnonna
    9|Fratello / Sorella
    10|Nipote (collaterale)
    11|Zio / Zia (Collaterale)
    12|Cugino / Cugina
    13|Altro Parente
    16|Genero / Nuora
    17|Suocero / Suocera
    18|Cognato / Cognata
    20|Nipote (Affine)
    21|Zio / Zia (Affine)
    22|Altro Affine
    23|Convivente (con vincoli di adozione o affettivi)
    24|Responsabile della convivenza non affettiva
    25|Convivente in convivenza non affettiva
    26|Tutore
    14|Figliastro / Figliastra|subentro|/2015-09-15
    15|Patrigno / Matrigna|subentro|/2015-09-15
    19|Fratellastro / Sorellastra|subentro|/2015-09-15
    80|Adottato|subentro|/2015-09-15
    81|Nipote|subentro,indefinito
    99|Non definito/comunicato|subentro,indefinito`,
})

export const legameConvivenza = tabella({
  numero: 6,
  titolo: 'Legame (scheda convivenza)',
  fonte: PUBBLICATA,
  usi: { indefinito: 'says that nothing is known; no choice offers it' },
  righe: `
    1|Responsabile convivenza
    2|Membro della convivenza
    3|Altro
    9|Ignoto|indefinito`,
})

export const tipoMovimentazione = tabella({
  numero: 23,
  titolo: 'Tipo movimentazione',
  fonte: PUBBLICATA,
  usi: {},
  righe: `
    1|Immigrazione in famiglia nuova
    2|Reimmigrazione in famiglia nuova
    3|Immigrazione in famiglia esistente
    4|Reimmigrazione in famiglia esistente
    5|Scomposizione in famiglia nuova
    6|Scomposizione in famiglia nuova per matrimonio
    7|Scomposizione entrano in coabitazione
    8|Scomposizione entrano in coabitazione per matrimonio`,
})

export const motivoCostituzione = tabella({
  numero: 26,
  titolo: 'Motivo costituzione della famiglia',
  fonte: PUBBLICATA,
  usi: {},
  righe: `
    1|Vincoli di matrimonio
    2|Parentela
    3|Affinità
    4|Adozione
    5|Tutela
    6|Affettiva
    9|Altro`,
})

export const specieConvivenza = tabella({
  numero: 27,
  titolo: 'Specie della convivenza',
  fonte: PUBBLICATA,
  usi: {},
  nota: "Answers of the real ANPR also carry 99, its own mark of a code that subentro brought and no table has (italia/anpr #847); ours keeps the comune's code beside the scheda instead.",
  righe: `
    1|Motivi religiosi
    2|Di cura
    3|Di assistenza
    4|Militari
    5|Di pena
    6|Altri`,
})
