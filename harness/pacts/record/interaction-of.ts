import * as z from 'zod'
import {
  ABC_DEFAULT_LIMIT,
  type AbcOperation,
  AbcResultsBody,
  AbcSearchStatusBody,
  AbcOperation as Operation,
} from '../../../contracts/abc-security-monitor/api.ts'
import type { PactInteraction, PactProviderState } from '../../../contracts/pact-file.ts'
import type { JournalEntry } from '../../../mock-datasource/index.ts'
import { isOfASearch, permitted, provokedBy, state } from './provoked-by.ts'
import { requestOf } from './request-of.ts'
import { responseOf } from './response-of.ts'
import { type Shape, shapeOf, targetOf } from './shape.ts'

const ALL_EVENTS = 'SELECT * FROM events'
const NO_QUERY = 'SELECT FROM'

/**
 * The interaction that stands for a shape.
 *
 * @param entry an exchange of that shape; see shapeOf
 */
export function interactionOf(entry: JournalEntry): PactInteraction {
  const shape = shapeOf(entry)
  const { response } = entry
  if (shape === undefined || response === undefined) throw new Error('an exchange without a shape')
  const operation = Operation.safeParse(shape.operation).data
  const isError = shape.code !== 200
  const natural = entry.fault === undefined && isNatural(operation, shape)
  const states =
    operation === undefined
      ? permitted()
      : isError
        ? provokedBy({ operation, code: shape.code, natural })
        : successStates(operation, entry)
  return {
    type: 'Synchronous/HTTP',
    description: descriptionOf(shape),
    pending: false,
    providerStates: [...states],
    request: requestOf(entry, {
      ofASearch: operation !== undefined && isOfASearch(operation),
      tokenByState: !isError,
      accountByState: shape.code !== 401,
      query: queryFor(shape, natural),
    }),
    response: responseOf(response, operation),
  }
}

/** Whether the request and what there is lead to the error by themselves, whoever is asked. */
function isNatural(operation: AbcOperation | undefined, { code, query }: Shape): boolean {
  if (operation === undefined) return true
  return code !== 1005 || !isOfASearch(operation) || query.includes('page_token')
}

/** What a request may ask for without another outcome: its text differs from run to run. */
function queryFor({ code }: Shape, natural: boolean): string | undefined {
  if (code === 1005 && natural) return undefined
  return code === 2000 ? NO_QUERY : ALL_EVENTS
}

function successStates(operation: AbcOperation, entry: JournalEntry): readonly PactProviderState[] {
  switch (operation) {
    case 'status': {
      const { status, progress } = bodyOf(AbcSearchStatusBody, entry)
      return permitted(state('there is a search', { status, progress }))
    }
    case 'results':
      return permitted(state('there is a search', { status: 'COMPLETED', ...dataFor(entry) }))
    case 'query':
      return permitted(state('there are events', { query: ALL_EVENTS, ...dataFor(entry) }))
    case 'delete':
      return permitted(state('there is a search', { status: 'COMPLETED', rows: 3 }))
    default:
      return permitted()
  }
}

/** The data of which a page of results is the page that was seen. */
function dataFor(entry: JournalEntry) {
  const { data, offset, total, next_page_token } = bodyOf(AbcResultsBody, entry)
  const asked = pageAsked(entry)
  const isCut = next_page_token !== null && data.length < asked.limit
  return {
    rows: total,
    ...(isCut ? { max_page_size: data.length } : {}),
    ...(asked.byToken ? { token_after: offset } : {}),
  }
}

const PageRequest = z.looseObject({
  limit: z.coerce.number().optional(),
  page_token: z.string().optional(),
})

function pageAsked({ request }: JournalEntry): { limit: number; byToken: boolean } {
  const { query } = targetOf(request.path)
  const json = request.body === undefined ? Object.fromEntries(query) : JSON.parse(request.body)
  const { limit = ABC_DEFAULT_LIMIT, page_token } = PageRequest.parse(json)
  return { limit, byToken: page_token !== undefined }
}

function bodyOf<Body>(schema: z.ZodType<Body>, { response }: JournalEntry): Body {
  return schema.parse(JSON.parse(response?.body ?? ''))
}

/** What is asked, by what, and what comes of it. */
function descriptionOf(shape: Shape): string {
  const what = shape.operation ?? `${shape.method} ${shape.path}`
  const how = [
    ...(shape.query.length === 0 ? [] : [`by ${shape.query.join(', ')}`]),
    ...(shape.body.length === 0 ? [] : [`with ${shape.body.join(', ')}`]),
  ]
  const outcome = shape.code === 200 ? shape.outcome : `error ${shape.code}`
  return `${[what, ...how].join(' ')}: ${outcome}`
}
