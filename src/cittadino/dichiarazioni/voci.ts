import type { TipoAtto, TipoAttoANPR } from '../../contratto/index.ts'
import type { Testi } from '../../ui/index.ts'
import { comuneDi, giornoDi, inRiga, type Lettura, leggibile, luogoDi, testoDi } from '../../visura/index.ts'
import type { Mia } from '../mia.ts'

export type IdVoce = keyof Testi['dichiarazioni']['voci']
export type Gruppo = keyof Testi['dichiarazioni']['gruppi']

/** Something that may be declared in the place of a certificate: letters of D.P.R. 445/2000 art. 46 c. 1 that the register
 *  knows (CITTADINO.md 2.2). */
export interface Voce {
  readonly id: IdVoce
  readonly gruppo: Gruppo
  /** the letter of art. 46 */
  readonly lettera: string
  /** the family's members stand in a table below, with or without their ties */
  readonly membri?: 'senza legami' | 'con legami'
  /** the sentence; nothing where the register does not have it */
  frase(m: Mia, l: Lettura, oggi: string): string | undefined
}

export const sessoDi = (m: Mia): 'M' | 'F' | 'N' =>
  m.scheda.sesso === 'M' || m.scheda.sesso === 'F' ? m.scheda.sesso : 'N'
const foglio = (l: Lettura) => l.testi.dichiarazioni.foglio

/** `il 14 maggio 1979`, `nel 1979, giorno e mese non noti`. */
export const natoQuando = (m: Mia, l: Lettura): string | undefined => {
  const g = giornoDi(l, m.scheda.nascita, m.scheda.nascita_precisa)
  return g?.il === undefined ? undefined : foglio(l).nascitaDi[m.scheda.nascita_precisa](g.testo)
}
const comune = (m: Mia, l: Lettura) => l.testi.visura.valori.comune(m.scheda.comune, m.scheda.provincia)

function residenza(m: Mia, l: Lettura): string | undefined {
  const t = foglio(l).voci
  const { scheda } = m
  const dove = inRiga(l, scheda.indirizzo)?.testo
  if (scheda.senza_fissa_dimora) return t.senzaDimora(sessoDi(m), comune(m, l))
  if (dove === undefined) return undefined
  if (scheda.registro === 'E') return t.aire(sessoDi(m), comune(m, l), dove)
  return t.residenza(dove, giornoDi(l, scheda.residenza_dal)?.testo)
}

/** The particulars of an act, as one asks for a copy of it. */
function atto(
  che: keyof Testi['dichiarazioni']['foglio']['atti'],
  l: Lettura,
  a: TipoAtto | undefined,
  anpr: TipoAttoANPR | undefined,
): string | undefined {
  const t = foglio(l)
  const suo = a ?? anpr?.atto
  const ansc = anpr?.attoANSC
  const numero = suo?.numeroAtto ?? ansc?.numeroComunale
  const anno = suo?.anno ?? ansc?.anno
  const dove = comuneDi(l, suo?.comuneRegistrazione ?? ansc?.comuneRegistrazione)?.testo
  if (!numero || !anno || !dove) return undefined
  const estremi = [
    t.comuneDi(dove),
    t.estremi.anno(anno),
    suo && t.estremi.parte(suo.parte),
    suo?.serie && t.estremi.serie(suo.serie),
    t.estremi.numero(numero),
  ].filter(p => p)
  return t.voci.atto(t.atti[che], estremi.join(', '))
}

function famiglia(m: Mia, l: Lettura): string | undefined {
  const t = foglio(l).voci
  if (m.scheda.gruppo_tipo === 4) return t.convivenza(m.scheda.denominazione ?? comune(m, l))
  return m.scheda.gruppo_tipo === null ? undefined : t.famiglia
}

