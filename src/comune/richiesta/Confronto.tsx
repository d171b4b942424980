import type { Dato } from '../../richieste/index.ts'
import { CorniceTabella, type Sito } from '../../ui/index.ts'
import type { Lettura } from '../../visura/index.ts'
import { nomeDelDato } from '../dati.ts'
import { type Differenza, differenza, stessoTesto, valoreOra } from './confronto.ts'
import type { RichiestaLetta } from './leggi.ts'
import { nomePersona } from './persona.ts'

/** A value with what differs underlined, and said to who does not see it. */
function Segnato({ d, cambia }: { d: Differenza; cambia: string }) {
  if (d.diverso === '') return <span safe>{d.prima + d.dopo}</span>
  return (
    <span>
      <span safe>{d.prima}</span>
      <mark>
        <span class="visually-hidden" safe>
          {cambia}
        </span>
        <span safe>{d.diverso}</span>
      </mark>
      <span safe>{d.dopo}</span>
    </span>
  )
}

function Riga({ sito, letta, lettura, d }: { sito: Sito; letta: RichiestaLetta; lettura: Lettura; d: Dato }) {
  const t = sito.testi.com.richiesta.confronto
  const s = letta.schede.get(d.scheda_id)
  const ora = s && valoreOra(d.dato, s.scheda, lettura)
  const [a, b] = differenza(ora ?? '', d.codice === '-' ? '' : d.chiesto)
  const uguale = ora !== undefined && stessoTesto(ora, d.chiesto)
  return (
    <tr>
      <th scope="row">
        <span safe>{nomeDelDato(d.dato, sito.testi)}</span>
        {d.scheda_id !== letta.r.scheda_id && s !== undefined && (
          <span class="com-sotto" safe>
            {t.di(nomePersona(s.scheda))}
          </span>
        )}
      </th>
      <td>
        {ora === undefined ? (
          <span safe>{t.nonNostra}</span>
        ) : ora === '' ? (
          <em safe>{t.manca}</em>
        ) : (
          <Segnato d={a} cambia={t.cambia} />
        )}
        {ora !== undefined && d.attuale !== '' && !stessoTesto(ora, d.attuale) && (
          <span class="com-sotto" safe>
            {t.allora(d.attuale)}
          </span>
        )}
      </td>
      <td>
        {d.codice === '-' ? <em safe>{t.togliere}</em> : <Segnato d={b} cambia={t.cambia} />}
        {uguale && (
          <span class="com-sotto" safe>
            {t.uguale}
          </span>
        )}
        {d.note !== null && d.note !== '' && (
          <span class="com-sotto">
            <strong safe>{t.nota}</strong> <span safe>{d.note}</span>
          </span>
        )}
      </td>
      <td>
        <span safe>{t.esiti[d.esito ?? 'aperto']}</span>
        {d.op_id !== null && (
          <span class="com-sotto" safe>
            {t.operazione(d.op_id)}
          </span>
        )}
        {d.esito_note !== null && (
          <span class="com-sotto" safe>
            {d.esito_note}
          </span>
        )}
      </td>
    </tr>
  )
}

/** What is asked, beside what the register says now. */
export function Confronto({ sito, letta, lettura }: { sito: Sito; letta: RichiestaLetta; lettura: Lettura }) {
  const t = sito.testi.com.richiesta.confronto
  const i = t.intestazioni
  return (
    <section aria-labelledby="confronto">
      <h2 id="confronto" safe>
        {t.titolo}
      </h2>
      <CorniceTabella
        id="confronto"
        didascalia={t.didascalia}
        intestazioni={[i.dato, i.oggi, i.chiesto, i.esito]}
        classe="com-confronto"
      >
        {letta.dati.map(d => (
          <Riga sito={sito} letta={letta} lettura={lettura} d={d} />
        ))}
      </CorniceTabella>
      {letta.r.note !== null && letta.r.note !== '' && (
        <div class="com-parole">
          <h3 safe>{sito.testi.com.richiesta.note}</h3>
          <p class="com-testo" safe>
            {letta.r.note}
          </p>
        </div>
      )}
    </section>
  )
}
