import { describe, expect, it } from 'vitest'
import { DriftReport, exitCodeOf } from '../../../harness/drift/drift-report.ts'
import type { Scenario } from '../../../harness/drift/scenario.ts'
import { SCENARIOS } from '../../../harness/drift/scenarios/index.ts'
import { createSearch } from '../../../harness/drift/steps.ts'
import { driftTerminal } from '../../../harness/drift/terminal/drift-terminal.ts'
import { compared, differing } from './support/compared.ts'

const named = (...names: readonly string[]) => SCENARIOS.filter(({ name }) => names.includes(name))
const PING = { method: 'GET', path: '/ping' } as const

/** Makes two searches, and then does something else. */
const twoSearchesAnd = (then: Scenario['run']): Scenario => ({
  name: 'two-searches',
  title: 'Two searches',
  async run(side, observe, input) {
    await createSearch(side, input.query)
    await createSearch(side, input.query, side.newId())
    await then(side, observe, input)
  },
})

describe('a report', () => {
  it('is dated, and shows both observations of a difference with their evidence', async () => {
    const { report } = await compared(
      { faults: [{ kind: 'api-error', code: 1010, message: 'Down', operation: 'delete' }] },
      {},
      { scenarios: named('search-life') },
    )
    expect(DriftReport.parse(report)).toEqual(report)
    expect(report.date).toBe('2026-03-01T12:00:00.000Z')
    const difference = report.differs.find(({ probe }) => probe === 'delete')
    expect(difference).toMatchObject({
      scenario: 'search-life',
      facet: 'HTTP status',
      url: {
        seen: { kind: 'exact', value: 503 },
        evidence: {
          request: expect.stringMatching(/^DELETE \/searches\//),
          status: 503,
          headers: { 'Content-Type': 'application/json; charset=utf-8' },
          body: '{"code":1010,"message":"Down"}',
        },
      },
      against: { seen: { kind: 'exact', value: 200 }, evidence: { status: 200 } },
    })
  })

  it('holds no row, at whichever side', async () => {
    const { report, mocks } = await compared({ settings: { maxPageSize: 100 } })
    const [row] = await mocks.url.control.rows("SELECT * FROM events WHERE hostname != '' LIMIT 1")
    expect(JSON.stringify(report)).not.toContain(row?.['hostname'])
    expect(JSON.stringify(report)).not.toContain(row?.['id'])
    expect(JSON.stringify(report)).toContain('100 rows')
  })

  it.each(['s3cret', 'p"w\\d 1/ü+%', "o'neil&co"])(
    'holds no credentials, also where a data source repeats them: %s',
    async (password) => {
      const account = {
        credentials: { username: 'ann', password, token: 'tok-en+7/x' },
        permitted: true,
      }
      const basic = Buffer.from(`ann:${password}`).toString('base64')
      const message = `${password} ${JSON.stringify(password)} ${encodeURIComponent(password)} ${basic}`
      const { report } = await compared(
        {
          settings: { accounts: [account] },
          faults: [{ kind: 'api-error', code: 1020, message, operation: 'create' }],
        },
        {},
        { scenarios: named('search-life', 'bad-queries') },
      )
      const texts = [JSON.stringify(report), driftTerminal(report, { strict: false })]
      expect(texts.join('\n')).toContain('<the password>')
      for (const secret of [password, JSON.stringify(password).slice(1, -1), basic]) {
        expect(texts.some((text) => text.includes(secret))).toBe(false)
      }
      expect(differing(report)).toContain('search-life › create › HTTP status')
    },
  )
})

describe('a password that is a word of the report', () => {
  it.each(['exact', 'version', 'order', 'code'])('does it no harm: %s', async (password) => {
    const accounts = [{ credentials: { username: 'ann', password }, permitted: true }]
    const { report } = await compared(
      { settings: { accounts } },
      {},
      { scenarios: named('search-life') },
    )
    expect(DriftReport.parse(report).differs).toEqual([])
    expect(report.agrees.length).toBeGreaterThan(30)
  })
})

describe('what could not be compared is told with its reason', () => {
  it('where there are too few rows for the cap, the walk and the tokens', async () => {
    const { report } = await compared({ settings: { dataSet: { rows: 1, seed: 1 } } })
    expect(reasons(report)).toMatchObject({
      'page-cap › a limit beyond the cap': expect.stringMatching(
        /^at url: the largest page that was seen \(1\) held all rows/,
      ),
      'page-walk › the rest': expect.stringMatching(/^at url: its rows \(1\) make one page of 3/),
      'bad-page-tokens › the rest': expect.stringMatching(/no page gives a token/),
    })
  })

  it('where a search is over before it can be caught running', async () => {
    const { report } = await compared(
      { edit: { response: finishedAtOnce } },
      {},
      { scenarios: named('running-search') },
    )
    expect(reasons(report)).toEqual({
      'running-search › results of a running search': expect.stringMatching(
        /^at url: it was over before it could be caught running/,
      ),
    })
  })

  it('where a side refuses for too many requests, again and again', async () => {
    const { report } = await compared(
      { faults: [{ kind: 'rate-limit', operation: 'results' }] },
      {},
      { scenarios: named('search-life') },
    )
    expect(differing(report)).toEqual([])
    expect(reasons(report)).toMatchObject({
      'search-life › results': 'at url: it is refused for too many requests (429)',
    })
  })

  it('and fails where --strict asks for all to be compared', async () => {
    const { report } = await compared({ settings: { dataSet: { rows: 1, seed: 1 } } })
    expect(exitCodeOf(report, { strict: false })).toBe(0)
    expect(exitCodeOf(report, { strict: true })).toBe(1)
  })
})

describe('a data source that limits requests', () => {
  it('is asked again, and differs in nothing', async () => {
    const { report } = await compared(
      { faults: [{ kind: 'rate-limit', operation: 'status', requests: 3 }] },
      {},
      { scenarios: named('search-life') },
    )
    expect(report.differs).toEqual([])
    expect(report.notCompared).toEqual([])
  })
})

describe('searches that were made are deleted', () => {
  it.each<[string, Scenario['run']]>([
    ['at the end', async () => undefined],
    [
      'where the scenario cannot go on',
      (side) => side.send(PING).then(() => Promise.reject(new Error('a defect'))),
    ],
  ])('%s', async (_when, then) => {
    const run = compared({}, {}, { scenarios: [twoSearchesAnd(then)] })
    const outcome = await run.catch((error: Error) => error.message)
    if (typeof outcome === 'string') return expect(outcome).toBe('a defect')
    expect(outcome.mocks.url.control.state().searches).toEqual([])
  })

  it('the last one first, also where the run is interrupted', async () => {
    const stop = new AbortController()
    const interrupted = twoSearchesAnd(async (side) => {
      stop.abort()
      await side.send(PING)
    })
    const { report, mocks } = await compared(
      {},
      {},
      { scenarios: [interrupted], signal: stop.signal },
    )
    expect(report.trouble).toEqual(['stopped in "two-searches": it was interrupted'])
    expect(exitCodeOf(report, { strict: false })).toBe(3)
    for (const { control } of Object.values(mocks)) {
      const { journal } = control
      const ids = (method: string) =>
        journal.entries().flatMap(({ request, response, searchId }) => {
          if (request.method !== method) return []
          const { query_id: made } = JSON.parse(response?.body ?? '{}') as { query_id?: string }
          return [searchId ?? made]
        })
      expect(ids('DELETE')).toEqual(ids('POST').toReversed())
      expect(control.state().searches).toEqual([])
    }
  })

  it('and those that cannot be are told of', async () => {
    const { report } = await compared(
      { faults: [{ kind: 'api-error', code: 1010, operation: 'delete' }] },
      {},
      { scenarios: [twoSearchesAnd(async () => undefined)] },
    )
    expect(report.url.leftBehind).toEqual([
      'the search of-url-1 (HTTP 503)',
      expect.stringMatching(/^the search [\da-f-]{36} \(HTTP 503\)$/),
    ])
    expect(driftTerminal(report, { strict: false })).toContain(
      'at url: the search of-url-1 (HTTP 503)',
    )
  })

  it('by the id asked for, or told of, where the answer of a creation is lost', async () => {
    const { report } = await compared(
      { faults: [{ kind: 'close-mid-body', operation: 'create' }] },
      {},
      { scenarios: [twoSearchesAnd(async () => undefined)] },
    )
    expect(report.url.leftBehind).toEqual([
      'perhaps a search, since the answer of its creation was lost',
    ])
  })
})

describe('a run that cannot be completed', () => {
  it('says where a side was gone, and keeps what was found before', async () => {
    const { report } = await compared({ faults: [{ kind: 'reset', after: 12 }] })
    expect(report.trouble).toEqual([
      expect.stringMatching(/^stopped in "search-life": http:\S+ no longer answers: /),
    ])
    expect(report.agrees.map(({ scenario }) => scenario)).toContain('credentials')
    expect(exitCodeOf(report, { strict: false })).toBe(3)
    expect(driftTerminal(report, { strict: false })).toContain('The run is incomplete')
  })

  it('is one in which neither side makes a search', async () => {
    const { report } = await compared({}, {}, { query: 'SELECT * FROM nowhere' })
    expect(report.trouble).toEqual([
      'neither side could make a search of this query: give one with --query',
    ])
  })
})

describe('an answer that does not come', () => {
  it('is an observation, where the data source goes on', async () => {
    const { report } = await compared(
      { faults: [{ kind: 'hang', operation: 'delete' }] },
      {},
      { scenarios: named('unknown-search'), timeoutMilliseconds: 1_500 },
    )
    expect(report.differs).toMatchObject([
      {
        probe: 'its deletion',
        facet: 'HTTP status',
        url: { seen: { value: 'no answer' }, evidence: { problem: 'no answer within 1.5 s' } },
      },
    ])
  })
})

function reasons({ notCompared }: DriftReport): Record<string, string> {
  return Object.fromEntries(
    notCompared.map(({ scenario, probe, why }) => [`${scenario} › ${probe}`, why]),
  )
}

/** As a search that was over at once would have answered. */
function finishedAtOnce(passing: { status: number; json: unknown }): void {
  const body = passing.json as Record<string, unknown>
  if (body['code'] === 1003) {
    passing.status = 200
    passing.json = { code: 200, data: [], offset: 0, total: 0, next_page_token: null }
  } else if (body['status'] !== undefined) {
    Object.assign(body, { status: 'COMPLETED', progress: 100 })
  }
}
