import { describe, expect, it } from 'vitest'
import { sequenceDiagram } from '../../../../harness/report/html/sequence-diagram.ts'
import { NO_NAMES, searchNames } from '../../../../harness/report/words/search-names.ts'
import { madeExchange, madeViolation } from '../../../support/made-report.ts'

const call = (change = {}) => ({
  method: 'results' as const,
  arguments: ['"a"', '0', '2'],
  answer: '{"success":true,"data":[]}',
  exchanges: [madeExchange()],
  command: '',
  ...change,
})
const diagram = (transcript: readonly ReturnType<typeof call>[]) =>
  sequenceDiagram(madeViolation({ transcript }), NO_NAMES).markup

/** What a reader sees, and who hears it. */
const words = (markup: string) =>
  markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')

describe('the sequence of calls', () => {
  it('goes from the caller to the data source and back', () => {
    expect(words(diagram([call()]))).toContain(
      [
        'Caller Connector Data source The caller calls results("a", 0, 2)',
        'The connector asks the data source GET /api/v1/searches/a/results?offset=0&amp;limit=2',
        'The data source answers 200 {"code":200,"data":[]}',
        'The connector answers what broke the clause {"success":true,"data":[]}',
      ].join(' '),
    )
  })

  it('tells apart the last answer, faults, what got no response, and what asked for nothing', () => {
    const { response: _, ...unanswered } = madeExchange({ fault: 'f1' })
    const text = words(diagram([call({ exchanges: [] }), call({ exchanges: [unanswered] })]))
    expect(text.match(/what broke the clause/g)).toHaveLength(1)
    expect(text).toContain('no request The connector answers {"success"')
    expect(text).toContain('no response injected fault')
  })

  it('shows what the case changed about the connection, and what went to standard error', () => {
    const text = words(diagram([call({ change: 'with another password', stderr: 'Traceback' })]))
    expect(text).toContain('with another password')
    expect(text).toContain('Standard error Traceback')
  })

  it('counts repetitions, and leaves out the middle of what is too long', () => {
    const same = Array.from({ length: 500 }, () => madeExchange())
    const text = words(diagram([...Array(30).fill(call()), call({ exchanges: same })]))
    expect(text).toContain('… 499 more like that')
    expect(text).toContain('… 19 more')
    expect(text.match(/The caller calls/g)).toHaveLength(12)
  })

  it('calls searches by short names', () => {
    const id = '17a99ec1-b2c3-403e-b40c-9da2d0b6f364'
    const violation = madeViolation({ transcript: [call({ arguments: [`"${id}"`, '0', '2'] })] })
    const { markup } = sequenceDiagram(violation, searchNames(violation))
    expect(words(markup)).toContain('results("S1", 0, 2)')
  })

  it('says so where no call was made', () => {
    expect(words(diagram([]))).toContain('No call was made')
  })
})
