import type { Sessione } from '../../identita/index.ts'
import { Avanti, Avviso, fisso, Icona, inLettere, type Sito } from '../../ui/index.ts'
import { Dati, inRiga, type Lettura, leggi, leggibile, presente, SEZIONI, type Sezione } from '../../visura/index.ts'
import { Cornice } from '../Cornice.tsx'
import type { Mia } from '../mia.ts'
import { Famiglia } from './Famiglia.tsx'

export const VISURA = '/cittadino/visura'
export const PDF = `${VISURA}.pdf`
const percorso = (z: Sezione) => `${VISURA}/${z.id}`

export interface DiVisura {
  sito: Sito
  sessione: Sessione
  mia: Mia
  lettura: Lettura
  oggi: string
}

const vuota = (z: Sezione, { mia, lettura }: DiVisura) => !z.inoltre && !presente(z, mia.scheda, lettura)

/** The sections, each marked where the scheda has nothing of it. */
const Sezioni = fisso(
  (p: { sito: Sito; qui: Sezione; vuote: readonly Sezione[] }) => [p.qui, ...p.vuote].map(z => z.id).join(' '),
  ({ sito, qui, vuote }) => {
    const t = sito.testi.visura
    return (
      <nav class="area-sezioni" aria-label={t.menu}>
        <p class="area-sezioni-titolo" safe>
          {t.menu}
        </p>
        <ul>
          {SEZIONI.map(z => (
            <li>
              <a
                href={percorso(z)}
                aria-current={z === qui ? 'page' : undefined}
                class={vuote.includes(z) ? 'vuota' : undefined}
              >
                <span safe>{t.sezioni[z.id].titolo}</span>
                {vuote.includes(z) && <span class="visually-hidden" safe>{` (${t.vuota})`}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    )
  },
)

function Scarica({ sito }: { sito: Sito }) {
  return (
    <a class="btn btn-outline-primary" href={PDF}>
      <Icona nome="scarica" />
      <span safe>{sito.testi.visura.pdf.scarica}</span>
    </a>
  )
}

function NonCertifica({ sito, mia }: { sito: Sito; mia: Mia }) {
  const t = sito.testi.visura
  const { comune, provincia, comune_istat } = mia.scheda
  const nome = t.sbagliato.comune(t.valori.comune(comune, provincia))
  return (
    <div class="area-note">
      <Avviso>
        <p>
          <span safe>{t.nonCertifica}</span>{' '}
          <a href={t.nonCertificaLink.href} safe>
            {t.nonCertificaLink.testo}
          </a>
          .
        </p>
      </Avviso>
      <section aria-labelledby="sbagliato">
        <h2 id="sbagliato" safe>
          {t.sbagliato.titolo}
        </h2>
        <p safe>{t.sbagliato.testo}</p>
        {comune_istat === null ? (
          <p safe>{nome}</p>
        ) : (
          <Avanti href={`/comuni/${comune_istat}`} testo={nome} testi={sito.testi} />
        )}
      </section>
    </div>
  )
}

/** The section before, the section after. */
function Vicine({ sito, qui }: { sito: Sito; qui: Sezione }) {
  const t = sito.testi.visura
  const n = SEZIONI.indexOf(qui)
  const [prima, dopo] = [SEZIONI[n - 1], SEZIONI[n + 1]]
  return (
    <div class="vicine">
      {prima !== undefined && (
        <a href={percorso(prima)} rel="prev">
          <span class="vicine-verso" safe>
            {t.prima}
          </span>
          <span safe>{t.sezioni[prima.id].titolo}</span>
        </a>
      )}
      {dopo !== undefined && (
        <a class="vicine-dopo" href={percorso(dopo)} rel="next">
          <span class="vicine-verso" safe>
            {t.dopo}
          </span>
          <span safe>{t.sezioni[dopo.id].titolo}</span>
        </a>
      )}
    </div>
  )
}

/** All sections at a glance. */
export function PaginaVisura(props: DiVisura) {
  const { sito, sessione, mia, lettura, oggi } = props
  const t = sito.testi.visura
  const { scheda } = mia
  const dove = inRiga(lettura, scheda.indirizzo)?.testo
  return (
    <Cornice sito={sito} sessione={sessione} titolo={t.titolo} sommario={t.sommario} percorso={VISURA} oggi={oggi}>
      <section class="tessera-area" aria-labelledby="chi-sei">
        <h2 id="chi-sei" safe>
          {t.chiSei}
        </h2>
        <p class="tessera-nome" safe>
          {leggibile([scheda.nome, scheda.cognome].filter(p => p).join(' '))}
        </p>
        <p class="tessera-codice" safe>
          {scheda.codice_fiscale ?? ''}
        </p>
        {dove !== undefined && <p safe>{dove}</p>}
        <p class="tessera-nota">
          <span safe>{t.letta}</span>{' '}
          <time datetime={oggi} safe>
            {inLettere(oggi, sito.testi)}
          </time>
        </p>
        <Scarica sito={sito} />
      </section>
      <h2 safe>{t.indice}</h2>
      <ul class="sezioni">
        {SEZIONI.map(z => {
          const s = t.sezioni[z.id]
          const niente = vuota(z, props)
          return (
            <li class={niente ? 'sezione-voce vuota' : 'sezione-voce'}>
              <a href={percorso(z)} safe>
                {s.titolo}
              </a>
              <p safe>{niente ? s.assente : s.sommario}</p>
            </li>
          )
        })}
      </ul>
      <NonCertifica sito={sito} mia={mia} />
    </Cornice>
  )
}

/** One section. */
export function PaginaSezione(props: DiVisura & { qui: Sezione }) {
  const { sito, sessione, mia, lettura, qui, oggi } = props
  const t = sito.testi.visura
  const s = t.sezioni[qui.id]
  const parti = leggi(qui, mia.scheda, lettura)
  return (
    <Cornice
      sito={sito}
      sessione={sessione}
      titolo={s.titolo}
      sommario={s.sommario}
      percorso={percorso(qui)}
      oggi={oggi}
      sopra={[{ testo: t.titolo, href: VISURA }]}
      safeAccanto={<Sezioni sito={sito} qui={qui} vuote={SEZIONI.filter(z => vuota(z, props))} />}
    >
      {s.ufficiale !== undefined && (
        <p class="dati-ufficiale" safe>
          {t.ufficiale(s.ufficiale)}
        </p>
      )}
      {parti.length === 0 ? (
        <Avviso>
          <p safe>{s.assente}</p>
        </Avviso>
      ) : (
        <Dati sito={sito} parti={parti} />
      )}
      {qui.inoltre === 'famiglia' && <Famiglia sito={sito} scheda={mia.scheda} membri={mia.membri} lettura={lettura} />}
      {qui.inoltre === 'recapiti' && (
        <div class="dati">
          <p safe>{t.recapiti.testo}</p>
          <Avanti {...t.recapiti.link} testi={sito.testi} />
        </div>
      )}
      <Vicine sito={sito} qui={qui} />
      <NonCertifica sito={sito} mia={mia} />
      <p>
        <Scarica sito={sito} />
      </p>
    </Cornice>
  )
}
