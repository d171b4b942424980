import type { MiaScheda, VoceDiGiornale } from '../../anagrafe/index.ts'
import { breve } from '../../calendario/index.ts'
import { type Sito, Tabella } from '../../ui/index.ts'
import { Dati, type Lettura, leggi, presente, type Sezione } from '../../visura/index.ts'

/** Sections of a scheda by their official names, each folded but those that are to be seen at once. */
export function SezioniScheda(props: {
  sito: Sito
  scheda: MiaScheda
  lettura: Lettura
  sezioni: readonly Sezione[]
  aperte: boolean
}) {
  const { visura, com } = props.sito.testi
  return (
    <>
      {props.sezioni
        .filter(z => props.aperte || presente(z, props.scheda, props.lettura))
        .map(z => {
          const parti = leggi(z, props.scheda, props.lettura)
          return (
            <details class="richiudi" open={props.aperte || undefined}>
              <summary>
                <h3 safe>{ufficiale(visura.sezioni[z.id])}</h3>
              </summary>
              {parti.length === 0 ? <p safe>{com.richiesta.scheda.vuota}</p> : <Dati sito={props.sito} parti={parti} />}
            </details>
          )
        })}
    </>
  )
}

const ufficiale = (s: { titolo: string; ufficiale?: string }) =>
  s.ufficiale === undefined ? s.titolo : `${s.ufficiale[0]?.toUpperCase()}${s.ufficiale.slice(1)}`

/** What happened to a scheda, newest first. */
export function StoriaScheda({ sito, id, storia }: { sito: Sito; id: string; storia: readonly VoceDiGiornale[] }) {
  const t = sito.testi.com.richiesta.storiaScheda
  const i = t.intestazioni
  return (
    <Tabella
      id={id}
      didascalia={t.didascalia}
      intestazioni={[i.registrata, i.decorrenza, i.che, i.parti, i.comune]}
      righe={storia.map(v => [
        breve(v.registrata),
        breve(v.decorrenza),
        v.nome + (v.annullataDa ? ` (${t.annullata})` : ''),
        v.parti.length === 0 ? t.tutta : v.parti.join(', '),
        v.comune.nome,
      ])}
    />
  )
}
