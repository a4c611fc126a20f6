import { describe, expect, it } from 'vitest'
import { violated } from '../../../harness/kit/expectations.ts'
import type { Session } from '../../../harness/kit/session.ts'
import { runToyCheck } from '../../support/run-toy-check.ts'
import { toyDriver } from '../../support/toy-driver.ts'

/** A check of one case, whose try fails where its turn, counted from 0, is one of these. */
function failing(
  isFailing: (turn: number) => boolean,
  milliseconds: (turn: number) => number = () => 1,
) {
  let turn = -1
  const driver = toyDriver(
    {},
    {
      call: async () => {
        turn += 1
        const value = { success: !isFailing(turn) }
        return { kind: 'answered', value, stdout: '', stderr: '', milliseconds: milliseconds(turn) }
      },
    },
  )
  const run = async ({ connector }: Session) => {
    if ((await connector.ping()).reading.kind === 'failure') violated('success', 'a failure')
  }
  const result = runToyCheck({ cases: () => [7], run }, { driver })
  return result.then((each) => ({ result: each, tries: turn + 1 }))
}

const LATE = 5_000

describe('a case that has failed', () => {
  it('is tried once more, and no more where it fails each time', async () => {
    const { result, tries } = await failing(() => true)
    expect(result).toMatchObject({ state: 'violated', cases: 1 })
    expect(result).not.toHaveProperty('violation.failed')
    expect(result).not.toHaveProperty('restsOnTime')
    expect(tries).toBe(2)
  })

  it('is violated though it fails by chance, and says how often', async () => {
    const { result, tries } = await failing((turn) => turn % 3 === 0)
    expect(result).toMatchObject({
      state: 'violated',
      violation: { failed: { failed: 4, of: 10 } },
    })
    expect(tries).toBe(10)
  })

  it('begins the check anew where it failed late, and only then', async () => {
    const { result, tries } = await failing(
      (turn) => turn === 0,
      (turn) => (turn === 0 ? LATE : 1),
    )
    expect(result).toEqual({ state: 'held', cases: 1 })
    expect(tries).toBe(11)
  })

  it('is violated where it fails by chance, late or not', async () => {
    const { result } = await failing(
      (turn) => turn % 4 === 0,
      (turn) => (turn === 0 ? LATE : 1),
    )
    expect(result).toMatchObject({
      state: 'violated',
      violation: { failed: { failed: 3, of: 10 } },
    })
    expect(result).not.toHaveProperty('restsOnTime')
  })

  it('may rest on time where it is late each time that it fails', async () => {
    const { result } = await failing(
      () => true,
      () => LATE,
    )
    expect(result).toMatchObject({ state: 'violated', restsOnTime: true })
  })
})
