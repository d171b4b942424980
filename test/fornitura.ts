import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { territorioSenzaDatabase } from '../src/anagrafe/territorio/carica.ts'
import {
  scrittoreSubentro,
  type TipoDatiFornitura,
  type TipoDatiInvio,
  type TipoFamiglieSub,
  type TipoGeneralitaSoggetto,
} from '../src/contratto/index.ts'
import type { Db } from '../src/db/index.ts'
import { luoghiDi, type OpzioniSubentro, subentro } from '../src/subentro/index.ts'

/** Builders of a comune's fornitura with nothing wrong in it; a test says only what it is about. */

export interface Invio {
  soggetti: TipoGeneralitaSoggetto[]
  famiglie?: TipoFamiglieSub[]
  convivenze?: TipoFamiglieSub[]
}

export const TERRITORIO = territorioSenzaDatabase()
const COMUNI = TERRITORIO.comuniAttivi().filter(c => c.dal <= '1900')
let prossimo = 0
/** The next comune that no test has used, for a subentro cannot be repeated; whoever lives today may be born in it. Which
 *  one it is depends on the tests that shared the worker before. */
export const comuneLibero = () => COMUNI[prossimo++]!

/** A woman of the comune, born there, Italian; `altro` replaces whole sections. */
export function persona(
  istat: string,
  id: string,
  o: { famiglia?: string; convivenza?: string; legame?: string } = {},
  altro: Partial<TipoGeneralitaSoggetto> & { generalita?: Partial<TipoGeneralitaSoggetto['generalitaSubIscr']> } = {},
): TipoGeneralitaSoggetto {
  const c = TERRITORIO.comuneAttivo(istat)!
  const comune = { nomeComune: c.nome.toUpperCase(), codiceIstat: istat, siglaProvinciaIstat: c.provincia }
  const legame = (idFamConvComune: string) => ({
    idFamConvComune,
    legameSoggetto: { dataDecorrenza: '2001-05-03', codiceLegame: o.legame ?? '1' },
  })
  const { generalita, ...sezioni } = altro
  return {
    generalitaSubIscr: {
      cognome: 'ROSSI',
      nome: 'ANNA',
      sesso: 'F',
      dataNascita: '1980-04-12',
      luogoNascita: { comune },
      idSchedaSoggettoComune: { idSchedaSoggettoComuneIstat: istat, idSchedaSoggetto: id },
      dataPrimaIscrizioneComune: '2001-05-03',
      ...generalita,
    },
    statoCivile: { statoCivile: '1' },
    attributiSoggetto: { senzaFissaDimora: 'N', soggettoCertificabile: '2' },
    dataUltimoAggiornamento: '2001-05-03',
    cittadinanza: { descrizioneStato: 'ITALIA', codiceStato: '100' },
    residenza: {
      tipoIndirizzo: '1',
      indirizzo: { cap: '00100', comune, toponimo: { specie: 'VIA', denominazioneToponimo: 'GARIBALDI' } },
      dataDecorrenzaResidenza: '2001-05-03',
    },
    ...(o.convivenza ? { convivenza: legame(o.convivenza) } : { famiglia: legame(o.famiglia ?? `F${id}`) }),
    ...sezioni,
  }
}

export const famiglia = (istat: string, id: string, altro: Partial<TipoFamiglieSub> = {}): TipoFamiglieSub => ({
  idFamigliaConvivenzaComune: { idFamigliaConvivenzaComuneIstat: istat, idFamigliaConvivenza: id },
  dataOrigineFamigliaConvivenza: '2001-05-03',
  tipoScheda: '3',
  ...altro,
})
export const convivenza = (istat: string, id: string, altro: Partial<TipoFamiglieSub> = {}): TipoFamiglieSub => ({
  ...famiglia(istat, id),
  tipoScheda: '4',
  specieConvivenza: '1',
  denominazioneConvivenza: 'MONASTERO DI SANTA CHIARA',
  ...altro,
})

const cartella = mkdtempSync(join(tmpdir(), 'anpr-fornitura-'))
process.once('exit', () => rmSync(cartella, { recursive: true, force: true }))

