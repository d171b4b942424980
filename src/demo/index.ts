export { caricaDemo } from './carica.ts'
export { certificatiDemo } from './certificati/certificati.ts'
export { èInventata } from './certificati/file.ts'
export { preparaUffici } from './certificati/iscrivi.ts'
export { type ComuneDemo, comuniDemo, fornituraDemo, PILOTA } from './comuni.ts'
export { creaDemo, type Demo, demoDi } from './demo.query.ts'
export { type Idp, idpDemo } from './idp/idp.ts'
export { rotteIdp } from './idp/rotte.ts'
export { rotteOperatoriDemo } from './operatori/rotte.ts'
export { type Fornitura, FornituraImpossibile } from './persone/fornitura.ts'
export { type Invio, invii, SCHEDE_PER_INVIO } from './persone/invii.ts'
export { type Cassetta, cassetta } from './posta/cassetta.ts'
export { inadDemo } from './posta/inad.ts'
export { rotte } from './rotte.ts'
export { STORIE } from './storie/elenco.ts'
export type { Storia } from './storie/tipi.ts'
export {
  type ArgomentiSynth,
  documento,
  elencoStorie,
  fornituraDa,
  fornituraDellaStoria,
  riassuntoDi,
  scriviCartella,
} from './synth.ts'
export { tributariaDemo } from './tributaria.ts'
export { type OpzioniVita, type Vissuta, VitaImpossibile, vivi } from './vita/vivi.ts'
