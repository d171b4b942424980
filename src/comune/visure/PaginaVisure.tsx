import type { mancata } from '../../anagrafe/index.ts'
import { Campo, descritto, inLettere, Riepilogo } from '../../ui/index.ts'
import { type Base, Cornice } from '../Cornice.tsx'

/** What a citizen was told under a number, as far as this comune may read it. */
export interface CausaLetta {
  detto: NonNullable<Awaited<ReturnType<typeof mancata>>>
  /** of the schede in question those of this comune */
  nostre: readonly string[]
}

/** The cause behind a refusal page, and what the comune can do. */
export function PaginaVisure(
  props: Base & { scritto: string; errore?: string | undefined; letta?: CausaLetta | undefined },
) {
  const { sito, chi, letta, errore } = props
  const { testi } = sito
  const t = testi.com.visure
  const detto = letta?.detto
  const parole = detto && t.cause[detto.causa]
  return (
    <Cornice {...props} titolo={t.titolo} sommario={t.sommario} percorso="/com/visure">
      <Riepilogo sito={sito} guasti={errore === undefined ? [] : [{ href: '#riferimento', testo: errore }]} />
      {letta !== undefined && detto !== undefined && parole !== undefined && (
        <section class="com-causa" aria-labelledby="causa">
          <h2 id="causa" safe>
            {t.causa}
          </h2>
          <p safe>{parole.causa}</p>
          <p safe>{t.quando(inLettere(detto.prima, testi), inLettere(detto.ultima, testi))}</p>
          <h2 safe>{t.rimedio}</h2>
          <p safe>{parole.rimedio}</p>
          {(letta.nostre.length > 0 || detto.schede.length === 0) && (
            <p>
              <span safe>{t.codice}</span>: <strong safe>{detto.codice_fiscale ?? t.senza}</strong>
            </p>
          )}
          <p safe>{t.schede(detto.schede.length, letta.nostre.length)}</p>
          {letta.nostre.map((id, n) => (
            <form method="post" action="/com/schede/apri">
              <input type="hidden" name="csrf" value={chi.csrf} />
              <input type="hidden" name="scheda" value={id} />
              <input type="hidden" name="motivo" value="sportello" />
              <button class="btn btn-outline-primary" type="submit" safe>
                {t.apri(n + 1)}
              </button>
            </form>
          ))}
        </section>
      )}
      <form class="modulo" method="post" action="/com/visure" autocomplete="off">
        <input type="hidden" name="csrf" value={chi.csrf} />
        <Campo id="riferimento" nome={t.campo} aiuto={t.aiuto} errore={errore}>
          <input
            type="text"
            id="riferimento"
            name="riferimento"
            maxlength="20"
            value={props.scritto}
            {...descritto('riferimento', errore)}
          />
        </Campo>
        <button class="btn btn-primary" type="submit" safe>
          {t.invia}
        </button>
      </form>
    </Cornice>
  )
}
