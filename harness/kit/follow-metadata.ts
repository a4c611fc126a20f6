import type { Answer } from './answer.ts'
import { succeeds } from './expectations.ts'
import { CaseNotApplicable } from './violation.ts'

/** The metadata of a `results` answer; undefined where there is none, null included. */
export function metadataOf(answer: Answer): unknown {
  return succeeds(answer)['metadata'] ?? undefined
}

/** The metadata of an answer. A connector that gives none, or no answer that could hold any, is not judged by it. */
export function requireMetadata(answer: Answer): unknown {
  if (answer.reading.kind !== 'success') {
    throw new CaseNotApplicable('its `results` fails, so that there is no metadata')
  }
  const metadata = metadataOf(answer)
  if (metadata === undefined) throw new CaseNotApplicable('the connector returns no metadata')
  return metadata
}
