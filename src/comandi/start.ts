import { join } from 'node:path'
import { type Avvio, start as avvia } from '../server.ts'
import type { Argomenti } from './comando.ts'
import { barra } from './progresso.ts'

export async function esegui({ config, fermo }: Argomenti): Promise<number> {
  const inizio = performance.now()
  let b = barra('')
  // Up and running it closes in order; while it gets ready whatever it is doing is broken off.
  const preparazione = new AbortController()
  let presto: Awaited<ReturnType<typeof avvia>> | undefined
  const fermata = new Promise<void>(si =>
    fermo.addEventListener('abort', () => {
      si()
      if (!presto) preparazione.abort(fermo.reason)
    }),
  )
  const avvio: Avvio = {
    fermo: preparazione.signal,
    passo(testo) {
      b.fine()
      console.log(`${testo}…`)
      b = barra('  ')
    },
    progresso: (parte, nota) => b.a(parte, nota),
  }
  const avviato = avvia(config, avvio)
  presto = await Promise.race([avviato, fermata.then(() => undefined)])
  b.fine()
  if (!presto) {
    // Stopped while getting ready: what was begun is left by its transactions, and the next start goes on from there.
    console.log('Mi fermo…')
    setTimeout(() => process.exit(0), 8000).unref()
    await avviato.then(p => p.close()).catch(() => {})
    return 0
  }
  const { http } = config.porte
  console.log(`
ANPR è pronto in ${((performance.now() - inizio) / 1000).toFixed(1).replace('.', ',')} secondi.

  Portale          http://localhost:${http}/
  Stato            http://localhost:${http}/health
  Dati             ${config.databaseUrl ? 'la base dati di DATABASE_URL' : config.dataDir}
${presto.demo ? `  Chi provare      http://localhost:${http}/demo (persone inventate, una ogni ${presto.demo.scala.toLocaleString('it-IT')} vere)\n  Certificati      ${join(config.dataDir, 'certs')} (finti: CNS, uffici, software; parola d’ordine: demo)\n` : ''}
Un comune tuo: bin/anpr synth --comune 083090 --soggetti 1200 --dir . e poi bin/anpr subentro 083090_SUBAPR_1_1_1.gz
(le cifre del portale lo contano dalla mezzanotte)
Aiuto: bin/anpr help. Ctrl-C per fermare.
`)
  await fermata
  console.log('Mi fermo…')
  await presto.close()
  return 0
}
