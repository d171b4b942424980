import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { RADICE } from './radice.ts'

/** A setting that cannot be used: which one, what is wrong, what to write instead. Ends a command with exit code 2. */
export class SettingError extends Error {}

interface Setting {
  readonly nome: string
  readonly predefinito: string
  readonly spiega: string
}

/** Every setting, read once. Printed by `bin/anpr help settings` and under `docs/tables/`. */
// biome-ignore format: a table
export const SETTINGS = [
  { nome: 'PORT', predefinito: '8080', spiega: 'porta del portale (HTTP)' },
  { nome: 'HTTPS_PORT', predefinito: '8443; PORT + 1 se PORT è impostata', spiega: 'porta per il software dei comuni (SOAP, TLS con certificato); si apre come CNS_PORT' },
  { nome: 'CNS_PORT', predefinito: '8444; PORT + 2', spiega: 'porta del login con CNS (TLS); si apre se in DATA_DIR/certs ci sono server.pem e server.key' },
  { nome: 'POSTAZIONE_PORT', predefinito: '8445; PORT + 3', spiega: 'porta delle postazioni degli uffici (TLS con certificato); si apre come CNS_PORT' },
  { nome: 'CARTA_PORT', predefinito: '8446; PORT + 4', spiega: 'porta delle smart card degli operatori (TLS con certificato); si apre come CNS_PORT' },
  { nome: 'DATA_DIR', predefinito: 'data/ nella cartella del programma', spiega: 'cartella del PostgreSQL incorporato: dati, log e password' },
  { nome: 'DATABASE_URL', predefinito: 'nessuna: il PostgreSQL incorporato', spiega: 'un PostgreSQL 18 vostro: postgres://utente:password@host:porta/database' },
  { nome: 'DEMO_SCALA', predefinito: '1000', spiega: 'dati dimostrativi: quante persone vale una persona inventata; si legge quando la demo nasce' },
  { nome: 'TRIBUTARIA_URL', predefinito: 'nessuno: le domande restano in coda; nella demo risponde un’Anagrafe tributaria finta', spiega: 'indirizzo a cui si chiedono i codici fiscali (HTTP)' },
  { nome: 'SMTP_URL', predefinito: 'nessuno: le e-mail non si spediscono; nella demo si leggono in /demo-posta', spiega: 'server di posta in uscita: smtp://utente:password@host:587, oppure smtps://…' },
  { nome: 'MITTENTE', predefinito: 'nessuno; serve con SMTP_URL', spiega: 'mittente delle e-mail: ANPR <anpr@esempio.it>' },
  { nome: 'PEC_URL', predefinito: 'nessuno: non si spedisce a PEC e domicili digitali; nella demo si leggono in /demo-posta', spiega: 'come SMTP_URL, del gestore di una casella PEC' },
  { nome: 'PEC_MITTENTE', predefinito: 'nessuno; serve con PEC_URL', spiega: 'indirizzo della casella PEC: anpr@pec.esempio.it' },
  { nome: 'INAD_URL', predefinito: 'nessuno: il domicilio digitale non si mostra; nella demo risponde un INAD finto', spiega: 'indirizzo a cui si chiede il domicilio digitale (HTTP; chi sta lì aggiunge il voucher PDND)' },
  { nome: 'INDIRIZZO', predefinito: 'nessuno: quello della richiesta', spiega: 'indirizzo pubblico del portale, per motori di ricerca e feed: https://www.esempio.it' },
  { nome: 'PROXY', predefinito: 'nessuno', spiega: 'proxy a cui credere quando dice chi chiama e come (X-Forwarded-*): indirizzi o reti, separati da virgole' },
  { nome: 'CONTRIBUTO_DAL', predefinito: '2018-02-01', spiega: 'contributo ai comuni: primo giorno in cui si può chiedere' },
  { nome: 'CONTRIBUTO_AL', predefinito: '2021-12-31', spiega: 'contributo ai comuni: ultimo giorno in cui si può chiedere' },
  { nome: 'SESSIONE_INATTIVA', predefinito: '15', spiega: 'area del cittadino: dopo quanti minuti senza attività la sessione si chiude' },
  { nome: 'SESSIONE_MASSIMA', predefinito: '480', spiega: 'area del cittadino: dopo quanti minuti la sessione si chiude comunque' },
  { nome: 'CNS_INDIRIZZO', predefinito: 'nessuno: quello della richiesta, con CNS_PORT', spiega: 'indirizzo pubblico del login con CNS: https://cns.esempio.it' },
  { nome: 'CNS_REVOCHE', predefinito: 'rifiuta', spiega: 'carta di cui manca un elenco di revoche valido: rifiuta, o avvisa (entra, e il log lo dice)' },
  { nome: 'CNS_TSL', predefinito: 'nessuno: gli emittenti sono i certificati in DATA_DIR/certs/cns', spiega: 'elenco di fiducia con gli emittenti delle CNS: indirizzo https o file' },
  { nome: 'CNS_TSL_CERTIFICATO', predefinito: 'nessuno', spiega: 'file dei certificati (PEM o DER), separati da virgole, di chi può firmare CNS_TSL' },
  { nome: 'CNS_TOLLERANZA', predefinito: '24', spiega: 'per quante ore vale ancora un elenco di revoche che doveva essere già sostituito' },
  { nome: 'POSTAZIONE_INDIRIZZO', predefinito: 'nessuno: quello della richiesta, con POSTAZIONE_PORT', spiega: 'indirizzo pubblico delle postazioni: https://postazione.esempio.it' },
  { nome: 'CARTA_INDIRIZZO', predefinito: 'nessuno: quello della richiesta, con CARTA_PORT', spiega: 'indirizzo pubblico delle smart card degli operatori: https://carta.esempio.it' },
  { nome: 'OPERATORI_POSTAZIONE', predefinito: 'si; nella demo no', spiega: 'operatore che entra con SPID, CIE o CNS: si (da una postazione abilitata) o no (da qualunque computer)' },
  { nome: 'MINORI', predefinito: 'propria_visura', spiega: 'chi ha meno di diciotto anni: propria_visura (legge solo i propri dati) o no (non entra)' },
  { nome: 'ALLEGATI_MAX_MB', predefinito: '5', spiega: 'documenti di una richiesta: quanti MB al massimo ciascuno' },
  { nome: 'ALLEGATI_QUANTI', predefinito: '10', spiega: 'documenti di una richiesta: quanti al massimo' },
  { nome: 'ALLEGATI_TUTTI_MB', predefinito: '20', spiega: 'documenti di una richiesta: quanti MB al massimo tutti insieme' },
  { nome: 'CLAMAV', predefinito: 'nessuno: i documenti non si esaminano', spiega: 'antivirus clamd che esamina i documenti: host:porta, o il percorso del suo socket. Se non risponde, non se ne prendono' },
  { nome: 'SPID_LIVELLO', predefinito: '2', spiega: 'livello minimo con cui si entra, per SPID e CIE: 1, 2 o 3' },
  { nome: 'SPID_CHIAVE', predefinito: 'nessuna: SPID non è attivo; nella demo una si crea in DATA_DIR/certs', spiega: 'file della chiave privata RSA (PEM) con cui si firma verso SPID' },
  { nome: 'SPID_CERTIFICATO', predefinito: 'nessuno', spiega: 'file dei certificati (PEM), separati da virgole: per primo quello della chiave, poi quello che lo sostituirà' },
  { nome: 'SPID_ENTITY_ID', predefinito: 'INDIRIZZO/spid/metadata', spiega: 'entityID in SPID' },
  { nome: 'SPID_REGISTRO', predefinito: 'https://registry.spid.gov.it/entities?entity_type=idp; nella demo i gestori di prova', spiega: 'metadata dei gestori SPID: indirizzo, o file dove non c’è rete in uscita' },
  { nome: 'SPID_REGISTRO_CERTIFICATO', predefinito: 'nessuno: vale il TLS', spiega: 'file del certificato (PEM) di chi firma il registro: se c’è, la firma è richiesta' },
  { nome: 'CIE_CHIAVE', predefinito: 'nessuna: la CIE non è attiva', spiega: 'come SPID_CHIAVE, verso la CIE' },
  { nome: 'CIE_CERTIFICATO', predefinito: 'nessuno', spiega: 'come SPID_CERTIFICATO, verso la CIE' },
  { nome: 'CIE_ENTITY_ID', predefinito: 'INDIRIZZO/cie/metadata', spiega: 'entityID nella federazione CIE' },
  { nome: 'CIE_REGISTRO', predefinito: 'https://idserver.servizicie.interno.gov.it/idp/shibboleth?Metadata', spiega: 'metadata del gestore CIE: indirizzo o file' },
  { nome: 'CIE_REGISTRO_CERTIFICATO', predefinito: 'nessuno: vale il TLS', spiega: 'come SPID_REGISTRO_CERTIFICATO, per la CIE' },
  { nome: 'ENTE_NOME', predefinito: 'Ministero dell’Interno', spiega: 'nome per intero dell’ente, come nei registri pubblici e nel certificato' },
  { nome: 'ENTE_MOSTRATO', predefinito: 'ANPR', spiega: 'nome che i gestori mostrano a chi entra' },
  { nome: 'ENTE_IPA', predefinito: 'm_it', spiega: 'codice IPA dell’ente' },
  { nome: 'ENTE_BELFIORE', predefinito: 'H501', spiega: 'codice catastale del comune in cui ha sede l’ente' },
  { nome: 'ENTE_LOCALITA', predefinito: 'Roma', spiega: 'comune in cui ha sede l’ente, per il certificato' },
  { nome: 'ENTE_EMAIL', predefinito: 'anpr@example.it', spiega: 'e-mail tecnica nei metadata, non di una persona' },
  { nome: 'ENTE_TELEFONO', predefinito: 'nessuno', spiega: 'telefono nei metadata: +39…, senza spazi' },
  { nome: 'ASSISTENZA_COMUNI', predefinito: '800 863 116, dal lunedì al venerdì', spiega: 'come i comuni della sperimentazione chiamano l’assistenza: sta in fondo alle pagine di /com' },
  { nome: 'IRRICEVIBILE', predefinito: '8', spiega: 'numero dello stato IRRICEVIBILE verso il software dei comuni (P000): 8, 9 o 11; il materiale pubblicato non lo dice' },
  { nome: 'LOG_LEVEL', predefinito: 'info', spiega: 'quanto si scrive nel log: fatal, error, warn, info, debug' },
] as const satisfies readonly Setting[]

