import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FailureEnvelope, Records, SUCCESS_ENVELOPES } from '../../contracts/envelopes.ts'
import { ERROR_CODES } from '../../contracts/error-code.ts'
import { METHODS, type Method } from '../../contracts/method.ts'

/** Right answers of each method, the contract's own examples first. */
const RIGHT: Record<Method, readonly unknown[]> = {
  ping: [{ success: true }, { success: true, connector: 'abc' }],
  is_async: [true, false],
  query: [
    { success: true, search_id: '6a1f' },
    { success: true, search_id: 'a/b?c' },
  ],
  status: [
    { success: true, status: 'COMPLETED', progress: 100 },
    { success: true, status: 'RUNNING', progress: 0, metadata: 'a text' },
    { success: true, status: 'CANCELED', progress: 50 },
    { success: true, status: 'ERROR', progress: 50 },
    { success: true, status: 'TIMEOUT', progress: 99 },
  ],
  results: [
    { success: true, data: [] },
    { success: true, data: '[]' },
    { success: true, data: [{ id: 'a', nested: { list: [1, null] } }] },
    { success: true, data: '[{"ipaddress": "0.0.0.0", "url": "www.example.com"}]' },
    { success: true, data: [{}], metadata: { result_count: 1, next_page_token: 'CgwI' } },
    { success: true, data: [{}], metadata: null },
  ],
  delete: [{ success: true }],
}

/** Answers that look right and are not. */
const WRONG: Record<Method, readonly unknown[]> = {
  ping: [{}, null, true, 'success', { success: 'true' }, { success: 1 }, { success: false }],
  is_async: ['true', 1, null, { success: true }, undefined],
  query: [
    { success: true },
    { success: true, search_id: '' },
    { success: true, search_id: 7 },
    { success: true, search_id: null },
    { search_id: '6a1f' },
  ],
  status: [
    { success: true, status: 'COMPLETED' },
    { success: true, status: 'COMPLETED', progress: '100' },
    { success: true, status: 'COMPLETED', progress: 99.5 },
    { success: true, status: 'RUNNING', progress: 101 },
    { success: true, status: 'RUNNING', progress: -1 },
    { success: true, status: 'RUNNING', progress: Number.NaN },
    { success: true, status: 'running', progress: 1 },
    { success: true, status: 'EXECUTE', progress: 1 },
    { success: true, progress: 1 },
  ],
  results: [
    { success: true },
    { success: true, data: null },
    { success: true, data: {} },
    { success: true, data: 'no JSON' },
    { success: true, data: '{"id": "a"}' },
    { success: true, data: '[1]' },
    { success: true, data: [1] },
    { success: true, data: [null] },
    { success: true, data: [[]] },
    { success: true, data: ['{}'] },
    { data: [] },
  ],
  delete: [{}, { success: null }, { success: 'True' }],
}

const examplesOf = (answers: Record<Method, readonly unknown[]>) =>
  METHODS.flatMap((method) => answers[method].map((answer) => ({ method, answer })))

describe('a success envelope', () => {
  it.each(examplesOf(RIGHT))('of $method may be $answer', ({ method, answer }) => {
    expect(SUCCESS_ENVELOPES[method].safeParse(answer).success).toBe(true)
  })

  it.each(examplesOf(WRONG))('of $method is not $answer', ({ method, answer }) => {
    expect(SUCCESS_ENVELOPES[method].safeParse(answer).success).toBe(false)
  })

  it.each(METHODS.filter((method) => method !== 'is_async'))(
    'of %s keeps the keys that a connector adds',
    (method) => {
      const answer = { ...(RIGHT[method][0] as object), connector: 'abc', took: 3 }
      expect(SUCCESS_ENVELOPES[method].parse(answer)).toMatchObject({ connector: 'abc', took: 3 })
    },
  )
})

describe('the failure envelope', () => {
  it.each(ERROR_CODES)('may have the code %s', (code) => {
    expect(FailureEnvelope.safeParse({ success: false, error: 'why', code }).success).toBe(true)
  })

  it('keeps the keys that a connector adds', () => {
    const failure = { success: false, error: 'why', code: 'unknown', connector: 'abc' }
    expect(FailureEnvelope.parse(failure)).toEqual(failure)
  })

  it.each([
    { success: true, error: 'why', code: 'unknown' },
    { success: 'false', error: 'why', code: 'unknown' },
    { success: false, error: '', code: 'unknown' },
    { success: false, error: { message: 'why' }, code: 'unknown' },
    { success: false, code: 'unknown' },
    { success: false, error: 'why' },
    { success: false, error: 'why', code: 1002 },
    { success: false, error: 'why', code: 'UNKNOWN' },
    { success: false, error: 'why', code: 'no_such_code' },
    false,
    null,
  ])('is not %j', (answer) => {
    expect(FailureEnvelope.safeParse(answer).success).toBe(false)
  })
})

describe('records', () => {
  // zod leaves a field of this name out, lest it become the prototype of what it makes.
  const field = fc.string().filter((name) => name !== '__proto__')
  const rows = fc.array(fc.dictionary(field, fc.jsonValue()))

  it('are the same rows as an array and as a string of JSON', () => {
    fc.assert(
      fc.property(rows, fc.nat({ max: 3 }), (data, indent) => {
        const text = JSON.stringify(data, null, indent)
        const asSent = JSON.parse(text)
        expect(Records.parse(text)).toEqual(asSent)
        expect(Records.parse(asSent)).toEqual(asSent)
      }),
    )
  })

  it('are nothing but a list of objects, in either encoding', () => {
    const noRow = fc.jsonValue().filter((value) => typeof value !== 'object' || value === null)
    fc.assert(
      fc.property(rows, noRow, (data, odd) => {
        const spoiled = [...data, odd]
        expect(Records.safeParse(spoiled).success).toBe(false)
        expect(Records.safeParse(JSON.stringify(spoiled)).success).toBe(false)
      }),
    )
  })
})