/** In the order in which the sheet has them. */
export const VOCI: readonly Voce[] = [
  {
    id: 'nascita',
    gruppo: 'persona',
    lettera: 'a',
    frase: (m, l) => {
      const [quando, dove] = [natoQuando(m, l), luogoDi(l, m.scheda.dati.luogoNascita)?.testo]
      return quando && dove ? foglio(l).voci.nascita(sessoDi(m), quando, dove) : undefined
    },
  },
  { id: 'residenza', gruppo: 'persona', lettera: 'b', frase: residenza },
  {
    id: 'cittadinanza',
    gruppo: 'persona',
    lettera: 'c',
    frase: ({ scheda: { dati } }, l) => {
      const stati = [dati.cittadinanza, ...(dati.altraCittadinanza ?? [])].flatMap(c => c?.descrizioneStato ?? [])
      return stati.length > 0 ? foglio(l).voci.cittadinanza(stati) : undefined
    },
  },
  {
    id: 'codice_fiscale',
    gruppo: 'persona',
    lettera: 'q',
    frase: (m, l) => foglio(l).voci.codiceFiscale(m.scheda.codice_fiscale ?? ''),
  },
  { id: 'esistenza', gruppo: 'persona', lettera: 'g', frase: (_m, l) => foglio(l).voci.esistenza },
  {
    id: 'stato_civile',
    gruppo: 'famiglia',
    lettera: 'e',
    frase: (m, l) => {
      const detto = foglio(l).statoCivile[m.scheda.stato_civile ?? 0]
      return detto && foglio(l).voci.statoCivile(detto(sessoDi(m)))
    },
  },
  {
    id: 'stato_libero',
    gruppo: 'famiglia',
    lettera: 'e',
    frase: (m, l, oggi) =>
      m.scheda.stato_civile !== null && l.codici.vale('statoCivile', m.scheda.stato_civile, 'statoLibero', oggi)
        ? foglio(l).voci.statoLibero
        : undefined,
  },
  { id: 'famiglia', gruppo: 'famiglia', lettera: 'f', membri: 'senza legami', frase: famiglia },
  {
    id: 'legami',
    gruppo: 'famiglia',
    lettera: 'f',
    membri: 'con legami',
    frase: (m, l) => (m.scheda.gruppo_tipo === 4 ? undefined : famiglia(m, l)),
  },
  {
    id: 'atto_nascita',
    gruppo: 'altro',
    lettera: 'dd',
    frase: ({ scheda: { dati } }, l) => atto('nascita', l, dati.attoNascita, dati.attoNascitaANPR),
  },
  {
    id: 'atto_matrimonio',
    gruppo: 'altro',
    lettera: 'dd',
    frase: ({ scheda: { dati } }, l) =>
      atto(
        'matrimonio',
        l,
        dati.matrimonio?.datiMatrimonio?.attoEvento,
        dati.matrimonio?.datiMatrimonio?.attoEventoANPR,
      ),
  },
  {
    id: 'atto_unione',
    gruppo: 'altro',
    lettera: 'dd',
    frase: ({ scheda: { dati } }, l) =>
      atto('unione', l, dati.unioneCivile?.attoUnione?.attoEvento, dati.unioneCivile?.attoUnione?.attoEventoANPR),
  },
  {
    id: 'atto_morte',
    gruppo: 'altro',
    lettera: 'dd',
    frase: ({ scheda: { dati } }, l) =>
      atto('morte', l, dati.vedovanza?.datiMorteconiuge.attoEvento, dati.vedovanza?.datiMorteconiuge.attoEventoANPR),
  },
  {
    id: 'carta',
    gruppo: 'altro',
    lettera: '',
    frase: ({ scheda: { dati } }, l) => {
      const c = dati.cartaIdentita
      const comuneRilascio = comuneDi(l, c?.comuneRilascio)?.testo
      const da = comuneRilascio ? foglio(l).comuneDi(comuneRilascio) : c?.consolatoRilascio?.descrizioneConsolato
      if (!c || !da || c.dataAnnullamento) return undefined
      const [il, scade] = [giornoDi(l, c.dataRilascio)?.testo ?? '', giornoDi(l, c.dataScadenza)?.testo]
      return foglio(l).voci.carta({ numero: c.numero, da, il, scade })
    },
  },
  { id: 'diritti', gruppo: 'altro', lettera: 'd', frase: (_m, l) => foglio(l).voci.diritti },
]

/** What was ticked and can be declared; ties say all that the family without them says. */
export function scelte(m: Mia, l: Lettura, oggi: string, spuntate: (id: IdVoce) => boolean) {
  const prese = VOCI.flatMap(voce => {
    const frase = spuntate(voce.id) ? voce.frase(m, l, oggi) : undefined
    return frase === undefined ? [] : [{ voce, frase: leggibile(frase) }]
  })
  return prese.filter(p => p.voce.id !== 'famiglia' || !prese.some(x => x.voce.id === 'legami'))
}
export type Scelte = ReturnType<typeof scelte>

/** Who declares, as the sheet begins. */
export function chiDichiara(m: Mia, l: Lettura): string {
  const t = l.testi.visura.valori
  const { scheda } = m
  return foglio(l).chi({
    sesso: sessoDi(m),
    nome: testoDi([scheda.nome, scheda.cognome].filter(p => p).join(' '))?.testo ?? '',
    nascita: natoQuando(m, l) ?? t.nonNota,
    luogo: luogoDi(l, scheda.dati.luogoNascita)?.testo ?? t.nonRisulta,
    residenza: inRiga(l, scheda.indirizzo)?.testo ?? comune(m, l),
    codiceFiscale: scheda.codice_fiscale ?? '',
  })
}
