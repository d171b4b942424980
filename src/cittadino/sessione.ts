import type { Sessione } from '../identita/index.ts'

// As web/caller.ts has it once the door is there; here so that this zone stands alone.
declare module 'fastify' {
  interface FastifyRequest {
    sessione: Sessione | undefined
  }
}

/** The session of who calls a citizens' page. @throws where the guard let somebody through without one */
export function sessioneDi(req: { sessione: Sessione | undefined }): Sessione {
  if (!req.sessione) throw new Error('a citizens’ route was reached without a session')
  return req.sessione
}
