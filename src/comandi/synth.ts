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
import { type Comando, ErroreDiUso } from './comando.ts'
import { barra } from './progresso.ts'

export const synth: Comando = {
  uso: '--comune ISTAT --soggetti N [--seed N] [--riassunto | --dir CARTELLA | > FILE.xml] | --storia NOME | --elenco-storie',
  spiega: 'Inventa il registro di un comune e lo scrive come file di subentro: lo stesso seme dà gli stessi byte.',
  opzioni: {
    comune: '=codice ISTAT del comune, sei cifre',
    soggetti: '=quante schede, compresi gli iscritti AIRE',
    aire: '=quante di queste all’estero (una su undici)',
    seed: '=seme (1)',
    versione: '=numero della fornitura (1)',
    data: '=giorno di estrazione AAAA-MM-GG (oggi)',
    riassunto: 'al posto del file stampa piramide delle età, nomi, famiglie, e quanto distano dalle tavole pubblicate',
    'elenco-storie': 'elenca le persone con un nome e una storia: che cosa mostra ciascuna',
    storia: '=scrive solo la famiglia di una storia; di chi sta in due comuni, nel primo o in quello di --comune',
    dir: '=scrive i file compressi, con i loro nomi, in questa cartella',
  },
  async esegui({ si, valore }) {
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
  },
}
