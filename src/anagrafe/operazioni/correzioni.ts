import { Type as T, type TSchema } from 'typebox'
import type {
  TipoAnnullamentoMatrimonio,
  TipoAtto,
  TipoConvivenzaDiFatto,
  TipoMatrimonio,
  TipoUnioneCivile,
  TipoVedovanza,
} from '../../contratto/index.ts'
import { chiamata, operazione, se } from '../motore/operazione.ts'
import type { RigaUnione } from '../motore/registro.query.ts'
import type { DatiScheda } from '../scheda.ts'
import { attoTra } from './atti.ts'
import { coerenti, suaNascita } from './coerenza.ts'
import { attivi, esistono, nonDopo } from './condivisi.ts'
import { mortoDopoNato } from './decesso.ts'
import { ATTO, CONTRATTO, EVENTO_DEL, GIORNO, ID, SENTENZA, testo } from './forme.ts'
import { altroDi, avvisiAlPartner, MORTE } from './vincoli.ts'

/** Corrections of what is written about a bond or a death: the bond stays, its data are put right where they stand. Official
 *  for marriages are the changes of 5021 (types 04–06); for civil unions and convivenze di fatto nothing is published, and
 *  `5008/18r` and `5008/16r` are ours. */

interface Riga<V> {
  servizio: string
  nome: string
  campo: keyof DatiScheda & string
  unione: RigaUnione['tipo']
  forma: TSchema
  /** day of the event: with it goes the beginning of the bond */
  inizio?: (v: V) => string | undefined
  /** day on which it ended, by whom it says so */
  fine?: (v: V) => string | undefined
  /** the act that it names, with its official code and the day of its event */
  atto?: { codice: string; di(v: V): { atto: Partial<TipoAtto> | undefined; evento: string | undefined } }
  /** the part that must say the same on the partner's scheda */
  comune?: (v: V, suo: V) => V
}
const riga = <V>(r: Riga<V>) => r as unknown as Riga<unknown>
const RIGHE = [
  riga<TipoMatrimonio>({
    servizio: '5021/4',
    nome: 'Rettifica dei dati del matrimonio',
    campo: 'matrimonio',
    unione: 1,
    forma: T.Object({ coniuge: T.Object({}), datiMatrimonio: T.Optional(EVENTO_DEL) }),
    inizio: v => v.datiMatrimonio?.dataEvento,
    atto: { codice: 'EHR81', di: v => ({ atto: v.datiMatrimonio?.attoEvento, evento: v.datiMatrimonio?.dataEvento }) },
    comune: (v, suo) => ({ ...suo, datiMatrimonio: v.datiMatrimonio }),
  }),
  riga<TipoVedovanza>({
    servizio: '5021/5',
    nome: 'Rettifica dei dati della vedovanza',
    campo: 'vedovanza',
    unione: 1,
    forma: T.Object({ datiMorteconiuge: EVENTO_DEL }),
    fine: v => v.datiMorteconiuge.dataEvento,
    atto: {
      codice: 'EHR82',
      di: v => ({ atto: v.datiMorteconiuge.attoEvento, evento: v.datiMorteconiuge.dataEvento }),
    },
  }),
  riga<TipoAnnullamentoMatrimonio>({
    servizio: '5021/6',
    nome: 'Rettifica dei dati della fine del matrimonio',
    campo: 'separazioneAnnullamentoCessazioneMatrimonio',
    unione: 1,
    forma: T.Object({
      tipoCessazione: testo(2),
      sentenza: T.Optional(SENTENZA),
      attoAnnullamentoMatrimonio: T.Optional(ATTO),
    }),
    atto: { codice: 'EHR83', di: v => ({ atto: v.attoAnnullamentoMatrimonio, evento: undefined }) },
    comune: v => v,
  }),
  riga<TipoUnioneCivile>({
    servizio: '5008/18r',
    nome: "Rettifica dei dati dell'unione civile",
    campo: 'unioneCivile',
    unione: 2,
    forma: T.Object({ attoUnione: T.Optional(EVENTO_DEL) }),
    inizio: v => v.attoUnione?.dataEvento,
    atto: { codice: 'EHR35', di: v => ({ atto: v.attoUnione?.attoEvento, evento: v.attoUnione?.dataEvento }) },
    comune: (v, suo) => ({ ...suo, attoUnione: v.attoUnione }),
  }),
  riga<TipoConvivenzaDiFatto>({
    servizio: '5008/16r',
    nome: 'Rettifica dei dati della convivenza di fatto',
    campo: 'convivenzaDiFatto',
    unione: 3,
    forma: T.Object({ contrattoStipula: T.Optional(CONTRATTO) }),
    inizio: v => v.contrattoStipula?.data,
    comune: (v, suo) => ({
      ...suo,
      contrattoStipula: v.contrattoStipula,
      contrattoRisoluzione: v.contrattoRisoluzione,
    }),
  }),
] as const

