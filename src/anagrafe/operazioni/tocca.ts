import type { NomeSezione } from '../motore/sezioni.ts'

/** What each operation changes of what it finds (what it makes anew is there whole), and whom it tells; tests hold every
 *  operation that they carry out against it. N010 goes to the comune left, N-VINCOLO to that of a partner, N014 to that
 *  which should enrol again. */
interface Tocca {
  sezioni: readonly (NomeSezione | `gruppo.${'stato' | 'dati' | 'responsabile' | 'residenza'}` | 'unione.vincolo')[]
  avvisi?: readonly ('N010' | 'N014' | 'N-VINCOLO')[]
}
const FINE = ['unione.vincolo', 'vedovanza', 'unioneCivile', 'convivenzaDiFatto'] as const
const MOSSA = ['posizione', 'appartenenza', 'residenza', 'gruppo.stato'] as const
const vincolo = (sezione: NomeSezione): Tocca => ({
  sezioni: ['unione.vincolo', sezione],
  avvisi: ['N-VINCOLO'],
})
const solo = (...sezioni: NomeSezione[]): Tocca => ({ sezioni })
const ISCRITTA = [
  ...MOSSA,
  ...(['attributi', 'statoCivile', 'cittadinanza', 'codiceFiscale', 'attoNascita', 'paternita', 'maternita'] as const),
  ...(['cartaIdentita', 'permessoSoggiorno', 'altriDati'] as const),
]

// biome-ignore format: a table
export const TOCCA: Readonly<Record<string, Tocca>> = {
  '1001': solo('posizione', 'appartenenza'),
  A001: solo('posizione', 'appartenenza'),
  '1002': { sezioni: ISCRITTA },
  A002: { sezioni: ISCRITTA },
  '1010': { sezioni: ['gruppo.stato'] },
  '2001': { sezioni: ['posizione', 'appartenenza', 'gruppo.stato', ...FINE], avvisi: ['N-VINCOLO'] },
  '2003': { sezioni: ['posizione', 'appartenenza', 'gruppo.stato'], avvisi: ['N014'] },
  '2009': { sezioni: ['gruppo.stato'] },
  '5001/1': { sezioni: ['gruppo.responsabile', 'appartenenza'] },
  '5001/2': solo('appartenenza'),
  '5001/3': { sezioni: ['gruppo.dati'] },
  '5001/4': { sezioni: [...MOSSA, 'gruppo.residenza'], avvisi: ['N010'] },
  '5001/6': solo('residenza'),
  '5001/7': solo('residenza'),
  '5001/8': solo('residenza'),
  '5001/9': solo('residenza'),
  '5005/1': solo('attributi', 'domicilio'),
  '5005/2': { sezioni: MOSSA, avvisi: ['N010'] },
  '5005/3': solo('dimora'),
  '5005/4': solo('domicilio'),
  '5005/6': solo('residenza'),
  '5008/1': solo('generalita', 'statoCivile', 'attributi'),
  '5008/2': solo('cittadinanza'),
  '5008/3': solo('cartaIdentita'),
  '5008/4': solo('permessoSoggiorno'),
  '5008/6': solo('censimento'),
  '5008/7': solo('altriDati'),
  '5008/8': solo('autoveicoli'),
  '5008/10': solo('paternita'),
  '5008/11': solo('maternita'),
  '5008/12': { sezioni: ['unione.vincolo', 'matrimonio', 'vedovanza', 'cessazioneMatrimonio'], avvisi: ['N-VINCOLO'] },
  '5008/13': { sezioni: ['unione.vincolo', 'vedovanza'] },
  '5008/14': vincolo('cessazioneMatrimonio'),
  '5008/15': solo('attoNascita'),
  '5008/16': vincolo('convivenzaDiFatto'),
  '5008/17': vincolo('convivenzaDiFatto'),
  '5008/18': vincolo('unioneCivile'),
  '5008/19': vincolo('unioneCivile'),
  '5008/16r': vincolo('convivenzaDiFatto'),
  '5008/18r': vincolo('unioneCivile'),
  '5008/20': solo('cittadinanza', 'cartaIdentita', 'permessoSoggiorno', 'censimento', 'altriDati', 'autoveicoli', 'paternita', 'maternita', 'attoNascita', 'attributi'),
  '5008/22': { sezioni: ['posizione', 'unione.vincolo', 'vedovanza'], avvisi: ['N-VINCOLO'] },
  '5013/1': solo('paternita'),
  '5013/2': solo('maternita'),
  '5013/3': solo('permessoSoggiorno'),
  '5013/4': solo('censimento'),
  '5013/6': vincolo('matrimonio'),
  '5013/7': vincolo('unioneCivile'),
  '5013/8': vincolo('convivenzaDiFatto'),
  '5013/9': { sezioni: ['gruppo.responsabile'] },
  '5013/12': solo('codiceFiscale'),
  '5014/101': solo('residenza'),
  '5014/102': solo('posizione'),
  '5014/103': solo('aggiornamento', 'posizione', 'appartenenza'),
  '5014/104': { sezioni: ['posizione', 'appartenenza', 'residenza', 'gruppo.dati'] },
  '5014/105': solo('generalita'),
  '5021/4': vincolo('matrimonio'),
  '5021/5': vincolo('vedovanza'),
  '5021/6': vincolo('cessazioneMatrimonio'),
  'A006/1': { sezioni: MOSSA },
  'A006/2': { sezioni: MOSSA },
  'A006/3': { sezioni: MOSSA, avvisi: ['N010'] },
  'A006/4': solo('posizione'),
  AE: solo('codiceFiscale'),
}
