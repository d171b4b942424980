// A strict, streaming reader of XML 1.0 with namespaces, without DTD. It hands elements, text and the end of elements to
// a listener and stops at the first fault. Its own because `saxes`, alone, was the bottleneck (102 MB/s against 225 of
// this, same file), and because faults must have the lines that libxml2 gives them.

import {
  bianco,
  combaciano,
  decodifica,
  dichiarazioneXml,
  errore,
  MalFormato,
  NOME,
  PIANO,
  QNAME_SOLO,
  senzaVietati,
} from './caratteri.ts'
import { type Ambito, type Attributo, dividi, ESTERNO, risolvi, type Scritto } from './nomi.ts'

/** What the listener hears. `testo` gives a piece of `s`; several pieces may make up one text. */
export interface Ascoltatore {
  inizio(nome: string, uri: string, attributi: readonly Attributo[]): void
  testo(s: string, da: number, a: number, cdata: boolean): void
  fine(): void
  /** Fault in the XML itself; nothing comes after it. */
  malformato(riga: number, colonna: number, regola: string, rimedio: string): void
}
/** Bounds against documents made to exhaust us; the values are generous for any message of the contract. */
export interface Limiti {
  readonly profondità: number
  /** UTF-16 units of one piece of text, comment, CDATA section or processing instruction. */
  readonly testo: number
  readonly attributi: number
  /** UTF-16 units of one start tag. */
  readonly tag: number
}
export const LIMITI: Limiti = { profondità: 100, testo: 10_000_000, attributi: 32, tag: 65_536 }

export interface Scansione {
  scrivi(pezzo: string): void
  fine(): void
  /** No more events: a fault was found, or `ferma` was called. */
  ferma(): void
  /** Line (from 1) of the last character of the tag being reported, as libxml2 counts it. */
  riga(): number
  colonna(): number
  /** Names of the open elements as written, outermost first. */
  readonly aperti: readonly string[]
  /** The namespace of a prefix (empty: the default one) at the tag being reported. */
  uriDi(prefisso: string): string | undefined
}

class Manca extends Error {}
/** More text is needed: thrown and caught once a piece at most. */
const MANCA = new Manca()

