import { Grafico } from '../grafico/Grafico.tsx'
import { intero } from '../numeri.ts'
import type { Sito } from '../sito.ts'
import { Tabella } from '../Tabella.tsx'

/** A month of a territory's requests; `mese` is its first day. */
export interface MeseDiRettifiche {
  readonly mese: string
  readonly ricevute: number
  readonly accolte: number
  readonly respinte: number
  readonly irricevibili: number
  readonly ritirate: number
  readonly risposte: number
  readonly nel_mese: number
}

/** Month by month: what came as columns, and all numbers in the table below. */
export function Andamento({ sito, mesi }: { sito: Sito; mesi: readonly MeseDiRettifiche[] }) {
  const t = sito.testi.rettifiche.andamento
  const nome = (m: MeseDiRettifiche) => `${sito.testi.mesi[Number(m.mese.slice(5, 7)) - 1]} ${m.mese.slice(0, 4)}`
  const intero_ = mesi.at(-2) ?? mesi.at(-1)
  const numero = (testo: string) => ({ testo, numero: true })
  return (
    <section aria-labelledby="andamento">
      <h2 id="andamento" safe>
        {t.titolo}
      </h2>
      {intero_ === undefined ? (
        <p safe>{t.vuoto}</p>
      ) : (
        <>
          <Grafico
            id="per-mese-grafico"
            testi={sito.testi}
            messaggio={t.messaggio(nome(intero_), intero(intero_.ricevute), intero(intero_.risposte))}
            dati={{
              previsto: false,
              tipo: 'colonne',
              colonne: mesi.map(m => ({
                breve: `${m.mese.slice(5, 7)}/${m.mese.slice(2, 4)}`,
                nome: nome(m),
                valore: m.ricevute,
              })),
            }}
          />
          <Tabella
            id="per-mese"
            didascalia={t.didascalia}
            intestazioni={[
              { testo: t.mese },
              numero(t.ricevute),
              numero(t.accolte),
              numero(t.respinte),
              numero(t.irricevibili),
              numero(t.ritirate),
              numero(t.nelMese),
            ]}
            righe={mesi
              .toReversed()
              .map(m => [
                nome(m),
                ...[m.ricevute, m.accolte, m.respinte, m.irricevibili, m.ritirate].map(intero),
                m.risposte > 0 ? `${intero(m.nel_mese)} su ${intero(m.risposte)}` : '–',
              ])}
          />
        </>
      )}
    </section>
  )
}
