import type { Rilievo } from './controlli.ts'
import type { File, Invio } from './lettura.ts'
import { BYTE_MASSIMI } from './nomeFile.ts'
import { quadraFornitura, quadraInvio } from './totali.ts'

/** Before reading: sizes, and whether these files are one fornitura, whole. */
export function controllaFile(file: readonly File[]): Rilievo[] {
  const rilievi: Rilievo[] = file
    .filter(f => /\.gz$/i.test(f.nome) && f.byte > BYTE_MASSIMI)
    .map(f => ({ codice: 'EN002', file: f.nome, valori: [String(f.byte), String(BYTE_MASSIMI)] }))
  const detti = file.flatMap(f => f.detto ?? [])
  const primo = detti[0]
  if (!primo) return rilievi
  for (const d of detti) if (d.istat !== primo.istat) rilievi.push({ codice: 'EN039', valori: [d.istat, primo.istat] })
  const progressivi = new Set(
    detti.filter(d => d.versione === primo.versione && d.totale === primo.totale).map(d => d.progressivo),
  )
  if (progressivi.size !== primo.totale || detti.length !== primo.totale || detti.length !== file.length)
    rilievi.push({ codice: 'AN007', valori: [[...progressivi].sort((a, b) => a - b).join(', '), String(primo.totale)] })
  return rilievi
}

/** After reading: headers against names, files and each other. */
export function controllaTestate(invii: readonly Invio[]): Rilievo[] {
  const primo = invii[0]?.fornitura
  if (!primo) return []
  const rilievi: Rilievo[] = []
  const codici = [...new Set(invii.flatMap(i => [...i.istat]))]
  const detto = invii[0]?.file.detto?.istat ?? codici[0]
  const altrui = codici.find(c => c !== detto)
  if (detto && altrui) rilievi.push({ codice: 'EN039', valori: [altrui, detto] })
  for (const { file, fornitura, invio, contatori } of invii) {
    if (JSON.stringify(fornitura) !== JSON.stringify(primo))
      rilievi.push({ codice: 'AN006', file: file.nome, valori: [] })
    if (Number(primo.totaleInvii) > 1 && !invio)
      rilievi.push({ codice: 'EN031', file: file.nome, valori: [primo.totaleInvii] })
    if (file.detto && file.detto.totale !== Number(primo.totaleInvii))
      rilievi.push({ codice: 'EN038', file: file.nome, valori: [String(file.detto.totale), primo.totaleInvii] })
    if (invio) rilievi.push(...quadraInvio(invio, contatori, file.nome))
  }
  if (Number(primo.totaleInvii) === invii.length)
    rilievi.push(
      ...quadraFornitura(
        primo,
        invii.map(i => i.contatori),
      ),
    )
  else if (invii.every(i => !i.file.detto))
    rilievi.push({ codice: 'AN007', valori: [String(invii.length), primo.totaleInvii] })
  return rilievi
}
