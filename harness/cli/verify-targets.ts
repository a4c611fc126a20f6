import type { Target } from '../drivers/target.ts'
import { UsageError } from '../errors.ts'

/** What `--reference` verifies. */
const REFERENCE_CONNECTORS = ['abc-security-monitor', 'abc-security-monitor-sync']

/**
 * The command after the first `--` of a command line. commander would mix its words with the target's,
 * so it is read from the raw arguments.
 */
export function splitCommand(argv: readonly string[]): readonly string[] | undefined {
  const at = argv.indexOf('--')
  return at === -1 ? undefined : argv.slice(at + 1)
}

/**
 * What to verify.
 *
 * @param words all operands, those behind `--` included.
 * @param command the words behind `--`, where there is one.
 * @throws UsageError where they do not name exactly one thing.
 */
export function targetsOf(
  words: readonly string[],
  command: readonly string[] | undefined,
): readonly Target[] {
  const modules = words.slice(0, words.length - (command?.length ?? 0))
  const from = process.cwd()
  if (command !== undefined) {
    if (command.length === 0) {
      throw new UsageError('there is no command after --', {
        hint: 'For example: connector-contract verify -- python3 main.py transmit abc',
      })
    }
    if (modules.length > 0) {
      throw new UsageError(`both a module (${modules.join(' ')}) and a command are named`, {
        hint: 'Name the one that is to be verified.',
      })
    }
    return [{ kind: 'command', prefix: command, cwd: from }]
  }
  if (modules.length > 1) {
    throw new UsageError(`${modules.length} targets are named: ${modules.join(' ')}`, {
      hint: 'Name one module, or put a command after --.',
    })
  }
  if (modules.length === 0) throw new UsageError('no connector is named', { hint: NAME_ONE })
  return modules.map((specifier) => ({ kind: 'module', specifier, from }))
}

const NAME_ONE =
  'Write `verify ./my-connector.ts` (a module), `verify -- python3 main.py transmit abc` (a command in any language) or' +
  ' `target:` in connector-contract.config.yaml; `init my-connector` writes one to begin with, and `verify --reference` shows a run.'

/**
 * The reference connectors of this project.
 *
 * @param words the operands, which must be none.
 * @throws UsageError where a connector is named as well.
 */
export function referenceTargets(words: readonly string[]): readonly Target[] {
  if (words.length > 0) {
    throw new UsageError('both a connector and --reference are named', {
      hint: 'Leave out the one that is not to be verified.',
    })
  }
  const from = process.cwd()
  return REFERENCE_CONNECTORS.map((specifier) => ({ kind: 'module', specifier, from }))
}
