import type { Prefettura, Provincia, Regione } from './tipi.ts'

const righe = (testo: string) =>
  testo
    .trim()
    .split('\n')
    .map(r => r.trim().split('|'))
const oNull = (s: string | undefined) => s || null

/** ISTAT code, name, second official name. Sources: ISTAT's list of regions; EX and 00 are the ministry's own
 *  (legend of its archive of comuni): "regione ormai soppressa", for comuni ceded in 1947, and "non disponibile". */
export const REGIONI: readonly Regione[] = righe(`
    01|Piemonte|
    02|Valle d'Aosta|Vallée d'Aoste
    03|Lombardia|
    04|Trentino-Alto Adige|Südtirol
    05|Veneto|
    06|Friuli-Venezia Giulia|Furlanija - Julijska krajina
    07|Liguria|
    08|Emilia-Romagna|
    09|Toscana|
    10|Umbria|
    11|Marche|
    12|Lazio|
    13|Abruzzo|
    14|Molise|
    15|Campania|
    16|Puglia|
    17|Basilicata|
    18|Calabria|
    19|Sicilia|
    20|Sardegna|
    EX|Regione soppressa|
    00|Regione non disponibile|
  `).map(([codice, nome, altro]) => ({ codice: codice!, nome: nome!, altro_nome: oNull(altro) }))

/** Every province that was ever a comune's: sigla, ISTAT code, name, second name, region, first and last day, and
 *  the provinces from which comuni came to it, at its birth or later. Names: ISTAT. Days and origins: drawn from the ministry's archive
 *  of comuni (state of 16 May 2023, CC BY 4.0). Sardinia's provinces of 2025 (L.R. 7/2021) and their ISTAT codes of
 *  January 2026 are not in it: they come in with a newer archive, or with lines here. */
