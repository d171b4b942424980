import { CONTRATTO, tabella } from '../tabella.ts'

/** The tables of citizens' requests (P000). The real ones are handed out by 7001 only and could not be had: numbers and
 *  codes without `?` are from the contract's comments or from answers of the administration, all else is ours
 *  (CITTADINO.md 3.3 and 4; docs/decisions/0014-decode-tables.md). */
const NOSTRA = { fonte: CONTRATTO, provvisoria: true } as const

export const formatoFile = tabella({
  ...NOSTRA,
  numero: 51,
  titolo: 'Formato file',
  usi: {},
  nota: 'The portal takes PDF, JPG, PNG (italia/anpr #3200); of their codes only 1 and 99 are known.',
  righe: `
    1|PDF
    ?2|JPG
    ?3|PNG
    99|ALTRO`,
})

export const tipoAllegato = tabella({
  ...NOSTRA,
  numero: 52,
  titolo: 'Tipologia allegato',
  usi: {},
  nota: 'That "permesso di soggiorno" is in it is known (italia/anpr #3185), its code is not.',
  righe: `
    ?1|Documento di identità
    ?2|Permesso di soggiorno
    ?3|Atto o certificato di stato civile
    ?4|Titolo di occupazione dell'immobile
    ?5|Consenso o dichiarazione di un altro interessato
    ?99|Altro`,
})

export const tipoRichiesta = tabella({
  ...NOSTRA,
  numero: 53,
  titolo: 'Tipo richiesta',
  usi: {
    rettifica: 'asks to correct data that are registered',
    residenza: 'declares a new residence',
    elettorale: 'of electoral data',
    prorogabile: 'P003 may extend its term (italia/anpr #3374)',
  },
  nota: 'Codes known (XSD; italia/anpr #4253, #4480, #5269), the number inferred.',
  righe: `
    1|Rettifica|rettifica,prorogabile
    2|Dichiarazione di cambio residenza|residenza
    4|Trasferimento in Italia di cittadini UE|residenza
    5|Iscrizione elettorale di cittadini UE|elettorale
    6|Rettifica dei dati elettorali|rettifica,elettorale`,
})

export const tipoRecapito = tabella({
  ...NOSTRA,
  numero: 54,
  titolo: 'Tipo recapito',
  usi: {},
  nota: 'Codes known (XSD; changelog 7.1.0), the number inferred.',
  righe: `
    1|E-mail
    2|PEC
    3|Telefono cellulare
    4|Telefono fisso
    5|Domicilio digitale`,
})

/** Uses that the states of all requests share. */
const STATI = {
  inCorso: 'counted as "in lavorazione" by the public figures',
  finale: 'nothing follows',
  conNote: 'the comune must write a note',
  conMotivo: 'the comune must choose a reason (table 60)',
} as const

export const statoRettifica = tabella({
  ...NOSTRA,
  numero: 55,
  titolo: 'Stato richiesta di rettifica',
  usi: STATI,
  nota: 'Whether IRRICEVIBILE is 8, 9 or 11 is not known, nor how 4 is called for a rettifica (the open data say RESPINTA).',
  righe: `
    1|BOZZA
    2|APERTA|inCorso
    3|IN LAVORAZIONE|inCorso
    ?4|RESPINTA|finale,conNote
    5|ACCOLTA|finale
    6|SOSPESA|inCorso,conNote
    ?7|INTEGRATA|inCorso
    ?8|IRRICEVIBILE|finale,conNote,conMotivo`,
})

export const sezioneRettifica = tabella({
  ...NOSTRA,
  numero: 56,
  titolo: 'Sezione dati rettifica',
  usi: {},
  nota: 'Sections as the open data of 2021–2025 name them; codes 1, 2, 3 and 17 are known (XSD; italia/anpr #4765).',
  righe: `
    1|GENERALITÀ
    2|STATO CIVILE
    3|RESIDENZA
    ?4|LEGAME PARENTELA
    ?5|ATTO DI NASCITA
    ?6|MATRIMONIO
    17|ALTRI MATRIMONI
    ?7|UNIONE CIVILE
    ?8|CONVIVENZA DI FATTO
    ?9|RISOLUZIONE CONVIVENZA
    ?10|VEDOVANZA
    ?11|DIVORZIO
    ?12|CARTA DI IDENTITÀ
    ?13|PERMESSO DI SOGGIORNO`,
})

