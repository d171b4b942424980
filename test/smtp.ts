import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'

/** A mail as a server takes it in. */
export interface Lettera {
  mittente: string
  destinatari: string[]
  /** headers and text, as they came */
  dati: string
}

/** A small mail server of the test's own: takes everything, or answers RCPT as it is told. It can be stopped, and come back
 *  on the same port. */
export async function serverDiPosta() {
  const lettere: Lettera[] = []
  const aperti = new Set<Socket>()
  let risposta = '250 2.1.5 Ok'
  const parla = (s: Socket) => {
    aperti.add(s)
    s.on('close', () => aperti.delete(s)).on('error', () => {})
    const di = (riga: string) => s.write(`${riga}\r\n`)
    let resto = ''
    let l: Lettera = { mittente: '', destinatari: [], dati: '' }
    let nelTesto = false
    di('220 prova ESMTP')
    s.on('data', pezzo => {
      resto += pezzo.toString('latin1')
      for (let fine = resto.indexOf('\r\n'); fine >= 0; fine = resto.indexOf('\r\n')) {
        const riga = resto.slice(0, fine)
        resto = resto.slice(fine + 2)
        if (nelTesto && riga !== '.') l.dati += `${riga}\n`
        else if (nelTesto) {
          nelTesto = false
          lettere.push(l)
          l = { mittente: '', destinatari: [], dati: '' }
          di('250 2.0.0 Ok: queued')
        } else if (/^EHLO|^HELO|^RSET|^NOOP/i.test(riga)) di('250 prova')
        else if (/^MAIL FROM:/i.test(riga)) {
          l.mittente = riga.slice(10)
          di('250 2.1.0 Ok')
        } else if (/^RCPT TO:/i.test(riga)) {
          if (risposta.startsWith('250')) l.destinatari.push(/<(.*)>/.exec(riga)?.[1] ?? '')
          di(risposta)
        } else if (/^DATA/i.test(riga)) {
          nelTesto = true
          di('354 go on')
        } else if (/^QUIT/i.test(riga)) {
          di('221 bye')
          s.end()
        } else di('500 ?')
      }
    })
  }
  let server: Server
  const accendi = async (porta: number) => {
    server = createServer(parla).listen(porta, '127.0.0.1')
    await once(server, 'listening')
  }
  await accendi(0)
  const { port } = server!.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    lettere,
    /** how RCPT is answered from now on */
    risponde(testo: string) {
      risposta = testo
    },
    torna: () => accendi(port),
    async ferma() {
      for (const s of aperti) s.destroy()
      if (server.listening) await new Promise(si => server.close(si))
    },
  }
}
