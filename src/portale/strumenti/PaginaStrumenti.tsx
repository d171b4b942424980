import type { decodificheDiBase } from '../../anagrafe/index.ts'
import { Indice, inLettere, intero, Pagina, type Sito, Tabella, Testo } from '../../ui/index.ts'

/** What who keeps a register, or writes its software, works with. A demo shows an invented training calendar. */
export function PaginaStrumenti({ sito }: { sito: Sito }) {
  const t = sito.testi.strumenti
  const sezioni = [...t.prima, sito.demo ? t.formazione.demo : t.formazione.vera, ...t.dopo]
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/strumenti-di-lavoro"
      aggiornata={t.aggiornata}
    >
      <div class="container contenuto colonne">
        <Indice sezioni={sezioni} testi={sito.testi} />
        <div class="colonna-testo">
          <Testo sezioni={sezioni} testi={sito.testi} />
        </div>
      </div>
    </Pagina>
  )
}

/** A decode table as the page shows it. */
export interface TabellaMostrata {
  nome: string
  numero: number
  titolo: string
  voci: ReturnType<ReturnType<typeof decodificheDiBase>['voci']>
}

function Codici({ tabella: { nome, numero, titolo, voci }, sito }: { tabella: TabellaMostrata; sito: Sito }) {
  const t = sito.testi.strumenti.decodifica
  const scritto = (giorno: string) => inLettere(giorno, sito.testi)
  const periodo = ({ dal, al }: TabellaMostrata['voci'][number]) =>
    [dal && t.dal(scritto(dal)), al && t.al(scritto(al))].filter(Boolean).join(', ') || t.sempre
  const aTempo = voci.some(v => v.dal ?? v.al)
  return (
    <details class="richiudi" id={nome}>
      <summary>
        <h2 safe>{t.nome(numero, titolo)}</h2>
        <span safe>{t.quanti(intero(voci.length))}</span>
      </summary>
      <Tabella
        id={`tabella-${nome}`}
        didascalia={t.nome(numero, titolo)}
        intestazioni={[t.codice, t.significato, ...(aTempo ? [t.validita] : [])]}
        righe={voci.map(v => [
          v.codice,
          v.provvisoria ? `${v.descrizione} (${t.provvisorio})` : v.descrizione,
          ...(aTempo ? [periodo(v)] : []),
        ])}
      />
    </details>
  )
}

/** The codes in use, table by table. */
export function PaginaDecodifica({ sito, tabelle }: { sito: Sito; tabelle: readonly TabellaMostrata[] }) {
  const t = sito.testi.strumenti
  return (
    <Pagina
      sito={sito}
      titolo={t.decodifica.titolo}
      descrizione={t.decodifica.descrizione}
      sommario={t.decodifica.sommario}
      percorso="/strumenti-di-lavoro/tabelle-di-decodifica"
      aggiornata={t.decodifica.aggiornata}
      sopra={[{ testo: t.titolo, href: '/strumenti-di-lavoro' }]}
    >
      <div class="container contenuto">
        <p safe>{t.decodifica.territorio}</p>
        <p safe>{t.decodifica.provvisori}</p>
        {tabelle.map(tabella => (
          <Codici tabella={tabella} sito={sito} />
        ))}
      </div>
    </Pagina>
  )
}
