import { Avanti, Icona, Pagina, Quando, type Sito, Testo } from '../../ui/index.ts'

type Notizia = Sito['testi']['notizie']['elenco'][number]

/** All news, newest first. */
export function PaginaNotizie({ sito }: { sito: Sito }) {
  const t = sito.testi.notizie
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/notizie"
      aggiornata={t.aggiornata}
    >
      <div class="container contenuto">
        <ul class="elenco-notizie">
          {t.elenco.map(n => (
            <li>
              <p class="scheda-data">
                <Quando il={n.quando} testi={sito.testi} />
              </p>
              <h2>
                <a href={`/notizie/${n.slug}`} safe>
                  {n.titolo}
                </a>
              </h2>
              <p safe>{n.sommario}</p>
            </li>
          ))}
        </ul>
        <p class="rss">
          <Icona nome="rss" />
          <span safe>{t.rss.invito}</span>{' '}
          <a href="/notizie/rss.xml" type="application/rss+xml" safe>
            {t.rss.testo}
          </a>
        </p>
      </div>
    </Pagina>
  )
}

/** One piece of news. */
export function PaginaNotizia({ sito, notizia: n }: { sito: Sito; notizia: Notizia }) {
  const t = sito.testi.notizie
  return (
    <Pagina
      sito={sito}
      titolo={n.titolo}
      descrizione={n.sommario}
      sommario={n.sommario}
      percorso={`/notizie/${n.slug}`}
      aggiornata={t.aggiornata}
      sopra={[{ testo: t.titolo, href: '/notizie' }]}
    >
      <article class="container contenuto notizia">
        <p class="scheda-data">
          <Quando il={n.quando} testi={sito.testi} />
        </p>
        <Testo sezioni={[{ id: 'testo', testo: n.testo }]} testi={sito.testi} />
        {n.fonte !== undefined && (
          <p class="fonte">
            <span safe>{`${t.fonte} ${n.fonte}.`}</span>
          </p>
        )}
        <p class="tutte">
          <Avanti href="/notizie" testo={t.tutte} testi={sito.testi} />
        </p>
      </article>
    </Pagina>
  )
}
