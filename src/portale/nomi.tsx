/** Languages of second official names (BCP 47): of regions by ISTAT code, of provinces and comuni by sigla. The ministry's
 *  archive of comuni has German, Ladin, Slovene and French ones. */
export const LINGUA_REGIONE: Readonly<Record<string, string>> = { '02': 'fr', '04': 'de', '06': 'sl' }
const LINGUA_PROVINCIA: Readonly<Record<string, string>> = {
  AO: 'fr',
  BZ: 'de',
  GO: 'sl',
  TN: 'lld',
  TS: 'sl',
  UD: 'sl',
}
export const linguaDi = (provincia: string): string | undefined => LINGUA_PROVINCIA[provincia]

/** A name with the other official one, marked with its language: Bolzano / Bozen; where the first holds it already, once
 *  (Sgonico-Zgonik). */
export function Nome({ nome, altro, lingua }: { nome: string; altro: string | null; lingua: string | undefined }) {
  if (altro === null || altro === nome) return <span safe>{nome}</span>
  return (
    <>
      <span safe>{nome.endsWith(`-${altro}`) ? nome.slice(0, -altro.length) : `${nome} / `}</span>
      <span lang={lingua} safe>
        {altro}
      </span>
    </>
  )
}

export const NomeComune = ({ di }: { di: { nome: string; altro_nome: string | null; provincia: string } }) => (
  <Nome nome={di.nome} altro={di.altro_nome} lingua={linguaDi(di.provincia)} />
)

/** `2026-11-25` → `25-11-2026`, as the ministry's portal writes the day of its data. */
export const ggMmAaaa = (giorno: string): string => giorno.split('-').reverse().join('-')

/** A comune's name; leads to its page where it has a code. */
export function LinkComune({ c }: { c: Parameters<typeof NomeComune>[0]['di'] & { codice_istat: string | null } }) {
  if (c.codice_istat === null) return <NomeComune di={c} />
  return (
    <a href={`/comuni/${c.codice_istat}`}>
      <NomeComune di={c} />
    </a>
  )
}
