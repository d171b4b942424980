/** The outline of a region, in the coordinates of the whole map. */
export interface Contorno {
  d: string
  /** x, y, width and height of the box around it */
  riquadro: readonly [number, number, number, number]
}

/** The map's own frame. */
export const RIQUADRO = '0 0 610 793'

/** From the ids of @svg-maps/italy to ISTAT's codes; its English names are never shown. */
const CODICI: Record<string, string> = {
  piedmont: '01',
  'aosta-valley': '02',
  lombardy: '03',
  'trentino-south-tyrol': '04',
  veneto: '05',
  'friuli-venezia-giulia': '06',
  liguria: '07',
  'emilia-romagna': '08',
  tuscany: '09',
  umbria: '10',
  marche: '11',
  lazio: '12',
  abruzzo: '13',
  molise: '14',
  campania: '15',
  apulia: '16',
  basilicata: '17',
  calabria: '18',
  sicily: '19',
  sardinia: '20',
}

interface MappaSvg {
  locations: readonly { id: string; path: string }[]
}

/** The package writes only `m` with relative points, and `z`. */
function riquadro(path: string): Contorno['riquadro'] {
  const x: number[] = []
  const y: number[] = []
  let [qx, qy] = [0, 0]
  for (const tratto of path.split('m').slice(1)) {
    const [inizioX, inizioY] = [qx, qy]
    let primo: [number, number] | undefined
    for (const [, dx, dy] of tratto.matchAll(/(-?[\d.e-]+),(-?[\d.e-]+)/g)) {
      qx += Number(dx)
      qy += Number(dy)
      primo ??= [qx, qy]
      x.push(qx)
      y.push(qy)
    }
    // `z` leads back to the first point, from which the next `m` counts.
    ;[qx, qy] = primo ?? [inizioX, inizioY]
  }
  const [da, sopra] = [Math.min(...x), Math.min(...y)]
  return [da, sopra, Math.max(...x) - da, Math.max(...y) - sopra]
}

async function semplifica(): Promise<ReadonlyMap<string, Contorno>> {
  // Loaded when a map is first drawn: 80 ms altogether (measured). The browser build is one file, four times as fast
  // to import as the package's main entry. svgo corrects the drift of relative points, which plain rounding does not.
  const [{ optimize }, { default: mappa }] = await Promise.all([import('svgo/browser'), import('@svg-maps/italy')])
  // Its types describe a CommonJS module, which it is not.
  const { locations } = mappa as unknown as MappaSvg
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${locations.map(l => `<path id="${l.id}" d="${l.path}"/>`).join('')}</svg>`
  const { data } = optimize(svg, { plugins: [{ name: 'convertPathData', params: { floatPrecision: 1 } }] })
  const riquadri = new Map(locations.map(l => [l.id, riquadro(l.path)]))
  return new Map(
    [...data.matchAll(/<path id="([^"]+)" d="([^"]+)"/g)].map(([, id = '', d = '']) => {
      const codice = CODICI[id]
      const box = riquadri.get(id)
      if (!codice || !box) throw new Error(`@svg-maps/italy has a region that is not in our table: ${id}`)
      return [codice, { d, riquadro: box }]
    }),
  )
}

let fatti: Promise<ReadonlyMap<string, Contorno>> | undefined
/** The twenty regions' outlines by ISTAT code, made once: 48 kB of the package as 27. */
export const contorni = (): Promise<ReadonlyMap<string, Contorno>> => (fatti ??= semplifica())
