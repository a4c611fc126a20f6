import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const PROGRAM = fileURLToPath(new URL('transmit-program.ts', import.meta.url))
const ECHO = fileURLToPath(new URL('echo-connector.ts', import.meta.url))
const CONNECTION = '{"host":"127.0.0.1","port":1234}'
const CONFIGURATION = '{"auth":{"username":"me","password":"pass-word-1"}}'

interface Outcome {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

async function run(...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { exitCode: await closed, stdout, stderr }
}

function transmit(module: string, ...methodAndArguments: string[]): Promise<Outcome> {
  return run('transmit', module, CONNECTION, CONFIGURATION, ...methodAndArguments)
}

/** What the connector was called with, as it tells itself. */
async function passed(...methodAndArguments: string[]): Promise<unknown> {
  const { stdout } = await transmit(ECHO, ...methodAndArguments)
  return JSON.parse(stdout).values
}

describe('transmit', () => {
  it('makes the connector with connection and configuration, and prints one line of JSON', async () => {
    expect(await transmit(ECHO, 'ping')).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: `{"success":true,"connection":${CONNECTION},"configuration":${CONFIGURATION}}\n`,
    })
  })

  it('prints is_async as a bare boolean', async () => {
    expect(await transmit(ECHO, 'is_async')).toMatchObject({ stdout: 'true\n', exitCode: 0 })
  })

  it('prints a Python literal with --python', async () => {
    const isAsync = await run('transmit', '--python', ECHO, CONNECTION, CONFIGURATION, 'is_async')
    expect(isAsync.stdout).toBe('True\n')
    const query = await run('transmit', '--python', ECHO, CONNECTION, CONFIGURATION, 'query', 'q')
    expect(query.stdout).toBe("{'success': True, 'values': ['q']}\n")
  })

  it.each([
    ['a query that begins with dashes', ['query', '--python'], ['--python']],
    ['a query of two dashes', ['query', '--'], ['--']],
    ['a query of many lines', ['query', 'a\n\t"\'é😀'], ['a\n\t"\'é😀']],
    ['an empty query', ['query', ''], ['']],
    ['a search id that looks like help', ['status', '--help'], ['--help']],
    ['offset and length as integers', ['results', 'id', '0', '010'], ['id', 0, 10]],
    ['a negative offset as it is', ['results', 'id', '-1', '1'], ['id', '-1', 1]],
    ['a length that is no integer as it is', ['results', 'id', '0', '1.5'], ['id', 0, '1.5']],
    [
      'digits beyond what a number holds as they are',
      ['results', 'id', '0', '90071992547409921'],
      ['id', 0, '90071992547409921'],
    ],
    [
      'metadata that is a JSON object',
      ['results', 'id', '0', '1', '{"a":1}'],
      ['id', 0, 1, { a: 1 }],
    ],
    ['metadata that is a JSON string', ['results', 'id', '0', '1', '"a"'], ['id', 0, 1, 'a']],
    ['metadata that is no JSON as a string', ['results', 'id', '0', '1', '{a'], ['id', 0, 1, '{a']],
    ['metadata of status', ['status', 'id', '[1]'], ['id', [1]]],
  ])('passes on %s', async (_what, methodAndArguments, values) => {
    expect(await passed(...methodAndArguments)).toEqual(values)
  })

  it('prints a failure envelope like any other answer, with exit code 0', async () => {
    const answer = await transmit('abc', 'results', 'id', '-1', '1')
    expect(answer.exitCode).toBe(0)
    expect(JSON.parse(answer.stdout)).toMatchObject({ success: false, code: 'invalid_parameter' })
  })

  it.each([
    ['connection', '{"host"', CONFIGURATION],
    ['connection', '[]', CONFIGURATION],
    ['configuration', CONNECTION, CONFIGURATION.slice(0, -1)],
  ])('refuses a %s that is no JSON object, without a word of it', async (name, ...settings) => {
    const answer = await run('transmit', 'abc', ...settings, 'ping')
    expect(answer).toMatchObject({ exitCode: 2, stdout: '' })
    expect(answer.stderr).toContain(`The ${name} is not a JSON object.`)
    expect(answer.stderr).not.toContain('pass-word-1')
  })

  it.each([
    ['an unknown method', ['qeury', 'q'], 'no method "qeury"'],
    [
      'a missing argument',
      ['results', 'id', '0'],
      'results <search_id> <offset> <length> [metadata]',
    ],
    ['an argument too many', ['ping', 'now'], '1 was given'],
  ])('refuses %s', async (_what, methodAndArguments, message) => {
    const answer = await transmit(ECHO, ...methodAndArguments)
    expect(answer).toMatchObject({ exitCode: 2, stdout: '' })
    expect(answer.stderr).toContain(message)
  })

  it('refuses a module that is not there', async () => {
    const answer = await transmit('./nowhere.ts', 'ping')
    expect(answer).toMatchObject({ exitCode: 3, stdout: '' })
    expect(answer.stderr).toContain('There is no connector module "./nowhere.ts".')
  })

  it.each([
    ['that cannot be stripped', 'enum Mode { On }', 'in place of the enum'],
    ['with a syntax error', 'export default = 1', 'Correct the syntax'],
    ['with a missing import', "import './gone.ts'", 'There is no such file'],
  ])('explains a TypeScript module %s', async (_what, source, hint) => {
    const folder = mkdtempSync(join(tmpdir(), 'transmit-'))
    try {
      writeFileSync(join(folder, 'connector.ts'), source)
      const answer = await transmit(join(folder, 'connector.ts'), 'ping')
      expect(answer).toMatchObject({ exitCode: 3, stdout: '' })
      expect(answer.stderr).toContain(hint)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('does not hide a connector that throws behind an envelope', async () => {
    const answer = await transmit(ECHO, 'delete', 'id')
    expect(answer).toMatchObject({ exitCode: 3, stdout: '' })
    expect(answer.stderr).toContain(
      'threw instead of answering delete: this connector cannot delete',
    )
  })
})
