import { quando } from '../calendario/index.ts'
import type { Sessione } from '../identita/index.ts'
import { inLettere, type NomeIcona, Riquadro, type Sito } from '../ui/index.ts'
import { AREA, Cornice } from './Cornice.tsx'

function Istante({ sito, di }: { sito: Sito; di: string }) {
  const { giorno, ora } = quando(di)
  return (
    <time datetime={di} safe>
      {sito.testi.cittadino.chiSei.alle(inLettere(giorno, sito.testi), ora)}
    </time>
  )
}

function ChiSei({ sito, sessione, prima }: { sito: Sito; sessione: Sessione; prima: string | undefined }) {
  const t = sito.testi.cittadino.chiSei
  return (
    <section class="tessera-area" aria-labelledby="chi-sei">
      <h2 id="chi-sei" safe>
        {t.titolo}
      </h2>
      <dl>
        <div>
          <dt safe>{t.nome}</dt>
          <dd class="tessera-nome" safe>{`${sessione.nome} ${sessione.cognome}`}</dd>
        </div>
        <div>
          <dt safe>{t.codiceFiscale}</dt>
          <dd class="tessera-codice" safe>
            {sessione.codiceFiscale ?? t.senzaCodice}
          </dd>
        </div>
        <div>
          <dt safe>{t.con}</dt>
          <dd>
            <strong safe>{t.via[sessione.via]}</strong>
            <span safe>{`, ${t.livello(sessione.livello)}`}</span>
          </dd>
        </div>
        <div>
          <dt safe>{t.quando}</dt>
          <dd>
            <Istante sito={sito} di={sessione.istante} />
          </dd>
        </div>
        {prima !== undefined && (
          <div>
            <dt safe>{t.prima}</dt>
            <dd>
              <Istante sito={sito} di={prima} />
            </dd>
          </div>
        )}
      </dl>
      <p safe>{t.nonTu}</p>
    </section>
  )
}

const RIQUADRI: readonly { nome: keyof Sito['testi']['cittadino']['riquadri']; icona: NomeIcona }[] = [
  { nome: 'visura', icona: 'documenti' },
  { nome: 'dichiarazioni', icona: 'firma' },
  { nome: 'rettifica', icona: 'correzione' },
  { nome: 'richieste', icona: 'orologio' },
  { nome: 'accessi', icona: 'cerca' },
  { nome: 'profilo', icona: 'telefono' },
]

/** The area's first page: who is in, since when, what can be done. It reads nothing from the register. */
export function PaginaArea(props: { sito: Sito; sessione: Sessione; prima: string | undefined; oggi: string }) {
  const { sito, sessione } = props
  const t = sito.testi.cittadino
  return (
    <Cornice sito={sito} sessione={sessione} titolo={t.titolo} sommario={t.sommario} percorso={AREA} oggi={props.oggi}>
      <ChiSei sito={sito} sessione={sessione} prima={props.prima} />
      <h2 safe>{t.cheFare}</h2>
      <div class="riquadri area-riquadri">
        {RIQUADRI.map(({ nome, icona }) => {
          const r = t.riquadri[nome]
          const href = `${AREA}/${nome}`
          return (
            <Riquadro titolo={r.titolo} icona={icona} collegamento={{ testo: r.link, href }} testi={sito.testi}>
              <p safe>{r.testo}</p>
            </Riquadro>
          )
        })}
      </div>
    </Cornice>
  )
}
