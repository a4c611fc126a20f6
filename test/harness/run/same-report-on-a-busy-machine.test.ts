import { type ChildProcess, spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verify } from '../../../harness/run/verify.ts'
import { verifyOptions } from '../../support/made-options.ts'

const PROGRAM = 'connectors/abc-security-monitor-python/main.py'
const target = {
  kind: 'command',
  prefix: ['python3', '-B', PROGRAM, 'transmit', 'abc'],
  cwd: process.cwd(),
} as const
const SILENT = { planned: () => undefined, finished: () => undefined }

/** What such a run tries was once decided by how long its calls take. */
async function reportOf(jobs: number): Promise<unknown> {
  const report = await verify(verifyOptions({ target, jobs, only: ['NET-2'] }), SILENT)
  return { ...report, timings: 'aside' }
}

const busy: ChildProcess[] = []
beforeAll(() => {
  for (let each = 0; each < availableParallelism(); each += 1) {
    busy.push(spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }))
  }
})
afterAll(() => {
  for (const child of busy) child.kill('SIGKILL')
})

it('a command has the same report on a busy machine as on an idle one', {
  timeout: 300_000,
}, async () => {
  const onBusy = await reportOf(2)
  for (const child of busy) child.kill('SIGKILL')
  const onIdle = await reportOf(1)
  expect(onIdle).toHaveProperty('checks.0.cases.tried')
  expect(onBusy).toEqual(onIdle)
})
