import { describe, expect, it } from 'vitest'
import { namedTarget } from '../../../harness/cli/named-target.ts'
import { UsageError } from '../../../harness/errors.ts'

const from = process.cwd()

describe('a target that options name', () => {
  it('may be a module in a checkout of stix-shifter', () => {
    const target = { kind: 'stix-shifter', checkout: '../stix-shifter', module: 'abc', from }
    const options = { stixShifter: '../stix-shifter', module: 'abc' }
    expect(namedTarget(options, [])).toEqual({ ...target, python: 'python3' })
    expect(namedTarget({ ...options, python: '.venv/bin/python' }, [])).toEqual({
      ...target,
      python: '.venv/bin/python',
    })
  })

  it('is none where no option names one', () => {
    expect(namedTarget({}, ['./mine.ts'])).toBeUndefined()
  })

  it.each<[string, Parameters<typeof namedTarget>[0], readonly string[], string]>([
    ['a checkout without a module', { stixShifter: '.' }, [], 'no module of it'],
    ['a Python without a checkout', { python: 'python3' }, [], 'no checkout of stix-shifter'],
    ['a module without a place', { module: 'abc' }, [], 'nothing that holds it'],
    ['a checkout and a host', { stixShifter: '.', proxyHost: 'x' }, [], 'both a checkout'],
    ['a checkout and a module', { stixShifter: '.', module: 'a' }, ['./b.ts'], 'another target'],
  ])('is refused: %s', (_what, options, words, message) => {
    expect(() => namedTarget(options, words)).toThrow(UsageError)
    expect(() => namedTarget(options, words)).toThrow(message)
  })
})
