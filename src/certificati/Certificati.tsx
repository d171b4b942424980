import { breve, giornoDi } from '../calendario/index.ts'
import type { Certificato, TipoCertificato } from '../identita/index.ts'
import { Avviso, Blocco, Campo, CorniceTabella, descritto, Riepilogo, type Sito } from '../ui/index.ts'
import type { Campi } from '../web/index.ts'
import type { Posto } from './rotte.ts'

export interface DatiCertificati {
  sito: Sito
  indirizzo: string
  csrf: string
  posto: Posto
  /** what may be enrolled for the seat */
  tipi: readonly TipoCertificato[]
  /** this instant, ISO 8601 */
  adesso: string
  certificati: readonly Certificato[]
  fatta?: string | undefined
  /** what came back: its fields, and what is wrong by field (`''`: above all) */
  campi?: Campi
  guasti?: Readonly<Record<string, string | undefined>>
}

const giorno = (istante: string) => breve(giornoDi(istante))

/** What every form of the page carries: that it is ours, and of which seat. */
const nascosti = ({ csrf, posto }: DatiCertificati) => ({ csrf, ...posto.campi })

function Elenco(p: DatiCertificati) {
  const t = p.sito.testi.certificati
  const i = t.intestazioni
  if (p.certificati.length === 0) return <p safe>{t.nessuno}</p>
  const stato = (c: Certificato) =>
    c.bloccato !== null
      ? t.bloccato(giorno(c.bloccato), c.motivo_blocco ?? '')
      : Date.parse(c.scade) < Date.parse(p.adesso)
        ? t.scaduto
        : t.attivo(giorno(c.iscritto))
  return (
    <CorniceTabella
      id="certificati"
      didascalia={t.didascalia}
      intestazioni={[i.nome, i.tipo, i.scade, i.stato, i.azioni]}
    >
      {p.certificati.map(c => (
        <tr>
          <th scope="row">
            <span safe>{c.nome}</span> <small safe>{t.impronta(c.impronta.slice(0, 16))}</small>
          </th>
          <td safe>{c.titolare === null ? t.tipi[c.tipo] : t.diChi(t.tipi[c.tipo], c.titolare)}</td>
          <td safe>{giorno(c.scade)}</td>
          <td safe>{stato(c)}</td>
          <td>
            <Blocco
              indirizzo={p.indirizzo}
              id={c.impronta}
              bloccato={c.bloccato !== null}
              campi={{ ...nascosti(p), tipo: c.tipo, impronta: c.impronta }}
              parole={{ motivo: t.motivo(c.nome), blocca: t.blocca(c.nome), sblocca: t.sblocca(c.nome) }}
            />
          </td>
        </tr>
      ))}
    </CorniceTabella>
  )
}

function Abilita(p: DatiCertificati) {
  const t = p.sito.testi.certificati
  const a = t.abilita
  const { guasti = {}, campi = {} } = p
  return (
    <section aria-labelledby="abilita">
      <h2 id="abilita" safe>
        {a.titolo}
      </h2>
      <p safe>{a.testo}</p>
      <form class="modulo" method="post" action={p.indirizzo} autocomplete="off">
        {Object.entries(nascosti(p)).map(([nome, valore]) => (
          <input type="hidden" name={nome} value={valore} />
        ))}
        <Campo id="tipo" nome={a.tipo.nome} aiuto={a.tipo.aiuto} errore={guasti.tipo}>
          <select id="tipo" name="tipo" {...descritto('tipo', guasti.tipo)}>
            {p.tipi.map(x => (
              <option value={x} selected={x === campi.tipo || undefined} safe>
                {t.tipi[x]}
              </option>
            ))}
          </select>
        </Campo>
        <Campo id="nome" nome={a.nome.nome} aiuto={a.nome.aiuto} errore={guasti.nome}>
          <input
            type="text"
            id="nome"
            name="nome"
            maxlength="60"
            value={campi.nome ?? ''}
            {...descritto('nome', guasti.nome)}
          />
        </Campo>
        <Campo id="operatore" nome={a.operatore.nome} aiuto={a.operatore.aiuto} errore={guasti.operatore}>
          <select id="operatore" name="operatore" {...descritto('operatore', guasti.operatore)}>
            <option value="" safe>
              {a.operatore.nessuno}
            </option>
            {p.posto.colleghi.map(o => (
              <option value={o.id} selected={o.id === campi.operatore || undefined} safe>
                {`${o.nome} ${o.cognome}`}
              </option>
            ))}
          </select>
        </Campo>
        <Campo id="pem" nome={a.pem.nome} aiuto={a.pem.aiuto} errore={guasti.pem}>
          <textarea
            id="pem"
            name="pem"
            rows="8"
            maxlength="10000"
            spellcheck="false"
            {...descritto('pem', guasti.pem)}
            safe
          >
            {campi.pem ?? ''}
          </textarea>
        </Campo>
        <button class="btn btn-primary" type="submit" safe>
          {a.invia}
        </button>
      </form>
    </section>
  )
}

/** The seat's certificates, and the form for another. No citizen is on this page. */
export function Certificati(p: DatiCertificati) {
  const t = p.sito.testi.certificati
  const guasti = Object.entries(p.guasti ?? {}).map(([campo, testo]) => ({
    href: `#${campo || 'elenco'}`,
    testo: testo!,
  }))
  const fatta = p.fatta !== undefined && Object.hasOwn(t.fatte, p.fatta) ? t.fatte[p.fatta] : undefined
  return (
    <>
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
    </>
  )
}
