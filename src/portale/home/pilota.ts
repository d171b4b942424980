/** Comuni where a resident may ask for a rettifica during the trial of April 2021 (circular 19/2021 of the Ministero
 *  dell'Interno), by ISTAT code. */
export const COMUNI_PILOTA: readonly { istat: string; nome: string }[] = [
  { istat: '110002', nome: 'Barletta' },
  { istat: '016024', nome: 'Bergamo' },
  { istat: '048017', nome: 'Firenze' },
  { istat: '097042', nome: 'Lecco' },
  { istat: '015146', nome: 'Milano' },
  { istat: '100005', nome: 'Prato' },
  { istat: '001272', nome: 'Torino' },
]
