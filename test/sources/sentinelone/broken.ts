import type { HttpAnswer, HttpRequest } from '../../../connectors/support/open-http-client.ts'
import type { Connector, ConnectorFactory } from '../../../contracts/connector.ts'
import { isObject, SentinelOneApi } from './api.ts'
import connector, { connectorOn } from './connector.ts'

interface BrokenForSentinelOne {
  readonly defect: string
  readonly caughtBy: string
  readonly make: ConnectorFactory
}

/** The correct connector, with what it asks changed on its way. */
const sending = (edit: (request: HttpRequest, token: string) => HttpRequest): ConnectorFactory =>
  connectorOn(
    (connection, token) =>
      new (class extends SentinelOneApi {
        protected override send(request: HttpRequest) {
          return super.send(edit(request, this.token))
        }
      })(connection, token),
  )

/** The correct connector, with what it reads changed. */
const reading = (edit: (answer: HttpAnswer) => HttpAnswer): ConnectorFactory =>
  connectorOn(
    (connection, token) =>
      new (class extends SentinelOneApi {
        protected override read(answer: HttpAnswer) {
          return super.read(edit(answer))
        }
      })(connection, token),
  )

/** Whatever page comes, the one behind the first is asked for next. */
const onFirstCursor: ConnectorFactory = connectorOn(
  (connection, token) =>
    new (class extends SentinelOneApi {
      #first: string | undefined
      protected override send(request: HttpRequest) {
        const [, cursor] = /&cursor=([^&]*)/.exec(request.path) ?? []
        this.#first ??= cursor
        const path = request.path.replace(/&cursor=[^&]*/, `&cursor=${this.#first}`)
        return super.send({ ...request, path })
      }
    })(connection, token),
)

const overriding =
  (edit: (right: Connector) => Partial<Connector>): ConnectorFactory =>
  (connection, configuration) => {
    const right = connector(connection, configuration)
    return { ...right, ...edit(right) }
  }

const decoded = (path: string, name: string) =>
  path.replace(
    new RegExp(`(${name}=)([^&]*)`),
    (_, start: string, value: string) =>
      `${start}${decodeURIComponent(value).replaceAll(' ', '%20')}`,
  )

const member = (json: unknown, name: string, edit: (value: object) => object): unknown => {
  const value = isObject(json) ? json[name] : undefined
  return isObject(value) ? { ...(json as object), [name]: edit(value) } : json
}

export const BROKEN: readonly BrokenForSentinelOne[] = [
  {
    defect: 'a cursor that stays the first one',
    caughtBy: 'PAGE-2',
    make: onFirstCursor,
  },
  {
    defect: 'the id of a query that is not encoded',
    caughtBy: 'SEC-3',
    make: sending((request) => ({ ...request, path: decoded(request.path, 'queryId') })),
  },
  {
    defect: 'the first page taken for all there is',
    caughtBy: 'PAGE-1',
    make: reading((answer) => {
      const { data } = (answer.json ?? {}) as { readonly data?: unknown }
      const last = { nextCursor: null, totalItems: Array.isArray(data) ? data.length : 0 }
      return { ...answer, json: member(answer.json, 'pagination', () => last) }
    }),
  },
  {
    defect: 'whatever is not finished taken for running',
    caughtBy: 'LIFE-1',
    make: overriding(({ status }) => ({
      async status(id) {
        const answer = (await status(id)) as { readonly success: boolean; readonly status: string }
        return answer.success && answer.status !== 'COMPLETED'
          ? { ...answer, status: 'RUNNING' }
          : answer
      },
    })),
  },
  {
    defect: 'an error that is looked for in the HTTP status alone',
    caughtBy: 'ERR-5',
    make: reading((answer) => {
      const isError = answer.status === 200 && isObject(answer.json) && 'errors' in answer.json
      return isError ? { ...answer, json: { data: {} } } : answer
    }),
  },
  {
    defect: 'the token in the URL',
    caughtBy: 'SEC-1',
    make: sending((request, token) => {
      const mark = request.path.includes('?') ? '&' : '?'
      return { ...request, path: `${request.path}${mark}apiToken=${encodeURIComponent(token)}` }
    }),
  },
]
