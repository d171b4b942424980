import { expect, test } from 'vitest'
import { leggiCsv, type Pezzi } from './csv.ts'

async function leggi(pezzi: Pezzi) {
  const righe: [number, string[]][] = []
  for await (const { riga, campi } of leggiCsv(pezzi, (riga, regola) => {
    throw new Error(`${riga}: ${regola}`)
  }))
    righe.push([riga, campi])
  return righe
}
const byte = (testo: string) => [new TextEncoder().encode(testo)]

test('quotes hold commas, doubled quotes and line ends; lines are counted through them', async () => {
  expect(await leggi(['a,"b,c",d\r\n"e ""f""","g\nh",\r\ni,j,k'])).toEqual([
    [1, ['a', 'b,c', 'd']],
    [2, ['e "f"', 'g\nh', '']],
    [4, ['i', 'j', 'k']],
  ])
})

test('a BOM is skipped and the last line needs no end', async () => {
  expect(await leggi(byte('\uFEFF"ID","NOME"\n1,Agliè'))).toEqual([
    [1, ['ID', 'NOME']],
    [2, ['1', 'Agliè']],
  ])
  expect(await leggi(byte('a\n""'))).toEqual([
    [1, ['a']],
    [2, ['']],
  ])
})

test('where the file is cut into pieces makes no difference, even inside a letter', async () => {
  const tutto = new TextEncoder().encode('\uFEFF"Agliè","x ""y"""\r\n"Sorgà",\r\n')
  const intero = await leggi([tutto])
  for (let i = 1; i < tutto.length; i++) expect(await leggi([tutto.subarray(0, i), tutto.subarray(i)])).toEqual(intero)
})

test.each([
  ['a\nb"c\n', '2: virgolette'],
  ['a\n"b"c\n', '2: virgolette'],
  ['a\n"b\nc\n', '2: virgolette'],
  ['a\rb\n', '1: fine riga'],
  ['a\nb\r', '2: fine riga'],
  ['a\n"b"\r"c"\n', '2: fine riga'],
])('%j is not CSV', async (testo, atteso) => {
  await expect(leggi([testo])).rejects.toThrow(atteso)
})

test('bytes that are not UTF-8 are refused with their line, also when the file ends inside a letter', async () => {
  await expect(leggi([...byte('a\n'), Uint8Array.of(0x41, 0xe0, 0x0a)])).rejects.toThrow('2: utf8')
  await expect(leggi([...byte('a\n'), Uint8Array.of(0x41, 0xc3)])).rejects.toThrow('2: utf8')
})
