import { connect, type Socket } from 'node:net'

/** Says of a file whether it is clean. @throws where it cannot be asked: then the file is not taken */
export type Antivirus = (dati: Buffer) => Promise<'pulito' | { virus: string }>

const PEZZO = 64 * 1024
const ATTESA = 20_000

/** `clamd` over TCP (`host:port`) or a Unix socket (a path), by its INSTREAM command: lengths and pieces, then a zero. */
export const clamd =
  (dove: string): Antivirus =>
  async dati => {
    const s = dove.startsWith('/') ? connect(dove) : connect(Number(dove.split(':')[1]), dove.split(':')[0])
    try {
      const risposta = leggi(s)
      s.write('zINSTREAM\0')
      for (let i = 0; i < dati.length; i += PEZZO) {
        const p = dati.subarray(i, i + PEZZO)
        s.write(lunghezza(p.length))
        s.write(p)
      }
      s.write(lunghezza(0))
      const detto = (await risposta).replaceAll('\0', '').trim()
      if (detto === 'stream: OK') return 'pulito'
      const trovato = /^stream: (.+) FOUND$/.exec(detto)
      if (trovato) return { virus: trovato[1]! }
      throw new Error(`clamd: ${detto.slice(0, 200)}`)
    } finally {
      s.destroy()
    }
  }

const lunghezza = (n: number) => {
  const b = Buffer.alloc(4)
  b.writeUInt32BE(n)
  return b
}

const leggi = (s: Socket): Promise<string> =>
  new Promise((si, no) => {
    let testo = ''
    s.setEncoding('utf8')
    s.setTimeout(ATTESA, () => no(new Error('clamd: no answer')))
    s.on('data', d => {
      testo += d
    })
    s.once('error', no)
    s.once('close', () => (testo === '' ? no(new Error('clamd: no answer')) : si(testo)))
  })
