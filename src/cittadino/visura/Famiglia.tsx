import type { Membro, MiaScheda } from '../../anagrafe/index.ts'
import { Avviso, type Sito, Tabella } from '../../ui/index.ts'
import { codiceDi, giornoDi, type Lettura, leggibile, luogoDi } from '../../visura/index.ts'

/** A member as the family sheet shows her: in one's own family no more than this (CITTADINO.md 1.3). */
export function membroLetto(l: Lettura, m: Membro) {
  return {
    nome: leggibile([m.nome, m.cognome].filter(p => p).join(' ')),
    nascita: giornoDi(l, m.nascita, m.nascita_precisa)?.testo ?? '',
    luogo: luogoDi(l, m.luogo)?.testo,
    legame: codiceDi(l, 'legameFamiglia', m.legame)?.testo ?? '',
    dal: giornoDi(l, m.dal)?.testo ?? '',
  }
}

export function Famiglia(props: { sito: Sito; scheda: MiaScheda; membri: readonly Membro[]; lettura: Lettura }) {
  const { sito, scheda, membri, lettura } = props
  const t = sito.testi.visura.famiglia
  if (scheda.gruppo_tipo === 4)
    return (
      <Avviso>
        <p safe>{t.convivenza}</p>
      </Avviso>
    )
  if (membri.length === 0) return ''
  return (
    <>
      <Tabella
        id="famiglia"
        didascalia={t.didascalia}
        intestazioni={[{ testo: t.nome }, { testo: t.nascita }, { testo: t.legame }, { testo: t.dal }]}
        righe={membri.map(m => {
          const r = membroLetto(lettura, m)
          const nome = m.id === scheda.id ? `${r.nome} ${t.tu}` : r.nome
          return [nome, [r.nascita, r.luogo].filter(p => p).join(', '), r.legame, r.dal]
        })}
      />
      <p class="dati-nota" safe>
        {t.nota}
      </p>
      <p class="dati-nota" safe>
        {t.manca}
      </p>
    </>
  )
}
