import { intero, percento, type Sito } from '../../ui/index.ts'
import type { Cifre, Tripla } from './quote.ts'

const GRUPPI = [
  ['in', 'barra-1'],
  ['pianificati', 'barra-2'],
  ['fuori', 'barra-3'],
] as const

/** The whole in its three parts: for the eye only, the table below says it in numbers. */
function Striscia({ di }: { di: Tripla }) {
  let x = 0
  const parti = GRUPPI.map(([gruppo, classe]) => {
    const larghezza = di.totale > 0 ? (di[gruppo] / di.totale) * 1000 : 0
    x += larghezza
    return { classe, x: x - larghezza, larghezza }
  })
  return (
    <div class="barra">
      <svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="barra-fondo" x="0" y="0" width="1000" height="24" />
        {parti.map(p => (
          <rect class={p.classe} x={p.x.toFixed(2)} y="0" width={p.larghezza.toFixed(2)} height="24" />
        ))}
      </svg>
    </div>
  )
}

function Gruppo(props: { sito: Sito; id: string; titolo: string; didascalia: string; di: Tripla; nota: string }) {
  const t = props.sito.testi.statistiche.gruppi
  const { di, id } = props
  return (
    <section class="gruppo" aria-labelledby={id}>
      <h3 id={id} safe>
        {props.titolo}
      </h3>
      <p class="gruppo-cifra">
        <strong safe>{intero(di.in)}</strong> <span safe>{`${t.nomi.in}, ${percento(di.in, di.totale) ?? ''}`}</span>
      </p>
      <Striscia di={di} />
      <table class="gruppo-tabella">
        <caption class="visually-hidden" safe>
          {props.didascalia}
        </caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col" safe>
              {t.gruppo}
            </th>
            <th scope="col" safe>
              {t.numero}
            </th>
            <th scope="col" safe>
              {t.quota}
            </th>
          </tr>
        </thead>
        <tbody>
          {GRUPPI.map(([gruppo, classe]) => (
            <tr>
              <th scope="row">
                <span class={`barra-segno ${classe}`} aria-hidden="true" />
                <span safe>{t.nomi[gruppo]}</span>
              </th>
              <td class="numero" safe>
                {intero(di[gruppo])}
              </td>
              <td class="numero" safe>
                {percento(di[gruppo], di.totale) ?? ''}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" class="totale" safe>
              {t.totale}
            </th>
            <td class="numero totale" safe>
              {intero(di.totale)}
            </td>
            <td class="numero totale" safe>
              {percento(di.totale, di.totale) ?? ''}
            </td>
          </tr>
        </tfoot>
      </table>
      <p class="gruppo-nota" safe>
        {props.nota}
      </p>
    </section>
  )
}

/** Citizens and comuni side by side. */
export function Gruppi(props: { sito: Sito; dove: string; cifre: Cifre; note: { cittadini: string; comuni: string } }) {
  const t = props.sito.testi.statistiche.gruppi
  const { sito, dove, cifre, note } = props
  return (
    <div class="gruppi">
      <Gruppo
        sito={sito}
        id="cittadini"
        titolo={t.cittadini}
        didascalia={t.didascaliaCittadini(dove)}
        di={cifre.cittadini}
        nota={note.cittadini}
      />
      <Gruppo
        sito={sito}
        id="comuni"
        titolo={t.comuni}
        didascalia={t.didascaliaComuni(dove)}
        di={cifre.comuni}
        nota={note.comuni}
      />
    </div>
  )
}
