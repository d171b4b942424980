import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import type { Federazione, Fornitore } from './tipi.ts'

const FORNITORE = row(
  T.Object({
    federazione: T.Union([T.Literal('spid'), T.Literal('cie')]),
    entity_id: T.String(),
    sigla: T.String(),
    nome: T.String(),
    sso: T.String(),
    slo: T.Union([T.String(), T.Null()]),
    certificati: T.Array(T.String()),
    eidas: T.Boolean(),
  }),
)
const comeFornitore = ({ entity_id, slo, ...f }: Row<typeof FORNITORE>): Fornitore => ({
  ...f,
  entityId: entity_id,
  slo: slo ?? undefined,
})

/** The providers of a federation, by name. */
export const fornitoriDi = async (read: Read, federazione: Federazione): Promise<Fornitore[]> =>
  (
    await read.rows(
      FORNITORE,
      sql`
    select federazione, entity_id, sigla, nome, sso, slo, certificati, eidas
      from saml_fornitore where federazione = ${federazione} order by nome collate "it-x-icu", entity_id`,
    )
  ).map(comeFornitore)

export const perSigla = async (read: Read, federazione: Federazione, sigla: string): Promise<Fornitore | undefined> =>
  (
    await read.rows(
      FORNITORE,
      sql`
    select federazione, entity_id, sigla, nome, sso, slo, certificati, eidas
      from saml_fornitore where federazione = ${federazione} and sigla = ${sigla}`,
    )
  ).map(comeFornitore)[0]

export const perEntityId = async (read: Read, federazione: Federazione, entityId: string) =>
  (
    await read.rows(
      FORNITORE,
      sql`
    select federazione, entity_id, sigla, nome, sso, slo, certificati, eidas
      from saml_fornitore where federazione = ${federazione} and entity_id = ${entityId}`,
    )
  ).map(comeFornitore)[0]

/** Puts a registry's providers in the place of those of its federation. */
export async function sostituisci(tx: Tx, federazione: Federazione, nuovi: readonly Fornitore[], letto: string) {
  await tx.run(sql`
    delete from saml_fornitore
     where federazione = ${federazione} and entity_id <> all (${nuovi.map(f => f.entityId)}::text[])`)
  for (const f of nuovi)
    await tx.run(sql`
      insert into saml_fornitore (federazione, entity_id, sigla, nome, sso, slo, certificati, eidas, letto)
      values (${federazione}, ${f.entityId}, ${f.sigla}, ${f.nome}, ${f.sso}, ${f.slo}, ${f.certificati}, ${f.eidas}, ${letto})
      on conflict (federazione, entity_id) do update
        set sigla = excluded.sigla, nome = excluded.nome, sso = excluded.sso, slo = excluded.slo,
            certificati = excluded.certificati, eidas = excluded.eidas, letto = excluded.letto`)
}
