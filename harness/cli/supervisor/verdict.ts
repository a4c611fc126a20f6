import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import type { ProcessEnd } from './process-end.ts'
import type { ExitCode, WrittenFile } from './protocol.ts'
import type { Said } from './said.ts'

/** What a command comes to, or why nobody knows. */
export type Verdict = { readonly exitCode: ExitCode } | { readonly why: string }

/**
 * What a command comes to whose process has ended: what that has said, if it ended so, and all that it has written is
 * there.
 *
 * @param killed why it was killed by whoever asks; undefined: it was not.
 */
export async function verdictOn(
  { last, files: begun }: Said,
  end: ProcessEnd,
  killed: string | undefined,
): Promise<Verdict> {
  if (killed !== undefined) return { why: killed }
  if (last === undefined) return { why: howEnded(end) }
  const { exitCode } = last
  if (end.code !== exitCode) {
    return { why: `${howEnded(end)} after it had come to ${exitCode}` }
  }
  if (last.kind === 'ended') {
    return begun === undefined || exitCode !== 0 ? { exitCode } : { why: 'nothing was judged' }
  }
  const written = new Set(last.files.map(({ path }) => path))
  const missing = begun?.reports.find(({ path }) => !written.has(path))
  if (missing !== undefined && exitCode !== 3) return { why: `${missing.option} was not written` }
  const changed = await firstChanged(last.files)
  return changed === undefined ? { exitCode } : { why: changed }
}

async function firstChanged(files: readonly WrittenFile[]): Promise<string | undefined> {
  for (const { path, sha256 } of files) {
    const content = await readFile(path).catch(() => undefined)
    const name = relative(process.cwd(), path)
    if (content === undefined) return `${name}, which it had written, is not there any more`
    if (createHash('sha256').update(content).digest('hex') !== sha256) {
      return `${name} is not any more what it had written`
    }
  }
  return undefined
}

function howEnded({ code, signal, error }: ProcessEnd): string {
  if (error !== undefined) return `its process could not be started: ${error.message}`
  if (signal === 'SIGABRT') return 'its process was ended by SIGABRT, as where memory runs out'
  return signal === null
    ? `its process ended with exit code ${code}`
    : `its process was ended by ${signal}`
}
