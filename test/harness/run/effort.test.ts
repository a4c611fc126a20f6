import { describe, expect, it } from 'vitest'
import { Declarations } from '../../../contracts/declarations.ts'
import { CHECKS } from '../../../harness/checks/index.ts'
import type { Capabilities } from '../../../harness/kit/capabilities.ts'
import { listedCases } from '../../../harness/kit/define-check.ts'
import { type EffortOptions, effortFor, LENGTHS } from '../../../harness/run/effort.ts'
import { abcSource } from '../../support/abc-source.ts'

const asynchronous: Capabilities = {
  mode: 'asynchronous',
  scheme: 'https',
  declarations: Declarations.parse({ result_limit: true }),
  source: abcSource,
}
const CAPABILITIES = [asynchronous, { ...asynchronous, mode: 'synchronous' }] as const

const applyingTo = (capabilities: Capabilities) =>
  CHECKS.filter((check) => check.notFor(capabilities) === undefined)

function effort(
  change: Partial<EffortOptions> = {},
  capabilities: Capabilities = asynchronous,
  only: (name: string) => boolean = () => true,
) {
  const all = applyingTo(capabilities)
  const options = { profile: 'default', runs: undefined, driver: 'module', ...change } as const
  const wanted = all.filter(({ name }) => only(name))
  return effortFor(wanted, all, capabilities, options)
}

describe.each(CAPABILITIES)('the effort for a connector that is $mode', (capabilities) => {
  it('is no longer than the profile', () => {
    expect(effort({ profile: 'quick' }, capabilities).calls).toBeLessThanOrEqual(LENGTHS.quick)
    expect(effort({}, capabilities).calls).toBeLessThanOrEqual(LENGTHS.default)
  })

  it('of a quick run has a case of every check', () => {
    const { tries } = effort({ profile: 'quick' }, capabilities)
    for (const { name } of applyingTo(capabilities)) {
      const { listed = 0, made = 0 } = tries[name] ?? {}
      expect.soft(listed + made, name).toBeGreaterThan(0)
    }
  })

  it('of a default run leaves out nothing that is listed, and makes cases beside', () => {
    const { tries, runs } = effort({}, capabilities)
    expect(runs).toBeGreaterThan(0)
    for (const check of applyingTo(capabilities)) {
      const { length } = listedCases(check, capabilities)
      expect.soft(tries[check.name]?.listed, check.name).toBe(length)
    }
  })
})

describe('the effort', () => {
  it('of a check among others is what it has beside them', () => {
    const profile = 'quick'
    const all = applyingTo(asynchronous)
    const own = ({ tries }: ReturnType<typeof effort>) => tries['ERR-1']
    const alone = effort({ profile, among: all }, asynchronous, (name) => name === 'ERR-1')
    expect(own(alone)).toEqual(own(effort({ profile })))
    expect(Object.keys(alone.tries)).toEqual(['ERR-1'])
    const whole = effort({ profile }, asynchronous, (name) => name === 'ERR-1')
    expect(alone.calls).toBeLessThan(whole.calls)
  })

  it('of a quick run has each error code of each method, and each fault', () => {
    const { tries } = effort({ profile: 'quick' })
    for (const name of ['ERR-1', 'ERR-3', 'ENV-1 fault matrix', 'LIFE-1', 'PAGE-1']) {
      const check = CHECKS.find((each) => each.name === name)
      const all = check === undefined ? [] : listedCases(check, asynchronous)
      expect.soft(tries[name]?.listed, name).toBe(all.length)
    }
  })

  it('of fewer checks is as long as of all', () => {
    const { calls, tries } = effort({}, asynchronous, (name) => name === 'PAGE-1')
    expect(calls).toBe(LENGTHS.default)
    expect(tries['PAGE-1']?.made).toBeGreaterThan(effort().runs)
  })

  it('of a thorough run is three rounds of more made cases than a default one has', () => {
    const [usual, thorough] = [effort(), effort({ profile: 'thorough' })]
    expect(thorough.runs).toBeGreaterThan(usual.runs)
    const listed = effort({ runs: 0 }).calls
    const aRound = effort({ runs: thorough.runs }).calls - listed
    // What a case takes is no whole number, and each sum is rounded.
    expect(Math.abs(thorough.calls - (listed + 3 * aRound))).toBeLessThanOrEqual(3)
  })

  it('is what the user says, with all that is listed', () => {
    const { runs, tries, shrinks } = effort({ profile: 'quick', runs: 7 })
    expect({ runs, shrinks }).toEqual({ runs: 7, shrinks: 300 })
    expect(tries['ERR-4']?.listed).toBe(effort().tries['ERR-4']?.listed)
    expect(effort({ runs: 7, driver: 'command' })).toMatchObject({ runs: 7, shrinks: 40 })
  })

  it('is short where less is tried of any check than in a default run of all', () => {
    const { runs } = effort()
    expect(effort().isShort).toBe(false)
    expect(effort({ profile: 'quick' }).isShort).toBe(true)
    expect(effort({ runs: runs - 1 }).isShort).toBe(true)
    expect(effort({ runs }).isShort).toBe(false)
    const one = (change: Partial<EffortOptions>) =>
      effort(change, asynchronous, (name) => name === 'PAGE-1').isShort
    expect([one({}), one({ runs }), one({ runs: 1 }), one({ profile: 'quick' })]).toEqual([
      ...[false, false, true, false],
    ])
  })
})
