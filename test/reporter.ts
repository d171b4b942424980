import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node'

/** After vitest's own report: what failed with its remedy, the slowest tests, the versions, and the count that CI reads. */
export default class Conta implements Reporter {
  #vitest: Vitest | undefined
  onInit(vitest: Vitest) {
    this.#vitest = vitest
  }
  onTestRunEnd(moduli: readonly TestModule[], errori: readonly unknown[]) {
    const prove: TestCase[] = moduli.flatMap(m => [...m.children.allTests()])
    const esiti = Map.groupBy(prove, p => p.result().state)
    const quanti = (s: 'passed' | 'failed' | 'skipped') => esiti.get(s)?.length ?? 0
    const rotti = moduli.filter(
      m => m.state() === 'failed' && [...m.children.allTests()].every(t => t.result().state !== 'failed'),
    )
    const lente = prove
      .toSorted((a, b) => (b.diagnostic()?.duration ?? 0) - (a.diagnostic()?.duration ?? 0))
      .slice(0, 5)
    const riga = (t: string) => this.#vitest?.logger.log(t)
    for (const p of esiti.get('failed') ?? [])
      riga(
        `FAILED ${p.module.relativeModuleId}: ${p.fullName}\n  again: npm test -- ${p.module.relativeModuleId} -t '${p.name}'`,
      )
    riga(
      `slowest: ${lente.map(p => `${p.name} (${((p.diagnostic()?.duration ?? 0) / 1000).toFixed(1)} s)`).join('; ')}`,
    )
    riga(`Node ${process.versions.node}, PostgreSQL embedded 18.4`)
    riga(
      `${quanti('passed')} passed, ${quanti('failed') + rotti.length + errori.length} failed${quanti('skipped') ? `, ${quanti('skipped')} skipped` : ''}`,
    )
  }
}
