import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { cercaComuni, comunePerCodice, LUNGHEZZA_MASSIMA, storiaDelComune } from '../../anagrafe/index.ts'
import { comuni, istantanea, regioni } from '../../statistiche/index.ts'
import { cammino, ultimoCammino } from '../../subentro/index.ts'
import { TUTTI } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'
import { linguaDi } from '../nomi.tsx'
import { percorsoComune } from './indirizzo.ts'
import { nota, PaginaCerca, PaginaNonTrovato, type Risultato } from './PaginaCerca.tsx'
import { PaginaCessato, PaginaComune } from './PaginaComune.tsx'
import { type Filtro, PaginaNonIn } from './PaginaNonIn.tsx'

const PUBBLICA = { config: { ammessi: TUTTI } }
const QUANTI = 30
const SUGGERIMENTI = 8

type Query = Readonly<Record<string, unknown>>
/** A parameter of the address: the first, where it is repeated; empty where it is missing. */
const parametro = (q: unknown, nome: string): string => {
  const v = (q as Query)[nome]
  const primo: unknown = Array.isArray(v) ? v[0] : v
  return typeof primo === 'string' ? primo : ''
}
/** As much of a search as is read, without what no name has. */
const cercato = (q: unknown) =>
  parametro(q, 'q')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LUNGHEZZA_MASSIMA)

/** "A che punto è il tuo Comune?": the search, the page of each comune, the list of those not in. */
export const rotteComuni: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito, oggi, diGiornata }) => {
  app.get('/comuni', PUBBLICA, async (req, reply) => {
    const q = cercato(req.query)
    const i = await istantanea(db)
    let risultati: Risultato[] | undefined
    if (q !== '') {
      const trovati = await cercaComuni(db, q, { il: oggi(), limite: QUANTI })
      const soli = trovati.map(t => t.comune_id)
      const stati = new Map((i ? await comuni(db, { giorno: i.giorno, soli }) : []).map(c => [c.comune_id, c.stato]))
      risultati = trovati.map(t => ({ ...t, stato: t.attivo ? (stati.get(t.comune_id) ?? 'ignoto') : 'cessato' }))
    }
    return reply.html(PaginaCerca({ sito, q, risultati, limite: QUANTI, aggiornata: i?.giorno ?? oggi() }))
  })

  app.get('/comuni/suggerimenti', PUBBLICA, async (req, reply) => {
    const trovati = await cercaComuni(db, cercato(req.query), { il: oggi(), limite: SUGGERIMENTI })
    reply.header('cache-control', 'public, max-age=300')
    return trovati.map(t => {
      const luogo = sito.testi.comuni.luogo(t.provincia_nome, t.provincia, t.regione_nome)
      const detto = nota(t, sito)
      return {
        nome: t.nome,
        altro: t.altro_nome !== null && !t.nome.endsWith(t.altro_nome) ? t.altro_nome : null,
        lingua: linguaDi(t.provincia) ?? null,
        luogo: detto ? `${luogo}. ${detto}` : luogo,
        indirizzo: percorsoComune(t),
      }
    })
  })

  app.get('/comuni/non-in-anpr', PUBBLICA, async (req, reply) => {
    const [regione, stato] = [parametro(req.query, 'regione'), parametro(req.query, 'stato')]
    const sbagliato = !/^(0[1-9]|1\d|20)?$/.test(regione) || !['', 'pianificato', 'non_in'].includes(stato)
    if (sbagliato) reply.code(400)
    const filtro: Filtro = {
      regione: sbagliato || regione === '' ? undefined : regione,
      stato: sbagliato || stato === '' ? undefined : (stato as 'pianificato' | 'non_in'),
    }
    const pagina = async (i: { giorno: string } | undefined) => {
      const stati = filtro.stato ? [filtro.stato] : (['pianificato', 'non_in'] as const)
      const gruppi = i
        ? await Promise.all(stati.map(s => comuni(db, { giorno: i.giorno, regione: filtro.regione, stato: s })))
        : []
      const dati = {
        giorno: i?.giorno,
        filtro,
        sbagliato,
        regioni: i ? await regioni(db, i.giorno) : [],
        comuni: gruppi.flat().sort((a, b) => a.nome.localeCompare(b.nome, 'it')),
      }
      return PaginaNonIn({ sito, dati, oggi: oggi() })
    }
    if (sbagliato) return reply.html(await pagina(await istantanea(db)))
    return diGiornata(reply, `/comuni/non-in-anpr?regione=${regione}&stato=${stato}`, pagina)
  })

  // Beside the snapshot a comune's page shows its road, which is told by day: its key is the newest version of any road.
  app.get<{ Params: { codice: string } }>('/comuni/:codice', PUBBLICA, async (req, reply) => {
    const { codice } = req.params
    const ignoto = () => reply.code(404).html(PaginaNonTrovato({ sito, oggi: oggi() }))
    if (!/^(\d{6}|[A-Z]\d{3})$/i.test(codice)) return ignoto()
    try {
      return await diGiornata(reply, `/comuni/${codice} ${await ultimoCammino(db)}`, i => pagina(codice, i))
    } catch (e) {
      if (!(e instanceof Altrove)) throw e
      return e.dove === undefined ? ignoto() : reply.redirect(e.dove, 301)
    }
  })
  const pagina = async (codice: string, i: { giorno: string } | undefined) => {
    const scheda = await comunePerCodice(db, codice.toUpperCase(), oggi())
    if (!scheda) throw new Altrove(undefined)
    const attivo = scheda.cessato_il === null
    const dove = percorsoComune({ ...scheda, attivo })
    if (dove !== `/comuni/${codice}`) throw new Altrove(dove)
    const storia = await storiaDelComune(db, scheda.comune_id, oggi())
    if (!attivo) return PaginaCessato({ sito, scheda, storia, oggi: oggi() })
    const [cifre] = i ? await comuni(db, { giorno: i.giorno, soli: [scheda.comune_id] }) : []
    const suo = await cammino(db, scheda.comune_id)
    return PaginaComune({ sito, dati: { scheda, storia, cifre, cammino: suo, giorno: i?.giorno, oggi: oggi() } })
  }
}

/** There is no page at this address: it is another, or none. */
class Altrove extends Error {
  readonly dove: string | undefined
  constructor(dove: string | undefined) {
    super('no page here')
    this.dove = dove
  }
}
