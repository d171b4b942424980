import { giornoDi } from '../../calendario/index.ts'
import type { FattoOperatore, OperatoreDiSede, SessioneOperatore } from '../../identita/index.ts'
import {
  Avviso,
  Blocco,
  Campo,
  CorniceOperatore,
  CorniceTabella,
  descritto,
  inLettere,
  Riepilogo,
  type Sito,
  Tabella,
} from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'
import { CampiSede } from '../sede/CampiSede.tsx'

export const OPERATORI = '/ministero/operatori'
export interface DatiOperatori {
  sito: Sito
  chi: SessioneOperatore
  oggi: string
  operatori: readonly OperatoreDiSede[]
  fatti: readonly FattoOperatore[]
  prefetture: readonly { codice: string; nome: string }[]
  /** names of the comuni whose mayors are in the list */
  comuni: ReadonlyMap<number, string>
  /** the comune that was searched for */
  cerca: { scritto: string; ignoto: boolean; trovati: number }
  fatta?: string | undefined
  /** what came back: its fields, and what is wrong by field (`''`: above all) */
  campi?: Campi
  guasti?: Readonly<Record<string, string | undefined>>
}
const nomeDi = (o: { nome: string; cognome: string }) => `${o.nome} ${o.cognome}`
const giorno = (d: DatiOperatori, istante: string) => inLettere(giornoDi(istante), d.sito.testi)

function Elenco(d: DatiOperatori) {
  const { testi } = d.sito
  const t = testi.com.operatori
  const sede = (o: OperatoreDiSede) => {
    if (o.comune_id !== null) return testi.governo.operatori.sindacoDi(d.comuni.get(o.comune_id) ?? '')
    if (o.prefettura === null) return testi.operatori.ministero
    return d.prefetture.find(p => p.codice === o.prefettura)?.nome ?? o.prefettura
  }
  const stato = (o: OperatoreDiSede) =>
    o.bloccato === null ? t.attivo(giorno(d, o.abilitato)) : t.bloccato(giorno(d, o.bloccato), o.motivo_blocco ?? '')
  return (
    <CorniceTabella
      id="operatori"
      didascalia={testi.governo.operatori.didascalia}
      intestazioni={[testi.governo.operatori.sede, t.intestazioni.nome, t.intestazioni.stato, t.intestazioni.azioni]}
    >
      {d.operatori.map(o => (
        <tr>
          <td safe>{sede(o)}</td>
          <th scope="row">
            <span safe>{nomeDi(o)}</span>
            <span class="com-sotto" safe>
              {o.codice_fiscale}
            </span>
          </th>
          <td safe>{stato(o)}</td>
          <td>
            {o.id === d.chi.operatore ? (
              <span safe>{t.tu}</span>
            ) : (
              <Blocco
                indirizzo={OPERATORI}
                id={o.id}
                bloccato={o.bloccato !== null}
                campi={{ csrf: d.chi.csrf, operatore: o.id }}
                parole={{ motivo: t.motivo(nomeDi(o)), blocca: t.blocca(nomeDi(o)), sblocca: t.sblocca(nomeDi(o)) }}
              />
            )}
          </td>
        </tr>
      ))}
    </CorniceTabella>
  )
}

function Abilita(d: DatiOperatori) {
  const { testi } = d.sito
  const [t, o] = [testi.com.operatori.abilita, testi.governo.operatori]
  const { guasti = {}, campi = {} } = d
  return (
    <form class="modulo" method="post" action={OPERATORI} autocomplete="off">
      <input type="hidden" name="csrf" value={d.chi.csrf} />
      <CampiSede
        sito={d.sito}
        prefetture={d.prefetture}
        parole={{ unComune: o.sindaco, sedeAiuto: o.sedeAiuto, comuneAiuto: o.comune.aiuto }}
        campi={campi}
        guasti={guasti}
      />
      {(['codiceFiscale', 'cognome', 'nome'] as const).map(c => (
        <Campo id={c} nome={t[c].nome} aiuto={t[c].aiuto} errore={guasti[c]}>
          <input type="text" id={c} name={c} maxlength="100" value={campi[c] ?? ''} {...descritto(c, guasti[c])} />
        </Campo>
      ))}
      <button class="btn btn-primary" type="submit" safe>
        {t.invia}
      </button>
    </form>
  )
}

/** Mayors are too many for one list: those of a comune are asked for. */
function Cerca({ sito, cerca }: DatiOperatori) {
  const t = sito.testi.governo.operatori.cerca
  const detto = cerca.ignoto ? sito.testi.governo.operatori.comuneIgnoto : undefined
  return (
    <form class="modulo" method="get" action={OPERATORI}>
      <Campo id="cerca" nome={t.nome} aiuto={t.aiuto} errore={detto}>
        <input
          type="text"
          id="cerca"
          name="comune"
          maxlength="100"
          value={cerca.scritto}
          {...descritto('cerca', detto)}
        />
      </Campo>
      {cerca.scritto !== '' && !cerca.ignoto && cerca.trovati === 0 && (
        <p role="status" safe>
          {t.nessuno}
        </p>
      )}
      <button class="btn btn-outline-primary" type="submit" safe>
        {t.invia}
      </button>
    </form>
  )
}

/** Who works for prefetture and ministry, and the mayors. No citizen is on this page. */
export function PaginaOperatori(d: DatiOperatori) {
  const { testi } = d.sito
  const [t, c] = [testi.governo.operatori, testi.com.operatori]
  const guasti = Object.entries(d.guasti ?? {}).map(([campo, testo]) => ({
    href: `#${campo || 'elenco'}`,
    testo: testo!,
  }))
  const fatta = d.fatta === undefined ? undefined : c.fatte[d.fatta]
  const nomi = new Map(d.operatori.map(o => [o.id, nomeDi(o)]))
  const i = c.storia.intestazioni
  return (
    <CorniceOperatore
      sito={d.sito}
      chi={d.chi}
      titolo={t.titolo}
      sommario={t.sommario}
      percorso={OPERATORI}
      oggi={d.oggi}
    >
      <Riepilogo sito={d.sito} guasti={guasti} />
      {fatta !== undefined && (
        <div role="status">
          <Avviso>
            <p safe>{fatta}</p>
          </Avviso>
        </div>
      )}
      <h2 id="elenco" safe>
        {c.elenco}
      </h2>
      <Elenco {...d} />
      <Cerca {...d} />
      <h2 safe>{c.abilita.titolo}</h2>
      <p safe>{c.abilita.testo}</p>
      <Abilita {...d} />
      <h2 safe>{c.storia.titolo}</h2>
      {d.fatti.length === 0 ? (
        <p safe>{c.storia.nessuno}</p>
      ) : (
        <Tabella
          id="fatti"
          didascalia={c.storia.didascalia}
          intestazioni={[i.quando, i.chi, i.che, i.da]}
          righe={d.fatti.map(f => [
            giorno(d, f.quando),
            nomi.get(f.operatore) ?? '',
            [c.storia.fatti[f.fatto], f.motivo].filter(x => x).join(': '),
            nomi.get(f.chi) ?? c.storia.altri,
          ])}
        />
      )}
    </CorniceOperatore>
  )
}
