import { giornoDi, quando } from '../../calendario/index.ts'
import { type DatiRifiuto, RichiestaRifiutata } from '../../richieste/index.ts'
import { inLettere, type Testi } from '../../ui/index.ts'

/** A refusal as the page shows it: beside a field, or above them all. */
export interface Guasto {
  readonly campo: 'note' | 'motivo' | 'testo' | undefined
  readonly testo: string
  readonly stato: 404 | 409 | 422
}

type Parole = { readonly [N in keyof DatiRifiuto]: (d: DatiRifiuto[N], t: Testi) => Guasto }
const entro = (quandoEra: string, t: Testi): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(quandoEra)) return inLettere(quandoEra, t)
  return t.com.richiesta.mosse.alle(inLettere(giornoDi(quandoEra), t), quando(quandoEra).ora)
}
const CAMPI = ['note', 'motivo', 'testo'] as const

/** Every refusal of requests in the words of an officer. */
const PAROLE: Parole = {
  RichiestaNonTrovata: (_, t) => ({ campo: undefined, testo: t.com.rifiuti.nonTrovata, stato: 404 }),
  MossaNonAmmessa: (d, t) => ({
    campo: undefined,
    testo: t.com.rifiuti.nonAmmessa(t.com.stati[d.stato]!, d.ammesse.map(a => t.com.stati[a]!).join(', ')),
    stato: 409,
  }),
  NoteMancanti: (_, t) => ({ campo: 'note', testo: t.com.rifiuti.noteMancanti, stato: 422 }),
  MotivoMancante: (_, t) => ({ campo: 'motivo', testo: t.com.rifiuti.motivoMancante, stato: 422 }),
  TroppoTardi: (d, t) => ({ campo: undefined, testo: t.com.rifiuti.troppoTardi(entro(d.entro, t)), stato: 409 }),
  GiaProrogata: (_, t) => ({ campo: undefined, testo: t.com.rifiuti.giaProrogata, stato: 409 }),
  CampiErrati: (d, t) => {
    const [nome = '', difetto = ''] = Object.entries(d.campi)[0] ?? []
    const r = t.com.rifiuti
    const campo = CAMPI.find(c => c === nome)
    if (nome === 'esiti') return { campo, testo: r.esiti, stato: 422 }
    const parole = r.campi[difetto]
    return { campo, testo: parole ? `${r.nomiCampi[nome] ?? nome} ${parole}` : r.altro(nome), stato: 422 }
  },
  RettificaNonAperta: (_, t) => ({ campo: undefined, testo: t.com.rifiuti.nonAperta, stato: 409 }),
}

const parole = <N extends keyof DatiRifiuto>(e: RichiestaRifiutata<N>, t: Testi): Guasto => PAROLE[e.nome](e.dati, t)

/** @throws what is no refusal of requests */
export function guastoDi(e: unknown, t: Testi): Guasto {
  if (!(e instanceof RichiestaRifiutata)) throw e
  return parole(e, t)
}
