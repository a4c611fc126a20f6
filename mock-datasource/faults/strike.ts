import type { Reply } from '../http/reply.ts'
import type { Struck } from './fault-kind.ts'
import { kindOf } from './kinds/index.ts'
import type { Fault } from './schedule.ts'

/**
 * Lets faults strike one exchange, each around the next and the operation innermost. Gives what is to
 * be sent, or `undefined` for nothing.
 */
export async function strike(
  faults: readonly Fault[],
  struck: Omit<Struck, 'proceed'>,
  perform: () => Reply | Promise<Reply>,
): Promise<Reply | undefined> {
  const [first, ...others] = faults
  if (!first) return perform()
  return kindOf(first.spec).strike(first.spec, {
    ...struck,
    proceed: () => strike(others, struck, perform),
  })
}
