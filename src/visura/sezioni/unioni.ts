import { codice, giorno, luogo, type Sezione, testo } from '../campo.ts'
import { altri, atto, evento } from './atti.ts'

export const matrimonio: Sezione = {
  id: 'matrimonio',
  parti: [
    { id: 'coniuge', campi: altri('matrimonio', s => s.dati.matrimonio?.coniuge, 'CONIUGE') },
    {
      id: 'evento',
      campi: [
        ...evento('MATRIMONIO', s => s.dati.matrimonio?.datiMatrimonio),
        testo(['ALTROMATRIMONIO', 'ordineMatrimonio'], s => s.dati.matrimonio?.ordineMatrimonio),
      ],
    },
    {
      id: 'atto',
      campi: atto(
        '',
        'matrimonio',
        s => s.dati.matrimonio?.datiMatrimonio?.attoEvento,
        [],
        s => s.dati.matrimonio?.datiMatrimonio?.attoEventoANPR,
      ),
    },
  ],
}

export const unioneCivile: Sezione = {
  id: 'unione-civile',
  parti: [
    { id: 'unito', campi: altri('unione-civile', s => s.dati.unioneCivile?.unitoCivilmente, 'UNITO') },
    {
      id: 'evento',
      campi: [
        ...evento('UNIONE', s => s.dati.unioneCivile?.attoUnione),
        testo(['unione-civile.ordine', 'ordineUnione'], s => s.dati.unioneCivile?.ordineUnione),
      ],
    },
    {
      id: 'atto',
      campi: atto(
        '',
        'unione-civile',
        s => s.dati.unioneCivile?.attoUnione?.attoEvento,
        [],
        s => s.dati.unioneCivile?.attoUnione?.attoEventoANPR,
      ),
    },
    {
      id: 'scioglimento',
      campi: [
        codice(
          ['unione-civile.scioglimento.motivo', 'motivo'],
          'cessazioneUnione',
          s => s.dati.unioneCivile?.scioglimentoUnione?.motivoScioglimento,
        ),
        giorno(
          ['unione-civile.scioglimento.data', 'data'],
          s => s.dati.unioneCivile?.scioglimentoUnione?.datiEvento?.dataEvento,
        ),
        luogo(
          ['unione-civile.scioglimento.luogo', 'luogo'],
          s => s.dati.unioneCivile?.scioglimentoUnione?.datiEvento?.luogoEvento,
        ),
        testo(
          ['unione-civile.scioglimento.autorita', 'autorita'],
          s => s.dati.unioneCivile?.scioglimentoUnione?.sentenza?.autorita,
        ),
        testo(
          ['unione-civile.scioglimento.numero', 'sentenzaNumero'],
          s => s.dati.unioneCivile?.scioglimentoUnione?.sentenza?.numero,
        ),
        giorno(
          ['unione-civile.scioglimento.sentenza', 'sentenzaData'],
          s => s.dati.unioneCivile?.scioglimentoUnione?.sentenza?.data,
        ),
      ],
    },
  ],
}

export const convivenzaDiFatto: Sezione = {
  id: 'convivenza-di-fatto',
  parti: [
    {
      id: 'convivente',
      campi: altri('convivenza-di-fatto', s => s.dati.convivenzaDiFatto?.convivente, 'CONVIVENTE'),
    },
    {
      id: 'contratto',
      campi: [
        giorno(['CONVIVENZADATA', 'dataContratto'], s => s.dati.convivenzaDiFatto?.contrattoStipula?.data),
        luogo(['CONVIVENZALUOGO', 'luogo'], s => s.dati.convivenzaDiFatto?.contrattoStipula?.luogoEvento),
        testo(
          ['convivenza-di-fatto.protocollo', 'protocollo'],
          s => s.dati.convivenzaDiFatto?.contrattoStipula?.protocollo,
        ),
        testo(
          ['convivenza-di-fatto.professionista', 'professionista'],
          s => s.dati.convivenzaDiFatto?.contrattoStipula?.professionista,
        ),
        testo(['convivenza-di-fatto.ordine', 'ordineConvivenza'], s => s.dati.convivenzaDiFatto?.ordineConvivenza),
      ],
    },
    {
      id: 'risoluzione',
      campi: [
        giorno(['RISOLUZIONEDATA', 'data'], s => s.dati.convivenzaDiFatto?.contrattoRisoluzione?.contratto?.data),
        luogo(
          ['RISOLUZIONELUOGO', 'luogo'],
          s => s.dati.convivenzaDiFatto?.contrattoRisoluzione?.contratto?.luogoEvento,
        ),
        codice(
          ['RISOLUZIONEMOTIVO', 'motivo'],
          'cessazioneUnione',
          s => s.dati.convivenzaDiFatto?.contrattoRisoluzione?.motivoRisoluzione,
        ),
      ],
    },
  ],
}

export const vedovanza: Sezione = {
  id: 'vedovanza',
  parti: [
    { id: 'evento', campi: evento('VEDOVANZA', s => s.dati.vedovanza?.datiMorteconiuge) },
    {
      id: 'atto',
      campi: atto(
        'VEDOVANZAATTO',
        'vedovanza',
        s => s.dati.vedovanza?.datiMorteconiuge.attoEvento,
        ['NUMERO', 'SERIE', 'DATA', 'COMUNE'],
        s => s.dati.vedovanza?.datiMorteconiuge.attoEventoANPR,
      ),
    },
  ],
}

export const divorzio: Sezione = {
  id: 'divorzio',
  parti: [
    {
      id: 'fine',
      campi: [
        codice(
          ['TIPOCESSAZIONE', 'tipoCessazione'],
          'cessazioneMatrimonio',
          s => s.dati.separazioneAnnullamentoCessazioneMatrimonio?.tipoCessazione,
        ),
      ],
    },
    {
      id: 'sentenza',
      campi: [
        testo(
          ['SENTENZANUMERO', 'sentenzaNumero'],
          s => s.dati.separazioneAnnullamentoCessazioneMatrimonio?.sentenza?.numero,
        ),
        giorno(
          ['SENTENZADATA', 'sentenzaData'],
          s => s.dati.separazioneAnnullamentoCessazioneMatrimonio?.sentenza?.data,
        ),
        testo(
          ['SENTENZAAUTORITA', 'autorita'],
          s => s.dati.separazioneAnnullamentoCessazioneMatrimonio?.sentenza?.autorita,
        ),
        codice(
          ['TIPOTRIBUNALE', 'tipoTribunale'],
          'tipoTribunale',
          s => s.dati.separazioneAnnullamentoCessazioneMatrimonio?.sentenza?.tipoTribunale,
        ),
        giorno(
          ['divorzio.sentenza.dal', 'validaDal'],
          s => s.dati.separazioneAnnullamentoCessazioneMatrimonio?.sentenza?.dataValidita,
        ),
      ],
    },
    {
      id: 'atto',
      campi: atto(
        'DIVORZIOATTO',
        'divorzio',
        s => s.dati.separazioneAnnullamentoCessazioneMatrimonio?.attoAnnullamentoMatrimonio,
        ['COMUNE', 'ANNO', 'NUMERO', 'PARTE', 'SERIE', 'DATA'],
        s => s.dati.separazioneAnnullamentoCessazioneMatrimonio?.attoAnnullamentoMatrimonioANPR,
      ),
    },
  ],
}
