import { Riepilogo } from '../../ui/index.ts'
import { Cornice } from '../Cornice.tsx'
import { type DiRettifica, RETTIFICA } from './bozza.ts'
import { ElencoDocumenti } from './Documenti.tsx'
import { DOCUMENTI } from './PaginaDocumenti.tsx'
import { sopraRettifica } from './PaginaInizio.tsx'
import { RECAPITI } from './PaginaRecapiti.tsx'
import { Csrf, DatiInBozza, nomeDelDato, Passi } from './Parti.tsx'

/** What keeps the draft from being sent, each with where it is mended. */
export const blocchi = (d: DiRettifica) =>
  d.dati.flatMap(x =>
    x.blocco === undefined
      ? []
      : [{ href: RETTIFICA, testo: `${nomeDelDato(x.dato, d.sito)}: ${d.sito.testi.rettifica.bozza[x.blocco]}` }],
  )

function Cambia(props: { href: string; che: string; testo: string }) {
  return (
    <a class="riepilogo-cambia" href={props.href}>
      <span safe>{props.testo}</span>
      <span class="visually-hidden" safe>{`: ${props.che}`}</span>
    </a>
  )
}

/** All of it once more, and the button. */
export function PaginaRiepilogo(props: DiRettifica) {
  const { sito, sessione, mia, bozza } = props
  const { rettifica: r, riepilogo: foglio } = sito.testi
  const t = r.riepilogo
  const ferma = blocchi(props)
  return (
    <Cornice
      {...props}
      titolo={t.titolo}
      sommario={t.sommario}
      percorso={`${RETTIFICA}/riepilogo`}
      sopra={sopraRettifica(props)}
    >
      <Riepilogo sito={sito} guasti={ferma} />
      <Passi sito={sito} qui={3} />
      <div class="rileggi">
        <p class="rileggi-a">
          <span safe>{`${t.a} `}</span>
          <strong safe>{sito.testi.visura.valori.comune(mia.scheda.comune, mia.scheda.provincia)}</strong>
        </p>
        <section aria-labelledby="dati">
          <h2 id="dati" safe>
            {r.bozza.dati}
          </h2>
          <Cambia href={RETTIFICA} che={r.bozza.dati} testo={t.cambia} />
          <DatiInBozza {...props} />
        </section>
        <section aria-labelledby="documenti">
          <h2 id="documenti" safe>
            {r.documenti.titolo}
          </h2>
          <Cambia href={DOCUMENTI} che={r.documenti.titolo} testo={t.cambia} />
          <ElencoDocumenti sito={sito} csrf={sessione.csrf} codici={props.lettura.codici} allegati={props.allegati} />
        </section>
        <section aria-labelledby="recapiti">
          <h2 id="recapiti" safe>
            {t.recapiti}
          </h2>
          <Cambia href={RECAPITI} che={t.recapiti} testo={t.cambia} />
          {bozza!.recapiti.length === 0 ? (
            <p safe>{t.nessunRecapito}</p>
          ) : (
            <dl class="rileggi-recapiti">
              {bozza!.recapiti.map(x => (
                <div>
                  <dt safe>{foglio.tipi[x.tipo] ?? ''}</dt>
                  <dd safe>{x.valore}</dd>
                </div>
              ))}
            </dl>
          )}
          {bozza!.note !== null && (
            <dl class="rileggi-recapiti">
              <div>
                <dt safe>{t.note}</dt>
                <dd class="a-capo" safe>
                  {bozza!.note}
                </dd>
              </div>
            </dl>
          )}
        </section>
      </div>
      <p safe>{t.termine}</p>
      <p safe>{t.vero}</p>
      <form class="azioni" method="post" action={`${RETTIFICA}/invia`}>
        <Csrf csrf={sessione.csrf} />
        <input type="hidden" name="numero" value={bozza!.id} />
        <button class="btn btn-primary" type="submit" safe>
          {t.invia}
        </button>
      </form>
    </Cornice>
  )
}