type Corpo = { soggetto: string } & Record<string, unknown>
const correzione = (r: Riga<unknown>) => {
  const giorni = (v: unknown) => [r.inizio?.(v), r.fine?.(v)].filter(g => g !== undefined)
  return operazione<Corpo>({
    servizio: r.servizio,
    nome: r.nome,
    forma: T.Object({ soggetto: ID, [r.campo]: r.forma }),
    nomina: d => ({ schede: [d.soggetto] }),
    competenza: d => [d.soggetto],
    evento: 'rettifica',
    tempo: 'sul posto',
    annulla: { con: '5012' },
    controlli: [
      esistono('soggetto', d => [d.soggetto]),
      attivi('soggetto', d => [d.soggetto]),
      ...coerenti<Corpo>([r.campo], suaNascita),
      nonDopo(r.campo, d => giorni(d[r.campo])[0]),
      ...(r.atto ? attoTra<Corpo>(r.atto.codice, r.campo, d => r.atto!.di(d[r.campo])) : []),
      {
        codice: r.unione === 1 ? 'EN369' : 'AN161',
        gravita: 'E',
        campo: r.campo,
        testo: `Per @ non risulta il dato da rettificare (${r.nome})`,
        rimedio: 'Controlla la scheda, o registra prima il vincolo',
        trova: c => {
          const s = c.b.persona(c.d.soggetto)
          return se(s !== undefined && s.dati[r.campo] === undefined, chiamata(s, c.d.soggetto))
        },
      },
      {
        codice: r.unione === 2 ? 'EN290' : r.unione === 3 ? 'EN263' : 'EN315',
        gravita: 'E',
        campo: r.campo,
        testo: "La fine @ è anteriore all'inizio @",
        rimedio: 'Correggi la data',
        trova: c => {
          const u = ultima(c.b.unioniDi(c.d.soggetto), r.unione)
          const [da, a] = [r.inizio?.(c.d[r.campo]) ?? u?.dal, r.fine?.(c.d[r.campo]) ?? u?.al]
          return se(!!u && !!da && !!a && a < da, a ?? '', da ?? '')
        },
      },
    ],
    effetti({ d, b }) {
      const s = b.persona(d.soggetto)!
      const v = d[r.campo]
      Object.assign(s.dati, { [r.campo]: v })
      const u = ultima(b.unioniDi(s.id), r.unione)
      if (!u) return
      u.dal = r.inizio?.(v) ?? u.dal
      if (u.motivo_fine === MORTE) u.al = r.fine?.(v) ?? u.al
      const altro = b.persona(altroDi(u, s.id) ?? '')
      const suo = altro?.dati[r.campo]
      if (altro && suo !== undefined && r.comune) Object.assign(altro.dati, { [r.campo]: r.comune(v, suo) })
    },
    avvisi: c => avvisiAlPartner(c, [c.d.soggetto]),
  })
}
/** The bond that the section tells of: the newest. */
const ultima = (unioni: readonly RigaUnione[], tipo: RigaUnione['tipo']): RigaUnione | undefined =>
  unioni
    .filter(u => u.tipo === tipo)
    .sort((a, b) => (a.dal ?? '').localeCompare(b.dal ?? '') || Number(a.id) - Number(b.id))
    .at(-1)

const DECESSO = T.Object({
  soggetto: ID,
  data: GIORNO,
  luogo: T.Optional(T.String()),
  atto: T.Optional(ATTO),
})
type Decesso = T.Static<typeof DECESSO>
/** 5008/22: the data of a death are put right; with its day goes the widowhood of who was bound. */
const datiDecesso = operazione<Decesso>({
  servizio: '5008/22',
  nome: 'Rettifica dei dati del decesso',
  forma: DECESSO,
  nomina: d => ({ schede: [d.soggetto] }),
  competenza: d => [d.soggetto],
  evento: 'rettifica',
  tempo: 'sul posto',
  annulla: { con: '5012' },
  controlli: [
    esistono('soggetto', d => [d.soggetto]),
    {
      codice: 'EN486',
      gravita: 'E',
      campo: 'soggetto',
      testo: 'Il soggetto @ non risulta deceduto',
      rimedio: 'Registra prima il decesso (2001)',
      trova: c => {
        const s = c.b.persona(c.d.soggetto)
        return se(s !== undefined && s.stato !== 'X' && !s.dati.cancellazione?.decesso, chiamata(s, c.d.soggetto))
      },
    },
    nonDopo('data', d => d.data, 'ES007'),
    ...coerenti<Decesso>(['atto'], suaNascita),
    mortoDopoNato(),
    ...attoTra<Decesso>('EC184', 'atto', d => ({ atto: d.atto, evento: d.data })),
    {
      codice: 'EN488',
      gravita: 'E',
      campo: 'data',
      testo: "La data del decesso @ è anteriore all'inizio del vincolo, @",
      rimedio: 'Correggi la data del decesso, o quella del vincolo',
      trova: c =>
        c.b.unioniDi(c.d.soggetto).flatMap(u => se(u.dal !== null && c.d.data < u.dal, c.d.data, u.dal ?? '')),
    },
  ],
  effetti({ d: { soggetto, ...decesso }, b }) {
    const s = b.persona(soggetto)!
    const era = s.dati.cancellazione!.decesso!
    s.dati.cancellazione = { ...s.dati.cancellazione, decesso: { ...era, ...decesso } }
    for (const u of b.unioniDi(soggetto).filter(u => u.motivo_fine === MORTE && u.al === era.data)) {
      u.al = decesso.data
      const altro = b.persona(altroDi(u, soggetto) ?? '')
      const v = altro?.dati.vedovanza?.datiMorteconiuge
      if (altro && v?.dataEvento === era.data)
        altro.dati.vedovanza = { ...altro.dati.vedovanza!, datiMorteconiuge: { ...v, dataEvento: decesso.data } }
    }
  },
  avvisi: c => avvisiAlPartner(c, [c.d.soggetto]),
})

export const CORREZIONI = [...RIGHE.map(correzione), datiDecesso]