export interface Config {
  readonly porte: Readonly<Record<'http' | 'https' | 'cns' | 'postazione' | 'carta', number>>
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly demoScala: number
  readonly tributariaUrl: string | undefined
  readonly inadUrl: string | undefined
  /** mail server and sender */
  readonly posta: { readonly url: string; readonly mittente: string } | undefined
  /** the same of a PEC mailbox */
  readonly pec: { readonly url: string; readonly mittente: string } | undefined
  /** Without a final slash. */
  readonly indirizzo: string | undefined
  /** Addresses (IP) and networks (CIDR). */
  readonly proxy: readonly string[]
  /** first and last day on which comuni may ask for the contribution */
  readonly contributo: { readonly dal: string; readonly al: string }
  /** whom the comuni of the trial call, in words */
  readonly assistenzaComuni: string
  /** minutes that a citizen's session lasts: without a request, in all */
  readonly sessione: { readonly inattiva: number; readonly massima: number }
  /** whether citizens under eighteen come in, to read their own data only */
  readonly minori: boolean
  /** documents of requests: bytes of one, of all, how many; where clamd listens */
  readonly allegati: {
    readonly limiti: { readonly byte: number; readonly tutti: number; readonly quanti: number }
    readonly clamav: string | undefined
  }
  readonly saml: ConfigSaml
  readonly operatori: {
    /** public addresses of the listeners, without a final slash */
    readonly postazione: string | undefined
    readonly carta: string | undefined
    /** whether SPID, CIE and CNS let an operator in only at an enrolled workstation; undefined: not said */
    readonly soloDaPostazione: boolean | undefined
  }
  readonly cns: {
    /** public address of the listener for cards, without a final slash */
    readonly indirizzo: string | undefined
    /** what is done where no list of revoked cards counts; hours for which one counts beyond its time */
    readonly rigore: { readonly rifiuta: boolean; readonly tolleranza: number }
    /** trust list with the authorities for cards: where it is, files of the certificates that may sign it */
    readonly tsl: { readonly fonte: string; readonly certificati: readonly string[] } | undefined
  }
  /** the contract's number of that state of a request */
  readonly irricevibile: string
  readonly logLevel: string
}

