import { type Caso, type Mondo, membri, vivi } from '../mondo.ts'
import { type Generatore, ITALIA, indirizzo, indirizzoEstero, LUOGO } from './generatore.ts'

/** Entries and cancellations for other motives. */

const gruppi = (m: Mondo, tipi: readonly number[], comune: number) =>
  m.gruppi.filter(g => g.aperto && tipi.includes(g.tipo) && g.comune_id === comune)

/** Somebody new; or somebody who was cancelled, with her id or, forgotten, without it. */
function chi(m: Mondo, c: Caso) {
  const cancellata = c.forse(50) ? c.uno(m.schede.filter(s => s.stato === 'C')) : undefined
  if (cancellata)
    return {
      cognome: cancellata.cognome ?? undefined,
      nome: cancellata.nome ?? undefined,
      sesso: cancellata.sesso,
      dataNascita: cancellata.nascita,
      luogoNascita: cancellata.dati.luogoNascita,
      ...(cancellata.codice_fiscale && { codiceFiscale: cancellata.codice_fiscale }),
      ...(c.forse(85) && { scheda: cancellata.id }),
    }
  return {
    cognome: 'VENUTO',
    nome: c.uno(['UGO', 'ZENO', 'VITO', 'EZIO'])!,
    sesso: 'M',
    dataNascita: `19${70 + c.intero(29)}-05-06`,
    luogoNascita: LUOGO,
    ...(c.forse(60) && { codiceFiscale: `VNTZNE70E06H501${String.fromCharCode(65 + c.intero(26))}` }),
  }
}
const entrata =
  (registro: 'R' | 'E'): Generatore =>
  (m, c) => {
    const comune = c.uno(m.comuni)!
    const dove = c.forse(50) ? c.uno(gruppi(m, registro === 'E' ? [5] : [3, 4], comune)) : undefined
    return {
      comune,
      dati: {
        ...chi(m, c),
        motivo: c.uno(registro === 'R' ? ['4', '5', '7', '9', '10'] : ['C01', 'C03', 'C04', 'C05'])!,
        note: 'PROVA',
        provenienza: c.forse(50) ? { stato: '215' } : { comune: c.uno(m.comuni)! },
        cittadinanze: [ITALIA],
        ...(dove && { gruppo: dove.id }),
        legame: dove?.tipo === 4 ? 2 : dove ? 13 : 1,
        ...(!(dove && c.forse(50)) && { residenza: registro === 'R' ? indirizzo(c) : indirizzoEstero(c) }),
      },
    }
  }

export const INGRESSI: Readonly<Record<string, Generatore>> = {
  '1002': entrata('R'),
  A002: entrata('E'),
  A001: (m, c) => {
    const g = c.uno(m.gruppi.filter(x => x.aperto && x.tipo === 5))
    const genitore = g && c.uno(membri(m, g.id).filter(s => s.nascita < '2005'))
    return (
      genitore && {
        comune: g.comune_id,
        dati: {
          cognome: 'NATO',
          nome: 'FUORI',
          sesso: 'F',
          dataNascita: m.giorno,
          luogoNascita: { localita: { codiceStato: '215', descrizioneStato: 'FRANCIA' } },
          cittadinanza: ITALIA,
          [genitore.sesso === 'F' ? 'madre' : 'padre']: genitore.id,
          famiglia: g.id,
          legame: 3,
        },
      }
    )
  },
  '2003': (m, c) => {
    const s = c.uno(vivi(m))
    if (!s) return
    const altri = membri(m, s.gruppo_id).filter(x => x.id !== s.id)
    const èCapo = s.legame === 1 && s.gruppo_tipo !== 4
    return {
      comune: c.forse(90) ? s.comune_id : c.uno(m.comuni)!,
      dati: {
        soggetto: s.id,
        motivo: c.uno(s.registro === 'R' ? [6, 7, 9, 13, 5, 10, 12] : [5, 6, 8, 10])!,
        destinazione: { stato: '215' },
        ...(c.forse(70) && {
          ruolo: èCapo ? 1 : 2,
          ...(èCapo && altri[0] && { legami: [{ soggetto: altri[0].id, legame: 1 }] }),
        }),
      },
    }
  },
}
