import type { Sito } from './sito.ts'

const STELLA = 'M12 2.2l3 6.4 6.9.9-5 4.8 1.2 7L12 17.9l-6.1 3.4 1.2-7-5-4.8 6.9-.9z'

/** A star for the eye; the words beside it say the number. */
export const Stella = () => (
  <svg class="stella" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={STELLA} />
  </svg>
)

/** "How clear is this page?": five stars, named in words, that any browser can send. For the foot of a public page.
 *  @param percorso the page's own path; without one (error pages) there is nothing to judge, so nothing is shown
 *  @param errore it was sent without a choice */
export function Valuta({ sito, percorso, errore }: { sito: Sito; percorso: string; errore?: boolean }) {
  if (percorso === '' || percorso.startsWith('/valuta')) return ''
  const t = sito.testi.sito.valuta
  return (
    <section class="valuta" aria-labelledby="valuta-domanda">
      <form class="container" method="post" action="/valuta" data-element="feedback">
        <input type="hidden" name="percorso" value={percorso} />
        <fieldset aria-describedby={errore ? 'valuta-errore' : undefined}>
          <legend id="valuta-domanda" data-element="feedback-title" safe>
            {t.domanda}
          </legend>
          {errore && (
            <p class="modulo-errore" id="valuta-errore" safe>
              {t.manca}
            </p>
          )}
          <div class="stelle">
            {t.stelle.map((parola, n) => (
              <label class="stelle-voce">
                <input
                  class="stelle-scelta"
                  type="radio"
                  name="stelle"
                  value={String(n + 1)}
                  id={n === 0 ? 'valuta-stelle' : undefined}
                  required
                  aria-invalid={errore ? 'true' : undefined}
                  data-element="feedback-rate"
                />
                <Stella />
                <span class="visually-hidden" safe>
                  {`${t.quante(n + 1)}: `}
                </span>
                <span class="stelle-parola" safe>
                  {parola}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <button class="btn btn-primary" type="submit" safe>
          {t.invia}
        </button>
      </form>
    </section>
  )
}
