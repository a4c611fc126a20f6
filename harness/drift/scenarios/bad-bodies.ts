import {
  ABC_BODY_MAX_BYTES,
  ABC_QUERY_MAX_LENGTH,
} from '../../../contracts/abc-security-monitor/api.ts'
import { failure } from '../probe/expected.ts'
import { type Probe, runProbes } from '../probe/run-probes.ts'
import type { Scenario } from '../scenario.ts'

const SEARCHES = { method: 'POST', path: '/searches' } as const

/** 1005, by the body or the query string of a creation. Should one make a search, it is deleted. */
export const badBodies: Scenario = {
  name: 'bad-bodies',
  title: 'Bodies that are not valid',
  run: (side, observe, { query }) => runProbes(side, observe, probesWith(query)),
}

function probesWith(query: string): readonly Probe[] {
  const body = (name: string, value: unknown, says?: string): Probe => ({
    name,
    request: { ...SEARCHES, body: value },
    expected: failure(says),
  })
  return [
    body('a body that is cut off', '{"query": "SELECT'),
    body('a body that is a list', []),
    body('no query', {}, 'query'),
    body('a query that is a number', { query: 1 }, 'query'),
    body('an empty query', { query: '' }, 'query'),
    body('a query that is too long', { query: 'x'.repeat(ABC_QUERY_MAX_LENGTH + 1) }, 'query'),
    body('an id that is a number', { query, query_id: 1 }, 'query_id'),
    body('an unknown field', { query, connector_contract: 1 }, 'connector_contract'),
    body('a body that is too big', { query: 'x'.repeat(ABC_BODY_MAX_BYTES) }),
    {
      name: 'another media type',
      request: { ...SEARCHES, body: { query }, mediaType: 'text/plain' },
      expected: failure(),
    },
    {
      name: 'an unknown parameter',
      request: { ...SEARCHES, path: '/searches?connector_contract=1', body: { query } },
      expected: failure('connector_contract'),
    },
  ]
}
