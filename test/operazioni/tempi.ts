import { famigliaAl, type Quando, schedeAl } from '../../src/anagrafe/motore/storia.ts'
import type { Tx } from '../../src/db/index.ts'
import { diff, inOrdine, type Mondo } from './mondo.ts'

const MOTIVO = { chi: { ruolo: 'sistema', id: 'prova' }, finalita: 'verifica', servizio: 'prova' } as const

/** What the register answered while a life went on: what it must answer again, whatever happened since, to who asks how it
 *  then said that things had been on a day. What it answers about days is held against a model of its own in `vite.ts`. */
export class Tempi {
  private readonly risposte: { quando: string; al: string; persone: string; famiglie: string }[] = []
  private readonly giorni: readonly string[]
  constructor(giorni: readonly string[]) {
    this.giorni = giorni
  }

  /** Asks, and keeps whole copies of the answers. */
  async osserva(tx: Tx, m: Mondo, quando: string): Promise<void> {
    for (const al of this.giorni) this.risposte.push({ quando, al, ...(await risposta(tx, m, { al })) })
  }

  /** Asks again as of then. @throws an Error that names the day and the instant */
  async verifica(tx: Tx, m: Mondo): Promise<void> {
    for (const { quando, al, persone, famiglie } of this.risposte) {
      const ora = await risposta(tx, m, { al, detto: quando })
      for (const [cosa, era, è] of [
        ['persons', persone, ora.persone],
        ['families', famiglie, ora.famiglie],
      ])
        if (era !== è) throw new Error(`${cosa} on ${al} as said on ${quando}:\n  ${diff(è!, era!)}`)
    }
    for (const al of this.giorni) await famiglieAl(tx, m, al)
  }
}

/** Who lived in a family on a day is who then lived in it by his own scheda, found one by one over the whole register. */
async function famiglieAl(tx: Tx, m: Mondo, al: string): Promise<void> {
  const tutte = await schedeAl(
    tx,
    MOTIVO,
    m.schede.map(s => s.id),
    { al },
  )
  for (const g of m.gruppi) {
    const { membri } = await famigliaAl(tx, MOTIVO, g.id, { al })
    const attesi = [...tutte.values()].filter(s => s.scheda.stato === 'A' && s.scheda.gruppo_id === g.id)
    const [trovati, veri] = [membri, attesi].map(l =>
      l
        .map(s => Number(s.scheda.id))
        .sort((a, b) => a - b)
        .join(' '),
    )
    if (trovati !== veri) throw new Error(`family ${g.id} on ${al}: found ${trovati}, expected ${veri}`)
  }
}

async function risposta(tx: Tx, m: Mondo, q: Quando) {
  const persone = await schedeAl(
    tx,
    MOTIVO,
    m.schede.map(s => s.id),
    q,
  )
  const famiglie: [string, string[], string | undefined][] = []
  for (const g of m.gruppi) {
    const f = await famigliaAl(tx, MOTIVO, g.id, q)
    famiglie.push([g.id, f.membri.map(s => s.scheda.id), f.nonNotaPrimaDel])
  }
  // The scheda carries which effects the present comes from: the answer is not about that.
  const senzaTeste = [...persone].map(([id, p]) => [id, { ...p, scheda: { ...p.scheda, teste: null } }])
  return {
    persone: JSON.stringify(senzaTeste, inOrdine),
    famiglie: JSON.stringify(famiglie.filter(([, membri]) => membri.length)),
  }
}
