import type { PropsWithChildren } from '@kitajs/html'
import { Avviso, Pagina, type Sito } from '../../ui/index.ts'
import { ggMmAaaa } from '../nomi.tsx'
import { SottoMenu } from '../SottoMenu.tsx'

export const STATISTICHE = '/stato-di-avanzamento/statistiche'
export const COMUNI = `${STATISTICHE}/comuni`
export const REGIONI = `${STATISTICHE}/regioni`

/** What every page of the area is given. `giorno`: the snapshot's; undefined before the first. */
export interface DiGiornata {
  sito: Sito
  giorno: string | undefined
  /** the day the page is of where there is no snapshot */
  oggi: string
}

/** The day the figures are of, with how they are counted. */
export function DatiAl({ sito, giorno }: { sito: Sito; giorno: string }) {
  const t = sito.testi.statistiche
  return (
    <p class="dati-aggiornati">
      <span safe>{t.datiAl}</span>
      <time datetime={giorno} safe>
        {ggMmAaaa(giorno)}
      </time>
      <span safe>{t.datiComeContati}</span>
    </p>
  )
}

/** Said where there is nothing to show yet. */
function Mancano({ sito }: { sito: Sito }) {
  const t = sito.testi.statistiche
  return (
    <Avviso titolo={t.mancano}>
      <p>
        <span safe>{t.mancanoTesto}</span>{' '}
        <a href="/progetto" safe>
          {t.cercaIntanto}
        </a>
        .
      </p>
    </Avviso>
  )
}

/** The frame of the area's pages: sub-menu, breadcrumb below "Stato di avanzamento", the day. */
export function Cornice(
  props: PropsWithChildren<
    DiGiornata & {
      titolo: string
      descrizione: string
      sommario?: string
      percorso: string
      /** a page below Statistiche */
      sotto?: boolean
      nascosta?: boolean
      script?: readonly string[]
    }
  >,
) {
  const { sito, giorno } = props
  const t = sito.testi.statistiche
  const sopra = [{ testo: t.area, href: STATISTICHE }]
  if (props.sotto) sopra.push({ testo: t.titolo, href: STATISTICHE })
  return (
    <Pagina {...props} sopra={sopra} aggiornata={giorno ?? props.oggi}>
      <SottoMenu sito={sito} percorso={props.percorso} />
      <div class="container contenuto">
        {giorno === undefined ? <Mancano sito={sito} /> : <DatiAl sito={sito} giorno={giorno} />}
        {props.children}
      </div>
    </Pagina>
  )
}
