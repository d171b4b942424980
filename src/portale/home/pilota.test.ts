import { expect, test } from 'vitest'
import { territorioDiBase } from '../../anagrafe/index.ts'
import { COMUNI_PILOTA } from './pilota.ts'

test('each pilot comune bears its name under its ISTAT code today', () => {
  const { periodi } = territorioDiBase()
  const trovati = COMUNI_PILOTA.map(c => periodi.find(p => p.codice_istat === c.istat && p.al === null)?.nome)
  expect(trovati).toEqual(COMUNI_PILOTA.map(c => c.nome))
})
