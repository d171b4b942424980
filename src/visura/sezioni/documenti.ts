import type { Recapito } from '../../identita/index.ts'
import { altro, codice, comune, giorno, type Sezione, scelta, siNo, testo } from '../campo.ts'
import { testoDi } from '../valori.ts'

export const carta: Sezione = {
  id: 'carta-identita',
  parti: [
    {
      campi: [
        testo(['NUMEROCARTAIDENTITA', 'numero'], s => s.dati.cartaIdentita?.numero),
        giorno(['DATARILASCIOCARTAIDENTITA', 'rilascio'], s => s.dati.cartaIdentita?.dataRilascio),
        giorno(['DATASCADENZACARTAIDENTITA', 'scadenza'], s => s.dati.cartaIdentita?.dataScadenza),
        giorno(['DATAANNULLAMENTOCARTAIDENTITA', 'annullamento'], s => s.dati.cartaIdentita?.dataAnnullamento),
        // What its codes mean is published nowhere.
        altro(['TIPOCARTAIDENTITA', 'tipoCarta'], (s, l) => {
          const c = s.dati.cartaIdentita?.cartaceaElettronica
          return [c === undefined ? undefined : { testo: l.testi.visura.valori.codice(c) }]
        }),
        comune(['COMUNERILASCIOCARTAIDENTITA', 'rilascioComune'], s => s.dati.cartaIdentita?.comuneRilascio),
        testo(
          ['carta-identita.consolato', 'rilascioConsolato'],
          s => s.dati.cartaIdentita?.consolatoRilascio?.descrizioneConsolato,
        ),
        scelta(
          ['carta-identita.espatrio', 'espatrio'],
          t => t.espatrio,
          s => s.dati.cartaIdentita?.interdizioneEspatrio,
        ),
      ],
    },
  ],
}

export const permesso: Sezione = {
  id: 'permesso-soggiorno',
  parti: [
    {
      campi: [
        codice(['TIPOSOGGIORNO', 'tipoSoggiorno'], 'tipoSoggiorno', s => s.dati.permessoSoggiorno?.tipoSoggiorno),
        testo(['NUMEROSOGGIORNO', 'numero'], s => s.dati.permessoSoggiorno?.numeroSoggiorno),
        giorno(['DATARILASCIOSOGGIORNO', 'rilasciato'], s => s.dati.permessoSoggiorno?.dataRilascio),
        giorno(['DATASCADENZASOGGIORNO', 'scadenza'], s => s.dati.permessoSoggiorno?.dataScadenza),
        testo(['QUESTURARILASCIOSOGGIORNO', 'questura'], s => s.dati.permessoSoggiorno?.questuraRilascioSoggiorno),
        comune(['COMUNERILASCIOSOGGIORNO', 'soggiornoComune'], s => s.dati.permessoSoggiorno?.comune),
        testo(['NUMEROPASSAPORTO', 'passaporto'], s => s.dati.permessoSoggiorno?.numeroPassaporto),
        testo(['permesso-soggiorno.note', 'note'], s => s.dati.permessoSoggiorno?.noteSoggiorno),
      ],
    },
  ],
}

export const elettorale: Sezione = {
  id: 'elettorale',
  parti: [
    {
      campi: [
        scelta(
          ['elettorale.elettore', 'elettore'],
          t => t.elettore,
          s => s.dati.listaElettorale?.elettore,
        ),
        comune(['elettorale.comune', 'listeDi'], s => s.dati.listaElettorale?.comune),
      ],
    },
  ],
}

/** They stand in the profile, not in the scheda. */
const recapito = (tipo: Recapito['tipo']) =>
  altro([`recapiti.${tipo}`, tipo], (_s, l) => {
    const r = l.recapiti?.find(x => x.tipo === tipo)
    const t = l.testi.visura.recapiti
    return r?.valore ? [{ testo: r.confermato === null ? t.nonConfermato(r.valore) : r.valore }] : []
  })
export const recapiti: Sezione = {
  id: 'recapiti',
  inoltre: 'recapiti',
  parti: [{ campi: [recapito('email'), recapito('telefono')] }],
}

export const iscrizione: Sezione = {
  id: 'iscrizione',
  parti: [
    {
      campi: [
        scelta(
          ['iscrizione.registro', 'registro'],
          t => t.registro,
          s => s.registro,
        ),
        altro(['iscrizione.comune', 'iscrittoComune'], (s, l) => [
          testoDi(l.testi.visura.valori.comune(s.comune, s.provincia)),
        ]),
        giorno(['iscrizione.dal', 'iscrittoDal'], s => s.iscritto_dal),
        codice(['iscrizione.motivo', 'motivoIscrizione'], 'motivoIscrizione', s =>
          s.registro === 'R' ? s.motivo_iscrizione : null,
        ),
        testo(['iscrizione.provenienza', 'provenienza'], s => s.provenienza),
        testo(['iscrizione.note', 'note'], s => s.dati.iscrizione?.note),
        codice(['iscrizione.certificabile', 'certificabile'], 'certificabilita', s => s.certificabile),
        giorno(['iscrizione.aggiornata', 'aggiornata'], s => s.aggiornata_il),
      ],
    },
  ],
}

export const altriDati: Sezione = {
  id: 'altri-dati',
  parti: [
    {
      id: 'lavoro',
      campi: [
        codice(['altri-dati.studio', 'titoloStudio'], 'titoloStudio', s => s.dati.altriDati?.titoloStudio),
        codice(
          ['altri-dati.professione', 'professione'],
          'posizioneProfessionale',
          s => s.dati.altriDati?.posizioneProfessionale,
        ),
        codice(
          ['altri-dati.condizione', 'condizione'],
          'condizioneNonProfessionale',
          s => s.dati.altriDati?.condizioneNonProfessionale,
        ),
      ],
    },
    {
      id: 'leva',
      campi: [
        siNo(['altri-dati.leva', 'leva'], s => s.dati.listaLeva?.iscritto),
        comune(['altri-dati.leva-comune', 'levaComune'], s => s.dati.listaLeva?.comune),
      ],
    },
    {
      id: 'censimento',
      campi: [
        testo(['altri-dati.censimento', 'censimentoAnno'], s => s.dati.censimento?.annoCensimento),
        testo(['altri-dati.censimento-sezione', 'censimentoSezione'], s => s.dati.censimento?.sezioneCensimento),
        testo(['altri-dati.censimento-foglio', 'censimentoFoglio'], s => s.dati.censimento?.foglioCensimento),
      ],
    },
    {
      id: 'veicoli',
      campi: [
        siNo(['altri-dati.patente', 'patente'], s => s.dati.autoveicoli?.possessoPatente),
        siNo(['altri-dati.autoveicoli', 'autoveicoli'], s => s.dati.autoveicoli?.possessoAutoveicoli),
      ],
    },
  ],
}