export const datoRettifica = tabella({
  ...NOSTRA,
  numero: 57,
  titolo: 'Dato anagrafico rettifica',
  verso: 'sezioneRettifica',
  usi: { tabella: 'its value is a code of a decode table' },
  nota: 'The data that citizens asked to correct (CITTADINO.md 1.2); three spellings are from the open data, the others follow them.',
  righe: `
    ?CODICEFISCALE|Codice fiscale|||1
    ?COGNOME|Cognome|||1
    ?NOME|Nome|||1
    ?SESSO|Sesso|||1
    ?DATANASCITA|Data di nascita|||1
    ?LUOGONASCITA|Luogo di nascita|||1
    ?STATOCIVILE|Stato civile|tabella||2
    ?CAP|CAP|||3
    ?COMUNERESIDENZA|Comune|||3
    ?PROVINCIARESIDENZA|Provincia|||3
    ?FRAZIONE|Frazione|||3
    ?SPECIETOPONIMO|Specie del toponimo|tabella||3
    DENOMINAZIONETOPONIMO|Denominazione del toponimo|||3
    ?CIVICO|Numero civico|||3
    ?LETTERA|Lettera|||3
    ?ESPONENTE|Esponente|||3
    ?COLORE|Colore|||3
    ?CORTE|Corte|||3
    ?SCALA|Scala|||3
    ?SCALAESTERNA|Scala esterna|||3
    ?INTERNO|Interno|||3
    ?ESPONENTEINTERNO|Esponente dell'interno|||3
    ?ISOLATO|Isolato|||3
    ?STATOESTERO|Stato estero|||3
    ?LOCALITAESTERA|Località estera|||3
    ?INDIRIZZOESTERO|Indirizzo estero|||3
    ?CIVICOESTERO|Civico estero|||3
    ?CAPESTERO|CAP estero|||3
    ?CONTEAESTERA|Provincia o contea estera|||3
    ?CONSOLATO|Consolato|||3
    ?LEGAME|Legame con l'intestatario della scheda|tabella||4
    ?ATTONASCITACOMUNE|Comune di registrazione|||5
    ?ATTONASCITAANNO|Anno|||5
    ?ATTONASCITAPARTE|Parte|||5
    ?ATTONASCITASERIE|Serie|||5
    ?CONIUGECOGNOME|Cognome del coniuge|||6
    CONIUGENOME|Nome del coniuge|||6
    ?CONIUGECODICEFISCALE|Codice fiscale del coniuge|||6
    ?CONIUGEDATANASCITA|Data di nascita del coniuge|||6
    ?CONIUGELUOGONASCITA|Luogo di nascita del coniuge|||6
    ?MATRIMONIODATA|Data del matrimonio|||6
    ?MATRIMONIOLUOGO|Luogo del matrimonio|||6
    ?ALTROMATRIMONIO|Altro matrimonio|||17
    ?UNITOCOGNOME|Cognome dell'altra parte|||7
    ?UNITONOME|Nome dell'altra parte|||7
    ?UNITOCODICEFISCALE|Codice fiscale dell'altra parte|||7
    ?UNITODATANASCITA|Data di nascita dell'altra parte|||7
    ?UNITOLUOGONASCITA|Luogo di nascita dell'altra parte|||7
    ?UNIONEDATA|Data dell'unione|||7
    ?UNIONELUOGO|Luogo dell'unione|||7
    ?CONVIVENTECOGNOME|Cognome del convivente|||8
    ?CONVIVENTENOME|Nome del convivente|||8
    ?CONVIVENTECODICEFISCALE|Codice fiscale del convivente|||8
    ?CONVIVENTEDATANASCITA|Data di nascita del convivente|||8
    ?CONVIVENTELUOGONASCITA|Luogo di nascita del convivente|||8
    ?CONVIVENZADATA|Data della dichiarazione|||8
    ?CONVIVENZALUOGO|Luogo della dichiarazione|||8
    ?RISOLUZIONEDATA|Data della risoluzione|||9
    ?RISOLUZIONELUOGO|Luogo della risoluzione|||9
    ?RISOLUZIONEMOTIVO|Motivo della risoluzione|tabella||9
    ?VEDOVANZADATA|Data|||10
    ?VEDOVANZALUOGO|Luogo|||10
    ?VEDOVANZAATTONUMERO|Numero dell'atto|||10
    ?VEDOVANZAATTOSERIE|Serie dell'atto|||10
    ?VEDOVANZAATTODATA|Data di formazione dell'atto|||10
    ?VEDOVANZAATTOCOMUNE|Comune di registrazione dell'atto|||10
    ?TIPOCESSAZIONE|Tipo di cessazione|tabella||11
    ?SENTENZANUMERO|Numero della sentenza|||11
    ?SENTENZADATA|Data della sentenza|||11
    ?SENTENZAAUTORITA|Autorità|||11
    ?TIPOTRIBUNALE|Tipo di tribunale|tabella||11
    ?DIVORZIOATTOCOMUNE|Comune di registrazione dell'atto|||11
    ?DIVORZIOATTOANNO|Anno dell'atto|||11
    ?DIVORZIOATTONUMERO|Numero dell'atto|||11
    ?DIVORZIOATTOPARTE|Parte dell'atto|||11
    ?DIVORZIOATTOSERIE|Serie dell'atto|||11
    ?DIVORZIOATTODATA|Data di formazione dell'atto|||11
    ?NUMEROCARTAIDENTITA|Numero|||12
    ?DATARILASCIOCARTAIDENTITA|Data di rilascio|||12
    ?DATASCADENZACARTAIDENTITA|Data di scadenza|||12
    ?DATAANNULLAMENTOCARTAIDENTITA|Data di annullamento|||12
    ?TIPOCARTAIDENTITA|Cartacea o elettronica|||12
    ?COMUNERILASCIOCARTAIDENTITA|Comune di rilascio|||12
    ?NUMEROSOGGIORNO|Numero|||13
    ?TIPOSOGGIORNO|Tipo|tabella||13
    ?DATARILASCIOSOGGIORNO|Data di rilascio|||13
    ?DATASCADENZASOGGIORNO|Data di scadenza|||13
    QUESTURARILASCIOSOGGIORNO|Questura di rilascio|||13
    ?COMUNERILASCIOSOGGIORNO|Comune di rilascio|||13
    ?NUMEROPASSAPORTO|Numero del passaporto|||13`,
})

