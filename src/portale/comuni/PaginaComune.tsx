import type { FattoDiComune, SchedaComune } from '../../anagrafe/index.ts'
import type { DelComune } from '../../statistiche/index.ts'
import type { Cammino } from '../../subentro/index.ts'
import { Avanti, Giorno, Icona, inLettere, intero, Pagina, type Sito } from '../../ui/index.ts'
import { linguaDi } from '../nomi.tsx'
import { CercaComune } from './CercaComune.tsx'
import { percorsoComune } from './indirizzo.ts'
import { PassiCammino } from './PassiCammino.tsx'
import { prossima, tappe } from './tappe.ts'

export interface DatiComune {
  scheda: SchedaComune
  storia: readonly FattoDiComune[]
  /** As counted; undefined: not in the newest snapshot. */
  cifre: DelComune | undefined
  cammino: Cammino | undefined
  /** Day of the snapshot. */
  giorno: string | undefined
  oggi: string
}

const CLASSI = {
  in: 'comune-stato comune-stato-in',
  pianificato: 'comune-stato comune-stato-pianificato',
  non_in: 'comune-stato comune-stato-non-in',
  ignoto: 'comune-stato comune-stato-non-in',
} as const

const statoDi = (d: DelComune | undefined) => (d && d.stato !== 'cessato' ? d.stato : 'ignoto')

function Stato({ dati, sito }: { dati: DatiComune; sito: Sito }) {
  const t = sito.testi.comuni.comune
  const { cifre } = dati
  const stato = statoDi(cifre)
  const giorno = cifre && (cifre.stato === 'in' ? cifre.ingresso : cifre.previsto)
  const scritto = giorno ? inLettere(giorno, sito.testi) : ''
  return (
    <section class={CLASSI[stato]} aria-labelledby="stato">
      <Icona nome="comune" />
      <div>
        <h2 id="stato" safe>
          {stato === 'in' || stato === 'pianificato' ? t.stato[stato](scritto) : t.stato[stato]}
        </h2>
        <p safe>{t.spiegaStato[cifre?.per_variazione ? 'variazione' : stato]}</p>
      </div>
    </section>
  )
}

