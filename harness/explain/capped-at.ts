import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { Explainer } from './explainer.ts'
import type { Observation } from './observation.ts'

const MOST = 120

/** A loop over pages that ends after so many, whatever is left; for each number of pages an explanation. */
export function cappedAt({ paging }: Pick<DataSource, 'paging'>): readonly Explainer[] {
  return Array.from({ length: MOST }, (_, index) => cappedAtPages(index + 1, paging.next))
}

/** @param next what leads on to the next page, in words */
function cappedAtPages(pages: number, next: string): Explainer {
  return {
    sentence:
      pages === 1
        ? `the connector asked for no further page although the answer had ${next}`
        : `${pages} pages were fetched and no more, although the last one had ${next}`,
    judge(observation) {
      const { length: fetched } = observation.pages
      if (stoppedShort(observation)) return fetched === pages ? 'shows' : 'contradicts'
      return fetched > pages ? 'contradicts' : 'agrees'
    },
    // In pages of one row and of two, so that a cap on rows is not taken for one on pages.
    windows: [1, 2].flatMap((pageSize) =>
      [2, 4].map((more) => ({
        rows: (pages + more + 2) * pageSize,
        pageSize,
        offset: 1,
        length: (pages + more) * pageSize,
      })),
    ),
  }
}

function stoppedShort({ window, pages, rows }: Observation): boolean {
  const fetched = pages.reduce((sum, page) => sum + (page.rows ?? Number.NaN), 0)
  return rows !== undefined && typeof pages.at(-1)?.next === 'string' && fetched < window.length
}
