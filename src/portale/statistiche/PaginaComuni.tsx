import type { ProvinciaContata } from '../../statistiche/index.ts'
import type { Sito } from '../../ui/index.ts'
import { COMUNI, Cornice, type DiGiornata } from './Cornice.tsx'
import { type Elenco, ElencoComuni } from './ElencoComuni.tsx'
import { comeTesto } from './richiesta.ts'

/** What the list can be narrowed to. */
export interface Scelte {
  regioni: readonly { codice: string; nome: string }[]
  province: readonly ProvinciaContata[]
}

const STATI = ['in', 'pianificato', 'non_in'] as const

interface Voce {
  valore: string
  testo: string
}
const Opzioni = ({ voci, scelta }: { voci: readonly Voce[]; scelta: string | undefined }) => (
  <>
    {voci.map(v => (
      <option value={v.valore} selected={v.valore === scelta} safe>
        {v.testo}
      </option>
    ))}
  </>
)

function Scelta(props: {
  nome: string
  etichetta: string
  tutte: string
  scelta: string | undefined
  gruppi: readonly { nome?: string; voci: readonly Voce[] }[]
}) {
  return (
    <div class="filtro">
      <label for={props.nome} safe>
        {props.etichetta}
      </label>
      <select id={props.nome} name={props.nome}>
        <option value="" safe>
          {props.tutte}
        </option>
        {props.gruppi.map(g =>
          g.nome === undefined ? (
            <Opzioni voci={g.voci} scelta={props.scelta} />
          ) : (
            <optgroup label={g.nome}>
              <Opzioni voci={g.voci} scelta={props.scelta} />
            </optgroup>
          ),
        )}
      </select>
    </div>
  )
}

function Filtri({ sito, elenco, scelte }: { sito: Sito; elenco: Elenco; scelte: Scelte }) {
  const t = sito.testi.statistiche
  const { filtri } = elenco
  const ordina = comeTesto(elenco.ordine)
  const perRegione = Map.groupBy(scelte.province, p => p.regione_nome)
  return (
    <form class="filtri" method="get" action={COMUNI} aria-label={t.comuni.filtri}>
      <div class="filtro filtro-nome">
        <label for="q" safe>
          {t.cerca.etichetta}
        </label>
        <input id="q" name="q" type="search" maxlength="64" autocomplete="off" value={filtri.q ?? ''} />
      </div>
      <Scelta
        nome="regione"
        etichetta={t.comuni.regione}
        tutte={t.comuni.tutte}
        scelta={filtri.regione}
        gruppi={[{ voci: scelte.regioni.map(r => ({ valore: r.codice, testo: r.nome })) }]}
      />
      <Scelta
        nome="provincia"
        etichetta={t.comuni.provincia}
        tutte={t.comuni.tutte}
        scelta={filtri.provincia}
        gruppi={[...perRegione].map(([nome, p]) => ({
          nome,
          voci: p.map(v => ({ valore: v.sigla, testo: `${v.nome} (${v.sigla})` })),
        }))}
      />
      <Scelta
        nome="stato"
        etichetta={t.comuni.stato}
        tutte={t.comuni.tutti}
        scelta={filtri.stato}
        gruppi={[{ voci: STATI.map(s => ({ valore: s, testo: t.comuni.stati[s] })) }]}
      />
      {ordina !== undefined && filtri.q === undefined && <input type="hidden" name="ordina" value={ordina} />}
      <button class="btn btn-primary" type="submit" safe>
        {t.comuni.filtra}
      </button>
    </form>
  )
}

/** Every comune: searched, filtered, sorted, in pages. */
export function PaginaComuni(props: DiGiornata & { dati: { elenco: Elenco; scelte: Scelte } | undefined }) {
  const { sito, giorno, dati } = props
  const t = sito.testi.statistiche.comuni
  const pagina = dati?.elenco.pagina ?? 1
  return (
    <Cornice
      sito={sito}
      giorno={giorno}
      oggi={props.oggi}
      titolo={pagina > 1 ? t.titoloPagina(pagina) : t.titolo}
      descrizione={pagina > 1 ? t.descrizionePagina(pagina) : t.descrizione}
      sommario={t.sommario}
      percorso={COMUNI}
      sotto
    >
      {giorno !== undefined && dati ? (
        <>
          <h2 class="visually-hidden" safe>
            {t.filtri}
          </h2>
          <Filtri sito={sito} elenco={dati.elenco} scelte={dati.scelte} />
          <h2 class="visually-hidden" safe>
            {t.elenco}
          </h2>
          <ElencoComuni sito={sito} giorno={giorno} elenco={dati.elenco} percorso={COMUNI} conRegione />
        </>
      ) : (
        ''
      )}
    </Cornice>
  )
}
