import type { Sito } from '../sito.ts'
import { TabellaOrdinabile } from '../TabellaOrdinabile.tsx'
import {
  type CifreRettifiche,
  COLONNE,
  type LivelloRettifiche,
  type OrdineRettifiche,
  type OrdineTerritori,
  ordinaRettifiche,
  scritta,
} from './cifre.ts'

/** The parts of a territory side by side; each heading is a link that sorts. */
export function Parti(props: {
  sito: Sito
  livello: LivelloRettifiche
  righe: readonly CifreRettifiche[]
  percorso: string
  verso: (parte: CifreRettifiche) => string | undefined
  ordine: OrdineTerritori
}) {
  const { sito, livello, ordine } = props
  const t = sito.testi.rettifiche
  const colonna = (id: OrdineRettifiche, testo: string) => {
    const sua = ordine.per === id
    // Numbers begin with the largest, names with A.
    const alContrario = sua ? !ordine.alContrario : id !== 'nome'
    return {
      testo,
      numero: id !== 'nome',
      ordina: {
        href: `${props.percorso}?ordina=${alContrario ? '-' : ''}${id}#parti`,
        verso: sua ? (ordine.alContrario ? ('descending' as const) : ('ascending' as const)) : undefined,
      },
    }
  }
  return (
    <section aria-labelledby="parti-titolo">
      <h2 id="parti-titolo" safe>
        {t.parti.titolo[livello]}
      </h2>
      <p class="sotto" safe>
        {t.parti.ordina}
      </p>
      <TabellaOrdinabile
        id="parti"
        didascalia={t.parti.didascalia[livello]}
        colonne={[colonna('nome', t.colonne.nome[livello]), ...COLONNE.map(c => colonna(c.id, t.colonne[c.id]))]}
      >
        <tbody>
          {ordinaRettifiche(props.righe, ordine).map(r => (
            <tr class={r.scadute > 0 ? 'rettifiche-in-ritardo' : undefined}>
              <th scope="row">
                <Nome r={r} href={props.verso(r)} />
              </th>
              {COLONNE.map(c => (
                <td class="numero" safe>
                  {scritta(c, r)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </TabellaOrdinabile>
    </section>
  )
}

function Nome({ r, href }: { r: CifreRettifiche; href: string | undefined }) {
  const nome = r.altro === null ? (r.nome ?? '') : `${r.nome} (${r.altro})`
  if (href === undefined) return <span safe>{nome}</span>
  return (
    <a href={href} safe>
      {nome}
    </a>
  )
}
