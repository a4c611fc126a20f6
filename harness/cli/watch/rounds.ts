import type { ReportFile } from '../../report/record/report-file.ts'
import type { ExitCode } from '../supervisor/protocol.ts'
import type { VerifyEnd } from '../verify-process.ts'
import type { Changes } from './changes.ts'
import { changedWords, roundWords, selfMadeWords } from './round-words.ts'

export interface Rounds {
  /** Runs `verify` once, from its beginning to its end. */
  verify(isFirst: boolean): Promise<VerifyEnd>
  readonly changes: Pick<Changes, 'take' | 'next'>
  say(words: string): void
  /** Ends the run that is going on, and the waiting. */
  readonly stop: AbortSignal
}

/**
 * Verifies, waits for a change, and verifies again, one run after the other, until it is told to stop. What changes
 * while a run goes on starts the next one as it ends. Where that is what changed in the run before too, it is what
 * the connector itself writes, and starts none.
 *
 * @returns the exit code of the last run that came to its end; 3 where none did.
 */
export async function rounds({ verify, changes, say, stop }: Rounds): Promise<ExitCode> {
  let exitCode: ExitCode = 3
  let earlier: ReportFile | undefined
  let writtenBefore: readonly string[] = []
  while (!stop.aborted) {
    const end = await verify(earlier === undefined)
    if (stop.aborted) break
    exitCode = end.exitCode
    say(roundWords(end, earlier))
    if (end.report?.closing?.complete === true) earlier = end.report
    const written = changes.take()
    const isNew = written.some((path) => !writtenBefore.includes(path))
    if (!isNew && written.length > 0) say(selfMadeWords(written))
    writtenBefore = written
    const changed = isNew ? written : await changes.next(stop)
    if (changed.length > 0) say(changedWords(changed))
  }
  return exitCode
}
