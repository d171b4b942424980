import { breve, giornoDi, quando } from '../../calendario/index.ts'
import { type Collega, type FattoOperatore, type Profilo, profiliDisposti } from '../../identita/index.ts'
import type { AvvisiUfficio } from '../../richieste/index.ts'
import { Avviso, Blocco, Campo, CorniceTabella, descritto, inLettere, Riepilogo, Tabella } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'
import { type Base, Cornice } from '../Cornice.tsx'

export interface DatiOperatori extends Base {
  colleghi: readonly Collega[]
  fatti: readonly FattoOperatore[]
  avvisi: AvvisiUfficio & { scritto?: string | undefined }
  fatta?: string | undefined
  /** what came back: its fields, and what is wrong by field (`''`: above all) */
  campi?: Campi
  guasti?: Readonly<Record<string, string | undefined>>
}

const nomeDi = (o: { nome: string; cognome: string }) => `${o.nome} ${o.cognome}`

function Profili(props: { id: string; scelto: string | undefined; offerti: readonly Profilo[]; p: DatiOperatori }) {
  return (
    <select id={props.id} name="profilo">
      {props.offerti.map(x => (
        <option value={x} selected={x === props.scelto || undefined} safe>
          {props.p.sito.testi.operatori.profili[x]}
        </option>
      ))}
    </select>
  )
}

/** What can be done with a colleague, each a form. */
function Azioni(p: DatiOperatori & { o: Collega }) {
  const { o, chi } = p
  const t = p.sito.testi.com.operatori
  const offerti = profiliDisposti(chi.profilo)
  if (o.id === chi.operatore) return <span safe>{t.tu}</span>
  if (!offerti.includes(o.profilo)) return <span safe>{t.nonDisponi}</span>
  const nome = nomeDi(o)
  const bloccato = o.bloccato !== null
  return (
    <>
      {!bloccato && (
        <form class="com-azione" method="post" action="/com/operatori/profilo">
          <input type="hidden" name="csrf" value={chi.csrf} />
          <input type="hidden" name="operatore" value={o.id} />
          <label class="visually-hidden" for={`profilo-${o.id}`} safe>
            {t.profilo(nome)}
          </label>
          <Profili id={`profilo-${o.id}`} scelto={o.profilo} offerti={offerti} p={p} />
          <button class="btn btn-outline-primary" type="submit" safe>
            {t.cambia(nome)}
          </button>
        </form>
      )}
      <Blocco
        indirizzo="/com/operatori"
        id={o.id}
        bloccato={bloccato}
        campi={{ csrf: chi.csrf, operatore: o.id }}
        parole={{ motivo: t.motivo(nome), blocca: t.blocca(nome), sblocca: t.sblocca(nome) }}
      />
    </>
  )
}

function Elenco(p: DatiOperatori) {
  const { testi } = p.sito
  const t = testi.com.operatori
  const i = t.intestazioni
  return (
    <CorniceTabella
      id="operatori"
      didascalia={t.didascalia}
      intestazioni={[i.nome, i.codice, i.profilo, i.stato, i.azioni]}
    >
      {p.colleghi.map(o => (
        <tr>
          <th scope="row">
            <span safe>{nomeDi(o)}</span>
          </th>
          <td safe>{o.codice_fiscale}</td>
          <td>{testi.operatori.profili[o.profilo]}</td>
          <td safe>
            {o.bloccato === null
              ? t.attivo(breve(giornoDi(o.abilitato)))
              : t.bloccato(breve(giornoDi(o.bloccato)), o.motivo_blocco ?? '')}
          </td>
          <td>
            <Azioni {...p} o={o} />
          </td>
        </tr>
      ))}
    </CorniceTabella>
  )
}

