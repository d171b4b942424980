import type { FastifyRequest } from 'fastify'
import type { Decodifiche } from '../../anagrafe/index.ts'
import { allega, perAllegati, type RifiutoAllegato } from '../../richieste/index.ts'
import type { Testi } from '../../ui/index.ts'
import { campi } from '../../web/index.ts'
import { type Contesto, sessioneDi } from '../contesto.ts'
import { mega } from './Documenti.tsx'

/** What became of a form with documents: how many are there now, and why others are not. */
export interface EsitoCarico {
  presi: number
  tipo: string | undefined
  guasti: readonly string[]
  senzaTipo: string | undefined
}

/** Puts the documents of a form into one's own request, each by itself: one that is refused does not keep out the others.
 *  @throws RichiestaRifiutata where she has no such request, or it takes none now */
export async function caricaDocumenti(
  c: Contesto,
  req: FastifyRequest,
  numero: string,
  codici: Decodifiche,
): Promise<EsitoCarico> {
  const t = c.sito.testi.rettifica.documenti.errori
  const { tipo } = campi(req)
  const inviati = req.inviati ?? []
  const senzaTipo = codici.esiste('tipoAllegato', tipo ?? '') ? undefined : t.tipo
  if (inviati.length === 0) return { presi: 0, tipo, guasti: [t.nessuno], senzaTipo }
  if (senzaTipo !== undefined) return { presi: 0, tipo, guasti: [], senzaTipo }
  const guasti: string[] = []
  for (const f of inviati) {
    const esito = f.troppo
      ? { difetto: 'grande' as const }
      : await c.db.tx(async tx => {
          await perAllegati(tx, sessioneDi(req).utente, numero)
          return allega(tx, c.allegati, {
            richiesta: numero,
            nome: f.nome,
            dati: f.dati,
            tipologia: tipo!,
            mano: 'cittadino',
            adesso: c.adesso(),
          })
        })
    if ('difetto' in esito) guasti.push(inParole(esito, f.nome, c.allegati.limiti, c.sito.testi))
  }
  return { presi: inviati.length - guasti.length, tipo, guasti, senzaTipo }
}

/** As much of a file's name as a sentence bears. */
const corto = (nome: string) => (nome.length > 60 ? `${nome.slice(0, 57)}…` : nome)

/** A refusal in plain words, with what to do. */
export function inParole(
  { difetto }: RifiutoAllegato,
  nome: string,
  limiti: Contesto['allegati']['limiti'],
  testi: Testi,
): string {
  const t = testi.rettifica.documenti.errori
  const n = corto(nome)
  if (difetto === 'grande') return t.grande(n, mega(limiti.byte))
  if (difetto === 'troppi') return t.troppi(n, limiti.quanti, mega(limiti.tutti))
  return t[difetto](n)
}
