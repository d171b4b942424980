import { intero, Pagina, percento, type Sito, Tabella } from '../../ui/index.ts'
import { Barre } from './Barre.tsx'
import type { Uso } from './uso.ts'
import { AL_GIORNO, ESITI } from './valuta.ts'

const PAGINE = 10
const MEDIA = new Intl.NumberFormat('it-IT', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** How this site is used: pages seen by month, how clear people find them, how both are counted. */
export function PaginaUso({ sito, uso, oggi }: { sito: Sito; uso: Uso; oggi: string }) {
  const t = sito.testi.sito.uso
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      percorso="/uso-del-sito"
      aggiornata={oggi}
      sommario={t.sommario}
    >
      <div class="container contenuto uso">
        <Viste sito={sito} uso={uso} />
        <Stelle sito={sito} uso={uso} />
        <section aria-labelledby="uso-come">
          <h2 id="uso-come" safe>
            {t.come.titolo}
          </h2>
          <ul class="uso-come">
            {t.come.elenco(intero(AL_GIORNO.pagina), intero(AL_GIORNO.tutte)).map(c => (
              <li safe>{c}</li>
            ))}
          </ul>
        </section>
      </div>
    </Pagina>
  )
}

const nomeMese = (sito: Sito, mese: string) => `${sito.testi.mesi[Number(mese.slice(5)) - 1]} ${mese.slice(0, 4)}`

function Viste({ sito, uso }: { sito: Sito; uso: Uso }) {
  const t = sito.testi.sito.uso.viste
  const mesi = uso.mesi.map(m => nomeMese(sito, m))
  return (
    <section aria-labelledby="uso-viste">
      <h2 id="uso-viste" safe>
        {t.titolo}
      </h2>
      {uso.pagine.length === 0 ? (
        <p safe>{t.nessuna}</p>
      ) : (
        <>
          <h3 safe>{t.perMese}</h3>
          <Barre etichetta={t.perMese} righe={mesi.map((nome, n) => ({ nome, valore: uso.totali[n] ?? 0 }))} />
          <h3 safe>{t.piuViste}</h3>
          <Barre
            etichetta={t.piuViste}
            righe={uso.pagine.slice(0, PAGINE).map(p => ({ nome: p.nome, valore: p.inTutto }))}
          />
          <Tabella
            id="uso-pagine"
            didascalia={t.tabella}
            intestazioni={[
              { testo: t.pagina },
              ...mesi.map(testo => ({ testo, numero: true })),
              { testo: t.inTutto, numero: true },
            ]}
            righe={uso.pagine.map(p => [p.nome, ...p.viste.map(intero), intero(p.inTutto)])}
          />
        </>
      )}
    </section>
  )
}

function Stelle({ sito, uso }: { sito: Sito; uso: Uso }) {
  const t = sito.testi.sito.uso.chiarezza
  const valuta = sito.testi.sito.valuta
  const quanti = uso.stelle.reduce((a, b) => a + b, 0)
  return (
    <section aria-labelledby="uso-chiarezza">
      <h2 id="uso-chiarezza" safe>
        {t.titolo}
      </h2>
      {uso.media === undefined ? (
        <p safe>{t.nessuna}</p>
      ) : (
        <>
          <p class="uso-media">
            <strong safe>{MEDIA.format(uso.media)}</strong>
            <span safe>{t.su(quanti, intero(quanti))}</span>
          </p>
          <h3 safe>{t.perStella}</h3>
          <Barre
            etichetta={t.perStella}
            righe={uso.stelle
              .map((valore, n) => ({ nome: `${valuta.quante(n + 1)}, ${valuta.stelle[n]?.toLowerCase()}`, valore }))
              .reverse()}
          />
          <div class="uso-scelte">
            {ESITI.map(esito => (
              <div>
                <h3 safe>{valuta[esito].riassunto}</h3>
                <Barre
                  etichetta={valuta[esito].riassunto}
                  righe={uso.scelte[esito].map(s => ({
                    nome: valuta[esito].scelte[s.scelta] ?? s.scelta,
                    valore: s.quante,
                  }))}
                />
              </div>
            ))}
          </div>
          <Tabella
            id="uso-giudizi"
            didascalia={t.tabella}
            intestazioni={[
              { testo: t.pagina },
              { testo: t.voti, numero: true },
              { testo: t.quota, numero: true },
              { testo: t.media, numero: true },
            ]}
            righe={uso.giudizi.map(g => [
              g.nome,
              intero(g.quanti),
              percento(g.quanti, quanti) ?? '',
              MEDIA.format(g.media),
            ])}
          />
        </>
      )}
    </section>
  )
}
