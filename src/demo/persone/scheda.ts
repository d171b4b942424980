import type { TipoCittadinanza, TipoGeneralitaSoggetto, TipoGenitore, TipoMatrimonio } from '../../contratto/index.ts'
import { type Caso, caso } from './caso.ts'
import { atto, carta, sentenza, soggiorno } from './documenti.ts'
import { type Dove, generalita, type Omocodie } from './generalita.ts'
import { annoDi, testoDi } from './giorni.ts'
import { type Ambiente, type Gruppo, idGruppo, type Persona } from './gruppo.ts'
import { indirizzo } from './indirizzo.ts'
import { altrove, stato } from './luoghi.ts'
import { cognomeItaliano, nomeItaliano } from './nomi.ts'

const cittadinanza = (p: Persona): TipoCittadinanza => ({
  descrizioneStato: p.nazione ? stato(p.nazione.stato).nome : 'ITALIA',
  codiceStato: p.nazione?.stato ?? '100',
  dataValidita: testoDi(p.nascita),
})

/** A parent: the person of the same family, else one of whom the register knows only the names. */
function genitore(c: Caso, p: Persona, sesso: 'M' | 'F', d: Dove): TipoGenitore {
  const suo = sesso === 'M' ? p.padre : p.madre
  if (suo) return { generalita: generalita(suo, d), cittadinanza: cittadinanza(suo) }
  const n = p.nazione
  const nome = n ? c.una(sesso === 'F' ? n.donne : n.uomini) : nomeItaliano(c, sesso, annoDi(p.nascita) - 30)
  const cognome = sesso === 'M' ? p.cognome : n ? c.una(n.cognomi) : cognomeItaliano(c)
  return { generalita: { cognome: cognome.testo, nome: nome.testo } }
}

function nozze(c: Caso, g: Gruppo): TipoMatrimonio['datiMatrimonio'] {
  if (!g.nozze || !g.persone.some(p => p.coniuge)) return undefined
  const { il, luogo } = g.nozze
  return { dataEvento: testoDi(il), luogoEvento: luogo.evento, attoEvento: atto(c, luogo.comune!, il, '2') }
}

/** How the last marriage ended, for who is widowed or divorced. */
function fine(c: Caso, a: Ambiente, p: Persona) {
  if (p.finita === undefined) return undefined
  const luogo = altrove(c, p.finita, a.qui.sigla)
  if (p.statoCivile === '3') {
    const evento = { dataEvento: testoDi(p.finita), luogoEvento: luogo.evento }
    return { vedovanza: { datiMorteconiuge: { ...evento, attoEvento: atto(c, luogo.comune!, p.finita, '1') } } }
  }
  const cessazione = {
    tipoCessazione: c.capita(0.6) ? '1' : '3',
    sentenza: sentenza(c, p.finita, luogo.comune!.nomeComune),
  }
  return { separazioneAnnullamentoCessazioneMatrimonio: cessazione }
}

/** The schede of a group's members, with all that the first pass does not need: it draws from a chance of its own. */
export function schede(a: Ambiente, g: Gruppo, omocodie: Omocodie, questura: string): TipoGeneralitaSoggetto[] {
  const c = caso(a.semi[0], a.semi[1], g.indice, 2)
  const d = { istat: a.istat, indice: g.indice, omocodie }
  const casa = indirizzo(c, a, g)
  const matrimonio = nozze(c, g)
  return g.persone.map((p): TipoGeneralitaSoggetto => {
    const legame = { dataDecorrenza: testoDi(p.ingresso), codiceLegame: p.legame, progressivoComponente: String(p.n) }
    const gruppo = {
      idFamConvComune: idGruppo(g),
      legameSoggetto: { tipoLegame: g.convivenza ? '2' : '1', ...legame },
      dataDecorrenzaLegame: testoDi(p.ingresso),
    }
    const { idSchedaSoggettoComune, ...dati } = generalita(p, d)
    return {
      generalitaSubIscr: {
        ...dati,
        ...(g.estero && { soggettoAIRE: 'S' }),
        ...(idSchedaSoggettoComune && { idSchedaSoggettoComune }),
        dataPrimaIscrizioneComune: testoDi(p.iscrizione),
      },
      statoCivile: { statoCivile: p.statoCivile },
      attributiSoggetto: { senzaFissaDimora: g.senzaDimora ? 'S' : 'N', soggettoCertificabile: '2' },
      dataUltimoAggiornamento: testoDi(p.aggiornata),
      ...(p.motivo && { motivoIscrizioneAPR: p.motivo }),
      ...(p.luogo.comune && { attoNascita: atto(c, p.luogo.comune, p.nascita, '1') }),
      cittadinanza: cittadinanza(p),
      paternita: genitore(c, p, 'M', d),
      maternita: genitore(c, p, 'F', d),
      residenza: { ...casa, dataDecorrenzaResidenza: testoDi(p.residenza) },
      ...(g.convivenza ? { convivenza: gruppo } : { famiglia: gruppo }),
      ...(p.coniuge && { matrimonio: matrimonioCon(p.coniuge, d, matrimonio) }),
      ...fine(c, a, p),
      cartaIdentita: carta(c, a, g, p),
      permessoSoggiorno: soggiorno(c, a, questura, p),
    }
  })
}

const matrimonioCon = (p: Persona, d: Dove, dati: TipoMatrimonio['datiMatrimonio']): TipoMatrimonio => ({
  coniuge: generalita(p, d),
  cittadinanza: cittadinanza(p),
  datiMatrimonio: dati,
  ordineMatrimonio: '1',
})
