import { nomeSezione, type SchedaDelComune, type VoceDiGiornale } from '../../anagrafe/index.ts'
import { Avanti, Avviso, Campo, CorniceTabella, descritto, inLettere, Riepilogo } from '../../ui/index.ts'
import { codiceDi, giornoDi, type Lettura, SEZIONI } from '../../visura/index.ts'
import { type Base, Cornice } from '../Cornice.tsx'
import { nomePersona } from '../richiesta/persona.ts'
import { SezioniScheda, StoriaScheda } from '../richiesta/Scheda.tsx'

export interface DatiScheda extends Base {
  lettura: Lettura
  riferimento: string
  motivo: string
  /** undefined: on that day it was not in the register */
  letta: SchedaDelComune | undefined
  storia: readonly VoceDiGiornale[]
  /** the day asked for, AAAA-MM-GG; what was typed where it is none */
  al: string | undefined
  scritto: string
  errore: string | undefined
}

function Famiglia({ sito, chi, lettura, letta, motivo }: DatiScheda & { letta: SchedaDelComune }) {
  const t = sito.testi.com.schede.scheda
  const i = t.famigliaIntestazioni
  return (
    <section aria-labelledby="famiglia">
      <h2 id="famiglia" safe>
        {t.famiglia}
      </h2>
      {letta.famiglia.length === 0 ? (
        <p safe>{t.nessunaFamiglia}</p>
      ) : (
        <CorniceTabella
          id="famiglia"
          didascalia={t.famigliaDidascalia}
          intestazioni={[i.nome, i.nascita, i.legame, i.apri]}
        >
          {letta.famiglia.map(({ scheda: s }) => (
            <tr>
              <th scope="row" safe>
                {nomePersona(s)}
              </th>
              <td safe>{giornoDi(lettura, s.nascita, s.nascita_precisa)?.testo ?? ''}</td>
              <td safe>{codiceDi(lettura, 'legameFamiglia', s.legame)?.testo ?? ''}</td>
              <td>
                {s.id === letta.scheda.id ? (
                  <span safe>{t.lei}</span>
                ) : (
                  <form method="post" action="/com/schede/apri">
                    <input type="hidden" name="csrf" value={chi.csrf} />
                    <input type="hidden" name="scheda" value={s.id} />
                    <input type="hidden" name="motivo" value={motivo} />
                    <button class="btn btn-outline-primary" type="submit" safe>
                      {sito.testi.com.schede.apri(nomePersona(s))}
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </CorniceTabella>
      )}
    </section>
  )
}

/** A scheda of the comune, now or as it was on a day. Its address holds no number of hers. */
export function PaginaScheda(props: DatiScheda) {
  const { sito, letta, lettura, al, errore } = props
  const { testi } = sito
  const t = testi.com.schede.scheda
  const percorso = `/com/schede/${props.riferimento}`
  const nonNote = Object.entries(letta?.nonNote ?? {}).map(([s, dal]) =>
    t.nonNota(nomeSezione('S', s), inLettere(dal, testi)),
  )
  return (
    <Cornice
      sito={sito}
      chi={props.chi}
      oggi={props.oggi}
      assistenza={props.assistenza}
      titolo={t.titolo}
      sommario={t.perche(testi.com.schede.motivi[props.motivo]!)}
      percorso={percorso}
      sopra={[{ testo: testi.com.schede.titolo, href: '/com/schede' }]}
    >
      <Riepilogo sito={sito} guasti={errore === undefined ? [] : [{ href: '#al', testo: errore }]} />
      {letta !== undefined && (
        <section class="tessera-area" aria-labelledby="chi-e">
          <h2 id="chi-e" class="tessera-nome" safe>
            {nomePersona(letta.scheda)}
          </h2>
          <p class="tessera-codice" safe>
            {letta.scheda.codice_fiscale ?? ''}
          </p>
          <p safe>{al === undefined ? testi.com.schede.stati[letta.scheda.stato] : t.comEra(inLettere(al, testi))}</p>
        </section>
      )}
      <form class="modulo com-al" method="get" action={percorso}>
        <Campo id="al" nome={t.al.etichetta} aiuto={t.al.aiuto} errore={errore}>
          <input type="text" id="al" name="al" maxlength="10" value={props.scritto} {...descritto('al', errore)} />
        </Campo>
        <button class="btn btn-outline-primary" type="submit" safe>
          {t.al.mostra}
        </button>
      </form>
      {letta === undefined ? (
        <Avviso tono="attenzione">
          <p safe>{t.nonAllora}</p>
        </Avviso>
      ) : (
        <>
          {nonNote.length > 0 && (
            <Avviso tono="attenzione">
              <p safe>{t.nonNote(nonNote.join(', '))}</p>
            </Avviso>
          )}
          <Famiglia {...props} letta={letta} />
          <section aria-labelledby="dati">
            <h2 id="dati" safe>
              {t.sezioni}
            </h2>
            <SezioniScheda sito={sito} scheda={letta.scheda} lettura={lettura} sezioni={SEZIONI} aperte={false} />
          </section>
        </>
      )}
      <section aria-labelledby="storia">
        <h2 id="storia" safe>
          {t.storia}
        </h2>
        <StoriaScheda sito={sito} id="storia-scheda" storia={props.storia} />
      </section>
      <Avanti href="/com/schede" testo={t.nuova} testi={testi} />
    </Cornice>
  )
}
