import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import type { CallResult, Outcome } from '../../../../harness/drivers/driver.ts'
import { openDriver } from '../../../../harness/drivers/open-driver.ts'
import { aCall } from '../fixtures/a-call.ts'

/** Long enough for Python to start on a busy machine; whoever hangs waits for all of it. */
const DEADLINE = 4_000
/** For whoever does not hang, however busy the machine. */
const PATIENCE = 50_000
const HANGS = 'import time; time.sleep(3600)'

/** What commands do to those who run them, and what the driver makes of it. */
const BEHAVIOURS: readonly (readonly [string, string, Outcome['kind']])[] = [
  ['hangs', HANGS, 'timed-out'],
  [
    'ignores SIGTERM, SIGINT and SIGHUP, and hangs',
    `import signal
for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP): signal.signal(each, signal.SIG_IGN)
${HANGS}`,
    'timed-out',
  ],
  ['forks, and parent and child hang', `import os; os.fork(); ${HANGS}`, 'timed-out'],
  [
    'forks, and the child hangs with the output open',
    `import os
if os.fork() == 0: ${HANGS.replace('; ', '; import sys; ')}
print({"success": True}, flush=True)`,
    'answered',
  ],
  [
    'leaves a daemon behind in its group',
    `import os, time
if os.fork() == 0:
    os.close(0); os.close(1); os.close(2); time.sleep(3600)
print({"success": True})`,
    'answered',
  ],
  [
    'writes gigabytes to standard output',
    `import sys
while True: sys.stdout.write("x" * 1048576)`,
    'too-much-output',
  ],
  [
    'writes gigabytes to standard error',
    `import sys
while True: sys.stderr.write("x" * 1048576)`,
    'timed-out',
  ],
  ['writes half a value', `print('{"success": true, "data": [{"id"', end="")`, 'no-value'],
  ['writes nothing', 'pass', 'no-value'],
  ['ends with a code', 'raise SystemExit(7)', 'crashed'],
  ['ends by a signal', 'import os, signal; os.kill(os.getpid(), signal.SIGSEGV)', 'crashed'],
  ['raises', 'raise RuntimeError("no")', 'crashed'],
  ['waits for standard input', 'import sys; sys.stdin.read(); print(True)', 'answered'],
  ['writes in colours', `print("\\x1b[32m{'success': \\x1b[1mTrue\\x1b[0m}")`, 'answered'],
  ['begins with a byte order mark', `print("\\ufeff{'success': True}")`, 'answered'],
  [
    'ends its lines as Windows does',
    `print("log\\r\\n{'success': True}\\r\\n", end="")`,
    'answered',
  ],
  [
    'splits a character across writes',
    `import sys, time
for byte in "{'success': True, 'error': '☃'}".encode():
    sys.stdout.buffer.write(bytes([byte])); sys.stdout.buffer.flush()`,
    'answered',
  ],
  ['writes several values', `print({"success": False}); print({"success": True})`, 'answered'],
]

describe('a command that', { timeout: 60_000 }, () => {
  it.concurrent.for(BEHAVIOURS)('%s', async ([name, script, kind], { expect }) => {
    const mark = `mark-${BEHAVIOURS.findIndex(([each]) => each === name)}-of-${process.pid}`
    const prefix = ['python3', '-X', 'utf8', '-c', script, mark]
    const driver = await openDriver({ kind: 'command', prefix, cwd: '/' })
    const result: CallResult = await driver.call(
      aCall({ deadlineMilliseconds: kind === 'timed-out' ? DEADLINE : PATIENCE }),
    )
    expect(result.kind).toBe(kind)
    if (result.kind === 'answered' && typeof result.value === 'object') {
      expect(result.value).toMatchObject({ success: true })
    }
    // Nothing of it is left, neither alive nor as a zombie, though the driver is still open.
    await expect.poll(() => processesWith(mark), { timeout: 10_000 }).toEqual([])
    await driver.close()
  })
})

/** The processes of this machine that were started with this word. A zombie has no words: see its parent. */
function processesWith(mark: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => wordsOf(pid).includes(mark) || isZombieOfOurs(pid))
}

function wordsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return '' // it has ended since
  }
}

function isZombieOfOurs(pid: string): boolean {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const [state, parent] = rest.split(' ')
    return state === 'Z' && parent === String(process.pid)
  } catch {
    return false
  }
}
