import { inLettere, Pagina, type Sito, Testo } from '../../ui/index.ts'

/** The privacy notice, before anything else of the area: accepted, or the session ends. */
export function PaginaInformativa({ sito, csrf, dopo }: { sito: Sito; csrf: string; dopo: string | undefined }) {
  const { testi } = sito
  const t = testi.accesso.informativa
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/accesso/informativa"
      aggiornata={t.versione}
      nascosta
    >
      <div class="container contenuto">
        <p safe>{t.di(inLettere(t.versione, testi))}</p>
        <Testo sezioni={t.sezioni} testi={testi} />
        <form method="post" action="/accesso/informativa" aria-label={t.nome}>
          <input type="hidden" name="csrf" value={csrf} />
          {dopo !== undefined && <input type="hidden" name="dopo" value={dopo} />}
          <p class="prosa" safe>
            {t.spiega}
          </p>
          <p class="azioni">
            <button type="submit" class="btn btn-primary" name="scelta" value="accetto" safe>
              {t.accetto}
            </button>
            <button type="submit" class="btn btn-outline-primary" name="scelta" value="rifiuto" safe>
              {t.rifiuto}
            </button>
          </p>
        </form>
      </div>
    </Pagina>
  )
}
