import { Type as T } from 'typebox'
import type { TipoGenitore } from '../../contratto/index.ts'
import { chiamata, se } from '../motore/operazione.ts'
import { GENERALITA_ALTRUI, ID } from './forme.ts'
import { riga } from './riga.ts'
import { generalita } from './vincoli.ts'

/** The parent by id, or as the acts name her. */
const GENITORE = T.Object({
  id: T.Optional(ID),
  generalita: T.Optional(GENERALITA_ALTRUI),
})
type Genitore = T.Static<typeof GENITORE>
/** A row of `righePersona.ts` for each of the two. */
export const genitore = (o: {
  tipo: string
  chi: string
  di: string
  manca: string
  sesso: string
  colonna: 'padre_id' | 'madre_id'
  dato: 'paternita' | 'maternita'
}) =>
  riga<Genitore>({
    tipo: o.tipo,
    nome: `Variazione della ${o.dato === 'paternita' ? 'paternità' : 'maternità'}`,
    campo: o.dato,
    luoghi: 'altrui',
    forma: GENITORE,
    nomina: v => (v.id === undefined ? [] : [v.id]),
    regole: [
      {
        codice: o.manca,
        testo: `Dati ${o.di} non presenti`,
        rimedio: `Indica la scheda ${o.di}, o almeno cognome o nome`,
        trova: v => se(v.id === undefined && !v.generalita?.cognome && !v.generalita?.nome),
      },
      {
        codice: 'EN122',
        testo: 'La scheda @ non esiste in ANPR',
        rimedio: `Controlla l'identificativo, o indica le generalità ${o.di}`,
        trova: (v, _, c) => se(v.id !== undefined && (c.b.persona(v.id)?.stato ?? 'X') === 'X', v.id ?? ''),
      },
      {
        codice: 'AN105',
        testo: 'Il genitore @ risulta nato il @, dopo il figlio',
        rimedio: 'Controlla chi hai indicato come genitore',
        trova: (v, s, c) => {
          const g = v.id === undefined ? undefined : c.b.persona(v.id)
          const nato = g?.nascita ?? v.generalita?.dataNascita
          return se(
            nato !== undefined && nato >= s.nascita,
            g ? chiamata(g, g.id) : (v.generalita?.cognome ?? ''),
            nato ?? '',
          )
        },
      },
      {
        codice: 'AN151',
        gravita: 'W',
        testo: `Il sesso di @ non è quello ${o.di}`,
        rimedio: 'Controlla chi hai indicato come genitore',
        trova: (v, _, c) => {
          const g = v.id === undefined ? undefined : c.b.persona(v.id)
          return se(g !== undefined && g.sesso !== o.sesso && g.sesso !== 'N', chiamata(g, v.id ?? ''))
        },
      },
    ],
    pieno: s => s[o.colonna] !== null || s.dati[o.dato] !== undefined,
    metti(s, v, c) {
      s[o.colonna] = v.id ?? null
      const sue: TipoGenitore = { generalita: v.id ? generalita(c.b.persona(v.id)!) : v.generalita! }
      s.dati[o.dato] = sue
    },
  })
