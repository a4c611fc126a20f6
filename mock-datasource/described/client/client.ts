import type { Description } from '../../../contracts/data-source/description.ts'
import type { ApiClient, ClientValues, PagePlace } from '../../api-client.ts'
import { logInOf } from '../authentication/log-in-of.ts'
import { operationsOf } from '../facts.ts'
import { LOG_IN, type Parts } from '../parts.ts'
import { placeOfId } from '../search-id.ts'
import { filledText, valueAt } from '../template.ts'
import type { Addition } from './addition.ts'
import { requestWith } from './request-with.ts'

/** What makes a search, or asks a query. */
const ASKING = ['create', 'query']

/** A client of the API that a description describes: what it takes to see that its parts fit together. */
export function clientOf(parts: Parts): ApiClient {
  const { description, answers } = parts
  const operations = operationsOf(description)
  return {
    ...(LOG_IN in operations && { logIn: LOG_IN }),
    request(operation, values, page) {
      const { method, path } = operations[operation] ?? { method: 'GET', path: operation }
      return requestWith(method, path, additionsOf(parts, operation, values, page))
    },
    wayTo(operation, placeholder) {
      const template = answers[operation]
      return template?.format.type.startsWith('application/json')
        ? template.wayTo(placeholder)
        : undefined
    },
    read(operation, { headers, body }, placeholder) {
      if (placeholder === 'next' && parts.paging.nextIn) return parts.paging.nextIn(headers)
      const template = answers[operation]
      const way = template?.wayTo(placeholder)
      const value = way && valueAt(template?.read(body), way)
      const isNext = placeholder === 'next' && typeof value === 'string'
      return isNext && parts.paging.tokenIn ? parts.paging.tokenIn(value) : value
    },
  }
}

function additionsOf(
  { description, scheme, paging, paged }: Parts,
  operation: string,
  values: ClientValues,
  page: PagePlace | undefined,
): readonly Addition[] {
  const { authentication, query, operations } = description
  const logIn = operation === LOG_IN ? logInOf(authentication) : undefined
  if (logIn) {
    const sent = Object.entries(logIn.send).map(([at, text]) => ({
      ...{ in: logIn.in, at, value: filledText(text, values.credentials) },
    }))
    return [...sent, ...(scheme.logsInWith?.(values) ?? [])]
  }
  const own = Object.entries(operations).find(([name]) => name === operation)?.[1]
  const asks = values.query !== undefined && ASKING.includes(operation)
  return [
    ...scheme.shows(values),
    ...(values.id === undefined ? [] : [{ ...placeOfId(own), value: values.id }]),
    ...(asks ? queryAdditions(query, values.query ?? '') : []),
    ...(paged.includes(operation) && page ? paging.asks(page) : []),
  ]
}

function queryAdditions(query: Description['query'], value: string): readonly Addition[] {
  const [where = 'query'] = [query.in].flat()
  if (where !== 'query-string') return [{ in: where, at: query.at ?? '', value }]
  return [...new URLSearchParams(value)].map(([at, each]) => ({ in: 'query', at, value: each }))
}
