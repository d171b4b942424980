import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { istantanea } from '../../statistiche/index.ts'
import { TUTTI } from '../../web/index.ts'
import { PaginaRifiuto } from '../andamenti/PaginaRifiuto.tsx'
import { STATO } from '../andamenti/scelta.ts'
import type { Contesto } from '../contesto.ts'
import { file, inviaFile } from './file.ts'
import { INSIEMI, indirizzo, scriviInsieme } from './insiemi.ts'
import { PaginaEsportazioni, PERCORSO } from './PaginaEsportazioni.tsx'
import { perVersione } from './perVersione.ts'

const PUBBLICA = { config: { ammessi: TUTTI } }

/** Open data: the page that explains the lists, and the lists at their fixed addresses. */
export const rotteEsportazioni: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito, oggi, diGiornata }) => {
  const t = sito.testi.esportazioni
  // Written once a snapshot: four files, about 1 MB in all for the whole country.
  const fileDi = perVersione(async (i, nome) => {
    const insieme = INSIEMI.find(x => x.nome === nome)
    if (!insieme) throw new RangeError('no such dataset')
    const { righe, testo } = await scriviInsieme(insieme, db, i.giorno)
    return { righe, ...file('text/csv; charset=utf-8; header=present', testo) }
  })
  const rifiuta = (reply: FastifyReply, rifiuto: 'insieme' | 'mancano') => {
    const elenchi = INSIEMI.map(i => ({ testo: t.insiemi[i.nome].titolo, href: indirizzo(i.nome), file: true }))
    const uscite = [{ testo: t.titolo, href: PERCORSO }, ...(rifiuto === 'insieme' ? elenchi : [])]
    return reply
      .code(STATO[rifiuto])
      .html(PaginaRifiuto({ sito, rifiuto, percorso: `${PERCORSO}/`, oggi: oggi(), uscite }))
  }

  app.get(PERCORSO, PUBBLICA, async (_req, reply) =>
    diGiornata(reply, PERCORSO, async i => {
      const schede = INSIEMI.map(async insieme => {
        const f = i && (await fileDi(i, insieme.nome))
        return { insieme, file: f && { righe: f.righe, byte: f.corpo.length } }
      })
      return PaginaEsportazioni({
        sito,
        giorno: i?.giorno,
        aggiornata: i?.giorno ?? oggi(),
        schede: await Promise.all(schede),
      })
    }),
  )

  app.get<{ Params: { file: string } }>('/opendata/:file', PUBBLICA, async (req, reply) => {
    const insieme = INSIEMI.find(x => `${x.nome}.csv` === req.params.file)
    if (!insieme) return rifiuta(reply, 'insieme')
    const i = await istantanea(db)
    if (!i) return rifiuta(reply, 'mancano')
    return inviaFile(reply, await fileDi(i, insieme.nome), insieme.nome, i.giorno)
  })
}
