import type { TipoAltraLingua, TipoAtto, TipoGeneralitaSoggetto, TipoGenitore } from '../../contratto/index.ts'
import { altriDati, censimento, eraQui, etaDi, liste } from './altri.ts'
import { type Caso, caso } from './caso.ts'
import { altreCittadinanze, cittadinanza } from './cittadinanza.ts'
import { atto, carta, soggiorno } from './documenti.ts'
import { type Dove, generalita, type Omocodie } from './generalita.ts'
import { anni, annoDi, testoDi } from './giorni.ts'
import { type Ambiente, type Gruppo, idGruppo, type Persona } from './gruppo.ts'
import { altraLingua, indirizzo } from './indirizzo.ts'
import { contrattoDi, type Ex, exDi, nomiDelGenitore, nozzeDi, unioni } from './unioni.ts'

/** Of a hundred schede, whose codice fiscale Agenzia delle Entrate does not confirm; it knows few of those born abroad (SUBENTRO 1.6). */
const NON_VALIDATI = { qui: 0.004, estero: 0.3 }

/** A parent: the person of the same family; else the spouse that the other parent had; else one of whom the register knows only the
 *  names, the same for brothers and sisters. */
function genitore(c: Caso, a: Ambiente, p: Persona, sesso: 'M' | 'F', d: Dove, f: Fuori): TipoGenitore {
  const suo = sesso === 'M' ? p.padre : p.madre
  if (suo) return { generalita: generalita(suo, d), cittadinanza: cittadinanza(a, suo) }
  const altro = sesso === 'M' ? p.madre : p.padre
  const ex = altro && f.ex.get(altro)
  if (ex) return { generalita: { cognome: ex.cognome, nome: ex.nome, sesso, dataNascita: testoDi(ex.nascita) } }
  const noti = altro && f.genitori.get(altro)
  const nomi = noti ?? nomiDelGenitore(c, p, sesso, annoDi(p.nascita) - 30)
  if (altro) f.genitori.set(altro, nomi)
  return { generalita: nomi }
}

/** Who is told of in a group's schede without being in the file: spouses that were, and parents by the other parent. */
interface Fuori {
  ex: Map<Persona, Ex>
  genitori: Map<Persona, { cognome: string; nome: string }>
}
function fuoriDalFile(c: Caso, g: Gruppo): Fuori {
  const ex = new Map<Persona, Ex>()
  for (const p of g.persone) {
    if (p.finita === undefined || p.coniuge) continue
    ex.set(p, p.fisso?.ex ?? exDi(c, p, p.finita, g.persone.find(f => f.madre === p)?.cognome))
  }
  return { ex, genitori: new Map() }
}

/** The act of birth: where one was born, or for an Italian born abroad the one transcribed here. */
function nascita(c: Caso, a: Ambiente, p: Persona): TipoAtto | undefined {
  if (p.luogo.comune) return atto(c, p.luogo.comune, p.nascita, a.oggi, c.capita(0.7) ? '1' : '2')
  if (p.nazione) return undefined
  const trascritto = Math.min(a.oggi, Math.max(p.iscrizione, p.nascita + anni(c.frazione())))
  return {
    ...atto(c, a.qui.il(trascritto)?.comune ?? a.qui.il(a.oggi)!.comune!, trascritto, a.oggi, '2'),
    serie: 'B',
    trascritto: '1',
  }
}

/** The schede of a group's members, with all that the first pass does not need: it draws from a chance of its own. */
export function schede(a: Ambiente, g: Gruppo, omocodie: Omocodie, questura: string): TipoGeneralitaSoggetto[] {
  const [uno, due] = g.semi ?? a.semi
  const c = caso(uno, due, g.seme, 2)
  const d = { istat: a.istat, indice: g.indice, omocodie }
  const { lingua, ...casa } = indirizzo(c, a, g)
  const inLingua: TipoAltraLingua[] | undefined = lingua && altraLingua(a, lingua)
  const nozze = nozzeDi(c, a, g)
  const contratto = contrattoDi(c, a, g)
  const censita = censimento(c, a, g)
  const fuori = fuoriDalFile(c, g)
  return g.persone.map((p): TipoGeneralitaSoggetto => {
    const eta = etaDi(a, p)
    const legame = { dataDecorrenza: testoDi(p.ingresso), codiceLegame: p.legame, progressivoComponente: String(p.n) }
    const gruppo = {
      idFamConvComune: idGruppo(g),
      legameSoggetto: { tipoLegame: g.convivenza ? '2' : '1', ...legame },
      dataDecorrenzaLegame: testoDi(p.ingresso),
    }
    const { idSchedaSoggettoComune, codiceFiscale, ...dati } = generalita(p, d)
    const noto = !(
      p.fisso?.nonValidato ??
      (!p.fisso && c.capita(p.luogo.comune ? NON_VALIDATI.qui : g.estero ? NON_VALIDATI.estero : 0.03))
    )
    const altre = altreCittadinanze(c, g, p)
    return {
      generalitaSubIscr: {
        // Decode table 22: 1 validated, 9 not.
        ...(codiceFiscale && { codiceFiscale: { ...codiceFiscale, validitaCF: noto ? '1' : '9' } }),
        ...dati,
        ...(g.estero && { soggettoAIRE: 'S' }),
        ...(idSchedaSoggettoComune && { idSchedaSoggettoComune }),
        dataPrimaIscrizioneComune: testoDi(p.iscrizione),
      },
      statoCivile: { statoCivile: p.statoCivile },
      attributiSoggetto: { senzaFissaDimora: g.senzaDimora ? 'S' : 'N', soggettoCertificabile: '2' },
      dataUltimoAggiornamento: testoDi(p.aggiornata),
      ...(p.motivo && { motivoIscrizioneAPR: p.motivo }),
      attoNascita: nascita(c, a, p),
      cittadinanza: cittadinanza(a, p),
      paternita: genitore(c, a, p, 'M', d, fuori),
      maternita: genitore(c, a, p, 'F', d, fuori),
      residenza: { ...casa, dataDecorrenzaResidenza: testoDi(p.residenza) },
      ...(inLingua && { altraLingua: inLingua }),
      ...(g.convivenza ? { convivenza: gruppo } : { famiglia: gruppo }),
      ...unioni(c, a, p, d, { nozze, contratto, ex: fuori.ex.get(p), seconde: g.nozze?.seconde ?? false }),
      cartaIdentita: carta(c, a, g, p),
      permessoSoggiorno: soggiorno(c, a, questura, p),
      ...liste(a, p, eta),
      ...(eraQui(p, censita) && { censimento: censita }),
      altriDati: altriDati(c, p, eta),
      ...(altre && { altraCittadinanza: altre }),
      ...p.fisso?.sezioni,
    }
  })
}
