import { X509Certificate } from 'node:crypto'
import type { Tx } from '../../db/index.ts'
import {
  bloccaCertificato,
  type ChiAbilita,
  type DiChi,
  iscriviCertificato,
  operatoriDelComune,
  sbloccaCertificato,
  type TipoCertificato,
} from '../../identita/index.ts'
import type { Testi } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'

type Rifiuti = Testi['com']['operatori']['certificati']['rifiuti']
/** Why a certificate is not enrolled or not blocked, and beside which field. */
export interface RifiutoCertificati {
  readonly campo: 'pem' | 'nome-certificato' | ''
  readonly perche: keyof Rifiuti
}
const no = (campo: RifiutoCertificati['campo'], perche: keyof Rifiuti): RifiutoCertificati => ({ campo, perche })
const TIPI: readonly TipoCertificato[] = ['postazione', 'carta', 'software']

/** A certificate out of pasted text: PEM. A private key with it is refused, and not shown again. */
function letto(pem: string): X509Certificate | RifiutoCertificati {
  if (/PRIVATE KEY/.test(pem)) return no('pem', 'chiave')
  const [uno] = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/.exec(pem) ?? []
  try {
    return uno ? new X509Certificate(uno) : no('pem', 'pem')
  } catch {
    return no('pem', 'pem')
  }
}

/** Enrols what a form brings: a workstation or software of the seat, a card of one of its operators (then `di` is hers). */
export async function iscrivi(tx: Tx, chi: ChiAbilita, m: Campi): Promise<undefined | RifiutoCertificati> {
  const x = letto(m.pem ?? '')
  if (!(x instanceof X509Certificate)) return x
  const nome = (m['nome-certificato'] ?? '').trim().slice(0, 60)
  if (nome === '') return no('nome-certificato', 'nome')
  const sede = { comune: chi.comune, prefettura: undefined }
  const suo = (await operatoriDelComune(tx, chi.comune)).find(o => o.id === m.di && o.bloccato === null)
  const di: DiChi | undefined = suo
    ? { tipo: 'carta', operatore: suo.id }
    : m.di === 'postazione' || m.di === 'software'
      ? { tipo: m.di, sede }
      : undefined
  if (!di) return no('', 'assente')
  const esito = await iscriviCertificato(tx, x, { ...di, nome, da: chi.id, ora: chi.adesso })
  return esito === 'iscritto' ? undefined : no('pem', esito)
}

/** Blocks a certificate of the seat with a reason, or lifts its block. */
export async function bloccaOSblocca(
  tx: Tx,
  chi: ChiAbilita,
  m: Campi,
  blocca: boolean,
): Promise<undefined | RifiutoCertificati> {
  const tipo = TIPI.find(t => t === m.tipo)
  if (!tipo || !/^[0-9a-f]{64}$/.test(m.impronta ?? '')) return no('', 'assente')
  const motivo = (m.motivo ?? '').trim().slice(0, 200)
  if (blocca && motivo === '') return no('', 'motivo')
  const c = { tipo, impronta: m.impronta!, sede: { comune: chi.comune, prefettura: undefined } }
  const o = { da: chi.id, ora: chi.adesso }
  const fatto = blocca ? await bloccaCertificato(tx, c, { ...o, motivo }) : await sbloccaCertificato(tx, c, o)
  return fatto ? undefined : no('', 'assente')
}
