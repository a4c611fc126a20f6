import { readdirSync, readFileSync } from 'node:fs'
import { expect, vi } from 'vitest'

const MARK = 'CONNECTOR_CONTRACT_TEST_HOSTILE'

/** Marks whatever a test file starts, and tells which of it lives, by command lines. */
export function markProcesses(): {
  living(): readonly string[]
  noneLives(): Promise<void>
  unmark(): void
} {
  const mark = `${process.pid}-${performance.now()}`
  process.env[MARK] = mark
  const living = () => processesWith(`${MARK}=${mark}`)
  return {
    living,
    noneLives: () => vi.waitFor(() => expect(living()).toEqual([]), { timeout: 10_000 }),
    unmark: () => {
      delete process.env[MARK]
    },
  }
}

function processesWith(variable: string): readonly string[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return []
    try {
      const isOurs = readFileSync(`/proc/${pid}/environ`, 'latin1').includes(variable)
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return isOurs && line !== '' ? [line] : []
    } catch {
      // It has ended meanwhile, or is another user's.
      return []
    }
  })
}
