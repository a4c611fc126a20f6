import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { endMarked, MARK, markedWith } from '../../drivers/process/marked-processes.ts'
import { CACHING } from '../../drivers/process/node-flags.ts'
import { flagsOf } from './flags-of.ts'
import { Keeper } from './keeper.ts'
import { OrphanGuard } from './orphan-guard.ts'
import { endOf } from './process-end.ts'

const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const PROGRAM = fileURLToPath(new URL(`./command-process.${EXTENSION}`, import.meta.url))
const FLAGS = [CACHING]
/** The exit code of a run that could not be completed. */
const INCOMPLETE = 3
/**
 * Runs a command in a process of its own, whatever becomes of that, and gives the exit code: 0 only where that process
 * has closed its record, all of whose files are there. Nothing of anybody else's ever runs in this process.
 *
 * @param words the command line, from the subcommand on.
 */
export async function supervise(words: readonly string[]): Promise<number> {
  const mark = randomUUID()
  const child = spawn(
    process.execPath,
    [...FLAGS, ...flagsOf(process.execArgv), PROGRAM, ...words],
    {
      env: { ...process.env, [MARK]: markedWith(mark) },
      // The fourth is where it tells us something, and the fifth tells it when we are gone.
      stdio: ['inherit', 'inherit', 'inherit', 'pipe', 'pipe'],
    },
  )
  const ended = endOf(child)
  const keeper = new Keeper(child)
  const guard = new OrphanGuard(child.pid)
  const heard: string[] = []
  let hear = (text: string): unknown => heard.push(text)
  const line = child.stdio[3]
  if (line !== null && line !== undefined && 'setEncoding' in line) {
    line.setEncoding('utf8').on('data', (text: string) => {
      keeper.hasSpoken()
      hear(text)
    })
  }
  for (const pipe of child.stdio.slice(3)) pipe?.on('error', () => {})
  // What is needed later is loaded while the command starts.
  const [{ Said }, { verdictOn }] = await Promise.all([import('./said.ts'), import('./verdict.ts')])
  const said = new Said()
  hear = (text) => said.hear(text)
  for (const text of heard) hear(text)
  keeper.watch(said)
  const end = await ended
  keeper.close()
  guard.ended()
  // Whatever the run has started has it, also what has left its group, its session and its parents.
  endMarked((marks) => marks.split(',').includes(mark))
  const verdict = await verdictOn(said, end, keeper.why)
  if ('exitCode' in verdict) return verdict.exitCode
  say(`error: the run ended before its record was closed: ${verdict.why}`)
  const { writeIncomplete } = await import('./write-incomplete.ts')
  await writeIncomplete(said, words, verdict.why)
  return INCOMPLETE
}

/** Whatever becomes of standard error, it is no reason not to go on. */
function say(line: string): void {
  try {
    writeSync(2, `${line}\n`)
  } catch {
    // Nobody listens.
  }
}
