import { describe, expect, it } from 'vitest'
import {
  type ContractOptions,
  targetName,
  verifyWords,
} from '../../../../harness/cli/in-vitest/contract-options.ts'
import { describeConnectorContract } from '../../../../harness/cli/in-vitest/describe-connector-contract.ts'
import { testsThatRun } from '../../../../harness/cli/in-vitest/selected-checks.ts'
import { UsageError } from '../../../../harness/errors.ts'

describe('what is said in code, as a command line', () => {
  it.each([
    ['./mine.ts', ['./mine.ts']],
    [{ module: './mine.ts' }, ['./mine.ts']],
    [{ command: ['python3', 'my main.py'] }, ['--', 'python3', 'my main.py']],
    [
      { stix_shifter: { checkout: '../s', module: 'abc' } },
      ['--stix-shifter', '../s', '--module', 'abc'],
    ],
    [
      { proxy_host: { url: 'https://127.0.0.1:5000', pin: 'ab' } },
      ['--proxy-host', 'https://127.0.0.1:5000', '--proxy-pin', 'ab'],
    ],
    [undefined, []],
  ])('names the target %j', (target, words) => {
    expect(verifyWords(target, {})).toEqual(['--no-reference', ...words])
  })

  it('has every option by its name', () => {
    const words = verifyWords('abc', {
      ...{ seed: 0, runs: 5, profile: 'quick', budget: 60, timeout: 5, jobs: 1 },
      ...{ strict: true, http: true, store: false, config: 'contract.yaml' },
      data_source: './tide-gate.yaml',
      declare: { mode: 'asynchronous' },
      connection: { options: { concurrency: 2 } },
      configuration: { auth: { api_key: '{{password}}' } },
    })
    expect(words).toEqual([
      ...['--no-reference', '--config', 'contract.yaml', '--data-source', './tide-gate.yaml'],
      ...['--seed', '0', '--runs', '5'],
      ...['--profile', 'quick', '--budget', '60', '--timeout', '5', '--jobs', '1'],
      ...['--strict', '--http', '--declare', '{"mode":"asynchronous"}'],
      ...['--connection', '{"options":{"concurrency":2}}'],
      ...['--configuration', '{"auth":{"api_key":"{{password}}"}}', '--no-store', 'abc'],
    ])
  })

  it.each([[{}], ['--json=report.json']])(
    'is refused where it names no connector: %j',
    (target) => {
      expect(() => verifyWords(target, {})).toThrow(UsageError)
    },
  )

  it('heads the tests', () => {
    expect(targetName('./mine.ts')).toBe('./mine.ts')
    expect(targetName({ command: ['python3', 'main.py'] })).toBe('python3 main.py')
    expect(targetName(undefined)).toBe('the connector of the configuration')
  })
})

describe('describeConnectorContract', () => {
  it('takes the functions of vitest as their types have them', () => {
    const options: ContractOptions = { describe, test: it }
    expect(options).toEqual({ describe, test: it })
  })

  it('asks for the functions of the vitest that runs the tests', () => {
    // As JavaScript would call it.
    const options = {} as Parameters<typeof describeConnectorContract>[1]
    expect(() => describeConnectorContract('abc', options)).toThrow(
      'needs the functions of your vitest',
    )
  })
})

describe('the tests that run', () => {
  const group = { name: 'group', mode: 'run', tasks: [] as object[] }
  const family = { name: 'family', mode: 'run', suite: group, tasks: [] as object[] }
  const test = (name: string, mode: string) => {
    const task = { name, mode, suite: family }
    family.tasks.push(task)
    return task
  }
  group.tasks.push(family)
  const first = test('first', 'run')
  test('second', 'skip')
  test('third', 'queued')

  it('are those that a filter has left', () => {
    expect(testsThatRun(first, 'group')).toEqual(['first', 'third'])
  })

  it('are not to be told where there is no such group', () => {
    expect(testsThatRun(first, 'another')).toEqual([])
    expect(testsThatRun(undefined, 'group')).toEqual([])
  })
})
