import type { Richiesta } from '../../src/anagrafe/operazioni/operazione.ts'
import { type Caso, famiglie, type Mondo, membri, vivi } from './mondo.ts'

/** A request that makes sense in this world, and the comune that sends it; nothing where there is none. It may still be
 *  refused: then nothing may have changed. */
export type Generatore = (m: Mondo, c: Caso) => { comune: number; dati: object } | undefined

let vie = 0
export const indirizzo = (c: Caso) => ({
  tipoIndirizzo: '1',
  indirizzo: { toponimo: { specie: 'VIA', denominazioneToponimo: `PROVA ${c.intero(50)} ${vie++ % 7}` } },
})
const LUOGO = { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } }

/** One for each operation. */
export const GENERATORI: Readonly<Record<string, Generatore>> = {
  '1001': (m, c) => {
    const g = c.uno(famiglie(m))
    if (!g) return
    const madre = membri(m, g.id).find(s => s.sesso === 'F' && s.nascita < '2008')
    return {
      comune: g.comune_id,
      dati: {
        cognome: 'NUOVO',
        nome: `BIMBO`,
        sesso: c.uno(['M', 'F']),
        dataNascita: m.giorno,
        luogoNascita: LUOGO,
        cittadinanza: { codiceStato: '100' },
        ...(madre && { madre: madre.id }),
        famiglia: g.id,
        legame: 3,
      },
    }
  },
  '2001': (m, c) => {
    const s = c.uno(vivi(m))
    if (!s) return
    const altri = membri(m, s.gruppo_id).filter(x => x.id !== s.id)
    return {
      comune: c.forse(90) ? s.comune_id : c.uno(m.comuni)!,
      dati: {
        soggetto: s.id,
        motivo: 1,
        data: m.giorno,
        ...(s.legame === 1 && altri[0] && c.forse(70) && { legami: [{ soggetto: altri[0].id, legame: 1 }] }),
      },
    }
  },
  '5001/4': (m, c) => {
    const g = c.uno(famiglie(m))
    return g && { comune: c.uno(m.comuni)!, dati: { famiglia: g.id, residenza: indirizzo(c) } }
  },
  '5005/2': (m, c) => {
    const s = c.uno(vivi(m))
    if (!s?.gruppo_id) return
    const con = membri(m, s.gruppo_id).filter(x => x.id !== s.id && c.forse(25))
    const comune = c.uno(m.comuni)!
    const verso = c.forse(40)
      ? c.uno(famiglie(m).filter(g => g.comune_id === comune && g.id !== s.gruppo_id))
      : undefined
    return {
      comune,
      dati: {
        soggetti: [s, ...con].map((x, i) => ({ soggetto: x.id, legame: verso ? 13 : i === 0 ? 1 : 13 })),
        ...(verso && { famiglia: verso.id }),
        residenza: indirizzo(c),
      },
    }
  },
}

export const richiesta = (servizio: string, giorno: string, dati: object): Richiesta => ({
  servizio,
  decorrenza: giorno,
  dati,
})
