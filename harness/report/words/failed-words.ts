import type { FailedTimes } from '../../engine/found/result.ts'

/** How often a case failed, in words; undefined where it fails each time. */
export function failedWords(times: FailedTimes | undefined): string | undefined {
  return times && `failed ${times.failed} of ${times.of} times`
}

/** The same behind a sentence of a violation: ` (failed 3 of 10 times)`, or nothing. */
export function failedBehind(times: FailedTimes | undefined): string {
  const words = failedWords(times)
  return words === undefined ? '' : ` (${words})`
}
