import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { nomiPerId, prefetture } from '../../anagrafe/index.ts'
import { rotteCertificati as rotteDi } from '../../certificati/index.ts'
import { operatoriDelComune, operatoriDelMinistero } from '../../identita/index.ts'
import { type Contesto, operatoreDi } from '../contesto.ts'
import { COMUNE } from '../sede/CampiSede.tsx'
import { comuneDi } from '../sede/comuneDi.ts'
import { CERTIFICATI, PaginaCertificati } from './PaginaCertificati.tsx'

/** By what ministry and prefetture come in, and a comune's first workstation, without which its mayor could enrol none. */
export const rotteCertificati: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito, oggi, adesso }) => {
  rotteDi(app, {
    db,
    sito,
    adesso,
    indirizzo: CERTIFICATI,
    ammessi: ['ministero'],
    chi: operatoreDi,
    posto: async (_req, m) => {
      const [sede = '', scritto = ''] = [m.sede, m.comune?.trim()]
      if (sede === COMUNE) {
        const comune = scritto === '' ? undefined : await comuneDi(db, scritto, oggi())
        if (comune === undefined) return undefined
        const colleghi = (await operatoriDelComune(db, comune)).filter(o => o.bloccato === null)
        return { sede: { comune, prefettura: undefined }, colleghi, campi: { sede, comune: scritto } }
      }
      if (sede !== '' && !(await prefetture(db)).some(p => p.codice === sede)) return undefined
      const prefettura = sede === '' ? undefined : sede
      const colleghi = (await operatoriDelMinistero(db)).filter(
        o => o.bloccato === null && o.prefettura === (prefettura ?? null),
      )
      return { sede: { comune: undefined, prefettura }, colleghi, campi: { sede } }
    },
    pagina: async (req, reply, m, dentro) => {
      const comune = m.sede === COMUNE ? await comuneDi(db, m.comune?.trim() ?? '', oggi()) : undefined
      const nomi = await nomiPerId(db, comune === undefined ? [] : [comune])
      return reply.html(
        PaginaCertificati({
          sito,
          chi: operatoreDi(req),
          oggi: oggi(),
          prefetture: await prefetture(db),
          scelta: m,
          comune: comune === undefined ? undefined : nomi.get(comune),
          children: dentro,
        }),
      )
    },
  })
}
