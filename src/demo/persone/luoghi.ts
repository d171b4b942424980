import { territorioDiBase } from '../../anagrafe/index.ts'
import type { TipoComune, TipoLuogoEvento } from '../../contratto/index.ts'
import type { Caso } from './caso.ts'
import { testoDi } from './giorni.ts'

/** A place where somebody was born: ready for the file, with its cadastral code for the codice fiscale. */
export interface Luogo {
  codice: string
  /** Numbers the cadastral codes. */
  k: number
  evento: TipoLuogoEvento
  /** Absent abroad. */
  comune?: TipoComune
  /** Where the names of people born there come from: ISTAT's region, BZ for the province of Bolzano; empty abroad. */
  zona: string
}

/** An active comune through its periods, newest last; a day before the first has no place. */
export interface Terra {
  istat: string
  sigla: string
  abitanti: number
  /** ISTAT's number of the region: 01 to 20. */
  regione: string
  /** Its second official name: German, Slovene, French. */
  altroNome: string | null
  il: (giorno: number) => Luogo | undefined
}

/** How many cadastral codes `k` may number, at most. */
export const LUOGHI = 16_384
const numeri = new Map<string, number>()
const numero = (codice: string) => {
  const k = numeri.get(codice) ?? numeri.size
  numeri.set(codice, k)
  return k
}

interface Peso {
  terre: Terra[]
  fino: number[]
}
const pesate = (terre: Terra[]): Peso => {
  let somma = 0
  return { terre, fino: terre.map(t => (somma += t.abitanti)) }
}
const pesca = ({ terre, fino }: Peso, c: Caso): Terra => {
  const x = c.sotto(fino.at(-1)!)
  let [da, a] = [0, fino.length - 1]
  while (da < a) {
    const m = (da + a) >> 1
    if (fino[m]! > x) a = m
    else da = m + 1
  }
  return terre[da]!
}

interface Italia {
  terre: ReadonlyMap<string, Terra>
  tutte: Peso
  provincia: ReadonlyMap<string, Peso>
  /** Of each province the comuni that have a hospital. */
  ospedali: ReadonlyMap<string, Peso>
}

/** A comune of this many inhabitants has a hospital with a maternity ward; so has the largest of a province. General knowledge: some
 *  400 such wards are left in Italy. */
const OSPEDALE = 30_000
const conOspedale = (terre: Terra[]) => {
  const grandi = terre.filter(t => t.abitanti >= OSPEDALE)
  return grandi.length > 0 ? grandi : terre.toSorted((a, b) => b.abitanti - a.abitanti).slice(0, 1)
}

const zonaDi = (p: { provincia: string; regione: string | null }) => (p.provincia === 'BZ' ? 'BZ' : (p.regione ?? '12'))

function italia(): Italia {
  const { comuni, periodi } = territorioDiBase()
  const diComune = Map.groupBy(periodi, p => p.comune)
  const terre = new Map<string, Terra>()
  for (const comune of comuni) {
    const suoi = (diComune.get(comune.id) ?? []).filter(p => !p.da_istituire).sort((a, b) => (a.dal < b.dal ? -1 : 1))
    const oggi = suoi.at(-1)
    const codice = comune.codice_catastale
    if (!oggi?.codice_istat || oggi.al !== null || !codice) continue
    const luoghi = suoi.flatMap(p => {
      if (!p.codice_istat) return []
      const tipo: TipoComune = {
        nomeComune: p.nome.toUpperCase(),
        codiceIstat: p.codice_istat,
        siglaProvinciaIstat: p.provincia,
      }
      const luogo: Luogo = { codice, k: numero(codice), evento: { comune: tipo }, comune: tipo, zona: zonaDi(oggi) }
      return [{ dal: p.dal, al: p.al, luogo }]
    })
    const unico = luoghi.length === 1 && luoghi[0]!.dal <= '1900-01-01' ? luoghi[0]!.luogo : undefined
    const il = (giorno: number) => {
      if (unico) return unico
      const data = testoDi(giorno)
      return luoghi.find(l => l.dal <= data && (l.al === null || data <= l.al))?.luogo
    }
    const { codice_istat: istat, provincia: sigla, regione, altro_nome: altroNome } = oggi
    terre.set(istat, { istat, sigla, regione, altroNome, abitanti: comune.residenti ?? 0, il })
  }
  const tutte = [...terre.values()]
  const provincia = Map.groupBy(tutte, t => t.sigla)
  return {
    terre,
    tutte: pesate(tutte),
    provincia: new Map([...provincia].map(([sigla, sue]) => [sigla, pesate(sue)])),
    ospedali: new Map([...provincia].map(([sigla, sue]) => [sigla, pesate(conOspedale(sue))])),
  }
}

let letta: Italia | undefined
const inItalia = () => (letta ??= italia())

/** The active comune of this ISTAT code. */
export const terra = (istat: string): Terra | undefined => inItalia().terre.get(istat)

/** All active comuni. */
export const terre = (): readonly Terra[] => inItalia().tutte.terre

/** A comune of this province (of all Italy: undefined) that stood on that day, as often as it has inhabitants. */
export function altrove(c: Caso, giorno: number, sigla?: string): Luogo {
  const fra = (sigla && inItalia().provincia.get(sigla)) || inItalia().tutte
  for (let volte = 0; volte < 20; volte++) {
    const luogo = pesca(fra, c).il(giorno)
    if (luogo) return luogo
  }
  return terra('058091')!.il(giorno)!
}

/** The comune of the province whose hospital somebody was born in. */
export function ospedale(c: Caso, giorno: number, sigla: string): Luogo {
  const fra = inItalia().ospedali.get(sigla)
  return (fra && pesca(fra, c).il(giorno)) ?? altrove(c, giorno, sigla)
}

/** An ended comune, by its cadastral code, as its last period has it. */
export function cessato(codice: string): Luogo {
  const { comuni, periodi } = territorioDiBase()
  const comune = comuni.find(c => c.codice_catastale === codice)
  const p = comune && periodi.findLast(x => x.comune === comune.id)
  if (!p) throw new Error(`no comune ${codice} in the territory's tables`)
  const tipo: TipoComune = {
    nomeComune: p.nome.toUpperCase(),
    ...(p.codice_istat && { codiceIstat: p.codice_istat }),
    siglaProvinciaIstat: p.provincia,
  }
  return { codice, k: numero(codice), evento: { comune: tipo }, comune: tipo, zona: zonaDi(p) }
}

const stati = new Map<string, { nome: string; codice: string }>()
/** Name and cadastral code (Z…) of a foreign state, by its official code. */
export function stato(codice: string): { nome: string; codice: string } {
  if (stati.size === 0) {
    for (const s of territorioDiBase().stati) {
      if (s.codice_istat && s.codice_at && s.in_tabella_2 && s.al === null) {
        stati.set(s.codice_istat, { nome: s.nome.toUpperCase(), codice: s.codice_at })
      }
    }
  }
  const trovato = stati.get(codice)
  if (!trovato) throw new Error(`no foreign state ${codice} in the territory's tables`)
  return trovato
}

const esteri = new Map<string, Luogo>()
/** A town in a foreign state. */
export function fuori(codiceStato: string, citta: string): Luogo {
  const chiave = codiceStato + citta
  const noto = esteri.get(chiave)
  if (noto) return noto
  const { nome, codice } = stato(codiceStato)
  const localita = { descrizioneLocalita: citta, descrizioneStato: nome, codiceStato }
  const luogo = { codice, k: numero(codice), evento: { localita }, zona: '' }
  esteri.set(chiave, luogo)
  return luogo
}
