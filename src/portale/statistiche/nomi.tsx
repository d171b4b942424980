import type { DelComune } from '../../statistiche/index.ts'

/** Languages of second official names: of regions by ISTAT code; of provinces and comuni by sigla (BZ German, TN Ladin,
 *  TS, GO and UD Slovene, AO French: the ministry's archive of comuni has no others). */
export const LINGUA_REGIONE: Readonly<Record<string, string>> = { '02': 'fr', '04': 'de', '06': 'sl' }
export const LINGUA_PROVINCIA: Readonly<Record<string, string>> = {
  AO: 'fr',
  BZ: 'de',
  GO: 'sl',
  TN: 'lld',
  TS: 'sl',
  UD: 'sl',
}

/** A name with the other official one, which is in another language. */
export function Nome({ nome, altro, lingua }: { nome: string; altro: string | null; lingua: string | undefined }) {
  return (
    <>
      <span safe>{nome}</span>
      {altro !== null && (
        <>
          {' / '}
          <span lang={lingua} safe>
            {altro}
          </span>
        </>
      )}
    </>
  )
}

/** A comune's name; leads to its page where it has a code. */
export function NomeComune({ c }: { c: DelComune }) {
  const nome = <Nome nome={c.nome} altro={c.altro_nome} lingua={LINGUA_PROVINCIA[c.provincia]} />
  return c.codice_istat === null ? nome : <a href={`/comuni/${c.codice_istat}`}>{nome}</a>
}

/** `2026-11-25` → `25-11-2026`, as the ministry's portal writes the day of its data. */
export const ggMmAaaa = (giorno: string): string => giorno.split('-').reverse().join('-')
