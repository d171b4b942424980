import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type as T } from 'typebox'
import { type Copia, campo, type Read, row, type Tx } from '../../db/index.ts'
import { type Sql, sql, sqlDaFile } from '../../db/sql.ts'
import { RADICE } from '../../radice.ts'
import { nomiDeiComuni } from './ricerca.ts'
import {
  COMPETENZA,
  COMUNE,
  CONSOLATO,
  type DatiTerritorio,
  PERIODO,
  PREFETTURA,
  PROVINCIA,
  REGIONE,
  STATO,
  SUCCESSIONE,
} from './tipi.ts'

const CARICATO = row(
  T.Object({
    fonte: T.Union([T.Literal('pacchetti'), T.Literal('archivio')]),
    impronta: T.String(),
    base: T.String(),
    aggiornato: T.Union([T.String(), T.Null()]),
  }),
)

/** What is in the database now; nothing before the first load. */
export const caricato = async (read: Read) =>
  (await read.rows(CARICATO, sql`select fonte, impronta, base, aggiornato from territorio_caricato`))[0]

/** One load at a time, whoever starts it. */
export const blocca = (tx: Tx) => tx.run(sql`select pg_advisory_xact_lock(20160101)`)

export const segnaCaricato = (
  tx: Tx,
  c: { fonte: 'pacchetti' | 'archivio'; impronta: string; base: string; aggiornato: string | null },
) =>
  tx.run(sql`
  insert into territorio_caricato (fonte, impronta, base, aggiornato)
  values (${c.fonte}, ${c.impronta}, ${c.base}, ${c.aggiornato})
  on conflict (unico) do update set fonte = excluded.fonte, impronta = excluded.impronta, base = excluded.base,
    aggiornato = excluded.aggiornato, il = now()`)

const R = {
  regione: row(REGIONE),
  provincia: row(PROVINCIA),
  prefettura: row(PREFETTURA),
  comune: row(COMUNE),
  periodo: row(PERIODO),
  successione: row(SUCCESSIONE),
  stato: row(STATO),
  consolato: row(CONSOLATO),
  competenza: row(COMPETENZA),
}

/** All of it, in the order of its keys. */
export const tutto = async (read: Read): Promise<DatiTerritorio> => ({
  regioni: await read.rows(R.regione, sql`select codice, nome, altro_nome from regione order by codice`),
  province: await read.rows(
    R.provincia,
    sql`select sigla, codice_istat, nome, altro_nome, regione, dal, al, nata_da from provincia order by codice_istat, dal`,
  ),
  prefetture: await read.rows(R.prefettura, sql`select codice, nome, altro_nome from prefettura order by codice`),
  comuni: await read.rows(
    R.comune,
    sql`select id, chiave, codice_catastale, residenti, residenti_anno from comune order by id`,
  ),
  periodi: await read.rows(
    R.periodo,
    sql`select comune, dal, al, codice_istat, nome, nome_traslitterato, altro_nome, altro_nome_traslitterato, provincia,
               regione, prefettura, da_istituire, cod_denom, id_archivio
          from comune_periodo order by comune, dal`,
  ),
  successioni: await read.rows(
    R.successione,
    sql`select prima, dopo, il, fonte from successione order by il, dopo, prima`,
  ),
  stati: await read.rows(
    R.stato,
    sql`select id, nome, codice_istat, codice_at, codice_iso, codice_mae, tipo, dal, al, cittadinanza, nascita, residenza,
               in_tabella_2
          from stato order by id`,
  ),
  consolati: await read.rows(R.consolato, sql`select codice, tipo, sede, stato_mae from consolato order by codice`),
  competenze: await read.rows(
    R.competenza,
    sql`select codice_istat, consolato from consolato_competenza order by codice_istat, consolato`,
  ),
})

const PREPARA = sqlDaFile(`
  create temp table nuovo_regione (like regione);
  create temp table nuovo_provincia (like provincia);
  create temp table nuovo_prefettura (like prefettura);
  create temp table nuovo_comune (like comune);
  create temp table nuovo_comune_periodo (like comune_periodo);
  create temp table nuovo_successione (like successione);
  create temp table nuovo_comune_nome (like comune_nome);
  create temp table nuovo_stato (like stato);
  create temp table nuovo_consolato (like consolato);
  create temp table nuovo_consolato_competenza (like consolato_competenza);`)

