import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type as T } from 'typebox'
import type { Tx } from '../../db/index.ts'
import {
  annota,
  buttaBozza,
  type CorreggibileOra,
  chiedi,
  iniziaBozza,
  invia,
  perAllegati,
  RichiestaRifiutata,
  suaBozza,
  suaRichiesta,
  togliAllegato,
  togliDato,
} from '../../richieste/index.ts'
import { campi, formsWithFiles } from '../../web/index.ts'
import { CITTADINO, type Contesto, motivoDi, sessioneDi } from '../contesto.ts'
import { nonCe } from '../nonCe.ts'
import { attualeDi, pertinente, schedeDi } from './attuale.ts'
import { conRettifica, type DiRettifica, RETTIFICA } from './bozza.ts'
import { caricaDocumenti } from './carica.ts'
import { PaginaBozza, PaginaButta } from './PaginaBozza.tsx'
import { type Compilato, PaginaDato } from './PaginaDato.tsx'
import { DOCUMENTI, PaginaDocumenti } from './PaginaDocumenti.tsx'
import { PaginaCambiamento, PaginaChiusa, PaginaInizio } from './PaginaInizio.tsx'
import { PaginaRecapiti, RECAPITI } from './PaginaRecapiti.tsx'
import { blocchi, PaginaRiepilogo } from './PaginaRiepilogo.tsx'
import { DATI, datiDellaSezione, PaginaDati, PaginaSezioni } from './PaginaScegli.tsx'
import { domicilioDi, leggiRecapiti, scrittiPrima } from './recapiti.ts'
import { leggiModulo, scelteDi } from './scrive.ts'

type Aperta = DiRettifica & { bozza: NonNullable<DiRettifica['bozza']> }
const ESITO = { querystring: T.Object({ esito: T.Optional(T.Unknown()) }) }
const esitoDi = (req: { query: { esito?: unknown } }) =>
  typeof req.query.esito === 'string' ? req.query.esito : undefined
const numero = (testo: string | undefined) => (/^\d{1,18}$/.test(testo ?? '') ? testo! : '0')
const datoDi = (req: FastifyRequest) => (req.params as { dato: string }).dato
const piuFile = (n: number) => (n === 1 ? 'caricato' : 'caricati')

