import { clearLine, cursorTo } from 'node:readline'
import type { WriteStream } from 'node:tty'
import type { Progress } from '../run/verify.ts'
import { visible } from '../text/visible.ts'

/**
 * Shows on one line how far a run has come, and takes the line away at its end; not where no person looks:
 * not on a terminal, or in CI. What a run has to say stands on lines of its own, everywhere.
 */
export function terminalProgress(stream: WriteStream): Progress {
  if (!stream.isTTY || process.env['CI'] !== undefined) {
    return {
      planned: () => undefined,
      finished: () => undefined,
      said: (line) => stream.write(`${visible(line)}\n`),
    }
  }
  let total = 0
  let done = 0
  let violations = 0
  const show = (text: string) => {
    cursorTo(stream, 0)
    clearLine(stream, 0)
    stream.write(text)
  }
  return {
    planned: (plan) => {
      total = plan.shard?.parts.length ?? plan.checks.length
      show(`${plan.label}: ${total} checks …`)
    },
    finished: (check, result) => {
      done += 1
      if (result.state === 'violated') violations += 1
      show(done === total ? '' : `${done}/${total} checks, ${violations} violated, last ${check}`)
    },
    said: (line) => show(`${visible(line)}\n`),
  }
}
