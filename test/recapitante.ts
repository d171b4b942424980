// Brings notices into the outbox and out to a mail server, until it is killed. For src/avvisi.test.ts.
import { recapitaAvvisi } from '../src/avvisi.ts'
import { openDb } from '../src/db/index.ts'
import { smtp, spedisci } from '../src/identita/index.ts'
import { segnaInvio } from '../src/richieste/index.ts'
import { it } from '../src/ui/testi/it.ts'

const [url, posta, inizio] = process.argv.slice(2) as [string, string, string]
const db = openDb({ url, ruolo: 'anpr_job', max: 2 })
const partito = Date.now()
const adesso = () => new Date(Date.parse(inizio) + Date.now() - partito).toISOString()
const porta = smtp({ url: posta, mittente: 'anpr@esempio.it' })
const avvisi = recapitaAvvisi(db, {
  testi: it.avvisi,
  inad: undefined,
  canali: porta.canali,
  indirizzo: 'https://anpr.example',
  adesso,
})
process.on('disconnect', () => process.exit())
process.send?.('pronto')
for (;;) {
  await avvisi()
  await spedisci(db, porta, { adesso, dopo: segnaInvio })
}
