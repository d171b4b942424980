import { it } from '../ui/index.ts'
import type { RifiutoSoftware } from './ascolto.ts'
import type { ComuneChiamante } from './soap.ts'

/** What a person sees who opens the services' address with a browser: how the certificate that came is seen. */
export function PaginaAscolto({ chi }: { chi: ComuneChiamante | RifiutoSoftware }) {
  const t = it.software
  const r = typeof chi === 'string' ? t.rifiuti[chi] : undefined
  return (
    <>
      {'<!doctype html>'}
      <html lang="it">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <meta name="robots" content="noindex" />
          <title safe>{t.titolo}</title>
        </head>
        <body>
          <main>
            <h1 safe>{t.titolo}</h1>
            {typeof chi === 'string' ? (
              <>
                <p safe>{r!.cosa}</p>
                <p safe>{r!.ora}</p>
              </>
            ) : (
              <p safe>{t.riconosciuto(chi.istat)}</p>
            )}
            <p safe>{t.dove}</p>
            <ul>
              {t.servizi.map(s => (
                <li>
                  <a href={s.href} safe>
                    {s.testo}
                  </a>
                </li>
              ))}
            </ul>
          </main>
        </body>
      </html>
    </>
  )
}
