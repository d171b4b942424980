/** An address that pages, programs or bookmarks of before still ask for. */
interface Vecchio {
  /** Without the final slash; one that ends in `/*` holds for everything below. */
  da: string
  a: string
  /** Who has met it: a section of ours (`issue 7`), an issue of italia/anpr (`#…`), public code or the real portal. */
  fonte: string
}

// Of several that hold, the longest counts. A file whose columns were others leads to the page that says what there is
// now: a program must fail there, and not read the wrong columns.
// biome-ignore format: a table
export const VECCHI: readonly Vecchio[] = [
  { da: '/index.html', a: '/', fonte: 'usual name of a home' },
  { da: '/home', a: '/', fonte: 'usual name of a home' },
  { da: '/anpr', a: '/progetto', fonte: 'real portal: presentation' },
  { da: '/anpr/numeri', a: '/stato-di-avanzamento/statistiche', fonte: 'real portal' },
  { da: '/dati-statistici', a: '/stato-di-avanzamento/statistiche', fonte: 'real portal; public code' },
  { da: '/servizi-al-cittadino', a: '/accesso', fonte: 'real portal; public code' },
  { da: '/area-cittadino/*', a: '/accesso', fonte: 'real portal: cambio-di-residenza, certificati' },
  { da: '/area-tecnica/*', a: '/strumenti-di-lavoro', fonte: 'real portal; #4312' },
  { da: '/area-tecnica/accesso-ai-dati', a: '/accordi-di-fruizione', fonte: '#5212; public code' },
  { da: '/faq-eng', a: '/domande-frequenti', fonte: 'real portal' },
  { da: '/tutti-i-comuni-italiani-sono-in-anpr', a: '/notizie', fonte: '#3265' },
  // 2021, after the restyle of 15 April
  { da: '/il-progetto', a: '/progetto', fonte: '#2609' },
  { da: '/il-progetto/strumenti-di-lavoro/*', a: '/strumenti-di-lavoro', fonte: '#2613, #2627: documentazione-tecnica, archivio-storico-dei-comuni' },
  { da: '/AnprStatsWeb/*', a: '/stato-di-avanzamento/statistiche', fonte: '#2608' },
  { da: '/AnprStatsWeb/export.html', a: '/stato-di-avanzamento/export-dati', fonte: '#2608' },
  { da: '/AnprStatsWeb/report_nazionale.csv', a: '/stato-di-avanzamento/export-dati', fonte: 'inferred from #2608, #3265' },
  { da: '/wp-content/uploads/*', a: '/strumenti-di-lavoro', fonte: '#2744, public code: ANPR_archivio_comuni.csv, tabella_2_statiesteri.xlsx' },
  { da: '/wp-content/uploads/2021/04/Tabella_45', a: '/stato-di-avanzamento/export-dati', fonte: '#2608: comuni subentrati' },
  // before the restyle
  { da: '/portale', a: '/', fonte: 'public code' },
  { da: '/portale/web/guest/accesso-ai-servizi', a: '/accesso', fonte: 'public code' },
  { da: '/portale/documentazione-tecnica', a: '/strumenti-di-lavoro', fonte: 'public code' },
  { da: '/portale/tabelle-di-riferimento', a: '/strumenti-di-lavoro', fonte: '#2550' },
  { da: '/portale/documents/*', a: '/strumenti-di-lavoro', fonte: 'public code: tabella_5_relazioni_parentela.xlsx' },
  { da: '/portale/anpr-archivio-comuni', a: '/strumenti-di-lavoro', fonte: '#1252, #1605' },
  { da: '/portale/anpr-archivio-comuni.csv', a: '/strumenti-di-lavoro', fonte: '#1605' },
]

const ESATTI = new Map(VECCHI.filter(v => !v.da.endsWith('/*')).map(v => [v.da, v.a]))
const SOTTO = VECCHI.filter(v => v.da.endsWith('/*'))
  .map(v => [v.da.slice(0, -2), v.a] as const)
  .toSorted(([a], [b]) => b.length - a.length)

/** Where an address of before stands now; undefined: it is none. Asked only for what has no page.
 *  @param percorso without query and final slash */
export const altrove = (percorso: string): string | undefined =>
  ESATTI.get(percorso) ?? SOTTO.find(([sopra]) => percorso === sopra || percorso.startsWith(`${sopra}/`))?.[1]
