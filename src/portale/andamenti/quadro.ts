import type { Passo } from '../../statistiche/index.ts'
import { type DatiGrafico, inLettere, intero, type Testi } from '../../ui/index.ts'
import type { Cella } from '../../web/index.ts'
import type { Per } from './scelta.ts'
import { DELLA_SERIE, giornoPerGiorno, type NomeSerie, type Periodo, perPeriodo, type Unita } from './serie.ts'

/** What a chart is made from. */
export interface Materia {
  serie: NomeSerie
  per: Per
  /** region's name; undefined: the whole country */
  luogo: string | undefined
  /** day of the snapshot */
  giorno: string
  /** oldest first */
  passi: readonly Passo[]
}

/** A chart with its words and numbers; without entries `dati` is undefined and `messaggio` says so. */
export interface Quadro {
  serie: NomeSerie
  titolo: string
  sottotitolo: string
  messaggio: string
  dati: DatiGrafico | undefined
  tabella: { didascalia: string; intestazioni: { testo: string; numero?: boolean }[]; righe: string[][] }
}

/** `2018` stays, `2026-12` → `dicembre 2026` */
const perEsteso = (periodo: string, testi: Testi): string =>
  periodo.length === 4 ? periodo : `${testi.mesi[Number(periodo.slice(5)) - 1] ?? ''} ${periodo.slice(0, 4)}`
const inBreve = (periodo: string, testi: Testi): string =>
  periodo.length === 4
    ? periodo
    : `${testi.andamenti.grafico.mesi[Number(periodo.slice(5)) - 1] ?? ''} ${periodo.slice(0, 4)}`

const periodiDi = ({ serie, giorno, passi }: Materia) => {
  const s = DELLA_SERIE[serie]
  return perPeriodo(passi, s.passo, s.quali === 'in' ? giorno : undefined)
}

function messaggioDi(m: Materia, unita: Unita, periodi: readonly Periodo[], testi: Testi): string {
  const { misura, quali, passo } = DELLA_SERIE[m.serie]
  const t = testi.andamenti
  const luogo = m.luogo ?? t.italia
  const [primo, ultimo] = [m.passi[0], m.passi.at(-1)]
  if (!primo || !ultimo) return t.messaggi.nessuno[quali](luogo)
  const n = periodi.at(-1)?.[`${misura}_totale`] ?? 0
  const totale = { luogo, n, scritto: intero(n) }
  if (m.per === 'tutto') {
    const fino = quali === 'in' && m.giorno > ultimo.giorno ? m.giorno : ultimo.giorno
    return t.messaggi[misura][quali].tutto({
      ...totale,
      primo: inLettere(primo.giorno, testi),
      ultimo: inLettere(fino, testi),
    })
  }
  const [da, a] = [primo.giorno, periodi.at(-1)?.periodo ?? '']
  const dal = perEsteso(da.slice(0, a.length), testi)
  if (unita !== passo) return t.messaggi.pianoPerAnni(luogo, dal, perEsteso(a, testi), intero(n))
  const ricchi = periodi.filter(p => p[misura] > 0)
  const massimo = periodi.reduce((x, p) => (p[misura] > x[misura] ? p : x))
  return t.messaggi[misura][quali].periodi({
    ...totale,
    primo: dal,
    ultimo: perEsteso(a, testi),
    massimo: massimo[misura],
    massimoScritto: intero(massimo[misura]),
    quando: ricchi.length > 1 ? perEsteso(massimo.periodo, testi) : undefined,
  })
}

function datiDi(m: Materia, periodi: readonly Periodo[], testi: Testi): DatiGrafico | undefined {
  const { misura, quali } = DELLA_SERIE[m.serie]
  const [primo, ultimo] = [m.passi[0], m.passi.at(-1)]
  if (!primo || !ultimo) return undefined
  const previsto = quali === 'pianificati'
  if (m.per !== 'tutto') {
    const colonne = periodi.map(p => ({
      breve: inBreve(p.periodo, testi),
      nome: perEsteso(p.periodo, testi),
      valore: p[misura],
    }))
    return { tipo: 'colonne', previsto, colonne }
  }
  const giorni = [primo.giorno, ultimo.giorno, m.giorno].toSorted()
  return {
    tipo: 'curva',
    previsto,
    // The past begins with its first entry; the future with the day of the figures.
    dal: previsto ? (giorni[0] ?? '') : primo.giorno,
    al: giorni.at(-1) ?? '',
    punti: giornoPerGiorno(m.passi).map(p => ({ giorno: p.periodo, valore: p[`${misura}_totale`] })),
  }
}

/** The chart of a series, whole: message, drawing, table. */
export function quadro(m: Materia, testi: Testi): Quadro {
  const { misura, quali } = DELLA_SERIE[m.serie]
  const t = testi.andamenti
  const { unita, periodi } = periodiDi(m)
  const luogo = m.luogo ?? t.italia
  const giorno = inLettere(m.giorno, testi)
  const nelPeriodo = m.giorno.slice(0, unita === 'anno' ? 4 : 7)
  return {
    serie: m.serie,
    titolo: t.serie[m.serie],
    sottotitolo: `${luogo}, ${t.per[m.per === 'tutto' ? 'tutto' : unita]}`,
    messaggio: messaggioDi(m, unita, periodi, testi),
    dati: datiDi(m, periodi, testi),
    tabella: {
      didascalia: t.tabella.didascalia(t.serie[m.serie], luogo, t.per[unita], giorno),
      intestazioni: [
        { testo: t.tabella.periodo[unita] },
        { testo: t.tabella.misura[misura], numero: true },
        { testo: t.tabella.totale[unita], numero: true },
      ],
      righe: periodi.map(p => {
        const nome = perEsteso(p.periodo, testi)
        return [
          quali === 'in' && p.periodo === nelPeriodo ? t.tabella.inCorso(nome) : nome,
          intero(p[misura]),
          intero(p[`${misura}_totale`]),
        ]
      }),
    },
  }
}

/** The numbers of a chart as cells, header first: a row a day with entries, or a row a year or month. */
export function celle(m: Materia): Cella[][] {
  const { misura } = DELLA_SERIE[m.serie]
  const { unita, periodi } = periodiDi(m)
  const [nome, righe] =
    m.per === 'tutto' ? (['giorno', giornoPerGiorno(m.passi)] as const) : ([unita, periodi] as const)
  return [[nome, misura, 'totale'], ...righe.map(p => [p.periodo, p[misura], p[`${misura}_totale`]])]
}
