import { createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { esigiFornitura, type Fornitura, FornituraImpossibile } from './persone/fornitura.ts'
import { testoDi } from './persone/giorni.ts'
import { type Invio, invii } from './persone/invii.ts'
import { conteggi } from './riassunto/conta.ts'
import { riassunto } from './riassunto/stampa.ts'
import { STORIE } from './storie/elenco.ts'
import { FAMIGLIE } from './storie/famiglie.ts'
import { raccontataDal } from './storie/gruppi.ts'

/** What `bin/anpr synth` takes, as typed. */
export interface ArgomentiSynth {
  comune?: string | undefined
  soggetti?: string | undefined
  aire?: string | undefined
  seed?: string | undefined
  versione?: string | undefined
  data?: string | undefined
  storia?: string | undefined
}

/** Largest file that ANPR takes, compressed (SUBENTRO 1.1). */
const LIMITE = 15_000_000

function numero(campo: keyof Fornitura, testo: string): number {
  if (/^\d{1,15}$/.test(testo)) return Number(testo)
  throw new FornituraImpossibile(campo, `"${testo}" non è un numero intero`)
}

/** Reads the arguments; where absent, one in eleven lives abroad, seed and version are 1, the day is `oggi`.
 *  Throws FornituraImpossibile. */
export function fornituraDa(arg: ArgomentiSynth, oggi: string): Fornitura {
  if (!arg.comune) throw new FornituraImpossibile('comune', 'manca: le sei cifre del suo codice ISTAT')
  if (!arg.soggetti) throw new FornituraImpossibile('soggetti', 'manca: quante schede, compresi gli iscritti AIRE')
  const soggetti = numero('soggetti', arg.soggetti)
  const f = {
    comune: arg.comune,
    soggetti,
    aire: arg.aire === undefined ? Math.floor(soggetti / 11) : numero('aire', arg.aire),
    seme: numero('seme', arg.seed ?? '1'),
    versione: numero('versione', arg.versione ?? '1'),
    estratta: arg.data ?? oggi,
  }
  esigiFornitura(f)
  return f
}

/** The fornitura of just the family of a story, in her comune or in another that holds her (`--comune`). Throws FornituraImpossibile. */
export function fornituraDellaStoria(arg: ArgomentiSynth, oggi: string): Fornitura {
  const storia = STORIE.find(s => s.nome === arg.storia)
  if (!storia) {
    const nomi = STORIE.map(s => s.nome).join(', ')
    throw new FornituraImpossibile('storie', `"${arg.storia}" non c'è: ci sono ${nomi}`)
  }
  const suoi = [storia.comune, ...(storia.altri ?? [])]
  const comune = arg.comune ?? storia.comune
  if (!suoi.includes(comune)) throw new FornituraImpossibile('comune', `${storia.nome} sta in ${suoi.join(' e ')}`)
  const f = {
    comune,
    soggetti: 0,
    aire: 0,
    seme: numero('seme', arg.seed ?? '1'),
    versione: numero('versione', arg.versione ?? '1'),
    estratta: arg.data ?? oggi,
    storie: storia.nome,
  }
  const dal = testoDi(raccontataDal(FAMIGLIE[storia.nome]![comune]!))
  esigiFornitura(f)
  if (f.estratta < dal)
    throw new FornituraImpossibile('estratta', `la storia ${storia.nome} arriva al ${dal}: serve un giorno da allora`)
  return f
}

/** The stories as text: name, comune, what each shows. */
export const elencoStorie = (): string => {
  const largo = Math.max(...STORIE.map(s => s.nome.length))
  return STORIE.map(s => `${s.nome.padEnd(largo)}  ${s.nomeComune.padEnd(10)}  ${s.titolo}: ${s.mostra}\n`).join('')
}

/** How a fornitura looks, beside what is published. Throws FornituraImpossibile. */
export const riassuntoDi = (f: Fornitura): string => riassunto(conteggi(f))

/** The whole fornitura as one document, for standard output. */
export const documento = (f: Fornitura): Iterable<string> => invii(f, Number.POSITIVE_INFINITY)[0]!.testo()

/** Writes the files of the fornitura into a folder, gzipped and named as ANPR wants them; returns their paths.
 *  `fatto` hears of each file when it is complete. Throws FornituraImpossibile. */
export async function scriviCartella(
  f: Fornitura,
  cartella: string,
  fatto?: (invio: Invio) => void,
): Promise<string[]> {
  const elenco = invii(f)
  await mkdir(cartella, { recursive: true })
  const percorsi: string[] = []
  for (const invio of elenco) {
    const percorso = join(cartella, invio.nome)
    await pipeline(Readable.from(invio.testo()), createGzip(), createWriteStream(percorso))
    const { size } = await stat(percorso)
    if (size > LIMITE) throw new Error(`${invio.nome}: ${size} byte compressi, ANPR ne accetta ${LIMITE}`)
    percorsi.push(percorso)
    fatto?.(invio)
  }
  return percorsi
}
