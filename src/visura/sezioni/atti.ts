import type { MiaScheda } from '../../anagrafe/index.ts'
import type { TipoAtto, TipoAttoANPR, TipoDatiEvento, TipoGeneralita } from '../../contratto/index.ts'
import { altro, type Campo, comune, giorno, luogo, testo } from '../campo.ts'
import { precisione } from '../valori.ts'

type Pezzo = 'COMUNE' | 'ANNO' | 'PARTE' | 'SERIE' | 'NUMERO' | 'DATA'

/** The particulars of an act. `corregge`: which of them table 57 has under this prefix. */
export function atto(
  prefisso: string,
  sezione: string,
  da: (s: MiaScheda) => TipoAtto | undefined,
  corregge: readonly Pezzo[] = [],
  ansc: (s: MiaScheda) => TipoAttoANPR | undefined = () => undefined,
): Campo[] {
  const a = (s: MiaScheda) => da(s) ?? ansc(s)?.atto
  const n = (s: MiaScheda) => ansc(s)?.attoANSC
  const id = (p: Pezzo) => (corregge.includes(p) ? prefisso + p : `${sezione}.atto.${p.toLowerCase()}`)
  return [
    comune([id('COMUNE'), 'attoComune'], s => a(s)?.comuneRegistrazione ?? n(s)?.comuneRegistrazione),
    testo([`${sezione}.atto.ufficio`, 'attoUfficio'], s => a(s)?.ufficioMunicipio ?? n(s)?.ufficioMunicipio),
    testo([id('ANNO'), 'attoAnno'], s => a(s)?.anno ?? n(s)?.anno),
    testo([id('PARTE'), 'attoParte'], s => a(s)?.parte),
    testo([id('SERIE'), 'attoSerie'], s => a(s)?.serie),
    testo([id('NUMERO'), 'attoNumero'], s => a(s)?.numeroAtto ?? n(s)?.numeroComunale),
    testo([`${sezione}.atto.volume`, 'attoVolume'], s => a(s)?.volume),
    giorno([id('DATA'), 'attoData'], s => a(s)?.dataFormazioneAtto ?? n(s)?.dataFormazioneAtto),
    altro([`${sezione}.atto.trascritto`, 'attoTrascritto'], (s, l) => [
      (a(s)?.trascritto ?? n(s)?.trascritto) === '1' ? { testo: l.testi.visura.valori.trascritto } : undefined,
    ]),
    testo([`${sezione}.atto.ansc`, 'attoAnsc'], s => n(s)?.idANSC),
  ]
}

/** Another person as one's own scheda names her. `prefisso`: under which table 57 has her data, where it has. */
export function altri(
  sezione: string,
  da: (s: MiaScheda) => TipoGeneralita | undefined,
  prefisso?: string,
): readonly Campo[] {
  const id = (dato: string) => (prefisso === undefined ? `${sezione}.${dato.toLowerCase()}` : prefisso + dato)
  return [
    testo([id('COGNOME'), 'cognome'], s => da(s)?.cognome),
    testo([id('NOME'), 'nome'], s => da(s)?.nome),
    testo([id('CODICEFISCALE'), 'codiceFiscale'], s => da(s)?.codiceFiscale?.codFiscale),
    giorno(
      [id('DATANASCITA'), 'dataNascita'],
      s => da(s)?.dataNascita,
      s => precisione(da(s)),
    ),
    luogo([id('LUOGONASCITA'), 'luogoNascita'], s => da(s)?.luogoNascita),
  ]
}

/** When and where something happened. */
export const evento = (prefisso: string, da: (s: MiaScheda) => TipoDatiEvento | undefined): readonly Campo[] => [
  giorno(
    [`${prefisso}DATA`, 'data'],
    s => da(s)?.dataEvento,
    s => precisione(da(s)),
  ),
  luogo([`${prefisso}LUOGO`, 'luogo'], s => da(s)?.luogoEvento),
]
