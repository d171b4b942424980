import { Giorno, type Sito } from '../../ui/index.ts'
import type { StatoTappa, Tappa } from './tappe.ts'

const CLASSI: Readonly<Record<StatoTappa, string>> = {
  fatto: 'tappa tappa-fatto',
  previsto: 'tappa tappa-previsto',
  passato: 'tappa tappa-passato',
  nonAncora: 'tappa tappa-manca',
  nonIndicata: 'tappa tappa-fatto',
}
// A tick, a clock's hands, an exclamation mark, nothing: the word beside it says the same.
const SEGNI: Readonly<Record<StatoTappa, string>> = {
  fatto: 'm5 12.5 4.5 4.5L19 7.5',
  previsto: 'M12 6.5V12l4 3',
  passato: 'M12 6v7.5M12 17v.5',
  nonAncora: '',
  nonIndicata: 'm5 12.5 4.5 4.5L19 7.5',
}

function Quando({ tappa, sito }: { tappa: Tappa; sito: Sito }) {
  const t = sito.testi.comuni.comune
  const { dal, al } = tappa
  if (dal && al && dal !== al)
    return (
      <>
        <span safe>{`${t.dalAl[0]} `}</span>
        <Giorno il={dal} testi={sito.testi} />
        <span safe>{` ${t.dalAl[1]} `}</span>
        <Giorno il={al} testi={sito.testi} />
      </>
    )
  const giorno = dal ?? al
  if (!giorno) return ''
  return (
    <>
      {tappa.nome === 'finestra' && dal !== al && <span safe>{`${dal ? t.dal : t.entro} `}</span>}
      <Giorno il={giorno} testi={sito.testi} />
    </>
  )
}

/** The road as an ordered list: of each step its name, its state in words, its day. */
export function PassiCammino(props: {
  tappe: readonly Tappa[]
  prossima: string | undefined
  variazione: boolean
  sito: Sito
}) {
  const t = props.sito.testi.comuni.comune
  return (
    <ol class="tappe">
      {props.tappe.map(p => {
        const testi = props.variazione && p.nome === 'ingresso' ? t.variazione : t.passi[p.nome]
        const parola = t[p.stato === 'nonIndicata' ? 'nonIndicata' : p.stato]
        return (
          <li class={CLASSI[p.stato]} aria-current={p.nome === props.prossima ? 'step' : undefined}>
            <svg class="tappa-segno" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
              <circle cx="12" cy="12" r="11" />
              <path d={SEGNI[p.stato]} />
            </svg>
            <div class="tappa-testo">
              <h3 safe>{testi.nome}</h3>
              <p class="tappa-stato">
                <strong safe>{parola}</strong>
                {(p.dal ?? p.al) !== null && (
                  <>
                    {' '}
                    <Quando tappa={p} sito={props.sito} />
                  </>
                )}
              </p>
              <p class="tappa-spiega" safe>
                {testi.spiega}
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
