import type { PropsWithChildren } from '@kitajs/html'
import { CORREGGIBILI } from '../../richieste/index.ts'
import { Icona, type Sito } from '../../ui/index.ts'
import { nomeDi } from '../../visura/index.ts'
import { campoDi } from './attuale.ts'
import { type DatoInBozza, type DiRettifica, RETTIFICA } from './bozza.ts'

/** How a datum is called in the visura. */
export const nomeDelDato = (dato: string, { testi }: Sito): string =>
  testi.rettifica.nomi[dato] ?? nomeDi(campoDi(dato).etichetta, testi).nome
/** The part of the scheda that it belongs to: a surname is one's own, or the spouse's. */
const sezioneDelDato = (dato: string, { testi }: Sito): string =>
  testi.rettifica.sezioni[CORREGGIBILI.get(dato)?.sezione ?? '']?.titolo ?? ''

/** The word against CSRF. */
export const Csrf = ({ csrf }: { csrf: string }) => <input type="hidden" name="csrf" value={csrf} />

/** What has just happened, said once. */
export function Fatto({ testo }: { testo: string | undefined }) {
  if (testo === undefined) return ''
  return (
    <p class="fatto" role="status">
      <Icona nome="vantaggi" />
      <span safe>{testo}</span>
    </p>
  )
}

const VIE = ['', '/documenti', '/recapiti', '/riepilogo'] as const
/** Where she is on the way to sending: four steps, those behind can be gone back to. */
export function Passi({ sito, qui }: { sito: Sito; qui: 0 | 1 | 2 | 3 }) {
  const t = sito.testi.rettifica.passi
  return (
    <nav class="passi-via" aria-label={t.nome}>
      <ol>
        {t.voci.map((voce, n) => (
          <li class={n < qui ? 'fatta' : undefined}>
            {n < qui ? (
              <a href={`${RETTIFICA}${VIE[n]}`}>
                <span class="passi-numero" aria-hidden="true" safe>
                  {String(n + 1)}
                </span>
                <span safe>{voce}</span>
                <span class="visually-hidden" safe>{` (${t.fatto})`}</span>
              </a>
            ) : (
              <span aria-current={n === qui ? 'step' : undefined}>
                <span class="passi-numero" aria-hidden="true" safe>
                  {String(n + 1)}
                </span>
                <span safe>{voce}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** What the register has and what it should have, side by side. `children`: what can be done with it. */
export function Confronto(
  props: PropsWithChildren<{
    sito: Sito
    dato: string
    di: string | undefined
    attuale: string
    chiesto: string
    note: string | null
    parole: { oggi: string; giusto: string; nota: string; manca: string; di: (nome: string) => string }
  }>,
) {
  const { parole: t } = props
  return (
    <li class="confronto">
      <h3>
        <span class="confronto-sezione" safe>
          {sezioneDelDato(props.dato, props.sito)}
        </span>
        <span safe>{nomeDelDato(props.dato, props.sito)}</span>
        {props.di !== undefined && <span class="confronto-di" safe>{` ${t.di(props.di)}`}</span>}
      </h3>
      <dl>
        <div>
          <dt safe>{t.oggi}</dt>
          <dd class={props.attuale === '' ? 'confronto-manca' : undefined} safe>
            {props.attuale || t.manca}
          </dd>
        </div>
        <div class="confronto-giusto">
          <dt safe>{t.giusto}</dt>
          <dd safe>{props.chiesto}</dd>
        </div>
        {props.note ? (
          <div class="confronto-nota">
            <dt safe>{t.nota}</dt>
            <dd safe>{props.note}</dd>
          </div>
        ) : (
          ''
        )}
      </dl>
      {props.children}
    </li>
  )
}

/** What hinders a datum of the draft from being sent. */
export function Blocco({ sito, dato }: { sito: Sito; dato: DatoInBozza }) {
  const t = sito.testi.rettifica.bozza
  if (dato.blocco)
    return (
      <p class="modulo-errore" safe>
        {t[dato.blocco]}
      </p>
    )
  return dato.ora === dato.attuale ? (
    ''
  ) : (
    <p class="modulo-aiuto" safe>
      {t.cambiato}
    </p>
  )
}

/** The data of the draft; `safeAzioni` gives what can be done with each. */
export function DatiInBozza(props: DiRettifica & { safeAzioni?: (d: DatoInBozza) => JSX.Element }) {
  const { sito, dati, safeAzioni } = props
  return (
    <ol class="confronti">
      {dati.map(d => (
        <Confronto
          sito={sito}
          dato={d.dato}
          di={d.di}
          attuale={d.ora}
          chiesto={d.chiesto}
          note={d.note}
          parole={sito.testi.rettifica.bozza}
        >
          <Blocco sito={sito} dato={d} />
          {safeAzioni ? safeAzioni(d) : ''}
        </Confronto>
      ))}
    </ol>
  )
}
