import type { Inad } from '../../identita/index.ts'

/** The INAD of the demo: who elected a domicilio digitale follows from the codice fiscale alone. Those whose check letter is A
 *  to M did, the others did not. */
export const inadDemo = (): Inad => ({
  async chiedi(codiceFiscale) {
    return /[A-M]$/.test(codiceFiscale) ? `${codiceFiscale.slice(0, 6).toLowerCase()}@pec.demo.example` : undefined
  },
})
