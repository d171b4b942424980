import { pesata } from '../persone/caso.ts'
import { anni, testoDi } from '../persone/giorni.ts'
import { allEstero } from '../persone/indirizzo.ts'
import { fuori, stato } from '../persone/luoghi.ts'
import { cognomeItaliano, nomeItaliano } from '../persone/nomi.ts'
import { ESTERI, estero, NAZIONI, type Nazione } from '../tavole/nazioni.ts'
import {
  CONIUGE,
  casa,
  type Fatto,
  FIGLIO,
  ITALIA,
  inAire,
  inFamiglia,
  MAGGIORE,
  type Scena,
  type Seguito,
  straniero,
  èCompagno,
} from './evento.ts'
import { figliDi } from './insieme.ts'
import { eta, type Persona } from './mondo.ts'
import { solo } from './traslochi.ts'
import { dettagli } from './vita.query.ts'

const nazione = pesata(NAZIONI)
const ITALIANA = { descrizioneStato: 'ITALIA', codiceStato: ITALIA }

/** Generalità of somebody who comes from abroad. */
function chi(x: Scena, n: Nazione, o: { sesso: 'M' | 'F'; nascita: number; cognome?: string }): object {
  const nascita = testoDi(o.nascita)
  return {
    cognome: o.cognome ?? x.c.una(n.cognomi).testo,
    nome: x.c.una(o.sesso === 'F' ? n.donne : n.uomini).testo,
    sesso: o.sesso,
    dataNascita: nascita,
    luogoNascita: fuori(n.stato, x.c.una(n.citta)).evento,
    motivo: '4',
    provenienza: { stato: n.stato },
    cittadinanze: [{ descrizioneStato: stato(n.stato).nome, codiceStato: n.stato, dataValidita: nascita }],
  }
}
/** What the comune does after somebody has come: asks for a codice fiscale, and, once it has seen that she lives there (45
 *  days: D.P.R. 223/1989 art. 18-bis), makes the scheda certifiable. */
export const accertata = (fra: number): Seguito[] => [
  dopoIscritta(fra, { gestioneCF: '1' }),
  dopoIscritta(fra + 30, CERTIFICABILE),
]
const CERTIFICABILE = { attributi: { soggettoCertificabile: '2' } }
const dopoIscritta = (fra: number, dati: object): Seguito => ({
  fra,
  prepara({ m }, [id]) {
    const p = m.persona(id ?? '')
    return p?.viva ? { comune: p.comune, servizio: '5008/1', dati: { soggetto: p.id, ...dati } } : undefined
  },
})

/** A foreigner comes to live here, young, to where others are: alone, or with a wife or husband and perhaps a child, who are
 *  enrolled into the new family a few days later. */
