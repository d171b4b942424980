import { type Caso, pesata } from '../persone/caso.ts'
import { anni, testoDi } from '../persone/giorni.ts'
import { allEstero } from '../persone/indirizzo.ts'
import { fuori, stato } from '../persone/luoghi.ts'
import { estero, NAZIONI } from '../tavole/nazioni.ts'
import { casa, type Fatto, inFamiglia, type Scena, type Seguito, successione, èCompagno } from './evento.ts'
import { eta, type Mondo, type Persona } from './mondo.ts'
import { dettagli } from './vita.query.ts'

const MAGGIORE = 18
/** May leave alone and nothing is left undone: neither head nor half of a couple. */
const soloComponente = (p: Persona, giorno: number) =>
  inFamiglia(p) && p.legame !== 1 && !èCompagno(p) && eta(p, giorno) >= MAGGIORE

/** A family moves to the comune, or one of it who is grown up. */
function trasloco(x: Scena, p: Persona, verso: number): Fatto {
  const { m, c, giorno } = x
  const residenza = casa(x, verso)
  const famiglia = m.membri(p.gruppo)
  if (soloComponente(p, giorno) && c.capita(0.75))
    return { comune: verso, servizio: '5005/2', dati: { soggetti: [{ soggetto: p.id, legame: 1 }], residenza } }
  return { comune: verso, servizio: '5001/4', dati: { famiglia: p.gruppo, residenza }, persone: famiglia.length }
}
/** The young move more: half as likely at each twenty years above thirty. */
const mobile = (c: Caso, anni: number) => c.capita(0.5 ** (Math.max(0, anni - 30) / 20))

export function nelComune(x: Scena): Fatto | undefined {
  const p = x.m.uno(x.c, p => inFamiglia(p) && mobile(x.c, eta(p, x.giorno)))
  return p && trasloco(x, p, p.comune)
}
/** To where somebody else lives: so the large ones are where most go. */
export function traComuni(x: Scena): Fatto | undefined {
  const { m, c, giorno } = x
  const p = m.uno(c, p => inFamiglia(p) && mobile(c, eta(p, giorno)))
  const la = p && m.uno(c, q => q.comune !== p.comune)
  return p && la && trasloco(x, p, la.comune)
}

export const legati = (m: Mondo, a: Persona, b: Persona): boolean => m.legato(a.id)?.altro === b.id

/** Two go to live together: where one of them heads a family, else in a new one. */
export const insieme = (a: string, b: string, legame: number, fra: number): Seguito => ({
  fra,
  async prepara(x) {
    const { m, c } = x
    const due = [m.persona(a), m.persona(b)].filter(p => p !== undefined)
    const [uno, altro] = due
    if (!uno || !altro || !legati(m, uno, altro) || !due.every(p => p.viva && inFamiglia(p) && m.terra(p.comune)))
      return undefined
    const ospite = due.find(p => p.legame === 1)
    if (uno.gruppo === altro.gruppo) {
      const lei = due.find(p => p !== ospite)!
      if (ospite) return lei.legame === legame ? undefined : legami(lei, [{ soggetto: lei.id, legame }])
      const soggetti = [
        { soggetto: uno.id, legame: 1 },
        { soggetto: altro.id, legame },
      ]
      return { comune: uno.comune, servizio: '5005/2', dati: { soggetti, residenza: casa(x, uno.comune) } }
    }
    const dopo = [insieme(a, b, legame, 0)]
    if (!ospite) {
      // Both still live with others: one takes a home first.
      const p = c.una(due)
      const dati = { soggetti: [{ soggetto: p.id, legame: 1 }], residenza: casa(x, p.comune) }
      return { comune: p.comune, servizio: '5005/2', dati, dopo }
    }
    const arriva = due.find(p => p !== ospite)!
    const restano = arriva.legame === 1 ? successione(m, arriva.gruppo, [arriva]) : undefined
    if (restano) return { ...legami(arriva, [...restano, { soggetto: arriva.id, legame: 13 }]), dopo }
    const { residenza } = (await dettagli(x.db, [ospite.id])).get(ospite.id) ?? {}
    return {
      comune: ospite.comune,
      servizio: '5005/2',
      dati: {
        soggetti: [{ soggetto: arriva.id, legame }],
        famiglia: ospite.gruppo,
        residenza: residenza ?? casa(x, ospite.comune),
      },
    }
  },
})
const legami = (p: Persona, nuovi: readonly { soggetto: string; legame: number }[]): Fatto => ({
  comune: p.comune,
  servizio: '5001/2',
  dati: { gruppo: p.gruppo, legami: nuovi },
})

