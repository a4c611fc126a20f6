import { readdirSync, readFileSync } from 'node:fs'

/** The variable by which processes are known that a test has started, or what these have. */
export const MARK = 'CONNECTOR_CONTRACT_TEST_HOSTILE'

/** Marks whatever this process starts from now on, and tells which of it lives, by command lines. */
export function markProcesses(): { living(): readonly string[]; unmark(): void } {
  const mark = `${process.pid}-${performance.now()}`
  process.env[MARK] = mark
  return {
    living: () => livingWith(mark).map(({ line }) => line),
    unmark: () => {
      delete process.env[MARK]
    },
  }
}

/** The processes that have this mark, but for those that have ended and wait for their parents. */
export function livingWith(
  mark: string,
): readonly { readonly pid: number; readonly line: string }[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return []
    try {
      const isOurs = readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`${MARK}=${mark}\0`)
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      if (!isOurs || line === '') return []
      return [{ pid: Number(pid), line }]
    } catch {
      // It has ended meanwhile, or is another user's.
      return []
    }
  })
}