export function immigrazione(x: Scena): Fatto | undefined {
  const { m, c, giorno } = x
  const la = m.uno(c, () => true)
  if (!la) return undefined
  const n = nazione(c)
  const sesso = c.capita(0.5) ? 'F' : 'M'
  const nascita = giorno - anni(18) - Math.floor((c.frazione() + c.frazione()) * anni(20))
  const sposi = giorno - nascita > anni(24) && c.capita(0.25)
  const figlio = sposi && c.capita(0.5)
  return {
    comune: la.comune,
    servizio: '1002',
    dati: { ...chi(x, n, { sesso, nascita }), statoCivile: sposi ? 2 : 1, legame: 1, residenza: casa(x, la.comune) },
    dopo: [
      ...accertata(c.fra(1, 6)),
      ...(sposi ? [familiare(n, { legame: CONIUGE, sesso: sesso === 'F' ? 'M' : 'F' })] : []),
      ...(figlio ? [familiare(n, { legame: FIGLIO, sesso: c.capita(0.5) ? 'F' : 'M' })] : []),
    ],
  }
}
const familiare = (n: Nazione, o: { legame: number; sesso: 'M' | 'F' }): Seguito => ({
  fra: 2,
  prepara(x, [id]) {
    const capo = x.m.persona(id ?? '')
    return capo?.viva && capo.legame === 1 && x.m.terra(capo.comune) ? arriva(x, capo, n, o) : undefined
  },
})
function arriva(x: Scena, capo: Persona, n: Nazione, o: { legame: number; sesso: 'M' | 'F' }): Fatto {
  const { c, giorno } = x
  const figlio = o.legame === FIGLIO
  const nascita = figlio
    ? Math.max(capo.nascita + anni(19), giorno - anni(c.fra(1, 15)) - c.fra(1, 300))
    : Math.min(giorno - anni(19), capo.nascita + c.fra(-1500, 1500))
  const cognome = figlio ? { cognome: capo.cognome } : {}
  return {
    comune: capo.comune,
    servizio: '1002',
    dati: {
      ...chi(x, n, { sesso: o.sesso, nascita: Math.min(nascita, giorno - 30), ...cognome }),
      statoCivile: figlio ? 1 : 2,
      legame: o.legame,
      gruppo: capo.gruppo,
    },
    dopo: accertata(c.fra(1, 6)),
  }
}
/** A child, seldom a wife or husband, joins a foreigner who lives here (D.Lgs. 286/1998 art. 29). */
export function ricongiungimento(x: Scena): Fatto | undefined {
  const { m, c, giorno } = x
  const adatto = (p: Persona) =>
    p.legame === 1 && inFamiglia(p) && straniero(p) && eta(p, giorno) > 24 && eta(p, giorno) < 55
  const capo = m.uno(c, adatto)
  const n = capo && NAZIONI.find(([n]) => n.stato === capo.cittadinanza)?.[0]
  if (!capo || !n) return undefined
  const soli = capo.statoCivile === 2 && !m.legato(capo.id) && !m.membri(capo.gruppo).some(èCompagno)
  if (soli) return arriva(x, capo, n, { legame: CONIUGE, sesso: capo.sesso === 'F' ? 'M' : 'F' })
  return arriva(x, capo, n, { legame: FIGLIO, sesso: c.capita(0.5) ? 'F' : 'M' })
}

/** Italians go to AIRE: alone, or the whole family. */
export function espatrio(x: Scena): Fatto | undefined {
  const { m, c, giorno } = x
  const va = (p: Persona) => inFamiglia(p) && !straniero(p) && eta(p, giorno) >= MAGGIORE && eta(p, giorno) < 65
  const intera = (p: Persona) =>
    p.legame === 1 && m.membri(p.gruppo).every(f => !straniero(f) && f.legame !== undefined)
  const p = m.uno(c, p => va(p) && (solo(x, p) || (intera(p) && c.capita(0.15))))
  if (!p) return undefined
  const partono = solo(x, p) ? [p] : m.membri(p.gruppo)
  const dove = estero(c)
  return {
    comune: p.comune,
    servizio: 'A006/1',
    persone: partono.length,
    dati: {
      soggetti: partono.map(s => ({ soggetto: s.id, legame: s === p ? 1 : s.legame })),
      attribuzione: 1,
      residenza: allEstero(c, { dove, citta: c.una(dove.citta) }),
      motivo: 'C01',
      iniziativa: '1',
      individuazione: '1',
    },
  }
}
/** Foreigners who leave are cancelled. */
export function partenza(x: Scena): Fatto | undefined {
  const { m, c, giorno } = x
  const p = m.uno(c, p => straniero(p) && inFamiglia(p) && eta(p, giorno) >= MAGGIORE && solo(x, p))
  return (
    p && {
      comune: p.comune,
      servizio: '2003',
      dati: { soggetto: p.id, motivo: 5, destinazione: { stato: p.cittadinanza } },
    }
  )
}

