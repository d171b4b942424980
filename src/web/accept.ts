/** What the caller wants best, of a page and JSON. Browsers and "anything" get the page. */
export function wantsJson(accept: string | undefined): boolean {
  let json = 0
  let html = 0
  for (const part of (accept ?? '').split(',')) {
    const [type = '', ...params] = part.split(';').map(p => p.trim().toLowerCase())
    const q = Number(params.find(p => p.startsWith('q='))?.slice(2) ?? 1)
    if (type === 'application/json' || type === 'application/problem+json') json = Math.max(json, q)
    if (type === 'text/html' || type === 'application/xhtml+xml') html = Math.max(html, q)
  }
  return json > html
}
