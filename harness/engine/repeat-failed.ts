import type { FailedCase } from './failed-case.ts'
import type { FailedTimes } from './found/result.ts'

/** How often a case is tried that does not fail each time. */
export const MOST_TRIES = 10

/** What further tries of a case say that has failed. */
export interface Repeated {
  /** Absent where it fails each time. */
  readonly failed?: FailedTimes
  /** A call took long whenever it failed, so that a busy machine may be why. */
  readonly restsOnTime: boolean
}

/**
 * Tries a case that has failed once more, and where it holds then, so often that its chance is known. One that the
 * harness cannot try again is as it was.
 *
 * @param again tries it: what failed, or undefined where it did not. May reject.
 */
export async function repeatFailed(
  found: FailedCase,
  again: () => Promise<FailedCase | undefined>,
): Promise<Repeated> {
  try {
    const second = await again()
    if (second !== undefined) return { restsOnTime: found.isSlow && second.isSlow }
    const failures = [found, ...(await failuresIn(MOST_TRIES - 2, again))]
    return {
      failed: { failed: failures.length, of: MOST_TRIES },
      restsOnTime: failures.every(({ isSlow }) => isSlow),
    }
  } catch {
    return { restsOnTime: false }
  }
}

/** Those of so many tries that fail. */
export async function failuresIn(
  tries: number,
  again: () => Promise<FailedCase | undefined>,
): Promise<readonly FailedCase[]> {
  const failures: FailedCase[] = []
  for (let left = tries; left > 0; left -= 1) {
    const failed = await again()
    if (failed !== undefined) failures.push(failed)
  }
  return failures
}
