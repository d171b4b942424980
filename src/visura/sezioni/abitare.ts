import type { MiaScheda } from '../../anagrafe/index.ts'
import { altro, codice, comune, giorno, type Sezione, siNo, testo } from '../campo.ts'
import { codiceDi, inRiga, testoDi, type Valore } from '../valori.ts'

const ind = (s: MiaScheda) => s.indirizzo?.indirizzo
const civ = (s: MiaScheda) => ind(s)?.numeroCivico
const dentro = (s: MiaScheda) => civ(s)?.civicoInterno
const est = (s: MiaScheda) => s.indirizzo?.localitaEstera?.indirizzoEstero

/** Languages of the second official names, by province (as src/portale/nomi.tsx has them for comuni). */
const LINGUE: Readonly<Record<string, string>> = { BZ: 'de', AO: 'fr', GO: 'sl', TS: 'sl', UD: 'sl' }
function altreLingue(s: MiaScheda): (Valore | undefined)[] {
  const lingua = LINGUE[ind(s)?.comune.siglaProvinciaIstat ?? '']
  return (s.dati.altraLingua ?? []).map(a => {
    const via = [a.specie, a.denominazioneToponimo].filter(p => p).join(' ')
    const v = testoDi([via, a.presso, a.frazione, a.descrizioneLocalita].filter(p => p).join(', '))
    return v && { ...v, ...(lingua && { lingua }) }
  })
}

export const residenza: Sezione = {
  id: 'residenza',
  parti: [
    {
      id: 'italia',
      campi: [
        altro(['residenza.riga', 'indirizzo'], (s, l) => [inRiga(l, ind(s) ? s.indirizzo : null)]),
        testo(['CAP', 'cap'], s => ind(s)?.cap),
        comune(['COMUNERESIDENZA', 'comune'], s => ind(s)?.comune),
        testo(['PROVINCIARESIDENZA', 'provincia'], s => ind(s)?.comune.siglaProvinciaIstat),
        testo(['FRAZIONE', 'frazione'], s => ind(s)?.frazione),
        altro(['SPECIETOPONIMO', 'specie'], (s, l) => [
          testoDi(ind(s)?.toponimo.specie) ?? codiceDi(l, 'specieToponimo', ind(s)?.toponimo.codSpecie),
        ]),
        testo(['DENOMINAZIONETOPONIMO', 'toponimo'], s => ind(s)?.toponimo.denominazioneToponimo),
        testo(['CIVICO', 'civico'], s => civ(s)?.numero),
        testo(['residenza.metrico', 'metrico'], s => civ(s)?.metrico),
        testo(['LETTERA', 'lettera'], s => civ(s)?.lettera),
        testo(['ESPONENTE', 'esponente'], s => civ(s)?.esponente1),
        testo(['COLORE', 'colore'], s => civ(s)?.colore),
        testo(['CORTE', 'corte'], s => dentro(s)?.corte),
        testo(['SCALA', 'scala'], s => dentro(s)?.scala),
        testo(['SCALAESTERNA', 'scalaEsterna'], s => dentro(s)?.scalaEsterna),
        testo(['INTERNO', 'interno'], s => dentro(s)?.interno1),
        testo(['ESPONENTEINTERNO', 'esponenteInterno'], s => dentro(s)?.espInterno1),
        testo(['residenza.interno2', 'interno2'], s => dentro(s)?.interno2),
        testo(['ISOLATO', 'isolato'], s => dentro(s)?.isolato),
        testo(['residenza.piano', 'piano'], s => dentro(s)?.piano),
        testo(['residenza.presso', 'presso'], s => ind(s) && s.indirizzo?.presso),
        giorno(['residenza.dal', 'residenteDal'], s => (ind(s) ? s.residenza_dal : null)),
        siNo(['residenza.senza-dimora', 'senzaFissaDimora'], s => s.senza_fissa_dimora || null),
      ],
    },
    {
      id: 'estero',
      campi: [
        testo(['STATOESTERO', 'statoEstero'], s => est(s)?.localita.descrizioneStato ?? est(s)?.localita.codiceStato),
        testo(['LOCALITAESTERA', 'localita'], s => est(s)?.localita.descrizioneLocalita),
        testo(['INDIRIZZOESTERO', 'via'], s => est(s)?.toponimo?.denominazione),
        testo(['CIVICOESTERO', 'civico'], s => est(s)?.toponimo?.numeroCivico),
        testo(['CAPESTERO', 'capEstero'], s => est(s)?.cap),
        testo(['CONTEAESTERA', 'contea'], s => est(s)?.localita.provinciaContea),
        testo(['CONSOLATO', 'consolato'], s => s.indirizzo?.localitaEstera?.consolato.descrizioneConsolato),
        testo(['residenza.presso-estero', 'presso'], s => (s.indirizzo?.localitaEstera ? s.indirizzo.presso : null)),
        giorno(['residenza.estero-dal', 'residenteDal'], s => (s.indirizzo?.localitaEstera ? s.residenza_dal : null)),
      ],
    },
    { id: 'altraLingua', campi: [altro(['residenza.altra-lingua', 'indirizzo'], altreLingue)] },
    {
      id: 'dimora',
      campi: [altro(['residenza.dimora', 'indirizzo'], (s, l) => [inRiga(l, s.dati.dimoraAbituale ?? null)])],
    },
    {
      id: 'domicilio',
      campi: [altro(['residenza.domicilio', 'indirizzo'], (s, l) => [inRiga(l, s.dati.domicilioEletto ?? null)])],
    },
  ],
}

