import { codiciNumerici } from './decodifiche/decodifiche.ts'

/** T5, relazione di parentela: tie to the head of a family. 14, 15, 19 and 80 ended on 15/9/2015 and enter only by
 *  subentro; 81 and 99 are "not defined". */
export const LEGAMI_FAMIGLIA: ReadonlySet<number> = codiciNumerici('legameFamiglia')

/** Those of them whose validity has ended (EN064). */
export const LEGAMI_CESSATI: ReadonlySet<number> = codiciNumerici('legameFamiglia', v => v.al !== null)

/** T6, legame con la convivenza: 1 responsabile, 2 member, 3 other, 9 unknown. */
export const LEGAMI_CONVIVENZA: ReadonlySet<number> = codiciNumerici('legameConvivenza')

/** T42, what may be certified of a person: 0 nothing, 1 residence and family, 2 all, 3 non iscrivibile, 4 interdetto. */
export const CERTIFICABILITA: ReadonlySet<number> = codiciNumerici('certificabilita')
