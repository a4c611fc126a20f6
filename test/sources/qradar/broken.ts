import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { failureEnvelope } from '../../../connectors/support/failure-envelope.ts'
import type { Connector, ConnectorFactory } from '../../../contracts/connector.ts'
import { ask, isObject } from './api.ts'
import { connector } from './connector.ts'

interface BrokenForQRadar {
  readonly defect: string
  readonly caughtBy: string
  readonly make: ConnectorFactory
}

/** The end of a range is one of its rows. */
const oneRowTooMany: ConnectorFactory = (connection, configuration) => {
  const right = connector(connection, configuration)
  return {
    ...right,
    results: (id, offset, length) => right.results(id, offset, Number(length) + 1),
  }
}

const idNotEncoded: ConnectorFactory = (connection, configuration) => ({
  ...connector(connection, configuration),
  async delete(id) {
    const path = `/api/ariel/searches/${encodeURI(id)}`
    try {
      const sec = String(configuration.auth['sec'])
      const { json } = await ask(connection, sec, { method: 'DELETE', path, http: 202 })
      if (!isObject(json)) throw new ConnectorFailure('unknown', 'no object')
      return { success: true }
    } catch (error) {
      return failureEnvelope(error, (text) => text)
    }
  },
})

const overriding =
  (edit: (right: Connector) => Partial<Connector>): ConnectorFactory =>
  (connection, configuration) => {
    const right = connector(connection, configuration)
    return { ...right, ...edit(right) }
  }

/** Where no rows are wanted there is no range to ask for, and without one all of them come. */
const noRangeForNoRows = overriding(({ results }) => ({
  results: (id, offset, length) =>
    results(id, offset, String(length) === '0' ? Number.MAX_SAFE_INTEGER : length),
}))

const emptyPageBelieved = overriding(({ results }) => ({
  async results(...args) {
    const answer = (await results(...args)) as { readonly error?: string }
    return answer.error?.includes('Content-Range') ? { success: true, data: [] } : answer
  },
}))

/** Parameters that cannot be and queries that cannot be read are both HTTP 422. */
const codeByHttpStatus = overriding(({ results, status }) => {
  const as422 = async (answered: Promise<unknown>) => {
    const answer = (await answered) as { readonly code?: string }
    return answer.code === 'invalid_parameter' ? { ...answer, code: 'invalid_query' } : answer
  }
  return {
    results: (...args) => as422(results(...args)),
    status: (...args) => as422(status(...args)),
  }
})

const sortingUnknown: ConnectorFactory = (connection, configuration) => {
  const right = connector(connection, configuration)
  return {
    ...right,
    async status(id) {
      const path = `/api/ariel/searches/${encodeURIComponent(id)}`
      const asked = { method: 'GET', path, http: 200 } as const
      const seen = await ask(connection, String(configuration.auth['sec']), asked).catch(() => null)
      const isSorting = isObject(seen?.json) && seen.json['status'] === 'SORTING'
      const failure = { success: false, code: 'unknown', error: 'SORTING is no status' }
      return isSorting ? failure : right.status(id)
    },
  }
}

export const BROKEN: readonly BrokenForQRadar[] = [
  { defect: 'no range where no rows are wanted', caughtBy: 'PAGE-3', make: noRangeForNoRows },
  {
    defect: 'a page without rows believed, whatever Content-Range says',
    caughtBy: 'PAGE-2 the data source errs',
    make: emptyPageBelieved,
  },
  { defect: 'a code that is read from the HTTP status', caughtBy: 'ERR-1', make: codeByHttpStatus },
  { defect: 'a state that is left out', caughtBy: 'LIFE-1', make: sortingUnknown },
  { defect: 'a range that ends one row late', caughtBy: 'PAGE-3', make: oneRowTooMany },
  { defect: 'an id that is not encoded in the path', caughtBy: 'LIFE-5', make: idNotEncoded },
]
