import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import * as z from 'zod'
import { ConnectorFolder } from '../support/connector-folder.ts'
import { type Container, Jobs, type Step, Workflow } from './support/shard-files.ts'

/** In place of what takes several machines minutes: a little of everything, of a connector that is broken. */
const EFFORT = '--only MODE-1,PAGE-1,PAGE-3,ERR-3 --runs 2 --http --jobs 1 --no-store'
/** The end of a window is taken to be inclusive. */
const MEMBERS = 'results: (id, offset, length) => correct.results(id, offset, Number(length) + 1)'
const SHARDS = [1, 2, 3, 4]

const read = (name: string) => readFileSync(`docs/ci/${name}`, 'utf8')

/** Runs a command as both would: in a shell that stops at the first failure. */
async function run(command: string, cwd: string, env: Readonly<Record<string, string>>) {
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  const child = spawn('sh', ['-ec', command], {
    cwd,
    env: { ...env, PATH: path, npm_config_offline: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void (child.exitCode === null && child.kill()))
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { exitCode: await exit, printed: stdout + stderr }
}

const Report = z.looseObject({
  runs: z.array(z.looseObject({ violations: z.array(z.unknown()) })),
  closing: z.looseObject({}),
})

function withoutTimes(path: string) {
  const report = Report.parse(JSON.parse(readFileSync(path, 'utf8')))
  return {
    ...report,
    runs: report.runs.map((each) => ({ ...each, timings: 'aside' })),
    closing: { ...report.closing, milliseconds: 'aside', sha256: 'aside' },
  }
}

async function folderWithConnector(): Promise<ConnectorFolder> {
  const folder = await ConnectorFolder.make()
  await folder.writeConnector('connector.ts', MEMBERS)
  return folder
}

function onlyCommandWith(word: string, steps: readonly z.infer<typeof Step>[]): string {
  const commands = steps.flatMap((step) => ('run' in step ? [step.run] : []))
  const [command, ...others] = commands.filter((each) => each.includes(word))
  expect(others).toEqual([])
  return command ?? ''
}

/** What an undivided run says. */
async function wholeIn(folder: string) {
  const command = 'npx connector-contract verify "$TARGET" $EFFORT --json whole.json'
  const ended = await run(command, folder, { TARGET: './connector.ts', EFFORT })
  expect(ended).toMatchObject({ exitCode: 1 })
  const whole = withoutTimes(join(folder, 'whole.json'))
  expect(whole.runs[0]?.violations.length).toBeGreaterThan(1)
  return whole
}

let whole: ReturnType<typeof wholeIn> | undefined

/** The same, which it says in each folder. */
function saidOfWhole(folder: string) {
  whole ??= wholeIn(folder)
  return whole
}

describe('a run on several machines', { timeout: 300_000 }, () => {
  it('of a GitHub Actions matrix says what an undivided run says', async () => {
    const { env, jobs } = Workflow.parse(parse(read('github-actions-matrix.yml')))
    const { matrix } = jobs.shard.strategy
    expect(matrix.shard).toEqual(SHARDS)
    const verify = onlyCommandWith('verify', jobs.shard.steps)
    const merge = onlyCommandWith('merge', jobs.verdict.steps)
    const { path } = await folderWithConnector()
    const shards = matrix.shard.map((SHARD) =>
      run(verify, path, { ...env, EFFORT, SHARD: String(SHARD) }),
    )
    expect(await Promise.all(shards)).toMatchObject(SHARDS.map(() => ({ exitCode: 0 })))
    expect(await run(merge, path, { ...env })).toMatchObject({ exitCode: 1 })
    expect(withoutTimes(join(path, 'report.json'))).toEqual(await saidOfWhole(path))
  })

  it('of an indexed Job says what an undivided run says', async () => {
    const documents = parseAllDocuments(read('kubernetes-indexed-job.yml'))
    const [shardJob, verdict] = Jobs.parse(documents.map((each) => each.toJS()))
    const { path } = await folderWithConnector()
    const REPORTS = join(path, 'reports')
    mkdirSync(REPORTS)
    const envOf = ([{ env }]: readonly z.infer<typeof Container>[] & {
      0: z.infer<typeof Container>
    }) => Object.fromEntries(env.map(({ name, value }) => [name, value]))
    const { containers } = shardJob.spec.template.spec
    const shards = SHARDS.map((_, index) =>
      run(containers[0].args[0], path, {
        ...envOf(containers),
        ...{ EFFORT, REPORTS, JOB_COMPLETION_INDEX: String(index) },
      }),
    )
    expect(await Promise.all(shards)).toMatchObject(SHARDS.map(() => ({ exitCode: 0 })))
    const [merge] = verdict.spec.template.spec.containers[0].args
    expect(await run(merge, path, { REPORTS })).toMatchObject({ exitCode: 1 })
    expect(withoutTimes(join(REPORTS, 'report.json'))).toEqual(await saidOfWhole(path))
  })
})
