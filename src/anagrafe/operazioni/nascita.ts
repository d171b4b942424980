import { Type as T } from 'typebox'
import type { TipoAtto, TipoCittadinanza, TipoLuogoEvento } from '../../contratto/index.ts'
import { perRicerca } from '../lettere.ts'
import { type Controllo, chiamata, type Operazione, operazione, se } from '../motore/operazione.ts'
import { esistono, GIORNO, gruppoAperto, gruppoDelComune, ID } from './condivisi.ts'
import { entraIn } from './ingresso.ts'
import { luogoNascita, natoInUnLuogo } from './luoghi.ts'

const NASCITA = T.Object({
  cognome: T.String({ minLength: 1, maxLength: 100 }),
  nome: T.String({ minLength: 1, maxLength: 100 }),
  sesso: T.Union([T.Literal('M'), T.Literal('F')]),
  dataNascita: GIORNO,
  luogoNascita: T.Unsafe<TipoLuogoEvento>(T.Object({})),
  cittadinanza: T.Unsafe<TipoCittadinanza>(T.Object({})),
  attoNascita: T.Optional(T.Unsafe<TipoAtto>(T.Object({}))),
  padre: T.Optional(ID),
  madre: T.Optional(ID),
  /** the family that the newborn enters */
  famiglia: ID,
  legame: T.Integer(),
  /** AIRE: T19, C02 and no other */
  motivo: T.Optional(T.String()),
})
type Nascita = T.Static<typeof NASCITA>

const genitori = (d: Nascita) => [d.padre, d.madre].filter(id => id !== undefined)

/** 1001, A001: a newborn enters the family of the parents, with its address; the codice fiscale is asked of the Anagrafe
 *  tributaria afterwards. The register does not wait for it. */
const iscrizione = (m: {
  servizio: string
  nome: string
  motivo: number
  evento: string
  tipi: readonly (3 | 4 | 5)[]
  altrove: string
  propri?: readonly Controllo<Nascita>[]
}): Operazione =>
  operazione<Nascita>({
    servizio: m.servizio,
    nome: m.nome,
    forma: NASCITA,
    nomina: d => ({ schede: genitori(d), gruppi: [d.famiglia] }),
    nuove: () => ({ schede: 1 }),
    competenza: () => [],
    evento: m.evento,
    annulla: { con: '1013' },
    controlli: [
      esistono('genitori', genitori),
      gruppoAperto('famiglia', d => [d.famiglia]),
      gruppoDelComune('famiglia', d => [d.famiglia]),
      ...entraIn<Nascita>(d => ({ gruppo: d.famiglia, legami: [d.legame] }), m.tipi, m.altrove),
      ...natoInUnLuogo<Nascita>(d => d),
      ...(m.propri ?? []),
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
    effetti({ d, b, comune, decorrenza, territorio }) {
      const { sbagliato: _, ...luogo } = luogoNascita(territorio, d.luogoNascita, d.dataNascita)
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
        ...luogo,
        gruppo_id: g.id,
        gruppo_tipo: g.tipo,
        legame: d.legame,
        ingresso_dal: d.dataNascita,
        legame_dal: d.dataNascita,
        residenza_dal: d.dataNascita,
        iscritto_dal: d.dataNascita,
        motivo_iscrizione: m.motivo,
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

const nascita = iscrizione({
  servizio: '1001',
  nome: 'Iscrizione per nascita',
  motivo: 1,
  evento: 'nascita',
  tipi: [3, 4],
  altrove: "Per una famiglia dell'AIRE usa il servizio A001",
})

/** A001: a child born abroad of somebody in AIRE, who enters that family. */
const nascitaAire = iscrizione({
  servizio: 'A001',
  nome: "Iscrizione all'AIRE per nascita",
  motivo: 2,
  evento: 'nascita AIRE',
  tipi: [5],
  altrove: 'Per una famiglia residente in Italia usa il servizio 1001',
  propri: [
    {
      codice: 'ES071',
      gravita: 'E',
      campo: 'motivoIscrizione',
      testo: 'Il motivo di iscrizione @ non è quello della nascita, C02',
      rimedio: 'Indica C02, o usa il servizio A002',
      trova: c => se(c.d.motivo !== undefined && c.d.motivo !== 'C02', c.d.motivo ?? ''),
    },
    {
      codice: 'EN421',
      gravita: 'E',
      campo: 'cittadinanza',
      testo: "La cittadinanza @ non basta: nell'AIRE sono iscritti i cittadini italiani",
      rimedio: 'Indica la cittadinanza italiana',
      trova: c => se(c.d.cittadinanza.codiceStato !== '100', c.d.cittadinanza.codiceStato ?? ''),
    },
    {
      codice: 'AN111',
      gravita: 'E',
      campo: 'genitori',
      testo: "Nessuno dei genitori indicati è iscritto all'AIRE",
      rimedio: "Indica la scheda del genitore iscritto all'AIRE, o iscrivi il figlio con A002",
      trova: c => se(!genitori(c.d).some(id => c.b.persona(id)?.registro === 'E' && c.b.persona(id)?.stato === 'A')),
    },
  ],
})

export const NASCITE = [nascita, nascitaAire]
