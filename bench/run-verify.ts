import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { watchMemory } from './busiest-memory.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What a `verify` took. */
export interface Run {
  readonly seconds: number
  /** Processor time of it and all that it waited for, in seconds; undefined where the system does not say. */
  readonly cpu: number | undefined
  /** The most that one of its processes held, in bytes; undefined likewise. */
  readonly mostRss: number | undefined
}

/** Runs `verify` as a user does. Throws unless all clauses hold. */
export async function runVerify(words: readonly string[]): Promise<Run> {
  const before = childrenSeconds()
  const startedAt = performance.now()
  const verify = spawn(process.execPath, [...words, '--no-store', '--seed', '1'], {
    cwd: ROOT,
    stdio: 'ignore',
  })
  const memory = watchMemory(verify.pid)
  const [code] = await once(verify, 'exit')
  const mostRss = memory.stop()
  if (code !== 0) throw new Error(`verify ended with exit code ${code}: run it to see why`)
  const after = childrenSeconds()
  return {
    seconds: (performance.now() - startedAt) / 1_000,
    cpu: before === undefined || after === undefined ? undefined : after - before,
    mostRss,
  }
}

/** The clock of /proc, on every architecture that Node.js runs on. */
const TICKS_A_SECOND = 100

/** Processor time of all that this process has started and that has ended, and of theirs. Linux says so. */
function childrenSeconds(): number | undefined {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND
  } catch {
    return undefined
  }
}
