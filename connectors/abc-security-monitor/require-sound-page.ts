import { ConnectorFailure } from '../support/connector-failure.ts'
import type { Page } from './page.ts'
import type { Place } from './place.ts'

interface Asked {
  /** Where in the result the page must start. */
  readonly position: number
  readonly limit: number
  /** The place that the page before it led to. */
  readonly before: Place | undefined
  /** Ids of the rows collected so far; those of a sound page are added. */
  readonly seen: Set<unknown>
}

/**
 * Holds a page against what the API promises and what earlier pages said, so that a data source that
 * errs gives a failure rather than rows that are missing or there twice (PAGE-2).
 *
 * @throws ConnectorFailure `unknown` that says what contradicts what
 */
export function requireSoundPage(page: Page, { position, limit, before, seen }: Asked): void {
  const count = page.data.length
  const rowsRemain = position + count < page.total
  const hasToken = page.next_page_token !== null

  demand(count === 0 || page.offset === position, 'a page starts at another row than asked for')
  demand(count <= limit, 'a page holds more rows than asked for')
  demand(before === undefined || page.total === before.total, 'the total changed')
  demand(count === 0 || position + count <= page.total, 'a page goes beyond the total')
  demand(count > 0 || !rowsRemain, 'a page is empty although rows remain')
  demand(rowsRemain || !hasToken, 'a page token is given although no rows remain')
  demand(!rowsRemain || hasToken, 'rows remain although no page token is given')
  const repeatsToken = hasToken && page.next_page_token === before?.next_page_token
  demand(!repeatsToken, 'a page token is repeated')
  requireNewRows(page, seen)
}

/** A row is known by its `id`, where the query selects it. */
function requireNewRows(page: Page, seen: Set<unknown>): void {
  for (const { id } of page.data) {
    demand(id === undefined || !seen.has(id), 'a row is repeated')
    seen.add(id)
  }
}

function demand(holds: boolean, otherwise: string): void {
  if (!holds) {
    throw new ConnectorFailure('unknown', `The data source contradicts itself: ${otherwise}`)
  }
}
