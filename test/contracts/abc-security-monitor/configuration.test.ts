import { describe, expect, it } from 'vitest'
import { AbcConfiguration } from '../../../contracts/abc-security-monitor/configuration.ts'

describe('the configuration of a connector for ABC Security Monitor', () => {
  it('names a user and a password, either of which may be empty', () => {
    const configuration = { auth: { username: '', password: '', tenant: 't' } }
    expect(AbcConfiguration.parse(configuration)).toEqual(configuration)
  })

  it.each([
    {},
    { auth: {} },
    { auth: { username: 'a' } },
    { auth: { username: 'a', password: 1 } },
  ])('is not %j', (configuration) => {
    expect(AbcConfiguration.safeParse(configuration).success).toBe(false)
  })
})
