import type {
  TipoAnnullamentoMatrimonio,
  TipoComune,
  TipoConvivenzaDiFatto,
  TipoGeneralitaSoggetto,
  TipoMatrimonio,
} from '../../contratto/index.ts'
import { etaAlMatrimonio } from '../tavole/statoCivile.ts'
import type { Caso } from './caso.ts'
import { cittadinanza } from './cittadinanza.ts'
import { atto, sentenza } from './documenti.ts'
import { type Dove, generalita } from './generalita.ts'
import { anni, annoDi, annoMeseGiorno, giorno, testoDi } from './giorni.ts'
import { type Ambiente, type Gruppo, giornoFra, type Persona } from './gruppo.ts'
import { altrove, fuori } from './luoghi.ts'
import { cognomeItaliano, type Nome, nomeItaliano } from './nomi.ts'

/** Law 76/2016; negotiated separations and divorces (decree-law 132/2014, in force). */
const CONTRATTI_DAL = giorno(2016, 6, 5)
const ACCORDI_DAL = giorno(2014, 12, 11)
/** Of a hundred unmarried couples how many are entered as convivenza di fatto: no table known, a guess. */
const CONVIVENZE_DI_FATTO = 0.25
/** Of a hundred divorces how many are before the civil registrar or by negotiation (ISTAT, 2023: 44 %, of separations 32 %). */
const ACCORDI = 0.4

type Nozze = TipoMatrimonio['datiMatrimonio']
type Sezioni = Pick<
  TipoGeneralitaSoggetto,
  'matrimonio' | 'vedovanza' | 'separazioneAnnullamentoCessazioneMatrimonio' | 'unioneCivile' | 'convivenzaDiFatto'
>

/** The day on which the heads of the family were joined, told alike in both their schede. */
export function nozzeDi(c: Caso, a: Ambiente, g: Gruppo): Nozze {
  if (!g.nozze || !g.persone.some(p => p.coniuge)) return undefined
  const { il, luogo } = g.nozze
  const qui = a.qui.il(il)?.comune ?? a.qui.il(a.oggi)!.comune!
  const evento = { dataEvento: testoDi(il), luogoEvento: luogo.evento }
  const tratto = atto(c, luogo.comune ?? qui, il, a.oggi, c.capita(0.55) || !luogo.comune ? '2' : '1')
  if (luogo.comune) return { ...evento, attoEvento: tratto }
  // Abroad: transcribed here for an Italian; foreigners have no act in Italy.
  return g.persone.every(p => p.nazione)
    ? evento
    : { ...evento, attoEvento: { ...tratto, serie: 'C', trascritto: '1' } }
}

/** The contract of a couple that lives together unmarried, or undefined where there is none. */
export function contrattoDi(c: Caso, a: Ambiente, g: Gruppo): TipoConvivenzaDiFatto['contrattoStipula'] {
  const capo = g.persone.find(p => p.convivente)
  if (!capo || a.oggi < CONTRATTI_DAL || g.genere !== 'famiglia') return undefined
  if (!c.capita(CONVIVENZE_DI_FATTO) && !capo.fisso) return undefined
  const dal = Math.max(
    CONTRATTI_DAL,
    g.nozze!.il,
    g.origine,
    ...g.persone.map(p => (p.convivente ? (p.finita ?? CONTRATTI_DAL) : CONTRATTI_DAL)),
  )
  const il = giornoFra(c, dal, a.oggi)
  const qui = a.qui.il(a.oggi)!.comune!
  return {
    data: testoDi(il),
    protocollo: `${c.fra(1000, 99999)}/${annoDi(il)}`,
    luogoEvento: { comune: qui },
    professionista: `NOTAIO ${cognomeItaliano(c, a.qui.regione).testo}`,
    comuneRegistrazione: qui,
  }
}

export type Ex = NonNullable<NonNullable<Persona['fisso']>['ex']>

interface Legami {
  nozze: Nozze
  contratto: TipoConvivenzaDiFatto['contrattoStipula']
  /** The spouse of the marriage that ended. */
  ex: Ex | undefined
  /** Whether the head was married before: the scheda has room for the last marriage only. */
  seconde: boolean
}

/** All that a scheda says of the bonds of a person, present and ended. */
export function unioni(c: Caso, a: Ambiente, p: Persona, d: Dove, { nozze, contratto, ex, seconde }: Legami): Sezioni {
  const s: Sezioni = {}
  if (p.coniuge && p.statoCivile === '6') {
    s.unioneCivile = { unitoCivilmente: generalita(p.coniuge, d), attoUnione: nozze, cittadinanza: cittadinanza(a, p.coniuge), ordineUnione: '1' } // biome-ignore format: one line
  } else if (p.coniuge) {
    s.matrimonio = { coniuge: generalita(p.coniuge, d), cittadinanza: cittadinanza(a, p.coniuge), datiMatrimonio: nozze, ordineMatrimonio: seconde && p.n === 1 ? '2' : '1' } // biome-ignore format: one line
  } else if (p.finita !== undefined && ex) Object.assign(s, finita(c, a, p, p.finita, ex))
  if (p.convivente && contratto) {
    s.convivenzaDiFatto = { convivente: generalita(p.convivente, d), cittadinanza: cittadinanza(a, p.convivente), contrattoStipula: contratto, ordineConvivenza: '1' } // biome-ignore format: one line
  }
  return s
}

