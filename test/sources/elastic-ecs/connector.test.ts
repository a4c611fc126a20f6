import { describe, expect, it } from 'vitest'
import { CHECK_NAMES, saidOf } from '../support/said-of.ts'
import { BROKEN } from './broken.ts'
import { connector } from './connector.ts'

/** Those of the other mode, and what this API has no room for. */
const NOT_APPLICABLE = /^(LIFE-(?!7)|MODE-2 asynchronous|PAGE-9|SEC-3|ERR-3 renewal)/
/** They wait for a second each, and what they wait for is no data source's own. */
const SLOW = ['NET-3', 'NET-3 code', 'NET-3 slow answer', 'SEC-1 request given up']
const HELD = CHECK_NAMES.filter((name) => !NOT_APPLICABLE.test(name) && !SLOW.includes(name))

describe('for Elasticsearch as it is described', { timeout: 120_000 }, () => {
  const said = saidOf('elastic-ecs', true)

  it('a correct connector holds everything that applies', async () => {
    expect(await said(connector, HELD, 3)).toEqual(HELD.map((name) => `${name} held`))
  })

  it.each(BROKEN)('$caughtBy catches $defect', async ({ make, caughtBy }) => {
    expect((await said(make, [caughtBy]))[0]).toMatch(new RegExp(`^${caughtBy} violated`))
  })
})
