import { adesso, oggi } from '../orologio.ts'
import { type EsitoSubentro, luoghiDi, subentro as porta, spiega } from '../subentro/index.ts'
import type { Argomenti } from './comando.ts'
import { conDatabase } from './conDatabase.ts'
import { barra } from './progresso.ts'

export async function esegui(a: Argomenti): Promise<number> {
  const { config, parole, si } = a
  const b = barra(si('pre') ? 'Pre-subentro' : 'Subentro')
  try {
    return await conDatabase(a, { ruolo: 'anpr_job', max: 3 }, async (db, database) => {
      const territorio = await database.territorio()
      const esito = await porta(db, parole, {
        prova: si('pre'),
        oggi: oggi(),
        adesso,
        cartella: config.dataDir,
        chi: 'bin/anpr',
        luoghi: luoghiDi(territorio),
        comunePerIstat: istat => {
          const c = territorio.comuneAttivo(istat)
          return c && { id: c.comune, nome: c.nome }
        },
        progresso: (letti, totale) => b.a(letti / totale, letti < totale ? '' : 'unisco le famiglie e scrivo'),
      })
      b.fine()
      console.log(racconta(esito, si('pre')))
      return esito.stato === 'conclusa' ? 0 : 1
    })
  } finally {
    b.fine()
  }
}

/** A broken export breaks every row alike: the first findings are enough to mend it. */
const IN_VISTA = 20

function racconta(e: EsitoSubentro, prova: boolean): string {
  const righe = [
    e.stato === 'conclusa'
      ? prova
        ? `Pre-subentro riuscito per ${e.comune?.nome}: ${e.schede} schede, ${e.gruppi} famiglie e convivenze. Non è rimasto niente.`
        : `${e.comune?.nome} è in ANPR: ${e.schede} schede, ${e.gruppi} famiglie e convivenze (operazione ${e.operazione}).`
      : `Fornitura respinta${e.comune ? ` per ${e.comune.nome}` : ''}: non è rimasto niente.`,
  ]
  for (const s of e.segnalazioni.slice(0, IN_VISTA)) {
    const dove = [s.file, s.riga && `riga ${s.riga}, colonna ${s.colonna}`, s.campo].filter(Boolean).join(', ')
    righe.push(`${s.codice} ${s.grado}  ${s.testo}${dove ? ` (${dove})` : ''}`)
  }
  const altre = e.segnalazioni.length - IN_VISTA
  if (altre > 0) righe.push(`… e altre ${altre} segnalazioni come queste`)
  for (const a of e.anomalie) {
    const chi = a.esempi.length > 0 ? `; per esempio ${a.esempi.join(', ')}` : ''
    righe.push(`${a.codice} ${a.grado}  ${a.quanti} ${a.quanti === 1 ? 'caso' : 'casi'}: ${spiega(a.codice, [])}${chi}`)
  }
  return righe.join('\n')
}
