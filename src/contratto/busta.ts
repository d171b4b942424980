// A SOAP 1.1 envelope, read as a stream: the message in its body is read by its own definition.

import { type ErroreSchema, lettura } from './lettore.ts'
import type { Attributo } from './nomi.ts'
import type { OperazioneSoap, Servizio } from './servizio.ts'
import { type Ascoltatore, type Limiti, scansione } from './xml.ts'

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
/** No message of a service comes near; a WS-Security header with its certificate fits. */
const LIMITI: Limiti = { profondità: 40, testo: 100_000, attributi: 32, tag: 16_384 }

/** Why an envelope holds no message of the service. `perché`: in Italian, with the remedy. */
export interface Colpa {
  readonly tipo: 'Client' | 'VersionMismatch' | 'MustUnderstand'
  readonly perché: string
}
export interface Busta {
  scrivi(pezzo: string): void
  fine(): void
  readonly letta: {
    readonly colpa: Colpa | undefined
    readonly operazione: OperazioneSoap | undefined
    /** The message's `testataRichiesta`, also where the rest has faults. */
    readonly testata: unknown
    /** The whole message; undefined where it has faults. */
    readonly messaggio: Readonly<Record<string, unknown>> | undefined
    readonly errori: readonly ErroreSchema[]
  }
}

/** Reads one envelope with a message of `servizio`; the body's first element says which operation is called. */
export function busta(servizio: Servizio): Busta {
  const letta = {
    colpa: undefined as Colpa | undefined,
    operazione: undefined as OperazioneSoap | undefined,
    testata: undefined as unknown,
    messaggio: undefined as Record<string, unknown> | undefined,
    errori: [] as ErroreSchema[],
  }
  let parte: 'Header' | 'Body' | undefined
  let corpo: Ascoltatore | undefined

  const xml = scansione({ inizio, testo, fine, malformato }, LIMITI)
  function colpa(tipo: Colpa['tipo'], perché: string): void {
    letta.colpa ??= { tipo, perché }
    xml.ferma()
  }

  function inizio(nome: string, uri: string, attributi: readonly Attributo[]): void {
    const livello = xml.aperti.length
    if (livello === 1) radice(nome, uri)
    else if (livello === 2) sezione(nome, uri)
    else if (parte === 'Header') {
      if (livello === 3) intestazione(nome, uri, attributi)
    } else if (livello === 3) messaggio(nome, uri, attributi)
    else corpo?.inizio(nome, uri, attributi)
  }
  function radice(nome: string, uri: string): void {
    if (nome === 'Envelope' && uri === SOAP) return
    if (nome === 'Envelope') colpa('VersionMismatch', `la busta deve essere SOAP 1.1, namespace ${SOAP}`)
    else colpa('Client', `il documento inizia con ${nome}: deve iniziare con Envelope (namespace ${SOAP})`)
  }
  function sezione(nome: string, uri: string): void {
    const ammessa =
      uri === SOAP && ((nome === 'Header' && parte === undefined) || (nome === 'Body' && parte !== 'Body'))
    if (ammessa) parte = nome as 'Header' | 'Body'
    else colpa('Client', `${nome} non è ammesso qui: in Envelope stanno Header, facoltativo, e Body`)
  }
  /** Who calls is proved by the TLS certificate: a WS-Security header is let pass, not looked into. */
  function intestazione(nome: string, uri: string, attributi: readonly Attributo[]): void {
    const obbligo = attributi.some(a => a.nome === 'mustUnderstand' && a.uri === SOAP && a.valore.trim() === '1')
    if (obbligo && !(nome === 'Security' && uri === WSSE))
      colpa('MustUnderstand', `l’intestazione ${nome} (namespace ${uri}) non è conosciuta: toglila`)
  }
  function messaggio(nome: string, uri: string, attributi: readonly Attributo[]): void {
    const operazione = servizio.operazioni.find(o => o.richiesta.nome === nome && o.richiesta.uri === uri)
    if (letta.operazione) {
      colpa('Client', 'Body contiene più di un messaggio: mandane uno per volta')
      return
    }
    if (!operazione) {
      const attesi = servizio.operazioni.map(o => o.richiesta.nome).join(', ')
      const tipo = uri === SOAP && nome === 'Fault' ? 'un Fault' : `${nome} (namespace ${uri || 'assente'})`
      const { uri: suo } = servizio.operazioni[0]!.richiesta
      colpa('Client', `Body contiene ${tipo}: il servizio conosce ${attesi} (namespace ${suo})`)
      return
    }
    letta.operazione = operazione
    const consegne = {
      testataRichiesta: (v: unknown) => {
        letta.testata = v
      },
      '': (v: unknown) => {
        letta.messaggio = { testataRichiesta: letta.testata, ...(v as object) }
      },
    }
    corpo = lettura(operazione.richiesta, consegne, LIMITI, { xml, errori: letta.errori }).orecchie
    corpo.inizio(nome, uri, attributi)
  }
  function testo(s: string, da: number, a: number, cdata: boolean): void {
    if (parte === 'Header' && xml.aperti.length > 2) return
    if (corpo && xml.aperti.length > 2) corpo.testo(s, da, a, cdata)
    else if (s.slice(da, a).trim() !== '') colpa('Client', 'fra gli elementi della busta c’è del testo: toglilo')
  }
  function fine(): void {
    if (parte === 'Body' && xml.aperti.length > 2) corpo?.fine()
  }
  function malformato(riga: number, _colonna: number, regola: string, rimedio: string): void {
    colpa('Client', `riga ${riga}, XML non ben formato (${regola}): ${rimedio}`)
  }

  return {
    letta,
    scrivi: xml.scrivi,
    fine() {
      xml.fine()
      if (!letta.operazione) colpa('Client', 'la busta non contiene alcun messaggio in Body')
      if (letta.errori.length > 0) letta.messaggio = undefined
    },
  }
}
