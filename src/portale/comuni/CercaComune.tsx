import { LUNGHEZZA_MASSIMA } from '../../anagrafe/index.ts'
import type { Sito } from '../../ui/index.ts'

/** The search for a comune: a plain form, which the script `suggerimenti` makes a combobox (the page asks for it by
 *  `script={['suggerimenti']}`). What the script shows stands here already, hidden: its words and its classes.
 *  @param id of the field, unlike any other of the page */
export function CercaComune({ sito, id, valore }: { sito: Sito; id: string; valore?: string }) {
  const t = sito.testi.comuni.cerca
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> around it would be one element more, and is newer than our readers
    <form
      class="cerca"
      action="/comuni"
      method="get"
      role="search"
      aria-labelledby={`${id}-nome`}
      data-suggerimenti="/comuni/suggerimenti"
    >
      <label id={`${id}-nome`} for={id} safe>
        {t.etichetta}
      </label>
      <p id={`${id}-aiuto`} class="cerca-aiuto" safe>
        {t.aiuto}
      </p>
      <div class="cerca-riga">
        <div class="cerca-campo">
          <input
            id={id}
            class="form-control"
            type="text"
            name="q"
            value={valore}
            maxlength={LUNGHEZZA_MASSIMA}
            autocomplete="off"
            autocapitalize="words"
            spellcheck="false"
            aria-describedby={`${id}-aiuto`}
          />
          <div id={`${id}-elenco`} class="cerca-elenco" role="listbox" aria-label={t.elenco} hidden></div>
        </div>
        <button class="btn btn-primary" type="submit" safe>
          {t.bottone}
        </button>
      </div>
      <p
        class="visually-hidden"
        role="status"
        data-nessuno={t.annuncio.nessuno}
        data-uno={t.annuncio.uno}
        data-molti={t.annuncio.molti}
      ></p>
      <template>
        {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field (aria-activedescendant) */}
        <div class="cerca-voce" role="option" aria-selected="false">
          <span class="cerca-nome">
            <span></span>
            <span></span>
          </span>
          <span class="cerca-luogo"></span>
        </div>
      </template>
    </form>
  )
}
