import type { TipoToponimo } from '../../contratto/index.ts'
import { type Caso, perFrequenza, pesata } from './caso.ts'

/** Specie of decode table 4 with the weight it has in an Italian town. */
export const specie: ReturnType<typeof pesata<{ codice: string; testo: string }>> = pesata([
  [{ codice: '213', testo: 'VIA' }, 80],
  [{ codice: '230', testo: 'VIALE' }, 6],
  [{ codice: '125', testo: 'PIAZZA' }, 5],
  [{ codice: '42', testo: 'CORSO' }, 3],
  [{ codice: '240', testo: 'VICOLO' }, 3],
  [{ codice: '62', testo: 'LARGO' }, 1],
  [{ codice: '180', testo: 'STRADA' }, 1],
  [{ codice: '39', testo: 'CONTRADA' }, 1],
])

/** Names that streets have all over Italy; none of them a particular town's. */
export const strada: ReturnType<typeof perFrequenza<string>> = perFrequenza(
  `ROMA, GIUSEPPE GARIBALDI, GUGLIELMO MARCONI, GIUSEPPE MAZZINI, DANTE ALIGHIERI, CAVOUR, GIACOMO MATTEOTTI, GIUSEPPE VERDI,
  IV NOVEMBRE, XXV APRILE, ALESSANDRO MANZONI, GIOSUÈ CARDUCCI, ALCIDE DE GASPERI, VITTORIO VENETO, MILANO, ALDO MORO,
  TORINO, TRIESTE, FIRENZE, VENEZIA, NAPOLI, TRENTO, PALERMO, ALESSANDRO VOLTA, GALILEO GALILEI, LEONARDO DA VINCI,
  MICHELANGELO BUONARROTI, RAFFAELLO SANZIO, GIACOMO LEOPARDI, UGO FOSCOLO, GIOVANNI PASCOLI, FRANCESCO PETRARCA,
  GIOACCHINO ROSSINI, GIACOMO PUCCINI, VINCENZO BELLINI, GAETANO DONIZETTI, ANTONIO VIVALDI, ENRICO FERMI, LUIGI GALVANI,
  CRISTOFORO COLOMBO, MARCO POLO, AMERIGO VESPUCCI, GIOVANNI XXIII, PAOLO VI, SAN FRANCESCO, SAN GIOVANNI BOSCO,
  SANT'ANTONIO, SAN MARTINO, SAN ROCCO, SANTA LUCIA, DELLA LIBERTÀ, DELLA REPUBBLICA, DELLA PACE, DELLA RESISTENZA,
  DEI MILLE, DELLA STAZIONE, DEL POPOLO, DELLE SCUOLE, DEI CADUTI, DELLO SPORT, DELL'INDUSTRIA, DELL'ARTIGIANATO,
  DEL LAVORO, DELLE ROSE, DEI TIGLI, DEI PINI, DEGLI ULIVI, DELLE ACACIE, DEI CILIEGI, DELLE GINESTRE, DELLE MIMOSE,
  DEL MULINO, DELLA FONTANA, DEL PONTE, DEL CASTELLO, DELLA CHIESA, DEL MERCATO, DELLE MURA, DEL FOSSO, DEL COLLE,
  PIAVE, ISONZO, ADIGE, PO, TEVERE, ARNO, TICINO, MONTE GRAPPA, MONTE BIANCO, MONTE ROSA, MONTELLO, ANTONIO GRAMSCI,
  FILIPPO TURATI, PIERO GOBETTI, DON LUIGI STURZO, ENRICO BERLINGUER, SANDRO PERTINI, LUIGI EINAUDI, ENRICO MATTEI,
  GIOVANNI FALCONE, PAOLO BORSELLINO, CARLO ALBERTO DALLA CHIESA, SALVO D'ACQUISTO, NAZARIO SAURO, CESARE BATTISTI,
  ENRICO TOTI, FRANCESCO BARACCA, GOFFREDO MAMELI, NINO BIXIO, DANIELE MANIN, CARLO PISACANE, FRATELLI BANDIERA,
  FRATELLI CERVI, FRATELLI ROSSELLI, LUIGI PIRANDELLO, GRAZIA DELEDDA, MATILDE SERAO, MARIA MONTESSORI, RITA LEVI MONTALCINI,
  ANNA MAGNANI, NILDE IOTTI, ITALO CALVINO, CESARE PAVESE, EUGENIO MONTALE, SALVATORE QUASIMODO, GIUSEPPE UNGARETTI,
  GABRIELE D'ANNUNZIO, GIOVANNI VERGA, TORQUATO TASSO, LUDOVICO ARIOSTO, VITTORIO ALFIERI, CARLO GOLDONI, TIZIANO, GIOTTO,
  CARAVAGGIO, DONATELLO, CIMABUE, ALESSANDRO SCARLATTI, ARCANGELO CORELLI, ANTONIO MEUCCI, EVANGELISTA TORRICELLI`
    .trim()
    .split(/\s*,\s*/),
)

/** First three figures of the CAP of each province's capital (general knowledge). The rest of a CAP is invented, since
 *  the list of CAP has no free licence. */
