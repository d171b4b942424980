import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Ruolo } from '../accessi/index.ts'
import type { Db } from '../db/index.ts'
import {
  bloccaCertificato,
  certificatiDi,
  certificatoIn,
  type DiChi,
  iscriviCertificato,
  type Sede,
  sbloccaCertificato,
  type TipoCertificato,
} from '../identita/index.ts'
import type { Sito } from '../ui/index.ts'
import { type Campi, campi } from '../web/index.ts'
import { Certificati, type DatiCertificati } from './Certificati.tsx'

/** A seat whose certificates are looked after. */
export interface Posto {
  readonly sede: Sede
  /** whose a smart card can be: who is enrolled there and not blocked */
  readonly colleghi: readonly { readonly id: string; readonly nome: string; readonly cognome: string }[]
  /** fields that say in a form which seat it is; none where who enrols has only one */
  readonly campi: Campi
}

/** Who looks after certificates, and how her pages are drawn. */
export interface Ufficio {
  readonly db: Db
  readonly sito: Sito
  readonly adesso: () => string
  /** address of the page */
  readonly indirizzo: string
  readonly ammessi: readonly Ruolo[]
  readonly chi: (req: FastifyRequest) => { readonly operatore: string; readonly csrf: string }
  /** @param m fields of the address or of the form @returns undefined: they name no seat */
  readonly posto: (req: FastifyRequest, m: Campi) => Promise<Posto | undefined>
  /** answers with the page around the list and the form; undefined: there is no seat to show */
  readonly pagina: (
    req: FastifyRequest,
    reply: FastifyReply,
    m: Campi,
    dentro: JSX.Element | undefined,
  ) => Promise<FastifyReply>
}

const TIPI: readonly TipoCertificato[] = ['postazione', 'carta', 'software']
/** Software is a comune's: nobody else calls the services that are here. */
const tipiDi = ({ comune }: Sede) => TIPI.filter(t => t !== 'software' || comune !== undefined)

/** By what a seat comes in: workstations, smart cards, software; for who enrols. */
export function rotteCertificati(app: FastifyInstance, u: Ufficio): void {
  const { db, sito, adesso, indirizzo } = u
  const t = sito.testi.certificati
  const ABILITA = { config: { ammessi: u.ammessi, facolta: 'abilitare' } } as const

  async function pagina(
    req: FastifyRequest,
    reply: FastifyReply,
    m: Campi,
    o: Pick<DatiCertificati, 'fatta' | 'campi' | 'guasti'> = {},
  ) {
    const posto = await u.posto(req, m)
    if (!posto) return u.pagina(req, reply, m, undefined)
    const certificati = await certificatiDi(db, posto.sede)
    const dati = { sito, indirizzo, adesso: adesso(), csrf: u.chi(req).csrf, posto, tipi: tipiDi(posto.sede) }
    return u.pagina(req, reply, m, Certificati({ ...dati, certificati, ...o }))
  }
  const fatta = (reply: FastifyReply, posto: Posto, cosa: string) =>
    reply
      .header('cache-control', 'no-store')
      .redirect(`${indirizzo}?${new URLSearchParams({ ...posto.campi, fatta: cosa })}`, 303)

  app.get(indirizzo, ABILITA, async (req, reply) => {
    const m = Object.fromEntries(
      Object.entries(req.query as Record<string, unknown>).filter(
        (c): c is [string, string] => typeof c[1] === 'string',
      ),
    )
    return pagina(req, reply, m, { fatta: m.fatta })
  })

  app.post(indirizzo, ABILITA, async (req, reply) => {
    const m = campi(req)
    const posto = await u.posto(req, m)
    if (!posto) return pagina(req, reply.code(404), m)
    const { sede, colleghi } = posto
    const tipo = tipiDi(sede).find(x => x === m.tipo)
    const x = certificatoIn(m.pem ?? '')
    const nome = (m.nome ?? '').trim().slice(0, 60)
    const suo = colleghi.find(o => o.id === m.operatore)
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
    const diChi = tipo && diChiÈ(tipo, sede, suo)
    if (!diChi || !x || Object.keys(guasti).length > 0)
      return pagina(req, reply.code(422), m, { campi: scritti, guasti })
    const da = u.chi(req).operatore
    const esito = await db.tx(tx => iscriviCertificato(tx, x, { ...diChi, nome, da, ora: adesso() }))
    if (esito === 'iscritto') return fatta(reply, posto, 'abilita')
    return pagina(req, reply.code(422), m, { campi: m, guasti: { pem: t.errori[esito] } })
  })

  app.post(`${indirizzo}/blocca`, ABILITA, async (req, reply) => {
    const m = campi(req)
    const motivo = (m.motivo ?? '').trim().slice(0, 200)
    if (motivo === '') return pagina(req, reply.code(422), m, { guasti: { '': t.errori.motivo } })
    const posto = await u.posto(req, m)
    const quale = posto && qualeIn(m, posto.sede)
    const o = { motivo, da: u.chi(req).operatore, ora: adesso() }
    if (quale && (await db.tx(tx => bloccaCertificato(tx, quale, o)))) return fatta(reply, posto, 'blocca')
    return pagina(req, reply.code(409), m, { guasti: { '': t.errori['gia-cosi'] } })
  })
  app.post(`${indirizzo}/sblocca`, ABILITA, async (req, reply) => {
    const m = campi(req)
    const posto = await u.posto(req, m)
    const quale = posto && qualeIn(m, posto.sede)
    const o = { da: u.chi(req).operatore, ora: adesso() }
    if (quale && (await db.tx(tx => sbloccaCertificato(tx, quale, o)))) return fatta(reply, posto, 'sblocca')
    return pagina(req, reply.code(409), m, { guasti: { '': t.errori['gia-cosi'] } })
  })
}

function diChiÈ(tipo: TipoCertificato, sede: Sede, suo: { readonly id: string } | undefined): DiChi | undefined {
  if (tipo === 'carta') return suo && { tipo, operatore: suo.id }
  if (tipo === 'postazione') return { tipo, sede }
  return sede.comune === undefined ? undefined : { tipo, sede: { comune: sede.comune } }
}

/** Which one a form names; another seat's is not found. */
function qualeIn(m: Campi, sede: Sede) {
  const tipo = TIPI.find(t => t === m.tipo)
  const impronta = /^[0-9a-f]{64}$/.exec(m.impronta ?? '')?.[0]
  return tipo && impronta ? { tipo, impronta, sede } : undefined
}
