import type { SessioneOperatore } from '../../identita/index.ts'
import type { TabellaRichieste, VersioneVoce, VoceRichieste } from '../../richieste/index.ts'
import {
  Campo,
  CorniceOperatore,
  CorniceTabella,
  descritto,
  inLettere,
  Riepilogo,
  type Sito,
  Tabella,
} from '../../ui/index.ts'

const TABELLE = '/ministero/tabelle'
interface InUfficio {
  sito: Sito
  chi: SessioneOperatore
  oggi: string
}
/** A code as it stands in the form. */
export interface VoceScritta {
  codice: string
  descrizione: string
  attiva: boolean
  /** it is in the table already: its code is not typed again */
  nota: boolean
  guasti: Readonly<Record<string, string>>
}

/** Which tables there are. */
export function PaginaTabelle({ sito, chi, oggi, nomi }: InUfficio & { nomi: readonly TabellaRichieste[] }) {
  const t = sito.testi.governo.tabelle
  return (
    <CorniceOperatore sito={sito} chi={chi} titolo={t.titolo} sommario={t.sommario} percorso={TABELLE} oggi={oggi}>
      <ul>
        {nomi.map(n => (
          <li>
            <a href={`${TABELLE}/${n}`} safe>
              {t.nomi[n]}
            </a>
          </li>
        ))}
      </ul>
    </CorniceOperatore>
  )
}

function Modulo({
  sito,
  chi,
  nome,
  scritta,
}: Pick<InUfficio, 'sito' | 'chi'> & { nome: string; scritta: VoceScritta }) {
  const t = sito.testi.governo.tabelle
  const errore = (campo: string) => {
    const g = scritta.guasti[campo]
    return g === undefined ? undefined : (t.guasti[g as keyof typeof t.guasti] ?? t.guasti.ignoto)
  }
  return (
    <form class="modulo" method="post" action={`${TABELLE}/${nome}`}>
      <input type="hidden" name="csrf" value={chi.csrf} />
      <Campo id="codice" nome={t.codice} aiuto={t.aiutoCodice} errore={errore('codice')}>
        <input
          type="text"
          id="codice"
          name="codice"
          value={scritta.codice}
          readonly={scritta.nota}
          {...descritto('codice', errore('codice'))}
        />
      </Campo>
      <Campo id="descrizione" nome={t.descrizione} aiuto={t.aiutoDescrizione} errore={errore('descrizione')}>
        <input
          type="text"
          id="descrizione"
          name="descrizione"
          value={scritta.descrizione}
          {...descritto('descrizione', errore('descrizione'))}
        />
      </Campo>
      <label class="scelta-voce">
        <input type="checkbox" name="attiva" value="1" checked={scritta.attiva} />
        <span safe>{t.attiva}</span>
      </label>
      <button class="btn btn-primary" type="submit" safe>
        {t.salva}
      </button>
    </form>
  )
}

/** A table: its codes, the form that adds or changes one, and its history. */
export function PaginaTabella(
  d: InUfficio & {
    nome: TabellaRichieste
    voci: readonly VoceRichieste[]
    storia: readonly VersioneVoce[]
    operatori: ReadonlyMap<string, string>
    scritta: VoceScritta
  },
) {
  const { sito, nome, scritta } = d
  const t = sito.testi.governo.tabelle
  const guasti = Object.entries(scritta.guasti).map(([campo, g]) => ({
    href: `#${campo}`,
    testo: t.guasti[g as keyof typeof t.guasti] ?? t.guasti.ignoto,
  }))
  return (
    <CorniceOperatore
      sito={sito}
      chi={d.chi}
      titolo={t.nomi[nome]}
      percorso={`${TABELLE}/${nome}`}
      oggi={d.oggi}
      sopra={[{ testo: t.titolo, href: TABELLE }]}
    >
      <Riepilogo sito={sito} guasti={guasti} />
      <CorniceTabella id="voci" didascalia={t.voci} intestazioni={[t.codice, t.descrizione, t.stato, t.cambia]}>
        {d.voci.map(v => (
          <tr>
            <th scope="row" safe>
              {v.codice}
            </th>
            <td safe>{v.descrizione}</td>
            <td safe>{v.attiva ? t.inUso : t.fuoriUso}</td>
            <td>
              <a href={`${TABELLE}/${nome}?codice=${encodeURIComponent(v.codice)}#codice`} safe>
                {t.cambiaVoce(v.codice)}
              </a>
            </td>
          </tr>
        ))}
      </CorniceTabella>
      <h2 safe>{scritta.nota ? t.cambiaVoce(scritta.codice) : t.aggiungi}</h2>
      <Modulo sito={sito} chi={d.chi} nome={nome} scritta={scritta} />
      <h2 safe>{t.storia}</h2>
      {d.storia.length === 0 ? (
        <p safe>{t.senzaStoria}</p>
      ) : (
        <Tabella
          id="storia"
          didascalia={t.storiaDidascalia}
          intestazioni={t.storiaColonne}
          righe={d.storia.map(s => [
            inLettere(s.scritta.slice(0, 10), sito.testi),
            s.codice,
            `${s.descrizione} (${s.attiva ? t.inUso : t.fuoriUso})`,
            d.operatori.get(s.chi) ?? sito.testi.governo.apertura.programma,
          ])}
        />
      )}
    </CorniceOperatore>
  )
}
