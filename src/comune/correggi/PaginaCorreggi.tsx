import type { CampoCorrezione, CorrezionePreparata, Dato, Richiesta, RilievoCorrezione } from '../../richieste/index.ts'
import { Avanti, Avviso, Campo, descritto, inLettere, Riepilogo, Tabella } from '../../ui/index.ts'
import type { Lettura } from '../../visura/index.ts'
import type { Campi } from '../../web/index.ts'
import { type Base, Cornice } from '../Cornice.tsx'
import { nomeDelDato } from '../dati.ts'
import { chiave, iniziale } from './modulo.ts'

export interface DatiCorreggi extends Base {
  lettura: Lettura
  r: Richiesta
  /** data still to be decided */
  aperti: readonly Dato[]
  preparate: readonly CorrezionePreparata[]
  campi: Campi
  /** by field; `''`: above all */
  guasti: Readonly<Record<string, string>>
  /** of the register's checks, where they refused */
  rilievi?: readonly RilievoCorrezione[]
}

/** The choices of a field that has some. */
function scelte(
  c: CampoCorrezione,
  l: Lettura,
  oggi: string,
): readonly { codice: string; descrizione: string }[] | undefined {
  const { ingresso: i } = c
  if (i.tipo === 'scelta') return i.valori.map(v => ({ codice: v, descrizione: v }))
  if (i.tipo !== 'codice') return undefined
  const voci = l.codici.voci(i.tabella)
  const buone = voci.filter(v => (v.al === null || v.al >= oggi) && (i.uso === undefined || v.usi.includes(i.uso)))
  return buone.length > 0 ? buone : voci
}

function CampoOperazione(p: DatiCorreggi & { c: CampoCorrezione }) {
  const { c, sito, lettura } = p
  const t = sito.testi.com.correggi
  const id = chiave(c)
  const errore = p.guasti[id]
  const scritto = p.campi[id] ?? iniziale(c)
  const opzioni = scelte(c, lettura, p.oggi)
  const aiuto = [
    c.attuale ? t.attuale(c.attuale.testo) : t.manca,
    c.chiesto ? (c.chiesto.codice === '-' ? t.togliere : t.chiesto(c.chiesto.testo)) : t.inoltre,
    c.giaFatta ? t.giaFatta : undefined,
    t.formati[c.ingresso.tipo],
    c.facoltativo ? t.facoltativo : undefined,
  ]
  return (
    <Campo id={id} nome={nomeDelDato(c.dato, sito.testi)} aiuto={aiuto.filter(x => x).join(' ')} errore={errore}>
      {opzioni ? (
        <select id={id} name={id} {...descritto(id, errore)}>
          <option value="" safe>
            {t.nessunValore}
          </option>
          {opzioni.map(o => (
            <option value={o.codice} selected={o.codice === scritto || undefined} safe>
              {o.descrizione}
            </option>
          ))}
        </select>
      ) : (
        <input type="text" id={id} name={id} maxlength="300" value={scritto} {...descritto(id, errore)} />
      )}
    </Campo>
  )
}

function Operazione(p: DatiCorreggi & { o: CorrezionePreparata; n: number }) {
  const { o, sito } = p
  const t = sito.testi.com.correggi
  return (
    <section class="com-operazione" aria-labelledby={`operazione-${p.n}`}>
      <h2 id={`operazione-${p.n}`} safe>
        {t.operazione(o.nome, o.servizio)}
      </h2>
      <p safe>
        {[
          o.decorrenza === undefined ? t.daOggi : t.decorrenza(inLettere(o.decorrenza, sito.testi)),
          o.annullabile ? t.annullabile : t.nonAnnullabile,
        ].join(' ')}
      </p>
      {o.campi.map(c => (
        <CampoOperazione {...p} c={c} />
      ))}
    </section>
  )
}

