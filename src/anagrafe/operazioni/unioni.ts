import { Type as T } from 'typebox'
import type { TipoDatiEvento } from '../../contratto/index.ts'
import { type Controllo, chiamata, operazione, se } from '../motore/operazione.ts'
import { attoTra, sentenzaPrima } from './atti.ts'
import { coerenti, suaNascita } from './coerenza.ts'
import { nonDopo } from './condivisi.ts'
import { CODICE, CONTRATTO, EVENTO, GIORNO, ID, SENTENZA } from './forme.ts'
import {
  altroDi,
  altroMorto,
  altroveAvvisato,
  aperta,
  avvisiAlPartner,
  entrambiDi,
  finisce,
  generalita,
  MORTE,
  siVincolano,
  statoCivileDa,
} from './vincoli.ts'

const UNIONE = T.Object({
  soggetto: ID,
  altro: ID,
  data: GIORNO,
  evento: T.Optional(EVENTO),
})
type Unione = T.Static<typeof UNIONE>
const due = (d: { soggetto: string; altro: string; data: string }) => [d.soggetto, d.altro]

/** 5008/18: a civil union, between persons of one sex, since 5 June 2016 (L. 76/2016). */
const unioneCivile = operazione<Unione>({
  servizio: '5008/18',
  nome: 'Unione civile',
  forma: UNIONE,
  nomina: d => ({ schede: due(d) }),
  nuove: () => ({ unioni: 1 }),
  competenza: d => [d.soggetto],
  evento: 'unione civile',
  annulla: { con: '5012' },
  controlli: [
    ...siVincolano<Unione>(due, { altro: 'altro', anni: 18 }),
    ...coerenti<Unione>(['evento'], suaNascita),
    ...attoTra<Unione>('EHR35', 'evento.attoEvento', d => ({ atto: d.evento?.attoEvento, evento: d.data })),
    statoCivileDa(
      'EN271',
      () => 6,
      c => due(c.d),
    ),
    altroveAvvisato(c => [c.d.altro]),
    {
      codice: 'EN270',
      gravita: 'E',
      campo: 'altro',
      testo: "L'unione civile è tra persone dello stesso sesso: @ e @ non lo sono",
      rimedio: 'Registra il matrimonio (5008/12), o controlla le schede',
      trova: c => {
        const [a, b] = [c.b.persona(c.d.soggetto), c.b.persona(c.d.altro)]
        return se(a !== undefined && b !== undefined && a.sesso !== b.sesso, chiamata(a, ''), chiamata(b, ''))
      },
    },
    {
      codice: 'EN386',
      gravita: 'E',
      campo: 'data',
      testo: "La data @ è anteriore al 5 giugno 2016, quando l'unione civile non c'era",
      rimedio: "Se l'unione è avvenuta all'estero indica il luogo",
      trova: c => se(c.d.data < '2016-06-05' && !c.d.evento?.luogoEvento?.localita, c.d.data),
    },
  ],
  effetti({ d, b }) {
    b.nuovaUnione({ tipo: 2, a_id: d.soggetto, b_id: d.altro, dal: d.data })
    const attoUnione: TipoDatiEvento = { dataEvento: d.data, ...d.evento }
    for (const [id, con] of [due(d), due(d).reverse()] as [string, string][])
      b.persona(id)!.dati.unioneCivile = { unitoCivilmente: generalita(b.persona(con)!), attoUnione }
  },
  avvisi: c => avvisiAlPartner(c, [c.d.soggetto]),
})

/** Motives of table 43: which go with which bond. */
const motivoDi = <D extends { motivo: number }>(
  codice: string,
  quali: readonly number[],
  di: string,
): Controllo<D> => ({
  codice,
  gravita: 'E',
  campo: 'motivo',
  testo: `Il motivo ${di} @ non è ammesso`,
  rimedio: `Scegli un codice della tabella 43: ${quali.join(', ')}`,
  trova: c => se(!quali.includes(c.d.motivo), String(c.d.motivo)),
})

const SCIOGLIMENTO = T.Object({
  soggetto: ID,
  /** T43 */
  motivo: CODICE,
  data: GIORNO,
  sentenza: T.Optional(SENTENZA),
})
type Scioglimento = T.Static<typeof SCIOGLIMENTO>
/** 5008/19: the end of a civil union. */
const scioglimento = operazione<Scioglimento>({
  servizio: '5008/19',
  nome: "Scioglimento dell'unione civile",
  forma: SCIOGLIMENTO,
  nomina: d => ({ schede: [d.soggetto] }),
  competenza: d => [d.soggetto],
  evento: 'fine unione civile',
  annulla: { con: '5012' },
  controlli: [
    ...finisce<Scioglimento>(2),
    ...coerenti<Scioglimento>(['sentenza'], suaNascita),
    ...sentenzaPrima<Scioglimento>(),
    motivoDi('EN276', [1, 2, 3, MORTE], 'dello scioglimento'),
    altroMorto(2, d => d.motivo === MORTE),
    statoCivileDa<Scioglimento>('EN277', d => (d.motivo === MORTE ? 7 : 8), entrambiDi(2)),
    altroveAvvisato(entrambiDi(2)),
  ],
  effetti({ d, b }) {
    const u = aperta(b, d.soggetto, 2)!
    u.al = d.data
    u.motivo_fine = d.motivo
    for (const id of [d.soggetto, altroDi(u, d.soggetto)]) {
      const s = id === null ? undefined : b.persona(id)
      if (s?.stato === 'A')
        s.dati.unioneCivile = {
          ...s.dati.unioneCivile,
          scioglimentoUnione: {
            motivoScioglimento: String(d.motivo),
            datiEvento: { dataEvento: d.data },
            ...(d.sentenza && { sentenza: d.sentenza }),
          },
        }
    }
  },
  avvisi: c => avvisiAlPartner(c, [c.d.soggetto]),
})

