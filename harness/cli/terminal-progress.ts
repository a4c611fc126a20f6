import { clearLine, cursorTo } from 'node:readline'
import type { WriteStream } from 'node:tty'
import type { Progress } from '../run/verify.ts'

/**
 * Shows on one line how far a run has come, and takes the line away at its end. Shows nothing where no
 * person looks: not on a terminal, or in CI.
 */
export function terminalProgress(stream: WriteStream): Progress {
  if (!stream.isTTY || process.env['CI'] !== undefined) {
    return { planned: () => undefined, finished: () => undefined }
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
      total = plan.checks.length
      show(`${plan.label}: ${total} checks …`)
    },
    finished: (check, result) => {
      done += 1
      if (result.state === 'violated') violations += 1
      show(done === total ? '' : `${done}/${total} checks, ${violations} violated, last ${check}`)
    },
  }
}
