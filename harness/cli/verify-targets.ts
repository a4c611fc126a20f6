import type { Target } from '../drivers/target.ts'
import { UsageError } from '../errors.ts'

/** What is verified when nothing is named. */
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
 * @param reference whether the reference connectors are meant where nothing is named.
 * @throws UsageError where they do not name exactly one thing.
 */
export function targetsOf(
  words: readonly string[],
  command: readonly string[] | undefined,
  reference = true,
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
  if (modules.length === 0 && !reference) {
    throw new UsageError('no connector is named', {
      hint: 'Name a module, put a command after --, or have connector-contract.config.* name the target.',
    })
  }
  return (modules.length === 0 ? REFERENCE_CONNECTORS : modules).map((specifier) => ({
    kind: 'module',
    specifier,
    from,
  }))
}
