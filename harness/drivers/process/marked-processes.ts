import { readdirSync, readFileSync } from 'node:fs'

/**
 * The variable by which a process is known that a run has started, whatever has become of its group, its session and
 * its parent: each inherits it. Marks stand in it one after the other, those of runs around this one first.
 */
export const MARK = 'CONNECTOR_CONTRACT_RUN'

/** Whoever forks while it is looked for is found in the next round. */
const MOST_ROUNDS = 10

/** A variable's value that carries this mark beside those of `own`. */
export function markedWith(mark: string, own: NodeJS.ProcessEnv = process.env): string {
  const around = own[MARK]
  return around === undefined ? mark : `${around},${mark}`
}

/**
 * Kills every process that was started with a mark which is looked for. Only Linux shows the variables of a process, in
 * /proc; elsewhere this does nothing.
 *
 * @param isLost whether a process with these marks, comma between them, is to end.
 */
export function endMarked(isLost: (marks: string) => boolean): void {
  if (process.platform !== 'linux') return
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const lost = processesWhere(isLost)
    if (lost.length === 0) return
    for (const pid of lost) end(pid)
  }
}

function processesWhere(isLost: (marks: string) => boolean): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .filter((name) => isLost(marksOf(name)))
    .map(Number)
}

/** Empty for a process that has none, that is another user's, or that has ended, a zombie too. */
function marksOf(pid: string): string {
  try {
    const variables = readFileSync(`/proc/${pid}/environ`, 'latin1')
    const at = `\0${variables}`.indexOf(`\0${MARK}=`)
    if (at === -1) return ''
    const value = variables.slice(at + MARK.length + 1)
    return value.slice(0, value.indexOf('\0'))
  } catch {
    return ''
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}