/** Back from AIRE, the family or one of it, to the comune that has them or, less often, to another. */
export function rimpatrio(x: Scena): Fatto | undefined {
  const { m, c, giorno } = x
  const p = m.uno(c, p => inAire(p) && eta(p, giorno) >= MAGGIORE && eta(p, giorno) < 75, { aire: true })
  const verso = p && (c.capita(0.6) ? p.comune : m.uno(c, () => true)?.comune)
  if (!p || verso === undefined) return undefined
  const residenza = casa(x, verso)
  const famiglia = m.membri(p.gruppo)
  if (p.legame !== 1 && !èCompagno(p) && famiglia.length > 1)
    return { comune: verso, servizio: '5005/2', dati: { soggetti: [{ soggetto: p.id, legame: 1 }], residenza } }
  return { comune: verso, servizio: '5001/4', dati: { famiglia: p.gruppo, residenza }, persone: famiglia.length }
}

/** A family in AIRE moves within its state, as far as we know a consulate there. */
export async function indirizzoAire(x: Scena): Promise<Fatto | undefined> {
  const { m, c, db } = x
  const p = m.uno(c, inAire, { aire: true })
  const codice = p && (await dettagli(db, [p.id])).get(p.id)?.residenza?.localitaEstera?.consolato?.codiceConsolato
  const dove = ESTERI.find(e => e.consolato === codice)
  if (!p || !dove) return undefined
  const soggetti = m.membri(p.gruppo).map(s => ({ soggetto: s.id }))
  return {
    comune: p.comune,
    servizio: 'A006/2',
    persone: soggetti.length,
    dati: { soggetti, residenza: allEstero(c, { dove, citta: c.una(dove.citta) }) },
  }
}

/** Who became a citizen abroad, by descent mostly, enters AIRE. */
export function iscrizioneAire(x: Scena): Fatto | undefined {
  const { m, c, giorno, oggi } = x
  const la = m.uno(c, () => true)
  if (!la) return undefined
  const dove = estero(c)
  const citta = c.una(dove.citta)
  const sesso = c.capita(0.5) ? 'F' : 'M'
  const nato = giorno - anni(c.fra(18, 60)) - c.fra(0, 364)
  const { regione } = m.terra(la.comune)!
  const dataNascita = testoDi(nato)
  return {
    comune: la.comune,
    servizio: 'A002',
    dati: {
      cognome: cognomeItaliano(c, regione).testo,
      nome: nomeItaliano(c, sesso, Number(dataNascita.slice(0, 4)), regione).testo,
      sesso,
      dataNascita,
      luogoNascita: fuori(dove.stato, citta).evento,
      motivo: 'C05',
      iniziativa: '4',
      individuazione: '3',
      cittadinanze: [
        { ...ITALIANA, dataValidita: oggi },
        { descrizioneStato: stato(dove.stato).nome, codiceStato: dove.stato, dataValidita: dataNascita },
      ],
      statoCivile: 1,
      legame: 1,
      residenza: allEstero(c, { dove, citta }),
    },
    dopo: accertata(c.fra(1, 6)).slice(0, 1),
  }
}

/** A foreigner becomes a citizen, and with her the minors who live with her (L. 91/1992 art. 14); most keep the first
 *  citizenship too. */
export async function cittadinanza(x: Scena): Promise<Fatto | undefined> {
  const { m, c } = x
  const p = m.uno(c, p => straniero(p) && !m.membri(p.gruppo).some(f => f.narrata))
  if (!p) return undefined
  const figli = p.legame === 1 || èCompagno(p) ? figliDi(x, p).filter(straniero) : []
  const diventa = await italiana(x, p)
  return (
    diventa && {
      ...diventa,
      persone: 1 + figli.length,
      dopo: figli.map(f => ({
        fra: 0,
        prepara: (y: Scena) => (f.viva && straniero(f) && y.m.terra(f.comune) ? italiana(y, f) : undefined),
      })),
    }
  )
}
async function italiana({ db, c, oggi }: Scena, p: Persona): Promise<Fatto | undefined> {
  const prime = c.capita(0.7) ? ((await dettagli(db, [p.id])).get(p.id)?.cittadinanze ?? []) : []
  const cittadinanze = [{ ...ITALIANA, dataValidita: oggi }, ...prime.filter(k => k.codiceStato !== ITALIA)]
  return { comune: p.comune, servizio: '5008/2', dati: { soggetto: p.id, cittadinanze } }
}
