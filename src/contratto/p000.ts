// The messages of P000: a comune's software lists, reads and moves citizens' requests.

import { type Complesso, opz, type Radice, rif, scelta, sequenza, type Valore } from './linguaggio.ts'
import type { Servizio } from './servizio.ts'
import { tipoDato, vocabolarioP000sc } from './spazi.ts'
import * as v from './tipi/p000.ts'

const radice = <V>(nome: string, tipo: Complesso<V>): Radice<V> => ({
  nome,
  uri: 'http://sogei.it/ANPR/P000sc',
  tipo,
  spazi: [tipoDato, vocabolarioP000sc],
})

const rispostaKO = radice(
  'rispostaKO',
  sequenza({ testataRisposta: v.tipoTestataRisposta, listaErrori: v.tipoListaErrori }),
)

const richiestaP001 = radice(
  'RichiestaP001',
  sequenza({ testataRichiesta: v.tipoTestataRichiesta, criteriRicerca: v.tipoCriteriRicercaP001 }),
)
const rispostaOKP001 = radice(
  'RispostaOKP001',
  sequenza({
    testataRisposta: v.tipoTestataRisposta,
    criteriRicerca: v.tipoCriteriRicercaP001,
    elenco: opz(v.tipoListaRichiestaP001),
  }),
)
const rispostaP001 = radice(
  'RispostaP001',
  sequenza(scelta({ RispostaOKP001: opz(rif(rispostaOKP001)), rispostaKO: opz(rif(rispostaKO)) })),
)

const richiestaP002 = radice(
  'RichiestaP002',
  sequenza({ testataRichiesta: v.tipoTestataRichiesta, criteriRicerca: v.tipoCriteriRicercaP002 }),
)
const rispostaOKP002 = radice(
  'RispostaOKP002',
  sequenza({
    testataRisposta: v.tipoTestataRisposta,
    criteriRicerca: v.tipoCriteriRicercaP002,
    dettaglio: opz(v.tipoDettaglioP002),
  }),
)
const rispostaP002 = radice(
  'RispostaP002',
  sequenza(scelta({ RispostaOKP002: opz(rif(rispostaOKP002)), rispostaKO: opz(rif(rispostaKO)) })),
)

const richiestaP003 = radice(
  'RichiestaP003',
  sequenza({ testataRichiesta: v.tipoTestataRichiesta, criteriAggiornamento: v.tipoCriteriAggiornamentoP003 }),
)
const rispostaOKP003 = radice(
  'RispostaOKP003',
  sequenza({
    testataRisposta: v.tipoTestataRisposta,
    criteriRicerca: v.tipoCriteriAggiornamentoP003,
    esito: v.tipoEsitoP003,
  }),
)
const rispostaP003 = radice(
  'RispostaP003',
  sequenza(scelta({ RispostaOKP003: opz(rif(rispostaOKP003)), rispostaKO: opz(rif(rispostaKO)) })),
)

export type RichiestaP001 = Valore<typeof richiestaP001.tipo>
export type RichiestaP002 = Valore<typeof richiestaP002.tipo>
export type RichiestaP003 = Valore<typeof richiestaP003.tipo>
export type RispostaP001 = Valore<typeof rispostaP001.tipo>
export type RispostaP002 = Valore<typeof rispostaP002.tipo>
export type RispostaP003 = Valore<typeof rispostaP003.tipo>
export type RispostaKO = Valore<typeof rispostaKO.tipo>

/** The service as the official WSDL names it. */
export const P000 = {
  nome: 'P000',
  uri: 'http://sogei.it/ANPR/P000AnprService',
  operazioni: [
    { nome: 'elenco', codice: 'P001', richiesta: richiestaP001, risposta: rispostaP001 },
    { nome: 'dettaglio', codice: 'P002', richiesta: richiestaP002, risposta: rispostaP002 },
    { nome: 'aggiorna', codice: 'P003', richiesta: richiestaP003, risposta: rispostaP003 },
  ],
  altri: [rispostaKO, rispostaOKP001, rispostaOKP002, rispostaOKP003],
} as const satisfies Servizio
