import type { Rilievo } from '../errori.ts'
import type { bozza } from './bozza.ts'
import type { Contesto } from './operazione.ts'
import type { Effetto, RigaScheda } from './registro.query.ts'
import { nomeSezione } from './sezioni.ts'

/** Invariants that hold after any operation (OPERAZIONI.md 2, 3), looked at on the finished draft. What subentro brought
 *  in against them is left alone: only what the operation touched is judged. */
export function dopoLaBozza(
  { prima, b }: ReturnType<typeof bozza>,
  effetti: readonly Effetto[],
  c: Contesto<unknown>,
): (Rilievo & { op?: string })[] {
  const trovati: (Rilievo & { op?: string })[] = []
  for (const e of effetti) {
    const vecchia = prima[e.tipo].get(e.oggetto)
    if (!vecchia) continue
    const testa = vecchia.teste?.[e.sezione]
    const ultima = testa?.[2] ?? (vecchia as RigaScheda).aggiornata_il ?? vecchia.base_dal
    if (c.decorrenza < ultima)
      trovati.push({
        codice: 'EN389',
        gravita: 'E',
        campo: 'dataDecorrenza',
        testo: `La decorrenza ${c.decorrenza} è anteriore a quella dell'ultima registrazione sui dati «${nomeSezione(e.tipo, e.sezione)}», ${ultima}`,
        rimedio: `Indica una decorrenza dal ${ultima} in poi, oppure annulla prima le registrazioni successive`,
        op: testa?.[0] ?? (vecchia.base_dal && (vecchia as RigaScheda).op_base),
      })
  }
  // Who left the register did not leave her family's number: it stays on the scheda.
  const lasciata = (e: Effetto) =>
    e.tipo === 'S' && e.sezione === 'posizione' ? (b.persona(e.oggetto)?.gruppo_id ?? undefined) : undefined
  const famiglie = new Set(
    effetti.flatMap(e => [e.gruppo_prima, e.gruppo_dopo, lasciata(e)]).filter(g => g !== undefined),
  )
  for (const id of famiglie) {
    const g = b.gruppo(id)
    if (!g?.aperto || g.tipo === 4) continue
    const membri = b.membri(id)
    const capi = membri.filter(s => s.legame === 1)
    if (capi.length > 1)
      trovati.push({
        codice: 'EF007',
        gravita: 'E',
        campo: 'codiceLegame',
        testo: `La famiglia ${id} avrebbe ${capi.length} intestatari`,
        rimedio: 'Indica un solo intestatario e un altro legame per gli altri',
      })
    if (membri.length > 0 && capi.length === 0)
      trovati.push({
        codice: 'EN225',
        gravita: 'W',
        campo: 'codiceLegame',
        testo: `La famiglia ${id} resta senza intestatario`,
        rimedio: 'Indica un nuovo intestatario e i nuovi legami (5001/2): fino ad allora non è certificabile',
      })
  }
  return trovati
}
