import { type CorreggibileOra, NOTE } from '../../richieste/index.ts'
import { Campo, descritto, intero, Riepilogo, type Sito } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'
import { Cornice } from '../Cornice.tsx'
import { attualeDi, schedeDi } from './attuale.ts'
import { type DiRettifica, RETTIFICA } from './bozza.ts'
import { CampiValore } from './CampiValore.tsx'
import { sopraRettifica } from './PaginaInizio.tsx'
import { DATI } from './PaginaScegli.tsx'
import { Csrf, nomeDelDato } from './Parti.tsx'
import type { Scelta } from './scrive.ts'

export interface Compilato {
  scritti: Campi
  guasti: Readonly<Record<string, string>>
  scelte: readonly Scelta[]
  tra: readonly Scelta[]
}

/** A note with its length shown. */
export function Note(props: {
  sito: Sito
  id: string
  nome: string
  aiuto: string
  valore: string
  errore: string | undefined
  righe?: number
}) {
  const { id, errore } = props
  const t = props.sito.testi.rettifica.dato.note
  return (
    <Campo id={id} nome={props.nome} aiuto={props.aiuto} errore={errore}>
      <textarea
        id={id}
        name={id}
        rows={String(props.righe ?? 4)}
        data-conta={String(NOTE)}
        data-restano={t.restano}
        data-troppi={t.troppi}
        {...descritto(id, errore)}
        safe
      >
        {props.valore}
      </textarea>
      <p class="modulo-conto" role="status" />
    </Campo>
  )
}

function Membro(props: DiRettifica & Compilato) {
  const { sito, mia, guasti, scritti } = props
  const t = sito.testi.rettifica.dato.membro
  return (
    <Campo id="membro" nome={t.nome} aiuto={t.aiuto} errore={guasti.membro}>
      <select id="membro" name="membro" {...descritto('membro', guasti.membro)}>
        {[...schedeDi(mia)].map(([id, nome]) => (
          <option value={id} selected={(scritti.membro ?? mia.scheda.id) === id} safe>
            {`${id === mia.scheda.id ? t.tu(nome) : nome}: ${attualeDi('LEGAME', id, mia, props.lettura)}`}
          </option>
        ))}
      </select>
    </Campo>
  )
}

/** One datum: what the register has, what it should have. */
export function PaginaDato(props: DiRettifica & Compilato & { c: CorreggibileOra }) {
  const { sito, sessione, c, mia, guasti, scritti } = props
  const t = sito.testi.rettifica
  const nome = nomeDelDato(c.dato, sito)
  const ora = attualeDi(c.dato, mia.scheda.id, mia, props.lettura)
  const gia = props.dati.filter(d => d.dato === c.dato)
  const percorso = `${RETTIFICA}/dato/${c.dato}`
  const famiglia = c.dato === 'LEGAME'
  return (
    <Cornice
      {...props}
      titolo={t.dato.titolo(nome)}
      percorso={percorso}
      sopra={[
        ...sopraRettifica(props),
        { testo: t.scegli.titolo, href: DATI },
        { testo: t.sezioni[c.sezione]?.titolo ?? '', href: `${DATI}/${c.sezione}` },
      ]}
      script={['conta']}
    >
      <Riepilogo sito={sito} guasti={Object.entries(guasti).map(([id, testo]) => ({ href: `#${id}`, testo }))} />
      {!famiglia && (
        <dl class="ora">
          <dt safe>{t.dato.oggi}</dt>
          <dd class={ora === '' ? 'confronto-manca' : undefined} safe>
            {ora || t.dato.manca}
          </dd>
        </dl>
      )}
      <form class="modulo" method="post" action={percorso} novalidate>
        <Csrf csrf={sessione.csrf} />
        {famiglia && <Membro {...props} />}
        {!famiglia && gia[0] ? (
          <p class="modulo-aiuto" safe>
            {t.dato.gia(gia[0].chiesto)}
          </p>
        ) : (
          ''
        )}
        <CampiValore
          sito={sito}
          c={c}
          scritti={scritti}
          guasti={guasti}
          scelte={props.scelte}
          tra={props.tra}
          manca={ora === ''}
        />
        <Note
          sito={sito}
          id="note"
          nome={t.dato.note.nome}
          aiuto={t.dato.note.aiuto(intero(NOTE))}
          valore={scritti.note ?? ''}
          errore={guasti.note}
        />
        <div class="azioni">
          <button class="btn btn-primary" type="submit" safe>
            {t.dato.salva}
          </button>
          <a class="btn btn-outline-primary" href={`${DATI}/${c.sezione}`} safe>
            {t.dato.indietro}
          </a>
        </div>
      </form>
    </Cornice>
  )
}
