import { Collegamento } from './Collegamento.tsx'
import type { Sito } from './sito.ts'
import { Tabella } from './Tabella.tsx'
import type { Testi } from './testi/it.ts'

type Risorsa = Sito['risorsa']

/** A picture that shows what the text says: `nome` under `src/ui/immagini/`, size in pixels. */
export interface Figura {
  nome: string
  /** what is to be seen, for who does not see it */
  alt: string
  didascalia: string
  larghezza: number
  altezza: number
}
export type Pezzo = string | { testo: string; href: string }
/** A paragraph is a sentence, or pieces of one with links between them. */
export type Capoverso = string | readonly Pezzo[]

export interface Sezione {
  id: string
  /** Without one the section is no region of its own. */
  titolo?: string
  testo: readonly Capoverso[]
  elenco?: readonly Capoverso[]
  /** The list is a sequence of steps. */
  passi?: boolean
  tabella?: { didascalia: string; intestazioni: string[]; righe: string[][] }
  figure?: readonly Figura[]
  dopo?: readonly Capoverso[]
}

function Pezzi({ di, testi }: { di: Capoverso; testi: Testi }) {
  const pezzi = typeof di === 'string' ? [di] : di
  return (
    <>
      {pezzi.map(p =>
        typeof p === 'string' ? <span safe>{p}</span> : <Collegamento href={p.href} testo={p.testo} testi={testi} />,
      )}
    </>
  )
}

const Capoversi = ({ di, testi }: { di: readonly Capoverso[] | undefined; testi: Testi }) => (
  <>
    {(di ?? []).map(c => (
      <p>
        <Pezzi di={c} testi={testi} />
      </p>
    ))}
  </>
)

function Elenco({ sezione, testi }: { sezione: Sezione; testi: Testi }) {
  if (!sezione.elenco) return ''
  const voci = sezione.elenco.map(c => (
    <li>
      <Pezzi di={c} testi={testi} />
    </li>
  ))
  return sezione.passi ? <ol class="passi">{voci}</ol> : <ul>{voci}</ul>
}

const Prospetto = ({ sezione: { id, tabella } }: { sezione: Sezione }) =>
  tabella ? <Tabella id={`${id}-tabella`} {...tabella} /> : ''

const Figure = ({ di, risorsa }: { di: readonly Figura[] | undefined; risorsa: Risorsa | undefined }) => (
  <>
    {(di ?? []).map(f => (
      <figure class="prosa-figura">
        <img src={risorsa?.(f.nome) ?? ''} alt={f.alt} width={f.larghezza} height={f.altezza} loading="lazy" />
        <figcaption safe>{f.didascalia}</figcaption>
      </figure>
    ))}
  </>
)

/** Sections of prose, each with an anchor. @param risorsa address of a picture: for sections that have some */
export function Testo({ sezioni, testi, risorsa }: { sezioni: readonly Sezione[]; testi: Testi; risorsa?: Risorsa }) {
  return (
    <>
      {sezioni.map(s => (
        <section id={s.id} class="prosa" aria-labelledby={s.titolo && `${s.id}-titolo`}>
          {s.titolo !== undefined && (
            <h2 id={`${s.id}-titolo`} safe>
              {s.titolo}
            </h2>
          )}
          <Capoversi di={s.testo} testi={testi} />
          <Elenco sezione={s} testi={testi} />
          <Prospetto sezione={s} />
          <Figure di={s.figure} risorsa={risorsa} />
          <Capoversi di={s.dopo} testi={testi} />
        </section>
      ))}
    </>
  )
}

/** Links to the sections of a long page. */
export function Indice({ sezioni, testi }: { sezioni: readonly Pick<Sezione, 'id' | 'titolo'>[]; testi: Testi }) {
  return (
    <nav class="indice" aria-labelledby="indice-titolo">
      <h2 id="indice-titolo" safe>
        {testi.inQuestaPagina}
      </h2>
      <ul>
        {sezioni.map(s => (
          <li>
            <a href={`#${s.id}`} safe>
              {s.titolo ?? ''}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
