// `npm run -s conformance`: how many official types our definitions equal.

import { ASSENTE, confronta, riferimentoPresente } from './confronto.ts'

if (!riferimentoPresente) console.log(`skipped: ${ASSENTE}`)
else {
  const { uguali, totale, differenze } = confronta()
  console.log(`${uguali} of ${totale} types equal`)
  for (const d of differenze) console.log(d)
  process.exitCode = differenze.length === 0 ? 0 : 1
}
