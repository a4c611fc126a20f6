import type { Plan } from '../engine/plan.ts'

/** So many cases are under way at once in a process that runs checks. */
const MOST = {
  module: 10,
  command: 5,
  'stix-shifter': 5,
  'proxy-host': 5,
  'python-object': 5,
} as const

/**
 * @param isAlone a case at a time.
 * @returns how many cases are under way at once in a process that runs checks, and checks too, where there are so many.
 */
export function mostAtOnce({ driver }: Plan, isAlone: boolean): number {
  return isAlone ? 1 : MOST[driver]
}

/** Shares what a process does at once among the checks that are under way in it: each has a case, and what others leave. */
export class SharedAmong {
  readonly #most: number
  #checks = 0

  constructor(most: number) {
    this.#most = most
  }

  /** How many cases each may have under way now. */
  get each(): number {
    return Math.max(1, Math.floor(this.#most / Math.max(1, this.#checks)))
  }

  /** Does it as one of the checks that share. */
  async during<Result>(check: () => Promise<Result>): Promise<Result> {
    this.#checks += 1
    try {
      return await check()
    } finally {
      this.#checks -= 1
    }
  }
}
