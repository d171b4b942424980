import type { DelComune } from '../../statistiche/index.ts'
import { Avanti, type Contorno, CorniceTabella, Giorno, intero, type Sito } from '../../ui/index.ts'
import { ggMmAaaa, LinkComune } from '../nomi.tsx'
import { CercaComune } from './CercaComune.tsx'
import { COMUNI, Cornice, type DiGiornata, STATISTICHE } from './Cornice.tsx'
import { Distribuzione } from './Distribuzione.tsx'
import { Gruppi } from './Gruppi.tsx'
import type { Cifre, ConCifre, OrdineRegioni } from './quote.ts'
import type { Ordinamento } from './richiesta.ts'

/** People of a comune: in the register, else as many as are expected of it. */
export const cittadini = (c: DelComune): number => c.residenti + c.aire + c.attesi_residenti + c.attesi_aire

function Capoluoghi({ sito, giorno, capoluoghi }: { sito: Sito; giorno: string; capoluoghi: readonly DelComune[] }) {
  const t = sito.testi.statistiche
  const tutti = capoluoghi.every(c => c.stato === 'in')
  return (
    <section aria-labelledby="capoluoghi">
      <h2 id="capoluoghi" safe>
        {t.capoluoghi.titolo}
      </h2>
      <p class="sotto" safe>
        {tutti ? t.capoluoghi.tuttiDentro : t.capoluoghi.testo}
      </p>
      <CorniceTabella
        id="capoluoghi"
        didascalia={t.capoluoghi.didascalia(ggMmAaaa(giorno))}
        intestazioni={[
          t.capoluoghi.capoluogo,
          t.comuni.regione,
          { testo: t.capoluoghi.cittadini, numero: true },
          t.capoluoghi.ingresso,
        ]}
        classe="tabella-fitta"
      >
        {capoluoghi.map(c => (
          <tr>
            <th scope="row">
              <LinkComune c={c} />
            </th>
            <td safe>{c.regione_nome}</td>
            <td class="numero" safe>
              {intero(cittadini(c))}
            </td>
            <td>
              {c.ingresso === null ? (
                <span safe>{t.comuni.stati[c.stato]}</span>
              ) : (
                <Giorno il={c.ingresso} testi={sito.testi} />
              )}
            </td>
          </tr>
        ))}
      </CorniceTabella>
    </section>
  )
}

/** All that the statistics page shows of a day. */
export interface DatiStatistiche {
  giorno: string
  italia: Cifre
  residenti: number
  aire: number
  famiglie: number
  convivenze: number
  regioni: readonly ConCifre[]
  perNome: readonly ConCifre[]
  ordine: Ordinamento<OrdineRegioni>
  capoluoghi: readonly DelComune[]
  contorni: ReadonlyMap<string, Contorno>
}

/** The country: three groups, map, regions, capitals, search. Without a snapshot it says so. */
export function PaginaStatistiche(props: DiGiornata & { dati: DatiStatistiche | undefined }) {
  const { sito, dati } = props
  const t = sito.testi.statistiche
  return (
    <Cornice
      sito={sito}
      giorno={props.giorno}
      oggi={props.oggi}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso={STATISTICHE}
      script={dati && ['mappa']}
    >
      {dati ? (
        <div class="statistiche">
          <section aria-labelledby="in-italia">
            <h2 id="in-italia" class="visually-hidden" safe>
              {`${t.gruppi.cittadini}, ${t.gruppi.comuni}`}
            </h2>
            <Gruppi
              sito={sito}
              dove={t.gruppi.inItalia}
              cifre={dati.italia}
              note={{
                cittadini: t.gruppi.composizione(intero(dati.residenti), intero(dati.aire)),
                comuni: t.gruppi.famiglie(intero(dati.famiglie), intero(dati.convivenze)),
              }}
            />
          </section>
          <Distribuzione sito={sito} {...dati} />
          <section class="per-comune" aria-labelledby="per-comune">
            <h2 id="per-comune" safe>
              {t.cerca.titolo}
            </h2>
            <p safe>{t.cerca.testo}</p>
            <CercaComune sito={sito} azione={COMUNI} etichetta={t.cerca.etichetta} />
            <Avanti href={COMUNI} testo={t.cerca.tutti} testi={sito.testi} />
          </section>
          <Capoluoghi sito={sito} giorno={dati.giorno} capoluoghi={dati.capoluoghi} />
        </div>
      ) : (
        ''
      )}
    </Cornice>
  )
}
