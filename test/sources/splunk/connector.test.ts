import { describe, expect, it } from 'vitest'
import { saidOf } from '../support/said-of.ts'
import { BROKEN } from './broken.ts'
import connector from './connector.ts'

const QUICK = [
  ...['ENV-1', 'ENV-2', 'MODE-2 asynchronous', 'MODE-3', 'LIFE-1', 'LIFE-2', 'LIFE-5', 'LIFE-8'],
  ...['PAGE-1', 'PAGE-2', 'PAGE-2 the data source errs', 'PAGE-3', 'PAGE-5', 'PAGE-8'],
  ...['ERR-1', 'ERR-2', 'ERR-3', 'ERR-3 renewal', 'ERR-4', 'SEC-1', 'SEC-2', 'SEC-3', 'NET-2'],
]

describe('for Splunk as it is described', { timeout: 120_000 }, () => {
  const said = saidOf('splunk')

  it.each(QUICK)('a correct connector holds %s', async (name) => {
    expect(await said(connector, [name], 6)).toEqual([`${name} held`])
  })

  it.each(BROKEN)('$caughtBy catches $defect', async ({ make, caughtBy }) => {
    expect((await said(make, [caughtBy]))[0]).toMatch(new RegExp(`^${caughtBy} violated`))
  })
})