function Persone({ dati, sito }: { dati: DatiComune; sito: Sito }) {
  const t = sito.testi.comuni.comune
  const { cifre: c, giorno } = dati
  if (!c || !giorno) return <p safe>{t.senzaCifre}</p>
  const dentro = c.stato === 'in'
  const [residenti, aire] = [c.residenti + c.attesi_residenti, c.aire + c.attesi_aire]
  const voci: [string, number][] = [
    [t.voci.cittadini, residenti + aire],
    [t.voci.residenti, residenti],
    [t.voci.aire, aire],
    ...(dentro
      ? ([
          [t.voci.famiglie, c.famiglie],
          [t.voci.convivenze, c.convivenze],
        ] as [string, number][])
      : []),
  ]
  return (
    <>
      <p class="comune-giorno">
        <span safe>{`${t.cifreDel} `}</span>
        <Giorno il={giorno} testi={sito.testi} />
        <span safe>{`. ${dentro ? '' : `${t.attese} `}${t.aireSpiega}.`}</span>
      </p>
      <dl class="comune-cifre">
        {voci.map(([nome, valore]) => (
          <div>
            <dt safe>{nome}</dt>
            <dd safe>{intero(valore)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Dove({ scheda: s, sito }: { scheda: SchedaComune; sito: Sito }) {
  const t = sito.testi.comuni.comune
  const voci: [string, string][] = [
    [t.regione, s.regione_nome],
    [t.provincia, `${s.provincia_nome} (${s.provincia})`],
    [t.prefettura, s.prefettura ?? t.nonIndicato],
    [t.istat, s.codice_istat ?? t.nonIndicato],
    [t.catastale, s.codice_catastale ?? t.nonIndicato],
  ]
  return (
    <dl class="comune-dove">
      {voci.map(([nome, valore]) => (
        <div>
          <dt safe>{nome}</dt>
          <dd safe>{valore}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What happened on one day is one line: born of this comune and that. */
function Storia({ storia, sito }: { storia: readonly FattoDiComune[]; sito: Sito }) {
  const t = sito.testi.comuni.comune.fatti
  const inizi = { in: t.distaccato, da: t.unito, forse: t.nato }
  const righe = [...Map.groupBy(storia, f => `${f.il} ${f.che} ${f.che === 'nome' ? f.nome : ''}`).values()]
  return (
    <ul>
      {righe.map(fatti => {
        const [primo] = fatti
        if (!primo) return ''
        const il = inLettere(primo.il, sito.testi)
        if (primo.che === 'nome') return <li safe>{t.nome(il, primo.nome, primo.provincia)}</li>
        return (
          <li>
            <span safe>{primo.fondato ? t.nato(il) : inizi[primo.che](il)}</span>
            {fatti.map((f, n) => (
              <>
                <span safe>{n === 0 ? ' ' : n === fatti.length - 1 ? ` ${t.e} ` : ', '}</span>
                <a href={percorsoComune({ ...f, attivo: f.che === 'in' })} safe>
                  {f.nome}
                </a>
              </>
            ))}
            .
          </li>
        )
      })}
    </ul>
  )
}

function Accanto({ dati, sito }: { dati: DatiComune; sito: Sito }) {
  const t = sito.testi.comuni.comune
  const a = sito.testi.piede.assistenza
  return (
    <div class="comune-accanto">
      <section aria-labelledby="persone">
        <h2 id="persone" safe>
          {t.persone}
        </h2>
        <Persone dati={dati} sito={sito} />
      </section>
      <section aria-labelledby="dove">
        <h2 id="dove" safe>
          {t.dove}
        </h2>
        <Dove scheda={dati.scheda} sito={sito} />
      </section>
      <section aria-labelledby="chi">
        <h2 id="chi" safe>
          {t.chi}
        </h2>
        <ul class="comune-chi">
          <li>
            <strong safe>{t.chiElenco.comune[0]}</strong>
            <span safe>{`: ${t.chiElenco.comune[1]}`}</span>
          </li>
          <li>
            <strong safe>{dati.scheda.prefettura ?? t.prefettura}</strong>
            <span safe>{`: ${t.chiElenco.prefettura[0]}`}</span>
          </li>
          <li>
            <strong safe>{`${t.chiElenco.assistenza[0]} `}</strong>
            <a href={a.href} safe>
              {a.numero}
            </a>
            <span safe>{`: ${t.chiElenco.assistenza[1]}`}</span>
          </li>
        </ul>
      </section>
    </div>
  )
}

/** A comune of today: how far it has come, its road step by step, its people, who answers. */
export function PaginaComune({ sito, dati }: { sito: Sito; dati: DatiComune }) {
  const { scheda: s, cifre, storia } = dati
  const t = sito.testi.comuni
  const passi = tappe(dati.cammino, cifre, dati.oggi)
  const stato = statoDi(cifre)
  const poi = stato === 'in' ? undefined : prossima(passi)
  return (
    <Pagina
      sito={sito}
      titolo={`${s.nome} (${s.provincia})`}
      descrizione={t.comune.descrizione(s.nome, s.provincia)}
      sommario={t.comune.sommario(s.provincia_nome, s.regione_nome)}
      percorso={percorsoComune({ ...s, attivo: true })}
      sopra={[{ testo: t.titolo, href: '/comuni' }]}
      aggiornata={dati.giorno ?? dati.oggi}
      script={['suggerimenti']}
    >
      <div class="container contenuto comune">
        {s.altro_nome !== null && s.altro_nome !== s.nome && (
          <p class="comune-altro">
            <span safe>{`${t.comune.altroNome} `}</span>
            <strong lang={linguaDi(s.provincia)} safe>
              {s.altro_nome}
            </strong>
          </p>
        )}
        <Stato dati={dati} sito={sito} />
        <div class="comune-colonne">
          <div class="comune-cammino">
            <section aria-labelledby="adesso">
              <h2 id="adesso" safe>
                {t.comune.adesso}
              </h2>
              <p safe>{poi ? t.comune.passi[poi].poi : t.comune.dopoIn}</p>
            </section>
            {stato !== 'ignoto' && (
              <section aria-labelledby="cittadino">
                <h2 id="cittadino" safe>
                  {t.comune.citta}
                </h2>
                {t.comune.cittadino[stato].map(c => (
                  <p safe>{c}</p>
                ))}
              </section>
            )}
            <section aria-labelledby="cammino">
              <h2 id="cammino" safe>
                {t.comune.cammino}
              </h2>
              <PassiCammino tappe={passi} prossima={poi} variazione={cifre?.per_variazione === true} sito={sito} />
              <p class="comune-giorno" safe>
                {t.comune.camminoNota}
              </p>
            </section>
            {storia.length > 0 && (
              <section aria-labelledby="storia">
                <h2 id="storia" safe>
                  {t.comune.storia}
                </h2>
                <Storia storia={storia} sito={sito} />
              </section>
            )}
          </div>
          <Accanto dati={dati} sito={sito} />
        </div>
        <section class="comune-altra" aria-labelledby="altra">
          <h2 id="altra" safe>
            {t.cessato.cercane}
          </h2>
          <CercaComune sito={sito} id="cerca-comune" />
          <p class="comuni-oltre">
            <Avanti href="/comuni/non-in-anpr" testo={t.trovati.nonIn} testi={sito.testi} />
          </p>
        </section>
      </div>
    </Pagina>
  )
}

/** A comune that is no more: what became of it, as far as we know. */
export function PaginaCessato(props: {
  sito: Sito
  scheda: SchedaComune
  storia: readonly FattoDiComune[]
  oggi: string
}) {
  const { sito, scheda: s, storia } = props
  const t = sito.testi.comuni
  const eredi = storia.filter(f => f.che === 'in')
  const forse = storia.filter(f => f.che === 'forse')
  const noti = eredi.length > 0 ? eredi : forse
  return (
    <Pagina
      sito={sito}
      titolo={`${s.nome} (${s.provincia})`}
      descrizione={t.cessato.descrizione(s.nome)}
      sommario={t.cessato.sommario(s.provincia_nome, s.regione_nome)}
      percorso={percorsoComune({ ...s, attivo: false })}
      sopra={[{ testo: t.titolo, href: '/comuni' }]}
      aggiornata={props.oggi}
      script={['suggerimenti']}
    >
      <div class="container contenuto comune">
        <section class="comune-stato comune-stato-non-in" aria-labelledby="stato">
          <Icona nome="comune" />
          <div>
            <h2 id="stato" safe>
              {t.cessato.stato(inLettere(s.cessato_il ?? props.oggi, sito.testi))}
            </h2>
            <p safe>{t.cessato.vivi}</p>
          </div>
        </section>
        <section class="comune-cammino" aria-labelledby="fine">
          <h2 id="fine" safe>
            {t.cessato.titolo}
          </h2>
          {noti[0] ? (
            <>
              <p safe>{t.cessato[eredi.length > 0 ? 'in' : 'forse'](inLettere(noti[0].il, sito.testi))}</p>
              <ul class="trovati">
                {noti.map(f => (
                  <li>
                    <div>
                      <a class="trovato-nome" href={percorsoComune({ ...f, attivo: true })} safe>
                        {`${f.nome} (${f.provincia})`}
                      </a>
                    </div>
                    {f.che === 'forse' && (
                      <span class="stato stato-cessato" safe>
                        {t.cessato.probabile}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p safe>{t.cessato.nessuno}</p>
          )}
        </section>
        <section class="comune-altra" aria-labelledby="altra">
          <h2 id="altra" safe>
            {t.cessato.cercane}
          </h2>
          <CercaComune sito={sito} id="cerca-comune" />
        </section>
      </div>
    </Pagina>
  )
}
