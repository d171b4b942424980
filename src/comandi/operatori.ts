import { readFile } from 'node:fs/promises'
import { decodifica } from '../anagrafe/index.ts'
import type { Db } from '../db/index.ts'
import { abilita, certificatoIn, iscriviCertificato, operatoriDelMinistero } from '../identita/index.ts'
import { adesso } from '../orologio.ts'
import { type Argomenti, ErroreDiUso } from './comando.ts'
import { conDatabase } from './conDatabase.ts'

export async function esegui(a: Argomenti): Promise<number> {
  const azione = AZIONI[a.verbo]!(a.parole.map(p => p.trim()))
  return await conDatabase(a, { ruolo: 'anpr_web' }, azione)
}

type Azione = (db: Db) => Promise<number>
const AZIONI: Readonly<Record<string, (parole: readonly string[]) => Azione>> = {
  ministero: primo,
  postazione,
  elenco: () => elenca,
}

/** Whoever may run this program acts as the ministry does. */
function primo([codice = '', cognome = '', nome = '']: readonly string[]): Azione {
  const codiceFiscale = codice.toUpperCase()
  const d = decodifica(codiceFiscale)
  if (d?.tipo !== 'definitivo' || d.controllo.trovato !== d.controllo.atteso)
    throw new ErroreDiUso(
      `${codice}: non è un codice fiscale di sedici caratteri, o il suo ultimo carattere è un altro`,
    )
  return async db => {
    const macchina = { id: 'console', profilo: 'ministero', comune: undefined, adesso: adesso() } as const
    const persona = { codiceFiscale, cognome, nome, profilo: 'ministero' } as const
    if ((await db.tx(tx => abilita(tx, macchina, persona))) !== 'fatto') {
      console.error('Questa persona è già abilitata per il Ministero: bin/anpr operatori elenco')
      return 1
    }
    console.log(`${nome} ${cognome} può entrare per il Ministero: /accesso/operatori`)
    return 0
  }
}

/** The first workstation, without which nobody enrols another. */
function postazione([file = '', nome = '']: readonly string[]): Azione {
  return async db => {
    const testo = await readFile(file, 'utf8').catch(() => undefined)
    const x = testo === undefined ? undefined : certificatoIn(testo)
    if (!x) {
      console.error(testo === undefined ? `${file}: non si legge.` : `${file}: dentro non c’è nessun certificato PEM.`)
      return 1
    }
    const sede = { comune: undefined, prefettura: undefined }
    const o = { tipo: 'postazione', sede, nome, da: 'console', ora: adesso() } as const
    const esito = await db.tx(tx => iscriviCertificato(tx, x, o))
    if (esito !== 'iscritto') {
      console.error(esito === 'scaduto' ? 'Questo certificato è scaduto.' : 'Questo certificato è già abilitato.')
      return 1
    }
    console.log(`La postazione ${nome} è abilitata per il Ministero.`)
    return 0
  }
}

async function elenca(db: Db): Promise<number> {
  const tutti = await operatoriDelMinistero(db)
  for (const o of tutti)
    console.log(
      `${o.prefettura === null ? 'ministero' : `prefettura ${o.prefettura}`}  ${o.nome} ${o.cognome}${o.bloccato === null ? '' : '  bloccato'}`,
    )
  if (tutti.length === 0) console.log('Nessuno: bin/anpr operatori ministero abilita il primo.')
  return 0
}
