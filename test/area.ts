import { insieme } from '../src/identita/index.ts'

/** What the citizens' area is given where nobody is reached: for tests that look at something else. */
export const SENZA_RECAPITI = {
  durate: { inattiva: 15, massima: 480 },
  profilo: { canali: insieme().canali, sveglia() {}, inad: undefined },
}
