import type { Certificato } from '../../identita/index.ts'
import { Campo, descritto } from '../../ui/index.ts'
import { breve, giornoDi } from '../quando.ts'
import type { DatiOperatori } from './PaginaOperatori.tsx'

const giorno = (istante: string) => breve(giornoDi(new Date(istante).toISOString()))

function Azione({ p, c }: { p: DatiOperatori; c: Certificato }) {
  const t = p.sito.testi.com.operatori.certificati
  const bloccato = c.bloccato !== null
  return (
    <form class="com-azione" method="post" action={`/com/operatori/certificati/${bloccato ? 'sblocca' : 'blocca'}`}>
      <input type="hidden" name="csrf" value={p.chi.csrf} />
      <input type="hidden" name="impronta" value={c.impronta} />
      <input type="hidden" name="tipo" value={c.tipo} />
      {!bloccato && (
        <>
          <label for={`motivo-${c.impronta}`} safe>
            {t.motivo(c.nome)}
          </label>
          <input type="text" id={`motivo-${c.impronta}`} name="motivo" maxlength="200" />
        </>
      )}
      <button class="btn btn-outline-primary" type="submit" safe>
        {bloccato ? t.sblocca(c.nome) : t.blocca(c.nome)}
      </button>
    </form>
  )
}

function Elenco(p: DatiOperatori) {
  const t = p.sito.testi.com.operatori.certificati
  const i = t.intestazioni
  return (
    <section class="tabella" tabindex="0" aria-labelledby="certificati-titolo">
      <table>
        <caption id="certificati-titolo" safe>
          {t.didascalia}
        </caption>
        <thead>
          <tr>
            {[i.nome, i.tipo, i.scade, i.stato, i.azioni].map(x => (
              <th scope="col" safe>
                {x}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {p.certificati.map(c => (
            <tr>
              <th scope="row">
                <span safe>{c.nome}</span>
                <span class="com-sotto com-impronta" safe>
                  {c.impronta}
                </span>
              </th>
              <td safe>{c.titolare === null ? t.tipi[c.tipo] : t.cartaDi(c.titolare)}</td>
              <td safe>{giorno(c.scade)}</td>
              <td safe>
                {c.bloccato === null
                  ? t.iscritto(giorno(c.iscritto))
                  : t.bloccato(giorno(c.bloccato), c.motivo_blocco ?? '')}
              </td>
              <td>
                <Azione p={p} c={c} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The seat's certificates: workstations, cards of its operators, its software. */
export function Certificati(p: DatiOperatori) {
  const t = p.sito.testi.com.operatori.certificati
  const { guasti = {}, campi = {} } = p
  const tipi = [
    ['postazione', t.tipi.postazione],
    ['software', t.tipi.software],
    ...p.colleghi.filter(o => o.bloccato === null).map(o => [o.id, t.cartaDi(`${o.nome} ${o.cognome}`)] as const),
  ] as const
  return (
    <section aria-labelledby="certificati">
      <h2 id="certificati" safe>
        {t.titolo}
      </h2>
      <p safe>{t.testo}</p>
      {p.certificati.length === 0 ? <p safe>{t.nessuno}</p> : <Elenco {...p} />}
      <h3 safe>{t.iscrivi}</h3>
      <form class="modulo" method="post" action="/com/operatori/certificati" autocomplete="off">
        <input type="hidden" name="csrf" value={p.chi.csrf} />
        <Campo id="di" nome={t.tipo.nome} aiuto={t.tipo.aiuto} errore={undefined}>
          <select id="di" name="di" {...descritto('di', undefined)}>
            {tipi.map(([codice, parole]) => (
              <option value={codice} selected={campi.di === codice || undefined} safe>
                {parole}
              </option>
            ))}
          </select>
        </Campo>
        <Campo id="nome-certificato" nome={t.nome.nome} aiuto={t.nome.aiuto} errore={guasti['nome-certificato']}>
          <input
            type="text"
            id="nome-certificato"
            name="nome-certificato"
            maxlength="60"
            value={campi['nome-certificato'] ?? ''}
            {...descritto('nome-certificato', guasti['nome-certificato'])}
          />
        </Campo>
        <Campo id="pem" nome={t.pem.nome} aiuto={t.pem.aiuto} errore={guasti.pem}>
          <textarea id="pem" name="pem" rows="5" {...descritto('pem', guasti.pem)} safe>
            {/PRIVATE KEY/.test(campi.pem ?? '') ? '' : (campi.pem ?? '')}
          </textarea>
        </Campo>
        <button class="btn btn-primary" type="submit" safe>
          {t.invia}
        </button>
      </form>
    </section>
  )
}
