import { quando } from '../../calendario/index.ts'
import type { Sessione } from '../../identita/index.ts'
import { nomeStato, type Richiesta } from '../../richieste/index.ts'
import { Avanti, Avviso, Giorno, type Sito } from '../../ui/index.ts'
import { Cornice } from '../Cornice.tsx'
import { statoInParole } from './leggi.ts'

export const RICHIESTE = '/cittadino/richieste'

export interface InElenco {
  r: Richiesta
  /** the last move */
  ultima: string | null | undefined
  /** how many data were refused */
  respinti: number
}

/** A state's mark: colour beside words, never instead of them. */
export const Stato = (props: { nome: string; stato: string }) => (
  <span class={`pratica pratica-${props.stato.replace(' ', '-')}`} safe>
    {props.nome}
  </span>
)

function Voce({ sito, v }: { sito: Sito; v: InElenco }) {
  const t = sito.testi.richieste
  const { r } = v
  const s = statoInParole(r, v, sito.testi)
  return (
    <li class="richiesta-voce">
      <h2>
        <a href={`${RICHIESTE}/${r.id}`} safe>
          {t.numero(r.id)}
        </a>
      </h2>
      <Stato nome={s.nome} stato={nomeStato(r)} />
      <p safe>{s.frase}</p>
      <p class="richiesta-giorni">
        <span safe>{`${sito.testi.riepilogo.inviata} `}</span>
        <Giorno il={quando(r.inviata!).giorno} testi={sito.testi} />
        {r.chiusa === null ? (
          <>
            <span safe>{`. ${t.termine.titolo}: ${t.termine.entro.toLowerCase()} `}</span>
            <Giorno il={r.scade_legge!} testi={sito.testi} />
          </>
        ) : (
          <>
            <span safe>{`. ${t.termine.chiusa} `}</span>
            <Giorno il={quando(r.chiusa).giorno} testi={sito.testi} />
          </>
        )}
      </p>
    </li>
  )
}

/** All one's requests, newest first; the draft apart. */
export function PaginaRichieste(props: {
  sito: Sito
  sessione: Sessione
  oggi: string
  bozza: number | undefined
  inviate: readonly InElenco[]
}) {
  const { sito, inviate, bozza } = props
  const t = sito.testi.richieste
  return (
    <Cornice {...props} titolo={t.titolo} sommario={t.sommario} percorso={RICHIESTE}>
      {bozza !== undefined && (
        <Avviso titolo={t.bozza.titolo}>
          <p safe>{t.bozza.testo(bozza)}</p>
          <Avanti {...t.bozza.riprendi} testi={sito.testi} />
        </Avviso>
      )}
      {inviate.length === 0 ? (
        <p safe>{t.nessuna}</p>
      ) : (
        <ol class="richieste">
          {inviate.map(v => (
            <Voce sito={sito} v={v} />
          ))}
        </ol>
      )}
      {bozza === undefined && (
        <p>
          <Avanti {...t.chiedi} testi={sito.testi} />
        </p>
      )}
    </Cornice>
  )
}