function Abilita(p: DatiOperatori) {
  const t = p.sito.testi.com.operatori.abilita
  const { guasti = {}, campi = {} } = p
  return (
    <section aria-labelledby="abilita">
      <h2 id="abilita" safe>
        {t.titolo}
      </h2>
      <p safe>{t.testo}</p>
      <form class="modulo" method="post" action="/com/operatori" autocomplete="off">
        <input type="hidden" name="csrf" value={p.chi.csrf} />
        {(['codiceFiscale', 'cognome', 'nome'] as const).map(c => (
          <Campo id={c} nome={t[c].nome} aiuto={t[c].aiuto} errore={guasti[c]}>
            <input type="text" id={c} name={c} maxlength="100" value={campi[c] ?? ''} {...descritto(c, guasti[c])} />
          </Campo>
        ))}
        <Campo id="profilo" nome={t.profilo.nome} aiuto={t.profilo.aiuto} errore={guasti.profilo}>
          <Profili id="profilo" scelto={campi.profilo} offerti={profiliDisposti(p.chi.profilo)} p={p} />
        </Campo>
        <button class="btn btn-primary" type="submit" safe>
          {t.invia}
        </button>
      </form>
    </section>
  )
}

function Avvisi(p: DatiOperatori) {
  const t = p.sito.testi.com.operatori.avvisi
  const { guasti = {}, avvisi } = p
  const r = t.riunito
  return (
    <section aria-labelledby="avvisi">
      <h2 id="avvisi" safe>
        {t.titolo}
      </h2>
      <p safe>{t.testo}</p>
      {avvisi.scritto !== undefined && <p safe>{t.scritti(inLettere(giornoDi(avvisi.scritto), p.sito.testi))}</p>}
      <form class="modulo" method="post" action="/com/operatori/avvisi">
        <input type="hidden" name="csrf" value={p.chi.csrf} />
        {(['email', 'pec'] as const).map(c => (
          <Campo id={c} nome={t[c].nome} aiuto={t[c].aiuto} errore={guasti[c]}>
            <input
              type="text"
              inputmode="email"
              id={c}
              name={c}
              maxlength="254"
              value={p.campi?.[c] ?? avvisi[c] ?? ''}
              {...descritto(c, guasti[c])}
            />
          </Campo>
        ))}
        <fieldset class="modulo-campo">
          <legend safe>{r.nome}</legend>
          {([false, true] as const).map(v => (
            <label class="com-radio">
              <input
                class="modulo-radio"
                type="radio"
                name="riunito"
                value={v ? 'si' : 'no'}
                checked={avvisi.riunito === v || undefined}
              />
              <span safe>{v ? r.giornaliero : r.ogni}</span>
            </label>
          ))}
        </fieldset>
        <button class="btn btn-primary" type="submit" safe>
          {t.salva}
        </button>
      </form>
    </section>
  )
}

/** The seat's people, and how it is told of requests. No citizen is on this page. */
export function PaginaOperatori(p: DatiOperatori) {
  const { testi } = p.sito
  const t = testi.com.operatori
  const nomi = new Map(p.colleghi.map(o => [o.id, nomeDi(o)]))
  const guasti = Object.entries(p.guasti ?? {}).map(([campo, testo]) => ({
    href: `#${campo || 'elenco'}`,
    testo: testo!,
  }))
  const fatta = p.fatta === undefined ? undefined : t.fatte[p.fatta]
  const i = t.storia.intestazioni
  return (
    <Cornice {...p} titolo={t.titolo} sommario={t.sommario} percorso="/com/operatori">
      <Riepilogo sito={p.sito} guasti={guasti} />
      {fatta !== undefined && (
        <div role="status">
          <Avviso>
            <p safe>{fatta}</p>
          </Avviso>
        </div>
      )}
      <h2 id="elenco" safe>
        {t.elenco}
      </h2>
      <Elenco {...p} />
      <Abilita {...p} />
      <Avvisi {...p} />
      <section aria-labelledby="storia">
        <h2 id="storia" safe>
          {t.storia.titolo}
        </h2>
        {p.fatti.length === 0 ? (
          <p safe>{t.storia.nessuno}</p>
        ) : (
          <Tabella
            id="fatti"
            didascalia={t.storia.didascalia}
            intestazioni={[i.quando, i.chi, i.che, i.da]}
            righe={p.fatti.map(f => {
              const q = quando(f.quando)
              const che = [t.storia.fatti[f.fatto], f.profilo && testi.operatori.profili[f.profilo], f.motivo]
              return [
                `${breve(q.giorno)}, ${q.ora}`,
                nomi.get(f.operatore) ?? '',
                che.filter(x => x).join(': '),
                nomi.get(f.chi) ?? t.storia.altri,
              ]
            })}
          />
        )}
      </section>
    </Cornice>
  )
}
