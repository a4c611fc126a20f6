import type { Api } from '../../../connectors/skeleton/api.ts'

/** What Tide Gate's documentation says of its API, version 2. */
export const api: Api = {
  title: 'Tide Gate',
  logIn: {
    ask: ({ user, passphrase }) => ({
      ...{ method: 'POST', path: '/v2/sessions', http: 201, body: { name: user, passphrase } },
    }),
    keyAt: ['session', 'key'],
  },
  shows: (_auth, sessionKey) => ({ 'X-Tide-Session': sessionKey }),
  ping: () => ({ method: 'GET', path: '/v2/tide', http: 200 }),
  create: (filter) => ({
    ...{ method: 'POST', path: '/v2/hunts', http: 201, body: { hunt: { filter } } },
  }),
  status: (id) => ({ method: 'GET', path: `/v2/hunts/${id}`, http: 200 }),
  results(id, { limit, next }) {
    const query = new URLSearchParams({ most: String(limit), ...(next && { after: next }) })
    return { method: 'GET', path: `/v2/hunts/${id}/catch?${query}`, http: 200 }
  },
  delete: (id) => ({ method: 'DELETE', path: `/v2/hunts/${id}`, http: 204, answer: 'nothing' }),
  at: {
    id: ['hunt', 'id'],
    progress: ['hunt', 'percent'],
    rows: ['catch', 'rows'],
    next: ['catch', 'after'],
    code: ['fault', 'code'],
    message: ['fault', 'text'],
  },
  states: [
    { means: 'RUNNING', tells: [[['hunt', 'phase'], 'MOORED']] },
    { means: 'RUNNING', tells: [[['hunt', 'phase'], 'SAILING']] },
    { means: 'COMPLETED', tells: [[['hunt', 'phase'], 'LANDED']] },
    { means: 'CANCELED', tells: [[['hunt', 'phase'], 'RECALLED']] },
    // A hunt that failed has no phase.
    {
      means: 'ERROR',
      tells: [
        [['hunt', 'phase'], null],
        [['hunt', 'sunk'], true],
      ],
    },
  ],
  paging: { by: 'next', mostRows: 200 },
  codes: {
    NO_KEY: 'authentication_fail',
    NOT_YOURS: 'forbidden',
    NO_HUNT: 'no_results',
    BAD_FIELD: 'invalid_parameter',
    BAD_FILTER: 'invalid_query',
    SUNK: 'unknown',
    EBB: 'service_unavailable',
  },
}