/** SPID and CIE. */
export interface ConfigSaml {
  readonly livello: 1 | 2 | 3
  readonly spid: ConfigFederazione
  readonly cie: ConfigFederazione
  readonly ente: {
    readonly nome: string
    readonly mostrato: string
    readonly ipa: string
    readonly belfiore: string
    readonly localita: string
    readonly email: string
    readonly telefono: string | undefined
  }
}
export interface ConfigFederazione {
  /** files; undefined: not set up */
  readonly chiave: string | undefined
  readonly certificati: readonly string[]
  readonly entityId: string | undefined
  /** undefined: not said */
  readonly registro: string | undefined
  readonly registroCertificato: string | undefined
}

const LIVELLI = ['fatal', 'error', 'warn', 'info', 'debug']

/** Reads and checks the settings. @throws {SettingError} naming the setting, the rule and the remedy. */
export function leggiConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const base = intero(env, 'PORT', 8080, 1, 65_531)
  const porta = (nome: string, scarto: number, solita: number) =>
    intero(env, nome, env.PORT ? base + scarto : solita, 1, 65_535)
  const porte = {
    http: base,
    https: porta('HTTPS_PORT', 1, 8443),
    cns: porta('CNS_PORT', 2, 8444),
    postazione: porta('POSTAZIONE_PORT', 3, 8445),
    carta: porta('CARTA_PORT', 4, 8446),
  }
  const logLevel = env.LOG_LEVEL || 'info'
  if (!LIVELLI.includes(logLevel)) throw new SettingError(`LOG_LEVEL=${logLevel}: scrivi uno tra ${LIVELLI.join(', ')}`)
  const databaseUrl = env.DATABASE_URL || undefined
  if (databaseUrl && !(/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl.replace('@/', '@host/'))))
    throw new SettingError(
      'DATABASE_URL: scrivi postgres://utente:password@host:porta/database (il valore non si mostra: può contenere una password)',
    )
  return {
    porte,
    dataDir: resolve(env.DATA_DIR || resolve(RADICE, 'data')),
    databaseUrl,
    contributo: finestra(env),
    assistenzaComuni: env.ASSISTENZA_COMUNI || '800 863 116, dal lunedì al venerdì',
    demoScala: intero(env, 'DEMO_SCALA', 1000, 1, 1_000_000),
    tributariaUrl: http(env, 'TRIBUTARIA_URL'),
    inadUrl: http(env, 'INAD_URL'),
    posta: posta(env, 'SMTP_URL', 'MITTENTE'),
    pec: posta(env, 'PEC_URL', 'PEC_MITTENTE'),
    indirizzo: indirizzo('INDIRIZZO', env.INDIRIZZO),
    cns: {
      indirizzo: indirizzo('CNS_INDIRIZZO', env.CNS_INDIRIZZO, ['https:']),
      rigore: {
        rifiuta: scelta(env, 'CNS_REVOCHE', ['rifiuta', 'avvisa']) === 'rifiuta',
        tolleranza: intero(env, 'CNS_TOLLERANZA', 24, 0, 8760),
      },
      tsl: tsl(env),
    },
    operatori: {
      postazione: indirizzo('POSTAZIONE_INDIRIZZO', env.POSTAZIONE_INDIRIZZO, ['https:']),
      carta: indirizzo('CARTA_INDIRIZZO', env.CARTA_INDIRIZZO, ['https:']),
      soloDaPostazione: env.OPERATORI_POSTAZIONE
        ? scelta(env, 'OPERATORI_POSTAZIONE', ['si', 'no']) === 'si'
        : undefined,
    },
    proxy: proxy(env.PROXY),
    sessione: {
      inattiva: intero(env, 'SESSIONE_INATTIVA', 15, 1, 1440),
      massima: intero(env, 'SESSIONE_MASSIMA', 480, 1, 10_080),
    },
    minori: scelta(env, 'MINORI', ['propria_visura', 'no']) === 'propria_visura',
    allegati: {
      limiti: {
        byte: intero(env, 'ALLEGATI_MAX_MB', 5, 1, 50) * 1_000_000,
        tutti: intero(env, 'ALLEGATI_TUTTI_MB', 20, 1, 200) * 1_000_000,
        quanti: intero(env, 'ALLEGATI_QUANTI', 10, 1, 100),
      },
      clamav: clamav(env.CLAMAV),
    },
    saml: leggiSaml(env),
    irricevibile: scelta(env, 'IRRICEVIBILE', ['8', '9', '11']),
    logLevel,
  }
}

