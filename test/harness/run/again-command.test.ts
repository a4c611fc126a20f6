import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { againCommand } from '../../../harness/run/again-command.ts'
import { madePlan, verifyOptions } from '../../support/made-options.ts'

const COMMAND = ['python3', 'my main.py', 'transmit', "it's", '$HOME', '*.py'] as const
const again = (change: Parameters<typeof verifyOptions>[0] = {}) =>
  againCommand(
    verifyOptions({ scheme: 'https', ...change }),
    madePlan({ seed: 42 }),
    'PAGE-1',
    '/home/me',
  )

describe('the command that repeats a clause', () => {
  it('names the module, the clause and the seed', () => {
    expect(again()).toBe('npx connector-contract verify abc --only PAGE-1 --seed 42')
  })

  it('says everything else that its verdict depends on', () => {
    const command = again({
      runs: 7,
      deadlineMilliseconds: 3_000,
      strict: true,
      scheme: 'http',
      declarations: { delete: 'no-op' },
    })
    expect(command).toBe(
      `npx connector-contract verify abc --only PAGE-1 --seed 42 --runs 7 --timeout 3 --strict --http --declare '{"delete":"no-op"}'`,
    )
  })

  it('names the data source where somebody has named one', () => {
    const dataSource = { name: 'abc-security-monitor', from: { kind: 'built-in' } } as const
    expect(again({ dataSource })).toBe(
      'npx connector-contract verify abc --data-source abc-security-monitor --only PAGE-1 --seed 42',
    )
  })

  it('passes on what the run was passed, a variable in place of what may be a secret', () => {
    const passed = { connection: { options: { a: 1 } }, configuration: { auth: { key: 'x' } } }
    expect(again({ passed })).toBe(
      `npx connector-contract verify abc --only PAGE-1 --seed 42 --connection '{"options":{"a":1}}' --configuration "$CONFIGURATION"`,
    )
    expect(again({ passed, configurationFile: '/home/me/connector-contract.config.yaml' })).toBe(
      'npx connector-contract verify abc --only PAGE-1 --seed 42',
    )
  })

  it('names a configuration file that is not found by itself, and a variable by its name alone', () => {
    expect(again({ configurationFile: '/home/me/ci/strict.yaml', variables: ['ABC_KEY'] })).toBe(
      'npx connector-contract verify abc --only PAGE-1 --seed 42 --config ci/strict.yaml --env ABC_KEY="$ABC_KEY"',
    )
  })

  it('leaves to a configuration of another folder what paths of that folder say', () => {
    const configurationFile = '/home/me/packages/abc/connector-contract.config.yaml'
    const from = '/home/me/packages/abc'
    const command = { kind: 'command', prefix: ['./main'], cwd: from } as const
    for (const target of [{ kind: 'module', specifier: './index.ts', from } as const, command]) {
      expect(again({ target, configurationFile })).toBe(
        'npx connector-contract verify --only PAGE-1 --seed 42 --config packages/abc/connector-contract.config.yaml',
      )
    }
  })

  it('puts a command last, behind --', () => {
    const target = { kind: 'command', prefix: ['./main', 'transmit', 'abc'], cwd: '/' } as const
    expect(again({ target })).toBe(
      'npx connector-contract verify --only PAGE-1 --seed 42 -- ./main transmit abc',
    )
  })

  it('names a host with what tells that it is the right one', () => {
    const target = {
      kind: 'proxy-host',
      url: 'https://127.0.0.1:5000',
      module: 'abc',
      certificate: 'my cert.pem',
      from: '/',
    } as const
    expect(again({ target })).toBe(
      "npx connector-contract verify --proxy-host https://127.0.0.1:5000 --proxy-cert 'my cert.pem' --module abc --only PAGE-1 --seed 42",
    )
  })

  it('names a module of a checkout by the options that named it', () => {
    const module = { kind: 'stix-shifter', checkout: '../stix-shifter', module: 'abc' } as const
    expect(again({ target: { ...module, python: 'python3', from: '/' } })).toBe(
      'npx connector-contract verify --stix-shifter ../stix-shifter --module abc --only PAGE-1 --seed 42',
    )
    expect(again({ target: { ...module, python: '.venv/bin/python', from: '/' } })).toContain(
      '--module abc --python .venv/bin/python --only',
    )
  })

  it('means the same words to a shell, whatever they hold', () => {
    const words = shellWords(again({ target: { kind: 'command', prefix: COMMAND, cwd: '/' } }))
    expect(words.slice(words.indexOf('--') + 1)).toEqual([...COMMAND])
    const specifier = './my connectors/$(a)/`b`'
    expect(shellWords(again({ target: { kind: 'module', specifier, from: '/' } }))).toContain(
      specifier,
    )
  })
})

function shellWords(command: string): readonly string[] {
  return execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
}
