import { PassThrough } from 'node:stream'
import type { WriteStream } from 'node:tty'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { jsonProgress } from '../../../harness/cli/json-progress.ts'
import { terminalProgress } from '../../../harness/cli/terminal-progress.ts'
import type { CheckResult } from '../../../harness/engine/found/result.ts'
import { madePlan } from '../../support/made-options.ts'
import { madeViolation } from '../../support/made-report.ts'

/** A run of three checks, of which the second is violated; gives what was written. */
function watched(isTTY: boolean, progressOn: typeof terminalProgress = terminalProgress): string {
  const stream = Object.assign(new PassThrough(), { isTTY }) as unknown as WriteStream
  const progress = progressOn(stream)
  const held: CheckResult = { state: 'held', cases: 1 }
  progress.planned(madePlan({ checks: ['ENV-1', 'PAGE-1', 'PAGE-2'] }))
  progress.finished('ENV-1', held)
  progress.finished('PAGE-1', { state: 'violated', cases: 1, violation: madeViolation() })
  progress.finished('PAGE-2', held)
  return String(stream.read() ?? '')
}

beforeEach(() => {
  vi.stubEnv('CI', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

describe('progress', () => {
  it('is shown on one line of a terminal, and taken away at the end', () => {
    const written = watched(true)
    expect(stripVTControlCharacters(written)).toBe(
      'abc: 3 checks …1/3 checks, 0 violated, last ENV-12/3 checks, 1 violated, last PAGE-1',
    )
    expect(written).not.toContain('\n')
    expect(written.endsWith('\u001b[1G\u001b[2K')).toBe(true)
  })

  it('is not shown where nobody looks', () => {
    expect(watched(false)).toBe('')
    vi.stubEnv('CI', 'true')
    expect(watched(true)).toBe('')
  })

  it('is a line of JSON for each step, for a program', () => {
    expect(
      watched(false, jsonProgress)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(
      [
        [0, 0],
        [1, 0],
        [2, 1],
        [3, 1],
      ].map(([done, violated]) => ({ progress: { checks: 3, done, violated } })),
    )
  })

  it('leaves what a run has to say on a line of its own, everywhere and harmless', () => {
    for (const isTTY of [true, false]) {
      const stream = Object.assign(new PassThrough(), { isTTY }) as unknown as WriteStream
      const progress = terminalProgress(stream)
      progress.planned(madePlan({ checks: ['ENV-1'] }))
      progress.said?.('warning: \u001b[2Jone file')
      const lines = stripVTControlCharacters(String(stream.read())).split('\n')
      expect(lines.at(-2)).toMatch(/warning: \\u001b\[2Jone file$/)
      expect(lines.at(-1)).toBe('')
    }
  })
})
