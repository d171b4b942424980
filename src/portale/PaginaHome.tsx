import {
  Avanti,
  Avviso,
  Barra,
  Cifra,
  Giorno,
  Icona,
  intero,
  type NomeIcona,
  Pagina,
  percento,
  Riquadro,
  type Sito,
} from '../ui/index.ts'
import type { CifreHome } from './cifre.ts'

function Apertura({ sito }: { sito: Sito }) {
  const t = sito.testi.paginaHome
  return (
    <section class="eroe" aria-labelledby="titolo">
      <div class="container eroe-riga">
        <div class="eroe-testo">
          <p class="occhiello" safe>
            {sito.testi.nome}
          </p>
          <h1 id="titolo" safe>
            {t.titolo}
          </h1>
          <p class="sommario" safe>
            {t.sommario}
          </p>
          <p class="azioni">
            <a class="btn btn-primary" href="/progetto">
              <span safe>{t.scopri}</span>
              <Icona nome="avanti" />
            </a>
            <a class="btn btn-outline-primary" href="/accesso" safe>
              {t.accedi}
            </a>
          </p>
        </div>
        <img class="eroe-figura" src={sito.risorsa('girasole.svg')} alt="" width="420" height="420" />
      </div>
    </section>
  )
}

function Pianificati({ quanti, sito }: { quanti: number; sito: Sito }) {
  const t = sito.testi.paginaHome.cifre
  if (quanti === 0) return <p safe>{t.nessunPianificato}</p>
  return <p safe>{quanti === 1 ? t.unPianificato : t.pianificati(intero(quanti))}</p>
}

function Cifre({ cifre, sito }: { cifre: CifreHome; sito: Sito }) {
  const t = sito.testi.paginaHome.cifre
  return (
    <>
      <p class="dati-al">
        <span safe>{t.datiAl(Number(cifre.giorno.slice(8)))}</span>
        <Giorno il={cifre.giorno} testi={sito.testi} />
      </p>
      <div class="cifre">
        <Cifra nome={t.cittadini} valore={cifre.cittadini}>
          <p safe>{t.composizione(intero(cifre.residenti), intero(cifre.aire))}</p>
        </Cifra>
        <Cifra nome={t.comuni} valore={cifre.comuniIn}>
          <p safe>{t.suTotale(intero(cifre.comuniTotali), percento(cifre.comuniIn, cifre.comuniTotali))}</p>
        </Cifra>
        <Cifra nome={t.nonIn} valore={cifre.comuniNonIn}>
          <Pianificati quanti={cifre.comuniPianificati} sito={sito} />
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
      </div>
    </>
  )
}

function Servizio(props: { sito: Sito; icona: NomeIcona; testi: Sito['testi']['paginaHome']['servizi']['cittadino'] }) {
  const t = props.testi
  return (
    <Riquadro
      titolo={t.titolo}
      icona={props.icona}
      etichetta={props.sito.testi.inArrivo}
      collegamento={t.link}
      testi={props.sito.testi}
    >
      <p safe>{t.testo}</p>
      <ul>
        {t.elenco.map(v => (
          <li safe>{v}</li>
        ))}
      </ul>
    </Riquadro>
  )
}

function Aiuto({ sito }: { sito: Sito }) {
  const t = sito.testi.paginaHome.aiuto
  const a = sito.testi.piede.assistenza
  return (
    <section class="fascia aiuto" aria-labelledby="aiuto">
      <div class="container">
        <div class="aiuto-riga">
          <div>
            <h2 id="aiuto" safe>
              {t.titolo}
            </h2>
            <p safe>{t.testo}</p>
            <Avanti href="/contatti" testo={t.contatti} testi={sito.testi} />
          </div>
          <div class="aiuto-recapito">
            <a class="aiuto-numero" href={a.href}>
              <Icona nome="telefono" />
              <span safe>{a.numero}</span>
            </a>
            <ul>
              {a.orari.map(o => (
                <li safe>{o}</li>
              ))}
            </ul>
          </div>
        </div>
      </div>
    </section>
  )
}

/** The home. Without figures (no snapshot yet) it says so. */
export function PaginaHome(props: { sito: Sito; cifre: CifreHome | undefined; aggiornata: string }) {
  const { sito, cifre } = props
  const t = sito.testi.paginaHome
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      percorso="/"
      aggiornata={props.aggiornata}
      senzaTitolo
    >
      <Apertura sito={sito} />
      <section class="fascia" aria-labelledby="cifre">
        <div class="container">
          <h2 id="cifre" safe>
            {t.cifre.titolo}
          </h2>
          {cifre ? (
            <Cifre cifre={cifre} sito={sito} />
          ) : (
            <Avviso titolo={t.cifre.mancano}>
              <p safe>{t.cifre.mancanoTesto}</p>
            </Avviso>
          )}
        </div>
      </section>
      <section class="fascia tenue" aria-labelledby="servizi">
        <div class="container">
          <h2 id="servizi" safe>
            {t.servizi.titolo}
          </h2>
          <p class="sotto" safe>
            {t.servizi.sommario}
          </p>
          <div class="riquadri">
            <Servizio sito={sito} icona="utente" testi={t.servizi.cittadino} />
            <Servizio sito={sito} icona="comune" testi={t.servizi.comuni} />
            <Servizio sito={sito} icona="ente" testi={t.servizi.enti} />
          </div>
        </div>
      </section>
      <Aiuto sito={sito} />
    </Pagina>
  )
}
