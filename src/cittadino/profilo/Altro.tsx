import type { EsitoDomicilio, Domicilio as Letto } from '../../identita/index.ts'
import { Avviso, Collegamento, type Sito } from '../../ui/index.ts'
import { giornoEOra } from './quando.ts'

const AVVISI = '/cittadino/profilo/avvisi'

function Indirizzo({ sito, d }: { sito: Sito; d: Letto }) {
  const t = sito.testi.profilo.domicilio
  return (
    <>
      {d.indirizzo === null ? (
        <p class="recapito-valore" safe>
          {t.nessuno}
        </p>
      ) : (
        <p class="recapito-valore" safe>
          {d.indirizzo}
        </p>
      )}
      <p class="recapito-nota" safe>
        {t.letto(...giornoEOra(d.letto, sito.testi))}
      </p>
    </>
  )
}

/** What INAD says; read only. */
export function Domicilio({ sito, domicilio: e }: { sito: Sito; domicilio: EsitoDomicilio }) {
  const t = sito.testi.profilo.domicilio
  return (
    <section class="profilo-parte" aria-labelledby="domicilio">
      <h2 id="domicilio" safe>
        {t.titolo}
      </h2>
      <p safe>{t.testo}</p>
      {e.stato === 'letto' && <Indirizzo sito={sito} d={e.domicilio} />}
      {e.stato === 'non collegato' && (
        <Avviso>
          <p safe>{t.nonCollegato}</p>
        </Avviso>
      )}
      {e.stato === 'non risponde' && (
        <Avviso tono="attenzione">
          <p safe>{t.nonRisponde}</p>
        </Avviso>
      )}
      {e.stato === 'non risponde' && e.domicilio !== undefined && (
        <>
          <p safe>{t.prima}</p>
          <Indirizzo sito={sito} d={e.domicilio} />
        </>
      )}
      <p>
        <Collegamento {...t.vai} testi={sito.testi} />
      </p>
    </section>
  )
}

/** Notices, on or off. */
export function Avvisi(props: { sito: Sito; csrf: string; avvisi: boolean; conEmail: boolean }) {
  const t = props.sito.testi.profilo.avvisi
  return (
    <section class="profilo-parte" aria-labelledby="avvisi">
      <h2 id="avvisi" safe>
        {t.titolo}
      </h2>
      <p safe>{t.testo}</p>
      {!props.conEmail && (
        <p class="recapito-nota" safe>
          {t.senzaEmail}
        </p>
      )}
      <form class="modulo" method="post" action={AVVISI}>
        <input type="hidden" name="csrf" value={props.csrf} />
        <fieldset class="modulo-campo">
          <legend safe>{t.scelta}</legend>
          {(['si', 'no'] as const).map(v => (
            <label class="modulo-scelta">
              <input
                class="modulo-radio"
                type="radio"
                name="avvisi"
                value={v}
                checked={(v === 'si') === props.avvisi}
              />
              <span safe>{t[v]}</span>
            </label>
          ))}
        </fieldset>
        <button class="btn btn-primary" type="submit" safe>
          {t.salva}
        </button>
      </form>
    </section>
  )
}

/** One language so far: nothing to choose, and it says so. */
export function Lingua({ sito }: { sito: Sito }) {
  const t = sito.testi.profilo.lingua
  return (
    <section class="profilo-parte" aria-labelledby="lingua">
      <h2 id="lingua" safe>
        {t.titolo}
      </h2>
      <p safe>{t.testo}</p>
    </section>
  )
}