export function scansione(chi: Ascoltatore, limiti: Limiti = LIMITI): Scansione {
  let s = '' // what is not yet consumed, and more
  let p = 0 // consumed up to here
  let coda = '' // arrived while a token waits for the character `attesa`; joined (and flattened) only then
  let attesa = ''
  let finale = false
  let spento = false
  let segno = false // a byte order mark is no longer possible
  let fase: 'inizio' | 'prologo' | 'radice' | 'dopo' = 'inizio'
  let riga = 1
  let inizioRiga = 0 // where the current line starts in s; negative when it started in an earlier piece
  let aCapo = -2 // next line feed in s from the last counted on; -2: not looked for
  const aperti: string[] = []
  const ambiti: Ambito[] = [ESTERNO]

  /** Counts lines up to a position: each line feed is looked for once. */
  function conta(fino: number): number {
    if (aCapo === -2) aCapo = s.indexOf('\n', Math.max(inizioRiga, 0))
    while (aCapo >= 0 && aCapo < fino) {
      riga++
      inizioRiga = aCapo + 1
      aCapo = s.indexOf('\n', inizioRiga)
    }
    return riga
  }
  /** The document goes on after what has arrived; if it has ended, that is the fault. */
  function manca(cosa: string, fino: string): never {
    if (finale) errore(s.length, cosa, 'il documento finisce troppo presto: forse il file è troncato')
    attesa = fino
    throw MANCA
  }
  const entro = (da: number, a: number, limite: number, cosa: string) => {
    if (a - da > limite) errore(da, `${cosa} ${limite}`, `supera il limite di ${limite} caratteri: accorcialo`)
  }
  /** Text from p on. Waits until it is whole, so that a value arrives in one piece. */
  function testo(): void {
    let q = p
    const n = s.length
    while (q < n && PIANO[s.charCodeAt(q)] === 1) q++
    const piano = q < n && s.charCodeAt(q) === 60
    if (!piano) q = s.indexOf('<', q)
    if (q < 0) {
      entro(p, n, limiti.testo, 'testo massimo')
      if (!finale) manca('testo', '<')
      q = n
    }
    entro(p, q, limiti.testo, 'testo massimo')
    if (fase !== 'radice') {
      for (let i = p; i < q; i++)
        if (!bianco(s.charCodeAt(i)))
          errore(
            i,
            'contenuto',
            fase === 'dopo'
              ? 'dopo la fine del documento c’è altro: toglilo'
              : 'il documento deve iniziare con <: togli ciò che precede',
          )
    } else if (piano) chi.testo(s, p, q, false)
    else {
      const valore = decodifica(s, p, q, false)
      p = q
      chi.testo(valore, 0, valore.length, false)
    }
    p = q
  }

  function inizioElemento(): void {
    let q = p + 1
    const n = s.length
    while (q < n && NOME[s.charCodeAt(q)] === 1) q++
    const prima = s.charCodeAt(p + 1)
    if (q < n && s.charCodeAt(q) === 62 && q > p + 1 && (prima > 57 || prima < 45)) {
      const qname = s.slice(p + 1, q)
      p = q
      apri(qname, qname, ambiti[aperti.length]!.predefinito, NESSUNO, ambiti[aperti.length]!)
      p = q + 1
    } else tag()
  }
  function apri(qname: string, nome: string, uri: string, attributi: readonly Attributo[], ambito: Ambito): void {
    if (fase === 'dopo') errore(p, 'contenuto', 'dopo la fine del documento c’è altro: toglilo')
    if (aperti.length >= limiti.profondità)
      errore(p, `profondità massima ${limiti.profondità}`, 'troppi elementi uno dentro l’altro')
    fase = 'radice'
    aperti.push(qname)
    ambiti.push(ambito)
    chi.inizio(nome, uri, attributi)
  }
  function chiudi(): void {
    chi.fine()
    aperti.pop()
    ambiti.pop()
    if (aperti.length === 0) fase = 'dopo'
  }

  const nome = (i: number, cosa: string): string => {
    QNAME_SOLO.lastIndex = i
    const m = QNAME_SOLO.exec(s)
    if (m && QNAME_SOLO.lastIndex < s.length) {
      if (m[0].includes(':') && !dividi(m[0]))
        errore(QNAME_SOLO.lastIndex, 'namespace', `il nome ${m[0]} non è ammesso`)
      return m[0]
    }
    if (m || i >= s.length) return manca(cosa, '>')
    return errore(i, cosa, 'qui deve stare un nome')
  }
  /** A start tag with whatever it may hold. */
  function tag(): void {
    const qname = nome(p + 1, 'nome di elemento')
    let i = p + 1 + qname.length
    const scritti: Scritto[] = []
    for (;;) {
      const prima = i
      while (bianco(s.charCodeAt(i))) i++
      if (i >= s.length) manca(`tag ${qname}`, '>')
      entro(p, i, limiti.tag, 'tag massimo')
      const c = s.charCodeAt(i)
      if (c === 62) break
      if (c === 47) {
        if (i + 1 >= s.length) manca(`tag ${qname}`, '>')
        if (s.charCodeAt(i + 1) === 62) break
        errore(i, `tag ${qname}`, 'dopo / manca >')
      }
      if (i === prima) errore(i, `tag ${qname}`, 'manca uno spazio o > dopo il nome o fra gli attributi')
      const chiave = nome(i, 'nome di attributo')
      i += chiave.length
      while (bianco(s.charCodeAt(i))) i++
      if (i >= s.length) manca(`attributo ${chiave}`, '>')
      if (s.charCodeAt(i) !== 61) errore(i, `attributo ${chiave}`, 'manca = dopo il nome dell’attributo')
      i++
      while (bianco(s.charCodeAt(i))) i++
      if (i >= s.length) manca(`attributo ${chiave}`, '>')
      const virgolette = s[i]!
      if (virgolette !== '"' && virgolette !== "'") errore(i, `attributo ${chiave}`, 'il valore va fra virgolette')
      const fine = s.indexOf(virgolette, i + 1)
      const minore = s.indexOf('<', i + 1)
      if (minore >= 0 && (fine < 0 || minore < fine)) {
        decodifica(s, i + 1, minore, true)
        errore(minore, `attributo ${chiave}`, 'il valore non può contenere <')
      }
      if (fine < 0) {
        entro(p, s.length, limiti.tag, 'tag massimo')
        manca(`attributo ${chiave}`, '>')
      }
      scritti.push({ nome: chiave, valore: decodifica(s, i + 1, fine, true), fine })
      if (scritti.length > limiti.attributi)
        errore(i, `attributi massimi ${limiti.attributi}`, 'il tag ha troppi attributi')
      i = fine + 1
    }
    const aperto = risolvi(qname, scritti, ambiti[aperti.length]!)
    if ('male' in aperto) errore(aperto.dove ?? i, 'namespace', aperto.male)
    const vuoto = s.charCodeAt(i) === 47
    p = i
    apri(qname, aperto.nome, aperto.uri, aperto.attributi, aperto.ambito)
    if (vuoto) chiudi()
    p = i + (vuoto ? 2 : 1)
  }

  function fineElemento(): void {
    const atteso = aperti[aperti.length - 1]
    if (atteso === undefined) errore(p, 'contenuto', 'un elemento è chiuso senza essere aperto')
    let q = p + 2 + atteso.length
    if (!combaciano(s, p + 2, atteso) || s.charCodeAt(q) !== 62) {
      QNAME_SOLO.lastIndex = p + 2
      q = QNAME_SOLO.test(s) ? QNAME_SOLO.lastIndex : p + 2
      const chiuso = s.slice(p + 2, q)
      while (bianco(s.charCodeAt(q))) q++
      if (q >= s.length) manca(`fine di ${atteso}`, '>')
      const finito = s.charCodeAt(q) === 62
      if (chiuso !== atteso || !finito)
        errore(q, `fine di ${atteso}`, `qui si deve chiudere ${atteso}: forse manca </${atteso}>`)
    }
    p = q
    chiudi()
    p = q + 1
  }

  /** `<!…` and `<?…` */
  function altro(): void {
    if (s.startsWith('<!--', p)) commento()
    else if (s.startsWith('<?', p)) istruzione()
    else if (s.startsWith('<![CDATA[', p) && fase === 'radice') cdata()
    else dichiarazione()
  }
  function dichiarazione(): void {
    if (s.startsWith('<!DOCTYPE', p))
      errore(p, 'DOCTYPE', 'il documento non può avere un DOCTYPE, per sicurezza: toglilo')
    for (const inizio of fase === 'radice' ? ['<!--', '<![CDATA['] : ['<!--', '<!DOCTYPE'])
      if (s.length - p < inizio.length && inizio.startsWith(s.slice(p))) manca('tag', '')
    errore(p, 'tag', 'dopo < deve stare un nome')
  }
  function fino(da: number, terminatore: string, cosa: string): number {
    const q = s.indexOf(terminatore, da)
    entro(p, q < 0 ? s.length : q, limiti.testo, `${cosa} massimo`)
    if (q < 0 && finale) senzaVietati(s, da, s.length)
    return q < 0 ? manca(cosa, '>') : q
  }
  function commento(): void {
    const q = fino(p + 4, '--', 'commento')
    senzaVietati(s, p + 4, q)
    if (q + 2 >= s.length) manca('commento', '>')
    if (s.charCodeAt(q + 2) !== 62) errore(q, 'commento', 'un commento non può contenere --')
    p = q + 3
  }
  function cdata(): void {
    const q = fino(p + 9, ']]>', 'CDATA')
    senzaVietati(s, p + 9, q)
    const valore = s.slice(p + 9, q).replace(/\r\n?/g, '\n')
    p = q + 3
    chi.testo(valore, 0, valore.length, true)
  }
  function istruzione(): void {
    const obiettivo = nome(p + 2, 'istruzione')
    let q = p + 2 + obiettivo.length
    if (q + 1 >= s.length) manca('istruzione', '>')
    if (obiettivo === 'xml' && fase === 'inizio' && bianco(s.charCodeAt(q))) {
      if (!s.includes('>', q)) manca('dichiarazione XML', '>')
      const letta = dichiarazioneXml(s, q)
      if (!letta.bene) errore(letta.fine, 'dichiarazione XML', 'scrivila come <?xml version="1.0" encoding="UTF-8"?>')
      q = letta.fine - 2
    } else {
      if (/^xml$/i.test(obiettivo) || obiettivo.includes(':'))
        errore(q, 'istruzione', `il nome ${obiettivo} non è ammesso per un’istruzione`)
      if (!bianco(s.charCodeAt(q)) && !s.startsWith('?>', q))
        errore(q, 'istruzione', 'dopo il nome dell’istruzione manca uno spazio')
      const a = fino(q, '?>', 'istruzione')
      senzaVietati(s, q, a)
      q = a
    }
    p = q + 2
  }

  function avanza(): void {
    if (fase === 'inizio') {
      if (s.length === 0) manca('contenuto', '')
      if (s.charCodeAt(0) === 0xfeff && !segno) p = 1
      segno = true
      if (s.startsWith('<', p) && s.length - p < 2) manca('contenuto', '')
      if (s.startsWith('<?', p)) istruzione()
      fase = 'prologo'
    }
    while (!spento && p < s.length) {
      if (s.charCodeAt(p) !== 60) {
        testo()
        continue
      }
      const c = s.charCodeAt(p + 1)
      if (c === 47) fineElemento()
      else if (c === 33 || c === 63) altro()
      else if (p + 1 < s.length) inizioElemento()
      else manca('tag', '')
    }
  }
  function prova(): void {
    try {
      avanza()
    } catch (e) {
      if (e instanceof MalFormato) male(e)
      else if (!(e instanceof Manca)) throw e
    }
  }
  function male(e: MalFormato): void {
    spento = true
    conta(e.posizione)
    chi.malformato(riga, Math.max(e.posizione - inizioRiga, 0) + 1, e.regola, e.message)
  }
  /** Forgets what is consumed. */
  function taglia(): void {
    conta(p)
    s = s.slice(p)
    inizioRiga -= p
    aCapo = -2
    p = 0
  }

  return {
    aperti,
    riga: () => conta(p),
    colonna: () => p - inizioRiga + 1,
    uriDi: prefisso =>
      prefisso === '' ? ambiti[aperti.length]!.predefinito : ambiti[aperti.length]!.prefissi.get(prefisso),
    ferma: () => {
      spento = true
    },
    scrivi(pezzo) {
      if (spento) return
      coda += pezzo
      if (attesa !== '' && coda.length <= limiti.testo && !pezzo.includes(attesa)) return
      s = s.slice(p) + coda
      coda = ''
      attesa = ''
      prova()
      taglia()
    },
    fine() {
      if (spento) return
      finale = true
      s += coda
      coda = ''
      prova()
      if (!spento && fase !== 'dopo') {
        const aperto = aperti[aperti.length - 1]
        male(
          new MalFormato(
            s.length,
            aperto ? `fine di ${aperto}` : 'contenuto',
            'il documento finisce troppo presto: forse il file è troncato',
          ),
        )
      }
      spento = true
      s = ''
    },
  }
}
const NESSUNO: readonly Attributo[] = []
