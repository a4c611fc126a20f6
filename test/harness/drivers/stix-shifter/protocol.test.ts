import { expect, test } from 'vitest'
import { ProcessGuard } from '../../../../harness/drivers/process/process-guard.ts'
import { ProcessMarks } from '../../../../harness/drivers/process/process-marks.ts'
import type { Asked } from '../../../../harness/drivers/stix-shifter/messages.ts'
import { WorkerProcess } from '../../../../harness/drivers/stix-shifter/worker-process.ts'
import { DriverError } from '../../../../harness/errors.ts'
import { aCall } from '../fixtures/a-call.ts'
import { openStandIn, STAND_IN } from './open-stand-in.ts'

test("a reply that is none is the driver's fault, never the connector's", async () => {
  const driver = await openStandIn('writes_a_bad_line')
  const calling = driver.call(aCall())
  await expect(calling).rejects.toThrow(DriverError)
  await expect(calling).rejects.toMatchObject({ exitCode: 3 })
  await driver.close()
})

const { connection, configuration } = aCall()
const CALL = {
  kind: 'call',
  method: 'ping',
  connection,
  configuration,
  environment: {},
  arguments: [],
} as const

test.each<[string, unknown, string]>([
  ['an unknown kind', { kind: 'stop' }, 'has no kind that is known'],
  ['an unknown method', { ...CALL, method: 'execute' }, 'the unknown method execute'],
  ['a member too many', { ...CALL, more: 1 }, 'has other members'],
  ['a member of another type', { ...CALL, arguments: {} }, 'has a arguments that is no list'],
  ['a call before the start', CALL, 'before a start that went well'],
])('the worker refuses a request with %s', async (_what, request, why) => {
  const guard = new ProcessGuard()
  const worker = await WorkerProcess.start('python3', STAND_IN, {
    ...{ guard, marks: new ProcessMarks(), memoryBytes: 1_024 ** 3 },
  })
  const asking = worker.ask(request as Asked, { deadlineMilliseconds: 20_000 })
  await expect(asking).rejects.toThrow(why)
  await expect(asking).rejects.toThrow(DriverError)
  await worker.end()
  await guard.close()
})
