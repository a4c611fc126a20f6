import { describe, expect, it, vi } from 'vitest'
import { TargetError, UsageError } from '../../../harness/errors.ts'
import { defineCheck } from '../../../harness/kit/define-check.ts'
import { INVARIANTS } from '../../../harness/kit/invariants/index.ts'
import { makePlan } from '../../../harness/run/make-plan.ts'
import { verifyOptions } from '../../support/made-options.ts'
import { toyDriver } from '../../support/toy-driver.ts'

/** A catalogue of few checks, so that what is chosen does not change with each new check. */
vi.mock('../../../harness/checks/index.ts', () => {
  const toy = { claim: 'it holds', cases: () => [1], run: async () => {} }
  return {
    CHECKS: [
      defineCheck({ ...toy, clause: 'LIFE-1', needs: ['asynchronous'] }),
      defineCheck({ ...toy, clause: 'LIFE-10', needs: ['asynchronous'] }),
      defineCheck({ ...toy, clause: 'PAGE-1' }),
      defineCheck({ ...toy, clause: 'PAGE-1', aspect: 'fields' }),
      defineCheck({ ...toy, clause: 'NET-4', needs: ['https'] }),
      defineCheck({ ...toy, clause: 'PAGE-9', needs: ['result_limit'] }),
    ],
  }
})

const asynchronous = toyDriver({ is_async: () => true })
const synchronous = toyDriver({ is_async: () => false })
const plan = (change: Parameters<typeof verifyOptions>[0] = {}, driver = asynchronous) =>
  makePlan(verifyOptions(change), driver)

describe('the plan', () => {
  it('takes every check that applies, and says of the others why they do not', async () => {
    expect(await plan()).toMatchObject({
      checks: ['LIFE-1', 'LIFE-10', 'PAGE-1', 'PAGE-1 fields'],
      notApplicable: [
        { check: 'NET-4', reason: 'the data source speaks plain HTTP' },
        { check: 'PAGE-9', reason: 'its author does not declare `result_limit`' },
      ],
      leftOut: [],
    })
  })

  it('leaves out what a synchronous connector does not have', async () => {
    const { mode, checks, notApplicable } = await plan({}, synchronous)
    expect(mode).toBe('synchronous')
    expect(checks).toEqual(['PAGE-1', 'PAGE-1 fields'])
    expect(notApplicable).toContainEqual({
      check: 'LIFE-1',
      reason: 'the connector is synchronous',
    })
  })

  it('is plain JSON, since workers are given it', async () => {
    const made = await plan()
    expect(JSON.parse(JSON.stringify(made))).toEqual(made)
  })

  it('tries the same of a connector that takes its time as of one that answers at once', async () => {
    const waits = async () => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      return true
    }
    const [swift, slow] = [await plan(), await plan({}, toyDriver({ is_async: waits }))]
    expect({ ...slow, callMilliseconds: swift.callMilliseconds }).toEqual(swift)
  })

  it('says of each check that it runs how much of it is tried', async () => {
    const { tries, checks } = await plan({ runs: 7 })
    expect(Object.keys(tries)).toEqual(checks)
    expect(tries['PAGE-1']).toEqual({ listed: 1, made: 0 })
  })

  it('--skip goes before --only, and what is left out is said to be', async () => {
    const { checks, leftOut } = await plan({ only: ['LIFE'], skip: ['LIFE-1'] })
    expect(checks).toEqual(['LIFE-10'])
    expect(leftOut.map(({ check }) => check)).toEqual([
      ...['LIFE-1', 'PAGE-1', 'PAGE-1 fields', 'NET-4', 'PAGE-9'],
      ...INVARIANTS.map(({ name }) => name),
    ])
    expect(leftOut[0]?.reason).toBe('left out by --only or --skip')
  })

  it.each(['PAGE-10', 'PAG', 'AGE-1', 'ERR', '', '-', '1', 'PAGE-1 fields'])(
    'that no check answers to is wrong use: %j',
    async (prefix) => {
      await expect(plan({ only: [prefix] })).rejects.toThrow(UsageError)
      await expect(plan({ skip: [prefix] })).rejects.toThrow(
        `no check has a clause that begins with "${prefix}"`,
      )
    },
  )

  it('that leaves nothing to run is wrong use', async () => {
    const made = plan({ only: ['PAGE'], skip: ['PAGE'] })
    await expect(made).rejects.toThrow(UsageError)
    await expect(made).rejects.toThrow('no check is left to run')
  })

  it('of which nothing applies to the connector is right use, and the plan says so', async () => {
    expect(await plan({ only: ['LIFE'] }, synchronous)).toMatchObject({
      checks: [],
      notApplicable: [
        { check: 'LIFE-1', reason: 'the connector is synchronous' },
        { check: 'LIFE-10', reason: 'the connector is synchronous' },
      ],
    })
  })
})

describe('declarations', () => {
  const declaring = (declarations: unknown) => toyDriver({ is_async: () => true }, { declarations })

  it('are what the module says, with defaults for the rest', async () => {
    const made = await plan({}, declaring({ result_limit: true }))
    expect(made.declarations).toMatchObject({ delete: 'reaches', result_limit: true })
    expect(made.checks).toContain('PAGE-9')
  })

  it('of the user go before those of the module', async () => {
    const said = { result_limit: false }
    const made = await plan(
      { declarations: said },
      declaring({ result_limit: true, delete: 'no-op' }),
    )
    expect(made.declarations).toMatchObject({ delete: 'no-op', result_limit: false })
  })

  it.each([
    [{ delet: 'no-op' }, 'delet'],
    [{ delete: 'never' }, 'delete'],
    [{ errors: { 1: ['no_such_code'] } }, 'errors: 1'],
    ['no-op', 'object'],
    [5, 'object'],
    [null, 'object'],
    [[], 'object'],
  ])('of a module that cannot be used end the run: %j', async (declarations, named) => {
    const made = plan({}, declaring(declarations))
    await expect(made).rejects.toThrow(TargetError)
    await expect(made).rejects.toThrow('the declarations of a toy cannot be used: ')
    await expect(made).rejects.toThrow(named)
  })
})
