import {
  Collegamento,
  type Contorno,
  intero,
  MappaItalia,
  percento,
  type RegioneInMappa,
  riempimento,
  type Sito,
  TabellaOrdinabile,
  TINTE,
  Trama,
} from '../../ui/index.ts'
import { ggMmAaaa, LINGUA_REGIONE, Nome } from '../nomi.tsx'
import { REGIONI, STATISTICHE } from './Cornice.tsx'
import { type Cifre, type ConCifre, ORDINI_REGIONI, type OrdineRegioni, scala, tinta } from './quote.ts'
import { indirizzo, type Ordinamento, verso } from './richiesta.ts'

/** Everything the map says of a region, in one sentence. */
export function etichetta(sito: Sito, nome: string, { cittadini, comuni }: Cifre): string {
  const t = sito.testi.statistiche.mappa
  const quota = percento(cittadini.in, cittadini.totale) ?? ''
  return t.etichetta(
    nome,
    quota,
    intero(cittadini.in),
    intero(cittadini.totale),
    intero(comuni.in),
    intero(comuni.totale),
  )
}

/** What each shade means, in words, with how many regions have it. */
function Legenda({ sito, limiti, regioni }: { sito: Sito; limiti: readonly number[]; regioni: readonly ConCifre[] }) {
  const t = sito.testi.statistiche.mappa
  const [primo = 0] = limiti
  const nomi = [
    t.nessuno,
    t.sotto(primo),
    ...limiti.slice(1).map((a, n) => t.tra(limiti[n] ?? 0, a)),
    t.daInSu(limiti.at(-1) ?? 0),
  ]
  const voci = TINTE.map((classe, n) => ({
    classe,
    nome: nomi[n] ?? '',
    quante: regioni.filter(r => tinta(r.c, limiti) === classe).length,
  }))
  return (
    <div class="legenda">
      <h3 id="legenda" safe>
        {t.legenda}
      </h3>
      <ul aria-labelledby="legenda">
        {voci
          // The pattern is explained only where it is seen; the five shades always are.
          .filter(v => v.classe !== 'tinta-0' || v.quante > 0)
          .reverse()
          .map(v => (
            <li>
              <svg class="legenda-segno" viewBox="0 0 24 16" aria-hidden="true" focusable="false">
                {v.classe === 'tinta-0' && (
                  <defs>
                    <Trama />
                  </defs>
                )}
                <rect class={v.classe} fill={riempimento(v.classe)} width="24" height="16" />
              </svg>
              <span safe>{v.nome}</span>
              <span class="legenda-quante" safe>
                {t.quante(v.quante)}
              </span>
            </li>
          ))}
      </ul>
    </div>
  )
}

function Credito({ sito }: { sito: Sito }) {
  const t = sito.testi.statistiche.mappa
  return (
    <p class="credito">
      <span safe>{t.credito}</span> <Collegamento {...t.pacchetto} testi={sito.testi} />
      <span safe>{t.creditoLicenza}</span> <Collegamento {...t.licenza} testi={sito.testi} />
      <span safe>{t.creditoModifiche}</span>
    </p>
  )
}

function TabellaRegioni(props: {
  sito: Sito
  giorno: string
  regioni: readonly ConCifre[]
  italia: Cifre
  ordine: Ordinamento<OrdineRegioni>
}) {
  const t = props.sito.testi.statistiche.regioni
  const colonne = ORDINI_REGIONI.map(o => {
    const v = verso(props.ordine, o, o !== 'regione')
    const href = `${indirizzo(STATISTICHE, { ordina: v.prossimo })}#regioni`
    return { testo: t.colonne[o], numero: o !== 'regione', ordina: { href, verso: v.verso } }
  })
  const celle = ({ cittadini, comuni }: Cifre) => (
    <>
      <td class="numero" safe>
        {intero(cittadini.in)}
      </td>
      <td class="numero" safe>
        {intero(cittadini.totale)}
      </td>
      <td class="numero" safe>
        {percento(cittadini.in, cittadini.totale) ?? ''}
      </td>
      <td class="numero" safe>
        {intero(comuni.in)}
      </td>
      <td class="numero" safe>
        {intero(comuni.totale)}
      </td>
    </>
  )
  return (
    <TabellaOrdinabile id="regioni" didascalia={t.didascalia(ggMmAaaa(props.giorno))} colonne={colonne}>
      <tbody>
        {props.regioni.map(r => (
          <tr>
            <th scope="row">
              <a href={`${REGIONI}/${r.t.codice}`}>
                <Nome nome={r.t.nome} altro={r.t.altro_nome} lingua={LINGUA_REGIONE[r.t.codice]} />
              </a>
            </th>
            {celle(r.c)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" safe>
            {t.totale}
          </th>
          {celle(props.italia)}
        </tr>
      </tfoot>
    </TabellaOrdinabile>
  )
}

/** The map of Italy with its legend, and beside it the same figures as a table. */
export function Distribuzione(props: {
  sito: Sito
  giorno: string
  /** in the order of the table */
  regioni: readonly ConCifre[]
  /** in the order of the Tab key */
  perNome: readonly ConCifre[]
  italia: Cifre
  ordine: Ordinamento<OrdineRegioni>
  contorni: ReadonlyMap<string, Contorno>
}) {
  const { sito, regioni } = props
  const t = sito.testi.statistiche
  const limiti = scala(regioni.map(r => r.c))
  const inMappa: RegioneInMappa[] = props.perNome.map(r => ({
    codice: r.t.codice,
    href: `${REGIONI}/${r.t.codice}`,
    etichetta: etichetta(sito, r.t.nome, r.c),
    tinta: tinta(r.c, limiti),
  }))
  return (
    <section class="distribuzione" id="mappa" aria-labelledby="distribuzione">
      <h2 id="distribuzione" safe>
        {t.mappa.titolo}
      </h2>
      <p class="sotto" safe>
        {t.mappa.testo}
      </p>
      <div class="distribuzione-riga">
        <div class="distribuzione-mappa">
          <MappaItalia sito={sito} regioni={inMappa} contorni={props.contorni} />
          <Legenda sito={sito} limiti={limiti} regioni={regioni} />
          <Credito sito={sito} />
        </div>
        <div class="distribuzione-tabella">
          <h3 id="per-regione" safe>
            {t.regioni.titolo}
          </h3>
          <TabellaRegioni
            sito={sito}
            giorno={props.giorno}
            regioni={regioni}
            italia={props.italia}
            ordine={props.ordine}
          />
        </div>
      </div>
    </section>
  )
}
