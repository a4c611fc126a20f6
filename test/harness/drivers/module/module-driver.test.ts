import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { openInProcessDriver } from '../../../../harness/drivers/module/in-process-driver.ts'
import { openDriver } from '../../../../harness/drivers/open-driver.ts'
import { TargetError } from '../../../../harness/errors.ts'
import { aCall } from '../fixtures/a-call.ts'

const from = new URL('../fixtures', import.meta.url).pathname
const target = { kind: 'module', specifier: './odd-connector.ts', from } as const
const WAYS = {
  'in processes of its own': await openDriver(target),
  'in this process, as the one of its own does': await openInProcessDriver(target),
}
afterAll(() => Promise.all(Object.values(WAYS).map((driver) => driver.close())))

describe.each(Object.entries(WAYS))('%s', (_, driver) => {
  /** What the odd connector's `query` gives when it is told to behave so. */
  function behave(name: string, deadlineMilliseconds = 20_000) {
    return driver.call(aCall({ method: 'query', arguments: [name], deadlineMilliseconds }))
  }

  function connecting(note: string) {
    return driver.call(aCall({ connection: { host: 'localhost', port: 1, options: { note } } }))
  }

  describe('what a module answers', () => {
    test('is handed on as the live value, whatever it is', async () => {
      expect(await behave('answer a date')).toMatchObject({
        kind: 'answered',
        value: { search_id: new Date(0), count: Number.NaN },
      })
      expect(await behave('answer nothing')).toMatchObject({ kind: 'answered', value: undefined })
      const circle = await behave('answer itself')
      if (circle.kind !== 'answered') throw new Error(circle.kind)
      expect(circle.value).toHaveProperty('self', circle.value)
    })

    test('may come without a promise', async () => {
      expect(await driver.call(aCall({ method: 'is_async' }))).toMatchObject({ value: true })
    })

    test('comes from a fresh connector at every call', async () => {
      const [first, second] = [await driver.call(aCall()), await driver.call(aCall())]
      if (first.kind !== 'answered' || second.kind !== 'answered') throw new Error('no answer')
      expect(second.value).not.toBe(first.value)
    })

    test('cannot change what the next call is given', async () => {
      const connection = { host: 'localhost', port: 1, options: { note: 'as it was' } }
      const call = aCall({ connection, method: 'query', arguments: ['change what it was given'] })
      expect(await driver.call(call)).toMatchObject({ value: 'as it was' })
      expect(await driver.call(call)).toMatchObject({ value: 'as it was' })
    })
  })

  test('sees the variables of its call alone, also while others run', async () => {
    const seeing = (environment: Record<string, string>) =>
      driver.call(aCall({ method: 'query', arguments: ['see a variable'], environment }))
    const calls = [{ CA_OF_TEST: '/1.pem' }, {}, { CA_OF_TEST: '/2.pem' }].map(seeing)
    expect(await Promise.all(calls)).toMatchObject([
      { value: ['/1.pem', true, 'CA_OF_TEST'] },
      { value: [undefined, false] },
      { value: ['/2.pem', true, 'CA_OF_TEST'] },
    ])
    expect(process.env['CA_OF_TEST']).toBeUndefined()
    const line = driver.commandLine(aCall({ environment: { CA_OF_TEST: '/a b.pem' } }))
    expect(line).toMatch(/^CA_OF_TEST='\/a b\.pem' npx connector-contract transmit /)
  })

  describe('a module that fails', () => {
    test.each([
      ['throw at once', 'TypeError: no such thing'],
      ['throw a string', 'just words'],
      ['throw what cannot be shown', 'a value that cannot be shown'],
      ['reject with a cause', 'Error: fetch failed (cause: connect ECONNREFUSED)'],
      ['throw in a timer', 'Uncaught: Error: in a timer'],
      ['emit an error nobody hears', 'Uncaught: Error: unheard'],
      ['leave a rejection', 'Uncaught: Error: left alone'],
    ])('%s: threw, with its message', async (name, message) => {
      expect(await behave(name)).toMatchObject({ kind: 'threw', message })
    })

    test('in its factory: threw', async () => {
      const message = 'Error: the factory refuses'
      expect(await connecting('refuse')).toMatchObject({ kind: 'threw', message })
    })

    test('to give a connector: threw, and says so', async () => {
      const message = 'TypeError: The factory gave null instead of a connector.'
      expect(await connecting('no connector')).toMatchObject({ kind: 'threw', message })
    })

    test('to have a method: threw, and names it', async () => {
      const message = 'TypeError: The connector has no method "delete".'
      const outcome = await driver.call(aCall({ method: 'delete', arguments: ['id'] }))
      expect(outcome).toMatchObject({ kind: 'threw', message })
    })

    test('by leaving the process: crashed, and this process stays', async () => {
      expect(await behave('exit')).toMatchObject({ kind: 'crashed', exitCode: 7, signal: null })
    })

    test('to answer before the deadline: timed-out', async () => {
      const outcome = await behave('never answer', 1)
      expect(outcome).toMatchObject({ kind: 'timed-out', afterMilliseconds: 1 })
    })
  })

  describe('what a module writes', () => {
    test('is kept, character by character and stream by stream', async () => {
      const written = { kind: 'answered', stdout: 'é€ab', stderr: 'to stderr' }
      expect(await behave('write to every stream')).toMatchObject(written)
    })

    test('belongs to its own call, however many run at once', async () => {
      const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 2, maxLength: 10 })
      await fc.assert(
        fc.asyncProperty(ids, async (names) => {
          const calls = names.map((id) => driver.call(aCall({ method: 'status', arguments: [id] })))
          const outputs = (await Promise.all(calls)).map(({ stdout, stderr }) => [stdout, stderr])
          const expected = names.map((id) => [id.repeat(5), id.toUpperCase().repeat(5)])
          expect(outputs).toEqual(expected)
        }),
        { numRuns: 20 },
      )
    })
  })

  describe('the module driver', () => {
    test('says what it drives, and hands on the declarations', () => {
      expect(driver.label).toBe('./odd-connector.ts')
      expect(driver.declarations).toEqual({ delete: 'no-op' })
    })

    test('can carry everything', () => {
      expect(driver.cannotCarry('query', ['\0'])).toBeUndefined()
    })

    test('shows the line that repeats a call', () => {
      const call = aCall({ method: 'results', arguments: ["it's", 0, '1', { token: 'a' }] })
      expect(driver.commandLine(call)).toBe(
        'npx connector-contract transmit ./odd-connector.ts ' +
          `'{"host":"127.0.0.1","port":1}' '{"auth":{"username":"alice","password":"secret"}}' ` +
          String.raw`results 'it'\''s' 0 1 '{"token":"a"}'`,
      )
    })
  })
})

test('a module that is not there is refused', async () => {
  const opening = openDriver({ kind: 'module', specifier: './nowhere.ts', from })
  await expect(opening).rejects.toThrow(TargetError)
})
