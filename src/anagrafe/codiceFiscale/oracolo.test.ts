import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { territorioDiBase } from '../territorio/base.ts'
import { indicizza } from '../territorio/territorio.ts'
import { codiceFiscale } from './codiceFiscale.ts'
import { controllaCodiceFiscale } from './controlla.ts'
import { decodifica } from './decodifica.ts'
import type { LuogoNascita } from './luogo.ts'
import { omocodia } from './omocodia.ts'

/** A second codice fiscale, written apart from the first and in another shape: words sorted, tables read backwards,
 *  letters listed one by one. 10,000 invented persons must come out of both alike. */
function secondo(p: Persona): string {
  const tre = (testo: string, nome: boolean) => {
    const lettere = [...testo.toUpperCase()].flatMap(c => [...(ALFABETO.get(c) ?? (/[A-Z]/.test(c) ? c : ''))])
    const vocale = (c: string) => Number('AEIOU'.includes(c))
    const ordinate = lettere.toSorted((a, b) => vocale(a) - vocale(b))
    if (nome && lettere.filter(c => !vocale(c)).length > 3) ordinate.splice(1, 1)
    return [...ordinate, 'X', 'X', 'X'].slice(0, 3).join('')
  }
  const [anno, mese, giorno] = new Date(`${p.data}T12:00:00Z`).toISOString().slice(2, 10).split('-')
  const numero = p.sesso === 'M' ? giorno! : `${Number(giorno![0]) + 4}${giorno![1]}`
  const quindici = `${tre(p.cognome, false)}${tre(p.nome, true)}${anno}${' ABCDEHLMPRST'[Number(mese)]}${numero}${p.luogo}`
  const somma = [...quindici.replace(/\d/g, n => 'ABCDEFGHIJ'[Number(n)]!)].reduce(
    (s, c, i) => s + (i % 2 ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' : 'BAKPLCQDREVOSFTGUHMINJWZYX').indexOf(c),
    0,
  )
  return quindici + String.fromCharCode('A'.charCodeAt(0) + (somma % 26))
}
const ALFABETO = new Map(
  `ÀA ÁA ÂA ÃA ÄAE ÅAA ÆAE ÇC ÈE ÉE ÊE ËE ÌI ÍI ÎI ÏI ÐD ÑN ÒO ÓO ÔO ÕO ÖOE ØOE ÙU ÚU ÛU ÜUE ÝY ÞTH ßSS ĂA ĄA ĆC ČC ĎD
   ĐD ĘE ĚE ĞG İI ŁL ŃN ŇN ŐO ŒOE ŘR ŚS ŞS ŠS ŤT ŮU ŰU ŹZ ŻZ ŽZ ȘS ŌO ỄE ỆE`
    .split(/\s+/)
    .map(v => [v[0]!, v.slice(1)]),
)

interface Persona {
  cognome: string
  nome: string
  sesso: 'M' | 'F'
  data: string
  luogo: string
  nascita: LuogoNascita
  /** For those who look places up by name. */
  nomeLuogo: string
  sigla: string
}

const voci = (s: string) => s.split(',').map(v => v.trim())
const COGNOMI =
  voci(`Rossi, Bo, Fo, Re, Aiuti, Ou, D'Angelo, De la Cruz-Peña, Dell’Orto, Müller, Grüße, Kovačič, Šuštar,
  Łukasik, Sørensen, Ångström, Þórsson, Đorđević, Nuñez, Çelik, Iğdır, Nguyễn, Öz, Ü, Żuk, Ōe, Lo Monaco, Di Stefano, Laganà,
  Calò, Mc Donald, O'Neill, Saint-Aubin, X, Wu, Yi, Hy, Ciò, Østby, Åse, Gößl, Maierà, Scià, Œuvrard, Dvořák, Pașca, Čuk`)
const NOMI =
  voci(`Maria, Gianfranco, Luca, Ai, Io, Bo, Niccolò, Noè, Maria Anna, Anna-Lisa, José, Zoë, Jürgen, Björn, Åse,
  Øyvind, Đurđa, Živa, Łucja, Þóra, Ædan, Eoin, Nguyệt, Li, Xu, Ng, Ùrsula, Ö, Chloé, Françoise, Iñaki, Matthäus, Renež, Tòt,
  Alessandro, Francesca, Eva, Ida, Ugo, Aldo, Ester, Bartolomeo, Guglielmo, Agnès, Šimun, Gülşah, Ayşe, D’Artagnan`)

/** 32 random bits a step (mulberry32): the same 10,000 on every machine. */
function dado(seme: number) {
  let a = seme
  return (n: number) => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % n
  }
}

