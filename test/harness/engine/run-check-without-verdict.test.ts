import { describe, expect, it } from 'vitest'
import { violated } from '../../../harness/kit/expectations.ts'
import { CaseNotApplicable } from '../../../harness/kit/violation.ts'
import { RUNS, runToyCheck as run } from '../../support/run-toy-check.ts'

describe('a check that does not apply', () => {
  it('says why, without a case', async () => {
    const result = await run({
      needs: ['synchronous'],
      run: () => expect.unreachable(),
    })
    expect(result).toEqual({
      state: 'not-applicable',
      reason: 'the connector is asynchronous',
    })
  })

  it('says why where no case of it applied', async () => {
    const run1 = async () => {
      throw new CaseNotApplicable('it makes no request')
    }
    const expected = { state: 'not-applicable', reason: 'it makes no request' }
    expect(await run({ run: run1 })).toEqual(expected)
    expect(await run({ run: run1, cases: () => [1, 2] })).toEqual(expected)
  })

  it('says so where there are no cases', async () => {
    expect(await run({ cases: () => [] })).toEqual({
      state: 'not-applicable',
      reason: 'nothing of it is there at ABC Security Monitor',
    })
  })

  it('counts the cases that applied, where some did', async () => {
    const result = await run({
      cases: () => [1, 2, 3],
      run: async (_, example) => {
        if (example === 2) throw new CaseNotApplicable('two')
      },
    })
    expect(result).toEqual({ state: 'held', cases: 2 })
  })
})

describe('a check that the harness cannot finish', () => {
  const defect = async () => {
    throw new TypeError('a defect')
  }

  it('is undecided, and no violation of the connector', async () => {
    const expected = { state: 'undecided', reason: 'TypeError: a defect' }
    expect(await run({ run: defect })).toEqual(expected)
    expect(await run({ run: defect, cases: () => [1] })).toEqual(expected)
    expect(
      await run({
        cases: () => {
          throw new TypeError('a defect')
        },
      }),
    ).toEqual(expected)
  })

  it('is undecided also where its defect shows after cases that held', async () => {
    const result = await run({
      always: () => [1, 2, 3],
      run: async (_, example) => {
        if (example === 3) throw new RangeError('too far')
      },
    })
    expect(result).toEqual({ state: 'undecided', reason: 'RangeError: too far' })
  })

  it('is undecided where the check throws nothing at all', async () => {
    const run1 = () => Promise.reject(undefined)
    expect(await run({ run: run1 })).toMatchObject({ state: 'undecided' })
    expect(await run({ run: run1, cases: () => [1] })).toMatchObject({ state: 'undecided' })
  })

  it('is not tried any further', async () => {
    let tries = 0
    await run({
      run: async () => {
        tries += 1
        throw new Error('once')
      },
    })
    expect(tries).toBe(1)
  })
})

describe('every case', () => {
  it('has a session of its own, which is closed whatever comes of it', async () => {
    const ports = new Map<number, string>()
    const ends = ['holds', 'finds', 'throws', 'does not apply']
    for (const [index, end] of ends.entries()) {
      await run({
        cases: () => [index],
        run: async ({ connector, secrets }) => {
          ports.set(connector.connection.port, secrets.form('plain'))
          if (end === 'finds') violated('a', 'b')
          if (end === 'throws') throw new Error('a defect')
          if (end === 'does not apply') throw new CaseNotApplicable('so it is')
        },
      })
    }
    for (const port of ports.keys()) {
      await expect(fetch(`http://127.0.0.1:${port}/api/v1/ping`)).rejects.toThrow('fetch failed')
    }
  })

  it('has credentials that no other case of the run has', async () => {
    const passwords: string[] = []
    await run({
      run: async ({ secrets }) => {
        passwords.push(secrets.form('plain'))
      },
    })
    expect(new Set(passwords).size).toBe(RUNS)
  })
})
