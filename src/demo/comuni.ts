import { giorniDiIngresso, sorte } from './ingressi.ts'
import { type Fornitura, FornituraImpossibile } from './persone/fornitura.ts'
import { giornoDi, testoDi } from './persone/giorni.ts'
import { type Terra, terra, terre } from './persone/luoghi.ts'
import { type Piano, piano, type Strada, strada } from './strada.ts'
import { DENTRO, FUORI, PIANIFICATI } from './tavole/paese.ts'

export type ComuneDemo =
  | { istat: string; stato: 'in'; subentrato: string /** The day is the true one. */; vero: boolean }
  | { istat: string; stato: 'pianificato'; strada: Strada; piano: Piano /** What the plan said before it was moved. */; pianoDiPrima?: Piano }
  | { istat: string; stato: 'fuori'; strada: Strada } // biome-ignore format: a variant a line

/** The seven that tried the system out. */
export const PILOTA: readonly string[] = ['110002', '016024', '097042', '048017', '015146', '100005', '001272']

const NOTI = new Map(
  DENTRO.trim()
    .split('\n')
    .map(r => r.trim().split(' '))
    .map(([istat, giorno]) => [istat!, { giorno: giorno!.replace('~', ''), vero: !giorno!.startsWith('~') }]),
)
const codici = (elenco: string) => elenco.trim().split(/\s+/)
const CON_PIANO = codici(PIANIFICATI)
const SENZA_PIANO = new Set(codici(FUORI))

/** The demo's country on a day: every active comune, who is in since when, who is planned for the twelve weeks to come, who
 *  is not in and how far on its road. Same day, same answer. */
export function comuniDemo(oggi: string): readonly ComuneDemo[] {
  const n = giornoDi(oggi)
  if (n === undefined) throw new FornituraImpossibile('estratta', `${oggi} non è un giorno scritto AAAA-MM-GG`)
  const noti = [...NOTI].flatMap(([istat, { giorno }]) => (terra(istat) ? giornoDi(giorno)! : []))
  const fuori = (t: Terra) => SENZA_PIANO.has(t.istat) || !t.il(n - 1) // founded today: it had no day to enter
  const pianificati = new Map(CON_PIANO.map((istat, i) => [istat, i]))
  const altri = terre().filter(t => !NOTI.has(t.istat) && !pianificati.has(t.istat) && !fuori(t))
  const giorni = giorniDiIngresso(noti, altri, n - 1)
  return terre().map(({ istat }): ComuneDemo => {
    const noto = NOTI.get(istat)
    if (noto) return { istat, stato: 'in', subentrato: noto.giorno, vero: noto.vero }
    const giorno = giorni.get(istat)
    if (giorno !== undefined) return { istat, stato: 'in', subentrato: testoDi(giorno), vero: false }
    const posto = pianificati.get(istat)
    if (posto === undefined) return { istat, stato: 'fuori', strada: strada(istat, n, false) }
    const preferito = n + 7 + ((posto * 37) % 91)
    const spostato = sorte(istat, 9) < 0.3
    return {
      istat,
      stato: 'pianificato',
      strada: strada(istat, n, true),
      piano: piano(preferito),
      ...(spostato && { pianoDiPrima: piano(preferito - 28) }),
    }
  })
}

/** A comune's register at the demo's scale: one invented resident for `scala` true ones, at least one, and a tenth as many
 *  abroad (6.4 million against 59: ISTAT and the ministry, 2025); and on top the families of its stories. Throws FornituraImpossibile for an unknown comune. */
export function fornituraDemo(istat: string, scala: number, estratta: string): Fornitura {
  const qui = terra(istat)
  if (!qui) throw new FornituraImpossibile('comune', `nessun comune attivo ha il codice ISTAT ${istat}`)
  const residenti = Math.max(1, Math.round(qui.abitanti / scala))
  const aire = Math.round(residenti / 10)
  return { comune: istat, soggetti: residenti + aire, aire, seme: 1, versione: 1, estratta, storie: true }
}
