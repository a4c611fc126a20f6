import { statSync } from 'node:fs'
import { LONGEST_DESCRIPTION, readDescription } from '../../mock-datasource/descriptions.ts'
import { UsageError } from '../errors.ts'
import { readGiven } from '../text/read-given.ts'
import { visible } from '../text/visible.ts'

export const HINT = 'docs/data-sources.md says what a description holds.'

/** What a file in YAML or JSON holds. @throws UsageError where it cannot be read, or is too long for a description. */
export function valueIn(path: string, shown: string): unknown {
  if (statSync(path).size > LONGEST_DESCRIPTION) {
    throw new UsageError(`${shown} is longer than ${LONGEST_DESCRIPTION} bytes`, { hint: HINT })
  }
  const read = readDescription(textIn(path, shown))
  if ('value' in read) return read.value
  throw new UsageError(visible(`${shown} ${read.problem}`), { hint: HINT })
}

function textIn(path: string, shown: string): string {
  try {
    return readGiven(path)
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    throw new UsageError(visible(`${shown} cannot be read: ${code ?? message}`), {
      cause,
      hint: HINT,
    })
  }
}
