import { Icona } from '../../ui/index.ts'
import { Cornice } from '../Cornice.tsx'
import { type DiRettifica, RETTIFICA } from './bozza.ts'
import { DATI } from './PaginaScegli.tsx'
import { Csrf, DatiInBozza, Fatto, nomeDelDato, Passi } from './Parti.tsx'

/** The draft: what is asked so far. */
export function PaginaBozza(props: DiRettifica & { esito?: string | undefined }) {
  const { sito, sessione } = props
  const t = sito.testi.rettifica.bozza
  return (
    <Cornice {...props} titolo={t.titolo} sommario={t.sommario} percorso={RETTIFICA}>
      <Fatto testo={t.esiti[props.esito ?? '']} />
      <Passi sito={sito} qui={0} />
      <h2 safe>{t.dati}</h2>
      <DatiInBozza
        {...props}
        safeAzioni={d => (
          <div class="confronto-azioni">
            {d.blocco === undefined && (
              <a href={`${RETTIFICA}/dato/${d.dato}`}>
                <span safe>{t.cambia}</span>
                <span class="visually-hidden" safe>{`: ${nomeDelDato(d.dato, sito)}`}</span>
              </a>
            )}
            <form method="post" action={`${RETTIFICA}/togli`}>
              <Csrf csrf={sessione.csrf} />
              <input type="hidden" name="n" value={String(d.n)} />
              <button class="btn btn-link" type="submit">
                <span safe>{t.togli}</span>
                <span class="visually-hidden" safe>{`: ${nomeDelDato(d.dato, sito)}`}</span>
              </button>
            </form>
          </div>
        )}
      />
      <p class="azioni">
        <a class="btn btn-primary" href={`${RETTIFICA}/documenti`}>
          <span safe>{t.avanti}</span>
          <Icona nome="avanti" />
        </a>
        <a class="btn btn-outline-primary" href={DATI} safe>
          {t.altro}
        </a>
      </p>
      <p>
        <a href={`${RETTIFICA}/butta`} safe>
          {t.butta}
        </a>
      </p>
    </Cornice>
  )
}

/** Asked once before the draft goes. */
export function PaginaButta(props: DiRettifica) {
  const { sito, sessione } = props
  const t = sito.testi.rettifica.butta
  return (
    <Cornice
      {...props}
      titolo={t.titolo}
      percorso={`${RETTIFICA}/butta`}
      sopra={[{ testo: sito.testi.rettifica.titolo, href: RETTIFICA }]}
    >
      <p safe>{t.testo(props.dati.length, props.allegati.length)}</p>
      <form class="azioni" method="post" action={`${RETTIFICA}/butta`}>
        <Csrf csrf={sessione.csrf} />
        <button class="btn btn-primary" type="submit" safe>
          {t.si}
        </button>
        <a class="btn btn-outline-primary" href={RETTIFICA} safe>
          {t.no}
        </a>
      </form>
    </Cornice>
  )
}
