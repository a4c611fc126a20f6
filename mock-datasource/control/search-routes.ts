import type { Router } from 'express'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import { bodyOf } from './body-of.ts'
import type { Control } from './control.ts'
import { ControlError } from './control-error.ts'
import { exchangeCalls } from './exchange-calls.ts'
import { partAsked } from './part.ts'
import { entryToWire, searchToWire } from './wire.ts'

/** What can be done with one search, and with one exchange. */
export function addSearches(
  router: Router,
  control: Control,
  definition: DataSourceDefinition,
): void {
  router.post('/searches', async (request, response) => {
    const { search_id: id, ...rest } = bodyOf(request) as Record<string, unknown>
    const search = { ...rest, ...(id !== undefined && { id }) }
    const made = await control.createSearch(search as Parameters<Control['createSearch']>[0])
    response.status(201).json(searchToWire(made))
  })
  router.post('/searches/:search_id/advance', (request, response) => {
    const body = bodyOf(request) as Parameters<Control['advance']>[1]
    response.json(searchToWire(control.advance(request.params.search_id, body)))
  })
  router.delete('/searches/:search_id', (request, response) => {
    const id = request.params.search_id
    if (!control.deleteSearch(id)) throw missing('search', id)
    response.json({ success: true })
  })
  router.get('/searches/:search_id/rows', async ({ params, query }, response) => {
    const search = control.search(params.search_id)
    if (search === undefined) throw missing('search', params.search_id)
    const { after, limit } = partAsked(query, query['after'])
    const rows = await control.rows(search.query)
    response.json({ rows: rows.slice(after, after + limit), total: rows.length })
  })
  router.get('/searches/:search_id/page', async ({ params, query }, response) => {
    const { after: offset, limit } = partAsked(query, query['after'])
    const { next, pages } = query
    const place = {
      ...{ offset, limit, pages: Number(pages ?? 0) || 0 },
      ...(typeof next === 'string' && { next }),
    }
    response.json(await control.page(params.search_id, place))
  })
  router.get('/exchanges/:sequence', ({ params }, response) => {
    const [entry] = control.journal.entries(Number(params.sequence) - 1, 1)
    if (entry === undefined || String(entry.sequence) !== params.sequence) {
      throw missing('exchange', params.sequence)
    }
    const { searchId } = entry
    const query = searchId === undefined ? undefined : control.search(searchId)?.query
    response.json({
      exchange: entryToWire(entry),
      query: query ?? definition.reads.query(entry.request) ?? null,
      ...exchangeCalls(entry, definition),
    })
  })
}

function missing(what: string, id: string): ControlError {
  return new ControlError(`the ${what} '${id}' does not exist`, { notFound: true })
}
