import { segnalazioni as elenco, type Segnalazione } from '../portale/index.ts'
import type { Argomenti } from './comando.ts'
import { conDatabase } from './conDatabase.ts'

export async function esegui(a: Argomenti): Promise<number> {
  const quante = a.intero('quante', 100)
  return await conDatabase(a, { ruolo: 'anpr_job' }, async db => {
    const trovate = await elenco(db, { quante })
    console.log(trovate.length === 0 ? 'Nessuna segnalazione di accessibilità.' : trovate.map(testo).join('\n\n'))
    return 0
  })
}

// What people wrote comes without control characters (portale/sito/campi.ts): a terminal may show it.
const testo = (s: Segnalazione): string =>
  [
    `${s.riferimento}  ${s.ricevuta}  ${s.pagina}`,
    ...s.problema.split('\n').map(riga => `  ${riga}`.trimEnd()),
    ...(s.tecnologia ? [`  Usa: ${s.tecnologia}`] : []),
    s.email ? `  Risposta a: ${s.email}` : '  Non chiede risposta',
  ].join('\n')
