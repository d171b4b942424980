import { Avviso, Collegamento, Icona, Pagina, type Sito, type Testi } from '../../ui/index.ts'
import type { Gestore, OpzioniAccesso } from './contesto.ts'

type Identita = Testi['accesso']['identita'][number]

/** SPID's button opens the list of identity providers: no script, and none of them first. */
function Spid({ testi, nome, gestori }: { testi: Testi; nome: string; gestori: readonly Gestore[] }) {
  const t = testi.accesso.gestori
  return (
    <details class="entra-spid">
      <summary class="entra entra-con-spid">
        <span class="entra-segno" aria-hidden="true">
          <Icona nome="utente" />
        </span>
        <span safe>{nome}</span>
      </summary>
      <div class="gestori">
        <p safe>{gestori.length > 0 ? t.scegli : t.nessuno}</p>
        {gestori.length > 0 && (
          <ul aria-label={t.nome}>
            {gestori.map(g => (
              <li>
                <a href={g.href} safe>
                  {g.nome}
                </a>
              </li>
            ))}
          </ul>
        )}
        <ul class="gestori-fine">
          {t.link.map(l => (
            <li>
              <Collegamento {...l} testi={testi} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

function Entra({ href, nome, via, icona }: { href: string; nome: string; via: string; icona: Identita['icona'] }) {
  return (
    <a class={via === 'cie' ? 'entra entra-con-cie' : 'entra entra-con-cns'} href={href}>
      <span class="entra-segno" aria-hidden="true">
        <Icona nome={icona} />
      </span>
      <span safe>{nome}</span>
    </a>
  )
}

export interface DatiAccesso {
  sito: Sito
  accesso: OpzioniAccesso
  /** in the order in which they are shown */
  gestori: readonly Gestore[] | undefined
  /** path that leads to the listener for cards */
  cns: string | undefined
  /** what has just happened, if it is one of ours */
  esito: string
}

/** The ways in, each with what it is and where one gets it. */
export function PaginaAccesso({ sito, accesso, gestori, cns, esito }: DatiAccesso) {
  const { testi } = sito
  const t = testi.accesso
  const avviso = Object.hasOwn(t.avvisi, esito) ? t.avvisi[esito as keyof typeof t.avvisi] : undefined
  const bottone = (i: Identita) => {
    if (i.via === 'spid' && gestori) return <Spid testi={testi} nome={i.entra} gestori={gestori} />
    const href = i.via === 'cie' ? accesso.cie : i.via === 'cns' ? cns : undefined
    if (href === undefined)
      return (
        <p class="entra-non-attivo" safe>
          {t.nonAttivo}
        </p>
      )
    return <Entra href={href} nome={i.entra} via={i.via} icona={i.icona} />
  }
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/accesso"
      aggiornata={t.aggiornata}
    >
      <div class="container contenuto">
        {avviso !== undefined && (
          <Avviso titolo={avviso.titolo} tono={esito === 'sessione-finita' ? 'attenzione' : 'info'}>
            <p safe>{avviso.testo}</p>
          </Avviso>
        )}
        <h2 safe>{t.comeTitolo}</h2>
        <p class="prosa" safe>
          {t.comeTesto}
        </p>
        <div class="porte">
          {t.identita.map(i => (
            <section class="porta" aria-labelledby={`porta-${i.via}`}>
              <h3 id={`porta-${i.via}`} safe>
                {i.nome}
              </h3>
              {bottone(i)}
              {i.via === 'cns' && cns !== undefined && (
                <p class="porta-prima" safe>
                  {t.primaCns}
                </p>
              )}
              <dl>
                <dt safe>{t.perChi}</dt>
                <dd safe>{i.perChi}</dd>
                <dt safe>{t.comeSiOttiene}</dt>
                <dd safe>{i.come}</dd>
              </dl>
              <p class="porta-link">
                <Collegamento {...i.link} testi={testi} />
              </p>
            </section>
          ))}
        </div>
        {sito.demo !== undefined && (
          <Avviso titolo={t.demo.titolo}>
            <p safe>{t.demo.testo}</p>
            {cns !== undefined && accesso.carteDemo !== undefined && <p safe>{t.demo.cns(accesso.carteDemo)}</p>}
            <p>
              <a href={t.demo.link.href} safe>
                {t.demo.link.testo}
              </a>
            </p>
          </Avviso>
        )}
        <div class="porte-note">
          <section class="prosa">
            <h2 safe>{t.eidas.titolo}</h2>
            <p safe>{t.eidas.testo}</p>
          </section>
          <section class="prosa">
            <h2 safe>{t.sicurezza.titolo}</h2>
            <p safe>{t.sicurezza.testo(accesso.durate.inattiva, accesso.durate.massima)}</p>
          </section>
        </div>
      </div>
    </Pagina>
  )
}
