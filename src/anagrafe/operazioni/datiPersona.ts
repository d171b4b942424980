import { Type as T } from 'typebox'
import { type Contesto, type Controllo, chiamata, type Operazione, operazione, se } from '../motore/operazione.ts'
import { coerenti, suaNascita } from './coerenza.ts'
import { attivi, certificabile, esistono } from './condivisi.ts'
import { CODICE, ID } from './forme.ts'
import type { Riga } from './riga.ts'
import { RIGHE } from './righePersona.ts'

/** The declarations made from the rows of `righePersona.ts`, and the completion, which fills with them what is missing. */

type Corpo = { soggetto: string } & Record<string, unknown>
const controlliDi = (r: Riga<unknown>, valore: (d: Corpo) => unknown): Controllo<Corpo>[] =>
  r.regole.map(k => ({
    codice: k.codice,
    gravita: k.gravita ?? 'E',
    campo: k.campo ? `${r.campo}.${k.campo}` : r.campo,
    testo: k.testo,
    rimedio: k.rimedio,
    trova: c => {
      const [v, s] = [valore(c.d), c.b.persona(c.d.soggetto)]
      return v === undefined || !s ? [] : k.trova(v, s, c as Contesto<unknown>)
    },
  }))

const sostituzione = (r: Riga<unknown>): Operazione =>
  operazione<Corpo>({
    servizio: `5008/${r.tipo}`,
    nome: r.nome,
    forma: T.Object({ soggetto: ID, [r.campo]: r.forma }),
    nomina: d => ({ schede: [d.soggetto, ...(r.nomina?.(d[r.campo]) ?? [])] }),
    competenza: d => [d.soggetto],
    evento: `5008/${r.tipo}`,
    annulla: { con: '5012' },
    controlli: [
      esistono('soggetto', d => [d.soggetto]),
      attivi('soggetto', d => [d.soggetto]),
      ...controlliDi(r, d => d[r.campo]),
      ...(r.luoghi ? coerenti<Corpo>([r.campo], r.luoghi === 'suoi' ? suaNascita : undefined) : []),
    ],
    effetti: c => r.metti(c.b.persona(c.d.soggetto)!, c.d[r.campo], c as Contesto<unknown>),
  })

/** 5008/20: what the iscrizione left out is filled in; nothing that is there changes. It completes the version of the
 *  iscrizione: the data count as if they had come with it (EN358). */
const completamento = operazione<Corpo>({
  servizio: '5008/20',
  nome: "Completamento dei dati dell'iscrizione",
  forma: T.Object({
    soggetto: ID,
    ...Object.fromEntries(RIGHE.map(r => [r.campo, T.Optional(r.forma)])),
    soggettoCertificabile: T.Optional(CODICE),
  }),
  nomina: d => ({
    schede: [d.soggetto, ...RIGHE.flatMap(r => (d[r.campo] === undefined ? [] : (r.nomina?.(d[r.campo]) ?? [])))],
  }),
  competenza: d => [d.soggetto],
  evento: 'completamento',
  tempo: 'sul posto',
  annulla: { con: '5012' },
  controlli: [
    esistono('soggetto', d => [d.soggetto]),
    attivi('soggetto', d => [d.soggetto]),
    {
      codice: 'EN357',
      gravita: 'E',
      campo: 'soggetto',
      testo: "Dopo l'iscrizione sono già state registrate altre mutazioni dei dati di @",
      rimedio: 'Registra i dati mancanti con la mutazione di ciascuno (5008)',
      trova: c => {
        const s = c.b.persona(c.d.soggetto)
        const dopo = Object.values(s?.teste ?? {}).some(
          ([op, , decorrenza]) => op !== s?.op_base && decorrenza > (s?.base_dal ?? ''),
        )
        return se(dopo, chiamata(s, c.d.soggetto))
      },
    },
    {
      codice: 'EN358',
      gravita: 'E',
      campo: 'dataDecorrenza',
      testo: "La decorrenza @ del completamento deve essere quella dell'iscrizione, @",
      rimedio: "Indica la data dell'iscrizione",
      trova: c => {
        const s = c.b.persona(c.d.soggetto)
        return se(s !== undefined && c.decorrenza !== s.base_dal, c.decorrenza, s?.base_dal ?? '')
      },
    },
    {
      codice: 'AN155',
      gravita: 'E',
      campo: 'dati',
      testo: 'Il completamento aggiunge e non cambia: «@» è già registrato',
      rimedio: 'Per cambiare un dato registrato usa la sua mutazione (5008)',
      trova: c => {
        const s = c.b.persona(c.d.soggetto)
        return RIGHE.flatMap(r => se(s !== undefined && c.d[r.campo] !== undefined && r.pieno(s), r.campo))
      },
    },
    ...RIGHE.flatMap(r => controlliDi(r, d => d[r.campo])),
    ...coerenti<Corpo>(
      RIGHE.filter(r => r.luoghi).map(r => r.campo),
      suaNascita,
    ),
    certificabile(d => d.soggettoCertificabile as number | undefined),
  ],
  effetti(c) {
    const s = c.b.persona(c.d.soggetto)!
    for (const r of RIGHE) if (c.d[r.campo] !== undefined) r.metti(s, c.d[r.campo], c as Contesto<unknown>)
    if (typeof c.d.soggettoCertificabile === 'number') s.certificabile = c.d.soggettoCertificabile
  },
})

export const DATI_PERSONA = [...RIGHE.map(sostituzione), completamento]
