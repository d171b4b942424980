import type {
  TipoAtto,
  TipoCartaIdentita,
  TipoComune,
  TipoPermessoSoggiorno,
  TipoSentenza,
} from '../../contratto/index.ts'
import type { Caso } from './caso.ts'
import { anni, annoDi, annoMeseGiorno, giorno, testoDi } from './giorni.ts'
import type { Ambiente, Gruppo, Persona } from './gruppo.ts'

const ALFABETO = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const cifre = (c: Caso, quante: number) => String(c.sotto(10 ** quante)).padStart(quante, '0')
const lettere = (c: Caso, quante: number) => Array.from({ length: quante }, () => ALFABETO[c.sotto(26)]).join('')

/** The electronic card began on 4 July 2016 and took two years to reach every comune (D.M. 23 December 2015). */
const ELETTRONICHE_DAL = giorno(2016, 7, 4)
const SOLO_ELETTRONICHE = giorno(2018, 9, 1)

/** An identity card, valid to the birthday after three, five or ten years by age (decree-law 70/2011, art. 10; decree-law 5/2012, art. 7).
 *  Its number tells the kind: CA00000AA electronic, AX0000000 on paper. What `cartaceaElettronica` means is published nowhere, so it
 *  is left out. */
export function carta(c: Caso, a: Ambiente, g: Gruppo, p: Persona): TipoCartaIdentita | undefined {
  const eta = (a.oggi - p.nascita) / 365.2425
  const durata = eta < 3 ? 3 : eta < 18 ? 5 : 10
  const rilascio = a.oggi - c.sotto(Math.min(anni(durata) - 1, a.oggi - p.iscrizione + 1))
  const { mese, di } = annoMeseGiorno(p.nascita)
  const compiuto = annoDi(rilascio) + durata
  const compleanno = giorno(compiuto, mese, di)
  const scadenza = compleanno >= rilascio + anni(durata) ? compleanno : giorno(compiuto + 1, mese, di)
  if (!c.capita(eta < 14 ? 0.6 : 0.93) && !p.fisso) return undefined
  const ente = g.estero
    ? { consolatoRilascio: { codiceConsolato: g.estero.dove.consolato, descrizioneConsolato: g.estero.dove.sede } }
    : { comuneRilascio: a.qui.il(rilascio)?.comune ?? a.qui.il(a.oggi)!.comune! }
  const elettronica = rilascio >= SOLO_ELETTRONICHE || (rilascio >= ELETTRONICHE_DAL && c.capita(0.4))
  return {
    numero: elettronica ? `C${lettere(c, 1)}${cifre(c, 5)}${lettere(c, 2)}` : `A${c.una([...'RSTUVX'])}${cifre(c, 7)}`,
    dataRilascio: testoDi(rilascio),
    interdizioneEspatrio: p.nazione ? 'S' : 'N',
    ...ente,
    dataScadenza: testoDi(scadenza),
  }
}

/** Decode table 8: 1 permesso, 2 long-term, 3 permanent attestation, 4 attestation of EU citizens. */
export function soggiorno(c: Caso, a: Ambiente, questura: string, p: Persona): TipoPermessoSoggiorno | undefined {
  if (!p.nazione) return undefined
  const stabile = p.iscrizione < a.oggi - anni(5) && c.capita(0.7)
  const rilascio = a.oggi - c.sotto(Math.min(anni(2) - 60, a.oggi - p.iscrizione + 1))
  const base = { numeroSoggiorno: `I${cifre(c, 8)}` }
  if (p.nazione.ue) {
    return {
      ...base,
      tipoSoggiorno: stabile ? '3' : '4',
      dataRilascio: testoDi(rilascio),
      comune: a.qui.il(a.oggi)!.comune!,
    }
  }
  return {
    ...base,
    tipoSoggiorno: stabile ? '2' : '1',
    dataRilascio: testoDi(rilascio),
    dataScadenza: testoDi(rilascio + anni(stabile ? 10 : 2)),
    questuraRilascioSoggiorno: questura,
    numeroPassaporto: `${lettere(c, 2)}${cifre(c, 7)}`,
  }
}

/** An act, formed on the day of its event or within three days; its year is that of its forming. */
export function atto(c: Caso, comune: TipoComune, il: number, oggi: number, parte: '1' | '2'): TipoAtto {
  const formato = Math.min(il + c.sotto(4), oggi)
  return {
    comuneRegistrazione: comune,
    anno: String(annoDi(formato)),
    parte,
    serie: 'A',
    numeroAtto: String(c.fra(1, 900)),
    dataFormazioneAtto: testoDi(formato),
  }
}

export const sentenza = (c: Caso, il: number, sede: string): TipoSentenza => ({
  data: testoDi(il),
  numero: `${c.fra(1, 4000)}/${annoDi(il)}`,
  tipoTribunale: '1',
  autorita: `TRIBUNALE DI ${sede}`,
  dataValidita: testoDi(il),
})
