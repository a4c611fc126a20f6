import { describe, expect, it } from 'vitest'
import { CHECK_NAMES, saidOf } from '../support/said-of.ts'
import { BROKEN } from './broken.ts'
import { connector } from './connector.ts'

const NOT_APPLICABLE = /^(LIFE-(?!7)|MODE-2 asynchronous|PAGE-[679]|SEC-3|ENV-5 odd)/
/** They wait for a second each, and what they wait for is no data source's own. */
const SLOW = ['NET-3', 'NET-3 code', 'NET-3 slow answer', 'SEC-1 request given up']
const HELD = CHECK_NAMES.filter((name) => !NOT_APPLICABLE.test(name) && !SLOW.includes(name))

describe('for an invented data source in XML, with tokens of OAuth and URLs that lead on', {
  timeout: 120_000,
}, () => {
  const said = saidOf('test/sources/harbour-log/harbour-log.yaml')

  it('a correct connector holds everything that applies', async () => {
    expect(await said(connector, HELD, 4)).toEqual(HELD.map((name) => `${name} held`))
  })

  it.each(BROKEN)('$caughtBy catches $defect', async ({ make, caughtBy }) => {
    expect((await said(make, [caughtBy]))[0]).toMatch(new RegExp(`^${caughtBy} violated`))
  })
})
