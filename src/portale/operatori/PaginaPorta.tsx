import { Avviso, Icona, Pagina, type Sito } from '../../ui/index.ts'

/** The door of those who work in the register. */
export function PaginaPorta({ sito, esito, oggi }: { sito: Sito; esito: string; oggi: string }) {
  const t = sito.testi.operatori
  const avviso = Object.hasOwn(t.avvisi, esito) ? t.avvisi[esito as keyof typeof t.avvisi] : undefined
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/accesso/operatori"
      aggiornata={oggi}
      sopra={[{ testo: sito.testi.accesso.titolo, href: '/accesso' }]}
      nascosta
    >
      <div class="container contenuto">
        {avviso !== undefined && (
          <Avviso titolo={avviso.titolo} tono={esito === 'sessione-finita' ? 'attenzione' : 'info'}>
            <p safe>{avviso.testo}</p>
          </Avviso>
        )}
        {sito.demo !== undefined && (
          <Avviso titolo={t.demo.titolo}>
            <p safe>{t.demo.testo}</p>
            <p>
              <a class="btn btn-primary" href="/demo-operatori">
                <span safe>{t.demo.vai}</span>
                <Icona nome="avanti" />
              </a>
            </p>
          </Avviso>
        )}
      </div>
    </Pagina>
  )
}