/** Writes the files of a fornitura, named and compressed as ANPR wants them, with true totals; returns their paths. */
export function scriviFornitura(
  istat: string,
  invii: readonly Invio[],
  o: {
    fornitura?: Partial<TipoDatiFornitura>
    invio?: Partial<TipoDatiInvio>
    senzaDatiInvio?: boolean
    versione?: number
    xml?: boolean
    muta?: (xml: string) => string
  } = {},
): string[] {
  const tutti = conta(invii)
  return invii.map((i, n) => {
    const qui = conta([i])
    const s = scrittoreSubentro(
      {
        versioneFornitura: String(o.versione ?? 1),
        totaleInvii: String(invii.length),
        numeroTotaleSchedeSoggetto: tutti.schede,
        numeroTotaleCittadiniItaliani: tutti.italiani,
        numeroTotaleIscrittiNonItaliani: tutti.nonItaliani,
        numeroTotalePersoneSessoFemminile: tutti.femmine,
        numeroTotalePersoneSessoMaschile: tutti.maschi,
        numeroTotaleSchedeFamiglia: tutti.famiglie,
        numeroTotaleSchedeConvivenza: tutti.convivenze,
        ...o.fornitura,
      },
      o.senzaDatiInvio
        ? undefined
        : {
            progressivoInvio: String(n + 1),
            dataEstrazione: '2026-11-20',
            numeroSchedeSoggettoInvio: qui.schede,
            numeroCittadiniItalianiInvio: qui.italiani,
            numeroIscrittiNonItalianiInvio: qui.nonItaliani,
            numeroPersoneSessoFemminileInvio: qui.femmine,
            numeroPersoneSessoMaschileInvio: qui.maschi,
            numeroTotaleSchedeFamigliaInvio: qui.famiglie,
            numeroTotaleSchedeConvivenzaInvio: qui.convivenze,
            ...o.invio,
          },
    )
    const testo =
      s.inizio +
      i.soggetti.map(s.soggetto).join('') +
      (i.famiglie ?? []).map(s.famiglia).join('') +
      (i.convivenze ?? []).map(s.convivenza).join('') +
      s.fine()
    const xml = o.muta ? o.muta(testo) : testo
    const nome = o.xml ? 'registro.xml' : `${istat}_SUBAPR_${o.versione ?? 1}_${n + 1}_${invii.length}.gz`
    const file = join(mkdtempSync(join(cartella, 'f-')), nome)
    writeFileSync(file, o.xml ? xml : gzipSync(xml))
    return file
  })
}

function conta(invii: readonly Invio[]) {
  const s = invii.flatMap(i => i.soggetti)
  const n = (quali: (p: TipoGeneralitaSoggetto) => boolean) => String(s.filter(quali).length)
  const italiano = (p: TipoGeneralitaSoggetto) => p.cittadinanza?.codiceStato === '100'
  const sesso = (v: string) => (p: TipoGeneralitaSoggetto) => p.generalitaSubIscr.sesso.toUpperCase() === v
  return {
    schede: String(s.length),
    italiani: n(italiano),
    nonItaliani: n(p => !italiano(p)),
    femmine: n(sesso('F')),
    maschi: n(sesso('M')),
    famiglie: String(invii.flatMap(i => i.famiglie ?? []).length),
    convivenze: String(invii.flatMap(i => i.convivenze ?? []).length),
  }
}

/** Runs the subentro of these files on 25 November 2026. */
export const porta = (db: Db, file: readonly string[], o: Partial<OpzioniSubentro> = {}) =>
  subentro(db, file, {
    prova: false,
    oggi: '2026-11-25',
    adesso: () => '2026-11-25T10:00:00+01:00',
    cartella,
    chi: 'prova',
    luoghi: luoghiDi(TERRITORIO),
    comunePerIstat: istat => {
      const c = TERRITORIO.comuneAttivo(istat)
      return c && { id: c.comune, nome: c.nome }
    },
    ...o,
  })