const OGGI = '2026-01-31'
const giorno = (iso: string) => Date.parse(iso) / 86_400_000
const iso = (g: number) => new Date(g * 86_400_000).toISOString().slice(0, 10)

function* persone(quante: number): Generator<Persona> {
  const d = dado(20_260_131)
  const { periodi, comuni, stati } = territorioDiBase()
  const codici = new Map(comuni.map(c => [c.id, c.codice_catastale]))
  const esteri = stati.filter(s => s.codice_at && s.nascita)
  const nati = periodi.filter(p => codici.get(p.comune) && (p.al ?? OGGI) > '1870-01-02')
  for (let i = 0; i < quante; i++) {
    const estero = d(5) === 0 ? esteri[d(esteri.length)]! : undefined
    const p = nati[d(nati.length)]!
    const dal = [estero?.dal ?? p.dal, '1870-01-01'].sort().at(-1)!
    const al = [(estero ? estero.al : p.al) ?? OGGI, OGGI].sort()[0]!
    const data = iso(giorno(dal) + d(giorno(al) - giorno(dal) + 1))
    yield {
      cognome: COGNOMI[d(COGNOMI.length)]!,
      nome: NOMI[d(NOMI.length)]!,
      sesso: d(2) ? 'M' : 'F',
      data,
      luogo: estero ? estero.codice_at! : codici.get(p.comune)!,
      nascita: estero
        ? { stato: estero.codice_at! }
        : { comune: { codiceIstat: p.codice_istat ?? undefined, nome: p.nome.toUpperCase(), sigla: p.provincia } },
      nomeLuogo: estero ? estero.nome : p.nome,
      sigla: estero ? 'EE' : p.provincia,
    }
  }
}

test('10,000 invented persons have the same codice fiscale by two independent ways, and it is read back and fits them', () => {
  const territorio = indicizza(territorioDiBase(), false)
  const casi = [...persone(10_000)].map(p => ({ ...p, codice: secondo(p) }))
  const diversi = casi.filter(p => codiceFiscale({ ...p, dataNascita: p.data }) !== p.codice)
  expect(diversi).toEqual([])
  casi.forEach((p, i) => {
    const codice = omocodia(p.codice, i % 128)
    expect(decodifica(codice)).toMatchObject({
      sesso: p.sesso,
      anno: p.data.slice(2, 4),
      mese: Number(p.data.slice(5, 7)),
      giorno: Number(p.data.slice(8)),
      luogo: p.luogo,
      omocodia: i % 128,
    })
    const persona = { ...p, dataNascita: p.data, luogo: p.nascita }
    expect(controllaCodiceFiscale(codice, persona, { territorio, oggi: OGGI }), codice).toEqual({
      esito: 'conforme',
      nonConfrontate: [],
    })
  })
  // How docs/decisions/0013-codice-fiscale.md measured the libraries: CF_CASI=/tmp/casi.json npx vitest run oracolo
  if (process.env.CF_CASI) writeFileSync(process.env.CF_CASI, JSON.stringify(casi))
})

test('speed (printed, not judged): checked as subentro sends them', () => {
  const territorio = indicizza(territorioDiBase(), false)
  const casi = [...persone(10_000)].map((p, i) => ({
    codice: omocodia(secondo(p), i % 50 === 0 ? 1 : 0),
    persona: { ...p, dataNascita: p.data, luogo: p.nascita },
  }))
  const misura = (quali: typeof casi) => {
    let conformi = 0
    const inizio = performance.now()
    for (let giro = 0; giro < 5; giro++)
      for (const { codice, persona } of quali)
        if (controllaCodiceFiscale(codice, persona, { territorio, oggi: OGGI }).esito === 'conforme') conformi++
    return [conformi / 5, `${Math.round((5 * quali.length * 1000) / (performance.now() - inizio) / 1000)}k/s`] as const
  }
  const diversi = casi.map((c, i) => ({ ...c, codice: casi[(i + 1) % casi.length]!.codice }))
  misura(casi)
  const [conformi, velocita] = misura(casi)
  console.info(`their own codes ${velocita}; another's, with all that does not fit ${misura(diversi)[1]}`)
  expect(conformi).toBe(10_000)
})
