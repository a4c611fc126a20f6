import type { Answer } from './answer.ts'
import { succeeds } from './expectations.ts'
import { CaseNotApplicable } from './violation.ts'

/** The metadata of a `results` answer; undefined where there is none, null included. */
export function metadataOf(answer: Answer): unknown {
  return succeeds(answer)['metadata'] ?? undefined
}

/** The metadata of an answer behind which rows remain. A connector that gives none is not judged by it. */
export function requireMetadata(answer: Answer): unknown {
  const metadata = metadataOf(answer)
  if (metadata === undefined) throw new CaseNotApplicable('the connector returns no metadata')
  return metadata
}
