import type { DoveAperta } from '../../richieste/index.ts'
import { Icona, Pagina, type Sito } from '../../ui/index.ts'
import type { Finestra } from '../contributo/contributo.ts'
import { Cifre } from './Cifre.tsx'
import { Comuni } from './Comuni.tsx'
import type { CifreHome } from './cifre.ts'
import { Notizie, Progetto, Storia } from './Novita.tsx'
import { Servizi } from './Servizi.tsx'

function Apertura({ sito }: { sito: Sito }) {
  const t = sito.testi.paginaHome
  return (
    <section class="eroe" aria-labelledby="titolo">
      <div class="container eroe-riga">
        <div class="eroe-testo">
          <h1 id="titolo" safe>
            {t.titolo}
          </h1>
          <p class="sommario" safe>
            {t.sommario}
          </p>
          <p class="azioni">
            <a class="btn btn-primary" href="/progetto">
              <span safe>{t.scopri}</span>
              <Icona nome="avanti" />
            </a>
            <a class="btn btn-outline-primary" href="#a-che-punto" safe>
              {t.aChePunto}
            </a>
          </p>
        </div>
        <img class="eroe-figura" src={sito.risorsa('girasole.svg')} alt="" width="420" height="420" />
      </div>
    </section>
  )
}

/** The home, band by band. Without figures (no snapshot yet) it says so. */
export function PaginaHome(props: {
  sito: Sito
  cifre: CifreHome | undefined
  /** where citizens may ask for corrections; undefined: not known yet */
  rettifica: DoveAperta | undefined
  finestra: Finestra
  oggi: string
  aggiornata: string
}) {
  const { sito, cifre } = props
  const t = sito.testi.paginaHome
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      percorso="/"
      aggiornata={props.aggiornata}
      script={['suggerimenti']}
      senzaTitolo
    >
      <Apertura sito={sito} />
      <Cifre cifre={cifre} sito={sito} />
      <Comuni sito={sito} cifre={cifre} finestra={props.finestra} oggi={props.oggi} />
      <Servizi sito={sito} rettifica={props.rettifica} />
      <Progetto sito={sito} />
      <Notizie sito={sito} />
      <Storia sito={sito} />
    </Pagina>
  )
}
