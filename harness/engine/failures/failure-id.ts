import { createHash } from 'node:crypto'
import type { Target } from '../../drivers/target.ts'
import { targetName } from '../../drivers/target-name.ts'

const DIGITS = 8

/**
 * What a failure is called: 8 hexadecimal digits. The same case of the same check at the same target has
 * the same one, on every machine and in every run.
 */
export function failureId(target: Target, check: string, counterexample: unknown): string {
  const named = target.kind === 'command' ? target.prefix : targetName(target)
  const text = JSON.stringify([target.kind, named, check, counterexample])
  return createHash('sha256').update(text).digest('hex').slice(0, DIGITS)
}
