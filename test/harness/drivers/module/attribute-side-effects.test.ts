import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

test.each(['the main thread', 'a worker thread'])(
  'in %s: also by console, and nothing else is held back',
  async (thread) => {
    const script = new URL('../fixtures/call-and-write.ts', import.meta.url).pathname
    const { stdout, stderr } = await run(process.execPath, [script, thread])
    const captured = {
      kind: 'answered',
      value: true,
      stdout: 'logged { a: 1 }\n',
      stderr: 'erred\n',
    }
    expect(stdout).toBe(`outside of the call\n${JSON.stringify(captured)}\n`)
    expect(stderr).toBe('also outside\n')
  },
)
