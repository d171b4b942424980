import type { SessioneOperatore } from '../../identita/index.ts'
import type { ModificaDato } from '../../richieste/index.ts'
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

export const DATI = '/ministero/dati'
interface InUfficio {
  sito: Sito
  chi: SessioneOperatore
  oggi: string
}

/** Every datum that the program can have corrected, and whether citizens may ask for it now. */
export function PaginaDati(d: InUfficio & { dati: readonly { dato: string; nome: string; aperto: boolean }[] }) {
  const t = d.sito.testi.governo.dati
  return (
    <CorniceOperatore sito={d.sito} chi={d.chi} titolo={t.titolo} sommario={t.sommario} percorso={DATI} oggi={d.oggi}>
      <CorniceTabella id="dati" didascalia={t.didascalia} intestazioni={[t.dato, t.stato]}>
        {d.dati.map(x => (
          <tr>
            <th scope="row">
              <a href={`${DATI}/${x.dato}`} safe>
                {x.nome}
              </a>
            </th>
            <td safe>{x.aperto ? t.aperto : t.chiuso}</td>
          </tr>
        ))}
      </CorniceTabella>
    </CorniceOperatore>
  )
}

/** A datum: whether it may be asked for, the words that help, and who changed them. */
export function PaginaDato(
  d: InUfficio & {
    dato: string
    nome: string
    aperto: boolean
    aiuto: string
    errore: string | undefined
    storia: readonly ModificaDato[]
    operatori: ReadonlyMap<string, string>
  },
) {
  const t = d.sito.testi.governo.dati
  const { errore } = d
  return (
    <CorniceOperatore
      sito={d.sito}
      chi={d.chi}
      titolo={d.nome}
      percorso={`${DATI}/${d.dato}`}
      oggi={d.oggi}
      sopra={[{ testo: t.titolo, href: DATI }]}
    >
      <Riepilogo sito={d.sito} guasti={errore === undefined ? [] : [{ href: '#aiuto-dato', testo: errore }]} />
      <form class="modulo" method="post" action={`${DATI}/${d.dato}`}>
        <input type="hidden" name="csrf" value={d.chi.csrf} />
        <label class="scelta-voce">
          <input type="checkbox" name="aperto" value="1" checked={d.aperto} />
          <span safe>{t.siChiede}</span>
        </label>
        <Campo id="aiuto-dato" nome={t.aiuto.nome} aiuto={t.aiuto.aiuto} errore={errore}>
          <textarea id="aiuto-dato" name="aiuto" rows="3" {...descritto('aiuto-dato', errore)} safe>
            {d.aiuto}
          </textarea>
        </Campo>
        <button class="btn btn-primary" type="submit" safe>
          {t.salva}
        </button>
      </form>
      <h2 safe>{t.storia}</h2>
      {d.storia.length === 0 ? (
        <p safe>{t.senzaStoria}</p>
      ) : (
        <Tabella
          id="storia"
          didascalia={t.storiaDidascalia}
          intestazioni={t.storiaColonne}
          righe={d.storia.map(s => [
            inLettere(s.quando.slice(0, 10), d.sito.testi),
            s.aperto ? t.aperto : t.chiuso,
            s.aiuto ?? '',
            d.operatori.get(s.chi) ?? d.sito.testi.governo.apertura.programma,
          ])}
        />
      )}
    </CorniceOperatore>
  )
}
