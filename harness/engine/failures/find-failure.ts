import type { Target } from '../../drivers/target.ts'
import { targetName } from '../../drivers/target-name.ts'
import { UsageError } from '../../errors.ts'
import type { Failure } from './failure.ts'

/**
 * The failure of this id.
 *
 * @throws UsageError, which names those that there are.
 */
export function findFailure(failures: readonly Failure[], id: string): Failure {
  const found = failures.find((failure) => failure.id === id)
  if (found !== undefined) return found
  throw new UsageError(`no failure "${id}" is kept below this folder`, {
    hint:
      failures.length === 0
        ? 'There is none at all. `verify` keeps what fails below the folder in which it is run.'
        : ['These are:', ...failures.map((failure) => `  ${nameOf(failure, failure.target)}`)].join(
            '\n',
          ),
  })
}

/** A failure on one line: its id, its check and the target that it is about. */
export function nameOf({ id, check }: Failure, target: Target | Failure['target']): string {
  return `${id}  ${check}  ${targetName(target)}`
}
