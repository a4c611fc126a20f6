import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordPact } from '../../../harness/cli/record-pact.ts'
import type { Plan } from '../../../harness/engine/plan.ts'
import { pactText } from '../../../harness/pacts/pact-text.ts'
import { readPact } from '../../../harness/pacts/read-pact.ts'
import type { Footprint } from '../../../harness/pacts/record/footprint.ts'
import { pactOf } from '../../../harness/pacts/record/pact-of.ts'
import { realFootprint } from '../../support/real-footprint.ts'

/** What a recording needs to know of a run. */
const PLAN = { label: './my-connector.ts', seed: 1, runs: 2 } as Plan

describe('--record-pact', () => {
  let folder: string
  let path: string
  let footprint: Footprint

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connector-contract-'))
    path = join(folder, 'footprint.json')
    footprint = await realFootprint('connectors/abc-security-monitor', ['MODE-2'])
    return () => rm(folder, { recursive: true, force: true })
  }, 60_000)

  const recorded = async (consumer?: string) => {
    const options = {
      recordPact: path,
      ...(consumer === undefined ? {} : { pactConsumer: consumer }),
    }
    const recording = await recordPact(options, 1)
    recording.progress.asked?.(footprint, PLAN)
    return recording
  }

  it('writes a pact that names the connector as it was named', async () => {
    await (await recorded()).write(true)
    expect(await readPact(path)).toMatchObject({ consumer: { name: './my-connector.ts' } })
    await (await recorded('my-connector')).write(true)
    expect(await readPact(path)).toMatchObject({ consumer: { name: 'my-connector' } })
  })

  it('is whole whichever of several runs writes last, and leaves nothing else behind', async () => {
    const names = Array.from({ length: 20 }, (_, run) => `run ${run}`)
    const recordings = await Promise.all(names.map(recorded))
    await Promise.all(recordings.map((recording) => recording.write(true)))
    const possible = names.map((name) => pactText(pactOf(footprint, name, { seed: 1, runs: 2 })))
    expect(possible).toContain(await readFile(path, 'utf8'))
    expect(await readdir(folder)).toEqual(['footprint.json'])
  })

  it('leaves what is there alone where nothing was asked', async () => {
    const before = await readFile(path, 'utf8')
    const recording = await recordPact({ recordPact: path }, 1)
    recording.progress.asked?.({ exchanges: {}, requests: {} }, PLAN)
    await recording.write(true)
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  it('leaves what is there alone where the run was cut short', async () => {
    const before = await readFile(path, 'utf8')
    await (await recorded('half a run')).write(false)
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  it.each([
    ['several connectors', { recordPact: 'a.json' }, 2, /records one connector, and several/],
    ['a folder that is not there', { recordPact: 'no/such/a.json' }, 1, /no folder no\/such/],
    ['a name and no file', { pactConsumer: 'a' }, 1, /names the consumer of a pact, and none/],
  ])('refuses %s before anything runs', async (_name, options, runs, words) => {
    await expect(recordPact(options, runs)).rejects.toThrow(words)
  })
})
