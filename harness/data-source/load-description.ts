import { nearestName } from '../../contracts/given/nearest-name.ts'
import {
  describedSource,
  extended,
  type Mistake,
  type Written,
} from '../../mock-datasource/descriptions.ts'
import type { DataSourceDefinition } from '../../mock-datasource/index.ts'
import { UsageError } from '../errors.ts'
import { visible } from '../text/visible.ts'
import { findBase, writtenAt } from './find-base.ts'
import { HINT } from './read-file.ts'

/**
 * The data source that a file in YAML or JSON describes.
 *
 * @param shown how messages name the file.
 * @throws UsageError with a line for every mistake.
 */
export function loadDescription(path: string, shown: string): DataSourceDefinition {
  return described(writtenAt(path, shown))
}

/** The data source that a value describes, as a file holds it. @throws UsageError with a line for every mistake. */
export function described(written: Written): DataSourceDefinition {
  const whole = extended(written, findBase)
  const source = 'value' in whole ? describedSource(whole.value) : whole
  if ('definition' in source) return source.definition
  const { shown } = written
  const lines = source.mistakes.map((mistake) => visible(`${shown}: ${mistakeText(mistake)}`))
  throw new UsageError(lines.join('\n'), { hint: HINT })
}

/** A mistake on one line: where, what was found, the nearest word and all that could stand there. */
export function mistakeText({ place, found, written, allowed = [] }: Mistake): string {
  const near = written === undefined ? undefined : nearestName(written, allowed)
  const meant = near === undefined ? '' : `; did you mean "${near}"?`
  const others =
    allowed.length === 0 ? '' : `${meant === '' ? ';' : ''} allowed: ${allowed.join(', ')}`
  return `${place}: ${found}${meant}${others}`
}
