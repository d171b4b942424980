import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Territorio } from '../../anagrafe/index.ts'
import type { Db } from '../../db/index.ts'
import { iscriviCertificato } from '../../identita/index.ts'
import { PILOTA } from '../comuni.ts'
import { operatoreDemo, personaOperatore, type Sede } from '../operatori/operatori.ts'
import { certificatiUffici, fileDi, tipiDi, type UfficioDemo, ufficiIn } from './uffici.ts'

const CHI = 'demo'
type Ufficio = UfficioDemo & { readonly sede: Sede }
const profiloDi = (sede: Sede) => (sede === 'ministero' ? sede : 'comune' in sede ? 'ufficiale' : 'prefettura')

/** An office by its sigla; undefined: there is no such comune today. */
function ufficio(t: Territorio, sigla: string): Ufficio | undefined {
  const comune = t.comuneAttivo(sigla)?.comune
  const prefettura = /^prefettura-(.+)$/.exec(sigla)?.[1]
  const sede: Sede | undefined =
    sigla === 'ministero'
      ? sigla
      : comune !== undefined
        ? { comune }
        : prefettura !== undefined
          ? { prefettura }
          : undefined
  if (sede === undefined) return undefined
  const postazione = comune !== undefined ? `${sigla}-CO-0001` : prefettura ? `${prefettura}-PR-0001` : 'MI-0001'
  return { sigla, postazione, persona: personaOperatore(sede, profiloDi(sede)), sede }
}

/**
 * Certificates for a demo's offices, and their enrolment: those of the seven comuni that tried the system out, of their
 * prefetture, of the ministry, and of any comune asked for.
 * @param o.comuni ISTAT codes besides @returns the files written, and the codes that no comune bears today
 */
export async function preparaUffici(
  db: Db,
  o: { cartella: string; territorio: Territorio; adesso: string; comuni?: readonly string[] },
): Promise<{ scritti: string[]; ignoti: string[] }> {
  const { cartella, territorio: t, adesso, comuni = [] } = o
  const ignoti = comuni.filter(c => !t.comuneAttivo(c))
  const prefetture = PILOTA.flatMap(c => t.comuneAttivo(c)?.prefettura ?? []).map(p => `prefettura-${p}`)
  const sigle = new Set([...PILOTA, ...prefetture, 'ministero', ...comuni, ...(await ufficiIn(cartella))])
  const uffici = [...sigle].flatMap(s => ufficio(t, s) ?? [])
  const scritti = await certificatiUffici({ cartella, adesso: new Date(adesso), uffici })
  for (const u of uffici) await iscrivi(db, u, cartella, adesso)
  return { scritti, ignoti }
}

/** Enrols what an office has; what is enrolled already stays as it is. */
async function iscrivi(db: Db, u: Ufficio, cartella: string, ora: string): Promise<void> {
  const { sede: s } = u
  const comune = s !== 'ministero' && 'comune' in s ? s.comune : undefined
  const prefettura = s !== 'ministero' && 'prefettura' in s ? s.prefettura : undefined
  const letti = await Promise.all(
    tipiDi(u.sigla).map(async tipo => ({
      tipo,
      x: new X509Certificate(await readFile(fileDi(cartella, tipo, u.sigla))),
    })),
  )
  await db.tx(async tx => {
    const operatore = await operatoreDemo(tx, s, profiloDi(s), ora)
    for (const { tipo, x } of letti) {
      const chi = { da: CHI, ora, nome: tipo === 'postazione' ? u.postazione : u.sigla }
      if (tipo === 'carta') await iscriviCertificato(tx, x, { ...chi, tipo, operatore })
      else if (tipo === 'postazione') await iscriviCertificato(tx, x, { ...chi, tipo, sede: { comune, prefettura } })
      else if (comune !== undefined) await iscriviCertificato(tx, x, { ...chi, tipo, sede: { comune } })
    }
  })
}
