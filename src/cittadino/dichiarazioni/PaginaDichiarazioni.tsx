import { Avviso, Icona, type Sito } from '../../ui/index.ts'
import { Cornice } from '../Cornice.tsx'
import type { DiVisura } from '../visura/PaginaVisura.tsx'
import { type Gruppo, type IdVoce, VOCI, type Voce } from './voci.ts'

export const DICHIARAZIONI = '/cittadino/dichiarazioni'
const GRUPPI: readonly Gruppo[] = ['persona', 'famiglia', 'altro']
const ERRORE = 'scelte-errore'

function Casella(props: {
  sito: Sito
  voce: Voce
  frase: string | undefined
  aiuto: string | undefined
  presa: boolean
}) {
  const { sito, voce, frase, aiuto } = props
  const t = sito.testi.dichiarazioni
  const manca = frase === undefined
  return (
    <div class={manca ? 'casella casella-manca' : 'casella'}>
      <input
        type="checkbox"
        id={voce.id}
        name={voce.id}
        value="1"
        checked={props.presa}
        disabled={manca}
        aria-describedby={`${voce.id}-frase`}
      />
      <div>
        <label for={voce.id} safe>
          {t.voci[voce.id].nome}
        </label>
        <p id={`${voce.id}-frase`}>
          <span safe>{frase?.replace(/;$/, '') ?? t.nonDisponibile}</span>
          {aiuto !== undefined && (
            <span class="casella-aiuto" safe>
              {aiuto}
            </span>
          )}
        </p>
      </div>
    </div>
  )
}

/** Boxes to tick: each says what the sheet will say, so that it is read before it is signed. */
export function PaginaDichiarazioni(
  props: DiVisura & { spuntate?: ((id: IdVoce) => boolean) | undefined; manca?: boolean },
) {
  const { sito, sessione, mia, lettura, oggi } = props
  const t = sito.testi.dichiarazioni
  const elettore = mia.scheda.dati.listaElettorale?.elettore.toUpperCase() === 'S'
  const aiuto = (v: Voce) => (v.id === 'diritti' ? (elettore ? t.diritti.elettore : t.diritti.ignoto) : undefined)
  return (
    <Cornice
      sito={sito}
      sessione={sessione}
      titolo={t.titolo}
      sommario={t.sommario}
      percorso={DICHIARAZIONI}
      oggi={oggi}
    >
      <form class="dichiara" method="post" action={DICHIARAZIONI}>
        <input type="hidden" name="csrf" value={sessione.csrf} />
        <h2 id="scegli" safe>
          {t.scegli}
        </h2>
        <p safe>{t.aiuto}</p>
        {props.manca && (
          <p class="modulo-errore" id={ERRORE} role="alert">
            <Icona nome="attenzione" />
            <span safe>{t.manca}</span>
          </p>
        )}
        {GRUPPI.map(g => (
          <fieldset aria-describedby={props.manca ? ERRORE : undefined}>
            <legend safe>{t.gruppi[g]}</legend>
            {VOCI.filter(v => v.gruppo === g).map(v => (
              <Casella
                sito={sito}
                voce={v}
                frase={v.frase(mia, lettura, oggi)}
                aiuto={aiuto(v)}
                presa={props.spuntate?.(v.id) ?? false}
              />
            ))}
          </fieldset>
        ))}
        <p class="azioni">
          <button class="btn btn-primary" type="submit">
            <Icona nome="scarica" />
            <span safe>{t.prepara}</span>
          </button>
        </p>
        <p class="dati-nota" safe>
          {t.nota}
        </p>
      </form>
      <section class="prosa" aria-labelledby="prima">
        <h2 id="prima" safe>
          {t.prima.titolo}
        </h2>
        <ul>
          {t.prima.voci.map(v => (
            <li safe>{v}</li>
          ))}
        </ul>
      </section>
      <Avviso titolo={t.figli.titolo}>
        <p safe>{t.figli.testo}</p>
      </Avviso>
    </Cornice>
  )
}
