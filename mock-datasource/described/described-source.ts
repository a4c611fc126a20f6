import { Description } from '../../contracts/data-source/description.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import { compile } from './compile.ts'
import { mistakesOfHooks, mistakesWithHooks } from './hooks/hook-mistakes.ts'
import type { Hooks } from './hooks/hooks.ts'
import { mistakesOfMeaning } from './meaning-mistakes.ts'
import type { Mistake } from './mistake.ts'
import { treeProblem } from './plain-tree.ts'
import { mistakesOfForm } from './schema-mistakes.ts'

/** A data source that a description describes, or every mistake that is in it. */
export type DescribedSource =
  | { readonly definition: DataSourceDefinition }
  | { readonly mistakes: readonly Mistake[] }

/** Each schema is used once or twice in a process: to compile it to code would take longer than that saves. */
const ONCE = { jitless: true } as const

/** What becomes of a value that should be a description, as it was read from a file. */
export function describedSource(given: unknown): DescribedSource {
  const { hooks = {}, value } = withoutHooks(given)
  const problem = treeProblem(value)
  if (problem !== undefined) return { mistakes: [{ place: 'the description', found: problem }] }
  const parsed = Description.safeParse(value, ONCE)
  if (!parsed.success) return { mistakes: mistakesOfForm(parsed.error.issues, value) }
  const misformed = [...mistakesOfHooks(hooks)]
  if (misformed.length > 0) return { mistakes: misformed }
  const own = hooks as Hooks
  const mistakes = [...mistakesOfMeaning(parsed.data), ...mistakesWithHooks(own, parsed.data)]
  return mistakes.length > 0 ? { mistakes } : { definition: compile(parsed.data, own) }
}

/** Hooks are no data: they stand beside the rest, in a module. */
function withoutHooks(given: unknown): { readonly hooks?: unknown; readonly value: unknown } {
  if (typeof given !== 'object' || given === null || !Object.hasOwn(given, 'hooks')) {
    return { value: given }
  }
  const { hooks, ...value } = given as { readonly hooks?: unknown }
  return { hooks, value }
}
