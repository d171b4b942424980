import { once } from 'node:events'
import { documento, FornituraImpossibile, fornituraDa, scriviCartella } from '../demo/index.ts'
import { oggi } from '../orologio.ts'
import { type Comando, ErroreDiUso } from './comando.ts'
import { barra } from './progresso.ts'

export const synth: Comando = {
  uso: '--comune ISTAT --soggetti N [--seed N] [--dir CARTELLA | > FILE.xml]',
  spiega: 'Inventa il registro di un comune e lo scrive come file di subentro: lo stesso seme dà gli stessi byte.',
  opzioni: {
    comune: '=codice ISTAT del comune, sei cifre',
    soggetti: '=quante schede, compresi gli iscritti AIRE',
    aire: '=quante di queste all’estero (una su undici)',
    seed: '=seme (1)',
    versione: '=numero della fornitura (1)',
    data: '=giorno di estrazione AAAA-MM-GG (oggi)',
    dir: '=scrive i file compressi, con i loro nomi, in questa cartella',
  },
  async esegui({ valore }) {
    try {
      const f = fornituraDa(
        Object.fromEntries(['comune', 'soggetti', 'aire', 'seed', 'versione', 'data'].map(o => [o, valore(o)])),
        oggi(),
      )
      const cartella = valore('dir')
      if (!cartella && process.stdout.isTTY)
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