const CAP = `AG 921 AL 151 AN 601 AO 111 AP 631 AQ 671 AR 521 AT 141 AV 831 BA 701 BG 241 BI 139 BL 321 BN 821 BO 401 BR 721
  BS 251 BT 761 BZ 391 CA 091 CB 861 CE 811 CH 661 CI 090 CL 931 CN 121 CO 221 CR 261 CS 871 CT 951 CZ 881 EN 941 FC 471
  FE 441 FG 711 FI 501 FM 639 FR 031 GE 161 GO 341 GR 581 IM 181 IS 861 KR 889 LC 239 LE 731 LI 571 LO 269 LT 041 LU 551
  MB 209 MC 621 ME 981 MI 201 MN 461 MO 411 MS 541 MT 751 NA 801 NO 281 NU 081 OG 080 OR 091 OT 070 PA 901 PC 291 PD 351
  PE 651 PG 061 PI 561 PN 331 PO 591 PR 431 PT 511 PU 611 PV 271 PZ 851 RA 481 RC 891 RE 421 RG 971 RI 021 RM 001 RN 479
  RO 451 SA 841 SI 531 SO 231 SP 191 SR 961 SS 071 SU 090 SV 171 TA 741 TE 641 TN 381 TO 101 TP 911 TR 051 TS 341 TV 311
  UD 331 VA 211 VB 289 VC 131 VE 301 VI 361 VR 371 VS 090 VT 011 VV 899`
const INIZIO_CAP = new Map(
  CAP.trim()
    .split(/\s+/)
    .flatMap((sigla, i, tutte) => (i % 2 === 0 ? [[sigla, tutte[i + 1]!] as const] : [])),
)

/** A CAP of the right province; the figures after the third follow the comune's number in it. */
export const capDi = (sigla: string, istat: string): string =>
  (INIZIO_CAP.get(sigla) ?? '000') + String((Number(istat.slice(3)) * 7) % 100).padStart(2, '0')

/** Streets with two names: Italian, then German, French, Slovene (general knowledge of place names; D.P.R. 574/1988 for Bolzano). */
const BILINGUI: Readonly<Record<string, { id: string; vie: readonly (readonly [string, string])[] }>> = {
  BZ: {
    id: '2',
    vie: [
      ['ROMA', 'ROMSTRASSE'], ['DANTE', 'DANTESTRASSE'], ['PRINCIPALE', 'HAUPTSTRASSE'], ['DELLA STAZIONE', 'BAHNHOFSTRASSE'], ['DEL PAESE', 'DORFSTRASSE'],
      ['DEI PORTICI', 'LAUBENGASSE'], ['MERANO', 'MERANER STRASSE'], ['BRENNERO', 'BRENNERSTRASSE'], ['GOETHE', 'GOETHESTRASSE'], ['DELLA CHIESA', 'KIRCHGASSE'],
      ['ANDREAS HOFER', 'ANDREAS-HOFER-STRASSE'], ['DEI CAPPUCCINI', 'KAPUZINERGASSE'], ['DELLE SCUOLE', 'SCHULWEG'], ['DEL MULINO', 'MÜHLWEG'],
      ['DEL CASTELLO', 'SCHLOSSWEG'], ['DEI VIGNETI', 'WEINBERGSTRASSE'], ['DEL SOLE', 'SONNENSTRASSE'], ['DEL BOSCO', 'WALDWEG'], ['DEL PRATO', 'WIESENWEG'],
      ['DELLA FONTANA', 'BRUNNENWEG'], ['ISARCO', 'EISACKSTRASSE'], ['RESIA', 'RESCHENSTRASSE'], ['TORINO', 'TURINER STRASSE'], ['DELLA MENDOLA', 'MENDELSTRASSE'],
      ['SAN GIOVANNI', 'ST. JOHANN-STRASSE'], ['DEL FORNO', 'BÄCKERGASSE'], ['DEGLI ARTIGIANI', 'HANDWERKERSTRASSE'], ['LEONARDO DA VINCI', 'LEONARDO-DA-VINCI-STRASSE'],
    ],
  },
  AO: {
    id: '3',
    vie: [['DELLA CHIESA', "RUE DE L'EGLISE"], ['DEL MULINO', 'RUE DU MOULIN'], ['DELLA FONTANA', 'RUE DE LA FONTAINE'], ['DELLA SCUOLA', "RUE DE L'ECOLE"], ['DEL CASTELLO', 'RUE DU CHATEAU'], ['DEL PRATO', 'RUE DU PRE']],
  },
  SL: {
    id: '4',
    vie: [['DEI CARPINI', 'GABROVA ULICA'], ['DELLE SCUOLE', 'ŠOLSKA ULICA'], ['DELLA CHIESA', 'CERKVENA ULICA'], ['DEL MARE', 'MORSKA CESTA'], ['DELLA STAZIONE', 'POSTAJNA ULICA'], ['DEL PAESE', 'VAŠKA ULICA'], ['DEI MULINI', 'MLINSKA ULICA'], ['DELLE VIGNE', 'VINOGRADNA ULICA']],
  },
} // biome-ignore format: two streets in a line

/** A street with two names where the law wants them: everywhere in the province of Bolzano, for some in the valley of Aosta, for Slovenes
 *  in Trieste and Gorizia. */
export function bilingue(
  c: Caso,
  sigla: string,
  zona: string,
): { toponimo: TipoToponimo; lingua: { id: string; nome: string } } | undefined {
  const quali = BILINGUI[sigla === 'BZ' || zona === 'SL' ? (zona === 'SL' ? 'SL' : 'BZ') : sigla]
  if (!quali || (sigla === 'AO' && !c.capita(0.2))) return undefined
  const [nostro, nome] = c.una(quali.vie)
  return {
    toponimo: { codSpecie: '213', specie: 'VIA', denominazioneToponimo: nostro },
    lingua: { id: quali.id, nome },
  }
}
