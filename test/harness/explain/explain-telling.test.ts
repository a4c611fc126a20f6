import { describe, expect, it } from 'vitest'
import type { ObservedCall } from '../../../harness/explain/evidence.ts'
import { explainTelling } from '../../../harness/explain/explain-telling.ts'
import type { Told } from '../../../harness/explain/told.ts'
import { madeExchange } from '../../support/made-report.ts'

const told = (change: Partial<Told> & Pick<Told, 'clause'>) =>
  explainTelling({ expected: '', actual: '', counterexample: {}, calls: [], faults: [], ...change })

/** A `results` that gave these rows of a search of rows `a` to `f`. */
function rows(keys: readonly string[], stderr = ''): ObservedCall {
  const envelope = { success: true, data: keys.map((id) => ({ id })) }
  return {
    answer: {
      ...{ method: 'results', arguments: [], exchanges: [], milliseconds: 1, rowKey: 'id' },
      spent: { connector: 1, dataSource: 0, harness: 0 },
      reading: { kind: 'success', envelope },
      result: { kind: 'answered', value: envelope, stdout: '', stderr },
    },
    search: { keys: ['a', 'b', 'c', 'd', 'e', 'f'], pageSize: 2 },
    ordinary: true,
  }
}

/** A `results` on that search, with a request for each of these. */
function asking(given: string, ...asked: readonly string[]): ObservedCall {
  const call = rows([])
  const exchanges = asked.map((searchId) => madeExchange({ searchId }))
  return { ...call, answer: { ...call.answer, arguments: [given], exchanges } }
}

const LATE = 'no answer within 10000 ms'
const FRAME = '  File "/home/x/modules/okta/connector.py", line 40, in results\n    int(length)\n'

/** The clause, what its violation says, and a part of what is told. */
const TOLD: readonly (readonly [Partial<Told> & Pick<Told, 'clause'>, string])[] = [
  [{ clause: 'NET-3', actual: LATE, counterexample: { silence: 'drips its body' } }, 'each read'],
  [{ clause: 'NET-3', actual: LATE, counterexample: { silence: 'never answers' } }, 'HTTP client'],
  [{ clause: 'PAGE-2', calls: [rows(['a', 'b', 'a', 'b'])] }, 'a page came twice: rows 0 to 1'],
  [
    {
      clause: 'SEC-1',
      actual: 'the token there (plain)',
      faults: [{ kind: 'api-error', code: 1, message: 'not {{token, plain}}' }],
    },
    'the data source repeated the token',
  ],
  ...(
    [
      ['the answer', 'without what was sent'],
      ['standard output', 'prints what it was given'],
      ['standard error', 'out of what is logged'],
      ['the URL of a request', 'in a header or a body'],
    ] as const
  ).map(
    ([place, words]) =>
      [
        {
          clause: 'SEC-1',
          expected: `no credentials in ${place}`,
          actual: 'the token there (plain)',
        },
        words,
      ] as const,
  ),
  [{ clause: 'LIFE-6', actual: 'row x of another search' }, 'by `search_id`'],
  [{ clause: 'LIFE-6', calls: [asking('S1', 'S2')] }, 'another search than `results` was given'],
  [{ clause: 'LIFE-6', calls: [asking('S1')] }, 'without asking the data source'],
  [{ clause: 'NET-6', counterexample: { form: 'chunk-extensions' } }, 'in chunks'],
  [{ clause: 'NET-6', counterexample: { form: 'http-1.0-after-103' } }, 'a 1xx'],
  [{ clause: 'NET-7', counterexample: { host: 'an IPv6 address', port: 'a text' } }, 'in brackets'],
  [{ clause: 'NET-7', counterexample: { host: 'a name', port: 'a text' } }, 'a text of digits'],
  [
    { clause: 'ENV-6', calls: [rows([], FRAME)] },
    'raised at modules/okta/connector.py:40 (results)',
  ],
  [{ clause: 'ENV-6', calls: [rows([])] }, 'caught as a whole'],
]

describe('what a violation tells by itself', () => {
  it.each(TOLD)('%j', (violation, words) => {
    expect(told(violation)).toEqual([expect.stringContaining(words)])
  })

  it.each([
    [{ clause: 'NET-3', actual: 'success', counterexample: { silence: 'never answers' } }],
    [{ clause: 'PAGE-2', calls: [rows(['a', 'b', 'c'])] }],
    [{ clause: 'SEC-1', actual: 'the token there (plain)' }],
    [{ clause: 'LIFE-6', actual: 'rows a', calls: [asking('S1', 'S1')] }],
    [{ clause: 'LIFE-6', actual: 'rows a' }],
    [{ clause: 'NET-6' }],
    [{ clause: 'NET-7', counterexample: { host: 'a name', port: 'an integer' } }],
    [{ clause: 'PAGE-1', calls: [rows(['a', 'a'])] }],
  ] as const)('nothing where nothing fits: %j', (violation) => {
    expect(told(violation)).toEqual([])
  })
})