function clamav(dove: string | undefined): string | undefined {
  if (!dove) return undefined
  const porta = Number(/^[\w.-]+:(\d{1,5})$/.exec(dove)?.[1] ?? 0)
  if (!dove.startsWith('/') && (porta < 1 || porta > 65_535))
    throw new SettingError(`CLAMAV=${dove}: scrivi host:porta, per esempio 127.0.0.1:3310, o il percorso di un socket`)
  return dove
}

function leggiSaml(env: Readonly<Record<string, string | undefined>>): ConfigSaml {
  const livello = intero(env, 'SPID_LIVELLO', 2, 1, 3) as 1 | 2 | 3
  const belfiore = env.ENTE_BELFIORE || 'H501'
  if (!/^[A-Z]\d{3}$/.test(belfiore))
    throw new SettingError(`ENTE_BELFIORE=${belfiore}: scrivi il codice catastale di un comune, per esempio H501`)
  const telefono = env.ENTE_TELEFONO || undefined
  if (telefono && !/^\+\d{6,15}$/.test(telefono))
    throw new SettingError(`ENTE_TELEFONO=${telefono}: scrivi prefisso e numero senza spazi, per esempio +390612345678`)
  const email = env.ENTE_EMAIL || 'anpr@example.it'
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new SettingError(`ENTE_EMAIL=${email}: scrivi un indirizzo e-mail`)
  return {
    livello,
    spid: federazione(env, 'SPID'),
    cie: federazione(env, 'CIE'),
    ente: {
      nome: env.ENTE_NOME || 'Ministero dell’Interno',
      mostrato: env.ENTE_MOSTRATO || 'ANPR',
      ipa: env.ENTE_IPA || 'm_it',
      belfiore,
      localita: env.ENTE_LOCALITA || 'Roma',
      email,
      telefono,
    },
  }
}

