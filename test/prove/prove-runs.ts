import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { whyIncomplete } from '../../harness/report/record/incomplete.ts'
import { BEHAVIOURS, MOMENTS, moduleThat } from '../hostile/behaviours.ts'
import { COMMANDS } from '../hostile/commands.ts'
import { PROXIES } from '../hostile/proxies.ts'
import { type WholeRun, wholeRun } from '../hostile/support/whole-run.ts'
import type { Scope } from './scope.ts'

const SMALL = ['--only', 'MODE-1', '--runs', '1', '--http', '--jobs', '1', '--timeout', '2']
const BOUNDED = [...SMALL, '--memory', '256']
/** How many runs of a correct connector are ended at some moment. */
const CUT_SHORT = 24
/** How many find that the disk is full at some moment. */
const FULL_DISKS = 6
/** In milliseconds: about as long as such a run takes. */
const LONGEST = 4_000

/** One run, and what is wrong with what it came to. */
interface Trial {
  readonly name: string
  readonly run: () => Promise<WholeRun>
  readonly wrong: (run: WholeRun) => string | undefined
}

/**
 * Runs `verify` whole, as a user does, of everything hostile that there is, and of a correct connector that is killed,
 * stopped, left without a reader or without a disk at some moment: no 0 without a closed record, a report that can be read, and
 * no process left.
 */
export async function proveRuns({
  afterTests,
  width,
  progress,
}: Scope): Promise<{ readonly problems: readonly string[] }> {
  if (afterTests) return { problems: [] }
  const trials = [
    ...modules(),
    ...commands(),
    ...proxies(),
    ...configurations(),
    ...cutShort(),
    ...fullDisks(),
  ]
  const problems: string[] = []
  let next = 0
  const work = async () => {
    for (let trial = trials[next++]; trial !== undefined; trial = trials[next++]) {
      const run = await trial.run()
      const wrong = [trial.wrong(run), ...wrongOfAny(run)].filter((each) => each !== undefined)
      problems.push(...wrong.map((each) => `verify of ${trial.name}: ${each}`))
      progress('runs', next, trials.length)
    }
  }
  await Promise.all(Array.from({ length: width }, work))
  return { problems }
}

function* modules(): Generator<Trial> {
  const moments = Object.keys(MOMENTS)
  for (const [index, behaviour] of Object.keys(BEHAVIOURS).entries()) {
    const moment = moments[index % moments.length] ?? ''
    const files = { 'connector.js': moduleThat(behaviour, moment) }
    yield {
      name: `a module that ${behaviour} ${moment}`,
      run: () => wholeRun(['./connector.js', ...BOUNDED], files),
      wrong: notSaid,
    }
  }
}

function* commands(): Generator<Trial> {
  for (const { name, program, code } of COMMANDS) {
    yield {
      name: `a command that ${name} (${program})`,
      run: () => wholeRun([...BOUNDED, '--', program, './connector'], { connector: code }),
      wrong: notSaid,
    }
  }
}

function* proxies(): Generator<Trial> {
  for (const [name, answer] of Object.entries(PROXIES)) {
    yield {
      name: `a proxy host that ${name}`,
      run: async () => {
        const server = createServer(answer).listen(0, '127.0.0.1')
        await once(server, 'listening')
        const { port } = server.address() as AddressInfo
        const words = ['--proxy-host', `http://127.0.0.1:${port}`, '--module', 'abc']
        return wholeRun([...words, ...SMALL], {}).finally(() => {
          server.closeAllConnections()
          server.close()
        })
      },
      wrong: notSaid,
    }
  }
}

/** Each configures a connector that breaks a clause. */
function* configurations(): Generator<Trial> {
  const connector = `export default () => ({ is_async: () => 'yes', query: () => ({}) })`
  for (const [behaviour, code] of Object.entries(BEHAVIOURS)) {
    const config = `${code}\nexport default { target: { module: './connector.js' } }`
    const files = { 'connector.js': connector, 'connector-contract.config.js': config }
    yield {
      name: `a configuration file that ${behaviour}`,
      run: () => wholeRun(SMALL, files),
      wrong: notSaid,
    }
  }
}

