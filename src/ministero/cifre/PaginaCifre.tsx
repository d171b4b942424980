import type { SessioneOperatore } from '../../identita/index.ts'
import type { Livello } from '../../statistiche/index.ts'
import {
  type CifreRettifiche,
  CorniceOperatore,
  type DatiQuadro,
  inLettere,
  type OrdineTerritori,
  QuadroRettifiche,
  type Sito,
} from '../../ui/index.ts'

const SOTTO = { regione: 'regioni', prefettura: 'prefetture', comune: 'comuni' } as const

/** The figures of the country, of a region, a prefettura or a comune. */
export function PaginaCifre(props: {
  sito: Sito
  chi: SessioneOperatore
  titolo: string
  livello: Livello
  percorso: string
  dati: DatiQuadro
  ordine: OrdineTerritori
  oggi: string
}) {
  const { sito, percorso, livello, oggi, dati } = props
  const t = sito.testi.rettifiche
  const paese = percorso === '/ministero'
  const verso = (r: CifreRettifiche) => (r.chiave === null ? undefined : `/ministero/${SOTTO[livello]}/${r.chiave}`)
  const unComune = percorso.startsWith('/ministero/comuni/')
  return (
    <CorniceOperatore
      sito={sito}
      chi={props.chi}
      titolo={props.titolo}
      sommario={t.ministero.sommario}
      percorso={percorso}
      oggi={oggi}
    >
      <QuadroRettifiche
        sito={sito}
        dati={unComune ? { ...dati, parti: undefined } : dati}
        percorso={percorso}
        verso={verso}
        ordine={props.ordine}
        oggi={inLettere(oggi, sito.testi)}
        scarica={
          paese
            ? [
                { testo: t.scarica.csvComuni, href: '/ministero/rettifiche.csv' },
                { testo: t.scarica.pdf, href: '/ministero/rettifiche.pdf' },
              ]
            : []
        }
      />
    </CorniceOperatore>
  )
}
