import type { Target } from '../drivers/target.ts'
import { targetsOf } from './verify-targets.ts'

/**
 * Which failure is meant, and the target to take instead of its own, where either is named.
 *
 * @param words all operands, those behind `--` included.
 * @param command the words behind `--`, where there is one.
 * @throws UsageError where more than one target is named.
 */
export function failureOperands(
  words: readonly string[],
  command: readonly string[] | undefined,
): { readonly id: string | undefined; readonly target: Target | undefined } {
  const own = words.slice(0, words.length - (command?.length ?? 0))
  const [id, ...modules] = own
  if (modules.length === 0 && command === undefined) return { id, target: undefined }
  const [target] = targetsOf([...modules, ...(command ?? [])], command)
  return { id, target }
}
