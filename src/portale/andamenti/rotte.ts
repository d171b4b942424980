import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { type Istantanea, ingressi, istantanea, previsti, regioni } from '../../statistiche/index.ts'
import { CSP_SVG, fileSvg, inLettere } from '../../ui/index.ts'
import { scriviCsv, TUTTI } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'
import { file, inviaFile } from '../esportazioni/file.ts'
import { perVersione } from '../esportazioni/perVersione.ts'
import { PaginaAndamenti, PERCORSO } from './PaginaAndamenti.tsx'
import { PaginaRifiuto } from './PaginaRifiuto.tsx'
import { celle, type Materia, quadro } from './quadro.ts'
import { indirizzoFile, leggiScelta, leggiSceltaFile, type Per, type Rifiuto, STATO } from './scelta.ts'
import { DELLA_SERIE, type NomeSerie, SERIE } from './serie.ts'

const PUBBLICA = { config: { ammessi: TUTTI } }
type Query = Record<string, unknown>

/** Trends: the page of four charts, and each chart's numbers and drawing to take away. */
export const rotteAndamenti: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito, oggi, diGiornata }) => {
  const t = sito.testi.andamenti
  // By snapshot: 20 regions and the country, in and planned, at most 42 lists of steps; the longest has one a day.
  const regioniDi = perVersione(i => regioni(db, i.giorno))
  const passiDi = perVersione((i, chiave) => {
    const [quali, regione] = chiave.split(' ')
    return (quali === 'in' ? ingressi : previsti)(db, i.giorno, regione || undefined)
  })
  const materia = async (i: Istantanea, serie: NomeSerie, per: Per, regione: string | undefined): Promise<Materia> => ({
    serie,
    per,
    giorno: i.giorno,
    luogo: regione && ((await regioniDi(i, '')).find(r => r.codice === regione)?.nome ?? regione),
    passi: await passiDi(i, `${DELLA_SERIE[serie].quali} ${regione ?? ''}`),
  })
  const rifiuta = (reply: FastifyReply, rifiuto: Rifiuto) => {
    const file = SERIE.flatMap(serie =>
      (['csv', 'svg'] as const).map(formato => ({
        testo: `${t.serie[serie]}, ${t.scarica.formato[formato]}`,
        href: indirizzoFile({ serie, formato, per: 'tutto', regione: undefined }),
        file: true,
      })),
    )
    const uscite = [{ testo: t.titolo, href: PERCORSO }, ...(rifiuto === 'serie' ? file : []), t.sopra]
    return reply
      .code(STATO[rifiuto])
      .html(PaginaRifiuto({ sito, rifiuto, percorso: `${PERCORSO}/`, oggi: oggi(), uscite }))
  }

  app.get<{ Querystring: Query }>(PERCORSO, PUBBLICA, async (req, reply) => {
    const scelta = leggiScelta(req.query)
    if (typeof scelta === 'string') return rifiuta(reply, scelta)
    const chiave = `${PERCORSO}?${scelta.regione ?? ''}&${scelta.ingressi}&${scelta.pianificati}`
    return diGiornata(reply, chiave, async i => {
      const quadri = SERIE.map(async serie => {
        const per = DELLA_SERIE[serie].quali === 'in' ? scelta.ingressi : scelta.pianificati
        return i && quadro(await materia(i, serie, per, scelta.regione), sito.testi)
      })
      return PaginaAndamenti({
        sito,
        scelta,
        giorno: i?.giorno,
        aggiornata: i?.giorno ?? oggi(),
        regioni: i ? await regioniDi(i, '') : [],
        quadri: (await Promise.all(quadri)).filter(q => q !== undefined),
      })
    })
  })

  app.get<{ Params: { file: string }; Querystring: Query }>(`${PERCORSO}/:file`, PUBBLICA, async (req, reply) => {
    const scelta = leggiSceltaFile(req.params.file, req.query)
    if (typeof scelta === 'string') return rifiuta(reply, scelta)
    const i = await istantanea(db)
    if (!i) return rifiuta(reply, 'mancano')
    const { serie, per, regione, formato } = scelta
    const m = await materia(i, serie, per, regione)
    const nome = ['anpr', serie, per === 'tutto' ? '' : `per-${per}`, regione && `regione-${regione}`]
    const scritto = nome.filter(Boolean).join('-')
    if (formato === 'csv') {
      return inviaFile(reply, file('text/csv; charset=utf-8; header=present', scriviCsv(celle(m))), scritto, i.giorno)
    }
    const fonte = sito.demo ? t.fonteDemo : t.fonte
    const svg = await fileSvg({
      ...quadro(m, sito.testi),
      fonte: fonte(inLettere(i.giorno, sito.testi)),
      testi: sito.testi,
    })
    reply.header('content-security-policy', CSP_SVG)
    return inviaFile(reply, file('image/svg+xml; charset=utf-8', svg), scritto, i.giorno, 'inline')
  })
}
