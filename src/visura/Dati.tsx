import type { Sito } from '../ui/index.ts'
import { type Letto, nomeDi, type ParteLetta } from './sezioni.ts'
import type { Valore } from './valori.ts'

export function ValoreLetto({ v }: { v: Valore }) {
  if (v.il !== undefined)
    return (
      <time datetime={v.il} safe>
        {v.testo}
      </time>
    )
  return (
    <span lang={v.lingua} safe>
      {v.testo}
    </span>
  )
}

function Riga({ sito, letto }: { sito: Sito; letto: Letto }) {
  const { nome, ufficiale } = nomeDi(letto.campo.etichetta, sito.testi)
  return (
    <div class="dato">
      <dt>
        <span safe>{nome}</span>
        {ufficiale !== undefined && (
          <span class="dato-ufficiale" safe>
            {ufficiale}
          </span>
        )}
      </dt>
      {letto.valori.map(v => (
        <dd>
          <ValoreLetto v={v} />
        </dd>
      ))}
    </div>
  )
}

/** Fields with their values, part by part. */
export const Dati = ({ sito, parti }: { sito: Sito; parti: readonly ParteLetta[] }) => (
  <>
    {parti.map(p => (
      <section class="dati">
        {p.titolo !== undefined && <h2 safe>{p.titolo}</h2>}
        <dl>
          {p.campi.map(c => (
            <Riga sito={sito} letto={c} />
          ))}
        </dl>
      </section>
    ))}
  </>
)
