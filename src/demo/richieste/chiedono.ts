import type { Territorio } from '../../anagrafe/index.ts'
import type { Db } from '../../db/index.ts'
import { utentiDi } from '../../identita/index.ts'
import { apriRettifica, type RichiestaVissuta, versaRichieste } from '../../richieste/index.ts'
import { PILOTA } from '../comuni.ts'
import { operatoreDemo } from '../operatori/operatori.ts'
import { caso } from '../persone/caso.ts'
import { giornoDi, testoDi } from '../persone/giorni.ts'
import { STORIE } from '../storie/elenco.ts'
import { vuole } from './dati.ts'
import { racconta } from './racconta.ts'
import { giaChiesto, type Richiedente, richiedenti } from './richiedenti.query.ts'

/** How many adults to one who has asked for something in the last year. The true country had one in some 470 in its first
 *  (CITTADINO 3.1): a demo of one to a thousand would have nothing to look at. */
const OGNI = 20
/** In each comune of the trial, as far as it has people. */
const ALMENO = 12

/** People of the demo have asked for corrections in the last year, and their comuni have answered, more or less. Nobody of
 *  the stories: whoever comes in as one of them begins with an empty list. Same people, same requests.
 *  @param job reads the register; `sito` writes what citizens and officers would have written */
export async function chiedono(job: Db, sito: Db, o: { territorio: Territorio; oggi: string }): Promise<void> {
  if (await giaChiesto(job)) return
  const qui = PILOTA.flatMap(istat => o.territorio.comuneAttivo(istat)?.comune ?? [])
  const tranne = STORIE.map(s => s.codiceFiscale)
  const persone = await richiedenti(job, { oggi: o.oggi, ogni: OGNI, almeno: ALMENO, qui, tranne })
  const adesso = `${o.oggi}T00:00:00+01:00`
  const piano = persone.flatMap(p =>
    Array.from({ length: quante(p, persone, qui) }, (_, k) => {
      const c = caso(p.sorte, k, 25, 10)
      // A few more of late: the service gets known.
      return { p, c, giorno: testoDi(giornoDi(o.oggi)! - 1 - Math.floor(365 * c.frazione() ** 1.15)) }
    }),
  )
  await sito.tx(async tx => {
    for (const comune of qui)
      await apriRettifica(tx, { comune, dal: '2021-04-15', al: '2021-06-23', chi: 'demo', adesso })
    await apriRettifica(tx, { comune: 0, dal: '2021-06-24', chi: 'demo', adesso })
    const uffici = new Map<number, string>()
    for (const comune of new Set(persone.map(p => p.comune)))
      uffici.set(comune, await operatoreDemo(tx, { comune }, 'ufficiale', adesso))
    const entrati = new Map(piano.map(x => [x.p.codice_fiscale, `${x.giorno}T06:00:00+01:00`]))
    const utenti = await utentiDi(tx, entrati)
    const richieste = piano.flatMap(({ p, c, giorno }): RichiestaVissuta[] => {
      const dati = vuole(p, c)
      const utente = utenti.get(p.codice_fiscale)!
      const vicenda = { utente, ufficio: uffici.get(p.comune)!, giorno, lentezza: lentezza(p.comune), dati, adesso }
      return dati.length === 0 ? [] : [{ utente, scheda: p.scheda, comune: p.comune, ...racconta(vicenda, c) }]
    })
    await versaRichieste(
      tx,
      richieste.toSorted((a, b) => (a.inviata < b.inviata ? -1 : 1)),
    )
  })
}

/** Once; more often where a comune of the trial has so few people that its list would be empty. */
const quante = (p: Richiedente, persone: readonly Richiedente[], qui: readonly number[]): number =>
  qui.includes(p.comune) ? Math.min(4, Math.ceil(ALMENO / persone.filter(x => x.comune === p.comune).length)) : 1

/** Most comuni answer as most do, some at once, some hardly ever. */
const lentezza = (comune: number): number => {
  const f = caso(comune, 5, 25, 10).frazione()
  return f < 0.25 ? 0.5 : f < 0.8 ? 1 : 2.6
}
