import { describe, expect, it } from 'vitest'
import { AskedCount } from '../../../../harness/engine/found/asked.ts'
import type { Answer } from '../../../../harness/kit/answer.ts'
import { answerOf } from '../../../support/made-answer.ts'
import { madeExchange } from '../../../support/made-report.ts'

const PLAIN = { mask: (text: string) => text }

/** A request that reaches an operation, or none. */
function exchangeFor(path: string, operation?: string) {
  const exchange = madeExchange()
  const { operation: _, ...rest } = exchange
  const request = { ...exchange.request, method: 'GET', path }
  return { ...rest, request, ...(operation === undefined ? {} : { operation }) }
}

function countOf(...answers: readonly Partial<Answer>[]) {
  const count = new AskedCount()
  for (const answer of answers) count.add({ ...answerOf({ success: true }), ...answer }, PLAIN)
  return count
}

const ping = { method: 'ping', exchanges: [exchangeFor('/health')] } as const
const query = { method: 'query', exchanges: [exchangeFor('/find?q=1')] } as const

describe('what a connector asked for', () => {
  it('is another API where several methods reach no operation', () => {
    const count = countOf(ping, query)
    expect(count.isElsewhere).toBe(true)
    expect(count.asked).toMatchObject({ reached: false, strays: ['GET /find', 'GET /health'] })
  })

  it('is this one where any request reaches an operation', () => {
    const status = { method: 'status', exchanges: [exchangeFor('/searches/a', 'status')] } as const
    expect(countOf(ping, query, status).isElsewhere).toBe(false)
    expect(countOf(status, ping, query).isElsewhere).toBe(false)
  })

  it('says nothing of the API where ping alone asks something else', () => {
    expect(countOf(ping, ping).isElsewhere).toBe(false)
  })

  it('is for sure only where several methods show it', () => {
    expect(countOf(query)).toMatchObject({ isElsewhere: true, isElsewhereForSure: false })
    expect(countOf(ping, query)).toMatchObject({ isElsewhere: true, isElsewhereForSure: true })
  })

  it('says nothing of the API where an id is empty, or odd on purpose', () => {
    const calls = ['', '..', 'victim/results', 'a b', 'x?y'].flatMap((id) =>
      (['status', 'delete'] as const).map((method) => ({
        method,
        arguments: [id],
        exchanges: [exchangeFor(`/searches/${id}`)],
      })),
    )
    expect(countOf(...calls).isElsewhere).toBe(false)
  })

  it('is the same whichever check ended first', () => {
    const parts = [countOf(ping), countOf(query), countOf()].map(({ asked }) => asked)
    const joined = [parts, parts.toReversed()].map((order) => {
      const count = new AskedCount()
      for (const part of order) count.addAll(part)
      return [count.asked, count.isElsewhere]
    })
    expect(joined[0]).toEqual(joined[1])
    expect(joined[0]?.[1]).toBe(true)
  })

  it('knows a connector that refuses by itself, with the whole of its answer', () => {
    const envelope = { success: false, error: 'unexpected member: port', code: 'invalid_parameter' }
    const reading = { kind: 'failure', envelope } as const
    const { asked } = countOf({ method: 'ping', exchanges: [], reading })
    expect(asked).toMatchObject({
      served: false,
      refusal: `ping answers ${JSON.stringify(envelope)}`,
    })
  })
})

describe('a connector of which nothing arrives', () => {
  const silent = (answer: Partial<Answer>, isUsual = true, count = new AskedCount()) => {
    count.add({ ...answerOf({ success: true }), exchanges: [], ...answer }, PLAIN, isUsual)
    return count
  }
  const status = { method: 'status', arguments: ['a'] } as const
  const results = { method: 'results', arguments: ['a', 0, 5] } as const

  it('made calls that nobody can answer who does not ask', () => {
    expect([status, results].map((answer) => silent(answer).isSilent)).toEqual([true, true])
    const told = new AskedCount()
    told.addAll(silent(status).asked)
    expect(told.isSilent).toBe(true)
  })

  it('is none that made others alone, or calls with something unusual about them', () => {
    const others: readonly Partial<Answer>[] = [
      { method: 'is_async' },
      { method: 'ping' },
      { method: 'status', arguments: [''] },
      { method: 'results', arguments: ['a', -1, 5] },
      { method: 'results', arguments: ['a', 0, 0] },
    ]
    for (const answer of others) expect(silent(answer).isSilent).toBe(false)
    expect(silent(status, false).isSilent).toBe(false)
  })

  it('is none of which anything did', () => {
    const count = silent(status)
    count.add(
      { ...answerOf({ success: true }), ...ping, exchanges: [exchangeFor('/x', 'ping')] },
      PLAIN,
    )
    expect(count.isSilent).toBe(false)
    expect(silent(status, true, countOf(query)).isSilent).toBe(false)
  })
})
