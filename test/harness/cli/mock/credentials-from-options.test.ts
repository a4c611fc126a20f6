import { describe, expect, it } from 'vitest'
import { credentialsFromOptions } from '../../../../harness/cli/mock/credentials-from-options.ts'
import { UsageError } from '../../../../harness/errors.ts'
import { abcSource } from '../../../support/abc-source.ts'

const KEY = { kind: 'token', usual: 'key-' } as const
const another = {
  title: 'Another',
  credentials: { ...abcSource.credentials, members: { key: KEY } },
}

describe('the credentials of a mock', () => {
  it('are members as the data source has them, in one option or in one each', () => {
    const both = { username: 'me', token: 't' }
    expect(credentialsFromOptions({ credentials: JSON.stringify(both) }, abcSource)).toEqual(both)
    expect(credentialsFromOptions(both, abcSource)).toEqual(both)
    expect(credentialsFromOptions({}, abcSource)).toEqual({})
    expect(credentialsFromOptions({ credentials: '{"key":"k"}' }, another)).toEqual({ key: 'k' })
  })

  it.each([
    [
      { credentials: '{"usrname":"me"}' },
      '--credentials names "usrname"; ABC Security Monitor has username, password and token',
      'Did you mean "username"?',
    ],
    [
      { credentials: '{}', username: 'me' },
      '--credentials and --username say the same; give one',
      undefined,
    ],
    [{ credentials: '{' }, '--credentials cannot be read as JSON', 'Give JSON such as'],
    [{ credentials: 'no-such-file' }, '--credentials cannot be read as JSON', 'Give JSON such as'],
    [{ credentials: 'package.json' }, '--credentials names "name"; ABC', undefined],
  ])('%j is wrong use', (options, message, hint) => {
    const read = () => credentialsFromOptions(options, abcSource)
    expect(read).toThrow(UsageError)
    expect(read).toThrow(message)
    if (hint !== undefined) {
      expect(read).toThrow(expect.objectContaining({ hint: expect.stringContaining(hint) }))
    }
  })

  it('knows no short form of what the data source does not have', () => {
    const read = () => credentialsFromOptions({ token: 't' }, another)
    expect(read).toThrow('--token: Another has no member "token"; it has key')
  })
})
