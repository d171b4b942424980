import { scrittoreSubentro, type TipoDatiFornitura, type TipoDatiInvio } from '../../contratto/index.ts'
import { gruppiNarrati } from '../storie/gruppi.ts'
import { gruppo, schedaGruppo } from './comune.ts'
import { type Conteggio, conta, type Parte } from './conta.ts'
import { esigiFornitura, type Fornitura } from './fornitura.ts'
import type { Ambiente } from './gruppo.ts'
import { questuraDi } from './questura.ts'
import { schede } from './scheda.ts'

/** A file of the fornitura. Its text can be made several times, in any order. */
export interface Invio {
  /** As the comuni name them: ISTAT_SUBAPR_version_number_total.gz. */
  nome: string
  schede: number
  /** Pieces of about 64 kB. */
  testo(): Iterable<string>
}

export const SCHEDE_PER_INVIO = 30_000
const PEZZO = 65_536
/** The files of a fornitura, in order. Counting has been done when it returns; writing happens as `testo()` is read.
 *  Same fornitura, same bytes. Throws FornituraImpossibile. */
export function invii(f: Fornitura, perInvio = SCHEDE_PER_INVIO): Invio[] {
  const a = esigiFornitura(f)
  const allEstero = f.aire ?? 0
  const narrati = f.storie ? gruppiNarrati(a, f.storie === true ? undefined : f.storie) : []
  const conteggio = conta(a, f.soggetti - allEstero, allEstero, perInvio, narrati)
  const n = conteggio.parti.length
  return conteggio.parti.map((parte, i) => ({
    nome: `${f.comune}_SUBAPR_${f.versione}_${i + 1}_${n}.gz`,
    schede: parte.totali.schede,
    testo: () => testo(f, a, conteggio, parte, i + 1),
  }))
}

function* testo(f: Fornitura, a: Ambiente, conteggio: Conteggio, parte: Parte, progressivo: number): Iterable<string> {
  const { pianta, omocodie } = conteggio
  const questura = questuraDi(a.qui.sigla)
  const scrittore = scrittoreSubentro(datiFornitura(f, conteggio), datiInvio(f, parte, progressivo))
  let pezzo = scrittore.inizio
  for (let i = parte.da; i < parte.a; i++) {
    for (const s of schede(a, gruppo(a, pianta, i), omocodie, questura)) pezzo += scrittore.soggetto(s)
    if (pezzo.length < PEZZO) continue
    yield pezzo
    pezzo = ''
  }
  // Made again rather than kept, so that memory does not grow with the file. Families stand before convivenze.
  const prima = Math.max(parte.da, pianta.convivenze)
  for (let n = 0; n < parte.a - parte.da; n++) {
    const i = n < parte.a - prima ? prima + n : parte.da + n - (parte.a - prima)
    const scheda = schedaGruppo(a, pianta, gruppo(a, pianta, i), omocodie)
    pezzo += i < pianta.convivenze ? scrittore.convivenza(scheda) : scrittore.famiglia(scheda)
    if (pezzo.length < PEZZO) continue
    yield pezzo
    pezzo = ''
  }
  yield pezzo + scrittore.fine()
}

function datiFornitura(f: Fornitura, { totali: t, parti }: Conteggio): TipoDatiFornitura {
  return {
    versioneFornitura: String(f.versione),
    totaleInvii: String(parti.length),
    numeroTotaleSchedeSoggetto: String(t.schede),
    numeroTotaleCittadiniItaliani: String(t.italiani),
    numeroTotaleIscrittiNonItaliani: String(t.stranieri),
    numeroTotalePersoneSessoFemminile: String(t.donne),
    numeroTotalePersoneSessoMaschile: String(t.uomini),
    numeroTotaleSchedeFamiglia: String(t.famiglie),
    numeroTotaleSchedeConvivenza: String(t.convivenze),
  }
}

function datiInvio(f: Fornitura, { totali: t }: Parte, progressivo: number): TipoDatiInvio {
  return {
    progressivoInvio: String(progressivo),
    dataEstrazione: f.estratta,
    numeroSchedeSoggettoInvio: String(t.schede),
    numeroCittadiniItalianiInvio: String(t.italiani),
    numeroIscrittiNonItalianiInvio: String(t.stranieri),
    numeroPersoneSessoFemminileInvio: String(t.donne),
    numeroPersoneSessoMaschileInvio: String(t.uomini),
    numeroTotaleSchedeFamigliaInvio: String(t.famiglie),
    numeroTotaleSchedeConvivenzaInvio: String(t.convivenze),
  }
}
