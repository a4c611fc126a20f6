import { describe, expect, it } from 'vitest'
import { referenceTargets, splitCommand, targetsOf } from '../../../harness/cli/verify-targets.ts'
import { UsageError } from '../../../harness/errors.ts'

const from = process.cwd()

describe('the command on a command line', () => {
  it.each([
    [['node', 'main', 'verify', 'abc'], undefined],
    [['node', 'main', 'verify', '--'], []],
    [
      ['node', 'main', 'verify', '--http', '--', 'python3', 'main.py'],
      ['python3', 'main.py'],
    ],
    [
      ['node', 'main', 'verify', '--', 'sh', '-c', '--', 'x'],
      ['sh', '-c', '--', 'x'],
    ],
  ])('of %j is %j', (argv, command) => {
    expect(splitCommand(argv)).toEqual(command)
  })
})

describe('what to verify', () => {
  it('is the module that is named', () => {
    expect(targetsOf(['./mine.ts'], undefined)).toEqual([
      { kind: 'module', specifier: './mine.ts', from },
    ])
  })

  it('is the command behind --, word by word', () => {
    const words = ['python3', 'my main.py', '--only', 'x']
    expect(targetsOf(words, words)).toEqual([{ kind: 'command', prefix: words, cwd: from }])
  })

  it('is both reference connectors where they are asked for', () => {
    expect(referenceTargets([])).toEqual([
      { kind: 'module', specifier: 'abc-security-monitor', from },
      { kind: 'module', specifier: 'abc-security-monitor-sync', from },
    ])
  })

  it('is nothing where nothing is named, and what to write is said', () => {
    const ways = ['verify ./my-connector.ts', 'verify -- python3', 'target:', '--reference']
    for (const way of ways) {
      expect(() => targetsOf([], undefined)).toThrow(
        expect.objectContaining({
          message: 'no connector is named',
          exitCode: 2,
          hint: expect.stringContaining(way),
        }),
      )
    }
  })

  it('is not to be told from a connector beside --reference', () => {
    expect(() => referenceTargets(['abc'])).toThrow(UsageError)
  })

  it.each([
    ['two modules', ['a', 'b'], undefined],
    ['a module and a command', ['a', 'python3'], ['python3']],
    ['no command', [], []],
  ])('is not to be told from %s', (_, words, command) => {
    expect(() => targetsOf(words, command)).toThrow(UsageError)
  })
})
