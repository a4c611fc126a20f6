import {
  ABC_BODY_MAX_BYTES,
  ABC_QUERY_MAX_LENGTH,
} from '../../../contracts/abc-security-monitor/api.ts'
import { type Expected, failure } from '../probe/expected.ts'
import { type Probe, runProbes } from '../probe/run-probes.ts'
import type { Scenario } from '../scenario.ts'
import { type Side, searchPath } from '../side.ts'

/** A scenario that is no more than requests, each of which is looked at by itself. */
interface Probed extends Pick<Scenario, 'name' | 'title'> {
  probes(side: Side, query: string): readonly Probe[]
}

const probed = ({ name, title, probes }: Probed): Scenario => ({
  ...{ name, title },
  run: (side, observe, { query }) => runProbes(side, observe, probes(side, query)),
})

const probe = (name: string, request: Probe['request'], expected: Expected = failure()): Probe => ({
  ...{ name, request, expected },
})

const PING = { method: 'GET', path: '/ping' } as const
const SEARCHES = { method: 'POST', path: '/searches' } as const

/** Credentials that nobody has, so that no account is locked by trying. */
export const credentials = probed({
  name: 'credentials',
  title: 'Missing and wrong credentials',
  probes(side) {
    const refused = failure('Authentication failed')
    const search = searchPath(side.newId())
    return [
      probe('no credentials', { ...PING, as: 'nobody' }, refused),
      probe('no credentials, for a search', { method: 'GET', path: search, as: 'nobody' }, refused),
      probe('an unknown user', { ...PING, as: 'a stranger' }, refused),
      probe('a wrong token', { ...PING, as: 'a wrong token' }, refused),
    ]
  },
})

/** 1002 for an id that no search ever had. */
export const unknownSearch = probed({
  name: 'unknown-search',
  title: 'A search that never was',
  probes(side) {
    const path = searchPath(side.newId())
    const missing = failure('does not exist')
    return [
      probe('its status', { method: 'GET', path }, missing),
      probe('its results', { method: 'GET', path: `${path}/results` }, missing),
      probe('its deletion', { method: 'DELETE', path }, missing),
    ]
  },
})

/** 1005, by the body or the query string of a creation. Should one make a search, it is deleted. */
export const badBodies = probed({
  name: 'bad-bodies',
  title: 'Bodies that are not valid',
  probes(_, query) {
    const body = (name: string, value: unknown, says?: string) =>
      probe(name, { ...SEARCHES, body: value }, failure(says))
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
      probe('another media type', { ...SEARCHES, body: { query }, mediaType: 'text/plain' }),
      probe(
        'an unknown parameter',
        { ...SEARCHES, path: '/searches?connector_contract=1', body: { query } },
        failure('connector_contract'),
      ),
    ]
  },
})

/** 404 with code 404: no such resource, which is not the same as no such search. */
export const unknownResource = probed({
  name: 'unknown-resource',
  title: 'A resource that does not exist',
  probes(side) {
    const nothing = '/connector-contract-nothing'
    return [
      probe('an unknown path', { method: 'GET', path: nothing }),
      probe('an unknown path below a search', {
        method: 'GET',
        path: `${searchPath(side.newId())}${nothing}`,
      }),
    ]
  },
})

/** Only methods that can do no harm, should one of them be allowed after all. */
export const wrongMethod = probed({
  name: 'wrong-method',
  title: 'A method that is not allowed',
  probes: (side) => [
    probe('PUT on ping', { method: 'PUT', path: '/ping' }),
    probe('GET on the synchronous query', { method: 'GET', path: '/events/query' }),
    probe('PUT on a search', { method: 'PUT', path: searchPath(side.newId()) }),
  ],
})
