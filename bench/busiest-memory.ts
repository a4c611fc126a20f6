import { readFileSync } from 'node:fs'

const EVERY_MILLISECONDS = 250

/** Watches a process and all below it, until it is told to stop: gives the most that one of them held, in bytes. */
export function watchMemory(pid: number | undefined): { stop(): number | undefined } {
  let most: number | undefined
  const look = () => {
    for (const each of pid === undefined ? [] : below(pid)) {
      const held = mostHeld(each)
      if (held !== undefined) most = Math.max(most ?? 0, held)
    }
  }
  const timer = setInterval(look, EVERY_MILLISECONDS)
  return {
    stop: () => {
      clearInterval(timer)
      return most
    },
  }
}

/** A process and all that it and those have started, where the system says so. */
function below(pid: number): readonly number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`)?.trim() ?? ''
  const direct = children === '' ? [] : children.split(' ').map(Number)
  return [pid, ...direct.flatMap(below)]
}

function mostHeld(pid: number): number | undefined {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? '') ?? []
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1_024
}

/** One that has ended by now says nothing. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
