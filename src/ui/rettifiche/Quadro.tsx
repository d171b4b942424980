import { Avviso } from '../Avviso.tsx'
import { Icona } from '../Icona.tsx'
import { intero, percento } from '../numeri.ts'
import type { Sito } from '../sito.ts'
import { Tabella } from '../Tabella.tsx'
import { Andamento, type MeseDiRettifiche } from './Andamento.tsx'
import {
  type CifreRettifiche,
  inCorso,
  type LivelloRettifiche,
  type OrdineTerritori,
  PRIMA_GLI_SCADUTI,
} from './cifre.ts'
import { Parti } from './Parti.tsx'

/** Everything that is said of a territory. */
export interface DatiQuadro {
  totale: CifreRettifiche
  /** of what it is made; undefined: of nothing smaller */
  parti?: { livello: LivelloRettifiche; righe: readonly CifreRettifiche[] } | undefined
  proroghe: readonly { motivo: string | null; quante: number }[]
  mesi: readonly MeseDiRettifiche[]
}

function Sintesi({ sito, r }: { sito: Sito; r: CifreRettifiche }) {
  const t = sito.testi.rettifiche.cifre
  const voci = [
    { nome: t.inCorso, valore: intero(inCorso(r)), nota: t.ricevute(intero(r.ricevute)) },
    { nome: t.scadute, valore: intero(r.scadute), nota: t.spiegaScadute, grave: r.scadute > 0 },
    {
      nome: t.nelMese,
      valore: percento(r.nel_mese, r.risposte) ?? '–',
      nota: r.risposte > 0 ? t.spiegaNelMese(intero(r.nel_mese), intero(r.risposte)) : t.senzaRisposte,
    },
    {
      nome: t.mediana,
      valore: r.mediana === null ? '–' : intero(r.mediana),
      nota: r.massima === null ? t.senzaRisposte : t.spiegaMediana(intero(r.massima)),
    },
  ]
  return (
    <section aria-labelledby="sintesi">
      <h2 id="sintesi" class="visually-hidden" safe>
        {t.titolo}
      </h2>
      <dl class="rettifiche-cifre">
        {voci.map(v => (
          <div class={v.grave ? 'rettifiche-cifra rettifiche-grave' : 'rettifiche-cifra'}>
            <dt safe>{v.nome}</dt>
            <dd>
              <strong>
                {v.grave === true && <Icona nome="attenzione" />}
                <span safe>{v.valore}</span>
              </strong>
              <span safe>{v.nota}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const STATI = [
  'aperte',
  'in_lavorazione',
  'sospese',
  'integrate',
  'accolte',
  'respinte',
  'irricevibili',
  'ritirate',
] as const
const ETA = ['eta_7', 'eta_15', 'eta_30', 'eta_90', 'eta_oltre'] as const

function Stati({ sito, r, oggi }: { sito: Sito; r: CifreRettifiche; oggi: string }) {
  const t = sito.testi.rettifiche
  const riga = (nome: string, n: number, di: number) => [nome, intero(n), percento(n, di) ?? '–']
  const intestazioni = (prima: string) => [
    { testo: prima },
    { testo: t.stati.quante, numero: true },
    { testo: t.stati.quota, numero: true },
  ]
  return (
    <div class="rettifiche-tabelle">
      <section aria-labelledby="stati">
        <h2 id="stati" safe>
          {t.stati.titolo}
        </h2>
        <Tabella
          id="per-stato"
          didascalia={t.stati.didascalia(oggi)}
          intestazioni={intestazioni(t.stati.stato)}
          righe={[
            ...STATI.map(s => riga(t.stati.voci[s], r[s], r.ricevute)),
            riga(t.stati.totale, r.ricevute, r.ricevute),
          ]}
        />
      </section>
      <section aria-labelledby="eta">
        <h2 id="eta" safe>
          {t.eta.titolo}
        </h2>
        <Tabella
          id="per-eta"
          didascalia={t.eta.didascalia(oggi)}
          intestazioni={intestazioni(t.eta.eta)}
          righe={[...ETA.map(e => riga(t.eta.voci[e], r[e], inCorso(r))), riga(t.eta.totale, inCorso(r), inCorso(r))]}
        />
      </section>
    </div>
  )
}

const nota = (voci: Readonly<Record<string, string>>, motivo: string | null) =>
  (motivo !== null && Object.hasOwn(voci, motivo) ? voci[motivo] : undefined) ?? voci.altro ?? ''

function Proroghe({ sito, proroghe }: { sito: Sito; proroghe: DatiQuadro['proroghe'] }) {
  const t = sito.testi.rettifiche.proroghe
  return (
    <section aria-labelledby="proroghe">
      <h2 id="proroghe" safe>
        {t.titolo}
      </h2>
      {proroghe.length === 0 ? (
        <p safe>{t.nessuna}</p>
      ) : (
        <>
          <p safe>{t.nota}</p>
          <Tabella
            id="per-motivo"
            didascalia={t.didascalia}
            intestazioni={[{ testo: t.motivo }, { testo: t.quante, numero: true }]}
            righe={proroghe.map(p => [nota(t.voci, p.motivo), intero(p.quante)])}
          />
        </>
      )}
    </section>
  )
}

/** How a territory answers those who ask for corrections: in short, part by part with whoever is most behind first, by
 *  state and age, extensions with their reasons, month by month. Numbers only. */
export function QuadroRettifiche(props: {
  sito: Sito
  dati: DatiQuadro
  /** the page's own address, and the part's; undefined: it has no page */
  percorso: string
  verso: (parte: CifreRettifiche) => string | undefined
  /** of the parts; undefined: as it begins */
  ordine?: OrdineTerritori | undefined
  /** as written: 30/11/2026 */
  oggi: string
  scarica: readonly { testo: string; href: string }[]
}) {
  const { sito, dati } = props
  const t = sito.testi.rettifiche
  return (
    <div class="rettifiche">
      <Sintesi sito={sito} r={dati.totale} />
      {dati.parti !== undefined && (
        <Parti
          sito={sito}
          {...dati.parti}
          percorso={props.percorso}
          verso={props.verso}
          ordine={props.ordine ?? PRIMA_GLI_SCADUTI}
        />
      )}
      <Stati sito={sito} r={dati.totale} oggi={props.oggi} />
      <Proroghe sito={sito} proroghe={dati.proroghe} />
      <Andamento sito={sito} mesi={dati.mesi} />
      <Avviso titolo={t.termine.titolo}>
        <p safe>{t.termine.testo}</p>
      </Avviso>
      {props.scarica.length > 0 && (
        <section aria-labelledby="scarica">
          <h2 id="scarica" safe>
            {t.scarica.titolo}
          </h2>
          <ul class="scarica">
            {props.scarica.map(s => (
              <li>
                <a href={s.href} download="" safe>
                  {s.testo}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
