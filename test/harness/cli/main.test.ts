import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { basisOf } from '../../../contracts/basis.ts'
import { CLAUSES } from '../../../contracts/clauses.ts'
import { MAIN } from '../../support/command-line/paths.ts'
import { runProgram } from '../../support/run-program.ts'

const VERSION: unknown = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
).version

describe('the command line', () => {
  it('shows every subcommand with --help, and its own version with --version', async () => {
    const [help, version] = await Promise.all([runProgram(['--help']), runProgram(['--version'])])
    expect(help).toMatchObject({ exitCode: 0, stderr: '' })
    for (const name of ['verify', 'mock', 'transmit', 'list', 'explain']) {
      expect(help.stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    }
    expect(version).toEqual({ exitCode: 0, stdout: `${VERSION}\n`, stderr: '' })
  })

  it('says what verify takes, and what its exit codes mean', async () => {
    const { exitCode, stdout } = await runProgram(['verify', '--help'])
    expect(exitCode).toBe(0)
    const options = ['only', 'skip', 'seed', 'runs', 'timeout', 'strict', 'http', 'jobs', 'json']
    for (const option of options) expect(stdout).toContain(`--${option}`)
    expect(stdout).toContain('verify [options] -- <command...>')
    expect(stdout).toMatch(/Exit code: 0 .*; 1 .*; 2 .*; 3 /)
  })

  it('outlives a reader that goes away, with the exit code that it would have had', async () => {
    const child = spawn(process.execPath, [MAIN, 'list'], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += String(chunk)
    })
    const [code] = await once(child, 'close')
    expect({ code, said }).toEqual({ code: 0, said: '' })
  })

  it('shows help on standard error, and ends as wrong use, where nothing is asked for', async () => {
    const { exitCode, stdout, stderr } = await runProgram([])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain('Usage: connector-contract')
  })
})

/** What is typed, and how the first line of standard error begins. */
const WRONG_USE: readonly (readonly [string, readonly string[], string])[] = [
  ['a subcommand that there is not', ['frobnicate'], "unknown command 'frobnicate'"],
  ['the name of a method of every object', ['constructor'], "unknown command 'constructor'"],
  ['an option that there is not', ['verify', '--bogus'], "unknown option '--bogus'"],
  ['a clause that there is not', ['verify', 'abc', '--only', 'PAGE-99'], 'no check has a clause'],
  ['filters that leave nothing', ['verify', 'abc', '--only=ENV', '--skip=ENV'], 'no check is left'],
  [
    'a module and a command',
    ['verify', 'abc', '--', 'python3'],
    'both a module (abc) and a command',
  ],
  ['no command after --', ['verify', '--'], 'there is no command after --'],
  ['a seed that is no number', ['verify', '--seed', 'x'], "option '--seed <number>' argument 'x'"],
  ['no runs', ['verify', '--runs', '0'], "option '--runs <number>' argument '0'"],
  [
    'a declaration that is not JSON',
    ['verify', 'abc', '--declare', '{a:1}'],
    '--declare is not JSON',
  ],
  [
    'a report in no folder',
    ['verify', '--json', 'no/r.json'],
    '--json no/r.json cannot be written',
  ],
  ['a clause to explain that there is not', ['explain', 'PAGE-99'], 'there is no clause "PAGE-99"'],
]

/** What is typed, and how standard error begins: the connector cannot be started. */
const NO_CONNECTOR: readonly (readonly [string, readonly string[], string])[] = [
  ['a module that does not exist', ['verify', './no.ts'], 'There is no connector module "./no.ts"'],
  ['a module that is no connector', ['verify', 'package.json'], 'The module "package.json"'],
  [
    'a program that does not exist',
    ['verify', '--', 'no-such-x'],
    'There is no program "no-such-x"',
  ],
  [
    'a file that is no program',
    ['verify', '--', './README.md'],
    'There is no program "./README.md"',
  ],
  [
    'a command that fails',
    ['verify', '--', process.execPath, '-e', 'throw new Error("no such data source")'],
    'is_async gives a crash with exit code 1',
  ],
]

describe('wrong use', () => {
  it.each(WRONG_USE)('ends with 2 and says so: %s', async (_, words, message) => {
    const { exitCode, stdout, stderr } = await runProgram(words)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(`error: ${message}`)
    expect(stderr.startsWith('error: ')).toBe(true)
    // One line that says what is wrong and one that says what to do.
    expect(stderr.trimEnd().split('\n')).toHaveLength(2)
    expect(stderr).not.toContain('    at ')
  })
})

describe('a connector that cannot be started', () => {
  it.each(NO_CONNECTOR)('ends with 3 and says so: %s', async (_, words, message) => {
    const { exitCode, stdout, stderr } = await runProgram(words)
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
    expect(stderr.startsWith(`error: ${message}`)).toBe(true)
    expect(stderr.trimEnd().split('\n')).toHaveLength(2)
    expect(stderr).not.toContain('    at ')
  })
})

describe('list', () => {
  it('shows every clause with its level and title', async () => {
    const { exitCode, stdout, stderr } = await runProgram(['list'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    for (const { id, level, title } of CLAUSES) {
      expect(stdout).toContain(title)
      expect(stdout).toMatch(
        new RegExp(`^ {2}${id} +${level} +(guide|interface|hardening) +\\S`, 'm'),
      )
    }
    expect(stdout.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(CLAUSES.length)
  })

  it('gives the clauses as JSON', async () => {
    const { stdout } = await runProgram(['list', '--json'])
    expect(JSON.parse(stdout)).toEqual(
      CLAUSES.map((clause) => ({ ...clause, basis: basisOf(clause) })),
    )
  })
})

describe('explain', () => {
  it('shows the whole clause, where it comes from and what checks it, in any case', async () => {
    const { exitCode, stdout, stderr } = await runProgram(['explain', 'page-1'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(/^PAGE-1 {2}MUST {2}`results` is the window it was asked for\n/)
    const clause = CLAUSES.find(({ id }) => id === 'PAGE-1')
    const words = stdout.replaceAll(/\s+/g, ' ')
    expect(words).toContain(clause?.text)
    expect(words).toContain(`Source ${clause?.source}`)
    expect(words).toContain('Methods results')
    expect(words).toContain('SHOULD: ')
    expect(words).toContain('Checks PAGE-1 (MUST): results(id, offset, length) is rows')
  })
})

describe('colours', () => {
  it('are for those who ask for them', async () => {
    const { stdout } = await runProgram(['list'], { FORCE_COLOR: '1' })
    expect(stripVTControlCharacters(stdout)).not.toBe(stdout)
  })

  it.each([
    ['where the output is no terminal', {}],
    ['with NO_COLOR', { NO_COLOR: '1' }],
    ['in CI', { CI: 'true' }],
    ['on a dumb terminal', { TERM: 'dumb' }],
  ])('are left out %s', async (_, env) => {
    const { stdout } = await runProgram(['list'], env)
    expect(stripVTControlCharacters(stdout)).toBe(stdout)
  })
})
