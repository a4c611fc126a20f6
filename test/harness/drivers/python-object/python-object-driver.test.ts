import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import type { Call, Driver } from '../../../../harness/drivers/driver.ts'
import { openPythonObjectDriver } from '../../../../harness/drivers/python-object/python-object-driver.ts'
import { DriverError } from '../../../../harness/errors.ts'

interface Request {
  readonly kind: string
  readonly sequence: number
  readonly arguments?: readonly unknown[]
}

const CALL: Call = {
  method: 'results',
  arguments: ['a', 0, undefined, undefined],
  connection: { host: 'h', port: 1 },
  configuration: {} as Call['configuration'],
  deadlineMilliseconds: 2_000,
}

/** A driver whose other side does so with each request. */
async function driverFor(
  answer: (request: Request, say: (message: object) => void, socket: Socket) => void,
): Promise<Driver> {
  const folder = mkdtempSync(join(tmpdir(), 'object-'))
  const path = join(folder, 's')
  const server = createServer((socket) => {
    const say = (message: object) => socket.write(`${JSON.stringify(message)}\n`)
    createInterface({ input: socket }).on('line', (line) => answer(JSON.parse(line), say, socket))
  })
  await new Promise<void>((resolve) => server.listen(path, resolve))
  const driver = await openPythonObjectDriver(target(path))
  onTestFinished(async () => {
    await driver.close()
    server.close()
    rmSync(folder, { recursive: true })
  })
  return driver
}

const target = (socket: string) => ({
  ...({ kind: 'python-object', name: 'test_it.py::test_contract' } as const),
  ...{ socket, from: '.' },
})

test('a call is what its reply says, and is given no arguments that are left out', async () => {
  const driver = await driverFor(({ sequence, arguments: value }, say) => {
    say({ kind: 'begun', sequence })
    say({ kind: 'answered', sequence, leftover: false, value })
  })
  expect(await driver.call(CALL)).toMatchObject({ kind: 'answered', value: ['a', 0] })
})

test('a call that takes too long is given up, and its late reply is nobody’s', async () => {
  const heard: string[] = []
  const driver = await driverFor(({ kind, sequence }, say) => {
    heard.push(`${kind} ${sequence}`)
    if (kind === 'give-up') say({ kind: 'answered', sequence, leftover: false, value: 'late' })
    else say({ kind: 'begun', sequence })
    if (sequence === 2) say({ kind: 'threw', sequence, leftover: false, message: 'E' })
  })
  const first = await driver.call({ ...CALL, deadlineMilliseconds: 20 })
  expect(first).toMatchObject({ kind: 'timed-out', afterMilliseconds: 20 })
  expect(await driver.call(CALL)).toMatchObject({ kind: 'threw', message: 'E' })
  expect(heard).toEqual(['call 1', 'give-up 1', 'call 2'])
})

test('where the other side goes, or is not understood, nothing is known', async () => {
  const gone = await driverFor((_request, _say, socket) => socket.destroy())
  await expect(gone.call(CALL)).rejects.toThrow(DriverError)
  await expect(gone.call(CALL)).rejects.toThrow('the process that holds the connector is gone')
  const odd = await driverFor(({ sequence }, say) => say({ kind: 'sings', sequence }))
  await expect(odd.call(CALL)).rejects.toThrow('a reply has another form')
})

test('where nobody listens, it says what to run', async () => {
  const opened = openPythonObjectDriver(target('/does/not/exist'))
  await expect(opened).rejects.toMatchObject({
    message: 'the process that holds test_it.py::test_contract does not listen',
    hint: 'Run it from there: pytest test_it.py::test_contract',
  })
})
