import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Driver } from '../../../../harness/drivers/driver.ts'
import { aCall } from '../fixtures/a-call.ts'
import { behave, openStandIn } from './open-stand-in.ts'

let driver: Driver

beforeAll(async () => {
  driver = await openStandIn()
})
afterAll(() => driver.close())

const doing = (behaviour: string, given = {}) => behave(driver, behaviour, given)

describe('a module is given', () => {
  test('queries as they are, whatever is in them', async () => {
    const query = `SELECT '"$HOME"' \\ \`id\`\n\r\t\0\u2028☃😀\ud800 -- ${'é'.repeat(200_000)}`
    expect(await doing(query)).toMatchObject({
      kind: 'answered',
      value: { success: true, search_id: query },
    })
  })

  test('numbers as numbers, strings as strings, and metadata as it is', async () => {
    const metadata = { token: 'a+b', count: 2, deep: [null, true, 1.5] }
    const args = ['id', 3, '4', metadata]
    expect(await driver.call(aCall({ method: 'results', arguments: args }))).toMatchObject({
      value: { given: `['id', 3, '4', ${python(metadata)}]`, metadata },
    })
  })

  test('a large integer as an integer, and a fraction as a fraction', async () => {
    const args = ['id', 1e21, -0.5]
    expect(await driver.call(aCall({ method: 'results', arguments: args }))).toMatchObject({
      value: { given: "['id', 1000000000000000000000, -0.5, None]" },
    })
  })

  test('no metadata where there is none', async () => {
    const args = ['id', undefined]
    expect(await driver.call(aCall({ method: 'status', arguments: args }))).toMatchObject({
      value: { metadata: null },
    })
  })

  test('variables of its own at each call, which the next one does not have', async () => {
    const environment = { CA_OF_TEST: '/ca.pem' }
    expect(await doing('see a variable', { environment })).toMatchObject({ value: '/ca.pem' })
    for (const _ of [1, 2]) expect(await doing('see a variable')).toMatchObject({ value: null })
  })

  test('a connection of its own at each call, on a StixTransmission of its own', async () => {
    const connection = { host: '127.0.0.1', port: 1, options: { note: 'mine' } }
    for (const _ of [1, 2, 3]) {
      expect(await doing('change what it was given', { connection })).toMatchObject({
        value: 'mine',
      })
    }
  })
})

describe('an answer', () => {
  test('is what the method gave', async () => {
    expect(await driver.call(aCall())).toMatchObject({
      kind: 'answered',
      value: { success: true },
      stdout: '',
      stderr: '',
    })
    expect(await driver.call(aCall({ method: 'is_async' }))).toMatchObject({ value: true })
    expect(await doing('answer None')).toMatchObject({ kind: 'answered', value: null })
  })

  test('is read as any reader of its JSON would read it', async () => {
    expect(await doing('answer as json would')).toMatchObject({
      value: {
        tuple: [1, ['a']],
        word: 'RUNNING',
        text: '\ud800 \u2028 é 😀',
        large: 2 ** 53 + 2,
        larger: 1e30,
        yes: true,
        none: null,
        float: 1,
      },
    })
  })

  test('may be nested, up to a depth that every reader takes', async () => {
    expect(await doing('answer at the limit')).toMatchObject({ kind: 'answered' })
    expect(await doing('answer too deep')).toMatchObject({ kind: 'no-value' })
  })

  test.each(['answer too much', 'answer without end'])('is too large: %s', async (behaviour) => {
    expect(await doing(behaviour)).toMatchObject({ kind: 'too-much-output' })
  })

  test('is not taken from what is printed, and what is printed does no harm', async () => {
    const outcome = await doing('print everywhere')
    expect(outcome).toMatchObject({ kind: 'answered', value: true })
    const printed = ['by print', 'from C', 'past every buffer', 'from a child', '{"sequence": 1, ']
    for (const text of printed) expect(outcome.stdout).toContain(text)
    expect(outcome.stderr).toBe('to stderr by print\nfrom a child\n')
    expect(await doing('a query')).toMatchObject({ value: { success: true }, stdout: '' })
  })

  test('comes although standard error is flooded; the end of it is kept', async () => {
    const outcome = await doing('flood stderr')
    expect(outcome).toMatchObject({ kind: 'answered', value: true })
    expect(outcome.stderr).toMatch(/y\n$/)
    expect(outcome.stderr.length).toBeLessThanOrEqual(8 * 1024 * 1024)
  })

  test('comes although output is closed, and the next call has its output again', async () => {
    expect(await doing('close its output')).toMatchObject({ kind: 'answered', value: true })
    expect(await doing('print everywhere')).toMatchObject({
      stdout: expect.stringContaining('by print'),
    })
  })

  test('is the one of the process that was asked, not of its child', async () => {
    expect(await doing('fork and return')).toMatchObject({
      value: { success: true, search_id: "the parent's" },
    })
  })
})

