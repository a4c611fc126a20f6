import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { MAIN, ROOT } from './command-line/paths.ts'
import { watchingVariables } from './conformance/watched-processes.ts'

/** What a program left behind when it ended. */
export interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs the command line in a process of its own, as a user does: from the project's folder, or another, and with no
 * variable that this test run or its CI has set, but for those by which its mock's responses are checked.
 * Its output is no terminal.
 */
export async function runProgram(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd: string = ROOT,
): Promise<Ended> {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd,
    env: { PATH, ...watchingVariables(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { exitCode: await closed, stdout, stderr }
}
