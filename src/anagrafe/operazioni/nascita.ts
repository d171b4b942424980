import { Type as T } from 'typebox'
import { type Contesto, type Controllo, chiamata, type Operazione, operazione, se } from '../motore/operazione.ts'
import { attoTra } from './atti.ts'
import { cittadinanzeBuone } from './cittadinanza.ts'
import { chiedi, GESTIONE_CF, gestione } from './codiceFiscale.ts'
import { coerenti } from './coerenza.ts'
import { esistono, gruppoAperto, gruppoDelComune, nonDopo } from './condivisi.ts'
import { ATTO, CITTADINANZA, CODICE, GENERALITA_ALTRUI, ID } from './forme.ts'
import { diChiEntra, ID_SOGGETTO } from './idComune.ts'
import { CHI, entra, entraIn, generalitaDi, haUnNome, identita, natoInUnLuogo, nonGiaNato } from './ingresso.ts'

const GENITORE = T.Optional(GENERALITA_ALTRUI)
const { codiceFiscale: _, ...GENERALITA } = CHI
const NASCITA = T.Object({
  ...GENERALITA,
  cittadinanza: CITTADINANZA,
  attoNascita: T.Optional(ATTO),
  /** their schede, where ANPR has them */
  padre: T.Optional(ID),
  madre: T.Optional(ID),
  /** else who they are */
  paternita: GENITORE,
  maternita: GENITORE,
  /** whose child: 1 of both, 2 of the father, 3 of the mother, 4 of unknown parents */
  filiazione: T.Optional(CODICE),
  /** whose surname: 1 the father's, 2 the mother's, 3 both, 4 another */
  origineCognome: T.Optional(CODICE),
  /** which family: 1 of both parents, 2 the father's, 3 the mother's, 4 a convivenza, 5 another */
  attribuzione: T.Optional(CODICE),
  /** the family or convivenza that the newborn enters; left out: that of the parents, by `attribuzione` */
  famiglia: T.Optional(ID),
  legame: CODICE,
  ...ID_SOGGETTO,
  gestioneCF: GESTIONE_CF,
  /** AIRE: T19, C02 and no other */
  motivo: T.Optional(T.String()),
})
type Nascita = T.Static<typeof NASCITA>

const genitori = (d: Nascita) => [d.padre, d.madre].filter(id => id !== undefined)
const famiglia = (d: Nascita, c: Contesto<Nascita>): string | undefined => {
  if (d.famiglia !== undefined) return d.famiglia
  const sue = DI_CHI[d.attribuzione ?? 1]?.flatMap(k => (d[k] && c.b.persona(d[k])?.gruppo_id) ?? []) ?? []
  return new Set(sue).size === 1 ? sue[0] : undefined
}
const DI_CHI: Readonly<Record<number, readonly ('padre' | 'madre')[]>> = {
  1: ['padre', 'madre'],
  2: ['padre'],
  3: ['madre'],
}

/** What two answers of the request ask of a parent: his data must be there. */
const vuole = (
  codice: string,
  campo: 'paternita' | 'maternita',
  di: 'filiazione' | 'attribuzione',
  valori: readonly number[],
): Controllo<Nascita> => ({
  codice,
  gravita: 'E',
  campo,
  testo: `Con ${di === 'filiazione' ? 'filiazione' : 'attribuzione della famiglia'} @ mancano i dati ${campo === 'paternita' ? 'del padre' : 'della madre'}`,
  rimedio: `Indica la scheda ${campo === 'paternita' ? 'del padre' : 'della madre'}, o le sue generalità`,
  trova: ({ d }) => {
    const c_è = campo === 'paternita' ? (d.padre ?? d.paternita) : (d.madre ?? d.maternita)
    return se(d[di] !== undefined && valori.includes(d[di]) && c_è === undefined, String(d[di]))
  },
})
const ammesso = (
  codice: string,
  campo: 'filiazione' | 'origineCognome' | 'attribuzione',
  fino: number,
): Controllo<Nascita> => ({
  codice,
  gravita: 'E',
  campo,
  testo: `Il codice @ (${campo}) non è valido`,
  rimedio: `Indica un codice da 1 a ${fino}`,
  trova: ({ d }) => se(d[campo] !== undefined && (d[campo] < 1 || d[campo] > fino), String(d[campo])),
})
const delNato: readonly Controllo<Nascita>[] = [
  ammesso('EF014', 'attribuzione', 5),
  ammesso('ES035', 'filiazione', 4),
  ammesso('ES039', 'origineCognome', 4),
  vuole('ES036', 'paternita', 'filiazione', [1, 2]),
  vuole('ES037', 'maternita', 'filiazione', [1, 3]),
  vuole('ES042', 'paternita', 'attribuzione', [1, 2]),
  vuole('ES043', 'maternita', 'attribuzione', [1, 3]),
  {
    codice: 'ES044',
    gravita: 'E',
    campo: 'genitori',
    testo: 'Del genitore non sono indicati né il cognome né il nome',
    rimedio: 'Indica almeno uno dei due, o la sua scheda',
    trova: ({ d }) => [d.paternita, d.maternita].flatMap(g => se(g !== undefined && !g.cognome && !g.nome)),
  },
  {
    codice: 'EF030',
    gravita: 'E',
    campo: 'famiglia',
    testo: 'Non è indicata la famiglia o convivenza in cui entra il nato, e non è @',
    rimedio: 'Indica l’identificativo della famiglia o convivenza',
    trova: c => {
      const a = c.d.attribuzione ?? 1
      return se(
        famiglia(c.d, c) === undefined,
        a > 3 ? 'quella dei genitori' : genitori(c.d).length === 0 ? 'nota senza genitori' : 'una sola per i genitori',
      )
    },
  },
  ...attoTra<Nascita>('ES013', 'attoNascita', d => ({ atto: d.attoNascita, evento: d.dataNascita })),
]

