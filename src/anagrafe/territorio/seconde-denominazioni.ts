/** Second official names of the active comuni, by cadastral code. The packages have none.
 *  Source: the ministry's archive of comuni (italia/anpr, state of 16 May 2023, CC BY 4.0), 135 names; its "COMUNE DI … -OBCINA …"
 *  is taken off, and the mark that it lost on Trbiž is back (Slovene usage). Ladin names of Gherdëina and Badia,
 *  Friulian names and the other Slovene ones are not in it. */
export const SECONDE_DENOMINAZIONI: ReadonlyMap<string, string> = new Map(
  `
    A022 Tscherms
    A179 Aldein
    A286 Andrian
    A306 Altrei
    A332 Eppan an der Weinstraße
    A507 Hafling
    A537 Abtei
    A635 Barbian
    A952 Bozen
    B116 Prags
    B145 Brenner
    B160 Brixen
    B203 Branzoll
    B220 Bruneck
    B364 Kuens
    B397 Kaltern an der Weinstraße
    B529 Freienfeld
    B570 Sand in Taufers
    B799 Karneid
    C062 Kastelbell-Tschars
    C254 Kastelruth
    C625 Kiens
    C652 Klausen
    D048 Kurtatsch an der Weinstraße
    D075 Kurtinig an der Weinstraße
    D079 Corvara
    D222 Graun im Vinschgau
    D311 Toblach
    D392 Neumarkt
    D484 Pfalzen
    D571 Völs am Schlern
    D731 Franzensfeste
    D821 Villnöß
    D860 Gais
    D923 Gargazon
    E069 Glurns
    E398 Latsch
    E412 Algund
    E420 Lajen
    E421 Leifers
    E434 Lana
    E457 Laas
    E481 Laurein
    E491 Wengen
    E764 Lüsen
    E829 Margreid an der Weinstraße
    E862 Mals
    E938 Enneberg
    E959 Marling
    E981 Martell
    F118 Mölten
    F132 Meran
    F371 Welsberg-Taisten
    F392 Montan an der Weinstraße
    F766 Moos in Passeier
    F836 Nals
    F849 Naturns
    F856 Natz-Schabs
    F949 Welschnofen
    F950 Deutschnofen
    G083 Auer
    G140 St. Ulrich
    G299 Plaus
    G328 Partschins
    G443 Percha
    G830 Waidbruck
    G936 Burgstall
    H004 Prad am Stilfserjoch
    H019 Prettau
    H081 Proveis
    H152 Ratschings
    H189 Rasen-Antholz
    H236 Ritten
    H284 Riffian
    H299 Mühlbach
    H475 Rodeneck
    H719 Salurn an der Weinstraße
    H786 Innichen
    H858 Jenesien
    H952 St. Leonhard in Passeier
    H956 St. Lorenzen
    H988 St. Martin in Thurn
    H989 St. Martin in Passeier
    I065 St. Pankraz
    I173 St. Christina in Gröden
    I431 Sarntal
    I519 Schenna
    I591 Wolkenstein in Gröden
    I593 Mühlwald
    I603 Unsere Liebe Frau im Walde-St. Felix
    I604 Schnals
    I687 Sexten
    I729 Schlanders
    I771 Schluderns
    I948 Stilfs
    L106 Terenten
    L108 Terlan
    L111 Tramin an der Weinstraße
    L149 Tisens
    L176 Tiers
    L178 Tirol
    L444 Truden im Naturpark
    L455 Taufers im Münstertal
    L490 Ulten
    L527 Pfatten
    L552 Olang
    L564 Pfitsch
    L595 Ahrntal
    L601 Gsies
    L660 Vintl
    L687 Vahrn
    L724 Feldthurns
    L745 Vöran
    L915 Niederdorf
    L971 Villanders
    M067 Sterzing
    B514 Ciampedel
    B579 Cianacei
    F068 Mazin
    F263 Moena
    I839 Soraga
    M390 Sèn Jan
    A326 Aoste
    D324 Dolina
    D383 Devin Nabrežina
    F378 Repentabor
    F795 Milje
    I715 Zgonik
    L424 Trst
    D312 Doberdob
    E098 Gorica
    H845 Števerjan
    I479 Sovodnje ob Soči
    E179 Garmak
    L057 Trbiž
  `
    .trim()
    .split('\n')
    .map(riga => {
      const r = riga.trim()
      return [r.slice(0, 4), r.slice(5)] as const
    }),
)
