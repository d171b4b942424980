import { once } from 'node:events'
import {
  documento,
  elencoStorie,
  FornituraImpossibile,
  fornituraDa,
  fornituraDellaStoria,
  riassuntoDi,
  scriviCartella,
} from '../demo/index.ts'
import { oggi } from '../orologio.ts'
import { type Argomenti, ErroreDiUso } from './comando.ts'
import { barra } from './progresso.ts'

export async function esegui({ si, valore }: Argomenti): Promise<number> {
  if (si('elenco-storie')) {
    process.stdout.write(elencoStorie())
    return 0
  }
  try {
    const arg = Object.fromEntries(
      ['comune', 'soggetti', 'aire', 'seed', 'versione', 'data', 'storia'].map(o => [o, valore(o)]),
    )
    if (arg.storia !== undefined && (arg.soggetti ?? arg.aire) !== undefined)
      throw new ErroreDiUso('--storia scrive una famiglia sola: togli --soggetti e --aire')
    const f = arg.storia === undefined ? fornituraDa(arg, oggi()) : fornituraDellaStoria(arg, oggi())
    if (si('riassunto')) {
      if (arg.storia !== undefined) throw new ErroreDiUso('--riassunto vuole un registro intero: togli --storia')
      process.stdout.write(riassuntoDi(f))
      return 0
    }
    const cartella = valore('dir')
    if (!cartella && process.stdout.isTTY && arg.storia === undefined)
      throw new ErroreDiUso('manca dove scrivere: --dir CARTELLA, oppure > FILE.xml')
    const b = barra('Scrivo')
    if (cartella) {
      let schede = 0
      const scritti = await scriviCartella(f, cartella, invio => {
        schede += invio.schede
        b.a(schede / f.soggetti, invio.nome)
      })
      b.fine()
      console.error(scritti.join('\n'))
      return 0
    }
    for (const pezzo of documento(f)) if (!process.stdout.write(pezzo)) await once(process.stdout, 'drain')
    return 0
  } catch (e) {
    if (e instanceof FornituraImpossibile) throw new ErroreDiUso(e.message)
    throw e
  }
}
