type Segno = readonly [nome: string, segno: RegExp]
// In this order: Edge and Opera say Chrome too, Chrome says Safari, Android says Linux.
const BROWSER: readonly Segno[] = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|Chromium|CriOS)\//],
  ['Safari', /Safari\//],
]
const SISTEMA: readonly Segno[] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Mac OS X|Macintosh/],
  ['Linux', /Linux|X11/],
]

/** Browser and system of a User-Agent in two words, for a person to know her sessions apart; empty where it says
 *  neither. The header itself is never kept: it would tell people apart. */
export const agenteDi = (ua = ''): string =>
  [BROWSER, SISTEMA].flatMap(tavola => tavola.find(([, segno]) => segno.test(ua))?.[0] ?? []).join(', ')
