import { openDb } from '../src/db/index.ts'
import { sql } from '../src/db/sql.ts'

/** The day of the sample snapshot. */
export const GIORNO = '2026-11-25'

/** Fills a test database with a snapshot of the whole country: every active comune, its people by the census and a tenth
 *  as many abroad. Not by people in the register, which would take minutes: for tests of pages. One comune in 18 is not
 *  in, one in 90 is planned; San Teodoro (ME) is not in, Milano (015146) is in since 14 July 2018. */
export async function paeseDiProva(url: string): Promise<void> {
  const db = openDb({ url, ruolo: 'anpr_migra', max: 1 })
  await db.tx(async tx => {
    await tx.run(sql`insert into istantanea (giorno, fino_a) values (${GIORNO}, 0)`)
    await tx.run(sql`
      insert into conteggio (giorno, comune_id, regione, provincia, ordine, stato, ingresso, persone_dal, previsto, residenti, aire,
        famiglie, convivenze, attesi_residenti, attesi_aire)
      select ${GIORNO}::date, id, regione, provincia, ordine, stato, ingresso, ingresso,
             case when stato = 'pianificato' then ${GIORNO}::date + (7 + n % 77)::int end,
             case when stato = 'in' then abitanti else 0 end, case when stato = 'in' then abitanti / 10 else 0 end,
             case when stato = 'in' then abitanti * 10 / 23 else 0 end, case when stato = 'in' then abitanti / 5000 else 0 end,
             case when stato <> 'in' then abitanti else 0 end, case when stato <> 'in' then abitanti / 10 else 0 end
        from (select x.*, case when stato = 'in' then case when codice_istat = '015146' then date '2018-07-14' else date '2016-10-21' + (n * 37 % 1600)::int end end as ingresso
                from (select c.id, p.codice_istat, p.regione, p.provincia, row_number() over (order by c.id) as n,
                     row_number() over (order by p.nome collate "it-x-icu", p.provincia) as ordine, coalesce(c.residenti, 1000) as abitanti,
                     case when p.codice_istat in ('015146', '058091', '001272') then 'in' when p.codice_istat = '083090' or c.id % 18 = 0 then 'non_in'
                          when c.id % 90 = 1 then 'pianificato' else 'in' end as stato
                        from comune c join comune_periodo p on p.comune = c.id
                       where p.dal <= ${GIORNO} and p.al is null and not p.da_istituire) x) x`)
    await tx.run(sql`
      insert into comune_cammino (comune_id, scritto, chi, censimento, carte_spedite, carte_ritirate, abilitato, presubentro,
        prima, preferita, ultima)
      select comune_id, now(), 'prova', previsto - 120, previsto - 90, previsto - 80, previsto - 70, previsto - 40,
             previsto - 5, previsto, previsto + 7
        from conteggio where stato = 'pianificato'`)
  })
  await db.close()
}
