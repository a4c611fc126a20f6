import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import { DEFAULT_DATA_SOURCE } from '../../../mock-datasource/index.ts'
import type { Target } from '../../drivers/target.ts'
import { targetName } from '../../drivers/target-name.ts'

const DIGITS = 8

/** Where a target is that is in another folder than this: `packages/abc`. */
export function folderFrom(folder: string, target: Target): string | undefined {
  const own = target.kind === 'command' ? target.cwd : target.from
  const path = relative(folder, own).replaceAll('\\', '/')
  return path === '' ? undefined : path
}

/**
 * What a failure is called: 8 hexadecimal digits. The same case of the same check at the same target, with the
 * same data source, and the same invariant where its answers broke one, has the same one, on every machine and in every run.
 *
 * @param folder below which it is kept: targets of other folders may be called alike.
 */
export function failureId(
  target: Target,
  check: string,
  counterexample: unknown,
  dataSource: string = DEFAULT_DATA_SOURCE,
  invariant?: string,
  folder: string = process.cwd(),
): string {
  const named = target.kind === 'command' ? target.prefix : targetName(target)
  const other = dataSource === DEFAULT_DATA_SOURCE ? [] : [dataSource]
  const broken = invariant === undefined ? [] : [{ invariant }]
  const place = folderFrom(folder, target)
  const elsewhere = place === undefined ? [] : [{ folder: place }]
  const about = [check, counterexample, ...other, ...broken, ...elsewhere]
  const text = JSON.stringify([target.kind, named, ...about])
  return createHash('sha256').update(text).digest('hex').slice(0, DIGITS)
}