const elenco = (testo: string | undefined) => (testo ?? '').split(',').flatMap(f => f.trim() || [])

function tsl(env: Readonly<Record<string, string | undefined>>): Config['cns']['tsl'] {
  const fonte = env.CNS_TSL || undefined
  const certificati = elenco(env.CNS_TSL_CERTIFICATO)
  if ((fonte === undefined) !== (certificati.length === 0))
    throw new SettingError('CNS_TSL e CNS_TSL_CERTIFICATO vanno insieme: scrivili tutti e due, o nessuno')
  if (fonte?.startsWith('http:')) throw new SettingError('CNS_TSL: scrivi un indirizzo https://, o un file')
  return fonte === undefined ? undefined : { fonte, certificati }
}

function federazione(env: Readonly<Record<string, string | undefined>>, nome: 'SPID' | 'CIE'): ConfigFederazione {
  const chiave = env[`${nome}_CHIAVE`] || undefined
  const certificati = elenco(env[`${nome}_CERTIFICATO`])
  if ((chiave === undefined) !== (certificati.length === 0))
    throw new SettingError(`${nome}_CHIAVE e ${nome}_CERTIFICATO vanno insieme: scrivili tutti e due, o nessuno`)
  if (chiave && !env.INDIRIZZO?.startsWith('https://'))
    throw new SettingError(`INDIRIZZO: con ${nome}_CHIAVE scrivi l’indirizzo pubblico, https://`)
  return {
    chiave,
    certificati,
    entityId: env[`${nome}_ENTITY_ID`] || undefined,
    registro: env[`${nome}_REGISTRO`] || undefined,
    registroCertificato: env[`${nome}_REGISTRO_CERTIFICATO`] || undefined,
  }
}

