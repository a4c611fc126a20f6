import { describe, expect, it } from 'vitest'
import { checkSource } from '../../../harness/cli/data-source/check-source.ts'
import { loadDescription } from '../../../harness/data-source/load-description.ts'
import { CHECK_NAMES, saidOf } from '../support/said-of.ts'
import { BROKEN } from './broken.ts'
import connector from './connector.ts'

const FILE = 'test/sources/tide-gate/tide-gate.yaml'
/** They wait for time to pass. */
const SLOW = ['NET-3', 'NET-5', 'LIFE-9']

describe('for Tide Gate as it is described', { timeout: 120_000 }, () => {
  const said = saidOf(`./${FILE}`)

  it('its description fits together', async () => {
    const { findings } = await checkSource(loadDescription(FILE, FILE))
    expect(findings?.filter(({ problem }) => problem !== undefined)).toEqual([])
  })

  it('a correct connector holds all that applies', async () => {
    const names = CHECK_NAMES.filter((name) => !SLOW.some((slow) => name.startsWith(slow)))
    const results = await said(connector, names, 6)
    expect(results.filter((each) => / violated/.test(each))).toEqual([])
    expect(results.filter((each) => / held/.test(each)).length).toBeGreaterThan(30)
  })

  it.each(BROKEN)('$caughtBy catches $defect', async ({ make, caughtBy }) => {
    expect((await said(make, [caughtBy]))[0]).toMatch(new RegExp(`^${caughtBy} violated`))
  })
})
