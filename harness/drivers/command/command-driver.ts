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

type CommandTarget = Extract<Target, { kind: 'command' }>

/**
 * Calls a connector as stix-shifter's command line does: one process a call, the prefix followed by
 * connection, configuration, method and arguments, and the answer as the last value on standard output.
 *
 * @throws {TargetError} the folder or the program does not exist, or the program may not be run.
 */
export async function openCommandDriver(
  target: CommandTarget,
  { memoryBytes }: Pick<Bounds, 'memoryBytes'>,
): Promise<Driver> {
  const program = programOf(target)
  const guard = new ProcessGuard()
  const marks = new ProcessMarks()
  return {
    kind: 'command',
    label: target.prefix.map(shellQuote).join(' '),
    declarations: undefined,
    cannotCarry,
    call: async (call) =>
      judged(
        await runCommand({
          program,
          args: [...target.prefix.slice(1), ...wordsOf(call)],
          cwd: target.cwd,
          environment: call.environment,
          deadlineMilliseconds: call.deadlineMilliseconds,
          exchanged: call.exchanged,
          ...{ guard, marks, memoryBytes },
        }),
      ),
    commandLine: (call) => shellLine([...target.prefix, ...wordsOf(call)], call.environment),
    close: async () => {
      await guard.close()
      marks.close()
    },
  }
}

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
  if (run.kind !== 'ended') return run
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
