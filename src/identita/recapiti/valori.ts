import { domainToASCII } from 'node:url'

export type TipoRecapito = 'email' | 'telefono'

const LOCALE = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMINIO = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/** An address that mail can be sent to, its domain in ASCII; undefined for anything else: several addresses, names,
 *  comments, quoted parts, line ends. Nothing that could become a second header or a second recipient is left. */
export function email(testo: string): string | undefined {
  const t = testo.trim()
  if (t.length > 254) return undefined
  const at = t.lastIndexOf('@')
  const locale = t.slice(0, at)
  if (at < 1 || locale.length > 64 || !LOCALE.test(locale) || /[^\p{L}\p{N}.-]/u.test(t.slice(at + 1))) return undefined
  const dominio = domainToASCII(t.slice(at + 1))
  return DOMINIO.test(dominio) ? `${locale}@${dominio}` : undefined
}

/** A number as the world dials it, `+393331234567`; without a prefix it is Italian. */
export function telefono(testo: string): string | undefined {
  if (!/^[+\d\s().\-/]{1,30}$/.test(testo) || /[\r\n]/.test(testo.trim())) return undefined
  const cifre = testo.replace(/[^+\d]/g, '').replace(/^00/, '+')
  const intero = cifre.startsWith('+') ? cifre : `+39${cifre}`
  return /^\+[1-9]\d{7,14}$/.test(intero) ? intero : undefined
}

export const LEGGI: Readonly<Record<TipoRecapito, (testo: string) => string | undefined>> = { email, telefono }