const sua = (d: Nascita, c: Contesto<Nascita>) => [famiglia(d, c)].filter(id => id !== undefined)
/** No family: for whoever asks, one that is not new. */
const IGNOTA = '0'

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
    nomina: d => ({ schede: genitori(d), gruppi: d.famiglia === undefined ? [] : [d.famiglia] }),
    nuove: () => ({ schede: 1 }),
    cerca: d => ({ persona: identita(d) }),
    idComune: diChiEntra,
    competenza: () => [],
    evento: m.evento,
    annulla: { con: '1013' },
    chiedeCf: c => c.b.persone().flatMap(s => (c.b.prima('S', s.id) ? [] : chiedi(s, c.d.gestioneCF))),
    controlli: [
      { ...esistono<Nascita>('padre', d => (d.padre ? [d.padre] : [])), codice: 'EN142' },
      { ...esistono<Nascita>('madre', d => (d.madre ? [d.madre] : [])), codice: 'EN143' },
      gruppoAperto('famiglia', sua),
      gruppoDelComune('famiglia', sua),
      ...entraIn<Nascita>(
        (d, c) => ({ gruppo: famiglia(d, c) ?? d.famiglia ?? IGNOTA, legami: [d.legame] }),
        m.tipi,
        m.altrove,
      ).filter(k => k.codice !== 'EF021'),
      haUnNome(),
      nonGiaNato(),
      ...natoInUnLuogo<Nascita>(),
      ...delNato,
      ...cittadinanzeBuone<Nascita>('cittadinanza', d => ({
        cittadinanze: [d.cittadinanza],
        nascita: d.dataNascita,
      })).filter(k => k.codice !== 'AN152'),
      ...coerenti<Nascita>(['attoNascita', 'paternita', 'maternita']),
      ...gestione<Nascita>(
        ({ d }) => ({ chi: d.nome ?? d.cognome ?? '', codice: undefined, validato: false }),
        'EN147',
      ).filter(k => k.codice === 'EN147'),
      ...(m.propri ?? []),
      nonDopo('dataNascita', d => d.dataNascita),
      {
        codice: 'AN105',
        gravita: 'E',
        campo: 'genitori',
        testo: 'Il genitore @ risulta nato il @, dopo il figlio',
        rimedio: 'Controlla quale scheda hai indicato come genitore',
        trova: c =>
          [
            ...genitori(c.d).map(id => ({ chi: chiamata(c.b.persona(id), id), nato: c.b.persona(id)?.nascita })),
            ...[c.d.paternita, c.d.maternita].map(g => ({ chi: g?.cognome ?? g?.nome ?? '', nato: g?.dataNascita })),
          ].flatMap(({ chi, nato }) => se(nato !== undefined && nato >= c.d.dataNascita, chi, nato ?? '')),
      },
    ],
    effetti(c) {
      const { d, b, comune, decorrenza } = c
      const g = b.gruppo(famiglia(d, c)!)!
      const capo = b.capo(g.id) ?? b.membri(g.id)[0]
      const { altraLingua } = capo?.dati ?? {}
      const residenza = capo?.dati.residenza ?? g.dati?.residenza
      const s = b.nuovaScheda({
        ...generalitaDi(c),
        registro: g.tipo === 5 ? 'E' : 'R',
        comune_id: comune,
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
          ...(d.paternita && !d.padre && { paternita: { generalita: d.paternita } }),
          ...(d.maternita && !d.madre && { maternita: { generalita: d.maternita } }),
          ...(residenza && { residenza }),
          ...(altraLingua && { altraLingua }),
        },
      })
      entra(s, g, d.legame, d.dataNascita)
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
