import { linguaDi } from './indirizzo.ts'

/** Bolzano/Bozen, Sgonico-Zgonik: the second name marked with its language. */
export function NomeComune({ di }: { di: { nome: string; altro_nome: string | null; provincia: string } }) {
  if (di.altro_nome === null || di.altro_nome === di.nome) return <span safe>{di.nome}</span>
  const doppio = di.nome.endsWith(`-${di.altro_nome}`)
  return (
    <>
      <span safe>{doppio ? di.nome.slice(0, -di.altro_nome.length) : `${di.nome} / `}</span>
      <span lang={linguaDi(di.provincia)} safe>
        {di.altro_nome}
      </span>
    </>
  )
}
