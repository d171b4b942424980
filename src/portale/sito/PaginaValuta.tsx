import { Campo, descritto, Icona, Pagina, Riepilogo, type Sito, Valuta } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'
import { type ErroriDettaglio, type Esito, LUNGHEZZA, SCELTE } from './valuta.ts'

/** The first step once more: it was sent without stars. */
export function PaginaStelle({ sito, percorso, oggi }: { sito: Sito; percorso: string; oggi: string }) {
  const t = sito.testi.sito.valuta
  return (
    <Pagina sito={sito} titolo={t.ancora} descrizione={t.ancora} percorso="/valuta" aggiornata={oggi} nascosta>
      <div class="container contenuto">
        <Riepilogo sito={sito} guasti={[{ href: '#valuta-stelle', testo: t.manca }]} />
      </div>
      <Valuta sito={sito} percorso={percorso} errore />
    </Pagina>
  )
}

interface Dettaglio {
  sito: Sito
  esito: Esito
  id: string
  /** page that was judged; undefined: not told */
  da: string | undefined
  oggi: string
  scritti?: Campi
  errori?: ErroriDettaglio
}

/** The second step: what went well, or what was hard; it may be left out. */
export function PaginaDettaglio({ sito, esito, id, da, oggi, scritti = {}, errori = {} }: Dettaglio) {
  const t = sito.testi.sito.valuta
  const guasti = [
    ...(errori.scelta ? [{ href: '#scelta-0', testo: t.sceltaManca }] : []),
    ...(errori.testo ? [{ href: '#testo', testo: t.lungo(errori.testo) }] : []),
  ]
  return (
    <Pagina
      sito={sito}
      titolo={t[esito].titolo}
      descrizione={t[esito].titolo}
      percorso="/valuta"
      aggiornata={oggi}
      sommario={t.registrato}
      nascosta
      script={['conta']}
    >
      <div class="container contenuto">
        <Riepilogo sito={sito} guasti={guasti} />
        <form class="modulo" method="post" action={`/valuta/${id}/${esito}`} novalidate>
          {da !== undefined && <input type="hidden" name="da" value={da} />}
          <Scelte sito={sito} esito={esito} scelta={scritti.scelta} errore={errori.scelta} />
          <Parole sito={sito} testo={scritti.testo} troppi={errori.testo} />
          <div class="azioni">
            <button class="btn btn-primary" type="submit" safe>
              {t.inviaDettaglio}
            </button>
            <a class="btn btn-outline-primary" href={da ?? '/'} safe>
              {t.salta}
            </a>
          </div>
        </form>
      </div>
    </Pagina>
  )
}

function Scelte(props: { sito: Sito; esito: Esito; scelta: string | undefined; errore: true | undefined }) {
  const t = props.sito.testi.sito.valuta
  const voci: Readonly<Record<string, string>> = t[props.esito].scelte
  return (
    <fieldset class={props.errore ? 'modulo-campo modulo-guasto' : 'modulo-campo'}>
      <legend safe>{t[props.esito].domanda}</legend>
      {props.errore && (
        <p class="modulo-errore" id="scelta-errore" safe>
          {t.sceltaManca}
        </p>
      )}
      {SCELTE[props.esito].map((s, n) => (
        <label class="modulo-scelta">
          <input
            class="modulo-radio"
            type="radio"
            name="scelta"
            value={s}
            id={`scelta-${n}`}
            checked={props.scelta === s}
            aria-describedby={props.errore ? 'scelta-errore' : undefined}
          />
          <span safe>{voci[s] ?? s}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Parole(props: { sito: Sito; testo: string | undefined; troppi: number | undefined }) {
  const t = props.sito.testi.sito.valuta
  const errore = props.troppi ? t.lungo(props.troppi) : undefined
  return (
    <Campo id="testo" nome={t.testo} aiuto={t.testoAiuto(LUNGHEZZA)} errore={errore}>
      <textarea
        id="testo"
        name="testo"
        rows="3"
        data-conta={String(LUNGHEZZA)}
        data-restano={t.restano}
        data-troppi={t.troppi}
        {...descritto('testo', errore)}
        safe
      >
        {props.testo ?? ''}
      </textarea>
      {/* filled by the script */}
      <p class="modulo-conto" role="status"></p>
    </Campo>
  )
}

export function PaginaGrazie({ sito, da, oggi }: { sito: Sito; da: string | undefined; oggi: string }) {
  const t = sito.testi.sito.valuta.grazie
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.titolo}
      percorso="/valuta"
      aggiornata={oggi}
      sommario={t.sommario}
      nascosta
    >
      <div class="container contenuto">
        <p safe>{t.testo}</p>
        <p class="azioni">
          <a class="btn btn-primary" href={da ?? '/'}>
            <span safe>{da === undefined ? sito.testi.tornaHome : t.torna}</span>
            <Icona nome="avanti" />
          </a>
          <a class="btn btn-outline-primary" href="/uso-del-sito" safe>
            {t.uso}
          </a>
        </p>
      </div>
    </Pagina>
  )
}
