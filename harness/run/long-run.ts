import type { VerifyOptions } from '../engine/plan.ts'
import { LENGTHS } from './effort.ts'

/** From here on a run says beforehand how long it takes, in minutes. */
const LONG = 5

/**
 * What a user is told before a run that takes long: an estimate, which decides nothing. Undefined where it does not.
 *
 * @param calls that the run makes
 * @param callMilliseconds what one was found to cost
 */
export function longRunWords(
  calls: number,
  callMilliseconds: number,
  { jobs, profile }: Pick<VerifyOptions, 'jobs' | 'profile'>,
): string | undefined {
  const minutesOf = (number: number) => (number * callMilliseconds) / jobs / 60_000
  const minutes = minutesOf(calls)
  if (minutes <= LONG) return undefined
  const quick = Math.ceil(minutesOf(LENGTHS.quick))
  const instead =
    profile === 'quick'
      ? ''
      : `; --profile quick takes some ${quick} ${quick === 1 ? 'minute' : 'minutes'}`
  return `note: this run makes up to ${calls} calls, which takes some ${Math.ceil(minutes)} minutes${instead}`
}
