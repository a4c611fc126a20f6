import type { Progress } from '../run/verify.ts'
import { visible } from '../text/visible.ts'

/** Tells a program how far a run has come: a line of JSON for each check that ends, among the lines for people. */
export function jsonProgress(stream: Pick<NodeJS.WriteStream, 'write'>): Progress {
  const progress = { checks: 0, done: 0, violated: 0 }
  const tell = () => stream.write(`${JSON.stringify({ progress })}\n`)
  return {
    planned: (plan) => {
      progress.checks = plan.shard?.parts.length ?? plan.checks.length
      tell()
    },
    finished: (_check, result) => {
      progress.done += 1
      if (result.state === 'violated') progress.violated += 1
      tell()
    },
    said: (line) => stream.write(`${visible(line)}\n`),
  }
}