describe('a call without an answer', () => {
  test('that raises what stix-shifter does not catch: threw, without a stack', async () => {
    expect(await doing('raise past Exception')).toMatchObject({
      kind: 'threw',
      message: 'KeyboardInterrupt: stopped',
    })
    expect(await doing('raise what does not say')).toMatchObject({ message: 'Deep' })
  })

  test('that raises what stix-shifter does catch: the failure envelope that it makes', async () => {
    expect(await doing('raise')).toMatchObject({
      kind: 'answered',
      value: { success: false, error: 'odd connector error => it broke', code: 'unknown' },
      stderr: expect.stringContaining('it broke'),
    })
  })

  test('that ends Python: crashed, with the exit code', async () => {
    expect(await doing('sys.exit')).toMatchObject({ kind: 'crashed', exitCode: 3, signal: null })
    expect(await doing('exit at once')).toMatchObject({ kind: 'crashed', exitCode: 7 })
  })

  test('that dies of a signal: crashed, with the signal', async () => {
    expect(await doing('segfault')).toMatchObject({
      kind: 'crashed',
      exitCode: null,
      signal: 'SIGSEGV',
    })
  })

  test('within its deadline: timed-out, with what was printed until then', async () => {
    expect(await doing('hang', { deadlineMilliseconds: 2_000 })).toMatchObject({
      kind: 'timed-out',
      afterMilliseconds: 2_000,
      stdout: 'started\n',
    })
  })

  test('that floods standard output: too-much-output, and it is stopped', async () => {
    const outcome = await doing('flood stdout')
    expect(outcome).toMatchObject({ kind: 'too-much-output', bytes: 32 * 1024 * 1024 })
    expect(outcome.stdout).toMatch(/^(y\n){1000}/)
  })

  test('since it closed the way that its answer goes: no-value, which says so', async () => {
    expect(await doing('close every descriptor')).toMatchObject({
      kind: 'no-value',
      reason: expect.stringContaining('closed the descriptors'),
    })
  })

  test('does the next no harm', async () => {
    const behaviours = ['exit at once', 'segfault', 'sys.exit', 'close every descriptor']
    for (const behaviour of [...behaviours, ...behaviours]) {
      await doing(behaviour)
      expect(await driver.call(aCall())).toMatchObject({ kind: 'answered' })
    }
  })
})

describe('what JSON lacks', () => {
  test('stays what it is, so that it can be judged', async () => {
    const { value } = (await doing('answer what JSON lacks')) as unknown as {
      value: Record<string, unknown>
    }
    expect(value['nan']).toBeNaN()
    expect(value['infinite']).toBe(Number.NEGATIVE_INFINITY)
    expect(value['bytes']).toMatchObject({ bytes: Buffer.from([0, 255]) })
    expect(value['numbered']).toEqual(new Map([[1, 'one']]))
    expect(value['date']).toMatchObject({ type: 'datetime.datetime' })
    expect(value['decimal']).toMatchObject({ text: "Decimal('1.5')" })
    expect(value['set']).toMatchObject({ type: 'set', text: '{1, 2, 3}' })
    expect(value['object']).toMatchObject({ text: '<object object>' })
  })

  test('is known where a value holds itself', async () => {
    expect(await doing('answer itself')).toMatchObject({
      kind: 'answered',
      value: { success: true, self: { type: 'circular' } },
    })
  })
})

describe('calls', () => {
  test('run side by side, each with its own output', async () => {
    const queries = Array.from({ length: 12 }, (_, index) => `query ${index}`)
    const outcomes = await Promise.all([
      ...queries.map((query) => doing(query)),
      doing('print everywhere'),
    ])
    expect(outcomes.slice(0, -1)).toMatchObject(
      queries.map((search_id) => ({ value: { search_id }, stdout: '', stderr: '' })),
    )
  })

  test('one after the other never share a process', async () => {
    const processes: unknown[] = []
    for (let call = 0; call < 6; call += 1) {
      processes.push((await doing('process')) as unknown)
    }
    const ids = processes.map((outcome) => (outcome as { value: number }).value)
    for (const [index, id] of ids.slice(1).entries()) expect(id).not.toBe(ids[index])
  })
})

/** The `repr` of plain values without strings that need an escape. */
function python(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('"', "'")
    .replaceAll(/([:,])/g, '$1 ')
    .replaceAll('null', 'None')
    .replaceAll('true', 'True')
}
