import { type ChildProcess, spawn } from 'node:child_process'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { watchMemory } from '../../drivers/process/memory-watch.ts'
import { ProcessGuard } from '../../drivers/process/process-guard.ts'
import { ProcessMarks } from '../../drivers/process/process-marks.ts'
import { ConfigurationError } from '../../errors.ts'
import { flagsWithoutInspect } from '../supervisor/flags-of.ts'
import { ANSWERS, ConfigAnswer } from './config-answer.ts'

const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const PROGRAM = fileURLToPath(new URL(`./config-process.${EXTENSION}`, import.meta.url))
/** How long a file may take to load, in milliseconds. */
const DEADLINE = 60_000
/** In bytes. What its process may take, as a connector's may. */
const MEMORY = 1_024 ** 3
/** In bytes. What a file prints beyond is not shown. */
const SHOWN = 64 * 1024
/** In bytes: more than any configuration says. */
const LONGEST_ANSWER = 16 * 1024 * 1024

/**
 * Runs a configuration file that is a module, in a process of its own, which does not outlive this call. What it prints
 * is no part of what this process prints: it goes to standard error.
 *
 * @throws ConfigurationError where it ends its process, or does not come to its end.
 */
export async function runConfig(
  path: string,
  deadline = DEADLINE,
  memory = MEMORY,
): Promise<ConfigAnswer> {
  const guard = new ProcessGuard()
  const marks = new ProcessMarks()
  const { mark, variables } = marks.begin()
  const child = spawn(process.execPath, [...flagsWithoutInspect(process.execArgv), PROGRAM, path], {
    // A group of its own: the guard ends it.
    detached: true,
    // What has made a session of its own is found by its mark.
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const answer = answerOf(child, basename(path), { deadline, memory })
  if (child.pid !== undefined) guard.watch(child.pid)
  showOutput(child)
  try {
    return await answer
  } finally {
    await guard.close()
    marks.end(mark)
    marks.close()
  }
}

function answerOf(
  child: ChildProcess,
  name: string,
  { deadline, memory }: { readonly deadline: number; readonly memory: number },
): Promise<ConfigAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ConfigAnswer>()
  const fail = (what: string) =>
    reject(new ConfigurationError(`${name} ${what} before it had given its settings`))
  const timer = setTimeout(() => fail(`ran for ${deadline / 1_000} s`), deadline)
  const tooMuch = () => fail(`took more than ${memory / 1_024 ** 2} MB of memory`)
  const endWatch = watchMemory(child.pid ?? 0, memory, tooMuch)
  let text = ''
  const line = child.stdio[ANSWERS] as Readable
  line.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    if (text.length > LONGEST_ANSWER) fail(`said more than ${LONGEST_ANSWER} characters`)
    if (!chunk.includes('\n')) return
    const { data } = ConfigAnswer.safeParse(jsonOf(text.slice(0, text.indexOf('\n'))))
    if (data === undefined) fail('said something else')
    else resolve(data)
  })
  child.once('error', (error) => fail(`could not be run (${error.message})`))
  child.once('exit', (code, signal) => {
    const how = signal === null ? `ended its process with exit code ${code}` : `died of ${signal}`
    // What it has said by then may still be on its way.
    if (line.readableEnded) fail(how)
    else line.once('close', () => fail(how))
  })
  return promise.finally(() => {
    clearTimeout(timer)
    endWatch()
  })
}

function showOutput({ stdout, stderr }: ChildProcess): void {
  let left = SHOWN
  for (const stream of [stdout, stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      if (left > 0) process.stderr.write(chunk.subarray(0, left))
      left -= chunk.length
    })
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
