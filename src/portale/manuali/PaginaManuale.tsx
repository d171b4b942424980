import { Indice, Pagina, type Sito, Testo } from '../../ui/index.ts'

export const MANUALI = ['cittadini', 'comuni', 'prefetture'] as const
export type Manuale = (typeof MANUALI)[number]

/** How one works with the requests of correction, step by step, for those whom it concerns. */
export function PaginaManuale({ sito, nome }: { sito: Sito; nome: Manuale }) {
  const t = sito.testi.manuali[nome]
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.descrizione}
      percorso={`/manuali/${nome}`}
      aggiornata={sito.testi.manuali.aggiornata}
    >
      <div class="container contenuto">
        <Indice sezioni={t.sezioni} testi={sito.testi} />
        <Testo sezioni={t.sezioni} testi={sito.testi} risorsa={sito.risorsa} />
      </div>
    </Pagina>
  )
}