/** Accept, refuse or leave for later, datum by datum. */
function Decisioni(p: DatiCorreggi) {
  const t = p.sito.testi.com
  return (
    <section aria-labelledby="dati">
      <h2 id="dati" safe>
        {t.correggi.dati}
      </h2>
      {p.aperti.map(d => {
        const nome = nomeDelDato(d.dato, p.sito.testi)
        const scelto = p.campi[`esito-${d.n}`] ?? d.esito ?? 'accolto'
        return (
          <fieldset class="modulo-campo com-esito">
            <legend safe>{`${nome}: ${d.codice === '-' ? t.correggi.togliere : d.chiesto}`}</legend>
            {(['accolto', 'respinto', 'dopo'] as const).map(e => (
              <label class="com-radio">
                <input
                  class="modulo-radio"
                  type="radio"
                  name={`esito-${d.n}`}
                  value={e}
                  checked={scelto === e || undefined}
                />
                <span safe>{t.correggi.esiti[e]}</span>
              </label>
            ))}
            <label for={`nota-${d.n}`} safe>
              {t.richiesta.decidi.esitoNota(nome)}
            </label>
            <input
              type="text"
              id={`nota-${d.n}`}
              name={`nota-${d.n}`}
              maxlength="500"
              value={p.campi[`nota-${d.n}`] ?? ''}
            />
          </fieldset>
        )
      })}
    </section>
  )
}

function Rifiuto(p: DatiCorreggi & { rilievi: readonly RilievoCorrezione[] }) {
  const t = p.sito.testi.com.correggi.rifiutata
  const i = t.intestazioni
  return (
    <div role="alert">
      <Avviso titolo={t.titolo} tono="attenzione">
        <p safe>{t.testo}</p>
        <Tabella
          id="rilievi"
          didascalia={t.didascalia}
          intestazioni={[i.codice, i.campo, i.regola, i.rimedio]}
          righe={p.rilievi.map(r => [
            `${r.codice} (${t.gravita[r.gravita]})`,
            r.dato === undefined ? r.campo : nomeDelDato(r.dato, p.sito.testi),
            r.testo,
            r.rimedio,
          ])}
        />
      </Avviso>
    </div>
  )
}

/** The operations that do what a request asks, filled in: looked over, amended, registered, and the request closed with them. */
export function PaginaCorreggi(p: DatiCorreggi) {
  const { sito, chi, r, campi } = p
  const t = sito.testi.com.correggi
  const qui = `/com/richieste/${r.id}`
  const righe = Object.entries(p.guasti).map(([campo, testo]) => ({ href: `#${campo || 'dati'}`, testo }))
  const chiudi = campi.chiudi !== 'no'
  return (
    <Cornice
      {...p}
      titolo={t.titolo}
      sommario={t.sommario}
      percorso={`${qui}/correggi`}
      sopra={[{ testo: t.sopra(r.id), href: qui }]}
    >
      <Riepilogo sito={sito} guasti={righe} />
      {p.rilievi === undefined ? '' : <Rifiuto {...p} rilievi={p.rilievi} />}
      {p.aperti.length === 0 ? (
        <Avviso>
          <p safe>{t.niente}</p>
        </Avviso>
      ) : (
        <form class="modulo" method="post" action={`${qui}/correggi`}>
          <input type="hidden" name="csrf" value={chi.csrf} />
          <input type="hidden" name="viste" value={String(r.mosse)} />
          <Decisioni {...p} />
          {p.preparate.map((o, n) => (
            <Operazione {...p} o={o} n={n} />
          ))}
          <Campo id="note" nome={t.nota} aiuto={t.aiutoNota} errore={p.guasti.note}>
            <textarea id="note" name="note" rows="4" {...descritto('note', p.guasti.note)} safe>
              {campi.note ?? ''}
            </textarea>
          </Campo>
          <Campo id="protocollo" nome={t.protocollo.nome} aiuto={t.protocollo.aiuto} errore={undefined}>
            <input
              type="text"
              id="protocollo"
              name="protocollo"
              maxlength="50"
              value={campi.protocollo ?? ''}
              {...descritto('protocollo', undefined)}
            />
          </Campo>
          <fieldset class="modulo-campo">
            <legend safe>{t.chiudi.nome}</legend>
            {([true, false] as const).map(v => (
              <label class="com-radio">
                <input
                  class="modulo-radio"
                  type="radio"
                  name="chiudi"
                  value={v ? 'si' : 'no'}
                  checked={chiudi === v || undefined}
                />
                <span safe>{v ? t.chiudi.si : t.chiudi.no}</span>
              </label>
            ))}
          </fieldset>
          <button class="btn btn-primary" type="submit" safe>
            {t.invia}
          </button>
        </form>
      )}
      <Avanti href={qui} testo={t.torna} testi={sito.testi} />
    </Cornice>
  )
}
