import pino from 'pino'
import { decodificheComeTesto, operazioniComeTesto } from './anagrafe/index.ts'
import { applicazione } from './applicazione.ts'
import { type Config, SETTINGS } from './config.ts'
import { conservazioneComeTesto } from './conservazione.ts'
import { apriDatabase } from './database.ts'
import { type Cifra, openDb, schemaComeTesto } from './db/index.ts'
import { idpDemo } from './demo/index.ts'
import { CONTROLLI as CONTROLLI_SAML } from './identita/index.ts'
import { adesso } from './orologio.ts'
import { CONTROLLI } from './subentro/index.ts'
import { permissionsTable } from './web/index.ts'

const TESTA = (titolo: string) => `# ${titolo}\n\nWritten by \`npm run tables\`; a test compares.\n\n`
/** No message is kept while tables are written. */
const SENZA: Cifra = {
  chiudi() {
    throw new Error('no key')
  },
  apri() {
    throw new Error('no key')
  },
}
const riga = (...celle: string[]) =>
  `| ${celle.map(c => c.replaceAll('|', '\\|').replaceAll('<', '&lt;')).join(' | ')} |`

/** What reviewers see of the program's tables: file name under `docs/tables/` → Markdown. */
export async function tabelle(config: Config, fermo = new AbortController().signal): Promise<Record<string, string>> {
  const database = await apriDatabase(config, fermo)
  const db = openDb({ url: database.url, ruolo: 'anpr_migra', max: 2 })
  try {
    const { app, rotte } = await applicazione({
      db,
      demo: { scala: 1000, completa: true },
      log: pino({ level: 'silent' }),
      contributo: config.contributo,
      accesso: { durate: config.sessione, minori: config.minori, cns: () => '' },
      vie: { servizi: { spid: undefined, cie: undefined }, cifra: SENZA, indirizzo: 'https://www.example.it' },
      idp: idpDemo({ indirizzo: 'https://www.example.it', cartella: '', adesso }),
    })
    await app.close()
    return {
      'routes.md': TESTA('Routes and who may call them') + permissionsTable(rotte),
      'settings.md':
        TESTA('Settings') +
        [
          riga('setting', 'default', 'what it is'),
          riga('---', '---', '---'),
          ...SETTINGS.map(s => riga(s.nome, s.predefinito, s.spiega)),
          '',
        ].join('\n'),
      'checks.md':
        TESTA('Checks of subentro') +
        'E stops the fornitura, B is to be mended before subentro, W warns. Codes beginning with AN are ours, the others official.\n\n' +
        [
          riga('code', 'severity since', 'what it says', 'remedy'),
          riga('---', '---', '---', '---'),
          ...CONTROLLI.map(c => riga(c.codice, c.gradi.map(g => `${g.grado} ${g.dal}`).join(', '), c.testo, c.rimedio)),
          '',
        ].join('\n'),
      'operations.md': TESTA('Operations and their checks') + operazioniComeTesto(),
      'saml-checks.md':
        TESTA('Checks of a SAML answer') +
        'In this order; the first that finds its fault refuses the answer. Numbers are of AgID’s lists of cases; AN… are ours. ' +
        '104 to 108, 111 and AN30 tell the person why, all others a generic page.\n\n' +
        [
          riga('no.', 'refused', 'SPID', 'CIE'),
          riga('---', '---', ':-:', ':-:'),
          ...CONTROLLI_SAML.map(c => riga(c.numero, c.cosa, c.solo === 'cie' ? '' : '✓', c.solo === 'spid' ? '' : '✓')),
          '',
        ].join('\n'),
      'decode-tables.md': TESTA('Decode tables') + decodificheComeTesto(),
      'retention.md': TESTA('What is kept, how long, and why') + conservazioneComeTesto(),
      'schema.md': TESTA('Schema') + (await schemaComeTesto(db)),
    }
  } finally {
    await db.close()
    await database.close()
  }
}
