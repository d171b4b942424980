import type { DelComune } from '../../statistiche/index.ts'
import { Giorno, intero, Paginazione, type Sito, TabellaOrdinabile } from '../../ui/index.ts'
import { ggMmAaaa, LinkComune } from '../nomi.tsx'
import { REGIONI } from './Cornice.tsx'
import { cittadini } from './PaginaStatistiche.tsx'
import { comeTesto, indirizzo, type Ordinamento, verso } from './richiesta.ts'

/** Columns of the list by which it can be sorted. */
export const ORDINI_COMUNI = ['comune', 'provincia', 'regione', 'stato', 'ingresso', 'cittadini'] as const
export type OrdineComuni = (typeof ORDINI_COMUNI)[number]

export const RIGHE = 25
export const ORDINE_COMUNI: Ordinamento<OrdineComuni> = { ordina: 'comune', alContrario: false }

/** A page of the comuni that were asked for. */
export interface Elenco {
  righe: readonly DelComune[]
  quanti: number
  pagina: number
  pagine: number
  /** undefined: as found, the best first */
  ordine: Ordinamento<OrdineComuni> | undefined
  /** the query that finds them, without order and page */
  filtri: Readonly<Record<string, string | undefined>>
}

const SEGNI = { in: 'barra-1', pianificato: 'barra-2', non_in: 'barra-3', cessato: 'barra-3' } as const

function Ingresso({ c, sito }: { c: DelComune; sito: Sito }) {
  const t = sito.testi.statistiche.comuni
  if (c.ingresso !== null)
    return (
      <>
        <Giorno il={c.ingresso} testi={sito.testi} />
        {c.per_variazione && (
          <span class="piccolo" safe>
            {t.perVariazione}
          </span>
        )}
      </>
    )
  if (c.previsto !== null)
    return (
      <>
        <span safe>{t.previsto}</span>
        <Giorno il={c.previsto} testi={sito.testi} />
      </>
    )
  return (
    <>
      <span aria-hidden="true" safe>
        {t.nessunGiorno}
      </span>
      <span class="visually-hidden" safe>
        {t.nessunGiornoEsteso}
      </span>
    </>
  )
}

function Riga({ c, sito, conRegione }: { c: DelComune; sito: Sito; conRegione: boolean }) {
  return (
    <tr>
      <th scope="row">
        <LinkComune c={c} />
      </th>
      <td safe>{`${c.provincia_nome} (${c.provincia})`}</td>
      {conRegione && (
        <td>
          <a href={`${REGIONI}/${c.regione}`} safe>
            {c.regione_nome}
          </a>
        </td>
      )}
      <td>
        <span class={`barra-segno ${SEGNI[c.stato]}`} aria-hidden="true" />
        <span safe>{sito.testi.statistiche.comuni.stati[c.stato]}</span>
      </td>
      <td>
        <Ingresso c={c} sito={sito} />
      </td>
      <td class="numero" safe>
        {intero(cittadini(c))}
      </td>
    </tr>
  )
}

/** The list of comuni as found: how many, the table, the way through its pages; or what to do where none was found. */
export function ElencoComuni(props: {
  sito: Sito
  giorno: string
  elenco: Elenco
  /** the page's own path */
  percorso: string
  conRegione: boolean
}) {
  const { sito, elenco, percorso, conRegione } = props
  const t = sito.testi.statistiche.comuni
  if (elenco.quanti === 0)
    return (
      <div class="nessuno" id="elenco">
        <p class="avviso-titolo" role="status" safe>
          {t.nessuno}
        </p>
        <ul>
          {t.nessunoOra.map(o => (
            <li safe>{o}</li>
          ))}
        </ul>
        <p>
          <a href={percorso} safe>
            {t.togli}
          </a>
        </p>
      </div>
    )
  const colonne = ORDINI_COMUNI.filter(o => conRegione || o !== 'regione').map(o => {
    const v = elenco.ordine
      ? verso(elenco.ordine, o, o === 'cittadini')
      : verso({ ...ORDINE_COMUNI }, o, o !== 'comune')
    const prossimo = elenco.ordine ? v.prossimo : o === 'cittadini' ? `-${o}` : o
    return {
      testo: t.colonne[o],
      numero: o === 'cittadini',
      ordina: {
        href: `${indirizzo(percorso, { ...elenco.filtri, ordina: prossimo })}#elenco`,
        verso: elenco.ordine && v.verso,
      },
    }
  })
  const trovati = t.trovati(elenco.quanti, intero(elenco.quanti))
  return (
    <>
      <TabellaOrdinabile id="elenco" didascalia={t.didascalia(trovati, ggMmAaaa(props.giorno))} colonne={colonne}>
        <tbody>
          {elenco.righe.map(c => (
            <Riga c={c} sito={sito} conRegione={conRegione} />
          ))}
        </tbody>
      </TabellaOrdinabile>
      <Paginazione
        sito={sito}
        nome={t.pagine}
        pagina={elenco.pagina}
        pagine={elenco.pagine}
        indirizzo={n =>
          `${indirizzo(percorso, { ...elenco.filtri, ordina: comeTesto(elenco.ordine), pagina: n > 1 ? n : undefined })}#elenco`
        }
      />
    </>
  )
}
