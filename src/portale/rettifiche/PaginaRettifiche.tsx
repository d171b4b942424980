import type { MeseRettifiche, RegioneRettifiche } from '../../statistiche/index.ts'
import { AndamentoRettifiche, Avanti, Cifra, intero, Tabella } from '../../ui/index.ts'
import { Cornice, type DiGiornata } from '../statistiche/Cornice.tsx'

export const RETTIFICHE = '/stato-di-avanzamento/rettifiche'

/** Corrections asked for and answered, for everybody: sums of regions, nothing smaller. */
export function PaginaRettifiche(
  props: DiGiornata & { regioni: readonly RegioneRettifiche[]; mesi: readonly MeseRettifiche[] },
) {
  const { sito, regioni } = props
  const t = sito.testi.rettifiche.pubbliche
  const paese = (campo: 'ricevute' | 'risposte' | 'nel_mese') => regioni.reduce((s, r) => s + r[campo], 0)
  const numero = (testo: string) => ({ testo, numero: true })
  return (
    <Cornice
      sito={sito}
      giorno={props.giorno}
      oggi={props.oggi}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.descrizione}
      percorso={RETTIFICHE}
    >
      {props.giorno !== undefined && (
        <div class="rettifiche">
          <h2 safe>{t.paese}</h2>
          <div class="rettifiche-tabelle">
            <Cifra nome={t.ricevute} valore={paese('ricevute')} />
            <Cifra nome={t.risposte} valore={paese('risposte')} />
            <Cifra nome={t.nelMese} valore={paese('nel_mese')} />
          </div>
          <h2 safe>{t.regioni}</h2>
          <Tabella
            id="per-regione"
            didascalia={t.didascalia}
            intestazioni={[
              { testo: t.regione },
              numero(t.ricevute),
              numero(t.risposte),
              numero(t.accolte),
              numero(t.respinte),
              numero(t.irricevibili),
            ]}
            righe={regioni.map(r => [
              r.nome,
              ...[r.ricevute, r.risposte, r.accolte, r.respinte, r.irricevibili].map(intero),
            ])}
          />
          <AndamentoRettifiche sito={sito} mesi={props.mesi} />
          <p>
            <Avanti href="/stato-di-avanzamento/export-dati" testo={t.dati} testi={sito.testi} />
          </p>
        </div>
      )}
    </Cornice>
  )
}
