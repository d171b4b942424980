import type { FastifyInstance } from 'fastify'

// Nothing but our own files: no inline script or style, nothing from elsewhere.
const CSP = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}

const ALWAYS = {
  'content-security-policy': Object.entries(CSP)
    .map(([name, value]) => `${name} ${value}`)
    .join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** HSTS only under TLS: over plain HTTP browsers must ignore it (RFC 6797 8.1), and a laptop has no certificate. */
export const securityHeaders = (tls: boolean): Record<string, string> => (tls ? UNDER_TLS : ALWAYS)
const UNDER_TLS = { ...ALWAYS, 'strict-transport-security': 'max-age=31536000' }

export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (req, reply, done) => {
    reply.headers(securityHeaders(req.protocol === 'https'))
    done()
  })
}
