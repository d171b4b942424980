import { lunghezzaDi } from '../../contratto/index.ts'
import { type CorreggibileOra, TOGLI } from '../../richieste/index.ts'
import { Campo, descritto, type Sito } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'
import type { Scelta } from './scrive.ts'

export interface PropsValore {
  sito: Sito
  c: CorreggibileOra
  scritti: Campi
  guasti: Readonly<Record<string, string>>
  /** what may be chosen */
  scelte: readonly Scelta[]
  /** comuni that the name typed may mean */
  tra: readonly Scelta[]
}

function Lista(props: PropsValore & { id: string; nome: string; aiuto: string }) {
  const { id, sito, guasti, scritti } = props
  return (
    <Campo id={id} nome={props.nome} aiuto={props.aiuto} errore={guasti[id]}>
      <select id={id} name={id} {...descritto(id, guasti[id])}>
        <option value="" safe>
          {sito.testi.rettifica.dato.scegli}
        </option>
        {props.scelte.map(s => (
          <option value={s.codice} selected={scritti[id] === s.codice} safe>
            {s.nome}
          </option>
        ))}
      </select>
    </Campo>
  )
}

function Riga(props: PropsValore & { id: string; nome: string; aiuto: string; massimo?: number; cifre?: boolean }) {
  const { id, guasti, scritti } = props
  return (
    <Campo id={id} nome={props.nome} aiuto={props.aiuto} errore={guasti[id]}>
      <input
        type="text"
        id={id}
        name={id}
        value={scritti[id] ?? ''}
        autocomplete="off"
        maxlength={props.massimo}
        inputmode={props.cifre ? 'numeric' : undefined}
        {...descritto(id, guasti[id])}
      />
    </Campo>
  )
}

/** One of few: each a box of its own. */
function Scelte(props: {
  id: string
  legenda: string
  errore: string | undefined
  scelte: readonly Scelta[]
  scelta: string | undefined
}) {
  const { id, errore } = props
  return (
    <fieldset
      class={errore ? 'modulo-campo modulo-guasto' : 'modulo-campo'}
      aria-describedby={errore ? `${id}-errore` : undefined}
    >
      <legend safe>{props.legenda}</legend>
      {errore !== undefined && (
        <p class="modulo-errore" id={`${id}-errore`} safe>
          {errore}
        </p>
      )}
      {props.scelte.map((s, n) => (
        <label class="modulo-scelta" for={n === 0 ? id : `${id}-${n}`}>
          <input
            class="modulo-radio"
            type="radio"
            id={n === 0 ? id : `${id}-${n}`}
            name={id}
            value={s.codice}
            checked={props.scelta === s.codice}
          />
          <span safe>{s.nome}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Comune(props: PropsValore) {
  const t = props.sito.testi.rettifica.dato
  return (
    <>
      <Riga {...props} id="comune" nome={t.comune} aiuto={t.aiuti.comune} massimo={64} />
      {props.tra.length > 0 && (
        <Scelte id="quale" legenda={t.quale} errore={undefined} scelte={props.tra} scelta={props.scritti.quale} />
      )}
    </>
  )
}

const CIFRE = new Set(['cap', 'civico', 'anno', 'ordine', 'colore'])

/** The field, or fields, in which the value wanted is written, by its kind. */
function Valore(props: PropsValore) {
  const { c, sito, scritti, guasti } = props
  const t = sito.testi.rettifica.dato
  const i = c.ingresso
  const uno = { ...props, id: 'valore', nome: t.nuovo }
  switch (i.tipo) {
    case 'testo': {
      const [massimo, cifre] = [lunghezzaDi(i.campo), CIFRE.has(i.campo)]
      // What is typed may be longer by blanks that go: the server says what is too long.
      return <Riga {...uno} aiuto={(cifre ? t.aiuti.cifre : t.aiuti.testo)(massimo)} cifre={cifre} />
    }
    case 'codiceFiscale':
      return <Riga {...uno} aiuto={t.aiuti.codiceFiscale} />
    case 'giorno':
      return <Riga {...uno} aiuto={i.parziale ? t.aiuti.parziale : t.aiuti.giorno} />
    case 'scelta':
      return (
        <Scelte id="valore" legenda={t.nuovo} errore={guasti.valore} scelte={props.scelte} scelta={scritti.valore} />
      )
    case 'comune':
      return <Comune {...props} />
    case 'luogo':
      return (
        <>
          <Scelte
            id="dove"
            legenda={t.aiuti.dove}
            errore={guasti.dove}
            scelte={[
              { codice: 'italia', nome: t.dove.italia },
              { codice: 'estero', nome: t.dove.estero },
            ]}
            scelta={scritti.dove}
          />
          <fieldset class="modulo-parte">
            <legend safe>{t.dove.italia}</legend>
            <Comune {...props} />
          </fieldset>
          <fieldset class="modulo-parte">
            <legend safe>{t.dove.estero}</legend>
            <Lista {...props} id="stato" nome={t.stato} aiuto={t.aiuti.stato} />
            <Riga {...props} id="localita" nome={t.localita} aiuto={t.aiuti.localita} />
          </fieldset>
        </>
      )
    default:
      return <Lista {...uno} aiuto={t.aiuti[i.tipo]} />
  }
}

/** The value wanted; where the register can be without it, the box that says that it should not be there. */
export function CampiValore(props: PropsValore & { manca: boolean }) {
  const { c, sito, scritti } = props
  const t = sito.testi.rettifica.dato.togli
  return (
    <>
      {c.aiuto !== null && (
        <p class="modulo-aiuto" safe>
          {c.aiuto}
        </p>
      )}
      <Valore {...props} />
      {c.facoltativo && !props.manca && (
        <div class="casella modulo-casella">
          <input
            type="checkbox"
            id="togli"
            name="togli"
            value="1"
            checked={scritti.togli === '1' || scritti.valore === TOGLI}
            aria-describedby="togli-aiuto"
          />
          <div>
            <label for="togli" safe>
              {t.nome}
            </label>
            <p id="togli-aiuto" safe>
              {t.aiuto}
            </p>
          </div>
        </div>
      )}
    </>
  )
}
