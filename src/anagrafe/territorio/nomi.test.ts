import { expect, test } from 'vitest'
import { chiaveDelNome, nomePerEsteso, secondaPerEsteso, translittera } from './nomi.ts'

test.each([
  ['Sorgà', "SORGA'"],
  ['Agliè', "AGLIE'"],
  ['Forlì', "FORLI'"],
  ["San Nicolò d'Arcidano", "SAN NICOLO' D'ARCIDANO"],
  ['San Nicolò d’Arcidano', "SAN NICOLO' D'ARCIDANO"],
  ['Antey-Saint-André', 'ANTEY-SAINT-ANDRE'],
  ['Jovençan', 'JOVENCAN'],
  ['Verrès', 'VERRES'],
  ['Alà dei Sardi', "ALA' DEI SARDI"],
  ['Rhêmes-Notre-Dame', 'RHEMES-NOTRE-DAME'],
  ['Völs am Schlern', 'VOELS AM SCHLERN'],
  ['Villnöß', 'VILLNOESS'],
  ['Sovodnje ob Soči', 'SOVODNJE OB SOCI'],
])('%s is typed %s, by the decree of 2 February 2009', (nome, atteso) => {
  expect(translittera(nome)).toBe(atteso)
})

test.each([
  ['Agliè', "AGLIE'", 'aglie’', 'Aglie', 'AGLIÈ'],
  ["L'Aquila", 'L’AQUILA', 'LAQUILA', "l' aquila"],
  ['Antey-Saint-André', 'ANTEY SAINT ANDRE', 'antey-saint-andre'],
  ['Reggio nell’Emilia', "REGGIO NELL'EMILIA"],
])('%s is one name however it is typed', (...modi) => {
  expect(new Set(modi.map(chiaveDelNome)).size).toBe(1)
})

test.each([
  ["L'AQUILA", "L'Aquila"],
  ['SAN DONÀ DI PIAVE', 'San Donà di Piave'],
  ["REGGIO NELL'EMILIA", "Reggio nell'Emilia"],
  ["CASTELNOVO NE' MONTI", "Castelnovo ne' Monti"],
  ["CORTE DE' CORTESI CON CIGNONE", "Corte de' Cortesi con Cignone"],
  ["CASSANO D'ADDA", "Cassano d'Adda"],
  ['SOTTO IL MONTE GIOVANNI XXIII', 'Sotto il Monte Giovanni XXIII'],
  ['ANTEY-SAINT-ANDRÉ', 'Antey-Saint-André'],
  ['SAINT-RHÉMY-EN-BOSSES', 'Saint-Rhémy-en-Bosses'],
  ['FORNI DI SOPRA', 'Forni di Sopra'],
  ["VO'", "Vo'"],
])('%s is printed %s', (maiuscolo, atteso) => {
  expect(nomePerEsteso(maiuscolo)).toBe(atteso)
})

test.each([
  ['EPPAN AN DER WEINSTRAßE', 'Eppan an der Weinstraße'],
  ['SOVODNJE OB SOČI', 'Sovodnje ob Soči'],
  ['UNSERE LIEBE FRAU IM WALDE-ST. FELIX', 'Unsere Liebe Frau im Walde-St. Felix'],
])('%s, a second name, is printed %s', (maiuscolo, atteso) => {
  expect(secondaPerEsteso(maiuscolo)).toBe(atteso)
})
