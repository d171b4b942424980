import type { LimitiAllegati } from '../../richieste/index.ts'
import { Icona, Riepilogo } from '../../ui/index.ts'
import { Cornice } from '../Cornice.tsx'
import { type DiRettifica, RETTIFICA } from './bozza.ts'
import type { EsitoCarico } from './carica.ts'
import { CaricaDocumenti, ElencoDocumenti } from './Documenti.tsx'
import { sopraRettifica } from './PaginaInizio.tsx'
import { Fatto, Passi } from './Parti.tsx'

export const DOCUMENTI = `${RETTIFICA}/documenti`

/** Documents that prove what is asked. */
export function PaginaDocumenti(
  props: DiRettifica & { limiti: LimitiAllegati; esito?: string | undefined; carico?: EsitoCarico },
) {
  const { sito, sessione, carico } = props
  const t = sito.testi.rettifica.documenti
  const guasti = carico?.guasti ?? []
  const riepilogo = [
    ...(carico?.senzaTipo === undefined ? [] : [{ href: '#tipo', testo: carico.senzaTipo }]),
    ...guasti.map(testo => ({ href: '#documento', testo })),
  ]
  return (
    <Cornice {...props} titolo={t.titolo} sommario={t.sommario} percorso={DOCUMENTI} sopra={sopraRettifica(props)}>
      <Riepilogo sito={sito} guasti={riepilogo} />
      <Fatto testo={t.esiti[props.esito ?? '']} />
      <Passi sito={sito} qui={1} />
      <h2 safe>{t.elenco}</h2>
      <ElencoDocumenti
        sito={sito}
        csrf={sessione.csrf}
        codici={props.lettura.codici}
        allegati={props.allegati}
        togli={{ azione: `${DOCUMENTI}/togli`, quali: () => true }}
      />
      <CaricaDocumenti
        sito={sito}
        csrf={sessione.csrf}
        codici={props.lettura.codici}
        azione={DOCUMENTI}
        limiti={props.limiti}
        scelto={carico?.tipo}
        guasti={guasti}
        senzaTipo={carico?.senzaTipo}
      />
      <p class="azioni">
        <a class="btn btn-primary" href={`${RETTIFICA}/recapiti`}>
          <span safe>{t.avanti}</span>
          <Icona nome="avanti" />
        </a>
      </p>
    </Cornice>
  )
}
