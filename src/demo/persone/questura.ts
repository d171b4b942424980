import { territorioDiBase } from '../../anagrafe/index.ts'

/** The office of the police that issues residence permits in a province; the field takes no accents and no slash. */
export function questuraDi(sigla: string): string {
  const nome = territorioDiBase().province.find(p => p.sigla === sigla && p.al === null)?.nome ?? sigla
  return `QUESTURA DI ${nome.replace(/\/.*/, '').toUpperCase().normalize('NFD').replace(/\p{M}/gu, '')}`.slice(0, 50)
}
