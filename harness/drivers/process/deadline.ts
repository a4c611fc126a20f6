import { LONGEST_TIMER } from './limits.ts'

/** How long a call may take. */
export interface Patience {
  readonly deadlineMilliseconds: number
  /**
   * How many exchanges have come of the call so far. As long as there come to be more, it is not hung: its time runs
   * anew from each. Absent: it does not.
   */
  readonly exchanged?: (() => number) | undefined
}

/** How often a deadline is looked after, so that a quiet call is given up hardly later than it should be. */
const LOOKS = 8
/** A call that goes on making requests is given up too, after so many times its time. */
const MOST_TIMES = 12

/**
 * Begins the time of a call.
 *
 * @param passed told once, when it is over. What has come by then has been heard: a busy process hears its timers first.
 * @returns what ends the watch.
 */
export function startDeadline(
  { deadlineMilliseconds, exchanged }: Patience,
  passed: () => void,
): () => void {
  const whole = Math.min(deadlineMilliseconds, LONGEST_TIMER)
  const pause = exchanged === undefined ? whole : Math.ceil(whole / LOOKS)
  let seen = exchanged?.() ?? 0
  let [looks, quiet] = [0, 0]
  let isOver = false
  const look = () => {
    const now = exchanged?.() ?? 0
    looks += 1
    quiet = now === seen ? quiet + 1 : 0
    seen = now
    if (quiet * pause < whole && looks < MOST_TIMES * LOOKS) wait()
    else passed()
  }
  const wait = () => {
    timer = setTimeout(() => setImmediate(() => isOver || look()), pause)
  }
  let timer: NodeJS.Timeout
  wait()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
