import type { Territorio } from '../anagrafe/index.ts'
import type { Luoghi } from './soggetto.ts'

/** Places of the file, looked up in the territory. Without the ministry's archive "never was" only means that our
 *  packages do not know it, so nothing is said against it. */
export const luoghiDi = (t: Territorio): Luoghi => ({
  comune(c, il, catastaleNelCf) {
    const risposta = c.codiceIstat
      ? t.comune({ codiceIstat: c.codiceIstat }, il)
      : t.comune({ nome: c.nomeComune, sigla: c.siglaProvinciaIstat }, il)
    if (typeof risposta === 'object') return { id: risposta.comune }
    if (risposta === 'ambiguo') {
      const col = t.comune({ codiceIstat: c.codiceIstat, nome: c.nomeComune }, il)
      return typeof col === 'object' ? { id: col.comune } : {}
    }
    // The act's place is accepted whatever its dates where the codice fiscale names the same (italia/anpr #573 #1049).
    for (const p of t.comuneQuandoCheSia({
      codiceIstat: c.codiceIstat,
      nome: c.codiceIstat ? undefined : c.nomeComune,
    })) {
      const trovato = t.comunePerId(p.comune)
      if (catastaleNelCf && trovato?.comune.codice_catastale === catastaleNelCf) return { id: p.comune }
    }
    return risposta === 'non a quella data' || t.storiaCompleta ? { sbagliato: true } : {}
  },
  stato: (codice, il) => codice === '998' || codice === '997' || t.stato(codice, il) !== 'mai esistito',
})
