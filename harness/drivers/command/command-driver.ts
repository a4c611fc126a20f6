import { statSync } from 'node:fs'
import { TargetError } from '../../errors.ts'
import { answered } from '../answered.ts'
import { argumentTexts } from '../argument-text.ts'
import type { Call, CallResult, Driver, Outcome } from '../driver.ts'
import type { Bounds } from '../process/bounds.ts'
import { findProgram } from '../process/find-program.ts'
import { ProcessGuard } from '../process/process-guard.ts'
import { ProcessMarks } from '../process/process-marks.ts'
import { shellLine, shellQuote } from '../shell-quote.ts'
import type { Target } from '../target.ts'
import { cannotCarry } from './cannot-carry.ts'
import { findLastValue } from './last-value.ts'
import { type Run, runCommand } from './run-command.ts'
import { pythonCommand } from './warm/python-command.ts'
import type { Fork } from './warm/warm-call.ts'
import { type WarmOptions, WarmStart } from './warm/warm-start.ts'

type CommandTarget = Extract<Target, { kind: 'command' }>

/**
 * Calls a connector as stix-shifter's command line does: one process a call, the prefix followed by
 * connection, configuration, method and arguments, and the answer as the last value on standard output. Of commands
 * that run Python, that process is forked from one that has run the imports: see `warm/`.
 *
 * @throws {TargetError} the folder or the program does not exist, or the program may not be run.
 */
export async function openCommandDriver(
  target: CommandTarget,
  bounds: Pick<Bounds, 'memoryBytes' | 'loadMilliseconds'>,
): Promise<Driver> {
  const program = programOf(target)
  const guard = new ProcessGuard()
  const marks = new ProcessMarks()
  const { memoryBytes } = bounds
  const run = (call: Call, words: readonly string[], fork?: Fork) =>
    runCommand({
      program,
      args: [...target.prefix.slice(1), ...words],
      cwd: target.cwd,
      environment: call.environment,
      deadlineMilliseconds: call.deadlineMilliseconds,
      exchanged: call.exchanged,
      ...{ guard, marks, memoryBytes, fork },
    })
  const cold: Driver = {
    kind: 'command',
    label: target.prefix.map((word) => shellQuote(word, 'posix')).join(' '),
    declarations: undefined,
    cannotCarry,
    call: async (call) => judged(await run(call, wordsOf(call))),
    commandLine: (call) => shellLine([...target.prefix, ...wordsOf(call)], call.environment),
    close: async () => {
      await guard.close()
      marks.close()
    },
  }
  // Elsewhere, what a system loads by itself may not outlive a fork, and what is left behind cannot be found.
  const isCold = target.cold === true || process.platform !== 'linux'
  const command = isCold ? undefined : pythonCommand(target.prefix, target.cwd)
  if (command === undefined) return cold
  return warmDriver(cold, run, { command, cwd: target.cwd, guard, marks, ...bounds })
}

/** The same, with calls forked from a process that is warm. */
function warmDriver(
  cold: Driver,
  run: (call: Call, words: readonly string[], fork?: Fork) => Promise<Run>,
  options: WarmOptions,
): Driver {
  const warm = new WarmStart(options)
  return {
    ...cold,
    limits: () => (warm.reason === undefined ? [] : [`${NOT_WARM}: ${warm.reason}`]),
    call: async (call) => {
      const before = call.exchanged?.()
      const own = { words: wordsOf(call), environment: call.environment }
      const made = await warm.run({ ...own, run: (words, fork) => run(call, words, fork) })
      const isNew = made.disturbed === true && before !== undefined && before === call.exchanged?.()
      return judged(isNew ? await run(call, own.words) : made)
    },
    apart: { isBetter: () => false, run: (work) => work(cold) },
    close: async () => {
      await warm.close()
      await cold.close()
    },
  }
}

const NOT_WARM = 'each call is a new process, not one that is forked from a warm one'

function programOf({ prefix, cwd }: CommandTarget): string {
  const program = prefix[0]
  if (program === undefined || program === '') {
    throw new TargetError('There is no command to run.', {
      hint: 'Give it after --, as in: -- python3 main.py transmit abc',
    })
  }
  if (statSync(cwd, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new TargetError(`There is no folder "${cwd}" to run the command in.`)
  }
  // Windows finds programs in ways of its own; there, the first call tells.
  if (process.platform !== 'win32' && findProgram(program, cwd) === undefined) {
    throw new TargetError(`There is no program "${program}" that can be run.`, {
      hint: program.includes('/')
        ? `Check that the file exists, seen from ${cwd}, and is executable.`
        : 'Check its spelling and that its folder is on PATH.',
    })
  }
  return program
}

function wordsOf(call: Omit<Call, 'deadlineMilliseconds'>): string[] {
  return [
    JSON.stringify(call.connection),
    JSON.stringify(call.configuration),
    call.method,
    ...argumentTexts(call.method, call.arguments),
  ]
}

function judged(run: Run): CallResult {
  if (run.kind !== 'ended' || run.disturbed === true) {
    return run.kind === 'ended' ? { ...run, kind: 'crashed' } : run
  }
  const { exitCode, signal, stdout, stderr } = run
  return { ...outcomeOf(stdout, exitCode, signal), stdout, stderr }
}

/** A value counts whatever the exit code: the contract asks for the value and says nothing of codes. */
function outcomeOf(stdout: string, exitCode: number | null, signal: string | null): Outcome {
  const found = findLastValue(stdout)
  if ('value' in found) {
    return withSurroundings(answered(found.value), found)
  }
  if (exitCode !== 0) return { kind: 'crashed', exitCode, signal }
  return { kind: 'no-value', reason: found.reason }
}

/** A structured log line is a value too, so that several are no fault; whoever reads a report should know. */
function withSurroundings(
  outcome: Outcome,
  { several, behind }: { readonly several: boolean; readonly behind: string },
): Outcome {
  if (outcome.kind !== 'answered') return outcome
  return {
    ...outcome,
    ...(several ? { several } : {}),
    ...(behind === '' ? {} : { followedBy: behind }),
  }
}
