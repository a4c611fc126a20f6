import { expect, it } from 'vitest'
import { mostExchanges } from '../../../../harness/engine/session/most-exchanges.ts'

it('a call is not hung while it makes the requests that PAGE-8 allows it', () => {
  expect(mostExchanges('results', ['id', 120, '10'])).toBe(140)
  expect(mostExchanges('results', ['id', -5, 5])).toBe(15)
  expect(mostExchanges('status', ['id'])).toBe(10)
})

it('what is no number of rows gives it no more than other calls have', () => {
  expect(mostExchanges('results', ['id', 'x', {}])).toBe(10)
  expect(mostExchanges('results', ['id', 0, 1e9])).toBe(1_000)
})
