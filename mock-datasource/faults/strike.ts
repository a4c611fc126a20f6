import type { Reply } from '../http/reply.ts'
import type { Alteration, Struck } from './fault-kind.ts'
import { kindOf } from './kinds/index.ts'
import type { Strike } from './schedule.ts'

/**
 * Lets faults strike one exchange, each around the next and the operation innermost. Gives what is to
 * be sent, or `undefined` for nothing.
 */
export async function strike(
  faults: readonly Strike[],
  struck: Omit<Struck, 'proceed' | 'age'>,
  perform: (alteration?: Alteration) => Reply | Promise<Reply>,
): Promise<Reply | undefined> {
  const [first, ...others] = faults
  if (!first) return perform()
  return kindOf(first.spec).strike(first.spec, {
    ...struck,
    age: first.age,
    proceed: (outer) =>
      strike(others, struck, (inner) =>
        perform(outer || inner ? { ...outer, ...inner } : undefined),
      ),
  })
}
