import { type Fornitura, FornituraImpossibile } from './persone/fornitura.ts'
import { giornoDi, testoDi } from './persone/giorni.ts'
import { terra } from './persone/luoghi.ts'

/** Comuni that are in: ISTAT code, day, name. The days are the true ones where ANPR published them (italia/anpr,
 *  `comuni_subentrati.csv`, state of 9 March 2019, CC BY 4.0; Roma: issue 2381 there); those with ~ are invented. First came
 *  Bagnacavallo, then Lavagna; San Teodoro in the province of Messina, in truth the last, is not in and not planned. */
const DENTRO = `
  001117 2019-03-04 Gravere
  001121 2018-10-25 Ingria
  001229 2018-12-18 Rubiana
  001272 2018-07-13 Torino
  001317 2019-01-01 Val di Chy
  005005 2018-11-08 Asti
  006003 2018-10-15 Alessandria
  007003 2018-12-14 Aosta
  007007 2018-10-18 Ayas
  007020 2018-10-30 Châtillon
  007024 2018-11-06 Doues
  007033 2018-08-10 Gressoney-Saint-Jean
  007039 2018-10-02 La Magdeleine
  007066 2018-10-15 Sarre
  012026 2018-09-19 Busto Arsizio
  013233 2018-11-13 Val Rezzo
  015146 2018-07-14 Milano
  016024 2018-05-17 Bergamo
  017126 2018-07-13 Orzivecchi
  020052 2018-10-05 Roncoferraro
  020054 2018-10-16 Sabbioneta
  097042 2018-11-26 Lecco
  021008 ~2020-08-24 Bolzano
  022002 2018-11-05 Albiano
  022006 2018-07-16 Arco
  022118 2018-08-31 Moena
  022133 2018-06-05 Palù del Fersina
  022153 2019-01-30 Riva del Garda
  022161 2017-12-12 Rovereto
  022190 2018-11-26 Tenna
  022205 ~2020-06-18 Trento
  023091 2018-12-13 Verona
  024043 2018-09-28 Gambellara
  024100 2018-11-27 Schio
  025006 2018-05-28 Belluno
  025037 2018-10-01 Perarolo di Cadore
  026037 2018-09-26 Mansuè
  027042 ~2019-12-11 Venezia
  028013 2018-12-13 Borgoricco
  030009 2018-12-05 Basiliano
  030010 2018-12-03 Bertiolo
  030129 ~2020-12-23 Udine
  031007 ~2020-12-28 Gorizia
  032006 ~2020-07-30 Trieste
  093040 2019-02-21 San Quirino
  008031 2018-12-04 Imperia
  009013 2018-11-20 Borgio Verezzi
  009024 2018-06-19 Ceriale
  010023 2018-12-05 Favale di Malvaro
  010025 ~2020-08-07 Genova
  010028 2017-03-07 Lavagna
  010046 2017-08-25 Rapallo
  011015 2019-01-10 La Spezia
  034016 2018-08-29 Fontevivo
  034027 2018-06-11 Parma
  036023 2017-12-12 Modena
  037006 2019-02-23 Bologna
  038022 2018-11-28 Vigarano Mainarda
  039002 2016-10-21 Bagnacavallo
  040003 2018-05-24 Bertinoro
  040031 2018-06-26 Portico e San Benedetto
  046017 2017-12-21 Lucca
  048017 2018-09-28 Firenze
  050036 2018-05-10 Terricciola
  050038 2018-06-11 Vicopisano
  052024 2018-12-03 Radicofani
  052033 2018-11-08 Sinalunga
  100005 2018-12-04 Prato
  054018 ~2021-01-05 Foligno
  054024 2018-07-26 Gubbio
  054039 2018-03-15 Perugia
  054053 2017-08-23 Torgiano
  055004 2018-11-30 Amelia
  055032 2018-02-28 Terni
  041010 2018-11-30 Cartoceto
  041013 2018-12-10 Fano
  041044 2018-12-10 Pesaro
  042002 ~2019-09-02 Ancona
  042021 2018-11-05 Jesi
  042037 2018-12-05 Poggio San Marcello
  043043 2018-06-19 Potenza Picena
  043054 2018-12-03 Treia
  058015 2018-12-10 Campagnano di Roma
  058059 2018-09-27 Mentana
  058079 2018-11-21 Pomezia
  058091 2020-12-14 Roma
  058111 2018-11-29 Velletri
  058120 2018-12-04 Fiumicino
  059026 2018-10-24 Santi Cosma e Damiano
  060013 2018-05-31 Belmonte Castello
  066032 2018-11-20 Celano
  066049 2018-12-11 L'Aquila
  067021 2018-10-23 Corropoli
  068028 ~2020-08-13 Pescara
  069022 ~2020-03-02 Chieti
  069099 ~2019-10-29 Vasto
  070006 2019-01-12 Campobasso
  070010 ~2020-06-19 Campomarino
  070049 2018-09-26 Oratino
  070078 ~2019-11-27 Termoli
  094025 ~2019-06-10 Macchia d'Isernia
  094052 ~2019-11-28 Venafro
  062004 2019-01-28 Apollosa
  063001 2017-12-19 Acerra
  063004 2018-11-19 Anacapri
  063034 2018-12-17 Giugliano in Campania
  063049 ~2020-12-07 Napoli
  065038 2018-12-05 Celle di Bulgheria
  065116 2018-11-14 Salerno
  065123 2018-12-07 San Mauro Cilento
  072002 2018-10-31 Adelfia
  072004 2017-10-17 Altamura
  072006 ~2019-11-21 Bari
  072011 2018-12-12 Bitonto
  073005 2018-10-30 Faggiano
  073010 2018-12-20 Leporano
  075035 2018-12-12 Lecce
  110002 ~2019-05-13 Barletta
  110004 2018-10-29 Canosa di Puglia
  076048 2018-10-31 Melfi
  076063 ~2019-07-19 Potenza
  076084 2018-10-18 Savoia di Lucania
  076100 2018-11-27 Paterno
  077014 ~2020-07-22 Matera
  077021 ~2019-08-23 Policoro
  079023 ~2020-10-12 Catanzaro
  080049 2019-02-07 Melicucco
  080069 2019-02-14 Rosarno
  080076 2018-10-29 San Procopio
  080092 2019-01-22 Stilo
  080093 2019-01-16 Taurianova
  101010 2018-09-03 Crotone
  102028 2018-11-05 Pizzoni
  081002 2018-10-26 Buseto Palizzolo
  081011 2018-12-17 Marsala
  082053 ~2020-10-26 Palermo
  083070 2019-01-18 Reitano
  086011 2019-01-23 Leonforte
  087015 2018-10-09 Catania
  087031 2018-11-19 Nicolosi
  088009 2018-12-10 Ragusa
  090047 2018-05-17 Olbia
  090085 2018-11-27 Sant'Antonio di Gallura
  091010 2018-09-20 Bolotana
  091104 2018-11-29 Lodine
  092009 2018-11-26 Cagliari
  095025 2018-11-29 Marrubiu
  095038 2018-12-18 Oristano
`

