import type { PropsWithChildren } from '@kitajs/html'
import { intero } from './numeri.ts'

/** A large figure with its name, and below it what it is made of. */
export function Cifra(props: PropsWithChildren<{ nome: string; valore: number }>) {
  return (
    <div class="cifra">
      <h3 class="cifra-nome" safe>
        {props.nome}
      </h3>
      <p class="cifra-valore" safe>
        {intero(props.valore)}
      </p>
      {props.children}
    </div>
  )
}