/** A marriage that ended: the spouse, of whom the file has no scheda, and how it ended. */
function finita(c: Caso, a: Ambiente, p: Persona, fine: number, ex: Ex): Sezioni {
  const luogo = altrove(c, ex.il, a.qui.sigla)
  const suoi = {
    cognome: ex.cognome,
    nome: ex.nome,
    sesso: p.sesso === 'F' ? 'M' : 'F',
    dataNascita: testoDi(ex.nascita),
  }
  const natoIn =
    p.nazione && c.capita(0.8) ? fuori(p.nazione.stato, c.una(p.nazione.citta)) : altrove(c, ex.nascita, a.qui.sigla)
  const matrimonio: TipoMatrimonio = {
    coniuge: { ...suoi, luogoNascita: natoIn.evento },
    datiMatrimonio: {
      dataEvento: testoDi(ex.il),
      luogoEvento: luogo.evento,
      attoEvento: atto(c, luogo.comune!, ex.il, a.oggi, '2'),
    },
    ordineMatrimonio: '1',
  }
  const dove = altrove(c, fine, a.qui.sigla)
  if (p.statoCivile === '3') {
    const evento = { dataEvento: testoDi(fine), luogoEvento: dove.evento }
    const morte = { ...evento, attoEvento: atto(c, dove.comune!, fine, a.oggi, '1') }
    return { matrimonio, vedovanza: { datiMorteconiuge: morte, ordineMatrimonioPrecedente: '1' } }
  }
  return { matrimonio, separazioneAnnullamentoCessazioneMatrimonio: cessazione(c, a, p, fine, dove.comune!) }
}

/** An invented spouse of about the same age, and the day of the wedding; of the children's surname, where they bear the father's. */
export function exDi(c: Caso, p: Persona, fine: number, deiFigli?: Nome): Ex {
  const sesso = p.sesso === 'F' ? 'M' : 'F'
  const nascita = p.nascita - (sesso === 'M' ? 1 : -1) * anni(c.fra(-2, 7))
  const n = p.nazione ?? p.origine
  const attesa = p.nascita + anni(etaAlMatrimonio(annoDi(p.nascita)) + (c.frazione() - 0.5) * 8)
  const maggiorenni = Math.max(nascita, p.nascita) + anni(18) + 1
  // Before the end, however early that was.
  const il = Math.max(Math.min(attesa, fine - anni(1)), Math.min(maggiorenni, fine - 1))
  return {
    cognome: (deiFigli ?? (n ? c.una(n.cognomi) : cognomeItaliano(c, p.zona))).testo,
    nome: (n ? c.una(sesso === 'F' ? n.donne : n.uomini) : nomeItaliano(c, sesso, annoMeseGiorno(nascita).anno, p.zona))
      .testo,
    nascita,
    il,
  }
}

/** Decode table 31: 1 and 3 by a court, 6 and 7 by agreement; 5 and 8 are separations, which end nothing. Table 32: 1 an Italian court,
 *  4 a registrar or lawyers. */
function cessazione(c: Caso, a: Ambiente, p: Persona, fine: number, sede: TipoComune): TipoAnnullamentoMatrimonio {
  const accordo = fine >= ACCORDI_DAL && c.capita(ACCORDI)
  const religioso = c.capita(0.6)
  const tipo = p.statoCivile === '2' ? (accordo ? '8' : '5') : religioso ? (accordo ? '6' : '1') : accordo ? '7' : '3'
  return {
    tipoCessazione: tipo,
    sentenza: accordo
      ? {
          ...sentenza(c, fine, sede.nomeComune),
          tipoTribunale: '4',
          autorita: `UFFICIALE DELLO STATO CIVILE DI ${sede.nomeComune}`,
        }
      : sentenza(c, fine, sede.nomeComune),
    attoAnnullamentoMatrimonio: atto(c, sede, fine, a.oggi, '2'),
  }
}

/** A parent of whom the register knows only the names. */
export function nomiDelGenitore(
  c: Caso,
  p: Persona,
  sesso: 'M' | 'F',
  nato: number,
): { cognome: string; nome: string } {
  const n = p.nazione ?? p.origine
  const suoNome = n ? c.una(sesso === 'F' ? n.donne : n.uomini) : nomeItaliano(c, sesso, nato, p.zona)
  if (sesso === 'M' && p.cognome.testo !== '') return { cognome: p.cognome.testo, nome: suoNome.testo }
  return { cognome: (n ? c.una(n.cognomi) : cognomeItaliano(c, p.zona)).testo, nome: suoNome.testo }
}
