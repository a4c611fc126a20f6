import { Option } from 'commander'
import type { Target } from '../drivers/target.ts'

/** The option of all that call a connector. */
export function coldOption(): Option {
  return new Option(
    '--cold',
    'a new process for each call, with a hash seed of its own, also of a command that runs Python',
  ).default(false)
}

/** Commands whose calls are new processes where that is wanted; all else as it is. */
export function withTemperature<Each extends Target>(
  targets: readonly Each[],
  { cold }: { readonly cold?: boolean | undefined },
): readonly Each[] {
  if (cold !== true) return targets
  return targets.map((each) => (each.kind === 'command' ? { ...each, cold: true } : each))
}
