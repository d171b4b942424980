/** A bar on the terminal's last line; nothing where the output is not a terminal. */
export function barra(titolo: string): { a(parte: number, nota?: string): void; fine(): void } {
  const { stderr } = process
  let ultimo = 0
  return {
    a(parte, nota = '') {
      const ora = performance.now()
      if (!stderr.isTTY || (ora - ultimo < 80 && parte < 1)) return
      ultimo = ora
      const larga = 30
      const piena = Math.round(Math.min(1, parte) * larga)
      const riga = `${titolo} [${'█'.repeat(piena)}${'░'.repeat(larga - piena)}] ${String(Math.floor(parte * 100)).padStart(3)}% ${nota}`
      stderr.write(`\r\x1b[K${riga.slice(0, (stderr.columns || 80) - 1)}`)
    },
    fine() {
      if (stderr.isTTY) stderr.write('\r\x1b[K')
    },
  }
}
