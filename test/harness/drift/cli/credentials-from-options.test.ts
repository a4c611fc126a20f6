import { describe, expect, it } from 'vitest'
import { credentialsFromOptions } from '../../../../harness/cli/drift/credentials-from-options.ts'
import type { Given } from '../../../../harness/cli/drift/drift-options.ts'
import { UsageError } from '../../../../harness/errors.ts'

const none: Given = { value: undefined, isTyped: false }
const typed = (value: string): Given => ({ value, isTyped: true })
const variable = (value: string): Given => ({ value, isTyped: false })
const given = (parts: { username?: Given; password?: Given; token?: Given }) => ({
  prefix: '--' as const,
  username: none,
  password: none,
  token: none,
  ...parts,
})

describe('who asks', () => {
  it('is nobody where nothing says so', () => {
    expect(credentialsFromOptions(given({}))).toBeUndefined()
  })

  it('is a name on the command line with a password in a variable', () => {
    const options = given({ username: typed('ann'), password: variable('pw') })
    expect(credentialsFromOptions(options)).toEqual({
      kind: 'basic',
      username: 'ann',
      password: 'pw',
    })
  })

  it('is the token, where both are in variables', () => {
    const options = given({
      username: variable('ann'),
      password: variable('pw'),
      token: variable('tok'),
    })
    expect(credentialsFromOptions(options)).toEqual({ kind: 'token', token: 'tok' })
  })

  it('is the name on the command line before a token in a variable', () => {
    const options = given({
      username: typed('ann'),
      password: variable('pw'),
      token: variable('tok'),
    })
    expect(credentialsFromOptions(options)).toMatchObject({ kind: 'basic' })
  })

  it.each([
    [
      'both are on the command line',
      { username: typed('ann'), token: typed('s3cret') },
      'both --token',
    ],
    ['there is a name alone', { username: typed('ann') }, '--password is missing'],
    ['there is a password alone', { password: variable('s3cret') }, '--username is missing'],
    [
      'the name holds a colon',
      { username: typed('a:nn'), password: typed('s3cret') },
      '--username holds a colon',
    ],
    ['a token is no header', { token: typed('s3cret\n') }, '--token cannot be sent in a header'],
  ])('is refused, without a secret in the message, where %s', (_where, parts, problem) => {
    const refuse = () => credentialsFromOptions(given(parts))
    expect(refuse).toThrow(UsageError)
    expect(refuse).toThrow(problem)
    expect(refuse).not.toThrow(/s3cret/)
  })
})
