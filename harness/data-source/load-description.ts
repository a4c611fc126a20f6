import { readFileSync, statSync } from 'node:fs'
import {
  type DataSourceDefinition,
  describedSource,
  LONGEST_DESCRIPTION,
  type Mistake,
  readDescription,
} from '../../mock-datasource/index.ts'
import { UsageError } from '../errors.ts'
import { nearestName } from '../text/nearest-name.ts'
import { visible } from '../text/visible.ts'

const HINT = 'docs/data-sources.md says what a description holds.'

/**
 * The data source that a file in YAML or JSON describes.
 *
 * @param shown how messages name the file.
 * @throws UsageError with a line for every mistake.
 */
export function loadDescription(path: string, shown: string): DataSourceDefinition {
  return described(valueIn(path, shown), shown)
}

/** The data source that a value describes, as a file holds it. @throws UsageError with a line for every mistake. */
export function described(value: unknown, shown: string): DataSourceDefinition {
  const source = describedSource(value)
  if ('definition' in source) return source.definition
  const lines = source.mistakes.map((mistake) => visible(`${shown}: ${mistakeText(mistake)}`))
  throw new UsageError(lines.join('\n'), { hint: HINT })
}

function valueIn(path: string, shown: string): unknown {
  if (statSync(path).size > LONGEST_DESCRIPTION) {
    throw new UsageError(`${shown} is longer than ${LONGEST_DESCRIPTION} bytes`, { hint: HINT })
  }
  const read = readDescription(readFileSync(path, 'utf8'))
  if ('value' in read) return read.value
  throw new UsageError(visible(`${shown} ${read.problem}`), { hint: HINT })
}

/** A mistake on one line: where, what was found, the nearest word and all that could stand there. */
export function mistakeText({ place, found, written, allowed = [] }: Mistake): string {
  const near = written === undefined ? undefined : nearestName(written, allowed)
  const meant = near === undefined ? '' : `; did you mean "${near}"?`
  const others =
    allowed.length === 0 ? '' : `${meant === '' ? ';' : ''} allowed: ${allowed.join(', ')}`
  return `${place}: ${found}${meant}${others}`
}