/** Asking that data be corrected. Whose, only the session says: of the family only the tie, and of who is in it now. */
export const rotteRettifica: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, adesso, oggi } = c
  const con = conRettifica(c)
  await formsWithFiles(app, c.allegati.limiti)
  const torna = (reply: FastifyReply, esito?: string, dove = RETTIFICA) =>
    reply.redirect(esito === undefined ? dove : `${dove}?esito=${esito}`, 303)

  /** Where her comune takes requests; else the page that says what to do. */
  const seAperta = (
    req: FastifyRequest,
    reply: FastifyReply,
    o: { pagina: string; famiglia?: boolean },
    risposta: (d: DiRettifica) => Promise<FastifyReply>,
  ) => con(req, reply, o, d => (d.aperta ? risposta(d) : reply.html(PaginaChiusa(d))))
  /** And where there is a draft with something in it; else to the beginning. */
  const conBozza = (
    req: FastifyRequest,
    reply: FastifyReply,
    pagina: string,
    risposta: (d: Aperta) => Promise<FastifyReply>,
  ) =>
    seAperta(req, reply, { pagina }, async d =>
      d.bozza && d.dati.length > 0 ? risposta(d as Aperta) : torna(reply, 'sparita'),
    )
  /** Changes her draft; one that is not there any more is told, not made anew. */
  const cambia = async (reply: FastifyReply, che: (tx: Tx) => Promise<unknown>, esito: string, dove?: string) => {
    try {
      await db.tx(che)
      return torna(reply, esito, dove)
    } catch (e) {
      if (e instanceof RichiestaRifiutata) return torna(reply, 'sparita')
      throw e
    }
  }
  const suoNumero = async (d: DiRettifica) => d.bozza?.id ?? '0'

  app.get(RETTIFICA, { ...CITTADINO, schema: ESITO }, (req, reply) =>
    seAperta(req, reply, { pagina: 'rettifica' }, d => {
      const esito = esitoDi(req)
      return reply.html(d.dati.length > 0 ? PaginaBozza({ ...d, esito }) : PaginaInizio({ ...d, esito }))
    }),
  )
  app.get(`${RETTIFICA}/cambiamento`, CITTADINO, (req, reply) =>
    con(req, reply, { pagina: 'rettifica/cambiamento' }, d => reply.html(PaginaCambiamento(d))),
  )
  app.get(DATI, CITTADINO, (req, reply) =>
    seAperta(req, reply, { pagina: 'rettifica/dati' }, d => reply.html(PaginaSezioni(d))),
  )
  app.get(`${DATI}/:sezione`, { ...CITTADINO, schema: { params: T.Object({ sezione: T.String() }) } }, (req, reply) =>
    seAperta(req, reply, { pagina: 'rettifica/dati' }, async d => {
      const { sezione } = req.params
      if (datiDellaSezione(d, sezione).length === 0) return nonCe(reply)
      return reply.html(PaginaDati({ ...d, sezione }))
    }),
  )

  const unDato = { ...CITTADINO, schema: { params: T.Object({ dato: T.String() }) } }
  /** A datum that is offered, and is one of hers; else there is no such page. */
  const conDato = (
    req: FastifyRequest,
    reply: FastifyReply,
    risposta: (d: DiRettifica, dato: CorreggibileOra) => Promise<FastifyReply>,
  ) =>
    seAperta(req, reply, { pagina: 'rettifica/dato', famiglia: datoDi(req) === 'LEGAME' }, async d => {
      const dato = d.offerti.get(datoDi(req))
      if (!dato || !pertinente(dato.dato, d.mia)) return nonCe(reply)
      return risposta(d, dato)
    })
  const modulo = async (d: DiRettifica, dato: CorreggibileOra, resto: Partial<Compilato>) =>
    PaginaDato({
      ...d,
      c: dato,
      scelte: await scelteDi(dato.ingresso, d.lettura, db, oggi()),
      ...{ scritti: {}, guasti: {}, tra: [], ...resto },
    })

  app.get(`${RETTIFICA}/dato/:dato`, unDato, (req, reply) =>
    conDato(req, reply, async (d, dato) => {
      const gia = d.dati.filter(x => x.dato === dato.dato)
      const note = gia.length === 1 ? (gia[0]!.note ?? '') : ''
      return reply.html(await modulo(d, dato, { scritti: { note } }))
    }),
  )
  app.post(`${RETTIFICA}/dato/:dato`, unDato, (req, reply) =>
    conDato(req, reply, async (d, dato) => {
      const scritti = campi(req)
      const { scheda } = d.mia
      const sua = dato.dato === 'LEGAME' ? (scritti.membro ?? '') : scheda.id
      if (!schedeDi(d.mia).has(sua)) {
        const guasti = { membro: c.sito.testi.rettifica.dato.errori.membro }
        return reply.code(422).html(await modulo(d, dato, { scritti, guasti }))
      }
      const attuale = attualeDi(dato.dato, sua, d.mia, d.lettura)
      const letto = await leggiModulo(dato, scritti, { attuale, lettura: d.lettura, db, oggi: oggi() })
      if ('guasti' in letto) return reply.code(422).html(await modulo(d, dato, { scritti, ...letto }))
      const { utente } = sessioneDi(req)
      return cambia(
        reply,
        async tx => {
          const b = await iniziaBozza(tx, { utente, scheda: scheda.id, comune: scheda.comune_id, adesso: adesso() })
          await chiedi(tx, utente, b.id, { scheda: sua, dato: dato.dato, attuale, ...letto })
        },
        'aggiunto',
      )
    }),
  )
  app.post(`${RETTIFICA}/togli`, CITTADINO, (req, reply) =>
    con(req, reply, { pagina: 'rettifica' }, async d => {
      const { n = '' } = campi(req)
      const id = await suoNumero(d)
      return cambia(
        reply,
        async tx => {
          await suaBozza(tx, sessioneDi(req).utente, id)
          await togliDato(tx, id, /^\d{1,4}$/.test(n) ? Number(n) : -1)
        },
        'tolto',
      )
    }),
  )
  app.get(`${RETTIFICA}/butta`, CITTADINO, (req, reply) =>
    con(req, reply, { pagina: 'rettifica' }, async d =>
      d.bozza ? reply.html(PaginaButta(d)) : torna(reply, 'sparita'),
    ),
  )
  app.post(`${RETTIFICA}/butta`, CITTADINO, (req, reply) =>
    con(req, reply, { pagina: 'rettifica' }, async d => {
      const id = await suoNumero(d)
      return cambia(reply, tx => buttaBozza(tx, sessioneDi(req).utente, id), 'buttata')
    }),
  )

  app.get(DOCUMENTI, { ...CITTADINO, schema: ESITO }, (req, reply) =>
    conBozza(req, reply, 'rettifica/documenti', d =>
      reply.html(PaginaDocumenti({ ...d, limiti: c.allegati.limiti, esito: esitoDi(req) })),
    ),
  )
  app.post(DOCUMENTI, CITTADINO, (req, reply) =>
    conBozza(req, reply, 'rettifica/documenti', async d => {
      const carico = await caricaDocumenti(c, req, d.bozza.id, d.lettura.codici)
      if (carico.guasti.length === 0 && carico.senzaTipo === undefined)
        return torna(reply, piuFile(carico.presi), DOCUMENTI)
      // What was taken meanwhile shows too.
      return con(req, reply, { pagina: 'rettifica/documenti' }, ora =>
        reply.code(422).html(PaginaDocumenti({ ...ora, limiti: c.allegati.limiti, carico })),
      )
    }),
  )
  app.post(`${DOCUMENTI}/togli`, CITTADINO, (req, reply) =>
    con(req, reply, { pagina: 'rettifica/documenti' }, async d => {
      const id = await suoNumero(d)
      return cambia(
        reply,
        async tx => {
          await perAllegati(tx, sessioneDi(req).utente, id)
          await togliAllegato(tx, id, numero(campi(req).id))
        },
        'tolto',
        DOCUMENTI,
      )
    }),
  )

  app.get(RECAPITI, CITTADINO, (req, reply) =>
    conBozza(req, reply, 'rettifica/recapiti', async d => {
      const scritti = await scrittiPrima(c, d.sessione, d.bozza)
      return reply.html(PaginaRecapiti({ ...d, scritti, guasti: {}, domicilio: await domicilioDi(c, d.sessione) }))
    }),
  )
  app.post(RECAPITI, CITTADINO, (req, reply) =>
    conBozza(req, reply, 'rettifica/recapiti', async d => {
      const domicilio = await domicilioDi(c, d.sessione)
      const letti = leggiRecapiti(campi(req), domicilio, c.sito.testi)
      if ('guasti' in letti)
        return reply.code(422).html(PaginaRecapiti({ ...d, scritti: campi(req), ...letti, domicilio }))
      await db.tx(tx => annota(tx, d.sessione.utente, d.bozza.id, { ...letti, adesso: adesso() }))
      return torna(reply, undefined, `${RETTIFICA}/riepilogo`)
    }),
  )
  app.get(`${RETTIFICA}/riepilogo`, CITTADINO, (req, reply) =>
    conBozza(req, reply, 'rettifica/riepilogo', d => reply.html(PaginaRiepilogo(d))),
  )

  // The number in the form is the draft's: clicked twice, or from an old window, it leads to what was sent.
  app.post(`${RETTIFICA}/invia`, CITTADINO, async (req, reply) => {
    const id = numero(campi(req).numero)
    const { utente } = sessioneDi(req)
    const sua = await db.tx(tx => suaRichiesta(tx, motivoDi(req, 'rettifica/invia'), utente, id))
    if (sua?.inviata) return torna(reply, undefined, `/cittadino/richieste/${id}`)
    return conBozza(req, reply, 'rettifica/invia', async d => {
      if (d.bozza.id !== id) return torna(reply, 'sparita')
      if (blocchi(d).length > 0) return reply.code(422).html(PaginaRiepilogo(d))
      const { note, recapiti } = d.bozza
      const manda = async (tx: Tx) => {
        // The value beside the one wanted is what stands there today.
        for (const x of d.dati)
          if (x.ora !== x.attuale)
            await chiedi(tx, utente, id, {
              scheda: x.scheda_id,
              dato: x.dato,
              attuale: x.ora,
              chiesto: x.chiesto,
              codice: x.codice ?? undefined,
              note: x.note ?? undefined,
            })
        await invia(tx, utente, id, { adesso: adesso(), note: note ?? undefined, recapiti })
      }
      return cambia(reply, manda, 'inviata', `/cittadino/richieste/${id}`)
    })
  })
}