const inFamiglia = <V>(s: MiaScheda, v: V) => (s.gruppo_tipo === 3 || s.gruppo_tipo === 5 ? v : null)
const inConvivenza = <V>(s: MiaScheda, v: V) => (s.gruppo_tipo === 4 ? v : null)

export const famiglia: Sezione = {
  id: 'famiglia',
  inoltre: 'famiglia',
  parti: [
    {
      id: 'famiglia',
      campi: [
        codice(['LEGAME', 'legame'], 'legameFamiglia', s => inFamiglia(s, s.legame)),
        giorno(['famiglia.dal', 'inFamigliaDal'], s => inFamiglia(s, s.ingresso_dal ?? s.legame_dal)),
        giorno(['famiglia.origine', 'origine'], s => inFamiglia(s, s.origine)),
        codice(['famiglia.motivo', 'costituzione'], 'motivoCostituzione', s => inFamiglia(s, s.motivo_costituzione)),
        testo(['famiglia.numero', 'idFamiglia'], s => inFamiglia(s, s.gruppo_id)),
      ],
    },
    {
      id: 'convivenza',
      campi: [
        testo(['famiglia.denominazione', 'denominazione'], s => inConvivenza(s, s.denominazione)),
        codice(['famiglia.specie', 'specieConvivenza'], 'specieConvivenza', s => inConvivenza(s, s.specie)),
        codice(['famiglia.posizione', 'legame'], 'legameConvivenza', s => inConvivenza(s, s.legame)),
        giorno(['famiglia.convivenza-dal', 'inFamigliaDal'], s => inConvivenza(s, s.ingresso_dal ?? s.legame_dal)),
        giorno(['famiglia.convivenza-origine', 'origine'], s => inConvivenza(s, s.origine)),
        testo(['famiglia.convivenza-numero', 'idConvivenza'], s => inConvivenza(s, s.gruppo_id)),
      ],
    },
    {
      id: 'responsabile',
      campi: [
        testo(['famiglia.responsabile.cognome', 'cognome'], s => inConvivenza(s, s.responsabile?.generalita.cognome)),
        testo(['famiglia.responsabile.nome', 'nome'], s => inConvivenza(s, s.responsabile?.generalita.nome)),
      ],
    },
  ],
}

export const aire: Sezione = {
  id: 'aire',
  parti: [
    {
      campi: [
        altro(['aire.comune', 'iscrittoComune'], (s, l) => [
          s.registro === 'E' ? testoDi(l.testi.visura.valori.comune(s.comune, s.provincia)) : undefined,
        ]),
        giorno(['aire.dal', 'iscrittoDal'], s => (s.registro === 'E' ? s.iscritto_dal : null)),
        codice(['aire.motivo', 'motivoIscrizione'], 'motivoIscrizioneAire', s =>
          s.registro === 'E' && s.motivo_iscrizione !== null
            ? `C${String(s.motivo_iscrizione).padStart(2, '0')}`
            : null,
        ),
        testo(['aire.consolato', 'consolato'], s =>
          s.registro === 'E' ? s.indirizzo?.localitaEstera?.consolato.descrizioneConsolato : null,
        ),
        codice(['aire.iniziativa', 'iniziativa'], 'iniziativaIscrizioneAire', s => s.dati.iscrizione?.iniziativa),
        codice(
          ['aire.individuazione', 'individuazione'],
          'individuazioneComuneAire',
          s => s.dati.iscrizione?.individuazione,
        ),
      ],
    },
  ],
}
