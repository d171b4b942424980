import { Avanti, Avviso, Barra, Cifra, Giorno, intero, percento, type Sito } from '../../ui/index.ts'
import type { CifreHome } from './cifre.ts'

function Contate({ cifre, sito }: { cifre: CifreHome; sito: Sito }) {
  const t = sito.testi.paginaHome.cifre
  return (
    <>
      <div class="cifre">
        <Cifra nome={t.cittadini} valore={cifre.cittadini}>
          <p safe>{t.composizione(intero(cifre.residenti), intero(cifre.aire))}</p>
        </Cifra>
        <Cifra nome={t.comuni} valore={cifre.comuniIn}>
          <p safe>{t.suTotale(intero(cifre.comuniTotali), percento(cifre.comuniIn, cifre.comuniTotali))}</p>
        </Cifra>
      </div>
      <div class="cammino">
        <h3 safe>{t.avanzamento}</h3>
        <Barra
          totale={cifre.comuniTotali}
          parti={[
            { nome: t.parti.in, valore: cifre.comuniIn, classe: 'barra-1' },
            { nome: t.parti.pianificati, valore: cifre.comuniPianificati, classe: 'barra-2' },
            { nome: t.parti.nonIn, valore: cifre.comuniNonIn, classe: 'barra-3' },
          ]}
        />
        <Avanti href="/stato-di-avanzamento/statistiche" testo={t.statistiche} testi={sito.testi} />
      </div>
    </>
  )
}

/** Citizens and comuni in ANPR, and the day that is counted; without a snapshot it says so. */
export function Cifre({ cifre, sito }: { cifre: CifreHome | undefined; sito: Sito }) {
  const t = sito.testi.paginaHome.cifre
  return (
    <section class="fascia fascia-cifre" aria-labelledby="cifre">
      <div class="container">
        <div class="fascia-testa">
          <h2 id="cifre" safe>
            {t.titolo}
          </h2>
          {cifre !== undefined && (
            <p class="dati-al">
              <span safe>{t.datiAl(Number(cifre.giorno.slice(8)))}</span>
              <Giorno il={cifre.giorno} testi={sito.testi} />
            </p>
          )}
        </div>
        {cifre ? (
          <Contate cifre={cifre} sito={sito} />
        ) : (
          <Avviso titolo={t.mancano}>
            <p safe>{t.mancanoTesto}</p>
          </Avviso>
        )}
      </div>
    </section>
  )
}
