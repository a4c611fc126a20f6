import type { JournalEntry } from '../../../mock-datasource/index.ts'
import { shorten } from '../../kit/printable.ts'
import type { SecretFinder } from '../../kit/secrets.ts'
import { visible } from '../../text/visible.ts'

/** A longer part of a path is an id, or what a connector makes of one. */
const LONGEST_PART = 40

/** What was asked for, each once and in its order, without query strings or secrets: `GET /v2/health`. */
export function requestLines(
  exchanges: readonly JournalEntry[],
  secrets: Pick<SecretFinder, 'mask'>,
): readonly string[] {
  const lines = exchanges.map(
    ({ request }) => `${request.method} ${secrets.mask(pathOf(request.path))}`,
  )
  return [...new Set(lines)]
}

function pathOf(path: string): string {
  const [withoutQuery = ''] = path.split('?')
  const parts = withoutQuery.split('/').map((part) => shorten(part, LONGEST_PART))
  return visible(parts.join('/'))
}
