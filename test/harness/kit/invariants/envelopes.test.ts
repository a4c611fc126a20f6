import { describe, expect, it } from 'vitest'
import type { Method } from '../../../../contracts/method.ts'
import { answerAfter, answerOf } from '../../../support/made-answer.ts'
import { judged } from './judged.ts'

const of = (method: Method, value: unknown) => ({ ...answerOf(value), method })

/** By name: whether it finds something wrong. */
function brokenBy(method: Method, value: unknown): readonly string[] {
  const names = [
    'ENV-1 every answer',
    'ENV-2',
    'ENV-3',
    'ENV-3 error',
    'ENV-5',
    'MODE-1 every answer',
  ]
  return names.filter((name) => typeof judged(name, of(method, value)) === 'object')
}

describe('an answer breaks one invariant for each thing that is wrong', () => {
  it.each<readonly [Method, unknown, readonly string[]]>([
    ['ping', { success: true }, []],
    ['ping', { success: 1 }, ['ENV-2']],
    ['status', { error: 'Too Many Requests', code: 'too_many_requests' }, ['ENV-2']],
    ['status', { success: true, status: 'RUNNING' }, ['ENV-1 every answer']],
    ['status', undefined, ['ENV-1 every answer', 'ENV-5']],
    ['results', { success: false, error: 'x', code: 'oops' }, ['ENV-3']],
    ['results', { success: false, error: '', code: 'unknown' }, ['ENV-3 error']],
    ['results', { success: true, data: [{ at: new Date(0) }] }, ['ENV-5']],
    ['is_async', true, []],
    ['is_async', false, ['MODE-1 every answer']],
    ['is_async', 'true', ['MODE-1 every answer']],
    ['is_async', undefined, ['MODE-1 every answer']],
    ['is_async', { success: true }, ['ENV-1 every answer']],
  ])('%s that answers %j', (method, value, expected) => {
    expect(brokenBy(method, value)).toEqual(expected)
  })
})

describe('ENV-1', () => {
  it('judges an exception, but no call that had to be ended: the check that waited for it does', () => {
    expect(
      judged('ENV-1 every answer', answerAfter({ kind: 'threw', message: 'x' })),
    ).toMatchObject({
      expected: 'a success or failure envelope',
    })
    const late = answerAfter({ kind: 'timed-out', afterMilliseconds: 1 })
    expect(judged('ENV-1 every answer', late)).toBe('not judged')
  })

  it('asks for nothing behind the value on standard output', () => {
    const answer = answerAfter({ kind: 'answered', value: { success: true }, followedBy: 'done' })
    expect(judged('ENV-1 nothing behind', answer)).toMatchObject({ actual: '"done"' })
    expect(judged('ENV-1 nothing behind', answerOf({ success: true }))).toBe('nothing')
  })
})

describe('SEC-2', () => {
  it('judges no call with the credentials of another account, nor one without a request', () => {
    const answer = answerOf({ success: true })
    const exchanges = [
      { request: { method: 'GET', path: '/ping', headers: {} }, secrets: [] },
    ] as never
    expect(judged('SEC-2', { ...answer, exchanges })).toMatchObject({ actual: 'GET /ping without' })
    const wrong = { change: { credentials: { password: 'x' } } }
    expect(judged('SEC-2', { ...answer, exchanges }, wrong)).toBe('not judged')
    expect(judged('SEC-2', answer)).toBe('not judged')
  })
})
