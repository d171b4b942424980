import { SEZIONI_CORREGGIBILI } from '../../richieste/index.ts'
import { Avviso } from '../../ui/index.ts'
import { Cornice } from '../Cornice.tsx'
import { attualeDi, pertinente } from './attuale.ts'
import { type DiRettifica, RETTIFICA } from './bozza.ts'
import { sopraRettifica } from './PaginaInizio.tsx'
import { nomeDelDato } from './Parti.tsx'

export const DATI = `${RETTIFICA}/dati`

/** The data of a section that this person may ask for. */
export const datiDellaSezione = (d: DiRettifica, codice: string) =>
  [...d.offerti.values()].filter(c => c.sezione === codice && pertinente(c.dato, d.mia))

/** The sections in which there is something to ask for. */
export function PaginaSezioni(props: DiRettifica) {
  const { sito } = props
  const t = sito.testi.rettifica
  return (
    <Cornice
      {...props}
      titolo={t.scegli.titolo}
      sommario={t.scegli.sommario}
      percorso={DATI}
      sopra={sopraRettifica(props)}
    >
      <ul class="sezioni">
        {SEZIONI_CORREGGIBILI.filter(({ codice }) => datiDellaSezione(props, codice).length > 0).map(({ codice }) => (
          <li class="sezione-voce">
            <a href={`${DATI}/${codice}`} safe>
              {t.sezioni[codice]?.titolo ?? codice}
            </a>
            <p safe>{t.sezioni[codice]?.testo ?? ''}</p>
          </li>
        ))}
      </ul>
      <Avviso titolo={t.scegli.elettorali}>
        <p safe>{t.scegli.altro}</p>
      </Avviso>
    </Cornice>
  )
}

/** The data of a section, each with what the register has of it. */
export function PaginaDati(props: DiRettifica & { sezione: string }) {
  const { sito, sezione, mia, lettura } = props
  const t = sito.testi.rettifica.scegli
  const titolo = sito.testi.rettifica.sezioni[sezione]?.titolo ?? ''
  return (
    <Cornice
      {...props}
      titolo={titolo}
      sommario={t.sezione}
      percorso={`${DATI}/${sezione}`}
      sopra={[...sopraRettifica(props), { testo: t.titolo, href: DATI }]}
    >
      <dl class="correggibili">
        {datiDellaSezione(props, sezione).map(c => {
          const nome = nomeDelDato(c.dato, sito)
          const ora = attualeDi(c.dato, mia.scheda.id, mia, lettura)
          return (
            <div>
              <dt safe>{nome}</dt>
              <dd class={ora === '' ? 'confronto-manca' : undefined} safe>
                {ora || t.manca}
              </dd>
              <dd class="correggibili-via">
                <a href={`${RETTIFICA}/dato/${c.dato}`}>
                  <span safe>{ora === '' ? t.aggiungi : t.correggi}</span>
                  <span class="visually-hidden" safe>{`: ${nome}`}</span>
                </a>
                {props.dati.some(d => d.dato === c.dato) && (
                  <span class="etichetta" safe>
                    {t.gia}
                  </span>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      <p>
        <a href={DATI} safe>
          {t.altre}
        </a>
      </p>
    </Cornice>
  )
}
