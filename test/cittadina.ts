import type { FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Sessione } from '../src/identita/index.ts'
import { it } from '../src/ui/index.ts'

/** A citizen's session, as the door would have opened it. */
export const sessione = (o: Partial<Sessione> = {}): Sessione => ({
  via: 'spid',
  livello: 2,
  codiceFiscale: 'RSSNNA80D52H501X',
  cognome: 'ROSSI',
  nome: 'ANNA',
  nascita: '1980-04-12',
  fornitore: 'https://idp.example',
  istante: '2026-11-25T10:59:00Z',
  numero: '7',
  utente: '5f0c3f6e-6f0e-4c1e-9d55-0a4f1d1c2b3a',
  csrf: 'parola-di-anna',
  aperta: '2026-11-25T10:59:00Z',
  scade: '2026-11-25T19:00:00Z',
  informativa: it.accesso.informativa.versione,
  ...o,
})

/** Who calls, by the header `x-chi`: without it, nobody. */
export const riconosci = (sessioni: Readonly<Record<string, Sessione>>) => (req: FastifyRequest) => {
  const s = sessioni[String(req.headers['x-chi'])]
  req.sessione = s
  return s ? ({ ruolo: 'cittadino', id: s.utente } as const) : ({ ruolo: 'anonimo', id: '' } as const)
}

/** A scheda of the register, as little of it as a test of the citizens' area wants. */
export const inserisciScheda = (
  pool: pg.Pool,
  s: { id: number; codiceFiscale?: string; validita?: number; stato?: string; comune?: number },
) =>
  pool.query(
    `insert into scheda (id, id_anpr, stato, registro, comune_id, codice_fiscale, cf_validita, cognome, nome, sesso, nascita,
       nascita_precisa, op_base, dati)
     values ($1::bigint, 'AA' || lpad($1::text, 7, '0'), $4, 'R', $5, $2, $3, 'ROSSI', 'ANNA', 'F', '1980-04-12', 'G', 1, '{"luogoNascita": {}}')`,
    [s.id, s.codiceFiscale ?? 'RSSNNA80D52H501X', s.validita ?? 1, s.stato ?? 'A', s.comune ?? 1],
  )
