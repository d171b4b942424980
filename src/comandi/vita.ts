import { type Vissuta, vivi } from '../demo/index.ts'
import { oggi } from '../orologio.ts'
import type { Argomenti } from './comando.ts'
import { conDatabase } from './conDatabase.ts'
import { barra } from './progresso.ts'

export async function esegui(a: Argomenti): Promise<number> {
  const { fermo, valore, intero } = a
  const dal = valore('dal')
  const giorni = intero('giorni', 365)
  const seme = intero('seed', 1)
  const b = barra('Vivono')
  try {
    return await conDatabase(a, { ruolo: 'anpr_job', max: 2 }, async (db, database) => {
      const territorio = await database.territorio()
      const progresso = (parte: number, giorno: string) => {
        fermo.throwIfAborted()
        b.a(parte, giorno)
      }
      const v = await vivi(db, { territorio, giorni, seme, dal, oggi: oggi(), progresso })
      b.fine()
      process.stdout.write(racconto(v))
      return 0
    })
  } finally {
    b.fine()
  }
}

function racconto(v: Vissuta): string {
  const somma = (n: Record<string, number>) => Object.values(n).reduce((a, b) => a + b, 0)
  const righe: [string, number][] = [
    ...Object.entries(v.accaduti),
    ['di seguito (stati civili, case comuni, codici fiscali, doppioni chiusi)', v.seguiti],
    ['registrate due volte', v.doppi],
    ['annullate', v.annullati],
    ['sviste dei comuni, respinte', v.sviste],
    ['registrate in tutto', v.registrate],
    ['rifiutate', somma(v.rifiutati)],
  ]
  const codici = Object.entries(v.rifiutati)
    .sort(([, a], [, b]) => b - a)
    .map(([codice, n]) => `${codice} ${n}`)
  return [
    `Dal ${v.dal} al ${v.al}, ${v.giorni} giorni:`,
    ...righe.map(([nome, n]) => `  ${String(n).padStart(7)} ${nome}`),
    ...(codici.length > 0 ? [`Rifiutate per: ${codici.join(', ')}`] : []),
    '',
  ].join('\n')
}
