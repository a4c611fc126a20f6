import { readdirSync, readFileSync } from 'node:fs'

const MARK = 'CONNECTOR_CONTRACT_TEST_HOSTILE'

/** Marks whatever this process starts from now on, and tells which of it lives, by command lines. */
export function markProcesses(): { living(): readonly string[]; unmark(): void } {
  const mark = `${process.pid}-${performance.now()}`
  process.env[MARK] = mark
  return {
    living: () => processesWith(`${MARK}=${mark}`),
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
