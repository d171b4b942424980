import { createTransport } from 'nodemailer'
import { type Messaggi, NonSpedito } from './messaggi.ts'

/** Mail by SMTP: one connection a message, so that a server that was away is there again at the next.
 *  @param o.url `smtp://user:password@host:port` (STARTTLS where the server offers it) or `smtps://…`
 *  @param o.mittente `Name <address>` or an address
 *  @param o.canale what goes this way: `pec` through the provider of a PEC mailbox */
export function smtp(o: { url: string; mittente: string; canale?: 'email' | 'pec'; attesaMs?: number }): Messaggi {
  const attesa = o.attesaMs ?? 10_000
  const trasporto = createTransport(
    {
      url: o.url,
      connectionTimeout: attesa,
      greetingTimeout: attesa,
      socketTimeout: attesa,
      dnsTimeout: attesa,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: o.mittente },
  )
  const dominio = /@([^>\s]+)>?\s*$/.exec(o.mittente)?.[1] ?? 'localhost'
  return {
    canali: new Set([o.canale ?? 'email']),
    async spedisci(m) {
      try {
        const r = await trasporto.sendMail({
          to: { name: '', address: m.destinatario },
          subject: m.oggetto,
          text: m.testo,
          messageId: `<messaggio.${m.id}@${dominio}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return codici(r.response)
      } catch (e) {
        throw guasto(e)
      }
    },
  }
}

// A server's words may repeat the address: only its numbers are kept, `250 2.0.0`.
const codici = (risposta: unknown): string =>
  /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(typeof risposta === 'string' ? risposta : '')?.[0] ?? 'taken'

/** 5xx about the recipient or the message: never. Anything else (4xx, no connection, a password that is refused) may pass. */
function guasto(e: unknown): NonSpedito {
  const { responseCode, code, response } = e as { responseCode?: number; code?: string; response?: string }
  const suo = code === 'EENVELOPE' || code === 'EMESSAGE'
  const perSempre = suo && responseCode !== undefined && responseCode >= 500
  return new NonSpedito(responseCode === undefined ? (code ?? 'no answer') : codici(response), perSempre)
}
