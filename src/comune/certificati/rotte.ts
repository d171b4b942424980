import { X509Certificate } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  bloccaCertificato,
  certificatiDi,
  type DiChi,
  iscriviCertificato,
  operatoriDelComune,
  sbloccaCertificato,
  type TipoCertificato,
} from '../../identita/index.ts'
import { type Campi, campi } from '../../web/index.ts'
import { ABILITA, type Contesto, operatoreDi } from '../contesto.ts'
import { type DatiCertificati, PaginaCertificati } from './PaginaCertificati.tsx'

const TIPI: readonly TipoCertificato[] = ['postazione', 'carta', 'software']
const tipoIn = (m: Campi) => TIPI.find(t => t === m.tipo)
const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/

/** The first certificate of a text; undefined: there is none that can be read. */
function certificatoIn(testo: string): X509Certificate | undefined {
  try {
    const pem = PEM.exec(testo)?.[0]
    return pem === undefined ? undefined : new X509Certificate(pem)
  } catch {
    return undefined
  }
}

/** By what the seat comes in: workstations, smart cards, software, for who enrols. */
export const rotteCertificati: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, sito, oggi, adesso } = c
  const t = sito.testi.certificati
  const sedeDi = (req: FastifyRequest) => ({ comune: operatoreDi(req).comune, prefettura: undefined })

  async function pagina(req: FastifyRequest, reply: FastifyReply, o: Partial<DatiCertificati> = {}) {
    const chi = operatoreDi(req)
    const colleghi = (await operatoriDelComune(db, chi.comune)).filter(x => x.bloccato === null)
    const suoi = await certificatiDi(db, sedeDi(req))
    const base = { sito, chi, oggi: oggi(), adesso: adesso(), assistenza: c.assistenza }
    return reply.html(PaginaCertificati({ ...base, certificati: suoi, colleghi, ...o }))
  }
  const fatta = (reply: FastifyReply, cosa: string) =>
    reply.header('cache-control', 'no-store').redirect(`/com/certificati?fatta=${cosa}`, 303)

  app.get('/com/certificati', ABILITA, async (req, reply) => {
    const { fatta } = req.query as { fatta?: unknown }
    return pagina(req, reply, { fatta: typeof fatta === 'string' ? fatta : undefined })
  })

  app.post('/com/certificati', ABILITA, async (req, reply) => {
    const m = campi(req)
    const tipo = tipoIn(m)
    const x = certificatoIn(m.pem ?? '')
    const nome = (m.nome ?? '').trim().slice(0, 60)
    const suo = (await operatoriDelComune(db, operatoreDi(req).comune)).find(o => o.id === m.operatore)
    const privata = /PRIVATE KEY/.test(m.pem ?? '')
    const guasti = {
      ...(!tipo && { tipo: t.errori.tipo }),
      ...(nome === '' && { nome: t.errori.nome }),
      ...(tipo === 'carta' && !suo && { operatore: t.errori.operatore }),
      ...(!x && { pem: t.errori.pem }),
      ...(privata && { pem: t.errori.chiave }),
    }
    // A private key is not sent back, and stands nowhere.
    const scritti = privata ? { ...m, pem: '' } : m
    if (!tipo || !x || Object.keys(guasti).length > 0) return pagina(req, reply.code(422), { campi: scritti, guasti })
    const { comune, operatore: da } = operatoreDi(req)
    const diChi: DiChi =
      tipo === 'carta' ? { tipo, operatore: suo!.id } : { tipo, sede: { comune, prefettura: undefined } }
    const esito = await db.tx(tx => iscriviCertificato(tx, x, { ...diChi, nome, da, ora: adesso() }))
    if (esito === 'iscritto') return fatta(reply, 'abilita')
    return pagina(req, reply.code(422), { campi: m, guasti: { pem: t.errori[esito] } })
  })

  app.post('/com/certificati/blocca', ABILITA, async (req, reply) => {
    const m = campi(req)
    const motivo = (m.motivo ?? '').trim().slice(0, 200)
    const quale = qualeIn(m, req)
    if (motivo === '') return pagina(req, reply.code(422), { guasti: { '': t.errori.motivo } })
    const o = { motivo, da: operatoreDi(req).operatore, ora: adesso() }
    if (quale && (await db.tx(tx => bloccaCertificato(tx, quale, o)))) return fatta(reply, 'blocca')
    return pagina(req, reply.code(409), { guasti: { '': t.errori['gia-cosi'] } })
  })
  app.post('/com/certificati/sblocca', ABILITA, async (req, reply) => {
    const quale = qualeIn(campi(req), req)
    const o = { da: operatoreDi(req).operatore, ora: adesso() }
    if (quale && (await db.tx(tx => sbloccaCertificato(tx, quale, o)))) return fatta(reply, 'sblocca')
    return pagina(req, reply.code(409), { guasti: { '': t.errori['gia-cosi'] } })
  })
  /** Which one a form names; another seat's is not found. */
  const qualeIn = (m: Campi, req: FastifyRequest) => {
    const tipo = tipoIn(m)
    const impronta = /^[0-9a-f]{64}$/.exec(m.impronta ?? '')?.[0]
    return tipo && impronta ? { tipo, impronta, sede: sedeDi(req) } : undefined
  }
}
