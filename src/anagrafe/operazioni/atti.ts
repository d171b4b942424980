import type { TipoAtto, TipoSentenza } from '../../contratto/index.ts'
import { type Controllo, se } from '../motore/operazione.ts'

type Suo = Pick<TipoAtto, 'anno' | 'dataFormazioneAtto'>

/** An act of civil status is not older than the event that it tells of, nor from the future: by its year, and by the day on
 *  which it was drawn up. Each kind of act has its official code (EC184, EHR35–EHR37, EHR81–EHR83, ES013). */
export const attoTra = <D>(
  codice: string,
  campo: string,
  quale: (d: D) => { atto: Partial<Suo> | undefined; evento: string | undefined },
): Controllo<D>[] => [
  {
    codice,
    gravita: 'E',
    campo: `${campo}.anno`,
    testo: "L'anno @ dell'atto deve stare tra quello dell'evento, @, e quello in corso, @",
    rimedio: "Correggi l'anno dell'atto, o la data dell'evento",
    trova: c => {
      const { atto, evento } = quale(c.d)
      const anno = atto?.anno
      const [da, a] = [(evento ?? '').slice(0, 4), c.oggi.slice(0, 4)]
      return se(anno !== undefined && (anno < da || anno > a), anno ?? '', da || 'che non è indicato', a)
    },
  },
  {
    codice,
    gravita: 'E',
    campo: `${campo}.dataFormazioneAtto`,
    testo: "La data di formazione @ dell'atto deve stare tra l'evento, @, e oggi, @",
    rimedio: "Correggi la data di formazione dell'atto, o quella dell'evento",
    trova: c => {
      const { atto, evento } = quale(c.d)
      const giorno = atto?.dataFormazioneAtto
      return se(
        giorno !== undefined && (giorno < (evento ?? '') || giorno > c.oggi),
        giorno ?? '',
        evento ?? 'che non è indicato',
        c.oggi,
      )
    },
  },
]

/** A sentence is not younger than the registration, nor is the day from which it counts. */
export const sentenzaPrima = <D extends { sentenza?: TipoSentenza }>(): Controllo<D>[] =>
  (
    [
      ['EHR90', 'data', 'La data della sentenza'],
      ['EHR91', 'dataValidita', 'La data di validità della sentenza'],
    ] as const
  ).map(([codice, campo, nome]) => ({
    codice,
    gravita: 'E',
    campo: `sentenza.${campo}`,
    testo: `${nome} @ è successiva alla decorrenza @`,
    rimedio: 'Correggi la data, o la decorrenza della registrazione',
    trova: c => {
      const giorno = c.d.sentenza?.[campo]
      return se(giorno !== undefined && giorno > c.decorrenza, giorno ?? '', c.decorrenza)
    },
  }))