const CONVIVENZA = T.Object({
  soggetto: ID,
  altro: ID,
  data: GIORNO,
  contratto: T.Optional(CONTRATTO),
})
type Convivenza = T.Static<typeof CONVIVENZA>
/** 5008/16: two of one family declare a convivenza di fatto (L. 76/2016), with or without a contract. */
const convivenzaDiFatto = operazione<Convivenza>({
  servizio: '5008/16',
  nome: 'Convivenza di fatto',
  forma: CONVIVENZA,
  nomina: d => ({ schede: due(d) }),
  nuove: () => ({ unioni: 1 }),
  competenza: d => [d.soggetto],
  evento: 'convivenza di fatto',
  annulla: { con: '5012' },
  controlli: [
    ...siVincolano<Convivenza>(due, { altro: 'altro', anni: 18, vincolato: 'EN257' }),
    ...coerenti<Convivenza>(['contratto'], suaNascita),
    nonDopo('contratto.data', d => d.contratto?.data),
    {
      codice: 'EN253',
      gravita: 'E',
      campo: 'altro',
      testo: '@ e @ non sono della stessa famiglia',
      rimedio: 'Prima registra la loro coabitazione in una famiglia',
      trova: c => {
        const [a, b] = [c.b.persona(c.d.soggetto), c.b.persona(c.d.altro)]
        return se(
          a !== undefined && b !== undefined && (a.gruppo_id === null || a.gruppo_id !== b.gruppo_id),
          chiamata(a, ''),
          chiamata(b, ''),
        )
      },
    },
    {
      codice: 'EN254',
      gravita: 'E',
      campo: 'altro',
      testo: "Con l'intestatario convive chi ha il legame 23, non @",
      rimedio: 'Registra prima il legame 23, convivente con vincoli affettivi (5001/2)',
      trova: c => {
        const coppia = due(c.d).map(id => c.b.persona(id))
        const capo = coppia.find(s => s?.legame === 1)
        const con = coppia.find(s => s !== capo)
        return se(capo !== undefined && con !== undefined && con.legame !== 23, String(con?.legame ?? ''))
      },
    },
  ],
  effetti({ d, b }) {
    b.nuovaUnione({ tipo: 3, a_id: d.soggetto, b_id: d.altro, dal: d.data })
    for (const [id, con] of [due(d), due(d).reverse()] as [string, string][])
      b.persona(id)!.dati.convivenzaDiFatto = {
        convivente: generalita(b.persona(con)!),
        ...(d.contratto && { contrattoStipula: d.contratto }),
      }
  },
  avvisi: c => avvisiAlPartner(c, [c.d.soggetto]),
})

const RISOLUZIONE = T.Object({
  soggetto: ID,
  /** T43: 31 agreement, 32 one of the two, 34 marriage or civil union, 98 death */
  motivo: CODICE,
  data: GIORNO,
})
type Risoluzione = T.Static<typeof RISOLUZIONE>
/** 5008/17: the end of a convivenza di fatto. */
const risoluzione = operazione<Risoluzione>({
  servizio: '5008/17',
  nome: 'Risoluzione della convivenza di fatto',
  forma: RISOLUZIONE,
  nomina: d => ({ schede: [d.soggetto] }),
  competenza: d => [d.soggetto],
  evento: 'fine convivenza di fatto',
  annulla: { con: '5012' },
  controlli: [
    ...finisce<Risoluzione>(3),
    motivoDi('EN262', [31, 32, 34, MORTE], 'della risoluzione'),
    altroMorto(3, d => d.motivo === MORTE),
    altroveAvvisato(entrambiDi(3)),
  ],
  effetti({ d, b }) {
    const u = aperta(b, d.soggetto, 3)!
    u.al = d.data
    u.motivo_fine = d.motivo
    for (const id of [d.soggetto, altroDi(u, d.soggetto)]) {
      const s = id === null ? undefined : b.persona(id)
      if (s?.stato === 'A')
        s.dati.convivenzaDiFatto = {
          ...s.dati.convivenzaDiFatto,
          contrattoRisoluzione: { motivoRisoluzione: String(d.motivo), contratto: { data: d.data } },
        }
    }
  },
  avvisi: c => avvisiAlPartner(c, [c.d.soggetto]),
})

export const UNIONI = [unioneCivile, scioglimento, convivenzaDiFatto, risoluzione]
