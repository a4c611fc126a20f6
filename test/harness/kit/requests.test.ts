import { describe, expect, it } from 'vitest'
import {
  atRequestsOf,
  methodsOfASearch,
  operationOf,
  requestingMethods,
  requestsOf,
} from '../../../harness/kit/requests.ts'
import { abcSource } from '../../support/abc-source.ts'

/** One that is logged in to, and forgets searches by itself. */
const source = {
  ...abcSource,
  operations: {
    ...abcSource.operations,
    open: { method: 'POST', path: '/open', role: 'log-in' as const },
  },
  methods: {
    asynchronous: { ping: 'ping', query: 'create', status: 'status', results: 'results' },
  },
}
const asked = { mode: 'asynchronous', source } as const

describe('the requests of a method', () => {
  it('are those that the data source names for the mode', () => {
    expect(requestingMethods(asked)).toEqual(['ping', 'query', 'status', 'results'])
    expect(requestingMethods({ ...asked, mode: 'synchronous' })).toEqual([])
    expect(operationOf(asked, 'query')).toBe('create')
  })

  it('are where a fault strikes that means the method alone', () => {
    expect(atRequestsOf(asked, 'query')).toEqual({ operation: 'create' })
    expect(atRequestsOf(asked, 'delete')).toEqual({})
  })

  it('can be about a search that is there', () => {
    expect(methodsOfASearch(asked)).toEqual(['status', 'results'])
  })

  it('do not count those that log in', () => {
    const request = { method: 'POST', path: '/', headers: {} }
    const exchanges = ['open', 'create', undefined].map((operation) =>
      operation === undefined ? { request } : { request, operation },
    )
    expect(requestsOf({ exchanges }, source)).toEqual(exchanges.slice(1))
  })
})
