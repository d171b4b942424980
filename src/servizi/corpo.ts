// The bytes of a SOAP request as text: plain XML in the encodings that senders use, or the root part of an MTOM package.

/** Why a body cannot be read; `stato`: of HTTP, where it is the transport that is wrong. */
export class CorpoErrato extends Error {
  readonly stato: number | undefined
  constructor(messaggio: string, stato?: number) {
    super(messaggio)
    this.stato = stato
  }
}
/** Bytes of a request. P000's are of 1 or 2 kB; a signed WS-Security header adds ten. */
export const CORPO_MASSIMO = 1_048_576

const CODIFICHE: ReadonlySet<string> = new Set(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'])

/** The text of a body, piece by piece as it arrives. @throws CorpoErrato */
export async function* testoDi(corpo: AsyncIterable<Buffer>, tipo: string, codifica?: string): AsyncGenerator<string> {
  if (codifica !== undefined && codifica !== 'identity')
    throw new CorpoErrato(`Content-Encoding ${codifica} non è ammesso: manda il messaggio non compresso`, 415)
  const { nome, parametri } = mediaType(tipo)
  if (nome === 'multipart/related') {
    const pezzi: Buffer[] = []
    for await (const pezzo of limitato(corpo)) pezzi.push(pezzo)
    const { testa, dati } = radice(Buffer.concat(pezzi), parametri)
    const sua = mediaType(testa.get('content-type') ?? 'text/xml')
    yield* decodificato([dati], sua.parametri.get('charset'))
  } else if (XML.has(nome)) yield* decodificato(limitato(corpo), parametri.get('charset'))
  else throw new CorpoErrato('Content-Type deve essere text/xml, o multipart/related per un messaggio MTOM', 415)
}
const XML = new Set(['text/xml', 'application/xml', 'application/xop+xml'])

/** Does the caller send, or accept, MTOM packages? */
export const vuoleMtom = (tipo: string, accetta = ''): boolean =>
  /^\s*multipart\/related\b/i.test(tipo) || /multipart\/related|application\/xop\+xml/i.test(accetta)

async function* limitato(corpo: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let byte = 0
  for await (const pezzo of corpo) {
    byte += pezzo.length
    if (byte > CORPO_MASSIMO) throw new CorpoErrato(`il messaggio supera ${CORPO_MASSIMO} byte`, 413)
    yield pezzo
  }
}

async function* decodificato(
  pezzi: AsyncIterable<Buffer> | Iterable<Buffer>,
  charset: string | undefined,
): AsyncGenerator<string> {
  let inizio: Buffer | undefined = Buffer.alloc(0)
  let decodifica: ((pezzo?: Buffer) => string) | undefined
  for await (const pezzo of pezzi) {
    if (inizio) {
      inizio = Buffer.concat([inizio, pezzo])
      if (inizio.length < 256) continue // the declaration must be whole
      decodifica = decodificatore(inizio, charset)
      yield decodifica(inizio)
      inizio = undefined
    } else yield decodifica!(pezzo)
  }
  if (inizio) {
    decodifica = decodificatore(inizio, charset)
    yield decodifica(inizio)
  }
  yield decodifica!()
}
function decodificatore(inizio: Buffer, charset: string | undefined): (pezzo?: Buffer) => string {
  const detta = charset ?? indizi(inizio)
  const decoder = decoderDi(detta)
  if (!decoder || !CODIFICHE.has(decoder.encoding))
    throw new CorpoErrato(`la codifica ${detta.slice(0, 40)} non è ammessa: manda il messaggio in UTF-8`)
  let primo = decoder.encoding.startsWith('utf-16')
  return pezzo => {
    try {
      const testo = decoder.decode(pezzo, { stream: pezzo !== undefined })
      // What the text was before it was decoded does not concern its reader.
      const senza = primo ? testo.replace(/^<\?xml[^>]*\?>/, '') : testo
      primo = false
      return senza
    } catch {
      throw new CorpoErrato(`il messaggio non è in ${decoder.encoding}: dichiara la sua codifica, o mandalo in UTF-8`)
    }
  }
}
function decoderDi(detta: string) {
  try {
    return new TextDecoder(detta, { fatal: true })
  } catch {
    return undefined
  }
}
/** The encoding that the first bytes betray (XML 1.0, appendix F). */
function indizi(inizio: Buffer): string {
  const [a, b] = inizio
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  return /^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding=["']([\w.-]+)["']/.exec(inizio.toString('latin1'))?.[1] ?? 'utf-8'
}

interface MediaType {
  readonly nome: string
  readonly parametri: ReadonlyMap<string, string>
}
function mediaType(valore: string): MediaType {
  const parametri = new Map<string, string>()
  for (const [, nome, citato, nudo] of valore.matchAll(/;\s*([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))/g))
    parametri.set(nome!.toLowerCase(), citato?.replace(/\\(.)/g, '$1') ?? nudo ?? '')
  return { nome: valore.split(';', 1)[0]!.trim().toLowerCase(), parametri }
}

interface Parte {
  readonly testa: ReadonlyMap<string, string>
  readonly dati: Buffer
}
/** The part that holds the envelope: that named by `start`, else the first (RFC 2387). */
function radice(corpo: Buffer, parametri: ReadonlyMap<string, string>): Parte {
  const confine = parametri.get('boundary')
  if (!confine || confine.length > 70) throw new CorpoErrato('in Content-Type manca il parametro boundary', 415)
  const inizio = parametri.get('start')
  const parti = partiDi(corpo, Buffer.from(`--${confine}`))
  const parte = inizio === undefined ? parti[0] : parti.find(p => p.testa.get('content-id') === inizio)
  if (!parte) throw new CorpoErrato('il messaggio MTOM è incompleto: manca la parte con la busta')
  const trasferimento = parte.testa.get('content-transfer-encoding')?.toLowerCase() ?? 'binary'
  if (!['binary', '8bit', '7bit'].includes(trasferimento))
    throw new CorpoErrato(`Content-Transfer-Encoding ${trasferimento.slice(0, 40)} non è ammesso: usa binary`)
  return parte
}
const PARTI_MASSIME = 20
function partiDi(corpo: Buffer, confine: Buffer): readonly Parte[] {
  const parti: Parte[] = []
  let da = corpo.indexOf(confine)
  while (da >= 0 && parti.length < PARTI_MASSIME) {
    const testa = da + confine.length
    const a = corpo.indexOf(Buffer.concat([Buffer.from('\r\n'), confine]), testa)
    if (a < 0) break
    const vuota = corpo.indexOf('\r\n\r\n', testa)
    if (vuota >= 0 && vuota < a) {
      const righe = corpo.toString('latin1', testa, vuota).split(/\r\n(?![ \t])/)
      const campi = righe.map(r => /^([\w-]+):\s*(.*)$/s.exec(r)).filter(m => m !== null)
      parti.push({
        testa: new Map(campi.map(m => [m[1]!.toLowerCase(), m[2]!.trim()])),
        dati: corpo.subarray(vuota + 4, a),
      })
    }
    da = a + 2
  }
  return parti
}