/** Puts the data into temporary tables beside the real ones. */
export async function prepara(tx: Tx, d: DatiTerritorio): Promise<void> {
  await tx.run(PREPARA)
  await copia(tx, sql`copy nuovo_regione from stdin`, d.regioni, r => [r.codice, r.nome, r.altro_nome])
  await copia(tx, sql`copy nuovo_provincia from stdin`, d.province, p => [
    p.sigla,
    p.codice_istat,
    p.nome,
    p.altro_nome,
    p.regione,
    p.dal,
    p.al,
    `{${p.nata_da.join(',')}}`,
  ])
  await copia(tx, sql`copy nuovo_prefettura from stdin`, d.prefetture, p => [p.codice, p.nome, p.altro_nome])
  await copia(tx, sql`copy nuovo_comune from stdin`, d.comuni, c => [
    c.id,
    c.chiave,
    c.codice_catastale,
    c.residenti,
    c.residenti_anno,
  ])
  await copia(tx, sql`copy nuovo_comune_periodo from stdin`, d.periodi, p => [
    p.comune,
    p.dal,
    p.al,
    p.codice_istat,
    p.nome,
    p.nome_traslitterato,
    p.altro_nome,
    p.altro_nome_traslitterato,
    p.provincia,
    p.regione,
    p.prefettura,
    p.da_istituire,
    p.cod_denom,
    p.id_archivio,
  ])
  await copia(tx, sql`copy nuovo_comune_nome from stdin`, nomiDeiComuni(d), n => [
    n.comune,
    n.chiave,
    n.nome,
    n.altro,
    n.parole,
    n.provincia,
    n.abitanti,
    n.dal,
    n.al,
  ])
  await copia(tx, sql`copy nuovo_successione from stdin`, d.successioni, s => [s.prima, s.dopo, s.il, s.fonte])
  await copia(tx, sql`copy nuovo_stato from stdin`, d.stati, s => [
    s.id,
    s.nome,
    s.codice_istat,
    s.codice_at,
    s.codice_iso,
    s.codice_mae,
    s.tipo,
    s.dal,
    s.al,
    s.cittadinanza,
    s.nascita,
    s.residenza,
    s.in_tabella_2,
  ])
  await copia(tx, sql`copy nuovo_consolato from stdin`, d.consolati, c => [c.codice, c.tipo, c.sede, c.stato_mae])
  await copia(tx, sql`copy nuovo_consolato_competenza from stdin`, d.competenze, c => [c.codice_istat, c.consolato])
}

async function copia<R>(tx: Tx, comando: Sql, righe: readonly R[], colonne: (r: R) => Parameters<typeof campo>[0][]) {
  const c: Copia = tx.copy(comando)
  for (const r of righe) {
    const attesa = c.scrivi(`${colonne(r).map(campo).join('\t')}\n`)
    if (attesa) await attesa
  }
  await c.fine()
}

const DIFFERENZE = row(T.Object({ nuovi: T.Number(), cambiati: T.Number(), uguali: T.Number(), tolti: T.Number() }))
export type Differenze = { nuovi: number; cambiati: number; uguali: number; tolti: number }

/** Periods of comuni that the temporary tables would add, change, leave and take away. */
export const differenze = async (tx: Tx): Promise<Differenze> =>
  (
    await tx.rows(
      DIFFERENZE,
      sql`
  select count(*) filter (where v.comune is null)::int as nuovi,
         count(*) filter (where v.comune is not null and n.comune is not null and n is distinct from v)::int as cambiati,
         count(*) filter (where n is not distinct from v)::int as uguali,
         count(*) filter (where n.comune is null)::int as tolti
    from nuovo_comune_periodo n full join comune_periodo v on v.comune = n.comune and v.dal = n.dal`,
    )
  )[0]!

/** Makes the real tables say what the temporary ones say, and drops these. */
export const unisci = (tx: Tx) => tx.run(UNISCI())
const UNISCI = () => sqlDaFile(readFileSync(join(RADICE, 'src/anagrafe/territorio/unisci.sql'), 'utf8'))
