import type { Read } from '../../db/index.ts'

// Until the ministry's table is in (richieste/motivi.ts).
const MOTIVI = [
  { codice: '1', descrizione: 'Non è un errore: è un cambiamento da dichiarare' },
  { codice: '2', descrizione: 'Il dato non è di questo comune' },
  { codice: '3', descrizione: 'Va corretto prima l’atto di stato civile' },
  { codice: '4', descrizione: 'Richiesta già presentata' },
  { codice: '5', descrizione: 'Documenti mancanti' },
]
export const motiviIrricevibilita = async (_read: Read) => MOTIVI
