import { columns, within } from '../../text/columns.ts'
import { wrap } from '../../text/wrap.ts'

/** What a terminal has as a rule. Elsewhere it is enough, too. */
const USUAL = 80

/** How wide lines are that are written now. */
export function room(): number {
  return Math.min(USUAL, columns())
}

/** A text broken at spaces into lines of at most so many columns, each indented by so many spaces. */
export function wrapped(text: string, indent: number): readonly string[] {
  return within(room(), () => wrap(text, indent).split('\n'))
}

/** The same, with all lines but the first indented. */
export function hanging(text: string, indent: number): readonly string[] {
  const [first = '', ...others] = wrapped(text, indent)
  return [first.trimStart(), ...others]
}
