/** Codes of the decode tables that the register's constraints rest on; the whole tables come with the decode tables. */

/** T5, relazione di parentela: tie to the head of a family. 14, 15, 19 and 80 ended on 15/9/2015 and enter only by
 *  subentro; 81 and 99 are "not defined". */
export const LEGAMI_FAMIGLIA: ReadonlySet<number> = new Set([
  ...Array.from({ length: 28 }, (_, i) => i + 1),
  80,
  81,
  99,
])

/** T6, legame con la convivenza: 1 responsabile, 2 member, 3 other, 9 unknown. */
export const LEGAMI_CONVIVENZA: ReadonlySet<number> = new Set([1, 2, 3, 9])

/** T42, what may be certified of a person: 0 nothing, 1 residence and family, 2 all, 3 non iscrivibile, 4 interdetto. */
export const CERTIFICABILITA: ReadonlySet<number> = new Set([0, 1, 2, 3, 4])
