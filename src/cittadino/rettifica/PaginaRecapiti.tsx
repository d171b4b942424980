import { NOTE } from '../../richieste/index.ts'
import { Avviso, Campo, descritto, intero, Riepilogo } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'
import { Cornice } from '../Cornice.tsx'
import { type DiRettifica, RETTIFICA } from './bozza.ts'
import { Note } from './PaginaDato.tsx'
import { sopraRettifica } from './PaginaInizio.tsx'
import { Csrf, Passi } from './Parti.tsx'
import { TIPI } from './recapiti.ts'

export const RECAPITI = `${RETTIFICA}/recapiti`

/** How she is reached about this request, and what she says of the whole of it. */
export function PaginaRecapiti(
  props: DiRettifica & {
    scritti: Campi
    guasti: Readonly<Record<string, string>>
    domicilio: string | undefined
  },
) {
  const { sito, sessione, scritti, guasti, domicilio } = props
  const t = sito.testi.rettifica.recapiti
  return (
    <Cornice
      {...props}
      titolo={t.titolo}
      sommario={t.sommario}
      percorso={RECAPITI}
      sopra={sopraRettifica(props)}
      script={['conta']}
    >
      <Riepilogo sito={sito} guasti={Object.entries(guasti).map(([id, testo]) => ({ href: `#${id}`, testo }))} />
      <Passi sito={sito} qui={2} />
      <form class="modulo" method="post" action={RECAPITI} novalidate>
        <Csrf csrf={sessione.csrf} />
        {TIPI.map(({ tipo, tasti }) => {
          const id = `r${tipo}`
          const { nome = '', aiuto = '' } = t.campi[tipo] ?? {}
          return (
            <Campo id={id} nome={`${nome} ${t.facoltativo}`} aiuto={aiuto} errore={guasti[id]}>
              <input
                type={tasti}
                id={id}
                name={id}
                value={scritti[id] ?? ''}
                autocomplete={tipo === '1' ? 'email' : tipo === '3' ? 'tel' : 'off'}
                {...descritto(id, guasti[id])}
              />
            </Campo>
          )
        })}
        {domicilio !== undefined && (
          <Avviso>
            <p safe>{t.domicilio(domicilio)}</p>
          </Avviso>
        )}
        <Note
          sito={sito}
          id="note"
          nome={t.note.nome}
          aiuto={t.note.aiuto(intero(NOTE))}
          valore={scritti.note ?? ''}
          errore={guasti.note}
          righe={6}
        />
        <button class="btn btn-primary" type="submit" safe>
          {t.avanti}
        </button>
      </form>
    </Cornice>
  )
}
