import type { Decodifiche } from '../../anagrafe/index.ts'
import type { Allegato, LimitiAllegati } from '../../richieste/index.ts'
import { descritto, Icona, intero, type Sito } from '../../ui/index.ts'
import { Csrf } from './Parti.tsx'

export const mega = (byte: number): string => `${intero(Math.floor(byte / 1_000_000))} MB`
const peso = (byte: number) =>
  byte < 1_000_000 ? `${intero(Math.ceil(byte / 1000))} kB` : `${(byte / 1_000_000).toFixed(1).replace('.', ',')} MB`

/** The documents of a request. `togli`: where a document is taken away; without it they stay. */
export function ElencoDocumenti(props: {
  sito: Sito
  csrf: string
  codici: Decodifiche
  allegati: readonly Allegato[]
  togli?: { azione: string; quali: (a: Allegato) => boolean }
  nota?: (a: Allegato) => string
}) {
  const { sito, allegati, togli } = props
  const t = sito.testi.rettifica.documenti
  if (allegati.length === 0) return <p safe>{t.nessuno}</p>
  return (
    <ul class="documenti">
      {allegati.map(a => (
        <li>
          <Icona nome="documenti" />
          <div>
            <a href={`/cittadino/richieste/${a.richiesta_id}/documenti/${a.id}`} download={a.nome}>
              <span class="visually-hidden" safe>
                {t.apri('')}
              </span>
              <span safe>{a.nome}</span>
            </a>
            <p safe>
              {[props.codici.descrizione('tipoAllegato', a.tipologia), peso(a.byte), props.nota?.(a)]
                .filter(p => p)
                .join(', ')}
            </p>
          </div>
          {togli?.quali(a) ? (
            <form method="post" action={togli.azione}>
              <Csrf csrf={props.csrf} />
              <input type="hidden" name="id" value={a.id} />
              <button class="btn btn-link" type="submit">
                <span safe>{t.togli}</span>
                <span class="visually-hidden" safe>{`: ${a.nome}`}</span>
              </button>
            </form>
          ) : (
            ''
          )}
        </li>
      ))}
    </ul>
  )
}

/** The form that carries documents. */
export function CaricaDocumenti(props: {
  sito: Sito
  csrf: string
  codici: Decodifiche
  azione: string
  limiti: LimitiAllegati
  scelto: string | undefined
  guasti: readonly string[]
  senzaTipo: string | undefined
}) {
  const { sito, limiti, guasti } = props
  const t = sito.testi.rettifica.documenti
  const rotti = guasti.length > 0
  return (
    <form class="modulo carica" method="post" action={props.azione} enctype="multipart/form-data" novalidate>
      <Csrf csrf={props.csrf} />
      <div class={props.senzaTipo ? 'modulo-campo modulo-guasto' : 'modulo-campo'}>
        <label for="tipo" safe>
          {t.tipo}
        </label>
        <p class="modulo-aiuto" id="tipo-aiuto" safe>
          {t.tipoAiuto}
        </p>
        {props.senzaTipo !== undefined && (
          <p class="modulo-errore" id="tipo-errore" safe>
            {props.senzaTipo}
          </p>
        )}
        <select id="tipo" name="tipo" {...descritto('tipo', props.senzaTipo)}>
          <option value="" safe>
            {sito.testi.rettifica.dato.scegli}
          </option>
          {props.codici.voci('tipoAllegato').map(v => (
            <option value={v.codice} selected={props.scelto === v.codice} safe>
              {v.descrizione}
            </option>
          ))}
        </select>
      </div>
      <div class={rotti ? 'modulo-campo modulo-guasto' : 'modulo-campo'}>
        <label for="documento" safe>
          {t.file}
        </label>
        <p class="modulo-aiuto" id="documento-aiuto" safe>
          {t.limiti(mega(limiti.byte), limiti.quanti, mega(limiti.tutti))}
        </p>
        {rotti && (
          <div id="documento-errore">
            {guasti.map(g => (
              <p class="modulo-errore" safe>
                {g}
              </p>
            ))}
          </div>
        )}
        <input
          type="file"
          id="documento"
          name="documento"
          multiple
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          {...descritto('documento', rotti ? 'x' : undefined)}
        />
      </div>
      <p class="modulo-aiuto" safe>
        {t.foto}
      </p>
      <button class="btn btn-outline-primary" type="submit" safe>
        {t.carica}
      </button>
    </form>
  )
}
