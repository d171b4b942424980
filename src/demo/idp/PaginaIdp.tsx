import { Avviso, Pagina, type Sito } from '../../ui/index.ts'
import { STORIE } from '../storie/elenco.ts'
import { CASI } from './casi.ts'
import { SENZA_SCHEDA } from './idp.ts'

interface Comune {
  sito: Sito
  oggi: string
}

const cornice = ({ sito, oggi }: Comune, titolo: string) => ({
  sito,
  titolo,
  descrizione: sito.testi.idp.descrizione,
  percorso: '/demo-idp',
  aggiornata: oggi,
  nascosta: true,
})

/** Somebody came without a request, or with one that no service of ours signed. */
export function PaginaSenzaDomanda(p: Comune & { cattiva: boolean }) {
  const t = p.sito.testi.idp
  const che = p.cattiva ? t.domandaCattiva : t.senzaDomanda
  return (
    <Pagina {...cornice(p, t.titolo)} sommario={t.sommario}>
      <div class="container contenuto">
        <Avviso titolo={che.titolo} tono={p.cattiva ? 'attenzione' : 'info'}>
          <p safe>{che.testo}</p>
          <p>
            <a href="/accesso" safe>
              {t.senzaDomanda.link}
            </a>
          </p>
        </Avviso>
      </div>
    </Pagina>
  )
}

interface Voce {
  readonly nome: string
  readonly titolo: string
  readonly sotto: string
}
/** An invented officer. `sede` null: the ministry. */
export interface OperatoreIdp {
  readonly codice_fiscale: string
  readonly nome: string
  readonly cognome: string
  readonly profilo: string
  readonly sede: string | null
}
const persone = (t: Sito['testi']['idp']): Voce[] => [
  ...STORIE.map(s => ({ nome: s.nome, titolo: s.titolo, sotto: `${s.persona}, ${s.nomeComune}` })),
  { nome: SENZA_SCHEDA.nome, titolo: t.senzaScheda, sotto: SENZA_SCHEDA.persona },
]
const operatori = ({ operatori: t }: Sito['testi'], di: readonly OperatoreIdp[]): Voce[] =>
  di.map(o => ({
    nome: o.codice_fiscale,
    titolo: [o.sede ?? t.ministero, t.profili[o.profilo as keyof typeof t.profili]].join(', '),
    sotto: `${o.nome} ${o.cognome}`,
  }))

function Scelte({ nome, voci, scelta }: { nome: string; voci: readonly Voce[]; scelta: string | undefined }) {
  if (voci.length === 0) return ''
  return (
    <fieldset class="modulo-campo">
      <legend safe>{nome}</legend>
      <div class="idp-storie">
        {voci.map(v => (
          <label class="modulo-scelta">
            <input class="modulo-radio" type="radio" name="storia" value={v.nome} checked={v.nome === scelta} />
            <span>
              <span safe>{v.titolo}</span>
              <span class="idp-persona" safe>
                {v.sotto}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Who shall come in, with which level, and for developers with which fault. */
export function PaginaIdp(
  p: Comune & {
    azione: string
    nome: string
    servizio: string
    /** the query string as it came: the answer needs it again */
    domanda: string
    chiesto: 1 | 2 | 3
    scritti: Readonly<Record<string, string | undefined>>
    errore: 'nessuno' | 'codiceSbagliato' | undefined
    operatori: readonly OperatoreIdp[]
  },
) {
  const { sito, scritti } = p
  const t = sito.testi.idp
  const livello = Number(scritti.livello) || Math.max(p.chiesto, 2)
  return (
    <Pagina {...cornice(p, p.nome)} sommario={t.sommario}>
      <div class="container contenuto">
        <p>
          <span safe>{t.chiede(p.servizio)}</span> <span safe>{t.livelloChiesto(p.chiesto)}</span>
        </p>
        {p.errore !== undefined && (
          <div role="alert">
            <Avviso tono="attenzione">
              <p id="errore" safe>
                {t[p.errore]}
              </p>
            </Avviso>
          </div>
        )}
        <form class="idp" method="post" action={p.azione}>
          <input type="hidden" name="domanda" value={p.domanda} />
          <Scelte nome={t.chi} voci={persone(t)} scelta={scritti.storia} />
          <Scelte nome={t.operatori} voci={operatori(sito.testi, p.operatori)} scelta={scritti.storia} />
          <div class="modulo-campo">
            <label for="codice" safe>
              {t.codiceFiscale}
            </label>
            <p class="modulo-aiuto" id="codice-aiuto" safe>
              {t.aiutoCodice}
            </p>
            <input
              id="codice"
              name="codice"
              type="text"
              autocomplete="off"
              spellcheck="false"
              aria-describedby={p.errore === 'codiceSbagliato' ? 'errore codice-aiuto' : 'codice-aiuto'}
              aria-invalid={p.errore === 'codiceSbagliato' ? 'true' : undefined}
              value={scritti.codice ?? ''}
            />
          </div>
          <div class="modulo-campo">
            <label for="livello" safe>
              {t.livello}
            </label>
            <select class="idp-elenco" id="livello" name="livello">
              {([1, 2, 3] as const).map(n => (
                <option value={String(n)} selected={n === livello} safe>
                  {t.livelli[n]}
                </option>
              ))}
            </select>
          </div>
          <details class="idp-sviluppatori" open={(scritti.caso ?? '1') !== '1'}>
            <summary safe>{t.sviluppatori}</summary>
            <p safe>{t.sviluppatoriTesto}</p>
            <div class="modulo-campo">
              <label for="caso" safe>
                {t.caso}
              </label>
              <select class="idp-elenco" id="caso" name="caso">
                {CASI.map(c => (
                  <option value={c.numero} selected={c.numero === (scritti.caso ?? '1')} safe>
                    {`${c.numero} · ${c.etichetta}`}
                  </option>
                ))}
              </select>
            </div>
          </details>
          <p class="azioni">
            <button class="btn btn-primary" type="submit" name="fai" value="entra" safe>
              {t.entra}
            </button>
            <button class="btn btn-outline-primary" type="submit" name="fai" value="annulla" safe>
              {t.annulla}
            </button>
          </p>
        </form>
      </div>
    </Pagina>
  )
}

/** The signed answer on its way back: sent by a script, or by the button. */
export function PaginaPronta(p: Comune & { acs: string; risposta: string; stato: string | undefined }) {
  const t = p.sito.testi.idp.pronta
  return (
    <Pagina {...cornice(p, t.titolo)} script={['inoltra']}>
      <div class="container contenuto">
        <p safe>{t.testo}</p>
        <form method="post" action={p.acs} data-inoltra="">
          <input type="hidden" name="SAMLResponse" value={p.risposta} />
          {p.stato !== undefined && <input type="hidden" name="RelayState" value={p.stato} />}
          <p class="azioni">
            <button class="btn btn-primary" type="submit" safe>
              {t.torna}
            </button>
          </p>
        </form>
      </div>
    </Pagina>
  )
}
