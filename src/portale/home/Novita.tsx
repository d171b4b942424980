import { Avanti, Icona, Quando, type Sito } from '../../ui/index.ts'

/** The project's three doors. */
export function Progetto({ sito }: { sito: Sito }) {
  const t = sito.testi.paginaHome.progetto
  return (
    <section class="fascia tenue" aria-labelledby="progetto">
      <div class="container">
        <h2 id="progetto" safe>
          {t.titolo}
        </h2>
        <div class="porte">
          {t.parti.map(p => (
            <article class="porta">
              <Icona nome={p.icona} />
              <h3 safe>{p.titolo}</h3>
              <p safe>{p.testo}</p>
              <Avanti {...p.link} testi={sito.testi} />
            </article>
          ))}
        </div>
      </div>
    </section>
  )
}

/** The four latest news. */
export function Notizie({ sito }: { sito: Sito }) {
  const t = sito.testi.paginaHome.notizie
  return (
    <section class="fascia" aria-labelledby="notizie">
      <div class="container">
        <h2 id="notizie" safe>
          {t.titolo}
        </h2>
        <ul class="schede">
          {sito.testi.notizie.elenco.slice(0, 4).map(n => (
            <li class="scheda">
              <p class="scheda-data">
                <Quando il={n.quando} testi={sito.testi} />
              </p>
              <h3>
                <a href={`/notizie/${n.slug}`} safe>
                  {n.titolo}
                </a>
              </h3>
            </li>
          ))}
        </ul>
        <p class="tutte">
          <Avanti href="/notizie" testo={t.tutte} testi={sito.testi} />
        </p>
      </div>
    </section>
  )
}

/** The milestones that have a badge, the latest first. */
export function Storia({ sito }: { sito: Sito }) {
  const t = sito.testi.paginaHome.storia
  const tappe = sito.testi.storia.tappe.filter(s => s.distintivo).toReversed()
  return (
    <section class="fascia storia-home" aria-labelledby="storia">
      <div class="container">
        <h2 id="storia" safe>
          {t.titolo}
        </h2>
        <p class="sotto" safe>
          {t.sommario}
        </p>
        <ul class="schede">
          {tappe.map(s => (
            <li class="scheda tappa-home">
              <p class="distintivo" aria-hidden="true" safe>
                {s.distintivo ?? ''}
              </p>
              <p class="scheda-data">
                <Quando il={s.quando} testi={sito.testi} />
              </p>
              <h3>
                <a href={`/storia#${s.id}`} safe>
                  {s.titolo}
                </a>
              </h3>
              <p safe>{s.testo}</p>
            </li>
          ))}
        </ul>
        <p class="tutte">
          <Avanti href="/storia" testo={t.tutta} testi={sito.testi} />
        </p>
      </div>
    </section>
  )
}
