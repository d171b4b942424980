import type { RequestListener, Server } from 'node:http'

export class PortaOccupata extends Error {}

/** @throws {PortaOccupata} with the remedy */
export const ascolta = (server: Server, porta: number, host: string | undefined, nome = 'PORT'): Promise<void> =>
  new Promise((si, no) => {
    server.once('error', (e: NodeJS.ErrnoException) => {
      if (e.code === 'EADDRINUSE')
        no(
          new PortaOccupata(
            `La porta ${porta} è già in uso: ferma il programma che la usa, o scegline un'altra, per esempio ${nome}=${porta + 10} npm start`,
          ),
        )
      else if (e.code === 'EACCES')
        no(
          new PortaOccupata(
            `La porta ${porta} è riservata: scegline una sopra 1023, per esempio ${nome}=${nome === 'PORT' ? 8080 : 8444} npm start`,
          ),
        )
      else no(e)
    })
    server.listen(porta, host, () => si())
  })

/** Stops listening; a connection that does not end by itself is cut after two seconds. */
export const spegni = (server: Server): Promise<void> =>
  new Promise(fatto => {
    if (!server.listening) return fatto()
    const taglia = setTimeout(() => server.closeAllConnections(), 2000)
    server.close(() => {
      clearTimeout(taglia)
      fatto()
    })
    server.closeIdleConnections()
  })

/** The answer to everyone until all is ready. */
export function inPreparazione(
  stato: Readonly<{ passo: string; parte: number }>,
  url: string | undefined,
  res: Parameters<RequestListener>[1],
) {
  const json = url === '/health'
  res.writeHead(503, {
    'content-type': json ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'retry-after': '5',
    'cache-control': 'no-store',
    ...(json ? {} : { refresh: '3' }),
  })
  const percento = `${Math.floor(stato.parte * 100)}%`
  res.end(
    json
      ? JSON.stringify({ stato: 'in preparazione', passo: stato.passo, fatto: percento })
      : `<!doctype html><html lang="it"><title>ANPR in preparazione</title><meta name="viewport" content="width=device-width"><h1>ANPR si prepara</h1><p role="status">${stato.passo}: ${percento}. La pagina si aggiorna da sola.</p></html>`,
  )
}