/** What is done to a run of a correct connector, at a moment of which chance decides, as it did the last time. */
const ENDS: Readonly<Record<string, (child: ChildProcess) => unknown>> = {
  'is sent SIGINT': (child) => child.kill('SIGINT'),
  'is sent SIGTERM': (child) => child.kill('SIGTERM'),
  'is sent SIGHUP': (child) => child.kill('SIGHUP'),
  'is killed': (child) => child.kill('SIGKILL'),
  'has its processes killed': (child) => killBelow(child.pid ?? 0),
  'is left without a reader': (child) => child.stdout?.destroy(),
}

function* cutShort(): Generator<Trial> {
  const ends = Object.entries(ENDS)
  for (const [index, milliseconds] of momentsOfChance(CUT_SHORT).entries()) {
    const [name, end] = ends[index % ends.length] ?? ['', () => {}]
    yield {
      name: `a correct connector, which ${name} after ${milliseconds} ms`,
      run: () => correctRun(milliseconds, end),
      wrong: greenWithoutRecord,
    }
  }
}

/** No report can be written there; what matters is that no older one stays, and the exit code. */
function* fullDisks(): Generator<Trial> {
  for (const milliseconds of momentsOfChance(FULL_DISKS)) {
    yield {
      name: `a correct connector, while the disk is full after ${milliseconds} ms`,
      run: () => correctRun(milliseconds, ({ pid = 0 }) => fillDisk(pid)),
      wrong: (run) => (run.exitCode === 3 ? undefined : greenWithoutRecord(run)),
    }
  }
}

function momentsOfChance(count: number): readonly number[] {
  let chance = 1
  return Array.from({ length: count }, () => {
    chance = (chance * 48_271) % 2_147_483_647
    return chance % LONGEST
  })
}

function correctRun(milliseconds: number, then: (child: ChildProcess) => unknown) {
  return wholeRun(
    ['abc', '--only', 'MODE-1,LIFE-1,PAGE-3', '--runs', '30', '--http'],
    {},
    async (child) => {
      await wait(milliseconds)
      if (child.exitCode === null) then(child)
    },
  )
}

/** Kills the processes that one has started. */
function killBelow(pid: number): void {
  for (const each of startedBy(pid)) process.kill(each, 'SIGKILL')
}

/** As on a full disk: whatever a process, and those that it has started, write to a file fails from now on. */
function fillDisk(pid: number): void {
  execFileSync('prlimit', ['--pid', String(pid), '--fsize=0'])
  for (const each of startedBy(pid)) fillDisk(each)
}

function startedBy(pid: number): readonly number[] {
  const below = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return below === '' ? [] : below.split(' ').map(Number)
}

function wrongOfAny({ left, isTooLong }: WholeRun): readonly (string | undefined)[] {
  return [
    isTooLong ? 'it does not end' : undefined,
    left.length === 0 ? undefined : `it leaves ${left.join('; ')}`,
  ]
}

/** It has to end with 1 or 3, and to say so in a report. */
function notSaid({ exitCode, report }: WholeRun): string | undefined {
  if (exitCode !== 1 && exitCode !== 3) return `it ends with ${exitCode}`
  if (typeof report === 'string') return report
  if (report.closing?.exitCode !== exitCode) {
    return `it ends with ${exitCode}, and its report with ${report.closing?.exitCode}`
  }
  if (exitCode === 3 && whyIncomplete(report) === undefined) return 'its report does not say why'
  return undefined
}

/** A signal that comes too late changes nothing; and what was killed itself says nothing. */
function greenWithoutRecord({ exitCode, report }: WholeRun): string | undefined {
  // Killed before it could touch a file, say.
  if (exitCode === null) return undefined
  if (typeof report === 'string') return report
  if (exitCode !== 0) return undefined
  const isWhole = report.closing?.exitCode === 0 && whyIncomplete(report) === undefined
  return isWhole ? undefined : 'it ends with 0 without a closed record'
}
