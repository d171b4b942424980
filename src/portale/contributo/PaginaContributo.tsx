import { Avviso, Icona, Indice, inLettere, intero, Pagina, type Sezione, type Sito, Testo } from '../../ui/index.ts'
import type { ComuneContato } from './comune.query.ts'
import { FASCE, type Fascia, type Finestra, MASSIMO, stato } from './contributo.ts'

/** What was found for the comune or the number that was asked. */
export type Esito =
  | { come: 'importo'; fascia: Fascia; residenti: number; comune?: ComuneContato }
  | { come: 'scelta'; comuni: readonly ComuneContato[] }
  | { come: 'ignoto'; comune: ComuneContato }
  | { come: 'nessuno' }
  | { come: 'numero' }

interface Chiesto {
  comune: string
  residenti: string
}
type Testi = Sito['testi']

const inParole = ({ da, fino }: Fascia, { contributo: { importi } }: Testi) =>
  fino === null
    ? importi.da(intero(da))
    : da === 0
      ? importi.finoA(intero(fino))
      : importi.daA(intero(da), intero(fino))

const Importo = ({ esito, testi }: { esito: Esito & { come: 'importo' }; testi: Testi }) => {
  const t = testi.contributo.calcola
  const { comune, residenti } = esito
  const per = comune
    ? t.per(comune.nome, comune.provincia)
    : residenti === 1
      ? t.perUnResidente
      : t.perResidenti(intero(residenti))
  return (
    <div class="esito" role="status">
      <p class="esito-per" safe>
        {per}
      </p>
      <p class="esito-importo" safe>
        {t.esito(intero(esito.fascia.euro))}
      </p>
      {comune?.residenti_anno != null && <p safe>{`${t.conResidenti(intero(residenti), comune.residenti_anno)}.`}</p>}
      <p safe>{t.regola(inParole(esito.fascia, testi))}</p>
      {comune !== undefined && (
        <p class="esito-nota" safe>
          {t.censimento}
        </p>
      )}
    </div>
  )
}

const Scelta = ({ comuni, chiesto, testi }: { comuni: readonly ComuneContato[]; chiesto: string; testi: Testi }) => {
  const t = testi.contributo.calcola
  return (
    <div class="esito" role="status">
      <p class="esito-per" safe>
        {t.piùDiUno(chiesto)}
      </p>
      <ul>
        {comuni.map(c => (
          <li>
            <a href={`/contributo?comune=${c.codice_istat}#calcola`} safe>
              {t.per(c.nome, c.provincia)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Risultato({ esito, chiesto, testi }: { esito: Esito; chiesto: Chiesto; testi: Testi }) {
  const t = testi.contributo.calcola
  if (esito.come === 'importo') return <Importo esito={esito} testi={testi} />
  if (esito.come === 'scelta') return <Scelta comuni={esito.comuni} chiesto={chiesto.comune} testi={testi} />
  const [titolo, testo] = {
    ignoto: () => [t.senzaResidenti(esito.come === 'ignoto' ? esito.comune.nome : ''), t.senzaResidentiTesto],
    nessuno: () => [t.nessuno(chiesto.comune), t.nessunoTesto],
    numero: () => [t.numeroSbagliato, t.numeroSbagliatoTesto(intero(MASSIMO))],
  }[esito.come]()
  return (
    <div class="esito" role="alert">
      <Avviso tono="attenzione" titolo={titolo}>
        <p safe>{testo ?? ''}</p>
      </Avviso>
    </div>
  )
}

function Campo(props: {
  id: string
  etichetta: string
  aiuto: string
  valore: string
  sbagliato: boolean
  cifre?: true
}) {
  return (
    <div class="campo">
      <label for={props.id} safe>
        {props.etichetta}
      </label>
      <input
        id={props.id}
        name={props.id}
        value={props.valore}
        inputmode={props.cifre ? 'numeric' : undefined}
        autocomplete="off"
        aria-describedby={`${props.id}-aiuto`}
        aria-invalid={props.sbagliato ? 'true' : undefined}
      />
      <small id={`${props.id}-aiuto`} safe>
        {props.aiuto}
      </small>
    </div>
  )
}

function Calcola({ chiesto, esito, testi }: { chiesto: Chiesto; esito: Esito | undefined; testi: Testi }) {
  const t = testi.contributo.calcola
  return (
    <section id="calcola" class="calcola" aria-labelledby="calcola-titolo">
      <h2 id="calcola-titolo" safe>
        {t.titolo}
      </h2>
      <p safe>{t.testo}</p>
      <form action="/contributo#calcola" method="get" aria-label={t.nome}>
        <Campo
          id="comune"
          etichetta={t.comune}
          aiuto={t.comuneAiuto}
          valore={chiesto.comune}
          sbagliato={esito?.come === 'nessuno'}
        />
        <Campo
          id="residenti"
          etichetta={t.residenti}
          aiuto={t.residentiAiuto}
          valore={chiesto.residenti}
          sbagliato={esito?.come === 'numero'}
          cifre
        />
        <button class="btn btn-primary" type="submit">
          <span safe>{t.invia}</span>
          <Icona nome="avanti" />
        </button>
      </form>
      {esito !== undefined && <Risultato esito={esito} chiesto={chiesto} testi={testi} />}
    </section>
  )
}

/** The contribution: state of the window, a comune's amount, the rule and who answers. */
export function PaginaContributo(props: {
  sito: Sito
  finestra: Finestra
  oggi: string
  chiesto: Chiesto
  esito: Esito | undefined
}) {
  const { sito, finestra } = props
  const t = sito.testi.contributo
  const s = stato(finestra, props.oggi)
  const importi: Sezione = {
    id: 'importi',
    titolo: t.importi.titolo,
    testo: [],
    tabella: {
      didascalia: t.importi.didascalia,
      intestazioni: t.importi.intestazioni,
      righe: FASCE.map(f => [inParole(f, sito.testi), intero(f.euro)]),
    },
  }
  const sezioni = [importi, ...t.sezioni]
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/contributo"
      aggiornata={t.aggiornata}
    >
      <div class="container contenuto">
        <Avviso
          tono={s === 'aperta' ? 'info' : 'attenzione'}
          titolo={t.stato[s](inLettere(s === 'futura' ? finestra.dal : finestra.al, sito.testi))}
        >
          <p safe>{t.stato[`${s}Testo`]}</p>
        </Avviso>
        <Calcola chiesto={props.chiesto} esito={props.esito} testi={sito.testi} />
        <div class="colonne">
          <Indice sezioni={sezioni} testi={sito.testi} />
          <div class="colonna-testo">
            <Testo sezioni={sezioni} testi={sito.testi} />
          </div>
        </div>
      </div>
    </Pagina>
  )
}