function http(env: Readonly<Record<string, string | undefined>>, nome: string): string | undefined {
  const url = env[nome] || undefined
  if (url && !(/^https?:\/\//.test(url) && URL.canParse(url)))
    throw new SettingError(`${nome}=${url}: scrivi un indirizzo http:// o https://`)
  return url
}

const MITTENTE = /^([^<>"\r\n]{1,100} <[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/
function posta(env: Readonly<Record<string, string | undefined>>, nomeUrl: string, nomeMittente: string) {
  const [url, mittente] = [env[nomeUrl], env[nomeMittente]]
  if (mittente && !MITTENTE.test(mittente))
    throw new SettingError(`${nomeMittente}=${mittente}: scrivi un indirizzo, per esempio ANPR <anpr@esempio.it>`)
  if (!url) return undefined
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url))
    throw new SettingError(
      `${nomeUrl}: scrivi smtp://utente:password@host:porta (il valore non si mostra: può contenere una password)`,
    )
  if (!mittente)
    throw new SettingError(
      `${nomeMittente}: con ${nomeUrl} serve anche il mittente, per esempio ANPR <anpr@esempio.it>`,
    )
  return { url, mittente }
}

function indirizzo(
  nome: string,
  testo: string | undefined,
  protocolli: readonly string[] = ['http:', 'https:'],
): string | undefined {
  if (!testo) return undefined
  const url = URL.canParse(testo) ? new URL(testo) : undefined
  // Only an origin: the pages' addresses follow it. `href` has what the URL keeps of user, path and query.
  if (!url || !protocolli.includes(url.protocol) || url.href !== `${url.origin}/`)
    throw new SettingError(`${nome}=${testo}: scrivi solo protocollo e nome, per esempio https://www.esempio.it`)
  return url.origin
}

function proxy(testo: string | undefined): string[] {
  const reti = elenco(testo)
  for (const rete of reti) {
    const [ip = '', bit, ...altro] = rete.split('/')
    const versione = isIP(ip)
    const giusti = bit === undefined || (/^\d{1,3}$/.test(bit) && Number(bit) <= (versione === 4 ? 32 : 128))
    if (!versione || !giusti || altro.length > 0)
      throw new SettingError(
        `PROXY=${testo}: scrivi indirizzi o reti separati da virgole, per esempio 127.0.0.1,10.0.0.0/8`,
      )
  }
  return reti
}

function intero(
  env: Readonly<Record<string, string | undefined>>,
  nome: string,
  solito: number,
  min: number,
  max: number,
) {
  const testo = env[nome]
  if (!testo) return solito
  const n = Number(testo)
  if (!/^\d+$/.test(testo) || n < min || n > max)
    throw new SettingError(`${nome}=${testo}: scrivi un numero intero da ${min} a ${max}`)
  return n
}

/** One of a few words; the first unless said. */
function scelta(env: Readonly<Record<string, string | undefined>>, nome: string, parole: readonly string[]): string {
  const testo = env[nome] || parole[0]!
  if (!parole.includes(testo)) throw new SettingError(`${nome}=${testo}: scrivi uno tra ${parole.join(', ')}`)
  return testo
}

function finestra(env: Readonly<Record<string, string | undefined>>) {
  const dal = giorno(env, 'CONTRIBUTO_DAL', '2018-02-01')
  const al = giorno(env, 'CONTRIBUTO_AL', '2021-12-31')
  if (al < dal)
    throw new SettingError(`CONTRIBUTO_AL=${al}: scrivi un giorno che non viene prima di CONTRIBUTO_DAL=${dal}`)
  return { dal, al }
}

function giorno(env: Readonly<Record<string, string | undefined>>, nome: string, solito: string): string {
  const testo = env[nome] || solito
  const èUnGiorno = () => {
    try {
      return Temporal.PlainDate.from(testo).toString() === testo
    } catch {
      return false
    }
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(testo) || !èUnGiorno())
    throw new SettingError(`${nome}=${testo}: scrivi un giorno come AAAA-MM-GG, per esempio ${solito}`)
  return testo
}