/** After a divorce who is not the head takes a home of their own. */
export const lasciaCasa = (a: string, b: string, fra: number): Seguito => ({
  fra,
  prepara(x) {
    const due = [x.m.persona(a), x.m.persona(b)].filter(p => p !== undefined)
    const [uno, altro] = due
    if (!uno?.viva || !altro?.viva || uno.gruppo !== altro.gruppo || !inFamiglia(uno) || !x.m.terra(uno.comune))
      return undefined
    const va = due.find(p => p.legame !== 1)!
    const dati = { soggetti: [{ soggetto: va.id, legame: 1 }], residenza: casa(x, va.comune) }
    return { comune: va.comune, servizio: '5005/2', dati }
  },
})

const nazione = pesata(NAZIONI)
/** A foreigner comes to live here: young, alone, to where others are. */
export function immigrazione(x: Scena): Fatto | undefined {
  const { m, c, giorno } = x
  const la = m.uno(c, () => true)
  if (!la) return undefined
  const n = nazione(c)
  const sesso = c.capita(0.5) ? 'F' : 'M'
  const nascita = testoDi(giorno - anni(18) - Math.floor((c.frazione() + c.frazione()) * anni(20)))
  const { nome } = stato(n.stato)
  return {
    comune: la.comune,
    servizio: '1002',
    dati: {
      cognome: c.una(n.cognomi).testo,
      nome: c.una(sesso === 'F' ? n.donne : n.uomini).testo,
      sesso,
      dataNascita: nascita,
      luogoNascita: fuori(n.stato, c.una(n.citta)).evento,
      motivo: '4',
      provenienza: { stato: n.stato },
      cittadinanze: [{ descrizioneStato: nome, codiceStato: n.stato, dataValidita: nascita }],
      statoCivile: 1,
      legame: 1,
      residenza: casa(x, la.comune),
    },
  }
}

const ITALIA = '100'
/** Italians go to AIRE, foreigners leave the register. */
export async function espatrio(x: Scena): Promise<Fatto | undefined> {
  const { m, c, giorno, db } = x
  const solo = (p: Persona) => soloComponente(p, giorno) || (p.legame === 1 && m.membri(p.gruppo).length === 1)
  const p = m.uno(c, p => inFamiglia(p) && eta(p, giorno) >= MAGGIORE && eta(p, giorno) < 65 && solo(p))
  if (!p) return undefined
  const k = (await dettagli(db, [p.id])).get(p.id)?.cittadinanza
  const dove = estero(c)
  if (k && k.codiceStato !== ITALIA)
    return {
      comune: p.comune,
      servizio: '2003',
      dati: { soggetto: p.id, motivo: 5, destinazione: { stato: k.codiceStato } },
    }
  return {
    comune: p.comune,
    servizio: 'A006/1',
    dati: {
      soggetti: [{ soggetto: p.id, legame: 1 }],
      attribuzione: 1,
      residenza: allEstero(c, { dove, citta: c.una(dove.citta) }),
      motivo: 'C01',
      iniziativa: '1',
      individuazione: '1',
    },
  }
}

/** How many are looked at to find a foreigner: one in eleven residents is. */
const FRA_QUANTI = 40
export async function cittadinanza(x: Scena): Promise<Fatto | undefined> {
  const { m, c, db, oggi } = x
  const alcuni = Array.from({ length: FRA_QUANTI }, () => m.uno(c, () => true)).filter(p => p !== undefined)
  const letti = await dettagli(
    db,
    alcuni.map(p => p.id),
  )
  const p = alcuni.find(p => (letti.get(p.id)?.cittadinanza?.codiceStato ?? ITALIA) !== ITALIA)
  if (!p) return undefined
  const cittadinanze = [{ descrizioneStato: 'ITALIA', codiceStato: ITALIA, dataValidita: oggi }]
  return { comune: p.comune, servizio: '5008/2', dati: { soggetto: p.id, cittadinanze } }
}
