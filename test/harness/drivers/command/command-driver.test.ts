import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Call, CallResult } from '../../../../harness/drivers/driver.ts'
import { openDriver } from '../../../../harness/drivers/open-driver.ts'
import { TargetError } from '../../../../harness/errors.ts'
import { aCall } from '../fixtures/a-call.ts'

const folder = mkdtempSync(join(tmpdir(), 'command-driver-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function call(prefix: readonly string[], given: Partial<Call> = {}): Promise<CallResult> {
  const driver = await openDriver({ kind: 'command', prefix, cwd: folder })
  try {
    return await driver.call(aCall(given))
  } finally {
    await driver.close()
  }
}

const shell = (script: string, given?: Partial<Call>) => call(['sh', '-c', script], given)
const python = (script: string, given?: Partial<Call>) => call(['python3', '-c', script], given)

describe('a command is given', () => {
  const ECHO = 'import sys, os; print(sys.argv[1:])'

  test('connection, configuration, method and arguments, as they are', async () => {
    const awkward = `SELECT '"$HOME"' \\ \`id\`\n\r\t☃😀 -- ; exit 1`
    const outcome = await python(ECHO, { method: 'query', arguments: [awkward] })
    expect(outcome).toMatchObject({
      kind: 'answered',
      value: [
        '{"host":"127.0.0.1","port":1}',
        '{"auth":{"username":"alice","password":"secret"}}',
        'query',
        awkward,
      ],
    })
  })

  test('the variables of its call', async () => {
    const environment = { CA_OF_TEST: '/ca.pem' }
    const outcome = await shell(`echo "['$CA_OF_TEST']"`, { environment })
    expect(outcome).toMatchObject({ value: ['/ca.pem'] })
  })

  test('numbers in decimal and metadata as JSON', async () => {
    const args = ['id', 0, '1', { token: 'a+b' }]
    const outcome = await python(ECHO, { method: 'results', arguments: args })
    expect(outcome).toMatchObject({
      value: expect.arrayContaining(['id', '0', '1', '{"token":"a+b"}']),
    })
  })

  test('an argument of 100 KiB', async () => {
    const query = 'é'.repeat(51_200)
    const outcome = await python('import sys; print(len(sys.argv[4]))', {
      method: 'query',
      arguments: [query],
    })
    expect(outcome).toMatchObject({ kind: 'answered', value: 51_200 })
  })

  test('an end of standard input at once', async () => {
    const outcome = await python('import sys; print(repr(sys.stdin.read()))')
    expect(outcome).toMatchObject({ kind: 'answered', value: '' })
  })

  test('its folder', async () => {
    writeFileSync(join(folder, 'answer.txt'), 'true')
    expect(await shell('cat answer.txt')).toMatchObject({ kind: 'answered', value: true })
  })
})

describe('the answer of a command', () => {
  test('may be JSON or a Python literal, with log lines before it', async () => {
    expect(await shell(`echo log; echo '{"success": true}'`)).toMatchObject({
      kind: 'answered',
      value: { success: true },
      stdout: 'log\n{"success": true}\n',
    })
    expect(await python('print("log"); print({"success": True})')).toMatchObject({
      kind: 'answered',
      value: { success: true },
    })
  })

  test('is the last of several, and that there are several is known', async () => {
    const one = await python('print("log"); print({"success": True})')
    expect(one).toMatchObject({ kind: 'answered', value: { success: true } })
    expect(one).not.toHaveProperty('several')
    const two = await python('print({"success": False}); print("log"); print({"success": True})')
    expect(two).toMatchObject({ kind: 'answered', value: { success: true }, several: true })
  })

  test('counts whatever the exit code', async () => {
    expect(await shell('echo true; exit 1')).toMatchObject({ kind: 'answered', value: true })
  })

  test('may be split anywhere on its way', async () => {
    const script = `
import os, sys, select
for byte in '\\ufeff{"text": "€😀"}\\r\\n'.encode():
    os.write(1, bytes([byte]))
    select.select([], [], [], 0.001)
`
    expect(await python(script)).toMatchObject({
      kind: 'answered',
      value: { text: '€😀' },
      stdout: '{"text": "€😀"}\r\n',
    })
  })

  test('is whole where a child writes on after its parent has ended', async () => {
    const script = 'print("[" + ", ".join(["1"] * 300000) + "]")'
    const outcome = await shell(`(python3 -c '${script}') & exit 0`)
    expect(outcome).toMatchObject({ kind: 'answered', value: Array(300_000).fill(1) })
  })

  test('stays with its own call, however many run at once', async () => {
    const prefix = ['sh', '-c', 'echo "{\\"id\\": \\"$3\\"}"; echo "$3" >&2']
    const driver = await openDriver({ kind: 'command', prefix, cwd: folder })
    const ids = Array.from({ length: 12 }, (_, index) => `id-${index}`)
    const outcomes = await Promise.all(
      ids.map((id) => driver.call(aCall({ method: 'status', arguments: [id] }))),
    )
    expect(outcomes).toMatchObject(
      ids.map((id) => ({ kind: 'answered', value: { id }, stderr: `${id}\n` })),
    )
    await driver.close()
  })
})

describe('a command without an answer', () => {
  test('that ends well: no-value, with the reason', async () => {
    expect(await shell('echo hello')).toMatchObject({
      kind: 'no-value',
      reason: 'Standard output holds no value; it ends in: "hello"',
      stdout: 'hello\n',
    })
    expect(await shell('true')).toMatchObject({ reason: 'Standard output is empty.' })
  })

  test('that raises an exception: crashed, with the traceback', async () => {
    const outcome = await python('print("log"); raise ValueError("it broke")')
    expect(outcome).toMatchObject({ kind: 'crashed', exitCode: 1, signal: null, stdout: 'log\n' })
    expect(outcome.stderr).toContain('ValueError: it broke')
  })

  test('that dies of a signal: crashed, with the signal', async () => {
    expect(await shell('kill -SEGV $$')).toMatchObject({
      kind: 'crashed',
      exitCode: null,
      signal: 'SIGSEGV',
    })
  })

  test('before the deadline: timed-out', async () => {
    expect(await shell('exec sleep 1000', { deadlineMilliseconds: 1 })).toMatchObject({
      kind: 'timed-out',
      afterMilliseconds: 1,
    })
  })

  test('that floods standard output: too-much-output, and it is stopped', async () => {
    const outcome = await shell('yes')
    expect(outcome).toMatchObject({ kind: 'too-much-output', bytes: 32 * 1024 * 1024 })
    expect(outcome.stdout).toMatch(/^(y\n){1000}/)
  })

  test('that floods standard error answers all the same; the end of it is kept', async () => {
    const outcome = await shell('yes | head -c 30000000 >&2; echo last >&2; echo true')
    expect(outcome).toMatchObject({ kind: 'answered', value: true })
    expect(outcome.stderr).toMatch(/y\nlast\n$/)
    expect(outcome.stderr.length).toBeLessThanOrEqual(8 * 1024 * 1024)
  })

  test('because its arguments are too long: could-not-start', async () => {
    const query = 'x'.repeat(8 * 1024 * 1024)
    expect(await shell('true', { method: 'query', arguments: [query] })).toMatchObject({
      kind: 'could-not-start',
      reason: 'The arguments are longer than the operating system takes (E2BIG).',
    })
  })

  test('because it is gone, or may not be run any more: could-not-start', async () => {
    const file = join(folder, 'connector')
    writeFileSync(file, '#!/bin/sh\necho true', { mode: 0o755 })
    const driver = await openDriver({ kind: 'command', prefix: ['./connector'], cwd: folder })
    expect(await driver.call(aCall())).toMatchObject({ kind: 'answered', value: true })
    chmodSync(file, 0o644)
    expect(await driver.call(aCall())).toMatchObject({
      kind: 'could-not-start',
      reason: '"./connector" is not a program that may be run (EACCES).',
    })
    rmSync(file)
    expect(await driver.call(aCall())).toMatchObject({
      kind: 'could-not-start',
      reason: 'There is no program "./connector", or not what its first line names (ENOENT).',
    })
    await driver.close()
  })
})

describe('the command driver', () => {
  test('says what it drives, and how to repeat a call', async () => {
    const prefix = ['python3', 'main.py', 'transmit', 'abc']
    const driver = await openDriver({ kind: 'command', prefix, cwd: folder })
    expect(driver.label).toBe('python3 main.py transmit abc')
    expect(driver.declarations).toBeUndefined()
    expect(driver.commandLine(aCall({ method: 'status', arguments: ["a'b", 'token'] }))).toBe(
      `python3 main.py transmit abc '{"host":"127.0.0.1","port":1}' ` +
        `'{"auth":{"username":"alice","password":"secret"}}' ` +
        String.raw`status 'a'\''b' '"token"'`,
    )
  })

  test.each<[string, readonly string[], string]>([
    ['no command', [], 'There is no command to run.'],
    ['a program that is nowhere', ['no-such-program'], 'There is no program "no-such-program"'],
    ['a file that is not there', ['./nowhere.py'], 'There is no program "./nowhere.py"'],
    ['a folder', ['/'], 'There is no program "/"'],
  ])('refuses %s', async (_, prefix, message) => {
    const opening = openDriver({ kind: 'command', prefix, cwd: folder })
    await expect(opening).rejects.toThrow(message)
    await expect(opening).rejects.toThrow(TargetError)
  })

  test('refuses a file that may not be run, and a folder that is not there', async () => {
    writeFileSync(join(folder, 'plain.txt'), '', { mode: 0o644 })
    const plain = openDriver({ kind: 'command', prefix: ['./plain.txt'], cwd: folder })
    await expect(plain).rejects.toThrow(TargetError)
    const cwd = join(folder, 'nowhere')
    const nowhere = openDriver({ kind: 'command', prefix: ['sh'], cwd })
    await expect(nowhere).rejects.toThrow('There is no folder')
  })
})
