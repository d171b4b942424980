import { Avviso, Collegamento, Icona, Pagina, type Sito, type Testi } from '../../ui/index.ts'
import type { Gestore, OpzioniAccesso } from './contesto.ts'

type Identita = Testi['accesso']['identita'][number]

/** SPID's button opens the list of identity providers: no script, and none of them first. */
function Spid({ testi, nome, gestori }: { testi: Testi; nome: string; gestori: readonly Gestore[] }) {
  const t = testi.accesso.gestori
  return (
    <details class="entra-spid">
      <summary class="entra">
        <span class="entra-segno" aria-hidden="true">
          <Icona nome="utente" />
        </span>
        <span safe>{nome}</span>
        <span class="entra-freccia" aria-hidden="true">
          <Icona nome="avanti" />
        </span>
      </summary>
      <div class="gestori">
        <p safe>{gestori.length > 0 ? t.scegli : t.nessuno}</p>
        {gestori.length > 0 && (
          <ul class="gestori-voci" aria-label={t.nome}>
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

/** The large button of a way in. */
export function Entra({ href, nome, icona }: { href: string; nome: string; icona: Identita['icona'] }) {
  return (
    <a class="entra" href={href}>
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
    return <Entra href={href} nome={i.entra} icona={i.icona} />
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
        <div class="ingressi">
          {t.identita.map(i => (
            <section class="ingresso" aria-labelledby={`ingresso-${i.via}`}>
              <h3 id={`ingresso-${i.via}`} safe>
                {i.nome}
              </h3>
              {bottone(i)}
              {i.via === 'cns' && cns !== undefined && (
                <p class="ingresso-prima" safe>
                  {t.primaCns}
                </p>
              )}
              <dl>
                <dt safe>{t.perChi}</dt>
                <dd safe>{i.perChi}</dd>
                <dt safe>{t.comeSiOttiene}</dt>
                <dd safe>{i.come}</dd>
              </dl>
              <p class="ingresso-link">
                <Collegamento {...i.link} testi={testi} />
              </p>
            </section>
          ))}
        </div>
        {sito.demo !== undefined && (
          <Avviso titolo={t.demo.titolo}>
            <p safe>{t.demo.testo}</p>
            {cns !== undefined && accesso.carteDemo !== undefined && (
              <p>
                <span safe>{`${t.demo.cns} `}</span>
                <code safe>{accesso.carteDemo}</code>
              </p>
            )}
            <p>
              <a href={t.demo.link.href} safe>
                {t.demo.link.testo}
              </a>
            </p>
          </Avviso>
        )}
        <p class="prosa">
          <span safe>{`${t.operatori.titolo} `}</span>
          <a href={t.operatori.link.href} safe>
            {t.operatori.link.testo}
          </a>
        </p>
        <div class="ingressi-note">
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
