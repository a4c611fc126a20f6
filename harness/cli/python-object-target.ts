import type { Target } from '../drivers/target.ts'
import { UsageError } from '../errors.ts'

/** What `verify` is told by whoever holds the connector, as it is written on the command line. */
export interface PythonObjectOptions {
  readonly pythonObject?: string
  readonly module?: string
  readonly inspect?: true
}

/**
 * A connector that is an object in another process, or undefined where none is named. Nobody types this: the pytest plugin
 * starts `verify` so.
 *
 * @param words all operands of the command line: such a connector is named by options alone.
 * @throws UsageError where the options do not fit together.
 */
export function pythonObjectTarget(
  { pythonObject: socket, module: name, inspect }: PythonObjectOptions,
  words: readonly string[],
): Target | undefined {
  if (socket === undefined) return undefined
  if (name === undefined || words.length > 0) {
    throw new UsageError('--python-object goes with --module, and with no other target', {
      hint: 'The pytest plugin gives both: see docs/pytest.md.',
    })
  }
  return { kind: 'python-object', socket, name, patient: inspect === true, from: process.cwd() }
}
