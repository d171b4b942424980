import { createReadStream } from 'node:fs'
import { Type as T } from 'typebox'
import { chiaveDelNome, nomeCompleto, type Pezzi, type Territorio } from '../anagrafe/index.ts'
import { row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import { aggiornaCammino, CAMMINO, type Cammino } from './cammino.query.ts'
import {
  ErrorePiano,
  finestraStorta,
  type GuastoPiano,
  leggiPiano,
  type RegolaPiano,
  type RigaPiano,
} from './camminoFile.ts'

/** A row that is well written but cannot be right, or does not do what it seems to; `tenuta`: taken all the same.
 *  `nome`: the code is another comune's than the name; `codici`: the two codes are of two comuni; `non esisteva`: not on
 *  that day; `cessato dopo`: it was a comune on that day and is none today; `senza fornitura`: it is not in this register,
 *  so that the portal cannot call it in. */
export interface NotaPiano {
  riga: number
  codice: string
  nome: string
  che: 'nome' | 'codici' | 'non esisteva' | 'cessato dopo' | 'senza fornitura'
  tenuta: boolean
}

export interface EsitoPiano {
  righe: number
  /** Comuni whose road is another now, and those of which the file told what was known. */
  cambiati: number
  uguali: number
  note: NotaPiano[]
}

const CON_FORNITURA = row(T.Object({ comune_id: T.Integer() }))

/** Takes what a plan file tells of the road of comuni; empty cells leave what was known. To be called as `anpr_job`.
 *  @param o.oggi AAAA-MM-GG; `adesso`: ISO 8601, as of when it is known: a snapshot counts what was known at its midnight
 *  @throws ErrorePiano with all faults, before anything is written */
export async function importaPiano(
  tx: Tx,
  sorgente: string | Pezzi,
  o: { territorio: Territorio; oggi: string; adesso: string },
): Promise<EsitoPiano> {
  const { righe, guasti } = await leggiPiano(
    typeof sorgente === 'string' ? createReadStream(sorgente) : sorgente,
    o.oggi,
  )
  const noti = new Map(
    (
      await tx.rows(
        CAMMINO,
        sql`
    select distinct on (comune_id) comune_id, censimento, carte_spedite, carte_ritirate, abilitato, presubentro, prima, ultima,
           preferita, subentrato, residenti, aire
      from comune_cammino order by comune_id, id desc`,
      )
    ).map(c => [c.comune_id, c]),
  )
  const fornite = new Set(
    (
      await tx.rows(
        CON_FORNITURA,
        sql`
    select comune_id from fornitura where stato = 'conclusa' and not prova`,
      )
    ).map(f => f.comune_id),
  )
  const cerca = cercatore(o.territorio)
  const note: NotaPiano[] = []
  const novita = new Map<number, { riga: number; dati: RigaPiano['dati'] }>()
  for (const r of righe) {
    const trovato = cerca(r, r.dati.subentrato ?? o.oggi, o.oggi)
    if ('regola' in trovato) {
      guasti.push({ riga: r.riga, ...trovato })
      continue
    }
    const nota = (che: NotaPiano['che'], tenuta: boolean) =>
      note.push({ riga: r.riga, codice: r.istat ?? r.catastale ?? '', nome: r.nome ?? trovato.nome, che, tenuta })
    if (trovato.dubbio) nota(trovato.dubbio, trovato.dubbio === 'cessato dopo')
    if (trovato.dubbio && trovato.dubbio !== 'cessato dopo') continue
    if (novita.has(trovato.id))
      guasti.push({
        riga: r.riga,
        colonna: null,
        regola: 'comune ripetuto',
        valore: `riga ${novita.get(trovato.id)!.riga}`,
      })
    const storta = finestraStorta({ ...noti.get(trovato.id), ...r.dati })
    if (storta) guasti.push({ riga: r.riga, ...storta })
    if (r.dati.subentrato && !fornite.has(trovato.id)) nota('senza fornitura', true)
    novita.set(trovato.id, { riga: r.riga, dati: r.dati })
  }
  if (guasti.length > 0) throw new ErrorePiano(guasti.sort((a, b) => a.riga - b.riga))
  const nuove = [...novita].filter(([id, { dati }]) => dice(dati, noti.get(id)))
  await aggiornaCammino(
    tx,
    nuove.map(([comune_id, { dati }]) => ({ comune_id, ...dati })),
    'import piano',
    o.adesso,
  )
  return { righe: righe.length, cambiati: nuove.length, uguali: novita.size - nuove.length, note }
}

/** Does it tell anything that was not known? */
const dice = (dati: RigaPiano['dati'], noto: Cammino | undefined) =>
  Object.entries(dati).some(([campo, valore]) => noto?.[campo as keyof Cammino] !== valore)

type Cercato = { id: number; nome: string; dubbio: NotaPiano['che'] | undefined } | Omit<GuastoPiano, 'riga'>

/** Finds the comune of a row, by cadastral code where it has one, and judges whether the row can be right on that day. */
function cercatore(t: Territorio): (r: RigaPiano, il: string, oggi: string) => Cercato {
  const perCatastale = new Map(t.dati.comuni.map(c => [c.codice_catastale, c.id]))
  return (r, il, oggi) => {
    const conIstat = r.istat ? [...new Set(t.comuneQuandoCheSia({ codiceIstat: r.istat }).map(p => p.comune))] : []
    const id = r.catastale ? perCatastale.get(r.catastale) : daIstat(t, r.istat!, il, conIstat)
    const sconosciuto = (regola: RegolaPiano) => ({
      colonna: r.catastale ? 'CODCATASTALE' : 'CODISTAT',
      regola,
      valore: r.catastale ?? r.istat ?? '',
    })
    if (id === undefined) return sconosciuto(conIstat.length > 1 ? 'codice di più comuni' : 'codice sconosciuto')
    const { periodi } = t.comunePerId(id)!
    const nome = periodi.at(-1)?.nome ?? ''
    const suo = (p: (typeof periodi)[number]) =>
      [p.nome, p.nome_traslitterato, p.altro_nome ?? p.nome, nomeCompleto(p)].some(
        n => chiaveDelNome(n) === chiaveDelNome(r.nome ?? nome),
      )
    const vive = (g: string) => periodi.some(p => p.dal <= g && (p.al === null || p.al >= g))
    const dubbi: readonly (readonly [NotaPiano['che'], boolean])[] = [
      ['codici', r.catastale !== undefined && conIstat.length > 0 && !conIstat.includes(id)],
      ['nome', !periodi.some(suo)],
      ['non esisteva', !vive(il)],
      ['cessato dopo', !vive(oggi)],
    ]
    return { id, nome, dubbio: dubbi.find(([, vero]) => vero)?.[0] }
  }
}

/** By ISTAT code alone: who bore it on that day, else the only one who ever did. */
function daIstat(t: Territorio, istat: string, il: string, conIstat: readonly number[]): number | undefined {
  const allora = t.comune({ codiceIstat: istat }, il)
  return typeof allora === 'object' ? allora.comune : conIstat.length === 1 ? conIstat[0] : undefined
}
