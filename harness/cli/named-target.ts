import type { Target } from '../drivers/target.ts'
import { UsageError } from '../errors.ts'
import { type ProxyHostOptions, proxyHostTarget } from './proxy-host-target.ts'
import { type PythonObjectOptions, pythonObjectTarget } from './python-object-target.ts'
import { type StixShifterOptions, stixShifterTarget } from './stix-shifter-target.ts'

/** Every option that has to do with a target that is named by options. */
export type NamedTargetOptions = ProxyHostOptions & PythonObjectOptions & StixShifterOptions

/**
 * The target that options name, or undefined where none does.
 *
 * @param words all operands of the command line.
 * @throws UsageError where more than one target is named, or the options do not fit together.
 */
export function namedTarget(
  options: NamedTargetOptions,
  words: readonly string[],
): Target | undefined {
  const { stixShifter, proxyHost, module } = options
  if (stixShifter !== undefined && proxyHost !== undefined) {
    throw new UsageError('both a checkout of stix-shifter and a host are named', {
      hint: 'Name the one that is to be verified: --stix-shifter or --proxy-host.',
    })
  }
  const object = pythonObjectTarget(options, words)
  if (object !== undefined) return object
  const target = stixShifterTarget(options, words) ?? proxyHostTarget(options, words)
  if (target === undefined && module !== undefined) {
    throw new UsageError(`the module ${module} is named, and nothing that holds it`, {
      hint: 'Add --stix-shifter <checkout> or --proxy-host <url>; a JavaScript module needs no option.',
    })
  }
  return target
}
