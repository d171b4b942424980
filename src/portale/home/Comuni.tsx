import { Avanti, inLettere, intero, type Sito } from '../../ui/index.ts'
import { CercaComune } from '../comuni/CercaComune.tsx'
import { FASCE, type Finestra, stato } from '../contributo/contributo.ts'
import type { CifreHome } from './cifre.ts'

const importi = FASCE.map(f => f.euro)

function NonIn({ cifre, sito }: { cifre: CifreHome | undefined; sito: Sito }) {
  const t = sito.testi.paginaHome.comuni.nonIn
  const altri = (n: number) => (n === 0 ? t.nessunPianificato : n === 1 ? t.unPianificato : t.pianificati(intero(n)))
  return (
    <article class="area">
      <h3 safe>{t.titolo}</h3>
      {cifre !== undefined && (
        <p class="area-cifra" safe>
          {intero(cifre.comuniNonIn)}
        </p>
      )}
      <p safe>{cifre ? altri(cifre.comuniPianificati) : t.senzaCifre}</p>
      <Avanti href={t.link.href} testo={t.link.testo} testi={sito.testi} />
    </article>
  )
}

function Contributo({ sito, finestra, oggi }: { sito: Sito; finestra: Finestra; oggi: string }) {
  const t = sito.testi.paginaHome.comuni.contributo
  const s = stato(finestra, oggi)
  return (
    <article class="area">
      <h3 safe>{t.titolo}</h3>
      <p safe>{t.testo(intero(Math.min(...importi)), intero(Math.max(...importi)))}</p>
      <p class="area-stato" safe>
        {`${sito.testi.contributo.stato[s](inLettere(s === 'futura' ? finestra.dal : finestra.al, sito.testi))}.`}
      </p>
      <Avanti href={t.link.href} testo={t.link.testo} testi={sito.testi} />
    </article>
  )
}

/** Where one's comune stands (the anchor `a-che-punto` is known to the login's refusal page), which are missing, and how
 *  a comune asks for the contribution. */
export function Comuni(props: { sito: Sito; cifre: CifreHome | undefined; finestra: Finestra; oggi: string }) {
  const t = props.sito.testi.paginaHome.comuni
  return (
    <section class="fascia tenue" aria-labelledby="comuni">
      <div class="container">
        <h2 id="comuni" safe>
          {t.titolo}
        </h2>
        <div class="aree">
          <article class="area area-cerca" id="a-che-punto">
            <h3 safe>{t.aChePunto.titolo}</h3>
            <p safe>{t.aChePunto.testo}</p>
            <CercaComune sito={props.sito} id="comune" />
          </article>
          <NonIn cifre={props.cifre} sito={props.sito} />
          <Contributo {...props} />
        </div>
      </div>
    </section>
  )
}