/** Comuni with a day in the plan: all of it invented. */
const PIANIFICATI = `
  002158 Vercelli
  005058 Incisa Scapaccino
  108033 Monza
  013202 Rovello Porro
  021011 Bressanone
  021076 Salorno
  024116 Vicenza
  028075 San Giorgio delle Pertiche
  031012 Monfalcone
  093009 Caneva
  008055 Sanremo
  011001 Ameglia
  036040 Sassuolo
  036002 Bomporto
  051002 Arezzo
  053016 Monte Argentario
  054051 Spoleto
  054012 Città della Pieve
  044066 San Benedetto del Tronto
  043028 Montecosaro
  058047 Guidonia Montecelio
  056024 Fabrica di Roma
  068024 Montesilvano
  069057 Orsogna
  070003 Bojano
  070021 Colletorto
  063060 Pozzuoli
  063066 San Gennaro Vesuviano
  071024 Foggia
  073021 Palagiano
  076043 Lavello
  076044 Maratea
  078157 Corigliano-Rossano
  080005 Ardore
  089017 Siracusa
  082031 Cinisi
  092051 Quartu Sant'Elena
  090049 Oschiri
`

/** Comuni that try their files in pre-subentro: invented. */
const IN_PROVA = `
  012126 Ternate
  028007 Arzergrande
  030071 Paluzza
  008053 San Biagio della Cima
  035013 Casina
  052026 Rapolano Terme
  055005 Arrone
  094016 Civitanova del Sannio
  064033 Fontanarosa
  073001 Avetrana
  076058 Pescopagano
  101020 San Mauro Marchesato
  084042 Siculiana
  091026 Gairo
`

export type ComuneDemo =
  | { istat: string; stato: 'in'; subentrato: string /** The day is the true one. */; vero: boolean }
  | { istat: string; stato: 'pianificato'; prima: string; preferita: string; ultima: string }
  | { istat: string; stato: 'pre' }

const righe = (tabella: string) =>
  tabella
    .trim()
    .split('\n')
    .map(r => r.trim().split(' '))

/** The seven that tried the system out. */
export const PILOTA: readonly string[] = ['110002', '016024', '097042', '048017', '015146', '100005', '001272']

const DENTRO_COME_RIGHE: readonly ComuneDemo[] = righe(DENTRO).map(([istat, giorno]) => ({
  istat: istat!,
  stato: 'in',
  subentrato: giorno!.replace('~', ''),
  vero: !giorno!.startsWith('~'),
}))

/** From Monday to Friday (day 0, 1 January 1970, was a Thursday). */
const feriale = (n: number) => n + [0, 0, 0, 0, 0, 2, 1][(n + 3) % 7]!

/** The demo's country on a day: who is in, who is planned for the twelve weeks to come, who tries. All other active
 *  comuni are not yet. Same day, same answer. */
export function comuniDemo(oggi: string): readonly ComuneDemo[] {
  const n = giornoDi(oggi)
  if (n === undefined) throw new FornituraImpossibile('estratta', `${oggi} non è un giorno scritto AAAA-MM-GG`)
  const pianificati = righe(PIANIFICATI).map(([istat], i): ComuneDemo => {
    const preferita = feriale(n + 7 + ((i * 37) % 77))
    return {
      istat: istat!,
      stato: 'pianificato',
      prima: testoDi(feriale(preferita - 5)),
      preferita: testoDi(preferita),
      ultima: testoDi(feriale(preferita + 7)),
    }
  })
  return [
    ...DENTRO_COME_RIGHE,
    ...pianificati,
    ...righe(IN_PROVA).map(([istat]): ComuneDemo => ({ istat: istat!, stato: 'pre' })),
  ]
}

/** A comune's register at the demo's scale: one invented resident for `scala` true ones, at least one, and a tenth as many
 *  abroad (6.4 million against 59: ISTAT and the ministry, 2025); and on top the families of its stories. Throws FornituraImpossibile for an unknown comune. */
export function fornituraDemo(istat: string, scala: number, estratta: string): Fornitura {
  const qui = terra(istat)
  if (!qui) throw new FornituraImpossibile('comune', `nessun comune attivo ha il codice ISTAT ${istat}`)
  const residenti = Math.max(1, Math.round(qui.abitanti / scala))
  const aire = Math.round(residenti / 10)
  return { comune: istat, soggetti: residenti + aire, aire, seme: 1, versione: 1, estratta, storie: true }
}
