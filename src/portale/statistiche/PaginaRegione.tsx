import { type Contorno, Icona, intero, percento, Sagoma, type Sito, type Tinta } from '../../ui/index.ts'
import { ggMmAaaa, LINGUA_REGIONE, linguaDi, Nome } from '../nomi.tsx'
import { CercaComune } from './CercaComune.tsx'
import { Cornice, type DiGiornata, REGIONI, STATISTICHE } from './Cornice.tsx'
import { type Elenco, ElencoComuni } from './ElencoComuni.tsx'
import { Gruppi } from './Gruppi.tsx'
import type { ConCifre } from './quote.ts'

interface Vicina {
  codice: string
  nome: string
}
export interface DatiRegione {
  regione: ConCifre
  province: readonly ConCifre[]
  elenco: Elenco
  contorno: Contorno | undefined
  tinta: Tinta
  precedente: Vicina
  seguente: Vicina
}

/** A province's share as a bar: its width is an attribute, and the number stands beside it. */
function Quota({ parte, di }: { parte: number; di: number }) {
  return (
    <svg class="quota" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="quota-fondo" width="100" height="12" />
      <rect class="barra-1" width={(di > 0 ? (parte / di) * 100 : 0).toFixed(2)} height="12" />
    </svg>
  )
}

function Province({ sito, giorno, province }: { sito: Sito; giorno: string; province: readonly ConCifre[] }) {
  const t = sito.testi.statistiche.regione
  const c = t.colonneProvince
  return (
    <section aria-labelledby="province">
      <h2 id="province" safe>
        {t.province}
      </h2>
      <section class="tabella tabella-fitta province" tabindex="0" aria-labelledby="province-didascalia">
        <table>
          <caption id="province-didascalia" safe>
            {t.provinceDidascalia(ggMmAaaa(giorno))}
          </caption>
          <thead>
            <tr>
              <th scope="col" safe>
                {c.provincia}
              </th>
              <th scope="col" colspan="2" safe>
                {c.barra}
              </th>
              <th scope="col" class="numero" safe>
                {c.cittadini}
              </th>
              <th scope="col" class="numero" safe>
                {c.comuni}
              </th>
            </tr>
          </thead>
          <tbody>
            {province.map(({ t: p, c: { cittadini, comuni } }) => (
              <tr>
                <th scope="row">
                  <Nome nome={p.nome} altro={p.altro_nome} lingua={linguaDi(p.codice)} />
                </th>
                <td class="cella-quota">
                  <Quota parte={cittadini.in} di={cittadini.totale} />
                </td>
                <td class="numero" safe>
                  {percento(cittadini.in, cittadini.totale) ?? ''}
                </td>
                <td class="numero" safe>
                  {t.su(intero(cittadini.in), intero(cittadini.totale))}
                </td>
                <td class="numero" safe>
                  {t.su(intero(comuni.in), intero(comuni.totale))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Altre({ sito, precedente, seguente }: { sito: Sito; precedente: Vicina; seguente: Vicina }) {
  const t = sito.testi.statistiche.regione
  return (
    <nav class="altre-regioni" aria-label={t.altre}>
      <a href={`${REGIONI}/${precedente.codice}`} rel="prev">
        <span class="visually-hidden" safe>
          {t.precedente}
        </span>
        <Icona nome="avanti" class="icona-indietro" />
        <span safe>{precedente.nome}</span>
      </a>
      <a href={`${STATISTICHE}#mappa`} safe>
        {t.allaMappa}
      </a>
      <a href={`${REGIONI}/${seguente.codice}`} rel="next">
        <span class="visually-hidden" safe>
          {t.seguente}
        </span>
        <span safe>{seguente.nome}</span>
        <Icona nome="avanti" />
      </a>
    </nav>
  )
}

/** A region: its figures, its provinces, its comuni. */
export function PaginaRegione(props: DiGiornata & { giorno: string; dati: DatiRegione }) {
  const { sito, giorno, dati } = props
  const { t: r, c } = dati.regione
  const t = sito.testi.statistiche
  const percorso = `${REGIONI}/${r.codice}`
  const { pagina } = dati.elenco
  return (
    <Cornice
      sito={sito}
      giorno={giorno}
      oggi={props.oggi}
      titolo={pagina > 1 ? `${r.nome}, ${t.paginazione.pagina(intero(pagina)).toLowerCase()}` : r.nome}
      descrizione={t.regione.descrizione(r.nome)}
      percorso={percorso}
      sotto
    >
      <div class="statistiche">
        <section class="regione" aria-labelledby="cifre">
          <h2 id="cifre" class="visually-hidden" safe>
            {t.regione.cifre}
          </h2>
          <div class="regione-testa">
            {dati.contorno ? <Sagoma contorno={dati.contorno} tinta={dati.tinta} /> : ''}
            <div>
              {r.altro_nome !== null && (
                <p class="altro-nome">
                  <span safe>{t.regione.altroNome}</span>
                  <strong lang={LINGUA_REGIONE[r.codice]} safe>
                    {r.altro_nome}
                  </strong>
                </p>
              )}
              <p class="sommario" safe>
                {t.regione.dellaRegione(
                  percento(c.cittadini.in, c.cittadini.totale) ?? '',
                  r.nome,
                  intero(c.comuni.in),
                  intero(c.comuni.totale),
                )}
              </p>
            </div>
          </div>
          <Gruppi
            sito={sito}
            dove={t.gruppi.diRegione(r.nome)}
            cifre={c}
            note={{
              cittadini: t.gruppi.composizione(intero(r.residenti_in), intero(r.aire_in)),
              comuni: t.gruppi.famiglie(intero(r.famiglie_in), intero(r.convivenze_in)),
            }}
          />
        </section>
        <Province sito={sito} giorno={giorno} province={dati.province} />
        <section aria-labelledby="i-comuni">
          <h2 id="i-comuni" safe>
            {t.regione.comuni}
          </h2>
          <CercaComune
            sito={sito}
            azione={percorso}
            etichetta={t.cerca.etichettaRegione(r.nome)}
            q={dati.elenco.filtri.q}
          />
          <ElencoComuni sito={sito} giorno={giorno} elenco={dati.elenco} percorso={percorso} conRegione={false} />
        </section>
        <Altre sito={sito} precedente={dati.precedente} seguente={dati.seguente} />
      </div>
    </Cornice>
  )
}
