import { altro, codice, giorno, luogo, type Sezione, scelta, sempre, testo } from '../campo.ts'
import { giornoDi, testoDi } from '../valori.ts'
import { altri, atto } from './atti.ts'

export const generalita: Sezione = {
  id: 'generalita',
  parti: [
    {
      campi: [
        altro(['COGNOME', 'cognome'], (s, l) => [testoDi(s.cognome) ?? { testo: l.testi.visura.valori.senzaCognome }]),
        altro(['NOME', 'nome'], (s, l) => [testoDi(s.nome) ?? { testo: l.testi.visura.valori.senzaNome }]),
        sempre(testo(['CODICEFISCALE', 'codiceFiscale'], s => s.codice_fiscale)),
        codice(['generalita.validazione', 'validazione'], 'validitaCf', s => s.cf_validita),
        scelta(
          ['SESSO', 'sesso'],
          t => t.sesso,
          s => s.sesso,
        ),
        giorno(
          ['DATANASCITA', 'dataNascita'],
          s => s.nascita,
          s => s.nascita_precisa,
        ),
        sempre(luogo(['LUOGONASCITA', 'luogoNascita'], s => s.dati.luogoNascita)),
        testo(['generalita.idanpr', 'idAnpr'], s => s.id_anpr),
        testo(['generalita.scheda', 'scheda'], s => s.id),
      ],
    },
  ],
}

export const statoCivile: Sezione = {
  id: 'stato-civile',
  parti: [
    {
      campi: [
        codice(['STATOCIVILE', 'statoCivile'], 'statoCivile', s => s.stato_civile),
        testo(['stato-civile.note', 'note'], s => s.dati.statoCivile?.noteStatoCivile),
      ],
    },
  ],
}

export const cittadinanza: Sezione = {
  id: 'cittadinanza',
  parti: [
    {
      campi: [
        testo(['cittadinanza.stato', 'stato'], s => s.dati.cittadinanza?.descrizioneStato),
        giorno(['cittadinanza.dal', 'dal'], s => s.dati.cittadinanza?.dataValidita),
        testo(['cittadinanza.note', 'note'], s => s.dati.cittadinanza?.noteStato),
        altro(['cittadinanza.altra', 'altroStato'], (s, l) =>
          (s.dati.altraCittadinanza ?? []).map(c => {
            const dal = giornoDi(l, c.dataValidita)?.testo
            return testoDi(dal ? `${c.descrizioneStato}, ${l.testi.visura.valori.dal(dal)}` : c.descrizioneStato)
          }),
        ),
      ],
    },
  ],
}

export const attoNascita: Sezione = {
  id: 'atto-di-nascita',
  parti: [
    {
      campi: atto(
        'ATTONASCITA',
        'atto-di-nascita',
        s => s.dati.attoNascita,
        ['COMUNE', 'ANNO', 'PARTE', 'SERIE'],
        s => s.dati.attoNascitaANPR,
      ),
    },
  ],
}

export const genitori: Sezione = {
  id: 'genitori',
  parti: [
    { id: 'padre', campi: altri('genitori.padre', s => s.dati.paternita?.generalita) },
    { id: 'madre', campi: altri('genitori.madre', s => s.dati.maternita?.generalita) },
  ],
}