export const PROVINCE: readonly Provincia[] = righe(`
    TO|001|Torino||01|1861-03-17||AO
    VC|002|Vercelli||01|1927-01-12||NO
    NO|003|Novara||01|1861-03-17||VC
    CN|004|Cuneo||01|1861-03-17||
    AT|005|Asti||01|1935-04-08||AL
    AL|006|Alessandria||01|1861-03-17||
    AO|007|Valle d'Aosta|Vallée d'Aoste|02|1927-01-12||TO
    IM|008|Imperia||07|1861-03-17||
    SV|009|Savona||07|1927-01-12||GE
    GE|010|Genova||07|1861-03-17||PV SV
    SP|011|La Spezia||07|1923-12-22||GE MS
    VA|012|Varese||03|1927-01-12||CO MI
    CO|013|Como||03|1861-03-17||
    SO|014|Sondrio||03|1861-03-17||
    MI|015|Milano||03|1861-03-17||
    BG|016|Bergamo||03|1861-03-17||LC
    BS|017|Brescia||03|1861-03-17||TN
    PV|018|Pavia||03|1861-03-17||MI PC
    CR|019|Cremona||03|1861-03-17||
    MN|020|Mantova||03|1861-03-17||
    BZ|021|Bolzano|Bozen|04|1927-01-12||TN
    TN|022|Trento||04|1920-10-16||
    VR|023|Verona||05|1866-11-19||VI
    VI|024|Vicenza||05|1866-11-19||TN
    BL|025|Belluno||05|1866-11-19||
    TV|026|Treviso||05|1866-11-19||
    VE|027|Venezia||05|1866-11-19||
    PD|028|Padova||05|1866-11-19||
    RO|029|Rovigo||05|1866-11-19||
    UD|030|Udine||06|1866-11-19||BL GO PN
    GO|031|Gorizia||06|1921-01-05||TS UD
    TS|032|Trieste||06|1921-01-05||GO
    PC|033|Piacenza||08|1861-03-17||PV
    PR|034|Parma||08|1861-03-17||PC
    RE|035|Reggio nell'Emilia||08|1861-03-17||
    MO|036|Modena||08|1861-03-17||BO
    BO|037|Bologna||08|1861-03-17||FE
    FE|038|Ferrara||08|1861-03-17||
    RA|039|Ravenna||08|1861-03-17||
    FO|040|Forlì||08|1861-03-17|1992-04-15|FI
    FC|040|Forlì-Cesena||08|1992-04-16||FO
    PS|041|Pesaro e Urbino||11|1861-03-17|1998-09-03|
    PU|041|Pesaro e Urbino||11|1998-09-04||PS
    AN|042|Ancona||11|1861-03-17||
    MC|043|Macerata||11|1861-03-17||PG
    AP|044|Ascoli Piceno||11|1861-03-17||
    MS|045|Massa-Carrara||09|1861-03-17||
    LU|046|Lucca||09|1861-03-17||MS
    PT|047|Pistoia||09|1927-01-12||FI LU
    FI|048|Firenze||09|1861-03-17||
    LI|049|Livorno||09|1861-03-17||GE PI
    PI|050|Pisa||09|1861-03-17||FI
    AR|051|Arezzo||09|1861-03-17||PG
    SI|052|Siena||09|1861-03-17||
    GR|053|Grosseto||09|1861-03-17||
    PG|054|Perugia||10|1861-03-17||AR MC
    TR|055|Terni||10|1927-01-12||PG
    VT|056|Viterbo||12|1927-01-12||RM
    RI|057|Rieti||12|1927-01-12||AQ RM
    RM|058|Roma||12|1871-01-15||CE PG VT
    LT|059|Latina||12|1934-10-26||NA RM
    FR|060|Frosinone||12|1927-01-12||CE RM
    CE|061|Caserta||15|1861-03-17||BN CB NA
    BN|062|Benevento||15|1861-03-17||AV CE
    NA|063|Napoli||15|1861-03-17||CE LT
    AV|064|Avellino||15|1861-03-17||
    SA|065|Salerno||15|1861-03-17||
    AQ|066|L'Aquila||13|1861-03-17||
    TE|067|Teramo||13|1861-03-17||
    PE|068|Pescara||13|1927-01-12||AQ CH TE
    CH|069|Chieti||13|1861-03-17||
    CB|070|Campobasso||14|1861-03-17||BN CE
    FG|071|Foggia||16|1861-03-17||AV
    BA|072|Bari||16|1861-03-17||
    TA|073|Taranto||16|1923-12-22||LE
    BR|074|Brindisi||16|1927-01-12||BA LE
    LE|075|Lecce||16|1861-03-17||BR
    PZ|076|Potenza||17|1861-03-17||MT
    MT|077|Matera||17|1927-01-12||PZ
    CS|078|Cosenza||18|1861-03-17||
    CZ|079|Catanzaro||18|1861-03-17||
    RC|080|Reggio Calabria||18|1861-03-17||
    TP|081|Trapani||19|1861-03-17||
    PA|082|Palermo||19|1861-03-17||TP
    ME|083|Messina||19|1861-03-17||
    AG|084|Agrigento||19|1861-03-17||
    CL|085|Caltanissetta||19|1861-03-17||
    EN|086|Enna||19|1927-01-12||CL CT
    CT|087|Catania||19|1861-03-17||
    RG|088|Ragusa||19|1927-01-12||SR
    SR|089|Siracusa||19|1861-03-17||
    SS|090|Sassari||20|1861-03-17||OT
    NU|091|Nuoro||20|1927-01-12||CA OG SS
    CA|092|Cagliari||20|1861-03-17||NU
    PN|093|Pordenone||06|1968-04-06||UD
    IS|094|Isernia||14|1970-03-03||CB
    OR|095|Oristano||20|1974-08-20||CA NU
    BI|096|Biella||01|1992-04-16||VC
    LC|097|Lecco||03|1992-04-16||BG CO
    LO|098|Lodi||03|1992-04-16||MI
    RN|099|Rimini||08|1992-04-16||FO PU
    PO|100|Prato||09|1992-04-16||FI
    KR|101|Crotone||18|1992-04-16||CZ
    VV|102|Vibo Valentia||18|1992-04-16||CZ
    VB|103|Verbano-Cusio-Ossola||01|1992-05-23||NO
    OT|104|Olbia-Tempio||20|2006-01-01|2016-04-27|NU SS
    OG|105|Ogliastra||20|2006-01-01|2016-04-27|NU
    VS|106|Medio Campidano||20|2006-01-01|2016-04-27|CA
    CI|107|Carbonia-Iglesias||20|2006-01-01|2016-04-27|CA
    MB|108|Monza e della Brianza||03|2009-06-30||MI
    FM|109|Fermo||11|2009-07-12||AP
    BT|110|Barletta-Andria-Trani||16|2009-07-27||BA FG
    SU|111|Sud Sardegna||20|2016-04-28||CA CI OG OR VS
    FU|701|Fiume||EX|1921-01-05|1947-09-15|PL
    PL|702|Pola||EX|1921-01-05|1977-04-03|FU
    ZA|703|Zara||EX|1921-01-05|1947-09-15|
    VG|801|Venezia Giulia||06|1921-01-05|1923-02-07|
  `).map(([sigla, codice, nome, altro, regione, dal, al, nataDa]) => ({
  sigla: sigla!,
  codice_istat: codice!,
  nome: nome!,
  altro_nome: oNull(altro),
  regione: regione!,
  dal: dal!,
  al: oNull(al),
  nata_da: nataDa ? nataDa.split(' ') : [],
}))

/** Prefetture whose name does not follow from the province's. In Trento and Bolzano a Commissario del Governo, in
 *  Aosta the President of the Region does a prefetto's work (DPR 670/1972 art. 87; D.Lgs.Lgt. 545/1945 art. 4). */
const DENOMINAZIONI: Record<string, [nome: string, altro?: string]> = {
  AO: ["Presidenza della Regione autonoma Valle d'Aosta", "Présidence de la Région autonome Vallée d'Aoste"],
  AQ: ["Prefettura – UTG dell'Aquila"],
  BZ: ['Commissariato del Governo per la Provincia di Bolzano', 'Regierungskommissariat für die Provinz Bozen'],
  RE: ['Prefettura – UTG di Reggio Emilia'],
  SP: ['Prefettura – UTG della Spezia'],
  TN: ['Commissariato del Governo per la Provincia di Trento'],
  VB: ['Prefettura – UTG del Verbano-Cusio-Ossola'],
}

/** One a province of today, but for Sud Sardegna, which belongs to Cagliari (archive, IDPREFETTURA). */
export const PREFETTURE: readonly Prefettura[] = PROVINCE.filter(p => p.al === null && p.sigla !== 'SU').map(p => {
  const [nome, altro] = DENOMINAZIONI[p.sigla] ?? [`Prefettura – UTG di ${p.nome}`]
  return { codice: p.sigla, nome, altro_nome: altro ?? null }
})

/** The prefettura that watches over a province's comuni today. */
export const prefetturaDi = (sigla: string): string | null =>
  sigla === 'SU' ? 'CA' : PREFETTURE.some(p => p.codice === sigla) ? sigla : null
