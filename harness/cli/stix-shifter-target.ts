import { DEFAULT_PYTHON } from '../drivers/stix-shifter/option-words.ts'
import type { Target } from '../drivers/target.ts'
import { UsageError } from '../errors.ts'

/** What `verify` is told of a module in a checkout, as it is written on the command line. */
export interface StixShifterOptions {
  readonly stixShifter?: string
  readonly module?: string
  readonly python?: string
}

/**
 * A module in a checkout of stix-shifter, or undefined where no checkout is named.
 *
 * @param words all operands of the command line: a module of a checkout is named by options alone.
 * @throws UsageError where the options do not fit together.
 */
export function stixShifterTarget(
  { stixShifter: checkout, module, python }: StixShifterOptions,
  words: readonly string[],
): Target | undefined {
  if (checkout === undefined) {
    if (python === undefined) return undefined
    throw new UsageError('a Python is named, and no checkout of stix-shifter to run with it', {
      hint: 'Add --stix-shifter <checkout> --module <name>.',
    })
  }
  if (module === undefined || module === '') {
    throw new UsageError('a checkout of stix-shifter is named, and no module of it', {
      hint: 'Add --module <name>: a folder of stix_shifter_modules.',
    })
  }
  if (words.length > 0) {
    throw new UsageError(
      `both a module of a checkout and another target (${words.join(' ')}) are named`,
      { hint: 'Name the one that is to be verified.' },
    )
  }
  const from = process.cwd()
  return { kind: 'stix-shifter', checkout, module, python: python ?? DEFAULT_PYTHON, from }
}
