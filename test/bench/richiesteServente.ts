// The comune's pages and the service for its software, with everything that `npm start` puts around the pages, log included; an
// officer has come in, and a citizen's request with a document is there to be read.
import Fastify from 'fastify'
import { schedaDelCodice } from '../../src/anagrafe/index.ts'
import { rotte } from '../../src/comune/index.ts'
import { apriChiavi } from '../../src/db/index.ts'
import { diario } from '../../src/diario.ts'
import { scriviOperatore } from '../../src/identita/index.ts'
import { apriOperatore } from '../../src/identita/operatori/sessione.ts'
import { daSessione } from '../../src/portale/index.ts'
import { allega, apriRettifica, chiedi, iniziaBozza, invia } from '../../src/richieste/index.ts'
import { rotteP000 } from '../../src/servizi/index.ts'
import { it, type Sito } from '../../src/ui/index.ts'
import { serverOptions, web } from '../../src/web/index.ts'
import { TERRITORIO } from '../fornitura.ts'
import { pdf } from '../immagini.ts'
import { utenteN } from '../utente.ts'
import { serve } from './nuda.ts'

const durate = { inattiva: 15, massima: 480 }
const adesso = () => new Date().toISOString()
const oggi = () => '2026-11-25'
const ISTAT = '015146'
const MILANO = TERRITORIO.comuneAttivo(ISTAT)!.comune
const MB = 2 ** 20
const LIMITI = { byte: 10 * MB, tutti: 20 * MB, quanti: 10 }

await serve(async (db, file) => {
  const cifra = await apriChiavi(`${file}.chiavi`, oggi())
  const sito: Sito = { testi: it, demo: undefined, adesso, risorsa: n => `/statico/${n}` }
  const app = Fastify({ loggerInstance: diario('info', file), ...serverOptions({ sito, oggi }) })
  await app.register(async pagine => {
    web(pagine as never, {
      sito,
      oggi,
      risorse: { indirizzo: n => `/statico/${n}`, file: new Map() },
      riconosci: daSessione({ db, durate, indirizzo: undefined, adesso }),
    })
    const contesto = { db, sito, oggi, adesso, assistenza: '800 000 000', cifra, territorio: async () => TERRITORIO }
    await pagine.register(rotte, contesto)
  })
  await app.register(rotteP000, {
    db,
    cifra,
    territorio: TERRITORIO,
    oggi,
    adesso,
    demo: false,
    comuneDi: () => ({ id: 'banco', comune: MILANO, istat: ISTAT }),
  })
  await app.ready()

  await db.tx(tx => apriRettifica(tx, { comune: 0, dal: '2020-01-01', chi: 'banco' }))
  const carla = { codiceFiscale: 'BSSCRL80A41H501X', cognome: 'Bassani', nome: 'Carla', prefettura: undefined }
  const operatore = await db.tx(tx =>
    scriviOperatore(tx, { ...carla, profilo: 'ufficiale', comune: MILANO, adesso: adesso(), da: 'banco' }),
  )
  const token = await db.tx(tx => apriOperatore(tx, { operatore, via: 'demo', ora: adesso(), durate }))

  const giulia = (await schedaDelCodice(db, 'FMGGLI79E54F205A'))!
  let n = 0
  /** A request of Giulia's with documents of so many bytes. @returns its number, and how long it took to add and send, ms */
  const manda = async (documenti: readonly number[]) => {
    const chi = utenteN(++n)
    const file = documenti.map(pdf)
    const inizio = performance.now()
    const { id } = await db.tx(tx => iniziaBozza(tx, { utente: chi, scheda: giulia, comune: MILANO, adesso: adesso() }))
    await db.tx(tx =>
      chiedi(tx, chi, id, { scheda: giulia, dato: 'COGNOME', attuale: 'FUMAGALLI', chiesto: 'FUMAGALI' }),
    )
    for (const [i, dati] of file.entries())
      await db.tx(tx =>
        allega(
          tx,
          { cifra, limiti: LIMITI, antivirus: undefined },
          { richiesta: id, nome: `atto-${i}.pdf`, dati, mano: 'cittadino', adesso: adesso() },
        ),
      )
    await db.tx(tx => invia(tx, chi, id, { adesso: adesso(), recapiti: [{ tipo: '1', valore: 'g@example.it' }] }))
    return { id, ms: performance.now() - inizio }
  }
  const { id } = await manda([100_000])
  // Two documents of two megabytes and a half, again and again: memory must not grow with them.
  const tempi: number[] = []
  const memoria: number[] = []
  for (let giro = 0; giro < 40; giro++) {
    tempi.push((await manda([2.5 * MB + giro, 2.5 * MB - giro])).ms)
    memoria.push(Math.round(process.memoryUsage().rss / MB))
  }
  const cookie = `operatore=${token}`
  // All requests of the comune in one file.
  const prima = Math.round(process.memoryUsage().rss / MB)
  const csv = { secondi: 0, righe: 0, prima, massima: prima }
  const inizio = performance.now()
  const risposta = await app.inject({ url: '/com/richieste.csv', headers: { cookie }, payloadAsStream: true })
  for await (const pezzo of risposta.stream()) {
    csv.righe += String(pezzo).split('\n').length - 1
    csv.massima = Math.max(csv.massima, Math.round(process.memoryUsage().rss / MB))
  }
  csv.secondi = (performance.now() - inizio) / 1000
  return { app: app as never, altro: { cookie, id, tempi, memoria, csv } }
})
