import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

interface Process {
  readonly pid: number
  readonly parent: number
  readonly group: number
}

/**
 * Kills the processes that a living one has started, and what these have. One that leads a process group is left to
 * its guard, with all that are below it: see `ProcessGuard`.
 */
export function killDescendants(pid: number): void {
  for (const each of descendantsOf(pid, processes())) {
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // It has ended meanwhile.
    }
  }
}

function descendantsOf(pid: number, all: readonly Process[]): readonly number[] {
  const children = all.filter(({ parent, pid: own, group }) => parent === pid && own !== group)
  return children.flatMap(({ pid: child }) => [child, ...descendantsOf(child, all)])
}

function processes(): readonly Process[] {
  try {
    return process.platform === 'linux' ? fromProc() : fromPs()
  } catch {
    return []
  }
}

function fromProc(): readonly Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      // Behind the program's name, which may hold anything: state, parent, group.
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const [, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return [{ pid: Number(name), parent: Number(parent), group: Number(group) }]
    } catch {
      return []
    }
  })
}

function fromPs(): readonly Process[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid='], { encoding: 'utf8' })
  return text.split('\n').flatMap((line) => {
    const [pid = 0, parent = 0, group = 0] = line.trim().split(/\s+/).map(Number)
    return pid > 0 ? [{ pid, parent, group }] : []
  })
}
