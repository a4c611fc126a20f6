import { createHash } from 'node:crypto'
import { DEFAULT_DATA_SOURCE } from '../../../mock-datasource/index.ts'
import type { Target } from '../../drivers/target.ts'
import { targetName } from '../../drivers/target-name.ts'

const DIGITS = 8

/**
 * What a failure is called: 8 hexadecimal digits. The same case of the same check at the same target, with the
 * same data source, and the same invariant where its answers broke one, has the same one, on every machine and in every run.
 */
export function failureId(
  target: Target,
  check: string,
  counterexample: unknown,
  dataSource: string = DEFAULT_DATA_SOURCE,
  invariant?: string,
): string {
  const named = target.kind === 'command' ? target.prefix : targetName(target)
  const other = dataSource === DEFAULT_DATA_SOURCE ? [] : [dataSource]
  const broken = invariant === undefined ? [] : [{ invariant }]
  const text = JSON.stringify([target.kind, named, check, counterexample, ...other, ...broken])
  return createHash('sha256').update(text).digest('hex').slice(0, DIGITS)
}
