/** A form with files as a browser sends it, for `app.inject`. */
export function modulo(
  campi: Record<string, string>,
  file: readonly (readonly [nome: string, dati: Buffer])[],
  intestazioni: Record<string, string> = {},
  campo = 'documento',
): { headers: Record<string, string>; payload: Buffer } {
  const confine = '----prova7MA4YWxkTrZu0gW'
  const parti = [
    ...Object.entries(campi).map(([nome, valore]) =>
      Buffer.from(`--${confine}\r\ncontent-disposition: form-data; name="${nome}"\r\n\r\n${valore}\r\n`),
    ),
    ...file.flatMap(([nome, dati]) => [
      Buffer.from(
        `--${confine}\r\ncontent-disposition: form-data; name="${campo}"; filename="${nome}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      dati,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${confine}--\r\n`),
  ]
  return {
    headers: { ...intestazioni, 'content-type': `multipart/form-data; boundary=${confine}` },
    payload: Buffer.concat(parti),
  }
}
