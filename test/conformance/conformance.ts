// `npm run -s conformance`: how many official types our definitions equal.

import { ASSENTE, confronta, riferimentoPresente, SERVIZIO_P000, SUBENTRO } from './confronto.ts'

if (!riferimentoPresente) console.log(`skipped: ${ASSENTE}`)
else
  for (const [nome, messaggi] of [
    ['subentro', SUBENTRO],
    ['P000', SERVIZIO_P000],
  ] as const) {
    const { uguali, totale, differenze } = confronta(messaggi)
    console.log(`${nome}: ${uguali} of ${totale} types equal`)
    for (const d of differenze) console.log(d)
    if (differenze.length > 0) process.exitCode = 1
  }
