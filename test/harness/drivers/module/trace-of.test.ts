import { describe, expect, it } from 'vitest'
import { traceOf } from '../../../../harness/drivers/module/trace-of.ts'

describe('where an exception was thrown', () => {
  it('is told by the files of the connector, the innermost last, without the message', () => {
    const error = new Error('with a secret')
    error.stack = [
      'Error: with a secret',
      `    at rowsOf (file://${process.cwd()}/my%20connector/rows.ts:7:3)`,
      '    at Object.results (/elsewhere/connector.ts:12:1)',
      '    at async /elsewhere/main.ts:3:9',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)',
      `    at invoke (file://${process.cwd()}/harness/drivers/module/call-module.ts:67:1)`,
    ].join('\n')
    expect(traceOf(error)?.split('\n')).toEqual([
      '/elsewhere/main.ts:3',
      '/elsewhere/connector.ts:12 in Object.results',
      'my connector/rows.ts:7 in rowsOf',
    ])
  })

  it.each([
    ['a text', 'no'],
    ['an error without a stack', Object.assign(new Error('x'), { stack: 1 })],
    [
      'an error of an awkward kind',
      new Proxy(new Error('x'), {
        get: () => {
          throw new Error('y')
        },
      }),
    ],
  ])('is not known of %s', (_, thrown) => {
    expect(traceOf(thrown)).toBeUndefined()
  })
})
