import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { failureEnvelope } from '../../../connectors/support/failure-envelope.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
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

export const BROKEN: readonly BrokenForQRadar[] = [
  { defect: 'a range that ends one row late', caughtBy: 'PAGE-3', make: oneRowTooMany },
  { defect: 'an id that is not encoded in the path', caughtBy: 'LIFE-5', make: idNotEncoded },
]
