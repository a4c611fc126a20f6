import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { capabilitiesOf } from '../../../harness/engine/capabilities-of.ts'
import { targetOf } from '../../../harness/engine/failures/failure.ts'
import { FailureStore } from '../../../harness/engine/failures/failure-store.ts'
import { FailureMemory } from '../../../harness/run/failure-memory.ts'
import { abcSource } from '../../support/abc-source.ts'
import { madeFailure } from '../../support/made-failure.ts'
import { madePlan } from '../../support/made-options.ts'

it('forgets what failed by chance after three runs in which it held, and not before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'failure-memory-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const store = new FailureStore(folder)
  const failure = madeFailure({ failed: { failed: 3, of: 10 } })
  await store.write(failure)
  const { scheme, declarations, deadlineMilliseconds, mode } = failure
  const plan = madePlan({ target: targetOf(failure, folder), scheme, deadlineMilliseconds, mode })

  const left: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const memory = new FailureMemory(store, { ...plan, declarations }, () => {})
    const stored = await memory.storedCases([failure.check], capabilitiesOf(plan, abcSource))
    expect(stored[failure.check]).toEqual([
      { id: failure.id, example: failure.counterexample, tries: 10 },
    ])
    const held = { state: 'held', cases: 1, fixed: [failure.id] } as const
    await memory.update(new Map([[failure.check, held]]))
    left.push((await store.read()).failures.length)
  }
  expect(left).toEqual([1, 1, 0])
})
