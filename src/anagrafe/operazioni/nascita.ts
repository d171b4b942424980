import { Type as T } from 'typebox'
import type { TipoAtto, TipoCittadinanza, TipoLuogoEvento } from '../../contratto/index.ts'
import { perRicerca } from '../lettere.ts'
import { chiamata, operazione, se } from '../motore/operazione.ts'
import { esistono, GIORNO, gruppoAperto, gruppoDelComune } from './condivisi.ts'
import { chiedi } from './generalita.ts'

const NASCITA = T.Object({
  cognome: T.String({ minLength: 1, maxLength: 100 }),
  nome: T.String({ minLength: 1, maxLength: 100 }),
  sesso: T.Union([T.Literal('M'), T.Literal('F')]),
  dataNascita: GIORNO,
  luogoNascita: T.Unsafe<TipoLuogoEvento>(T.Object({})),
  cittadinanza: T.Unsafe<TipoCittadinanza>(T.Object({})),
  attoNascita: T.Optional(T.Unsafe<TipoAtto>(T.Object({}))),
  padre: T.Optional(T.String()),
  madre: T.Optional(T.String()),
  /** the family that the newborn enters */
  famiglia: T.String(),
  legame: T.Integer(),
})
type Nascita = T.Static<typeof NASCITA>

const genitori = (d: Nascita) => [d.padre, d.madre].filter(id => id !== undefined)

/** 1001: a newborn enters the family of the parents, with its address; the codice fiscale is asked of the Anagrafe
 *  tributaria afterwards. The register does not wait for it. */
const nascita = operazione<Nascita>({
  servizio: '1001',
  nome: 'Iscrizione per nascita',
  forma: NASCITA,
  nomina: d => ({ schede: genitori(d), gruppi: [d.famiglia] }),
  nuove: () => ({ schede: 1 }),
  competenza: () => [],
  evento: 'nascita',
  annulla: { con: '1013' },
  controlli: [
    esistono('genitori', genitori),
    gruppoAperto('famiglia', d => [d.famiglia]),
    gruppoDelComune('famiglia', d => [d.famiglia]),
    {
      codice: 'AN104',
      gravita: 'E',
      campo: 'dataNascita',
      testo: 'La data di nascita @ è successiva alla decorrenza @',
      rimedio: 'Correggi la data di nascita o la decorrenza',
      trova: c => se(c.d.dataNascita > c.decorrenza, c.d.dataNascita, c.decorrenza),
    },
    {
      codice: 'AN105',
      gravita: 'E',
      campo: 'genitori',
      testo: 'Il genitore @ risulta nato il @, dopo il figlio',
      rimedio: 'Controlla quale scheda hai indicato come genitore',
      trova: c =>
        genitori(c.d).flatMap(id => {
          const g = c.b.persona(id)
          return se(g !== undefined && g.nascita >= c.d.dataNascita, chiamata(g, id), g?.nascita ?? '')
        }),
    },
  ],
  chiedeCf: c => c.b.persone().flatMap(s => (c.b.prima('S', s.id) ? [] : chiedi(s))),
  effetti({ d, b, comune, decorrenza }) {
    const g = b.gruppo(d.famiglia)!
    const capo = b.capo(g.id) ?? b.membri(g.id)[0]
    const { residenza, altraLingua } = capo?.dati ?? {}
    b.nuovaScheda({
      registro: g.tipo === 5 ? 'E' : 'R',
      comune_id: comune,
      cognome: d.cognome,
      nome: d.nome,
      cognome_ricerca: perRicerca(d.cognome),
      nome_ricerca: perRicerca(d.nome),
      sesso: d.sesso,
      nascita: d.dataNascita,
      nascita_precisa: 'G',
      gruppo_id: g.id,
      gruppo_tipo: g.tipo,
      legame: d.legame,
      ingresso_dal: d.dataNascita,
      legame_dal: d.dataNascita,
      residenza_dal: d.dataNascita,
      iscritto_dal: d.dataNascita,
      motivo_iscrizione: 1,
      aggiornata_il: decorrenza,
      stato_civile: 1,
      certificabile: 2,
      senza_fissa_dimora: false,
      padre_id: d.padre ?? null,
      madre_id: d.madre ?? null,
      dati: {
        luogoNascita: d.luogoNascita,
        cittadinanza: d.cittadinanza,
        ...(d.attoNascita && { attoNascita: d.attoNascita }),
        ...(residenza && { residenza }),
        ...(altraLingua && { altraLingua }),
      },
    })
  },
})

export const NASCITE = [nascita]