export const statoCambioResidenza = tabella({
  ...NOSTRA,
  numero: 58,
  titolo: 'Stato richiesta di cambio residenza',
  usi: STATI,
  nota: 'Also of types 4, 5 and 6, where 4 is called RIFIUTATA for 5 and 6. Whether IRRICEVIBILE is 8, 9 or 11 is not known.',
  righe: `
    1|BOZZA
    2|APERTA|inCorso
    3|IN LAVORAZIONE|inCorso
    4|ANNULLATA|finale,conNote
    5|ACCOLTA DEFINITIVAMENTE|finale
    6|SOSPESA|inCorso,conNote
    7|INTEGRATA|inCorso
    ?8|IRRICEVIBILE|finale,conNote,conMotivo
    10|SOSPESA IN VERIFICA|inCorso
    12|ACCOLTA CON RISERVA|inCorso`,
})

export const tipoOccupazione = tabella({
  ...NOSTRA,
  numero: 59,
  titolo: 'Tipo occupazione',
  usi: {},
  nota: "1 and 2 are known (XSD); the others are the titles that D.L. 47/2014 art. 5 and the ministry's paper form of the declaration ask for.",
  righe: `
    1|PROPRIETARIO
    2|INTESTATARIO DI CONTRATTO
    ?3|ASSEGNATARIO DI EDILIZIA RESIDENZIALE PUBBLICA
    ?4|COMODATARIO
    ?5|USUFRUTTUARIO
    ?6|ALTRO TITOLO, O CONSENSO DI CHI HA TITOLO`,
})

export const motivoIrricevibilita = tabella({
  ...NOSTRA,
  numero: 60,
  titolo: 'Motivi di irricevibilità',
  usi: {
    rettifica: 'of a request to correct',
    residenza: 'of a declaration of residence',
  },
  nota: 'No value is known. Ours start from CITTADINO.md 3.3; comuni missed the title to occupy the dwelling in the real one (italia/anpr #3524).',
  righe: `
    ?1|Non è un errore materiale: il cambiamento va dichiarato al comune|rettifica
    ?2|Il dato non è di competenza di questo comune|rettifica,residenza
    ?3|Il dato dipende da un atto che va corretto dallo stato civile o dal tribunale|rettifica
    ?4|L'indirizzo estero si cambia tramite il consolato|rettifica
    ?5|La richiesta ripete una già presentata|rettifica,residenza
    ?6|Mancano documenti necessari|rettifica,residenza
    ?7|Manca un titolo valido per occupare l'immobile|residenza
    ?99|Altro|rettifica,residenza`,
})

export const categoriaComponente = tabella({
  ...NOSTRA,
  numero: 61,
  titolo: 'Categoria del componente (trasferimento di cittadini UE)',
  usi: {},
  nota: 'No value is known; ours are the grounds of residence of D.Lgs. 30/2007 art. 7. For a time 7001 gave it as 63 (italia/anpr #4575).',
  righe: `
    ?1|Lavoratore subordinato o autonomo
    ?2|Titolare di risorse economiche sufficienti e di assicurazione sanitaria
    ?3|Studente
    ?4|Familiare`,
})

export const tipoComponente = tabella({
  ...NOSTRA,
  numero: 62,
  titolo: 'Tipo componente (trasferimento di cittadini UE)',
  usi: {},
  nota: 'No value is known. For a time 7001 gave it as 64 (italia/anpr #4575).',
  righe: `
    ?1|Richiedente
    ?2|Familiare cittadino UE
    ?3|Familiare cittadino di altro stato`,
})

export const motivoRifiutoElettorale = tabella({
  ...NOSTRA,
  numero: 65,
  titolo: 'Motivi rifiuto rettifica elettorale',
  usi: {},
  nota: 'That it exists is known (italia/anpr #5269), no value is.',
  righe: `
    ?1|Il dato registrato è esatto
    ?2|Il dato non è di competenza di questo comune
    ?3|Il dato dipende da un provvedimento ancora in corso
    ?4|Mancano documenti necessari
    ?99|Altro`,
})
