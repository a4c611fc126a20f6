import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { terminalReport } from '../../../../harness/report/terminal/terminal.ts'
import { clauseReport, madeReport, madeViolation } from '../../../support/made-report.ts'

const textOf = (change: Parameters<typeof madeReport>[0] = {}) =>
  stripVTControlCharacters(terminalReport(madeReport(change)))

describe('the report on a terminal', () => {
  it('of a run that holds is short', () => {
    const ids = [
      'ENV-1',
      'MODE-1',
      'LIFE-1',
      'PAGE-1',
      'PAGE-2',
      'ERR-1',
      'NET-1',
      'SEC-1',
    ] as const
    expect(textOf({ clauses: ids.map((id) => clauseReport(id, 'held')) })).toBe(
      `abc  module (own process), asynchronous, over HTTPS
seed 1, 50 made cases for each property
data source ABC Security Monitor (0123456789ab)

  Envelopes      ENV-1 ✓
  Mode           MODE-1 ✓
  Life cycle     LIFE-1 ✓
  Pagination     PAGE-1 ✓  PAGE-2 ✓
  Error mapping  ERR-1 ✓
  Transport      NET-1 ✓
  Security       SEC-1 ✓

                 ✓ held

8 clauses: 8 held.  24 cases in 1.2 s.

`,
    )
  })

  it('of a violation shows clause, case, expected and actual, the exchange and what repeats it', () => {
    const clauses = [clauseReport('MODE-1', 'held'), clauseReport('PAGE-1', 'violated')]
    expect(textOf({ clauses, violations: [madeViolation()] })).toContain(`

✗ PAGE-1  MUST  \`results\`: rows a, b, not rows b, c
    Claim     results(id, offset, length) is rows [offset, offset + length)
    Case      rows 3, pageSize 10, offset 1, length 2
    Expected  rows b, c
    Actual    rows a, b
    Source    1000 rows in the table, at most 1000 a page
    Calls     results("a", 1, 2)
                → GET /api/v1/searches/a/results?offset=0&limit=2
                ← 200  {"code":200,"data":[]}
              = {"success":true,"data":[{"id":"a"},{"id":"b"}]}
    Again     npx connector-contract verify abc --only PAGE-1 --seed 1

  Mode           MODE-1 ✓
`)
    expect(textOf({ clauses, violations: [madeViolation()] })).toContain(`

The connector breaks the contract.
2 clauses: 1 held, 1 violated.  6 cases in 1.2 s.
`)
  })

  it('says why a clause does not apply, and by how many answers others were judged', () => {
    const clauses = [
      { ...clauseReport('LIFE-8', 'not-applicable'), reason: 'the connector is synchronous' },
      { ...clauseReport('ENV-1', 'held'), restsOn: { cases: 3, answers: 734, requests: 9 } },
    ]
    const text = textOf({ clauses })
    expect(text).toContain('\n– LIFE-8: the connector is synchronous\n')
    expect(text).toContain('734 answers by ENV-1\n')
  })

  it('of a violation that has been kept says how to bring that very case back', () => {
    const kept = madeViolation({ replay: 'npx … replay 1a2b', reproduce: 'npx … reproduce 1a2b' })
    expect(textOf({ violations: [kept] })).toContain(`
    Again     npx … replay 1a2b
    Debug     npx … reproduce 1a2b
    Verify    npx connector-contract verify abc --only PAGE-1 --seed 1
`)
  })

  it('of such a one, read on another machine, says what brings it back there', () => {
    const kept = madeViolation({ replay: 'npx … replay 1a2b', reproduce: 'npx … reproduce 1a2b' })
    const text = terminalReport(madeReport({ violations: [kept] }), { isReadElsewhere: true })
    expect(text).not.toContain('1a2b')
    expect(text).toContain(
      '    Again     npx connector-contract verify abc --only PAGE-1 --seed 1\n',
    )
  })

  it('of a SHOULD that is not met does not say that the contract is broken', () => {
    const clauses = [clauseReport('PAGE-1', 'advised')]
    const text = textOf({ clauses, violations: [madeViolation({ level: 'SHOULD' })] })
    expect(text).toContain('! PAGE-1  SHOULD  `results`')
    expect(text).toContain('1 clauses: 1 SHOULD not met.')
    expect(text).not.toContain('breaks the contract')
  })

  it('of a SHOULD that is not met under --strict says that it fails', () => {
    const clauses = [clauseReport('PAGE-1', 'advised')]
    const violations = [madeViolation({ level: 'SHOULD' })]
    expect(textOf({ clauses, violations, strict: true })).toContain(
      'The connector does not do what it SHOULD, which --strict asks for.',
    )
  })

  it('of an incomplete run says why it has no verdict, and gives none', () => {
    const text = textOf({
      clauses: [clauseReport('PAGE-1', 'violated'), clauseReport('PAGE-2', 'undecided')],
      violations: [madeViolation()],
      trouble: ['a worker died', 'two\nlines \u001b[2J'],
    })
    expect(text).toContain(`
The run is incomplete, so that it has no verdict:
    a worker died
    two\\nlines \\u001b[2J
`)
    expect(text).not.toContain('breaks the contract')
  })

  it('shows how a command is called, and over what', () => {
    const text = textOf({
      driver: 'command',
      target: 'python3 main.py transmit abc',
      scheme: 'http',
    })
    expect(text).toMatch(
      /^python3 main\.py transmit abc {2}command \(one process a call\), asynchronous, over HTTP\n/,
    )
  })

  it('says so on a line of its own where the target is long', () => {
    const target = `python3 ${'a'.repeat(60)}.py transmit abc`
    expect(textOf({ driver: 'command', target })).toMatch(
      new RegExp(
        `^${target}\\ncommand \\(one process a call\\), asynchronous, over HTTPS\\nseed 1`,
      ),
    )
  })

  it('has a mark of its own for each outcome, and explains those that it uses', () => {
    const clauses = [
      clauseReport('PAGE-1', 'held'),
      clauseReport('PAGE-2', 'violated'),
      clauseReport('PAGE-3', 'advised'),
      clauseReport('PAGE-4', 'not-applicable'),
      clauseReport('PAGE-5', 'left-out'),
      clauseReport('PAGE-6', 'no-check'),
      clauseReport('PAGE-7', 'undecided'),
    ]
    const text = textOf({ clauses })
    expect(text).toContain('PAGE-1 ✓  PAGE-2 ✗  PAGE-3 !  PAGE-4 –  PAGE-5 ·  PAGE-6 ?  PAGE-7 …')
    expect(text.replaceAll(/ *\n +/g, '   ')).toContain(
      '✓ held   ✗ violated   ! SHOULD not met   – not applicable   · left out   ? no check yet   … undecided',
    )
  })

  it('passes over the families that were left out', () => {
    const clauses = [
      clauseReport('MODE-1', 'left-out'),
      clauseReport('PAGE-1', 'held'),
      clauseReport('SEC-1', 'left-out'),
    ]
    const text = textOf({ clauses })
    expect(text).toContain('\n  Pagination     PAGE-1 ✓\n\n                 ✓ held\n')
    expect(text).not.toMatch(/MODE-1|SEC-1/)
    expect(text).toContain('3 clauses: 1 held, 2 left out.')
  })

  it('lets no text of the connector drive the terminal or break a line', () => {
    const nasty = 'a\r\n\u001b[2J\u009b31m\u202e'
    const text = textOf({
      target: `abc ${nasty}`,
      violations: [
        madeViolation({ expected: nasty, actual: nasty, counterexample: { query: nasty } }),
      ],
    })
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u)
    expect(text).toContain(String.raw`    Actual    a\r\n\u001b[2J\u009b31m\u202e`)
  })
})
